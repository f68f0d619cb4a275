"""`edition`: freeze what a book is made from, list the editions, tell two of them apart."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from catalog.cli.book import chosen_edition
from catalog.cli.checking import compiled, print_findings, stops
from catalog.cli.options import CLEAN, FINDINGS, Common, editions_folder, with_common
from catalog.editions import frozen_ids
from catalog.english import counted
from catalog.errors import UsageError
from catalog.print.editions.difference import difference
from catalog.print.editions.freezing import freeze, frozen_on, thaw
from catalog.print.publish import known_editions

if TYPE_CHECKING:
    from catalog.model import Catalog, Entry
    from catalog.print.editions.difference import Difference


@click.group("edition", context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """Freeze an edition, list them, or tell what changed since one."""


@command.command("freeze")
@with_common
@click.argument("edition", metavar="ID", required=False)
def freeze_command(common: Common, edition: str | None) -> int:
    """Keep all that the edition's book is made from, so that it can be made again for ever.

    ID is one of editions/, such as 2027-spring; else the current one.
    """
    editions, chosen = editions_folder(common), chosen_edition(common, edition)
    if not (editions / f"{chosen.edition.id}.yaml").is_file():
        raise UsageError(
            f"write editions/{chosen.edition.id}.yaml first: only an edition with a file can be frozen"
        )
    compilation = compiled(common)
    if stops(common, compilation):
        return FINDINGS
    manifest = freeze(
        compilation.catalog, chosen.edition, chosen.upcoming, editions=editions, site_url=chosen.site_url,
        day=common.day,
    )  # fmt: skip
    if common.day < chosen.edition.cutoff:
        common.terminal().say(
            f"the cut-off is {chosen.edition.cutoff}: entries that come by then are not in it"
        )
    entries = sum(entry.in_print for entry in compilation.catalog.entries)
    files = counted(len(manifest.files), "file")
    print(
        f"{chosen.edition.id} is frozen: {counted(entries, 'entry', 'entries')}, {files}; commit editions/frozen/"
    )
    return CLEAN


@command.command("list")
@with_common
def list_command(common: Common) -> int:
    """All editions in the order of publication."""
    editions = editions_folder(common)
    frozen = frozen_ids(editions)
    for edition in known_editions(editions):
        state = "open"
        if edition.id in frozen:
            state = f"frozen {frozen_on(editions, edition.id)}"
        print(
            f"{edition.id}  cut-off {edition.cutoff}  published {edition.published}  {state:<17}  {edition.title}"
        )
    return CLEAN


@command.command("diff")
@with_common
@click.argument("old", metavar="[OLD", required=False)
@click.argument("new", metavar="[NEW]]", required=False)
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
def diff_command(common: Common, old: str | None, new: str | None, form: str) -> int:
    """What is new, changed and withdrawn since the frozen edition OLD, else the last one.

    NEW is a frozen edition too; else the entries as they are.
    """
    frozen = frozen_ids(editions_folder(common))
    if old is None and not frozen:
        raise UsageError("no edition is frozen yet; build.py edition freeze ID freezes one")
    old = old or frozen[-1]
    before = _held(common, old)
    after = _held(common, new) if new else _current(common)
    if after is None:
        return FINDINGS
    found = difference(before, after)
    print(_as_json(found) if form == "json" else _as_text(found, old, new), end="")
    return CLEAN


def _held(common: Common, edition: str) -> Catalog:
    editions = editions_folder(common)
    frozen = frozen_ids(editions)
    if edition not in frozen:
        known = ", ".join(frozen) or "none"
        raise UsageError(f'"{edition}" is not frozen; frozen are {known}')
    return thaw(editions, edition).catalog


def _current(common: Common) -> Catalog | None:
    compilation = compiled(common)
    if compilation.failed:
        print_findings(common, compilation)
        return None
    return compilation.catalog


def _as_text(found: Difference, old: str, new: str | None) -> str:
    lines = [f"{old} → {new or 'the entries now'}"]
    parts = (
        ("new", [(entry, "") for entry in found.new]),
        ("changed", [(entry, ", ".join(fields)) for entry, fields in found.changed]),
        (
            "withdrawn",
            [(entry, f"see {successor}" if successor else "") for entry, successor in found.withdrawn],
        ),
    )
    for name, rows in parts:
        lines.append(f"{name}: {len(rows)}")
        lines += [f"  {_named(entry)}{f': {told}' if told else ''}" for entry, told in rows]
    return "\n".join(lines) + "\n"


def _named(entry: Entry) -> str:
    return f"{entry.slug}  {entry.name} by {entry.vendor.name}"


def _as_json(found: Difference) -> str:
    values = {
        "new": [entry.slug for entry in found.new],
        "changed": {entry.slug: list(fields) for entry, fields in found.changed},
        "withdrawn": {entry.slug: successor for entry, successor in found.withdrawn},
    }
    return json.dumps(values, indent=1, ensure_ascii=False) + "\n"
