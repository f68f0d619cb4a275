"""Manuals: what a rule refuses, why, and how it is done right, from the docstring of its function.

Owns the form of these docstrings, which is four parts in this order:

    The summary in one line, a sentence that names the fault.

    Why it is a fault, in paragraphs. A rule from the handbook names the section.

    Refused:

        an example, YAML fields that replace those of a faultless entry
                 ^

    Accepted:

        the same, done right

Where `check --fix` mends the fault, the last paragraph of the reasons says so and in which cases.

A line of carets stands under the place that the finding names; it is no part of the example. Where one file is not
enough, a comment line names the file that follows: `# entries/quay-mail/entry.yaml` (fields that replace those of a
faultless entry of that name), or `# program/white-label-partners.yaml` (the whole file). `# entries/x/entry.yaml
(saved as UTF-16)` says how the file comes to the disk; `tests/rules/examples.py` knows all such words and runs each
example.
"""

from __future__ import annotations

import inspect
import textwrap
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from catalog.findings import Severity
    from catalog.rules.registry import AnyRule

FAMILIES = {
    "0": "File and encoding",
    "1": "YAML",
    "2": "Fields and values",
    "3": "Across entries",
    "4": "Text and links",
    "5": "Pictures",
    "6": "Handbook",
    "9": "Running",
}


class Manual(NamedTuple):
    """A rule for readers. `why` holds paragraphs, `refused` and `accepted` examples with their lines of carets.

    `fixable` says that `check --fix` mends the refused example; `why` then says what else it mends, and what not.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    why: tuple[str, ...]
    refused: str
    accepted: str
    fixable: bool = False

    @property
    def family(self) -> str:
        """What the first digit of the code stands for."""
        return FAMILIES[self.code[3]]


def manual_of(rule: AnyRule) -> Manual:
    """The manual of a rule. A docstring that lacks a part raises `ValueError` with the rule's code."""
    text = inspect.getdoc(rule.find) or ""
    head, refused_mark, rest = text.partition("\nRefused:\n")
    refused, accepted_mark, accepted = rest.partition("\nAccepted:\n")
    summary, *why = [" ".join(paragraph.split()) for paragraph in head.strip().split("\n\n")]
    if not (summary and why and refused_mark and accepted_mark):
        raise ValueError(f"the manual of {rule.code} lacks a part")
    return Manual(
        rule.code,
        rule.name,
        rule.severity,
        summary,
        tuple(why),
        _example(refused),
        _example(accepted),
        rule.fixable,
    )


def _example(text: str) -> str:
    return textwrap.dedent(text.strip("\n")).rstrip() + "\n"
