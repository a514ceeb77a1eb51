"""The way from this window to the service on this computer: is it up, and calls to it off the GUI thread.

The window never waits: it opens while the child is still starting. Whoever wants something from the service
says `call(...)`; whoever must wait for it listens to `ready`. When the child dies it is started again here,
and the person reads one sentence about it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from relay_desktop.backend.client import RelayClient
from relay_desktop.backend.local_service import LocalService
from relay_desktop.errors import RelayError, ServiceUnreachable
from relay_desktop.problems import Problem, ProblemDesk
from relay_desktop.work.tasks import Task, Tasks, TaskToken

Result = TypeVar("Result")
ServiceCall = Callable[[RelayClient, TaskToken], Result]
OnDone = Callable[[Result], None]
OnError = Callable[[BaseException], None]

STARTING, READY, DOWN = "starting", "ready", "down"
PROBLEM_KEY = "local-service"
RESTART_KEY = "local-service-restart"
FREQUENT_DEATHS = 3  # in a row without one good answer: it is not going to live, the person decides


class ServiceLink(QObject):
    """Starts the service, hands calls to it, starts it again when it died. Lives on the GUI thread."""

    state_changed = Signal(str)  # STARTING, READY or DOWN
    ready = Signal()  # up, for the first time or again

    def __init__(
        self, service: LocalService, tasks: Tasks, desk: ProblemDesk, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._tasks = tasks
        self._desk = desk
        self._start: Task[RelayClient] | None = None
        self._client: RelayClient | None = None
        self._deaths = 0
        self._pid: int | None = None
        self.state = STARTING

    @property
    def is_ready(self) -> bool:
        """Whether a call made now has somebody to answer it, as far as is known."""
        return self.state == READY

    def start(self) -> None:
        """Bring the service up; returns at once. Also the "Try again" of its problem."""
        if self._start is not None:
            return
        self._set_state(STARTING)
        self._start = self._tasks.run(
            lambda token: self._started_client(), self._on_started, self._on_start_failed, lane="service"
        )

    def revive(self) -> None:
        """Somebody found the service gone: start it again, unless that is already under way."""
        if self._start is not None or self.state == DOWN:
            return
        self._deaths += 1
        if self._deaths > FREQUENT_DEATHS:
            self._on_start_failed(ServiceUnreachable("The detection engine stops again and again."))
            return
        self.start()

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

        `on_error` gets ServiceUnreachable when the service is not up; a service that does not answer is
        revived by the way.
        """

        def work(token: TaskToken) -> Result:
            client = self._client
            if client is None:
                raise ServiceUnreachable("The detection engine is not running yet.")
            return function(client, token)

        def done(result: Result) -> None:
            self._deaths = 0
            if on_done is not None:
                on_done(result)

        def failed(error: BaseException) -> None:
            if isinstance(error, ServiceUnreachable):
                self.revive()
            if on_error is not None:
                on_error(error)
            else:
                self._desk.report_error(error)

        return self._tasks.run(work, done, failed, on_progress=on_progress, lane=lane, name=name)

    def close(self) -> None:
        """Stop the child if this window started it; blocks until it is gone. Call after `Tasks.close`."""
        self._service.stop()

    def _started_client(self) -> RelayClient:
        self._service.start()
        return self._service.client()

    def _on_started(self, client: RelayClient) -> None:
        old_pid, self._pid = self._pid, self._service.pid
        self._start, self._client = None, client
        self._desk.clear(PROBLEM_KEY)
        if old_pid is not None and old_pid != self._pid:
            self._tell_of_restart()
        self._set_state(READY)
        self.ready.emit()

    def _on_start_failed(self, error: BaseException) -> None:
        self._start = None
        self._set_state(DOWN)
        self._desk.report_error(error, retry=self._try_again, key=PROBLEM_KEY)

    def _try_again(self) -> None:
        self._deaths = 0
        self.start()

    def _tell_of_restart(self) -> None:
        self._desk.report(
            Problem(
                "The detection engine had stopped and was started again.",
                "Nothing that was shown is lost; unfinished files go on by themselves.",
                key=RESTART_KEY,
                is_note=True,
            )
        )

    def _set_state(self, state: str) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)


def is_passing(error: BaseException) -> bool:
    """Whether the same call may work later by itself."""
    return isinstance(error, RelayError) and error.is_temporary
