"""A plan as text, a line for each page and each entry: for tests and for people who compare two plans."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from catalog.english import counted
from catalog.print.pages.plan import (
    ChangesPage,
    Contents,
    Coverage,
    EntryPage,
    Foreword,
    HowToRead,
    IndexPage,
    ModelPage,
    Opener,
    Routes,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.print.pages.plan import Plan

_TOLD: dict[type, Callable[[Any], str]] = {
    Contents: lambda page: "; ".join(f"{row.title} {row.folio}" for _, row in page.rows),
    Foreword: lambda page: f"{page.title}: {counted(sum(len(row.facts) for _, row in page.rows), 'figure')}",
    HowToRead: lambda page: ", ".join(part for _, part in page.parts),
    ModelPage: lambda page: f"{page.model} on {', '.join(flow.route for _, flow in page.flows)}",
    Routes: lambda page: ", ".join(row.route for _, row in page.rows),
    Coverage: lambda page: ", ".join(row.kind for _, row in page.rows),
    Opener: lambda page: f"{page.type} {page.count} on {page.first}-{page.last}",
    EntryPage: lambda page: f"{page.type} {page.guide.first} - {page.guide.last}",
    ChangesPage: lambda page: "; ".join(
        ", ".join(change.name for _, change in column) for column in page.columns
    ),
    IndexPage: lambda page: f"{page.title}: {page.guide.first} - {page.guide.last}",
}


def dump(plan: Plan) -> str:
    """The plan as text."""
    lines = []
    for folio, page in enumerate(plan.pages, 1):
        side = "recto" if folio % 2 else "verso"
        tell = _TOLD.get(type(page))
        told = f" {tell(page)}" if tell else ""
        lines.append(f"{folio} {side} {type(page).__name__}{told}")
        if isinstance(page, EntryPage):
            lines += [
                f"  line {line} {block.tier} {block.slug} {block.size:g} pt" for line, block in page.placed
            ]
    return "\n".join(lines) + "\n"
