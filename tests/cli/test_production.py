"""The print team's options as typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from catalog.cli.production import production_of
from catalog.errors import UsageError
from tests.conftest import AS_OF, COMPLETE

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.print.production import Production
    from tests.conftest import CatalogFolder, RunBuild

TYPED: dict[str, Any] = {
    "press": False, "screen": False, "proof": False, "bleed": "3mm", "marks": "cut", "icc": None, "condition": None,
    "tac": 300, "pages_multiple": 4, "binding": None, "impose": False, "caliper": None, "data_merge": False,
    "preflight": True,
}  # fmt: skip


def asked(**options: object) -> Production:
    return production_of(**(TYPED | options))


def test_without_a_wish_press_and_screen_are_made() -> None:
    assert asked().intents == ("press", "screen")
    assert asked(proof=True).intents == ("proof",)
    assert asked(screen=True, press=True).intents == ("press", "screen")


@pytest.mark.parametrize(("typed", "mm"), [("3mm", 3.0), ("5", 5.0), ("0.125in", 3.175), ("9 pt", 3.175)])
def test_lengths_are_read_in_the_units_of_the_trade(typed: str, mm: float) -> None:
    assert asked(bleed=typed).bleed_mm == pytest.approx(mm)


def test_a_length_that_is_none_is_refused_with_an_example() -> None:
    with pytest.raises(UsageError, match=r"--bleed wide: write a length such as 3mm"):
        asked(bleed="wide")


def test_sheets_have_a_leaf_as_thick_as_is_said() -> None:
    assert asked().caliper_mm is None
    assert asked(impose=True).caliper_mm == pytest.approx(0.1)
    assert asked(impose=True, caliper="0.25mm").caliper_mm == pytest.approx(0.25)
    with pytest.raises(UsageError, match="add --impose"):
        asked(caliper="0.2mm")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--impose", "--binding", "perfect"), "only a saddle-stitched book"),
        (("--impose", "--caliper", "2mm"), "no paper is 2 mm thick"),
        (("--icc", "missing.icc"), "cannot be read"),
        (("--trim", "10x10mm"), "no page is drawn for the trim"),
    ],
)
def test_what_cannot_be_made_is_told_and_nothing_is_written(
    catalog_folder: CatalogFolder, run_build: RunBuild, tmp_path: Path, options: tuple[str, ...], told: str
) -> None:
    folder, output = catalog_folder({"wiki": COMPLETE}), tmp_path / "dist"
    run = run_build("print", "--press", *options, "--entries", folder, "--output", output, "--as-of", AS_OF)
    assert run.returncode == 2, run.stderr
    assert told in run.stderr
    assert not list(output.rglob("*.pdf"))


def test_a_book_comes_with_sheets_and_a_table_where_they_are_wanted(
    catalog_folder: CatalogFolder, run_build: RunBuild, tmp_path: Path
) -> None:
    folder, output = catalog_folder({"wiki": COMPLETE}), tmp_path / "dist"
    options = ("--press", "--impose", "--data-merge", "--marks", "--entries", folder, "--output", output)
    run = run_build("print", *options, "--as-of", AS_OF)
    assert run.returncode == 0, run.stdout + run.stderr
    made = sorted(
        path.relative_to(output / "print").as_posix() for path in output.rglob("*") if path.is_file()
    )
    assert [name for name in made if "/links/" not in name] == [
        "2012-spring-data-merge/aps-catalog-2012-spring-data-merge.csv",
        "aps-catalog-2012-spring-imposed.pdf",
        "aps-catalog-2012-spring-press.json",
        "aps-catalog-2012-spring-press.pdf",
    ]
