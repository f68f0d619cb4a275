"""What a rule may know besides the entry: the day, the programme, the files beside it, what was gathered from it.

Owns the gathering that several rules share: the free texts and the addresses of the entry, each with its path.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import date

import msgspec

from catalog.model import Entry, Programme
from catalog.rules.addresses import Address, addresses
from catalog.rules.passages import Passage, passages


class Context(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """`files` holds the names of the regular files in the entry's folder, `folder` is where that folder lies."""

    as_of: date
    programme: Programme
    files: AbstractSet[str] = frozenset()
    folder: str = ""
    passages: tuple[Passage, ...] = ()
    addresses: tuple[Address, ...] = ()


def context_of(
    entry: Entry, as_of: date, programme: Programme, files: AbstractSet[str] = frozenset(), folder: str = ""
) -> Context:
    """The context of one entry. `folder` is the path of the entry's own folder."""
    return Context(
        as_of=as_of,
        programme=programme,
        files=files,
        folder=folder,
        passages=passages(entry),
        addresses=addresses(entry),
    )
