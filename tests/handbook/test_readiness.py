"""Readiness: the bill of materials of an entry, and the bands that entries are filtered by."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from catalog.compile import compile_catalog
from catalog.handbook.readiness import bands_of, readiness
from tests.conftest import AS_OF, COMPLETE, MINIMAL, CatalogFolder

if TYPE_CHECKING:
    from catalog.model import Entry

ALL = """\
collateral:
  reference-architecture: {url: https://wiki.example.org/1.pdf, access: public}
  business-deck: {url: https://wiki.example.org/2.pdf, access: partners}
  technical-deck: {url: https://wiki.example.org/3.pdf, access: public}
  sales-training: {url: https://wiki.example.org/4.pdf, access: public}
"""


def entry_of(folder: CatalogFolder, text: str) -> Entry:
    (entry,) = compile_catalog(folder({"wiki": text}), date.fromisoformat(AS_OF)).catalog.entries
    return entry


def test_the_posting_itself_is_a_material(catalog_folder: CatalogFolder) -> None:
    shown = readiness(entry_of(catalog_folder, MINIMAL))
    assert (shown.met, shown.total, shown.baseline) == (1, 14, False)


def test_a_material_for_partners_counts_and_is_told_apart(catalog_folder: CatalogFolder) -> None:
    shown = readiness(entry_of(catalog_folder, MINIMAL + ALL))
    assert (shown.met, shown.baseline) == (5, True)
    assert (shown.states["business-deck"], shown.states["battle-card"]) == ("partners", "missing")


@pytest.mark.parametrize(
    ("text", "bands"),
    [
        pytest.param(MINIMAL, (), id="the posting alone"),
        pytest.param(COMPLETE, ("baseline",), id="the baseline"),
        pytest.param(MINIMAL + ALL, ("baseline", "5-plus"), id="five of fourteen"),
        pytest.param(MINIMAL.replace("[direct]", "not-stated"), ("not-stated",), id="nobody has spoken"),
    ],
)
def test_an_entry_lies_in_bands(text: str, bands: tuple[str, ...], catalog_folder: CatalogFolder) -> None:
    entry = entry_of(catalog_folder, text)
    assert bands_of(entry, readiness(entry)) == bands
