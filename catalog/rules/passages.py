"""The free texts of an entry, each with its path and its kind, for the rules that read them all.

Owns which fields are free texts. Ids, codes and addresses are none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from catalog.markdown import unsupported

if TYPE_CHECKING:
    from catalog.markdown import Fault
    from catalog.model import Entry
    from catalog.source import Path

# A name may be any word; a label is a name of somebody or something else; prose is read as sentences.
Kind = Literal["name", "label", "prose", "markdown"]


class Outside(NamedTuple):
    """What a description holds besides the subset of Markdown."""

    path: Path
    text: str
    faults: tuple[Fault, ...]


class Passage(NamedTuple):
    """A text as the entry holds it."""

    path: Path
    text: str
    kind: Kind


def passages(entry: Entry) -> tuple[Passage, ...]:
    """The free texts in the order of the schema."""
    found = [
        Passage(("name",), entry.name, "name"),
        Passage(("version",), entry.version, "label"),
        Passage(("summary",), entry.summary, "prose"),
        Passage(("description",), entry.description, "markdown"),
        Passage(("vendor", "name"), entry.vendor.name, "label"),
    ]
    if entry.pitch:
        found.append(Passage(("pitch",), entry.pitch, "prose"))
    found += [Passage(("highlights", n), text, "prose") for n, text in enumerate(entry.highlights)]
    if entry.packager:
        found.append(Passage(("packager", "name"), entry.packager.name, "label"))
    if entry.deployment and entry.deployment.service:
        found.append(Passage(("deployment", "service", "name"), entry.deployment.service.name, "label"))
    found += [Passage(("keywords", n), text, "label") for n, text in enumerate(entry.keywords)]
    _gates(entry, found)
    _offers(entry, found)
    for number, shown in enumerate(entry.media.screenshots):
        if shown.caption:
            found.append(Passage(("media", "screenshots", number, "caption"), shown.caption, "prose"))
    for translation in entry.translations:
        for field, kind in _TRANSLATED:
            if text := getattr(translation, field):
                found.append(Passage(("translations", translation.language, field), text, kind))
    return tuple(found)


def outside(texts: tuple[Passage, ...]) -> tuple[Outside, ...]:
    """The descriptions that hold something besides the subset, and what that is."""
    return tuple(
        [
            Outside(path, text, tuple(faults))
            for path, text, kind in texts
            if kind == "markdown" and _marked(text) and (faults := unsupported(text))
        ]
    )


def _marked(text: str) -> bool:
    return text.startswith("  ") or any(map(text.__contains__, _MARKS))


# Without one of these a text holds nothing but paragraphs and plain lists. Searching each is faster than all at once.
_MARKS = (*"<>#|`~[!\\=\t", "\n  ", "---", "***", "___", "- -", "* *", "_ _")
_TRANSLATED: tuple[tuple[str, Kind], ...] = (
    ("summary", "prose"),
    ("description", "markdown"),
    ("pitch", "prose"),
)


def _gates(entry: Entry, found: list[Passage]) -> None:
    for field in ("storefront", "key_administrator"):
        gate = getattr(entry, field)
        if gate and gate.track_record:
            found.append(Passage((field, "track_record"), gate.track_record, "prose"))


def _offers(entry: Entry, found: list[Passage]) -> None:
    if entry.launch and entry.launch.event:
        found.append(Passage(("launch", "event"), entry.launch.event, "prose"))
    for number, promotion in enumerate(entry.promotions):
        found.append(Passage(("promotions", number, "title"), promotion.title, "prose"))
        found.append(Passage(("promotions", number, "text"), promotion.text, "prose"))
    for number, study in enumerate(entry.case_studies):
        found.append(Passage(("case_studies", number, "title"), study.title, "prose"))
        found.append(Passage(("case_studies", number, "customer"), study.customer, "label"))
