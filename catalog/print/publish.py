"""The book as the program asks for it: by an edition's id and by filters as typed.

Owns the choice of the edition and the reading of options. Refuses to print; a wrong option is an error that says
what would be right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.editions import current_edition, frozen_before, frozen_ids, next_edition, read_editions
from catalog.errors import UsageError
from catalog.findings import Severity
from catalog.print.book import build_book
from catalog.print.editions.freezing import earlier, thaw
from catalog.print.grid import UnknownTrimError
from catalog.print.production import SCREEN
from catalog.print.select import Filters, UnknownFilterError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from catalog.editions import Edition
    from catalog.model import Catalog
    from catalog.print.book import Progress
    from catalog.print.editions.freezing import Earlier
    from catalog.print.production import Production
    from catalog.print.report import BookReport

_FILTERS = {
    "region": "region",
    "type": "type",
    "kind": "type",
    "model": "model",
    "vendor": "vendor",
    "language": "language",
}


class BookOptionError(UsageError):
    """An option of the book cannot be used as it stands; the message says what is wrong."""


class Chosen(NamedTuple):
    """The edition to print, the one after it, the site's address, and what is printed where that is frozen.

    `previous` is the frozen edition that the book tells the changes since.
    """

    edition: Edition
    upcoming: Edition | None
    site_url: str
    frozen: Catalog | None = None
    previous: Earlier | None = None


def choose(editions: Path, wanted: str | None, *, as_of: date, site_url: str) -> Chosen:
    """The edition of an id, or that of a day; a frozen one is read again as it was.

    Raises:
        BookOptionError: an id that is not known, a faulty edition file, or a site without an address.
        FrozenError: a frozen edition that is no longer what was frozen.
    """
    frozen = frozen_ids(editions)
    if wanted not in frozen:
        known = known_editions(editions)
        edition = _choose(known, wanted, as_of)
        if edition.id not in frozen:
            _require_address(site_url)
            previous = earlier(editions, frozen_before(editions, edition.id))
            return Chosen(edition, next_edition(known, edition), site_url, previous=previous)
        wanted = edition.id
    held = thaw(editions, wanted)
    previous = earlier(editions, held.manifest.previous_id)
    return Chosen(held.edition, held.upcoming, held.manifest.site_url, held.catalog, previous)


def publish(  # noqa: PLR0913 - keyword-only, and each is a thing of its own
    catalog: Catalog,
    chosen: Chosen,
    *,
    trim: str | None,
    cut: Mapping[str, str],
    output: Path,
    cache: Path,
    progress: Progress,
    production: Production = SCREEN,
) -> BookReport:
    """Build a book from options as typed.

    Args:
        catalog: compiled and checked, or frozen.
        chosen: the edition.
        trim: instead of the edition's.
        cut: filters by facet; several values of one are parted by commas.
        output: folder of the book.
        cache: folder for fonts and pictures.
        progress: told (done, in all).
        production: for whom the files are, and how they are made.

    Raises:
        BookOptionError: a trim or filter that is not known.
    """
    try:
        return build_book(
            catalog, chosen.edition, output=output, site_url=chosen.site_url, cache=cache, trim=trim,
            filters=filters_of(cut), production=production, upcoming=chosen.upcoming, previous=chosen.previous,
            progress=progress,
        )  # fmt: skip
    except (UnknownTrimError, UnknownFilterError) as error:
        raise BookOptionError(str(error)) from error


def _require_address(site_url: str) -> None:
    if not site_url.startswith(("http://", "https://")):
        raise BookOptionError(
            "the codes in the book need the address of the site: set site_url in mkdocs.yml"
        )


def filters_of(cut: Mapping[str, str]) -> Filters:
    """Filters by facet, each value with commas between several."""
    values = {
        _FILTERS[facet]: tuple(value.strip() for value in typed.split(",") if value.strip())
        for facet, typed in cut.items()
    }
    return Filters(**values)


def known_editions(folder: Path) -> tuple[Edition, ...]:
    """The editions of a folder in the order of publication; a fault in a file is `BookOptionError`."""
    editions, findings = read_editions(folder)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        told = "\n".join(
            f"{error.path}:{error.span.line}:{error.span.column}: {error.message}; {error.help}"
            for error in errors
        )
        raise BookOptionError(told)
    return editions


def _choose(editions: tuple[Edition, ...], wanted: str | None, as_of: date) -> Edition:
    if wanted is None:
        return current_edition(editions, as_of)
    found = next((edition for edition in editions if edition.id == wanted), None)
    if found is None:
        listed = ", ".join(edition.id for edition in editions) or "none: the editions folder is empty"
        raise BookOptionError(f'there is no edition "{wanted}"; known are {listed}')
    return found
