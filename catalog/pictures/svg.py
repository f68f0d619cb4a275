"""Reading a drawing, and everything in it that is refused, with its place.

Owns the parser's set-up: expat with namespaces, in UTF-8 whatever the file declares, without entities, external or
own, and stopped at a document type with declarations. One pass, linear in the file; nothing is fetched, nothing
expanded. Refuses to mend anything.
"""

from __future__ import annotations

import functools
import math
import re
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.parsers import expat

from catalog.findings import near_misses
from catalog.pictures import css
from catalog.pictures.ledger import Ledger, short
from catalog.pictures.svg_allowed import (
    ELEMENTS,
    KNOWN,
    LINKS,
    PLAIN,
    STYLED,
    SVG_NAMESPACE,
    XML,
    editor_of,
    refusal_of,
)
from catalog.pictures.svg_prolog import HANDLERS, Prolog, StopReadingError
from catalog.pictures.svg_tree import Drawing

if TYPE_CHECKING:
    from catalog.pictures.flaws import Flaw

LARGEST: Final = 200_000
MOST_ELEMENTS: Final = 5_000
DEEPEST: Final = 64
_TAKEN: Final = {f"{SVG_NAMESPACE} {local}": local for local in ELEMENTS}
_NOTED: Final = frozenset({"use", "style", "metadata"})
_NUMBER: Final = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_ID: Final = re.compile(r"\s*#[^\s#]+\s*")
_SORTS: Final[dict[css.Sort, tuple[str, str]]] = {
    "external": ("APS524", "a picture may load nothing; put what it needs into the file, as shapes"),
    "animation": ("APS527", "remove the animation; a logo is shown and printed as it stands still"),
    "bitmap": ("APS526", "draw it with shapes, or hand in the bitmap itself as PNG or JPEG"),
    "other": ("APS530", "write plain rules such as .a{fill:#1a4fd0}, or presentation attributes"),
}
_BITMAPS: Final = frozenset({"image", "feImage"})
_PLAIN_SVG: Final = 'save the drawing as "plain SVG"'


def _squeezed(address: str) -> str:
    return "".join(address.split()).lower()


def _leads_out(address: str) -> bool:
    """Whether a reference is neither to a part of the drawing nor to data in place."""
    return not (_ID.fullmatch(address) or _squeezed(address).startswith("data:"))


class Read(NamedTuple):
    """What came of a file: its elements, the width and height of its viewBox, and its flaws.

    `complete` unless reading stopped early; only then may the elements be walked.
    """

    drawing: Drawing
    size: tuple[float, float] | None
    flaws: list[Flaw]
    complete: bool


def read_svg(content: bytes) -> Read:
    """Read a drawing of at most `LARGEST` bytes. Never raises, whatever the bytes."""
    reader = _Reader(content)
    complete = False
    try:
        reader.parser.Parse(content, True)  # noqa: FBT003 - expat's own signature
        complete = True
    except StopReadingError:
        pass
    except expat.ExpatError as error:
        reader.prolog.broken(error, begun=bool(reader.drawing.names))
    read = Read(reader.drawing, reader.size, reader.ledger.flaws(), complete)
    reader.close()
    return read


