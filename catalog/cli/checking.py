"""Compiling the entries for a command, and telling what was found."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from catalog.cli.options import CACHE, editions_folder
from catalog.compile import Compilation, Further, compile_catalog
from catalog.compile.judge import Question
from catalog.compile.keeping import Shelf
from catalog.editions import frozen_ids
from catalog.english import counted
from catalog.print.copylength import has_to_be_measured, place_of
from catalog.print.fitness import edition_to_fit, fitted_shelf, tight_entries
from catalog.report import report, summary
from catalog.surroundings import SurroundingsError, lines_reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeAlias

    from catalog.cli.options import Common
    from catalog.editions import Edition
    from catalog.findings import Problem
    from catalog.model import Catalog

    Also: TypeAlias = Callable[[Catalog], Iterable[tuple[str, Problem]]]


def compiled(
    common: Common,
    only: frozenset[str] = frozenset(),
    *,
    also: Also | None = None,
    internal: bool = False,
) -> Compilation:
    """The entries judged, or only the slugs named; `also` judges the entries without error once more.

    `internal` reads the team's own files too.
    """
    common.require_entries()
    entries, editions = common.entries.absolute(), editions_folder(common)
    shelf, fitted = Shelf(CACHE / "judged"), fitted_shelf(CACHE)
    fit = copyfit(edition_to_fit(editions, common.day), fitted, only)

    def judge(catalog: Catalog, tight: frozenset[str]) -> Iterator[tuple[str, Problem]]:
        yield from fit.judge(catalog, tight)
        yield from too_late(catalog, editions=editions)
        if also:
            yield from also(catalog)

    further = Further(judge, fit.question)
    with common.terminal().stage("check") as told:
        compilation = compile_catalog(
            entries,
            common.day,
            only=only,
            progress=told,
            further=further,
            internal=internal,
            shelf=shelf,
        )
    for own in (shelf, fitted):
        if own.ignored:
            common.terminal().say(f"{counted(own.ignored, 'damaged file')} in {own.folder}: judged anew")
    return compilation


def copyfit(edition: Edition, shelf: Shelf | None = None, only: frozenset[str] = frozenset()) -> Further:
    """What does not fit its place in an edition. The book is loaded where it has to measure an entry (0.5 s)."""

    def judge(catalog: Catalog, tight: frozenset[str]) -> Iterable[tuple[str, Problem]]:
        wanted = tight & only if only else tight
        measured = [entry for entry in catalog.entries if entry.slug in wanted]
        return tight_entries(measured, edition, Path(catalog.folder), CACHE, shelf) if measured else ()

    return Further(judge, Question(has_to_be_measured, place_of(edition)))


def too_late(catalog: Catalog, *, editions: Path) -> Iterable[tuple[str, Problem]]:
    """What changed after an edition was frozen, as long as that one is to appear; else the book is not loaded."""
    if not frozen_ids(editions):
        return ()
    late: Iterable[tuple[str, Problem]] = importlib.import_module("catalog.print.editions.late").late_entries(
        catalog, editions
    )
    return late


def slugs_of(common: Common, paths: tuple[Path, ...]) -> frozenset[str]:
    """The slugs that the paths lie in; none where the entries folder itself is among them.

    A path outside the entries raises `SurroundingsError`.
    """
    root = common.entries.absolute()
    slugs = set()
    for path in paths:
        whole = path.absolute()
        if not whole.is_relative_to(root) or not whole.exists():
            raise SurroundingsError(f"{path} is no entry below {common.entries}")
        inside = whole.relative_to(root).parts
        if not inside:
            return frozenset()
        slugs.add(inside[0])
    return frozenset(slugs)


def stops(common: Common, compilation: Compilation) -> bool:
    """Tell the findings of a check that comes before a build; true where an error stops the build."""
    if compilation.failed:
        print_findings(common, compilation)
        print("Nothing was built: mend the errors above, then build again.")
        return True
    if not common.quiet:
        print(summary(compilation.findings, compilation.total))
    return False


def print_findings(common: Common, compilation: Compilation, form: str = "text") -> None:
    """All findings on standard output, in one of the formats."""
    lines_of = lines_reader(common.entries.absolute().parent)
    colour = common.terminal().colour
    sys.stdout.write(report(form, compilation.findings, compilation.total, lines_of, colour=colour))
