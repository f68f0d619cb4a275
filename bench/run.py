"""Times the catalog's commands and their peers side by side, and writes their section of bench/RESULTS.md.

    python -m bench.run --date DATE [--counts 1000,10000] [--repeat 3] [--peers VENV] [--place FOLDER]

Every command runs as a whole process with the same entries on the same disk; runs of one size are interleaved, so that
a slow minute of the machine hits all alike. Peers without a binary are left out and named. Sources of the peers are
written before anything is timed. Ours is a copy of this program, so that its theme can change and its cache be emptied.
"""

from __future__ import annotations

import argparse
import functools
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bench import table
from bench.entries import change, write
from bench.goals import Verdict, goal_lines, verdicts
from bench.measure import Cost, FailedError, Job, median, once
from bench.peers import Fields, read_entries, write_hugo, write_mkdocs
from bench.results import RESULTS, ROOT, machine, write_section
from bench.table import CHANGED, CHECK, CHECK_COLD, COLD, COPY, FRESH, HUGO, MKDOCS, PAGES, THEME, UNCHANGED
from catalog.processes import meanwhile

if TYPE_CHECKING:
    from collections.abc import Callable

HEADING = "Check and site"
AS_OF = "2026-09-01"
SLOW_PEERS_UP_TO = 1000  # MkDocs page by page takes minutes above this.
ONCE_ABOVE = 10_000  # More entries are one run.
MEMORY = Path("/dev/shm")  # noqa: S108 -- a folder of our own is made in it
_PROGRAM = ("build.py", "mkdocs.yml", "catalog", "theme", "docs", "pictures")
_JUDGE = """
import sys
from datetime import date
from pathlib import Path
from bench.print.book import pack
from catalog.compile import compile_catalog
pack(compile_catalog(Path(sys.argv[1]), date.fromisoformat(sys.argv[2])).catalog, Path(sys.argv[3]))
"""
NOTES = """*From nothing* is an empty cache and no published site; *cache alone* has what was judged, drawn and cut
before and no published site, as on a machine of CI. *Pages alone* come from entries that are judged already, packed in
a file: no check, index, feeds and fonts, but all lists. Hugo joins the pages of entries from the very bodies and frame
that ours have, its lists are plain ones in that frame; MkDocs has the same texts and logos in a plain page. Both do
less: no checks, facets, indexes or search, and no word of a page is worked out. `site` checks all entries first, and
that is in its time."""


def ours(folder: Path) -> list[Job]:
    """Our commands, each from the state that the one before it leaves, and a copy of the finished site as the floor."""
    place = folder / "ours"
    place.mkdir()
    _copy_program(place)
    entries, output, cache = folder / "entries", place / "out", place / ".cache"
    # By a process of its own: every job's peak counts from that of the process which starts it.
    judge = [sys.executable, "-c", _JUDGE, str(entries), AS_OF, str(folder / "judged")]
    subprocess.run(judge, check=True, cwd=ROOT)
    options = ["--entries", str(entries), "--as-of", AS_OF, "--quiet"]
    check = [sys.executable, str(place / "build.py"), "check", *options]
    site = [sys.executable, str(place / "build.py"), "site", *options, "--output", str(output)]
    pages = [sys.executable, str(place / "pages.py"), str(folder / "judged"), str(place / "pages")]
    job = functools.partial(Job, command=site, folder=place, output=output)
    return [
        Job(CHECK_COLD, check, place, place / "none", cache),
        Job(CHECK, check, place, place / "none"),
        job(COLD, cache=cache),
        job(UNCHANGED, keeps=True),
        job(CHANGED, before=functools.partial(change, entries), keeps=True),
        job(THEME, before=functools.partial(_change_theme, place / "theme"), keeps=True),
        job(FRESH),
        Job(PAGES, pages, place, place / "pages"),
        Job(COPY, ["cp", "-r", str(output / "site"), "copy"], place, place / "copy"),
    ]


def _copy_program(place: Path) -> None:
    """This program as a folder of its own."""
    shutil.copy(ROOT / "bench" / "pages.py", place)
    for name in _PROGRAM:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, place / name)
        else:
            shutil.copy(ROOT / name, place)


