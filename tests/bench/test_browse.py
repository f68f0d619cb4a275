"""The sites that are measured: what lies in them and what the server says of it."""

from __future__ import annotations

import gzip
import http.client
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from bench.browse.corpus import make
from bench.browse.peers import MissingError, Peers
from bench.browse.run import CHOSEN, keys, states
from bench.browse.server import Server
from bench.entries import write, write_named

if TYPE_CHECKING:
    from pathlib import Path


def test_page_scripts_index_and_records_are_of_the_same_entries(tmp_path: Path) -> None:
    write(30, tmp_path / "entries")
    corpus = make(tmp_path / "entries", tmp_path / "www")
    page = (tmp_path / "www" / "apps" / "index.html").read_text("utf-8")
    assert page.count('class="card"') == 24
    scripts = {"site.js", "engine.js", "browse.js"}
    assert {path.name for path in (tmp_path / "www" / "assets").iterdir()} == scripts
    assert all(f"../assets/{script}" in page for script in scripts)
    assert "../apps/index.js" in page
    assert (tmp_path / "www" / "apps" / "index.js").is_file()
    assert len(corpus.records) == 30
    assert all(set(CHOSEN) <= set(record.facets) for record in corpus.records)


def test_an_entry_may_have_a_given_name(tmp_path: Path) -> None:
    names = {"hi": 'Say "Hi": & # Go', "dot": ".NET", "han": "云"}
    write_named(names, tmp_path / "entries")
    corpus = make(tmp_path / "entries", tmp_path / "www")
    assert {record.slug: record.name for record in corpus.records} == names


def test_filters_are_chosen_from_what_entries_have(tmp_path: Path) -> None:
    write(12, tmp_path / "entries")
    records = make(tmp_path / "entries", tmp_path / "www").records
    chosen = states(records)
    assert chosen == states(records)
    for state in chosen:
        assert state["on"]
        for param, values in state["on"].items():
            assert set(values) <= {value for record in records for value in record.facets[param]}


def test_keys_are_beginnings_without_a_blank_at_the_end() -> None:
    assert keys()[:6] == ["a", "am", "amb", "ambe", "amber", "amber d"]


def test_missing_peers_are_named(tmp_path: Path) -> None:
    with pytest.raises(MissingError, match=r"(?s)minisearch.*pagefind.*simple-icons.*setup peers"):
        Peers(tmp_path)


def test_the_server_packs_and_remembers(tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "www" / "a.js").write_text("x" * 1000, "utf-8")
    (tmp_path / "secret").write_text("no", "utf-8")
    with Server(tmp_path / "www") as server:
        line = http.client.HTTPConnection(urlsplit(server.base).netloc)
        answers = []
        for path in ("/a.js?q=1", "/../secret", "/b.js"):
            line.request("GET", path)
            answer = line.getresponse()
            answers.append((answer.status, answer.read()))
        line.close()
    assert gzip.decompress(answers[0][1]) == b"x" * 1000
    assert [status for status, _ in answers] == [200, 404, 404]
    assert [(one.path, one.size) for one in server.asked] == [
        ("a.js", len(answers[0][1])),
        ("../secret", 0),
        ("b.js", 0),
    ]
