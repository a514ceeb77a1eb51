"""States of files and jobs on the wire after which nothing more happens by itself."""

from __future__ import annotations

from typing import Final

FILE_TERMINAL: Final = frozenset({"completed", "failed", "cancelled"})
JOB_TERMINAL: Final = frozenset({"completed", "failed", "cancelled"})
