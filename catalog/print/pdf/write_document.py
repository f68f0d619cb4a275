"""A whole drawn book as one value.

Owns what a PDF needs besides its pages. Refuses PDF syntax (`write`, `finish`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from catalog.print.assets.logos import Pictures
    from catalog.print.pdf.canvas import Resources
    from catalog.print.pdf.canvas_page import Page
    from catalog.print.press.profile import PressProfile


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, author, subject, keywords, language (BCP 47), and the day that stands for all dates of the file."""

    title: str
    author: str
    subject: str
    language: str
    as_of: date
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the outline: its text, the named destination, the lines below it, and whether it stands open."""

    title: str
    destination: str
    children: tuple[Bookmark, ...] = ()
    opened: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """The drawn book. `labels` names each page as its folio does (`1`, `2`, …; cover pages may be empty).

    `profile` is the printing condition of a file for the press; without one the file is for screens.
    """

    pages: tuple[Page, ...]
    resources: Resources
    pictures: Pictures
    metadata: Metadata
    outline: tuple[Bookmark, ...] = ()
    labels: tuple[str, ...] = ()
    profile: PressProfile | None = None
