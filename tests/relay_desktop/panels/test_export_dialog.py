"""The export dialog: choices, counts, first lines, and a request that writes what was chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from relay_desktop.panels.export_dialog import ExportDialog
from relay_desktop.session.export_request import ExportRequest
from relay_desktop.session.export_snapshot import take_snapshot
from relay_desktop.session.exporters.catalogue import FORMATS
from tests.relay_desktop.panels.desks import desk, many, raw_table


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> ExportDialog:
    """Two recordings with detections, a third without."""
    session = desk((raw_table(), many(50), None))
    one = take_snapshot(session, None, session.files[:1], "0.1.0")
    dialog = ExportDialog(one, take_snapshot(session, None, session.files, "0.1.0"), tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def choose(dialog: ExportDialog, key: str) -> None:
    dialog.formats.setCurrentIndex(dialog.formats.findData(key))


def requested(dialog: ExportDialog) -> ExportRequest:
    spy = QSignalSpy(dialog.requested)
    dialog.export_button.click()
    assert spy.count() == 1
    request = spy.at(0)[0]
    assert isinstance(request, ExportRequest)
    return request


def test_every_format_is_there_and_every_control_has_a_name(dialog: ExportDialog) -> None:
    assert [dialog.formats.itemData(place) for place in range(dialog.formats.count())] == [*FORMATS]
    unnamed = [
        child.objectName() or type(child).__name__
        for child in dialog.findChildren(QWidget)
        if child.focusPolicy() and child.isVisible() and not child.accessibleName() and not hasattr(child, "text")
        and child.objectName() not in ("qt_spinbox_lineedit", "qt_scrollarea_viewport")
    ]  # fmt: skip
    assert unnamed == []


def test_the_first_lines_follow_the_choices(dialog: ExportDialog) -> None:
    choose(dialog, "audacity")
    assert dialog.preview.toPlainText().startswith("1.000000\t1.252000\tclick 0.90")
    dialog.scopes.setCurrentIndex(2)
    assert dialog.preview.toPlainText().startswith("1.000000\t1.002000\tclick 0.90")
    choose(dialog, "reaper")
    assert dialog.preview.toPlainText().startswith("#,Name,Start")
    choose(dialog, "clips")
    assert dialog.preview.toPlainText().startswith("take 0_0001_click_0-00-01.000.wav")


def test_counts_say_what_would_leave(dialog: ExportDialog) -> None:
    assert dialog.scopes.itemText(1) == "Confirmed as artifacts: 0"
    assert dialog.scopes.itemText(2) == "All raw detections: 8"
    dialog.recordings.setCurrentIndex(1)
    assert dialog.scopes.itemText(2) == "All raw detections: 58"


def test_only_what_concerns_the_format_is_shown(dialog: ExportDialog) -> None:
    choose(dialog, "edl")
    assert (dialog.frame_rate.isVisible(), dialog.clip_name.isVisible()) == (True, False)
    choose(dialog, "clips")
    assert (dialog.frame_rate.isVisible(), dialog.clip_name.isVisible()) == (False, True)
    dialog.recordings.setCurrentIndex(1)
    choose(dialog, "audacity")
    assert not dialog.combined.isVisible()
    choose(dialog, "csv")
    assert dialog.combined.isVisible()


def test_what_cannot_be_is_told_before_and_cannot_be_asked_for(dialog: ExportDialog) -> None:
    choose(dialog, "clips")
    dialog.clip_name.setText("{nonsense}")
    assert "cannot be made" in dialog.preview.toPlainText()
    assert not dialog.export_button.isEnabled()
    dialog.clip_name.setText("{type}")
    assert dialog.export_button.isEnabled()
    dialog.folder.setText(" ")
    assert not dialog.export_button.isEnabled()


def test_a_request_writes_what_was_chosen(dialog: ExportDialog, tmp_path: Path) -> None:
    choose(dialog, "audacity")
    dialog.recordings.setCurrentIndex(1)
    written = requested(dialog).run()
    assert [path.name for path in written] == ["take 0.labels.txt", "take 1.labels.txt"]
    assert written[0].parent == tmp_path
    assert written[0].read_text(encoding="utf-8").count("\n") == 3
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("combined", "names"), [(True, ["detections.csv"]), (False, ["take 0.csv", "take 1.csv"])]
)
def test_one_file_for_all_or_one_each(dialog: ExportDialog, combined: bool, names: list[str]) -> None:
    choose(dialog, "csv")
    dialog.recordings.setCurrentIndex(1)
    dialog.combined.setChecked(combined)
    assert [path.name for path in requested(dialog).run()] == names


def test_a_desk_without_detections_has_nothing_to_export(qtbot: QtBot, tmp_path: Path) -> None:
    session = desk((None,))
    empty = take_snapshot(session, None, session.files, "0.1.0")
    dialog = ExportDialog(empty, empty, tmp_path)
    qtbot.addWidget(dialog)
    assert not dialog.export_button.isEnabled()
    assert "no detections" in dialog.preview.toPlainText()
