"""A drawing as a flat tree, and what its style sheets say about each element.

Owns the shape that the reader fills and that counting and looking walk. Elements stand in document order; the
descendants of element `i` are those from `i + 1` up to `ends[i]`.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Final, TypeAlias

from catalog.pictures import css
from catalog.pictures.svg_allowed import LINKS, STYLED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Stated: TypeAlias = "Mapping[str, str]"
_TARGET: Final = re.compile(r"""url\(\s*+["']?#([^"'()\\\s]+)""", re.IGNORECASE)
# Of an element's name, a class and an id the latter weighs more.
_WEIGHTS: Final = {"*": 0, ".": 2, "#": 3}
_LIGHTEST: Final = (-1, -1, "")


class Drawing:
    """The elements of a file that was read, and the text of its style sheets."""

    def __init__(self) -> None:
        self.names: list[str] = []
        """Local names; empty for elements of other namespaces."""
        self.attributes: list[dict[str, str]] = []
        self.depths: list[int] = []
        self.ends: list[int] = []
        self.ids: dict[str, int] = {}
        self.uses: dict[int, int] = {}
        """Each `use`, and the byte where it starts."""
        self.calling: list[int] = []
        """Elements with a style attribute or a function in some attribute."""
        self.sheets: list[str] = []
        self._known: dict[int, Stated] = {}

    def children(self, index: int) -> Iterator[int]:
        """The child elements of an element."""
        at, end = index + 1, self.ends[index]
        while at < end:
            yield at
            at = self.ends[at]

    def target(self, index: int) -> int | None:
        """The element that an element's `href` names, or None when the file has no such id."""
        attributes = self.attributes[index]
        for name in LINKS:
            if name in attributes:
                return self.ids.get(attributes[name].strip()[1:])
        return None

    def referred(self, value: str) -> int | None:
        """The element that a value such as `url(#a)` names."""
        match = _TARGET.match(value)
        return self.ids.get(match[1]) if match else None

    def stated(self, index: int) -> Stated:
        """The properties that an element states itself: attributes, then style sheets, then its style attribute."""
        attributes = self.attributes[index]
        style = attributes.get("style")
        if style is None and not self.sheets:
            return attributes
        if index not in self._known:
            merged = {**attributes, **self._from_sheets(index)} if self.sheets else dict(attributes)
            if style:
                merged.update(css.declarations(style))
            self._known[index] = merged
        return self._known[index]

    def _from_sheets(self, index: int) -> Stated:
        """What style sheets say about an element: the heavier selector wins, then the later rule."""
        attributes = self.attributes[index]
        selectors = ["*", self.names[index], *(f".{name}" for name in attributes.get("class", "").split())]
        if "id" in attributes:
            selectors.append("#" + attributes["id"])
        found: dict[str, tuple[int, int, str]] = {}
        for selector in dict.fromkeys(selectors):
            for name, (order, value) in self._rules.get(selector, {}).items():
                found[name] = max(found.get(name, _LIGHTEST), (_WEIGHTS.get(selector[:1], 1), order, value))
        return {name: value for name, (_, _, value) in found.items()}

    @functools.cached_property
    def _rules(self) -> dict[str, dict[str, tuple[int, str]]]:
        """Selector to property to the last rule that states it and the value."""
        found: dict[str, dict[str, tuple[int, str]]] = {}
        for order, (selectors, stated) in enumerate(
            rule for sheet in self.sheets for rule in css.rules(sheet)
        ):
            known = {name: (order, value) for name, value in stated.items() if name in STYLED}
            for selector in selectors:
                found.setdefault(selector, {}).update(known)
        return found
