"""Go-to-market readiness: which of the bill of materials an entry shows.

Source: handbook, "Bill of Materials". One answer a material, in the vocabulary's order. Refuses to weigh: a material
is there for everybody, there for partners, or missing.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Literal

import msgspec

from catalog.vocabulary import NOT_STATED, vocabularies

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


BANDS: dict[str, str] = {
    "baseline": "Baseline complete",
    "5-plus": "5 materials or more",
    "10-plus": "10 materials or more",
    NOT_STATED: "Not stated",
}
"""What entries are filtered by. An entry may lie in several bands; the counts are ours, the baseline the handbook's."""

_LEAST = {"5-plus": 5, "10-plus": 10}


def bands_of(entry: Entry, shown: Readiness) -> tuple[str, ...]:
    """The bands that an entry lies in. Without a stated model no vendor has spoken, and nothing is counted."""
    if not entry.models_stated:
        return (NOT_STATED,)
    baseline = ("baseline",) if shown.baseline else ()
    return baseline + tuple(band for band, least in _LEAST.items() if shown.met >= least)


def readiness(entry: Entry) -> Readiness:
    """Read the materials of one entry."""
    return _of_states(tuple(state_of(entry, material) for material in vocabularies().materials.values()))


@functools.lru_cache(4096)
def _of_states(states: tuple[State, ...]) -> Readiness:
    """The answer for a state of each material, in their order. Few combinations come, so entries share the answers."""
    materials = vocabularies().materials
    baseline = (
        state for material, state in zip(materials.values(), states, strict=True) if material.baseline
    )
    return Readiness(
        met=sum(state != "missing" for state in states),
        total=len(states),
        baseline=all(state != "missing" for state in baseline),
        states=dict(zip(materials, states, strict=True)),
    )


def next_materials(shown: Readiness) -> tuple[Material, ...]:
    """The materials that are missing, in the order in which they help: the baseline before all others."""
    known = vocabularies().materials.values()
    missing = (material for material in known if shown.states[material.id] == "missing")
    return tuple(sorted(missing, key=lambda material: not material.baseline))


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
