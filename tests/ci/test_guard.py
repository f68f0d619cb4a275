"""What a vendor's pull request may touch."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

GUARD = Path(__file__).parents[2] / ".ci" / "guard.py"


class Repository:
    """A repository with a main branch of one entry, and a branch on top of it that a test fills."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.git("init", "-q", "-b", "main")
        self.write("entries/one/entry.yaml", "name: One\n")
        self.write("entries/two/entry.yaml", "name: Two\n")
        self.write("build.py", "pass\n")
        self.commit()
        self.git("checkout", "-q", "-b", "change")

    def git(self, *arguments: str) -> None:
        identity = ["-c", "user.name=Vendor", "-c", "user.email=vendor@vendor.example"]
        subprocess.run(["git", *identity, *arguments], cwd=self.folder, check=True, capture_output=True)

    def write(self, path: str, text: str) -> Path:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        return file

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "Change")

    def guard(self, base: str = "main", **environment: str) -> tuple[int, str]:
        self.commit()
        done = subprocess.run(
            [sys.executable, str(GUARD), base], cwd=self.folder, capture_output=True, text=True, check=False,
            env={**{key: value for key, value in os.environ.items() if key != "GITHUB_ACTIONS"}, **environment},
        )  # fmt: skip
        return done.returncode, done.stdout + done.stderr


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def test_a_new_entry_may_enter(repository: Repository) -> None:
    repository.write("entries/three/entry.yaml", "name: Three\n")
    repository.write("entries/three/logo.svg", "<svg/>\n")
    assert repository.guard() == (0, "2 changed files, in entries/three\n")


def test_a_changed_entry_may_enter(repository: Repository) -> None:
    repository.write("entries/one/entry.yaml", "name: Uno\n")
    assert repository.guard()[0] == 0


def test_a_moved_entry_may_enter(repository: Repository) -> None:
    repository.git("mv", "entries/one", "entries/uno")
    assert repository.guard() == (0, "2 changed files, in entries/one and entries/uno\n")


def test_what_others_changed_on_the_main_branch_does_not_count(repository: Repository) -> None:
    repository.write("entries/one/entry.yaml", "name: Uno\n")
    repository.commit()
    repository.git("checkout", "-q", "main")
    repository.write("build.py", "print()\n")
    repository.commit()
    repository.git("checkout", "-q", "change")
    repository.write("entries/one/notes.txt", "\n")
    assert repository.guard()[0] == 0


@pytest.mark.parametrize(
    "path", ["build.py", ".github/workflows/ci.yml", "entries/README.md", "Entries/one/x"]
)
def test_a_file_outside_the_entry_may_not(repository: Repository, path: str) -> None:
    repository.write("entries/one/entry.yaml", "name: Uno\n")
    repository.write(path, "changed\n")
    status, said = repository.guard()
    assert status == 1
    assert f"error: {path} lies outside the entry's folder" in said


def test_a_file_that_is_removed_outside_the_entry_may_not(repository: Repository) -> None:
    (repository.folder / "build.py").unlink()
    assert repository.guard()[0] == 1


def test_two_entries_may_not(repository: Repository) -> None:
    repository.write("entries/one/entry.yaml", "name: Uno\n")
    repository.write("entries/two/entry.yaml", "name: Due\n")
    status, said = repository.guard()
    assert status == 1
    assert "entries/one is one of several entries; send one pull request for each" in said


def test_a_symbolic_link_may_not(repository: Repository) -> None:
    (repository.folder / "entries/one/logo.svg").symlink_to("/etc/passwd")
    status, said = repository.guard()
    assert status == 1
    assert "entries/one/logo.svg is a symbolic link" in said


def test_an_executable_file_may_not(repository: Repository) -> None:
    repository.write("entries/one/logo.svg", "<svg/>").chmod(0o755)
    status, said = repository.guard()
    assert status == 1
    assert "an executable file" in said


def test_a_submodule_may_not(repository: Repository) -> None:
    nested = repository.folder / "entries/one/nested"
    nested.mkdir()
    subprocess.run(["git", "init", "-q"], cwd=nested, check=True)
    identity = ["-c", "user.name=V", "-c", "user.email=v@v.example"]
    subprocess.run(["git", *identity, "commit", "-q", "--allow-empty", "-m", "X"], cwd=nested, check=True)
    status, said = repository.guard()
    assert status == 1
    assert "entries/one/nested is a submodule" in said


def test_a_file_name_cannot_write_a_command_into_the_log(repository: Repository) -> None:
    repository.write("entries/one/a\n::set-output name=x::y%0A\x1b[31m", "x")
    repository.write("::error::x", "x")
    status, said = repository.guard(GITHUB_ACTIONS="true")
    assert status == 1
    assert all(line.startswith(("::error::", "A vendor's")) for line in said.splitlines())
    assert "\x1b" not in said


def test_a_commit_that_git_does_not_know_is_told(repository: Repository) -> None:
    repository.write("entries/one/entry.yaml", "name: Uno\n")
    status, said = repository.guard("nowhere")
    assert status == 2
    assert "git cannot compare nowhere and HEAD" in said
