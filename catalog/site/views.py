"""What templates receive: frozen values with every word, link and count worked out.

Owns the shapes that stand between the catalog and `theme/`. Refuses logic that a template would need to repeat:
a template walks these values and writes markup, nothing else.

Which template gets what (all in `theme/catalog/`, rendered by an environment of our own, never by MkDocs's; it
escapes automatically and an unknown name fails the build; file names relative to `theme/`, so
`{% import "catalog/_parts.html" as parts %}`):

| template          | variables              | page                                                 |
|-------------------|------------------------|------------------------------------------------------|
| `card.html`       | `card: Card`           | one `<li class="card">`, rendered once an entry      |
| `facets.html`     | `facets: tuple[Facet]` | the filter panel of lists, rendered once and reused  |
| `entry.html`      | `page: EntryPage`      | `/apps/<slug>/`                                      |
| `tombstone.html`  | `page: TombstonePage`  | `/apps/<slug>/` of a withdrawn entry                 |
| `browse.html`     | `page: BrowsePage`     | `/apps/`, `/apps/page/2/` …                          |
| `facet.html`      | `page: FacetPage`      | `/types/<t>/` and so for models, routes, regions, categories |
| `vendor.html`     | `page: VendorPage`     | `/vendors/<v>/`                                      |
| `overview.html`   | `page: OverviewPage`   | `/vendors/`, `/regions/`, `/categories/`             |
| `home.html`       | `page: HomePage`       | `/`                                                  |
| `shortlist.html`  | `site` alone           | `/shortlist/`: filled in the browser                 |
| `compare.html`    | `site` alone           | `/compare/`: filled in the browser                   |
| `embed.html`      | `site` alone           | `/embed/`: filled in the browser                     |
| `promotions.html` | `page: PromotionsPage` | `/promotions/`                                       |
| `programme.html`  | `page: ProgrammePage`  | `/programme/` and the pages below it                 |
| `redirect.html`   | `page: RedirectPage`   | a whole document: `/apps/<former slug>/`             |

The views of entries stand in entry_views.py, those of lists in list_views.py, what both use here.

All but the last are bodies. They are spliced into a shell that Material renders once from `theme/wide.html`, an
ordinary MkDocs template: `{% extends "main.html" %}`, no sidebars, and `{{ page.content }}` where the body belongs
(inside `<main>`; no heading of its own, every body brings its one `h1`). The plugin generates one such page
for the front page and for each of apps/, shortlist/, vendors/, regions/, categories/, promotions/ and programme/;
pages below those share their shell, all others that of apps/, so that the right tab is current. `mkdocs.yml` names
them in `nav`, `docs/` does not hold them. Title, description, canonical
and edit links are spliced in where `page.meta.title`, `page.meta.description`, `page.canonical_url` and
`page.edit_url` are printed; more head metadata goes in before `</head>`. None of these may be printed inside a
script, a style or a comment.

In every body template:

- `site: Site` — facts about the whole build.
- `url(path)` — address of a page or file of the site from its path (`apps/harbor-sync/`, `assets/x.svg`); works from
  any depth, under any base path and from disk. Views hold such paths in fields named `path` (pages) and `src` (files).
  Fields named `href` are complete addresses elsewhere and go out as they stand.
- `root` — the way to the site's root, for scripts: it ends in `/` and never names a file.
- `value|date` → `8 September 2027`; `value|month` → `September 2027`; `value|short_month` → `Sep`;
  `value|iso` → `2027-09-08`; `value|weekday` → `Tuesday 8 September 2027`.
- `n|number` → `1,374`; `n|counted("application")` → `1 application`, `12 applications` (third word: odd plurals).
- `_("Filters")`, `_("Show all {n}", n=…)`: our own words in the language of the build (messages.py); `name|t` for one
  that Python wrote in English, marked as English where it is not translated; `_html(…)` where a value is markup;
  `counted(n, one, many)` for one of two.
- `text|bdi` for a `Text` → `<bdi lang=… dir=…>…</bdi>`; `text|attrs` → ` lang="ja"` or ` lang="ar" dir="rtl"` or
  nothing, for the tag that holds a whole paragraph; `{{ text }}` → the escaped text alone.

In `wide.html` and every other MkDocs template `catalog_site: Site` is there too (for the footer and the header's
search form).

`cards` in the views are finished markup, one `<li>` each, to be put into `<ul class="cards">`; `panel` is the
finished filter panel.

The scripts in `theme/assets/` search the index whose folder `site.index_src` tells: that script calls `apsIndex` with
`at` and the name of the folder beside it. Each file of the index is a classic script too, so that it works from disk,
and calls `apsIndex` with its name and its content; the manifest's call stands in the first script:

    manifest   {version: 3, total, chunk: 24, materials: 14, entries: number of entries/N, facts: [name, …],
                first: [first term of each shard, …],
                vocab: {type: [[id, name], …], model: …, plesk: …}}          // what cards name
    terms/N    {t: [term, …], p: [[posting, …], …]}                          // see catalog/search/shards.py
    vocab      all terms in one text, a line each                             // for words that are nowhere
    cards/N    [[slug, name, vendor, summary, type, [model, …], plesk, readiness, flags, logo, where, language], …]
    entries/N  {slug: [card as above, [fact, …]], former slug: slug, …}      // N: search_index.place_of
    facets     {vocab: {type, model, route, category, language, plesk, readiness, audience, certified, vendor,
                        region: [[id, name], …]},
                sets: {type: [[value, …], …], …}, rows: {type: [set of each entry, …], …},
                members: {region token: [country, …]}, checked: [day, …], certified: [day, …], ready: [number, …]}

Facts are those of comparison.py, "" where not stated. Entries are numbered in reading order; all other numbers are
places in `vocab` or `sets`. `model` ends with `not-stated`, and so does `region`, which names every token, countries
included. A set of regions is what the vendor
said: places of tokens, those taken out as -1 minus the place; `region=worldwide` asks for entries sold in every
country, every other token for entries sold somewhere in it. Days count from 2000, 0 for none; `ready` and `readiness`
are numbers of materials, -1 where no model is stated. Flags: 1 demonstration, 2 not claimed, 4 gold, 8 silver. `logo`
is `""`, a path from the site's root, or two with a space between, the second for dark grounds; `language` holds
those of name, vendor and summary, `""` where all are English.
"""

