"""The quick reader reads what it should, and never otherwise than the strict one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.source.encoding import forbidden_characters, to_text
from catalog.source.plain_yaml import plain_content
from catalog.source.reader import read
from catalog.source.tree import Document, Node, Plain, Scalar, Sequence

ENTRIES = sorted((Path(__file__).parents[2] / "entries").glob("*/entry.yaml"))
TEXTS = [to_text(path.read_bytes())[0] for path in ENTRIES]


def values(node: Node | None) -> object:
    """What the strict reader's tree holds, without places; a mapping as a list, since order matters."""
    if node is None:
        return None
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [values(child) for child in node.children]
    return ("fields", [(name, values(value)) for name, value in node.fields.items()])


def in_order(content: Plain | None) -> object:
    """The quick reader's content, to compare with that."""
    if isinstance(content, dict):
        return ("fields", [(name, in_order(value)) for name, value in content.items()])
    return [in_order(value) for value in content] if isinstance(content, list) else content


def strictly(text: str) -> Document:
    """The file as libyaml understands it."""
    return read(text.encode())


def agree(text: str) -> bool:
    """Whether the quick reader leaves the text to the strict one, or reads it alike and that finds no fault."""
    quick = plain_content(text)
    if quick is None or list(forbidden_characters(text)):
        return True
    strict = strictly(text)
    return not strict.faults and in_order(quick) == values(strict.root)


@pytest.mark.parametrize("path", ENTRIES, ids=lambda path: path.parent.name)
def test_it_reads_an_entry_as_the_strict_reader_does(path: Path) -> None:
    assert agree(to_text(path.read_bytes())[0])


def test_it_reads_nearly_all_entries() -> None:
    assert sum(plain_content(text) is not None for text in TEXTS) > 0.85 * len(TEXTS)


PLAIN = {
    "a field": "a: b\n",
    "a text with colons, hashes and quotes inside": "a: http://b:80/#c 'd' \"e\"\n",
    "several blanks after the colon": "a:   b\n",
    "letters beyond ASCII": "a: résumé\n",
    "quotes of both kinds": "a: 'b: c # d'\nb: \"e: 'f'\"\n",
    "empty quotes": "a: ''\nb: \"\"\n",
    "comments and blank lines": "# x\n\na: b\n  # y\n\nc:\n  # z\n  d: e\n# end\n",
    "a block in a block": "a:\n  b:\n    c: d\n  e: f\ng: h\n",
    "a list": "a:\n  - b\n  - c\nd: e\n",
    "a list that is not indented": "a:\n- b\n- c\nd: e\n",
    "a list of blocks": "a:\n  - b: c\n    d: e\n  - b: f\n",
    "a block in a list of blocks": "a:\n  - b: c\n    d:\n      e: f\n      g: h\n",
    "words in brackets": "a: [b, c/d, e-f g]\n",
    "texts in brackets": "a: [https://b/, 'c, d', \"e\"]\n",
    "hashes inside words in brackets": "a: [C#, C++, b#c d]\nb: [C#, 'd']\nc: {d: C#, e: https://f/#g}\n",
    "quotes inside texts in brackets": "a: {b: it's, c: d 'e' f}\nb: [it's, 5\" g]\n",
    "fields in fields in brackets": "a: {b: {c: 'd', e: f}, g: h}\nb: [{c: d}, {e: f}]\n",
    "a list in fields in brackets": "a: {b: [c, 'd, e'], f: [g], h: i}\n",
    "fields in brackets": "a: {b: c, d: 'e f', g: https://h/}\n",
    "a text as typed": "a: |\n  b\n\n    c\n  d\n\ne: f\n",
    "a text as typed without its last line end": "a: |-\n  b\n  c\n",
    "a folded text": "a: >\n  b\n  c\nd: >-\n  e\n",
    "a text in a list": "a:\n  - |\n    b\n    c\n  - d\n",
    "a hash and a colon in a text as typed": "a: |\n  # b\n  c: d\n",
    "a hash at the end of a text as typed": "a: |\n  b\n  # c\n",
    "a text as typed behind a dash and a key": "a:\n  - b: |\n      c\n    d: e\n  - b: >-\n      f\n      g\n",
}


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN)
def test_it_reads_what_is_plain(text: str) -> None:
    assert in_order(plain_content(text)) == values(strictly(text).root)


