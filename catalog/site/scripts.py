"""The site's scripts as they are shipped: without comments, and joined where a page needs several.

Owns which scripts go together; `theme/` names the joined files. Each script is shipped by itself, too, for pages of
others that embed applications. A request less counts on a slow line; scripts of a third party stay as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rjsmin import jsmin

if TYPE_CHECKING:
    from pathlib import Path

JOINED = {
    "site": ("page", "cards", "marks", "suggest"),
    "engine": ("terms", "search"),
    "browse": ("panel", "recovery", "table", "browse"),
    "shortlist": ("picks", "table", "shortlist"),
    "compare": ("picks", "table", "compare"),
    "embedding": ("picks", "embedding"),
}
"""Files of several scripts, in the order in which they build on each other."""


def shipped(sources: Path) -> dict[str, bytes]:
    """Scripts by file name, from the folder of their sources."""
    plain = {file.stem: str(jsmin(file.read_text(encoding="utf-8"))) for file in sorted(sources.glob("*.js"))}
    joined = {name: "\n".join(plain[part] for part in parts) for name, parts in JOINED.items()}
    return {f"{name}.js": f"{text}\n".encode() for name, text in (plain | joined).items()}
