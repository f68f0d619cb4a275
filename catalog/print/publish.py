"""The book as the program asks for it: by an edition's id and by filters as typed.

Owns the choice of the edition and the reading of options. Refuses to print; a wrong option is an error that says
what would be right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.errors import UsageError
from catalog.findings import Severity
from catalog.print.book import build_book
from catalog.print.edition import current_edition, next_edition, read_editions
from catalog.print.grid import UnknownTrimError
from catalog.print.select import Filters, UnknownFilterError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from catalog.model import Catalog
    from catalog.print.book import Progress
    from catalog.print.edition import Edition
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


def publish(  # noqa: PLR0913 - keyword-only, and each is a thing of its own
    catalog: Catalog,
    *,
    editions: Path,
    edition: str | None,
    trim: str | None,
    cut: Mapping[str, str],
    site_url: str,
    output: Path,
    cache: Path,
    progress: Progress,
) -> BookReport:
    """Build a book from options as typed.

    Args:
        catalog: compiled and checked.
        editions: folder of the edition files; need not exist.
        edition: an edition's id, or `None` for the one that the day of the catalog belongs to.
        trim: instead of the edition's.
        cut: filters by facet; several values of one are parted by commas.
        site_url: where the site lives.
        output: folder of the book.
        cache: folder for fonts and pictures.
        progress: told (done, in all).

    Raises:
        BookOptionError: an edition, trim or filter that is not known, or a faulty edition file.
    """
    if not site_url.startswith(("http://", "https://")):
        raise BookOptionError(
            "the codes in the book need the address of the site: set site_url in mkdocs.yml"
        )
    known = _read(editions)
    chosen = _choose(known, edition, catalog.as_of)
    try:
        return build_book(
            catalog, chosen, output=output, site_url=site_url, cache=cache, trim=trim, filters=filters_of(cut),
            upcoming=next_edition(known, chosen), progress=progress,
        )  # fmt: skip
    except (UnknownTrimError, UnknownFilterError) as error:
        raise BookOptionError(str(error)) from error


def filters_of(cut: Mapping[str, str]) -> Filters:
    """Filters by facet, each value with commas between several."""
    values = {
        _FILTERS[facet]: tuple(value.strip() for value in typed.split(",") if value.strip())
        for facet, typed in cut.items()
    }
    return Filters(**values)


def _read(folder: Path) -> tuple[Edition, ...]:
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
