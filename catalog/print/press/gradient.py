"""The functions of gradients, from sRGB or grey to inks.

Owns their sampling: inks do not change evenly where sRGB does, so a stretch between two colours becomes a row of
samples. Refuses functions in PostScript.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name

if TYPE_CHECKING:
    import pikepdf

    from catalog.print.press.profile import PressProfile, Rgb

_SAMPLES = 33
_RED, _GREEN, _BLUE = 0.2126, 0.7152, 0.0722


class InseparableError(Exception):
    """The page holds something that is not rewritten; the message says what."""


def gray_of(parts: list[float]) -> float:
    """How light a colour is, from 0 to 1: grey, sRGB or inks."""
    if len(parts) == 1:
        return parts[0]
    if len(parts) == 4:
        return max(0.0, 1 - sum(parts))
    return round(_RED * parts[0] + _GREEN * parts[1] + _BLUE * parts[2], 4)


def separated_function(
    pdf: pikepdf.Pdf, function: pikepdf.Object, profile: PressProfile | None
) -> pikepdf.Object:
    """The function in inks, or without a profile in grey.

    Raises:
        InseparableError: it is none of two colours or of stretches of such.
    """
    whole = [color for part in _stretches(function) for color in _sampled(part)]
    neutral = all(len({round(part * 255) for part in color}) == 1 for color in whole)
    return _rebuilt(pdf, function, profile, neutral=neutral)


def _rebuilt(
    pdf: pikepdf.Pdf, function: pikepdf.Object, profile: PressProfile | None, *, neutral: bool
) -> pikepdf.Object:
    if int(function.FunctionType) == 3:
        parts = [_rebuilt(pdf, part, profile, neutral=neutral) for part in function.Functions]
        kept = {name: function[name] for name in ("/FunctionType", "/Domain", "/Bounds", "/Encode")}
        return pdf.make_indirect(Dictionary({**kept, "/Functions": Array(parts)}))
    colors = _sampled(function)
    if profile is None:
        rows: list[tuple[float, ...]] = [(gray_of([*color]),) for color in colors]
    else:
        # Black alone at one end and four inks beside it would show as a step.
        rows = [profile.ink(color, pure=neutral) for color in colors]
    samples = bytes(int(part * 255) for row in rows for part in row)
    stream = pdf.make_stream(samples)
    stream.FunctionType, stream.BitsPerSample = 0, 8
    stream.Domain, stream.Size = Array([0, 1]), Array([len(rows)])
    stream.Range = Array([0, 1] * len(rows[0]))
    return stream


def _stretches(function: pikepdf.Object) -> list[pikepdf.Object]:
    if isinstance(function, Array) or "/FunctionType" not in function:
        raise InseparableError("a gradient with a function for each part of a colour")
    kind = int(function.FunctionType)
    if kind == 3:
        return [part for inner in function.Functions for part in _stretches(inner)]
    if kind != 2:
        raise InseparableError("a gradient that is worked out by a program")
    return [function]


def _sampled(function: pikepdf.Object) -> list[Rgb]:
    """The colours of a stretch from one colour to another, both ends included."""
    first = [float(part) for part in function.get(Name.C0, Array([0]))]
    last = [float(part) for part in function.get(Name.C1, Array([1]))]
    power = float(function.N)
    made = []
    for at in range(_SAMPLES):
        share = (at / (_SAMPLES - 1)) ** power
        parts = [start + share * (end - start) for start, end in zip(first, last, strict=True)]
        made.append((parts[0], parts[0], parts[0]) if len(parts) == 1 else (parts[0], parts[1], parts[2]))
    return made
