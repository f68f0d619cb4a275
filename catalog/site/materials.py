"""The go-to-market materials of an entry, as its page shows them.

Owns where each material leads and the word beside it. Which there are is the handbook's to say (`handbook.readiness`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.english import month
from catalog.handbook.readiness import next_materials
from catalog.site.entry_views import MaterialView, ReadinessView
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from catalog.handbook.readiness import Readiness
    from catalog.model import Entry
    from catalog.vocabulary import Material


def readiness_of(entry: Entry, shown: Readiness) -> ReadinessView:
    """All materials of the handbook's bill of materials, in its order, each with its state."""
    states = shown.states
    return ReadinessView(
        met=shown.met,
        total=shown.total,
        partners=sum(state == "partners" for state in states.values()),
        baseline=shown.baseline,
        next=next(((material.name, material.summary) for material in next_materials(shown)), None),
        materials=tuple(
            _view(entry, material, states[material.id]) for material in vocabularies().materials.values()
        ),
    )


def _view(entry: Entry, material: Material, state: str) -> MaterialView:
    href, note = (None, "missing") if state == "missing" else _proof(entry, material)
    return MaterialView(
        id=material.id,
        name=material.name,
        state=state,
        note="partners" if state == "partners" else note,
        baseline=material.baseline,
        href=href,
    )


def _proof(entry: Entry, material: Material) -> tuple[str | None, str]:
    """The address behind a material that is there, and a word about it."""
    if material.proof == "collateral":
        found = next(shown for shown in entry.collateral if shown.material == material.id)
        return found.url, material.format
    if material.proof == "case_studies":
        return entry.case_studies[0].url, entry.case_studies[0].customer
    if material.proof == "webinar" and entry.webinar:
        return entry.webinar.recording, month(entry.webinar.date)
    if material.proof == "launch" and entry.launch:
        release = entry.launch.press_release
        return release.url if release else None, month(
            entry.launch.date
        ) if entry.launch.date else material.format
    return None, material.format
