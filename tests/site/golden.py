"""The golden files of the site, read off a finished one.

`python -m tests.site.golden` writes them anew: look at the difference before you commit it.
"""

from __future__ import annotations

import json
import re
import tempfile
from datetime import date
from pathlib import Path

from catalog.compile import compile_catalog
from catalog.site import build_site
from tests.conftest import ROOT

DAY = date(2012, 5, 15)
GOLDEN = ROOT / "tests" / "golden" / "site"
FULL = GOLDEN / "catalog" / "entries"
"""A small catalog in which every part of a page occurs."""


def build(folder: Path, entries: Path = FULL, *, offline: bool = False) -> Path:
    """Build the site of `entries` below `folder` with the real theme and configuration, and return its folder."""
    compilation = compile_catalog(entries, DAY)
    assert not compilation.failed, compilation.findings
    output = folder / "dist" / "site"
    config = ROOT / "mkdocs.yml"
    build_site(compilation.catalog, config=config, output=output, offline=offline, cache=ROOT / ".cache")
    return output


def texts(site: Path) -> dict[str, str]:
    """Name and text of each golden file, as this site has it."""
    values = json.loads(_read(site, "api/v1/entries/harbor-sync.json"))
    cards = re.findall(r'<li class="card.*?</li>', _read(site, "apps/index.html"), re.DOTALL)
    return {
        "entry.html": _body(_read(site, "apps/harbor-sync/index.html")),
        "tombstone.html": _body(_read(site, "apps/harbor-classic/index.html")),
        "redirect.html": _read(site, "apps/harbor-files/index.html") + "\n",
        "card.html": next(card for card in cards if "Harbor Sync" in card) + "\n",
        "entry.json": json.dumps(values, indent=1, ensure_ascii=False) + "\n",
        "sitemap.xml": _read(site, "sitemap.xml"),
        "all.atom": _read(site, "feeds/all.atom"),
    }


def _read(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def _body(page: str) -> str:
    """What we draw, without the frame."""
    _, _, body = page.partition('data-md-component="content">')
    own, frame = body.partition("</main>")[0], "</div>"
    return own.rstrip().removesuffix(frame).rstrip().removesuffix(frame) + "\n"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        for name, text in texts(build(Path(place))).items():
            (GOLDEN / name).write_text(text, encoding="utf-8")
