"""Processes that share some work on this machine.

Owns how many there may be, and that none outlives the one that forked it, however that ends. Refuses to know whether
the work is worth a process: each stage has measured that for itself.
"""

from __future__ import annotations

import os
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def processes_for(parts: int) -> int:
    """No more than the parts of the work and than the processors; 1 where processes cannot be forked."""
    return max(1, min(parts, os.cpu_count() or 1)) if hasattr(os, "fork") else 1


def pool(processes: int, begin: Callable[[], None] | None = None) -> ProcessPoolExecutor:
    """So many forked processes; each calls `begin` first."""
    return ProcessPoolExecutor(
        processes, mp_context=get_context("fork"), initializer=_begin, initargs=(begin,)
    )


def _begin(begin: Callable[[], None] | None) -> None:
    end_with_parent()
    if begin:
        begin()


def end_with_parent() -> None:
    """Have this process end as soon as the one that forked it has: whoever is killed can tell nobody.

    Processes of a pool would wait for work for ever, since each holds both ends of the pipe that it comes through.
    """
    parent = parent_process()

    def follow() -> None:
        if parent:
            parent.join()
            os._exit(1)

    threading.Thread(target=follow, daemon=True).start()
