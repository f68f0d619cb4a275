"""Entries as they are read aloud: every text in a tag, in the order of reading."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

import pytest

from catalog.model import Promotion
from catalog.print.draw.entry import draw_block
from catalog.print.layout.block import Block
from catalog.print.layout.frames import frames
from catalog.print.layout.measure import measure_entry
from catalog.print.pdf.canvas import Box, PageCanvas, Resources, Sheet
from tests.print.small import EDITION, entry_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.print.conftest import MakeDesk


class Read(PageCanvas):
    """A page that keeps what a screen reader would say: a line for each tag, indented as they nest."""

    def __init__(self, sheet: Sheet, resources: Resources) -> None:
        super().__init__(sheet, resources)
        self.told: list[str] = []
        self.depth = 0

    @contextmanager
    def tag(
        self,
        role: Any,  # noqa: ANN401 - as the canvas
        *,
        alt: str = "",
        lang: str = "",
        box: Box | None = None,
    ) -> Iterator[None]:
        self.told.append(
            "  " * self.depth + role + (f" [{alt}]" if alt else "") + (f" ({lang})" if lang else "")
        )
        self.depth += 1
        with super().tag(role, alt=alt, lang=lang, box=box):
            yield
        self.depth -= 1

    @contextmanager
    def artifact(self) -> Iterator[None]:
        told = list(self.told)
        with super().artifact():
            yield
        self.told = told

    def text(self, x: float, baseline: float, line: Any, *ink: Any) -> None:  # noqa: ANN401 - as the canvas
        super().text(x, baseline, line, *ink)
        self.told[-1] += f" {line.text}"


@pytest.fixture
def read(make_desk: MakeDesk) -> Callable[..., list[str]]:
    """What is read of an entry on A4."""

    def made(size: Literal["quarter", "listing"] = "quarter", **parts: Any) -> list[str]:  # noqa: ANN401 - whatever an entry has
        desk = make_desk("A4", replace(EDITION, size=size))
        block = measure_entry(entry_of(**parts), desk, frames(desk.grid))
        assert isinstance(block, Block), block
        page = Read(Sheet(desk.grid.width, desk.grid.height), Resources(desk.typesetter.fonts))
        draw_block(page, block, 50, 50, desk.typesetter)
        return page.told

    return made


def test_a_quarter_is_read_from_its_name_to_its_code(read: Callable[..., list[str]]) -> None:
    offer = Promotion(title="Half price", text="", starts=date(2027, 1, 1), ends=date(2027, 9, 30))
    pitch = "Sell it beside the web space that the customer already pays for."
    assert read(pitch=pitch, highlights=("One reason", "Another"), promotions=(offer,)) == [
        "Art",
        "  H3 Harbor Sync",
        "  P Harbor Example Ltd",
        "  P Webspace",
        "  P Keeps office files in step between sites",
        "  P Sell it beside the web space that the customer already pays for.",
        "  L",
        "    LI One reason",
        "    LI Another",
        "  P Offer Half price Until 30 Sep 2027.",
        "  P Business models Direct",
        "  P Routes Parallels Automation",
        "  P Regions Worldwide",
        "  P Plesk criteria: meets",
        "  P Version 2.4.1",
        "  P PHP",
        "  P 1 server, no background service",
        "  P Sales sales@harbor.example",
        "  Figure [Code that opens https://catalog.example/apps/harbor-sync/?e=27s]",
    ]


def test_a_listing_is_read_in_the_order_of_its_columns(read: Callable[..., list[str]]) -> None:
    assert read("listing") == [
        "Art",
        "  H3 Harbor Sync",
        "  P Harbor Example Ltd",
        "  Figure [Webspace application] W",
        "  P Keeps office files in step between sites",
        "  P catalog.example/apps/harbor-sync",
        "  P Direct",
        "  P via PA",
        "  P Worldwide",
        "  P sales@harbor.example",
    ]


def test_a_text_in_another_language_says_which(read: Callable[..., list[str]]) -> None:
    told = read(name="のれん", pitch="朝顔勤怠の在庫帳。設定は三分。" * 8, languages=("ja",))
    assert told[1].startswith("  H3 (ja)")
    (pitch,) = [line for line in told if line.startswith("  P (ja) 朝顔勤怠の在庫帳")]
    assert pitch.endswith("設定は三分。")
