"""Which files a vendor's pull request may touch: those of one folder below `entries/`, as ordinary files.

    python .ci/guard.py BASE [HEAD]

Owns that judgement and nothing else; whether the entry is good, `build.py check` says. It stands alone, on the standard
library, so that a pull request can be judged by the guard of the branch that it wants to enter. BASE and HEAD are
commits; what HEAD (default HEAD) changed since it left BASE is looked at. Exit status 0: may enter; 1: may not, with a
line for each file; 2: git could not tell.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_ORDINARY = {"100644", "000000"}
_KINDS = {"120000": "a symbolic link", "160000": "a submodule", "100755": "an executable file"}
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


class Change(NamedTuple):
    """One file that differs: its mode afterwards (git's six digits), `A`, `M`, `D` or `T`, and its path."""

    mode: str
    status: str
    path: str

    @property
    def slug(self) -> str | None:
        """The entry folder that the file lies in, or None."""
        top, _, rest = self.path.partition("/")
        slug, inside, _ = rest.partition("/")
        return slug if top == "entries" and inside else None


def changes(base: str, head: str) -> list[Change]:
    """The files that `head` changed since it left `base`; a rename is a file less and a file more.

    Raises:
        subprocess.CalledProcessError: git does not know one of the commits.
    """
    command = ["git", "diff", "--raw", "-z", "--no-renames", "--abbrev=40", f"{base}...{head}", "--"]
    raw = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8", "surrogateescape")
    parts = raw.split("\0")
    found = []
    for about, path in zip(parts[::2], parts[1::2], strict=False):
        _, mode, _, _, status = about.split(" ")
        found.append(Change(mode, status[:1], path))
    return found


def refusals(found: list[Change]) -> Iterator[tuple[str, str]]:
    """Path and reason of each file that a vendor's pull request may not touch in this way."""
    for change in found:
        if change.slug is None:
            yield change.path, "lies outside the entry's folder; leave it as it is on the main branch"
        elif change.mode not in _ORDINARY:
            kind = _KINDS.get(change.mode, f"a file of mode {change.mode}")
            yield change.path, f"is {kind}; an entry holds ordinary files, so add the file itself (mode 644)"
    slugs = sorted({change.slug for change in found if change.slug})
    # A moved entry empties one folder and fills another.
    kept = [slug for slug in slugs if any(it.slug == slug and it.status != "D" for it in found)]
    if len(kept) > 1 or len(slugs) > 2:
        for slug in slugs:
            yield f"entries/{slug}", "is one of several entries; send one pull request for each"


def main(arguments: list[str]) -> int:
    """Judge and tell; the exit status."""
    if not 1 <= len(arguments) <= 2:
        print("usage: python .ci/guard.py BASE [HEAD]", file=sys.stderr)
        return 2
    base, head = [*arguments, "HEAD"][:2]
    try:
        found = changes(base, head)
    except (OSError, subprocess.CalledProcessError) as error:
        said = getattr(error, "stderr", b"") or str(error).encode()
        print(
            f"git cannot compare {base} and {head}: {said.decode(errors='replace').strip()}", file=sys.stderr
        )
        return 2
    refused = list(refusals(found))
    for path, reason in refused:
        line = f"{_shown(path)} {reason}"
        print(
            f"::error::{line.replace('%', '%25')}" if os.environ.get("GITHUB_ACTIONS") else f"error: {line}"
        )
    if refused:
        print("A vendor's pull request changes one folder below entries/; other changes need a maintainer.")
    else:
        slugs = sorted({change.slug for change in found if change.slug})
        print(
            f"{len(found)} changed files, in {' and '.join(f'entries/{_shown(slug)}' for slug in slugs) or 'no entry'}"
        )
    return 1 if refused else 0


def _shown(path: str) -> str:
    """The path without signs that could steer a terminal or a log."""
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
