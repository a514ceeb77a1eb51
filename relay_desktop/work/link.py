"""The way from this window to one backend: is it there, and calls to it off the GUI thread.

`ServiceLink` leads to the service on this computer, `AccountLink` to a server. Who waits for a backend listens to
`ready`; whoever wants something from it says `call(...)`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Signal

from relay_desktop.backend.client import RelayClient
from relay_desktop.errors import RelayError, ServiceUnreachable
from relay_desktop.problems import ProblemDesk
from relay_desktop.session.job_ids import EMBEDDED
from relay_desktop.work.tasks import Task, Tasks, TaskToken

Result = TypeVar("Result")
ServiceCall = Callable[[RelayClient, TaskToken], Result]
OnDone = Callable[[Result], None]
OnError = Callable[[BaseException], None]

STARTING, READY, DOWN = "starting", "ready", "down"
UPLOADS_AT_ONCE: Final = 5


class Link(QObject):
    """Lives on the GUI thread. `backend` is EMBEDDED or the id of an account."""

    state_changed = Signal(str)  # STARTING, READY or DOWN
    ready = Signal()  # there, for the first time or again

    backend = EMBEDDED
    uploads_at_once = UPLOADS_AT_ONCE

    def __init__(self, tasks: Tasks, desk: ProblemDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._desk = desk
        self.state = STARTING

    @property
    def is_ready(self) -> bool:
        """Whether a call made now has somebody to answer it, as far as is known."""
        return self.state == READY

    def call(
        self,
        function: ServiceCall[Result],
        on_done: OnDone[Result] | None = None,
        on_error: OnError | None = None,
        *,
        on_progress: Callable[..., None] | None = None,
        lane: str = "calls",
        name: str = "",
    ) -> Task[Result]:
        """Run `function(client, token)` off the GUI thread.

        `on_error` gets ServiceUnreachable when the backend is not there; without one the person is told.
        """

        def done(result: Result) -> None:
            self._on_answer()
            if on_done is not None:
                on_done(result)

        def failed(error: BaseException) -> None:
            if isinstance(error, ServiceUnreachable):
                self._on_away()
            else:
                self._on_answer()
            (on_error or self._desk.report_error)(error)

        return self._tasks.run(
            lambda token: function(self._client_now(), token),
            done,
            failed,
            on_progress=on_progress,
            lane=lane,
            name=name,
        )

    def close(self) -> None:
        """End calls under way. May be called again."""

    def _client_now(self) -> RelayClient:
        """The client, on a thread of a task. Raises RelayError."""
        raise NotImplementedError

    def _on_answer(self) -> None:
        """A call was answered, be it with an error: the backend is there."""

    def _on_away(self) -> None:
        """A call found nobody."""

    def _set_state(self, state: str) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)


def is_passing(error: BaseException) -> bool:
    """Whether the same call may work later by itself."""
    return isinstance(error, RelayError) and error.is_temporary
