"""A folder of entries to a catalog and its findings."""

from __future__ import annotations

import gc
from datetime import date
from typing import TYPE_CHECKING

import pytest

from catalog.compile import compile_catalog
from tests.conftest import COMPLETE, MINIMAL, CatalogFolder

if TYPE_CHECKING:
    from catalog.findings import Finding

DAY = date(2012, 5, 15)


def errors(findings: list[Finding]) -> list[tuple[str, str, int, int]]:
    return [(f.code, f.path, f.span.line, f.span.column) for f in findings if f.severity == "error"]


def named(name: str, vendor: str = "Example Wiki Project") -> str:
    return MINIMAL.replace("Example Wiki\n", f"{name}\n", 1).replace("Example Wiki Project", vendor)


def test_entries_stand_in_the_reading_order_of_their_names(catalog_folder: CatalogFolder) -> None:
    folder = catalog_folder({"a": named("Zeta"), "b": named("Álvarez"), "c": named("action")})
    catalog = compile_catalog(folder, DAY).catalog
    assert [entry.slug for entry in catalog.entries] == ["c", "b", "a"]
    assert catalog.as_of == DAY


def test_vendors_are_gathered_under_slugs_of_their_own(catalog_folder: CatalogFolder) -> None:
    folder = catalog_folder(
        {"a": named("A", "Bread & Wires"), "b": named("B", "Bread + Wires"), "c": named("C", "Bread & Wires")}
    )
    vendors = compile_catalog(folder, DAY).catalog.vendors
    assert sorted(len(vendor.entries) for vendor in vendors.values()) == [1, 2]
    assert len(vendors) == 2


def test_a_faulty_entry_does_not_hide_the_others(catalog_folder: CatalogFolder) -> None:
    folder = catalog_folder(
        {"bad": "name: A: b\n", "good": MINIMAL, "worse": MINIMAL.replace("webspace", "web")}
    )
    compilation = compile_catalog(folder, DAY)
    assert [entry.slug for entry in compilation.catalog.entries] == ["good"]
    assert errors(compilation.findings) == [
        ("APS111", "entries/bad/entry.yaml", 1, 8),
        ("APS209", "entries/worse/entry.yaml", 10, 7),
    ]
    assert compilation.total == 3
    assert compilation.failed


def test_a_problem_in_a_text_stands_where_the_text_stands(catalog_folder: CatalogFolder) -> None:
    folder = catalog_folder({"a": MINIMAL.replace("regions: worldwide", "regions:\n  - DE\n  - Mars")})
    assert errors(compile_catalog(folder, DAY).findings) == [("APS225", "entries/a/entry.yaml", 14, 5)]


@pytest.mark.parametrize(
    ("more", "place"),
    [
        pytest.param("webinar: {recording: https://a.example/}\n", (14, 10), id="in braces: at the brace"),
        pytest.param("webinar:\n  recording: https://a.example/\n", (14, 1), id="in a block: at its key"),
    ],
)
def test_a_missing_field_stands_at_the_block_it_is_missing_from(
    catalog_folder: CatalogFolder, more: str, place: tuple[int, int]
) -> None:
    folder = catalog_folder({"a": MINIMAL + more})
    assert errors(compile_catalog(folder, DAY).findings) == [("APS202", "entries/a/entry.yaml", *place)]


@pytest.mark.parametrize("slug", ["Harbor", "har_bor", "aux", "com1", "a--b", "x" * 61, "-a"])
def test_a_folder_name_that_is_no_slug_is_refused_at_the_folder(
    catalog_folder: CatalogFolder, slug: str
) -> None:
    folder = catalog_folder({slug: MINIMAL, "nul-sync": named("Nul Sync")})
    assert errors(compile_catalog(folder, DAY).findings) == [("APS005", f"entries/{slug}", 1, 1)]


