"""Shapes of lists, of blocks of fields, and of either of two shapes.

Owns unknown, missing, repeated and surplus values. Codes: APS201 unknown field, 202 missing field, 203 wrong shape,
204 no value, 207 too many, 208 repeated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from catalog.decode.shapes import (
    MISSING,
    Doubt,
    JsonSchema,
    Missing,
    Refusal,
    Shape,
    Sink,
    any_of,
    named,
    said,
    shorten,
)
from catalog.findings import near_misses
from catalog.source import Mapping, Node, Path, Plain, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Mapping as MappingOf

T = TypeVar("T")


class ListOf(Generic[T]):
    """A list of one shape. `most` and `least` bound it; a repeated value is a warning and counted once."""

    def __init__(self, shape: Shape[T], most: int | None = None, *, least: int = 0) -> None:
        self.shape = shape
        self.most = most
        self.least = least

    def read(self, node: Node, path: Path, sink: Sink) -> tuple[T, ...] | Missing:
        """A tuple of the values; `MISSING` where one of them could not be read."""
        if not isinstance(node, Sequence):
            remedy = f"write {path[-1] if path else 'it'}: [{_example(node)}]"
            return sink.error("APS203", path, f"a list belongs here, not {said(node)}", remedy)
        if len(node.children) < self.least:
            return sink.error(
                "APS204", path, f"{named(path)} is an empty list", f"name at least {self.least}"
            )
        if self.most and len(node.children) > self.most:
            message = (
                f"this is value {self.most + 1} of {len(node.children)}; at most {self.most} are allowed"
            )
            sink.error("APS207", (*path, self.most), message, f"keep the {self.most} that matter most")
        values: list[T] = []
        whole = True
        for index, child in enumerate(node.children):
            value = self.shape.read(child, (*path, index), sink)
            if isinstance(value, Missing):
                whole = False
            elif value in values:
                sink.warn(
                    "APS208",
                    (*path, index),
                    f"{said(child)} stands in this list twice",
                    "remove one of the two",
                )
            else:
                values.append(value)
        return tuple(values) if whole else MISSING

    def take(self, value: Plain) -> tuple[T, ...]:
        """A tuple of the values."""
        if value.__class__ is not list or len(value) < self.least or (self.most and len(value) > self.most):
            raise Doubt
        values = tuple(map(self.shape.take, value))
        if len(values) > 1 and len(set(values)) < len(values):
            raise Doubt
        return values

    def schema(self) -> JsonSchema:
        """Array."""
        bounds: JsonSchema = {"maxItems": self.most} if self.most else {}
        if self.least:
            bounds["minItems"] = self.least
        return {"type": "array", "items": self.shape.schema(), **bounds}


class Block(Generic[T]):
    """A mapping with known fields, made into one model value by `into(**values)`.

    `required` names keys, `attributes` the ones whose attribute has another name. `unknown` may answer for a key that
    is not a field.
    """

    def __init__(
        self,
        into: Callable[..., T],
        fields: MappingOf[str, Shape[object]],
        *,
        required: tuple[str, ...] = (),
        attributes: MappingOf[str, str] | None = None,
        unknown: Callable[[str], Refusal | None] | None = None,
    ) -> None:
        self.into = into
        self.fields = dict(fields)
        self.required = required
        self.unknown = unknown
        self._needed = frozenset(required)
        attributes = attributes or {}
        self._takers = {key: (shape.take, attributes.get(key, key)) for key, shape in fields.items()}
        self._readers = {
            key: (shape.read, attributes.get(key, key), key in self._needed) for key, shape in fields.items()
        }

    def read(self, node: Node, path: Path, sink: Sink) -> T | Missing:
        """The model value; `MISSING` where a required field or a given one could not be read."""
        values = self.values(node, path, sink)
        return values if isinstance(values, Missing) else self.into(**values)

    def take(self, value: Plain) -> T:
        """The model value."""
        return self.into(**self.taken(value))

    def taken(self, value: Plain) -> dict[str, object]:
        """The fields by attribute."""
        if value.__class__ is not dict or not self._needed <= value.keys():
            raise Doubt
        takers = self._takers
        values = {}
        for key, child in value.items():
            taker = takers.get(key)
            if taker is None:
                raise Doubt
            take, attribute = taker
            values[attribute] = take(child)
        return values

    def values(self, node: Node, path: Path, sink: Sink) -> dict[str, object] | Missing:
        """The fields by attribute, of a mapping that could be read whole."""
        if not isinstance(node, Mapping):
            names = any_of(f"{name}:" for name in list(self.fields)[:3])
            message = f"{named(path)} is a block of fields, not {said(node)}"
            return sink.error(
                "APS203", path, message, f"write its fields, such as {names}, each on a line of its own"
            )
        values: dict[str, object] = {}
        whole = True
        readers = self._readers
        for key, child in node.fields.items():
            reader = readers.get(key)
            if reader is None:
                self._unknown(key, path, sink)
                continue
            read, attribute, needed = reader
            if not needed and child.__class__ is not Scalar and _empty(child):
                continue
            value = read(child, (*path, key), sink)
            if value is MISSING:
                whole = False
            else:
                values[attribute] = value
        return values if self._complete(node, path, sink) and whole else MISSING

    def _complete(self, node: Mapping, path: Path, sink: Sink) -> bool:
        if self._needed <= node.fields.keys():
            return True
        missing = [key for key in self.required if key not in node.fields]
        for key in missing:
            sink.error("APS202", path, f'the field "{key}" is missing', f"add {key}: to {named(path)}")
        return not missing

    def _unknown(self, key: str, path: Path, sink: Sink) -> None:
        refusal = self.unknown(key) if self.unknown else None
        if refusal is None:
            near = near_misses(key, self.fields)
            remedy = (
                f'did you mean "{near[0]}"?'
                if near
                else f"the fields of {named(path)} are {any_of(self.fields)}"
            )
            refusal = Refusal("APS201", f'unknown field "{shorten(key)}"', remedy)
        sink.error_at_key(refusal, (*path, key))

    def schema(self) -> JsonSchema:
        """Object that allows no other field."""
        required: JsonSchema = {"required": list(self.required)} if self.required else {}
        fields = {key: shape.schema() for key, shape in self.fields.items()}
        return {"type": "object", "additionalProperties": False, "properties": fields, **required}


class Choice(Generic[T]):
    """One of two shapes, told apart by whether the node is a text (first) or not (second)."""

    def __init__(self, text: Shape[T], other: Shape[T]) -> None:
        self.text = text
        self.other = other

    def read(self, node: Node, path: Path, sink: Sink) -> T | Missing:
        """The value by the shape that fits the node."""
        return (self.text if isinstance(node, Scalar) else self.other).read(node, path, sink)

    def take(self, value: Plain) -> T:
        """The value by the shape that fits."""
        return (self.text if value.__class__ is str else self.other).take(value)

    def schema(self) -> JsonSchema:
        """Either."""
        return {"anyOf": [self.text.schema(), self.other.schema()]}


def _empty(node: Node) -> bool:
    """Whether a node is a list or a block that holds nothing: as if absent."""
    if isinstance(node, Scalar):
        return False
    return not (node.children if isinstance(node, Sequence) else node.fields)


def _example(node: Node) -> str:
    return shorten(node.text, 30) if isinstance(node, Scalar) and node.text else "…"
