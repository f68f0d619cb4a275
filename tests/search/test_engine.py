"""Questions to the engine over a small catalog: those that defeat other searches, filters, counts, order, loading."""

from __future__ import annotations

import itertools
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from catalog.compile import compile_catalog
from catalog.site.cards import card_of
from catalog.site.search_index import search_index
from catalog.site.sources import sources_of
from tests.conftest import write_catalog
from tests.search.conftest import Engine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Ask = Callable[..., Any]

ENTRIES = {
    "cpp-builder": ("C++ Builder", "Fixture Software", "Compile services in the cloud"),
    "c-sharp-host": ("C# Runtime", "Fixture Software", "Run workloads on shared hosts"),
    "dot-net-host": (".NET Web Hosting", "Fixture Software", "Managed hosting of applications"),
    "c-compiler": ("C Compiler", "Old Tools", "Compile programs written in plain C"),
    "rnd-board": ("R&D Board", "Bench Ltd", "Plans for people who try things out"),
    "att-dialer": ("AT&T Dialer", "Phones", "Calls from the panel"),
    "ab-testing": ("A-B Testing", "Bench Ltd", "Two pages, one winner"),
    "image-deploy": ("universal-image-deploy", "Old Tools", "Puts one image on many machines"),
    "forms-plug-in": ("Forms Plug-in", "Brackets", "Forms for any page"),
    "open-exchange": ("Open-Xchange", "OX", "Mail and calendar for teams"),
    "libpath": (".libpath", "Old Tools", "Where the libraries are"),
    "test-example": ("TestExample", "Brackets", "Shows how it is done"),
    "wordpress": ("WordPress", "Automattic", "Sites and journals without code"),
    "the-who": ("The Who", "Records", "Who called, and when"),
    "nihongo": ("勤怠管理クラウド", "朝顔", "勤怠を管理する"),
    "katalog": ("Каталог услуг", "Комора", "Услуги хостинга"),
    "muller": ("Müller Straße", "Łódź Software", "Roads and their names"),
    "recon": ("Reconnaissance", "Scouts", "Looks around before the others"),
    "invoices": ("Tallyfield", "Ledger", "Invoices and reminders for small firms"),
    "harbour-mail": ("Harbour Mail", "Quayside", "A server for small offices"),
    "web-post": ("Web Post", "Mail Works", "Letters on the web"),
    "letters": ("Letters", "Post", "Sends mailings to all customers"),
    "quotes": ('Say "Hi" & Go', "Brackets & Co", "Greets visitors"),
}  # fmt: skip
MORE = {
    "wordpress": {"regions": "[DE, FR]", "checked": "2012-05-09"},
    "open-exchange": {
        "business_models": "[direct]",
        "regions": "{include: [eu], except: [FR]}",
        "checked": "2012-05-08",
    },
    "nihongo": {"regions": "[JP]", "checked": "2012-05-07"},
}


TEXT = """\
name: {name}
version: 1.0
summary: {summary}
description: |
  A long description that no question asks for, with nothing in it to find.
vendor: {{name: {vendor}, homepage: https://vendor.example/}}
type: webspace
business_models: [direct]
regions: {regions}
categories: [web/blog]
listing: {{source: vendor, checked: {checked}}}
"""


def _text(slug: str) -> str:
    name, vendor, summary = map(_quoted, ENTRIES[slug])
    more = {"regions": "worldwide", "checked": "2012-05-01"} | MORE.get(slug, {})
    return TEXT.format(name=name, vendor=vendor, summary=summary, **more)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """The engine over the index of `ENTRIES`."""
    folder = tmp_path_factory.mktemp("search")
    compilation = compile_catalog(
        write_catalog(folder, {slug: _text(slug) for slug in ENTRIES}), date(2012, 5, 15)
    )
    assert len(compilation.catalog.entries) == len(ENTRIES), compilation.findings
    engine = Engine(_written(compilation.catalog.listed, sources_of(compilation.catalog, {}), folder))
    yield engine.ask
    engine.close()


def _written(listed: Any, sources: Any, folder: Path) -> Path:  # noqa: ANN401 -- as the site calls it
    index = search_index(listed, [card_of(entry, sources) for entry in listed], sources)
    for path, script in index.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(script)
    return folder / index.folder


@pytest.mark.parametrize(
    ("question", "slug"),
    [
        ("C++", "cpp-builder"),
        ("c#", "c-sharp-host"),
        (".net", "dot-net-host"),
        ("R&D", "rnd-board"),
        ("AT&T", "att-dialer"),
        ("A-B", "ab-testing"),
        ("universal-image-deploy", "image-deploy"),
        ("image deploy", "image-deploy"),
        ("plugin", "forms-plug-in"),
        ("plug-in", "forms-plug-in"),
        ("openxchange", "open-exchange"),
        ("libpath", "libpath"),
        (".libpath", "libpath"),
        ("testexample", "test-example"),
        ("example", "test-example"),
        ("the who", "the-who"),
        ("wordpres", "wordpress"),
        ("word press", "wordpress"),
        ("wrodpress", "wordpress"),
        ("管理", "nihongo"),
        ("каталог", "katalog"),
        ("mueller", "muller"),
        ("muller", "muller"),
        ("strasse", "muller"),
        ("lodz", "muller"),
        ("invoice", "invoices"),
        ("reminder firm", "invoices"),
        ('"hi" & go', "quotes"),
        ("blog wordpress", "wordpress"),
        ("ordpres", "wordpress"),
    ],
)
def test_a_question_finds_its_entry_first(ask: Ask, question: str, slug: str) -> None:
    assert ask(q=question)["slugs"][:1] == [slug]


