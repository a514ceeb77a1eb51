"""Messages between the service and its worker process: a JSON header, then the binary parts it announces.

One frame is the header's length as 4 bytes, big endian, the header, and the parts one after the other; the
header's `parts` holds their lengths. A pipe that ends inside a frame gives None, like one that ends between
two.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from typing import Any, BinaryIO, NamedTuple

_LENGTH = struct.Struct(">I")
_LARGEST_HEADER = 64 * 1024 * 1024


class Frame(NamedTuple):
    """One message: its JSON object and its binary parts."""

    header: dict[str, Any]
    parts: tuple[bytes, ...] = ()

    @property
    def kind(self) -> str:
        """What the message is about."""
        return str(self.header.get("kind", ""))


def write_frame(stream: BinaryIO, header: dict[str, Any], parts: Sequence[bytes] = ()) -> None:
    """Send one message and flush. Raises OSError when the other side is gone."""
    encoded = json.dumps(header | {"parts": [len(part) for part in parts]}).encode()
    stream.write(b"".join((_LENGTH.pack(len(encoded)), encoded, *parts)))
    stream.flush()


def read_frame(stream: BinaryIO) -> Frame | None:
    """The next message, or None when the stream has ended. Raises ValueError for what is no frame."""
    head = _read_exactly(stream, _LENGTH.size)
    if head is None:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > _LARGEST_HEADER:
        raise ValueError("the worker's output is not a frame")
    encoded = _read_exactly(stream, length)
    if encoded is None:
        return None
    header = json.loads(encoded)
    parts = [_read_exactly(stream, size) for size in header["parts"]]
    whole = tuple(part for part in parts if part is not None)
    return Frame(header, whole) if len(whole) == len(parts) else None


def _read_exactly(stream: BinaryIO, size: int) -> bytes | None:
    data = bytearray()
    while len(data) < size:
        chunk = stream.read(size - len(data))
        if not chunk:
            return None
        data += chunk
    return bytes(data)
