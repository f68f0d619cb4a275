"""One field read alone stands where it stands in the whole file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.findings import Problem, Severity, locate
from catalog.source import Mapping, Scalar, Sequence, excerpt, read
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path as File

    from catalog.source import Node, Path

ENTRIES = sorted((ROOT / "entries").glob("*/entry.yaml"))


def paths(node: Node | None, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Every value below a node with its path."""
    if isinstance(node, Mapping):
        for name, child in node.fields.items():
            yield (*path, name), child
            yield from paths(child, (*path, name))
    elif isinstance(node, Sequence):
        for number, child in enumerate(node.children):
            yield (*path, number), child
            yield from paths(child, (*path, number))


def problems(root: Node | None) -> Iterator[Problem]:
    """A problem at every value, at every key, and inside every text."""
    for path, node in paths(root):
        told = Problem("APS000", Severity.ERROR, path, "", "")
        yield told
        yield told._replace(at="key")
        if isinstance(node, Scalar) and len(node.text) > 3:
            yield told._replace(offset=len(node.text) // 2)


@pytest.mark.parametrize("path", ENTRIES, ids=lambda path: path.parent.name)
def test_a_problem_is_found_at_the_same_place(path: File) -> None:
    content = path.read_bytes()
    whole = read(content)
    for problem in problems(whole.root):
        part, lines = excerpt(whole.text, str(problem.path[0]))
        assert locate(problem, part, "", lines) == locate(problem, whole, ""), problem.path


def test_comments_and_blank_lines_between_fields_move_nothing() -> None:
    text = "# one\na: b\n\n# two\nlist:\n- c\n# three\n- d\n\n# four\nblock:\n  e: |\n    a: b\n\n    f\n  g: h\n"
    whole = read(text.encode())
    for problem in problems(whole.root):
        part, lines = excerpt(text, str(problem.path[0]))
        assert locate(problem, part, "", lines) == locate(problem, whole, ""), problem.path


def test_a_field_that_is_not_there_has_no_lines() -> None:
    document, lines = excerpt("name: a\ntext: |\n  missing: b\n", "missing")
    assert (document.root, lines) == (None, 0)
