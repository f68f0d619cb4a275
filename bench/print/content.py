"""What the books of the benchmark say: the same words, order, logos, codes and fonts for every program.

Owns the content that peers are given, worked out before anything is timed: which entry stands where is known, words
are worded, codes are drawn and fonts are cut. What ours has to work out itself is in its time.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from catalog.compile import compile_catalog
from catalog.editions import edition_of
from catalog.print.assets.qr import QUIET_MODULES, modules
from catalog.print.layout import words
from catalog.print.select import EVERYTHING, select
from catalog.print.typography.font_cuts import open_fonts
from catalog.print.typography.latin import latin_name
from catalog.text import collation_key
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from catalog.model import Catalog, Entry

SITE = "https://catalog.example/"
AS_OF = date(2026, 9, 1)
EDITION = edition_of(AS_OF)
A_PAGE = 4
FACES = tuple(
    f"{family}-{weight}" for family in ("sans", "arabic", "devanagari", "jp", "sc") for weight in (400, 600)
)
FAMILIES = ("Noto Sans", "Noto Sans Arabic", "Noto Sans Devanagari", "Noto Sans JP", "Noto Sans SC")
COLOURS = {"webspace": "#88c0a0", "dedicated": "#b54a1c", "connector": "#5d1b4f"}

Fields = dict[str, Any]


def judged(folder: Path) -> Catalog:
    """The catalog of the benchmark's entries, which are without findings.

    Raises:
        ValueError: they are not.
    """
    compilation = compile_catalog(folder, AS_OF)
    if compilation.failed:
        raise ValueError(f"the entries of the benchmark are not accepted: {compilation.findings[:3]}")
    return compilation.catalog


def book(catalog: Catalog) -> Fields:
    """Chapters of entries, and the index, as JSON holds them."""
    selection = select(catalog, EVERYTHING)
    chapters = [
        {
            "title": vocabularies().types[chapter.type].plural,
            "pages": [
                [_fields(entry) for entry in chapter.entries[start : start + A_PAGE]]
                for start in range(0, len(chapter.entries), A_PAGE)
            ],
        }
        for chapter in selection.chapters
    ]
    return {"title": "APS Catalog", "chapters": chapters, "index": _index(selection.entries)}


def write_common(catalog: Catalog, folder: Path) -> Fields:
    """Write `book.json`, `logos/` and `fonts/`, from which a peer's source is made; the content again."""
    content = book(catalog)
    (folder / "logos").mkdir(parents=True)
    (folder / "fonts").mkdir()
    text = json.dumps(content, ensure_ascii=False)
    (folder / "book.json").write_text(text, "utf-8")
    for entry in catalog.entries:
        logo = f"{catalog.folder}/{entry.slug}/{entry.media.logo}"
        with open(logo, "rb") as file:  # noqa: PTH123 - a path object an entry is dear at ten thousand
            (folder / "logos" / f"{entry.slug}.svg").write_bytes(file.read())
    fonts = open_fonts([text])
    for face in FACES:
        (folder / "fonts" / f"{face}.ttf").write_bytes(fonts.face(face).content)
    return content


def _fields(entry: Entry) -> Fields:
    kind = vocabularies().types[entry.type]
    return {
        "slug": entry.slug,
        "name": entry.name,
        "latin": latin_name(entry),
        "vendor": words.vendor_line(entry),
        "letter": kind.letter,
        "type": kind.name,
        "colour": COLOURS[entry.type],
        "summary": entry.summary,
        "pitch": entry.pitch or "",
        "highlights": entry.highlights,
        "sold": [
            ["Business models", words.models(entry)],
            ["Routes", words.routes(entry)],
            ["Regions", next(words.region_wordings(entry.regions))],
            ["Plesk criteria", words.verdict(entry)],
        ],
        "package": [
            f"Version {entry.version}",
            *words.deployment_lines(entry),
            words.languages(entry, all_of_them=True) or "",
        ],
        "sales": words.sales(entry),
        "address": f"{SITE}apps/{entry.slug}/?e={EDITION.code}",
        "code": _drawn(f"{SITE}apps/{entry.slug}/?e={EDITION.code}"),
    }


def _drawn(address: str) -> str:
    """A code as SVG, with its quiet zone."""
    code = modules(address)
    side = code.size + 2 * QUIET_MODULES
    path = "".join(f"M{x + QUIET_MODULES} {y + QUIET_MODULES}.5h{run}" for x, y, run in code.runs)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><path stroke="#000" d="{path}"/></svg>'


def _index(entries: Sequence[Entry]) -> list[tuple[str, list[str]]]:
    """Names and vendors in one alphabet, each with the entries whose pages it leads to."""
    lines: dict[str, list[str]] = {}
    for entry in entries:
        lines.setdefault(latin_name(entry), []).append(entry.slug)
        lines.setdefault(entry.vendor.name, []).append(entry.slug)
    return sorted(lines.items(), key=lambda line: collation_key(line[0]))
