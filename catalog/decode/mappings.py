"""Shapes of mappings whose keys are values of their own: a material, a language, a country, a day.

Owns the telling of what is wrong with such a key at the key. Code: APS203 wrong shape.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from catalog.decode.shapes import MISSING, Doubt, JsonSchema, Missing, Shape, Sink, named, said
from catalog.source import Mapping, Node, Path, Plain, Scalar

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.decode.containers import Block

T = TypeVar("T")


def _key_fits(shape: Shape[object], key: Scalar, path: Path, sink: Sink) -> bool:
    """Whether a key is a value of its shape; what is wrong with it is told at the key."""
    before = len(sink.problems)
    value = shape.read(key, path, sink)
    sink.problems[before:] = [problem._replace(at="key") for problem in sink.problems[before:]]
    return not isinstance(value, Missing)


class MapOf(Generic[T]):
    """A mapping whose keys are values of their own (materials, languages); `into(key, fields)` makes each part."""

    def __init__(
        self,
        what: str,
        key: Shape[str],
        block: Block[dict[str, object]],
        into: Callable[..., T],
        attribute: str,
    ) -> None:
        self.what = what
        self.key = key
        self.block = block
        self.into = into
        self.attribute = attribute

    def read(self, node: Node, path: Path, sink: Sink) -> tuple[T, ...] | Missing:
        """A tuple of parts, in the order of the file."""
        if not isinstance(node, Mapping):
            message = f"{named(path)} holds a block of fields for each {self.what}, not {said(node)}"
            return sink.error("APS203", path, message, f"write one {self.what} a line, its fields below it")
        parts = []
        whole = True
        for key, child in node.fields.items():
            here = (*path, key)
            if not _key_fits(self.key, node.keys[key], here, sink):
                whole = False
                continue
            values = self.block.values(child, here, sink)
            if isinstance(values, Missing):
                whole = False
            else:
                parts.append(self.into(**{self.attribute: key}, **values))
        return tuple(parts) if whole else MISSING

    def take(self, value: Plain) -> tuple[T, ...]:
        """A tuple of parts, in the order of the file."""
        if value.__class__ is not dict:
            raise Doubt
        take, taken, into, attribute = self.key.take, self.block.taken, self.into, self.attribute
        return tuple([into(**{attribute: take(key)}, **taken(fields)) for key, fields in value.items()])

    def schema(self) -> JsonSchema:
        """Object with the fields of the block under each key."""
        return {
            "type": "object",
            "additionalProperties": self.block.schema(),
            "propertyNames": self.key.schema(),
        }


class DictOf(Generic[T]):
    """A mapping from any text to one shape, read as a dict; `key` is the shape of the keys, which stay as typed."""

    def __init__(self, shape: Shape[T], key: Shape[object] | None = None) -> None:
        self.shape = shape
        self.key = key

    def read(self, node: Node, path: Path, sink: Sink) -> dict[str, T] | Missing:
        """The values by key; `MISSING` where one could not be read."""
        if not isinstance(node, Mapping):
            message = f"a block of fields belongs here, not {said(node)}"
            return sink.error("APS203", path, message, "write `name: value`, one a line")
        values: dict[str, T] = {}
        for key, child in node.fields.items():
            here = (*path, key)
            fits = self.key is None or _key_fits(self.key, node.keys[key], here, sink)
            value = self.shape.read(child, here, sink)
            if fits and not isinstance(value, Missing):
                values[key] = value
        return values if len(values) == len(node.fields) else MISSING

    def take(self, value: Plain) -> dict[str, T]:
        """A dict of the values."""
        if value.__class__ is not dict:
            raise Doubt
        if self.key:
            for key in value:
                self.key.take(key)
        return {key: self.shape.take(child) for key, child in value.items()}

    def schema(self) -> JsonSchema:
        """Object of one shape."""
        return {"type": "object", "additionalProperties": self.shape.schema()}
