from __future__ import annotations

from typing import TYPE_CHECKING

from bench.results import with_section, write_section

if TYPE_CHECKING:
    from pathlib import Path

TWO = "# Benchmark\n\n## One\n\nfirst\n\n## Two\n\nsecond\n"


def test_a_section_takes_the_place_of_the_one_under_its_heading() -> None:
    assert (
        with_section(TWO, "One", ["new", "", "lines"])
        == "# Benchmark\n\n## One\n\nnew\n\nlines\n\n## Two\n\nsecond\n"
    )


def test_a_new_section_comes_last() -> None:
    assert with_section(TWO, "Three", ["third"]) == TWO + "\n## Three\n\nthird\n"


def test_a_heading_inside_another_is_no_heading() -> None:
    assert with_section("# Benchmark\n\n## One more\n\ntext\n", "One", ["x"]).count("## One") == 2


def test_writing_twice_is_writing_once(tmp_path: Path) -> None:
    path = tmp_path / "RESULTS.md"
    for _ in range(2):
        write_section(path, "One", ["first"])
        write_section(path, "Two", ["second"])
    assert path.read_text("utf-8") == TWO
