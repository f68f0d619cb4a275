"""The npm packages of the benchmark: pinned, with hashes, and explained."""

from __future__ import annotations

import json
import re

from tests.conftest import ROOT

WANTED = json.loads((ROOT / "bench" / "package.json").read_text("utf-8"))["dependencies"]
LOCK = json.loads((ROOT / "bench" / "package-lock.json").read_text("utf-8"))["packages"]
PACKAGES = {path.removeprefix("node_modules/"): package for path, package in LOCK.items() if path}


def test_versions_are_exact_and_locked() -> None:
    assert {name: PACKAGES[name]["version"] for name in WANTED} == WANTED
    assert LOCK[""]["dependencies"] == WANTED


def test_every_package_has_a_hash_and_no_address() -> None:
    assert [
        name
        for name, package in PACKAGES.items()
        if not package.get("integrity", "").startswith("sha512-") or "resolved" in package
    ] == []


def test_pagefind_is_locked_for_the_usual_systems() -> None:
    assert {"@pagefind/linux-x64", "@pagefind/linux-arm64", "@pagefind/darwin-arm64"} <= set(PACKAGES)


def test_architecture_has_a_line_for_every_peer() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8").partition("\n## Peers of the benchmark\n")[2]
    assert sorted(re.findall(r"^\| `([\w-]+)` \|", text, re.MULTILINE)) == sorted(WANTED)
