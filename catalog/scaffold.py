"""A new entry to fill in: the nine required fields, the blocks of its type, and what may stand in each.

Owns the text that `new` writes. Every `TODO` is refused by `check` until it is filled in; the rest passes as it
stands. Refuses to overwrite and to invent: what only the vendor knows is a TODO or left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.decode.addresses import slug_fault
from catalog.errors import UsageError
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA_LINE = "# yaml-language-server: $schema=../../schema/entry.schema.json"
_DEPLOYMENT = {
    "webspace": """\
deployment:
  stack: [https, php]              # {stack}
  databases: []                    # such as MySQL 8
  installer: [file-copy]
  servers: 1
  background_services: false       # a webspace application has none
""",
    "dedicated": """\
deployment:
  environments: [physical]         # {environments}
  os: []                           # such as Debian 12
  installer: [file-copy]           # file-copy, rpm, msi
  servers: 1                       # with more than one, Plesk Panel cannot run it
  background_services: true
""",
    "connector": """\
deployment:
  service: {{name: TODO the cloud service that it reaches}}
  api: {{style: rest}}             # {api_styles}
  multitenant: true
  installer: [file-set]            # file-set, native-package
""",
}


class ScaffoldError(UsageError):
    """The entry cannot be started as asked; the message says why and what to do."""


def scaffold(slug: str, kind: str, name: str | None = None) -> str:
    """The text of `entry.yaml` for a new entry of one application type.

    A slug that cannot be a folder name raises `ScaffoldError`; an unknown type `KeyError`.
    """
    if refusal := slug_fault(slug):
        raise ScaffoldError(f"{refusal.message}; {refusal.help}")
    terms = vocabularies()
    chosen = terms.types[kind]
    told = {block: ", ".join(words) for block, words in terms.deployment.items()}
    return f"""\
{SCHEMA_LINE}
name: {name or slug.replace("-", " ").title()}
version: TODO the version that is packaged
summary: TODO one line of 15 to 90 characters on what it does
description: |
  TODO what it is and what it does, in a first paragraph of 80 characters or more. Lists, *emphasis*, **strong**,
  `code` and [links](https://www.example.org/) may be used.
vendor:
  name: TODO the company or project
  homepage: https://TODO.example/
type: {kind}{" " * (24 - len(kind))}# {chosen.summary}
business_models: not-stated     # or a list of {", ".join(terms.models)}
regions: not-stated             # or worldwide, or a list such as [eu, NO, CH]
categories: [other/miscellaneous]  # up to three; the category pages of the catalog list them
pitch: >-
  TODO what a service provider gains by selling it, in 80 to 450 characters.
{_DEPLOYMENT[kind].format(**told)}contacts:
  sales: {{email: TODO@example.org}}  # a role address, no person
listing:
  source: vendor
"""


def start_entry(folder: Path, slug: str, kind: str, name: str | None = None) -> Path:
    """Write a new entry below the entries folder and return the path of its file.

    A slug that is taken raises `ScaffoldError`; nothing is ever overwritten.
    """
    text = scaffold(slug, kind, name)
    place = folder / slug
    try:
        place.mkdir()
    except FileExistsError:
        raise ScaffoldError(
            f"there is an entry {slug} already; choose another slug or edit {place}"
        ) from None
    path = place / "entry.yaml"
    path.write_text(text, encoding="utf-8")
    return path
