"""`preflight`: look through a finished PDF as a printer would."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

import click

from catalog.cli.options import CLEAN, FINDINGS, Common, with_common
from catalog.english import counted
from catalog.errors import UsageError
from catalog.print.manifest import read
from catalog.print.preflight.finding import Limits, as_json, as_text, counted_by_severity
from catalog.print.preflight.run import check_file

if TYPE_CHECKING:
    from catalog.print.manifest import BookManifest
    from catalog.print.preflight.finding import Kind

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("preflight")
@with_common
@click.argument("file", type=_FILE)
@click.option(
    "--kind", type=click.Choice(("press", "screen")), help="What the file is for; else what it says itself."
)
@click.option(
    "--tac", type=click.FloatRange(100, 400), default=300, show_default=True, help="Most ink, in %."
)
@click.option(
    "--pages-multiple", type=click.IntRange(1, 64), default=4, show_default=True, help="What pages come in."
)
@click.option(
    "--manifest",
    type=_FILE,
    help="What stands on the pages; else the .json beside the file, if there is one.",
)
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Warnings fail as well.")
def command(  # noqa: PLR0913 - one for each option
    common: Common,
    *,
    file: Path,
    kind: Kind | None,
    tac: float,
    pages_multiple: int,
    manifest: Path | None,
    form: str,
    strict: bool,
) -> int:
    """Check FILE, a PDF of ours or anybody's, as a printer would.

    Fonts, colours, ink, lines, pictures, boxes, margins, QR codes, page numbers, bookmarks, metadata, tags.
    """
    # What pikepdf logs of broken files is told as findings.
    logging.getLogger("pikepdf").setLevel(logging.CRITICAL)
    limits = Limits(total_ink=tac, pages_multiple=pages_multiple)
    with common.terminal().stage("preflight"):
        findings = check_file(file, kind, limits, _manifest(common, file, manifest))
    errors, warnings = counted_by_severity(findings)
    if form == "json":
        print(as_json(findings))
    else:
        for finding in findings:
            print(as_text(finding))
        if findings or not common.quiet:
            print(f"{file}: {counted(errors, 'error')}, {counted(warnings, 'warning')}")
    return FINDINGS if errors or (strict and warnings) else CLEAN


def _manifest(common: Common, file: Path, given: Path | None) -> BookManifest | None:
    """The manifest that was named, else the one beside the file; a stranger's .json there is passed over."""
    beside = file.with_suffix(".json")
    if given is not None:
        return read(given)
    if not beside.is_file():
        return None
    try:
        return read(beside)
    except UsageError as error:
        common.terminal().say(f"passed over: {error}")
        return None
