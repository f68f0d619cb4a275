"""`serve`: the web catalog on localhost, each page as it would be built now."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from catalog.cli.checking import copyfit
from catalog.cli.options import CACHE, CLEAN, CONFIG, Common, editions_folder, with_common
from catalog.compile.keeping import Shelf
from catalog.compile.standing import Standing, standing
from catalog.findings import Severity
from catalog.print.fitness import edition_to_fit
from catalog.report import report, summary
from catalog.report.text import as_text
from catalog.site import serve_site
from catalog.surroundings import lines_reader

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.findings import Finding

_MOST = 30
"""Findings that are told in full; of more, the errors are."""


class _Told:
    """Standard output, where findings go."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def line(self, text: str) -> None:
        """One line, at once."""
        print(text, flush=True)

    def findings(self, findings: list[Finding]) -> None:
        """What was found; of very much, the errors."""
        errors = [finding for finding in findings if finding.severity is Severity.ERROR]
        paths = len({finding.path for finding in findings})
        if len(findings) <= _MOST:
            self.line(report("text", findings, paths, lines_reader(self._root)).rstrip())
        else:
            self.line(
                as_text(errors[:_MOST], lines_reader(self._root), colour=False) + summary(findings, paths)
            )


@click.command("serve")
@with_common
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
def command(common: Common, port: int) -> int:
    """Serve the web catalog on localhost; open pages follow entries, pictures, hand-written pages and the theme."""
    common.require_entries()
    entries, day = common.entries.absolute(), common.day

    def read() -> Standing:
        # The question of `check`, so that either finds what the other has judged.
        question = copyfit(edition_to_fit(editions_folder(common), day)).question
        return standing(entries, day, Shelf(CACHE / "judged"), question)

    try:
        serve_site(
            config=CONFIG, entries=entries, cache=CACHE, port=port, read=read, told=_Told(entries.parent)
        )
    except KeyboardInterrupt:
        pass
    else:  # The program's own files changed: a new process has the new ones.
        os.execv(sys.executable, sys.orig_argv)  # noqa: S606 -- the very words that started this one
    return CLEAN
