#!/usr/bin/env python3
"""The two commands of a checkout: `python3 packaging/dev.py run [FILE…]` and `python3 packaging/dev.py test`.

Needs nothing but Python 3.11 or newer. Both commands first make sure that the system libraries and the
virtual environment `.venv` are there, which takes minutes the first time and a second afterwards. This file
itself stays readable for older Pythons, so that they can say what is wrong instead of a syntax error.
"""

import os
import shutil
import subprocess
import sys

OLDEST = (3, 11)


def newer_python() -> str:
    """Path of an installed Python that is new enough, the best tried versions first; empty without one."""
    for minor in (13, 12, 11, 14):
        found = shutil.which(f"python3.{minor}")
        if found:
            return found
    return ""


def start_with_newer_python() -> int:
    """Run the same command with a newer Python found on this machine, or say what is missing."""
    found = newer_python()
    if found:
        return subprocess.call([found, os.path.abspath(__file__), *sys.argv[1:]])
    sys.stderr.write(
        f"Relay Desktop needs Python 3.11 or newer; this is Python {sys.version.split()[0]} and no newer one "
        "was found. Install one (Debian 12 and Ubuntu 24.04 have it as python3), then try again.\n"
    )
    return 2


if __name__ == "__main__":
    if sys.version_info[:2] < OLDEST:
        sys.exit(start_with_newer_python())
    import checkout

    sys.exit(checkout.main(sys.argv[1:]))
