"""Runs the examples of the rules' manuals as small catalogs.

An example replaces fields of a faultless entry. `catalog/rules/manuals.py` says how examples are written; this module
knows the words in brackets after a file's name.
"""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from catalog.cli.checking import copyfit
from catalog.compile import Further, catalog_of, compile_catalog
from catalog.decode import decode_entry
from catalog.editions import Edition
from catalog.links import Answer, Verdict, dead_links
from catalog.model import Programme
from catalog.print.editions.late import changed_since
from catalog.print.fitness import edition_to_fit
from catalog.source import read
from tests.conftest import LOGO
from tests.pictures.made import chunk, png

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from catalog.findings import Problem
    from catalog.model import Catalog

DAY = date(2026, 9, 1)
SLUG = "harbor-sync"
FAULTLESS = """\
name: Harbor Sync
version: 2.4.1
summary: Keeps the files of small offices in step between sites
description: |
  Harbor Sync keeps the files of small offices in step. It copies only the blocks that changed, so a
  slow line is enough, and it keeps thirty days of older versions of every folder.
vendor:
  name: Harbor Example Ltd
  homepage: https://harbor.example/
type: webspace
business_models: [direct]
regions: [DE, FR]
categories: [collaboration/file-sharing]
pitch: >-
  Offices ask their provider for one place for all files. Harbor Sync is that place, runs in the web space that they
  have, and adds a monthly fee to every account.
deployment: {stack: [https, php], installer: [file-copy], servers: 1}
contacts: {sales: {email: sales@harbor.example}}
collateral: {reference-architecture: {url: "https://harbor.example/architecture.pdf", access: public}}
media: {logo: logo.svg}
listing: {source: demo, checked: 2026-08-01}
"""
ANSWERS = {
    "https://support.harbor.example/gone": Answer(Verdict.BROKEN, "the server says 404 Not Found", 404),
    "https://support.harbor.example/help": Answer(Verdict.ALIVE, "200 OK", 200),
    "https://support.harbor.example/moved": Answer(
        Verdict.MOVED, "permanent redirect", 200, "https://support.harbor.example/help"
    ),
}
_FILE = re.compile(r"# (?P<path>(?:entries|program)/[^ ]+)(?: \((?P<how>.+)\))?")
_PNG = re.compile(r"a PNG of (\d+) × (\d+) pixels(?:, (animated|cut short))?")
_WITHOUT = re.compile(r"# no (?P<field>\w+)")
_FIELD = re.compile(r"^[a-z_]+:")


LATE = "long-frozen"
EDITION = Edition("2026-autumn", "Autumn 2026", DAY, DAY)


def _frozen(root: Path) -> Catalog:
    """The entry of the example on frozen editions as it went to press."""
    entry, _ = decode_entry(read(_base(LATE, []).encode()), LATE)
    assert entry is not None
    return catalog_of([entry], Programme(), DAY, root / "entries")


class Place(NamedTuple):
    path: str
    line: int
    column: int


class File(NamedTuple):
    """One file of an example: its path, how it comes to the disk, its text, and where the carets stand."""

    path: str
    how: str
    text: str
    places: list[Place]


def files_of(example: str) -> list[File]:
    """The files of an example, whole."""
    files: list[File] = []
    path, how, lines = f"entries/{SLUG}/entry.yaml", "", list[str]()
    for line in [*example.splitlines(), "# entries/end"]:
        if match := _FILE.fullmatch(line):
            if lines:
                files.append(_file(path, how, lines))
            path, how, lines = match["path"], match["how"] or "", []
            if how or "." not in path.rpartition("/")[2]:
                lines.append("")  # The file or folder counts even where no field follows.
        else:
            lines.append(line)
    return files


def _file(path: str, how: str, lines: list[str]) -> File:
    lines = [line for number, line in enumerate(lines) if line or number]
    entry = path.startswith("entries/") and path.endswith(("/entry.yaml", "/entry.yml"))
    fields, marks = _without_carets(lines)
    if not entry or how == "as it stands":
        places = [Place(path, max(1, line), column) for line, column in marks]
        return File(path, how, "".join(f"{line}\n" for line in fields), places)
    base = _base(path.split("/")[1], fields)
    offset = base.count("\n")
    text = base + "".join(f"{line}\n" for line in fields)
    # Carets with no field above them mean the file as a whole; a dropped field is missed at the top.
    places = [Place(path, line + offset if line else 1, column) for line, column in marks]
    return File(path, how, text, places)


