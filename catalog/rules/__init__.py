"""The rules that judge an entry, and the catalog as a whole.

Owns the explicit lists below, in the order in which findings of one place are told. A rule is a small function from
frozen values to problems; it never reads files, and it names a path, never a line. Shapes and terms are judged
before, by `catalog.decode`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.rules.context import Context
from catalog.rules.regions import promotion_outside_regions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from catalog.findings import Problem
    from catalog.model import Catalog, Entry

    EntryRule = Callable[[Entry, Context], Iterator[Problem]]
    CatalogRule = Callable[[Catalog], Iterator[tuple[str, Problem]]]

ENTRY_RULES: tuple[EntryRule, ...] = (promotion_outside_regions,)
# A rule across entries names the slug of the entry that each problem belongs to.
CATALOG_RULES: tuple[CatalogRule, ...] = ()

__all__ = ["CATALOG_RULES", "ENTRY_RULES", "Context"]
