"""The JSON Schema and the decoder say the same."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from catalog.decode import decode_entry, entry_schema
from catalog.source import read
from tests.conftest import COMPLETE, MINIMAL, ROOT

VALIDATOR = Draft202012Validator(entry_schema())


class EditorLoader(yaml.SafeLoader):
    """Reads scalars as editors do (YAML 1.2 core schema): numbers and booleans typed, `NO` and dates as text."""


EditorLoader.yaml_implicit_resolvers = {}
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)$"), list("tf"))
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+$"), list("-+0123456789"))
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789")
)


def both(text: str) -> tuple[bool, bool]:
    """Whether the decoder takes the text, and whether the schema does."""
    entry, _ = decode_entry(read(text.encode()), "a")
    value = yaml.load(text, EditorLoader)  # noqa: S506 - a safe loader with fewer resolvers
    return entry is not None, VALIDATOR.is_valid(value)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(entry_schema())


def test_the_published_schema_is_the_current_one() -> None:
    published = json.loads((ROOT / "schema" / "entry.schema.json").read_text(encoding="utf-8"))
    assert published == entry_schema(), "run `python build.py schema > schema/entry.schema.json`"


@pytest.mark.parametrize("text", [MINIMAL, COMPLETE])
def test_what_the_decoder_takes_the_schema_takes(text: str) -> None:
    assert both(text) == (True, True)


def test_every_entry_of_the_catalog_fits_the_schema() -> None:
    for path in sorted(Path(ROOT, "entries").glob("*/entry.yaml")):
        assert both(path.read_text(encoding="utf-8")) == (True, True), path.parent.name


# An empty optional list or block is as if absent to the decoder; an editor may still frown at it.
LINES = {
    "version": ["1.10", "3", "'7'", "[1]"],
    "type": ["webspace", "connector", "web", "[webspace]"],
    "business_models": ["[direct]", "not-stated", "[]", "direct", "[sale]"],
    "regions": ["worldwide", "not-stated", "[NO, '150', 419]", "{include: [eu]}", "Mars", "[]"],
    "categories": ["[web/wiki]", "[web/wiki, web/blog, web/forum, web/maps]", "[]", "[none]"],
    "summary": ["A text that is short enough", f"{'x' * 101}", "12", "[a]"],
    "pricing": [
        "{model: free}",
        "{model: free, from: {amount: 3.90, currency: EUR}}",
        "{model: 1}",
        "free",
        "{from: {}}",
    ],
    "package": ["{aps: 1.2}", "{aps: '1.2'}", "{aps: 3.0}", "{release: 10}", "{}"],
    "storefront": [
        "{margin_50: true}",
        "{margin_50: undisclosed}",
        "{margin_50: maybe}",
        "{wholesale_agreed: 1}",
    ],
    "deployment": ["{servers: 1}", "{servers: 0}", "{servers: many}", "{background_services: true}", "{}"],
    "listing": ["{checked: 2026-01-02}", "{checked: 2026}", "{status: gone}"],
    "collateral": ["{battle-card: {url: 'https://a.example/', access: public}}", "{poem: {}}", "none"],
    "translations": ["{de: {summary: Kurz}}", "{de: {title: x}}", "{'1': {summary: x}}"],
    "links": ["{demo: 'https://a.example/'}", "{demo: 'ftp://a.example/'}", "{home: 'https://a.example/'}"],
    "nonsense": ["1"],
}


@given(st.fixed_dictionaries({}, optional={key: st.sampled_from(values) for key, values in LINES.items()}))
def test_decoder_and_schema_agree_on_any_mixture_of_fields(chosen: dict[str, str]) -> None:
    kept = [line for line in MINIMAL.splitlines() if line.split(":")[0] not in chosen]
    text = "\n".join([*kept, *(f"{key}: {value}" for key, value in chosen.items())]) + "\n"
    decoded, valid = both(text)
    assert decoded == valid, [error.message for error in VALIDATOR.iter_errors(yaml.load(text, EditorLoader))]  # noqa: S506


def test_a_date_is_told_by_its_form_and_the_calendar_by_the_decoder() -> None:
    text = MINIMAL + "listing: {checked: 2026-02-30}\n"
    assert both(text) == (False, True)
