"""Drawing all pages of a plan, the second half of a long one by another process.

Owns where the halves part and how they meet: each has registers of its own, and names and codes that the other one
never gives. Whether two processes draw them or one after the other, the file is the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.print.draw.sheets import draw_sheets
from catalog.print.pdf.canvas import Resources
from catalog.processes import meanwhile

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.print.desk import Desk
    from catalog.print.pages.plan import Plan
    from catalog.print.pdf.canvas import Intent, Page
    from catalog.print.pdf.canvas_resources import Registers
    from catalog.print.production import Production

# Below this many pages a second process costs as much as it saves. The number decides bytes, so it is no machine's.
_WORTH_A_PROCESS = 200
# Pages of indexes take longest, and stand last.
_FIRST = 0.53


def draw_all(
    plan: Plan, desk: Desk, intent: Intent, production: Production, progress: Callable[[], None]
) -> tuple[tuple[Page, ...], Resources]:
    """The pages in order, and what they have used."""
    resources, count = Resources(desk.typesetter.fonts), len(plan.pages)
    if count < _WORTH_A_PROCESS:
        whole = draw_sheets(plan, desk, resources, intent, production, range(count))
        return tuple(_counted(page, progress) for page in whole), resources
    middle = round(count * _FIRST)

    def second() -> tuple[list[Page], Registers]:
        own = Resources(desk.typesetter.fonts, part=1)
        drawn = draw_sheets(plan, desk, own, intent, production, range(middle, count))
        return [page.compressed() for page in drawn], own.registers()

    with meanwhile(second) as rest:
        drawn = draw_sheets(plan, desk, resources, intent, production, range(middle))
        pages = [_counted(page.compressed(), progress) for page in drawn]
        others, registers = rest()
    resources.join(registers)
    return (*pages, *(_counted(page, progress) for page in others)), resources


def _counted(page: Page, progress: Callable[[], None]) -> Page:
    progress()
    return page
