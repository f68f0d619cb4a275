"""Who is asked about a change: `.github/CODEOWNERS`, generated from the entries and `program/owners.yaml`.

    python .ci/owners.py [--check]

`program/owners.yaml` maps a vendor, by its name as in the entries, to GitHub accounts: `Example Vendor: ["@account"]`.
Everything belongs to the maintainers; an entry whose vendor is named there to those accounts as well. With `--check`
nothing is written, and the exit status is 1 where the file is not what it should be. Exit status 2: `owners.yaml` names
a vendor without entry, or something that is no account.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from catalog.source import plain_values

ROOT = Path(__file__).resolve().parent.parent
MAINTAINERS = "@aps-catalog/maintainers"
_ACCOUNT = re.compile(r"@[A-Za-z0-9][A-Za-z0-9-]{0,38}(?:/[a-z0-9][a-z0-9-]*)?")
_HEAD = f"""\
# Generated from the entries and program/owners.yaml by .ci/owners.py; change those.
* {MAINTAINERS}
"""


class OwnersError(ValueError):
    """`owners.yaml` cannot be used; the message says where and what to write."""


def codeowners(root: Path) -> str:
    """The text of the file for the catalog below `root`.

    Raises:
        OwnersError: a vendor that no entry has, or a value that is no list of accounts.
    """
    by_vendor: dict[str, list[str]] = {}
    for path in sorted((root / "entries").glob("*/entry.yaml")):
        vendor = plain_values(path.read_bytes())["vendor"]
        if isinstance(vendor, dict):
            by_vendor.setdefault(str(vendor["name"]), []).append(path.parent.name)
    lines = []
    for name, accounts in _accounts(root / "program" / "owners.yaml").items():
        if name not in by_vendor:
            raise OwnersError(
                f'program/owners.yaml: no entry has the vendor "{name}"; write it as the entries do'
            )
        lines += [f"/entries/{slug}/ {MAINTAINERS} {' '.join(accounts)}\n" for slug in by_vendor[name]]
    return _HEAD + "".join(sorted(lines))


def _accounts(path: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, accounts in plain_values(path.read_bytes()).items() if path.is_file() else ():
        known = [str(account) for account in accounts] if isinstance(accounts, list) else []
        if not known or not all(_ACCOUNT.fullmatch(account) for account in known):
            raise OwnersError(f'program/owners.yaml: write the accounts of "{name}" as ["@account"]')
        found[name] = known
    return found


def main(arguments: list[str]) -> int:
    """Write or compare the file; the exit status."""
    target = ROOT / ".github" / "CODEOWNERS"
    try:
        text = codeowners(ROOT)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    if "--check" not in arguments:
        target.write_text(text, encoding="utf-8")
        return 0
    if target.is_file() and target.read_text(encoding="utf-8") == text:
        return 0
    print("error: .github/CODEOWNERS is not up to date; run: make owners", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
