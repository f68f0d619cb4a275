"""Waivers: warnings that an entry asks to be silent, each with a reason and a last day.

Owns what a waiver may silence, which is warnings of its own entry, and what becomes of one that silences nothing. A
waiver that is over silences nothing either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.findings import Finding, Severity
from catalog.rules.registry import WARNING, Spot, told_elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from catalog.findings import Problem
    from catalog.model import Waiver
    from catalog.rules.registry import AnyRule


@told_elsewhere("APS240", "waiver-unused", WARNING)
def waiver_unused() -> None:
    """A waiver silences nothing.

    The fault is mended, or never was one. A waiver that stays would hide the next one without a word.

    Refused:

        waive:
          - {rule: APS406, reason: The product is simple, until: 2026-12-31}
                   ^

    Accepted:

        description: Stores files.
        waive:
          - {rule: APS406, reason: The product is simple, until: 2026-12-31}
    """


@told_elsewhere("APS241", "waiver-of-no-warning")
def waiver_of_no_warning() -> None:
    """A waiver names a rule that is not a warning.

    Errors cannot be waived: they would break a page, deceive a reader, or publish what must not be. A code that no rule
    has is a slip.

    Refused:

        waive:
          - {rule: APS408, reason: The address is part of the name, until: 2026-12-31}
                   ^

    Accepted:

        description: Stores files.
        waive:
          - {rule: APS406, reason: The product is simple, until: 2026-12-31}
    """


@told_elsewhere("APS242", "waiver-is-over", WARNING)
def waiver_is_over() -> None:
    """The last day of a waiver has passed.

    The warning is back. Mend the fault, or give the waiver a new last day if its reason still holds.

    Refused:

        waive:
          - {rule: APS406, reason: The product is simple, until: 2026-01-31}
                                                                 ^

    Accepted:

        description: Stores files.
        waive:
          - {rule: APS406, reason: The product is simple, until: 2026-12-31}
    """


class Waived(NamedTuple):
    """What is left of an entry's findings, and what is wrong with its waivers."""

    findings: list[Finding]
    problems: list[Problem]


def waived(
    waivers: Iterable[Waiver], findings: list[Finding], rules: Mapping[str, AnyRule], as_of: date
) -> Waived:
    """Apply the waivers of one entry to its findings. `rules` are all by their code."""
    silenced: set[str] = set()
    problems: list[Problem] = []
    found = {finding.code for finding in findings}
    for number, waiver in enumerate(waivers):
        code = waiver.rule
        place = ("waive", number, "rule")
        rule = rules.get(code)
        if rule is None or rule.severity is Severity.ERROR:
            told = f"{code} is an error" if rule else f'there is no rule "{code}"'
            remedy = "remove the waiver and mend the fault" if rule else "write the code of the warning"
            spot = Spot(place, f"{told}, and only warnings can be waived", remedy)
            problems.append(waiver_of_no_warning.problem(spot))
        elif waiver.until < as_of:
            spot = Spot(
                ("waive", number, "until"),
                f"the waiver of {code} ended on {waiver.until}",
                "mend the fault, or write a new last day",
            )
            problems.append(waiver_is_over.problem(spot))
        elif code not in found:
            if rule.sometimes:
                continue  # This command may not have looked.
            spot = Spot(place, f"nothing in this entry breaks {code}", "remove the waiver")
            problems.append(waiver_unused.problem(spot))
        else:
            silenced.add(code)
    return Waived([finding for finding in findings if finding.code not in silenced], problems)
