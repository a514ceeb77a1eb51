"""Between the settings page of accounts and who keeps them: what there is, what a person wants, what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, Signal

from relay_desktop.accounts import Account


class AccountDesk(QObject):
    """The accounts as they are shown. `key_places` says where the key of each lies ("" for none)."""

    changed = Signal()
    answered = Signal(str, bool, str)  # account id, whether it is good, a sentence

    save_requested = Signal(object, str)  # Account, a new key or "" to leave it as it is
    remove_requested = Signal(object)  # Account
    test_requested = Signal(object, str)  # Account, a key that is not kept yet or ""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.accounts: list[Account] = []
        self.key_places: dict[str, str] = {}

    def set_accounts(self, accounts: Iterable[Account]) -> None:
        """These are the accounts."""
        self.accounts = list(accounts)
        self.changed.emit()

    def set_key_places(self, places: Mapping[str, str]) -> None:
        """Where their keys lie."""
        self.key_places = dict(places)
        self.changed.emit()
