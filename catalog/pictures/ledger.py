"""The flaws of one drawing while it is read: each once, with its place and the number of its repetitions.

Owns bounded telling: a hostile file with thousands of faults costs no more than one with a few. Places are looked up
only for what is told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from catalog.findings import Severity
from catalog.pictures.flaws import Flaw, span_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.source import Span

_MOST: Final = 20
_PLAIN: Final = 'run `check --fix`, which takes them out, or save it as "plain SVG"'


class Ledger:
    """Flaws by code and message. `here` tells the byte at which the parser is."""

    def __init__(self, content: bytes, here: Callable[[], int]) -> None:
        self.content = content
        self.here = here
        self._found: dict[tuple[str, str], Flaw] = {}
        self._times: dict[tuple[str, str], int] = {}
        self._marks: dict[str, int] = {}
        self._first_mark = 0

    def again(self, code: str, message: str) -> bool:
        """Whether a flaw is told already, or too many are. Counts the repetition."""
        key = (code, message)
        if key not in self._found:
            return len(self._found) >= _MOST
        self._times[key] += 1
        return True

    def flaw(self, code: str, message: str, remedy: str, where: Callable[[], Span] | None = None) -> None:
        """Tell a flaw, where the parser is unless `where` says better."""
        if not self.again(code, message):
            span = where() if where else span_at(self.content, self.here())
            self._found[code, message] = Flaw(code, message, remedy, span=span)
            self._times[code, message] = 1

    def mark(self, whose: str) -> None:
        """Count an element, attribute or instruction that an editor left."""
        if not self._marks:
            self._first_mark = self.here()
        self._marks[whose] = self._marks.get(whose, 0) + 1

    def flaws(self) -> list[Flaw]:
        """What was found, in order of finding; then the editors' marks as one note."""
        told = []
        for key, flaw in self._found.items():
            times = self._times[key]
            told.append(flaw._replace(message=f"{flaw.message} ({times} times)") if times > 1 else flaw)
        if self._marks:
            count, whose = sum(self._marks.values()), ", ".join(sorted(self._marks)[:6])
            message = f"the file carries {count} {'mark' if count == 1 else 'marks'} of editors or metadata: {whose}"
            span = span_at(self.content, self._first_mark)
            told.append(Flaw("APS533", message, _PLAIN, Severity.NOTE, span))
        return told

    def tag_span(self) -> Span:
        """The `<` and name of the element that starts here."""
        match = re.compile(rb"<[^\s/>]*+").match(self.content, self.here())
        return span_at(self.content, self.here(), len(match[0].decode("utf-8", "replace")) if match else 1)

    def attribute_span(self, local: str) -> Span:
        """The name of an attribute of the element that starts here."""
        name = rb"\s((?:[\w.-]+:)?" + re.escape(local.encode()) + rb")\s*="
        match = re.compile(name).search(self.content, self.here())
        if not match:
            return span_at(self.content, self.here())
        return span_at(self.content, match.start(1), len(match[1].decode("utf-8", "replace")))

    def sheet_span(self, piece: str) -> Span:
        """A piece of the style sheet that ends here; the start of the sheet when it is typed otherwise there."""
        end = self.here()
        start = max(self.content.rfind(b"<style", 0, end), self.content.rfind(b":style", 0, end), 0)
        found = self.content.find(piece.encode("utf-8", "replace"), start, end)
        return span_at(self.content, max(found, start), len(piece) if found >= 0 else 1)


def short(text: str) -> str:
    """One line of at most 60 signs, for a message."""
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:59] + "…"
