"""The index by name and vendor: one alphabet, three columns.

Owns its lines, their order and their columns. Refuses to find out pages: it is given folios. A name in another
script stands under its Latin form, the name itself behind it. Rows are lines of 9 points and count from 0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from catalog.print.grid import LINE, SMALL, span
from catalog.print.typography import styles
from catalog.print.typography.latin import is_latin, latin_name, latin_vendor
from catalog.print.typography.lines import Span
from catalog.print.units import MM
from catalog.text import collation_key
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from catalog.model import Entry
    from catalog.print.grid import Grid
    from catalog.print.typography.lines import Line
    from catalog.print.typography.typeset import Typesetter

COLUMN_WIDTH = span(4)
NAME_WIDTH = 46 * MM
COLUMNS = 3
_LETTER_ROWS = 2
_NEVER_LAST = 4
_TOGETHER = 6
_GAP = 6.0
_TURNOVER = 3 * MM

Kind = Literal["letter", "name", "vendor"]


class IndexRow(NamedTuple):
    """One line of an index. `mark` is the letter of an entry's type, `locator` its folios, `lead` the word it sorts by.

    A turned-over line has no `lead`. A letter takes two rows.
    """

    kind: Kind
    line: Line | None
    mark: Line | None = None
    locator: Line | None = None
    lead: str = ""
    slug: str | None = None
    indent: float = 0.0


class IndexColumn(NamedTuple):
    """Rows by the row that they start on."""

    rows: tuple[tuple[int, IndexRow], ...]

    @property
    def leads(self) -> tuple[str, ...]:
        """The words of the column, in order."""
        return tuple(row.lead for _, row in self.rows if row.lead)


class _Word(NamedTuple):
    key: tuple[str, str]
    kind: Kind
    latin: str
    native: str
    mark: str
    folios: tuple[int, ...]
    slug: str | None


class _Group(NamedTuple):
    """A letter, and under it each word as its rows."""

    letter: IndexRow
    words: list[list[IndexRow]]


def lay_index(
    entries: Iterable[Entry], folios: Mapping[str, int], typesetter: Typesetter, grid: Grid
) -> tuple[tuple[IndexColumn, ...], ...]:
    """The pages of the index, each of up to three columns."""
    rows_a_column = int(grid.lines * LINE // SMALL)
    columns = _columns(_groups(_words(entries, folios), typesetter), rows_a_column)
    return tuple(tuple(columns[at : at + COLUMNS]) for at in range(0, len(columns), COLUMNS))


def _words(entries: Iterable[Entry], folios: Mapping[str, int]) -> list[_Word]:
    marks = {type_id: term.letter for type_id, term in vocabularies().types.items()}
    words = []
    vendors: dict[str, tuple[str, set[int]]] = {}
    for entry in entries:
        latin, folio = latin_name(entry), folios[entry.slug]
        native = "" if is_latin(entry.name) else entry.name
        words.append(
            _Word(collation_key(latin), "name", latin, native, marks[entry.type], (folio,), entry.slug)
        )
        vendors.setdefault(entry.vendor.name, (latin_vendor(entry.vendor), set()))[1].add(folio)
    for name, (latin, found) in vendors.items():
        native = "" if name == latin else name
        words.append(_Word(collation_key(latin), "vendor", latin, native, "", tuple(sorted(found)), None))
    return sorted(words, key=lambda word: (word.key, word.kind, word.folios))


def _groups(words: Sequence[_Word], typesetter: Typesetter) -> list[_Group]:
    """The words by first letter."""
    groups: list[_Group] = []
    letter = ""
    for word in words:
        if letter != (letter := _letter(word.key[0])):
            head = typesetter.line(letter, styles.INDEX_LETTER, "en", "ltr")
            groups.append(_Group(IndexRow("letter", head), []))
        groups[-1].words.append(_rows(word, typesetter))
    return groups


def _letter(key: str) -> str:
    first = key[:1]
    if first.isdecimal():
        return "0–9"
    return first.upper() if first.isascii() and first.isalpha() else "&"


def _rows(word: _Word, typesetter: Typesetter) -> list[IndexRow]:
    """The rows of one word: a long name turns over, and folios that find no room beside it go below."""
    style = styles.INDEX_NAME if word.kind == "name" else styles.INDEX_VENDOR
    text = [Span(word.latin, style, "en")] + ([Span(f" {word.native}", style)] if word.native else [])
    lines = typesetter.wrap(text, style, NAME_WIDTH, None, "ltr")
    mark = typesetter.line(word.mark, styles.INDEX_NAME, "en", "ltr") if word.mark else None
    last = lines[-1].width + (_TURNOVER if len(lines) > 1 else 0.0)
    beside, below = _locators(word.folios, COLUMN_WIDTH - last - _GAP, typesetter)
    rows = [
        IndexRow(
            word.kind,
            line,
            indent=_TURNOVER if index else 0.0,
            lead="" if index else word.latin,
            slug=word.slug,
        )
        for index, line in enumerate(lines)
    ]
    rows[-1] = rows[-1]._replace(mark=mark, locator=beside)
    return rows + [IndexRow(word.kind, None, locator=line) for line in below]


def _locators(
    folios: tuple[int, ...], width: float, typesetter: Typesetter
) -> tuple[Line | None, list[Line]]:
    """Folios on the word's own line if they fit there, else on lines below it."""
    whole = typesetter.line(folio_list(folios), styles.INDEX_NAME, "en", "ltr")
    if whole.width <= width:
        return whole, []
    return None, list(
        typesetter.wrap(folio_list(folios), styles.INDEX_NAME, COLUMN_WIDTH - _TURNOVER, "en", "ltr")
    )


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
