"""Carries out what a person wants of the accounts: keep, remove, try. The keyring is asked off the GUI thread."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject

from inference.sentences import sentence
from relay_desktop.accounts import Account
from relay_desktop.backend.account_client import FirstTalk, try_account
from relay_desktop.backend.account_keys import ENVIRONMENT, KEYRING, SESSION, AccountKeys
from relay_desktop.session.account_desk import AccountDesk
from relay_desktop.translation import error_said, said, spoken
from relay_desktop.work.links import Links
from relay_desktop.work.tasks import Tasks

PLACE_WORDS: Final = {
    ENVIRONMENT: sentence("The key comes from the environment (RELAY_API_KEY)."),
    KEYRING: sentence("The key is kept in the keyring of this system."),
    SESSION: sentence(
        "This system has no keyring: the key is kept until the program ends. "
        "RELAY_API_KEY in the environment is another way."
    ),
}
NO_KEY: Final = sentence("Saved, but there is no key yet.")


class AccountKeeper(QObject):
    """Between the desk of accounts and links, book and keyring."""

    def __init__(self, desk: AccountDesk, links: Links, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._links = links
        self._tasks = tasks
        desk.save_requested.connect(self.save)
        desk.remove_requested.connect(self.remove)
        desk.test_requested.connect(self.test)
        links.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show the accounts there are, and where their keys lie."""
        accounts = [link.account for link in self._links.accounts]
        self._desk.set_accounts(accounts)
        keys = self._links.keys
        self._tasks.run(
            lambda token: {account.id: _place(keys, account) for account in accounts},
            self._desk.set_key_places,
            name="find keys",
        )

    def save(self, account: Account, key: str) -> None:
        """Keep an account, and its key where a new one is given."""
        try:
            self._links.book.put(account)
        except OSError as error:
            words = said(
                "The account could not be saved: {error}. Check the disk, then save again.",
                error=error.strerror,
            )
            self._desk.answered.emit(account.id, False, words)
            return
        keys = self._links.keys
        self._tasks.run(
            lambda token: keys.keep(account, key.strip()) if key.strip() else _place(keys, account),
            lambda place: self._on_saved(account, place),
            lambda error: self._desk.answered.emit(
                account.id, False, said("The key could not be kept: {error}.", error=error_said(error))
            ),
            name="keep key",
        )

    def remove(self, account: Account) -> None:
        """Let an account go, with its key; its jobs stay on the server."""
        keys = self._links.keys
        self._links.book.remove(account.id)
        self._tasks.run(lambda token: keys.forget(account), name="forget key")
        self._links.load()

    def test(self, account: Account, key: str) -> None:
        """Ask the server of an account, as it stands on the page."""
        keys = self._links.keys

        def ask() -> FirstTalk:
            found = keys.find(account)
            return try_account(account, key.strip() or (found.key if found is not None else None))

        self._tasks.run(
            lambda token: ask(),
            lambda talk: self._desk.answered.emit(account.id, talk.is_good, spoken(talk.sentence)),
            lambda error: self._desk.answered.emit(
                account.id, False, said("The test failed: {error}", error=error_said(error))
            ),
            name="test account",
        )

    def _on_saved(self, account: Account, place: str) -> None:
        self._links.reconnect(account)
        self._desk.answered.emit(account.id, bool(place), spoken(PLACE_WORDS.get(place, NO_KEY)))


def _place(keys: AccountKeys, account: Account) -> str:
    found = keys.find(account)
    return "" if found is None else found.place
