"""Rules about places. An unknown token and an idle exception are refused while decoding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.findings import Problem, Severity
from catalog.regions import countries_of, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Entry
    from catalog.rules.context import Context


def promotion_outside_regions(entry: Entry, _context: Context) -> Iterator[Problem]:
    """A promotion names a region where the application is not sold.

    A partner there would read an offer that nobody can take. Narrow the promotion, or widen the entry's regions.
    """
    for index, promotion in enumerate(entry.promotions):
        if promotion.regions is None or not promotion.regions.stated or not entry.regions.stated:
            continue
        if outside := countries_of(promotion.regions) - countries_of(entry.regions):
            yield Problem(
                "APS228",
                Severity.ERROR,
                ("promotions", index, "regions"),
                f"the promotion covers {len(outside)} countries where the application is not sold, {min(outside)} among them",
                f"the entry is sold in: {words(entry.regions)}; narrow the promotion or widen the entry's regions",
            )
