"""What entries and pages are set with: edition, grid, type, pictures, the address of the site.

Owns that one value, which every measuring and drawing function is given. Refuses state.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from catalog.editions import Edition
    from catalog.print.assets.logos import Pictures
    from catalog.print.grid import Grid
    from catalog.print.typography.typeset import Typesetter


@dataclass(frozen=True, slots=True)
class Desk:
    """`site_url` ends with a slash; the code of the edition stands in every address that the book prints."""

    edition: Edition
    grid: Grid
    typesetter: Typesetter
    pictures: Pictures
    site_url: str

    def address(self, slug: str) -> str:
        """The address of an entry's page, which says which edition led there."""
        return f"{self.site_url}apps/{slug}/?e={self.edition.code}"

    @property
    def home(self) -> str:
        """The address of the site, which says which edition led there."""
        return f"{self.site_url}?e={self.edition.code}"
