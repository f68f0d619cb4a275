"""The findings of a pull request as Markdown, for the page that shows its checks.

    python build.py check --format json … | python .ci/summary.py [SITE]

Reads the JSON of `check` on standard input and writes Markdown. SITE is the address that the rules' pages stand at.
Texts of an entry stand in it as text: nothing in them becomes markup, a link or a mention. Exit status 0.
"""

from __future__ import annotations

import json
import re
import sys
from typing import Any

from catalog.english import counted

MOST = 200
"""Findings in the table; a page of checks takes a megabyte, and nobody reads more."""

_MARKUP = re.compile(r"[!-/:-@\[-`{-~]")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]+")


def as_markdown(told: dict[str, Any], site: str) -> str:
    """The summary of the object that `check --format json` prints."""
    findings = told["findings"]
    words = (
        ("entries", "entry", "entries"),
        ("errors", "error", "errors"),
        ("warnings", "warning", "warnings"),
    )
    counts = ", ".join(counted(told[key], one, many) for key, one, many in words)
    if not findings:
        return f"### The check is clean\n\n{counts}\n"
    title = "### The check found errors" if told["errors"] else "### The check found no errors"
    rows = [_row(finding, site) for finding in findings[:MOST]]
    more = f"\n… and {len(findings) - MOST} more; the log has all.\n" if len(findings) > MOST else ""
    table = "\n".join(["| Where | What | What to do |", "|---|---|---|", *rows])
    return f"{title}\n\n{counts}\n\n{table}\n{more}"


def _row(finding: dict[str, Any], site: str) -> str:
    rule = f"[{finding['code']}]({site.rstrip('/')}{finding['url']})" if site else finding["code"]
    place = f"{plain(finding['path'])}:{finding['line']}:{finding['column']}"
    what = f"{finding['severity']} {rule}: {plain(finding['message'])}"
    return f"| {place} | {what} | {plain(finding['help'])} |"


def plain(text: str) -> str:
    """The text as character references wherever Markdown or HTML could see markup; signs nobody sees are left out."""
    return _MARKUP.sub(lambda sign: f"&#{ord(sign[0])};", _UNSEEN.sub(" ", text))


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a runner may speak something else
    print(as_markdown(json.load(sys.stdin), sys.argv[1] if len(sys.argv) > 1 else ""))
