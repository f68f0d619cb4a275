"""What a rule is: one fault with its code, its weight, its name, and the function that finds it.

Owns the declaration by decorator and the step from a spot, which a function finds, to a problem, which has the rule's
code and severity. Both are declared once, here beside the function; its docstring is the manual
(`catalog.rules.manuals` says how it is written). A fault that reading, decoding or walking finds has a rule too, whose
function finds nothing: it is there for its manual.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Literal, NamedTuple, TypeVar

from catalog.findings import Problem, Severity
from catalog.model import Catalog, Entry
from catalog.rules.context import Context

if TYPE_CHECKING:
    from catalog.source import Path, Span

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


class Spot(NamedTuple):
    """Where a fault is, what it is, and what to do about it. The fields mean what those of `Problem` mean."""

    path: Path
    message: str
    help: str
    at: Literal["value", "key", "file"] = "value"
    offset: int = -1
    length: int = 1
    file: str = "entry.yaml"
    span: Span | None = None


def spot_in_section(section: str, field: str, message: str, remedy: str, *, stated: bool) -> Spot:
    """A spot at the value of a section's field, or where the field is not stated at the section's key."""
    return Spot((section, field), message, remedy) if stated else Spot((section,), message, remedy, at="key")


FindInEntry = Callable[[Entry, Context], Iterable[Spot]]
# A rule across entries is told the slugs of all folders, also of those that could not be decoded, and says whose spot
# it is: an entry's slug, or a file below `program/`, such as `storefronts/x.yaml`.
FindInCatalog = Callable[[Catalog, frozenset[str]], Iterable[tuple[str, Spot]]]
FindElsewhere = Callable[[], None]
F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Rule(Generic[F]):
    """One fault. `name` is kebab-case and names it; `find` finds its spots, and its docstring is the manual.

    `about` names the part of the entry or of the context without which there is nothing to find. Most entries lack
    most parts, so half of the rules need not be asked.

    `fixable` says that `check --fix` mends the fault, always or in the cases that the manual names.

    `sometimes` says that only some commands look for the fault, so that silence of the others means nothing.
    """

    code: str
    severity: Severity
    name: str
    find: F
    about: str = ""
    fixable: bool = False
    sometimes: bool = False

    def problem(self, spot: Spot) -> Problem:
        """The spot with this rule's code and severity."""
        return Problem(self.code, self.severity, *spot)


EntryRule = Rule[FindInEntry]
CatalogRule = Rule[FindInCatalog]
ToldElsewhere = Rule[FindElsewhere]
AnyRule = EntryRule | CatalogRule | ToldElsewhere


def entry_rule(
    code: str, severity: Severity, name: str, *, about: str = "", fixable: bool = False
) -> Callable[[FindInEntry], EntryRule]:
    """Declare a rule that judges one entry, or one part of it."""
    return lambda find: Rule(code, severity, name, find, about, fixable)


def catalog_rule(code: str, severity: Severity, name: str) -> Callable[[FindInCatalog], CatalogRule]:
    """Declare a rule that judges all entries together."""
    return lambda find: Rule(code, severity, name, find)


def told_elsewhere(
    code: str, name: str, severity: Severity = ERROR, *, sometimes: bool = False
) -> Callable[[FindElsewhere], ToldElsewhere]:
    """Declare the manual of a fault that another stage finds."""
    return lambda find: Rule(code, severity, name, find, sometimes=sometimes)
