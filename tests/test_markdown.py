"""The description subset: what it lets through, what it shows as typed, and that nothing breaks it."""

from __future__ import annotations

import time
from html.parser import HTMLParser

import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.markdown import (
    Fault,
    Line,
    Run,
    html,
    lines,
    links,
    parse,
    plain,
    unsupported,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("One.\n\nTwo.", "<p>One.</p><p>Two.</p>", id="paragraphs"),
        pytest.param("one\ntwo", "<p>one two</p>", id="a-line-break-is-a-space"),
        pytest.param("日本\n語", "<p>日本語</p>", id="but-not-between-han"),
        pytest.param("한국\n어", "<p>한국 어</p>", id="hangul-has-spaces"),
        pytest.param("one  \ntwo", "<p>one<br>two</p>", id="hard-break"),
        pytest.param(
            "**a** *b* `c<d`", "<p><strong>a</strong> <em>b</em> <code>c&lt;d</code></p>", id="styles"
        ),
        pytest.param("**a *b* c**", "<p><strong>a <em>b</em> c</strong></p>", id="nested-styles"),
        pytest.param("*a *b* c*", "<p><em>a b c</em></p>", id="emphasis-in-emphasis"),
        pytest.param(
            "[a **b**](https://x.example/?q=1&r=2)",
            '<p><a href="https://x.example/?q=1&amp;r=2" rel="nofollow noopener">a <strong>b</strong></a></p>',
            id="link",
        ),
        pytest.param(
            "<sales@x.example>",
            '<p><a href="mailto:sales@x.example" rel="nofollow noopener">sales@x.example</a></p>',
            id="mail",
        ),
        pytest.param("- a\n- b", "<ul><li>a</li><li>b</li></ul>", id="bullets"),
        pytest.param("3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>', id="numbers"),
        pytest.param("- a\n  1. b", '<ul><li>a<ol start="1"><li>b</li></ol></li></ul>', id="list-in-list"),
        pytest.param("- a\n\n  b", "<ul><li><p>a</p><p>b</p></li></ul>", id="two-paragraphs-in-a-point"),
        pytest.param("AT&amp;T R&D", "<p>AT&amp;T R&amp;D</p>", id="ampersands"),
        pytest.param("ok 👩‍💻 नमस्ते", "<p>ok 👩‍💻 नमस्ते</p>", id="joiners-stay"),
    ],
)
def test_the_subset_becomes_html(text: str, expected: str) -> None:
    assert html(parse(text)) == expected
    assert unsupported(text) == []


@pytest.mark.parametrize(
    ("text", "expected", "faults"),
    [
        pytest.param(
            "é <b>x</b>",
            "<p>é &lt;b&gt;x&lt;/b&gt;</p>",
            [Fault(2, "HTML"), Fault(6, "HTML")],
            id="inline-html",
        ),
        pytest.param(
            "<div>\nx\n</div>", "<p>&lt;div&gt; x &lt;/div&gt;</p>", [Fault(0, "HTML")], id="html-block"
        ),
        pytest.param("# A *b*\n\nc", "<p># A *b*</p><p>c</p>", [Fault(0, "heading")], id="heading"),
        pytest.param("> said", "<p>&gt; said</p>", [Fault(0, "quotation")], id="quotation"),
        pytest.param("a ![p](y.png) b", "<p>a ![p](y.png) b</p>", [Fault(2, "picture")], id="picture"),
        pytest.param("a\n\n    code", "<p>a</p><p>code</p>", [Fault(7, "code block")], id="indented-code"),
        pytest.param("a\n\n***\n\nb", "<p>a</p><p>***</p><p>b</p>", [Fault(3, "horizontal rule")], id="rule"),
        pytest.param(
            "[x](javascript:alert(1))",
            "<p>[x](javascript:alert(1))</p>",
            [Fault(0, "link that is not http, https or mailto")],
            id="script-link",
        ),
        pytest.param(
            "[x](https://a&#x202e;b.example)",
            "<p>[x](https://a&amp;#x202e;b.example)</p>",
            [Fault(0, "link that is not http, https or mailto")],
            id="hidden-sign-in-a-link",
        ),
        pytest.param(
            "- a\n  - b\n    - c",
            "<ul><li>a<ul><li><p>b</p><p>- c</p></li></ul></li></ul>",
            [Fault(14, "list in a list in a list")],
            id="third-list",
        ),
    ],
)
def test_everything_else_stays_as_typed_and_is_named(text: str, expected: str, faults: list[Fault]) -> None:
    assert html(parse(text)) == expected
    assert unsupported(text) == faults


