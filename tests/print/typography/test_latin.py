from __future__ import annotations

import pytest

from catalog.model import Vendor
from catalog.print.typography.latin import is_latin, latin_name, latin_vendor, web_address
from tests.print.small import entry_of


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Harbor Sync", True),
        ("Łódź Faktury", True),
        ("1C:Enterprise", True),
        ("1С:Предприятие", False),
        ("2048", True),
        ("朝顔勤怠", False),
        ("دفتر", False),
        ("Nimbus（Shanghai）", True),
        ("Ａbc", True),
    ],
)
def test_the_first_letter_decides(name: str, expected: bool) -> None:  # noqa: FBT001 - a table of examples
    assert is_latin(name) is expected


def test_an_entry_in_another_script_is_called_by_its_slug() -> None:
    assert latin_name(entry_of("asagao-kintai", name="朝顔勤怠")) == "Asagao Kintai"
    assert latin_name(entry_of("odz", name="Łódź")) == "Łódź"


def test_a_vendor_in_another_script_is_called_by_its_host() -> None:
    assert (
        latin_vendor(Vendor(name="朝顔システム", homepage="https://www.asagao.example/jp/"))
        == "asagao.example"
    )
    assert latin_vendor(Vendor(name="Birch & Sons", homepage="https://birch.example/")) == "Birch & Sons"


def test_a_host_in_another_script_is_transliterated() -> None:
    assert latin_vendor(Vendor(name="Час", homepage="https://час.example/")).isascii()
    assert latin_vendor(Vendor(name="Час", homepage="https://xn--80a7a.example/")) == "Chas"


@pytest.mark.parametrize("address", ["https://birch.example/apps/", "http://birch.example/apps"])
def test_a_web_address_is_shown_without_its_scheme_and_last_slash(address: str) -> None:
    assert web_address(address) == "birch.example/apps"
