"""The feeds, the sitemap, published pictures, and the last look at links."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from catalog.site.feeds import atom, plesk_atom, promotions_atom, sitemap
from catalog.site.made import Made
from catalog.site.output import Output
from catalog.site.pictures import publish_pictures
from catalog.site.verify import BrokenSiteError, links_named, verify
from catalog.site.walk import walked
from tests.conftest import COMPLETE, LOGO, MINIMAL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from catalog.model import Catalog

DAY = date(2012, 5, 15)
BASE = "https://catalog.example/"
ATOM = "{http://www.w3.org/2005/Atom}"


OFFERS = """\
promotions:
  - {title: Past, text: An offer that has ended., starts: 2012-01-01, ends: 2012-05-14}
  - {title: Half & <half>, text: Half price until June., starts: 2012-05-10, ends: 2012-06-30}
  - {title: Later, text: An offer still to come., starts: 2012-07-01, ends: 2012-07-31}
"""


def test_the_feed_of_promotions_has_those_that_have_not_ended(compiled: Callable[..., Catalog]) -> None:
    listed = compiled({"wiki": COMPLETE + OFFERS}).listed
    feed = ET.fromstring(promotions_atom(listed, name="A & B", base=BASE, as_of=DAY))  # noqa: S314 -- our own
    entries = feed.findall(f"{ATOM}entry")
    titles = [entry.findtext(f"{ATOM}title") for entry in entries]
    assert titles == ["Example Wiki: Later", "Example Wiki: Half & <half>"]
    assert entries[1].findtext(f"{ATOM}summary") == "Half price until June. (10 May 2012 to 30 June 2012)"
    assert feed.findtext(f"{ATOM}updated") == "2012-05-15T00:00:00Z"
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 2


def test_the_feed_for_the_panel_encloses_each_package(compiled: Callable[..., Catalog]) -> None:
    """What is enclosed is what the panel fetches."""
    package = "package: {aps: 1.2, release: '7', url: 'https://wiki.example.org/wiki.app.zip?a&b'}\n"
    listed = compiled({"wiki": COMPLETE + package}).listed
    feed = ET.fromstring(plesk_atom(listed, name="A", base=BASE, as_of=DAY))  # noqa: S314 -- our own
    assert feed.findtext(f"{ATOM}title") == "A: packages for Plesk Panel"
    (link,) = feed.findall(f"{ATOM}entry/{ATOM}link[@rel='enclosure']")
    assert link.get("href") == "https://wiki.example.org/wiki.app.zip?a&b"
    assert link.get("title") == "Example Wiki 1.10"


def test_the_feed_is_well_formed_and_newest_first(compiled: Callable[..., Catalog]) -> None:
    entries = {
        "old": MINIMAL.replace("Example Wiki\n", "'R&D <b>'\n", 1) + "listing: {checked: 2012-01-01}\n",
        "new": COMPLETE,
    }
    feed = ET.fromstring(atom(compiled(entries).listed, name="A & B", base=BASE, as_of=DAY))  # noqa: S314 -- our own
    titles = [entry.findtext(f"{ATOM}title") for entry in feed.findall(f"{ATOM}entry")]
    assert titles == ["Example Wiki (demonstration)", "R&D <b>"]
    assert feed.findtext(f"{ATOM}title") == "A & B"
    assert feed.findtext(f"{ATOM}updated") == "2012-05-01T00:00:00Z"
    assert ET.fromstring(atom((), name="A", base=BASE, as_of=DAY)).findall(f"{ATOM}entry") == []  # noqa: S314


def test_the_sitemap_has_absolute_addresses() -> None:
    assert b"<loc>https://catalog.example/apps/a/</loc>" in sitemap(["", "apps/a/"], BASE)


def _picture(kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (300, 200), "#1a4fd0").save(out, format=kind, **options)
    return out.getvalue()


def _published(compiled: Callable[..., Catalog], content: bytes | str, name: str) -> tuple[bytes, int, int]:
    text = COMPLETE.replace("logo: logo.svg", f"logo: {name}")
    catalog = compiled({"wiki": text}, {f"entries/wiki/{name}": content})
    written: dict[str, bytes] = {}
    found = publish_pictures(catalog.listed, catalog.folder, written.__setitem__)
    shown = found["wiki", name]
    return written[shown.src], shown.width, shown.height


def test_a_vector_picture_goes_out_as_it_is(compiled: Callable[..., Catalog]) -> None:
    assert _published(compiled, LOGO, "logo.svg") == (LOGO.encode(), 64, 64)


def test_a_clean_bitmap_goes_out_as_it_is(compiled: Callable[..., Catalog]) -> None:
    content = _picture("PNG")
    assert _published(compiled, content, "logo.png") == (content, 300, 200)


def test_what_a_camera_adds_is_taken_out_and_the_picture_stands_upright(
    compiled: Callable[..., Catalog],
) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Camera of somebody"
    content, width, height = _published(compiled, _picture("JPEG", exif=exif, comment=b"home"), "logo.jpg")
    assert (width, height) == (200, 300)
    assert b"somebody" not in content
    assert b"home" not in content
    with Image.open(io.BytesIO(content)) as shown:
        assert shown.size == (200, 300)


def _site(folder: Path, page: str) -> Output:
    output = Output(folder)
    output.page("", b'<a href="apps/">')
    output.page("apps/", b"")
    output.links = {b"apps/", b""}
    (folder / "guide.html").write_text(page)
    return output


def test_a_site_whose_links_lead_somewhere_is_counted(tmp_path: Path) -> None:
    output = _site(tmp_path, '<a href="apps/?q=1"><a href="https://x.example/"><a href="#top"><a href=".">')
    pages, size = verify(tmp_path, output, [])
    assert pages == 3
    assert size == sum(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file())


@pytest.mark.parametrize("link", ["nowhere/", "apps/x.svg", "../outside/"])
def test_a_link_that_leads_nowhere_stops_the_publication(tmp_path: Path, link: str) -> None:
    with pytest.raises(BrokenSiteError, match="links lead nowhere"):
        verify(tmp_path, _site(tmp_path, f'<a href="{link}">'), [])


def test_a_catalog_page_with_a_broken_link_stops_the_publication(tmp_path: Path) -> None:
    output = _site(tmp_path, "")
    output.links.add(b"apps/lost/")
    with pytest.raises(BrokenSiteError, match="apps/lost/"):
        verify(tmp_path, output, [])


def _with_kept_page(folder: Path, html: str, links: list[bytes]) -> Output:
    """A site with a page that was taken over unread, of which `links` are remembered."""
    (folder / "old" / "apps" / "wiki").mkdir(parents=True)
    (folder / "old" / "apps" / "wiki" / "index.html").write_text(html)
    (folder / "new").mkdir()
    output = Output(folder / "new", folder / "old", Made(b"", {"apps/wiki/": b"key"}, links))
    output.page("", b"")
    assert output.keeps("apps/wiki/", b"key")
    return output


def test_a_page_taken_over_unread_that_names_a_lost_file_stops_the_publication(tmp_path: Path) -> None:
    html = '<img src="../../apps/mail/logo.svg"><a href="../../">'
    output = _with_kept_page(tmp_path, html, [b"", b"apps/mail/logo.svg", b"apps/other.svg"])
    with pytest.raises(BrokenSiteError, match=r"apps/mail/logo\.svg \(from apps/wiki/index\.html\)$"):
        verify(tmp_path / "new", output, [])


def test_what_no_page_names_any_more_is_forgotten(tmp_path: Path) -> None:
    html = '<img src="../../apps/mail/logo.svg.png">apps/mail/logo.svg<a href="../../">'
    output = _with_kept_page(tmp_path, html, [b"", b"apps/mail/logo.svg"])
    output.write("apps/mail/logo.svg.png", b"")
    verify(tmp_path / "new", output, [])
    assert links_named(output, walked(tmp_path / "new").sizes) == {b""}


def test_a_lost_entry_stops_the_publication(tmp_path: Path) -> None:
    with pytest.raises(BrokenSiteError, match="no page was written for wiki"):
        verify(tmp_path, _site(tmp_path, ""), ["wiki"])


def test_a_style_sheet_that_names_a_lost_file_stops_the_publication(tmp_path: Path) -> None:
    output = _site(tmp_path, "")
    style = "@font-face { src: url('fonts/a.woff2') } .i { --i: url(\"data:image/svg+xml,%3Csvg/%3E\") }"
    output.write("assets/a.css", style.encode())
    with pytest.raises(BrokenSiteError, match=r"assets/fonts/a\.woff2 \(from assets/a\.css\)$"):
        verify(tmp_path, output, [])
    output.write("assets/fonts/a.woff2", b"")
    verify(tmp_path, output, [])


CARD = '<li class="card">'
COUNTED = {
    "apps/page/2/index.html": CARD,
    "api/v1/entries.json": '{"version":1,"entries":[{"slug":"a"},\n{"slug":"b","of":[{}]},\n{"slug":"c"}]}\n',
    "api/v1/entries.csv": 'slug,summary\na,"two\nlines"\nb,\nc,\n',
    "apps/index.js": 'apsIndex("manifest",{"version":3,"total":3});',
}


@pytest.mark.parametrize(
    ("path", "content", "said"),
    [
        ("apps/page/2/index.html", 2 * CARD, "4 cards on /apps/"),
        ("api/v1/entries.json", '{"entries":[]}', "0 entries in entries.json"),
        ("api/v1/entries.json", '{"entries":[{"slug":"a"}]}\n', "1 entries in entries.json"),
        ("api/v1/entries.csv", "slug\na\n", "1 rows in entries.csv"),
        ("apps/index.js", 'apsIndex("manifest",{"total":2});', "2 entries in the search index"),
    ],
)
def test_a_site_whose_parts_hold_different_numbers_is_not_published(
    tmp_path: Path, path: str, content: str, said: str
) -> None:
    output = Output(tmp_path)
    output.page("", b"")
    output.page("apps/", (2 * CARD).encode())
    for name, text in (COUNTED | {path: content}).items():
        output.write(name, text.encode())
    with pytest.raises(BrokenSiteError, match=f"^3 applications are listed, but there are {said}$"):
        verify(tmp_path, output, [], 3)
    (tmp_path / path).write_text(COUNTED[path])
    verify(tmp_path, output, [], 3)
