"""`check`: judge entries, and mend or show their form."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import click

from catalog.cli.checking import compiled, print_findings, slugs_of
from catalog.cli.options import CLEAN, FINDINGS, Common, no_such_entry, with_common
from catalog.findings import Severity
from catalog.report import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Unpack

    from catalog.cli.checking import Also


class Asked(TypedDict):
    """The switches of the command."""

    strict: bool
    fix: bool
    diff: bool
    links: bool


@click.command("check")
@with_common
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@click.option(
    "--fix",
    is_flag=True,
    help="Mend the form first: order, quotes, blanks, SPDX ids, editors' marks in SVG. Meaning stays.",
)
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--links", is_flag=True, help="Also ask every link on the web whether it is alive.")
@click.option(
    "--readiness", metavar="SLUG", help="Instead, show which sales materials an entry has and lacks."
)
def command(
    common: Common, paths: tuple[Path, ...], form: str, readiness: str | None, **asked: Unpack[Asked]
) -> int:
    """Check all entries, or those at PATHS (entry folders or files in them)."""
    if readiness is not None:
        return _readiness(common, readiness)
    only = slugs_of(common, paths)
    if asked["diff"]:
        return _show(common, only)
    if asked["fix"]:
        _mend(common, only)
    compilation = compiled(common, only, also=_links(common, only) if asked["links"] else None)
    print_findings(common, compilation, form)
    worst = {finding.severity for finding in compilation.findings}
    return FINDINGS if Severity.ERROR in worst or (asked["strict"] and Severity.WARNING in worst) else CLEAN


# What few calls need is loaded when it is wanted: together it takes as long as judging a hundred entries.


def _links(common: Common, only: frozenset[str]) -> Also:
    """The judge of the links on the web."""
    judge: Also = importlib.import_module("catalog.cli.links").links_asked(common, only)
    return judge


def _readiness(common: Common, slug: str) -> int:
    """The report on one entry, or what keeps it from being read."""
    compilation = compiled(common, frozenset({slug}))
    entry = next((entry for entry in compilation.catalog.entries if entry.slug == slug), None)
    if entry is not None:
        report: str = importlib.import_module("catalog.report.readiness").readiness_report(entry)
        print(report, end="")
        return CLEAN
    if not compilation.findings:
        known = [path.name for path in common.entries.iterdir() if path.is_dir()]
        raise no_such_entry("", slug, known)
    print_findings(common, compilation)
    return FINDINGS


def _mend(common: Common, only: frozenset[str]) -> None:
    for path, _before, after in _fixes(common, only):
        path.write_bytes(after)
        common.terminal().say(f"mended {path}")


def _show(common: Common, only: frozenset[str]) -> int:
    status = CLEAN
    for path, before, after in _fixes(common, only):
        status = FINDINGS
        name = f"{common.entries.name}/{path.parent.name}/{path.name}"
        sys.stdout.write(importlib.import_module("catalog.fix").difference(before, after, name))
    return status


def _fixes(common: Common, only: frozenset[str]) -> Iterator[tuple[Path, bytes, bytes]]:
    """Each entry file and each drawing that is not in good form, with its bytes now and in good form."""
    common.require_entries()
    fix = importlib.import_module("catalog.fix")
    for pattern, mend in (("*/entry.yaml", fix.mended), ("*/*.svg", fix.cleaned)):
        for path in sorted(common.entries.glob(pattern)):
            if path.is_symlink() or path.parent.is_symlink() or not path.is_file():
                continue
            if only and path.parent.name not in only:
                continue
            before = path.read_bytes()
            after = mend(before)
            if after != before:
                yield path, before, after
