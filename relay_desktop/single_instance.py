"""One window for all files: a second start hands its files to the window that is there, and ends.

A local socket, named after the person and the data folder, that only this person may open. A window that does not
answer in time is taken for gone, and the second start opens its own.
"""

from __future__ import annotations

import getpass
import hashlib
import json
import logging
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

log = logging.getLogger("relay_desktop.single_instance")
ANSWER_LIMIT_MS: Final = 1500
MOST_BYTES: Final = 1_000_000
_DONE: Final = b"shown\n"


def socket_name(data: Path) -> str:
    """The name of the socket of one person's window on one data folder."""
    facts = f"{getpass.getuser()}\0{data.resolve()}"
    return f"relay-desktop-{hashlib.sha256(facts.encode()).hexdigest()[:20]}"


def hand_over(data: Path, paths: Sequence[Path]) -> bool:
    """Give these files to the window that is there; False when none answers. Needs no event loop."""
    socket = QLocalSocket()
    socket.connectToServer(socket_name(data))
    if not socket.waitForConnected(ANSWER_LIMIT_MS):
        return False
    words = [str(path.expanduser().absolute()) for path in paths]
    socket.write(json.dumps(words).encode() + b"\n")
    socket.flush()
    has_answer = socket.waitForReadyRead(ANSWER_LIMIT_MS) and bytes(socket.readAll().data()) == _DONE
    socket.disconnectFromServer()
    return has_answer


class SingleInstance(QObject):
    """Listens for later starts; `opened` carries their files (none: only show the window)."""

    opened = Signal(list)  # list[Path]

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Kept until the end: Qt, not Python, deletes them with the server, and nobody may hold one that is gone.
        self._sockets: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        name = socket_name(data)
        if not self._server.listen(name):
            # Left by a run that was killed; nobody answered on it, or this start would not have come so far.
            QLocalServer.removeServer(name)
            if not self._server.listen(name):
                log.info("later starts cannot hand over their files: %s", self._server.errorString())

    def close(self) -> None:
        """Listen no more."""
        self._server.close()
        for socket in self._sockets:
            # A socket tells of its end even while it is being deleted.
            socket.blockSignals(True)
            socket.abort()

    def _welcome(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            self._sockets.append(socket)
            socket.readyRead.connect(partial(self._read, socket))

    def _read(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > MOST_BYTES:
            socket.abort()
            return
        if not socket.canReadLine():
            return
        try:
            words = json.loads(bytes(socket.readLine().data()))
        except ValueError:
            socket.abort()
            return
        socket.write(_DONE)
        socket.flush()
        self.opened.emit([Path(word) for word in words if isinstance(word, str)])
