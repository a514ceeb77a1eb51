"""`relay-desktop self-test`: does this installation work? Goes the whole way once and says of each step how it was.

The window is shown, the service answers with its model loaded, the demo recording is detected, sound is played into
a device that swallows it, a picture of the window is saved. It uses a data folder of its own, so that nothing of the
person's is touched, and needs neither network nor sound card nor display.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from relay_desktop.app.desktop import Desktop
from relay_desktop.app.places import DEMO
from relay_desktop.errors import RelayError

LOOK_EVERY_MS: Final = 30
HEARD_S: Final = 0.3
# A configuration in which every device is ALSA's own null device.
_NULL_SOUND: Final = "pcm.!default { type null }\nctl.!default { type null }\n"


@dataclass(frozen=True)
class Step:
    """`begin` starts it, `is_done` says what came of it ("" while it is on its way); after the limit it failed."""

    name: str
    begin: Callable[[], None]
    is_done: Callable[[], str]
    limit_s: float = 60.0
    needs_engine: bool = False


class StepFailed(Exception):
    """A step that cannot come to a good end; the text says why."""


class SelfTest(QObject):
    """Goes through the steps of one window that is being shown; ends the program with 0, or 1 when one failed."""

    def __init__(self, desktop: Desktop, picture: Path, say: Callable[[str], None]) -> None:
        super().__init__(desktop)
        self._desktop = desktop
        self._picture = picture
        self._say = say
        self._steps = self._all_steps()
        self._at = -1
        self._began = time.monotonic()
        self._failures = 0
        self._has_engine = True
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin with the first step."""
        self._next()
        self._timer.start()

    # -- one step after the other ------------------------------------------------------------------------------

    def _look(self) -> None:
        step = self._steps[self._at]
        try:
            self._stop_at_fault()
            said = step.is_done()
        except (StepFailed, RelayError) as error:
            self._end(step, str(error), is_good=False)
            return
        if said:
            self._end(step, said)
        elif time.monotonic() - self._began > step.limit_s:
            self._end(step, f"nothing happened within {step.limit_s:.0f} s", is_good=False)

    def _stop_at_fault(self) -> None:
        fault = self._desktop.problems.open_problems.get("crash")
        if fault is not None:
            self._desktop.problems.clear("crash")
            raise StepFailed(fault.text)

    def _end(self, step: Step, said: str, *, is_good: bool = True) -> None:
        self._failures += not is_good
        word = "ok    " if is_good else "FAILED"
        self._say(f"{word}  {step.name:<22} {time.monotonic() - self._began:6.2f} s  {said}")
        self._next()

    def _next(self) -> None:
        self._at += 1
        while self._at < len(self._steps) and self._steps[self._at].needs_engine and not self._has_engine:
            self._say(f"left out {self._steps[self._at].name}: this program has no engine of its own")
            self._at += 1
        if self._at >= len(self._steps):
            self._timer.stop()
            self._say("The self-test failed." if self._failures else "The self-test passed.")
            QCoreApplication.exit(1 if self._failures else 0)
            return
        self._began = time.monotonic()
        try:
            self._steps[self._at].begin()
        except Exception as error:  # whatever it is, the test goes on and says so
            self._end(self._steps[self._at], f"{type(error).__name__}: {error}", is_good=False)

    # -- the steps ---------------------------------------------------------------------------------------------

    def _all_steps(self) -> list[Step]:
        desktop = self._desktop
        return [
            Step("window shown", lambda: desktop.show([DEMO]), self._window_state),
            Step("service up", _nothing, self._service_state, limit_s=120),
            Step("demo detected", _nothing, self._detection_state, limit_s=300, needs_engine=True),
            Step("recording drawn", _nothing, self._drawing_state),
            Step("sound played", self._play, self._sound_state, limit_s=20),
            Step("picture saved", self._take_picture, self._picture_state),
        ]

    def _window_state(self) -> str:
        window = self._desktop.window
        return f"{window.width()} x {window.height()}" if window.isVisible() and self._desktop.crew else ""

    def _service_state(self) -> str:
        crew = self._desktop.crew
        assert crew is not None
        if crew.link.state == "down":
            if not _engine_is_expected():
                self._has_engine = False
                return "none here: the light program, without an installed engine"
            problems = self._desktop.problems.open_problems.values()
            raise StepFailed("; ".join(f"{p.title} {p.advice}" for p in problems) or "it is down")
        if not crew.link.is_ready or not crew.models.cards:
            return ""
        return f"model {crew.models.cards[0].id}"

    def _detection_state(self) -> str:
        files = self._desktop.session.files
        if not files or files[0].retuned is None:
            if files and files[0].problem:
                raise StepFailed(files[0].problem)
            return ""
        file = files[0]
        assert file.retuned is not None
        if file.retuned.raw_count == 0:
            raise StepFailed("the model heard nothing in the demo recording")
        return f"{file.retuned.raw_count} raw, {len(file.retuned.shown)} shown, on {file.device}"

    def _drawing_state(self) -> str:
        loader = self._desktop.loader
        peaks = loader.peaks if loader is not None else None
        is_open = self._desktop.transport.has_clip
        return "whole" if is_open and peaks is not None and peaks.is_complete else ""

    def _play(self) -> None:
        self._sound_problems: list[str] = []
        transport = self._desktop.transport
        transport.problem.connect(lambda error: self._sound_problems.append(str(error)))
        transport.seek_s(0.0)
        transport.play_pause()

    def _sound_state(self) -> str:
        transport = self._desktop.transport
        if self._sound_problems:
            raise StepFailed(self._sound_problems[0])
        if transport.position_s < HEARD_S:
            return ""
        transport.stop()
        return f"{transport.position_s:.2f} s into the null device"

    def _take_picture(self) -> None:
        self._desktop.window.grab().save(str(self._picture))

    def _picture_state(self) -> str:
        if not self._picture.is_file() or not self._picture.stat().st_size:
            raise StepFailed(f"{self._picture} could not be written")
        return str(self._picture.absolute())