class _Reader:
    """The handlers of one file."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.drawing = Drawing()
        self.size: tuple[float, float] | None = None
        self._stack: list[int] = []
        self._bare = False  # The root has no namespace, so names without one count as SVG.
        self._sheet = -1  # The style element whose text is being read.
        self._covered = 0  # Depth of a refused element whose content needs no word of its own.
        self.parser = parser = expat.ParserCreate("utf-8", " ")
        self.ledger = Ledger(content, lambda: parser.CurrentByteIndex)
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        self.prolog = Prolog(content, parser, self.ledger)

    def close(self) -> None:
        """Let go of the parser, which holds on to its handlers: what goes in circles waits for the collector."""
        for handler in HANDLERS:
            setattr(self.parser, handler, None)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        drawing = self.drawing
        index, depth = len(drawing.names), len(self._stack) + 1
        local = _TAKEN.get(name)
        if index == 0:
            local = self._root(name, attributes)
        elif index >= MOST_ELEMENTS or depth > DEEPEST:
            self._too_much(depth)
        elif local is None:
            local = self._odd_element(name, attributes)
        drawing.names.append(local or "")
        drawing.attributes.append(attributes)
        drawing.depths.append(depth)
        drawing.ends.append(0)
        self._stack.append(index)
        if local is None or self._covered:
            return
        for key, value in attributes.items():
            if key not in PLAIN and ("(" in value or key not in STYLED):
                self._attribute(index, key, value)
        if "id" in attributes:
            drawing.ids.setdefault(attributes["id"], index)
        if local in _NOTED:
            self._note(index, local)

    def _note(self, index: int, local: str) -> None:
        """Remember an element that matters beyond its attributes."""
        if local == "use":
            self.drawing.uses[index] = self.parser.CurrentByteIndex
        elif local == "style":
            self._sheet = index
            self.drawing.sheets.append("")
            self.parser.CharacterDataHandler = self._style_text
        else:
            self.ledger.mark(local)

    def _end(self, _name: str) -> None:
        index = self._stack.pop()
        self.drawing.ends[index] = len(self.drawing.names)
        if self._covered > len(self._stack):
            self._covered = 0
        if index == self._sheet:
            self._sheet = -1
            self.parser.CharacterDataHandler = None
            self._refuse_css(self.drawing.sheets[-1])

    def _root(self, name: str, attributes: dict[str, str]) -> str | None:
        namespace, _, local = name.rpartition(" ")
        if namespace != SVG_NAMESPACE or local != "svg":
            what = f'is of the namespace "{short(namespace)}"' if namespace else "names no namespace"
            remedy = f'write <svg xmlns="{SVG_NAMESPACE}" …>; browsers draw nothing without it'
            self.ledger.flaw("APS520", f"the <{short(local)}> at the top {what}", remedy)
            if namespace or local != "svg":
                raise StopReadingError
            self._bare = True
        self.size = self._view_box(attributes)
        return "svg"

    def _view_box(self, attributes: dict[str, str]) -> tuple[float, float] | None:
        stated = attributes.get("viewBox")
        if stated is None:
            sides = [attributes.get(side, "").removesuffix("px") for side in ("width", "height")]
            example = "0 0 " + " ".join(sides) if all(map(_NUMBER.fullmatch, sides)) else "0 0 300 100"
            remedy = f'add viewBox="{short(example)}" to it, in the units that the shapes use'
            message = "the drawing states no viewBox, so it is cropped instead of scaled"
            self.ledger.flaw("APS531", message, remedy, self.ledger.tag_span)
            return None
        parts = stated.replace(",", " ").split()[:5]
        numbers = [float(part) for part in parts if _NUMBER.fullmatch(part)]
        finite = len(numbers) == len(parts) == 4 and all(map(math.isfinite, numbers))
        if finite and numbers[2] > 0 < numbers[3]:
            return numbers[2], numbers[3]
        self._attribute_flaw(
            "APS531",
            f'viewBox="{short(stated)}" is not four finite numbers with a width and a height above 0',
            'write the left, the top, the width and the height, such as viewBox="0 0 300 100"',
            "viewBox",
        )
        return None

    def _too_much(self, depth: int) -> None:
        deep = depth > DEEPEST
        what = (
            f"nests its elements deeper than {DEEPEST}" if deep else f"holds over {MOST_ELEMENTS:,} elements"
        )
        message = f"the drawing {what}; the rest was not read"
        self.ledger.flaw("APS532", message, "merge paths, and drop groups and shapes that show nothing")
        raise StopReadingError

    def _odd_element(self, name: str, attributes: dict[str, str]) -> str | None:
        """What an element off the list counts as, after its refusal; None when nothing more is looked at."""
        namespace, _, local = name.rpartition(" ")
        if not namespace and self._bare and local in ELEMENTS:
            return local
        if self._covered:
            return None
        if namespace and (whose := editor_of(namespace)):
            self.ledger.mark(whose)
            return None
        if local in _BITMAPS and any(key in LINKS and _leads_out(value) for key, value in attributes.items()):
            return local  # What it loads from elsewhere is the fault; its reference tells that.
        reason = refusal_of(namespace, short(local))
        self.ledger.flaw(reason.code, reason.message, reason.help, self.ledger.tag_span)
        if reason.whole:
            self._covered = len(self._stack) + 1
        return local

    def _attribute(self, index: int, name: str, value: str) -> None:
        if name in STYLED or name == "style":
            self.drawing.calling.append(index)
            self._refuse_css(value, name)
        elif name in LINKS:
            self._link(index, name, value)
        elif " " in name:
            self._foreign_attribute(name)
        elif name[:2].lower() == "on":
            message = f'the drawing runs a script by the attribute "{short(name)}"'
            self._attribute_flaw("APS523", message, "remove the attribute", name)
        elif self.drawing.names[index] in ELEMENTS and not name.startswith(("data-", "aria-")):
            message = f'the drawing holds "{short(name)}", which is not an attribute that is taken'
            if not self.ledger.again("APS529", message):
                close = near_misses(name[:40], KNOWN)
                remedy = f'did you mean "{close[0]}"?' if close else f"remove it, or {_PLAIN_SVG}"
                self._attribute_flaw("APS529", message, remedy, name)

    def _foreign_attribute(self, name: str) -> None:
        namespace, _, local = name.rpartition(" ")
        if namespace == XML and local == "base":
            message = 'the drawing sets another base for its references by "xml:base"'
            self._attribute_flaw("APS524", message, "remove the attribute", local)
        elif whose := editor_of(namespace):
            self.ledger.mark(whose)
        else:
            message = (
                f'the drawing holds the attribute "{short(local)}" of the namespace "{short(namespace)}"'
            )
            self._attribute_flaw("APS529", message, f"remove it, or {_PLAIN_SVG}", local)

    def _link(self, index: int, name: str, value: str) -> None:
        if _ID.fullmatch(value):
            return
        element, plain = self.drawing.names[index], _squeezed(value)
        if element == "script" or (element in _BITMAPS and not _leads_out(value)):
            return  # The element itself is refused.
        code, remedy = _SORTS["external"]
        message = (
            f'the drawing refers to "{short(value)}", outside the file' if plain else "a reference is empty"
        )
        if plain.startswith(("javascript:", "vbscript:")):
            code, remedy = "APS523", "remove the reference; a picture may not run anything"
            message = f'the drawing runs a script by the reference "{short(value)}"'
        self._attribute_flaw(code, message, remedy, name.rpartition(" ")[2])

    def _attribute_flaw(self, code: str, message: str, remedy: str, local: str) -> None:
        self.ledger.flaw(code, message, remedy, lambda: self.ledger.attribute_span(local))

    def _style_text(self, text: str) -> None:
        self.drawing.sheets[-1] += text

    def _refuse_css(self, text: str, attribute: str = "") -> None:
        for piece, sort, message in css.refusals(text):
            code, remedy = _SORTS[sort]
            if attribute:
                self._attribute_flaw(code, message, remedy, attribute)
            else:
                self.ledger.flaw(code, message, remedy, functools.partial(self.ledger.sheet_span, piece))
