"""The web site: pages, search index, feeds and API drawn from a catalog, and their publication.

Owns everything under the output's `site` folder. Refuses to read YAML, to judge entries, and to know about print.
"""

from catalog.site.brand import storefront_of, subset
from catalog.site.build import SiteReport, Variant, build_site
from catalog.site.live import serve_site
from catalog.site.mkdocs_run import SiteError, site_url
from catalog.site.publish import OutputRefusedError
from catalog.site.stick import packed
from catalog.site.verify import BrokenSiteError

__all__ = [
    "BrokenSiteError",
    "OutputRefusedError",
    "SiteError",
    "SiteReport",
    "Variant",
    "build_site",
    "packed",
    "serve_site",
    "site_url",
    "storefront_of",
    "subset",
]