def test_a_folder_without_an_entry_is_reported_and_hides_nothing(catalog_folder: CatalogFolder) -> None:
    folder = catalog_folder({"a": MINIMAL}, {"entries/b/logo.svg": "x", "entries/c/entry.yml": MINIMAL})
    compilation = compile_catalog(folder, DAY)
    assert errors(compilation.findings) == [("APS004", "entries/b", 1, 1), ("APS004", "entries/c", 1, 1)]
    assert any("rename entry.yml" in finding.help for finding in compilation.findings)
    assert len(compilation.catalog.entries) == 1


def test_an_entry_outside_a_folder_of_its_own_is_reported(catalog_folder: CatalogFolder) -> None:
    folder = catalog_folder({}, {"entries/stray.yaml": MINIMAL, "entries/README.md": "hello"})
    assert errors(compile_catalog(folder, DAY).findings) == [("APS009", "entries/stray.yaml", 1, 1)]


def test_symbolic_links_are_never_followed(catalog_folder: CatalogFolder) -> None:
    folder = catalog_folder({"a": MINIMAL})
    (folder / "b").symlink_to(folder / "a")
    (folder / "a" / "logo.svg").symlink_to("/etc/hostname")
    compilation = compile_catalog(folder, DAY)
    assert errors(compilation.findings) == [
        ("APS006", "entries/a/logo.svg", 1, 1),
        ("APS006", "entries/b", 1, 1),
    ]


def test_hidden_folders_are_passed_over(catalog_folder: CatalogFolder) -> None:
    folder = catalog_folder({"a": MINIMAL}, {"entries/.cache/x": "y"})
    assert compile_catalog(folder, DAY).total == 1


def test_an_empty_folder_is_an_empty_catalog(catalog_folder: CatalogFolder) -> None:
    compilation = compile_catalog(catalog_folder({}), DAY)
    assert compilation.catalog.entries == ()
    assert compilation.findings == []


def test_only_the_entries_asked_for_are_judged(catalog_folder: CatalogFolder) -> None:
    folder = catalog_folder({"a": "x", "b": MINIMAL})
    compilation = compile_catalog(folder, DAY, only=frozenset({"b"}))
    assert compilation.total == 1
    assert not compilation.failed


@pytest.mark.slow
def test_many_entries_are_judged_by_several_processes_with_the_same_result(
    catalog_folder: CatalogFolder,
) -> None:
    entries = {f"e{number}": named(f"Example {number:03}", f"Vendor {number}") for number in range(600)}
    entries["e7"] = entries["e7"].replace("webspace", "web")
    seen: list[tuple[int, int]] = []
    compilation = compile_catalog(
        catalog_folder(entries), DAY, progress=lambda done, total: seen.append((done, total))
    )
    assert [entry.name for entry in compilation.catalog.entries] == [
        f"Example {n:03}" for n in range(600) if n != 7
    ]
    assert errors(compilation.findings) == [("APS209", "entries/e7/entry.yaml", 10, 7)]
    assert seen[-1] == (600, 600)


def test_the_programme_beside_the_entries_is_read(catalog_folder: CatalogFolder) -> None:
    folder = catalog_folder(
        {"a": MINIMAL},
        {
            "program/white-label-partners.yaml": "- {id: lux, name: LuxCloud, aliases: [Luxcloud]}\n",
            "program/storefronts/north.yaml": "name: North\nenabled: true\napplications: [a]\n",
            "program/facts.yaml": "- {id: partners, value: '5,000', source: Introduction, as_of: '2012'}\n",
            "program/webinars.yaml": "recordings: {2012-05-08: https://a.example/}\n",
            "program/contacts.yaml": "press: {email: press@a.example}\n",
        },
    )
    programme = compile_catalog(folder, DAY).catalog.programme
    assert programme.white_label_partners[0].aliases == ("Luxcloud",)
    assert programme.storefronts[0].id == "north"
    assert programme.recordings == {"2012-05-08": "https://a.example/"}
    assert programme.contacts["press"].email == "press@a.example"


