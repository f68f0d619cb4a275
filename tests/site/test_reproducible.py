"""The same entries make the same site: elsewhere, tomorrow, under another account, in another order."""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT
from tests.site.programs import Tree, checkout, command, ended, started, tree

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.slow
DAY = "2035-01-01"
"""After whatever entries say of themselves."""
ONE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C.UTF-8",
    "LANG": "en_US.UTF-8",
    "PYTHONHASHSEED": "1",
    "SOURCE_DATE_EPOCH": "1",
}
# A locale whose texts are ASCII: a file that is read or written by the locale's encoding fails.
OTHER = {
    "TZ": "Pacific/Pago_Pago",
    "LC_ALL": "C",
    "LANG": "de_DE.ISO-8859-1",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONUTF8": "0",
    "PYTHONHASHSEED": "4294967295",
    "SOURCE_DATE_EPOCH": "1900000000",
}


def _copied_backwards(source: Path, target: Path) -> None:
    """A copy whose folders are made in another order, which is that in which some file systems list them."""
    target.mkdir(parents=True)
    for path in sorted(source.iterdir(), reverse=True):
        if path.is_dir():
            _copied_backwards(path, target / path.name)
        else:
            shutil.copy(path, target / path.name)


@pytest.fixture
def elsewhere() -> Iterator[Path]:
    """A folder on a file system in memory where the machine has one, else merely another folder."""
    memory = Path("/dev/shm")  # noqa: S108 -- no name in it is guessed
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


def _built(words: list[str], umask: str, **env: str) -> Tree:
    status, said = ended(started(["sh", "-c", f'umask {umask}; exec "$@"', "sh", *words], **env))
    assert status == 0, said
    return tree(Path(words[words.index("--output") + 1]) / "site")


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The site of the repository's own catalog."""
    return _built(command(ROOT / "entries", tmp_path_factory.mktemp("here"), day=DAY), "022", **ONE)


def test_a_site_is_the_same_bytes_and_modes_under_all_circumstances(
    here: Tree, elsewhere: Path, tmp_path: Path
) -> None:
    """Zone, locale, hash seed, order and system of files, place of the program, umask, and nothing kept in `.cache`."""
    for part in ("entries", "program"):
        _copied_backwards(ROOT / part, elsewhere / part)
    program = checkout(tmp_path / "another place é", copied=("catalog", "docs", "theme"), cache=None)
    there = _built(
        command(elsewhere / "entries", elsewhere / "dist", program=program, day=DAY), "077", **OTHER
    )
    assert here.keys() == there.keys()
    assert [path for path, found in here.items() if found != there[path]] == []
    assert {oct(mode & 0o7777) for mode, _ in here.values()} == {"0o644", "0o755"}


def test_no_day_but_that_of_the_build_comes_from_the_clock(here: Tree) -> None:
    """Only what an entry or the programme says may name a day near today, and those were written before."""
    now = datetime.now(UTC)
    days = [f"{now + timedelta(days=ahead):%Y-%m-%d}" for ahead in (-1, 0, 1)]
    written = [path for path, (_, content) in here.items() if any(day.encode() in content for day in days)]
    sources = [path for part in ("entries", "program") for path in (ROOT / part).rglob("*.yaml")]
    if not any(day in path.read_text(encoding="utf-8") for day in days for path in sources):
        assert written == []
    assert DAY.encode() in here["api/v1/entries.json"][1]
