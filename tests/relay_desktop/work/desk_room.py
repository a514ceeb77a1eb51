"""Everything behind a window, without the window: a real session, library and crew, a real service process."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from inference.tuning import TuningRules
from relay_desktop.accounts import AccountBook
from relay_desktop.backend.audio_cache import AudioCache
from relay_desktop.backend.local_service import LocalService
from relay_desktop.problems import Problem, ProblemDesk
from relay_desktop.session.library import Library
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.settings import Settings
from relay_desktop.work.audio_loader import AudioLoader
from relay_desktop.work.crew import assemble
from relay_desktop.work.job_conductor import JobConductor
from tests.inference.service.living_service import STAND_IN, stand_in_models

CHECKOUT = Path(__file__).resolve().parents[3]
WORKER = Path(__file__).with_name("titled_worker.py")
LIMIT_MS = 60_000  # a machine that is busy with other things needs most of it


def a_wav(path: Path, seconds: float = 1.0, rate_hz: int = 8000, channels: int = 1, **script: Any) -> Path:
    """A quiet noise whose title tells the stand-in worker what to do."""
    chance = np.random.default_rng(len(path.name))
    samples = chance.normal(0, 0.05, (max(1, round(seconds * rate_hz)), channels)).astype(np.float32)
    path.parent.mkdir(parents=True, exist_ok=True)
    with soundfile.SoundFile(str(path), "w", rate_hz, channels, "PCM_16", format="WAV") as audio:
        if script:
            audio.title = json.dumps(script, default=str)
        audio.write(samples)
    return path


class DeskRoom:
    """What `app.Desktop` wires, without widgets; `close` ends it as closing the window does."""

    def __init__(self, folder: Path, qtbot: QtBot, *, models: Path | None = None) -> None:
        self.folder = folder
        self._qtbot = qtbot
        self._models = models or stand_in_models(folder / "models")
        self.parent = QObject()
        self.settings = Settings(folder / "settings.ini", self.parent)
        self.session = ReviewSession(self.parent)
        self.problems = ProblemDesk(self.parent)
        self.told: list[Problem] = []
        self.problems.reported.connect(self.told.append)
        self.library = Library(folder / "library.sqlite")
        self.service: LocalService | None = None
        self.crew = assemble(
            session=self.session,
            library=self.library,
            make_service=self._make_service,
            book=AccountBook(folder / "accounts.json"),
            audio_cache=AudioCache(folder / "audio"),
            settings=self.settings,
            problems=self.problems,
            parent=self.parent,
        )
        self.conductor = JobConductor(self.crew, self.parent)
        self.loader = AudioLoader(self.crew.tasks, folder / "cache", self.parent)
        self.session.current_file_changed.connect(self.loader.show)
        self.is_closed = False

    def _make_service(self, on_state: Callable[[str], None]) -> LocalService:
        self.service = LocalService(
            self.folder / "service", models_dirs=[self._models], on_state=on_state, program=STAND_IN
        )
        return self.service

    def start(self) -> DeskRoom:
        """As the window does after its first paint."""
        self.conductor.restore()
        self.crew.link.start()
        return self

    def close(self) -> None:
        """As closing the window does."""
        if not self.is_closed:
            self.is_closed = True
            self.loader.close()
            self.conductor.close()
            self.crew.close()
            self.library.close()

    def until(self, is_so: Callable[[], object], limit_ms: int = LIMIT_MS) -> None:
        """Let things happen until it is so."""
        self._qtbot.waitUntil(lambda: bool(is_so()), timeout=limit_ms)

    def until_detected(self, files: Iterable[ReviewFile] | None = None) -> None:
        """Let things happen until these files (all of the desk, and then nothing is left to do) are detected."""
        if files is not None:
            rows = list(files)
            self.until(lambda: all(row.status == "completed" and row.raw is not None for row in rows))
            return
        self.until(
            lambda: (
                self.session.files
                and all(row.status == "completed" and row.raw is not None for row in self.session.files)
                and not self.conductor.is_at_work
            )
        )

    def open(self, *paths: Path) -> list[ReviewFile]:
        """Open files and wait for their rows."""
        before = len(self.session.files)
        self.conductor.open_paths(paths)
        self.until(lambda: len(self.session.files) >= before + len(paths))
        return self.session.files[before:]

    def row(self, name: str) -> ReviewFile:
        """The row of this name."""
        return next(file for file in self.session.files if file.name == name)

    @property
    def rules(self) -> TuningRules:
        """The tuning on the desk."""
        return self.session.rules


def worker_environment() -> dict[str, str]:
    """Makes the stand-in service run the titled worker."""
    command = [sys.executable, str(WORKER)]
    return {
        "STAND_IN_SETTINGS": json.dumps({"worker_command": command}),
        "PYTHONPATH": os.pathsep.join([str(CHECKOUT), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep),
    }
