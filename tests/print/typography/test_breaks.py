from __future__ import annotations

import itertools

import pytest

from catalog.print.typography.breaks import cuts, opportunities


def parts(text: str) -> list[str]:
    places = [0, *opportunities(text), len(text)]
    return [text[start:end] for start, end in itertools.pairwise(places)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("two words", ["two ", "words"], id="space"),
        pytest.param("two   words", ["two   ", "words"], id="run of spaces"),
        pytest.param("no\u00a0break", ["no\u00a0break"], id="no-break space"),
        pytest.param("open-source", ["open-", "source"], id="hyphen between words"),
        pytest.param("and/or", ["and/", "or"], id="slash between words"),
        pytest.param("24/7 e-mail", ["24/7 ", "e-mail"], id="numbers and single letters stay"),
        pytest.param("this—that", ["this—", "that"], id="dash without spaces"),
        pytest.param("日本語", ["日", "本", "語"], id="between Han signs"),
        pytest.param("一覧です。次", ["一", "覧", "で", "す。", "次"], id="full stop never first"),
        pytest.param("は「統合」が", ["は", "「統", "合」", "が"], id="brackets stay with their words"),
        pytest.param("データ", ["デー", "タ"], id="long vowel mark never first"),
        pytest.param("ちょっと", ["ちょっ", "と"], id="small kana never first"),
        pytest.param("AAA日本", ["AAA", "日", "本"], id="Latin word beside Han"),
        pytest.param("한국어 카탈로그", ["한국어 ", "카탈로그"], id="Korean at spaces"),
        pytest.param("ที่น้ำ", ["ที่", "น้ำ"], id="Thai clusters"),
        pytest.param("ไทย", ["ไท", "ย"], id="Thai leading vowel"),
        pytest.param("คำ", ["คำ"], id="Thai trailing vowel"),
        pytest.param("ខ្មែរ", ["ខ្មែ", "រ"], id="Khmer stacked consonant"),
    ],
)
def test_lines_may_end(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


def test_a_word_is_never_cut_before_a_mark_or_joiner() -> None:
    assert cuts("e\u0301a") == [2]
    assert cuts("👩\u200d👧x") == [3]
    assert cuts("कि") == []
