"""Pictures of key pages of a small fixed book, and how two pictures of a page are compared.

`python -m tests.print.page_pictures` draws them anew: look at every picture that changed before you commit it.

Whole pages are held here, so that whoever changes a measure sees which other pages it moves. Pictures are coarse on
purpose, 50 dots an inch in sixteen steps a colour: they show where things stand, not how letters are drawn.
"""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import pypdfium2  # type: ignore[import-untyped]
from PIL import Image, ImageChops, ImageDraw

from catalog.editions import Edition
from catalog.model import Contacts, Listing, Media, Print, Promotion, Regions, Screenshot, Vendor
from catalog.print.book import build_book
from catalog.print.pages.plan import BackCover, Contents, Cover, EntryPage, IndexPage, ModelPage, Opener
from tests.conftest import LOGO, ROOT
from tests.print.small import CACHE, EDITION, catalog_of, entry_of

if TYPE_CHECKING:
    from catalog.model import Entry
    from catalog.print.pages.plan import Plan

PICTURES = ROOT / "tests" / "print" / "pictures"
FAILED = Path(tempfile.gettempdir()) / "aps-catalog-page-pictures"
"""Where a page that changed is left, with a picture of what is different."""

DPI = 50
_STEP = 17  # From one of the sixteen steps of a colour to the next.
_CELL = 4  # Pixels are compared by squares of so many, in which the grey of edges evens out.
_VISIBLE = 24  # By so much the mean of a square may differ, of 255.
_MOST_CELLS = 0.0003  # Share of the squares that may differ by more.
_MOST_MEAN = 3.0  # Mean difference of all pixels, of 255.

_NEXT = Edition("2027-autumn", "Autumn 2027", date(2027, 9, 1), date(2027, 8, 15))
_ARABIC = "تفقد الشركات الصغيرة عشر مواعيدها دفتر المواعيد"
_JAPANESE = "販売店は自社の名前で提供でき毎月の利用料がそのまま収益になります。設定は三分。"
_HIGHLIGHTS = ("Starts in a minute", "No server of its own", "Support in nine languages")
_NAMES = "anchor birch cedar dune ember fjord granite heron iris juniper kestrel lagoon".split()
_KINDS = ("webspace", "dedicated", "connector")


class Difference(NamedTuple):
    """How far two pictures are apart: the mean of all pixels, of 255, and the share of squares that one sees.

    Letters that fall a quarter of a pixel otherwise, all of a page, make a mean of 2.8 and no square; half a pixel
    makes fifteen squares in ten thousand or more.
    """

    mean: float
    cells: float

    @property
    def small(self) -> bool:
        """Whether it is no more than the noise of edges."""
        return self.mean <= _MOST_MEAN and self.cells <= _MOST_CELLS


def difference(one: Image.Image, other: Image.Image) -> Difference:
    """Compare two pictures; of two sizes, everything is different."""
    if one.size != other.size:
        return Difference(255.0, 1.0)
    pixels = _strongest(ImageChops.difference(one, other)).histogram()
    mean = sum(level * count for level, count in enumerate(pixels)) / (one.width * one.height)
    cells = _strongest(ImageChops.difference(one.reduce(_CELL), other.reduce(_CELL))).histogram()
    return Difference(mean, sum(cells[_VISIBLE + 1 :]) / sum(cells))


def _strongest(picture: Image.Image) -> Image.Image:
    """The strongest of the three colours of each pixel."""
    red, green, blue = picture.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def complaint(name: str, new: Image.Image, *, kept: Path = PICTURES, failed: Path = FAILED) -> str | None:
    """Why a page is not as it was, or nothing. What it is now, and where it differs, is then left in `failed`."""
    path = kept / f"{name}.png"
    old = Image.open(path).convert("RGB") if path.is_file() else Image.new("RGB", new.size, "white")
    apart = difference(old, new)
    if apart.small and path.is_file():
        return None
    failed.mkdir(parents=True, exist_ok=True)
    save(new, failed / f"{name}.new.png")
    _overlay(old, new).save(failed / f"{name}.difference.png", optimize=True)
    told = (
        f"mean {apart.mean:.2f} of 255, {apart.cells:.2%} of the page" if path.is_file() else "there was none"
    )
    return (
        f"the page {name} looks otherwise ({told}); see {failed / name}.new.png and .difference.png there. "
        "If that is meant: python -m tests.print.page_pictures"
    )


def _overlay(old: Image.Image, new: Image.Image) -> Image.Image:
    """The old page in red and the new one in blue: what both have is black."""
    old = old if old.size == new.size else old.resize(new.size)
    before, after = old.convert("L"), new.convert("L")
    return Image.merge("RGB", (after, ImageChops.darker(before, after), before))


