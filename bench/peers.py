"""The same entries as sources for other site generators: Hugo and MkDocs.

Owns their sources, written before anything is timed. Each peer gets a plain layout that shows the same facts: a page
an entry, and lists. None of them checks entries, counts facets or makes indexes, so a tie is in our favour.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from pathlib import Path

Fields = dict[str, Any]

_HUGO_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Params.summary }}"></head><body><header><a href="/">Applications</a></header>
<main><h1>{{ .Title }} {{ .Params.version }}</h1><img src="logo.svg" alt=""><p>{{ .Params.summary }}</p>
{{ .Content }}<h2>How to sell it</h2><p>{{ .Params.pitch }}</p>
<ul>{{ range .Params.highlights }}<li>{{ . }}</li>{{ end }}</ul>
<dl><dt>Type</dt><dd>{{ .Params.kind }}</dd><dt>Vendor</dt><dd>{{ .Params.vendor }}</dd><dt>Models</dt>
<dd>{{ delimit .Params.models ", " }}</dd><dt>Categories</dt><dd>{{ delimit .Params.categories ", " }}</dd></dl>
</main></body></html>
"""
_HUGO_LIST = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>
<ul>{{ range (.Paginate .Pages.ByTitle 24).Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>
<p>{{ .Params.summary }}</p></li>{{ end }}</ul></body></html>
"""


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


def write_hugo(entries: list[Fields], folder: Path) -> None:
    """A Hugo site: a page bundle an entry, taxonomies for type, vendor, model and category."""
    settings = {
        "baseURL": "https://catalog.example/",
        "title": "Catalog",
        "taxonomies": {"kind": "kind", "vendor": "vendor", "model": "models", "category": "categories"},
        "disableKinds": ["rss"],
    }
    _write(folder / "hugo.json", json.dumps(settings))
    _write(folder / "layouts" / "single.html", _HUGO_PAGE)
    for layout in ("list", "home", "taxonomy", "term", "section"):
        _write(folder / "layouts" / f"{layout}.html", _HUGO_LIST)
    for entry in entries:
        front = {key: value for key, value in entry.items() if key not in ("text", "picture", "logo")}
        place = folder / "content" / "apps" / entry["slug"]
        _write(place / "index.md", f"{json.dumps(front)}\n\n{entry['text']}")
        _write(place / "logo.svg", entry["picture"])


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
