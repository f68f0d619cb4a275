"""The routes page: what the vocabularies say of each route."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print.pages.plan import RouteModel
from catalog.print.pages.routes import route_pages
from catalog.vocabulary import vocabularies
from tests.print.small import entry_of

if TYPE_CHECKING:
    from tests.print.conftest import MakeDesk


def test_every_route_stands_with_its_models_and_its_applications(make_desk: MakeDesk) -> None:
    entries = [entry_of("a", routes=("plesk", "automation")), entry_of("b", routes=("plesk",))]
    (page,) = route_pages(entries, make_desk())
    rows = {row.route: row for _, row in page.rows}
    assert list(rows) == list(vocabularies().routes)
    assert (rows["plesk"].applications, rows["automation"].applications) == (2, 1)
    names = {term.id: term.name for term in vocabularies().models.values()}
    for route, row in rows.items():
        assert {model.name for model in row.models} == {
            names[model] for model in vocabularies().routes[route].models
        }


def test_who_signs_and_who_is_paid_comes_from_the_money_flows(make_desk: MakeDesk) -> None:
    (page,) = route_pages([], make_desk())
    rows = {row.route: row.models for _, row in page.rows}
    assert rows["automation"] == (
        RouteModel("Direct", "the provider", "the provider"),
        RouteModel("Referral", "Parallels and the provider", "the provider"),
    )
    assert rows["partner-storefront"] == (RouteModel("Reseller", "Parallels", "Parallels"),)
