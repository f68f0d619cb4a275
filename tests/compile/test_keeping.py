"""The cache of judged entries: it saves work and changes nothing."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.compile import Further, compile_catalog
from catalog.compile.judge import Question
from catalog.compile.keeping import Shelf, grouped, key_of
from tests.conftest import COMPLETE, LOGO, write_catalog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from catalog.compile import Compilation
    from catalog.model import Catalog, Entry

DAY = date(2012, 5, 15)
COUNT = 60
SPOILED = COMPLETE.replace("type: webspace", "type: cloud")


def _entry(number: int, text: str = COMPLETE) -> str:
    return text.replace("Example Wiki\n", f"Wiki {number}\n", 1)


@pytest.fixture
def entries(tmp_path: Path) -> Path:
    """A catalog that is large enough for the cache; its last entry has an error."""
    texts = {f"wiki-{number:02}": _entry(number) for number in range(COUNT)}
    return write_catalog(tmp_path / "one", texts | {"wiki-99": _entry(99, SPOILED)})


@pytest.fixture
def judge(tmp_path: Path) -> Callable[..., tuple[Compilation, int]]:
    """What came of a folder, and how many files of the cache are new."""
    folder = tmp_path / "cache"

    def compile_(entries: Path, day: date = DAY) -> tuple[Compilation, int]:
        before = set(folder.glob("*.judged"))
        shelf = Shelf(folder)
        made = compile_catalog(entries, day, shelf=shelf)
        assert shelf.ignored == 0
        return made, len(set(folder.glob("*.judged")) - before)

    return compile_


def _unhashed(made: Compilation) -> Compilation:
    """What was made, without the hash of what it was made from, which only a shelf tells."""
    return made._replace(catalog=msgspec.structs.replace(made.catalog, read=b""))


def test_the_second_check_says_the_same_and_judges_nothing(
    entries: Path, judge: Callable[..., tuple[Compilation, int]]
) -> None:
    plain = compile_catalog(entries, DAY)
    assert plain.findings
    for expected in (1, 0):
        made, new = judge(entries)
        assert _unhashed(made) == plain
        assert new == expected


def test_what_entries_have_alike_is_held_once(
    entries: Path, judge: Callable[..., tuple[Compilation, int]]
) -> None:
    made, _ = judge(entries)
    first, *others = made.catalog.entries
    assert first.deployment is not None
    for entry in others:
        assert entry.deployment is first.deployment
        assert entry.regions is first.regions
        assert entry.name != first.name


def test_another_checkout_finds_what_the_first_left(
    entries: Path, tmp_path: Path, judge: Callable[..., tuple[Compilation, int]]
) -> None:
    judge(entries)
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    made, new = judge(tmp_path / "two" / "entries")
    assert new == 0
    assert _unhashed(made) == compile_catalog(tmp_path / "two" / "entries", DAY)


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "wiki-03/entry.yaml").write_text(
            _entry(3, COMPLETE.replace("1.10", "1.11"))
        ),
        lambda folder: (folder / "wiki-03/logo.svg").write_text(LOGO.replace("#ffffff", "#eeeeee")),
        lambda folder: (folder / "wiki-03/logo.svg").rename(folder / "wiki-03/mark.svg"),
        lambda folder: (folder / "wiki-03/more.svg").symlink_to("logo.svg"),
        lambda folder: (folder / "wiki-03").rename(folder / "wiki-98"),
        lambda folder: (
            (folder.parent / "program").mkdir()
            or (folder.parent / "program/white-label-partners.yaml").write_text("- {id: a, name: A}\n")
        ),
    ],
    ids=["entry", "picture", "file name", "link", "slug", "programme"],
)
def test_whatever_decides_the_findings_is_part_of_the_key(
    entries: Path, judge: Callable[..., tuple[Compilation, int]], change: Callable[[Path], object]
) -> None:
    before, _ = judge(entries)
    change(entries)
    made, new = judge(entries)
    assert new == 1
    assert _unhashed(made) == compile_catalog(entries, DAY)
    assert made.catalog.read != before.catalog.read
    assert judge(entries)[0].catalog.read == made.catalog.read != b""


@given(st.sets(st.text(min_size=1), max_size=300), st.integers(1, 50))
def test_groups_hold_every_slug_once_and_stay_small(slugs: set[str], size: int) -> None:
    groups = grouped(sorted(slugs), size)
    assert sorted(slug for group in groups for slug in group) == sorted(slugs)
    assert all(groups)
    assert len(groups) <= max(1, 2 * len(slugs) / size)


def test_an_entry_more_or_less_changes_its_own_group_alone() -> None:
    slugs = [f"wiki-{number:04}" for number in range(1000)]
    before = grouped(slugs, 100)
    for after in (grouped([*slugs, "a-new-one"], 100), grouped(slugs[1:], 100)):
        assert sum(group not in before for group in after) == 1


def test_an_entry_more_has_only_its_group_judged(tmp_path: Path) -> None:
    texts = {f"wiki-{number:03}": _entry(number) for number in range(400)}
    folder = write_catalog(tmp_path, texts)
    shelf = Shelf(tmp_path / "cache")
    compile_catalog(folder, DAY, shelf=shelf)
    kept = set(shelf.folder.iterdir())
    write_catalog(tmp_path, {"a-new-wiki": _entry(400)})
    again = Shelf(shelf.folder)
    made = compile_catalog(folder, DAY, shelf=again)
    assert len(made.catalog.entries) == 401
    assert len(kept) == 2
    assert len(set(shelf.folder.iterdir()) - kept) == 1


def test_another_day_is_judged_anew(entries: Path, judge: Callable[..., tuple[Compilation, int]]) -> None:
    judge(entries)
    assert judge(entries, date(2012, 5, 16))[1] == 1


def test_a_damaged_file_is_counted_passed_over_and_written_anew(entries: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    compile_catalog(entries, DAY, shelf=Shelf(folder))
    (file,) = folder.glob("*.judged")
    sound = file.read_bytes()
    for harm in (sound[:-1], b"", b"somebody else's", sound[:20] + b"x" + sound[21:]):
        file.write_bytes(harm)
        shelf = Shelf(folder)
        assert _unhashed(compile_catalog(entries, DAY, shelf=shelf)) == compile_catalog(entries, DAY)
        assert shelf.ignored == 1
        assert file.read_bytes() == sound


def test_what_cannot_be_read_is_not_kept(tmp_path: Path) -> None:
    assert key_of(b"", str(tmp_path), ["nobody"], {}) is None


def test_small_files_are_handed_on_whole_and_others_not(tmp_path: Path) -> None:
    entries = write_catalog(tmp_path, {"wiki": COMPLETE})
    folder = entries / "wiki"
    (folder / "photograph.png").write_bytes(b"x" * 16_385)
    (folder / "beside.svg").symlink_to("logo.svg")
    seen: dict[str, bytes] = {}
    assert key_of(b"", str(entries), ["wiki"], seen)
    assert seen == {str(folder / name): (folder / name).read_bytes() for name in ("entry.yaml", "logo.svg")}


def test_small_catalogs_leave_nothing(tmp_path: Path) -> None:
    entries = write_catalog(tmp_path, {"wiki": COMPLETE})
    compile_catalog(entries, DAY, shelf=Shelf(tmp_path / "cache"))
    assert not (tmp_path / "cache").exists()


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(entries: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    folder.mkdir()
    shelf = Shelf(folder)
    (folder / "taken").mkdir()
    made = compile_catalog(entries, DAY, shelf=shelf)
    (file,) = folder.glob("*.judged")
    file.unlink()
    file.mkdir()  # Nothing can take the place of a folder.
    assert compile_catalog(entries, DAY, shelf=Shelf(folder)) == made
    assert file.is_dir()


def test_without_a_place_for_the_cache_all_is_judged(entries: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder would be")
    shelf = Shelf(tmp_path / "taken" / "judged")
    assert _unhashed(compile_catalog(entries, DAY, shelf=shelf)) == compile_catalog(entries, DAY)


def test_old_files_go_and_those_in_use_stay(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    for number in range(300):
        (tmp_path / f"{number:03}.judged").write_bytes(b"")
    shelf.used = {"000.judged"}
    shelf.tidy()
    left = {path.name for path in tmp_path.iterdir()}
    assert len(left) == 257
    assert "000.judged" in left


def _ends_on(entry: Entry, sign: str) -> bool:
    return entry.name.endswith(sign)


def test_the_answers_to_a_question_are_kept_for_that_question(entries: Path, tmp_path: Path) -> None:
    told: list[frozenset[str]] = []

    def judge(_catalog: Catalog, yes: frozenset[str]) -> tuple[()]:
        told.append(yes)
        return ()

    for sign in ("7", "7", "8"):
        further = Further(judge, Question(_ends_on, sign))
        compile_catalog(entries, DAY, further=further, shelf=Shelf(tmp_path / "cache"))
    compile_catalog(entries, DAY, further=Further(judge))
    sevens, eights = ({f"wiki-{tens}{sign}" for tens in range(COUNT // 10)} for sign in "78")
    assert told == [sevens, sevens, eights, frozenset()]
