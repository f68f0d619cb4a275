"""The pages of the rules: one for each code, and the list of all.

Owns how a manual is shown: words in backticks as code, and in an example the place that the finding names as a mark
instead of a line of carets, which a screen reader would read out. The texts are those of `explain`.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from catalog.rules import FAMILIES, Manual, manuals
from catalog.site.views import View

if TYPE_CHECKING:
    from collections.abc import Iterator

RULES = "rules/"
_CARETS = re.compile(r" *\^+")
_WORD = re.compile(r"[^\s,\]}]+")
_CODE = re.compile(r"`([^`]+)`")


class Piece(View, frozen=True, kw_only=True):
    """A stretch of a text: of an example, with `mark` at the finding's place; of a sentence, with `mark` for code."""

    text: str
    mark: bool = False


class RuleLink(View, frozen=True, kw_only=True):
    """A rule in the list or beside another one."""

    code: str
    name: str
    path: str
    severity: str
    summary: tuple[Piece, ...]


class RuleFamily(View, frozen=True, kw_only=True):
    """The rules whose codes start alike. `id` is an anchor."""

    id: str
    name: str
    span: str
    rules: tuple[RuleLink, ...]


class RulesPage(View, frozen=True, kw_only=True):
    """The list of all rules."""

    count: int
    families: tuple[RuleFamily, ...]


class RulePage(View, frozen=True, kw_only=True):
    """One rule. `waivable` says that an entry may waive it, `fixable` that `check --fix` mends the example."""

    rule: RuleLink
    family: str
    why: tuple[tuple[Piece, ...], ...]
    refused: tuple[Piece, ...]
    accepted: tuple[Piece, ...]
    waivable: bool
    fixable: bool
    before: RuleLink | None
    after: RuleLink | None


def rules_page() -> RulesPage:
    """All rules by family."""
    families = []
    for digit, some in itertools.groupby(manuals().values(), key=lambda manual: manual.code[3]):
        links = tuple(_link(manual) for manual in some)
        families.append(
            RuleFamily(id=f"family-{digit}", name=FAMILIES[digit], span=f"APS{digit}xx", rules=links)
        )
    return RulesPage(count=len(manuals()), families=tuple(families))


def rule_pages() -> Iterator[RulePage]:
    """A page for each rule, in the order of their codes."""
    known = list(manuals().values())
    links = [_link(manual) for manual in known]
    for at, manual in enumerate(known):
        yield RulePage(
            rule=links[at],
            family=manual.family,
            why=tuple(sentence(paragraph) for paragraph in manual.why),
            refused=example(manual.refused),
            accepted=example(manual.accepted),
            waivable=manual.severity == "warning",
            fixable=manual.fixable,
            before=links[at - 1] if at else None,
            after=links[at + 1] if at + 1 < len(links) else None,
        )


def _link(manual: Manual) -> RuleLink:
    return RuleLink(
        code=manual.code,
        name=manual.name.replace("-", " "),
        path=f"{RULES}{manual.code}/",
        severity=manual.severity.value,
        summary=sentence(manual.summary),
    )


def sentence(text: str) -> tuple[Piece, ...]:
    """The text, its words in backticks marked as code."""
    pieces = _CODE.split(text)
    return tuple(Piece(text=piece, mark=at % 2 == 1) for at, piece in enumerate(pieces) if piece)


def example(text: str) -> tuple[Piece, ...]:
    """The example without its lines of carets, what they stand under marked."""
    pieces: list[Piece] = []
    lines = text.splitlines()
    for line, below in itertools.zip_longest(lines, lines[1:], fillvalue=""):
        if _CARETS.fullmatch(line):
            continue
        if not _CARETS.fullmatch(below):
            pieces.append(Piece(text=f"{line}\n"))
            continue
        start, end = below.index("^"), len(below)
        if end == start + 1 and (word := _WORD.match(line, start)):
            end = word.end()  # One caret stands for where a longer thing starts.
        parts = ((line[:start], False), (line[start:end] or " ", True), (f"{line[end:]}\n", False))
        pieces += [Piece(text=part, mark=mark) for part, mark in parts if part]
    return tuple(pieces)
