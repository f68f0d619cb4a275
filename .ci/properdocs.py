"""Compares a site that MkDocs built with one that ProperDocs built from the same entries.

    python .ci/properdocs.py MKDOCS_SITE PROPERDOCS_SITE

They are the same files, byte for byte, but for the name of the generator in a page and our marker, which only
`build.py site` sets. Owns the comparison; refuses to build: `make properdocs` does.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

_GENERATOR = re.compile(rb'(<meta name="generator" content=")[^"]*')
_OURS_ALONE = {".aps-catalog"}
_SHOWN = 10


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a site by its path, pages without the name of their generator."""
    return {
        path.relative_to(folder).as_posix(): _GENERATOR.sub(rb"\1", path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in _OURS_ALONE
    }


def differences(mkdocs: Path, properdocs: Path) -> list[str]:
    """What differs, a line each; nothing when the sites are the same."""
    one, other = files(mkdocs), files(properdocs)
    return [
        *(f"{path}: MkDocs alone wrote it" for path in sorted(one.keys() - other.keys())),
        *(f"{path}: ProperDocs alone wrote it" for path in sorted(other.keys() - one.keys())),
        *(f"{path}: other bytes" for path in sorted(one.keys() & other.keys()) if one[path] != other[path]),
    ]


def main(mkdocs: Path, properdocs: Path) -> int:
    """Print the comparison; 0 when the sites are the same, else 1."""
    pages = sum(path.endswith(".html") for path in files(properdocs))
    found = differences(mkdocs, properdocs)
    for line in found[:_SHOWN]:
        print(line)
    print(f"properdocs: {pages} pages, {len(found)} files differ from MkDocs's")
    return 1 if found or not pages else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
