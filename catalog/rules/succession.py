"""Rules across entries on addresses over time: former slugs, and what replaces a withdrawn entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.rules.registry import ERROR, WARNING, Spot, catalog_rule
from catalog.rules.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Catalog


@catalog_rule("APS303", ERROR, "former-slug-is-alive")
def former_slug_is_alive(catalog: Catalog, slugs: frozenset[str]) -> Iterator[tuple[str, Spot]]:
    """A former slug is the slug of an entry that is there.

    The address of a former slug leads on to the entry that lists it. It cannot do so where another page stands, or the
    entry's own.

    Refused:

        # entries/quay-mail/entry.yaml
        formerly: [quay-desk]
                   ^
        # entries/quay-desk/entry.yaml
        name: Quay Desk

    Accepted:

        # entries/quay-mail/entry.yaml
        formerly: [quay-post]
        # entries/quay-desk/entry.yaml
        name: Quay Desk
    """
    for entry in catalog.entries:
        for number, slug in enumerate(entry.formerly):
            if slug in slugs:
                own = slug == entry.slug
                message = (
                    f'"{slug}" is this entry\'s own slug'
                    if own
                    else f'"{slug}" is the slug of entries/{slug}/entry.yaml'
                )
                remedy = "remove it" if own else "remove it, or rename the folder of the other entry"
                yield entry.slug, Spot(("formerly", number), message, remedy)


@catalog_rule("APS304", ERROR, "former-slug-claimed-twice")
def former_slug_claimed_twice(catalog: Catalog, _slugs: frozenset[str]) -> Iterator[tuple[str, Spot]]:
    """Two entries list the same former slug.

    Its address can lead to one of them.

    Refused:

        # entries/quay-mail/entry.yaml
        formerly: [quay-post]
                   ^
        # entries/quay-desk/entry.yaml
        formerly: [quay-post]
                   ^

    Accepted:

        # entries/quay-mail/entry.yaml
        formerly: [quay-post]
        # entries/quay-desk/entry.yaml
        formerly: [quay-bureau]
    """
    claims: dict[str, list[tuple[str, int]]] = {}
    for entry in catalog.entries:
        for number, slug in enumerate(entry.formerly):
            claims.setdefault(slug, []).append((entry.slug, number))
    for slug, claimed in claims.items():
        if len(claimed) > 1:
            for owner, number in claimed:
                others = sorted(f"entries/{other}/entry.yaml" for other, _ in claimed if other != owner)
                message = f'"{slug}" is also a former slug of {listed(others)}'
                yield (
                    owner,
                    Spot(("formerly", number), message, "keep it in the entry that its readers look for"),
                )


@catalog_rule("APS309", WARNING, "replacement-not-there")
def replacement_not_there(catalog: Catalog, slugs: frozenset[str]) -> Iterator[tuple[str, Spot]]:
    """An entry names a replacement that is not there.

    The page of a withdrawn application leads its readers to what replaces it.

    Refused:

        # entries/quay-mail/entry.yaml
        listing: {source: demo, status: withdrawn, replaced_by: quay-post}
                                                                ^

    Accepted:

        # entries/quay-mail/entry.yaml
        listing: {source: demo, status: withdrawn, replaced_by: quay-desk}
        # entries/quay-desk/entry.yaml
        name: Quay Desk
    """
    for entry in catalog.entries:
        replacement = entry.listing.replaced_by
        if replacement and (replacement not in slugs or replacement == entry.slug):
            message = f'there is no other entry "{replacement}"'
            yield (
                entry.slug,
                Spot(("listing", "replaced_by"), message, "write the slug of the entry that replaces it"),
            )
