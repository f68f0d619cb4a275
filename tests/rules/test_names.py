"""Names, summaries, keywords and descriptions in the scripts of the world."""

from __future__ import annotations

import pytest

from catalog.model import Vendor
from catalog.rules.lookalikes import mixed_word, skeleton
from tests.rules.judging import DESCRIPTION, codes, entry, found


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({"summary": "Harbor-Sync!"}, ["APS229"], id="name with other marks"),
        pytest.param({"summary": "ＨＡＲＢＯＲ ＳＹＮＣ"}, ["APS229"], id="name in wide letters"),
        pytest.param({"summary": "Harbor Sync keeps files in step"}, ["APS412"], id="starts with the name"),
        pytest.param({"summary": "Harbor Syncing keeps files in step"}, [], id="starts with a longer word"),
        pytest.param({"summary": "中小企業向けの雲端備份"}, [], id="eleven signs of Chinese say enough"),
        pytest.param({"summary": "雲端備份"}, ["APS410"], id="four signs of Chinese"),
        pytest.param({"summary": "Syncs files, mail, notes, etc."}, [], id="abbreviation at the end"),
        pytest.param({"summary": "Works with products of Lemon Inc."}, [], id="company at the end"),
        pytest.param({"summary": "Keeps the files in step。"}, ["APS411"], id="ideographic full stop"),
        pytest.param(
            {"summary": "Tour at www.harbor.example today"}, ["APS408"], id="address without scheme"
        ),
        pytest.param({"summary": "Uses http and https for the files"}, [], id="the words http and https"),
        pytest.param({"name": "µTorrent Web"}, [], id="micro sign"),
        pytest.param({"name": "π Charts"}, [], id="a Greek letter that looks like no other"),
        pytest.param({"name": "Облако Plus"}, [], id="two words in two scripts"),
        pytest.param({"name": "iPhone版カレンダー"}, [], id="Latin in Japanese"),
        pytest.param({"name": "Sync Αpp"}, ["APS414"], id="Greek capital in a Latin word"),
        pytest.param({"name": "Оffice Suite"}, ["APS414"], id="Cyrillic capital in a Latin word"),
        pytest.param(
            {"vendor": Vendor(name="Нarbor Ltd", homepage="https://a.example/")},
            ["APS414"],
            id="vendor's name",
        ),
        pytest.param({"keywords": ("harbor",)}, ["APS415"], id="word of the name"),
        pytest.param({"keywords": ("File Sharing",)}, ["APS415"], id="category by name"),
        pytest.param({"keywords": ("collaboration/file-sharing",)}, ["APS415"], id="category by id"),
        pytest.param({"keywords": ("harb", "syncing", "C#")}, [], id="parts and other words"),
        pytest.param({"keywords": ("???",)}, [], id="no letter at all"),
        pytest.param({"name": "Box C++", "keywords": ("C#",)}, [], id="two languages of one letter"),
    ],
)
def test_short_texts(changes: dict[str, object], expected: list[str]) -> None:
    assert codes(entry(**changes)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Short.\n\n" + DESCRIPTION, ["APS406"], id="first paragraph short"),
        pytest.param("- " + DESCRIPTION, [], id="a list at once"),
        pytest.param("Short:\n- " + DESCRIPTION, ["APS406"], id="a list right below"),
        pytest.param(
            "[Harbor](https://harbor.example/" + "a" * 90 + ") is good.",
            ["APS406"],
            id="an address is no text",
        ),
        pytest.param(
            "雲端備份服務讓小型企業可以把所有的檔案保存在一個安全的地方並且隨時取回任何舊的版本真的很好用",
            [],
            id="Chinese",
        ),
        pytest.param(DESCRIPTION + "\n\n> quoted", ["APS405"], id="quotation"),
        pytest.param(DESCRIPTION + "\n\n    code", ["APS405"], id="indented code"),
        pytest.param(DESCRIPTION + "\n\n```\ncode\n```", ["APS405"], id="fenced code"),
        pytest.param(DESCRIPTION + "\n\n---\n\nMore.", ["APS405"], id="rule"),
        pytest.param(DESCRIPTION + "\n\nTitle\n=====", ["APS403"], id="underlined heading"),
        pytest.param(DESCRIPTION + " <!-- note -->", ["APS402"], id="comment"),
        pytest.param(DESCRIPTION + " 1 < 2 and 3 > 2, a&b &lt; `<b>`.", [], id="signs that are meant"),
        pytest.param(DESCRIPTION + " {{ 7*7 }} {% raw %} ${HOME}", [], id="signs of templates"),
    ],
)
def test_descriptions(text: str, expected: list[str]) -> None:
    assert codes(entry(description=text)) == expected


def test_html_that_is_opened_and_closed_is_one_fault() -> None:
    text = f"{DESCRIPTION} It is <b>very</b> good."
    assert [(problem.code, problem.offset) for problem in found(entry(description=text))] == [
        ("APS402", text.index("<b>"))
    ]


def test_a_text_full_of_html_is_told_ten_times() -> None:
    assert codes(entry(description=DESCRIPTION + " <b>" * 500)) == ["APS402"] * 10


@pytest.mark.parametrize(
    ("one", "other"),
    [("Раураl", "Paypal"), ("Ѕkуре", "skype"), ("Ηarbor Sync", "harborsync"), ("Ｂox", "BOX")],
)
def test_names_that_look_alike_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_the_stranger_in_a_word_is_named() -> None:
    assert mixed_word("A Hаrbor") == (2, "Hаrbor", "а")
    assert mixed_word("Москвa") == (0, "Москвa", "a")
    assert mixed_word("Größe Łódź Ђорђе") is None
