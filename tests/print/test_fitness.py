"""Copy-fit in the check: what it calls tight the book calls tight, and what it lets pass fits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from catalog.cli.checking import copyfit
from catalog.compile import Further, compile_catalog
from catalog.decode import decode_entry
from catalog.print.copylength import may_be_tight, place_of
from catalog.print.fitness import edition_to_fit, fitted_shelf, tight_entries
from catalog.source import read
from tests.conftest import COMPLETE, LOGO, ROOT, CatalogFolder, RunBuild

if TYPE_CHECKING:
    from catalog.compile import Compilation
    from catalog.findings import Problem
    from catalog.model import Catalog, Entry

DAY = date(2012, 5, 15)
CACHE = ROOT / ".cache"
Measured = Callable[[Mapping[str, str]], "tuple[list[tuple[str, Problem]], int]"]


def with_pitch(pitch: str, highlights: tuple[str, ...] = ()) -> str:
    head, _, rest = COMPLETE.partition("pitch: |\n")
    after = rest[rest.index("\ndeployment") + 1 :]
    points = f"highlights: [{', '.join(highlights)}]\n" if highlights else ""
    return f"{head}pitch: >-\n  {pitch}\n{points}{after}"


def checked(folder: Path) -> Compilation:
    return compile_catalog(folder, DAY, further=copyfit(edition_to_fit(folder.parent / "editions", DAY)))


def fitting(
    entries: Sequence[Entry], catalog: Catalog, editions: Path, cache: Path
) -> Iterator[tuple[str, Problem]]:
    return tight_entries(entries, edition_to_fit(editions, catalog.as_of), Path(catalog.folder), cache)


def told(compilation: Compilation) -> list[tuple[str, int, str]]:
    return [
        (it.code, it.span.line, it.message) for it in compilation.findings if it.code in {"APS245", "APS246"}
    ]


def test_a_pitch_that_needs_half_a_page_is_told_at_the_pitch(catalog_folder: CatalogFolder) -> None:
    compilation = checked(catalog_folder({"wiki": with_pitch("WWWWWWWW " * 49)}))
    ((code, line, message),) = told(compilation)
    assert (code, line) == ("APS245", 14)
    assert "more than fit into a quarter page, so it takes a half page" in message


def test_a_pitch_in_chinese_has_room_for_fewer_signs(catalog_folder: CatalogFolder) -> None:
    folder = catalog_folder(
        {
            "long": with_pitch("漢" * 440),
            "short": with_pitch("漢" * 300).replace("Example Wiki\n", "Short Wiki\n", 1),
        }
    )
    assert {it.path for it in checked(folder).findings if it.code == "APS245"} == {"entries/long/entry.yaml"}


def test_highlights_that_give_way_are_told_at_the_highlights(catalog_folder: CatalogFolder) -> None:
    text = with_pitch("WWWWWWWW " * 31, ("WWWW WWWW WWWW WWWW WWWW WWWW WWWW",) * 1)
    messages = [message for _, _, message in told(checked(catalog_folder({"wiki": text})))]
    assert any("highlight" in message and "left out" in message for message in messages), messages


def test_what_fits_no_place_is_an_error(catalog_folder: CatalogFolder, run_build: RunBuild) -> None:
    text = COMPLETE.replace("  name: Example Wiki Project", f"  name: {'WWWWWWWW ' * 8}WWWWWWW")
    folder = catalog_folder({"wiki": text})
    assert [(code, line) for code, line, _ in told(checked(folder))] == [("APS246", 8)]
    done = run_build("check", "--entries", folder, "--as-of", "2012-05-15")
    assert done.returncode == 1
    assert "entries/wiki/entry.yaml:8:9: error[APS246] in print: " in done.stdout


def test_a_warning_may_be_waived(catalog_folder: CatalogFolder) -> None:
    waiver = "waive: [{rule: APS245, reason: half a page is what we want, until: 2012-12-31}]\n"
    compilation = checked(catalog_folder({"wiki": with_pitch("WWWWWWWW " * 49) + waiver}))
    assert told(compilation) == []
    assert not compilation.failed


TIGHT = with_pitch("WWWWWWWW " * 49)


@pytest.fixture
def measured(catalog_folder: CatalogFolder, tmp_path: Path) -> Measured:
    """What does not fit of some entries, with a cache, and how many files of that are new."""
    cache = tmp_path / "cache"

    def measure(entries: Mapping[str, str]) -> tuple[list[tuple[str, Problem]], int]:
        before = set(cache.glob("fitted/*"))
        catalog = compile_catalog(catalog_folder(entries), DAY).catalog
        found = list(fitting(catalog.entries, catalog, tmp_path / "editions", cache))
        return found, len(set(cache.glob("fitted/*")) - before)

    return measure


def test_what_was_measured_before_is_not_measured_again(
    measured: Measured,
) -> None:
    first, new = measured({"wiki": TIGHT, "other": COMPLETE})
    assert (len(first), new) == (1, 1)
    assert measured({}) == (first, 0)


def test_whatever_decides_the_fit_is_part_of_the_key(measured: Measured, tmp_path: Path) -> None:
    measured({"wiki": TIGHT})
    found, new = measured({"wiki": TIGHT.replace("WWWWWWWW " * 49, "WWWWWWWW " * 9)})
    assert (found, new) == ([], 1)
    (tmp_path / "entries/wiki/logo.svg").write_text(LOGO.replace("64 64", "640 64"))
    assert measured({})[1] == 1
    (tmp_path / "editions").mkdir()
    (tmp_path / "editions/2012-autumn.yaml").write_text(
        "title: Autumn 2012\npublished: 2012-10-01\ncutoff: 2012-09-01\ntrim: A5\n"
    )
    assert measured({})[1] == 1


def test_what_is_kept_and_damaged_is_measured_anew(measured: Measured, tmp_path: Path) -> None:
    first, _ = measured({"wiki": TIGHT})
    (file,) = (tmp_path / "cache" / "fitted").iterdir()
    sound = file.read_bytes()
    for harm in (b"", sound[:-1], b"x" + sound[1:]):
        file.write_bytes(harm)
        assert measured({}) == (first, 0)
        assert file.read_bytes() == sound
    file.write_bytes(b"")
    catalog = compile_catalog(tmp_path / "entries", DAY).catalog
    shelf = fitted_shelf(tmp_path / "cache")
    edition = edition_to_fit(tmp_path, DAY)
    found = tight_entries(catalog.entries, edition, tmp_path / "entries", tmp_path / "cache", shelf)
    assert list(found) == first
    assert shelf.ignored == 1


def test_several_processes_find_what_one_finds(catalog_folder: CatalogFolder, tmp_path: Path) -> None:
    texts = {
        f"e-{number:03}": with_pitch("WWWWWWWW " * (20 + number % 30)).replace(
            "name: Example Wiki\n", f"name: E {number}\n", 1
        )
        for number in range(240)
    }
    catalog = compile_catalog(catalog_folder(texts), DAY).catalog
    together = list(fitting(catalog.entries, catalog, Path("nowhere"), tmp_path / "many"))
    alone = [
        problem
        for at, entry in enumerate(catalog.entries)
        if at % 40 == 0
        for problem in fitting([entry], catalog, Path("nowhere"), tmp_path / "one")
    ]
    assert alone
    assert set(alone) <= set(together)
    assert len({slug for slug, _ in together}) > len(alone)


LETTERS = "m@ W% Ät 漢 字 한 ж ω fi iii. — ا ם แ क (J"


@pytest.mark.parametrize("trim", ["A4", "Letter", "A5", "165x240mm"])
@pytest.mark.parametrize("seed", range(0, 8, 2))
def test_what_needs_no_measuring_fits(catalog_folder: CatalogFolder, seed: int, trim: str) -> None:
    """Pitches and highlights as heavy as the quick judgement lets pass, of signs of all widths."""
    signs = LETTERS.split()[seed:] + LETTERS.split()[:seed]
    entries = {}
    for number, sign in enumerate(signs):
        words = [(sign * 7)[: 3 + number % 5] + signs[(number + 1) % len(signs)] for _ in range(200)]
        for points in range(4):
            text = _heaviest(words, points, trim)
            entries[f"e-{number}-{points}"] = text.replace(
                "name: Example Wiki\n", f"name: E {number} {points}\n", 1
            )
    folder = catalog_folder(entries)
    compilation = compile_catalog(folder, DAY)
    edition = replace(edition_to_fit(Path("nowhere"), DAY), trim=trim)
    place = place_of(edition)
    printed = (entry for entry in compilation.catalog.entries if entry.in_print)
    chosen = [entry for entry in printed if not may_be_tight(entry, place)]
    assert len(chosen) > 10
    assert list(tight_entries(chosen, edition, folder, CACHE)) == []


def _heaviest(words: list[str], points: int, trim: str) -> str:
    """An entry whose words take just what needs no measuring."""
    place = place_of(replace(edition_to_fit(Path("nowhere"), DAY), trim=trim))
    highlights = tuple(" ".join(words[:8])[:110].strip() for _ in range(points))
    for count in range(len(words), 12, -1):
        text = with_pitch(
            " ".join(words[:count])[:450].strip(), tuple(f'"{it} {n}"' for n, it in enumerate(highlights))
        )
        entry = _decoded(text)
        if entry and not may_be_tight(entry, place):
            return text
    return with_pitch(" ".join(words[:12]))


def _decoded(text: str) -> Entry | None:

    return decode_entry(read(text.encode()), "wiki")[0]


def test_all_entries_that_need_no_measuring_fit() -> None:
    catalog = compile_catalog(ROOT / "entries", date(2026, 11, 20)).catalog
    edition = edition_to_fit(ROOT / "editions", catalog.as_of)
    printed = [entry for entry in catalog.entries if entry.in_print]
    spared = [entry for entry in printed if not may_be_tight(entry, place_of(edition))]
    assert spared
    assert list(tight_entries(spared, edition, ROOT / "entries", CACHE)) == []


def test_an_entry_with_an_error_reaches_no_measure(catalog_folder: CatalogFolder) -> None:
    """A hostile logo is refused before anything converts it."""
    folder = catalog_folder(
        {"wiki": with_pitch("WWWWWWWW " * 49), "sound": COMPLETE.replace("Example Wiki\n", "Sound Wiki\n", 1)}
    )
    (folder / "wiki" / "logo.svg").write_text("<svg/>")
    asked: list[str] = []

    def judge(catalog: Catalog, _yes: frozenset[str]) -> tuple[()]:
        asked.extend(entry.slug for entry in catalog.entries)
        return ()

    compile_catalog(folder, DAY, further=Further(judge))
    assert asked == ["sound"]
