"""The one kind of error that a user of the program can mend: wrong usage, or a machine that does not allow it.

Owns the class that the program turns into exit status 2. Faults of entries are findings and never raised; any other
exception is a fault of the program.
"""

from __future__ import annotations


class UsageError(Exception):
    """What was asked cannot be done as asked, here; the message says why and what to do."""
