"""What entries and pages are set with: edition, grid, type, pictures, the address of the site.

Owns that one value, which every measuring and drawing function is given, and what it takes to make one. Refuses state.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from catalog.print.assets.gather import picture_files
from catalog.print.assets.logos import prepare
from catalog.print.typography.typeset import Typesetter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.editions import Edition
    from catalog.model import Entry
    from catalog.print.assets.logos import Pictures
    from catalog.print.grid import Grid
    from catalog.print.press.profile import PressProfile
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


class Sources(NamedTuple):
    """Where a book takes things from.

    `folder` holds the entries and their pictures, codes lead to `site_url`, `cache` is for converted
    pictures and safe to delete.
    """

    folder: str
    site_url: str
    cache: Path


def desk_for(
    entries: Sequence[Entry],
    edition: Edition,
    grid: Grid,
    sources: Sources,
    *,
    fonts: Fonts,
    profile: PressProfile | None = None,
) -> Desk:
    """A desk for entries, with their pictures prepared.

    Args:
        entries: what is to be set.
        edition: what it is set for.
        grid: where it stands.
        sources: where pictures come from and codes lead to.
        fonts: have every sign of the entries.
        profile: the printing condition whose inks the pictures come in; without one they are for the screen.
    """
    pictures = prepare(picture_files(entries, Path(sources.folder)), sources.cache / "pictures", profile)
    return Desk(edition, grid, Typesetter(fonts), pictures, sources.site_url.rstrip("/") + "/")
