"""Processes that share some work on this machine.

Owns how many there may be, that none outlives the one that forked it, however that ends, and the way back of what a
second process makes or raises. Refuses to know whether the work is worth a process: each stage has measured that for
itself.
"""

from __future__ import annotations

import contextlib
import gc
import os
import threading
import traceback
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection

T = TypeVar("T")


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


@contextlib.contextmanager
def meanwhile(work: Callable[[], T], *, worthwhile: bool = True) -> Iterator[Callable[[], T]]:
    """Do `work` while the `with` block runs; both are done when it ends, or one has raised and the other was stopped.

    Gives a function that waits for what the work makes; that travels by pickle. The process is forked, so it sees
    everything that was there before the block and changes nothing but files. Work that is not `worthwhile` a process
    is done first, and so is all where processes cannot be forked, or there is but one processor.
    """
    if not worthwhile or processes_for(2) < 2:
        made = work()
        yield lambda: made
        return
    context = get_context("fork")
    answer, told = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(work, told))
    process.start()
    told.close()  # So that the process's end is the end of its answer too.
    taken: list[T] = []

    def take() -> T:
        if not taken:
            taken.append(_answer(answer))
        return taken[0]

    try:
        yield take
        take()
    finally:
        process.terminate()  # A process that has answered is past its work.
        process.join()
        answer.close()


def _answer(answer: Connection) -> Any:  # noqa: ANN401 -- what the work makes
    """Wait for the work; raise what it raised."""
    try:
        error, made = answer.recv()
    except EOFError:
        raise RuntimeError("the second process of this build was stopped from outside") from None
    if error is not None:
        raise error
    return made


def _work(work: Callable[[], object], told: Connection) -> None:
    end_with_parent()
    gc.disable()
    error, made = None, None
    try:
        made = work()
    except BaseException as raised:  # noqa: BLE001 -- raised again in the first process
        raised.add_note("In the second process of the build:\n" + traceback.format_exc())
        error = raised
    with contextlib.suppress(OSError):  # Nobody may be there any more.
        told.send((error, made))
