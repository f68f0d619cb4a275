"""Rules on what the team keeps for itself (`program/internal/`): engagement managers and leads.

They find something in a build for the team alone; no other reads those files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.rules.programme import no_such_entry
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
                yield MANAGERS, no_such_entry((at, "applications", number), slug, slugs)
    for at, lead in enumerate(catalog.internal.leads):
        if lead.application not in slugs:
            yield LEADS, no_such_entry((at, "application"), lead.application, slugs)


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
