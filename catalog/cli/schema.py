"""`schema`: the JSON Schema of an entry."""

from __future__ import annotations

import json

import click

from catalog.cli.options import CLEAN
from catalog.decode import entry_schema


@click.command("schema")
def command() -> int:
    """Print the JSON Schema of an entry, for editors and for programs that write entries."""
    print(json.dumps(entry_schema(), indent=1, ensure_ascii=False))
    return CLEAN
