"""The last page before the cover: how to reach the programme, and how an entry comes into the catalog.

Owns that page and its words, which say no more than the repository's own guide for contributors. Addresses are those
of the programme's file; where it names none, the page sends readers to the site.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print.draw.furniture import draw_head
from catalog.print.draw.pen import Pen, on, top_of
from catalog.print.grid import DESCENT, LINE
from catalog.print.pages.contents import CONTACT
from catalog.print.pages.room import below_intro, equal
from catalog.print.pdf.canvas import Box
from catalog.print.typography import styles
from catalog.print.typography.latin import web_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Contact
    from catalog.print.desk import Desk
    from catalog.print.pages.plan import ContactPage
    from catalog.print.pdf.canvas import PageCanvas

_INTRO = (
    "About an application, write to the sales desk that stands in its entry. About the catalog and the programme, "
    "write to one of these addresses."
)
_NO_CONTACT = "The site says how to reach the programme."
_STEPS = (
    (
        "Send in an entry",
        (
            (
                "An entry is a folder with one text file, and the same file fills the site and this book. Nine keys "
                "are required; the catalog’s own program checks them and says what to write instead."
            ),
            "Send the folder as a pull request to the catalog’s repository.",
        ),
    ),
    (
        "Claim an entry",
        (
            (
                "Entries that are listed from public facts wait for their vendors. If one of them is yours, open its "
                "entry.yaml, set the source of the listing to vendor, and say what only you can say: business models, "
                "regions, contacts, pitch."
            ),
        ),
    ),
    (
        "Withdraw or rename",
        (
            (
                "A withdrawn application keeps its address, which names the successor if there is one. After a change "
                "of name the old address leads on, so the codes in printed books still work."
            ),
        ),
    ),
)
_GUIDE = "contribute/"


def draw_contact(canvas: PageCanvas, page: ContactPage, folio: int, desk: Desk) -> None:
    """Addresses on the left, steps on the right; on a narrow page one below the other."""
    pen = Pen(canvas, desk.typesetter, desk.grid.left(folio))
    draw_head(canvas, folio, desk, CONTACT)
    canvas.destination("contact")
    pen.title(CONTACT, desk.grid)
    pen.intro(_INTRO, desk.grid)
    top = below_intro(_INTRO, desk.grid, desk.typesetter)
    columns = equal(desk.grid, 2)
    _put_contacts(pen, page, top, columns.width, 2 if desk.grid.wide else 1)
    _put_steps(pen, columns.left(1), top, columns.width, desk)


def _put_contacts(pen: Pen, page: ContactPage, line: int, width: float, air: int) -> None:
    pen.rule(line, 0, width)
    if not page.contacts:
        with pen.canvas.tag("P"):
            pen.paragraph(0, on(line + 1), _NO_CONTACT, styles.TEXT, width)
    for role, contact in page.contacts:
        with pen.canvas.tag("H2"):
            pen.put(0, on(line + 1), role.replace("-", " ").capitalize(), styles.SECTION)
        line += 2
        for words, address in _ways(contact):
            with pen.canvas.tag("P"):
                rows = pen.paragraph(0, on(line) + DESCENT, words, styles.TEXT, width)
                if address:
                    box = Box(pen.left, top_of(line) + DESCENT, width, LINE * rows)
                    pen.canvas.link(box, address)
            line += rows
        line += air
        pen.rule(line, 0, width)


def _ways(contact: Contact) -> Iterator[tuple[str, str]]:
    """The ways to a contact, each with the address that it links to; a number has none."""
    if contact.email:
        yield contact.email, f"mailto:{contact.email}"
    if contact.phone:
        yield contact.phone, ""
    if contact.url:
        yield web_address(contact.url), contact.url


def _put_steps(pen: Pen, x: float, line: int, width: float, desk: Desk) -> None:
    for head, paragraphs in _STEPS:
        pen.rule(line, x, width)
        with pen.canvas.tag("H2"):
            pen.put(x, on(line + 1), head, styles.SECTION)
        line += 2
        for text in paragraphs:
            with pen.canvas.tag("P"):
                line += pen.paragraph(x, on(line) + DESCENT, text, styles.TEXT, width - 4)
        line += 2 if desk.grid.wide else 1
    pen.rule(line, x, width)
    address = f"{desk.site_url}{_GUIDE}"
    with pen.canvas.tag("P"):
        pen.put(x, on(line + 1), "All steps, with examples", styles.STRONG)
        rows = pen.paragraph(x, on(line + 2), web_address(address), styles.TEXT, width)
        pen.canvas.link(Box(pen.left + x, top_of(line + 1), width, LINE * (1 + rows)), address)