def test_nothing_vanishes_while_a_word_is_typed(ask: Ask) -> None:
    for length in range(2, len("reconnaissance") + 1):
        assert "recon" in ask(q="reconnaissance"[:length])["slugs"]


def test_a_rare_long_word_does_not_come_before_the_word_itself(ask: Ask) -> None:
    assert ask(q="mail")["slugs"][:3] == ["harbour-mail", "web-post", "open-exchange"]


def test_a_special_name_leaves_its_plain_relative_behind(ask: Ask) -> None:
    assert ask(q="c")["slugs"][0] == "c-compiler"
    assert "c-compiler" not in ask(q="c++")["slugs"]


def test_what_was_taken_for_a_word_is_told(ask: Ask) -> None:
    assert ask(q="wordpress")["note"] is None
    assert ask(q="wrodpress")["note"] == {"words": [["wrodpress", "wordpress"]], "any": False}


def test_some_of_the_words_are_enough_where_none_has_all_and_that_is_told(ask: Ask) -> None:
    told = ask(q="wordpress invoices")
    assert {"wordpress", "invoices"} <= set(told["slugs"])
    assert told["note"]["any"]


@pytest.mark.parametrize("question", ["", "   ", "!?", "ـ"])
def test_without_a_word_everything_is_listed_by_name(ask: Ask, question: str) -> None:
    told = ask(q=question, first=100)
    assert told["total"] == len(ENTRIES)
    assert told["sort"] == "name"


def test_what_nobody_wrote_is_not_found(ask: Ask) -> None:
    told = ask(q="zzzzqqqq", count=True)
    assert (told["total"], told["slugs"]) == (0, [])
    assert told["without"] == {"q": len(ENTRIES)}


@pytest.mark.parametrize(
    ("region", "slugs"),
    [
        ("FR", {"wordpress"}),
        ("DE", {"wordpress", "open-exchange"}),
        ("155", {"wordpress", "open-exchange"}),
        ("eu", {"wordpress", "open-exchange"}),
        ("JP", {"nihongo"}),
        ("142", {"nihongo", "open-exchange"}),
        ("worldwide", set()),
    ],
)
def test_a_region_holds_what_is_sold_in_some_of_it(ask: Ask, region: str, slugs: set[str]) -> None:
    everywhere = set(ENTRIES) - set(MORE)
    assert set(ask(on={"region": [region]}, first=100)["slugs"]) == slugs | everywhere


def test_values_of_a_facet_are_either_and_facets_are_both(ask: Ask) -> None:
    either = ask(on={"region": ["JP", "FR"]}, first=100)
    assert {"nihongo", "wordpress"} <= set(either["slugs"])
    assert ask(on={"region": ["JP", "FR"], "vendor": ["automattic"]})["slugs"] == ["wordpress"]


def test_an_unknown_value_is_told_and_left_out(ask: Ask) -> None:
    told = ask(on={"type": ["cloud"], "model": ["direct"]})
    assert told["unknown"] == ["cloud"]
    assert told["total"] == len(ENTRIES)


def test_order_is_by_name_day_or_answer(ask: Ask) -> None:
    newest = ask(sort="newest")["slugs"]
    assert newest[:3] == ["wordpress", "open-exchange", "nihongo"]
    assert ask(sort="best")["sort"] == "name"
    assert ask(q="compile", sort="name")["slugs"] == ["c-compiler", "cpp-builder"]


def test_counts_are_those_that_one_click_would_give(ask: Ask) -> None:
    """Each number of the panel against the question that it stands for."""
    states: list[dict[str, Any]] = [
        {},
        {"q": "compile"},
        {"on": {"region": ["FR"]}},
        {"q": "hosting", "on": {"region": ["DE", "JP"], "category": ["web/blog"]}},
    ]
    for state, (param, value) in itertools.product(
        states,
        [("region", "FR"), ("region", "JP"), ("region", "eu"), ("type", "webspace"), ("type", "connector")],
    ):
        told = ask(**state, count=True)["of"]
        on = dict(state.get("on", {})) | {param: [value]}
        assert told[param][value] == ask(q=state.get("q", ""), on=on)["total"], (state, param, value)


def test_without_a_result_the_way_back_is_counted(ask: Ask) -> None:
    told = ask(q="wordpress", on={"region": ["JP"]}, count=True)
    assert told["total"] == 0
    assert told["without"] == {"q": ask(on={"region": ["JP"]})["total"], "region": 1}


def test_words_alone_need_neither_filters_nor_vocabulary(tmp_path: Path) -> None:
    compilation = compile_catalog(
        write_catalog(tmp_path, {"wordpress": _text("wordpress")}), date(2012, 5, 15)
    )
    engine = Engine(_written(compilation.catalog.listed, sources_of(compilation.catalog, {}), tmp_path))
    assert engine.ask(q="wordpress")["loaded"] == ["manifest", "terms/0", "cards/0"]
    assert engine.ask(q="wordpress")["loaded"] == []
    assert engine.ask(q="wrodpress")["loaded"] == ["vocab"]
    engine.close()


def test_an_empty_catalog_answers_nothing(tmp_path: Path) -> None:
    compilation = compile_catalog(write_catalog(tmp_path, {}), date(2012, 5, 15))
    engine = Engine(_written((), sources_of(compilation.catalog, {}), tmp_path))
    assert engine.ask(q="wiki")["total"] == 0
    assert engine.ask(count=True)["total"] == 0
    engine.close()
