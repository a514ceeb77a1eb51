"""ReviewFile: one recording on the desk, and DeskJob: the inference job it belongs to."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from inference.detections import DetectionTable
from inference.statuses import FILE_TERMINAL, JOB_TERMINAL
from inference.tuning import Retuned, Tuner, TuningRules
from inference.tuning_config import RAW_CAPTURE, TuningConfig
from relay_desktop.session.hand_made import HandMade, HandMadeTuner
from relay_desktop.session.job_ids import EMBEDDED, backend_of, wire_id

Rows: TypeAlias = NDArray[np.int64]

# States a file has only on this desk, before a backend knows it.
WAITING, UPLOADING, CONFIRMING, MISSING = "waiting", "uploading", "confirming", "missing"


@dataclass
class DeskJob:
    """One inference job as the job panel shows it. `progress` 0-1 counts files under way in part."""

    job_id: str
    model_id: str
    title: str
    backend: str = "embedded"
    status: str = "pending"
    processed_files: int = 0
    total_files: int = 0
    error_message: str | None = None
    config: TuningConfig | None = None
    created_at: str | None = None
    progress: float = 0.0

    @property
    def wire_id(self) -> str:
        """The id by which its server knows it."""
        return wire_id(self.job_id)

    @property
    def is_remote(self) -> bool:
        """Whether it runs on a server, not on this computer."""
        return backend_of(self.job_id) != EMBEDDED

    @property
    def is_raw(self) -> bool:
        """Whether it kept everything the sliders need to show every setting exactly."""
        floor = self.config
        return floor is not None and floor == RAW_CAPTURE.with_values(threshold=floor.threshold)

    @property
    def is_terminal(self) -> bool:
        """Whether nothing more happens to it by itself."""
        return self.status in JOB_TERMINAL


@dataclass(eq=False)
class ReviewFile:
    """A file on the desk: where it lies, how far its job is, its raw detections and what the rules show of them."""

    path: Path | None
    name: str
    key: str = field(default_factory=lambda: uuid.uuid4().hex)
    status: str = WAITING
    progress: float | None = None
    problem: str | None = None
    duration_s: float | None = None
    sample_rate_hz: int | None = None
    channels: int | None = None
    sample_format: str | None = None
    file_id: str | None = None
    device: str | None = None
    speed: float | None = None
    # Of a file whose audio lies with a server: what the server says of it, and how far it is fetched (0-1).
    size_bytes: int | None = None
    sha256: str | None = None
    fetch_progress: float | None = None
    is_done: bool = False  # a person said that it needs no further look
    heard_s: float | None = None  # while the model is at it: the detections are those certain in so many seconds
    retuned: Retuned | None = None
    hand_made: tuple[HandMade, ...] = ()
    _heard: DetectionTable | None = None
    _tuner: Tuner | HandMadeTuner | None = None
    _tuned_by: TuningRules | None = None
    _visible: tuple[Retuned, frozenset[str], Rows] | None = None

    @property
    def heard(self) -> DetectionTable | None:
        """Detections as the backend gave them; None until they have come."""
        return self._heard

    @property
    def raw(self) -> DetectionTable | None:
        """The same and, after them, those made by hand: what `retuned` counts its members in."""
        return self._tuner.raw if self._tuner else None

    @property
    def is_partial(self) -> bool:
        """Whether the model is still at it, and its detections are those that are certain so far."""
        return self.heard_s is not None

    @property
    def is_terminal(self) -> bool:
        """Whether its detection has ended, well or not."""
        return self.status in FILE_TERMINAL

    def set_raw(self, raw: DetectionTable | None) -> None:
        """Take other raw detections; they are shown after the next `retune`."""
        self._heard = raw
        self._renew_tuner()

    def set_hand_made(self, made: tuple[HandMade, ...]) -> None:
        """Take other hand-made detections; they are shown after the next `retune`."""
        self.hand_made = made
        self._renew_tuner()

    def _renew_tuner(self) -> None:
        heard, made = self._heard, self.hand_made
        self._tuned_by = self.retuned = None
        if heard is None:
            self._tuner = None
        else:
            self._tuner = HandMadeTuner(heard, made) if made else Tuner(heard)

    def retune(self, rules: TuningRules) -> bool:
        """Show what `rules` leave. False when nothing had to be done."""
        if self._tuner is None or self._tuned_by is rules:
            return False
        self.retuned = self._tuner.retune(rules)
        self._tuned_by = rules
        return True

    def visible_count(self, hidden_types: frozenset[str]) -> int | None:
        """How many detections are shown, hidden types left out; None until there are any to count."""
        if self.retuned is None:
            return None
        shown = self.retuned.shown
        if not hidden_types:
            return len(shown)
        return sum(n for name, n in shown.counts_by_type().items() if name not in hidden_types)

    def visible_rows(self, hidden_types: frozenset[str]) -> Rows:
        """Rows of `retuned.shown` whose type is not hidden, int64, in time order."""
        if self.retuned is None:
            return np.zeros(0, dtype=np.int64)
        kept = self._visible
        if kept is None or kept[0] is not self.retuned or kept[1] != hidden_types:
            kept = self._visible = (
                self.retuned,
                hidden_types,
                _rows_without(self.retuned.shown, hidden_types),
            )
        return kept[2]


def _rows_without(shown: DetectionTable, hidden_types: frozenset[str]) -> Rows:
    if hidden_types.isdisjoint(shown.types):
        return np.arange(len(shown))
    is_visible = np.array([name not in hidden_types for name in shown.types])
    return np.flatnonzero(is_visible[shown.type_codes])


# Which rows of `file.retuned.shown` pass, bool (m,); None: all of them.
RowFilter: TypeAlias = Callable[[ReviewFile], NDArray[np.bool_] | None]
