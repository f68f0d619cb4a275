"""What linters do not say about the code."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from tests.repository.tracked import name, package, tracked, tree

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE_LINES = 300
FUNCTION_LINES = 40
MANY_FIELDS = 20
NEVER_A_NAME = {"item", "record", "data", "info", "manager", "helper", "util", "utils", "processor"}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def nodes(*kinds: type[ast.AST]) -> Iterator[tuple[str, ast.AST]]:
    for path in package():
        yield from ((name(path), node) for node in ast.walk(tree(path)) if isinstance(node, kinds))


def test_a_file_fits_in_a_head() -> None:
    lengths = {name(path): path.read_bytes().count(b"\n") for path in tracked() if path.suffix == ".py"}
    assert {path: lines for path, lines in lengths.items() if lines > FILE_LINES} == {}


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How long a function is, without its docstring (that of a rule is a page of the manual).

    A last statement that only fills the many fields of one value is a table and counts as one line.
    """
    end, last = node.end_lineno or 0, node.body[-1]
    if (
        isinstance(last, ast.Return)
        and isinstance(last.value, ast.Call)
        and len(last.value.keywords) > MANY_FIELDS
    ):
        end = last.lineno
    docstring = ast.get_docstring(node, clean=False)
    return end - node.lineno + 1 - (docstring.count("\n") + 1 if docstring else 0)


def test_a_function_fits_on_a_screen() -> None:
    lengths = {
        f"{path}: {node.name}": lines_of(node)
        for path, node in nodes(*FUNCTIONS)
        if isinstance(node, FUNCTIONS)
    }
    assert {function: lines for function, lines in lengths.items() if lines > FUNCTION_LINES} == {}


def test_a_module_says_what_it_owns() -> None:
    assert [name(path) for path in package() if not ast.get_docstring(tree(path))] == []


def test_names_are_of_the_glossary() -> None:
    """Names say what things are; track records and engagement managers are the handbook's."""
    named = [(name(path), path.stem) for path in package()]
    named += [(path, node.name) for path, node in nodes(*FUNCTIONS, ast.ClassDef) if hasattr(node, "name")]
    assert [
        f"{path}: {text}"
        for path, text in named
        if NEVER_A_NAME
        & {
            word.lower()
            for word in re.findall(r"[A-Z]?[a-z]+", re.sub("track_record|EngagementManager", "", text))
        }
    ] == []


def test_imports_stand_at_the_top() -> None:
    """An import inside a function hides a cycle."""
    assert [
        f"{path}:{node.lineno}"
        for path, function in nodes(*FUNCTIONS)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ] == []


def test_no_file_names_a_machine_or_a_registry() -> None:
    # Put together from pieces, so that this file does not hold what it looks for.
    folders = "|".join(["wor" + "k", "tm" + "p", "roo" + "t", "op" + "t/py", "hom" + r"e/\w+"])
    hosts = "|".join(
        ["pypi" + r"\.org/simple", "python" + "hosted", "registry" + r"\.npm", "index-" + "url[ =]h"]
    )
    wrong = re.compile(rf"(?<![\w.>*-])/(?:{folders})/\w|{hosts}")
    astray = []
    for path in tracked():
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue  # A picture or a font.
        astray += [f"{name(path)}: {match[0]}" for match in wrong.finditer(text)]
    assert astray == []
