"""The vocabularies hold what the handbook and the packages name."""

from __future__ import annotations

from catalog.vocabulary import vocabularies


def test_there_are_three_types_three_models_and_six_routes() -> None:
    terms = vocabularies()
    assert list(terms.types) == ["webspace", "dedicated", "connector"]
    assert list(terms.models) == ["direct", "referral", "reseller"]
    assert list(terms.routes) == [
        "automation", "plesk", "partner-storefront", "cloud-marketplace", "white-label", "key-administrator",
    ]  # fmt: skip


def test_every_category_stands_under_one_of_the_four_service_kinds() -> None:
    terms = vocabularies()
    assert len(terms.service_kinds) == 4
    assert {category.kind for category in terms.categories.values()} == set(terms.service_kinds)


def test_the_bill_of_materials_has_fourteen_lines_and_one_baseline() -> None:
    materials = vocabularies().materials.values()
    assert len(materials) == 14
    assert [material.id for material in materials if material.baseline] == ["reference-architecture"]


def test_every_route_is_open_to_some_model_and_every_name_is_told_once() -> None:
    terms = vocabularies()
    assert all(set(route.models) <= set(terms.models) and route.models for route in terms.routes.values())
    names = [category.name for category in terms.categories.values()]
    assert len(set(names)) == len(names)


def test_table_1_names_its_ten_examples() -> None:
    examples = [example for kind in vocabularies().types.values() for example in kind.attributes.examples]
    assert len(examples) == 10
    assert {"WordPress", "1C Server", "Open-Xchange"} <= set(examples)
