"""The Markdown subset of descriptions: text to a small tree, and the tree to HTML, plain text and lines for a book.

Owns what a description may hold: paragraphs, lists with one list inside, strong, emphasis, code, links to http, https
and mailto. The site and the book read the same tree. Everything else (HTML, headings, pictures, quotations, …) stands
in the tree as the very characters that were typed, and `unsupported` names it. Refuses templates: `{{ x }}` is text.
Time is bounded: the parser is linear in practice, and the walk over its events does not recurse.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import msgspec
import nh3
import pyromark
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyromark.event import Range

_SCHEMES = ("http://", "https://", "mailto:")
_DEEPEST_LIST = 2
_NOT_OURS = {
    "Heading": "heading", "BlockQuote": "quotation", "CodeBlock": "code block", "HtmlBlock": "HTML", "Image": "picture",
    "InlineHtml": "HTML", "Rule": "horizontal rule",
}  # fmt: skip
_TAGS = {"p", "ul", "ol", "li", "strong", "em", "code", "a", "br"}
_ATTRIBUTES = {"a": {"href", "rel"}, "ol": {"start"}}
_PLAIN = re.compile("(?:<p>[^<>&\"'\u00a0]*</p>)+")


class Run(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A piece of text in one style. A hard line break is a run of its own: one line feed."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    href: str | None = None


class Paragraph(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Runs that are set as one."""

    runs: tuple[Run, ...]


