"""The index by name and vendor: one alphabet.

Owns its lines, their order and their columns. Refuses to find out pages: it is given folios. A name in another
script stands under its Latin form, the name itself behind it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.print.pages.index_rows import (
    IndexColumn,
    IndexRow,
    Name,
    columns_of,
    depth_of,
    name_rows,
    on_pages,
)
from catalog.print.typography import styles
from catalog.print.typography.latin import is_latin, latin_name, latin_vendor
from catalog.text import collation_key
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from catalog.model import Entry
    from catalog.print.grid import Grid
    from catalog.print.typography.typeset import Typesetter

_LETTER_ROWS = 2
_NEVER_LAST = 4
_TOGETHER = 6


class _Word(NamedTuple):
    key: tuple[str, str]
    folios: tuple[int, ...]
    name: Name


class _Group(NamedTuple):
    """A letter, and under it each word as its rows."""

    letter: IndexRow
    words: list[list[IndexRow]]


def lay_index(
    entries: Iterable[Entry], folios: Mapping[str, int], typesetter: Typesetter, grid: Grid
) -> tuple[tuple[IndexColumn, ...], ...]:
    """The pages of the index."""
    groups = _groups(_words(entries, folios), typesetter, columns_of(grid).width)
    return on_pages(_columns(groups, depth_of(grid)), grid)


def _words(entries: Iterable[Entry], folios: Mapping[str, int]) -> list[_Word]:
    marks = {type_id: term.letter for type_id, term in vocabularies().types.items()}
    words = []
    vendors: dict[str, tuple[str, set[int]]] = {}
    for entry in entries:
        latin, folio = latin_name(entry), folios[entry.slug]
        native = "" if is_latin(entry.name) else entry.name
        name = Name("name", latin, native, marks[entry.type], str(folio), entry.slug)
        words.append(_Word(collation_key(latin), (folio,), name))
        vendors.setdefault(entry.vendor.name, (latin_vendor(entry.vendor), set()))[1].add(folio)
    for vendor, (latin, found) in vendors.items():
        native = "" if vendor == latin else vendor
        listed = tuple(sorted(found))
        name = Name("vendor", latin, native, "", folio_list(listed))
        words.append(_Word(collation_key(latin), listed, name))
    return sorted(words, key=lambda word: (word.key, word.name.kind, word.folios))


def folio_list(folios: Sequence[int]) -> str:
    """Folios as an index gives them: `12, 13, 20–24`."""
    runs: list[list[int]] = []
    for folio in folios:
        if runs and folio == runs[-1][-1] + 1:
            runs[-1].append(folio)
        else:
            runs.append([folio])
    told = [f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs]
    return ", ".join(told)


def _groups(words: Sequence[_Word], typesetter: Typesetter, width: float) -> list[_Group]:
    """The words by first letter."""
    groups: list[_Group] = []
    letter = ""
    for word in words:
        if letter != (letter := _letter(word.key[0])):
            head = typesetter.line(letter, styles.INDEX_LETTER, "en", "ltr")
            groups.append(_Group(IndexRow("letter", head), []))
        groups[-1].words.append(name_rows(word.name, typesetter, width))
    return groups


def _letter(key: str) -> str:
    first = key[:1]
    if first.isdecimal():
        return "0–9"
    return first.upper() if first.isascii() and first.isalpha() else "&"


def _columns(groups: Sequence[_Group], rows: int) -> list[IndexColumn]:
    columns: list[list[tuple[int, IndexRow]]] = [[]]
    at = 0
    for letter, words in groups:
        head = at + 1 if at else 0
        if head + _LETTER_ROWS > rows - max(_NEVER_LAST, min(len(words[0]), _TOGETHER)):
            columns.append([])
            head = 0
        columns[-1].append((head, letter))
        at = head + _LETTER_ROWS
        for part in (part for word in words for part in _parts(word)):
            if at + len(part) > rows:
                columns.append([])
                at = 0
            columns[-1] += [(at + index, row) for index, row in enumerate(part)]
            at += len(part)
    return [IndexColumn(tuple(column)) for column in columns if column]


def _parts(word: list[IndexRow]) -> list[list[IndexRow]]:
    """What must stand in one column: a whole word, or the start and then each row of a very long one."""
    if len(word) <= _TOGETHER:
        return [word]
    return [word[:_TOGETHER], *([row] for row in word[_TOGETHER:])]
