"""Finished files into their folder: looked through first, then all of them or none.

Owns preflight of what was made here and the writing. Refuses to make anything. Whatever happens, a reader finds the
old files whole, or the new ones.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from catalog.print.manifest import encode
from catalog.print.preflight.finding import Limits
from catalog.print.preflight.run import check_file
from catalog.print.report import BookFile

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from catalog.print.manifest import BookManifest
    from catalog.print.preflight.finding import Finding
    from catalog.print.production import Production
    from catalog.print.report import Purpose


# A proof shows what is wrong with a book, so it must not fail for it; sheets are made of a file that passed.
_LOOKED_THROUGH = {"press", "screen"}


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
        findings: list[Finding] = []
        for one in made:
            beside[one.name].write_bytes(one.content)
            if production.preflight and one.purpose in _LOOKED_THROUGH:
                findings += _looked_through(one, beside[one.name], production, manifest)
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
    made: Made, path: Path, production: Production, manifest: BookManifest | None
) -> tuple[Finding, ...]:
    """What preflight finds. A sheet of one page has no manifest, and no other pages to come in fours with."""
    limits = Limits(
        total_ink=production.profile.limit,
        pages_multiple=production.multiple if manifest else 1,
        bleed=production.bleed_mm,
    )
    return check_file(path, "press" if made.purpose == "press" else "screen", limits, manifest)
