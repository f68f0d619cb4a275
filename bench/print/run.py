"""Times the press book beside Typst and WeasyPrint, and writes its section of bench/RESULTS.md.

    python -m bench.print.run --date DATE --peers VENV [--counts 100,1000,10000] [--repeat 3]

Every book is made by a whole process, with the same words, logos, codes and fonts (`content`). Runs of one size are
interleaved, so that a slow minute of the machine hits all alike. What is not installed, or not yet a command of this
program, is left out.
"""

from __future__ import annotations

import argparse
import functools
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf

from bench.entries import change, write
from bench.goals import Verdict, goal_lines
from bench.measure import Cost, FailedError, Job, median, once
from bench.print import table
from bench.print.book import pack
from bench.print.content import AS_OF, EDITION, judged, write_common
from bench.print.sources import write_typst, write_weasyprint
from bench.print.table import ALONE, CHANGED, COMMAND, EMPTY, PREFLIGHT, TYPST, WEASYPRINT, Made
from bench.results import RESULTS, ROOT, machine, write_section

if TYPE_CHECKING:
    from catalog.model import Catalog

HEADING = "Book"
WEASYPRINT_UP_TO = 1_000  # It takes many minutes above this.
ONCE_ABOVE = 1_000  # More entries are one run.
_PROGRAM = [sys.executable, str(ROOT / "build.py")]
_TYPST = (
    "import typst\n"
    "typst.compile('book.typ', output='out/book.pdf', font_paths=['fonts'], ignore_system_fonts=True)"
)
NOTES = """*Book alone* is our press book from entries that are judged already, packed in a file, with logos in the
cache: what the peers do from theirs, whose words are chosen, codes drawn and fonts cut beforehand.
*print* is the command without preflight: it reads and checks all entries first. Peers set the quarter pages, contents,
index and running heads; they do without inks and output intent, front matter and copy-fitting. Memory is the largest
process's peak; *one entry changed* follows a run with all others in the cache."""


def ours(folder: Path) -> list[Job]:
    """The book from judged entries, and the command with a full and with an empty cache."""
    place = folder / "ours"
    place.mkdir()
    options = ["--entries", str(folder / "entries"), "--as-of", AS_OF.isoformat(), "--quiet", "--press"]
    options.append("--no-preflight")  # It has a row of its own.
    alone = [
        sys.executable,
        str(ROOT / "bench/print/book.py"),
        str(folder / "judged"),
        "alone",
        str(ROOT / ".cache"),
    ]
    command = [*_PROGRAM, "print", *options, "--output"]
    made = [
        Job(EMPTY, [*command, "empty"], place, place / "empty", ROOT / ".cache"),
        Job(COMMAND, [*command, "full"], place, place / "full"),
        Job(
            CHANGED,
            [*command, "changed"],
            place,
            place / "changed",
            before=functools.partial(change, folder / "entries"),
        ),
        Job(ALONE, alone, place, place / "alone"),
    ]
    # The book that the run before it has left.
    file = place / "alone" / f"aps-catalog-{EDITION.id}-press.pdf"
    return [*made, Job(PREFLIGHT, [*_PROGRAM, "preflight", str(file)], place, place / "none")]


def others(folder: Path, catalog: Catalog, venv: Path) -> list[Job]:
    """The peers, their sources written."""
    jobs = [(TYPST, write_typst, [sys.executable, "-c", _TYPST])]
    if len(catalog.entries) <= WEASYPRINT_UP_TO:
        python = str(venv / "bin" / "python")
        jobs.append(
            (WEASYPRINT, write_weasyprint, [python, "-m", "weasyprint", "-q", "book.html", "out/book.pdf"])
        )
    made = []
    for name, write_source, command in jobs:
        place = folder / name.lower()
        write_source(write_common(catalog, place), place)
        made.append(Job(name, command, place, place / "out"))
    return made


def measure(jobs: list[Job], repeat: int) -> dict[str, Made | str]:
    """The median cost of each job and the book that it wrote, or why it has none. An empty cache is one run."""
    costs: dict[str, list[Cost]] = {job.name: [] for job in jobs}
    made: dict[str, Made | str] = {}
    for turn in range(repeat):
        for job in jobs:
            if isinstance(made.get(job.name), str) or (job.cache and turn):
                continue
            print(f"  run {turn + 1}: {job.name}", file=sys.stderr, flush=True)
            try:
                costs[job.name].append(once(job, turn))
            except (FailedError, FileNotFoundError) as error:
                print(error, file=sys.stderr)
                made[job.name] = "did not run here"
                continue
            made[job.name] = Made(median(costs[job.name]), *_book(job.output))
    return {job.name: made[job.name] for job in jobs}


def _book(output: Path) -> tuple[int, int, bool]:
    """Bytes and pages of the book in a folder, if there is one, and whether it is for press."""
    path = next(output.rglob("*.pdf"), None)
    if path is None:
        return 0, 0, False
    with pikepdf.open(path) as pdf:
        return path.stat().st_size, len(pdf.pages), "/OutputIntents" in pdf.Root


def parsed() -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--date", required=True, help="the day that the results carry")
    parser.add_argument("--machine", default="", help="a description, where the found one says too little")
    parser.add_argument("--counts", default="100,1000,10000")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument(
        "--peers", type=Path, default=ROOT / ".venv", help="the environment that holds WeasyPrint"
    )
    parser.add_argument("--results", type=Path, default=RESULTS)
    return parser.parse_args()


def main() -> None:
    """Measure, print the tables and write them down."""
    options = parsed()
    load, _, _ = os.getloadavg()
    lines, goals = table.head(), list[Verdict]()
    for count in map(int, options.counts.split(",")):
        with tempfile.TemporaryDirectory(prefix="bench-") as name:
            folder = Path(name)
            print(f"{count:,} entries", file=sys.stderr)
            write(count, folder / "entries")
            catalog = judged(folder / "entries")
            pack(catalog, folder / "judged")
            jobs = [*ours(folder), *others(folder, catalog, options.peers.absolute())]
            found = measure(jobs, options.repeat if count <= ONCE_ABOVE else 1)
        lines += table.rows(count, found)
        goals += table.verdicts(count, found)
    about = (
        f"{options.date}, {options.machine or machine()}; load {load:.1f} before, {os.getloadavg()[0]:.1f} after.\n"
        f"Median of {options.repeat} runs, interleaved; rows with an empty cache, and those of more than "
        f"{ONCE_ABOVE:,} entries, are one run. Made by `make bench`."
    )
    written = [about, "", *lines, "", NOTES, "", *goal_lines(goals)]
    write_section(options.results, HEADING, written)
    print("\n".join(written))


if __name__ == "__main__":
    main()
