"""Rules on the description and the pitch: what Markdown may do, and texts that say too little."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalog.rules.addresses import place_of_link
from catalog.rules.registry import ERROR, WARNING, Spot, entry_rule
from catalog.rules.words import bare, weight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Entry
    from catalog.rules.context import Context

PARAGRAPH_SAYS = 80
PITCH_SAYS = 80
# Of one kind, more than this many faults in one text say nothing new.
_MOST = 10
_MARKS = re.compile(r"\]\([^)]*\)|[*_`\[\]\\<>]")
_LIST = re.compile(r"\n[ \t]*(?:[-+*] |\d+[.)] |\n)")
_LINK = "link"
# What has a rule of its own; anything else outside the subset is shown as typed.
_TOLD = ("HTML", "heading", "picture", _LINK)


def _spots(context: Context, kind: str, message: str, remedy: str) -> Iterator[Spot]:
    """A spot for each thing of one kind that a description may not hold, at most `_MOST` a text."""
    for path, text, faults in context.outside:
        places = [fault.offset for fault in faults if fault.what.startswith(kind)]
        # The end of what was opened before is the same fault.
        places = [at for at in places if not text.startswith("</", at)] or places
        for at in places[:_MOST]:
            yield Spot(path, message, remedy, offset=at)


@entry_rule("APS402", ERROR, "html-in-description", about="outside")
def html_in_description(_entry: Entry, context: Context) -> Iterator[Spot]:
    """The description holds HTML.

    Descriptions are written in a small part of Markdown: paragraphs, lists, strong, emphasis, code and links. HTML
    would let an entry run scripts on its readers, and the book cannot print it.

    Refused:

        description: |
          Harbor Sync keeps the files of small offices in step, and copies only <b>blocks</b> that changed.
                                                                                ^

    Accepted:

        description: |
          Harbor Sync keeps the files of small offices in step, and copies only **blocks** that changed.
    """
    remedy = "write **strong**, *emphasis* or `code`; a < that is meant as a sign goes into backquotes"
    return _spots(context, "HTML", "HTML stands in the description", remedy)


@entry_rule("APS403", ERROR, "heading-in-description", about="outside")
def heading_in_description(_entry: Entry, context: Context) -> Iterator[Spot]:
    """The description holds a heading.

    The page and the book bring their own headings, and a description stands below one of them. Begin a paragraph with a
    few strong words instead.

    Refused:

        description: |
          Harbor Sync keeps the files of small offices in step. It copies only the blocks that changed.

          ## Features
          ^

    Accepted:

        description: |
          Harbor Sync keeps the files of small offices in step. It copies only the blocks that changed.

          **Features.** Old versions are kept for thirty days.
    """
    remedy = "begin a paragraph with **strong words**, or use highlights"
    return _spots(context, "heading", "a heading stands in the description", remedy)


@entry_rule("APS404", ERROR, "picture-in-description", about="outside")
def picture_in_description(_entry: Entry, context: Context) -> Iterator[Spot]:
    """The description holds a picture.

    A picture from elsewhere would tell its owner who reads the page, and the book cannot print it. Pictures lie beside
    the entry and are named below `media`.

    Refused:

        description: |
          Harbor Sync keeps the files of small offices in step. It copies only the blocks that changed.

          ![The main view](https://harbor.example/view.png)
          ^

    Accepted:

        description: |
          Harbor Sync keeps the files of small offices in step. It copies only the blocks that changed.
    """
    remedy = "put the file beside entry.yaml and name it under media.screenshots"
    return _spots(context, "picture", "a picture stands in the description", remedy)


@entry_rule("APS405", WARNING, "markdown-shown-as-typed", about="outside")
def markdown_shown_as_typed(_entry: Entry, context: Context) -> Iterator[Spot]:
    """The description holds Markdown that is shown as it was typed.

    Quotations, blocks of code, rules and lists three deep are not part of what a description may hold. Their signs
    stay visible, on the page and in the book.

    Refused:

        description: |
          Harbor Sync keeps the files of small offices in step. It copies only the blocks that changed.

          > The best that happened to our office
          ^

    Accepted:

        description: |
          Harbor Sync keeps the files of small offices in step. It copies only the blocks that changed.

          *The best that happened to our office*
    """
    for path, _text, faults in context.outside:
        odd = [fault for fault in faults if not fault.what.startswith(_TOLD)]
        for fault in odd[:_MOST]:
            message = f"this {fault.what} is shown as it was typed"
            remedy = "use paragraphs, lists, **strong**, *emphasis*, `code` and [links](https://…)"
            yield Spot(path, message, remedy, offset=fault.offset)


@entry_rule("APS424", ERROR, "link-of-odd-scheme", about="outside")
def link_of_odd_scheme(_entry: Entry, context: Context) -> Iterator[Spot]:
    """A link in the description leads neither to the web nor to a mailbox.

    A link may begin with https://, http:// or mailto:. Others run scripts (javascript:), carry their own page (data:),
    lead to a file of the reader, or to nowhere once the text stands on another page (a relative path).

    Refused:

        description: |
          Harbor Sync keeps the files of small offices in step between sites. See the
          [guide](javascript:alert%281%29) for more.
                  ^

    Accepted:

        description: |
          Harbor Sync keeps the files of small offices in step between sites. See the
          [guide](https://harbor.example/guide) for more.
    """
    for path, text, faults in context.outside:
        odd = [fault for fault in faults if fault.what.startswith(_LINK)]
        for fault in odd[:_MOST]:
            message = "this link leads neither to https:// or http:// nor to mailto:"
            remedy = "write the whole address, such as https://www.product.example/guide"
            yield Spot(path, message, remedy, offset=place_of_link(text, fault.offset))


def _said(paragraph: str) -> str:
    """A paragraph without the signs of Markdown and without the list that follows it."""
    return " ".join(_MARKS.sub("", _LIST.split(paragraph, maxsplit=1)[0]).split())


@entry_rule("APS406", WARNING, "description-starts-short")
def description_starts_short(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The first paragraph of the description has less than 80 characters.

    Where there is little room, a reader sees the first paragraph alone. It has to say what the application is and does.
    A sign of Chinese, Japanese or Korean counts as two.

    Refused:

        description: |
          Harbor Sync is great.
          ^

          It copies only the blocks that changed, so a slow line is enough for it.

    Accepted:

        description: |
          Harbor Sync keeps the files of small offices in step. It copies only the blocks that changed.
    """
    first = entry.description.lstrip().partition("\n\n")[0]
    if len(first) > 2 * PARAGRAPH_SAYS and "](" not in first:
        return  # Only the addresses of links take up half of a text.
    first = _said(first)
    if weight(first) < PARAGRAPH_SAYS:
        message = f"the first paragraph has {len(first)} characters, less than {PARAGRAPH_SAYS}"
        start = len(entry.description) - len(entry.description.lstrip())
        yield Spot(
            ("description",), message, "say first what the application is and what it does", offset=start
        )


@entry_rule("APS407", WARNING, "description-repeats-summary")
def description_repeats_summary(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The description says no more than the summary.

    The summary stands above it. A description tells what the summary has no room for.

    Refused:

        summary: Keeps the files of small offices in step between their sites, block by block, calmly
        description: Keeps the files of small offices in step between their sites, block by block, calmly.
                     ^

    Accepted:

        summary: Keeps the files of small offices in step between sites
        description: |
          Harbor Sync copies only the blocks that changed, so a slow line is enough. It keeps thirty days of
          older versions of every folder.
    """
    short = len(entry.description) < 2 * len(entry.summary)
    if short and bare(entry.description) == bare(entry.summary):
        message = "the description only repeats the summary"
        yield Spot(("description",), message, "tell what the summary has no room for")


@entry_rule("APS416", WARNING, "pitch-says-little", about="pitch")
def pitch_says_little(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The pitch has less than 80 characters.

    The pitch tells a service provider what there is to gain from selling the application. Its box in the book has room
    for 450 characters; a box with half a line in it looks like a mistake.

    Refused:

        pitch: Earn more with files.
               ^

    Accepted:

        pitch: >-
          Offices ask their provider for one place for all files. Harbor Sync is that place, runs in the web space
          that they have, and adds a monthly fee to every account.
    """
    if entry.pitch and weight(entry.pitch) < PITCH_SAYS:
        message = f"the pitch has {len(entry.pitch)} characters, less than {PITCH_SAYS}"
        yield Spot(("pitch",), message, "say what a service provider gains: demand, fee, effort, support")
