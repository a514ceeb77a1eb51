"""Brings the audio of files that lie with a server: downloaded on demand, or a copy on this computer linked to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from inference.audio_file import find_audio
from relay_desktop.backend.audio_cache import AudioCache
from relay_desktop.backend.client import RelayClient
from relay_desktop.backend.local_copy import NotTheSame, check_copy
from relay_desktop.session.job_ids import wire_id
from relay_desktop.session.review_file import DeskJob, ReviewFile
from relay_desktop.work.desks import Desks
from relay_desktop.work.file_sender import not_too_often, sentence_of
from relay_desktop.work.links import Links
from relay_desktop.work.tasks import Task, Tasks, TaskToken

PROGRESS_EVERY_S: Final = 0.1
OnHere = Callable[[ReviewFile], None]


@dataclass(frozen=True)
class AudioSource:
    """Which file of which job, and what its server says of it."""

    job_id: str
    file_id: str
    name: str
    size_bytes: int | None = None
    sha256: str | None = None

    @classmethod
    def of(cls, job: DeskJob, file: ReviewFile) -> AudioSource:
        """The source of a row whose job has it."""
        assert file.file_id is not None
        return cls(job.job_id, file.file_id, file.name, file.size_bytes, file.sha256)


class AudioFetcher(QObject):
    """Lives on the GUI thread; a row shows how far its audio is, and why it did not come."""

    linked = Signal(object)  # ReviewFile whose audio was found on this computer
    searched = Signal(int, int)  # how many of how many files were found in a folder

    def __init__(
        self, links: Links, desks: Desks, cache: AudioCache, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._links = links
        self._desks = desks
        self._cache = cache
        self._tasks = tasks
        self._running: dict[ReviewFile, Task[Path]] = {}

    def is_fetching(self, file: ReviewFile) -> bool:
        """Whether the audio of this file is on its way."""
        return file in self._running

    def fetch(self, file: ReviewFile, source: AudioSource, on_here: OnHere) -> None:
        """Download the audio of a row; `on_here` is told when its path leads to it."""
        if file in self._running:
            return
        self._desks.change(file, fetch_progress=0.0, problem=None)
        self._running[file] = self._links.of_job(source.job_id).call(
            lambda client, token: _download(self._cache, client, token, source),
            lambda path: self._on_here(file, path, on_here),
            lambda error: self._on_error(file, error),
            on_progress=lambda done, total: self._on_progress(file, done, total),
            lane="download",
            name=f"download {source.name}",
        )

    def link(self, file: ReviewFile, source: AudioSource, path: Path) -> None:
        """Take a file of this computer as the audio of a row, if it is the same."""
        self._running[file] = self._links.of_job(source.job_id).call(
            lambda client, token: _checked(client, token, source, path),
            lambda found: self._on_here(file, found, self.linked.emit),
            lambda error: self._on_error(file, error),
            lane="download",
            name=f"compare {path.name}",
        )

    def link_folder(self, sources: Sequence[tuple[ReviewFile, AudioSource]], folder: Path) -> None:
        """Take what a folder has of the audio of these rows, matched by name, size and content."""
        if not sources:
            return

        def search(client: RelayClient, token: TaskToken) -> int:
            return _search(client, token, sources, folder)

        self._links.of_job(sources[0][1].job_id).call(
            search,
            lambda count: self.searched.emit(count, len(sources)),
            on_progress=lambda file, path: self._on_here(file, path, self.linked.emit),
            lane="download",
            name=f"search {folder.name}",
        )

    def cancel(self, file: ReviewFile) -> None:
        """Bring this one no longer."""
        task = self._running.pop(file, None)
        if task is not None:
            task.cancel()
            self._desks.change(file, fetch_progress=None)

    def close(self) -> None:
        """Bring nothing any more."""
        for file in list(self._running):
            self.cancel(file)

    def _on_progress(self, file: ReviewFile, done: int, total: int) -> None:
        self._desks.change(file, fetch_progress=done / total if total else 0.0)

    def _on_here(self, file: ReviewFile, path: Path, on_here: OnHere) -> None:
        self._running.pop(file, None)
        self._desks.change(file, path=path, fetch_progress=None, problem=None)
        on_here(file)

    def _on_error(self, file: ReviewFile, error: BaseException) -> None:
        self._running.pop(file, None)
        self._desks.change(file, fetch_progress=None, problem=sentence_of(error))


def _download(cache: AudioCache, client: RelayClient, token: TaskToken, source: AudioSource) -> Path:
    return cache.fetch(
        client,
        wire_id(source.job_id),
        source.file_id,
        source.name,
        expected_bytes=source.size_bytes,
        on_progress=not_too_often(token.progress, PROGRESS_EVERY_S),
        is_cancelled=token.is_cancelled,
    )


def _checked(client: RelayClient, token: TaskToken, source: AudioSource, path: Path) -> Path:
    check_copy(
        client,
        wire_id(source.job_id),
        source.file_id,
        path,
        size_bytes=source.size_bytes,
        sha256=source.sha256,
        is_cancelled=token.is_cancelled,
    )
    return path.absolute()


def _search(
    client: RelayClient, token: TaskToken, sources: Iterable[tuple[ReviewFile, AudioSource]], folder: Path
) -> int:
    by_name: dict[str, list[Path]] = {}
    for path in find_audio([folder]):
        by_name.setdefault(path.name.casefold(), []).append(path)
    found = 0
    for file, source in sources:
        for path in by_name.get(source.name.casefold(), []):
            token.stop_if_cancelled()
            try:
                token.progress(file, _checked(client, token, source, path))
            except NotTheSame:
                continue
            found += 1
            break
    return found
