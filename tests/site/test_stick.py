"""The archive for a USB stick holds the whole site, and is the same each time."""

from __future__ import annotations

import os
import zipfile
from datetime import date
from typing import TYPE_CHECKING

import pytest

from catalog.site.publish import MARKER
from catalog.site.stick import packed

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2012, 5, 15)


def _site(folder: Path, names: list[str]) -> Path:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<h1>{name}</h1>")
    return folder


def test_the_whole_site_but_our_marker_lies_in_one_folder(tmp_path: Path) -> None:
    site = _site(tmp_path / "site", ["index.html", "apps/wiki/index.html", "apps/ünï.svg", MARKER])
    size = packed(site, tmp_path / "site.zip", DAY)
    assert size == (tmp_path / "site.zip").stat().st_size
    with zipfile.ZipFile(tmp_path / "site.zip") as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            "aps-catalog/apps/wiki/index.html",
            "aps-catalog/apps/ünï.svg",
            "aps-catalog/index.html",
        ]
        assert archive.read("aps-catalog/index.html") == b"<h1>index.html</h1>"
        assert {told.date_time for told in archive.infolist()} == {(2012, 5, 15, 0, 0, 0)}


def test_the_same_site_makes_the_same_bytes(tmp_path: Path) -> None:
    names = ["index.html", "b/index.html", "a/index.html"]
    one, two = _site(tmp_path / "one", names), _site(tmp_path / "two", names[::-1])
    os.utime(two / "index.html", (0, 0))
    (two / "index.html").chmod(0o600)
    packed(one, tmp_path / "one.zip", DAY)
    packed(two, tmp_path / "two.zip", DAY)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_an_archive_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    site, file = _site(tmp_path / "site", ["index.html"]), tmp_path / "site.zip"
    packed(site, file, DAY)
    before = file.read_bytes()
    with pytest.raises(ValueError, match="1980"):
        packed(site, file, date(1970, 1, 1))
    assert file.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"site", "site.zip"}
