"""The site's engine as a process, run by the node that the browser driver brings along: nothing else to install."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright._impl._driver import compute_driver_executable

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Ask = Callable[..., Any]

ENGINE = Path(__file__).with_name("engine.js")


class Engine:
    """A running engine: `ask(q="wiki")` gives its answer. `index` is the folder of a built index."""

    def __init__(self, index: Path | None = None) -> None:
        node = str(compute_driver_executable()[0])
        folders = [str(ROOT / "theme" / "assets"), *([str(index)] if index else [])]
        self._process = subprocess.Popen(
            [node, str(ENGINE), *folders], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )

    def ask(self, **question: Any) -> Any:  # noqa: ANN401 -- JSON
        """What the engine answers."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        stdin.write(json.dumps(question) + "\n")
        stdin.flush()
        return json.loads(stdout.readline())

    def close(self) -> None:
        """Stop the process."""
        self._process.communicate()


@pytest.fixture(scope="session")
def terms_engine() -> Iterator[Ask]:
    """Asks for terms, folding and distances; it has no index."""
    engine = Engine()
    yield engine.ask
    engine.close()
