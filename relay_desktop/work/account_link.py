"""The way to the server of one account. Offline and back again is noticed here; nothing has to be restarted."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer

from inference.contract import InferenceJob
from inference.sentences import sentence
from relay_desktop.accounts import Account
from relay_desktop.backend.account_client import client_of
from relay_desktop.backend.account_keys import AccountKeys
from relay_desktop.backend.client import RelayClient
from relay_desktop.errors import RelayError, ServiceUnreachable
from relay_desktop.problems import ProblemDesk
from relay_desktop.work.link import DOWN, READY, STARTING, Link
from relay_desktop.work.tasks import Tasks, TaskToken

FIRST_LOOK_MS: Final = 2000
LONGEST_LOOK_MS: Final = 60_000


class AccountLink(Link):
    """READY while there is a key and the server answers; DOWN while it does not, and looked for by itself.

    What comes of each call tells which.
    """

    def __init__(
        self,
        account: Account,
        keys: AccountKeys,
        tasks: Tasks,
        desk: ProblemDesk,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tasks, desk, parent)
        self.account = account
        self.backend = account.id
        self.uploads_at_once = account.uploads_at_once
        self._keys = keys
        self._client: RelayClient | None = None
        self._trouble: RelayError | None = None  # why there is no client: no key, a proxy that cannot be used
        self._is_closed = False
        self._look_ms = FIRST_LOOK_MS
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.timeout.connect(self._look_for_it)

    def start(self) -> None:
        """Find the key and make the client; the server itself is first asked by whoever wants something."""
        self._set_state(STARTING)
        self._tasks.run(
            lambda token: client_of(self.account, self._key()),
            self._on_client,
            self._on_no_client,
            lane="calls",
            name=f"connect {self.account.name}",
        )

    def remember_model(self, model_id: str) -> Account:
        """Note which model was used last; the account as it is now."""
        self.account = self.account.with_model(model_id)
        return self.account

    def close(self) -> None:
        """End calls under way and look for the server no more."""
        self._is_closed = True
        self._look.stop()
        client, self._client = self._client, None
        if client is not None:
            client.close()

    def _key(self) -> str | None:
        found = self._keys.find(self.account)
        return None if found is None else found.key

    def _client_now(self) -> RelayClient:
        client, trouble = self._client, self._trouble
        if client is not None:
            return client
        raise trouble or ServiceUnreachable(
            sentence("The account {name} is not connected yet.", name=self.account.name)
        )

    def _on_client(self, client: RelayClient) -> None:
        if self._is_closed:
            client.close()
            return
        self._client, self._trouble = client, None
        self._set_state(READY)
        self.ready.emit()

    def _on_no_client(self, error: BaseException) -> None:
        self._trouble = error if isinstance(error, RelayError) else None
        self._set_state(DOWN)
        self._desk.report_error(error, retry=self.start, key=f"account {self.backend}")

    def _on_answer(self) -> None:
        self._look.stop()
        self._look_ms = FIRST_LOOK_MS
        if self.state == DOWN and self._client is not None:
            self._set_state(READY)
            self.ready.emit()

    def _on_away(self) -> None:
        if self._is_closed or self._client is None:
            return
        self._set_state(DOWN)
        if not self._look.isActive():
            self._look.start(self._look_ms)
            self._look_ms = min(LONGEST_LOOK_MS, self._look_ms * 2)

    def _look_for_it(self) -> None:
        def ask(client: RelayClient, token: TaskToken) -> list[InferenceJob]:
            return client.list_jobs(status="processing")

        self.call(ask, on_error=lambda error: None, name=f"look for {self.account.name}")
