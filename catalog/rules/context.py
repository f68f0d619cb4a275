"""What a rule may know besides the entry: the day, the programme, the pictures that lie beside the entry."""

from __future__ import annotations

from datetime import date

import msgspec

from catalog.model import Programme


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """`files` holds the names of the regular files in the entry's folder."""

    as_of: date
    programme: Programme
    files: frozenset[str] = frozenset()
