"""A print edition: its name, its days, its trim, and the size of each entry.

Owns the edition as a value, the file it is read from, and which edition is current. Refuses to choose entries
(the book does). An edition's id is its file's name, `<year>-<spring|autumn>`; its code, such as `27s`, stands in every
address that the book prints, so that visits by a book can be counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal

from catalog.decode.addresses import SLUG
from catalog.decode.containers import Block, ListOf
from catalog.decode.shapes import Flag, Missing, Refusal, Shape, Sink, Text, shorten
from catalog.decode.terms import Date, Term
from catalog.findings import Finding, Problem, Severity, from_fault, locate
from catalog.source import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

TRIMS = ("A4", "Letter", "A5")
"""The trims with a name. `own_trim` reads one of the caller's own."""

_OWN = re.compile(r"(\d{2,3}(?:\.\d+)?)x(\d{2,3}(?:\.\d+)?)(?:mm)?", re.IGNORECASE)
_LEAST, _MOST = (148.0, 205.0), (250.0, 350.0)
# Wider pages have their parts side by side, and need height for them.
_WIDE, _LEAST_WIDE = 208.0, 240.0
OWN_TRIMS = (
    f"{_LEAST[0]:g} x {_LEAST[1]:g} mm to {_MOST[0]:g} x {_MOST[1]:g} mm, "
    f"from {_WIDE:g} mm of width {_LEAST_WIDE:g} mm high"
)
"""From which to which an own trim may go, in words."""

Size = Literal["listing", "quarter", "half", "feature"]
"""How much of a page an entry is given, growing: three lines, a quarter, half of it, all of it."""

FROZEN, MANIFEST = "frozen", "manifest.json"
"""Where frozen editions lie, below the folder of the edition files, and what each of them has."""

SECTIONS = (
    "foreword",
    "how-to-read",
    "types",
    "models",
    "routes",
    "coverage",
    "changes",
    "index",
    "index-region",
    "index-model",
    "index-category",
    "contact",
)
"""The parts of a book that an edition may leave out, in the order of the book; chapters stand before `changes`."""

