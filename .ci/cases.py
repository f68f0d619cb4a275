"""Compares a run of the acceptance cases with the list of those still open: a ratchet.

    python .ci/cases.py OPEN_LIST CASES_DIR < output of the cases' own runner with -v

The list only ever gets shorter: a case that fails and is not on it fails the run, and so does a case on it that
passes by now. A line of the list is the case's name, blanks, and why it is open; `#` starts a comment. Cases on
YAML, encoding and fields may never be open. Owns the comparison; refuses to run the cases itself.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import NamedTuple

_RESULT = re.compile(r"^(ok|FAIL|NOT RUN) ([\w.-]+)(?:: (.*))?$")
_FAMILIES = re.compile(r"family: *\[?([\d, ]+)")
_FIRST_FAMILIES = {"0", "1", "2"}
_LAST_ON_YAML = 30  # Cases are numbered by subject; YAML, encoding and fields come first.


class Outcome(NamedTuple):
    """What became of one case: `ok`, `FAIL` or `NOT RUN`, and the runner's reason."""

    name: str
    state: str
    reason: str


def outcomes(output: str) -> list[Outcome]:
    """The outcomes in a runner's output, in its order; lines that are no outcome belong to the reason before."""
    found = [match for line in output.splitlines() if (match := _RESULT.match(line))]
    return [Outcome(match[2], match[1], match[3] or "") for match in found]


def open_cases(text: str) -> dict[str, str]:
    """Case name to reason. A line without a reason, or a name twice, is a ValueError."""
    listed: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        name, _, reason = line.strip().partition(" ")
        if not name or name.startswith("#"):
            continue
        if not reason.strip():
            raise ValueError(f"line {number}: {name} stands without a reason")
        if name in listed:
            raise ValueError(f"line {number}: {name} stands there twice")
        listed[name] = reason.strip()
    return listed


def never_open(name: str, case: str) -> bool:
    """Whether a case is about YAML, encoding or fields: by a finding of those families, else by its number."""
    if families := [set(re.findall(r"\d", listed)) for listed in _FAMILIES.findall(case)]:
        return any(family <= _FIRST_FAMILIES for family in families)
    number = re.match(r"\d+", name)
    return number is not None and int(number[0]) < _LAST_ON_YAML


def complaints(results: list[Outcome], listed: dict[str, str], cases: dict[str, str]) -> list[str]:
    """What is wrong, a line each; nothing when the run and the list agree. `cases` are the texts of all cases."""
    state = {result.name: result.state for result in results}
    lines = [
        f"{result.name}: {'failed' if result.state == 'FAIL' else 'did not run'}: {result.reason}"
        for result in results
        if result.state != "ok" and result.name not in listed
    ]
    lines += [f"{name}: passes by now; remove it from the list" for name in listed if state.get(name) == "ok"]
    lines += [
        f"{name}: there is no such case; remove it from the list" for name in listed if name not in cases
    ]
    lines += [
        f"{name}: a case on YAML, encoding or fields may not be open"
        for name in listed
        if name in cases and never_open(name, cases[name])
    ]
    lines += [f"{name}: the run says nothing about it" for name in cases if name not in state]
    return lines


def main(open_list: Path, folder: Path, output: str) -> int:
    """Print the comparison; 0 when the run and the list agree, else 1."""
    cases = {path.parent.name: path.read_text("utf-8") for path in sorted(folder.glob("*/case.yaml"))}
    try:
        listed = open_cases(open_list.read_text("utf-8"))
    except ValueError as error:
        print(f"{open_list.name}: {error}")
        return 1
    results = outcomes(output)
    wrong = complaints(results, listed, cases)
    for line in wrong:
        print(f"cases: {line}")
    passed = sum(result.state == "ok" for result in results)
    still = sum(result.state != "ok" and result.name in listed for result in results)
    print(f"cases: {passed} of {len(cases)} pass, {still} open as listed, {len(wrong)} not as expected")
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.stdin.read()))
