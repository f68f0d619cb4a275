"""All checks, in the order in which they are told, and for which kinds of files.

Owns that list. A check is a function from the subject to findings; its docstring says what is looked at, why, and how
to mend it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.print.preflight.checks.additions import nothing_but_pages, opened_by_viewers, readable, unlocked
from catalog.print.preflight.checks.boxes import enough_bleed, equal_trim, nested_boxes, page_count
from catalog.print.preflight.checks.codes import codes_read
from catalog.print.preflight.checks.description import metadata_agree, output_intent, tagged
from catalog.print.preflight.checks.destinations import destinations_resolve
from catalog.print.preflight.checks.edges import backgrounds_bleed, marks_outside_bleed, safe_margin
from catalog.print.preflight.checks.fineness import hairlines, resolution
from catalog.print.preflight.checks.inks import black_text, no_rgb, total_ink, white_overprint
from catalog.print.preflight.checks.numbers import numbers_hold
from catalog.print.preflight.checks.type import fonts_embedded, glyph_coverage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from catalog.print.preflight.finding import Finding, Kind
    from catalog.print.preflight.subject import Subject


class Check(NamedTuple):
    """A check and the kinds of files that it is for.

    `by_page` says that it judges each page by itself, and takes so long that two processes may share the pages.
    """

    find: Callable[[Subject], Iterator[Finding]]
    kinds: tuple[Kind, ...]
    by_page: bool = False


_BOTH: tuple[Kind, ...] = ("press", "screen")
_PRESS: tuple[Kind, ...] = ("press",)
_SCREEN: tuple[Kind, ...] = ("screen",)

CHECKS = (
    Check(opened_by_viewers, _BOTH),
    Check(unlocked, _BOTH),
    Check(readable, _BOTH),
    Check(page_count, _PRESS),
    Check(nested_boxes, _PRESS),
    Check(equal_trim, _BOTH),
    Check(enough_bleed, _PRESS),
    Check(marks_outside_bleed, _PRESS),
    Check(backgrounds_bleed, _PRESS),
    Check(safe_margin, _PRESS),
    Check(fonts_embedded, _BOTH),
    Check(glyph_coverage, _BOTH),
    Check(no_rgb, _PRESS),
    Check(black_text, _PRESS),
    Check(white_overprint, _PRESS),
    Check(total_ink, _PRESS),
    Check(resolution, _PRESS),
    Check(hairlines, _PRESS),
    Check(codes_read, _BOTH, by_page=True),
    Check(numbers_hold, _BOTH),
    Check(destinations_resolve, _BOTH),
    Check(metadata_agree, _BOTH),
    Check(output_intent, _PRESS),
    Check(nothing_but_pages, _PRESS),
    Check(tagged, _SCREEN),
)
