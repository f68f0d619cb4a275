"""The program: the group of commands, and exceptions to exit status.

Each command lives in a module of its own that is loaded when it is asked for, so that `check` does not wait for the
libraries of the book (measured: 0.3 s instead of 1.7 s to start).
"""

from __future__ import annotations

import importlib
import io
import sys
import traceback
from typing import Any

import click

from catalog import __version__
from catalog.cli.options import OUR_FAULT, USAGE, Common, with_common
from catalog.errors import UsageError

_MODULES = {
    "check": "catalog.cli.check",
    "edition": "catalog.cli.edition",
    "explain": "catalog.cli.explain",
    "new": "catalog.cli.new",
    "preflight": "catalog.cli.preflight",
    "preview": "catalog.cli.preview",
    "print": "catalog.cli.book",
    "schema": "catalog.cli.schema",
    "serve": "catalog.cli.serve",
    "site": "catalog.cli.site",
}
"""Where each command lives; its module holds it as `command`."""


class _Commands(click.Group):
    """A group that loads a command when it is wanted."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(_MODULES)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        if name not in _MODULES:
            return None
        command: click.Command = importlib.import_module(_MODULES[name]).command
        return command


def main(arguments: list[str] | None = None) -> int:
    """Run a command and return its exit status; the one place where an exception becomes one."""
    # Names of all scripts are printed. By the locale's encoding some locales would stop a finished build.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status: int = program.main(args=arguments, prog_name="build.py", standalone_mode=False) or 0
    except click.exceptions.Exit as error:
        status = error.exit_code
    except click.ClickException as error:
        error.show()
        status = USAGE
    except (KeyboardInterrupt, click.Abort):
        status = _stop("stopped; nothing was published")
    except UsageError as error:
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


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__)
@with_common
def program(common: Common) -> int | None:
    """Check the entries and build the web catalog and the print book from them.

    Without a command: check, then the site and the current print edition.
    """
    if click.get_current_context().invoked_subcommand is None:
        build: Any = importlib.import_module("catalog.cli.everything")
        status: int = build.everything(common)
        return status
    return None
