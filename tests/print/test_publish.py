from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.print.publish import BookOptionError, choose, filters_of, publish
from catalog.print.select import Filters
from tests.print.small import CACHE, catalog_of, entry_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from catalog.print.report import BookReport

AUTUMN = "title: Autumn 2026\npublished: 2026-09-01\ncutoff: 2026-08-15\ntrim: A4\n"
SPRING = AUTUMN.replace("Autumn 2026", "Spring 2027").replace("2026-09-01", "2027-03-01")


@pytest.fixture
def published(tmp_path: Path) -> Callable[..., BookReport]:
    """A book of one entry by options as typed, on 1 January 2027, with these edition files."""

    def build(
        files: dict[str, str], edition: str | None = None, trim: str | None = None, **cut: str
    ) -> BookReport:
        (tmp_path / "editions").mkdir()
        for name, text in files.items():
            (tmp_path / "editions" / f"{name}.yaml").write_text(text)
        catalog = catalog_of([entry_of()])
        chosen = choose(
            tmp_path / "editions", edition, as_of=catalog.as_of, site_url="https://catalog.example"
        )
        return publish(
            catalog,
            chosen,
            trim=trim,
            cut=cut,
            output=tmp_path / "print",
            cache=CACHE,
            progress=lambda _done, _total: None,
        )

    return build


def test_the_current_edition_is_published_unless_another_is_named(
    published: Callable[..., BookReport],
) -> None:
    files = {"2026-autumn": AUTUMN, "2027-spring": SPRING}
    assert published(files).edition.id == "2027-spring"


def test_a_named_edition_and_another_trim_are_taken(published: Callable[..., BookReport]) -> None:
    report = published({"2026-autumn": AUTUMN, "2027-spring": SPRING}, "2026-autumn", "letter")
    assert report.path
    assert report.path.name == "aps-catalog-2026-autumn-screen.pdf"


def test_without_files_the_day_makes_the_edition(published: Callable[..., BookReport]) -> None:
    assert published({}).edition.id == "2027-spring"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"edition": "2030-spring"}, 'no edition "2030-spring"; known are 2027-spring'),
        ({"trim": "Legal"}, "'Legal'"),
        ({"kind": "website"}, '--type "website"'),
        ({"region": "DE,UK"}, '--region "UK"'),
    ],
)
def test_a_wrong_option_says_what_is_wrong(
    published: Callable[..., BookReport], options: dict[str, str], said: str
) -> None:
    with pytest.raises(BookOptionError, match=said):
        published({"2027-spring": SPRING}, **options)


def test_a_faulty_edition_file_is_named_with_its_line(published: Callable[..., BookReport]) -> None:
    with pytest.raises(BookOptionError, match=r"editions/2027-spring\.yaml:3:9: .*cut-off"):
        published({"2027-spring": SPRING.replace("2026-08-15", "2028-08-15")})


def test_several_values_are_parted_by_commas() -> None:
    assert filters_of({"region": "DE, FR", "kind": "webspace"}) == Filters(
        region=("DE", "FR"), type=("webspace",)
    )


def test_a_filter_that_matches_nothing_gives_no_book(published: Callable[..., BookReport]) -> None:
    report = published({}, kind="connector")
    assert (report.path, report.reason) == (None, "no book: no entry to print")
