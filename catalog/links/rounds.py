"""All addresses asked: hosts side by side, the addresses of one host one after the other with a pause.

Owns politeness: one visit to a host at a time, a pause between two, none after a host has asked to wait, and none for
what was answered lately. Redirects to another host are few and are not counted there.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import TYPE_CHECKING

from catalog.links.answer import TOO_MANY, Answer, Verdict
from catalog.links.visit import visit
from catalog.rules.hosts import host_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.links.cache import Cache
    from catalog.links.network import Network

AT_ONCE = 8
"""Hosts asked at the same time."""

PAUSE = 1.0
"""Seconds between two visits to one host."""


def asked(
    urls: Iterable[str],
    network: Network,
    cache: Cache,
    *,
    pause: float = PAUSE,
) -> dict[str, Answer]:
    """What each address answered: from the cache where it was asked lately, else by a visit, which the cache learns.

    `pause` is in seconds.
    """
    wanted = sorted(set(urls))
    answers = {url: answer for url in wanted if (answer := cache.recent(url)) is not None}
    hosts: defaultdict[str, list[str]] = defaultdict(list)
    for url in wanted:
        if url not in answers:
            hosts[host_of(url)].append(url)
    fresh = _visited(hosts.values(), network, pause)
    if not any(answer.status for answer in fresh.values()):
        # Without a network every name looks as if it did not exist.
        return answers | dict.fromkeys(fresh, Answer(Verdict.UNKNOWN, "no server answered at all"))
    for url, answer in fresh.items():
        cache.learn(url, answer)
    return answers | fresh


def _visited(hosts: Iterable[list[str]], network: Network, pause: float) -> dict[str, Answer]:
    """What the addresses answered that are given host by host."""
    answers: dict[str, Answer] = {}
    stop = threading.Event()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        rounds = [pool.submit(_round, some, network, pause, stop) for some in hosts]
        try:
            for done in as_completed(rounds):
                answers.update(done.result())
        except BaseException:  # Somebody has lost patience: the pool would wait for every address.
            stop.set()
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return answers


def _round(
    urls: list[str], network: Network, pause: float, stop: threading.Event
) -> list[tuple[str, Answer]]:
    """The addresses of one host, as far as they go before `stop`."""
    answers: list[tuple[str, Answer]] = []
    for url in urls:
        if answers and stop.wait(pause):
            break
        answers.append((url, visit(url, network)))
        if answers[-1][1].status == TOO_MANY:
            break
    waiting = Answer(Verdict.UNKNOWN, "the host asked to wait", TOO_MANY)
    return answers + [(url, waiting) for url in urls[len(answers) :]]
