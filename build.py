#!/usr/bin/env python3
"""Build the APS catalog: `python build.py --help` lists the commands. The program itself is `catalog.cli`."""

import sys

if __name__ == "__main__":
    try:
        from catalog.cli import main
    except ModuleNotFoundError as error:
        if error.name is None or error.name.split(".")[0] == "catalog":
            raise
        sys.exit(
            f"build.py: the package {error.name!r} is not installed for {sys.executable}; "
            "run `make` first, then .venv/bin/python build.py"
        )
    sys.exit(main())
