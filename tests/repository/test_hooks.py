"""The hooks that other repositories may use, and the program under its own name."""

from __future__ import annotations

import importlib
import tomllib
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.conftest import COMPLETE, MINIMAL, ROOT, CatalogFolder

if TYPE_CHECKING:
    from pathlib import Path

HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
SCRIPTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]


def _run(hook: dict[str, str], folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    name, *arguments = hook["entry"].split()
    module, _, function = SCRIPTS[name].partition(":")
    monkeypatch.chdir(folder.parent)
    status: int = getattr(importlib.import_module(module), function)([*arguments, "--as-of", "2012-05-15"])
    return status


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_passes_a_good_entry_and_stops_a_faulty_one(
    hook: dict[str, str], catalog_folder: CatalogFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _run(hook, catalog_folder({"wiki": COMPLETE}), monkeypatch) == 0
    faulty = catalog_folder({"wiki": MINIMAL.replace("type: webspace", "type: webspase")})
    assert _run(hook, faulty, monkeypatch) == 1
