"""The little CSS that a drawing may carry: what in it is refused, and what it says about properties.

Owns a scan for everything that could load, animate or compute, and a reading of plain rules and declarations. Refuses
at-rules, functions that are not listed, and `url()` to anything but an id of the same file. The scan looks at the
whole text with escapes undone, comments and strings too: it may refuse too much, never too little.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Sort: TypeAlias = Literal["external", "animation", "bitmap", "other"]

# Possessive throughout: a text of one long word must not be walked once for each of its letters.
_CALL: Final = re.compile(r"(?<![-\w.])@[-\w]*+|(?<![-\w])([-\w]++)\s*+\(")
_LOCAL: Final = re.compile(r"""\s*+(["']?)#[^"'()\\\s]++\1\s*+\)""")
_ESCAPE: Final = re.compile(r"\\(?:([0-9A-Fa-f]{1,6})\s?|(.))", re.DOTALL)
_COMMENT: Final = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_MOVING: Final = re.compile(r"(?i)(?<![-\w.#])(?:-[a-z]++-)?(animation|transition)[-a-z]*+\s*+:")
_BINDING: Final = re.compile(r"(?i)(?<![-\w])(-moz-binding|behavior|src)\s*+:")
_FUNCTIONS: Final = frozenset(
    """
    rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix var calc min max clamp
    matrix matrix3d translate translatex translatey translate3d scale scalex scaley scale3d rotate rotatex rotatey
    rotatez rotate3d skew skewx skewy perspective
    blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
    circle ellipse inset polygon path rect not is where nth-child nth-of-type nth-last-child
    """.split()
)
# What browsers load pictures through besides url().
_LOADING: Final = frozenset("src image image-set -webkit-image-set cross-fade element attr".split())


class Refused(NamedTuple):
    """A piece of CSS that is refused: as typed, of what sort, and in words."""

    piece: str
    sort: Sort
    message: str


Rule = tuple[tuple[str, ...], dict[str, str]]
"""Selectors of one simple step each (`.a`, `#b`, `path`, `*`; others are left out), and declarations."""


def refusals(text: str) -> Iterator[Refused]:
    """Everything in a style sheet, style attribute or presentation attribute that is refused. Linear."""
    text = _ESCAPE.sub(_unescape, text) if "\\" in text else text
    for match in _CALL.finditer(text):
        if match[1] is None:
            yield _at_rule(match[0])
        elif refused := _function(text, match):
            yield refused
    for match in _MOVING.finditer(text):
        yield Refused(match[0], "animation", f'the style animates by "{match[0].rstrip(": ")}"')
    for match in _BINDING.finditer(text):
        yield Refused(match[0], "external", f'the style binds other content by "{match[1]}"')


def _at_rule(name: str) -> Refused:
    if name.lower() == "@import":
        return Refused(name, "external", "the style imports a style sheet")
    if name.lower().endswith("keyframes"):
        return Refused(name, "animation", f"the style animates by {name}")
    return Refused(name, "other", f"the style sheet holds {name}")


def _function(text: str, match: re.Match[str]) -> Refused | None:
    name = match[1].lower()
    if name == "url":
        if _LOCAL.match(text, match.end()):
            return None
        piece = text[match.start() : match.start() + 60].split(")", 1)[0] + ")"
        if text[match.end() : match.end() + 40].lstrip(" \n\t\"'").lower().startswith("data:image/"):
            return Refused(match[0], "bitmap", "the style embeds a picture by url(data:…)")
        return Refused(match[0], "external", f"the style refers outside the file by {_short(piece)}")
    if name in _LOADING:
        return Refused(match[0], "external", f"the style loads something by {match[1]}()")
    return None if name in _FUNCTIONS else Refused(match[0], "other", f"the style calls {match[1]}()")


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 48 else text[:47] + "…"


def _unescape(match: re.Match[str]) -> str:
    if match[1] is None:
        return str(match[2])
    number = int(match[1], 16)
    return chr(number) if 0 < number < 0x110000 else "\ufffd"


def declarations(text: str) -> dict[str, str]:
    """Property to value of `fill: red; opacity: .5`; the last of two wins. Values are trimmed, `!important` dropped."""
    if "/*" in text:
        text = _COMMENT.sub(" ", text)
    found = {}
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        if colon:
            found[name.strip().lower()] = value.partition("!")[0].strip()
    return found


def rules(text: str) -> Iterator[Rule]:
    """The rules of a style sheet in order, for an estimate: what is not plain is left out."""
    for block in _COMMENT.sub(" ", text).split("}"):
        head, _, body = block.rpartition("{")
        simple = tuple(part.strip() for part in head.rpartition("{")[2].split(","))
        if stated := declarations(body):
            yield simple, stated
