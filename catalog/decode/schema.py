"""The JSON Schema of an entry, for editors and for programs that write entries.

Generated from the shapes that decode, so the two cannot part. It knows shapes and terms; what the rules judge stays
with `check`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.decode.entry import ENTRY

if TYPE_CHECKING:
    from catalog.decode.shapes import JsonSchema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def entry_schema() -> JsonSchema:
    """The schema, draft 2020-12, of the whole of `entry.yaml`."""
    return {
        "$schema": DIALECT,
        "title": "APS catalog entry, schema version 1",
        "description": "One application of one vendor; the folder name is its slug.",
        **ENTRY.schema(),
    }
