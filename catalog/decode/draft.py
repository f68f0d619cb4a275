"""What can be said of an entry that could not be decoded: an entry of its sound fields, with stand-ins for the rest.

Owns the stand-ins. A vendor's first draft has several faults, and all that can be told is told at once: with a draft,
rules can judge the texts and pictures that are there. Refuses to pass for an entry: it never reaches the catalog.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from catalog.decode.entry import ENTRY, REQUIRED
from catalog.decode.shapes import Missing, Sink
from catalog.findings import Severity
from catalog.model import Entry
from catalog.source import Mapping, read

if TYPE_CHECKING:
    from catalog.findings import Problem
    from catalog.source import Document

# Nothing that a rule on texts would stop at, and nothing stated that another rule would build on.
_STAND_INS = b"""\
"name": "0"
"version": "0"
"summary": "A text that stands in for the real one"
"description": "A text that stands in for the one that could not be read, as long as a first paragraph has to be."
"vendor": {"name": "0", "homepage": "https://stand-in.example/"}
"type": "webspace"
"business_models": "not-stated"
"regions": "not-stated"
"categories": ["other/miscellaneous"]
"""


class Draft(NamedTuple):
    """An entry of sound fields, and the names of the fields that something else stands in for."""

    entry: Entry
    replaced: frozenset[str]


@functools.cache
def _stand_ins() -> Mapping:
    root = read(_STAND_INS).root
    if not isinstance(root, Mapping):
        raise TypeError("the stand-ins are a block of fields")
    return root


def decode_draft(document: Document, slug: str, problems: list[Problem]) -> Draft | None:
    """The draft of a document whose decoding gave these problems; None where it has no fields."""
    root = document.root
    if not isinstance(root, Mapping):
        return None
    broken = {problem.path[0] for problem in problems if problem.severity is Severity.ERROR and problem.path}
    sound = Mapping(root.start)
    sound.fields = {
        key: node for key, node in root.fields.items() if key in ENTRY.fields and key not in broken
    }
    sound.keys = {key: root.keys[key] for key in sound.fields}
    replaced = frozenset(REQUIRED) - set(sound.fields)
    for key in replaced:
        sound.fields[key], sound.keys[key] = _stand_ins().fields[key], _stand_ins().keys[key]
    values = ENTRY.values(sound, (), Sink(document))
    return None if isinstance(values, Missing) else Draft(Entry(slug=slug, **values), replaced)  # type: ignore[arg-type]
