"""Controlled terms: types, models, routes, categories, materials, audiences, deployment words, licence ids.

Owns the files in `vocabularies/` and the typed values read from them. Facets, filters, schema enums, legends and
guide tables are generated from here, so a new category is one line of YAML. Refuses to hold logic about terms.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TypeVar

import msgspec

from catalog.source import plain_values

_FOLDER = Path(__file__).parent / "vocabularies"
_T = TypeVar("_T", bound="Term")
NOT_STATED = "not-stated"


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """A word with an id that is stable for years, and a name for readers."""

    id: str
    name: str
    summary: str = ""


class Attributes(msgspec.Struct, frozen=True, kw_only=True):
    """What Table 1 of the handbook says about one application type."""

    description: tuple[str, ...]
    needs: str
    environments: tuple[str, ...]
    installer: str
    examples: tuple[str, ...]


class ApplicationType(Term, frozen=True, kw_only=True):
    """An application type, its mark (letter in a shape), its Table 1 row and its Plesk criterion."""

    plural: str
    letter: str
    shape: str
    attributes: Attributes
    deployment: tuple[str, ...]
    installers: tuple[str, ...]
    plesk_clause: str


class BusinessModel(Term, frozen=True, kw_only=True):
    """A business model: who contracts with whom, and how the platform owner earns."""

    contract: str = ""
    earns: str = ""


class Route(Term, frozen=True, kw_only=True):
    """A route to market, the models it can be combined with, and the spellings it is known by."""

    short: str
    models: tuple[str, ...]
    aliases: tuple[str, ...] = ()


class Category(Term, frozen=True, kw_only=True):
    """A category, under one of the handbook's four service kinds. `observed` in real APS packages, or ours."""

    kind: str
    observed: bool = False


class Material(Term, frozen=True, kw_only=True):
    """A line of the bill of materials. `proof` names the part of an entry that shows it."""

    format: str
    proof: str = msgspec.field(name="from")
    baseline: bool = False


class Party(Term, frozen=True, kw_only=True):
    """Somebody that money or a contract goes through. `spoken` is the name inside a sentence."""

    spoken: str


class Contract(msgspec.Struct, frozen=True, kw_only=True):
    """Two parties that sign with each other, by their ids, and what about."""

    one: str = msgspec.field(name="of")
    other: str = msgspec.field(name="with")
    about: str


class Payment(msgspec.Struct, frozen=True, kw_only=True):
    """One party pays another, and what."""

    payer: str = msgspec.field(name="of")
    payee: str = msgspec.field(name="to")
    what: str


class MoneyFlow(msgspec.Struct, frozen=True, kw_only=True):
    """A business model on a route: contracts and payments in order, how the platform owner earns, where that is said.

    `note` is what the handbook leaves open.
    """

    model: str
    route: str
    source: tuple[str, ...]
    contracts: tuple[Contract, ...]
    payments: tuple[Payment, ...]
    earns: str
    note: str = ""


class Licenses(msgspec.Struct, frozen=True, kw_only=True):
    """SPDX ids that were withdrawn, each with what replaces it or nothing, and words that people write for an id.

    `renamed` and `spelled` say the same as what stands for them; `replaced` and `meant` are advice.
    """

    renamed: dict[str, str]
    replaced: dict[str, str]
    spelled: dict[str, str]
    meant: dict[str, str]


class Vocabularies(msgspec.Struct, frozen=True, kw_only=True):
    """All vocabularies, each a mapping from id to term in its published order."""

    types: dict[str, ApplicationType]
    models: dict[str, BusinessModel]
    unstated_model: BusinessModel
    routes: dict[str, Route]
    categories: dict[str, Category]
    service_kinds: dict[str, Term]
    materials: dict[str, Material]
    plesk_users: dict[str, Term]
    company_sizes: dict[str, Term]
    partner_segments: dict[str, Term]
    deployment: dict[str, dict[str, Term]]
    parties: dict[str, Party]
    money_flows: tuple[MoneyFlow, ...]
    licenses: Licenses


@functools.cache
def vocabularies() -> Vocabularies:
    """The vocabularies of this release, read once a process.

    A file that does not fit raises `msgspec.ValidationError`.
    """
    types, models, routes, categories, materials, audiences, deployment, flows = (
        _file(name)
        for name in (
            "application-types",
            "business-models",
            "routes",
            "categories",
            "materials",
            "audiences",
            "deployment",
            "money-flows",
        )
    )
    return Vocabularies(
        types=_terms(types["terms"], ApplicationType),
        models=_terms(models["terms"], BusinessModel),
        unstated_model=msgspec.convert(models["unstated"], BusinessModel, strict=False),
        routes=_terms(routes["terms"], Route),
        categories=_terms(categories["terms"], Category),
        service_kinds=_terms(categories["kinds"], Term),
        materials=_terms(materials["terms"], Material),
        plesk_users=_terms(audiences["plesk_users"], Term),
        company_sizes=_terms(audiences["company_sizes"], Term),
        partner_segments=_terms(audiences["partner_segments"], Term),
        deployment={key: _terms(value, Term) for key, value in deployment.items() if key != "source"},
        parties=_terms(flows["parties"], Party),
        money_flows=msgspec.convert(flows["flows"], tuple[MoneyFlow, ...]),
        licenses=msgspec.convert(_file("licenses"), Licenses),
    )


def _file(name: str) -> dict[str, object]:
    return plain_values((_FOLDER / f"{name}.yaml").read_bytes())


def _terms(rows: object, into: type[_T]) -> dict[str, _T]:
    """The rows of a file as terms by id, in the order of the file."""
    terms = [
        msgspec.convert(row, into, strict=False) for row in msgspec.convert(rows, list[dict[str, object]])
    ]
    return {term.id: term for term in terms}
