"""Part of a build in a second process, while the first goes on.

Owns the process, its end, and the way back of what it raises. Refuses results: what is made meanwhile are files. Where
processes cannot be forked, or there is but one processor, the work is done first.
"""

from __future__ import annotations

import contextlib
import gc
import traceback
from multiprocessing import get_context
from typing import TYPE_CHECKING

from catalog.processes import end_with_parent, processes_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection


@contextlib.contextmanager
def meanwhile(work: Callable[[], None], *, worthwhile: bool = True) -> Iterator[None]:
    """Do `work` while the `with` block runs; both are done when it ends, or one has raised and the other was stopped.

    The process is forked, so it sees everything that was there before the block and changes nothing but files. Work
    that is not `worthwhile` a process is done first.
    """
    if not worthwhile or processes_for(2) < 2:
        work()
        yield
        return
    context = get_context("fork")
    answer, told = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(work, told))
    process.start()
    told.close()  # So that the process's end is the end of its answer too.
    try:
        yield
        _take(answer)
    finally:
        process.terminate()  # A process that has answered is past its work.
        process.join()
        answer.close()


def _take(answer: Connection) -> None:
    """Wait for the work; raise what it raised."""
    try:
        error = answer.recv()
    except EOFError:
        raise RuntimeError("the second process of this build was stopped from outside") from None
    if error is not None:
        raise error


def _work(work: Callable[[], None], told: Connection) -> None:
    end_with_parent()
    gc.disable()
    error: BaseException | None = None
    try:
        work()
    except BaseException as raised:  # noqa: BLE001 -- raised again in the first process
        raised.add_note("In the second process of the build:\n" + traceback.format_exc())
        error = raised
    with contextlib.suppress(OSError):  # Nobody may be there any more.
        told.send(error)
