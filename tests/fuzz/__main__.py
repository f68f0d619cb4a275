"""`python -m tests.fuzz`: many spoiled entries; `make fuzz` runs 100,000.

Faults go to `--keep`, a folder each: `entry.yaml`, perhaps `logo.svg`, and `what.txt`. Exit status 1 if there is one.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.conftest import ROOT
from tests.fuzz.runs import Case, cases, faults, sources

BATCH = 100


def _batch(seed: int) -> list[tuple[Case, str]]:
    with tempfile.TemporaryDirectory() as place:
        return faults(list(cases(sources(ROOT / "entries"), BATCH, seed)), Path(place) / "fuzz")


def main() -> int:
    parser = argparse.ArgumentParser(description="Check spoiled entries.")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=ROOT / "dist" / "fuzz")
    options = parser.parse_args()
    started, found = time.monotonic(), 0
    batches = range(options.seed * 1_000_000, options.seed * 1_000_000 + -(-options.count // BATCH))
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for done, some in enumerate(pool.map(_batch, batches), 1):
            for case, said in some:
                found += 1
                _keep(options.keep / f"{found:04}", case, said)
                print(f"fault {found}: {said.strip().splitlines()[-1]}")
            if done % 100 == 0:
                print(
                    f"{done * BATCH:,} entries, {found} faults, {time.monotonic() - started:.0f} s",
                    flush=True,
                )
    print(f"{len(batches) * BATCH:,} spoiled entries, {found} faults, {time.monotonic() - started:.0f} s")
    return 1 if found else 0


def _keep(folder: Path, case: Case, said: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "entry.yaml").write_bytes(case.entry)
    if case.logo is not None:
        (folder / "logo.svg").write_bytes(case.logo)
    (folder / "what.txt").write_text(said, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
