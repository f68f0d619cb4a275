"""Readiness of one entry for its vendor: what there is, and what to add next, in the words of a terminal.

Owns the field that each material is written in. Refuses to judge: `catalog.handbook.readiness` counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.handbook.readiness import next_materials, readiness
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from catalog.model import Entry
    from catalog.vocabulary import Material

_STATES = {"public": "there", "partners": "there, for partners only", "missing": "missing"}
_FIELDS = {
    "webinar": "webinar: {date: <a second Tuesday>}",
    "launch": "launch: {date: <day>}",
    "case_studies": "case_studies: [{title: <title>, customer: <reseller>, url: <address>}]",
}


def readiness_report(entry: Entry) -> str:
    """The report on one entry, lines ended."""
    shown = readiness(entry)
    materials = vocabularies().materials.values()
    wide = max(len(material.name) for material in materials)
    baseline = "complete" if shown.baseline else "missing"
    lines = [f"{entry.name}: {shown.met} of {shown.total} materials, baseline {baseline}", ""]
    lines += [
        f"  {material.name:<{wide}}  {_STATES[shown.states[material.id]]}{_baseline(material)}"
        for material in materials
    ]
    missing = next_materials(shown)
    if missing:
        lines += ["", "What raises it next:", ""]
        lines += [f"  {material.name}: {material.summary}\n    {_field(material)}" for material in missing]
    return "\n".join(lines) + "\n"


def _baseline(material: Material) -> str:
    return " (baseline)" if material.baseline else ""


def _field(material: Material) -> str:
    if material.proof == "collateral":
        return f"collateral: {{{material.id}: {{url: <address>, access: public}}}}"
    return _FIELDS[material.proof]
