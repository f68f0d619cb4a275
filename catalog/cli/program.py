"""The commands of build.py, and the exit status."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from catalog import __version__
from catalog.cli import commands
from catalog.print import BookOptionError
from catalog.report import FORMATS
from catalog.scaffold import ScaffoldError
from catalog.site import OutputRefusedError
from catalog.surroundings import SurroundingsError
from catalog.vocabulary import vocabularies

if TYPE_CHECKING:
    from collections.abc import Callable

FINDINGS, USAGE, OUR_FAULT = 1, 2, 3
_TYPES = click.Choice(list(vocabularies().types))


def main(arguments: list[str] | None = None) -> int:
    """Run a command and return its exit status; the one place where an exception becomes one."""
    try:
        status: int = program.main(args=arguments, prog_name="build.py", standalone_mode=False) or 0
    except click.exceptions.Exit as error:
        status = error.exit_code
    except click.ClickException as error:
        error.show()
        status = USAGE
    except (KeyboardInterrupt, click.Abort):
        status = _stop("stopped; nothing was published")
    except (SurroundingsError, OutputRefusedError, BookOptionError, ScaffoldError) as error:
        status = _stop(str(error))
    except OSError as error:
        status = _stop(f"{error.strerror or error}: {error.filename or ''}")
    except Exception:  # noqa: BLE001 - whatever it is, it is ours and not an entry's
        traceback.print_exc()
        _stop("this is a fault of the catalog program, not of an entry; please report the lines above")
        status = OUR_FAULT
    return status


def _stop(message: str) -> int:
    print(f"build.py: {message}", file=sys.stderr)
    return USAGE


def _common(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command."""
    for option in (
        click.option("--quiet", is_flag=True, help="No progress, no summary."),
        click.option(
            "--as-of",
            metavar="DATE",
            help="The day to build for (YYYY-MM-DD); else the last commit of the entries.",
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
            help="The entries.",
        ),
    ):
        command = option(command)
    return command


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__)
@_common
@click.pass_context
def program(context: click.Context, **common: Any) -> int | None:
    """Check the entries and build the web catalog and the print book from them.

    Without a command: check, then the site and the current print edition.
    """
    if context.invoked_subcommand is None:
        return commands.everything(commands.Common(**common))
    return None


@program.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@click.option(
    "--fix", is_flag=True, help="Mend the form of entries first: order, quotes, blanks. Meaning stays."
)
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@_common
def check(paths: tuple[Path, ...], form: str, *, strict: bool, fix: bool, diff: bool, **common: Any) -> int:
    """Check all entries, or those at PATHS (entry folders or files in them)."""
    if diff:
        return commands.show_fixes(commands.Common(**common), paths)
    if fix:
        commands.fix(commands.Common(**common), paths)
    return commands.check(commands.Common(**common), paths, form, strict=strict)


@program.command()
@click.option("--offline", is_flag=True, help="A site that opens from disk, without a server.")
@_common
def site(*, offline: bool, **common: Any) -> int:
    """Check, then build the web catalog."""
    return commands.site(commands.Common(**common), offline=offline)


@program.command("print")
@click.option(
    "--edition", metavar="ID", help="An edition of editions/, such as 2027-spring; else the current one."
)
@click.option("--trim", metavar="SIZE", help="A4 or Letter; else the edition's.")
@click.option("--region", metavar="TOKEN", help="Only applications sold there.")
@click.option("--type", "kind", metavar="TYPE", help="Only applications of this type.")
@click.option("--model", metavar="MODEL", help="Only applications sold by this business model.")
@click.option("--vendor", metavar="SLUG", help="Only applications of this vendor.")
@click.option("--language", metavar="TAG", help="Only applications that speak this language.")
@_common
def print_book(**options: Any) -> int:
    """Check, then build the print edition."""
    common = {name: options.pop(name) for name in ("entries", "output", "as_of", "quiet")}
    return commands.print_book(commands.Common(**common), **options)


@program.command()
@click.argument("slug")
@click.option(
    "--type",
    "kind",
    type=click.Choice(list(vocabularies().types)),
    prompt="Application type",
    help="The type.",
)
@click.option("--name", help="The name, where the slug does not tell it.")
@_common
def new(slug: str, kind: str, name: str | None, **common: Any) -> int:
    """Start an entry: entries/SLUG/entry.yaml with all that is needed and a TODO for what only you know."""
    return commands.new(commands.Common(**common), slug, kind, name)


@program.command()
def schema() -> int:
    """Print the JSON Schema of an entry, for editors and for programs that write entries."""
    return commands.schema()


@program.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@_common
def serve(port: int, **common: Any) -> int:
    """Serve the web catalog on localhost and rebuild it when an entry, a page or the theme changes."""
    return commands.serve(commands.Common(**common), port)
