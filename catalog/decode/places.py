"""Shapes of region statements: tokens, lists, include and except.

Owns the three kinds of token and the hints that tell them apart (entry-schema, Regions). Codes: APS225 unknown token,
APS226 an exception that removes nothing.
"""

from __future__ import annotations

from typing import Any

from catalog.decode.shapes import MISSING, Block, Choice, ListOf, Missing, Sink, named, shorten
from catalog.findings import near_misses
from catalog.model import Regions
from catalog.regions import SLUG_NAMES, geography
from catalog.source import Node, Path, Scalar
from catalog.vocabulary import NOT_STATED

_HINTS = {
    "UK": '"GB"', "EL": '"GR"', "USA": '"US"', "UAE": '"AE"', "EMEA": '"emea"', "APAC": '"apac"', "EU": '"eu"',
    "LATAM": '"latin-america"', "NAM": '"north-america"', "NORAM": '"north-america"', "WORLD": '"worldwide"',
    "GLOBAL": '"worldwide"', "DACH": '"DE", "AT" and "CH"', "BENELUX": '"BE", "NL" and "LU"',
}  # fmt: skip


class Token:
    """One region token, its case kept."""

    def read(self, node: Node, path: Path, sink: Sink) -> str | Missing:
        """The token as typed."""
        text = node.text if isinstance(node, Scalar) else ""
        if text in geography():
            return text
        if not isinstance(node, Scalar):
            return sink.error("APS203", path, "one region belongs here", "write a country in capitals, a region in lower case or an M49 number")
        return sink.error("APS225", path, f'"{shorten(text)}" is not a known region', _remedy(text))

    def schema(self) -> dict[str, Any]:
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
            return f'did you mean "{candidate}"? countries are written in capitals, regions in lower case'
    named = {name.lower(): token for token, name in places.names.items()}
    if near := near_misses(text, named):
        return f'did you mean "{named[near[0]]}" ({places.name(named[near[0]])})?'
    return f"write an ISO country code in capitals (DE), an M49 code (155) or one of {', '.join(SLUG_NAMES)}"


class _Word:
    """`worldwide`, `not-stated`, or one token without the brackets of a list, which gets a hint."""

    def read(self, node: Node, path: Path, sink: Sink) -> Regions | Missing:
        text = node.text if isinstance(node, Scalar) else ""
        if text == NOT_STATED:
            return Regions(stated=False)
        if text == "worldwide":
            return Regions(stated=True, include=("worldwide",))
        if text in geography():
            return sink.error("APS203", path, f'one region, "{text}", needs the brackets of a list too', f"write regions: [{text}]")
        if not text:
            return sink.error("APS204", path, f"{named(path)} has no value", "write worldwide, not-stated or a list such as [DE, FR]")
        return sink.error("APS225", path, f'"{shorten(text)}" is not a known region', _remedy(text))

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "enum": ["worldwide", NOT_STATED]}


class _Places:
    """A list of tokens, or include and except."""

    def __init__(self) -> None:
        self.tokens = ListOf(Token(), least=1)
        self.block = Block(dict, {"include": self.tokens, "except": self.tokens}, required=("include",))

    def read(self, node: Node, path: Path, sink: Sink) -> Regions | Missing:
        if hasattr(node, "children"):
            tokens = self.tokens.read(node, path, sink)
            return tokens if isinstance(tokens, Missing) else Regions(stated=True, include=tokens)
        values = self.block.values(node, path, sink)
        if isinstance(values, Missing):
            return values
        regions = Regions(stated=True, include=values["include"], excluded=values.get("except", ()))
        return MISSING if self._idle(regions, path, sink) else regions

    def _idle(self, regions: Regions, path: Path, sink: Sink) -> bool:
        members = geography().members
        inside = frozenset().union(*(members[token] for token in regions.include))
        idle = False
        for index, token in enumerate(regions.excluded):
            if not inside & members[token]:
                idle = True
                names = ", ".join(regions.include)
                sink.error("APS226", (*path, "except", index), f'"{token}" ({geography().name(token)}) is not within {names}, so excluding it removes nothing', "remove it, or add it to include")
        if not idle and regions.excluded and not inside.difference(*(members[token] for token in regions.excluded)):
            sink.error("APS226", (*path, "except"), "these exceptions leave no country at all", "shorten the list")
            return True
        return idle

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [self.tokens.schema(), self.block.schema()]}


REGIONS = Choice(_Word(), _Places())
