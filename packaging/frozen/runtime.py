"""Runs inside the frozen program before anything else.

Puts back what the start of a frozen program changed in the environment, so that programs started from here (a file
browser, another Python) find their own libraries, and leads sounddevice to the PortAudio that was packed.
"""

import ctypes
import ctypes.util
import os
import sys
import warnings
from pathlib import Path

for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
    before = os.environ.pop(name + "_ORIG", None)
    if before:
        os.environ[name] = before
    else:
        os.environ.pop(name, None)

# Reports have no pictures in them: what draws those was left out.
warnings.filterwarnings("ignore", message="Pillow could not be imported")

# A start from here of this very program (service, worker) is one of its own: it finds its libraries anew.
os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"

if sys.platform.startswith("linux"):
    find_in_system = ctypes.util.find_library
    inside = Path(sys._MEIPASS)  # type: ignore[attr-defined]

    def find_library(name: str) -> "str | None":
        """The packed library where there is one: the system's own search knows only what is installed."""
        if name == "portaudio":
            load_jack()
        packed = sorted(inside.glob(f"lib{name}.so*"))
        return str(packed[0]) if packed else find_in_system(name)

    def load_jack() -> None:
        """PortAudio wants JACK's library: the computer's own, which fits its server, else the packed one."""
        for place in ("libjack.so.0", *map(str, inside.glob("jack/libjack.so*"))):
            try:
                ctypes.CDLL(place, ctypes.RTLD_GLOBAL)
            except OSError:
                continue
            return

    ctypes.util.find_library = find_library
