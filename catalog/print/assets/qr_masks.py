"""Which of its eight masks a QR code gets: the one that readers find easiest (ISO/IEC 18004, 7.8.3).

Owns the standard's four penalties, worked out on all modules at once, as the bits of one number. Refuses to encode. An
encoder that weighs eight masks module by module takes four times as long as one that is told the mask, and a book has
thousands of codes.
"""

from __future__ import annotations

from dataclasses import dataclass

MASKS = 8
_BITS = bytes.maketrans(b"\x00\xff", b"10")
_LONG_RUN, _FINDER = 5, 11


@dataclass(frozen=True, slots=True)
class Masks:
    """The masks of codes of one size.

    `turns` says for each mask which modules it turns round that mask 0 does not, as bits of a row after the other and
    then of a column after the other; `level_turns` the same as bytes of levels. `starts` are, by length, the bits where
    a stretch of that length does not leave its row or column.
    """

    size: int
    turns: tuple[int, ...]
    level_turns: tuple[int, ...]
    starts: dict[int, int]

    def best(self, levels: bytes) -> bytes:
        """The levels of the code with the best mask, from those with mask 0. Equal penalties: the lower mask."""
        bits = _both_ways(levels, self.size)
        penalties = [self.penalty(bits ^ turn) for turn in self.turns]
        mask = penalties.index(min(penalties))
        turned = int.from_bytes(levels, "big") ^ self.level_turns[mask]
        return turned.to_bytes(len(levels), "big")

    def penalty(self, dark: int) -> int:
        """The penalty of a code, whose dark modules are the bits that are set."""
        size, starts = self.size, self.starts
        modules = size * size
        light = dark ^ ((1 << 2 * modules) - 1)
        # A shift to the left brings the next module to the place of this one.
        alike = ~(dark ^ (dark << 1))
        pairs = alike & (alike << 1)
        runs = pairs & (pairs << 2) & starts[_LONG_RUN]
        points = runs.bit_count() + 2 * (runs & ~(runs >> 1)).bit_count()
        blocks = alike & (alike << size) & ~(dark ^ (dark << size)) & starts[2]
        points += 3 * blocks.bit_count()
        pair = dark & (dark << 1)
        finder = dark & (light << 1) & (pair << 2) & (dark << 4) & (light << 5) & (dark << 6)
        two = light & (light << 1)
        four = two & (two << 2)
        found = finder & (four << 7) & starts[_FINDER], four & (finder << 4) & starts[_FINDER]
        points += 40 * (found[0].bit_count() + found[1].bit_count())
        return points + 10 * (abs(dark.bit_count() * 10 - modules * 10) // modules)


def masks_of(codes: tuple[bytes, ...], size: int) -> Masks:
    """The masks of a size, from the levels of one text under each of them."""
    first = _both_ways(codes[0], size)
    plain = int.from_bytes(codes[0], "big")
    return Masks(
        size,
        tuple(first ^ _both_ways(code, size) for code in codes),
        tuple(plain ^ int.from_bytes(code, "big") for code in codes),
        {length: _starts(size, length) for length in (2, _LONG_RUN, _FINDER)},
    )


def _both_ways(levels: bytes, size: int) -> int:
    """The modules row after row and then column after column, dark ones as set bits, the first as the highest."""
    bits = levels.translate(_BITS)
    columns = b"".join([bits[column::size] for column in range(size)])
    return int(bits + columns, 2)


def _starts(size: int, length: int) -> int:
    line = "1" * (size - length + 1) + "0" * (length - 1)
    if length == 2:  # Blocks of four are counted in rows alone, and none starts in the last row.
        return int(line * (size - 1) + "0" * size * (size + 1), 2)
    return int(line * size * 2, 2)