class Point(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One point of a list: its paragraphs, and the lists inside it."""

    blocks: tuple[Block, ...]


class Points(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A list. `start` is the first number, or `None` for bullets."""

    points: tuple[Point, ...]
    start: int | None = None


Block: TypeAlias = Paragraph | Points


class Line(NamedTuple):
    """A paragraph as a book sets it. `depth` is 0 outside lists, 1 and 2 inside; `marker` is `•`, `3.` or nothing."""

    runs: tuple[Run, ...]
    depth: int
    marker: str


class Fault(NamedTuple):
    """Something outside the subset: where it starts, in characters from 0, and what it is."""

    offset: int
    what: str


def parse(text: str) -> tuple[Block, ...]:
    """The description as blocks. Never fails: what is outside the subset becomes text."""
    return _Reader(text).read()


def unsupported(text: str) -> list[Fault]:
    """What the description holds besides the subset, in order; empty for a clean one."""
    reader = _Reader(text)
    reader.read()
    return reader.faults


def links(text: str) -> list[tuple[int, str]]:
    """Every address that the description links to, and where the link starts, in characters from 0."""
    reader = _Reader(text)
    reader.read()
    return reader.links


def html(blocks: Iterable[Block]) -> Markup:
    """The blocks as HTML: everything escaped, links that lend no weight and give nothing away."""
    made = "".join(_block_html(block) for block in blocks)
    # The tree says nothing else than these tags; for the day that somebody changes it, all but plain text is fenced.
    if not _PLAIN.fullmatch(made):
        made = nh3.clean(made, tags=_TAGS, attributes=_ATTRIBUTES, link_rel=None)
    return Markup(made)  # noqa: S704


def plain(blocks: Iterable[Block]) -> str:
    """The blocks as text without styles; paragraphs and points stand on lines of their own."""
    said = ((line.marker, "".join(run.text for run in line.runs)) for line in lines(blocks))
    return "\n".join(f"{marker} {text}" if marker else text for marker, text in said)


def lines(blocks: Iterable[Block], depth: int = 0) -> list[Line]:
    """The blocks as the paragraphs of a book, in order. Only the first paragraph of a point has its marker."""
    found: list[Line] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(Line(block.runs, depth, ""))
            continue
        for number, point in enumerate(block.points, block.start or 0):
            inner = lines(point.blocks, depth + 1) or [Line((), depth + 1, "")]
            marker = "•" if block.start is None else f"{number}."
            found += [inner[0]._replace(marker=inner[0].marker or marker), *inner[1:]]
    return found


def _block_html(block: Block) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{_runs_html(block.runs)}</p>"
    points = "".join(f"<li>{_point_html(point)}</li>" for point in block.points)
    return f"<ul>{points}</ul>" if block.start is None else f'<ol start="{block.start}">{points}</ol>'


def _point_html(point: Point) -> str:
    single = sum(isinstance(block, Paragraph) for block in point.blocks) == 1
    return "".join(
        _runs_html(block.runs) if single and isinstance(block, Paragraph) else _block_html(block)
        for block in point.blocks
    )


def _runs_html(runs: tuple[Run, ...]) -> str:
    """Tags stay open as long as neighbouring runs share them, a link outermost."""
    parts: list[str] = []
    open_now: list[tuple[str, str]] = []
    for run in runs:
        wanted = list(_tags(run))
        shared = 0
        while shared < min(len(wanted), len(open_now)) and wanted[shared] == open_now[shared]:
            shared += 1
        parts += [f"</{tag}>" for tag, _ in reversed(open_now[shared:])]
        parts += [f"<{tag}{attributes}>" for tag, attributes in wanted[shared:]]
        parts.append("<br>" if run.text == "\n" else str(escape(run.text)))
        open_now = wanted
    return "".join(parts + [f"</{tag}>" for tag, _ in reversed(open_now)])


def _tags(run: Run) -> Iterator[tuple[str, str]]:
    if run.href is not None:
        yield "a", f' href="{escape(run.href)}" rel="nofollow noopener"'
    for tag, wanted in (("strong", run.strong), ("em", run.emphasis), ("code", run.code)):
        if wanted:
            yield tag, ""


class _Reader:
    """One pass over the parser's events. `runs` is the paragraph being gathered, `style` what is open around it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.source = text.encode("utf-8", "replace")
        # One list of blocks for the document and each open point; one list of points for each open list.
        self.blocks: list[list[Block]] = [[]]
        self.open_lists: list[tuple[int | None, list[Point]]] = []
        self.runs: list[Run] = []
        self.style: list[str] = []
        self.href: str | None = None
        self.faults: list[Fault] = []
        self.links: list[tuple[int, str]] = []
        self.skipping = 0

    def read(self) -> tuple[Block, ...]:
        for event, span in pyromark.events_with_range(self.text):
            name, detail = _named(event)
            if self.skipping:
                self.skipping += (name == "Start") - (name == "End")
            elif name == "Start":
                self._start(*_named(detail), span)
            elif name == "End":
                self._end(_named(detail)[0])
            else:
                self._leaf(name, str(detail), span)
        self._close_paragraph()
        return tuple(self.blocks[0])

    def _start(self, kind: str, detail: object, span: Range) -> None:
        if kind in {"Strong", "Emphasis"}:
            self.style.append(kind)
        elif kind == "Link" and isinstance(detail, dict):
            self._link(str(detail["dest_url"]), span, mail=detail["link_type"] == "Email")
        elif kind == "List":
            self._close_paragraph()
            if len(self.open_lists) == _DEEPEST_LIST:
                self._refuse("list in a list in a list", span, block=True)
            else:
                self.open_lists.append((detail if isinstance(detail, int) else None, []))
        elif kind == "Item":
            self.blocks.append([])
        elif kind != "Paragraph":
            self._refuse(_NOT_OURS.get(kind, kind), span, block=kind != "Image")

    def _link(self, href: str, span: Range, *, mail: bool) -> None:
        href = f"mailto:{href}" if mail else href
        if href.lower().startswith(_SCHEMES) and href.isprintable():
            self.href = href
            self.links.append((self._offset(span), href))
        else:
            self._refuse("link that is not http, https or mailto", span, block=False)

    def _end(self, kind: str) -> None:
        if kind in {"Strong", "Emphasis"}:
            self.style.pop()
        elif kind == "Link":
            self.href = None
        elif kind == "Paragraph":
            self._close_paragraph()
        elif kind == "Item":
            self._close_paragraph()
            self.open_lists[-1][1].append(Point(blocks=tuple(self.blocks.pop())))
        elif kind == "List":
            start, points = self.open_lists.pop()
            self.blocks[-1].append(Points(points=tuple(points), start=start))

    def _leaf(self, name: str, said: str, span: Range) -> None:
        if name == "Text":
            # A character reference is as good as the character, unless it smuggles in one that nobody can see.
            refers = self.source[span["start"]] == ord("&")
            smuggled = refers and any(unicodedata.category(sign).startswith("C") for sign in said)
            self._add(self._typed(span) if smuggled else said)
        elif name == "Code":
            self._add(said, code=True)
        elif name == "SoftBreak":
            self._add("" if self._between_wide(span) else " ")
        elif name == "HardBreak":
            self.runs.append(Run(text="\n"))
        else:
            self._refuse(_NOT_OURS.get(name, name), span, block=name == "Rule")
            self.skipping = 0

    def _add(self, text: str, *, code: bool = False) -> None:
        strong, emphasis = "Strong" in self.style, "Emphasis" in self.style
        run = Run(text=text, code=code, strong=strong, emphasis=emphasis, href=self.href)
        last = self.runs[-1] if self.runs else None
        if last is not None and last.text != "\n" and msgspec.structs.replace(last, text=text) == run:
            self.runs[-1] = msgspec.structs.replace(last, text=last.text + text)
        elif text:
            self.runs.append(run)

    def _refuse(self, what: str, span: Range, *, block: bool) -> None:
        """Take the whole construct as typed and skip what the parser saw in it."""
        self.faults.append(Fault(self._offset(span), what))
        if block:
            self._close_paragraph()
        self._add(self._typed(span))
        if block:
            self._close_paragraph()
        self.skipping = 1

    def _offset(self, span: Range) -> int:
        return len(self.source[: span["start"]].decode())

    def _typed(self, span: Range) -> str:
        return " ".join(self.source[span["start"] : span["end"]].decode().split())

    def _between_wide(self, span: Range) -> bool:
        """Whether a line break stands between two signs of a script that is written without spaces."""
        after = self.source[span["end"] : span["end"] + 4].decode("utf-8", "ignore")[:1]
        return bool(self.runs) and _is_wide(self.runs[-1].text[-1]) and _is_wide(after)

    def _close_paragraph(self) -> None:
        if self.runs:
            self.blocks[-1].append(Paragraph(runs=tuple(self.runs)))
            self.runs = []


def _named(event: object) -> tuple[str, object]:
    """An event's name and what it carries: `"Paragraph"` or `{"List": 1}`."""
    if isinstance(event, dict):
        name, detail = next(iter(event.items()))
        return str(name), detail
    return str(event), None


def _is_wide(sign: str) -> bool:
    """Kana, Han and their signs; not Hangul, which has spaces."""
    return "\u2e80" <= sign <= "\ua4cf" or "\uf900" <= sign <= "\ufaff" or "\uff00" <= sign <= "\uffef"
