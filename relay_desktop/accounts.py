"""Accounts: the servers of the Relay API that a person uses, each with a name. The key is not here.

The list is a small JSON file in the user's data folder; keys lie in the keyring of the system
(`backend.account_keys`). The window and the command line read the same list.
"""

from __future__ import annotations

import json
import os
import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from inference.sentences import sentence

DEFAULT_ADDRESS: Final = "https://api.relayai.dev"
MODELS_KEPT: Final = 20
MOST_AT_ONCE: Final = 16


class BadAddress(ValueError):
    """Not the address of a server; str() is a sentence."""


@dataclass(frozen=True)
class Account:
    """One server. `model_ids` are those of earlier jobs, the last one first; `uploads_at_once` 1 to 16."""

    name: str
    base_url: str = DEFAULT_ADDRESS
    id: str = field(default_factory=lambda: uuid.uuid4().hex[:8])
    model_ids: tuple[str, ...] = ()
    proxy: str = ""
    ca_bundle: str = ""
    uploads_at_once: int = 5

    def with_model(self, model_id: str) -> Account:
        """The same account, this model remembered as the one used last."""
        others = tuple(known for known in self.model_ids if known != model_id)
        return replace(self, model_ids=(model_id, *others)[:MODELS_KEPT])


def checked_address(text: str) -> str:
    """A server's address as it is kept: with scheme, without a slash at the end. Raises BadAddress."""
    text = text.strip()
    if "://" not in text:
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise BadAddress(sentence("The address is not valid.")) from error
    if parts.scheme not in {"http", "https"} or not parts.hostname or port == 0:
        raise BadAddress(sentence("The address must begin with https:// and name a server."))
    if parts.username or parts.password or parts.query or parts.fragment or " " in text:
        raise BadAddress(
            sentence("The address holds more than a server and a path; keys do not belong in it.")
        )
    return text.rstrip("/")


def origin_of(base_url: str) -> tuple[str, str, int | None]:
    """Scheme, host and port: what a key belongs to."""
    parts = urlsplit(base_url)
    port = parts.port or {"https": 443, "http": 80}.get(parts.scheme)
    return (parts.scheme, parts.hostname or "", port)


class AccountBook:
    """The accounts of a person, in the order they were made. Raises OSError where the file cannot be written."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def accounts(self) -> list[Account]:
        """All of them; a file that cannot be read is an empty list, what is wrong in an entry is left out."""
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return []
        entries = found.get("accounts") if isinstance(found, dict) else None
        made = [_account_of(entry) for entry in entries] if isinstance(entries, list) else []
        return [account for account in made if account is not None]

    def put(self, account: Account) -> None:
        """Write an account, in its old place or at the end."""
        known = self.accounts()
        if any(other.id == account.id for other in known):
            self._write([account if other.id == account.id else other for other in known])
        else:
            self._write([*known, account])

    def remove(self, account_id: str) -> None:
        """Take an account off the list."""
        self._write([account for account in self.accounts() if account.id != account_id])

    def _write(self, accounts: list[Account]) -> None:
        """Whole or not at all, readable by its owner only."""
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = self._path.with_name(f"{self._path.name}.{uuid.uuid4().hex[:8]}.part")
        text = json.dumps({"accounts": [asdict(account) for account in accounts]}, indent=1)
        try:
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(text)
            os.replace(part, self._path)
        finally:
            part.unlink(missing_ok=True)


def _account_of(entry: object) -> Account | None:
    if not isinstance(entry, dict):
        return None
    try:
        return Account(
            name=_text(entry, "name") or "Relay",
            base_url=checked_address(_text(entry, "base_url")),
            id=_text(entry, "id") or uuid.uuid4().hex[:8],
            model_ids=tuple(str(model) for model in entry.get("model_ids") or ()),
            proxy=_text(entry, "proxy"),
            ca_bundle=_text(entry, "ca_bundle"),
            uploads_at_once=min(MOST_AT_ONCE, max(1, int(entry.get("uploads_at_once", 5)))),
        )
    except (BadAddress, TypeError, ValueError):
        return None


def _text(entry: Mapping[str, Any], name: str) -> str:
    value = entry.get(name)
    return value if isinstance(value, str) else ""


def account_of_environment() -> Account | None:
    """The server that RELAY_API_KEY is for: RELAY_BASE_URL, else Relay's own; None without a key there."""
    if not os.environ.get("RELAY_API_KEY", "").strip():
        return None
    try:
        address = checked_address(os.environ.get("RELAY_BASE_URL") or DEFAULT_ADDRESS)
    except BadAddress:
        return None
    return Account(name=urlsplit(address).hostname or "Relay", base_url=address, id="environment")
