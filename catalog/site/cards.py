"""The card of an entry: what a reader compares entries by, and nothing else.

Owns the choice of what stands on a card. Refuses anything that can't be filtered or sorted by.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.handbook.verdict import ANSWERS
from catalog.site.terms import badge, entry_path, name_of
from catalog.site.views import Card, Logo, PleskMark, Text
from catalog.site.words import regions_said, said, text_of

if TYPE_CHECKING:
    from catalog.model import Entry
    from catalog.site.sources import Sources


def card_of(entry: Entry, sources: Sources) -> Card:
    """The card of one entry."""
    shown = sources.readiness[entry.slug]
    return Card(
        slug=entry.slug,
        path=entry_path(entry.slug),
        name=text_of(entry.name, entry),
        vendor=text_of(entry.vendor.name, entry),
        vendor_path=sources.vendor_path(entry),
        summary=said(entry, "summary", sources.messages.language),
        type=badge(entry.type),
        models=tuple([name_of("model", model) for model in entry.business_models]),
        where=Text(regions_said(entry.regions, sources.messages), sources.messages.lang),
        stated=entry.regions.stated,
        readiness=shown.met if entry.models_stated else None,
        materials=shown.total,
        logo=logo_of(entry, sources),
        demo=entry.is_demo,
        unclaimed=entry.is_unclaimed,
        level=entry.certification.level if entry.certification else None,
        plesk=_PLESK[sources.verdicts[entry.slug].answer],
    )


_PLESK = {answer: PleskMark(answer=answer, title=title) for answer, title in ANSWERS.items()}


def logo_of(entry: Entry, sources: Sources) -> Logo:
    """The entry's mark, with the first sign of its name for the case that it has none."""
    pictures, media = sources.pictures, entry.media
    return Logo(
        letter=next((sign for sign in entry.name if sign.isalnum()), entry.name[:1]).upper(),
        picture=pictures.get((entry.slug, media.logo)) if media.logo else None,
        dark=pictures.get((entry.slug, media.logo_dark)) if media.logo_dark else None,
    )
