"""The watch folder of the window: complete recordings that appear go to a backend, one job per batch.

What is taken is in a ledger before anything is sent. Once its job is made, the library has its files, and they go
on after a restart like those of every other job.
"""

from __future__ import annotations

import sqlite3
import uuid
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer

from inference.audio_file import find_audio
from inference.sentences import words_of
from relay_desktop.backend.watch_folder import (
    DONE,
    FAILED,
    SENT,
    TAKEN,
    FolderScan,
    Ledger,
    Recording,
    TakenRecording,
)
from relay_desktop.session.job_plan import JobPlan
from relay_desktop.session.review_file import MISSING, ReviewFile
from relay_desktop.session.watch_desk import WatchDesk, WatchState
from relay_desktop.work.crew import Crew
from relay_desktop.work.job_conductor import JobConductor
from relay_desktop.work.job_desk import JobDesk
from relay_desktop.work.plan_memory import plan_of_words, words_of_plan
from relay_desktop.work.tasks import Task

LOOK_EVERY_MS: Final = 2000
MOST_IN_A_BATCH: Final = 50
MOST_WAITING: Final = 200
_FOLDER, _PLAN, _PAUSED = "watch/folder", "watch/plan", "watch/is_paused"
PROBLEM_KEY: Final = "watch-folder"


