"""pyproject.toml, the lock files, the code and ARCHITECTURE.md's table tell one story."""

from __future__ import annotations

import ast
import re
from importlib.metadata import packages_distributions
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT
from tests.repository.tracked import name, package, settings, tracked, tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCKS = sorted(path.name for path in ROOT.glob("requirements*.txt"))


def plain(text: str) -> str:
    """A distribution's name, of a requirement or of metadata, as everybody spells it."""
    return re.split(r"[<>=!~ \[;]", text)[0].lower().replace("_", "-")


def runtime() -> list[str]:
    return sorted(map(plain, settings()["project"]["dependencies"]))


def table(heading: str) -> list[list[str]]:
    """The cells of the table under a heading of ARCHITECTURE.md, without its head."""
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    section = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| ")]
    return rows[1:]


def in_quotes(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


# Reads the metadata of everything installed, so once.
DISTRIBUTIONS = packages_distributions()


def imported(path: Path) -> set[str]:
    """The distributions whose modules a file imports."""
    modules: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            modules |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            modules.add(node.module.partition(".")[0])
    return {plain(found) for module in modules for found in DISTRIBUTIONS.get(module, [])} - {"aps-catalog"}


def test_architecture_has_a_line_for_every_dependency() -> None:
    assert sorted(found for row in table("Dependencies") for found in in_quotes(row[0])) == runtime()


def test_a_library_is_imported_only_where_architecture_says() -> None:
    """The second column holds paths and globs; a library that no line names is imported nowhere."""
    where = {found: in_quotes(row[1]) for row in table("Dependencies") for found in in_quotes(row[0])}
    astray = [
        f"{name(path)}: {found}"
        for path in package()
        for found in sorted(imported(path))
        if not any(path.match(glob) for glob in where.get(found, []))
    ]
    assert astray == []


def test_tests_and_tools_import_what_is_pinned_for_them() -> None:
    groups = settings()["dependency-groups"]
    pinned = {*runtime(), *map(plain, [*groups["test"], *groups["bench"]])}
    others = [path for path in tracked() if path.suffix == ".py" and path not in package()]
    assert {f"{name(path)}: {found}" for path in others for found in imported(path) - pinned} == set()


def test_every_dependency_is_used() -> None:
    """Imported, or named in a setting or a text of the product: a theme, a font pack, a parser's back end."""
    code = {found for path in package() for found in imported(path)}
    named = "\n".join(path.read_text("utf-8") for path in [*package(), ROOT / "mkdocs.yml"])
    by_name = {"mkdocs-material": "name: material", "markdown": "markdown_extensions:"}
    unused = [
        found
        for found in runtime()
        if found not in code and by_name.get(found, found.replace("-", "_")) not in named
    ]
    assert unused == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_packages_and_hashes_alone(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert re.findall(r"https?:|file:|--find-links|--index|--trusted-host", text) == []
    pins = re.split(r"\n(?=\w)", re.sub(r"^ *#.*\n", "", text, flags=re.MULTILINE))
    assert [
        pin for pin in pins if not re.match(r"[\w.-]+==\S+[^\n]*\\\n +--hash=sha256:[0-9a-f]{64}", pin)
    ] == []


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        pytest.param("requirements.txt", runtime(), id="runtime"),
        pytest.param("requirements.txt", settings()["dependency-groups"]["build"], id="build"),
        pytest.param("requirements-test.txt", settings()["dependency-groups"]["test"], id="test"),
        pytest.param("requirements-test.txt", runtime(), id="runtime-for-tests"),
        pytest.param(
            "requirements-properdocs.txt",
            [*set(runtime()) - {"mkdocs"}, *settings()["dependency-groups"]["properdocs"]],
            id="runtime-with-properdocs",
        ),
    ],
)
def test_a_lock_holds_what_pyproject_asks_for(lock: str, wanted: list[str]) -> None:
    pinned = set(map(plain, re.findall(r"^[\w.-]+(?===)", (ROOT / lock).read_text("utf-8"), re.MULTILINE)))
    assert set(map(plain, wanted)) - pinned == set()


def test_tests_and_product_agree_on_versions() -> None:
    def pins(lock: str) -> Iterator[tuple[str, str]]:
        text = (ROOT / lock).read_text("utf-8")
        yield from re.findall(r"^([\w.-]+)==(\S+ (?:; [^\\]*)?)", text, re.MULTILINE)

    assert set(pins("requirements.txt")) <= set(pins("requirements-test.txt"))
    added = set(pins("requirements-properdocs.txt")) - set(pins("requirements.txt"))
    assert {name for name, _ in added} == {"properdocs"}


def test_properdocs_is_tried_without_mkdocs() -> None:
    assert not re.search(r"(?m)^mkdocs==", (ROOT / "requirements-properdocs.txt").read_text("utf-8"))


def test_every_tracked_lock_is_known() -> None:
    assert sorted(path.name for path in tracked() if re.fullmatch(r"requirements.*\.txt", path.name)) == LOCKS
