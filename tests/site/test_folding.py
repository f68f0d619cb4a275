"""What is the same on every page is worked out once, and comes out as it would each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from jinja2 import DictLoader, StrictUndefined, UndefinedError

from catalog.site.folding import FoldingEnvironment
from catalog.site.views import Link

if TYPE_CHECKING:
    from collections.abc import Callable


def _environment(templates: dict[str, str], **functions: Callable[..., str]) -> FoldingEnvironment:
    environment = FoldingEnvironment(
        loader=DictLoader(templates), autoescape=True, undefined=StrictUndefined, auto_reload=False
    )
    environment.globals |= functions
    return environment


def test_a_literal_text_is_said_when_the_template_is_compiled_and_escaped() -> None:
    asked: list[str] = []

    def said(text: str, **values: object) -> str:
        asked.append(text)
        return f"<{text}>".format(**values)

    page = _environment(
        {"page": '<h1>{{ _("Filters") }}</h1>{{ _("{n} left", n=left) }}{{ _(name) }}'}, _=said
    ).get_template("page")
    first = page.render(left=2, name="a")
    assert first == "<h1>&lt;Filters&gt;</h1>&lt;2 left&gt;&lt;a&gt;"
    assert page.render(left=3, name="b") == "<h1>&lt;Filters&gt;</h1>&lt;3 left&gt;&lt;b&gt;"
    assert asked.count("Filters") == 1


def test_a_part_is_drawn_once_for_equal_values() -> None:
    drawn: list[str] = []

    def url(path: str) -> str:
        drawn.append(path)
        return f"/{path}"

    templates = {
        "parts": '{% macro link(to) %}<a href="{{ url(to.path) }}">{{ to.name }}</a>{% endmacro %}',
        "page": '{% import "parts" as parts %}{% for to in links %}{{ once(parts.link, to) }}{% endfor %}',
    }
    page = _environment(templates, url=url).get_template("page")
    wiki, mail = (Link(name=name, path=f"{name}/") for name in ("A&B", "mail"))
    whole = page.render(links=[wiki, mail, Link(name="A&B", path="A&B/")])
    assert whole == '<a href="/A&amp;B/">A&amp;B</a><a href="/mail/">mail</a><a href="/A&amp;B/">A&amp;B</a>'
    assert page.render(links=[mail]) == '<a href="/mail/">mail</a>'
    assert drawn == ["A&B/", "mail/"]


def test_what_is_imported_is_made_once() -> None:
    made: list[str] = []

    def url(path: str) -> str:
        made.append(path)
        return path

    templates = {
        "parts": "{% set home = url(at) %}{% macro link() %}{{ home }}{% endmacro %}",
        "page": '{% import "parts" as parts %}{{ parts.link() }}',
    }
    environment = _environment(templates, url=url)
    environment.globals["at"] = "home/"
    page = environment.get_template("page")
    assert page.render() == page.render() == "home/"
    assert made == ["home/"]


def test_an_unknown_name_or_attribute_fails() -> None:
    environment = _environment({"name": "{{ unknown }}", "attribute": "{{ link.colour }}"})
    with pytest.raises(UndefinedError):
        environment.get_template("name").render()
    with pytest.raises(AttributeError):
        environment.get_template("attribute").render(link=Link(name="a", path="a/"))
