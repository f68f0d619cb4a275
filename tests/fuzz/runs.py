"""Spoiled entries through the real check: what may happen, and what is a fault of ours.

Owns one run over a batch of entries: it compiles a folder of them, reports in every format, mends, and compares the
two readers and the two decoders. Whatever raises, hangs, disagrees or points outside its file is told with the bytes
that did it.
"""

from __future__ import annotations

import random
import shutil
import signal
import traceback
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from catalog.compile import compile_catalog
from catalog.fix import cleaned, mended
from catalog.report import FORMATS, report
from catalog.source import read
from catalog.source.encoding import to_text
from catalog.surroundings import lines_reader
from tests.decode.test_take import taken_as_decoded
from tests.fuzz.mutations import spoiled
from tests.source.test_plain_yaml import agree

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

DAY = date(2026, 9, 1)
LONGEST = 20
"""Seconds that a batch may take; a batch of 100 takes well under one."""


class Case(NamedTuple):
    """The files of one entry folder: `entry.yaml`, and `logo.svg` or nothing."""

    entry: bytes
    logo: bytes | None


class Sources(NamedTuple):
    """Good entries and drawings to spoil."""

    entries: Sequence[str]
    logos: Sequence[str]


def sources(entries: Path) -> Sources:
    """The entries and drawings of a folder of good ones."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(entries.glob("*/entry.yaml"))]
    return Sources(texts, [path.read_text(encoding="utf-8") for path in sorted(entries.glob("*/*.svg"))])


def cases(good: Sources, count: int, seed: int) -> Iterator[Case]:
    """Spoiled entries, a tenth of them with a spoiled drawing beside a good text."""
    chance = random.Random(seed)
    for _ in range(count):
        if chance.random() < 0.1:
            yield Case(chance.choice(good.entries).encode(), spoiled(chance, good.logos))
        else:
            yield Case(spoiled(chance, good.entries), chance.choice(good.logos).encode())


def faults(batch: Sequence[Case], folder: Path) -> list[tuple[Case, str]]:
    """The cases of a batch that are faults of ours, each with what happened. `folder` is emptied first."""
    said = _run(batch, folder)
    if not said:
        return []
    if len(batch) == 1:
        return [(batch[0], said)]
    half = len(batch) // 2
    found = faults(batch[:half], folder) + faults(batch[half:], folder)
    return found or [(batch[0], f"only together with {len(batch) - 1} others:\n{said}")]


def _run(batch: Sequence[Case], folder: Path) -> str:
    """What went wrong, or nothing."""
    shutil.rmtree(folder, ignore_errors=True)
    for number, case in enumerate(batch):
        home = folder / "entries" / f"e-{number}"
        home.mkdir(parents=True)
        (home / "entry.yaml").write_bytes(case.entry)
        if case.logo is not None:
            (home / "logo.svg").write_bytes(case.logo)
    try:
        with _limit(LONGEST):
            _check(folder / "entries")
            for case in batch:
                _mend_and_read(case)
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        return traceback.format_exc(limit=-8)
    return ""


def _check(entries: Path) -> None:
    compilation = compile_catalog(entries, DAY)
    lines_of = lines_reader(entries.parent)
    for form in FORMATS:
        told = report(form, compilation.findings, compilation.total, lines_of, colour=False)
        told.encode()
        if form == "github" and any(line.startswith("::set") for line in told.splitlines()):
            raise AssertionError("an entry has written a command into the log")
        if "\x1b" in told:
            raise AssertionError(f"an escape sequence reached the format {form}")
    for finding in compilation.findings:
        lines = lines_of(finding.path)
        if lines and not 1 <= finding.span.line <= len(lines):
            raise AssertionError(f"{finding.code} points at line {finding.span.line} of {len(lines)}")


def _mend_and_read(case: Case) -> None:
    once = mended(case.entry)
    if mended(once) != once:
        raise AssertionError("mending twice is not mending once")
    if case.logo is not None and cleaned(cleaned(case.logo)) != cleaned(case.logo):
        raise AssertionError("cleaning twice is not cleaning once")
    text, wrong = to_text(case.entry)
    if not wrong and not agree(text):
        raise AssertionError(f"the two readers disagree; the strict one: {read(case.entry).faults}")
    if not taken_as_decoded(case.entry):
        raise AssertionError("an entry was taken otherwise than it is decoded")


@contextmanager
def _limit(seconds: int) -> Iterator[None]:
    """Raise `TimeoutError` in whatever runs longer."""

    def stop(_signal: int, _frame: object) -> None:
        raise TimeoutError(f"took more than {seconds} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
