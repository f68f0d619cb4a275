"""What a site is built with, besides its catalog.

Owns the shape alone; the plugin fills it from MkDocs's configuration.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from catalog.model import StorefrontListing
from catalog.site.messages import ENGLISH, Messages


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """What a site is built with, besides the catalog. `base` is its absolute address, or empty where it is unknown.

    `icon`: the path of the picture that browsers show with a page's name; its pages outside a frame state it too.
    `storefront`: whose site it is, if it is not the programme's; the catalog is then its subset. `messages`: the words.
    """

    name: str
    base: str
    icon: str
    theme: Path
    offline: bool
    edit_base: str | None
    cache: Path | None
    storefront: StorefrontListing | None = None
    messages: Messages = ENGLISH
