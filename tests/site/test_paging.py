"""Static pages of long lists."""

from __future__ import annotations

import pytest

from catalog.site.paging import page_path, pager, pages_of


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (24, 1), (25, 2), (48, 2), (49, 3)])
def test_a_list_takes_as_many_pages_as_it_needs_and_at_least_one(count: int, pages: int) -> None:
    assert pages_of(count) == pages


def test_the_first_page_is_the_lists_own_address() -> None:
    assert [page_path("apps/", number) for number in (1, 2)] == ["apps/", "apps/page/2/"]


def test_every_page_knows_its_neighbours_and_the_ends() -> None:
    middle = pager("apps/", 5, 24 * 10)
    assert (middle.first, middle.last, middle.previous, middle.next) == (
        97,
        120,
        "apps/page/4/",
        "apps/page/6/",
    )
    assert middle.steps == (
        ("1", "apps/"),
        ("…", None),
        ("3", "apps/page/3/"),
        ("4", "apps/page/4/"),
        ("5", None),
        ("6", "apps/page/6/"),
        ("7", "apps/page/7/"),
        ("…", None),
        ("10", "apps/page/10/"),
    )


def test_the_ends_have_one_neighbour() -> None:
    assert pager("apps/", 1, 30).previous is None
    assert pager("apps/", 2, 30).next is None
    assert pager("apps/", 2, 30).last == 30


def test_an_empty_list_says_zero() -> None:
    empty = pager("apps/", 1, 0)
    assert (empty.first, empty.last, empty.pages, empty.steps) == (0, 0, 1, (("1", None),))
