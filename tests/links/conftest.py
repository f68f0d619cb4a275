"""Certificates of an authority that only the test trusts."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime

import pytest
import trustme


class Certificates:
    """An authority, and the contexts of servers that it vouches for."""

    def __init__(self) -> None:
        self._authority = trustme.CA()

    def trust(self) -> ssl.SSLContext:
        """Who trusts this authority and nobody else."""
        context = ssl.create_default_context()
        self._authority.configure_trust(context)
        return context

    def server(self, name: str, *, expired: bool = False) -> ssl.SSLContext:
        """A server that holds a certificate for a name."""
        ends = datetime(2020, 2, 1, tzinfo=UTC) if expired else None
        starts = datetime(2020, 1, 1, tzinfo=UTC) if expired else None
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._authority.issue_cert(name, not_before=starts, not_after=ends).configure_cert(context)
        return context


@pytest.fixture(scope="session")
def certificates() -> Certificates:
    return Certificates()
