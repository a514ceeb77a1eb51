"""Where inference runs, behind one small interface: one file at a time per executor.

The service knows nothing else of the engine. `worker_process` runs it in a process of this computer; another
implementation may send the order to another machine.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from inference.detections import DetectionTable

OnProgress = Callable[[float], None]
"""Called with the part of the file that is done, 0-1."""
OnFound = Callable[[DetectionTable, float], None]
"""Called with the raw detections so far, which will be in the result as they are, and how many seconds were heard."""


@dataclass(frozen=True)
class WorkOrder:
    """One file to run: where its audio lies, what the person calls it, with which model, how long it may be."""

    file_id: str
    path: Path
    name: str
    model_id: str
    max_audio_s: float | None = None


@dataclass(frozen=True)
class WorkResult:
    """What came out: raw detections, the bytes of the frame scores, seconds of audio, seconds of work."""

    raw: DetectionTable
    scores: bytes
    audio_seconds: float
    elapsed_s: float
    device: str


class FileFailed(Exception):
    """This file cannot be done, and trying again would not help; str() is a sentence."""


class JobFailed(Exception):
    """No file of this job can be done (its model is missing or broken); str() is a sentence."""


class EngineUnavailable(Exception):
    """Nothing can be run here at present; str() is a sentence."""


class WorkerLost(Exception):
    """The worker died while at the file."""


class WorkCancelled(Exception):
    """`cancel` was called and the work has stopped."""


class Executor(Protocol):
    """One lane of inference. `prepare` and `run` are called from one thread; the rest from any."""

    @property
    def state(self) -> str:
        """starting, ready, busy or down."""

    @property
    def device(self) -> str | None:
        """What the model runs on, as a person reads it; None until known."""

    def prepare(self) -> None:
        """Bring the engine up and warm, blocking. Raises EngineUnavailable."""

    def run(self, order: WorkOrder, on_progress: OnProgress, on_found: OnFound) -> WorkResult:
        """Run one file, blocking. Raises FileFailed, JobFailed, WorkerLost, WorkCancelled."""

    def cancel(self, file_id: str) -> None:
        """Stop the work at this file if it is under way."""

    def close(self) -> None:
        """End the engine; a `run` under way raises WorkCancelled or WorkerLost."""
