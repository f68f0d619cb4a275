"""All addresses asked: politely, and not again while an answer counts."""

from __future__ import annotations

import time
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from catalog.links import Answer, Cache, Verdict, asked
from tests.links.servers import serving

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 9, 1)


def test_every_address_has_its_answer(tmp_path: Path) -> None:
    with serving({"/here": 200, "/shy": 403}) as server:
        urls = [server.url("/here"), server.url("/shy"), server.url("/gone")]
        answers = asked(urls, server.network(), Cache(tmp_path / "links.json", TODAY), pause=0)
    assert [answers[url].verdict for url in urls] == [Verdict.ALIVE, Verdict.UNKNOWN, Verdict.BROKEN]


def test_the_addresses_of_one_host_are_asked_with_a_pause(tmp_path: Path) -> None:
    with serving({"/1": 200, "/2": 200, "/3": 200}) as server:
        started = time.monotonic()
        asked(map(server.url, ("/1", "/2", "/3")), server.network(), Cache(tmp_path / "a", TODAY), pause=0.1)
        assert time.monotonic() - started >= 0.2
    assert server.asked == [("HEAD", "/1"), ("HEAD", "/2"), ("HEAD", "/3")]


def test_a_host_that_asks_to_wait_is_left_alone(tmp_path: Path) -> None:
    with serving({"/1": 200, "/2": 429, "/3": 200}) as server:
        urls = list(map(server.url, ("/1", "/2", "/3")))
        answers = asked(urls, server.network(), Cache(tmp_path / "links.json", TODAY), pause=0)
    assert server.asked == [("HEAD", "/1"), ("HEAD", "/2")]
    assert answers[urls[2]] == Answer(Verdict.UNKNOWN, "the host asked to wait", 429)


def test_a_machine_without_a_network_calls_no_link_dead(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "links.json", TODAY)
    with serving({"/": 200}) as server:
        lost = [server.url("/", "nowhere.site"), server.url("/", "neither.site")]
        alone = asked(lost, server.network(), cache, pause=0)
        beside = asked([*lost, server.url("/")], server.network(), cache, pause=0)
    assert {answer.verdict for answer in alone.values()} == {Verdict.UNKNOWN}
    assert beside[lost[0]] == Answer(Verdict.BROKEN, "there is no host nowhere.site")


@pytest.mark.parametrize(
    ("status", "days", "again"),
    [
        pytest.param(200, 13, False, id="alive two weeks ago"),
        pytest.param(200, 14, True, id="alive longer ago"),
        pytest.param(404, 0, False, id="dead today"),
        pytest.param(404, 1, True, id="dead yesterday"),
        pytest.param(503, 1, True, id="unknown yesterday"),
        pytest.param(200, -1, True, id="alive tomorrow, by a wrong clock"),
    ],
)
def test_an_answer_counts_for_its_time(status: int, days: int, again: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a table's column
    path = tmp_path / "deep" / "links.json"
    with serving({"/": status}) as server:
        first = Cache(path, TODAY)
        answers = asked([server.url("/")], server.network(), first, pause=0)
        first.write()
        server.asked.clear()
        later = Cache(path, TODAY + timedelta(days))
        assert asked([server.url("/")], server.network(), later, pause=0) == answers
        assert bool(server.asked) is again


def test_addresses_that_no_entry_names_any_more_are_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "links.json"
    first = Cache(path, TODAY)
    first.learn("https://old.example/", Answer(Verdict.ALIVE, "200 OK", 200))
    first.write()
    Cache(path, TODAY).write()
    assert path.read_text() == "{}\n"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"https://a.example/": {"day": "soon"}}', "\x00\xff"])
def test_a_spoiled_cache_counts_as_empty(text: str, tmp_path: Path) -> None:
    path = tmp_path / "links.json"
    path.write_text(text)
    assert Cache(path, TODAY).recent("https://a.example/") is None
