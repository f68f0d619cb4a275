"""A tree to a model value, or everything that stops it.

Owns the entry schema, version 1: fields, shapes, terms (families APS2xx and the handbook's own keys). The shapes in
`shapes` and `terms` say how one value is read; `entry` and `programme` put them together. Refuses to judge an entry as
a whole: gates, texts and pictures are rules. All problems of a file are collected.
"""

from catalog.decode.draft import decode_draft
from catalog.decode.entry import ENTRY, decode_entry, take_entry
from catalog.decode.programme import decode_programme_file
from catalog.decode.schema import entry_schema

__all__ = ["ENTRY", "decode_draft", "decode_entry", "decode_programme_file", "entry_schema", "take_entry"]
