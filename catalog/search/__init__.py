"""Search: texts to terms, terms to postings, postings to small files that a static site can serve.

Owns what the browser's engine (`theme/assets/search.js`) reads and the rules that both sides share; `tests/search` runs
both on the same texts. Refuses to know entries, pages and markup: it is given documents.
"""

from catalog.search.postings import Document, Postings, postings_of
from catalog.search.shards import shards_of
from catalog.search.tokens import fold, terms_of

__all__ = ["Document", "Postings", "fold", "postings_of", "shards_of", "terms_of"]
