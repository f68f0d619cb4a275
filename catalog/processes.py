"""How many processes may share some work on this machine.

Owns that one answer. Refuses to know whether the work is worth a process: each stage has measured that for itself.
"""

from __future__ import annotations

import os


def processes_for(parts: int) -> int:
    """No more than the parts of the work and than the processors; 1 where processes cannot be forked."""
    return max(1, min(parts, os.cpu_count() or 1)) if hasattr(os, "fork") else 1
