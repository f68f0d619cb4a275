"""What `check --links` asks, and what it tells of the answers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from catalog.compile import Further, compile_catalog
from catalog.links import Answer, Verdict, dead_links, worth_a_visit
from tests.conftest import AS_OF, COMPLETE, MINIMAL, CatalogFolder, RunBuild

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.findings import Problem
    from catalog.model import Catalog

DAY = date.fromisoformat(AS_OF)
REAL = (
    COMPLETE.replace("wiki.example.org", "wiki.internet.org")
    .replace("source: demo", "source: vendor")
    .replace("its pages in\n", "[its pages](https://wiki.internet.org/pages#top) in\n")
)
GONE = Answer(Verdict.BROKEN, "the server says 404 Not Found", 404)


def test_addresses_on_the_web_are_asked_once_and_without_their_fragments(
    catalog_folder: CatalogFolder,
) -> None:
    catalog = compile_catalog(catalog_folder({"wiki": REAL}), DAY).catalog
    assert worth_a_visit(catalog.entries) == {
        "https://wiki.internet.org/",
        "https://wiki.internet.org/architecture.pdf",
        "https://wiki.internet.org/pages",
        "https://wiki.internet.org/partners",
    }


def test_hosts_that_belong_to_nobody_are_not_asked(catalog_folder: CatalogFolder) -> None:
    catalog = compile_catalog(catalog_folder({"wiki": COMPLETE}), DAY).catalog
    assert worth_a_visit(catalog.entries) == frozenset()


def test_a_dead_link_is_told_at_its_place_also_inside_a_text(catalog_folder: CatalogFolder) -> None:
    answers = {"https://wiki.internet.org/pages": GONE, "https://wiki.internet.org/partners": GONE}

    def judge(catalog: Catalog, _yes: frozenset[str]) -> Iterable[tuple[str, Problem]]:
        return dead_links(catalog, answers)

    found = compile_catalog(catalog_folder({"wiki": REAL}), DAY, further=Further(judge)).findings
    told = [(f.code, f.span.line, f.span.column, f.message) for f in found if f.code == "APS428"]
    assert told == [
        ("APS428", 5, 95, "the link is dead: the server says 404 Not Found"),
        ("APS428", 20, 48, "the link is dead: the server says 404 Not Found"),
    ]


def test_what_is_alive_or_unknown_is_no_finding(catalog_folder: CatalogFolder) -> None:
    catalog = compile_catalog(catalog_folder({"wiki": REAL}), DAY).catalog
    answers = {
        "https://wiki.internet.org/": Answer(Verdict.ALIVE, "200 OK", 200),
        "https://wiki.internet.org/pages": Answer(Verdict.UNKNOWN, "the server says 403 Forbidden", 403),
    }
    assert list(dead_links(catalog, answers)) == []


def test_a_waiver_of_a_dead_link_is_not_called_unused_by_a_check_that_asks_no_links(
    catalog_folder: CatalogFolder,
) -> None:
    waiver = "waive:\n  - {rule: APS428, reason: The vendor moves in June, until: 2012-07-01}\n"
    found = compile_catalog(catalog_folder({"wiki": COMPLETE + waiver}), DAY).findings
    assert [finding.code for finding in found] == []


def test_the_command_asks_only_entries_without_error(
    catalog_folder: CatalogFolder, run_build: RunBuild
) -> None:
    faulty = MINIMAL.replace("wiki.example.org", "printer.local")
    folder = catalog_folder({"wiki": COMPLETE, "faulty": faulty.replace("Example Wiki", "Other Wiki")})
    done = run_build("check", "--links", "--entries", folder, "--as-of", AS_OF)
    assert "links: asking 0 addresses" in done.stderr
    assert "links: 0 alive, 0 moved, 0 broken, 0 unknown" in done.stderr
    assert done.returncode == 1
