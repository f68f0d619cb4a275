"""The type of the book: every size and weight by its role.

Owns the roles, and how each of them breaks: text gets hyphens, summaries only a last line of some length, headings
lines of one length; names of vendors, facts, addresses and lists are filled line by line. Refuses any other size, so
that a page can't invent one. Sizes are points; the line that a role stands on is the grid's matter. Nothing is under 7
points.
"""

from __future__ import annotations

from catalog.print.typography.lines import Style

COVER_TITLE = Style(64, 800)
COVER_SUBTITLE = Style(20)
COVER_EDITION = Style(20, 800)
CHAPTER_TITLE = Style(44, 800, breaks="heading")
CHAPTER_INTRO = Style(16, breaks="words")
PAGE_TITLE = Style(30, 800, breaks="heading")
FIGURE = Style(28, 800)
TABLE_HEAD = Style(20, 800)
SECTION = Style(13, 600, breaks="heading")
CONTENTS_LINE = Style(14, 600)
CONTENTS_FOLIO = Style(14, 800)
INTRO = Style(11, breaks="text")
PAGES_LINE = Style(11, 600)

NAME = Style(16, 600, breaks="heading")
HALF_NAME = Style(24, 600, breaks="heading")
FEATURE_NAME = Style(40, 800, breaks="heading")
FEATURE_SUMMARY = Style(13, breaks="words")
FEATURE_PITCH = Style(10, breaks="text")
FEATURE_HIGHLIGHT = Style(11, 600, breaks="text")
HALF_SUMMARY = Style(11, 600, breaks="words")
TEXT = Style(9, breaks="text")
VENDOR = Style(9)
STRONG = Style(9, 600, breaks="words")
HIGHLIGHT = Style(8.5, breaks="text")
FACT = Style(7.5, 400, condensed=True)
LABEL = Style(7.5, 600, condensed=True)
LISTING_NAME = Style(9, 600, condensed=True)
LISTING_SUMMARY = Style(8.5, 400, condensed=True, breaks="text")
OFFER_FLAG = Style(8, 600)
OFFER_TITLE = Style(8, 600, condensed=True, breaks="words")

FOLIO = Style(11, 800)
GUIDE = Style(9, 600)
GUIDE_NARROW = Style(9, 600, condensed=True)
CHAPTER_NAME = Style(8.5)
TAB_LABEL = Style(9, 600)
TAB_LETTER = Style(11.5, 800)
FOOT = Style(7.5, 400, condensed=True)
DISC = Style(7.5, 600)

INDEX_NAME = Style(7.5, 400, condensed=True)
INDEX_VENDOR = Style(7.5, 600, condensed=True)
INDEX_PART = Style(9.5, 600, condensed=True)
INDEX_HEAD = Style(8.5, 600, condensed=True)
INDEX_LETTER = Style(13, 600)

TEXT_SIZES = (9.0, 8.5, 8.0)
SMALL_SIZES = (7.5, 7.0)
BULLET = 3.6
BULLET_INDENT = 9.0
