"""The same entries as sources for other site generators: Hugo and MkDocs.

Owns their sources, written before anything is timed. Hugo joins pages of entries from the very body and frame that
ours have, and puts plain lists into the same frame; MkDocs has a plain page an entry that shows the same facts. None of
them checks entries, counts facets, makes indexes or works out what a page says, so a tie is in our favour.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import yaml

from bench.pages import MARKS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Fields = dict[str, Any]

_HUGO_PAGE = {
    "title": "{{ .Title }}",
    "description": "{{ .Params.description }}",
    "canonical": "{{ .Permalink }}",
    "head": "{{ .Params.head | safeHTML }}",
    "body": "{{ .Content }}",
}
_HUGO_LIST = _HUGO_PAGE | {
    "head": "",
    "body": """<ul>{{ range (.Paginate .Pages.ByTitle 24).Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>
<p>{{ .Params.summary }}</p></li>{{ end }}</ul>""",
}


def read_entries(folder: Path) -> list[Fields]:
    """The entries of the benchmark's own generator, which hold nothing that plain YAML reads otherwise."""
    found = []
    for path in sorted(folder.iterdir()):
        values = yaml.load((path / "entry.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)
        found.append(
            {
                "slug": path.name,
                "name": values["name"],
                "title": values["name"],
                "version": str(values["version"]),
                "summary": values["summary"],
                "text": values["description"],
                "pitch": values["pitch"],
                "highlights": values["highlights"],
                "vendor": values["vendor"]["name"],
                "kind": values["type"],
                "models": values["business_models"],
                "categories": values["categories"],
                "logo": f"logos/{path.name}.svg",
                "picture": (path / "logo.svg").read_text("utf-8"),
            }
        )
    return found


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def write_hugo(entries: list[Fields], folder: Path, pieces: Path) -> None:
    """A Hugo site: a page bundle an entry, taxonomies for type, vendor, model and category.

    `pieces` is what `bench/pages.py` has written down of our pages.
    """
    settings = {
        "baseURL": "https://catalog.example/",
        "title": "Catalog",
        "taxonomies": {"kind": "kind", "vendor": "vendor", "model": "models", "category": "categories"},
        "disableKinds": ["rss"],
        "security": {"allowContent": [".*"]},
    }
    _write(folder / "hugo.json", json.dumps(settings))
    frame = (pieces / "shell.html").read_text("utf-8").replace("{{", '{{ "{{" }}')
    _write(folder / "layouts" / "single.html", _filled(frame, _HUGO_PAGE))
    for layout in ("list", "home", "taxonomy", "term", "section"):
        _write(folder / "layouts" / f"{layout}.html", _filled(frame, _HUGO_LIST))
    by_slug = {entry["slug"]: entry for entry in entries}
    with (pieces / "pages.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            page = json.loads(line)
            entry = by_slug[page["slug"]]
            front = {key: value for key, value in entry.items() if key not in ("text", "picture", "logo")}
            front |= {key: page[key] for key in ("title", "description", "head")}
            place = folder / "content" / "apps" / entry["slug"]
            _write(place / "index.html", f"{json.dumps(front)}\n\n{page['body']}")
            _write(place / "logo.svg", entry["picture"])


def _filled(frame: str, said: Mapping[str, str]) -> str:
    """The frame as a layout of Hugo's."""
    for name, mark in MARKS.items():
        frame = frame.replace(mark, said[name])
    return frame


def write_mkdocs(entries: list[Fields], folder: Path) -> None:
    """An MkDocs site with a Markdown page an entry, none of them in the navigation, without a search index."""
    _write(folder / "mkdocs.yml", "site_name: Catalog\ntheme: material\nplugins: []\nnav: [index.md]\n")
    names = "\n".join(f"- [{entry['name']}](apps/{entry['slug']}/index.md)" for entry in entries)
    _write(folder / "docs" / "index.md", f"# Applications\n\n{names}\n")
    for entry in entries:
        points = "\n".join(f"- {point}" for point in entry["highlights"])
        page = (
            f"# {entry['name']} {entry['version']}\n\n![](logo.svg)\n\n{entry['summary']}\n\n{entry['text']}\n\n"
            f"## How to sell it\n\n{entry['pitch']}\n\n{points}\n\n- {entry['kind']}\n- {entry['vendor']}\n"
        )
        _write(folder / "docs" / "apps" / entry["slug"] / "index.md", page)
        _write(folder / "docs" / "apps" / entry["slug"] / "logo.svg", entry["picture"])
