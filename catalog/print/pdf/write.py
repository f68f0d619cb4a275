"""From drawn pages to a PDF by ReportLab's document model.

Owns PDF objects of pages, links, fonts and pictures. Refuses to draw, and refuses what ReportLab cannot write
(`finish`). Equal documents give equal bytes.
"""

from __future__ import annotations

import io
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from reportlab.pdfbase import pdfdoc

from catalog.print.assets.logo_form import resolved
from catalog.print.pdf.write_fonts import add_font
from catalog.print.pdf.write_objects import Objects, Syntax, stream, text_string
from catalog.print.pdf.write_outline import add_outline
from catalog.print.pdf.write_tags import TaggedPage, add_structure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from catalog.print.assets.logos import Pictures
    from catalog.print.pdf.canvas_page import Link, Page, Sheet
    from catalog.print.pdf.write_document import Document

# Signs that an address may hold as they are; everything else is percent-encoded, as URIs in PDF are ASCII.
_NAMES_PER_LEAF = 64
_URI_SIGNS = "!#$%&'()*+,/:;=?@[]~"


class _BoxedPage(pdfdoc.PDFPage):
    """A page with the boxes that printers ask for and the keys of its tags. ReportLab writes what it has a name for."""

    __NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]  # noqa: RUF012 - the library reads a list
    MediaBox: Syntax
    TrimBox: Syntax
    BleedBox: Syntax
    StructParents: Syntax
    Tabs: Syntax


def write_pdf(document: Document) -> bytes:
    """The PDF without page labels and metadata; `finish` adds them.

    Raises:
        KeyError: a bookmark leads to a destination that no page names.
        ValueError: a link leads to a destination that no page names, or two pages name the same one.
    """
    _check_destinations(document.pages)
    objects = Objects()
    resources = document.resources
    # Compressing leaves the interpreter free: fonts are cut meanwhile.
    with ThreadPoolExecutor(max_workers=1) as pool:
        contents = pool.map(_compressed, document.pages)
        faces = {face: add_font(objects, codes) for face, codes in resources.faces.items()}
        fonts = {name: faces[face] for name, face in resources.fonts_named.items()}
        keys = dict.fromkeys(picture.key for picture in resources.pictures.values())
        placed = {key: _add_picture(objects, document.pictures, key) for key in keys}
        pictures = {name: placed[picture.key] for name, picture in resources.pictures.items()}
        states = _add_states(objects) if any(page.states for page in document.pages) else b""
        shared = _Shared(fonts, pictures, states)
        written = [
            _add_page(objects, page, content, shared, key)
            for (page, key), content in zip(_keyed(document.pages), contents, strict=True)
        ]
    _name_destinations(objects, document.pages, [one.reference for one in written])
    named = {destination.name for page in document.pages for destination in page.destinations}
    add_outline(objects, document.outline, named)
    if any(page.elements for page in document.pages):
        add_structure(objects, written, document.metadata.language)
    file = io.BytesIO()
    objects.document.SaveToFile(file, None)
    return file.getvalue()


def _check_destinations(pages: Sequence[Page]) -> None:
    named = [destination.name for page in pages for destination in page.destinations]
    if len(named) != len(set(named)):
        twice = [name for name, count in Counter(named).items() if count > 1]
        raise ValueError(f"two pages name the same destination: {', '.join(twice[:5])}")
    if unplain := sorted(name for name in named if not (name.isascii() and name.isprintable())):
        raise ValueError(f"the name of a destination is not plain ASCII: {', '.join(unplain[:5])}")
    wanted = {link.destination for page in pages for link in page.links if link.destination is not None}
    if lost := sorted(wanted - set(named)):
        raise ValueError(f"links lead to destinations that no page names: {', '.join(lost[:5])}")


def _add_picture(objects: Objects, pictures: Pictures, key: str) -> bytes:
    """Add the objects of a picture; the reference of the first, which pages place."""
    parts = pictures.parts(key)
    references = [objects.reserve() for _ in parts]
    for reference, part in zip(references, parts, strict=True):
        entries = resolved(part.content, references)
        objects.fill(reference, entries if part.stream is None else stream(entries, part.stream))
    return references[0]


class _Shared(NamedTuple):
    """References of what pages share: fonts and pictures by name, and the states of overprinting."""

    fonts: Mapping[str, bytes]
    pictures: Mapping[str, bytes]
    states: bytes