@pytest.mark.parametrize(
    "text", ["{{ 7*7331 }}", "{% raw %}", "{# note #}", "${HOME}", "a &#x202e; b", "&#1;"]
)
def test_template_signs_and_references_to_hidden_signs_are_text(text: str) -> None:
    assert plain(parse(text)) == text


def test_links_are_listed_with_their_place() -> None:
    assert links("é [a](https://x.example/) <b@x.example>") == [
        (2, "https://x.example/"),
        (26, "mailto:b@x.example"),
    ]


def test_a_book_gets_lines_with_depth_and_marker() -> None:
    assert lines(parse("Intro.\n\n1. *one*\n   - deep\n2. two")) == [
        Line((Run(text="Intro."),), 0, ""),
        Line((Run(text="one", emphasis=True),), 1, "1."),
        Line((Run(text="deep"),), 2, "•"),
        Line((Run(text="two"),), 1, "2."),
    ]


def test_plain_text_keeps_the_points_apart() -> None:
    assert plain(parse("a **b**\n\n- c\n- d")) == "a b\n• c\n• d"


def test_an_empty_description_has_no_blocks() -> None:
    assert parse("") == ()
    assert html(()) == ""


@pytest.mark.parametrize(
    "text",
    [
        "[" * 5000,
        "[a](" * 1250,
        "*a **b " * 700,
        "> " * 2500,
        "- " * 2500,
        "![[" * 1600,
        "*_" * 2500,
        "a**b" + "c* " * 1600,
        "\n".join("  " * depth + "- a" for depth in range(60)),
        "[a]: /" + "b" * 2000 + "\n\n" + "[a]" * 900,
    ],
)
def test_hostile_text_takes_no_time(text: str) -> None:
    begun = time.process_time()
    html(parse(text))
    assert time.process_time() - begun < 0.5


class _Seen(HTMLParser):
    """Collects what a reader of the HTML would meet."""

    def __init__(self, shown: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.text = ""
        self.feed(str(shown))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.text += data


@settings(max_examples=300, deadline=500)
@given(st.text(alphabet="ab *_`[]()<>!#&;:/\\-+1.\n\"'é日{}%\u202e\t", max_size=400))
def test_any_text_gives_only_the_subset_and_loses_no_word(text: str) -> None:
    blocks = parse(text)
    seen = _Seen(html(blocks))
    assert seen.tags <= {"p", "ul", "ol", "li", "strong", "em", "code", "a", "br"}
    assert seen.attributes <= {"href", "rel", "start"}
    assert all(address.lower().startswith(("http://", "https://", "mailto:")) for address in seen.addresses)
    said = "".join(run.text for line in lines(blocks) for run in line.runs)
    assert "".join(seen.text.split()) == "".join(said.split())
    if "[" not in text:  # Definitions and titles of links are never shown.
        assert {sign for sign in text if sign in "ab日é"} <= set(said)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.text("ab <>&\"'\u00a0\u2028é漢*_[](){}`\n.", max_size=20), min_size=1, max_size=4))
def test_the_fence_would_change_nothing_where_it_is_left_out(paragraphs: list[str]) -> None:
    blocks = parse("\n\n".join(paragraphs))
    made = html(blocks)
    tags = {"p", "ul", "ol", "li", "strong", "em", "code", "a", "br"}
    assert made == nh3.clean(
        made, tags=tags, attributes={"a": {"href", "rel"}, "ol": {"start"}}, link_rel=None
    )
