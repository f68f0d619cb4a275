"""The programme's files beside the entries: the logo of a storefront."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from catalog.compile import compile_catalog
from tests.conftest import COMPLETE, LOGO

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from catalog.findings import Finding

DAY = date(2012, 5, 15)
SHOP = 'name: Harbour\nenabled: true\nbrand: {logo: harbour.svg, colour: "#0b6e4f"}\n'


@pytest.fixture
def found(catalog_folder: Callable[..., Path]) -> Callable[..., list[Finding]]:
    """The findings of a storefront with a logo of this text, or without that file."""

    def find(logo: str | bytes | None, name: str = "harbour.svg") -> list[Finding]:
        files: dict[str, str | bytes] = {
            "program/storefronts/harbour.yaml": SHOP.replace("harbour.svg", name)
        }
        if logo is not None:
            files[f"program/storefronts/{name}"] = logo
        return compile_catalog(catalog_folder({"wiki": COMPLETE}, files), DAY).findings

    return find


def test_a_sound_logo_is_taken(found: Callable[..., list[Finding]]) -> None:
    assert found(LOGO) == []


def test_a_logo_that_is_not_there_is_told_at_its_name(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found(None)
    assert (finding.path, finding.code) == ("program/storefronts/harbour.yaml", "APS501")
    assert (finding.span.line, finding.span.column) == (3, 15)


def test_a_hostile_logo_is_refused_inside_its_file(found: Callable[..., list[Finding]]) -> None:
    findings = found(LOGO.replace("<path", "<script>alert(1)</script>\n  <path", 1))
    assert {finding.path for finding in findings} == {"program/storefronts/harbour.svg"}
    assert findings[0].span.line == 2


def test_a_logo_of_another_kind_than_its_name_is_told(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found(LOGO, "harbour.png")
    assert finding.code == "APS503"
    assert "harbour.svg" in finding.help
