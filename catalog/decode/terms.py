"""Shapes of single values: a term of a vocabulary, a date, a number, an amount.

Codes: APS209 unknown term, 211 date, 212 whole number, 217 amount.
"""

from __future__ import annotations

import functools
import json
import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from catalog.decode.shapes import Doubt, JsonSchema, Missing, Refusal, Sink, any_of, named, said, shorten
from catalog.findings import near_misses
from catalog.source import Node, Path, Plain, Scalar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_AMOUNT = re.compile(r"\d{1,12}(\.\d{1,4})?", re.ASCII)
_TYPED = re.compile(r"true|false|\d+(\.\d+)?", re.ASCII)
# A closed list up to this length is told whole; from a longer one, the nearest term is enough.
_TOLD_WHOLE = 12


class Term:
    """One id of a closed list. `unknown` may answer for a word that is not in it.

    The list is not walked before the first value is read, so that one that costs time costs it only then.
    """

    def __init__(
        self, what: str, known: Iterable[str], *, unknown: Callable[[str], Refusal | None] | None = None
    ) -> None:
        self.what = what
        self.unknown = unknown
        self._listed = known

    @functools.cached_property
    def known(self) -> tuple[str, ...]:
        """The ids in their published order."""
        return tuple(self._listed)

    @functools.cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.known)

    def read(self, node: Node, path: Path, sink: Sink) -> str | Missing:
        """The id as typed."""
        if not isinstance(node, Scalar):
            message = f"one {self.what} belongs here, not {said(node)}"
            return sink.error("APS203", path, message, f"write {any_of(self.known)}")
        if node.text in self._known:
            return node.text
        if not node.text.strip():
            return sink.error("APS204", path, f"{named(path)} has no value", f"write {any_of(self.known)}")
        if self.unknown and (refusal := self.unknown(node.text)):
            return sink.error(refusal.code, path, refusal.message, refusal.help)
        message = f'"{shorten(node.text)}" is not a known {self.what}'
        return sink.error("APS209", path, message, self._remedy(node.text))

    def take(self, value: Plain) -> str:
        """The id as typed."""
        if value.__class__ is not str or value not in self._known:
            raise Doubt
        return value

    def _remedy(self, typed: str) -> str:
        near = near_misses(typed, self.known)
        if not near:
            return f"allowed are {any_of(self.known)}"
        if len(self.known) > _TOLD_WHOLE:
            return "did you mean " + any_of([f'"{term}"' for term in near]) + "?"
        return f'did you mean "{near[0]}"? Allowed are {any_of(self.known)}'

    def schema(self) -> JsonSchema:
        """Enumeration; an editor reads an unquoted 1.2 or true as a number or a boolean."""
        return {"enum": [*self.known, *(json.loads(term) for term in self.known if _TYPED.fullmatch(term))]}


@functools.lru_cache(maxsize=4096)
def _day(text: str) -> date:
    """The same days stand in many entries."""
    if not _DATE.fullmatch(text):
        raise Doubt
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Doubt from None


class Date:
    """A day as YYYY-MM-DD."""

    def read(self, node: Node, path: Path, sink: Sink) -> date | Missing:
        """The day."""
        text = node.text if isinstance(node, Scalar) else ""
        if not _DATE.fullmatch(text):
            remedy = "write the day as YYYY-MM-DD, such as 2026-09-01"
            return sink.error("APS211", path, f"a date belongs here, not {said(node)}", remedy)
        try:
            return date.fromisoformat(text)
        except ValueError:
            remedy = "check the day and the month; the order is year, month, day"
            return sink.error("APS211", path, f"{text} is not a day of the calendar", remedy)

    def take(self, value: Plain) -> date:
        """The day."""
        if value.__class__ is not str:
            raise Doubt
        return _day(value)

    def schema(self) -> JsonSchema:
        """Date as text."""
        return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


class Count:
    """A whole number from `least` to `most`."""

    def __init__(self, most: int, *, least: int = 1) -> None:
        self.least = least
        self.most = most

    def read(self, node: Node, path: Path, sink: Sink) -> int | Missing:
        """The number."""
        number = self._number(node.text) if isinstance(node, Scalar) else None
        if number is not None:
            return number
        remedy = f"write a number from {self.least} to {self.most:,}"
        return sink.error("APS212", path, f"a whole number belongs here, not {said(node)}", remedy)

    def take(self, value: Plain) -> int:
        """The number."""
        number = self._number(value) if isinstance(value, str) else None
        if number is None:
            raise Doubt
        return number

    def _number(self, text: str) -> int | None:
        """The number within the bounds that a text is, if it is one."""
        known = text.isascii() and text.isdecimal() and len(text) < 8 and self.least <= int(text) <= self.most
        return int(text) if known else None

    def schema(self) -> JsonSchema:
        """Integer."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


class Amount:
    """A price such as 3.90."""

    def read(self, node: Node, path: Path, sink: Sink) -> Decimal | Missing:
        """The amount, exactly as typed."""
        text = node.text if isinstance(node, Scalar) else ""
        if _AMOUNT.fullmatch(text):
            return Decimal(text)
        comma = re.fullmatch(r"\d+,\d{1,2}", text)
        remedy = f"write {text.replace(',', '.')}" if comma else "write digits with a point, such as 3.90"
        return sink.error("APS217", path, f"an amount belongs here, not {said(node)}", remedy)

    def take(self, value: Plain) -> Decimal:
        """The amount, exactly as typed."""
        if value.__class__ is not str or not _AMOUNT.fullmatch(value):
            raise Doubt
        return Decimal(value)

    def schema(self) -> JsonSchema:
        """Decimal as text or number."""
        return {"type": ["string", "number"], "pattern": r"^\d{1,12}(\.\d{1,4})?$", "minimum": 0}
