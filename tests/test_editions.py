from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from catalog.editions import (
    Edition,
    current_edition,
    decode_edition,
    edition_of,
    frozen_ids,
    next_edition,
    own_trim,
    read_editions,
)
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.findings import Finding

AUTUMN = Edition("2026-autumn", "Autumn 2026", date(2026, 9, 1), date(2026, 8, 15))
SPRING = Edition("2027-spring", "Spring 2027", date(2027, 3, 1), date(2027, 2, 15))

WHOLE = """\
title: Spring 2027
published: 2027-03-01
cutoff: 2027-02-15
trim: Letter
foreword: Welcome.
sections: [index]
features: [harbor-sync]
halves: [quay-notes]
listings: [wharf-mail, wharf-chat]
size: listing
enlarge: false
"""


def decode(text: str, edition_id: str = "2027-spring") -> tuple[Edition | None, list[Finding]]:
    return decode_edition(text.encode(), edition_id, f"editions/{edition_id}.yaml")


def test_a_file_becomes_an_edition() -> None:
    edition, findings = decode(WHOLE)
    assert not findings
    assert edition == Edition(
        "2027-spring",
        "Spring 2027",
        date(2027, 3, 1),
        date(2027, 2, 15),
        "Letter",
        "Welcome.",
        ("index",),
        ("harbor-sync",),
        ("quay-notes",),
        ("wharf-mail", "wharf-chat"),
        "listing",
        enlarge=False,
    )


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (WHOLE.replace("2027-03-01", "1 March"), 2, "a date belongs here"),
        (WHOLE.replace("cutoff: 2027-02-15\n", ""), 1, '"cutoff" is missing'),
        (WHOLE.replace("2027-02-15", "2027-03-15"), 3, "cut-off lies after the publication"),
        (WHOLE.replace("Letter", "A6"), 4, '"A6" is not a known trim'),
        (WHOLE.replace("title", "titel"), 1, 'unknown field "titel"'),
        (WHOLE.replace("[index]", "[indexes]"), 6, '"indexes" is not a known section'),
        (WHOLE + "title: Again\n", 12, "title"),
        (WHOLE.replace("Letter", "90x100mm"), 4, '"90x100mm" is not a known trim'),
        (WHOLE.replace("size: listing", "size: half"), 10, '"half" is not a known size'),
        (WHOLE.replace("quay-notes", "Quay Notes"), 8, "is not a slug"),
        ("", 1, "empty"),
    ],
)
def test_a_fault_is_named_at_its_place(text: str, line: int, said: str) -> None:
    edition, findings = decode(text)
    assert edition is None
    assert any(said in finding.message and finding.span.line == line for finding in findings), findings
    assert all(finding.path == "editions/2027-spring.yaml" for finding in findings)


def test_a_trim_may_be_of_the_editions_own() -> None:
    edition, findings = decode(WHOLE.replace("Letter", "170x240mm"))
    assert not findings
    assert edition
    assert edition.trim == "170x240mm"
    assert own_trim(edition.trim) == (170, 240)


def test_an_entry_of_two_sizes_is_told_and_gets_the_larger() -> None:
    edition, findings = decode(WHOLE.replace("[wharf-mail, wharf-chat]", "[wharf-mail, quay-notes]"))
    assert edition
    assert edition.named["quay-notes"] == "half"
    ((code, line),) = [(finding.code, finding.span.line) for finding in findings]
    assert (code, line) == ("APS208", 9)


def test_the_file_name_is_the_id_and_must_be_one() -> None:
    edition, findings = decode(WHOLE, "spring-2027")
    assert edition is None
    assert "<year>-spring.yaml" in findings[0].help


def test_the_editions_of_this_repository_are_in_order_and_clean() -> None:
    editions, findings = read_editions(ROOT / "editions")
    assert not findings
    assert [edition.id for edition in editions][:2] == ["2026-autumn", "2027-spring"]


def test_no_folder_holds_no_edition(tmp_path: Path) -> None:
    assert read_editions(tmp_path / "editions") == ((), [])


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (date(2026, 8, 1), "2026-autumn"),
        (date(2026, 9, 1), "2026-autumn"),
        (date(2026, 9, 2), "2027-spring"),
        (date(2027, 3, 1), "2027-spring"),
        (date(2028, 1, 1), "2027-spring"),
    ],
)
def test_the_current_edition_is_the_next_to_be_published_or_else_the_last(as_of: date, expected: str) -> None:
    assert current_edition([SPRING, AUTUMN], as_of).id == expected


def test_without_editions_the_day_makes_one() -> None:
    assert current_edition([], date(2012, 5, 15)) == edition_of(date(2012, 5, 15))
    assert edition_of(date(2012, 5, 15)).id == "2012-spring"
    assert edition_of(date(2012, 7, 1)).title == "Autumn 2012"


def test_codes_are_short_and_tell_the_season() -> None:
    assert [AUTUMN.code, SPRING.code] == ["26a", "27s"]


def test_the_next_edition_is_the_one_published_after() -> None:
    assert next_edition([SPRING, AUTUMN], AUTUMN) is SPRING
    assert next_edition([SPRING, AUTUMN], SPRING) is None


def test_frozen_editions_stand_in_the_order_of_time(tmp_path: Path) -> None:
    for name in ("2026-autumn", "2027-autumn", "2027-spring"):
        (tmp_path / "frozen" / name).mkdir(parents=True)
        (tmp_path / "frozen" / name / "manifest.json").write_text("{}")
    (tmp_path / "frozen" / "2028-spring").mkdir()
    assert frozen_ids(tmp_path) == ("2026-autumn", "2027-spring", "2027-autumn")
