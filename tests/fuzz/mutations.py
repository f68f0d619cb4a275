"""Entries and drawings that somebody, or something, has spoiled.

Owns the ways of spoiling. Each takes a source of chance and bytes and gives bytes; the same seed spoils alike.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

EVIL = [
    "", " ", "~", "null", "NO", "1.10", "012", "22:30", "0x1F", ".inf", "-.nan", "1e999", "9" * 400, "x" * 10_000,
    "0000-00-00", "9999-12-31", "2023-02-29", "2026-13-01", "-2026-01-01", "${{ github.token }}", "{{ x }}", "{% raw %}",
    "<script>alert(1)</script>", "]]>", "</script>", "<b>", "<para>", '<img src="/etc/passwd"/>', "=cmd|'/c calc'!A0",
    "\r\nBEGIN:VALARM", "::error::x", "%0A::set-output name=x::y", "\x1b[31m", "\u202eabc", "a\u200bb", "\u00a0", "\ufeff",
    "\ufffe", "\U000e0041", "e\u0301", "раураl", "👩\u200d👩\u200d👧", "\ud7ff", "\U0010ffff", "javascript:alert(1)",
    "https://user:pass@h.example/", "http://[::1%25eth0]/", "http://127.0.0.1:99999/", "https://xn--/", "https://ex\\ample/",
    "https://éxample.example/", "//h.example", "http://", "https://h.example:0/", "mailto:a@b", "ftp://h.example/", "data:,x",
    "[" * 3000, "*" * 3000, "`" * 3001, "[a](" * 900, "> " * 900, "- " * 900, "[a]: <" * 500, "| a " * 800, "&#0;&#x110000;",
    "&a", "*a", "!!python/object/apply:os.system [id]", "<<", "|", ">", "- - - - -", "{a: {a: {a: {a: {a: 1}}}}}", "[[[[[[]]]]]]",
    "not-stated", "worldwide", "{include: [eu], except: [eu]}", "[419, 001, UK]", "true", "!", "%", "@", "? a", "'", '"', "#", ": ",
]  # fmt: skip
_FIELD = re.compile(r"^( *(?:- )?)([\w-]+):(.*)$", re.MULTILINE)


def spoiled(chance: random.Random, texts: Sequence[str]) -> bytes:
    """One of the texts after one to three accidents, now and then in another encoding."""
    text: str = chance.choice(texts)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        text = chance.choice(_ACCIDENTS)(chance, text, texts)
    if chance.random() < 0.04:
        encoding = chance.choice(("utf-16", "latin-1", "utf-32", "utf-8-sig", "cp1252"))
        return text.encode(encoding, "replace")
    data = bytearray(text.encode("utf-8", "surrogatepass"))
    if chance.random() < 0.06 and data:
        for _ in range(chance.randrange(1, 4)):
            data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def _cut(chance: random.Random, text: str, _texts: Sequence[str]) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] if chance.random() < 0.3 else text[:at] + text[at + chance.randrange(1, 30) :]


def _typed(chance: random.Random, text: str, _texts: Sequence[str]) -> str:
    at = chance.randrange(len(text) + 1)
    piece: str = chance.choice((*"-:#[]{},|>'\"?&*!%@`~\\.\n\t ", chance.choice(EVIL)))
    return text[:at] + piece + text[at:]


def _line(chance: random.Random, text: str, texts: Sequence[str]) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    match chance.randrange(6):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[at])
        case 2:
            lines.insert(chance.randrange(len(lines)), lines.pop(at))
        case 3:
            lines[at] = " " * chance.choice((1, 2, 4)) + lines[at]
        case 4:
            lines[at] = lines[at].lstrip()
        case _:
            lines.insert(at, chance.choice(chance.choice(texts).split("\n")))
    return "\n".join(lines)


def _value(chance: random.Random, text: str, _texts: Sequence[str]) -> str:
    """Another value for a field, quoted or not, or another shape of the same one."""
    fields = list(_FIELD.finditer(text))
    if not fields:
        return text
    field = chance.choice(fields)
    old, new = field[3].strip(), chance.choice(EVIL)
    quoted = (
        '"' + new.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r") + '"'
    )
    value = chance.choice(
        (new, quoted, quoted, f"[{old}]", f"{{a: {old}}}", f"[{quoted}, {quoted}]", "", f"|\n  {new}\n")
    )
    return f"{text[: field.start()]}{field[1]}{field[2]}: {value}{text[field.end() :]}"


def _splice(chance: random.Random, text: str, texts: Sequence[str]) -> str:
    other = chance.choice(texts)
    return text[: chance.randrange(len(text) + 1)] + other[chance.randrange(len(other) + 1) :]


_ACCIDENTS: tuple[Callable[[random.Random, str, Sequence[str]], str], ...] = (
    _cut, _typed, _line, _line, _value, _value, _value, _splice,
)  # fmt: skip
