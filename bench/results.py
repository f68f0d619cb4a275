"""bench/RESULTS.md: sections that are written one at a time, and the machine that they were measured on.

Owns the file's shape. Refuses to know what is measured: a section is a heading and lines.
"""

from __future__ import annotations

import os
import platform
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench" / "RESULTS.md"
TITLE = "# Benchmark\n"


def machine() -> str:
    """The processor, the cores, the memory, the Python."""
    model = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.is_file():
        names = [
            line.partition(":")[2].strip()
            for line in cpuinfo.read_text().splitlines()
            if "model name" in line
        ]
        model = names[0] if names else model
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{model}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()}, Python {platform.python_version()}"


def with_section(text: str, heading: str, lines: Sequence[str]) -> str:
    """The text with a section in place of the one under that heading, or after all others."""
    parts = re.split(r"^(?=## )", text or TITLE, flags=re.MULTILINE)
    section = "\n".join([f"## {heading}", "", *lines]).rstrip("\n") + "\n\n"
    at = next((at for at, part in enumerate(parts) if part.partition("\n")[0] == f"## {heading}"), len(parts))
    parts[at : at + 1] = [section]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def write_section(path: Path, heading: str, lines: Sequence[str]) -> None:
    """Put a section into a file; the others stay."""
    before = path.read_text("utf-8") if path.is_file() else ""
    path.write_text(with_section(before, heading, lines), "utf-8")
