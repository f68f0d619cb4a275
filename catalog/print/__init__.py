"""The book: from entries to a plan of pages, and from the plan to a PDF.

Owns everything between the catalog and the print file. Refuses to know the web site.
"""

from catalog.editions import Edition, current_edition, edition_of, next_edition, read_editions
from catalog.print.book import build_book
from catalog.print.grid import UnknownTrimError
from catalog.print.note import Note
from catalog.print.publish import BookOptionError, Chosen, choose, publish
from catalog.print.report import BookReport
from catalog.print.select import Filters
from catalog.print.sheet import build_sheet

__all__ = [
    "BookOptionError",
    "BookReport",
    "Chosen",
    "Edition",
    "Filters",
    "Note",
    "UnknownTrimError",
    "build_book",
    "build_sheet",
    "choose",
    "current_edition",
    "edition_of",
    "next_edition",
    "publish",
    "read_editions",
]
