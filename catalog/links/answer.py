"""What a visit to an address says: alive, moved, broken or unknown, and why.

Owns the step from an HTTP status to a verdict. A page that refuses programs, asks to wait or has trouble of its own
may be there for a reader, so 401, 403, 429 and 5xx are unknown; only 404 and 410 say that it is gone.
"""

from __future__ import annotations

from enum import StrEnum
from http import HTTPStatus

import msgspec

TOO_MANY = HTTPStatus.TOO_MANY_REQUESTS
_GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})


class Verdict(StrEnum):
    """What is known of an address."""

    ALIVE = "alive"
    MOVED = "moved"
    BROKEN = "broken"
    UNKNOWN = "unknown"


class Answer(msgspec.Struct, frozen=True):
    """The verdict on an address. `detail` says why in a few words; `moved_to` is the new address of a moved page.

    `status` is the last HTTP status, 0 where none came.
    """

    verdict: Verdict
    detail: str
    status: int = 0
    moved_to: str = ""


def judged_status(status: int, moved_to: str) -> Answer:
    """The answer of a page that redirects no further; `moved_to` where permanent redirects alone led away first."""
    named = _named(status)
    if status in _GONE:
        return Answer(Verdict.BROKEN, f"the server says {named}", status)
    if not 200 <= status < 300:
        return Answer(Verdict.UNKNOWN, f"the server says {named}", status)
    if moved_to:
        return Answer(Verdict.MOVED, "permanent redirect", status, moved_to)
    return Answer(Verdict.ALIVE, named, status)


def _named(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
