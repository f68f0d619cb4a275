"""The mask of a code is the one of the standard, whatever way it is found."""

from __future__ import annotations

import itertools
from typing import cast

import pytest
import zxingcpp

from catalog.print.assets.qr import modules
from catalog.print.assets.qr_masks import MASKS, masks_of

ADDRESSES = [f"https://catalog.example/apps/{'application-' * size}{size}/?e=27s" for size in range(7)]


def masked(text: str, mask: int) -> tuple[bytes, int]:
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M", data_mask=mask)
    image = zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False)
    return bytes(cast("bytes", image)), int(image.shape[0])


def penalty(levels: bytes, size: int) -> int:
    """The four rules of ISO/IEC 18004 as they are written, module by module."""
    rows = [[level == 0 for level in levels[row * size : (row + 1) * size]] for row in range(size)]
    lines = rows + [list(column) for column in zip(*rows, strict=True)]
    points = 0
    for line in lines:
        lengths = [len(list(group)) for _, group in itertools.groupby(line)]
        points += sum(3 + length - 5 for length in lengths if length >= 5)
        told = "".join("1" if dark else "0" for dark in line)
        windows = [told[at : at + 11] for at in range(size - 10)]
        points += 40 * (windows.count("10111010000") + windows.count("00001011101"))
    for row, column in itertools.product(range(size - 1), repeat=2):
        block = {rows[row + down][column + right] for down in (0, 1) for right in (0, 1)}
        points += 3 * (len(block) == 1)
    dark = sum(map(sum, rows))
    return points + 10 * int(abs(dark * 100 / (size * size) - 50) / 5)


@pytest.mark.parametrize("text", ADDRESSES)
def test_the_mask_is_the_one_with_the_least_penalty(text: str) -> None:
    codes = [masked(text, mask)[0] for mask in range(MASKS)]
    size = masked(text, 0)[1]
    penalties = [penalty(code, size) for code in codes]
    assert modules(text).levels == codes[penalties.index(min(penalties))]


def test_masks_learned_from_one_text_hold_for_another_of_its_size() -> None:
    text, other = ADDRESSES[2], ADDRESSES[2].replace("a", "b")
    size = masked(text, 0)[1]
    masks = masks_of(tuple(masked(text, mask)[0] for mask in range(MASKS)), size)
    best = masks.best(masked(other, 0)[0])
    assert best in [masked(other, mask)[0] for mask in range(MASKS)]
    assert best == modules(other).levels