def test_a_fault_of_a_programme_file_stands_at_its_place(catalog_folder: CatalogFolder) -> None:
    folder = catalog_folder(
        {"a": MINIMAL},
        {"program/storefronts/n.yaml": "name: N\nenabled: yes\n", "program/events.yaml": "{}\n"},
    )
    found = [
        finding[:1] + finding.span[:2] + (finding.code,)
        for finding in compile_catalog(folder, DAY).findings
        if finding.severity == "error"
    ]
    assert found == [("program/events.yaml", 1, 1, "APS203"), ("program/storefronts/n.yaml", 2, 10, "APS210")]


def test_texts_and_links_are_judged_although_a_field_is_broken(catalog_folder: CatalogFolder) -> None:
    text = MINIMAL.replace("webspace", "web").replace("gives each team", "gives <b>each</b> team")
    findings = compile_catalog(
        catalog_folder({"a": text + "links: {support: 'https://localhost/'}\n"}), DAY
    ).findings
    assert errors(findings) == [
        ("APS402", "entries/a/entry.yaml", 6, 20),
        ("APS209", "entries/a/entry.yaml", 10, 7),
        ("APS422", "entries/a/entry.yaml", 14, 18),
    ]


@pytest.mark.parametrize(
    ("links", "code"),
    [
        pytest.param('{support: "https://a.example/\u200bx"}', ("APS421", 18 + 19), id="typed in an address"),
        pytest.param(
            '{support: "https://a.example/\\u200bx"}', ("APS421", 18 + 19), id="escaped in an address"
        ),
    ],
)
def test_an_invisible_sign_in_an_address_is_told_once(
    catalog_folder: CatalogFolder, links: str, code: tuple[str, int]
) -> None:
    findings = compile_catalog(catalog_folder({"a": f"{MINIMAL}links: {links}\n"}), DAY).findings
    assert [(found, column) for found, _, _, column in errors(findings)] == [code]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        pytest.param(
            "recordings: {soon: https://a.example/}\n", "APS211", (1, 14), id="a recording of no day"
        ),
        pytest.param("recordings: {2012-13-45: https://a.example/}\n", "APS211", (1, 14), id="no such day"),
        pytest.param('starts: "25:00"\n', "APS209", (1, 9), id="no such hour"),
        pytest.param("zone: Europe/Berlim\n", "APS209", (1, 7), id="no such zone"),
    ],
)
def test_a_slip_in_the_webinars_is_told_at_its_place(
    text: str, code: str, place: tuple[int, int], catalog_folder: CatalogFolder
) -> None:
    folder = catalog_folder({"wiki": COMPLETE}, {"program/webinars.yaml": text})
    (found,) = compile_catalog(folder, DAY).findings
    assert (found.path, found.code, found.span[:2]) == ("program/webinars.yaml", code, place)


def test_a_fault_of_an_edition_file_stands_at_its_place(catalog_folder: CatalogFolder) -> None:
    edition = "title: Spring\npublished: 2013-03-01\ncutoff: 2013-04-01\ntrim: A4\n"
    folder = catalog_folder({"wiki": COMPLETE}, {"editions/2013-spring.yaml": edition})
    (finding,) = compile_catalog(folder, DAY).findings
    assert (finding.path, finding.code, finding.span.line) == ("editions/2013-spring.yaml", "APS211", 3)


def test_the_cycle_collector_works_again_afterwards(catalog_folder: CatalogFolder) -> None:
    folder = catalog_folder({"a": MINIMAL})
    collecting: list[bool] = []
    compile_catalog(folder, DAY, progress=lambda _done, _total: collecting.append(gc.isenabled()))
    assert collecting == [False]
    assert gc.isenabled()

    def fail(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        compile_catalog(folder, DAY, progress=fail)
    assert gc.isenabled()
