"""Presigned URLs: a token that names a file and a purpose, ends at a time and carries an HMAC over both."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import time
from collections.abc import Callable

from inference.service.refusals import Refusal

SIGNATURE_BYTES = 32


class Signer:
    """Makes and checks tokens with one secret; `now` is seconds since 1970."""

    def __init__(self, secret: bytes, now: Callable[[], float] = time.time) -> None:
        self._secret = secret
        self._now = now

    def sign(self, purpose: str, file_id: str, lifetime_s: float) -> str:
        """A token safe inside a URL."""
        payload = f"{purpose}:{file_id}:{int(self._now() + lifetime_s)}".encode()
        return _text(self._signature(payload) + payload)

    def file_id(self, purpose: str, token: str) -> str:
        """The file a token stands for. Raises Refusal 403 when it is forged, for something else or expired."""
        wrong = Refusal(403, "This link is not valid. Ask for a new one.")
        try:
            data = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
        except (binascii.Error, ValueError) as error:
            raise wrong from error
        if _text(data) != token:
            raise wrong  # base64 leaves bits over at its end; a token has one spelling only
        signature, payload = data[:SIGNATURE_BYTES], data[SIGNATURE_BYTES:]
        if not hmac.compare_digest(signature, self._signature(payload)):
            raise wrong
        said, file_id, until = payload.decode().split(":")
        if said != purpose:
            raise wrong
        if self._now() > int(until):
            raise Refusal(403, "This link has expired. Ask for a new one.")
        return file_id

    def _signature(self, payload: bytes) -> bytes:
        return hmac.new(self._secret, payload, hashlib.sha256).digest()


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
