"""What entries and pages are set with: edition, grid, type, pictures, the address of the site.

Owns that one value, which every measuring and drawing function is given, and what it takes to make one. Refuses state.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from catalog.print.assets.gather import picture_files
from catalog.print.assets.logos import prepare
from catalog.print.typography.typeset import Typesetter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.editions import Edition
    from catalog.model import Entry
    from catalog.print.assets.logos import Pictures
    from catalog.print.grid import Grid
    from catalog.print.typography.fonts import Fonts


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


def desk_for(
    entries: Sequence[Entry],
    edition: Edition,
    grid: Grid,
    *,
    folder: Path | str,
    site_url: str,
    cache: Path,
    fonts: Fonts,
) -> Desk:
    """A desk for entries, with their pictures prepared.

    Args:
        entries: what is to be set.
        edition: what it is set for.
        grid: where it stands.
        folder: the entries folder, for the pictures.
        site_url: where the site lives.
        cache: folder for converted pictures; safe to delete.
        fonts: have every sign of the entries.
    """
    pictures = prepare(picture_files(entries, Path(folder)), cache / "pictures")
    return Desk(edition, grid, Typesetter(fonts), pictures, site_url.rstrip("/") + "/")