_ID = re.compile(r"(\d{4})-(spring|autumn)")


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition. Entries that came after `cutoff` wait for the next; offers that end before `published` go.

    `features`, `halves` and `listings` are slugs of entries that get a whole page, half a page, or three lines; `size`
    is the size of every entry that is not named. With `enlarge` an entry that is too long for its size gets the next
    larger; without, it is an error. `sections` are ids of `SECTIONS`.
    """

    id: str
    title: str
    published: date
    cutoff: date
    trim: str = "A4"
    foreword: str | None = None
    sections: tuple[str, ...] = SECTIONS
    features: tuple[str, ...] = ()
    halves: tuple[str, ...] = ()
    listings: tuple[str, ...] = ()
    size: Literal["quarter", "listing"] = "quarter"
    enlarge: bool = True

    @property
    def named(self) -> dict[str, Size]:
        """The size of each entry that is named, by slug; the largest where it is named twice."""
        return {
            **dict.fromkeys(self.listings, "listing"),
            **dict.fromkeys(self.halves, "half"),
            **dict.fromkeys(self.features, "feature"),
        }

    @property
    def code(self) -> str:
        """Short form for addresses: `2027-spring` → `27s`."""
        year, season = self.id.split("-")
        return year[2:] + season[0]


def own_trim(text: str) -> tuple[float, float] | None:
    """Width and height in millimetres of a trim such as `170x240mm`, or `None` if no page can be that size."""
    found = _OWN.fullmatch(text.strip())
    if found is None:
        return None
    width, height = float(found[1]), float(found[2])
    least = _LEAST_WIDE if width >= _WIDE else _LEAST[1]
    fits = _LEAST[0] <= width <= _MOST[0] and least <= height <= _MOST[1]
    return (width, height) if fits else None


def _trim_fault(text: str) -> Refusal | None:
    if text in TRIMS or own_trim(text):
        return None
    remedy = f"write {', '.join(TRIMS)}, or width and height such as 170x240mm, from {OWN_TRIMS}"
    return Refusal("APS209", f'"{shorten(text)}" is not a known trim', remedy)


_FIELDS: dict[str, Shape[object]] = {
    "title": Text(60),
    "published": Date(),
    "cutoff": Date(),
    "trim": Text(check=_trim_fault),
    "foreword": Text(1200, lines=True),
    "sections": ListOf(Term("section", SECTIONS)),
    "features": ListOf(SLUG),
    "halves": ListOf(SLUG),
    "listings": ListOf(SLUG),
    "size": Term("size", ("quarter", "listing")),
    "enlarge": Flag(),
}
_SIZES = ("features", "halves", "listings")
_REQUIRED = ("title", "published", "cutoff", "trim")


def decode_edition(content: bytes, edition_id: str, path: str) -> tuple[Edition | None, list[Finding]]:
    """The edition in a file, or everything that is wrong with it.

    Args:
        content: the file as it is.
        edition_id: the file's name without `.yaml`.
        path: how findings call the file.
    """
    document = read(content)
    sink = Sink(document)
    if document.faults:
        return None, [from_fault(fault, path) for fault in document.faults]
    if document.root is None:
        sink.error("APS204", (), "this file is empty", f"write the edition's fields: {', '.join(_REQUIRED)}")
        return None, [locate(problem, document, path) for problem in sink.problems]
    if not _ID.fullmatch(edition_id):
        sink.error(
            "APS221",
            (),
            f'"{edition_id}" does not name an edition',
            "name the file <year>-spring.yaml or <year>-autumn.yaml",
        )
    typed = Block(partial(Edition, edition_id), _FIELDS, required=_REQUIRED).read(document.root, (), sink)
    if not isinstance(typed, Missing) and typed.cutoff > typed.published:
        sink.error(
            "APS211", ("cutoff",), "the cut-off lies after the publication", "let the cut-off come first"
        )
    if not isinstance(typed, Missing):
        _warn_of_two_sizes(typed, sink)
    findings = [locate(_about_editions(problem), document, path) for problem in sink.problems]
    if isinstance(typed, Missing) or any(finding.severity is Severity.ERROR for finding in findings):
        return None, findings
    return typed, findings


def _warn_of_two_sizes(edition: Edition, sink: Sink) -> None:
    larger: dict[str, str] = {}
    for field in _SIZES:
        for index, slug in enumerate(getattr(edition, field)):
            if larger.setdefault(slug, field) != field:
                message = f'"{slug}" is named in {larger[slug]} already, and the larger size counts'
                sink.warn("APS208", (field, index), message, "leave it in one of the two")


def read_editions(folder: Path) -> tuple[tuple[Edition, ...], list[Finding]]:
    """Every edition of a folder in the order of publication, and what is wrong with the files.

    A folder that is not there holds no edition.
    """
    editions, findings = [], []
    for file in sorted(folder.glob("*.yaml")):
        edition, found = decode_edition(file.read_bytes(), file.stem, f"{folder.name}/{file.name}")
        findings += found
        if edition:
            editions.append(edition)
    return tuple(sorted(editions, key=lambda edition: (edition.published, edition.id))), findings


def frozen_ids(folder: Path) -> tuple[str, ...]:
    """The ids of the editions that are frozen below a folder of editions, in the order of time."""
    return tuple(sorted((path.parent.name for path in (folder / FROZEN).glob(f"*/{MANIFEST}")), key=_season))


def frozen_before(folder: Path, edition_id: str) -> str | None:
    """The id of the last frozen edition before an edition, by the season that ids name; `None` where there is none."""
    earlier = (one for one in frozen_ids(folder) if _season(one) < _season(edition_id))
    return max(earlier, key=_season, default=None)


def _season(edition_id: str) -> tuple[str, bool]:
    """In a year spring comes before autumn; letters have it the other way round."""
    year, _, season = edition_id.partition("-")
    return year, season == "autumn"


def current_edition(editions: Sequence[Edition], as_of: date) -> Edition:
    """The edition that a book of this day belongs to.

    That is the edition in the making: of those still to be published on that day or later, the first. Where all
    have been published it is the last of them, and where there is none it is made from the day.
    """
    coming = sorted((edition for edition in editions if edition.published >= as_of), key=_by_day)
    if coming:
        return coming[0]
    return max(editions, key=_by_day, default=edition_of(as_of))


def next_edition(editions: Iterable[Edition], edition: Edition) -> Edition | None:
    """The first edition that is published after this one, if it is known yet."""
    return min(
        (later for later in editions if later.published > edition.published), key=_by_day, default=None
    )


def edition_of(as_of: date) -> Edition:
    """An edition made from a day alone: the half year that the day lies in."""
    season = "spring" if as_of.month <= 6 else "autumn"
    return Edition(
        id=f"{as_of.year}-{season}",
        title=f"{season.capitalize()} {as_of.year}",
        published=as_of,
        cutoff=as_of,
    )


def _by_day(edition: Edition) -> tuple[date, str]:
    return edition.published, edition.id


def _about_editions(problem: Problem) -> Problem:
    """Shapes call what they read an entry; here it is an edition."""
    return problem._replace(help=problem.help.replace("the entry", "the edition"))