class FolderWatcher(QObject):
    """One folder at a time. Lives on the GUI thread; the folder is looked through on the lane `find`."""

    def __init__(
        self,
        desk: WatchDesk,
        crew: Crew,
        conductor: JobConductor,
        ledger_path: Path,
        *,
        stable_s: float = 5.0,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._crew = crew
        self._conductor = conductor
        self._ledger_path = ledger_path
        self._stable_s = stable_s
        self._ledger: Ledger | None = None
        self._scan: FolderScan | None = None
        self._is_closed = False
        self._look: Task[list[Recording]] | None = None
        self._jobs: dict[str, list[Recording]] = {}  # by job id
        self._batches: dict[JobDesk, list[Recording]] = {}  # whose job is still to be made
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        desk.start_requested.connect(self.start)
        desk.stop_requested.connect(self.stop)
        desk.pause_requested.connect(self.pause)
        conductor.job_made.connect(self._on_job_made)
        conductor.job_ended.connect(self._on_job_ended)
        crew.opener.unreadable.connect(self._on_unreadable)

    def restore(self) -> None:
        """Go on with the folder that was watched when the window was last closed."""
        settings = self._crew.settings
        folder = settings.text(_FOLDER)
        if folder and not self._is_closed:
            plan = plan_of_words(settings.text(_PLAN))
            self._begin(Path(folder), plan, is_paused=settings.flag(_PAUSED, False))

    def start(self, folder: Path, plan: JobPlan) -> None:
        """Watch a folder from now on; what lies in it already counts as new."""
        settings = self._crew.settings
        settings.write(_FOLDER, str(folder))
        settings.write(_PLAN, words_of_plan(plan))
        settings.write(_PAUSED, False)
        self._begin(folder, plan, is_paused=False)

    def stop(self) -> None:
        """Watch nothing; what was taken goes on."""
        self._crew.settings.write(_FOLDER, "")
        self._timer.stop()
        self._scan = None
        self._desk.set_state(WatchState())

    def pause(self, on: bool) -> None:
        """Take nothing new until resumed; what was taken goes on."""
        self._crew.settings.write(_PAUSED, on)
        self._desk.set_state(replace(self._desk.state, is_paused=on))
        if on:
            self._timer.stop()
        elif self._scan is not None:
            self._timer.start()
            self.look()

    def look(self) -> None:
        """Look through the folder once, unless enough is waiting already."""
        scan, room = self._scan, MOST_WAITING - self._waiting()
        if scan is None or self._look is not None or room <= 0 or self._is_closed:
            return
        most = min(MOST_IN_A_BATCH, room)
        self._look = self._crew.tasks.run(
            lambda token: scan.look(most), self._on_found, self._on_trouble, lane="find", name="watch folder"
        )

    def close(self) -> None:
        """Look no more; everything is on the disk."""
        self._is_closed = True
        self._timer.stop()
        if self._look is not None:
            self._look.cancel()
        if self._ledger is not None:
            self._ledger.close()

    def _begin(self, folder: Path, plan: JobPlan, *, is_paused: bool) -> None:
        try:
            ledger = self._ledger = self._ledger or Ledger(self._ledger_path)
        except (sqlite3.Error, OSError) as error:
            self._crew.problems.report_error(error, key=PROBLEM_KEY)
            return
        self._scan = FolderScan(folder, ledger, find=find_audio, stable_s=self._stable_s)
        self._desk.set_state(WatchState(folder, plan, is_paused))
        self._go_on(ledger.unfinished())
        if not is_paused:
            self._timer.start()
            self.look()
        self._tell()

    def _go_on(self, unfinished: list[TakenRecording]) -> None:
        """What a window before this one had taken: its jobs are taken up again, or made."""
        at_work = (*self._jobs.values(), *self._batches.values())
        known = {recording for recordings in at_work for recording in recordings}
        batches: dict[tuple[str, str | None], list[Recording]] = {}
        for taken in unfinished:
            if taken.recording not in known:
                batches.setdefault((taken.batch, taken.job_id), []).append(taken.recording)
        for (batch, job_id), recordings in batches.items():
            if job_id is not None and self._conductor.resume_in_background(job_id):
                self._jobs[job_id] = recordings
            elif job_id is not None and job_id in self._crew.session.jobs:
                self._note(recordings, DONE)
            else:
                self._send(recordings, batch)

    def _on_found(self, found: list[Recording]) -> None:
        self._look = None
        ledger = self._ledger
        if found and ledger is not None and not self._desk.state.is_paused:
            batch = uuid.uuid4().hex
            ledger.take(found, batch)
            self._send(found, batch)
        self._tell(trouble="")

    def _on_trouble(self, error: BaseException) -> None:
        self._look = None
        self._tell(trouble=words_of(error))

    def _send(self, recordings: list[Recording], batch: str) -> None:
        files = [ReviewFile(path=recording.path, name=recording.path.name) for recording in recordings]
        desk = JobDesk(plan=self._desk.state.plan, files=files, creation_key=batch)
        self._batches[desk] = recordings
        self._conductor.start_in_background(desk)

    def _on_job_made(self, desk: JobDesk, job_id: str) -> None:
        recordings = self._batches.pop(desk, None)
        if recordings is not None:
            self._jobs[job_id] = recordings
            self._note(recordings, SENT, job_id)

    def _on_job_ended(self, job_id: str) -> None:
        recordings = self._jobs.pop(job_id, None)
        if recordings is not None:
            self._note(recordings, DONE)
            self._conductor.let_go(job_id)
            self._tell()

    def _on_unreadable(self, file: ReviewFile) -> None:
        """A batch in which nothing can be read never becomes a job."""
        desk = self._crew.desks.of(file)
        if desk in self._batches and all(row.status in ("failed", MISSING) for row in desk.files):
            self._note(self._batches.pop(desk), FAILED)
            self._tell()

    def _note(self, recordings: list[Recording], state: str, job_id: str | None = None) -> None:
        if self._ledger is None:
            return
        try:
            for recording in recordings:
                self._ledger.note(recording, state, job_id=job_id)
        except sqlite3.Error as error:
            self._crew.problems.report_error(error, key=PROBLEM_KEY)

    def _waiting(self) -> int:
        return sum(map(len, self._jobs.values())) + sum(map(len, self._batches.values()))

    def _tell(self, trouble: str | None = None) -> None:
        state = self._desk.state
        if state.folder is None or self._ledger is None:
            return
        counts = self._ledger.counts()
        done = sum(count for name, count in counts.items() if name not in (TAKEN, SENT))
        now = state.trouble if trouble is None else trouble
        self._desk.set_state(replace(state, waiting=self._waiting(), done=done, trouble=now))
