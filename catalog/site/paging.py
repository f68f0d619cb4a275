"""Static pages of long lists.

Owns the size of a page and the addresses `<list>/page/2/` and on; the first page is the list's own address. A slug
may be `page` too: its page lies at `apps/page/`, the second page of the list at `apps/page/2/`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.site.list_views import Pager

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = 24
_NEAR = 2


def page_path(base: str, number: int) -> str:
    """The address of one page of a list."""
    return base if number == 1 else f"{base}page/{number}/"


def pages_of(count: int) -> int:
    """How many pages a list of `count` takes; an empty list takes one, to say so."""
    return max(1, -(-count // PAGE))


def pager(base: str, number: int, count: int, *, pages: int | None = None) -> Pager:
    """Where one page stands among all."""
    pages = pages_of(count) if pages is None else pages
    return Pager(
        number=number,
        pages=pages,
        first=min((number - 1) * PAGE + 1, count),
        last=min(number * PAGE, count),
        previous=page_path(base, number - 1) if number > 1 else None,
        next=page_path(base, number + 1) if number < pages else None,
        steps=tuple(_steps(base, number, pages)),
    )


def _steps(base: str, number: int, pages: int) -> Iterator[tuple[str, str | None]]:
    """First, last, the neighbours and gaps between them."""
    shown = sorted({1, pages, *range(max(1, number - _NEAR), min(pages, number + _NEAR) + 1)})
    before = 0
    for step in shown:
        if step - before > 1:
            yield "…", None
        yield str(step), None if step == number else page_path(base, step)
        before = step
