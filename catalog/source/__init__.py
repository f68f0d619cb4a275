"""YAML text to a tree whose every scalar is text with its place; the only package that knows YAML.

Owns reading (bytes, encoding, forbidden characters, the strict YAML subset) and places (path to span). Refuses
anchors, aliases, tags, merge keys, duplicate keys, several documents, nesting over 12 and files over 256 KiB, and
never turns text into numbers, dates or booleans: `NO` stays `NO`, `1.10` stays `1.10`.
"""

from catalog.source.encoding import name_of, with_line_feeds
from catalog.source.excerpt import excerpt
from catalog.source.places import place_in_scalar, trailing_comment
from catalog.source.reader import plain_values, read, read_plain
from catalog.source.tree import Document, Fault, Mapping, Node, Path, Plain, Scalar, Sequence, Span, place_of

__all__ = [
    "Document",
    "Fault",
    "Mapping",
    "Node",
    "Path",
    "Plain",
    "Scalar",
    "Sequence",
    "Span",
    "excerpt",
    "name_of",
    "place_in_scalar",
    "place_of",
    "plain_values",
    "read",
    "read_plain",
    "trailing_comment",
    "with_line_feeds",
]
