"""The way from this window to the service on this computer: is it up, and calls to it off the GUI thread.

The window never waits: it opens while the child is still starting. Whoever wants something from the service
says `call(...)`; whoever must wait for it listens to `ready`. `LocalService` starts a child that died again by
itself; here the person reads one sentence about it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from inference.sentences import sentence
from relay_desktop.backend.client import RelayClient
from relay_desktop.backend.local_service import LocalService
from relay_desktop.errors import LocalServiceFailed, NoEngineHere, ServiceUnreachable
from relay_desktop.problems import Problem, ProblemDesk
from relay_desktop.translation import said, spoken
from relay_desktop.work.link import DOWN, READY, STARTING, Link
from relay_desktop.work.tasks import Task, Tasks, TaskToken

# Builds the service, which tells its state to the function it is given, from any thread.
MakeService = Callable[[Callable[[str], None]], LocalService]

PROBLEM_KEY = "local-service"
RESTART_KEY = "local-service-restart"


class ServiceLink(Link):
    """Starts the service, hands calls to it, starts it again when it died. Lives on the GUI thread."""

    _state_told = Signal(str)

    def __init__(
        self, make_service: MakeService, tasks: Tasks, desk: ProblemDesk, parent: QObject | None = None
    ) -> None:
        super().__init__(tasks, desk, parent)
        self._service = make_service(self._state_told.emit)
        self._start: Task[RelayClient] | None = None
        self._client: RelayClient | None = None
        self._state_told.connect(self._on_service_state, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Bring the service up; returns at once. Also the "Try again" of its problem."""
        if self._start is not None:
            return
        self._set_state(STARTING)
        self._start = self._tasks.run(
            lambda token: self._started_client(), self._on_started, self._on_start_failed, lane="service"
        )

    def replace(self, make_service: MakeService) -> None:
        """Stop the service and start another in its place (on another device); jobs under way go on there."""
        old, self._service = self._service, make_service(self._state_told.emit)
        self._client = None
        self._set_state(STARTING)
        if self._start is not None:
            self._start.cancel()

        def swap(token: TaskToken) -> RelayClient:
            old.stop()
            return self._started_client()

        self._start = self._tasks.run(swap, self._on_started, self._on_start_failed, lane="service")

    def close(self) -> None:
        """Stop the child if this window started it; blocks until it is gone. May be called again."""
        self._service.stop()

    def _client_now(self) -> RelayClient:
        client = self._client
        if client is None:
            raise ServiceUnreachable(sentence("The detection engine is not running yet."))
        return client

    def _started_client(self) -> RelayClient:
        self._service.start()
        return self._service.client()

    def _on_started(self, client: RelayClient) -> None:
        self._start, self._client = None, client
        self._become_ready()

    def _on_start_failed(self, error: BaseException) -> None:
        self._start = None
        self._set_state(DOWN)
        if isinstance(error, NoEngineHere):
            words = Problem(
                spoken(error.title), "", spoken(error.advice), self.start, PROBLEM_KEY, is_note=True
            )
            self._desk.report(words)
        else:
            self._desk.report_error(error, retry=self.start, key=PROBLEM_KEY)

    def _on_service_state(self, told: str) -> None:
        """News of the child after the first start; the first start itself is told by its task."""
        if self._client is None or self._start is not None:
            return
        if told == "restarting":
            self._set_state(STARTING)
        elif told in ("running", "attached") and self.state != READY:
            self._tell_of_restart()
            self._become_ready()
        elif told == "failed":
            self._set_state(DOWN)
            self._desk.report_error(LocalServiceFailed(), retry=self.start, key=PROBLEM_KEY)

    def _become_ready(self) -> None:
        self._desk.clear(PROBLEM_KEY)
        self._set_state(READY)
        self.ready.emit()

    def _tell_of_restart(self) -> None:
        self._desk.report(
            Problem(
                said("The detection engine had stopped and was started again."),
                said("Nothing that was shown is lost; unfinished files go on by themselves."),
                key=RESTART_KEY,
                is_note=True,
            )
        )
