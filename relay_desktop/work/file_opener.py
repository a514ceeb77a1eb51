"""From paths to rows on the desk: folders are walked, every file's header is read, off the GUI thread.

The row of a file that is named itself appears at once, before anything is known about it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from inference.audio_file import AudioInfo, UnreadableAudio, find_audio, probe_audio
from inference.sentences import sentence, words_of
from relay_desktop.session.review_file import MISSING, ReviewFile
from relay_desktop.work.desks import Desks
from relay_desktop.work.tasks import Tasks, TaskToken

GONE = sentence("The file is not where it was. Put it back, or locate it, to see and hear it.")
Finding = AudioInfo | UnreadableAudio


class FileOpener(QObject):
    """Reads headers, one file after the other; what it finds goes into the rows."""

    readable = Signal(object)  # ReviewFile whose header was read
    unreadable = Signal(object)  # ReviewFile that is missing or no audio
    nothing_found = Signal(list)  # the paths in which there was no audio

    def __init__(self, desks: Desks, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desks = desks
        self._tasks = tasks

    def find(self, paths: Sequence[Path], on_found: Callable[[list[Path]], None]) -> None:
        """Walk folders in the background; `on_found` gets the files, in order, each once, as absolute paths."""
        absolute = [path.absolute() for path in paths]
        if not any(path.is_dir() for path in absolute):
            on_found(list(dict.fromkeys(absolute)))
            return

        def found(files: list[Path]) -> None:
            on_found(files)
            if not files:
                self.nothing_found.emit(list(paths))

        self._tasks.run(lambda token: find_audio(absolute), found, lane="find", name="find audio")

    def probe(self, files: Sequence[ReviewFile]) -> None:
        """Read the headers of these files; each row is told as its turn comes."""
        todo = [(file, file.path) for file in files if file.path is not None]
        if todo:
            self._tasks.run(
                lambda token: _probe_all(todo, token),
                on_progress=self._on_probed,
                lane="probe",
                name=f"probe {len(todo)} files",
            )

    def _on_probed(self, file: ReviewFile, path: Path, finding: Finding, is_there: bool) -> None:
        if file.path != path:
            return
        if isinstance(finding, AudioInfo):
            self._on_readable(file, finding)
        else:
            self._on_unreadable(file, words_of(finding), is_there)

    def _on_readable(self, file: ReviewFile, info: AudioInfo) -> None:
        was_missing = file.status == MISSING
        self._desks.change(
            file,
            duration_s=info.duration_s,
            sample_rate_hz=info.sample_rate_hz,
            channels=info.channels,
            sample_format=f"{info.format} {info.subtype}",
            status="waiting" if was_missing else file.status,
            problem=None if was_missing or file.problem == GONE else file.problem,
        )
        self.readable.emit(file)

    def _on_unreadable(self, file: ReviewFile, sentence: str, is_there: bool) -> None:
        """A file whose detections are known keeps them; one without ends here."""
        if file.file_id is None:
            status = "failed" if is_there else MISSING
            self._desks.change(file, status=status, problem=sentence, progress=None)
        else:
            self._desks.change(file, problem=sentence if is_there else GONE)
        self.unreadable.emit(file)


def _probe_all(todo: Sequence[tuple[ReviewFile, Path]], token: TaskToken) -> None:
    for file, path in todo:
        token.stop_if_cancelled()
        finding: Finding
        try:
            finding = probe_audio(path)
        except UnreadableAudio as error:
            finding = error
        token.progress(file, path, finding, path.exists())
