"""Each fault of a field gives one problem, at its path, with the way to mend it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from catalog.decode import decode_entry
from catalog.source import Path, read
from tests.conftest import MINIMAL

if TYPE_CHECKING:
    from catalog.findings import Problem
    from catalog.model import Entry


def decode(text: str) -> tuple[Entry | None, list[Problem]]:
    return decode_entry(read(text.encode()), "example-wiki")


def replaced(line: str, key: str) -> str:
    """The minimal entry with `line` in the place of a key and what is indented below it."""
    return re.sub(
        rf"^{key}:.*\n(?:[ ]+.*\n)*", line.replace("\\", "\\\\") + "\n", MINIMAL, flags=re.MULTILINE
    )


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        pytest.param("licence: MIT\n", ("APS201", ("licence",)), id="unknown field"),
        pytest.param("wholesale_price: 3\n", ("APS640", ("wholesale_price",)), id="confidential key"),
        pytest.param(
            "storefront: {margin_percent: 40}\n",
            ("APS640", ("storefront", "margin_percent")),
            id="confidential key in a gate",
        ),
        pytest.param(
            "webinar: {recording: https://a.example/}\n", ("APS202", ("webinar",)), id="missing in a block"
        ),
        pytest.param("links: https://a.example/\n", ("APS203", ("links",)), id="text for a block"),
        pytest.param("keywords: mail\n", ("APS203", ("keywords",)), id="text for a list"),
        pytest.param("pitch: [a]\n", ("APS203", ("pitch",)), id="list for a text"),
        pytest.param("license:\n", ("APS204", ("license",)), id="no value"),
        pytest.param(f"pitch: {'x' * 451}\n", ("APS205", ("pitch",)), id="too long"),
        pytest.param("highlights: [a, b, c, d]\n", ("APS207", ("highlights", 3)), id="too many"),
        pytest.param("routes: [plesk, storefront]\n", ("APS209", ("routes", 1)), id="unknown term"),
        pytest.param(
            "deployment: {background_services: no}\n",
            ("APS210", ("deployment", "background_services")),
            id="no for false",
        ),
        pytest.param(
            "listing: {checked: 2026-02-30}\n", ("APS211", ("listing", "checked")), id="no such day"
        ),
        pytest.param(
            "listing: {checked: 1.2.2026}\n", ("APS211", ("listing", "checked")), id="day in another form"
        ),
        pytest.param("deployment: {servers: 0}\n", ("APS212", ("deployment", "servers")), id="no server"),
        pytest.param(
            "links: {demo: www.a.example}\n", ("APS213", ("links", "demo")), id="address without scheme"
        ),
        pytest.param(
            "links: {demo: 'https://[::'}\n", ("APS213", ("links", "demo")), id="address that cannot be split"
        ),
        pytest.param(
            "links: {demo: 'https://a .example/'}\n", ("APS213", ("links", "demo")), id="address with a blank"
        ),
        pytest.param(
            "contacts: {sales: {email: sales}}\n",
            ("APS214", ("contacts", "sales", "email")),
            id="no e-mail address",
        ),
        pytest.param(
            "contacts: {sales: {phone: call us}}\n",
            ("APS215", ("contacts", "sales", "phone")),
            id="no telephone number",
        ),
        pytest.param("languages: [en, cn]\n", ("APS216", ("languages", 1)), id="no language"),
        pytest.param(
            "translations: {klingonisch: {summary: x}}\n",
            ("APS216", ("translations", "klingonisch")),
            id="no language as key",
        ),
        pytest.param(
            "pricing: {model: free, from: {amount: '1,99', currency: EUR}}\n",
            ("APS217", ("pricing", "from", "amount")),
            id="comma",
        ),
        pytest.param(
            "pricing: {model: free, from: {amount: 1, currency: EURO}}\n",
            ("APS218", ("pricing", "from", "currency")),
            id="currency",
        ),
        pytest.param("media: {color: red}\n", ("APS219", ("media", "color")), id="colour by name"),
        pytest.param("media: {logo: ../logo.svg}\n", ("APS510", ("media", "logo")), id="picture elsewhere"),
        pytest.param("formerly: [Old_Name]\n", ("APS221", ("formerly", 0)), id="no slug"),
        pytest.param("package: {id: ocStore}\n", ("APS222", ("package", "id")), id="no URI"),
        pytest.param("package: {sha256: abc}\n", ("APS223", ("package", "sha256")), id="no checksum"),
        pytest.param(
            "deployment: {environments: [esx]}\n",
            ("APS227", ("deployment", "environments")),
            id="key of another type",
        ),
        pytest.param(
            "collateral: {reference_architecture: {url: https://a.example/, access: public}}\n",
            ("APS209", ("collateral", "reference_architecture")),
            id="material",
        ),
        pytest.param(
            "collateral: {battle-card: {url: https://a.example/}}\n",
            ("APS202", ("collateral", "battle-card")),
            id="material without access",
        ),
    ],
)
def test_one_fault_gives_one_problem_at_its_path(more: str, expected: tuple[str, Path]) -> None:
    assert [(problem.code, problem.path) for problem in decode(MINIMAL + more)[1]] == [expected]
    assert decode(MINIMAL + more)[0] is None


@pytest.mark.parametrize(
    ("line", "key", "expected", "hint"),
    [
        pytest.param("type: conector", "type", ("APS209", ("type",)), "connector", id="type"),
        pytest.param("type:", "type", ("APS204", ("type",)), "webspace", id="no type"),
        pytest.param("type: [webspace]", "type", ("APS203", ("type",)), "webspace", id="list of types"),
        pytest.param(
            "business_models: direct",
            "business_models",
            ("APS203", ("business_models",)),
            "[direct]",
            id="model without brackets",
        ),
        pytest.param(
            "business_models: []",
            "business_models",
            ("APS204", ("business_models",)),
            "at least 1",
            id="no model",
        ),
        pytest.param(
            "business_models: [wholesale]",
            "business_models",
            ("APS209", ("business_models", 0)),
            "reseller",
            id="unknown model",
        ),
        pytest.param(
            "business_models: sometimes",
            "business_models",
            ("APS209", ("business_models",)),
            "not-stated",
            id="no list of models",
        ),
        pytest.param(
            "categories: [web/wikki]", "categories", ("APS209", ("categories", 0)), "web/wiki", id="category"
        ),
        pytest.param(
            "categories: [web/wiki, web/blog, web/forum, web/maps]",
            "categories",
            ("APS207", ("categories", 3)),
            "3",
            id="four",
        ),
        pytest.param("vendor: Example", "vendor", ("APS203", ("vendor",)), "name:", id="vendor as text"),
        pytest.param("regions: [FR, UK]", "regions", ("APS225", ("regions", 1)), "GB", id="UK"),
        pytest.param("regions: [EMEA]", "regions", ("APS225", ("regions", 0)), "emea", id="EMEA in capitals"),
        pytest.param(
            "regions: [de]", "regions", ("APS225", ("regions", 0)), "DE", id="country in lower case"
        ),
        pytest.param("regions: ['19']", "regions", ("APS225", ("regions", 0)), "019", id="M49 of two digits"),
        pytest.param("regions: [Germani]", "regions", ("APS225", ("regions", 0)), "DE", id="country by name"),
        pytest.param(
            "regions: DE", "regions", ("APS203", ("regions",)), "[DE]", id="region without brackets"
        ),
        pytest.param("regions: Narnia", "regions", ("APS225", ("regions",)), "ISO", id="no place"),
        pytest.param(
            "regions: {except: [DE]}", "regions", ("APS202", ("regions",)), "include", id="exception alone"
        ),
        pytest.param(
            "regions: {include: [DE], except: [JP]}",
            "regions",
            ("APS226", ("regions", "except", 0)),
            "JP",
            id="idle",
        ),
        pytest.param(
            "regions: {include: [DE], except: [150]}",
            "regions",
            ("APS226", ("regions", "except")),
            "no country",
            id="nothing left",
        ),
        pytest.param(
            "name: |\n  Example\n  Wiki", "name", ("APS206", ("name",)), "one line", id="name of two lines"
        ),
        pytest.param(f"name: {'x' * 61}", "name", ("APS205", ("name",)), "shorten", id="long name"),
    ],
)
def test_a_fault_in_a_required_field_says_how_to_mend_it(
    line: str, key: str, expected: tuple[str, Path], hint: str
) -> None:
    entry, problems = decode(replaced(line, key))
    assert entry is None
    assert [(problem.code, problem.path) for problem in problems] == [expected]
    assert hint in problems[0].help + problems[0].message