def _change_theme(theme: Path, turn: int) -> None:
    """Have the page of every entry say something that no run before said."""
    path = theme / "catalog" / "entry.html"
    path.write_text(f"{path.read_text('utf-8')}<!-- {turn} -->\n", "utf-8")


def others(folder: Path, count: int, venv: Path) -> list[Job]:
    """The peers that are installed."""
    pieces = folder / "pieces"
    script, drawn = folder / "ours" / "pages.py", folder / "drawn"
    subprocess.run([sys.executable, script, folder / "judged", drawn, pieces], check=True)
    shutil.rmtree(drawn)
    hugo = [str(venv / "bin" / "hugo"), "--quiet", "-d", "out"]
    mkdocs = [sys.executable, "-m", "mkdocs", "-q", "build", "-d", "out"]
    jobs: list[tuple[str, Callable[[list[Fields], Path], None], list[str], bool]] = [
        (HUGO, functools.partial(write_hugo, pieces=pieces), hugo, True),
        (MKDOCS, write_mkdocs, mkdocs, False),
    ]
    made = []
    for name, write_source, command, fast in jobs:
        if count > SLOW_PEERS_UP_TO and not fast:
            continue
        place = folder / name.partition(",")[0].lower()
        # By a process of its own, as above.
        with meanwhile(functools.partial(_write, write_source, folder / "entries", place)):
            pass
        made.append(Job(name, command, place, place / "out"))
    return made


def _write(write_source: Callable[[list[Fields], Path], None], entries: Path, place: Path) -> None:
    write_source(read_entries(entries), place)


def series(jobs: list[Job], repeat: int) -> dict[str, Cost | str]:
    """The median cost of each job, or why it has none."""
    costs: dict[str, list[Cost]] = {job.name: [] for job in jobs}
    failed: dict[str, str] = {}
    for turn in range(repeat):
        for job in jobs:
            if job.name in failed:
                continue
            print(f"  run {turn + 1}: {job.name}", file=sys.stderr)
            try:
                costs[job.name].append(once(job, turn))
            except (FailedError, FileNotFoundError) as error:
                print(error, file=sys.stderr)
                failed[job.name] = "did not run here"
    return {name: failed.get(name) or median(found) for name, found in costs.items()}


def about(options: argparse.Namespace, before: float) -> str:
    """What was measured, where and how."""
    return (
        f"{options.date}, {options.machine or machine()}; load {before:.1f} before, {os.getloadavg()[0]:.1f} after.\n"
        f"Median of {options.repeat} runs, interleaved, on {options.place}; above {ONCE_ABOVE:,} entries one run.\n"
        "Made by `make bench`. Processor time is user and system, with children; memory is the largest process's peak."
    )


def main() -> None:
    """Measure, print the table and write it down."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--date", required=True, help="the day that the results carry")
    parser.add_argument("--machine", default="", help="a description, where the found one says too little")
    parser.add_argument("--counts", default="1000,10000")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument(
        "--peers", type=Path, default=ROOT / ".venv", help="the environment that holds the peers"
    )
    parser.add_argument("--results", type=Path, default=RESULTS)
    kept = MEMORY if MEMORY.is_dir() else Path(tempfile.gettempdir())
    parser.add_argument(
        "--place", type=Path, default=kept, help="where to work; a file system in memory by default"
    )
    options = parser.parse_args()
    load, _, _ = os.getloadavg()
    lines, goals = table.head(), list[Verdict]()
    for count in map(int, options.counts.split(",")):
        with tempfile.TemporaryDirectory(prefix="bench-", dir=options.place) as name:
            folder = Path(name)
            print(f"{count:,} entries", file=sys.stderr)
            write(count, folder / "entries")
            jobs = [*ours(folder), *others(folder, count, options.peers.absolute())]
            found = series(jobs, options.repeat if count <= ONCE_ABOVE else 1)
        lines += table.rows(count, found)
        goals += verdicts(table.GOALS, count, found)
    written = [about(options, load), "", *lines, "", NOTES, "", *goal_lines(goals)]
    write_section(options.results, HEADING, written)
    print("\n".join(written))


if __name__ == "__main__":
    main()
