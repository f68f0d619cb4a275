"""The theme holds together: names that templates use are styled, colours are far enough apart, nothing is inline."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

THEME = Path(__file__).parents[2] / "theme"
ASSETS = THEME / "assets"
# What is embedded elsewhere stands alone: no page of the site has it, and its two tokens are set by other pages.
STYLES = {
    path.name: path.read_text(encoding="utf-8")
    for path in sorted(ASSETS.glob("*.css"))
    if path.name != "embed.css"
}
TEMPLATES = {
    path.relative_to(THEME).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(THEME.rglob("*.html"))
}
SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in sorted(ASSETS.glob("*.js"))}
STYLE = "\n".join(STYLES.values())


def scheme(name: str) -> dict[str, str]:
    """Colours of a scheme by the catalog's own names, as `#rrggbb`."""
    tokens = re.sub(r"/\*.*?\*/", "", STYLES["tokens.css"], flags=re.DOTALL).split("@media")[0]
    found: dict[str, str] = {}
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", tokens):
        light = "body" in selectors or ":root" in selectors
        if light or (name == "slate" and '"slate"' in selectors):
            found |= dict(re.findall(r"(--[\w-]+):\s*([^;]+);", body))
    for token, value in found.items():
        hung = re.match(r"var\((--md-[\w-]+)", value)
        if hung:
            found[token] = found[hung[1]]
    return {
        token.removeprefix("--aps-"): value for token, value in found.items() if re.match(r"#\w{3,6}$", value)
    }


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast of two colours."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ["default", "slate"])
@pytest.mark.parametrize(
    ("figure", "grounds", "least"),
    [
        ("ink", "bg sub raised accent-soft good-soft care-soft bad-soft", 7),
        ("muted", "bg sub raised", 4.5),
        ("link", "bg sub raised", 4.5),
        ("accent", "bg raised", 4.5),
        ("on-accent", "accent accent-strong", 4.5),
        ("accent-strong", "accent-soft", 4.5),
        ("on-type", "webspace dedicated connector", 4.5),
        ("good", "good-soft raised", 4.5),
        ("care", "care-soft raised", 4.5),
        ("bad", "bad-soft raised", 4.5),
        ("edge", "bg raised", 3),
        ("webspace", "bg raised", 3),
        ("dedicated", "bg raised", 3),
        ("connector", "bg raised", 3),
        ("code-ink", "code-bg", 7),
    ],
)
def test_colours_can_be_told_apart(name: str, figure: str, grounds: str, least: float) -> None:
    colours = scheme(name)
    for ground in grounds.split():
        assert contrast(colours[figure], colours[ground]) >= least, (figure, ground)


def test_every_token_in_use_is_defined() -> None:
    defined = set(re.findall(r"(--[\w-]+)\s*:", STYLE))
    used = set(re.findall(r"var\((--(?!md-)[\w-]+)", STYLE))
    assert used - defined == set()


def test_every_icon_in_use_is_drawn() -> None:
    drawn = set(re.findall(r"\.i-([\w]+)", STYLES["icons.css"]))
    used = {
        name for text in (*TEMPLATES.values(), *SCRIPTS.values()) for name in re.findall(r"\bi-(\w+)", text)
    }
    assert used - drawn == set()
    assert len(drawn) > 10


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_has_no_style_and_no_script_of_its_own(name: str) -> None:
    text = TEMPLATES[name]
    assert not re.search(r"\sstyle=|\son\w+=\"|javascript:|<style", text)
    assert all("src=" in tag for tag in re.findall(r"<script\b[^>]*>", text))


@pytest.mark.parametrize("name", [*STYLES, *TEMPLATES, *SCRIPTS])
def test_nothing_is_fetched_from_elsewhere(name: str) -> None:
    text = {**STYLES, **TEMPLATES, **SCRIPTS}[name]
    hosts = set(re.findall(r"https?://([\w.]+)", text))
    assert hosts <= {"www.w3.org"}


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_builds_nodes_and_never_markup(name: str) -> None:
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|\bfetch\(", SCRIPTS[name]
    )


@pytest.mark.parametrize("name", [*STYLES, *SCRIPTS, *TEMPLATES])
def test_files_stay_readable(name: str) -> None:
    assert {**STYLES, **SCRIPTS, **TEMPLATES}[name].count("\n") < 300


def test_the_site_names_all_stylesheets_in_their_order() -> None:
    configured = re.findall(
        r"^  - assets/([\w.]+\.css)$", (THEME.parent / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert sorted(configured) == sorted([*STYLES, "fonts.css"])
    assert configured.index("tokens.css") < configured.index("components.css") < configured.index("modes.css")
