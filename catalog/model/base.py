"""The common ground of all model values."""

from __future__ import annotations

import msgspec


class Part(msgspec.Struct, frozen=True, gc=False):
    """Immutable, and outside the cycle collector, since no part has cycles."""
