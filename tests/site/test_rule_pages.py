"""The pages of the rules."""

from __future__ import annotations

from catalog.rules import manuals
from catalog.site.rule_pages import Piece, example, rule_pages, rules_page, sentence


def test_every_rule_has_a_page_where_its_findings_send_readers() -> None:
    assert [f"/{page.rule.path}" for page in rule_pages()] == [f"/rules/{code}/" for code in manuals()]


def test_the_list_holds_every_rule_once() -> None:
    codes = [rule.code for family in rules_page().families for rule in family.rules]
    assert codes == list(manuals())
    assert rules_page().count == len(codes)


def test_an_example_marks_the_place_of_the_finding_instead_of_carets() -> None:
    text = "name: Wiki\ntype: webspase\n      ^^^^^^^^\nregions: [UK, DE]\n          ^\n"
    assert example(text) == (
        Piece(text="name: Wiki\n"),
        Piece(text="type: "),
        Piece(text="webspase", mark=True),
        Piece(text="\n"),
        Piece(text="regions: ["),
        Piece(text="UK", mark=True),
        Piece(text=", DE]\n"),
    )


def test_an_example_marks_a_place_behind_the_end_of_a_line() -> None:
    assert example("name:\n     ^\n") == (Piece(text="name:"), Piece(text=" ", mark=True), Piece(text="\n"))


def test_no_line_of_carets_reaches_a_page() -> None:
    shown = "".join(piece.text for page in rule_pages() for piece in (*page.refused, *page.accepted))
    assert not any(set(line.strip()) == {"^"} for line in shown.splitlines())


def test_words_in_backticks_are_code() -> None:
    assert sentence("Write `a` or `b`") == (
        Piece(text="Write "), Piece(text="a", mark=True), Piece(text=" or "), Piece(text="b", mark=True),
    )  # fmt: skip
