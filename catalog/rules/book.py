"""Rules on entries that go to print: what their box in the book needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.rules.registry import WARNING, Spot, entry_rule

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
