"""Shapes: how one node becomes one value, and how the same thing is said in JSON Schema.

Owns what all shapes share, and the reading of a text and of a flag. A shape returns `MISSING` after it has reported
why; its caller goes on with the next value. Codes: APS203 wrong shape, 204 no value, 205 too long, 206 line break,
210 no flag, 116 a text cut short by a comment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, TypeAlias, TypeVar

from catalog.findings import Problem, Severity
from catalog.source import (
    Document,
    Mapping,
    Node,
    Path,
    Plain,
    Scalar,
    Sequence,
    Span,
    place_of,
    trailing_comment,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T_co = TypeVar("T_co", covariant=True)
JsonSchema: TypeAlias = dict[str, object]


class Missing:
    """The type of the one value that says a reading failed and has been reported."""


MISSING: Final = Missing()


class Doubt(Exception):  # noqa: N818 - no error: the file is read again, with places
    """Plain content may have something to report, or is of no form that this way of reading is for."""


class Refusal(NamedTuple):
    """Why a value is refused, before its place is known."""

    code: str
    message: str
    help: str


class Sink:
    """Collects the problems of one document."""

    __slots__ = ("document", "problems")

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []

    def error(self, code: str, path: Path, message: str, remedy: str) -> Missing:
        """Report an error at the value and return `MISSING`."""
        self.problems.append(Problem(code, Severity.ERROR, path, message, remedy))
        return MISSING

    def error_at_key(self, refusal: Refusal, path: Path) -> Missing:
        """Report an error at the key and return `MISSING`."""
        self.problems.append(
            Problem(refusal.code, Severity.ERROR, path, refusal.message, refusal.help, at="key")
        )
        return MISSING

    def warn(self, code: str, path: Path, message: str, remedy: str) -> None:
        """Report a warning."""
        self.problems.append(Problem(code, Severity.WARNING, path, message, remedy))

    def add(self, problem: Problem) -> None:
        """Report a problem that is neither of the plain ones."""
        self.problems.append(problem)


class Shape(Protocol[T_co]):
    """What every shape can do."""

    def read(self, node: Node, path: Path, sink: Sink) -> T_co | Missing:
        """The value of a node, or `MISSING` after reporting."""

    def take(self, value: Plain) -> T_co:
        """The value of plain content, just what `read` gives where it has nothing to report; else raises `Doubt`."""

    def schema(self) -> JsonSchema:
        """The shape as JSON Schema, draft 2020-12."""


def said(node: Node) -> str:
    """What stands at a node, in the words of somebody who never read a YAML manual."""
    if isinstance(node, Scalar):
        return f'the text "{shorten(node.text)}"' if node.text else "nothing"
    return "a list" if isinstance(node, Sequence) else "a block of fields"


def shorten(text: str, size: int = 60) -> str:
    """One line of at most `size` signs, for a message."""
    text = " ".join(text.split())
    return text if len(text) <= size else text[: size - 1] + "…"


def any_of(words: Iterable[str]) -> str:
    """`a, b or c`."""
    listed = list(words)
    return listed[0] if len(listed) == 1 else ", ".join(listed[:-1]) + " or " + listed[-1]


def named(path: Path) -> str:
    """The field at a path, in quotes, or the entry as a whole."""
    return f'"{".".join(str(step) for step in path)}"' if path else "the entry"


class Text:
    """A text of one line; of several as typed with `lines`, of several joined into one with `flow`.

    `check` may refuse it. `schema` says in JSON Schema what the check says in Python, as far as that goes.
    """

    def __init__(
        self,
        longest: int | None = None,
        *,
        lines: bool = False,
        flow: bool = False,
        check: Callable[[str], Refusal | None] | None = None,
        schema: JsonSchema | None = None,
    ) -> None:
        self.longest = longest
        self.lines = lines
        self.flow = flow
        self.check = check
        self._schema = schema or {}

    def read(self, node: Node, path: Path, sink: Sink) -> str | Missing:
        """The text without blanks around it."""
        if not isinstance(node, Scalar):
            return sink.error(
                "APS203", path, f"a text belongs here, not {said(node)}", "write one text after the colon"
            )
        text = self._stripped(node.text)
        if not text:
            return sink.error(
                "APS204", path, f"{named(path)} has no value", "write it after the colon, or remove the line"
            )
        if self.longest and node.style is None and (at := trailing_comment(sink.document, node)) is not None:
            self._cut_short(at, path, sink)
        if "\n" in text and not self.lines:
            return self._broken(node, path, sink)
        if self.longest and len(text) > self.longest:
            over = len(text) - self.longest
            message = (
                f"this text has {len(text):,} characters, {over:,} more than the {self.longest:,} that fit"
            )
            return sink.error("APS205", path, message, f"shorten it by {over:,}")
        if self.check and (refusal := self.check(text)):
            return sink.error(refusal.code, path, refusal.message, refusal.help)
        return text

    def take(self, value: Plain) -> str:
        """The text without blanks around it."""
        if value.__class__ is not str:
            raise Doubt
        text = self._stripped(value)
        if (
            not text
            or (self.longest and len(text) > self.longest)
            or (not self.lines and "\n" in text)
            or (self.check and self.check(text))
        ):
            raise Doubt
        return text

    def _stripped(self, text: str) -> str:
        """Line ends at the start stay, so that an offset into the text is an offset into the scalar."""
        if self.lines:
            return text.rstrip()
        # Most texts have no blanks to join.
        if self.flow and not (text.isascii() and text.isprintable() and "  " not in text):
            return " ".join(text.split())
        return text.strip()

    def _broken(self, node: Scalar, path: Path, sink: Sink) -> Missing:
        first = len(node.text) - len(node.text.lstrip())
        at = node.text.index("\n", first)
        remedy = "write it in one line; `>-` instead of `|` joins the lines of a long one"
        sink.add(Problem("APS206", Severity.ERROR, path, "this text has a line break", remedy, offset=at))
        return MISSING

    def _cut_short(self, at: int, path: Path, sink: Sink) -> None:
        """Only free texts: a word from a vocabulary is whole or unknown, with or without a comment after it."""
        source = sink.document.text
        end = source.find("\n", at)
        comment = source[at : end if end >= 0 else len(source)]
        span = Span.at(*place_of(source, at), len(comment))
        message = f'"{shorten(comment, 40)}" is read as a comment and is not part of the text'
        remedy = "put the text in quotes if the # belongs to it; move a comment to a line of its own"
        sink.add(Problem("APS116", Severity.WARNING, path, message, remedy, at="file", span=span))

    def schema(self) -> JsonSchema:
        """String with its length; an editor reads an unquoted 1.10 as a number, which is text to us."""
        limit: JsonSchema = {"maxLength": self.longest} if self.longest else {}
        kinds = "string" if self._schema else ["string", "number", "boolean"]
        return {"type": kinds, "minLength": 1, **limit, **self._schema}


class Flag:
    """`true` or `false`."""

    def read(self, node: Node, path: Path, sink: Sink) -> bool | Missing:
        """The answer; `yes`, `no`, `on` and `off` get a hint."""
        text = node.text if isinstance(node, Scalar) else ""
        if text in {"true", "false"}:
            return text == "true"
        hint = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(text.lower())
        remedy = f"write {hint}" if hint else "write true or false"
        return sink.error("APS210", path, f"true or false belongs here, not {said(node)}", remedy)

    def take(self, value: Plain) -> bool:
        """The answer."""
        if value == "true":
            return True
        if value != "false":
            raise Doubt
        return False

    def schema(self) -> JsonSchema:
        """Boolean."""
        return {"type": "boolean"}


__all__ = [
    "MISSING",
    "Doubt",
    "Flag",
    "JsonSchema",
    "Mapping",
    "Missing",
    "Refusal",
    "Shape",
    "Sink",
    "Text",
    "any_of",
    "named",
    "said",
    "shorten",
]
