"""From the queue to the executors: one thread per executor takes files, runs them and keeps what came out."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from sqlalchemy.exc import OperationalError

from inference.detections import DetectionTable
from inference.service.executor import (
    EngineUnavailable,
    Executor,
    FileFailed,
    JobFailed,
    WorkCancelled,
    WorkerLost,
    WorkOrder,
    WorkResult,
)
from inference.service.rows import Claim, Finished
from inference.service.store import Store
from inference.service.table_bytes import table_to_bytes
from inference.tuning import retune

log = logging.getLogger(__name__)

START_TRIES = 3
RETRY_PAUSES_S = (0.2, 1.0, 5.0)
DATABASE_PAUSE_S = 2.0

VANISHED = "The uploaded audio is no longer there. Send the file again."


class UnderWay(NamedTuple):
    """How far a file is: the part done (0-1); its raw detections in the seconds heard, None while nothing was told."""

    done: float = 0.0
    found: DetectionTable | None = None
    heard_s: float = 0.0


class Bell:
    """Wakes the lanes when there may be something to do."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._count = 0

    @property
    def count(self) -> int:
        """How often it rang; remember it before looking for work, so that no ring is missed."""
        with self._changed:
            return self._count

    def ring(self) -> None:
        """Wake everyone who waits."""
        with self._changed:
            self._count += 1
            self._changed.notify_all()

    def wait(self, seen: int, timeout_s: float | None = None) -> None:
        """Wait until it rings again after `seen`."""
        with self._changed:
            self._changed.wait_for(lambda: self._count != seen, timeout_s)


class Lane(threading.Thread):
    """One executor at work on the queue."""

    def __init__(
        self, executor: Executor, store: Store, inbox: Path, bell: Bell, max_audio_s: float | None = None
    ) -> None:
        super().__init__(name="lane", daemon=True)
        self._max_audio_s = max_audio_s
        self.executor = executor
        self.claim: Claim | None = None
        self.under_way = UnderWay()
        self._store = store
        self._inbox = inbox
        self._bell = bell
        self._stopping = threading.Event()
        self._failed_starts = 0

    def stop(self) -> None:
        """Stop after putting the file under way back into the queue."""
        self._stopping.set()
        self.executor.close()
        self._bell.ring()

    def run(self) -> None:
        """Work until stopped; a full disk is waited out, and no fault ends the lane."""
        while not self._stopping.is_set():
            seen = self._bell.count
            try:
                busy = self._prepare() and self._work_next()
            except OperationalError as error:
                self._wait_for_database(error)
            except Exception:
                log.exception("a lane had a fault; it goes on")
                self._stopping.wait(DATABASE_PAUSE_S)
            else:
                if not busy:
                    self._bell.wait(seen)

    def _prepare(self) -> bool:
        try:
            self.executor.prepare()
        except EngineUnavailable as error:
            return self._start_failed(str(error))
        self._failed_starts = 0
        return True

    def _start_failed(self, sentence: str) -> bool:
        if self._stopping.is_set():
            return False
        self._failed_starts += 1
        log.error("the engine is not available (try %d): %s", self._failed_starts, sentence)
        if self._failed_starts < START_TRIES:
            return not self._stopping.wait(RETRY_PAUSES_S[self._failed_starts - 1]) and self._prepare()
        while not self._stopping.is_set() and (claim := self._store.claim_next()) is not None:
            self._store.fail_file(claim.file, sentence)
        return False

    def _work_next(self) -> bool:
        claim = self._store.claim_next()
        if claim is None:
            return False
        self.under_way = UnderWay()
        self.claim = claim
        try:
            self._work(claim)
        except OperationalError:
            raise
        except Exception as error:
            log.exception("file %s could not be worked on", claim.file.id)
            sentence = f"The service had a fault at this file ({type(error).__name__}). The log says more."
            self._keep(lambda: self._store.fail_file(claim.file, sentence))
        finally:
            self.claim = None
        return True

    def _work(self, claim: Claim) -> None:
        file, keep = claim.file, self._store
        # A cancel between the claim and `self.claim = claim` found no lane to tell; it shows in the database.
        now = keep.file_by_id(file.id)
        if now is None or now.status != "processing":
            return
        try:
            result = self.executor.run(self._order(claim), self._on_progress, self._on_found)
        except WorkCancelled:
            self._keep(lambda: keep.requeue_file(file) if self._stopping.is_set() else None)
        except WorkerLost as error:
            log.warning("file %s lost its worker: %s", file.id, error)
            lost = keep.requeue_file if self._stopping.is_set() else keep.lose_attempt
            self._keep(lambda: lost(file))
        except FileFailed as error:
            sentence = str(error).replace(file.stored_name, file.original_filename)
            self._keep(lambda: keep.fail_file(file, sentence))
        except JobFailed as error:
            sentence = str(error)
            self._keep(lambda: keep.fail_job(file.job_id, sentence))
        else:
            finished = _finished(result, claim)
            self._keep(lambda: keep.complete_file(file, finished))

    def _order(self, claim: Claim) -> WorkOrder:
        path = self._inbox / claim.file.stored_name
        if not path.is_file():
            raise FileFailed(VANISHED)
        return WorkOrder(
            claim.file.id, path, claim.file.original_filename, claim.model_id, self._max_audio_s
        )

    def _on_progress(self, done: float) -> None:
        self.under_way = self.under_way._replace(done=done)

    def _on_found(self, found: DetectionTable, heard_s: float) -> None:
        self.under_way = self.under_way._replace(found=found, heard_s=heard_s)

    def _keep(self, write: Callable[[], object]) -> None:
        """Write an outcome; while the disk is full, hold it and try again: no file is stuck or lost."""
        while True:
            try:
                write()
                return
            except OperationalError as error:
                self._wait_for_database(error)
                if self._stopping.is_set():
                    # It is found "processing" at the next start and queued again.
                    return

    def _wait_for_database(self, error: OperationalError) -> None:
        log.error("the database cannot be written (%s); trying again", error.orig)
        self._stopping.wait(DATABASE_PAUSE_S)


