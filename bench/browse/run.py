"""Measures browsing and search beside Pagefind and MiniSearch, and writes their section of bench/RESULTS.md.

    python -m bench.browse.run --date DATE --peers FOLDER [--sizes 1000,10000] [--quality FOLDER] [--limit 120]

FOLDER of the peers holds `node_modules`. `--sizes` may go to 100000 and `0` leaves the sizes out. `--quality` names a
folder with `entries/` and `questions.jsonl` (`query`, `kind`, `expected` slugs): a set of your own, scored beside the
one that is made from real names. A step that takes longer than the limit, in seconds, is not finished.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from bench.browse.chromium import Driver, Site, Work, chromium
from bench.browse.corpus import Corpus, Record, make
from bench.browse.peers import PAGES, MissingError, Peers
from bench.browse.questions import Question, Score, questions_on, read_questions, scores
from bench.browse.server import Server
from bench.browse.table import (
    OURS,
    Numbers,
    head,
    quality_head,
    quality_rows,
    quality_verdicts,
    rows,
    verdicts,
)
from bench.entries import write, write_named
from bench.goals import Verdict, goal_lines
from bench.results import RESULTS, machine, write_section
from catalog.text import slug_of

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADING = "Browsing and search"
HARD_NAMES = Path(__file__).with_name("hard.json")
SITES = (
    Site(OURS, "ours/apps/index.html", (PAGES / "ours.js",)),
    Site("MiniSearch", "minisearch/index.html"),
    Site("Pagefind", "pagefind/index.html", slow_query="&noworker"),
)
WORDS = ("harbor", "nimbus vault", "invoices")
TYPED = (
    "amber desk", "invoices", "harbor gate", "nimbus vault 15", "law offices", "berga software", "kestrel mail",
    "backups", "sign payrolls", "облако", "クラウド", "email",
)  # fmt: skip
CHOSEN = ("type", "model", "category", "plesk", "readiness", "vendor")
NOTES = """\
Bytes are the scripts and index files that have come until the first list stands, after following a link with a search
in it; gzip, without page, styles and pictures. With all counts, what filters need is there too: in ours the page asks
for it once the list stands. The slow line has 150 ms and 1.6 Mbit/s, the processor is four times slower, and the
server speaks HTTP/1.1, six requests at a time, which our many small files feel most; three searches, the median. A
key is timed from its event to the changed list in the document, a facet until all counts of all facets are known,
each facet's own selection ignored; both warm, the median of three rounds. Heap is what JavaScript holds after all the
keys. Index build is our `search_index` over entries that are read and judged; for the peers it is their own programs.

Ours is the site's own page: a key keeps the address and draws 24 whole cards, with mark, ring and badges. The peers'
pages draw name, vendor and summary: 24 for MiniSearch, five for Pagefind, as in its own interface, since each is a
file to load. The peers know regions as the vendor said them, without their countries. Over the slow line Pagefind
does without its worker, since only the page's own thread is slowed (with it the times are about the same); elsewhere
it has it, and the worker's memory is not in its heap. The package of MiniSearch has no minified script."""
QUALITY_NOTES = """\
recall@5 / mean reciprocal rank; for topics the share of right ones among the first ten, which is not in `all`. *Names*
are those of the npm package `simple-icons` (CC0-1.0), real software and brands, and those of `bench/browse/hard.json`;
all else about these entries is invented. Questions are made from the names: the name, its beginning, a slip, blanks
left out or put in."""
GIVEN = "*Given* is a set that was named with `--quality` and is no part of this repository."


def keys() -> list[str]:
    """Every beginning of what is typed."""
    return [text[:length] for text in TYPED for length in range(1, len(text) + 1) if text[length - 1] != " "]


def states(records: Sequence[Record], count: int = 30) -> list[dict[str, Any]]:
    """Choices of filters as readers make them: one to three facets, sometimes with a word; values of real entries."""
    chance = random.Random(3)
    found = []
    for number in range(count):
        on: dict[str, list[str]] = {}
        for param in chance.sample(CHOSEN, chance.randint(1, 3)):
            values = [value for record in chance.sample(list(records), 2) for value in record.facets[param]]
            if values:
                on[param] = sorted(set(values))
        found.append({"q": WORDS[number % 3] if number % 2 else "", "on": on})
    return found