def run(desktop_of: Callable[[Path], Desktop], picture: Path | None, data_dir: Path | None) -> int:
    """Run the self-test with a window made by `desktop_of`; returns the exit status."""
    with tempfile.TemporaryDirectory(prefix="relay-self-test-") as name:
        folder = data_dir or Path(name)
        _use_null_sound(Path(name))
        desktop = desktop_of(folder)
        try:
            test = SelfTest(desktop, picture or Path(name) / "window.png", _say)
            QTimer.singleShot(0, test, test.start)
            return QCoreApplication.exec()
        finally:
            desktop.close()


def versions() -> Sequence[str]:
    """What runs here, for the first lines of the test and for whoever is asked for help."""
    import platform

    from PySide6 import __version__ as pyside

    from relay_desktop.diagnostics import program_version

    kind = "frozen" if getattr(sys, "frozen", False) else "installed"
    return (
        f"relay-desktop {program_version()} ({kind})",
        f"Python {platform.python_version()}, PySide6 {pyside}, {platform.platform()}",
    )


def _use_null_sound(folder: Path) -> None:
    """PortAudio is really loaded and really plays; what it plays to makes no sound. Elsewhere: the default device."""
    if sys.platform.startswith("linux"):
        configuration = folder / "asound.conf"
        configuration.write_text(_NULL_SOUND, encoding="utf-8")
        os.environ["ALSA_CONFIG_PATH"] = str(configuration)


def _engine_is_expected() -> bool:
    from relay_desktop.backend.engine_program import engine_python, has_engine_inside, is_frozen

    return not is_frozen() or has_engine_inside() or engine_python() is not None


def _nothing() -> None:
    """The step began by itself."""


def _say(line: str) -> None:
    print(line, flush=True)
