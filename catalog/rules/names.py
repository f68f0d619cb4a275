"""Rules on the name, the summary and the keywords: short texts that stand on cards, in lists and in indexes."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from catalog.rules.registry import ERROR, WARNING, Spot, entry_rule
from catalog.rules.words import bare, weight
from catalog.text import fold
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Entry
    from catalog.rules.context import Context

NAME_FITS = 48
SUMMARY_FITS = 90
SUMMARY_SAYS = 15
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)
_STOPS = (".", "。", "．", "।")
_SHORT_FORMS = ("etc.", "inc.", "ltd.", "co.", "corp.", "...")


@entry_rule("APS229", ERROR, "summary-is-the-name")
def summary_is_the_name(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The summary says no more than the name.

    Cards, lists and the book show the summary right below the name. The same words twice tell a partner nothing; say
    what the application does.

    Refused:

        name: Harbor Sync
        summary: Harbor Sync
                 ^

    Accepted:

        name: Harbor Sync
        summary: Keeps the files of small offices in step between sites
    """
    short = len(entry.summary) <= 2 * len(entry.name)
    if short and bare(entry.summary) == bare(entry.name):
        message = "the summary only repeats the name"
        yield Spot(("summary",), message, "say in one line what the application does and for whom")


@entry_rule("APS413", WARNING, "name-hardly-fits")
def name_hardly_fits(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The name has more than 48 characters.

    Up to 60 are allowed. Longer than 48, a name breaks on cards and is cut in the book's running heads and indexes.

    Refused:

        name: Harbor Sync for Small Offices with Several Sites and Guests
              ^

    Accepted:

        name: Harbor Sync for Small Offices
    """
    if len(entry.name) > NAME_FITS:
        message = (
            f"the name has {len(entry.name)} characters; more than {NAME_FITS} break on cards and in indexes"
        )
        yield Spot(("name",), message, "keep the name and move what explains it to the summary")


@entry_rule("APS408", ERROR, "address-in-summary")
def address_in_summary(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The summary holds a web address.

    A summary is plain text everywhere: nobody can follow an address in it, and it takes the room of what the
    application does. Addresses have fields of their own below `links`.

    Refused:

        summary: Keeps files in step, see https://harbor.example/tour
                                          ^

    Accepted:

        summary: Keeps the files of small offices in step between sites
        links: {documentation: "https://harbor.example/tour"}
    """
    if match := _ADDRESS.search(entry.summary):
        message = "a web address stands in the summary, where nobody can follow it"
        remedy = "move the address to links, such as links.documentation"
        yield Spot(("summary",), message, remedy, offset=match.start(), length=len(match[0]))


@entry_rule("APS409", WARNING, "summary-hardly-fits")
def summary_hardly_fits(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The summary has more than 90 characters.

    Up to 100 are allowed. Beyond 90 a card needs a third line for it, and search engines cut it.

    Refused:

        summary: Keeps the files of small offices in step between sites, and keeps thirty days of old copies
                 ^

    Accepted:

        summary: Keeps the files of small offices in step, with thirty days of old copies
    """
    if len(entry.summary) > SUMMARY_FITS:
        over = len(entry.summary) - SUMMARY_FITS
        message = (
            f"the summary has {len(entry.summary)} characters, {over} more than the {SUMMARY_FITS} that fit"
        )
        yield Spot(("summary",), message, "shorten it, or move a part of it to the description")


@entry_rule("APS410", WARNING, "summary-says-little")
def summary_says_little(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The summary has less than 15 characters.

    So few hardly say what the application does. A sign of Chinese, Japanese or Korean counts as two.

    Refused:

        summary: File sync
                 ^

    Accepted:

        summary: Keeps the files of small offices in step between sites
    """
    short = len(entry.summary) < SUMMARY_SAYS and weight(entry.summary) < SUMMARY_SAYS
    if short and bare(entry.summary) != bare(entry.name):
        message = f"the summary has only {len(entry.summary)} characters"
        yield Spot(("summary",), message, "say in one line what the application does and for whom")


@entry_rule("APS411", WARNING, "summary-ends-in-full-stop")
def summary_ends_in_full_stop(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The summary ends in a full stop.

    Summaries stand in lists below each other, like headings. Most have no full stop, and one that has looks like a
    slip.

    Refused:

        summary: Keeps the files of small offices in step.
                                                         ^

    Accepted:

        summary: Keeps the files of small offices in step
    """
    text = entry.summary
    if text.endswith(_STOPS) and not text.lower().endswith(_SHORT_FORMS):
        yield Spot(
            ("summary",), "the summary ends in a full stop", "remove the full stop", offset=len(text) - 1
        )


@entry_rule("APS412", WARNING, "summary-starts-with-name")
def summary_starts_with_name(entry: Entry, _context: Context) -> Iterator[Spot]:
    """The summary starts with the name.

    The name stands right above it. Without it, the summary has more room and every line of a list starts differently.

    Refused:

        name: Harbor Sync
        summary: Harbor Sync keeps the files of small offices in step
                 ^

    Accepted:

        name: Harbor Sync
        summary: Keeps the files of small offices in step
    """
    name, summary = fold(entry.name), fold(entry.summary)
    rest = summary[len(name) :]
    if summary.startswith(name) and bare(rest) and not rest[:1].isalnum():
        message = "the summary starts with the name, which stands above it already"
        yield Spot(
            ("summary",), message, "start with what the application does", offset=0, length=len(entry.name)
        )


@entry_rule("APS415", WARNING, "keyword-adds-nothing", about="keywords")
def keyword_adds_nothing(entry: Entry, _context: Context) -> Iterator[Spot]:
    """A keyword repeats the name or a category.

    Search reads names and categories anyway, and gives them more weight. A keyword is for what neither says: another
    word for the same thing, the name of a format, a former name.

    Refused:

        name: Harbor Sync
        categories: [collaboration/file-sharing]
        keywords: [WebDAV, file sharing]
                           ^

    Accepted:

        name: Harbor Sync
        categories: [collaboration/file-sharing]
        keywords: [WebDAV, remote folders]
    """
    if not entry.keywords:
        return
    name = f" {bare(entry.name)} "
    categories = {words: name for term in entry.categories for words, name in _category_words(term)}
    for number, keyword in enumerate(entry.keywords):
        words = bare(keyword)
        repeated = "the name" if words and f" {words} " in name else categories.get(words)
        if repeated:
            message = f'the keyword "{keyword}" repeats {repeated}'
            remedy = "remove it, or choose a word that neither name nor category has"
            yield Spot(("keywords", number), message, remedy)


@functools.cache
def _category_words(term: str) -> tuple[tuple[str, str], ...]:
    """The ways to write a category, each with how it is called in a message."""
    name = vocabularies().categories[term].name
    ways = (name, term, term.rpartition("/")[2])
    return tuple((bare(way), f'the category "{name}"') for way in ways)