class Bench:
    """One run: where the sites are written, the peers, and when to give up."""

    def __init__(self, peers: Peers, limit: float) -> None:
        self.peers, self.limit = peers, limit

    def sites(self, entries: Path, folder: Path) -> tuple[Corpus, dict[str, float | None]]:
        """Write all three sites; the seconds that each index took."""
        corpus = make(entries, folder / "ours")
        took = {
            OURS: corpus.seconds,
            "MiniSearch": self.peers.write_minisearch(corpus.records, folder / "minisearch", self.limit),
            "Pagefind": self.peers.write_pagefind(corpus.records, folder / "pagefind", self.limit),
        }
        return corpus, took

    def measure(self, count: int) -> dict[str, Numbers]:
        """Everything for so many entries, by engine."""
        with tempfile.TemporaryDirectory(prefix="bench-") as name:
            folder = Path(name)
            tell(f"{count:,} entries: sites")
            write(count, folder / "entries")
            corpus, took = self.sites(folder / "entries", folder / "www")
            work = Work(WORDS, keys(), states(corpus.records))
            with Server(folder / "www") as server, chromium(server, self.limit) as driver:
                return {
                    site.name: {"build": took[site.name]} | self._engine(driver, site, work, took[site.name])
                    for site in SITES
                }

    def _engine(self, driver: Driver, site: Site, work: Work, took: float | None) -> Numbers:
        """The numbers of one engine; without an index there are none."""
        if took is None:
            return {}
        tell(f"  {site.name}")
        first = [driver.first(site, word) for word in work.words]
        slow = median([driver.first_slow(site, word) for word in work.words])
        warm = driver.warm(site, work)
        return {
            "bytes": median([one.shown for one in first]),
            "counted": median([one.counted for one in first]),
            "slow": slow,
            **warm._asdict(),
        }

    def quality(self, entries: Path, questions: Sequence[Question]) -> dict[str, dict[str, Score]]:
        """How well each engine finds, by group of questions."""
        with tempfile.TemporaryDirectory(prefix="bench-") as name:
            folder = Path(name)
            self.sites(entries, folder)
            asked = [question.query for question in questions]
            with Server(folder) as server, chromium(server, self.limit) as driver:
                return {site.name: scores(questions, driver.ask(site, asked)) for site in SITES}

    def quality_on_names(self) -> dict[str, dict[str, Score]]:
        """Quality over real names and hard ones."""
        hard = msgspec.json.decode(HARD_NAMES.read_bytes())
        titles = [*hard["names"], *self.peers.titles()]
        names: dict[str, str] = {}
        for title in titles:
            names.setdefault(slug_of(title) or f"name-{len(names)}", title)
        slugs = {title: slug for slug, title in names.items()}
        questions = [
            Question(one["query"], one["kind"], tuple(slugs[title] for title in one["expected"]))
            for one in hard["questions"]
        ]
        real = {slug: title for slug, title in names.items() if title not in hard["names"]}
        with tempfile.TemporaryDirectory(prefix="bench-") as name:
            write_named(names, Path(name) / "entries")
            return self.quality(Path(name) / "entries", [*questions, *questions_on(real)])


def median(values: Sequence[float | None]) -> float | None:
    """The median, or nothing where one of them is missing."""
    known = [value for value in values if value is not None]
    return statistics.median(known) if known and len(known) == len(values) else None


def tell(what: str) -> None:
    """Say how far the run is."""
    print(what, file=sys.stderr, flush=True)


def parsed() -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--date", required=True, help="the day that the results carry")
    parser.add_argument("--machine", default="", help="a description, where the found one says too little")
    parser.add_argument("--sizes", default="1000,10000")
    parser.add_argument("--quality", type=Path, help="a folder with entries/ and questions.jsonl")
    parser.add_argument("--limit", type=float, default=120)
    parser.add_argument("--peers", type=Path, required=True, help="the folder that holds node_modules")
    parser.add_argument("--results", type=Path, default=RESULTS)
    return parser.parse_args()


def quality_sets(bench: Bench, folder: Path | None) -> dict[str, dict[str, dict[str, Score]]]:
    """Scores by set, engine and group of questions."""
    tell("quality")
    sets = {"names": bench.quality_on_names()}
    if folder:
        sets["given"] = bench.quality(folder / "entries", read_questions(folder / "questions.jsonl"))
    return sets


def main() -> None:
    """Measure, print the tables and write them down."""
    options = parsed()
    try:
        bench = Bench(Peers(options.peers), options.limit)
    except MissingError as error:
        sys.exit(f"error: {error}")
    load, _, _ = os.getloadavg()
    table: list[str] = []
    goals: list[Verdict] = []
    for count in filter(None, map(int, options.sizes.split(","))):
        found = bench.measure(count)
        table += rows(count, found)
        goals += verdicts(count, found[OURS])
    scored = quality_head([site.name for site in SITES])
    for title, by_engine in quality_sets(bench, options.quality).items():
        scored += quality_rows(title, by_engine)
        goals += quality_verdicts(title, by_engine[OURS])
    about = (
        f"{options.date}, {options.machine or machine()}; load {load:.1f} before, {os.getloadavg()[0]:.1f} after.\n"
        "Made by `make bench`. In parentheses: times ours."
    )
    notes = [QUALITY_NOTES, GIVEN] if options.quality else [QUALITY_NOTES]
    lines = [about, "", *head(), *table, "", NOTES, "", *scored, "", *notes, "", *goal_lines(goals)]
    write_section(options.results, HEADING, lines)
    print("\n".join(lines))


if __name__ == "__main__":
    main()
