"""`preflight` as people and other programs call it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from pikepdf import String

from tests.print.preflight.press import press_file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import RunBuild


def test_a_right_file_passes(run_build: RunBuild, tmp_path: Path) -> None:
    press_file().save(tmp_path / "book.pdf")
    done = run_build("preflight", tmp_path / "book.pdf")
    assert (done.returncode, done.stdout) == (0, f"{tmp_path / 'book.pdf'}: 0 errors, 0 warnings\n")


def test_an_error_is_one_line_and_fails(run_build: RunBuild, tmp_path: Path) -> None:
    press_file(b"0.9 0.9 0.9 0.42 k 100 320 20 20 re f").save(tmp_path / "book.pdf")
    done = run_build("preflight", tmp_path / "book.pdf")
    assert done.returncode == 1
    assert done.stdout.startswith("page 1: error: total-ink: 312 % at (24, 47) mm, more than 300 %; ")
    assert run_build("preflight", "--tac", "320", tmp_path / "book.pdf").returncode == 0


def test_warnings_fail_only_when_strict(run_build: RunBuild, tmp_path: Path) -> None:
    press_file(b"0 g BT /F 10 Tf 100 320 Td <0001> Tj ET").save(tmp_path / "book.pdf")
    assert run_build("preflight", tmp_path / "book.pdf").returncode == 0
    assert run_build("preflight", "--strict", tmp_path / "book.pdf").returncode == 1


def test_json_is_a_list_of_findings(run_build: RunBuild, tmp_path: Path) -> None:
    pdf = press_file()
    pdf.trailer.Info.Title = String("Other")
    pdf.save(tmp_path / "book.pdf")
    (found,) = json.loads(run_build("preflight", "--format", "json", tmp_path / "book.pdf").stdout)
    assert (found["check"], found["severity"], found["page"], found["entry"]) == (
        "metadata", "error", None, None,
    )  # fmt: skip


def test_a_strange_json_beside_the_file_is_passed_over(run_build: RunBuild, tmp_path: Path) -> None:
    press_file().save(tmp_path / "book.pdf")
    (tmp_path / "book.json").write_text("[]")
    done = run_build("preflight", tmp_path / "book.pdf")
    assert done.returncode == 0
    assert "passed over" in done.stderr


def test_a_broken_file_is_told_without_a_traceback(run_build: RunBuild, tmp_path: Path) -> None:
    pdf = press_file()
    pdf.Root.Metadata.write(b"<x>no XMP</y>")
    pdf.save(tmp_path / "book.pdf")
    done = run_build("preflight", "--quiet", tmp_path / "book.pdf")
    assert (done.returncode, done.stderr) == (1, "")
    assert "XMP has no dc:title" in done.stdout


@pytest.mark.parametrize("arguments", [["nowhere.pdf"], [], ["--kind", "proof", "book.pdf"]])
def test_wrong_usage_is_told(run_build: RunBuild, arguments: list[str]) -> None:
    assert run_build("preflight", *arguments).returncode == 2


def test_a_manifest_that_is_none_is_wrong_usage(run_build: RunBuild, tmp_path: Path) -> None:
    press_file().save(tmp_path / "book.pdf")
    (tmp_path / "other.json").write_text("[]")
    done = run_build("preflight", "--manifest", tmp_path / "other.json", tmp_path / "book.pdf")
    assert done.returncode == 2
    assert "no manifest of a book" in done.stderr