NOT_PLAIN = {
    "nothing": "",
    "only a comment": "# a\n",
    "no line end at the end": "a: b",
    "a tab": "a:\tb\n",
    "a key twice": "a: b\na: c\n",
    "a key twice in brackets": "a: {b: c, b: d}\n",
    "an anchor": "a: &b c\n",
    "an alias": "a: *b\n",
    "a tag": "a: !b c\n",
    "a merge key": "<<: b\n",
    "an escape": 'a: "b\\n"\n',
    "a doubled quote": "a: 'b''c'\n",
    "text after quotes": "a: 'b' c\n",
    "a comment after a value": "a: b # c\n",
    "blanks after a value": "a: b \n",
    "a value of several lines": "a: b\n  c\n",
    "a colon in a text": "a: b: c\n",
    "a colon at the end of a text": "a: b:\n",
    "no value": "a:\nb: c\n",
    "no value at the end": "a: b\nc:\n",
    "no value after a dash": "a:\n  -\n  - b\n",
    "a list in a list": "a:\n  - - b\n",
    "a list at the top": "- a\n",
    "an indented top": "  a: b\n",
    "a line between two indentations": "a:\n    b: c\n  d: e\n",
    "a field in a list": "a:\n  - b\n  c: d\n",
    "a point in a block": "a: b\n- c\n",
    "brackets in brackets in brackets": "a: [[[b]]]\n",
    "the wrong bracket in brackets": "a: {b: [c}, d: e}\n",
    "brackets over two lines": "a: [b,\n  c]\n",
    "brackets that stay open": "a: [b\n",
    "the wrong bracket": "a: [b}\n",
    "a pair in a list": "a: [b: c]\n",
    "a text among fields": "a: {b: c, d}\n",
    "a comment in brackets": "a: [b #c]\n",
    "a hash before a text in brackets": "a: [#b]\n",
    "a text after brackets": "a: [b] c\n",
    "a second document": "a: b\n---\nc: d\n",
    "an end mark": "a: b\n...\n",
    "a directive": "%YAML 1.2\n",
    "a block text with a number": "a: |2\n  b\n",
    "a block text that keeps its end": "a: |+\n  b\n\n",
    "a block text without text": "a: |\nb: c\n",
    "a block text that starts with a blank line": "a: |\n\n  b\n",
    "a folded text with a paragraph": "a: >\n  b\n\n  c\n",
    "a folded text with a deeper line": "a: >\n  b\n    c\n",
    "blanks at a block text's end": "a: |\n  b\n  \n",
    "blanks below a block text": "a: |\n  b\n   \nc: d\n",
    "an indented comment at the end": "a: b\n  # c\n",
    "a no-break space before a key": "a:\n  \u00a0b: c\n",
    "letters that are not composed": "a: re\u0301sume\u0301\n",
    "letters beyond ASCII in a key": "é: b\n",
    "too deep": "".join(f"{'  ' * depth}a:\n" for depth in range(9)) + "  " * 9 + "a: b\n",
    "too long": "a: " + "b" * 100_000 + "\n",
}


@pytest.mark.parametrize("text", NOT_PLAIN.values(), ids=NOT_PLAIN)
def test_it_leaves_the_rest_to_the_strict_reader(text: str) -> None:
    assert plain_content(text) is None


LINES = [
    "a: b", "a:", "b: c", "  a: b", "  c:", "- a", "  - b", "- a: b", "  - a: b", "    c: d", " x: |", "y: |", "z: >-",
    "  text", "   more", "", "  ", "# c", "  # c", "f: [a, b]", "g: {a: b}", "h: 'q'", 'i: "q"', "    t", "- [a]",
    "- |", "    - x", "k: -", "-", "- - a", "l: |+", "m: |2", "n: a # b", "o: https://a?b=c#d", "p: {q: 'r', s: [t]}",
]  # fmt: skip


@given(st.lists(st.sampled_from(LINES), max_size=9))
@settings(max_examples=400)
def test_it_agrees_on_lines_in_any_order(lines: list[str]) -> None:
    assert agree("".join(f"{line}\n" for line in lines))


PIECES = [*" -:#[]{},|>'\"?&*!%@`~=\\.ab1é\n", "- ", ": ", "\n  ", "\n    ", "k: v", "- a: b", "|\n  x\n",
          ">-\n  a\n\n", "[]", "{}", "[a, b]", "{a: b}", " #c",
          "---\n", "\u00a0", "e\u0301", "\ufffd"]  # fmt: skip


@given(
    st.sampled_from(TEXTS),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 3), st.sampled_from(PIECES)), max_size=3),
)
@settings(max_examples=400)
def test_it_agrees_on_entries_with_something_changed(
    text: str, changes: list[tuple[float, int, str]]
) -> None:
    for where, removed, piece in changes:
        at = int(where * len(text))
        text = text[:at] + piece + text[at + removed :]
    assert agree(text)
