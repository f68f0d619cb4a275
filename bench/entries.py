"""Writes N entries that `check` accepts: the corpus of the benchmark.

    python bench/entries.py 1000 OUT/entries

Every entry is an invention on an `.example` domain and says so (`source: demo`). The same number gives the same
bytes, and fewer entries are the first of more. Owns plausible length and variety; refuses to test rules.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FIRST = "Amber Birch Cobalt Delta Ember Fjord Granite Harbor Indigo Juniper Kestrel Lumen Maple Nimbus Onyx Pin".split()
SECOND = "Desk Flow Forge Gate Hub Ledger Link Mail Notes Pay Pilot Planner Relay Sheet Studio Vault".split()
MAKERS = "Aalto Berga Corvo Dunes Elbrus Faro Gela Hanko Iona Jarvi".split()
SCRIPTS = ("", "", "", "", "Облако", "سحابة", "クラウド", "云端", "बादल", "")
NOUNS = "invoices bookings tickets contracts backups campaigns orders surveys payrolls messages projects visits".split()
VERBS = "plan share approve search archive compare sign forward".split()
USERS = "small shops|law offices|schools|clinics|workshops|agencies|hotels|associations".split("|")
CATEGORIES = (
    "web/content-management web/wiki web/forum web/e-commerce web/blog collaboration/email collaboration/calendaring "
    "back-office/billing back-office/customer-relationship-management infrastructure/management"
).split()
REGIONS = (
    "worldwide",
    "[emea]",
    "[DE, AT, CH]",
    "{include: [emea], except: [GB]}",
    "[apac, US]",
    "[latin-america]",
)
HUES = ("#1a4fd0", "#047a59", "#942a01", "#680953", "#855700", "#1b6e3c")
DEPLOYMENTS = {
    "webspace": "{stack: [php, https], servers_software: [apache], databases: [MySQL 5], installer: [file-copy], "
    "servers: 1}",
    "dedicated": "{environments: [vzlin, other], os: [Debian 12], installer: [rpm], servers: 1, "
    "background_services: true}",
    "connector": "{service: {name: %(name)s, homepage: 'https://%(host)s/'}, api: {style: rest}, multitenant: true}",
}
GATES = (
    "business_models: [direct]\nroutes: [automation]",
    (
        "business_models: [direct, referral]\nroutes: [automation, plesk]\n"
        "referral: {agreed: 2026-02-01, joint_plan: true}"
    ),
    (
        "business_models: [reseller]\nroutes: [partner-storefront, cloud-marketplace]\nstorefront: {track_record: "
        "Sold to 2000 small firms, agreed: 2026-03-02, wholesale_agreed: true, margin_50: true}"
    ),
)


def change(entries: Path, turn: int) -> None:
    """Give one entry another summary, which no run before had."""
    path = min(entries.iterdir()) / "entry.yaml"
    lines = path.read_text("utf-8").splitlines()
    changed = (f"summary: Changed for run {turn}" if line.startswith("summary:") else line for line in lines)
    path.write_text("\n".join(changed) + "\n", "utf-8")


def sentence(chance: random.Random, name: str) -> str:
    """A plain sentence of 60 to 110 characters."""
    one, other = chance.sample(NOUNS, 2)
    verb, then = chance.sample(VERBS, 2)
    return (
        f"With {name} {chance.choice(USERS)} {verb} {one} and {then} {other} in one place, from any browser."
    )


def logo(chance: random.Random) -> str:
    """A small square mark; no two need be equal."""
    hue, other = chance.sample(HUES, 2)
    x, y, r = chance.randint(14, 50), chance.randint(14, 50), chance.randint(8, 14)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
        f'<path fill="{hue}" d="M4 12a8 8 0 0 1 8-8h40a8 8 0 0 1 8 8v40a8 8 0 0 1-8 8H12a8 8 0 0 1-8-8z"/>'
        f'<circle cx="{x}" cy="{y}" r="{r}" fill="#ffffff"/><path fill="{other}" d="M{x - 3} {y - 3}h6v6h-6z"/></svg>\n'
    )


def entry(number: int, title: str = "") -> tuple[str, str, str]:
    """The slug, the YAML and the logo of entry `number`, counted from 1; `title` is a name instead of the invented."""
    chance = random.Random(number)
    kind = ("webspace", "dedicated", "connector")[number % 3]
    word = SCRIPTS[number % len(SCRIPTS)]
    plain = f"{FIRST[number % 16]} {SECOND[number // 16 % 16]} {number}"
    name, slug = title or f"{plain} {word}".strip(), plain.lower().replace(" ", "-")
    host = f"{slug}.example"
    paragraphs = [" ".join(sentence(chance, name) for _ in range(3)) for _ in range(chance.randint(1, 3))]
    pitch = " ".join(sentence(chance, plain) for _ in range(3))
    gate = GATES[number % 2 if kind != "webspace" else number // 3 % 3]
    if kind != "webspace":
        gate = gate.replace(", plesk", "")
    lines = [
        f"name: {json.dumps(name, ensure_ascii=False) if title else name}",
        f"version: {number % 9 + 1}.{number % 20}",
        f"summary: {chance.choice(VERBS).capitalize()} {chance.choice(NOUNS)} and {chance.choice(NOUNS)} together",
        "description: |",
        *(f"  {paragraph}\n" for paragraph in paragraphs),
        f"vendor: {{name: {MAKERS[number % 10]} Software {number // 7}, homepage: 'https://{host}/'}}",
        f"type: {kind}",
        gate,
        f"regions: {REGIONS[number % len(REGIONS)]}",
        f"categories: [{CATEGORIES[number % len(CATEGORIES)]}]",
        f"pitch: {pitch[:440].rsplit(' ', 1)[0]}",
        f"highlights: [{sentence(chance, plain)!r}, {sentence(chance, plain)!r}]",
        f"deployment: {DEPLOYMENTS[kind] % {'name': plain, 'host': host}}",
        "languages: [en, de, ja]",
        f"contacts: {{sales: {{email: sales@{host}, url: 'https://{host}/partners'}}}}",
        f"links: {{support: 'https://{host}/support', documentation: 'https://{host}/manual'}}",
        f"collateral: {{reference-architecture: {{url: 'https://{host}/architecture.pdf', access: public}}}}",
        "media: {logo: logo.svg}",
        f"listing: {{source: demo, checked: 2026-0{number % 8 + 1}-15, status: listed}}",
    ]
    return slug, "\n".join(lines) + "\n", logo(chance)


def write(count: int, folder: Path) -> None:
    """Write entries 1 to `count` below `folder`."""
    for number in range(1, count + 1):
        _write(folder, *entry(number))


def write_named(names: Mapping[str, str], folder: Path) -> None:
    """Write an entry for each slug and name below `folder`; all else is invented as ever."""
    for number, (slug, name) in enumerate(names.items(), 1):
        _, *files = entry(number, name)
        _write(folder, slug, *files)


def _write(folder: Path, slug: str, text: str, picture: str) -> None:
    place = folder / slug
    place.mkdir(parents=True, exist_ok=True)
    (place / "entry.yaml").write_text(text, "utf-8", newline="\n")
    (place / "logo.svg").write_text(picture, "utf-8", newline="\n")


if __name__ == "__main__":
    if len(sys.argv) != 3 or not sys.argv[1].isdigit():
        sys.exit(__doc__)
    write(int(sys.argv[1]), Path(sys.argv[2]))
