"""All ways from this window to backends: the service on this computer and the accounts of the person."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from inference.sentences import sentence
from relay_desktop.accounts import Account, AccountBook, account_of_environment, origin_of
from relay_desktop.backend.account_keys import AccountKeys
from relay_desktop.backend.client import RelayClient
from relay_desktop.errors import ServiceUnreachable
from relay_desktop.problems import ProblemDesk
from relay_desktop.session.job_ids import EMBEDDED, backend_of
from relay_desktop.translation import spoken
from relay_desktop.work.account_link import AccountLink
from relay_desktop.work.link import DOWN, Link
from relay_desktop.work.service_link import ServiceLink
from relay_desktop.work.tasks import Tasks

THIS_COMPUTER = sentence("This computer")


class GoneLink(Link):
    """Stands where an account was that has been removed; every call says so."""

    def __init__(self, backend: str, tasks: Tasks, desk: ProblemDesk, parent: QObject | None = None) -> None:
        super().__init__(tasks, desk, parent)
        self.backend = backend
        self.state = DOWN

    def _client_now(self) -> RelayClient:
        error = ServiceUnreachable(
            sentence("The account of this job was removed."),
            sentence("Add the account again in Settings > Accounts."),
        )
        error.is_temporary = False
        raise error


class Links(QObject):
    """Finds the link of a backend or of a job."""

    appeared = Signal(object)  # Link that was not there before
    changed = Signal()  # accounts were added, changed or removed

    def __init__(
        self,
        local: ServiceLink,
        book: AccountBook,
        tasks: Tasks,
        desk: ProblemDesk,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.local = local
        self.keys = AccountKeys()
        self.book = book
        self._tasks = tasks
        self._desk = desk
        self._accounts: dict[str, AccountLink] = {}
        self._gone: dict[str, GoneLink] = {}

    @property
    def accounts(self) -> list[AccountLink]:
        """The links of the accounts, in the order of the list."""
        return list(self._accounts.values())

    def of(self, backend: str) -> Link:
        """The link of a backend."""
        if backend == EMBEDDED:
            return self.local
        found = self._accounts.get(backend)
        if found is not None:
            return found
        if backend not in self._gone:
            self._gone[backend] = GoneLink(backend, self._tasks, self._desk, self)
        return self._gone[backend]

    def of_job(self, job_id: str) -> Link:
        """The link of the backend that has a job."""
        return self.of(backend_of(job_id))

    def names(self) -> Mapping[str, str]:
        """Backend -> what a person calls it."""
        return {EMBEDDED: spoken(THIS_COMPUTER)} | {link.backend: link.account.name for link in self.accounts}

    def load(self) -> None:
        """Read the accounts again: new ones are connected, changed ones anew, removed ones let go."""
        wanted = {account.id: account for account in known_accounts(self.book)}
        for backend, link in list(self._accounts.items()):
            if wanted.get(backend) != link.account:
                self._drop(backend)
        for account in wanted.values():
            if account.id not in self._accounts:
                self._add(account)
        self._accounts = {backend: self._accounts[backend] for backend in wanted}
        self.changed.emit()

    def reconnect(self, account: Account) -> None:
        """Take an account up afresh, because its key has changed."""
        self._drop(account.id)
        self.load()

    def remember_model(self, backend: str, model_id: str) -> None:
        """Note the model that a job at an account was made with."""
        link = self._accounts.get(backend)
        if link is None or link.account.model_ids[:1] == (model_id,):
            return
        account = link.remember_model(model_id)
        if any(known.id == backend for known in self.book.accounts()):
            try:
                self.book.put(account)
            except OSError as error:
                self._desk.report_error(error, key="accounts")
        self.changed.emit()

    def close(self) -> None:
        """End calls under way, stop the service if it is ours. May be called again."""
        for link in self._accounts.values():
            link.close()
        self.local.close()

    def _add(self, account: Account) -> None:
        link = AccountLink(account, self.keys, self._tasks, self._desk, self)
        self._accounts[account.id] = link
        self.appeared.emit(link)
        link.start()

    def _drop(self, backend: str) -> None:
        link = self._accounts.pop(backend, None)
        if link is not None:
            link.close()
            link.deleteLater()


def known_accounts(book: AccountBook) -> list[Account]:
    """The accounts of the list, and the server of RELAY_API_KEY where no account is of it."""
    accounts, told = book.accounts(), account_of_environment()
    if told is not None and all(
        origin_of(account.base_url) != origin_of(told.base_url) for account in accounts
    ):
        return [*accounts, told]
    return accounts
