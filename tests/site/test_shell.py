"""Cutting a frame out of a rendered page, and putting pages into it."""

from __future__ import annotations

import pytest

from catalog.site.shell import BODY, CANONICAL, DESCRIPTION, TITLE, Page, Shell, ShellError, named_indexes

FRAME = f"""<!doctype html><head><title>{TITLE} - Site</title>
<meta name="description" content="{DESCRIPTION}"><link rel="canonical" href="{CANONICAL}">
<link rel="stylesheet" href="../assets/main.css"></head>
<body><a href="..">Home</a><a href="./">Apps</a><a href="../guide/">Guide</a><main>{BODY}</main>
<script>{{"base": ".."}}</script></body>"""
PAGE = Page(
    title='A <b> & "c"', description="</title>", canonical="https://x.example/apps/a/", body=b"<h1>A</h1>"
)


def test_texts_are_escaped_and_addresses_lead_to_the_root() -> None:
    shown = Shell(FRAME, path="apps/").page(PAGE, 2).decode()
    assert "<title>A &lt;b&gt; &amp; &#34;c&#34; - Site</title>" in shown
    assert 'content="&lt;/title&gt;"' in shown
    assert 'href="https://x.example/apps/a/"' in shown
    assert 'href="../../assets/main.css"' in shown
    assert '<a href="../../">Home</a><a href="../../apps/">Apps</a><a href="../../guide/">Guide</a>' in shown
    assert '{"base": "../../"}' in shown
    assert "<main><h1>A</h1></main>" in shown


def test_head_metadata_goes_before_the_end_of_the_head() -> None:
    shown = Shell(FRAME, path="apps/").page(PAGE._replace(head="<meta>"), 1).decode()
    assert "<meta></head>" in shown


def test_a_frame_of_the_front_page_keeps_its_addresses() -> None:
    frame = FRAME.replace('"../', '"').replace('".."', '"."')
    shown = Shell(frame, path="").page(PAGE, 0).decode()
    assert 'href="assets/main.css"' in shown
    assert '<a href=".">Home</a>' in shown


def test_a_frame_knows_what_it_links_to() -> None:
    assert Shell(FRAME, path="apps/").links == {b"", b"apps/", b"guide/", b"assets/main.css"}


@pytest.mark.parametrize(
    "place",
    [f"<script>var t = '{TITLE}'</script>", f"<style>{BODY}</style>", f"<!-- {DESCRIPTION} -->"],
    ids=["script", "style", "comment"],
)
def test_a_mark_where_html_escaping_does_not_help_fails_the_build(place: str) -> None:
    with pytest.raises(ShellError, match="inside a script, a style or a comment"):
        Shell(FRAME.replace("</body>", f"{place}</body>"), path="apps/")


def test_a_theme_that_prints_no_body_or_two_fails_the_build() -> None:
    with pytest.raises(ShellError, match="does not print zqbodyqz"):
        Shell(FRAME.replace(BODY, ""), path="apps/")
    with pytest.raises(ShellError, match="the body once"):
        Shell(FRAME.replace(BODY, BODY + BODY), path="apps/")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="../guide/">', '<a href="../guide/index.html">'),
        ('<a href="..">', '<a href="../index.html">'),
        ('<a href="../..">', '<a href="../../index.html">'),
        ('<a href=".">', '<a href="./index.html">'),
        ('<form action="apps/">', '<form action="apps/index.html">'),
        ('<a href="x/#y">', '<a href="x/index.html#y">'),
        ('<a href="x.css">', '<a href="x.css">'),
        ('<a href="#top">', '<a href="#top">'),
        ('<a href="https://x.example/">', '<a href="https://x.example/">'),
        ('<a href="//x.example/">', '<a href="//x.example/">'),
    ],
)
def test_from_disk_links_name_the_index(html: str, expected: str) -> None:
    assert named_indexes(html) == expected
