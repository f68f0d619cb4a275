"""Drives Chromium over the page of one engine and says what a reader waits for.

Owns the slow line (150 ms, 1.6 Mbit/s, a processor four times slower), what counts as shown (the list in the document,
before it is painted) and where to stop: a step that takes longer than the limit has no number. Refuses to know the
engines: each page answers to `benchPage` and has a field `#q` and a list `.results`.
"""

from __future__ import annotations

import contextlib
import math
import os
import shutil
import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from playwright.sync_api import Error, sync_playwright
from playwright.sync_api import TimeoutError as SlowError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Browser, CDPSession, Page

    from bench.browse.server import Server

WATCH = Path(__file__).with_name("pages") / "watch.js"
LINE = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
SLOWER = 4
DELAY = 0.03
RUNS = 3
_NAMES = ("chromium", "chromium-browser", "google-chrome")


class Site(NamedTuple):
    """An engine's page on the server; `adapter` is what its page lacks, `slow_query` what the slow line needs."""

    name: str
    path: str
    adapter: tuple[Path, ...] = ()
    slow_query: str = ""


class Work(NamedTuple):
    """Words for a first search, what is typed key by key, and choices of filters to count behind."""

    words: Sequence[str]
    keys: Sequence[str]
    states: Sequence[dict[str, Any]]


class First(NamedTuple):
    """Kilobytes; `None` is not finished."""

    shown: float | None
    counted: float | None


class Warm(NamedTuple):
    """Milliseconds at the 95th percentile, and megabytes; `None` is not finished."""

    key: float | None
    facet: float | None
    heap: float | None


class Driver:
    """One browser. Every measurement has a context of its own, so that nothing is kept between them."""

    def __init__(self, browser: Browser, server: Server, limit: float) -> None:
        self._browser, self._server, self._limit = browser, server, limit

    @contextlib.contextmanager
    def _page(self, *scripts: Path) -> Iterator[tuple[Page, CDPSession]]:
        context = self._browser.new_context()
        context.set_default_timeout(self._limit * 1000)
        for script in (WATCH, *scripts):
            context.add_init_script(path=script)
        page = context.new_page()
        try:
            yield page, context.new_cdp_session(page)
        finally:
            context.close()

    def first(self, site: Site, word: str) -> First:
        """Bytes of scripts and index until the list is there, and until all counts could be given too.

        Answers are held back a little. What is asked for in the moment that the list appears, as our counts are, is
        then told apart from what the list needed.
        """
        self._server.delay = DELAY
        with self._page() as (page, _):
            self._server.asked.clear()
            try:
                page.goto(f"{self._server.base}{site.path}?q={word}", wait_until="commit")
                page.wait_for_function("bench.shown > 0")
                shown: float = page.evaluate("(performance.timeOrigin + bench.shown) / 1000")
                page.evaluate("window.benchPage?.ready()")
                page.wait_for_load_state("networkidle")
            except SlowError:
                return First(None, None)
            finally:
                self._server.delay = 0
            asked = [one for one in self._server.asked if one.path != site.path]
        early = sum(one.size for one in asked if one.time <= shown)
        return First(early / 1000, sum(one.size for one in asked) / 1000)

    def first_slow(self, site: Site, word: str) -> float | None:
        """Seconds from following a link with a search in it to the list, over the slow line."""
        with self._page() as (page, session):
            session.send("Network.enable")
            session.send("Network.emulateNetworkConditions", LINE)
            session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            try:
                page.goto(f"{self._server.base}{site.path}?q={word}{site.slow_query}", wait_until="commit")
                page.wait_for_function("bench.shown > 0")
            except SlowError:
                return None
            shown: float = page.evaluate("bench.shown")
        return shown / 1000

    def warm(self, site: Site, work: Work) -> Warm:
        """What keys take once all is loaded, the memory after them, and what filters take."""
        with self._open(site) as (page, session):
            if page is None:
                return Warm(None, None, None)
            key = self._series(page, "type", work.keys)
            heap = _heap(session)
            facet = self._series(page, "count", work.states)
        return Warm(key, facet, heap)

    def ask(self, site: Site, questions: Sequence[str]) -> list[list[str]]:
        """The first ten slugs for each question."""
        with self._open(site) as (page, _):
            if page is None:
                return [[] for _ in questions]
            return [page.evaluate("(question) => benchPage.ask(question)", one) for one in questions]

    @contextlib.contextmanager
    def _open(self, site: Site) -> Iterator[tuple[Page | None, CDPSession]]:
        """The page with everything loaded, or none where that takes too long."""
        with self._page(*site.adapter) as (page, session):
            try:
                page.goto(self._server.base + site.path)
                page.wait_for_function("window.benchPage")
                page.wait_for_function("benchPage.ready().then(() => true)")
            except (SlowError, Error):
                yield None, session
                return
            yield page, session

    def _series(self, page: Page, step: str, asked: Sequence[object]) -> float | None:
        """The median of the percentiles of some rounds after the first, which warms up.

        Once the limit is past there are no more rounds; none at all is not finished.
        """
        found: list[float] = []
        end = time.monotonic() + self._limit
        while len(found) <= RUNS and (not found or time.monotonic() < end):
            times = page.evaluate(
                "([step, asked, limit]) => bench.series(step, asked, limit)", [step, asked, self._limit]
            )
            if times is None:
                break
            found.append(percentile(times, 95))
        return statistics.median(found[1:] or found) if found else None


def percentile(numbers: Sequence[float], share: int) -> float:
    """The smallest number that is not below `share` percent of them."""
    return sorted(numbers)[max(0, math.ceil(len(numbers) * share / 100) - 1)]


def _heap(session: CDPSession) -> float:
    """Megabytes of JavaScript's objects and of the buffers they hold, WebAssembly's memory included."""
    session.send("HeapProfiler.collectGarbage")
    usage = session.send("Runtime.getHeapUsage")
    return float(usage["usedSize"] + usage.get("backingStorageSize", 0)) / 1e6


@contextlib.contextmanager
def chromium(server: Server, limit: float) -> Iterator[Driver]:
    """The browser that `CHROMIUM` names, or one from the path. It loads no pictures: they are no part of an engine."""
    names = [os.environ.get("CHROMIUM") or _NAMES[0], *_NAMES]
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        raise FileNotFoundError("Chromium is missing; run `.ci/setup tools`")
    options = ["--no-sandbox", "--disable-dev-shm-usage", "--blink-settings=imagesEnabled=false"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=options)
        yield Driver(browser, server, limit)
        browser.close()
