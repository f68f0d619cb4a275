"""Finished files into their folder: looked through first, then all of them or none.

Owns preflight of what was made here and the writing. Refuses to make anything. Whatever happens, a reader finds the
old files whole, or the new ones.
"""

from __future__ import annotations

import importlib
import os
from itertools import chain, repeat
from typing import TYPE_CHECKING, NamedTuple

from catalog.print.manifest import encode
from catalog.print.preflight.finding import Limits
from catalog.print.report import BookFile
from catalog.processes import pool, processes_for

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from catalog.print.manifest import BookManifest
    from catalog.print.preflight.finding import Finding, Kind
    from catalog.print.production import Production
    from catalog.print.report import Purpose

    CheckFile = Callable[[Path, Kind, Limits, BookManifest | None], tuple[Finding, ...]]


# A proof shows what is wrong with a book, so it must not fail for it; sheets are made of a file that passed.
_LOOKED_THROUGH = {"press", "screen"}
_WORTH_A_PROCESS = 50
"""Pages of a book for which a second process is worth its time."""


class Made(NamedTuple):
    """A finished file before it is saved: what it is for, its name and its bytes."""

    purpose: Purpose
    name: str
    content: bytes


class Saved(NamedTuple):
    """What was written, and what preflight found. With an error among that nothing was written."""

    files: tuple[BookFile, ...]
    findings: tuple[Finding, ...]


def save(
    made: Sequence[Made], output: Path, production: Production, manifest: BookManifest | None = None
) -> Saved:
    """Write each file beside its place, look through it, and rename them all.

    Args:
        made: the files.
        output: made when missing.
        production: says whether preflight looks, and what is allowed.
        manifest: what ought to stand on the pages of a book; it is written beside each file of it.
    """
    output.mkdir(parents=True, exist_ok=True)
    beside = {one.name: output / f".{os.getpid()}.{one.name}" for one in made}
    try:
        for one in made:
            beside[one.name].write_bytes(one.content)
        findings = _looked_through(made, beside, production, manifest) if production.preflight else []
        if any(finding.severity == "error" for finding in findings):
            return Saved((), tuple(findings))
        if manifest:
            told = encode(manifest)
            for one in made:
                if one.purpose != "imposed":
                    name = f"{one.name.removesuffix('.pdf')}.json"
                    beside[name] = output / f".{os.getpid()}.{name}"
                    beside[name].write_bytes(told)
        for name, path in beside.items():
            path.replace(output / name)
    finally:
        for path in beside.values():
            path.unlink(missing_ok=True)
    files = (BookFile(one.purpose, output / one.name, len(one.content)) for one in made)
    return Saved(tuple(files), tuple(findings))


def _looked_through(
    made: Sequence[Made], beside: Mapping[str, Path], production: Production, manifest: BookManifest | None
) -> list[Finding]:
    """What preflight finds, in the order of the files; of a large book each file is looked through by a process."""
    looked = [one for one in made if one.purpose in _LOOKED_THROUGH]
    paths = [beside[one.name] for one in looked]
    kinds: list[Kind] = ["press" if one.purpose == "press" else "screen" for one in looked]
    # A sheet of one page has no manifest, and no other pages to come in fours with.
    limits = Limits(
        total_ink=production.profile.limit,
        pages_multiple=production.multiple if manifest else 1,
        bleed=production.bleed_mm,
    )
    large = manifest is not None and len(manifest.pages) >= _WORTH_A_PROCESS
    processes = processes_for(len(looked)) if large else 1
    # What reads PDF files takes a while to load, and a book that nobody looks through does without.
    check_file: CheckFile = importlib.import_module("catalog.print.preflight.run").check_file
    if processes < 2:
        found = [check_file(path, kind, limits, manifest) for path, kind in zip(paths, kinds, strict=True)]
    else:
        with pool(processes) as lookers:
            found = list(lookers.map(check_file, paths, kinds, repeat(limits), repeat(manifest)))
    return list(chain.from_iterable(found))
