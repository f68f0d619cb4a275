"""`serve`: the web catalog on localhost, rebuilt when something changes."""

from __future__ import annotations

import click

from catalog.cli.options import CLEAN, CONFIG, Common, with_common
from catalog.site import serve_site


@click.command("serve")
@with_common
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
def command(common: Common, port: int) -> int:
    """Serve the web catalog on localhost and rebuild it when an entry, a page or the theme changes."""
    common.require_entries()
    serve_site(config=CONFIG, entries=common.entries, as_of=common.day, port=port)
    return CLEAN