def _add_states(objects: Objects) -> bytes:
    """The graphics states by which black prints over what lies below, and all else knocks it out."""
    over = objects.add(b"<< /Type /ExtGState /OP true /op true /OPM 1 >>")
    out = objects.add(b"<< /Type /ExtGState /OP false /op false /OPM 0 >>")
    return b" /ExtGState << /Over %s /Out %s >>" % (over, out)


def _keyed(pages: Sequence[Page]) -> Iterator[tuple[Page, int]]:
    """Each page and the first of its keys in the tree of tags: its own, then one for each link."""
    key = 0
    for page in pages:
        yield page, key
        key += 1 + len(page.links)


def _compressed(page: Page) -> bytes:
    return (page if page.packed else page.compressed()).packed


def _add_page(objects: Objects, page: Page, content: bytes, shared: _Shared, key: int) -> TaggedPage:
    """Add a page and its links."""
    made = _boxed(page)
    made.Contents = Syntax(stream(b"/Filter /FlateDecode", content))
    made.Resources = Syntax(
        b"<< /Font << %s >> /XObject << %s >>%s >>"
        % (
            _named(page.fonts, shared.fonts),
            _named(page.pictures, shared.pictures),
            shared.states if page.states else b"",
        )
    )
    keys = range(key + 1, key + 1 + len(page.links))
    links = [
        objects.add(_annotation(link, page.sheet, own)) for link, own in zip(page.links, keys, strict=True)
    ]
    if links:
        made.Annots = Syntax(b"[%s]" % b" ".join(links))
    if page.elements:
        made.StructParents, made.Tabs = Syntax(b"%d" % key), Syntax(b"/S")
    return TaggedPage(page, objects.page(made), links, key, keys)


def _boxed(page: Page) -> _BoxedPage:
    sheet, made = page.sheet, _BoxedPage()
    margin, bleed = sheet.margin, sheet.margin - sheet.bleed
    media = (0.0, 0.0, sheet.width + 2 * margin, sheet.height + 2 * margin)
    made.MediaBox = Syntax(_rectangle(media))
    made.TrimBox = Syntax(_rectangle((margin, margin, margin + sheet.width, margin + sheet.height)))
    if margin:
        made.BleedBox = Syntax(_rectangle((bleed, bleed, media[2] - bleed, media[3] - bleed)))
    return made


def _name_destinations(objects: Objects, pages: Sequence[Page], references: Sequence[bytes]) -> None:
    """The tree of names, in leaves of a few names each, as viewers look one up by halving.

    A destination is a page, its left edge, and the top of what it names; the viewer keeps its zoom.
    """
    places = {}
    for page, reference in zip(pages, references, strict=True):
        for destination in page.destinations:
            top = page.sheet.margin + page.sheet.height - destination.y
            places[destination.name] = b"%s [%s /XYZ null %.2f null]" % (
                text_string(destination.name),
                reference,
                top,
            )
    ordered = sorted(places)
    leaves = []
    for start in range(0, len(ordered), _NAMES_PER_LEAF):
        names = ordered[start : start + _NAMES_PER_LEAF]
        limits = b"%s %s" % (text_string(names[0]), text_string(names[-1]))
        held = b" ".join(places[name] for name in names)
        leaves.append(objects.add(b"<< /Limits [%s] /Names [%s] >>" % (limits, held)))
    if leaves:
        objects.set_root("Names", objects.add(b"<< /Dests << /Kids [%s] >> >>" % b" ".join(leaves)))


def _annotation(link: Link, sheet: Sheet, key: int) -> bytes:
    left, top = sheet.margin + link.box.x, sheet.margin + sheet.height - link.box.y
    place = _rectangle((left, top - link.box.height, left + link.box.width, top))
    if link.uri is None:
        said, target = "A page of this book", b"/Dest %s" % text_string(link.destination or "")
    else:
        said, target = link.uri, b"/A << /S /URI /URI %s >>" % text_string(quote(link.uri, safe=_URI_SIGNS))
    return (
        b"<< /Type /Annot /Subtype /Link /Border [0 0 0] /F 4 /StructParent %d /Contents %s /Rect %s %s >>"
        % (
            key,
            text_string(said),
            place,
            target,
        )
    )


def _rectangle(corners: tuple[float, float, float, float]) -> bytes:
    return b"[%.2f %.2f %.2f %.2f]" % corners


def _named(names: Sequence[str], references: Mapping[str, bytes]) -> bytes:
    return b" ".join(b"/%s %s" % (name.encode(), references[name]) for name in names)
