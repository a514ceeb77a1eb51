"""The real service with the stand-in worker; settings that no command line offers come as JSON in a variable."""

from __future__ import annotations

import json
import os
import resource
import sys
from dataclasses import replace
from pathlib import Path
from unittest import mock

from inference.service import __main__ as program

WORKER = (sys.executable, str(Path(__file__).with_name("stand_in_worker.py")))


def main() -> int:
    """Run `python -m inference.service` with other settings."""
    changes = json.loads(os.environ.get("STAND_IN_SETTINGS", "{}"))
    largest_file = changes.pop("largest_file", None)
    if largest_file is not None:
        # A stand-in for a full disk: the system refuses to make any file larger.
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, resource.RLIM_INFINITY))
    plain = program.read_settings
    changes.setdefault("worker_command", WORKER)
    with mock.patch.object(program, "read_settings", lambda words: replace(plain(words), **changes)):
        return program.main()


if __name__ == "__main__":
    sys.exit(main())