def save(picture: Image.Image, path: Path) -> None:
    """Write a picture, in as few bytes as PNG can."""
    few = picture.getcolors(256) is not None
    exact = picture.quantize(256, dither=Image.Dither.NONE) if few else picture
    exact.save(path, optimize=True)


def rendered(pdf: bytes, folio: int) -> Image.Image:
    """A page as it is compared and kept."""
    document = pypdfium2.PdfDocument(pdf)
    page: Image.Image = document[folio - 1].render(scale=DPI / 72).to_pil().convert("RGB")
    document.close()
    return page.point([round(level / _STEP) * _STEP for level in range(256)] * 3)


def key_pages(folder: Path) -> dict[str, Image.Image]:
    """The pictures of a book built in `folder`, by name."""
    edition = replace(EDITION, features=("quay-mail",))
    entries = _entries(folder / "entries")
    report = build_book(
        catalog_of(entries, folder / "entries"),
        edition,
        output=folder,
        site_url="https://catalog.example/",
        cache=CACHE,
        upcoming=_NEXT,
    )
    assert report.path, report.faults
    assert report.plan
    content = report.path.read_bytes()
    return {name: rendered(content, folio) for name, folio in _folios(report.plan).items()}


def _folios(plan: Plan) -> dict[str, int]:
    """The pages that stand for their kind."""

    def first(kind: type) -> int:
        return next(folio for folio, page in enumerate(plan.pages, 1) if isinstance(page, kind))

    return {
        "cover": first(Cover),
        "contents": first(Contents),
        "models": first(ModelPage),
        "opener": first(Opener),
        "quarters": first(EntryPage),
        "half": plan.folios["offer-desk"],
        "feature": plan.folios["quay-mail"],
        "right-to-left": plan.folios["daftar"],
        "japanese": plan.folios["asagao-kintai"],
        "not-stated": plan.folios["open-abacus"],
        "index": first(IndexPage),
        "back-cover": first(BackCover),
    }


def _entries(folder: Path) -> list[Entry]:
    """Entries of every tier, script and variant. Those without pictures show that a page needs none."""
    vendors = [
        Vendor(name=name, homepage="https://v.example/") for name in ("Birch & Sons", "Zeta AG", "Fjordworks")
    ]
    plain = [
        entry_of(f"{name}-app", type=_KINDS[n % 3], vendor=vendors[n % 3], highlights=_HIGHLIGHTS[: n % 4])
        for n, name in enumerate(_NAMES)
    ]
    pictured = [_with_pictures(entry, folder) for entry in plain[:8]]
    offer = Promotion(title="Half price", text="", starts=date(2027, 1, 1), ends=date(2027, 9, 30))
    demo = Listing(source="demo")
    variants = [
        entry_of("asagao-kintai", name="朝顔勤怠", pitch=_JAPANESE, type="connector"),
        entry_of(
            "daftar",
            name="دفتر المواعيد",
            pitch=_ARABIC,
            highlights=(_ARABIC,),
            listing=demo,
            type="dedicated",
        ),
        entry_of("offer-desk", promotions=(offer,), print=Print(featured=True), highlights=_HIGHLIGHTS),
    ]
    feature = _with_pictures(
        entry_of("quay-mail", highlights=_HIGHLIGHTS, type="connector"), folder, screenshot=True
    )
    unclaimed = entry_of(
        "open-abacus", pitch=None, routes=(), contacts=Contacts(), business_models=(),
        regions=Regions(stated=False), listing=Listing(source="package"), print=Print(include=True), type="dedicated",
    )  # fmt: skip
    return [*pictured, *plain[8:], *variants, feature, unclaimed]


def _with_pictures(entry: Entry, folder: Path, *, screenshot: bool = False) -> Entry:
    """The entry with a logo, and with a screenshot of an office program if asked."""
    place = folder / entry.slug
    place.mkdir(parents=True)
    (place / "logo.svg").write_text(LOGO)
    shots: tuple[Screenshot, ...] = ()
    if screenshot:
        _desktop().save(place / "screen.png")
        shots = (Screenshot(file="screen.png", caption="The mailbox of an office"),)
    return msgspec.structs.replace(entry, media=Media(logo="logo.svg", screenshots=shots))


def _desktop() -> Image.Image:
    """A drawn window with a bar, a list and a text."""
    picture = Image.new("RGB", (1280, 800), "#f4f6f8")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, 1280, 90), fill="#1f4e79")
    for row in range(7):
        pen.rectangle((40, 140 + 90 * row, 380, 200 + 90 * row), fill="#cfd8e3")
        pen.rectangle((440, 140 + 60 * row, 1200 - 60 * (row % 3), 170 + 60 * row), fill="#8fa3b8")
    return picture


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        for page, picture in key_pages(Path(place)).items():
            save(picture, PICTURES / f"{page}.png")
