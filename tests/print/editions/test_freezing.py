"""Frozen editions: kept whole, made again byte for byte, and refused once they are no longer what they were."""

from __future__ import annotations

import hashlib
import json
import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from catalog.compile import compile_catalog
from catalog.editions import Edition, frozen_before, frozen_ids
from catalog.print.editions.freezing import FrozenError, awaited, earlier, freeze, thaw
from tests.conftest import COMPLETE, LOGO, MINIMAL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    from catalog.print.editions.freezing import Manifest

AUTUMN = "title: Autumn 2012\npublished: 2012-09-01\ncutoff: 2012-08-15\ntrim: A4\n"
SPRING = "title: Spring 2013\npublished: 2013-03-01\ncutoff: 2013-02-15\ntrim: A4\n"
FACTS = "- {id: sites, value: 50, unit: sites, source: Introduction, as_of: 2012}\n"
FILES = {
    "editions/2012-autumn.yaml": AUTUMN,
    "editions/2013-spring.yaml": SPRING,
    "program/contacts.yaml": "press: {email: press@a.example}\n",
    "program/facts.yaml": FACTS,
    "program/storefronts/harbour.yaml": "name: Harbour\nenabled: true\n",
}
OUT = MINIMAL.replace("name: Example Wiki\n", "name: Not printed\n") + "print: {include: false}\n"
DAY = date(2012, 8, 16)


@pytest.fixture
def frozen(catalog_folder: Callable[..., Path]) -> Callable[..., tuple[Path, Manifest]]:
    """The folder of a catalog's editions, with the autumn of 2012 frozen."""

    def make(entries: dict[str, str] | None = None) -> tuple[Path, Manifest]:
        folder = catalog_folder(entries or {"wiki": COMPLETE, "out": OUT}, FILES)
        catalog = compile_catalog(folder, DAY).catalog
        editions = folder.parent / "editions"
        edition = Edition("2012-autumn", "Autumn 2012", date(2012, 9, 1), date(2012, 8, 15))
        spring = Edition("2013-spring", "Spring 2013", date(2013, 3, 1), date(2013, 2, 15))
        manifest = freeze(catalog, edition, spring, editions=editions, site_url="https://a.example/", day=DAY)
        return editions, manifest

    return make


def test_what_the_book_is_made_from_is_kept_and_nothing_else(
    frozen: Callable[..., tuple[Path, Manifest]],
) -> None:
    editions, manifest = frozen()
    assert sorted(manifest.files) == [
        "2012-autumn.yaml",
        "2013-spring.yaml",
        "entries/wiki/entry.yaml",
        "entries/wiki/logo.svg",
        "program/contacts.yaml",
        "program/facts.yaml",
    ]
    kept = editions / "frozen/2012-autumn"
    assert (kept / "entries/wiki/logo.svg").read_text() == LOGO
    assert manifest.files["program/facts.yaml"] == hashlib.sha256(FACTS.encode()).hexdigest()
    assert frozen_ids(editions) == ("2012-autumn",)


def test_a_frozen_edition_is_read_as_it_was_after_everything_has_gone(
    frozen: Callable[..., tuple[Path, Manifest]],
) -> None:
    editions, _ = frozen()
    for gone in ("entries", "program", "editions/2012-autumn.yaml", "editions/2013-spring.yaml"):
        path = editions.parent / gone
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    held = thaw(editions, "2012-autumn")
    assert held.edition.title == "Autumn 2012"
    assert held.upcoming is not None
    assert held.upcoming.title == "Spring 2013"
    assert held.manifest.site_url == "https://a.example/"
    assert [entry.name for entry in held.catalog.entries] == ["Example Wiki"]
    assert [fact.value for fact in held.catalog.programme.facts] == ["50"]
    assert list(held.catalog.programme.contacts) == ["press"]


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda kept: (kept / "entries/wiki/logo.svg").write_text("<svg/>"), "logo.svg is changed"),
        (lambda kept: (kept / "entries/wiki/logo.svg").unlink(), "logo.svg is missing"),
        (lambda kept: (kept / "entries/wiki/more.txt").write_text("x"), "more.txt is new"),
        (lambda kept: (kept / "manifest.json").write_text("{"), "manifest.json cannot be read"),
    ],
)
def test_files_that_are_not_those_of_the_manifest_are_refused(
    frozen: Callable[..., tuple[Path, Manifest]], harm: Callable[[Path], object], said: str
) -> None:
    editions, _ = frozen()
    harm(editions / "frozen/2012-autumn")
    with pytest.raises(FrozenError, match=said) as raised:
        thaw(editions, "2012-autumn")
    assert "repository's history" in str(raised.value)


