"""What the views of one build are made from.

Owns the few maps that every view needs, worked out once. Refuses to change anything.
"""

from __future__ import annotations

import msgspec

from catalog.handbook.readiness import Readiness, readiness
from catalog.handbook.verdict import Verdict, plesk_verdict
from catalog.model import Catalog, Entry
from catalog.site.messages import ENGLISH, Messages
from catalog.site.terms import entry_path
from catalog.site.views import Picture, Text
from catalog.site.words import text_of

# Pictures by slug and file name.
Pictures = dict[tuple[str, str], Picture]


class Sources(msgspec.Struct, frozen=True, kw_only=True):
    """The catalog and its maps: vendor slugs by vendor name, pictures, and by slug each entry, readiness and verdict.

    `white_label` holds every spelling of a partner's name, by id.

    `edit_base` is where entries are edited, `None` where nobody knows. `messages`: the site's words in its language.
    """

    catalog: Catalog
    vendor_slugs: dict[str, str]
    by_slug: dict[str, Entry]
    readiness: dict[str, Readiness]
    verdicts: dict[str, Verdict]
    pictures: Pictures
    white_label: dict[str, str]
    edit_base: str | None = None
    messages: Messages = ENGLISH

    def vendor_path(self, entry: Entry) -> str:
        """The page of the entry's vendor."""
        return f"vendors/{self.vendor_slugs[entry.vendor.name]}/"

    def edit_href(self, entry: Entry) -> str | None:
        """Where the entry's file is edited, if the site's repository is known."""
        return f"{self.edit_base}entries/{entry.slug}/entry.yaml" if self.edit_base else None

    def name_and_path(self, slug: str) -> tuple[Text, str]:
        """The name and the page of an entry that another one points to."""
        entry = self.by_slug[slug]
        return text_of(entry.name, entry), entry_path(slug)


def sources_of(
    catalog: Catalog, pictures: Pictures, edit_base: str | None = None, messages: Messages = ENGLISH
) -> Sources:
    """Work out the maps of a catalog."""
    return Sources(
        catalog=catalog,
        vendor_slugs={vendor.name: slug for slug, vendor in catalog.vendors.items()},
        by_slug={entry.slug: entry for entry in catalog.entries},
        readiness={entry.slug: readiness(entry) for entry in catalog.entries},
        verdicts={entry.slug: plesk_verdict(entry) for entry in catalog.entries},
        pictures=pictures,
        white_label={
            partner.id: " ".join((partner.name, *partner.aliases))
            for partner in catalog.programme.white_label_partners
        },
        edit_base=edit_base,
        messages=messages,
    )
