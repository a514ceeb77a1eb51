"""API keys of accounts: in the environment, in the system's keyring, or for as long as the program runs."""

from __future__ import annotations

import logging
import os
import threading
from dataclasses import dataclass, field
from typing import Final

from relay_desktop.accounts import Account, account_of_environment, origin_of

log = logging.getLogger(__name__)

SERVICE: Final = "relay-desktop"
ENVIRONMENT, KEYRING, SESSION = "environment", "keyring", "session"


@dataclass(frozen=True)
class FoundKey:
    """A key and where it was found. It never shows in `repr`."""

    place: str
    key: str = field(repr=False)


class AccountKeys:
    """Finds and keeps keys. Thread-safe; the keyring may ask the person something, so not for the GUI thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: dict[str, str] = {}

    def find(self, account: Account) -> FoundKey | None:
        """The key of an account. One in the environment (RELAY_API_KEY) wins at the server it is for."""
        told = account_of_environment()
        if told is not None and origin_of(told.base_url) == origin_of(account.base_url):
            return FoundKey(ENVIRONMENT, os.environ["RELAY_API_KEY"].strip())
        with self._lock:
            kept = self._kept.get(account.id)
        if kept is not None:
            return FoundKey(SESSION, kept)
        stored = _from_keyring(account.id)
        return None if stored is None else FoundKey(KEYRING, stored)

    def keep(self, account: Account, key: str) -> str:
        """Keep a key; where it is kept from now on: KEYRING, or SESSION where the system has no keyring."""
        import keyring
        import keyring.errors

        with self._lock:
            self._kept.pop(account.id, None)
        try:
            keyring.set_password(SERVICE, account.id, key)
        except (keyring.errors.KeyringError, OSError) as error:
            log.info("no keyring keeps the key: %s", type(error).__name__)
            with self._lock:
                self._kept[account.id] = key
            return SESSION
        return KEYRING

    def forget(self, account: Account) -> None:
        """Remove the key of an account wherever it is."""
        import keyring
        import keyring.errors

        with self._lock:
            self._kept.pop(account.id, None)
        try:
            keyring.delete_password(SERVICE, account.id)
        except (keyring.errors.KeyringError, OSError) as error:
            # There was none, or there is no keyring.
            log.info("no key was removed from a keyring: %s", type(error).__name__)


def _from_keyring(account_id: str) -> str | None:
    import keyring  # takes a tenth of a second, and not every start needs it
    import keyring.errors

    try:
        return keyring.get_password(SERVICE, account_id)
    except (keyring.errors.KeyringError, OSError) as error:
        log.info("the keyring cannot be read: %s", type(error).__name__)
        return None
