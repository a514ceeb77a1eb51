"""Opens the recording on the desk for eye and ear: its clip first, then its peaks as they grow."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from inference.audio_file import UnreadableAudio
from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.peak_builder import build_peaks
from relay_desktop.audio.peaks import PeakPyramid
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.translation import error_said
from relay_desktop.work.tasks import Task, Tasks, TaskToken


class AudioLoader(QObject):
    """One recording at a time; a newer request cancels the older one. Owns the clips it opens."""

    clip_ready = Signal(object, object)  # ReviewFile, AudioClip
    clip_gone = Signal()  # nothing to show or to play
    peaks_grew = Signal(object, object)  # ReviewFile, PeakPyramid; again and again until it is complete
    clicks_grew = Signal(object, object)  # the same of the click view, where it is wanted
    failed = Signal(object, str)  # ReviewFile, sentence

    def __init__(self, tasks: Tasks, cache_dir: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._cache_dir = cache_dir
        self._file: ReviewFile | None = None
        self._clip: AudioClip | None = None
        self._opening: Task[AudioClip | None] | None = None
        self._building: Task[PeakPyramid] | None = None
        self._clicking: Task[PeakPyramid] | None = None
        self._are_clicks_wanted = False
        self.peaks: PeakPyramid | None = None

    def show(self, file: ReviewFile | None) -> None:
        """Load this file (again, when it is the one already shown); None clears."""
        self._cancel()
        self._file, self.peaks = file, None
        if file is None or file.path is None:
            self._replace_clip(None)
            return
        path = file.path
        self._opening = self._tasks.run(
            lambda token: _open_clip(path, token),
            lambda clip: self._on_clip(file, clip),
            lambda error: self._on_error(file, error),
            lane="audio",
            name=f"open {path.name}",
        )
        self._building = self._tasks.run(
            lambda token: build_peaks(path, token.progress, token.is_cancelled, self._cache_dir),
            lambda pyramid: self._on_peaks(file, pyramid),
            # The clip's own failure already says what is wrong with the file.
            lambda error: None if isinstance(error, UnreadableAudio) else self._on_error(file, error),
            on_progress=lambda pyramid: self._on_peaks(file, pyramid),
            lane="audio",
            name=f"peaks {path.name}",
        )
        self._build_clicks()

    def want_clicks(self, are_wanted: bool) -> None:
        """Whether the click view is looked at: only then is the recording read for it, after the peaks."""
        if are_wanted != self._are_clicks_wanted:
            self._are_clicks_wanted = are_wanted
            self._build_clicks()

    def _build_clicks(self) -> None:
        if self._clicking is not None:
            self._clicking.cancel()
            self._clicking = None
        file = self._file
        if not self._are_clicks_wanted or file is None or file.path is None:
            return
        path = file.path
        self._clicking = self._tasks.run(
            lambda token: build_peaks(
                path, token.progress, token.is_cancelled, self._cache_dir, of_clicks=True
            ),
            lambda pyramid: self.clicks_grew.emit(file, pyramid),
            lambda error: None,  # the clip's own failure already says what is wrong with the file
            on_progress=lambda pyramid: self.clicks_grew.emit(file, pyramid),
            lane="audio",
            name=f"clicks {path.name}",
        )

    def close(self) -> None:
        """Stop loading and close the clip."""
        self._cancel()
        self._file = None
        self._replace_clip(None)

    def _cancel(self) -> None:
        for task in (self._opening, self._building, self._clicking):
            if task is not None:
                task.cancel()
        self._opening = self._building = self._clicking = None

    def _on_clip(self, file: ReviewFile, clip: AudioClip | None) -> None:
        self._opening = None
        if clip is None:
            return
        self._replace_clip(clip)
        if self.peaks is not None:
            self.peaks_grew.emit(file, self.peaks)

    def _on_peaks(self, file: ReviewFile, pyramid: PeakPyramid) -> None:
        """Peaks may be there before the clip is; they are shown after it."""
        self.peaks = pyramid
        if self._opening is None:
            self.peaks_grew.emit(file, pyramid)

    def _on_error(self, file: ReviewFile, error: BaseException) -> None:
        self._opening = None
        self._replace_clip(None)
        self.failed.emit(file, error_said(error))

    def _replace_clip(self, clip: AudioClip | None) -> None:
        """Listeners let go of the old clip before it is closed."""
        old, self._clip = self._clip, clip
        if clip is None:
            self.clip_gone.emit()
        else:
            self.clip_ready.emit(self._file, clip)
        if old is not None:
            old.close()


def _open_clip(path: Path, token: TaskToken) -> AudioClip | None:
    clip = AudioClip(path)
    if token.is_cancelled():
        clip.close()
        return None
    return clip
