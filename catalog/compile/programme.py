"""Reading the programme's files, which stand beside the entries folder and are all optional.

What only the team may see lies in a folder of its own and is read by a function of its own, so that a public build
cannot tell what it has never seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from catalog.decode import decode_programme_file
from catalog.findings import Finding, Problem, Severity, from_fault, locate
from catalog.model import Internal, Programme, StorefrontListing
from catalog.pictures import examine
from catalog.source import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FIELDS = {
    "white-label-partners.yaml": "white_label_partners",
    "events.yaml": "events",
    "facts.yaml": "facts",
    "contacts.yaml": "contacts",
}
_INTERNAL = {"engagement-managers.yaml": "managers", "leads.yaml": "leads"}


def read_programme(folder: Path, findings: list[Finding]) -> Programme:
    """The files that exist, decoded; one with a fault counts as absent and has its findings."""
    values: dict[str, object] = {}
    for name, field in _FIELDS.items():
        value = _file(folder, name, findings)
        if value is not None:
            values[field] = value
    webinars = _file(folder, "webinars.yaml", findings)
    if isinstance(webinars, dict):
        values["recordings"] = webinars.get("recordings", {})
        values["moved_webinars"] = webinars.get("exceptions", ())
        values["webinar_starts"], values["webinar_zone"] = webinars.get("starts"), webinars.get("zone")
    names = [f"storefronts/{path.name}" for path in sorted(folder.glob("storefronts/*.yaml"))]
    storefronts = [_file(folder, name, findings) for name in names]
    values["storefronts"] = tuple(storefront for storefront in storefronts if storefront)
    return msgspec.structs.replace(Programme(), **values)


def read_internal(folder: Path, findings: list[Finding]) -> Internal:
    """The team's own files; one with a fault counts as absent and has its findings."""
    values: dict[str, object] = {}
    for name, field in _INTERNAL.items():
        value = _file(folder, f"internal/{name}", findings)
        if value is not None:
            values[field] = value
    return msgspec.structs.replace(Internal(), **values)


def _file(folder: Path, name: str, findings: list[Finding]) -> object:
    path = folder / name
    if not path.is_file() or path.is_symlink():
        return None
    document = read(path.read_bytes())
    place = f"{folder.name}/{name}"
    findings += [from_fault(fault, place) for fault in document.faults]
    value, problems = decode_programme_file(document, name)
    if isinstance(value, StorefrontListing) and value.brand and value.brand.logo:
        problems = [*problems, *_logo_problems(path.parent / value.brand.logo)]
    findings += [locate(problem, document, place) for problem in problems]
    return value


def _logo_problems(file: Path) -> Iterator[Problem]:
    """What is wrong with the logo beside a storefront's file; it is judged like that of an entry."""
    path = ("brand", "logo")
    if not file.is_file() or file.is_symlink():
        message = f"{file.name} does not lie beside the storefront's file"
        yield Problem("APS501", Severity.ERROR, path, message, "put it there, or take the line out")
        return
    picture = examine(file.read_bytes())
    for flaw in picture.flaws:
        yield Problem(
            flaw.code, flaw.severity, (), flaw.message, flaw.help, at="file", file=file.name, span=flaw.span
        )
    if right := picture.renamed(file.name):
        message, remedy = f"{file.name} holds {picture.kind.label}", f"rename it to {right}, here and there"
        yield Problem("APS503", Severity.ERROR, path, message, remedy)
