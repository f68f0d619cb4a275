"""Times the catalog's commands and their peers side by side, and writes their section of bench/RESULTS.md.

    python -m bench.run --date DATE [--counts 1000,10000] [--repeat 3] [--peers VENV]

Every command runs as a whole process from a cold start of its own, with the same entries on the same disk; runs of
one size are interleaved, so that a slow minute of the machine hits all alike. Peers without a binary are left out and
named. Sources of the peers are written before anything is timed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from bench.entries import write
from bench.measure import Cost, FailedError, Job, median, once
from bench.peers import read_entries, write_hugo, write_mkdocs
from bench.results import RESULTS, ROOT, machine, write_section

HEADING = "Check and site"
AS_OF = "2026-09-01"
COLD = ", empty cache"
RIVALS = {"Hugo": "site", "MkDocs, a page an entry": "site"}
SLOW_PEERS_UP_TO = 1000  # MkDocs page by page takes minutes above this.


def ours(folder: Path) -> list[Job]:
    """Our two commands, and a copy of the finished site as the floor under any site generator."""
    program = [sys.executable, str(ROOT / "build.py")]
    options = ["--entries", str(folder / "entries"), "--as-of", AS_OF, "--quiet"]
    place = folder / "ours"
    place.mkdir()
    output = place / "site"
    command = [*program, "site", *options, "--output", str(output)]
    return [
        Job("check", [*program, "check", *options], place, place / "none"),
        Job(f"site{COLD}", command, place, output, ROOT / ".cache"),
        Job("site", command, place, output),
        Job("cp -r of the site", ["cp", "-r", "site/site", "copy"], place, place / "copy"),
    ]


def others(folder: Path, count: int, venv: Path) -> list[Job]:
    """The peers that are installed."""
    found = read_entries(folder / "entries")
    jobs = [
        ("Hugo", write_hugo, [str(venv / "bin" / "hugo"), "--quiet", "-d", "out"], True),
        (
            "MkDocs, a page an entry",
            write_mkdocs,
            [sys.executable, "-m", "mkdocs", "-q", "build", "-d", "out"],
            False,
        ),
    ]
    made = []
    for name, write_source, command, fast in jobs:
        if count > SLOW_PEERS_UP_TO and not fast:
            continue
        place = folder / name.partition(",")[0].lower()
        write_source(found, place)
        made.append(Job(name, command, place, place / "out"))
    return made


def series(jobs: list[Job], repeat: int) -> dict[str, Cost | str]:
    """The median cost of each job, or why it has none. A job that empties a cache runs once."""
    costs: dict[str, list[Cost]] = {job.name: [] for job in jobs}
    failed: dict[str, str] = {}
    for turn in range(repeat):
        for job in jobs:
            if job.name in failed or (job.cache and turn):
                continue
            print(f"  run {turn + 1}: {job.name}", file=sys.stderr)
            try:
                costs[job.name].append(once(job))
            except (FailedError, FileNotFoundError) as error:
                print(error, file=sys.stderr)
                failed[job.name] = "did not run here"
    return {name: failed.get(name) or median(found) for name, found in costs.items()}


def rows(count: int, results: dict[str, Cost | str]) -> list[str]:
    """Lines of the table. The ratios are the peer's processor time to ours for the same kind of output."""
    lines = []
    for name, cost in results.items():
        title = name if name in RIVALS or " of " in name else f"**{name}**"
        if isinstance(cost, str):
            lines.append(f"| {count:,} | {title} | {cost} | | | | |")
            continue
        ratios = [
            f"{cost.cpu / mine.cpu:.1f} × {RIVALS[name]}" if isinstance(mine, Cost) else ""
            for mine in (results.get(RIVALS.get(name, "") + cache) for cache in (COLD, ""))
        ]
        lines.append(
            f"| {count:,} | {title} | {cost.cpu:.2f} | {cost.wall:.2f} | {cost.mib:.0f} | {' | '.join(ratios)} |"
        )
    return lines


def section(options: argparse.Namespace, lines: list[str]) -> list[str]:
    """The lines of our section of RESULTS.md."""
    return [
        f"{options.date}, {options.machine or machine()}. Median of {options.repeat} runs, interleaved; made by",
        "`make bench`. Processor time is user and system, children included; memory is the largest process's peak.",
        "",
        "| entries | command | CPU s | wall s | peak MiB | CPU to ours, empty cache | CPU to ours |",
        "|---:|---|---:|---:|---:|---|---|",
        *lines,
        "",
        "Peers show the same texts and logos in a plain layout and do less: no checks, facets, indexes or search.",
        "`site` checks all entries first, and that is in its time. The cache keeps cut fonts, judged entries and drawn",
        "pages. Rows with an empty cache are one run.",
    ]


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
    options = parser.parse_args()
    lines: list[str] = []
    for count in map(int, options.counts.split(",")):
        with tempfile.TemporaryDirectory(prefix="bench-") as name:
            folder = Path(name)
            print(f"{count:,} entries", file=sys.stderr)
            write(count, folder / "entries")
            jobs = [*ours(folder), *others(folder, count, options.peers)]
            lines += rows(count, series(jobs, options.repeat))
    written = section(options, lines)
    write_section(options.results, HEADING, written)
    print("\n".join(written))


if __name__ == "__main__":
    main()
