"""`new`: start an entry."""

from __future__ import annotations

import click

from catalog.cli.options import CLEAN, Common, with_common
from catalog.scaffold import start_entry
from catalog.vocabulary import vocabularies


@click.command("new")
@with_common
@click.argument("slug")
@click.option(
    "--type",
    "kind",
    type=click.Choice(list(vocabularies().types)),
    prompt="Application type",
    help="The application type.",
)
@click.option("--name", help="The name, where the slug does not tell it.")
def command(common: Common, slug: str, kind: str, name: str | None) -> int:
    """Start an entry: entries/SLUG/entry.yaml with all it needs, a TODO for what only you know."""
    common.require_entries()
    path = start_entry(common.entries, slug, kind, name)
    print(f"{path} is there; fill in each TODO, then run: python build.py check {path.parent}")
    return CLEAN
