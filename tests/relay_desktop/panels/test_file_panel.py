"""The list of files: rows, live counts, problems, filter, ten thousand of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inference.tuning_config import TuningConfig
from relay_desktop.look import LOOKS, Look
from relay_desktop.panels.file_model import FACE_ROLE, FileModel
from relay_desktop.panels.file_panel import FilePanel
from relay_desktop.panels.row_painter import RowFace
from relay_desktop.session.review_session import ReviewSession
from tests.relay_desktop.panels.desks import desk, raw_table


@pytest.fixture
def session(qapp: object) -> ReviewSession:
    return desk((raw_table(), raw_table(), None))


@pytest.fixture
def panel(qtbot: QtBot, session: ReviewSession, look: Look) -> FilePanel:
    panel = FilePanel(session, look)
    panel.resize(250, 400)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def face(panel: FilePanel, row: int) -> RowFace:
    found = panel.model.index(row).data(FACE_ROLE)
    assert isinstance(found, RowFace)
    return found


def test_a_row_has_name_length_state_and_count(panel: FilePanel) -> None:
    assert (face(panel, 0).first, face(panel, 0).second, face(panel, 0).chip) == ("take 0.wav", "1:00", "3")
    assert (face(panel, 2).second, face(panel, 2).chip) == ("1:00 · waiting", "")
    assert face(panel, 0).dot == LOOKS["dark"].success
    assert face(panel, 0).is_open
    assert not face(panel, 1).is_open


def test_counts_of_all_files_follow_the_sliders(
    panel: FilePanel, session: ReviewSession, qtbot: QtBot
) -> None:
    session.set_tuning(TuningConfig(threshold=0.0, merge_window_ms=0, min_duration_ms=0))
    qtbot.waitUntil(lambda: panel.heading.remark == "3 · 16 detections")
    assert [face(panel, row).chip for row in range(3)] == ["8", "8", ""]
    session.set_type_visible("click", False)
    assert [face(panel, row).chip for row in range(2)] == ["5", "5"]


def test_progress_is_a_bar_and_a_share(panel: FilePanel, session: ReviewSession) -> None:
    session.update_file(session.files[2], status="processing", progress=0.634)
    assert (face(panel, 2).second, face(panel, 2).chip, face(panel, 2).progress) == (
        "1:00 · listening",
        "63%",
        0.634,
    )
    assert face(panel, 2).dot == LOOKS["dark"].accent


def test_a_problem_stands_in_the_row_as_a_sentence(panel: FilePanel, session: ReviewSession) -> None:
    session.update_file(session.files[2], status="failed", problem="This is no audio file.")
    assert (face(panel, 2).second, face(panel, 2).second_tone) == ("This is no audio file.", "danger")
    assert face(panel, 2).dot == LOOKS["dark"].danger
    spoken = panel.model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "take 2.wav, 1:00, failed, This is no audio file."


def test_an_unknown_status_is_shown_as_it_came(panel: FilePanel, session: ReviewSession) -> None:
    session.update_file(session.files[2], status="quarantined")
    assert face(panel, 2).second == "1:00 · quarantined"


def test_keys_and_clicks_open_files_and_the_list_follows_the_session(
    panel: FilePanel, session: ReviewSession
) -> None:
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert session.current is session.files[1]
    session.open_file(session.files[2])
    assert panel.list.currentIndex().row() == 2
    place = panel.list.visualRect(panel.model.index(0)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.current is session.files[0]


def test_files_come_and_go(panel: FilePanel, session: ReviewSession) -> None:
    session.add_files([Path("/audio/new one.flac")])
    assert face(panel, 3).first == "new one.flac"
    session.open_file(session.files[1])
    panel.remove_chosen()
    assert [face(panel, row).first for row in range(3)] == ["take 0.wav", "take 2.wav", "new one.flac"]
    assert session.current is session.files[1]


def test_retry_and_locate_are_asked_for(panel: FilePanel, session: ReviewSession, qtbot: QtBot) -> None:
    session.open_file(session.files[2])
    with qtbot.waitSignal(panel.retry_requested) as heard:
        panel.retry_chosen()
    assert heard.args == [session.files[2]]
    with qtbot.waitSignal(panel.locate_requested) as heard:
        panel.locate_chosen()
    assert heard.args == [session.files[2]]


def test_the_filter_appears_when_it_is_worth_it_and_finds(
    panel: FilePanel, session: ReviewSession, qtbot: QtBot
) -> None:
    assert not panel.filter_box.isVisible()
    session.add_files([Path(f"/audio/Guitar {number}.wav") for number in range(12)])
    qtbot.waitUntil(panel.filter_box.isVisible)
    QTest.keyClicks(panel.filter_box, "guitar 1")
    assert [face(panel, row).first for row in range(panel.model.rowCount())] == [
        "Guitar 1.wav", "Guitar 10.wav", "Guitar 11.wav",
    ]  # fmt: skip
    session.add_files([Path("/audio/drums.wav")])
    assert panel.model.rowCount() == 3
    panel.filter_box.clear()
    assert panel.model.rowCount() == 16


def test_ten_thousand_files_come_in_one_go(qtbot: QtBot, qapp: object, look: Look) -> None:
    """One signal, one insertion, nothing per row."""
    session = ReviewSession()
    model = FileModel(session, look)
    inserted: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))
    session.add_files([Path(f"/audio/{number}.wav") for number in range(10_000)])
    assert inserted == [(0, 9_999)]
    assert model.row_of(session.files[7_777]) == 7_777


def test_an_empty_list_invites(qtbot: QtBot, qapp: object, look: Look) -> None:
    panel = FilePanel(ReviewSession(), look)
    panel.resize(250, 200)
    qtbot.addWidget(panel)
    panel.show()
    image = panel.list.viewport().grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(60)}
    assert look.faint.name() in colours


def test_names_with_line_breaks_and_emoji_stay_in_one_row(panel: FilePanel, session: ReviewSession) -> None:
    session.add_files([Path("/audio/two\nlines “quoted” 🎧.wav")])
    assert (
        panel.list.visualRect(panel.model.index(3)).height()
        == panel.list.visualRect(panel.model.index(0)).height()
    )
    panel.list.viewport().grab()
