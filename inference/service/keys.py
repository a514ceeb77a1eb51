"""Who may call: one key from the environment, and named keys of which only hashes are kept."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
import time
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import insert, select, update

from inference.service.schema import keys
from inference.service.store import Store

RELOAD_S = 2.0
KEY_PREFIX = "relay_"


class NamedKey(NamedTuple):
    """A key as it is listed: never the key itself."""

    name: str
    created_at: str
    revoked_at: str | None


class KeyExists(Exception):
    """There is a key of this name already."""


class KeyRing:
    """Checks keys in constant time. Keys made or revoked by another process hold within RELOAD_S seconds."""

    def __init__(self, store: Store, own_key: str | None = None) -> None:
        self._store = store
        self._own = _hashed(own_key) if own_key else None
        self._lock = threading.Lock()
        self._loaded_at = float("-inf")
        self._hashes: dict[str, str] = {}

    def holder(self, key: str) -> str | None:
        """The name of the key's holder, None for a key that does not count."""
        hashed = _hashed(key)
        found: str | None = None
        if self._own is not None and hmac.compare_digest(hashed, self._own):
            found = "environment"
        for known, name in self._active().items():
            if hmac.compare_digest(hashed, known):
                found = name
        return found

    @property
    def is_empty(self) -> bool:
        """Whether there is no key at all, so that nobody could call."""
        return self._own is None and not self._active()

    def add(self, name: str) -> str:
        """Make a key and return it, the only time it is ever seen. Raises KeyExists."""
        key = KEY_PREFIX + secrets.token_urlsafe(32)
        with self._store.write() as connection:
            if connection.execute(select(keys.c.name).where(keys.c.name == name)).first() is not None:
                raise KeyExists(name)
            connection.execute(insert(keys).values(name=name, key_hash=_hashed(key), created_at=_now()))
        return key

    def revoke(self, name: str) -> bool:
        """Revoke a key; False when no such key is in use."""
        in_use = (keys.c.name == name) & keys.c.revoked_at.is_(None)
        with self._store.write() as connection:
            return bool(connection.execute(update(keys).where(in_use).values(revoked_at=_now())).rowcount)

    def list(self) -> list[NamedKey]:
        """All named keys, revoked ones too, in the order they were made."""
        columns = (keys.c.name, keys.c.created_at, keys.c.revoked_at)
        with self._store.read() as connection:
            return [
                NamedKey._make(row)
                for row in connection.execute(select(*columns).order_by(keys.c.created_at))
            ]

    def _active(self) -> dict[str, str]:
        with self._lock:
            if time.monotonic() - self._loaded_at > RELOAD_S:
                query = select(keys.c.key_hash, keys.c.name).where(keys.c.revoked_at.is_(None))
                with self._store.read() as connection:
                    self._hashes = {str(hashed): str(name) for hashed, name in connection.execute(query)}
                self._loaded_at = time.monotonic()
            return self._hashes


def _hashed(key: str) -> str:
    # Keys are 256 random bits, so a plain hash cannot be searched; no slow hash is needed.
    return hashlib.sha256(key.encode("utf-8", "surrogateescape")).hexdigest()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
