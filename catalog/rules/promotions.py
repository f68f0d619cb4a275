"""Rules on promotions: their days and their regions (handbook, "Going To Market", Promotions)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.regions import WORLDWIDE, countries_of, geography, words
from catalog.rules.registry import ERROR, WARNING, Spot, entry_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Entry, Regions
    from catalog.rules.context import Context
    from catalog.source import Path


@entry_rule("APS680", ERROR, "promotion-ends-before-it-starts", about="promotions")
def promotion_ends_before_it_starts(entry: Entry, _context: Context) -> Iterator[Spot]:
    """A promotion ends before it starts.

    Both days belong to the promotion, so it may last one day and never less (handbook, "Going To Market", Promotions).

    Refused:

        promotions:
          - title: Three months free
            text: Sign an agreement while the offer runs, and the first three months are free of charge.
            starts: 2026-11-01
            ends: 2026-10-01
                  ^

    Accepted:

        promotions:
          - title: Three months free
            text: Sign an agreement while the offer runs, and the first three months are free of charge.
            starts: 2026-11-01
            ends: 2026-12-31
    """
    for number, promotion in enumerate(entry.promotions):
        if promotion.ends < promotion.starts:
            message = f"the promotion ends on {promotion.ends}, before it starts on {promotion.starts}"
            yield Spot(("promotions", number, "ends"), message, "check the two days")


@entry_rule("APS681", WARNING, "promotion-is-over", about="promotions")
def promotion_is_over(entry: Entry, context: Context) -> Iterator[Spot]:
    """A promotion has ended.

    Pages hide it from the day after its last (handbook, "Going To Market", Promotions). In the entry it only takes the
    room of the next one.

    Refused:

        promotions:
          - title: Three months free
            text: Sign an agreement while the offer runs, and the first three months are free of charge.
            starts: 2026-05-01
            ends: 2026-06-30
                  ^

    Accepted:

        promotions:
          - title: Three months free
            text: Sign an agreement while the offer runs, and the first three months are free of charge.
            starts: 2026-05-01
            ends: 2026-12-31
    """
    for number, promotion in enumerate(entry.promotions):
        if promotion.starts <= promotion.ends < context.as_of:
            message = f"the promotion ended on {promotion.ends}"
            yield Spot(("promotions", number, "ends"), message, "remove it, or write the new last day")


def _outside(regions: Regions, sold: frozenset[str]) -> Iterator[tuple[Path, frozenset[str]]]:
    """The countries of a promotion where the application is not sold, with the path of what brings them in."""
    covered = countries_of(regions)
    members = geography().members
    tokens = [(token, members[token] & covered - sold) for token in regions.include]
    places = [(number, outside) for number, (_, outside) in enumerate(tokens) if outside]
    if regions.include == (WORLDWIDE,) or regions.excluded:
        # One word, or a block: the token's own place is not worth a second look at the file.
        if outside := covered - sold:
            yield (), outside
    else:
        for number, outside in places:
            yield (number,), outside


@entry_rule("APS228", ERROR, "promotion-outside-regions", about="promotions")
def promotion_outside_regions(entry: Entry, _context: Context) -> Iterator[Spot]:
    """A promotion names a region where the application is not sold.

    A partner there would read an offer that nobody can take. Narrow the promotion, or widen the entry's regions.

    Refused:

        regions: [DE, FR]
        promotions:
          - title: Three months free
            text: Sign an agreement while the offer runs, and the first three months are free of charge.
            starts: 2026-08-01
            ends: 2026-12-31
            regions: [FR, JP]
                          ^

    Accepted:

        regions: [DE, FR]
        promotions:
          - title: Three months free
            text: Sign an agreement while the offer runs, and the first three months are free of charge.
            starts: 2026-08-01
            ends: 2026-12-31
            regions: [FR]
    """
    sold = countries_of(entry.regions)
    for index, promotion in enumerate(entry.promotions if entry.regions.stated else ()):
        if promotion.regions is None or not promotion.regions.stated:
            continue
        for path, outside in _outside(promotion.regions, sold):
            where = f"{len(outside)} countries" if len(outside) > 1 else geography().name(min(outside))
            message = f"the promotion covers {where}, where the application is not sold"
            remedy = f"the entry is sold in: {words(entry.regions)}; narrow the promotion or widen the entry's regions"
            yield Spot(("promotions", index, "regions", *path), message, remedy)
