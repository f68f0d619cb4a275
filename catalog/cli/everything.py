"""What the program does without a command: check, then the site and the current edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.cli.book import chosen_edition, publish_book
from catalog.cli.checking import compiled, stops
from catalog.cli.options import FINDINGS
from catalog.cli.site import publish_site

if TYPE_CHECKING:
    from catalog.cli.options import Common


def everything(common: Common) -> int:
    """Check once and build both."""
    compilation = compiled(common)
    if stops(common, compilation):
        return FINDINGS
    publish_site(common, compilation)
    chosen = chosen_edition(common)
    return publish_book(common, chosen.frozen or compilation.catalog, chosen)
