from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from catalog.print.grid import span
from catalog.print.layout.block import Overset
from catalog.print.layout.copyfit import Copy, Fitted, Said, fit

if TYPE_CHECKING:
    from catalog.print.typography.typeset import Typesetter

TEXT_WIDTH = span(6)
WORDS = "Sell the backup that restores itself every week and proves it with a report under your own name. "


def said(length: int, text: str = WORDS) -> Said:
    return Said((text * 40)[:length].strip(), "en")


def copy(pitch: int, highlights: int = 0, *, lead: bool = True, **parts: object) -> Copy:
    points = tuple(Said("Restores itself every single week", "en", point=True) for _ in range(highlights))
    given = {
        "lead": said(60) if lead else None,
        "must_lead": False,
        "pitch": said(pitch),
        "highlights": points,
        "claim": False,
    }
    return Copy(**(given | parts))  # type: ignore[arg-type]


def alone(pitch: Said) -> Copy:
    return Copy(lead=None, must_lead=False, pitch=pitch, highlights=(), claim=False)


FitCopy = Callable[..., Fitted]


@pytest.fixture
def fitted(typesetter: Typesetter) -> FitCopy:
    def run(made: Copy, rows: int = 11) -> Fitted:
        result = fit(made, rows, TEXT_WIDTH, typesetter)
        assert isinstance(result, Fitted)
        assert len(result.rows) <= rows
        return result

    return run


def texts(result: Fitted) -> list[str]:
    return [row.line.text.strip() if row else "" for row in result.rows]


def test_a_short_pitch_has_its_summary_its_highlights_and_air(fitted: FitCopy) -> None:
    result = fitted(copy(250, 3))
    assert (result.size, result.dropped) == (9, 0)
    assert texts(result)[0].startswith("Sell the backup")
    assert "" in texts(result)
    assert sum(row.bullet for row in result.rows if row) == 3


def test_the_empty_line_goes_before_the_summary_and_both_before_the_size(fitted: FitCopy) -> None:
    tried = [(length, fitted(copy(length, 3))) for length in range(100, 551, 10)]
    sizes = [(length, result) for length, result in tried if not result.dropped]
    assert [result.size for _, result in sizes] == sorted((result.size for _, result in sizes), reverse=True)
    first_small = next(result for _, result in sizes if result.size < 9)
    before = [result for _, result in sizes if result.size == 9]
    assert "" in texts(before[0])
    assert "" not in texts(before[-1])
    assert first_small.dropped == 0


def test_the_schemas_longest_pitch_fits_a_quarter_with_three_highlights(fitted: FitCopy) -> None:
    result = fitted(copy(450, 3))
    assert (result.size, result.dropped) == (9, 0)


def test_a_line_less_costs_that_pitch_one_highlight(fitted: FitCopy) -> None:
    result = fitted(copy(450, 3), rows=10)
    assert (result.dropped, result.over) == (1, 1)


def test_highlights_go_whole_and_the_text_takes_the_room_they_leave(fitted: FitCopy) -> None:
    long = tuple(Said(WORDS[:95].strip(), "en", point=True) for _ in range(3))
    result = fitted(Copy(lead=said(60), must_lead=False, pitch=said(420), highlights=long, claim=False))
    assert 0 < result.dropped < 3
    assert sum(row.bullet for row in result.rows if row) == 3 - result.dropped


def test_a_text_that_fits_at_no_size_says_how_much_is_over(typesetter: Typesetter) -> None:
    result = fit(copy(900), 11, TEXT_WIDTH, typesetter)
    assert isinstance(result, Overset)
    assert result.field == "pitch"
    assert 100 < result.over < 400


def test_no_text_is_ever_shortened(fitted: FitCopy) -> None:
    for length in (100, 300, 450, 600):
        result = fitted(copy(length, 3))
        assert said(length).text in " ".join(texts(result))


def test_the_claim_of_an_unclaimed_entry_is_never_dropped(fitted: FitCopy) -> None:
    result = fitted(Copy(lead=said(60), must_lead=True, pitch=None, highlights=(), claim=True))
    assert any(row.beside_bar for row in result.rows if row)
    assert "Listed from public facts." in texts(result)


def test_more_comes_in_whole_paragraphs(fitted: FitCopy) -> None:
    more = (said(300), said(300), Said("A point", "en", point=True), said(3000))
    result = fitted(copy(200, 2, lead=False, more=more), rows=25)
    joined = " ".join(texts(result))
    assert "What it does" in joined
    assert joined.count(said(300).text) == 2
    assert "A point" in joined


def test_more_that_has_no_room_leaves_no_head_behind(fitted: FitCopy) -> None:
    result = fitted(copy(200, 2, lead=False, more=(said(3000),)), rows=23)
    assert "What it does" not in texts(result)


@pytest.mark.parametrize(
    ("signs", "expected"),
    [("朝顔勤怠の在庫帳販売店は自社の名前で提供でき毎月の利用料がそのまま収益になります", 210)],
)
def test_a_japanese_pitch_of_210_signs_fits_a_quarter(
    typesetter: Typesetter, signs: str, expected: int
) -> None:
    pitch = Said((signs * 10)[:expected], "ja")
    result = fit(alone(pitch), 8, TEXT_WIDTH, typesetter)
    assert isinstance(result, Fitted)
    over = fit(alone(Said((signs * 20)[:450], "ja")), 11, TEXT_WIDTH, typesetter)
    assert isinstance(over, Overset)
