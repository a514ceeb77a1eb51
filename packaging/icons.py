"""The program's icon in every form a system wants, drawn from its one SVG."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

ICON: Final = Path(__file__).resolve().parent.parent / "resources" / "icons" / "relay-desktop.svg"
SIZES_PX: Final = (16, 24, 32, 48, 64, 128, 256, 512)
_ICO_SIZES_PX: Final = (16, 24, 32, 48, 64, 128, 256)
_ICNS_TYPES: Final = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}

# Qt draws in a process of its own, so that this one needs no display and no application object.
_DRAW: Final = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
application = QGuiApplication([])
renderer = QSvgRenderer(sys.argv[1])
for word in sys.argv[3:]:
    image = QImage(int(word), int(word), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    if not image.save(f"{sys.argv[2]}/{word}.png"):
        sys.exit(1)
"""


def draw(folder: Path, sizes_px: Sequence[int] = SIZES_PX) -> dict[int, Path]:
    """PNG files of these sizes in `folder`, by size."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-c", _DRAW, str(ICON), str(folder), *map(str, sizes_px)]
    subprocess.run(command, check=True, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"})
    return {size: folder / f"{size}.png" for size in sizes_px}


def write_ico(path: Path) -> None:
    """The icon for Windows: PNG pictures in one file (read since Windows Vista)."""
    with tempfile.TemporaryDirectory() as folder:
        pictures = [(s, p.read_bytes()) for s, p in draw(Path(folder), _ICO_SIZES_PX).items()]
    offset = 6 + 16 * len(pictures)
    head, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    for size, picture in pictures:
        # A side of 256 is written as 0.
        head += struct.pack(
            "<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset + len(body)
        )
        body += picture
    path.write_bytes(head + body)


def write_icns(path: Path) -> None:
    """The icon for macOS: PNG pictures in one file."""
    with tempfile.TemporaryDirectory() as folder:
        drawn = draw(Path(folder), tuple(_ICNS_TYPES))
        parts = [
            _ICNS_TYPES[s] + struct.pack(">I", len(d := p.read_bytes()) + 8) + d for s, p in drawn.items()
        ]
    body = b"".join(parts)
    path.write_bytes(b"icns" + struct.pack(">I", len(body) + 8) + body)
