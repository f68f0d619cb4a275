"""The team's page, the leads for Salesforce, and that neither reaches anybody else."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING

import pytest

from catalog.compile import compile_catalog
from catalog.site.programme_pages import programme_pages
from catalog.site.team_pages import leads_csv, team_page
from tests.conftest import COMPLETE, MINIMAL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    from catalog.model import Catalog, Internal
    from catalog.site.team_views import Cell, TeamTable

DAY = date(2012, 5, 15)
SECRETS = (
    "Ada Northwind",
    "ada@team.example",
    "005XX",
    "Seestadt Hosting",
    "buy@seestadt.example",
    "hundred seats",
)
MANAGERS = """\
- {id: north, name: Ada Northwind, email: ada@team.example, owner: 005XX, applications: [wiki]}
- {id: south, name: Bo Southgate, email: bo@team.example}
"""
LEADS = """\
- {application: wiki, company: Seestadt Hosting, contact: Purchasing, qualified: 2012-05-01,
   email: buy@seestadt.example, country: DE, note: Wants a hundred seats}
- {application: other, company: =cmd(), contact: Sales, qualified: 2012-05-04}
"""
OTHER = MINIMAL.replace("name: Example Wiki\n", "name: Other\n")
FILES = {
    "program/internal/engagement-managers.yaml": MANAGERS,
    "program/internal/leads.yaml": LEADS,
}


@pytest.fixture
def team(catalog_folder: Callable[..., Path]) -> Callable[..., tuple[Catalog, Internal]]:
    """The catalog of some entries as the team has it."""

    def compile_(entries: dict[str, str], files: dict[str, str] | None = None) -> tuple[Catalog, Internal]:
        folder = catalog_folder(entries, FILES if files is None else files)
        compilation = compile_catalog(folder, DAY, internal=True)
        assert not compilation.failed, compilation.findings
        assert compilation.catalog.internal is not None
        return compilation.catalog, compilation.catalog.internal

    return compile_


def table(made: tuple[Catalog, Internal], name: str) -> TeamTable:
    return next(one for one in team_page(*made).tables if one.id == name)


def words(cells: tuple[Cell, ...]) -> list[str]:
    return [" ".join([cell.text, *(link.name for link in cell.links)]).strip() for cell in cells]


def test_managers_stand_with_what_they_look_after_and_the_orphans_first(
    team: Callable[..., tuple[Catalog, Internal]],
) -> None:
    rows = [words(row) for row in table(team({"wiki": COMPLETE, "other": OTHER}), "managers").rows]
    assert rows == [
        ["Nobody", "", "Other"],
        ["Ada Northwind", "ada@team.example", "Example Wiki"],
        ["Bo Southgate", "bo@team.example", ""],
    ]


def test_leads_come_latest_first_with_the_manager_of_their_application(
    team: Callable[..., tuple[Catalog, Internal]],
) -> None:
    rows = [words(row) for row in table(team({"wiki": COMPLETE, "other": OTHER}), "leads").rows]
    assert rows == [
        ["4 May 2012", "=cmd()", "Other", "nobody"],
        ["1 May 2012", "Seestadt Hosting", "Example Wiki", "Ada Northwind"],
    ]


def test_leads_import_into_salesforce_and_run_no_formula(
    team: Callable[..., tuple[Catalog, Internal]],
) -> None:
    content = leads_csv(*team({"wiki": COMPLETE, "other": OTHER}))
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows[0] == {
        "Company": "Seestadt Hosting",
        "Last Name": "Purchasing",
        "Email": "buy@seestadt.example",
        "Phone": "",
        "Website": "",
        "Country": "DE",
        "Lead Source": "APS catalog",
        "Status": "Qualified",
        "Description": "Example Wiki by Example Wiki Project, qualified 2012-05-01. Wants a hundred seats",
        "Lead Owner": "005XX",
    }
    assert rows[1]["Company"] == "'=cmd()"


@pytest.mark.parametrize(
    ("ends", "told"),
    [
        ("2012-05-14", "14 May 2012, ended"),
        ("2012-05-15", "15 May 2012, today"),
        ("2012-05-16", "16 May 2012, in 1 day"),
        ("2012-08-13", "13 Aug 2012, in 90 days"),
        ("2012-08-14", None),
    ],
)
def test_certificates_are_told_from_ninety_days_before_their_end(
    team: Callable[..., tuple[Catalog, Internal]], ends: str, told: str | None
) -> None:
    entry = COMPLETE + f"certification: {{level: gold, version: 1.10, date: 2011-05-15, expires: {ends}}}\n"
    rows = table(team({"wiki": entry}, {}), "certificates").rows
    assert [row[0].text for row in rows] == ([told] if told else [])


def test_entries_that_nobody_looked_at_for_a_year_come_oldest_first(
    team: Callable[..., tuple[Catalog, Internal]],
) -> None:
    old = COMPLETE.replace("2012-05-01", "2011-05-15")
    rows = table(
        team(
            {
                "old": old.replace("Example Wiki\n", "Old\n", 1),
                "never": OTHER,
                "new": COMPLETE.replace("2012-05-01", "2011-05-16").replace("Example Wiki\n", "New\n", 1),
            },
            {},
        ),
        "old",
    ).rows
    assert [words(row)[:2] for row in rows] == [["never", "Other"], ["15 May 2011", "Old"]]


def test_a_webinar_day_without_anybody_presses(team: Callable[..., tuple[Catalog, Internal]]) -> None:
    rows = table(team({"wiki": COMPLETE + "webinar: {date: 2012-06-12}\n"}, {}), "webinars").rows
    assert len(rows) == 11  # That of May was a week ago.
    assert words(rows[0]) == ["12 Jun 2012", "1 of 6", "Example Wiki"]
    assert not rows[0][1].presses
    assert rows[1][1].presses


def test_two_of_a_category_in_one_store_are_told(team: Callable[..., tuple[Catalog, Internal]]) -> None:
    sold = COMPLETE.replace("[direct]", "[reseller]").replace(
        "routes: [automation, plesk]",
        "routes: [partner-storefront]\n"
        "storefront: {track_record: 'https://wiki.example.org/c', agreed: 2012-01-01, wholesale_agreed: true,\n"
        "  margin_50: true}",
    )
    shop = {"program/storefronts/harbour.yaml": "name: Harbour\nenabled: true\napplications: [wiki, rival]\n"}
    entries = {"wiki": sold, "rival": sold.replace("Example Wiki\n", "Rival\n", 1)}
    rows = [words(row) for row in table(team(entries, shop), "rivals").rows]
    assert rows == [["Harbour", "Wiki", "Example Wiki Rival"]]


def test_a_public_catalog_never_reads_the_teams_files(catalog_folder: Callable[..., Path]) -> None:
    broken = {"program/internal/leads.yaml": "- [not, a, lead"}
    compilation = compile_catalog(catalog_folder({"wiki": COMPLETE}, broken), DAY)
    assert compilation.catalog.internal is None
    assert not compilation.findings


def test_a_fault_in_the_teams_files_is_told_at_its_place(catalog_folder: Callable[..., Path]) -> None:
    files = {"program/internal/leads.yaml": "- {application: wiki, company: Seestadt, contact: Sales}\n"}
    findings = compile_catalog(catalog_folder({"wiki": COMPLETE}, files), DAY, internal=True).findings
    assert [(finding.path, finding.code) for finding in findings] == [
        ("program/internal/leads.yaml", "APS202")
    ]


def test_only_the_teams_programme_page_leads_to_its_page(
    team: Callable[..., tuple[Catalog, Internal]], compiled: Callable[..., Catalog]
) -> None:
    def leads(catalog: Catalog) -> bool:
        overview = next(programme_pages(catalog, {}))
        return any(link.path == "programme/team/" for link in overview.beside)

    assert leads(team({"wiki": COMPLETE}, {})[0])
    assert not leads(compiled({}))


def test_nothing_of_the_team_reaches_a_public_build(
    catalog_folder: Callable[..., Path], run_build: Callable[..., CompletedProcess[str]], tmp_path: Path
) -> None:
    """Both builds of one folder: what the team's shows, no file of the other holds, by name or by content."""
    folder = catalog_folder({"wiki": COMPLETE, "other": OTHER}, FILES)
    options = ("--entries", str(folder), "--output", str(tmp_path / "out"), "--as-of", "2012-05-15")
    assert run_build("site", "--internal", *options).returncode == 0
    assert run_build("site", *options).returncode == 0
    assert run_build("print", *options).returncode == 0
    own = tmp_path / "out" / "team"
    page = (own / "programme" / "team" / "index.html").read_text(encoding="utf-8")
    assert all(
        secret in page or secret in (own / "programme/team/leads.csv").read_text() for secret in SECRETS
    )
    assert "not to be published" in (own / "index.html").read_text(encoding="utf-8")
    assert (own / "robots.txt").read_text() == "User-agent: *\nDisallow: /\n"
    assert not (own / "sitemap.xml").exists()
    public = [path for path in (tmp_path / "out").rglob("*") if path.is_file() and own not in path.parents]
    assert any(path.suffix == ".pdf" for path in public)
    for path in public:
        content = path.read_bytes()
        assert "programme/team" not in path.as_posix()
        for secret in (*SECRETS, "programme/team/", "Bo Southgate", "not to be published"):
            assert secret.encode() not in content, f"{secret} in {path}"
