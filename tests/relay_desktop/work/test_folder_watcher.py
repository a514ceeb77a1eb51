"""The watch folder of the window: batches become jobs, nothing is taken twice, a restart goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from relay_desktop.panels.watch_dialog import WatchDialog
from relay_desktop.panels.watch_line import WatchLine
from relay_desktop.session.job_ids import EMBEDDED
from relay_desktop.session.job_plan import JobPlace, JobPlan
from relay_desktop.session.watch_desk import WatchDesk, WatchState
from relay_desktop.work.folder_watcher import FolderWatcher
from tests.relay_desktop.work.desk_room import DeskRoom, a_wav

MakeRoom = Callable[[], DeskRoom]


class Watched:
    """A room with a watcher in it."""

    def __init__(self, room: DeskRoom) -> None:
        self.room = room
        self.desk = WatchDesk(room.parent)
        self.watcher = FolderWatcher(
            self.desk, room.crew, room.conductor, room.folder / "watch.sqlite", stable_s=0, parent=room.parent
        )

    def until_done(self, count: int) -> None:
        self.room.until(lambda: (self.desk.state.done, self.desk.state.waiting) == (count, 0))

    def close(self) -> None:
        self.watcher.close()
        self.room.close()


@pytest.fixture
def watch(make_room: MakeRoom) -> Iterator[Callable[[], Watched]]:
    made: list[Watched] = []

    def make() -> Watched:
        made.append(Watched(make_room().start()))
        return made[-1]

    yield make
    for watched in made:
        watched.close()


def test_what_appears_becomes_a_job_once(watch: Callable[[], Watched], tmp_path: Path) -> None:
    inbox, note = tmp_path / "inbox", tmp_path / "note"
    a_wav(inbox / "a.wav", note=note)
    a_wav(inbox / "b.wav", note=note)
    (inbox / "broken.wav").write_bytes(b"no audio at all")
    watched = watch()
    watched.desk.start_requested.emit(inbox, JobPlan())
    watched.until_done(3)
    [job] = watched.room.session.jobs.values()
    assert (job.status, job.total_files) == ("completed", 3)
    a_wav(inbox / "c.wav", note=note)
    watched.watcher.look()
    watched.until_done(4)
    assert len(watched.room.session.jobs) == 2
    assert len(note.read_text().splitlines()) == 3
    watched.room.conductor.open_job(next(iter(watched.room.session.jobs)))
    watched.room.until_detected()
    watched.close()
    again = watch()
    again.watcher.restore()
    again.room.until(lambda: again.desk.state.done == 4)
    again.watcher.look()
    again.room.until(lambda: again.watcher._look is None)
    assert (again.desk.state.waiting, len(note.read_text().splitlines())) == (0, 3)


def test_a_restart_goes_on_with_what_was_taken(watch: Callable[[], Watched], tmp_path: Path) -> None:
    inbox, note, gate = tmp_path / "inbox", tmp_path / "note", tmp_path / "gate"
    a_wav(inbox / "a.wav", note=note, hold=gate)
    watched = watch()
    watched.desk.start_requested.emit(inbox, JobPlan())
    watched.room.until(note.exists)
    watched.close()
    gate.touch()
    again = watch()
    again.watcher.restore()
    again.until_done(1)
    [job] = again.room.session.jobs.values()
    assert (job.status, job.total_files) == ("completed", 1)


def test_paused_it_takes_nothing_and_a_folder_that_is_gone_is_told(
    watch: Callable[[], Watched], tmp_path: Path
) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    watched = watch()
    watched.desk.start_requested.emit(inbox, JobPlan())
    watched.room.until(lambda: watched.watcher._look is None)
    watched.desk.pause_requested.emit(True)
    a_wav(inbox / "a.wav")
    assert not watched.watcher._timer.isActive()
    watched.desk.pause_requested.emit(False)
    watched.until_done(1)
    inbox.rename(tmp_path / "elsewhere")
    watched.watcher.look()
    watched.room.until(lambda: "is not there" in watched.desk.state.trouble)
    watched.desk.stop_requested.emit()
    assert watched.desk.state == WatchState()


def test_the_dialog_starts_pauses_and_stops(qtbot: QtBot, tmp_path: Path) -> None:
    desk = WatchDesk()
    places = (JobPlace(EMBEDDED, "This computer", ("relay-1",)), JobPlace("studio", "Studio"))
    dialog = WatchDialog(desk, places)
    line = WatchLine()
    line.set_desk(desk)
    for widget in (dialog, line):
        assert isinstance(widget, QWidget)
        qtbot.addWidget(widget)
    assert line.isHidden()
    dialog.folder.setText(str(tmp_path / "none"))
    with qtbot.assertNotEmitted(desk.start_requested):
        dialog.start_button.click()
    assert "There is no folder" in dialog.words.text()
    dialog.folder.setText(str(tmp_path))
    dialog.places.setCurrentIndex(1)
    assert not dialog.start_button.isEnabled(), "a server needs a model"
    dialog.model.setEditText("m1")
    with qtbot.waitSignal(desk.start_requested) as heard:
        dialog.start_button.click()
    assert heard.args == [tmp_path, JobPlan("studio", "m1")]
    desk.set_state(WatchState(tmp_path, JobPlan("studio", "m1"), waiting=2, done=1300))
    assert line.words.text() == f"{tmp_path.name} · 2 waiting, 1,300 done"
    assert dialog.words.text() == f"Watching {tmp_path.name} · 2 waiting · 1,300 done"
    with qtbot.waitSignal(desk.pause_requested) as paused:
        line.button.click()
    assert paused.args == [True]
    with qtbot.waitSignal(desk.stop_requested):
        dialog.stop_button.click()
