"""The front page, the page of all applications, vendors' pages and promotions.

Owns what each of these lists and in which order.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from catalog.regions import PARTITION, WORLDWIDE
from catalog.site.cards import logo_of
from catalog.site.list_views import Bar, BrowsePage, HomePage, PromotionsGroup, PromotionsPage, VendorPage
from catalog.site.offer import promotions_of
from catalog.site.overviews import vendors_in_order
from catalog.site.paging import PAGE, page_path, pager, pages_of
from catalog.site.terms import ENTRIES, badge, entry_path, name_of, path_of, query_of
from catalog.site.words import country_name, reference, text_of
from catalog.vocabulary import NOT_STATED, vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markupsafe import Markup

    from catalog.model import Entry, VendorListing
    from catalog.site.sources import Sources
    from catalog.site.tally import Tally

_NEWEST = 6
_TRIES = 4


def browse_pages(cards: Sequence[Markup], panel: Markup) -> Iterator[tuple[str, BrowsePage]]:
    """Address and view of each page of all applications, in reading order."""
    count = len(cards)
    for number in range(1, pages_of(count) + 1):
        shown = cards[(number - 1) * PAGE : number * PAGE]
        view = BrowsePage(count=count, panel=panel, cards=tuple(shown), pager=pager(ENTRIES, number, count))
        yield page_path(ENTRIES, number), view


def vendor_pages(
    vendor: VendorListing, tally: Tally, cards: Sequence[Markup]
) -> Iterator[tuple[str, VendorPage]]:
    """Address and view of each page of a vendor's listed entries."""
    behind = tally.behind("vendor", vendor.slug)
    base = path_of("vendor", vendor.slug)
    for number in range(1, pages_of(behind.size) + 1):
        view = VendorPage(
            slug=vendor.slug,
            name=text_of(vendor.name, vendor.entries[0]),
            country=next(
                (country_name(entry.vendor.country) for entry in vendor.entries if entry.vendor.country), None
            ),
            home=reference(vendor.name, vendor.homepage),
            demo=all(entry.is_demo for entry in vendor.entries),
            count=behind.size,
            query=query_of("vendor", vendor.slug),
            cards=tuple([cards[at] for at in behind.positions[(number - 1) * PAGE : number * PAGE]]),
            pager=pager(base, number, behind.size),
        )
        yield page_path(base, number), view


def home_page(tally: Tally, sources: Sources, cards: Mapping[str, Markup]) -> HomePage:
    """The front page."""
    listed = [sources.by_slug[slug] for slug in cards]
    as_of = sources.catalog.as_of
    return HomePage(
        total=tally.total,
        vendors=len(vendors_in_order(sources, tally)),
        types=tuple((badge(type_id), tally.behind("type", type_id).size) for type_id in vocabularies().types),
        regions=tuple(_bar("region", token, tally) for token in (*PARTITION, WORLDWIDE, NOT_STATED)),
        models=tuple(_model_bars(tally)),
        newest=tuple(cards[entry.slug] for entry in sorted(listed, key=_newest_first)[:_NEWEST]),
        tries=_tries(tally),
        promotions=sum(len(promotions_of(entry, as_of)) for entry in listed),
    )


def promotions_page(listed: Sequence[Entry], sources: Sources, *, feed: str | None) -> PromotionsPage:
    """Promotions that run or are still to come, by entry; the entry whose promotion ends first comes first."""
    as_of = sources.catalog.as_of
    groups = [
        PromotionsGroup(
            name=text_of(entry.name, entry),
            path=entry_path(entry.slug),
            vendor=text_of(entry.vendor.name, entry),
            demo=entry.is_demo,
            logo=logo_of(entry, sources),
            promotions=offers,
        )
        for entry in listed
        if (offers := promotions_of(entry, as_of))
    ]
    groups.sort(key=lambda group: group.promotions[0].ends)
    return PromotionsPage(
        feed=feed, groups=tuple(groups), count=sum(len(group.promotions) for group in groups)
    )


def _newest_first(entry: Entry) -> tuple[int, str]:
    checked = entry.listing.checked or date.min
    return -checked.toordinal(), entry.slug


def _model_bars(tally: Tally) -> Iterator[Bar]:
    for model in (*vocabularies().models.values(), vocabularies().unstated_model):
        yield _bar("model", model.id, tally, model.summary)


def _bar(param: str, value: str, tally: Tally, summary: str = "") -> Bar:
    size = tally.behind(param, value).size
    percent = round(100 * size / tally.total) if tally.total else 0
    name = name_of(param, value)
    return Bar(name=name, path=path_of(param, value), count=size, percent=percent, summary=summary)


def _tries(tally: Tally) -> tuple[str, ...]:
    """Names of the categories with the most entries: words that surely find something."""
    sizes = {value: behind.size for value, behind in tally.values["category"].items() if behind.size}
    largest = sorted(sizes, key=lambda value: (-sizes[value], value))[:_TRIES]
    return tuple(tally.messages.inside(name_of("category", value)) for value in largest)
