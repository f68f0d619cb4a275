"""Rules on entries that go to print: what their box in the book needs.

Whether a text fits is measured with the book's own fonts (`catalog.print.fitness`), after all other rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.rules.registry import WARNING, Spot, entry_rule, told_elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Entry
    from catalog.rules.context import Context

_STAY_OUT = "or keep the entry out of the book with print.include: false"


@entry_rule("APS243", WARNING, "print-without-pitch")
def print_without_pitch(entry: Entry, _context: Context) -> Iterator[Spot]:
    """An entry that goes to print has no pitch.

    Sales people read the book to service providers, and the pitch is what they read. An entry goes to print when its
    business models are stated, unless it says otherwise or is withdrawn.

    Refused:

        # no pitch
        print: {include: true}
        ^

    Accepted:

        pitch: >-
          Offices ask their provider for one place for all files. Harbor Sync is that place, runs in the web space
          that they have, and adds a monthly fee to every account.
        print: {include: true}
    """
    if entry.in_print and not entry.pitch:
        yield Spot(
            ("print",), "the entry goes to print without a pitch", f"add pitch:, {_STAY_OUT}", at="key"
        )


@entry_rule("APS244", WARNING, "print-without-logo")
def print_without_logo(entry: Entry, _context: Context) -> Iterator[Spot]:
    """An entry that goes to print has no logo.

    The book sets the application's initial instead, in a plain square.

    Refused:

        media: {color: "#1a4fd0"}
        ^

    Accepted:

        media: {color: "#1a4fd0", logo: logo.svg}
    """
    if entry.in_print and not entry.media.logo:
        remedy = f"put logo.svg beside entry.yaml and add media: {{logo: logo.svg}}, {_STAY_OUT}"
        yield Spot(("media",), "the entry goes to print without a logo", remedy, at="key")


@told_elsewhere("APS245", "text-larger-than-its-place", WARNING, sometimes=True)
def text_larger_than_its_place() -> None:
    """A text does not fit the quarter page that an entry has in the book.

    The book then sets the entry on half a page, or leaves out highlights, the last first; the message says which. In
    Latin letters a pitch of 450 characters fits; one in Chinese, Japanese or Korean has room for about 330 signs. All
    of it stands on the site.

    Refused:

        pitch: >-
               ^
          HARBOR SYNC STORES THE FILES OF EACH OFFICE IN ONE COMMON PLACE.
          WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW
          WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW
          WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW
          WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW

    Accepted:

        pitch: >-
          Harbor Sync stores the files of each office in one common place. It runs in the web space that customers have,
          and adds a monthly fee to every account.
    """


@told_elsewhere("APS246", "text-too-large-for-print")
def text_too_large_for_print() -> None:
    """A text does not fit even the largest place that an entry can have in the book.

    The book is not printed with it. The message says how many characters are over.

    Refused:

        vendor:
          name: WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWW
                ^
          homepage: https://harbor.example/

    Accepted:

        vendor:
          name: Harbor Software
          homepage: https://harbor.example/
    """


@told_elsewhere("APS673", "after-the-cut-off", WARNING, sometimes=True)
def after_the_cut_off() -> None:
    """The entry changed after the edition that is about to appear was frozen.

    A print edition is frozen after its cut-off and sent to press (handbook, "Going To Market": the print catalog
    appears twice a year). What comes later goes to the next edition; the site shows it at once. Until the edition is
    published the check says so.

    Refused:

        # entries/long-frozen/entry.yaml
        version: 2.5
        ^

    Accepted:

        # entries/long-frozen/entry.yaml
        version: 2.4.1
    """
