"""The program: one function a command, and the only place that looks at clock, environment, git and terminal.

Owns the exit status: 0 clean, 1 findings, 2 wrong usage or environment, 3 a fault of our own. Refuses to know how
anything is checked, drawn or written.
"""

from catalog.cli.program import main

__all__ = ["main"]