class Dispatcher:
    """All lanes of a service."""

    def __init__(
        self,
        store: Store,
        inbox: Path,
        executors: Sequence[Executor],
        bell: Bell,
        max_audio_s: float | None = None,
    ) -> None:
        self._bell = bell
        self._lanes = [Lane(executor, store, inbox, bell, max_audio_s) for executor in executors]

    def start(self) -> None:
        """Start working on the queue."""
        for lane in self._lanes:
            lane.start()

    def wake(self) -> None:
        """Say that a file was queued."""
        self._bell.ring()

    def under_way(self) -> dict[str, UnderWay]:
        """File id -> how far it is, of the files under way."""
        running = [(lane.claim, lane.under_way) for lane in self._lanes]
        return {claim.file.id: so_far for claim, so_far in running if claim is not None}

    def cancel_job(self, job_id: str) -> None:
        """Stop the work at files of this job."""
        for lane in self._lanes:
            claim = lane.claim
            if claim is not None and claim.file.job_id == job_id:
                lane.executor.cancel(claim.file.id)

    @property
    def state(self) -> str:
        """The best that any executor can say of itself: busy, ready, starting or down."""
        states = {lane.executor.state for lane in self._lanes}
        return next((state for state in ("busy", "ready", "starting") if state in states), "down")

    @property
    def device(self) -> str | None:
        """What the model runs on, each device once; None until known."""
        devices = dict.fromkeys(lane.executor.device for lane in self._lanes if lane.executor.device)
        return " + ".join(devices) or None

    def stop(self) -> None:
        """Stop all lanes; files under way go back into the queue without losing an attempt."""
        for lane in self._lanes:
            lane.stop()
        for lane in self._lanes:
            if lane.is_alive():
                lane.join()


def _finished(result: WorkResult, claim: Claim) -> Finished:
    return Finished(
        raw=table_to_bytes(result.raw),
        scores=result.scores,
        detection_count=len(retune(result.raw, claim.config).shown),
        audio_seconds=result.audio_seconds,
        device=result.device,
        speed=result.audio_seconds / result.elapsed_s if result.elapsed_s > 0 else 0.0,
    )
