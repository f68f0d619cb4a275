"""Problems and findings: what is wrong with an entry, first by its path, at last by its place in the file.

Owns the two values and the step between them. A rule names a path; the span is looked up once, at the end, for the
few values that need it. Codes are `APS` and three digits whose first names the family: 0 file, 1 YAML, 2 fields,
3 across entries, 4 text and links, 5 pictures, 6 handbook, 9 running. A code never changes its meaning.
"""

from __future__ import annotations

import difflib
import re
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, NamedTuple

from catalog.source import Document, Fault, Mapping, Path, Scalar, Span, place_in_scalar
from catalog.source.tree import span_of

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(StrEnum):
    """How much a finding matters: an error stops the build, a warning only with `--strict`, a note never."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


_WORD = re.compile(r"\S+")
_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


class Problem(NamedTuple):
    """A fault of an entry, at a path into it.

    `at` says which end of the path is meant: the value, the key, or the place in a text at `offset` (`length` signs).
    A missing field is reported at the value of the mapping that it is missing from. `file` names a picture beside the
    entry where the fault lies inside that, at `span`.
    """

    code: str
    severity: Severity
    path: Path
    message: str
    help: str
    at: Literal["value", "key", "file"] = "value"
    offset: int = -1
    length: int = 1
    file: str = "entry.yaml"
    span: Span | None = None


class Finding(NamedTuple):
    """A fault at its place, ready for a reader. `path` is relative to the folder above the entries folder."""

    path: str
    span: Span
    code: str
    severity: Severity
    message: str
    help: str

    @property
    def url(self) -> str:
        """The manual page of the rule, relative to the site's root."""
        return f"/rules/{self.code}/"


def locate(problem: Problem, document: Document, entry_path: str, lines_before: int = 0) -> Finding:
    """The finding of a problem: its span is looked up in the document, or is the problem's own for pictures.

    `lines_before` is how many lines of the file stand before the document, where that is a part of it.
    """
    if problem.at == "file":
        path = (
            entry_path if problem.file == "entry.yaml" else entry_path.rsplit("/", 1)[0] + "/" + problem.file
        )
        span = problem.span or Span.at(1, 1)
    else:
        path, span = entry_path, _span(problem, document)
        if lines_before:
            span = Span(span.line + lines_before, span.column, span.end_line + lines_before, span.end_column)
    return Finding(path, span, problem.code, problem.severity, problem.message, problem.help)


def _span(problem: Problem, document: Document) -> Span:
    if problem.at == "key" and (key := document.key(problem.path)):
        return span_of(document.text, key)
    path = problem.path
    while (node := document.node(path)) is None and path:
        path = path[:-1]
    if node is None or not path:
        return Span.at(1, 1)
    if isinstance(node, Scalar) and problem.offset >= 0:
        line, column = place_in_scalar(document, node, _typed_offset(node.text, problem))
        return Span.at(line, column, problem.length)
    if isinstance(node, Mapping) and document.text[node.start] != "{" and (key := document.key(path)):
        # A block of fields has no sign of its own to point at, as `{` is; its key has.
        return span_of(document.text, key)
    return span_of(document.text, node)


def _typed_offset(text: str, problem: Problem) -> int:
    """The offset in a scalar's text. A description keeps its blanks; in every other value they run together."""
    if problem.path[-1] == "description":
        return problem.offset
    left = problem.offset
    for at, word in ((match.start(), match[0]) for match in _WORD.finditer(text)):
        if left <= len(word):
            return at + left
        left -= len(word) + 1
    return problem.offset


def from_fault(fault: Fault, entry_path: str) -> Finding:
    """The finding of a fault of the file's text. All of them are errors."""
    return Finding(entry_path, fault.span, fault.code, Severity.ERROR, fault.message, fault.help)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """By file and place, the worse first where two meet; the same finding once."""
    return sorted(
        set(findings),
        key=lambda finding: (
            finding.path,
            finding.span,
            _RANK[finding.severity],
            finding.code,
            finding.message,
        ),
    )


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Errors, then warnings, then notes; each in order."""
    return sorted(in_order(findings), key=lambda finding: _RANK[finding.severity])


def count(findings: Iterable[Finding], severity: Severity) -> int:
    """How many findings weigh so much."""
    return sum(finding.severity is severity for finding in findings)


def near_misses(word: str, known: Iterable[str], cutoff: float = 0.7) -> list[str]:
    """Known words that `word` may have been meant as, the nearest first; case, blanks and underscores are forgiven.

    `cutoff` is the least likeness, from 0 to 1 (difflib's ratio).
    """
    folded = {_plain(candidate): candidate for candidate in known}
    return [folded[plain] for plain in difflib.get_close_matches(_plain(word), folded, n=3, cutoff=cutoff)]


def _plain(word: str) -> str:
    return word.strip().lower().replace("_", "-").replace(" ", "-")
