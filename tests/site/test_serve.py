"""The live preview: it shows a change, explains an error, and goes on once that is mended."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT
from tests.site.golden import DAY, GOLDEN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PATIENCE = 60


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _serving(entries: Path, log: Path) -> Iterator[str]:
    port = _free_port()
    command = [
        sys.executable,
        str(ROOT / "build.py"),
        "serve",
        "--port",
        str(port),
        "--entries",
        str(entries),
    ]
    with log.open("w") as out:
        process = subprocess.Popen(
            [*command, "--as-of", DAY.isoformat()], stdout=out, stderr=out, cwd=log.parent
        )
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _page(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 -- our own server
            return str(answer.read().decode())
    except (urllib.error.URLError, OSError):
        return ""


def _await(text: str, where: str, log: Path) -> None:
    """Look until the page, or the log where there is no address, has the text."""
    until = time.monotonic() + _PATIENCE
    while text not in (_page(where) if where else log.read_text()):
        assert time.monotonic() < until, f"{text!r} did not come; the server said {log.read_text()}"
        time.sleep(0.2)


@pytest.mark.slow
def test_the_preview_follows_the_entries(tmp_path: Path) -> None:
    folder = tmp_path / "catalog"
    shutil.copytree(GOLDEN / "catalog", folder)
    file, log = folder / "entries" / "harbor-sync" / "entry.yaml", tmp_path / "log"
    first = file.read_text(encoding="utf-8")
    with _serving(folder / "entries", log) as address:
        page = f"{address}apps/harbor-sync/"
        _await("Keeps office files", page, log)
        # The server puts a script of its own into each page, which a policy would refuse.
        assert "Content-Security-Policy" not in _page(page)
        file.write_text(first.replace("Keeps office files", "Holds office files"), encoding="utf-8")
        _await("Holds office files", page, log)
        file.write_text(first.replace("type: connector", "type: connectr"), encoding="utf-8")
        _await('error[APS209] "connectr"', "", log)
        file.write_text(first.replace("Keeps office files", "Mends office files"), encoding="utf-8")
        _await("Mends office files", page, log)
