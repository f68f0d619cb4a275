"""Whatever happens to `build.py site`, the published folder is the old one byte for byte, or the new one."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.conftest import MINIMAL, write_catalog
from tests.site.programs import (
    INTERRUPTIBLE,
    Tree,
    checkout,
    command,
    edited,
    ended,
    site_of,
    started,
    tree,
    until,
)

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow
KIB = 1024
# What root may do although a folder is closed to it; the tests may run as root, and a build must not need it.
UNPRIVILEGED = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
MAY_MOUNT = (
    shutil.which("unshare")
    and not subprocess.run(["unshare", "--mount", "true"], capture_output=True, check=False).returncode
)


class Published:
    """A folder with a published site, and entries that have changed since."""

    def __init__(self, folder: Path, old: Path) -> None:
        self.folder = folder / "dist"
        self.site = self.folder / "site"
        shutil.copytree(old, self.site)
        self.changed = write_catalog(folder, {"wiki": MINIMAL, "notes": MINIMAL.replace("Wiki", "Notes")})
        self.before = tree(self.site)

    def leftovers(self) -> set[str]:
        return {path.name for path in self.folder.iterdir()} - {"site", ".site.lock"}


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("old")
    return site_of(write_catalog(folder, {"wiki": MINIMAL}), folder / "dist")


@pytest.fixture
def published(tmp_path: Path, old: Path) -> Published:
    return Published(tmp_path, old)


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory, old: Path) -> Tree:
    own = Published(tmp_path_factory.mktemp("new"), old)
    return tree(site_of(own.changed, own.folder))


NOTHING, MKDOCS, OURS = "", "404.html", "apps/wiki/index.html"
"""What a build has just written."""


@pytest.mark.parametrize(
    ("name", "moment"),
    [
        (signal.SIGINT, NOTHING),
        (signal.SIGINT, MKDOCS),
        (signal.SIGINT, OURS),
        (signal.SIGTERM, MKDOCS),
        (signal.SIGKILL, NOTHING),
        (signal.SIGKILL, OURS),
    ],
)
def test_a_build_that_is_stopped_leaves_the_published_site(
    published: Published, name: signal.Signals, moment: str
) -> None:
    process = started([*INTERRUPTIBLE, *command(published.changed, published.folder)])
    until((published.folder / f".site-{process.pid}" / moment).exists, process)
    process.send_signal(name)
    status, said = ended(process)
    assert tree(published.site) == published.before
    if name is signal.SIGINT:
        assert (status, "stopped; nothing was published" in said) == (2, True)
        assert published.leftovers() == set()
    else:
        assert status == -name


def test_the_build_after_a_killed_one_publishes_and_tidies_up(published: Published, new: Tree) -> None:
    process = started(command(published.changed, published.folder))
    until((published.folder / f".site-{process.pid}" / "404.html").exists, process)
    process.kill()
    ended(process)
    assert published.leftovers() == {f".site-{process.pid}"}
    site_of(published.changed, published.folder)
    assert tree(published.site) == new
    assert published.leftovers() == set()


LARGE = {f"wiki-{number:03}": MINIMAL.replace("Wiki", f"Wiki {number}") for number in range(320)}
"""So many that files for programs are made by a second process."""


@pytest.mark.parametrize("name", [signal.SIGINT, signal.SIGKILL])
def test_a_build_by_two_processes_that_is_stopped_leaves_the_published_site(
    published: Published, tmp_path: Path, name: signal.Signals
) -> None:
    entries = write_catalog(tmp_path / "large", LARGE)
    process = started([*INTERRUPTIBLE, *command(entries, published.folder)])
    until((published.folder / f".site-{process.pid}/api/v1/entries/wiki-000.json").exists, process)
    process.send_signal(name)
    assert ended(process)[0] == (2 if name is signal.SIGINT else -name)
    assert tree(published.site) == published.before
    site_of(entries, published.folder)
    assert tree(published.site) == tree(site_of(entries, tmp_path / "fresh"))
    assert published.leftovers() == set()


def test_a_fault_in_the_second_process_leaves_the_published_site(
    published: Published, tmp_path: Path
) -> None:
    program = checkout(tmp_path / "broken", copied=("catalog",))
    edited(
        tmp_path / "broken/catalog/site/api.py", {'_encode({"version":': '_encode({"version": lost, "of":'}
    )
    entries = write_catalog(tmp_path / "large", LARGE)
    status, said = ended(started(command(entries, published.folder, program=program)))
    assert (status, "name 'lost' is not defined" in said, "In the second process" in said) == (3, True, True)
    assert tree(published.site) == published.before
    assert published.leftovers() == set()


def test_a_fault_of_our_own_leaves_the_published_site(published: Published, tmp_path: Path) -> None:
    program = checkout(tmp_path / "broken", copied=("theme",))
    edited(tmp_path / "broken/theme/catalog/statistics.html", {"{{ page": "{{ no_such_name"})
    status, said = ended(started(command(published.changed, published.folder, program=program)))
    assert (status, "a fault of the catalog program" in said) == (3, True)
    assert tree(published.site) == published.before
    assert published.leftovers() == set()


def test_a_site_with_a_hole_is_not_published(published: Published, tmp_path: Path) -> None:
    program = checkout(tmp_path / "broken", copied=("theme",))
    edited(tmp_path / "broken/theme/assets/facets.css", {"\n": "\n.x { background: url('lost.png') }\n"})
    status, said = ended(started(command(published.changed, published.folder, program=program)))
    assert (status, "assets/lost.png (from assets/facets.css)" in said) == (3, True)
    assert tree(published.site) == published.before


@pytest.mark.parametrize("size", [4, 64, 160], ids="{} KiB".format)
def test_writes_that_fail_leave_the_published_site(published: Published, size: int) -> None:
    limited = ["prlimit", f"--fsize={size * KIB}"]
    status, said = ended(started([*limited, *command(published.changed, published.folder)]))
    assert (status, "File too large" in said) == (2, True)
    assert tree(published.site) == published.before
    assert published.leftovers() == set()


@pytest.mark.skipif(not MAY_MOUNT, reason="only who may mount can have a disk of any size")
@pytest.mark.parametrize("room", [256, 3 * KIB], ids="{} KiB".format)
def test_a_full_disk_leaves_the_published_site(published: Published, tmp_path: Path, room: int) -> None:
    """The disk is seen by its own process alone and goes with it, so the process copies what came of it."""
    disk, kept = tmp_path / "disk", tmp_path / "kept"
    disk.mkdir()
    used = sum(-(-path.stat().st_size // 4096) * 4 for path in published.site.rglob("*"))
    script = (
        'mount -t tmpfs -o "size=$1k" disk "$2" && cp -a "$3" "$2/site" && shift 3 || exit 99\n'
        f'"$@"; status=$?; cp -a {disk} {kept}; exit $status'
    )
    places = [str(used + room), str(disk), str(published.site)]
    words = ["unshare", "--mount", "sh", "-c", script, "sh", *places, *command(published.changed, disk)]
    status, said = ended(started(words))
    assert (status, "No space left" in said) == (2, True), said
    assert tree(kept / "site") == published.before
    assert {path.name for path in kept.iterdir()} == {"site", ".site.lock"}


def test_a_folder_that_may_not_be_written_is_told_and_left(published: Published) -> None:
    published.folder.chmod(0o555)
    status, said = ended(started([*UNPRIVILEGED, *command(published.changed, published.folder)]))
    published.folder.chmod(0o755)
    assert (status, "Permission denied" in said) == (2, True)
    assert tree(published.site) == published.before


def test_of_two_builds_at_once_both_finish_and_one_is_published(
    published: Published, old: Path, new: Tree, tmp_path: Path
) -> None:
    others = write_catalog(tmp_path / "others", {"wiki": MINIMAL})
    both = [started(command(entries, published.folder)) for entries in (published.changed, others)]
    assert [ended(process)[0] for process in both] == [0, 0]
    assert tree(published.site) in (new, tree(old))
    assert published.leftovers() == set()
