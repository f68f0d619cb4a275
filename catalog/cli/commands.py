"""What each command does, as a recipe: check, then draw, then tell."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from catalog import print as book
from catalog import site as web
from catalog.cli.terminal import Terminal, size
from catalog.compile import Compilation, compile_catalog
from catalog.decode import entry_schema
from catalog.findings import Severity
from catalog.fix import difference, mended
from catalog.report import report, summary
from catalog.scaffold import start_entry
from catalog.surroundings import SurroundingsError, day_of, lines_reader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

CLEAN, FINDINGS = 0, 1
_CONFIG = Path(__file__).parents[2] / "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Common:
    """The options that every command takes."""

    entries: Path
    output: Path
    as_of: str | None
    quiet: bool

    @property
    def day(self) -> date:
        """The day to build for."""
        return day_of(self.as_of, self.entries)

    @property
    def cache(self) -> Path:
        """Where fonts and pictures are kept between builds."""
        return _CONFIG.parent / ".cache"

    def terminal(self) -> Terminal:
        """Where to tell progress."""
        return Terminal(quiet=self.quiet)


def check(common: Common, paths: tuple[Path, ...], form: str, *, strict: bool) -> int:
    """Judge entries and print what was found."""
    compilation = _compile(common, _slugs(common, paths))
    findings = compilation.findings
    _print_findings(common, compilation, form)
    worst = {finding.severity for finding in findings}
    return FINDINGS if Severity.ERROR in worst or (strict and Severity.WARNING in worst) else CLEAN


def fix(common: Common, paths: tuple[Path, ...]) -> None:
    """Mend the form of entries in place and say which."""
    for path, _before, after in _fixes(common, paths):
        path.write_bytes(after)
        common.terminal().say(f"mended {path}")


def show_fixes(common: Common, paths: tuple[Path, ...]) -> int:
    """Print what `fix` would change as a diff; exit 1 where there is something."""
    status = CLEAN
    for path, before, after in _fixes(common, paths):
        status = FINDINGS
        sys.stdout.write(difference(before, after, f"{common.entries.name}/{path.parent.name}/{path.name}"))
    return status


def _fixes(common: Common, paths: tuple[Path, ...]) -> Iterator[tuple[Path, bytes, bytes]]:
    """Each entry file that is not in good form, with its bytes now and in good form."""
    _require_entries(common)
    only = _slugs(common, paths)
    for path in sorted(common.entries.glob("*/entry.yaml")):
        if path.is_symlink() or path.parent.is_symlink() or (only and path.parent.name not in only):
            continue
        before = path.read_bytes()
        after = mended(before)
        if after != before:
            yield path, before, after


def site(common: Common, *, offline: bool) -> int:
    """Check, then publish the web catalog."""
    compilation = _compile(common)
    if _told(common, compilation):
        return FINDINGS
    _site(common, compilation, offline=offline)
    return CLEAN


def print_book(common: Common, *, edition: str | None, trim: str | None, **cut: str | None) -> int:
    """Check, then publish the book."""
    compilation = _compile(common)
    if _told(common, compilation):
        return FINDINGS
    return _book(common, compilation, edition, trim, cut)


def everything(common: Common) -> int:
    """Check, then the site and the current edition."""
    compilation = _compile(common)
    if _told(common, compilation):
        return FINDINGS
    _site(common, compilation, offline=False)
    return _book(common, compilation, None, None, {})


def new(common: Common, slug: str, kind: str, name: str | None) -> int:
    """Start an entry and say what to do next."""
    _require_entries(common)
    path = start_entry(common.entries, slug, kind, name)
    print(f"{path} is there; fill in each TODO, then run: python build.py check {path.parent}")
    return CLEAN


def schema() -> int:
    """Print the JSON Schema of an entry."""
    print(json.dumps(entry_schema(), indent=1, ensure_ascii=False))
    return CLEAN


def serve(common: Common, port: int) -> int:
    """Serve until stopped."""
    _require_entries(common)
    web.serve_site(config=_CONFIG, entries=common.entries, as_of=common.day, port=port)
    return CLEAN


def _compile(common: Common, only: frozenset[str] = frozenset()) -> Compilation:
    _require_entries(common)
    with common.terminal().stage("check") as told:
        return compile_catalog(common.entries.absolute(), common.day, only=only, progress=told)


def _require_entries(common: Common) -> None:
    if not common.entries.is_dir():
        raise SurroundingsError(
            f"there is no folder {common.entries}; --entries names the folder that holds the entries"
        )


def _slugs(common: Common, paths: tuple[Path, ...]) -> frozenset[str]:
    """The slugs that the paths lie in; a path outside the entries is wrong usage."""
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


def _told(common: Common, compilation: Compilation) -> bool:
    """Print the findings of a check that comes before a build; true where an error stops the build."""
    if compilation.failed:
        _print_findings(common, compilation)
        print("Nothing was built: mend the errors above, then build again.")
        return True
    if not common.quiet:
        print(summary(compilation.findings, compilation.total))
    return False


def _print_findings(common: Common, compilation: Compilation, form: str = "text") -> None:
    lines_of = lines_reader(common.entries.absolute().parent)
    colour = common.terminal().colour
    sys.stdout.write(report(form, compilation.findings, compilation.total, lines_of, colour=colour))


def _site(common: Common, compilation: Compilation, *, offline: bool) -> None:
    started = time.perf_counter()
    with common.terminal().stage("site") as told:
        built = web.build_site(
            compilation.catalog,
            config=_CONFIG,
            output=common.output / "site",
            offline=offline,
            cache=common.cache,
            progress=told,
        )
    if not common.quiet:
        seconds = time.perf_counter() - started
        print(f"site: {built.pages} pages, {size(built.bytes)}, {seconds:.1f} s → {common.output / 'site'}")


def _book(
    common: Common,
    compilation: Compilation,
    edition: str | None,
    trim: str | None,
    cut: dict[str, str | None],
) -> int:
    started = time.perf_counter()
    with common.terminal().stage("book") as told:
        built = book.publish(
            compilation.catalog,
            editions=common.entries.absolute().parent / "editions",
            edition=edition,
            trim=trim,
            cut={name: value for name, value in cut.items() if value},
            site_url=web.site_url(_CONFIG),
            output=common.output / "print",
            cache=common.cache,
            progress=told,
        )
    for note in built.notes:
        print(note)
    if built.path is None:
        print("book: no entry to print")
    elif not common.quiet:
        measured = f"{size(built.bytes)}, {time.perf_counter() - started:.1f} s"
        print(f"book: {built.entries} entries on {built.pages} pages, {measured} → {built.path}")
    return CLEAN
