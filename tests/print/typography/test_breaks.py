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
        pytest.param("人々が", ["人々", "が"], id="iteration mark never first"),
        pytest.param("アイヌㇰ語", ["ア", "イ", "ヌㇰ", "語"], id="small kana of Ainu never first"),
        pytest.param("ﾃﾞｰﾀ表", ["ﾃﾞｰ", "ﾀ", "表"], id="half-width kana"),
        pytest.param("管理・運用", ["管", "理・", "運", "用"], id="middle dot never first"),
        pytest.param("本当！？はい", ["本", "当！？", "は", "い"], id="two marks stay together"),
        pytest.param("〝表〟は", ["〝表〟", "は"], id="slanted quotes"),
        pytest.param("約２，０２６年", ["約", "２，０２６", "年"], id="full-width number"),
        pytest.param("計５０％増", ["計", "５０％", "増"], id="percent stays with its number"),
        pytest.param("幅30㎜の", ["幅", "30㎜", "の"], id="unit stays with its number"),
        pytest.param("ＰＬＥＳＫ版", ["ＰＬＥＳＫ", "版"], id="word in full-width letters"),
        pytest.param("価格￥500から", ["価", "格", "￥500", "か", "ら"], id="currency stays with its number"),
        pytest.param("一——二", ["一", "——", "二"], id="doubled dash"),
        pytest.param("等……等", ["等……", "等"], id="doubled dots"),
        pytest.param("くり〳〵返す", ["く", "り", "〳〵", "返", "す"], id="halves of a mark"),
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
