"""The sockets of an HTTP client, so that a call that waits for a silent server can be broken off from outside."""

from __future__ import annotations

import socket
import threading
import weakref
from collections.abc import Mapping
from typing import Any


class OpenSockets:
    """Collects sockets as httpx opens them; pass `extensions` to every request. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sockets: weakref.WeakSet[socket.socket] = weakref.WeakSet()
        self._is_shut = False
        self.extensions: dict[str, Any] = {"trace": self._trace}

    def shut(self) -> None:
        """Break every connection off, those still to be opened too; whoever reads or writes gets an error."""
        with self._lock:
            self._is_shut = True
            for connection in self._sockets:
                _shut(connection)

    def _trace(self, name: str, info: Mapping[str, Any]) -> None:
        if not name.endswith(("connect_tcp.complete", "start_tls.complete")):
            return
        connection = info["return_value"].get_extra_info("socket")
        with self._lock:
            self._sockets.add(connection)
            if self._is_shut:
                _shut(connection)


def _shut(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        # It has ended by itself meanwhile.
        return
