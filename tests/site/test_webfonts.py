"""The site's fonts: which faces a catalog needs, what goes into them, and that they come out the same every time."""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont

from catalog.model import Entry, Programme, Regions, StorefrontListing, Vendor
from catalog.site.webfonts import FACES, Webfonts, signs_of, unicode_range, webfonts
from catalog.site.webfonts_cut import Cut, cut

if TYPE_CHECKING:
    from pathlib import Path

MONO = Cut(
    pack="justmytype_western_core", path="jetbrainsmono/JetBrainsMono[wght].ttf", signs=frozenset(b"AB")
)


def entry(name: str, *languages: str, summary: str = "A summary") -> Entry:
    return Entry(
        slug="one",
        name=name,
        version="1",
        summary=summary,
        description="A description.",
        vendor=Vendor(name="Maker", homepage="https://maker.example/"),
        type="webspace",
        business_models=("direct",),
        regions=Regions(stated=True, include=("worldwide",)),
        categories=("web/wiki",),
        languages=languages,
    )


def faces(fonts: Webfonts) -> set[str]:
    return {name.split(".")[0] for name in fonts.files} - {"LICENSES"}


def held(fonts: Webfonts, face: str) -> set[int]:
    woff2 = next(woff2 for name, woff2 in fonts.files.items() if name.startswith(f"{face}."))
    return set(TTFont(io.BytesIO(woff2)).getBestCmap())


def test_a_catalog_in_ascii_needs_only_the_faces_of_the_shell() -> None:
    assert faces(webfonts(signs_of([entry("Plain")], Programme()))) == {"inter", "inter-italic", "mono"}


@pytest.mark.parametrize(
    ("name", "face"),
    [
        ("Żuraw", "inter-europe"),
        ("Chợ Việt", "inter-vietnamese"),
        ("Часы", "inter-cyrillic"),
        ("Ελιά", "inter-greek"),
        ("واحة", "arabic"),
        ("ספר", "hebrew"),
        ("सेतु", "devanagari"),
        ("ตลาด", "thai"),
    ],
)
def test_a_script_brings_its_face(name: str, face: str) -> None:
    fonts = webfonts(signs_of([entry(name)], Programme()))
    assert face in faces(fonts)
    assert {ord(sign) for sign in name if not sign.isascii()} <= held(fonts, face) | held(fonts, "inter")


def test_an_alphabet_is_cut_whole_so_that_a_new_entry_does_not_change_its_file() -> None:
    one, other = (webfonts(signs_of([entry(name)], Programme())) for name in ("Час", "Ёж"))
    assert one == other


def test_of_a_han_font_only_the_used_signs_are_cut() -> None:
    assert held(webfonts(signs_of([entry("同期ノート")], Programme())), "jp") == {
        ord(sign) for sign in "同期ノート"
    }


@pytest.mark.parametrize(
    ("name", "languages", "face"),
    [
        ("同期ノート", ("ja",), "jp"),
        ("青竹文档", ("zh-CN",), "sc"),
        ("青竹文檔", ("zh-TW",), "tc"),
        ("메모장", ("ko",), "kr"),
    ],
)
def test_han_signs_are_set_in_the_font_of_their_language(
    name: str, languages: tuple[str, ...], face: str
) -> None:
    fonts = webfonts(signs_of([entry(name, *languages)], Programme()))
    assert faces(fonts) & {"jp", "sc", "tc", "kr"} == {face}


def test_a_sign_that_no_font_has_is_left_to_the_reader_s_system() -> None:
    assert faces(webfonts({"": frozenset((0x13000,))})) == {"inter", "inter-italic", "mono"}


def test_every_face_is_named_by_its_bytes_and_by_the_stylesheet() -> None:
    fonts = webfonts(signs_of([entry("Żuraw 同期")], Programme()))
    for name, woff2 in fonts.files.items():
        if name.endswith(".woff2"):
            assert hashlib.sha256(woff2).hexdigest().startswith(name.split(".")[1])
            assert f'url("fonts/{name}")' in fonts.css
    assert fonts.css.count("font-display:swap") == len(fonts.files) - 1


def test_every_family_comes_with_its_licence() -> None:
    licences = webfonts({}).files["LICENSES.txt"].decode()
    assert "Inter\n" in licences
    assert licences.count("SIL OPEN FONT LICENSE Version 1.1") >= 2


def test_ranges_of_one_family_do_not_overlap() -> None:
    seen: dict[tuple[str, bool], set[int]] = {}
    for face in FACES:
        points: set[int] = set()
        for word in face.signs.split():
            first, _, last = word.partition("-")
            points.update(range(int(first, 16), int(last or first, 16) + 1))
        family = seen.setdefault((face.family, face.italic), set())
        assert not family & points, face.name
        family |= points


def test_weights_of_the_look_are_in_and_no_others() -> None:
    fonts = webfonts({})
    woff2 = next(woff2 for name, woff2 in fonts.files.items() if name.startswith("inter."))
    axes = {axis.axisTag: (axis.minValue, axis.maxValue) for axis in TTFont(io.BytesIO(woff2))["fvar"].axes}
    assert axes == {"opsz": (14, 32), "wght": (400, 700)}


def test_runs_of_code_points_are_joined() -> None:
    assert unicode_range((0x41, 0x30, 0x31, 0x32)) == "U+30-32,U+41"


def test_the_same_signs_give_the_same_bytes() -> None:
    assert cut(MONO, None) == cut(MONO, None)


def test_a_cut_comes_out_of_the_cache_as_it_went_in(tmp_path: Path) -> None:
    fresh = cut(MONO, tmp_path)
    assert cut(MONO, tmp_path) == fresh
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("damage", [b"", b"torn", None])
def test_a_damaged_file_in_the_cache_is_made_anew(tmp_path: Path, damage: bytes | None) -> None:
    fresh = cut(MONO, tmp_path)
    stored = next(tmp_path.iterdir())
    whole = stored.read_bytes()
    stored.write_bytes(whole[:-1] + bytes((whole[-1] ^ 1,)) if damage is None else damage)
    assert cut(MONO, tmp_path) == fresh
    assert stored.read_bytes() == whole


def test_names_of_the_programme_bring_their_signs() -> None:
    shop = StorefrontListing(id="hanamichi", name="花道ネット", enabled=True)
    fonts = webfonts(signs_of([entry("Plain")], Programme(storefronts=(shop,))))
    assert held(fonts, "jp") == {ord(sign) for sign in shop.name}
