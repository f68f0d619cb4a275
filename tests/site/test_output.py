"""Writing files, and taking over those that the published site has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.site.made import Made
from catalog.site.output import Output

if TYPE_CHECKING:
    from pathlib import Path


def test_folders_are_made_on_the_way(tmp_path: Path) -> None:
    output = Output(tmp_path)
    output.page("apps/a/", b"<h1>")
    output.write("apps/a/logo.svg", b"<svg>")
    assert (tmp_path / "apps" / "a" / "index.html").read_bytes() == b"<h1>"
    assert output.pages == ["apps/a/"]


def test_two_pages_can_not_share_an_address(tmp_path: Path) -> None:
    output = Output(tmp_path)
    output.page("apps/a/", b"one")
    with pytest.raises(FileExistsError):
        output.page("apps/a/", b"two")


@pytest.mark.parametrize(
    ("old", "taken"), [(b"same", 1), (b"sane", 0), (b"same and more", 0), (b"sam", 0), (b"", 0)]
)
def test_only_equal_files_are_taken_over(tmp_path: Path, old: bytes, taken: int) -> None:
    published, folder = tmp_path / "old", tmp_path / "new"
    published.mkdir()
    folder.mkdir()
    (published / "page").write_bytes(old)
    output = Output(folder, published)
    output.write("page", b"same")
    output.write("new page", b"fresh")
    assert (folder / "page").read_bytes() == b"same"
    assert output.taken == taken
    assert ((folder / "page").stat().st_ino == (published / "page").stat().st_ino) is bool(taken)
    assert (published / "page").read_bytes() == old


def test_a_page_made_from_the_same_is_taken_over_unread_and_no_other(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    (old / "apps").mkdir(parents=True)
    (old / "apps" / "index.html").write_bytes(b"as it was made")
    new.mkdir()
    output = Output(new, old, Made(b"", {"apps/": b"key", "lost/": b"key"}, []))
    assert not output.keeps("apps/", b"another key")
    assert not output.keeps("other/", b"key")
    assert not output.keeps("lost/", b"key")
    assert output.keeps("apps/", b"key")
    assert (new / "apps" / "index.html").samefile(old / "apps" / "index.html")
    output.page("lost/", b"made", b"key")
    assert (output.pages, output.kept) == (["apps/", "lost/"], ["apps/"])
    assert output.keys == {"apps/": b"key", "lost/": b"key"}


def test_an_empty_file_is_taken_over_too(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "new").mkdir()
    (tmp_path / "old" / "page").write_bytes(b"")
    output = Output(tmp_path / "new", tmp_path / "old")
    output.write("page", b"")
    assert output.taken == 1


def test_a_file_that_exists_is_not_replaced_by_the_published_one(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "new").mkdir()
    for folder in ("old", "new"):
        (tmp_path / folder / "page").write_bytes(b"same")
    with pytest.raises(FileExistsError):
        Output(tmp_path / "new", tmp_path / "old").write("page", b"same")