def _without_carets(lines: list[str]) -> tuple[list[str], list[tuple[int, int]]]:
    """The lines of an example, and (line, column) for each caret below one; line 0 where none is above."""
    kept: list[str] = []
    marks: list[tuple[int, int]] = []
    for line in lines:
        if line.strip() and not line.strip(" ^"):
            above = len(kept)
            while above and _WITHOUT.fullmatch(kept[above - 1]):
                above -= 1
            marks.append((above, line.index("^") + 1))
        else:
            kept.append(line)
    return kept, marks


def _base(slug: str, fields: list[str]) -> str:
    """The faultless entry of a slug, without the fields that an example brings or drops."""
    dropped = {match["field"] for line in fields if (match := _WITHOUT.fullmatch(line))}
    dropped |= {line.partition(":")[0] for line in fields if _FIELD.match(line)}
    text = FAULTLESS
    if slug != SLUG:
        text = text.replace("name: Harbor Sync", f"name: {slug.replace('-', ' ').title()}", 1)
    blocks = re.split(r"^(?=[a-z_]+:)", text, flags=re.MULTILINE)
    return "".join(block for block in blocks if block.partition(":")[0] not in dropped)


@contextmanager
def _as_somebody_else(*, wanted: bool) -> Iterator[None]:
    """Not as root, who may read every file."""
    if not wanted or os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def run(example: str, root: Path) -> list[tuple[str, Place]]:
    """The findings of an example: code and place."""
    files = files_of(example)
    named = {f.path for f in files}
    if not any(path.startswith("entries/") and "/entry.y" in path for path in named):
        files.append(_file(f"entries/{SLUG}/entry.yaml", "", []))
    for file in files:
        target = root / file.path
        if "." not in target.name:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        _write(target, file)
        if target.name == "entry.yaml" and f"{file.path.rpartition('/')[0]}/logo.svg" not in named:
            (target.parent / "logo.svg").write_text(LOGO, encoding="utf-8")
    with _as_somebody_else(wanted=any(file.how == "not readable" for file in files)):
        fit = copyfit(edition_to_fit(root / "editions", DAY))

        def judge(catalog: Catalog, tight: frozenset[str]) -> Iterable[tuple[str, Problem]]:
            yield from fit.judge(catalog, tight)
            yield from dead_links(catalog, ANSWERS)
            late = tuple(entry for entry in catalog.entries if entry.slug == LATE)
            yield from changed_since(_frozen(root), msgspec.structs.replace(catalog, entries=late), EDITION)

        internal = any(path.startswith("program/internal/") for path in named)
        further = Further(judge, fit.question)
        findings = compile_catalog(root / "entries", DAY, further=further, internal=internal).findings
    return [(f.code, Place(f.path, f.span.line, f.span.column)) for f in findings]


def _write(target: Path, file: File) -> None:
    text = file.text.replace("⇥", "\t").replace("␣", "\u00a0")
    data = text.encode()
    if file.how == "saved as Latin-1":
        data = text.encode("latin-1")
    elif file.how == "saved as UTF-16":
        data = text.encode("utf-16")
    elif match := re.fullmatch(r"with ([\d,]+) blanks at its end", file.how):
        data += b" " * int(match[1].replace(",", ""))
    elif file.how == "a symbolic link":
        target.symlink_to("logo.svg")
        return
    elif match := _PNG.fullmatch(file.how):
        width, height = int(match[1]), int(match[2])
        data = png(width, height, extra=chunk(b"acTL", bytes(8)) if match[3] == "animated" else b"")
        data = data[:-30] if match[3] == "cut short" else data
    elif file.how not in {"", "as it stands", "not readable"}:
        raise ValueError(f"no example knows how a file is {file.how!r}")
    target.write_bytes(data)
    if file.how == "not readable":
        target.chmod(0)
