"""Documents that nothing checks go stale: their paths exist, their commands run."""

from __future__ import annotations

import itertools
import re
import subprocess
import sys

import pytest

from tests.conftest import ROOT

DOCUMENTS = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"]
PROGRAM = "python build.py"
# Entries that a document has its reader make.
EXAMPLES = ("entries/harbor-sync/", "entries/example-wiki/")
# Commands that a reader knows from elsewhere.
KNOWN = re.compile(r"git |cd |\$EDITOR |\.ci/run$")


def read(document: str) -> str:
    return (ROOT / document).read_text("utf-8")


def commands(document: str) -> list[str]:
    """The command lines in a document's `sh` blocks, without their comments."""
    blocks = re.findall(r"^```sh\n(.*?)^```", read(document), flags=re.MULTILINE | re.DOTALL)
    lines = (line.partition("  #")[0].strip() for block in blocks for line in block.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


COMMANDS = sorted({command for document in DOCUMENTS for command in commands(document)})


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_names_paths_that_exist(document: str) -> None:
    """Links, and words in backquotes that start with the name of something at the top and hold a slash."""
    text = re.sub(r"^```.*?^```", "", read(document), flags=re.MULTILINE | re.DOTALL)
    top = {path.name for path in ROOT.iterdir()} - {"dist"}
    quoted = re.findall(r"`([\w.*-]+(?:/[\w.*-]+)*/?)`", text)
    paths = [
        path for path in quoted if path.partition("/")[0] in top or path.endswith((".py", ".md", ".yml"))
    ]
    links = [link for link in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in link]
    roots = ("", "catalog/", "catalog/*/", "docs/")
    assert [
        path
        for path in dict.fromkeys([*links, *paths])
        if not path.startswith(EXAMPLES)
        and not any(any(ROOT.glob(root + path.rstrip("/"))) for root in roots)
    ] == []


@pytest.mark.parametrize("command", [command for command in COMMANDS if command.startswith("make")])
def test_a_documented_make_target_exists(command: str) -> None:
    run = subprocess.run([*command.split(), "-n"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize("command", [command for command in COMMANDS if PROGRAM in command])
def test_a_documented_command_of_the_program_exists(command: str) -> None:
    words = command.partition(PROGRAM)[2].split()
    verb = list(itertools.takewhile(str.isalpha, words[:1]))
    run = subprocess.run(
        [sys.executable, "build.py", *verb, "--help"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    options = [word.partition("=")[0] for word in words if word.startswith("--")]
    assert [option for option in options if option not in run.stdout] == []


def test_documents_hold_no_other_kind_of_command() -> None:
    assert [
        command
        for command in COMMANDS
        if not command.startswith("make") and PROGRAM not in command and not KNOWN.match(command)
    ] == []


def test_the_two_commands_come_first() -> None:
    assert commands("README.md")[:2] == ["make", "make test"]


def test_the_changelog_knows_the_version() -> None:
    version = re.search(r'^__version__ = "(.+)"$', read("catalog/__init__.py"), re.MULTILINE)
    assert version
    assert re.search(rf"^## \[(?:Unreleased|{re.escape(version[1])})\]", read("CHANGELOG.md"), re.MULTILINE)
