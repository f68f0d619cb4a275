"""The books that are compared: what the peers are given, what is counted, and the goals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import typst
from pypdf import PdfReader

from bench.entries import change, write
from bench.measure import Cost, Job
from bench.print import book
from bench.print.content import FACES, judged, write_common
from bench.print.run import measure
from bench.print.sources import write_typst, write_weasyprint
from bench.print.table import (
    ALONE,
    CHANGED,
    COMMAND,
    PREFLIGHT,
    TYPST,
    WEASYPRINT,
    Made,
    head,
    rows,
    verdicts,
)

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.model import Catalog


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """Thirty entries: three chapters of ten, names in six scripts."""
    folder = tmp_path_factory.mktemp("bench") / "entries"
    write(30, folder)
    return judged(folder)


def test_typst_makes_contents_heads_and_an_index_with_the_right_pages(
    catalog: Catalog, tmp_path: Path
) -> None:
    content = write_common(catalog, tmp_path)
    write_typst(content, tmp_path)
    typst.compile(
        tmp_path / "book.typ",
        output=tmp_path / "book.pdf",
        font_paths=[tmp_path / "fonts"],
        ignore_system_fonts=True,
    )
    reader = PdfReader(tmp_path / "book.pdf")
    texts = [re.sub(r"\s+", " ", page.extract_text()) for page in reader.pages]
    assert len(texts) == 1 + 1 + 3 * (1 + 3) + 1
    for at, chapter in enumerate(content["chapters"]):
        opener = 3 + 4 * at
        assert re.search(rf"{chapter['title']}[ .]*{opener}\b", texts[1])
        for number, page in enumerate(chapter["pages"], opener + 1):
            first, last = (" ".join(entry["latin"].split()[:3]) for entry in (page[0], page[-1]))
            assert re.search(rf"^{number} {first}.* – {last}", texts[number - 1])
            for entry in page:
                assert entry["pitch"][:40] in texts[number - 1]
                if entry["name"].isascii():
                    assert re.search(rf"{entry['name']} ?{number}\b", texts[-1]), entry["name"]
            vendor = page[0]["vendor"]
            assert re.search(rf"{vendor} ?[\d, ]*\b{number}\b", texts[-1]), vendor


def test_weasyprint_is_given_the_same_words(catalog: Catalog, tmp_path: Path) -> None:
    content = write_common(catalog, tmp_path)
    write_weasyprint(content, tmp_path)
    html = (tmp_path / "book.html").read_text("utf-8")
    assert html.count("<section ") == html.count('<path stroke="#000"') == html.count("<h2>") - 1 == 30
    assert all(f'href="#{entry.slug}"' in html for entry in catalog.entries)
    assert {path.stem for path in (tmp_path / "fonts").iterdir()} == set(FACES)
    assert len(list((tmp_path / "logos").iterdir())) == 30


def test_our_book_is_built_from_packed_entries(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.pack(catalog, tmp_path / "judged")
    monkeypatch.setattr(
        "sys.argv", ["book", str(tmp_path / "judged"), str(tmp_path / "out"), str(tmp_path / "cache")]
    )
    book.main()
    (made,) = (tmp_path / "out").glob("*.pdf")
    assert len(PdfReader(made).pages) % 4 == 0


def test_costs_are_those_of_whole_processes_and_a_failure_is_told(tmp_path: Path) -> None:
    jobs = [
        Job("writes", ["sh", "-c", "echo > out/log"], tmp_path, tmp_path / "out"),
        Job("fails", ["false"], tmp_path, tmp_path / "none"),
        Job("is missing", [str(tmp_path / "no-program")], tmp_path, tmp_path / "none"),
    ]
    found = measure(jobs, 2)
    assert isinstance(found["writes"], Made)
    assert (found["writes"].size, found["writes"].pages) == (0, 0)
    assert found["fails"] == found["is missing"] == "did not run here"


def test_one_entry_changes_and_is_still_accepted(tmp_path: Path) -> None:
    write(3, tmp_path / "entries")
    before = [entry.summary for entry in judged(tmp_path / "entries").entries]
    change(tmp_path / "entries", 2)
    after = [entry.summary for entry in judged(tmp_path / "entries").entries]
    assert [new for old, new in zip(before, after, strict=True) if old != new] == ["Changed for run 2"]


OURS = Made(Cost(1.0, 2.0, 100), 3_000_000, 400, press=True)


def test_a_row_has_costs_pages_and_the_ratio_to_ours() -> None:
    found: dict[str, Made | str] = {
        ALONE: OURS,
        TYPST: Made(Cost(3.0, 5.0, 200), 1_500_000, 300),
        PREFLIGHT: Made(Cost(1, 4, 9)),
        "x": "no",
    }
    assert list(rows(1_000, found)) == [
        "| 1,000 | **book alone** | 1.00 | 2.00 | 100 | 3.00 | 400 | 200 |  |",
        "| 1,000 | Typst | 3.00 | 5.00 | 200 | 1.50 | 300 | 60 | 2.5 × |",
        "| 1,000 | **preflight** | 1.00 | 4.00 | 9 |  |  |  | 2.0 × |",
        "| 1,000 | **x** | no | | | | | | |",
    ]
    assert {line.count("|") for line in [*head(), *rows(1_000, found)]} == {10}


def test_a_goal_is_met_up_to_its_limit() -> None:
    found: dict[str, Made | str] = {
        ALONE: OURS,
        TYPST: Made(Cost(1, 2.0, 199)),
        WEASYPRINT: Made(Cost(1, 50.0, 1)),
        PREFLIGHT: "did not run here",
        COMMAND: Made(Cost(1, 10.0, 1)),
        CHANGED: Made(Cost(1, 11.1, 1)),
    }
    told = {one.goal: (one.limit, one.measured, one.met) for one in verdicts(1_000, found)}
    assert told == {
        "press book, time to Typst's, 1,000": ("≤ 1.00 ×", "1.00 ×", True),
        "press book, time to WeasyPrint's, 1,000": ("≤ 0.04 ×", "0.04 ×", True),
        "press book, peak memory to Typst's, 1,000": ("≤ 0.50 ×", "0.50 ×", False),
        "preflight, time to the book's, 1,000": ("≤ 6.00 ×", "not measured", False),
    }
    later = {one.goal: one.met for one in verdicts(10_000, found)}
    assert later["press book, time to Typst's, 10,000"] is False
    assert later["one entry changed, time to none changed, 10,000"] is False
    assert list(verdicts(100, found)) == []


def test_a_book_for_the_screen_meets_no_goal_of_a_press_book() -> None:
    found: dict[str, Made | str] = {ALONE: OURS._replace(press=False), TYPST: Made(Cost(1, 9.0, 900))}
    assert {(one.measured, one.met) for one in verdicts(1_000, found)} == {
        ("0.22 ×, screen book", False),
        ("0.11 ×, screen book", False),
    }
