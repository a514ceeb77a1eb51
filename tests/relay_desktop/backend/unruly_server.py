"""A real HTTP server whose answers a test writes, for everything a good server never does."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Asked:
    """One request as it arrived."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Say:
    """One answer. `cut` bytes are left out at the end; `reset` breaks the connection instead."""

    status: int = 200
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    cut: int = 0
    reset: bool = False
    hold: threading.Event | None = None

    @property
    def payload(self) -> bytes:
        """The body as bytes."""
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


class UnrulyServer:
    """Answers every request by `answer`; keeps what was asked."""

    def __init__(self, answer: Callable[[Asked], Say]) -> None:
        self.asked: list[Asked] = []
        self.answer = answer
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _serve(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                asked = Asked(self.command, self.path, dict(self.headers.items()), body)
                outer.asked.append(asked)
                self._say(outer.answer(asked))

            do_GET = do_POST = do_DELETE = _serve

            def _say(self, say: Say) -> None:
                if say.hold is not None:
                    say.hold.wait(30)
                if say.reset:
                    self._reset()
                    return
                self.send_response(say.status)
                for name, value in say.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(say.payload)))
                self.end_headers()
                with contextlib.suppress(OSError):
                    self.wfile.write(say.payload[: len(say.payload) - say.cut])
                if say.cut:
                    self.close_connection = True

            def _reset(self) -> None:
                linger = (1).to_bytes(4, "little") + (0).to_bytes(4, "little")
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                self.close_connection = True

            def log_message(self, format: str, *args: object) -> None:
                """Quiet."""

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, request: Any, client_address: Any) -> None:
                """A client that hangs up is part of the tests."""

        self._server = Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@contextlib.contextmanager
def unruly(answer: Callable[[Asked], Say] | list[Say] | Say) -> Iterator[UnrulyServer]:
    """A server with one answer for all, a list of answers in turn (the last one repeats), or a function."""
    if isinstance(answer, Say):
        answer = [answer]
    if isinstance(answer, list):
        left = list(answer)

        def in_turn(_asked: Asked) -> Say:
            return left.pop(0) if len(left) > 1 else left[0]

        server = UnrulyServer(in_turn)
    else:
        server = UnrulyServer(answer)
    try:
        yield server
    finally:
        server.close()
