"""A table of the printed entries for InDesign's Data Merge, and their pictures, for designers who set own pages.

Owns the columns, the dialect of the file and the folder of pictures. What a cell says is worded where the book words
it (`layout.words`). Refuses to lay out.

The dialect is what InDesign reads without asking: a `.csv` file parted by commas, in UTF-16 with a byte-order mark,
which keeps every script. A record is one line, and no cell may hold a line break. In the first line `@` marks a column
of pictures, whose cells are paths beside the file, and `#` a column whose cells become QR codes.
"""

from __future__ import annotations

import codecs
import csv
import io
import os
import re
import shutil
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from catalog.english import short_day
from catalog.print.assets.logos import Picture
from catalog.print.layout import words
from catalog.print.layout.copyfit import CLAIM_HEAD
from catalog.print.pages.plan import EntryPage
from catalog.print.typography.latin import latin_name
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from catalog.model import Entry
    from catalog.print.desk import Desk
    from catalog.print.layout.block import Tier
    from catalog.print.pages.plan import Plan

LINKS = "links"
"""The folder of pictures beside the table."""

_HIGHLIGHTS = 3
_UNFIT = re.compile(
    r"\s*[\x00-\x1f\x7f-\x9f\u2028\u2029]+\s*"
)  # Breaks of lines and cells, and other controls.
_FORMULA = re.compile(r"[=+\-@＝＋－＠]")
_SHIELD = "\N{ZERO WIDTH NON-JOINER}"
_INVENTED = "Invented for demonstration."


def write_merge_table(
    entries: Sequence[Entry], plan: Plan, desk: Desk, *, pictures: Path, folder: Path
) -> Path:
    """Write `aps-catalog-<edition>-data-merge.csv` and its pictures into `folder`.

    The table has a line for each entry of the plan, in the order of the book. Pictures that the book cannot print
    are left out, and their cells are empty. The folder `links` beside it belongs to the table: it is replaced whole,
    when all pictures are there, and then the table. Other files in the folder stay.

    Args:
        entries: those of the plan, in any order.
        plan: says the order, the pages and the tiers.
        desk: what the plan was measured with.
        pictures: the entries folder, `<pictures>/<slug>/<file>`.
        folder: made when missing.

    Returns:
        The table.

    Raises:
        KeyError: the plan has an entry that is not among `entries`.
        OSError: a picture cannot be read, or the folder not be written; what was there before stays.
    """
    by_slug = {entry.slug: entry for entry in entries}
    placed = [block for page in plan.pages if isinstance(page, EntryPage) for _, block in page.placed]
    rows, files = [], {}
    for block in placed:
        entry = by_slug[block.slug]
        shown = _pictures(entry, desk)
        files.update({name: pictures / entry.slug / file for name, file in shown.values()})
        paths = {column: f"{LINKS}/{name}" for column, (name, _) in shown.items()}
        rows.append(_row(entry, plan.folios[entry.slug], block.tier, desk, paths))
    folder.mkdir(parents=True, exist_ok=True)
    _replace_links(folder / LINKS, files)
    path = folder / f"aps-catalog-{desk.edition.id}-data-merge.csv"
    beside = folder / f".{path.name}.{os.getpid()}"
    try:
        beside.write_bytes(table(rows))
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return path


def table(rows: Sequence[Mapping[str, str]]) -> bytes:
    """The file of a table whose rows all have the same columns; without rows it is empty but for its mark.

    Cells are cleaned as `cell` says, the names of columns are not.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, "excel")
    if rows:
        head = tuple(rows[0])
        writer.writerow(head)
        writer.writerows([cell(row[column]) for column in head] for row in rows)
    return codecs.BOM_UTF16_LE + text.getvalue().encode("utf-16-le")


def cell(text: str) -> str:
    """A text as a cell: breaks become blanks, and no spreadsheet runs it.

    The site's tables put an apostrophe before what a spreadsheet would run. InDesign would print that, so a cell of
    this table gets the sign that it calls a non-joiner, which is set as nothing.
    """
    line = _UNFIT.sub(" ", text).strip()
    return _SHIELD + line if _FORMULA.match(line) else line


def _row(entry: Entry, page: int, tier: Tier, desk: Desk, pictures: Mapping[str, str]) -> dict[str, str]:
    published = desk.edition.published
    kind = vocabularies().types[entry.type]
    offer = words.offer(entry, published)
    best, second = (*words.sales(entry), "")[:2]
    highlights = (*entry.highlights, *[""] * _HIGHLIGHTS)
    return {
        "name": entry.name,
        "latin_name": latin_name(entry),
        "vendor": words.vendor_line(entry),
        "type": kind.name,
        "letter": kind.letter,
        "version": entry.version,
        "summary": words.summary(entry),
        "pitch": entry.pitch or "",
        **{f"highlight_{n + 1}": highlights[n] for n in range(_HIGHLIGHTS)},
        "business_models": words.models(entry),
        "routes": words.routes(entry),
        "regions": next(words.region_wordings(entry.regions)),
        "languages": words.languages(entry, all_of_them=True) or "",
        "certification": words.certificate(entry, published) or "",
        "needs": "; ".join(words.deployment_lines(entry)),
        "plesk_criteria": words.verdict(entry),
        "offer": offer.title if offer else "",
        "offer_until": short_day(offer.ends) if offer else "",
        "sales": best,
        "sales_second": second,
        "address": desk.address(entry.slug),
        "page": str(page),
        "tier": tier,
        "note": " ".join(_notes(entry)),
        "@logo": pictures.get("@logo", ""),
        "@screenshot": pictures.get("@screenshot", ""),
        "#code": desk.address(entry.slug),
    }


def _notes(entry: Entry) -> Iterable[str]:
    """What the book says at the foot of a page or beside a bar, and no page of a designer may leave out."""
    if entry.is_demo:
        yield _INVENTED
    if entry.is_unclaimed:
        yield CLAIM_HEAD


def _pictures(entry: Entry, desk: Desk) -> dict[str, tuple[str, str]]:
    """By column: the name of a picture in the folder of the table, and its name beside the entry."""
    shots = entry.media.screenshots
    asked = {"logo": entry.media.logo, "screenshot": shots[0].file if shots else None}
    return {
        f"@{part}": (f"{entry.slug}-{part}{PurePosixPath(file).suffix.lower()}", file)
        for part, file in asked.items()
        if file and isinstance(desk.pictures.find(entry.slug, file), Picture)
    }


def _replace_links(links: Path, files: Mapping[str, Path]) -> None:
    """Put copies of files, by name, in the place of a folder: all of them, or none and the folder as it was."""
    beside, before = (links.parent / f".{LINKS}-{what}.{os.getpid()}" for what in ("new", "old"))
    try:
        beside.mkdir()
        for name, file in files.items():
            shutil.copyfile(file, beside / name)
        if links.exists():
            links.rename(before)
        try:
            beside.rename(links)
        except OSError:
            if before.exists():
                before.rename(links)
            raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)
        shutil.rmtree(before, ignore_errors=True)
