"""From an account and its key to a client, and a first talk with its server."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import httpx

from relay_desktop.accounts import Account
from relay_desktop.backend.client import RelayClient
from relay_desktop.backend.retry import RetryPolicy
from relay_desktop.errors import KeyRejected, RelayError, ServiceUnreachable


@dataclass(frozen=True)
class FirstTalk:
    """What a server answered when an account was tried: whether it works, and a sentence."""

    is_good: bool
    sentence: str


def client_of(account: Account, key: str | None, retry: RetryPolicy | None = None) -> RelayClient:
    """The client of an account. Raises RelayError where key, proxy or certificates cannot be used."""
    if not key:
        raise KeyRejected(
            f"There is no API key for {account.name}.", "Enter it in Settings > Accounts.", status=401
        )
    ca_bundle = Path(account.ca_bundle).expanduser() if account.ca_bundle else None
    try:
        return RelayClient(
            account.base_url, key, ca_bundle=ca_bundle, proxy=account.proxy or None, retry=retry
        )
    except OSError as error:
        raise _unusable(f"The certificates in {ca_bundle} cannot be read.", account) from error
    except (ValueError, httpx.InvalidURL) as error:
        raise _unusable(f"The proxy address {account.proxy} is not valid.", account) from error


def try_account(account: Account, key: str | None) -> FirstTalk:
    """Ask the server for its jobs; what to tell the person about it."""
    try:
        with client_of(account, key, RetryPolicy(attempts=2)) as client:
            jobs = client.list_jobs()
    except RelayError as error:
        return FirstTalk(False, f"{error.title} {error.advice}")
    words = {0: "no jobs yet", 1: "one job"}.get(len(jobs), f"{len(jobs):,} jobs")
    return FirstTalk(True, f"Connected: the key is accepted, the server has {words}.")


def _unusable(title: str, account: Account) -> RelayError:
    error = ServiceUnreachable(title, f"Correct it in Settings > Accounts > {account.name}.")
    error.is_temporary = False
    return error
