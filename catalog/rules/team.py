"""Rules on what the team keeps for itself (`program/internal/`): engagement managers and leads.

They find something in a build for the team alone; no other reads those files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.findings import near_misses
from catalog.rules.registry import ERROR, Spot, catalog_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Catalog

MANAGERS = "internal/engagement-managers.yaml"
LEADS = "internal/leads.yaml"


@catalog_rule("APS310", ERROR, "team-names-unknown-entry")
def team_names_unknown_entry(catalog: Catalog, slugs: frozenset[str]) -> Iterator[tuple[str, Spot]]:
    """An engagement manager or a lead names an application that the catalog does not have.

    Both name applications by the slugs of their entries.

    Refused:

        # program/internal/engagement-managers.yaml
        - id: north
          name: Ada North
          email: ada@catalog.example
          applications: [harbor-synk]
                         ^

    Accepted:

        # program/internal/engagement-managers.yaml
        - id: north
          name: Ada North
          email: ada@catalog.example
          applications: [harbor-sync]
    """
    if catalog.internal is None:
        return
    for at, manager in enumerate(catalog.internal.managers):
        for number, slug in enumerate(manager.applications):
            if slug not in slugs:
                yield MANAGERS, _unknown((at, "applications", number), slug, slugs)
    for at, lead in enumerate(catalog.internal.leads):
        if lead.application not in slugs:
            yield LEADS, _unknown((at, "application"), lead.application, slugs)


def _unknown(path: tuple[str | int, ...], slug: str, slugs: frozenset[str]) -> Spot:
    near = near_misses(slug, sorted(slugs))
    remedy = f'did you mean "{near[0]}"?' if near else "write the folder name of an entry"
    return Spot(path, f'there is no entry "{slug}"', remedy)


@catalog_rule("APS311", ERROR, "application-has-two-managers")
def application_has_two_managers(catalog: Catalog, _slugs: frozenset[str]) -> Iterator[tuple[str, Spot]]:
    """Two engagement managers look after one application.

    A vendor is assigned one manager (handbook, "Going To Market"), who is also the owner of its leads.

    Refused:

        # program/internal/engagement-managers.yaml
        - {id: north, name: Ada North, email: ada@catalog.example, applications: [harbor-sync]}
        - {id: south, name: Bo South, email: bo@catalog.example, applications: [harbor-sync]}
                                                                                ^

    Accepted:

        # program/internal/engagement-managers.yaml
        - {id: north, name: Ada North, email: ada@catalog.example, applications: [harbor-sync]}
        - {id: south, name: Bo South, email: bo@catalog.example}
    """
    if catalog.internal is None:
        return
    first: dict[str, str] = {}
    for at, manager in enumerate(catalog.internal.managers):
        for number, slug in enumerate(manager.applications):
            known = first.setdefault(slug, manager.id)
            if known != manager.id:
                message = f'"{slug}" is looked after by "{known}" already'
                yield MANAGERS, Spot((at, "applications", number), message, "leave it to one of the two")
