"""`check --links`: the links of the entries asked on the web, what was answered kept in `.cache/links.json`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from catalog.cli.options import CACHE
from catalog.links import Cache, Verdict, asked, dead_links, public_network, worth_a_visit
from catalog.surroundings import today

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from catalog.cli.options import Common
    from catalog.findings import Problem
    from catalog.model import Catalog


def links_asked(common: Common, only: frozenset[str]) -> Callable[[Catalog], Iterator[tuple[str, Problem]]]:
    """A judge of the links of all entries, or of the slugs named."""

    def judge(catalog: Catalog) -> Iterator[tuple[str, Problem]]:
        terminal = common.terminal()
        urls = worth_a_visit(entry for entry in catalog.entries if not only or entry.slug in only)
        cache = Cache(CACHE / "links.json", today())
        terminal.say(f"links: asking {len(urls)} addresses, those of one host slowly")
        answers = asked(urls, public_network(), cache)
        cache.write()
        counts = Counter(answer.verdict for answer in answers.values())
        terminal.say("links: " + ", ".join(f"{counts[verdict]} {verdict}" for verdict in Verdict))
        yield from dead_links(catalog, answers)

    return judge
