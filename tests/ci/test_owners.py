"""Who is asked about a change."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import MINIMAL, ROOT, CatalogFolder

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType


def _owners() -> ModuleType:
    spec = importlib.util.spec_from_file_location("owners", ROOT / ".ci" / "owners.py")
    if spec is None or spec.loader is None:
        raise ImportError
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


OWNERS: Any = _owners()


def _catalog(catalog_folder: CatalogFolder, owners: str) -> Path:
    root = catalog_folder({"wiki": MINIMAL, "wiki-two": MINIMAL}).parent
    (root / "program").mkdir(exist_ok=True)
    (root / "program" / "owners.yaml").write_text(owners)
    return root


def test_the_file_is_up_to_date() -> None:
    assert OWNERS.main(["--check"]) == 0


def test_every_entry_of_a_named_vendor_has_its_accounts(catalog_folder: CatalogFolder) -> None:
    text = OWNERS.codeowners(_catalog(catalog_folder, 'Example Wiki Project: ["@wiki", "@wiki/docs"]\n'))
    assert text.splitlines()[1:] == [
        "* @aps-catalog/maintainers",
        "/entries/wiki-two/ @aps-catalog/maintainers @wiki @wiki/docs",
        "/entries/wiki/ @aps-catalog/maintainers @wiki @wiki/docs",
    ]


@pytest.mark.parametrize("owners", ['Example Wiki: ["@wiki"]\n', "Example Wiki Project: wiki\n",
                                    'Example Wiki Project: ["wiki @all"]\n'])  # fmt: skip
def test_what_is_no_vendor_or_no_account_is_refused(catalog_folder: CatalogFolder, owners: str) -> None:
    with pytest.raises(OWNERS.OwnersError, match=r"program/owners\.yaml"):
        OWNERS.codeowners(_catalog(catalog_folder, owners))
