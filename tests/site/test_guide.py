"""The hand-written guide names what the vocabularies hold, so that a new term is not forgotten there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from catalog.regions import PARTITION, geography
from catalog.vocabulary import vocabularies

GUIDE = Path(__file__).parents[2] / "docs" / "guide"


def page(name: str) -> str:
    """A page's readable text: no links, no emphasis, one space."""
    text = re.sub(r"\]\([^)]*\)", "", (GUIDE / f"{name}.md").read_text(encoding="utf-8"))
    return re.sub(r"\s+", " ", re.sub(r"[\[*`]", "", text)).lower()


@pytest.mark.parametrize(
    ("name", "terms"),
    [
        ("types", vocabularies().types),
        ("models", vocabularies().models),
        ("routes", vocabularies().routes),
        ("materials", vocabularies().materials),
    ],
)
def test_a_page_names_every_term_of_its_vocabulary(name: str, terms: dict[str, object]) -> None:
    text = page(name)
    assert [term.name for term in terms.values() if term.name.lower() not in text] == []  # type: ignore[attr-defined]


def test_table_1_says_what_the_vocabulary_says() -> None:
    text = page("types").replace(";", "")
    for term in vocabularies().types.values():
        attributes = term.attributes
        said = (*attributes.environments, *attributes.examples, *attributes.description, attributes.needs)
        assert [words for words in said if words.lower() not in text] == []
        assert f"{term.letter.lower()} in a {term.shape}" in text


@pytest.mark.parametrize("name", ["types", "models", "routes", "regions", "index"])
def test_links_to_pages_of_values_lead_to_values(name: str) -> None:
    terms = vocabularies()
    known = {
        *(f"types/{value}/" for value in terms.types),
        *(f"models/{value}/" for value in (*terms.models, "not-stated")),
        *(f"routes/{value}/" for value in terms.routes),
        *(f"regions/{value}/" for value in geography().members),
        "regions/",
    }
    text = (GUIDE / f"{name}.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\]\(\.\./\.\./([^)]*)\)", text)) <= known


def test_the_parts_of_the_world_have_as_many_countries_as_the_guide_says() -> None:
    text = (GUIDE / "regions.md").read_text(encoding="utf-8")
    for part in PARTITION:
        assert f"regions/{part}/) | {len(geography().members[part])} |" in text


def test_each_route_lists_the_models_that_go_with_it() -> None:
    rows = dict(
        re.findall(
            r"/routes/([a-z-]+)/\) \|[^|]*\| ([^|]*) \|", (GUIDE / "routes.md").read_text(encoding="utf-8")
        )
    )
    names = {model.id: model.name for model in vocabularies().models.values()}
    assert rows == {
        route.id: ", ".join(names[model] for model in route.models)
        for route in vocabularies().routes.values()
    }


def test_the_glossary_has_every_spelling_of_a_route() -> None:
    text = page("glossary")
    spellings = [alias for route in vocabularies().routes.values() for alias in (route.name, *route.aliases)]
    missing = [alias for alias in spellings if alias.lower().removesuffix("s") not in text.replace("*", "")]
    assert missing == []


def test_the_page_on_partners_names_every_audience() -> None:
    text = page("partners")
    named = (*vocabularies().plesk_users.values(), *vocabularies().partner_segments.values())
    assert [term.name for term in named if term.name.lower().split()[0].rstrip("s") not in text] == []
