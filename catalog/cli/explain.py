"""`explain`: a rule's page of the manual in the terminal.

Owns the layout of that page as text. The words are the rule's own; the site shows the same at `/rules/<code>/`.
"""

from __future__ import annotations

import itertools
import shutil
import textwrap
from typing import TYPE_CHECKING

import click

from catalog.cli.options import CLEAN, Common, with_common
from catalog.errors import UsageError
from catalog.findings import near_misses
from catalog.rules import FAMILIES, manuals

if TYPE_CHECKING:
    from catalog.rules import Manual

_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}
_WIDEST = 100


@click.command("explain")
@with_common
@click.argument("code", required=False)
def command(common: Common, code: str | None) -> int:
    """Explain the rule CODE, such as APS209: why it is there, what is refused, what is accepted. Else list all."""
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    colour = common.terminal().colour
    print(page(found(code), width, colour=colour) if code else everything(width), end="")
    return CLEAN


def found(code: str) -> Manual:
    """The manual that is meant by a code as typed: `aps209` and `209` mean `APS209`.

    Raises:
        UsageError: there is no such rule; the message names those that look like it.
    """
    typed = code.strip().upper()
    known = manuals()
    for candidate in (typed, f"APS{typed}"):
        if candidate in known:
            return known[candidate]
    names = {manual.name: manual for manual in known.values()}
    if code.lower() in names:
        return names[code.lower()]
    near = near_misses(typed, known) or near_misses(code, names)
    hint = f"did you mean {' or '.join(near)}?" if near else "`build.py explain` lists them all"
    raise UsageError(f'there is no rule "{code}"; {hint}')


def page(manual: Manual, width: int, *, colour: bool = False) -> str:
    """The page of one rule, wrapped to `width` signs; examples stay as they are."""

    def styled(text: str, **style: object) -> str:
        return click.style(text, **style) if colour else text  # type: ignore[arg-type]

    severity = styled(manual.severity.value, fg=_COLOURS[manual.severity.value])
    facts = [severity, manual.family]
    facts += ["check --fix mends it"] if manual.fixable else []
    facts += ["an entry may waive it"] if manual.severity == "warning" else []
    parts = [
        f"{styled(manual.code, bold=True)} {styled(manual.name, bold=True)}\n{', '.join(facts)}",
        *(textwrap.fill(paragraph, width) for paragraph in (manual.summary, *manual.why)),
        f"{styled('Refused', bold=True)}:\n\n{textwrap.indent(manual.refused.rstrip(), '    ')}",
        f"{styled('Accepted', bold=True)}:\n\n{textwrap.indent(manual.accepted.rstrip(), '    ')}",
        f"On the site: /rules/{manual.code}/",
    ]
    return "\n\n".join(parts) + "\n"


def everything(width: int) -> str:
    """A line for each rule, by family."""
    lines = []
    for digit, some in itertools.groupby(manuals().values(), key=lambda manual: manual.code[3]):
        lines.append(f"{FAMILIES[digit]}")
        for manual in some:
            head = f"  {manual.code}  {manual.severity.value:7}  "
            lines.append(
                head + textwrap.shorten(manual.summary, max(width, 60) - len(head), placeholder=" …")
            )
        lines.append("")
    return "\n".join(lines)
