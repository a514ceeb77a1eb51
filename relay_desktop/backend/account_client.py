"""From an account and its key to a client, and a first talk with its server."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import httpx

from inference.sentences import sentence, sentence_of_count
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
            sentence("There is no API key for {name}.", name=account.name),
            sentence("Enter it in Settings > Accounts."),
            status=401,
        )
    ca_bundle = Path(account.ca_bundle).expanduser() if account.ca_bundle else None
    try:
        return RelayClient(
            account.base_url, key, ca_bundle=ca_bundle, proxy=account.proxy or None, retry=retry
        )
    except OSError as error:
        raise _unusable(
            sentence("The certificates in {path} cannot be read.", path=ca_bundle), account
        ) from error
    except (ValueError, httpx.InvalidURL) as error:
        raise _unusable(
            sentence("The proxy address {address} is not valid.", address=account.proxy), account
        ) from error


def try_account(account: Account, key: str | None) -> FirstTalk:
    """Ask the server for its jobs; what to tell the person about it."""
    try:
        with client_of(account, key, RetryPolicy(attempts=2)) as client:
            jobs = client.list_jobs()
    except RelayError as error:
        return FirstTalk(False, sentence("{title} {advice}", title=error.title, advice=error.advice))
    if not jobs:
        return FirstTalk(True, sentence("Connected: the key is accepted, the server has no jobs yet."))
    return FirstTalk(
        True,
        sentence_of_count(
            "Connected: the key is accepted, the server has one job.",
            "Connected: the key is accepted, the server has {n:,} jobs.",
            len(jobs),
        ),
    )


def _unusable(title: str, account: Account) -> RelayError:
    error = ServiceUnreachable(
        title, sentence("Correct it in Settings > Accounts > {name}.", name=account.name)
    )
    error.is_temporary = False
    return error
