"""The options by which the print team says how files are made.

Owns their names and their reading into a `Production`. Refuses to judge it: the value itself does.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from catalog.errors import UsageError
from catalog.print.press.profile import DEFAULT_LIMIT, open_profile
from catalog.print.production import Production

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.print.pdf.canvas import Intent

_LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*(mm|in|pt)?", re.IGNORECASE)
_MM = {"mm": 1.0, "in": 25.4, "pt": 25.4 / 72}
_DEFAULT_CALIPER = 0.1  # Millimetres: a leaf of uncoated paper of 90 g/m2.

_OPTIONS = (
    click.option(
        "--preflight/--no-preflight",
        default=True,
        help="Look through the files before they count.  [preflight]",
    ),
    click.option("--data-merge", is_flag=True, help="Also a table of the entries for InDesign's Data Merge."),
    click.option(
        "--caliper", metavar="LENGTH", help=f"With --impose: how thick a leaf is. [{_DEFAULT_CALIPER}mm]"
    ),
    click.option("--impose", is_flag=True, help="The book for the press also as sheets for saddle stitch."),
    click.option(
        "--binding", type=click.Choice(("saddle", "perfect")), help="Else the number of pages decides."
    ),
    click.option(
        "--pages-multiple", type=int, default=4, show_default=True, help="Blank pages fill up to it."
    ),
    click.option(
        "--tac", type=int, default=DEFAULT_LIMIT, show_default=True, help="Total ink in percent, at most."
    ),
    click.option("--condition", metavar="NAME", help="The printing condition of --icc, such as FOGRA39."),
    click.option(
        "--icc",
        type=click.Path(path_type=Path),
        help="The printer's CMYK profile, in place of a proof condition.",
    ),
    click.option(
        "--marks",
        type=click.Choice(("none", "cut", "all")),
        is_flag=False,
        flag_value="all",
        default="cut",
        show_default=True,
        help="Around the page: nothing, where to cut and how plates meet, or with patches of the inks.",
    ),
    click.option("--bleed", metavar="LENGTH", default="3mm", show_default=True, help="Colour past the trim."),
    click.option(
        "--proof", is_flag=True, help="A file to look through: boxes, safe area, what had to give way."
    ),
    click.option("--screen", is_flag=True, help="The file to read: links, outline, tags."),
    click.option(
        "--press",
        is_flag=True,
        help="The file for the press: PDF/X-4. Else press and screen.",
    ),
)


def with_production(command: Callable[..., int | None]) -> Callable[..., Any]:
    """Give a command the options of production, as one `Production`."""

    def run(*given: Any, **options: Any) -> int | None:
        own = {name: options.pop(name) for name in _NAMES}
        return command(*given, production=production_of(**own), **options)

    run.__name__, run.__doc__ = command.__name__, command.__doc__
    wrapped: Callable[..., Any] = run
    for option in _OPTIONS:
        wrapped = option(wrapped)
    wrapped.__click_params__ = [  # type: ignore[attr-defined]
        *getattr(command, "__click_params__", []), *getattr(wrapped, "__click_params__", [])
    ]  # fmt: skip
    return wrapped


_NAMES = (
    "press", "screen", "proof", "bleed", "marks", "icc", "condition", "tac", "pages_multiple", "binding", "impose",
    "caliper", "data_merge", "preflight",
)  # fmt: skip


def production_of(**own: Any) -> Production:
    """The production that the options ask for.

    Raises:
        UsageError: a length, a profile or a choice that cannot be used.
    """
    wanted: tuple[Intent, ...] = ("press", "screen", "proof")
    intents = tuple(intent for intent in wanted if own[intent]) or wanted[:2]
    if own["caliper"] and not own["impose"]:
        raise UsageError("--caliper says how thick the leaves of imposed sheets are; add --impose")
    caliper = _length("--caliper", own["caliper"] or f"{_DEFAULT_CALIPER}mm") if own["impose"] else None
    return Production(
        intents,
        bleed_mm=_length("--bleed", own["bleed"]),
        marks=own["marks"],
        profile=open_profile(own["icc"], own["condition"], own["tac"]),
        multiple=own["pages_multiple"],
        binding=own["binding"],
        caliper_mm=caliper,
        merge=own["data_merge"],
        preflight=own["preflight"],
    )


def _length(option: str, typed: str) -> float:
    """Millimetres of a length as typed; a bare number is millimetres."""
    found = _LENGTH.fullmatch(typed.strip())
    if found is None:
        raise UsageError(f"{option} {typed}: write a length such as 3mm or 0.125in")
    return float(found[1]) * _MM[(found[2] or "mm").lower()]
