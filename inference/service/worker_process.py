"""The executor that runs the model in a process of its own on this computer.

A crash, an out-of-memory kill or a hang in the model ends that process and nothing else. It is told what to
do through its stdin and answers on its stdout (`frames`); when the service dies, its stdin ends and so does it.
"""

from __future__ import annotations

import logging
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from inference.service.executor import (
    EngineUnavailable,
    FileFailed,
    JobFailed,
    OnFound,
    OnProgress,
    WorkCancelled,
    WorkerLost,
    WorkOrder,
    WorkResult,
)
from inference.service.frames import Frame, read_frame, write_frame
from inference.service.table_bytes import table_from_bytes

log = logging.getLogger(__name__)

_WAKE = Frame({"kind": "wake"})


def worker_command(device: str, models_dirs: Sequence[Path], *, background: bool) -> tuple[str, ...]:
    """The command line of the worker, for the interpreter as for the frozen program."""
    frozen = bool(getattr(sys, "frozen", False))
    program = (sys.executable, "service") if frozen else (sys.executable, "-m", "inference.service")
    folders = [argument for folder in models_dirs for argument in ("--models-dir", str(folder))]
    manner = ("--background",) if background else ()
    return (*program, "worker", "--device", device, *folders, *manner)


def worker_environment(worker: int, workers: int, gpus: Sequence[str]) -> dict[str, str]:
    """What one of several workers finds in its environment: its own GPU, or its share of the processors."""
    if gpus:
        return {"CUDA_VISIBLE_DEVICES": gpus[worker]}
    if workers > 1 and "OMP_NUM_THREADS" not in os.environ:
        return {"OMP_NUM_THREADS": str(max(1, (os.cpu_count() or 1) // workers))}
    return {}


@dataclass(eq=False)
class _Worker:
    """One life of the process: its pipes, and what it said that nobody has read yet."""

    process: subprocess.Popen[bytes]
    said: queue.Queue[Frame | None] = field(default_factory=queue.Queue)
    is_gone: threading.Event = field(default_factory=threading.Event)

    @property
    def stdin(self) -> BinaryIO:
        assert self.process.stdin is not None
        return self.process.stdin  # type: ignore[return-value]

    @property
    def stdout(self) -> BinaryIO:
        assert self.process.stdout is not None
        return self.process.stdout  # type: ignore[return-value]


class WorkerExecutor:
    """Keeps one worker process up and gives it one file at a time."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        environment: Mapping[str, str] | None = None,
        on_change: Callable[[], None] = lambda: None,
        start_limit_s: float = 300.0,
        file_limit_s: float = 6 * 3600.0,
        cancel_grace_s: float = 10.0,
    ) -> None:
        """`on_change` is called when the worker dies; after the limits a silent worker is killed."""
        self._command = tuple(command)
        self._environment = dict(environment or {})
        self._on_change = on_change
        self._start_limit_s = start_limit_s
        self._file_limit_s = file_limit_s
        self._cancel_grace_s = cancel_grace_s
        self._lock = threading.Lock()
        self._worker: _Worker | None = None
        self._state = "down"
        self._device: str | None = None
        self._order: WorkOrder | None = None
        self._cancelled: dict[str, float] = {}
        self._closing = False

    @property
    def state(self) -> str:
        """starting, ready, busy or down."""
        worker = self._worker
        if worker is None or worker.is_gone.is_set():
            return "down" if self._state != "starting" else "starting"
        return self._state

    @property
    def device(self) -> str | None:
        """What the model runs on, as the worker said."""
        return self._device

    @property
    def pid(self) -> int | None:
        """The worker's process id, None while there is none."""
        worker = self._worker
        return None if worker is None or worker.is_gone.is_set() else worker.process.pid

    def prepare(self) -> None:
        """Have a worker with its model loaded, starting one where needed. Raises EngineUnavailable."""
        if self.state == "ready":
            return
        self._state = "starting"
        try:
            self._start_and_wait()
            self._state = "ready"
        except BaseException:
            self._state = "down"
            self._end_worker()
            raise

    def _start_and_wait(self) -> None:
        worker = self._spawn()
        frame = self._next(worker, time.monotonic() + self._start_limit_s)
        if frame is None:
            raise EngineUnavailable("The detection engine ended while it was starting. The log says more.")
        if frame.kind != "ready":
            raise EngineUnavailable(str(frame.header.get("message", "The detection engine did not start.")))
        self._device = str(frame.header["device"])

    def _spawn(self) -> _Worker:
        self._end_worker()
        with self._lock:
            if self._closing:
                raise EngineUnavailable("The service is stopping.")
            try:
                process = subprocess.Popen(
                    self._command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    env=os.environ | self._environment,
                    creationflags=_creation_flags(self._command),
                )
            except OSError as error:
                raise EngineUnavailable(f"The detection engine cannot be started: {error}.") from error
            worker = self._worker = _Worker(process)
        threading.Thread(target=self._listen, args=(worker,), name="worker-output", daemon=True).start()
        threading.Thread(target=_keep_log, args=(worker,), name="worker-log", daemon=True).start()
        return worker

    def _listen(self, worker: _Worker) -> None:
        try:
            while (frame := read_frame(worker.stdout)) is not None:
                worker.said.put(frame)
        except (ValueError, KeyError, OSError):
            log.exception("the worker's output cannot be read; it is ended")
            worker.process.kill()
        status = worker.process.wait()
        worker.is_gone.set()
        worker.said.put(None)
        if not self._closing:
            log.warning("worker process %d ended with status %d", worker.process.pid, status)
        self._on_change()

    def _next(self, worker: _Worker, deadline: float) -> Frame | None:
        """The worker's next message; None when it has ended or was silent until `deadline` and is killed."""
        try:
            return worker.said.get(timeout=max(0.0, deadline - time.monotonic()))
        except queue.Empty:
            log.warning("worker process %d does not answer and is killed", worker.process.pid)
            worker.process.kill()
            return None

    def run(self, order: WorkOrder, on_progress: OnProgress, on_found: OnFound) -> WorkResult:
        """Run one file in the worker. Raises FileFailed, JobFailed, WorkerLost, WorkCancelled."""
        worker = self._worker
        if worker is None:
            raise WorkerLost("there is no worker")
        self._order, self._state = order, "busy"
        try:
            limit = {} if order.max_audio_s is None else {"max_audio_s": str(order.max_audio_s)}
            about = {"file_id": order.file_id, "path": str(order.path), "model_id": order.model_id}
            self._send(worker, "run", **about, **limit)
            if order.file_id in self._cancelled:
                self._send(worker, "cancel", file_id=order.file_id)
            return self._follow(worker, order, on_progress, on_found)
        finally:
            self._order, self._state = None, "ready"
            self._cancelled.pop(order.file_id, None)

    def _follow(
        self, worker: _Worker, order: WorkOrder, on_progress: OnProgress, on_found: OnFound
    ) -> WorkResult:
        limit = time.monotonic() + self._file_limit_s
        while True:
            frame = self._next(worker, min(limit, self._cancelled.get(order.file_id, limit)))
            if frame is None:
                self._explain_end(worker, order, limit)
                raise WorkerLost(f"worker process {worker.process.pid} ended")
            if frame.kind == "progress" and frame.header["file_id"] == order.file_id:
                on_progress(float(frame.header["done"]))
            elif frame.kind == "found" and frame.header["file_id"] == order.file_id:
                on_found(table_from_bytes(frame.parts[0]), float(frame.header["heard_s"]))
            elif frame.kind not in {"wake", "progress", "found"}:
                return _outcome(frame)

    def _explain_end(self, worker: _Worker, order: WorkOrder, limit: float) -> None:
        worker.process.wait()
        if order.file_id in self._cancelled:
            raise WorkCancelled(order.file_id)
        if time.monotonic() >= limit:
            minutes = self._file_limit_s / 60
            raise FileFailed(f"The detection took longer than the {minutes:.0f} minutes a file may take.")

    def cancel(self, file_id: str) -> None:
        """Stop the work at this file: by asking, and by killing the worker if it does not listen."""
        self._cancelled[file_id] = time.monotonic() + self._cancel_grace_s
        order, worker = self._order, self._worker
        if worker is not None and order is not None and order.file_id == file_id:
            self._send(worker, "cancel", file_id=file_id)
            worker.said.put(_WAKE)

    def close(self) -> None:
        """End the worker and wait until it is gone."""
        with self._lock:
            self._closing = True
        self._end_worker()

    def _end_worker(self, grace_s: float = 3.0) -> None:
        worker = self._worker
        if worker is None:
            return
        try:
            worker.stdin.close()
        except OSError as error:
            log.debug("closing the worker's input: %s", error)
        if not worker.is_gone.wait(grace_s):
            worker.process.kill()
            worker.is_gone.wait()
        worker.stdout.close()
        self._worker = None

    def _send(self, worker: _Worker, kind: str, **header: str) -> None:
        try:
            with self._lock:
                write_frame(worker.stdin, {"kind": kind, **header})
        except (OSError, ValueError) as error:
            # It has just died; its listener tells the lane.
            log.debug("the worker takes no message: %s", error)


def _keep_log(worker: _Worker) -> None:
    """What the worker writes to its stderr, into the service's own log."""
    assert worker.process.stderr is not None
    with worker.process.stderr as lines:
        for line in lines:
            log.info("worker %d: %s", worker.process.pid, line.decode("utf-8", "replace").rstrip())


def _outcome(frame: Frame) -> WorkResult:
    if frame.kind == "cancelled":
        raise WorkCancelled(str(frame.header["file_id"]))
    if frame.kind == "file-failed":
        raise FileFailed(str(frame.header["message"]))
    if frame.kind == "job-failed":
        raise JobFailed(str(frame.header["message"]))
    raw, scores = frame.parts
    return WorkResult(
        raw=table_from_bytes(raw),
        scores=scores,
        audio_seconds=float(frame.header["audio_seconds"]),
        elapsed_s=float(frame.header["elapsed_s"]),
        device=str(frame.header["device"]),
    )


def _creation_flags(command: Sequence[str]) -> int:
    """On Windows: no console window, and in the background less urgent than the window and its sound. Elsewhere 0."""
    flags = int(getattr(subprocess, "CREATE_NO_WINDOW", 0))
    if "--background" in command:
        flags |= int(getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0))
    return flags
