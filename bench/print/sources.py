"""The book of the benchmark as sources for Typst and WeasyPrint.

Owns their layout: our quarter pages without the front matter that only ours has. Both make contents and index with
page numbers, which they find themselves, and running heads; Typst is told what each head says, since looking for it
would cost it more the longer the book is.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from bench.print.content import FACES, FAMILIES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bench.print.content import Fields

_TYPST = """#let book = json("book.json")
#set document(title: book.title, date: none)
#set page(paper: "a4", margin: (x: 17mm, top: 17mm, bottom: 13mm))
#set text(font: FAMILIES, size: 9pt, hyphenate: false)
#set par(leading: 4.2pt, spacing: 8pt)
#show heading: it => text(30pt, weight: 600, it.body)
#let small(body) = text(7.5pt, body)
#page(text(64pt, weight: 600, book.title))
#outline(title: [Contents], depth: 1)
#let entry(e) = [#block(height: 63.5mm, width: 100%, breakable: false, stroke: (top: .5pt), inset: (top: 3pt),
  grid(columns: (41mm, 86mm, 41mm), column-gutter: 4mm,
    [#image("logos/" + e.slug + ".svg", width: 41mm, height: 16mm, fit: "contain")
     #box(fill: rgb(e.colour), inset: 3pt, text(8pt, weight: 600, fill: white, e.letter))
     #text(weight: 600, e.type) #small(e.package.join(linebreak()))],
    [#text(16pt, weight: 600, e.name) \\ #e.vendor

     #text(weight: 600, e.summary)

     #e.pitch
     #list(..e.highlights)],
    [#small(for (name, said) in e.sold { text(weight: 600, name); linebreak(); said; linebreak() })
     #small(e.sales.join(linebreak()))
     #place(bottom + right, image(bytes(e.code), format: "svg", width: 22mm))]))
  #label(e.slug)]
#for chapter in book.chapters {
  page(heading(chapter.title))
  for on in chapter.pages {
    page(header: [#context counter(page).display() #h(8mm) #on.first().latin – #on.last().latin #h(1fr) #chapter.title],
      for e in on { entry(e) })
  }
}
#heading[Index by name and vendor]
#small(columns(3, context for (name, slugs) in book.index {
  [#name #h(1fr) #slugs.map(slug => str(counter(page).at(label(slug)).first())).dedup().join(", ") \\ ]
}))
""".replace("FAMILIES", str(FAMILIES).replace("'", '"'))

_CSS = """@page { size: A4; margin: 17mm 17mm 13mm }
@page entries { @top-left { content: counter(page) '  ' string(name, first) ' – ' string(name, last); font-size: 9pt }
  @top-right { content: string(chapter); font-size: 9pt } }
body { font: 9pt/12pt %s; margin: 0 }
h1 { font-size: 30pt; line-height: 36pt; break-after: page; string-set: chapter content() }
.cover { font-size: 64pt; line-height: 60pt }
main { page: entries }
section { height: 63.5mm; box-sizing: border-box; border-top: .5pt solid; position: relative; margin-bottom: 1mm;
  break-inside: avoid; string-set: name attr(title) }
section > div { position: absolute; top: 1mm }
.a { left: 0; width: 41mm } .b { left: 45mm; width: 86mm } .c { left: 135mm; width: 41mm; bottom: 0 }
.a, .c, nav { font-size: 7.5pt; line-height: 9pt }
img { width: 41mm; height: 16mm; object-fit: contain }
.c svg { position: absolute; right: 0; bottom: 0; width: 22mm }
h2 { font-size: 16pt; line-height: 21pt; margin: 0 }
p { margin: 0 0 1mm } ul { margin: 0; padding-left: 3mm }
.t { color: #fff; padding: 1mm }
.toc a::after, nav a::after { content: '  ' target-counter(attr(href), page) }
.toc a, nav a { display: block; color: #000; text-decoration: none }
nav { columns: 3; column-fill: auto }"""


def write_typst(content: Fields, folder: Path) -> None:
    """A Typst book beside what `content.write_common` wrote."""
    del content
    (folder / "book.typ").write_text(_TYPST, "utf-8")


def write_weasyprint(content: Fields, folder: Path) -> None:
    """An HTML book beside what `content.write_common` wrote."""
    with (folder / "book.html").open("w", encoding="utf-8") as file:
        file.writelines(_html(content))


def _html(content: Fields) -> Iterator[str]:
    names = dict(zip(dict.fromkeys(face.split("-")[0] for face in FACES), FAMILIES, strict=True))
    yield '<!doctype html><html lang="en"><meta charset="utf-8"><title>Catalog</title><style>'
    for face in FACES:
        family, weight = face.split("-")
        yield f"@font-face {{ font-family: '{names[family]}'; font-weight: {weight}; src: url(fonts/{face}.ttf) }}"
    yield _CSS % ", ".join(f"'{name}'" for name in FAMILIES)
    yield f'</style><h1 class="cover">{escape(content["title"])}</h1><div class="toc"><h2>Contents</h2>'
    for number, chapter in enumerate(content["chapters"]):
        yield f'<a href="#chapter{number}">{chapter["title"]}</a>'
    yield '<a href="#index">Index by name and vendor</a></div>'
    for number, chapter in enumerate(content["chapters"]):
        yield f'<h1 id="chapter{number}" style="break-before: page">{chapter["title"]}</h1><main>'
        for page in chapter["pages"]:
            yield from map(_section, page)
        yield "</main>"
    yield '<h1 id="index" style="break-before: page; break-after: avoid">Index by name and vendor</h1><nav>'
    for name, slugs in content["index"]:
        yield "".join(f'<a href="#{slug}">{escape(name)}</a>' for slug in slugs)
    yield "</nav></html>"


def _section(entry: Fields) -> str:
    said = {name: escape(entry[name]) for name in ("name", "latin", "vendor", "summary", "pitch")}
    points = "".join(f"<li>{escape(point)}</li>" for point in entry["highlights"])
    sold = "".join(f"<b>{escape(name)}</b><br>{escape(text)}<br>" for name, text in entry["sold"])
    package = "<br>".join(map(escape, entry["package"]))
    sales = "<br>".join(map(escape, entry["sales"]))
    return (
        f'<section id="{entry["slug"]}" title="{said["latin"]}">'
        f'<div class="a"><img src="logos/{entry["slug"]}.svg"><br>'
        f'<b class="t" style="background: {entry["colour"]}">{entry["letter"]}</b> <b>{entry["type"]}</b><br>'
        f'{package}</div><div class="b"><h2>{said["name"]}</h2>{said["vendor"]}<p><b>{said["summary"]}</b>'
        f'<p>{said["pitch"]}</p><ul>{points}</ul></div><div class="c">{sold}{sales}{entry["code"]}</div></section>'
    )
