"""The scripts of a built site: without comments, and otherwise the same as in the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conftest import COMPLETE, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Built = Callable[..., Path]


def test_comments_stay_at_home_and_others_licences_do_not(built: Built) -> None:
    assets = built({"wiki": COMPLETE}) / "assets"
    for source in sorted((ROOT / "theme" / "assets").glob("*.js")):
        shipped = (assets / source.name).read_text(encoding="utf-8")
        assert "@ts-check" not in shipped
        assert "/**" not in shipped
    assert "MIT license" in (assets / "vendor" / "qrcode.js").read_text(encoding="utf-8")
