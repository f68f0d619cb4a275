"""The options that every command takes, and where a command finds its surroundings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from catalog.cli.terminal import Terminal
from catalog.errors import UsageError
from catalog.findings import near_misses
from catalog.surroundings import SurroundingsError, day_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

CLEAN, FINDINGS, USAGE, OUR_FAULT = 0, 1, 2, 3
"""The exit statuses (contract of the program)."""

CONFIG = Path(__file__).parents[2] / "mkdocs.yml"
CACHE = CONFIG.parent / ".cache"
LANGUAGES = ("en", *sorted(file.stem for file in (CONFIG.parent / "theme" / "messages").glob("*.po")))
"""The languages that the site has words in."""


@dataclass(frozen=True, slots=True)
class Common:
    """The options that every command takes, as typed."""

    entries: Path
    output: Path
    as_of: str | None
    quiet: bool

    @property
    def day(self) -> date:
        """The day to build for."""
        return day_of(self.as_of, self.entries)

    def terminal(self) -> Terminal:
        """Where to tell progress."""
        return Terminal(quiet=self.quiet)

    def require_entries(self) -> None:
        """Refuse to go on without an entries folder."""
        if not self.entries.is_dir():
            raise SurroundingsError(
                f"there is no folder {self.entries}; --entries names the folder that holds the entries"
            )


def no_such_entry(what: str, slug: str, known: Iterable[str]) -> UsageError:
    """There is no entry of a slug; `what` ends the sentence, and slugs that look alike follow."""
    near = near_misses(slug, list(known))
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    return UsageError(f"there is no entry {slug}{what}{hint}")


def editions_folder(common: Common) -> Path:
    """Where the editions are: beside the entries."""
    return common.entries.absolute().parent / "editions"


_OPTIONS = (
    click.option("--quiet", is_flag=True, help="No progress, no summary."),
    click.option(
        "--as-of",
        metavar="DATE",
        help="The day to build for (YYYY-MM-DD); else that of the last commit of the entries.",
    ),
    click.option(
        "--output",
        type=click.Path(path_type=Path),
        default=Path("dist"),
        show_default=True,
        help="Where results go.",
    ),
    click.option(
        "--entries",
        type=click.Path(path_type=Path),
        default=Path("entries"),
        show_default=True,
        help="The folder of the entries.",
    ),
)


def _typed(name: str, default: Any) -> Any:
    """The value of an option where it was typed last: at the command or at a group before it."""
    context: click.Context | None = click.get_current_context()
    while context:
        if context.get_parameter_source(name) not in {None, ParameterSource.DEFAULT}:
            return context.params[name]
        context = context.parent
    return default


def with_common(command: Callable[..., int | None]) -> Callable[..., Any]:
    """Give a command the options that every command takes, as one `Common` in front of its own.

    They may stand before the command too, as in `build.py --quiet check`; what stands after it counts for more.
    """

    def run(*, entries: Path, output: Path, as_of: str | None, quiet: bool, **own: Any) -> int | None:
        here = {"entries": entries, "output": output, "as_of": as_of, "quiet": quiet}
        return command(Common(**{name: _typed(name, value) for name, value in here.items()}), **own)

    run.__name__, run.__doc__ = command.__name__, command.__doc__
    wrapped: Callable[..., Any] = run
    for option in _OPTIONS:
        wrapped = option(wrapped)
    wrapped.__click_params__ += getattr(command, "__click_params__", [])  # type: ignore[attr-defined]
    return wrapped
