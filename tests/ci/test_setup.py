"""`.ci/setup` on machines that lack something: a path with few programs on it stands for the machine."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

OTHERS = dict.fromkeys(("pdftoppm", "qpdf", "gs", "node", "tsc"), "#!/bin/sh\n")
NOT_ROOT = "#!/bin/sh\necho 1000\n"
# What a version manager leaves on the path for a Python that is not there.
BROKEN_SHIM = "#!/bin/sh\necho 'python3.11: command not found' >&2\nexit 127\n"


def setup(
    folder: Path, programs: dict[str, str], *words: str, **env: str
) -> subprocess.CompletedProcess[str]:
    """Run .ci/setup from a copy of the folder with nothing on the path but `programs` and the plainest tools."""
    place = folder / "clone" / ".ci"
    place.mkdir(parents=True)
    shutil.copy(ROOT / ".ci" / "setup", place)
    path = folder / "bin"
    path.mkdir()
    for tool in ("bash", "dirname", "env", "mktemp", "rm", "tail"):
        (path / tool).symlink_to(str(shutil.which(tool)))
    for name, text in programs.items():
        (path / name).write_text(text)
        (path / name).chmod(0o755)
    return subprocess.run(
        [place / "setup", *words],
        env={"PATH": str(path), **env},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_missing_browser_is_named_with_the_command_that_installs_it(tmp_path: Path) -> None:
    run = setup(tmp_path, {"id": NOT_ROOT, "apt-get": "#!/bin/sh\n", **OTHERS}, "tools")
    assert run.returncode == 2
    assert "A tool that the tests need (chromium) is missing, and installing it needs root" in run.stderr
    assert "sudo apt-get update && sudo apt-get install --no-install-recommends chromium\n" in run.stderr


def test_a_browser_elsewhere_is_taken(tmp_path: Path) -> None:
    programs = {**OTHERS, "my-browser": "#!/bin/sh\n"}
    assert setup(tmp_path, programs, "tools", CHROMIUM="my-browser").returncode == 0


def test_a_machine_without_apt_is_told_to_install_by_itself(tmp_path: Path) -> None:
    run = setup(tmp_path, {}, "tools")
    assert run.returncode == 2
    assert (
        "A tool that the tests need (chromium poppler-utils qpdf ghostscript nodejs node-typescript) is missing"
        in run.stderr
    )
    assert "no apt-get" in run.stderr


def test_a_shim_for_an_absent_python_is_not_taken_for_one(tmp_path: Path) -> None:
    run = setup(tmp_path, {"python3.11": BROKEN_SHIM}, "venv", "requirements.txt")
    assert run.returncode == 2
    assert "Python 3.11 or later is missing" in run.stderr


def test_a_wrong_choice_of_python_is_named(tmp_path: Path) -> None:
    run = setup(tmp_path, {"old": BROKEN_SHIM}, "venv", "requirements.txt", PYTHON="old")
    assert run.returncode == 2
    assert "PYTHON=old is not a Python of 3.11 or later" in run.stderr


def test_apt_get_that_fails_is_not_taken_for_success(tmp_path: Path) -> None:
    failing = "#!/bin/sh\necho 'E: no network' >&2\nexit 100\n"
    run = setup(tmp_path, {"id": "#!/bin/sh\necho 0\n", "apt-get": failing}, "tools")
    assert run.returncode == 2
    assert "E: no network" in run.stderr
    assert "could not install chromium poppler-utils qpdf ghostscript nodejs node-typescript" in run.stderr


@pytest.mark.parametrize("words", [(), ("tolls",)])
def test_a_wrong_word_is_answered_with_the_usage(tmp_path: Path, words: tuple[str, ...]) -> None:
    run = setup(tmp_path, {}, *words)
    assert run.returncode == 2
    assert "usage: .ci/setup venv LOCK | tools | peers | properdocs" in run.stderr
