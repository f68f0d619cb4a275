"""Whether the links of the entries are alive: asking each address once, politely, and telling what is broken or moved.

Owns which addresses are asked, the verdicts and their problems. It is the one stage that uses the network, only by
`check --links`, and never to a machine that is not on the public internet. Refuses to guess: what is neither plainly
alive nor plainly gone is unknown and no finding. Clock and network are arguments.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.findings import Problem
from catalog.links.answer import Answer, Verdict
from catalog.links.cache import Cache
from catalog.links.network import Network, public_network
from catalog.links.rounds import asked
from catalog.rules import SEVERITIES
from catalog.rules.addresses import addresses
from catalog.rules.hosts import host_of, is_reserved

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from catalog.model import Catalog, Entry
    from catalog.rules.addresses import Address


def worth_a_visit(entries: Iterable[Entry]) -> frozenset[str]:
    """The web addresses in the entries, without their fragments; hosts that can belong to nobody are left out."""
    found = (_page(address.url) for entry in entries for address in addresses(entry) if _is_web(address))
    return frozenset(url for url in found if not is_reserved(host_of(url)))


def dead_links(catalog: Catalog, answers: Mapping[str, Answer]) -> Iterator[tuple[str, Problem]]:
    """Slug and problem of each link that is broken (APS428) or has moved (APS429), given what each page answered."""
    for entry in catalog.entries:
        for address in addresses(entry):
            answer = answers.get(_page(address.url))
            if answer is None:
                continue
            if answer.verdict is Verdict.BROKEN:
                message = f"the link is dead: {answer.detail}"
                yield (
                    entry.slug,
                    _problem("APS428", address, message, "put the address that it has now, or remove it"),
                )
            elif answer.verdict is Verdict.MOVED:
                message = f"the page has moved for good to {answer.moved_to}"
                yield entry.slug, _problem("APS429", address, message, "put the new address")


def _problem(code: str, address: Address, message: str, remedy: str) -> Problem:
    return Problem(code, SEVERITIES[code], address.path, message, remedy, offset=address.offset)


def _is_web(address: Address) -> bool:
    return address.url[:8].lower().startswith(("http://", "https://"))


def _page(url: str) -> str:
    return url.partition("#")[0]


__all__ = [
    "Answer",
    "Cache",
    "Network",
    "Verdict",
    "asked",
    "dead_links",
    "public_network",
    "worth_a_visit",
]
