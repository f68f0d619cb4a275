"""The unit of every length in the book: the PDF point, 1/72 inch."""

from __future__ import annotations

MM = 72 / 25.4
"""Points in a millimetre."""
