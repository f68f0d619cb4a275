"""The Plesk verdict: does an application meet the criteria of a Plesk Panel environment?

Source: handbook, "Meeting Parallels Plesk Panel APS Criteria". Computed from the deployment block, never declared.
Owns the three answers and the reason for each. Refuses to guess: what the vendor did not state is "not enough stated".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from catalog.model import Entry

Answer = Literal["meets", "does-not-meet", "not-enough-stated"]
ANSWERS: dict[Answer, str] = {
    "meets": "Meets the Plesk Panel criteria",
    "does-not-meet": "Does not meet the Plesk Panel criteria",
    "not-enough-stated": "Not enough stated for a Plesk Panel verdict",
}

SHORT: dict[Answer, str] = {
    "meets": "Meets the criteria",
    "does-not-meet": "Does not meet them",
    "not-enough-stated": "Not enough stated",
}
"""The answers where the question stands above them."""


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """An answer, the clause it rests on, and what about the entry decided it (one sentence)."""

    answer: Answer
    clause: str
    reason: str


def plesk_verdict(entry: Entry) -> Verdict:
    """Judge one entry against the clause of its application type."""
    answer, reason = _JUDGES[entry.type](entry)
    return Verdict(answer=answer, clause=vocabularies().types[entry.type].plesk_clause, reason=reason)


def _webspace(entry: Entry) -> tuple[Answer, str]:
    servers = entry.deployment.servers if entry.deployment else None
    if servers is None:
        return "not-enough-stated", "The entry does not say how many servers it needs."
    if servers == 1:
        return "meets", "It installs onto the one server."
    return "does-not-meet", f"It needs {servers} servers."


def _dedicated(entry: Entry) -> tuple[Answer, str]:
    servers = entry.deployment.servers if entry.deployment else None
    if servers is None:
        return "not-enough-stated", "The entry does not say how many servers it needs."
    if servers == 1:
        return "meets", "It runs within one server."
    return "does-not-meet", f"It needs {servers} servers; offer it as a connector."


def _connector(entry: Entry) -> tuple[Answer, str]:
    service = entry.deployment.service if entry.deployment else None
    if service is None:
        return "not-enough-stated", "The entry names no cloud service that it reaches."
    return "meets", f"It reaches {service.name}."


_JUDGES = {"webspace": _webspace, "dedicated": _dedicated, "connector": _connector}
