"""Shapes: how one node becomes one value, and how the same thing is said in JSON Schema.

Owns reading a text, a flag, a list, a mapping. A shape returns `MISSING` after it has reported why; its caller goes on
with the next value. Codes: APS201 unknown field, 202 missing field, 203 wrong shape, 204 no value, 205 too long,
206 line break, 207 too many, 208 repeated, 113 text cut by a comment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

from catalog.findings import Problem, Severity, near_misses
from catalog.source import Document, Mapping, Node, Path, Scalar, Sequence, Span, trailing_comment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Missing:
    """The one value that says a reading failed and has been reported."""


MISSING: Final = Missing()


class Sink:
    """Collects the problems of one document."""

    __slots__ = ("document", "problems")

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []

    def error(self, code: str, path: Path, message: str, remedy: str, **where: Any) -> Missing:
        """Report an error and return `MISSING`."""
        self.problems.append(Problem(code, Severity.ERROR, path, message, remedy, **where))
        return MISSING

    def warn(self, code: str, path: Path, message: str, remedy: str, **where: Any) -> None:
        """Report a warning."""
        self.problems.append(Problem(code, Severity.WARNING, path, message, remedy, **where))


class Shape(Protocol):
    """What every shape can do."""

    def read(self, node: Node, path: Path, sink: Sink) -> Any:
        """The value of a node, or `MISSING` after reporting."""

    def schema(self) -> dict[str, Any]:
        """The shape as JSON Schema, draft 2020-12. YAML reads scalars as other types too, so those are allowed."""


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


class Text:
    """A text of one line; of several as typed with `lines`, of several joined into one with `flow`.

    `check` may refuse it and returns (code, message, help) then.
    """

    def __init__(
        self,
        longest: int | None = None,
        *,
        lines: bool = False,
        flow: bool = False,
        check: Callable[[str], tuple[str, str, str] | None] | None = None,
        schema: dict[str, Any] | None = None,
    ) -> None:
        self.longest = longest
        self.lines = lines
        self.flow = flow
        self.check = check
        self._schema = schema or {}

    def read(self, node: Node, path: Path, sink: Sink) -> str | Missing:
        """The text without blanks around it."""
        if node.__class__ is not Scalar:
            return sink.error("APS203", path, f"a text belongs here, not {said(node)}", "write one text after the colon")
        # Line ends at the start stay, so that an offset into the text is an offset into the scalar.
        text = node.text.rstrip() if self.lines else " ".join(node.text.split()) if self.flow else node.text.strip()
        if not text.strip():
            return sink.error("APS204", path, f"{named(path)} has no value", "write the value after the colon, or remove the line")
        if node.style is None and (at := trailing_comment(sink.document, node)) is not None and self.longest:
            self._cut_short(node, at, path, sink)
        if "\n" in text and not self.lines:
            return sink.error(
                "APS206", path, "this text has a line break", "write it in one line; `>-` instead of `|` joins lines",
                offset=node.text.index("\n", node.text.index(text[0])),
            )  # fmt: skip
        if self.longest and len(text) > self.longest:
            over = len(text) - self.longest
            return sink.error(
                "APS205", path, f"this text has {len(text):,} characters, {over:,} more than the {self.longest:,} that fit",
                f"shorten it by {over:,}",
            )  # fmt: skip
        if self.check and (fault := self.check(text)):
            return sink.error(fault[0], path, fault[1], fault[2])
        return text

    def _cut_short(self, node: Scalar, at: int, path: Path, sink: Sink) -> None:
        """Only free texts: a word from a vocabulary is whole or unknown, with or without a comment after it."""
        source = sink.document.text
        end = source.find("\n", at)
        comment = source[at : end if end >= 0 else len(source)]
        span = Span.at(node.end.line + 1, at - source.rfind("\n", 0, at), len(comment))
        sink.problems.append(
            Problem(
                "APS116", Severity.WARNING, path, f'"{shorten(comment, 40)}" is read as a comment and is not part of the text',
                "put the text in quotes if the # belongs to it; move a comment to a line of its own",
                at="file", span=span,
            )
        )  # fmt: skip

    def schema(self) -> dict[str, Any]:
        """String, with the length where there is one."""
        limit = {"maxLength": self.longest} if self.longest else {}
        return {"type": "string", "minLength": 1, **limit, **self._schema}


class Flag:
    """`true` or `false`."""

    def read(self, node: Node, path: Path, sink: Sink) -> bool | Missing:
        """The answer; `yes`, `no`, `on` and `off` get a hint."""
        text = node.text if isinstance(node, Scalar) else None
        if text in {"true", "false"}:
            return text == "true"
        hint = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(text.lower() if text else "")
        remedy = f"write {hint}" if hint else "write true or false"
        return sink.error("APS210", path, f"true or false belongs here, not {said(node)}", remedy)

    def schema(self) -> dict[str, Any]:
        """Boolean."""
        return {"type": "boolean"}


class ListOf:
    """A list of one shape. `most` bounds it; a repeated value is a warning and counted once."""

    def __init__(self, shape: Shape, most: int | None = None, *, least: int = 0, convert: Callable[[list[Any]], Any] = tuple) -> None:
        self.shape = shape
        self.most = most
        self.least = least
        self.convert = convert

    def read(self, node: Node, path: Path, sink: Sink) -> Any:
        """A tuple of the values that could be read; `MISSING` where one could not."""
        if node.__class__ is not Sequence:
            return sink.error("APS203", path, f"a list belongs here, not {said(node)}", f"write {path[-1] if path else 'it'}: [{_example(node)}]")
        if len(node.children) < self.least:
            return sink.error("APS204", path, f"{named(path)} is an empty list", f"name at least {self.least}")
        if self.most and len(node.children) > self.most:
            over = (*path, self.most)
            sink.error("APS207", over, f"this is the {_ordinal(self.most + 1)} value; at most {self.most} are allowed", f"keep the {self.most} that matter most")
        values, seen, whole = [], set(), True
        for index, child in enumerate(node.children):
            value = self.shape.read(child, (*path, index), sink)
            if value is MISSING:
                whole = False
                continue
            key = value if isinstance(value, str) else index
            if key in seen:
                sink.warn("APS208", (*path, index), f'"{value}" stands in this list twice', "remove one")
                continue
            seen.add(key)
            values.append(value)
        return self.convert(values) if whole else MISSING

    def schema(self) -> dict[str, Any]:
        """Array."""
        bounds = ({"maxItems": self.most} if self.most else {}) | ({"minItems": self.least} if self.least else {})
        return {"type": "array", "items": self.shape.schema(), **bounds}


class Block:
    """A mapping with known fields, made into one model value by `into(**values)`.

    `fields` maps the key in the file to (attribute, shape); `required` names keys. `unknown` may answer for a key that
    is not a field, with (code, message, help).
    """

    def __init__(
        self,
        into: Callable[..., Any],
        fields: dict[str, Shape],
        *,
        required: tuple[str, ...] = (),
        attributes: dict[str, str] | None = None,
        unknown: Callable[[str, Path], tuple[str, str, str] | None] | None = None,
    ) -> None:
        self.into = into
        self.fields = fields
        self.required = required
        self.attributes = attributes or {}
        self.unknown = unknown

    def read(self, node: Node, path: Path, sink: Sink) -> Any:
        """The model value; `MISSING` where a required field or a given one could not be read."""
        values = self.values(node, path, sink)
        return values if isinstance(values, Missing) else self.into(**values)

    def values(self, node: Node, path: Path, sink: Sink) -> dict[str, Any] | Missing:
        """The fields by attribute, of a mapping that could be read whole."""
        if node.__class__ is not Mapping:
            names = any_of(f"{name}:" for name in list(self.fields)[:3])
            return sink.error("APS203", path, f"{named(path)} is a block of fields, not {said(node)}", f"write its fields, such as {names}, each on a line of its own")
        values, whole = {}, True
        for key, child in node.fields.items():
            shape = self.fields.get(key)
            if shape is None:
                self._unknown(key, path, sink)
                continue
            if child.__class__ is not Scalar and not (child.children if child.__class__ is Sequence else child.fields) and key not in self.required:
                continue  # an empty optional list or mapping is as if absent
            value = shape.read(child, (*path, key), sink)
            if value is MISSING:
                whole = False
            else:
                values[self.attributes.get(key, key)] = value
        for key in self.required:
            if key not in node.fields:
                whole = False
                sink.error("APS202", path, f'the field "{key}" is missing', f"add {key}: to {named(path)}")
        return values if whole else MISSING

    def _unknown(self, key: str, path: Path, sink: Sink) -> None:
        here = (*path, key)
        if self.unknown and (answer := self.unknown(key, path)):
            sink.error(answer[0], here, answer[1], answer[2], at="key")
            return
        near = near_misses(key, self.fields)
        remedy = f'did you mean "{near[0]}"?' if near else f"the fields of {named(path)} are {any_of(self.fields)}"
        sink.error("APS201", here, f'unknown field "{shorten(key)}"', remedy, at="key")

    def schema(self) -> dict[str, Any]:
        """Object that allows no other field."""
        required = {"required": list(self.required)} if self.required else {}
        fields = {key: shape.schema() for key, shape in self.fields.items()}
        return {"type": "object", "additionalProperties": False, "properties": fields, **required}


class Choice:
    """One of two shapes, told apart by whether the node is a text (first) or not (second)."""

    def __init__(self, text: Shape, other: Shape) -> None:
        self.text = text
        self.other = other

    def read(self, node: Node, path: Path, sink: Sink) -> Any:
        """The value by the shape that fits the node."""
        return (self.text if isinstance(node, Scalar) else self.other).read(node, path, sink)

    def schema(self) -> dict[str, Any]:
        """Either."""
        return {"anyOf": [self.text.schema(), self.other.schema()]}


def named(path: Path) -> str:
    """The field at a path, in quotes, or the entry as a whole."""
    return f'"{".".join(str(step) for step in path)}"' if path else "the entry"


def _example(node: Node) -> str:
    return shorten(node.text, 30) if isinstance(node, Scalar) and node.text else "…"


def _ordinal(number: int) -> str:
    return {2: "second", 3: "third", 4: "fourth", 5: "fifth", 7: "seventh", 11: "eleventh"}.get(number, f"{number}th")

