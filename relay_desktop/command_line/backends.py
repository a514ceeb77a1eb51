"""Where a command has its jobs run: on this computer, by a service of its own, or on a server of the Relay API."""

from __future__ import annotations

import argparse
import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol, TypeVar

import platformdirs

from relay_desktop.accounts import (
    DEFAULT_ADDRESS,
    Account,
    AccountBook,
    BadAddress,
    checked_address,
    origin_of,
)
from relay_desktop.backend.account_client import client_of
from relay_desktop.backend.account_keys import AccountKeys
from relay_desktop.backend.client import RelayClient
from relay_desktop.errors import KeyRejected

Result = TypeVar("Result")
EMBEDDED, REMOTE = "embedded", "remote"


class JobBackend(Protocol):
    """Answers calls; `is_remote` where files travel over a network."""

    is_remote: bool
    client: RelayClient

    def call(self, function: Callable[[RelayClient], Result]) -> Result:
        """`function(client)`. Raises RelayError."""


class RemoteBackend:
    """A server, called with the patience of its client."""

    is_remote = True

    def __init__(self, client: RelayClient) -> None:
        self.client = client

    def call(self, function: Callable[[RelayClient], Result]) -> Result:
        """`function(client)`. Raises RelayError."""
        return function(self.client)


def add_server(parser: argparse.ArgumentParser) -> None:
    """`--base-url`."""
    parser.add_argument(
        "--base-url",
        metavar="URL",
        type=_address,
        help=f"the server (else RELAY_BASE_URL, else {DEFAULT_ADDRESS}); the key comes from RELAY_API_KEY, or from "
        "the keyring when the window has an account of this server",
    )


@contextlib.contextmanager
def server(base_url: str | None) -> Iterator[RemoteBackend]:
    """The server of the command line. Raises KeyRejected without a key, RelayError."""
    account = account_of(base_url or os.environ.get("RELAY_BASE_URL") or DEFAULT_ADDRESS)
    found = AccountKeys().find(account)
    key = found.key if found is not None else os.environ.get("RELAY_API_KEY", "").strip()
    if not key:
        raise KeyRejected(
            f"There is no API key for {account.base_url}.", "Set RELAY_API_KEY in the environment.", status=401
        )
    with client_of(account, key) as client:
        yield RemoteBackend(client)


def account_of(base_url: str) -> Account:
    """The person's account of a server with its proxy and certificates, else a plain one. Raises KeyRejected."""
    try:
        address = checked_address(base_url)
    except BadAddress as error:
        raise KeyRejected(f"{error} ({base_url})", "Check RELAY_BASE_URL.", status=0) from error
    book = AccountBook(Path(platformdirs.user_data_dir("relay-desktop", appauthor=False)) / "accounts.json")
    same = [account for account in book.accounts() if origin_of(account.base_url) == origin_of(address)]
    return same[0] if same else Account(address, address)


def _address(text: str) -> str:
    try:
        return checked_address(text)
    except BadAddress as error:
        raise argparse.ArgumentTypeError(str(error)) from error
