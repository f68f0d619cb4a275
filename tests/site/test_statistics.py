"""The catalog in numbers: the same counts as the filters, each with a way to what was counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.site.facets import facets_of
from catalog.site.statistics import statistics_page
from catalog.site.tally import Tally
from tests.conftest import COMPLETE, MINIMAL

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.site.sources import Sources
    from catalog.site.statistics_views import MixRow, StatisticsPage

    Sourced = Callable[..., Sources]

SILENT = MINIMAL.replace("Example Wiki\n", "Silent\n", 1).replace(
    "[direct]", "not-stated\nlisting: {source: public, evidence: [https://a.example.org/]}"
)
ENTRIES = {"wiki": COMPLETE.replace("worldwide", "[DE, JP]"), "silent": SILENT}


def _page(sources: Sources) -> StatisticsPage:
    tally = Tally(sources.catalog.listed, sources, 24)
    return statistics_page(facets_of(tally, sources), tally)


def _rows(page: StatisticsPage, mix: str) -> dict[str, MixRow]:
    return {row.name: row for part in page.mixes if part.id == mix for row in part.rows}


def test_type_model_route_region_plesk_and_readiness_are_counted(sourced: Sourced) -> None:
    page = _page(sourced(ENTRIES))
    assert [mix.id for mix in page.mixes] == ["type", "model", "route", "region", "plesk", "readiness"]
    assert _rows(page, "type")["Webspace"].count == 2
    assert _rows(page, "model")["Direct"].percent == 50.0
    assert _rows(page, "route")["Plesk Panel"].count == 1
    assert _rows(page, "plesk")["Meets the criteria"].path == "apps/?plesk=meets"
    assert _rows(page, "readiness")["Baseline complete"].count == 1


def test_an_application_counts_in_each_part_of_the_world(sourced: Sourced) -> None:
    rows = _rows(_page(sourced({"wiki": ENTRIES["wiki"]})), "region")
    assert {name for name, row in rows.items() if row.count} == {
        "Europe, Middle East and Africa",
        "Asia-Pacific",
    }


def test_nothing_leads_nowhere(sourced: Sourced) -> None:
    rows = _rows(_page(sourced(ENTRIES)), "type")
    assert rows["Connector"].path is None
    assert rows["Webspace"].path == "types/webspace/"


def test_type_against_model_leads_to_both_filters(sourced: Sourced) -> None:
    crossing = _page(sourced(ENTRIES)).crossing
    assert crossing.columns == ("Direct", "Referral", "Reseller", "Not stated")
    webspace = dict(crossing.rows)["Webspace"]
    assert webspace[0] == ("apps/?type=webspace&model=direct", 1)
    assert [count for _, count in webspace] == [1, 0, 0, 1]


def test_an_empty_catalog_has_shares_of_nothing(sourced: Sourced) -> None:
    page = _page(sourced({}))
    assert page.total == 0
    assert {row.percent for mix in page.mixes for row in mix.rows} == {0.0}