def test_an_edition_without_entries_can_be_frozen(frozen: Callable[..., tuple[Path, Manifest]]) -> None:
    editions, _ = frozen({"out": OUT})
    assert thaw(editions, "2012-autumn").catalog.entries == ()


def test_the_next_edition_knows_the_one_before_it(frozen: Callable[..., tuple[Path, Manifest]]) -> None:
    editions, first = frozen()
    held = thaw(editions, "2012-autumn")
    assert held.upcoming
    second = freeze(
        held.catalog, held.upcoming, None, editions=editions, site_url="https://a.example/", day=DAY
    )
    assert (first.previous_id, second.previous_id) == (None, "2012-autumn")
    assert thaw(editions, "2013-spring").manifest.previous_id == "2012-autumn"
    before = earlier(editions, second.previous_id)
    assert before
    assert before.edition.title == "Autumn 2012"
    assert [entry.slug for entry in before.catalog.entries] == ["wiki"]
    assert earlier(editions, first.previous_id) is None


def test_an_edition_before_is_the_last_in_time_and_not_by_letter(tmp_path: Path) -> None:
    for edition in ("2012-spring", "2012-autumn", "2013-autumn"):
        (tmp_path / "frozen" / edition).mkdir(parents=True)
        (tmp_path / "frozen" / edition / "manifest.json").write_text("{}")
    found = [
        frozen_before(tmp_path, one) for one in ("2012-spring", "2012-autumn", "2013-spring", "2020-spring")
    ]
    assert found == [None, "2012-spring", "2012-autumn", "2013-autumn"]


def test_a_manifest_without_an_edition_before_it_is_read(
    frozen: Callable[..., tuple[Path, Manifest]],
) -> None:
    editions, _ = frozen()
    file = editions / "frozen/2012-autumn/manifest.json"
    written = json.loads(file.read_text())
    del written["previous_id"]
    file.write_text(json.dumps(written))
    assert thaw(editions, "2012-autumn").manifest.previous_id is None


def test_nothing_is_frozen_twice(frozen: Callable[..., tuple[Path, Manifest]]) -> None:
    editions, manifest = frozen()
    held = thaw(editions, "2012-autumn")
    with pytest.raises(FrozenError, match="is frozen already"):
        freeze(held.catalog, held.edition, None, editions=editions, site_url="https://b.example/", day=DAY)
    assert thaw(editions, "2012-autumn").manifest == manifest


def test_a_copy_that_fails_leaves_nothing(
    catalog_folder: Callable[..., Path],
) -> None:
    folder = catalog_folder({"wiki": COMPLETE}, FILES)
    catalog = compile_catalog(folder, DAY).catalog
    (folder / "wiki/logo.svg").unlink()
    edition = Edition("2012-autumn", "Autumn 2012", date(2012, 9, 1), date(2012, 8, 15))
    editions = folder.parent / "editions"
    with pytest.raises(FileNotFoundError):
        freeze(catalog, edition, None, editions=editions, site_url="https://a.example/", day=DAY)
    assert not list((editions / "frozen").iterdir())


def test_what_is_awaited_ends_with_its_day(frozen: Callable[..., tuple[Path, Manifest]]) -> None:
    editions, _ = frozen()
    assert [held.edition.id for held in awaited(editions, date(2012, 9, 1))] == ["2012-autumn"]
    assert awaited(editions, date(2012, 9, 2)) == ()


def test_a_frozen_book_is_made_again_byte_for_byte(
    catalog_folder: Callable[..., Path], run_build: Callable[..., CompletedProcess[str]], tmp_path: Path
) -> None:
    """Also after its entries have changed, broken or gone."""
    folder = catalog_folder(
        {"wiki": COMPLETE, "other": COMPLETE.replace("Example Wiki\n", "Other\n", 1)}, FILES
    )
    options = ("--entries", str(folder), "--as-of", "2012-08-16")
    frozen = run_build("edition", "freeze", *options)
    assert frozen.returncode == 0, frozen.stderr
    assert "2012-autumn is frozen: 2 entries" in frozen.stdout

    def book(name: str) -> bytes:
        printed = run_build(
            "print", "--edition", "2012-autumn", "--entries", str(folder), "--output", str(tmp_path / name),
            "--as-of", "2014-01-01",
        )  # fmt: skip
        assert printed.returncode == 0, printed.stdout + printed.stderr
        assert "frozen book: 2 entries" in printed.stdout
        return (tmp_path / name / "print/aps-catalog-2012-autumn-screen.pdf").read_bytes()

    first = book("first")
    shutil.rmtree(folder / "other")
    (folder / "wiki/entry.yaml").write_text("name: [broken")
    (folder.parent / "editions/2013-spring.yaml").unlink()
    assert book("second") == first
