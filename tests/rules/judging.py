"""Entries made from values, and the problems that rules find in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from catalog import model
from catalog.decode import decode_entry
from catalog.rules import context_of, judge
from catalog.source import read
from tests.rules.examples import DAY, FAULTLESS, SLUG

if TYPE_CHECKING:
    from datetime import date

    from catalog.findings import Problem

DESCRIPTION = (
    "Harbor Sync keeps the files of small offices in step. It copies only the blocks that changed, so a slow line is "
    "enough."
)
_DECODED = decode_entry(read(FAULTLESS.encode()), SLUG)[0]
if _DECODED is None:
    raise ValueError("the faultless entry cannot be decoded")
BASE: model.Entry = _DECODED


def entry(**changes: Any) -> model.Entry:  # noqa: ANN401 - any field of an entry
    """The faultless entry with other values."""
    return msgspec.structs.replace(BASE, **changes)


def found(
    judged: model.Entry, *, programme: model.Programme | None = None, as_of: date = DAY
) -> list[Problem]:
    """The problems of one entry by itself, those of pictures apart, which would have to lie on the disk."""
    context = context_of(judged, as_of, programme or model.Programme())
    return [problem for problem in judge(judged, context) if not problem.code.startswith("APS5")]


def codes(judged: model.Entry, *, programme: model.Programme | None = None, as_of: date = DAY) -> list[str]:
    """The codes of the problems of one entry."""
    return [problem.code for problem in found(judged, programme=programme, as_of=as_of)]
