"""Go-to-market readiness: which of the bill of materials an entry shows.

Source: handbook, "Bill of Materials". One answer a material, in the vocabulary's order. Refuses to weigh: a material
is there for everybody, there for partners, or missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from catalog.model import Entry
    from catalog.vocabulary import Material

State = Literal["public", "partners", "missing"]


class Readiness(msgspec.Struct, frozen=True, kw_only=True):
    """Materials shown of all (`met` of `total`), whether the baseline is among them, and the state of each."""

    met: int
    total: int
    baseline: bool
    states: dict[str, State]


def readiness(entry: Entry) -> Readiness:
    """Read the materials of one entry."""
    materials = vocabularies().materials
    states = {material.id: state_of(entry, material) for material in materials.values()}
    return Readiness(
        met=sum(state != "missing" for state in states.values()),
        total=len(states),
        baseline=all(
            states[material.id] != "missing" for material in materials.values() if material.baseline
        ),
        states=states,
    )


def state_of(entry: Entry, material: Material) -> State:
    """Whether the entry shows one material, and to whom."""
    if material.proof == "collateral":
        found = next((shown for shown in entry.collateral if shown.material == material.id), None)
        if found is None:
            return "missing"
        return "partners" if found.access == "partners" else "public"
    if material.proof == "listing":
        return "public"
    return "public" if getattr(entry, material.proof) else "missing"
