"""What every request passes: an id, the key, a size limit, a line in the log. Plain ASGI, so that nothing is
read or parsed for a caller without a key."""

from __future__ import annotations

import json
import logging
import time
import uuid
from collections.abc import Sequence
from contextvars import ContextVar

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from inference.service.keys import KeyRing
from inference.service.metrics import Metrics

log = logging.getLogger("inference.service.requests")

LONGEST_ID = 64
REQUEST_ID: ContextVar[str | None] = ContextVar("request_id", default=None)
"""The id of the request that is being answered; every line logged meanwhile carries it."""
KEY_HEADER = "X-API-Key"
CALLER = "relay.caller"
"""Where the gate leaves the name of the key's holder in the scope of a request."""
_GUARDED = ("/api/",)
_STREAMED = ("/uploads/",)
_NO_KEY = "The API key is missing. Send it in the header X-API-Key."
_WRONG_KEY = "The API key is not valid. Check it, or ask whoever runs this service for a new one."


class TooLarge(HTTPException):
    """The body of a request is larger than allowed; FastAPI lets this kind through while it reads one."""

    def __init__(self, limit: int) -> None:
        super().__init__(413, f"The request is larger than {limit:,} bytes.")


class Gate:
    """Wraps the application."""

    def __init__(self, app: ASGIApp, keys: KeyRing, metrics: Metrics, max_body_bytes: int) -> None:
        self._app = app
        self._keys = keys
        self._metrics = metrics
        self._max_body_bytes = max_body_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        visit = _Visit(scope, send)
        REQUEST_ID.set(visit.request_id)
        try:
            await self._admit(visit, scope, receive)
        except TooLarge as error:
            await visit.refuse(413, str(error.detail))
        except Exception:
            log.exception("request %s failed", visit.request_id)
            await visit.refuse(500, f"The service had a fault of its own (request {visit.request_id}).")
        finally:
            self._note(visit)

    async def _admit(self, visit: _Visit, scope: Scope, receive: Receive) -> None:
        if scope["path"].startswith(_GUARDED):
            key = visit.header(KEY_HEADER)
            visit.caller = self._keys.holder(key) if key else None
            if visit.caller is None:
                await visit.refuse(401, _WRONG_KEY if key else _NO_KEY)
                return
            scope[CALLER] = visit.caller
        if not scope["path"].startswith(_STREAMED):
            receive = self._limited(receive)
        await self._app(scope, receive, visit.send)

    def _limited(self, receive: Receive) -> Receive:
        seen = 0

        async def limited() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self._max_body_bytes:
                raise TooLarge(self._max_body_bytes)
            return message

        return limited

    def _note(self, visit: _Visit) -> None:
        elapsed = time.monotonic() - visit.began
        self._metrics.count_request(visit.method, visit.status, elapsed)
        line = {
            "request_id": visit.request_id,
            "method": visit.method,
            "path": visit.shown_path,
            "status": visit.status,
            "ms": round(elapsed * 1000, 1),
            "caller": visit.caller,
        }
        log.info("%s", json.dumps(line), extra={"facts": line})


class _Visit:
    """One request on its way through."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self.began = time.monotonic()
        self._headers: Sequence[tuple[bytes, bytes]] = scope["headers"]
        self.request_id = self._told_id() or uuid.uuid4().hex[:12]
        self.method = str(scope["method"])
        self.caller: str | None = None
        self.status = 0
        self._path = str(scope["path"])
        self._send = send

    @property
    def shown_path(self) -> str:
        """The path for the log; a presigned token is not written down."""
        for prefix in ("/uploads/", "/downloads/"):
            if self._path.startswith(prefix):
                return prefix + "…"
        return self._path[:200]

    def _told_id(self) -> str | None:
        """The id that a proxy or a client gave the request, if it is a plain one."""
        told = self.header("X-Request-ID") or ""
        return told if told and len(told) <= LONGEST_ID and told.replace("-", "").isalnum() else None

    def header(self, name: str) -> str | None:
        """The first header of this name."""
        wanted = name.lower().encode()
        return next((value.decode("latin-1") for key, value in self._headers if key == wanted), None)

    async def send(self, message: Message) -> None:
        """Pass an answer on, with the request's id in its headers."""
        if message["type"] == "http.response.start":
            self.status = int(message["status"])
            message["headers"] = [*message.get("headers", ()), (b"x-request-id", self.request_id.encode())]
        await self._send(message)

    async def refuse(self, status: int, sentence: str) -> None:
        """Answer with a sentence, unless an answer has begun already."""
        if self.status:
            return
        body = json.dumps({"detail": sentence}).encode()
        headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
        await self.send({"type": "http.response.start", "status": status, "headers": headers})
        await self._send({"type": "http.response.body", "body": body})
