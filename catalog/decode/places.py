"""Shapes of region statements: tokens, lists, include and except.

Owns the three kinds of token and the hints that tell them apart (entry schema, Regions). Codes: APS225 unknown token,
APS226 an exception that removes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.decode.containers import Block, Choice, ListOf
from catalog.decode.shapes import MISSING, Doubt, JsonSchema, Missing, Sink, named, shorten
from catalog.findings import near_misses
from catalog.model import Regions
from catalog.regions import SLUG_NAMES, WORLDWIDE, geography
from catalog.source import Node, Path, Plain, Scalar, Sequence
from catalog.vocabulary import NOT_STATED

if TYPE_CHECKING:
    from collections.abc import Iterable

_HINTS = {
    "UK": '"GB"', "EL": '"GR"', "USA": '"US"', "UAE": '"AE"', "EMEA": '"emea"', "APAC": '"apac"', "EU": '"eu"',
    "LATAM": '"latin-america"', "NAM": '"north-america"', "NORAM": '"north-america"', "WORLD": '"worldwide"',
    "GLOBAL": '"worldwide"', "DACH": '"DE", "AT" and "CH"', "BENELUX": '"BE", "NL" and "LU"',
}  # fmt: skip


class Token:
    """One region token, its case kept."""

    def read(self, node: Node, path: Path, sink: Sink) -> str | Missing:
        """The token as typed."""
        if not isinstance(node, Scalar):
            remedy = "write a country in capitals, a region in lower case or an M49 number"
            return sink.error("APS203", path, "one region belongs here", remedy)
        if node.text in geography():
            return node.text
        return sink.error("APS225", path, f'"{shorten(node.text)}" is not a known region', _remedy(node.text))

    def take(self, value: Plain) -> str:
        """The token as typed."""
        if value.__class__ is not str or value not in geography().members:
            raise Doubt
        return value

    def schema(self) -> JsonSchema:
        """Enumeration of all tokens; YAML reads an unquoted M49 code as a number."""
        return {"anyOf": [{"type": "string", "enum": sorted(geography().members)}, {"type": "integer"}]}


def _remedy(text: str) -> str:
    places = geography()
    if hint := _HINTS.get(text.upper()):
        return f"did you mean {hint}?"
    if text.isdecimal() and text.zfill(3) in places:
        return f'did you mean "{text.zfill(3)}"? M49 codes have three digits'
    for candidate in (text.upper(), text.lower()):
        if candidate in places:
            return f'did you mean "{candidate}"? Countries are written in capitals, regions in lower case'
    named_places = {name.lower(): token for token, name in places.names.items()}
    if near := near_misses(text, named_places, cutoff=0.8):
        token = named_places[near[0]]
        return f'did you mean "{token}" ({places.name(token)})?'
    return f"write an ISO country code in capitals (DE), an M49 code (155) or one of {', '.join(SLUG_NAMES)}"


class _Word:
    """`worldwide` or `not-stated`; one token without the brackets of a list gets a hint."""

    def read(self, node: Node, path: Path, sink: Sink) -> Regions | Missing:
        text = node.text if isinstance(node, Scalar) else ""
        if text == NOT_STATED:
            return Regions(stated=False)
        if text == WORLDWIDE:
            return Regions(stated=True, include=(WORLDWIDE,))
        if not text:
            remedy = "write worldwide, not-stated or a list such as [DE, FR]"
            return sink.error("APS204", path, f"{named(path)} has no value", remedy)
        if text in geography():
            message = f'one region, "{text}", needs the brackets of a list too'
            return sink.error("APS203", path, message, f"write {path[-1]}: [{text}]")
        return sink.error("APS225", path, f'"{shorten(text)}" is not a known region', _remedy(text))

    def take(self, value: Plain) -> Regions:
        if value == WORLDWIDE:
            return Regions(stated=True, include=(WORLDWIDE,))
        if value != NOT_STATED:
            raise Doubt
        return Regions(stated=False)

    def schema(self) -> JsonSchema:
        return {"type": "string", "enum": [WORLDWIDE, NOT_STATED]}


class Places:
    """A list of tokens, or include and except."""

    def __init__(self) -> None:
        self.tokens = ListOf(Token(), least=1)
        self.block: Block[dict[str, object]] = Block(
            dict, {"include": self.tokens, "except": ListOf(Token())}, required=("include",)
        )

    def read(self, node: Node, path: Path, sink: Sink) -> Regions | Missing:
        """The statement; `MISSING` where a token is unknown or an exception idle."""
        if isinstance(node, Sequence):
            tokens = self.tokens.read(node, path, sink)
            return tokens if isinstance(tokens, Missing) else Regions(stated=True, include=tokens)
        values = self.block.values(node, path, sink)
        if isinstance(values, Missing):
            return values
        include, excluded = _tuple(values["include"]), _tuple(values.get("except", ()))
        if _idle(include, excluded, (*path, "except"), sink):
            return MISSING
        return Regions(stated=True, include=include, excluded=excluded)

    def take(self, value: Plain) -> Regions:
        """The statement."""
        if value.__class__ is list:
            return Regions(stated=True, include=self.tokens.take(value))
        values = self.block.taken(value)
        include, excluded = _tuple(values["include"]), _tuple(values.get("except", ()))
        if _idle_ones(include, excluded) or _nothing_left(include, excluded):
            raise Doubt
        return Regions(stated=True, include=include, excluded=excluded)

    def schema(self) -> JsonSchema:
        """Array or object."""
        return {"anyOf": [self.tokens.schema(), self.block.schema()]}


def _tuple(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _countries(tokens: Iterable[str]) -> frozenset[str]:
    members = geography().members
    return frozenset().union(*(members[token] for token in tokens))


def _idle_ones(include: tuple[str, ...], excluded: tuple[str, ...]) -> list[int]:
    """The places of the exceptions that remove nothing."""
    inside = _countries(include)
    return [index for index, token in enumerate(excluded) if not inside & _countries((token,))]


def _nothing_left(include: tuple[str, ...], excluded: tuple[str, ...]) -> bool:
    """Whether the exceptions remove every country."""
    return bool(excluded) and not _countries(include) - _countries(excluded)


def _idle(include: tuple[str, ...], excluded: tuple[str, ...], path: Path, sink: Sink) -> bool:
    """Report each exception that removes nothing, and a list of exceptions that leaves nothing."""
    idle = _idle_ones(include, excluded)
    for index in idle:
        place = f'"{excluded[index]}" ({geography().name(excluded[index])})'
        message = f"{place} is not within {', '.join(include)}, so excluding it removes nothing"
        sink.error("APS226", (*path, index), message, "remove it, or add it to include")
    if not idle and _nothing_left(include, excluded):
        sink.error("APS226", path, "these exceptions leave no country at all", "shorten the list")
        return True
    return bool(idle)


REGIONS = Choice(_Word(), Places())
