"""Progress on standard error: one line rewritten on a terminal, one line per finished file elsewhere."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TextIO

ERASE_LINE = "\r\x1b[K"


class Progress:
    """Tells a person how far a run of `total` files (None: nobody knows) is; says nothing on standard output."""

    def __init__(self, total: int | None, stream: TextIO | None = None) -> None:
        self._total = total
        self._stream = stream or sys.stderr
        self._rewrites = self._stream.isatty() and os.environ.get("TERM") != "dumb"
        self._finished = 0

    def working(self, done: int, path: Path, part: float | None) -> None:
        """`path` is being worked on, `part` (0-1) of it is done."""
        if self._rewrites:
            percent = "" if part is None else f" {part:.0%}"
            self._rewrite(f"{self._count(done + 1)}{printable(path.name)}{percent}")

    def sending(self, path: Path, part: float) -> None:
        """`part` (0-1) of `path` has been sent; from any thread."""
        if self._rewrites:
            self._rewrite(f"sending {printable(path.name)} {part:.0%}")

    def receiving(self, path: Path, part: float) -> None:
        """`part` (0-1) of `path` has been fetched; from any thread."""
        if self._rewrites:
            self._rewrite(f"fetching {printable(path.name)} {part:.0%}")

    def finished(self, path: Path, status: str, error_message: str | None) -> None:
        """`path` is done; failures say why."""
        self._finished += 1
        tail = f": {error_message}" if error_message else ""
        self.note(f"{self._count(self._finished)}{printable(path.name)} {status}{tail}")

    def _count(self, number: int) -> str:
        return "" if self._total is None else f"[{number}/{self._total}] "

    def note(self, sentence: str) -> None:
        """One line that stays."""
        self._write((ERASE_LINE if self._rewrites else "") + sentence + "\n")

    def _rewrite(self, line: str) -> None:
        width = shutil.get_terminal_size().columns - 1
        self._write(ERASE_LINE + line[:width])

    def _write(self, text: str) -> None:
        encoding = self._stream.encoding or "utf-8"
        self._stream.write(text.encode(encoding, "replace").decode(encoding))
        self._stream.flush()


def printable(name: str) -> str:
    """A file name on one line, whatever it holds."""
    return "".join(char if char.isprintable() else "�" for char in name)