from __future__ import annotations

from datetime import date

import msgspec
from markupsafe import escape

from catalog.site.hosting import policy_of


class View(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Common settings of every view."""


class Text(msgspec.Struct, frozen=True, gc=False):
    """A text out of an entry. `lang` is `None` for English, and `dir` for what runs from left to right."""

    text: str
    lang: str | None = None
    dir: str | None = None

    def __str__(self) -> str:
        return self.text

    def __html__(self) -> str:
        return str(escape(self.text))


class Site(View, frozen=True, kw_only=True):
    """The whole build: `total` listed entries, the day dates are compared to, where the search index lies.

    `base`: its absolute address, or empty. `icon`: the path of its icon. `language`: that of its own words.
    `internal`: for the team, never published. `storefront`: of one storefront, without the programme; `brand` is its
    logo, where it has one.
    """

    name: str
    total: int
    as_of: date
    offline: bool
    index_src: str
    demo: int
    icon: str
    base: str = ""
    language: str = "en"
    internal: bool = False
    storefront: bool = False
    brand: Picture | None = None

    @property
    def policy(self) -> str:
        """The Content-Security-Policy of its pages."""
        return policy_of(offline=self.offline)


class Link(View, frozen=True, kw_only=True):
    """A page of this site under a name; `count` is the number of entries behind it where that is known."""

    name: str
    path: str
    count: int | None = None


class Reference(View, frozen=True, kw_only=True):
    """An address elsewhere under a name; `host` may be shown beside it. `href` is empty where a name has no page."""

    name: str
    href: str
    host: str = ""


class TypeBadge(View, frozen=True, kw_only=True):
    """An application type: `id` webspace, dedicated or connector; `letter` in a `shape` circle, square or diamond."""

    id: str
    name: str
    letter: str
    shape: str
    path: str
    summary: str


class Picture(View, frozen=True, kw_only=True):
    """A picture file of the site and its size in pixels (both 0 where unknown, as for an SVG without a size)."""

    src: str
    width: int
    height: int


class Logo(View, frozen=True, kw_only=True):
    """An entry's mark: the picture, its partner for dark grounds, and the letter shown when there is neither."""

    letter: str
    picture: Picture | None = None
    dark: Picture | None = None


class Card(View, frozen=True, kw_only=True):
    """One entry in a list.

    `models` are names, empty where not stated. `where` holds the vendor's words for its regions (`Regions not
    stated` when there are none; `stated` says which). `readiness` is the number of materials of `materials`, or
    `None` where no model is stated. `unclaimed`: no vendor stands behind the entry. `level`: gold, silver or `None`.
    """

    slug: str
    path: str
    name: Text
    vendor: Text
    vendor_path: str
    summary: Text
    type: TypeBadge
    models: tuple[str, ...]
    where: Text
    stated: bool
    readiness: int | None
    materials: int
    logo: Logo
    demo: bool
    unclaimed: bool
    level: str | None
    plesk: PleskMark


class PleskMark(View, frozen=True, kw_only=True):
    """The Plesk verdict on a card: `answer` as an id, and the verdict in words."""

    answer: str
    title: str


class PromotionView(View, frozen=True, kw_only=True):
    """An offer. `active` at the build's day, else still to come; pages hide it after `ends` (attribute `data-ends`)."""

    title: Text
    text: Text
    starts: date
    ends: date
    active: bool
    where: str
    href: str | None
