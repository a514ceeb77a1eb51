"""Filter bar, evidence, queue and the dialogs of review over a real session and library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from relay_desktop.look import LOOKS, Look
from relay_desktop.panels.agreement_dialog import AgreementDialog
from relay_desktop.panels.comparison_dialog import ComparisonDialog
from relay_desktop.panels.evidence_panel import EvidencePanel
from relay_desktop.panels.filter_bar import FilterBar
from relay_desktop.panels.import_dialog import ImportDialog
from relay_desktop.panels.precision_plot import PrecisionPlot
from relay_desktop.panels.queue_panel import QueuePanel
from relay_desktop.session.comparison import Kind
from relay_desktop.session.exporters import catalogue
from relay_desktop.session.library import Library, StoredFile, StoredJob
from relay_desktop.session.review_queue import Order
from relay_desktop.session.verdicts import JudgedSpan, Verdict
from tests.relay_desktop.session.review_room import ReviewRoom, table

HEARD = table(*[("click", at * 1000, at * 1000 + 5 + at, 0.3 + at * 0.05) for at in range(12)])


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[ReviewRoom]:
    library = Library(tmp_path / "library.sqlite")
    yield ReviewRoom(library, (HEARD,))
    library.close()


def choose(box: QComboBox, value: object) -> None:
    """As a person does."""
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def judge(room: ReviewRoom, verdicts: list[Verdict]) -> None:
    for row, verdict in enumerate(verdicts):
        room.session.select_row(row)
        assert room.review.judge(verdict, go_on=False)


def test_the_filter_bar_writes_and_shows_the_filter(room: ReviewRoom, qtbot: QtBot) -> None:
    bar = FilterBar(room.session, room.tools.filter, room.tools.marks)
    qtbot.addWidget(bar)
    bar.show()
    judge(room, [Verdict.ARTIFACT] * 3)
    assert not bar.clear_button.isVisible()
    choose(bar.verdict, "open")
    assert len(room.session.visible_rows()) == 9
    assert bar.words.text() == "3 hidden"
    bar.least.setValue(0.8)
    assert len(room.session.visible_rows()) == 2
    QTest.mouseClick(bar.clear_button, Qt.MouseButton.LeftButton)
    assert len(room.session.visible_rows()) == 12
    assert bar.verdict.currentData() == ""
    assert bar.least.value() == 0.0
    bar.longest.setValue(7)
    assert len(room.session.visible_rows()) == 3
    bar.clear()
    bar.show_only(2_000, 4_000)
    assert room.session.visible_rows().tolist() == [2, 3, 4]
    assert "00:00:02.000" in bar.time_words.text()
    wanted = QSignalSpy(bar.stretch_wanted)
    bar.leave_out_button.click()
    assert wanted.at(0)[0] == "exclude"
    room.tools.marks.exclude(0, 3_500)
    assert bar.drop_button.text().endswith("(1)")
    bar.drop_button.click()
    assert room.tools.marks.exclusions(room.files[0]) == ()


def test_no_line_crosses_the_words_on_a_plot_without_verdicts(look: Look, qtbot: QtBot) -> None:
    plot = PrecisionPlot(look)
    qtbot.addWidget(plot)
    plot.resize(300, 172)
    words = QRect(100, 54, 130, 12)
    aside = plot.grab()
    plot.show_threshold(0.1)
    across = plot.grab()
    assert aside.toImage() != across.toImage()
    assert aside.copy(words).toImage() == across.copy(words).toImage()
    assert len({aside.toImage().pixel(x, 60) for x in range(100, 230)}) > 3


def test_the_evidence_says_what_it_knows_and_is_applied(room: ReviewRoom, qtbot: QtBot) -> None:
    panel = EvidencePanel(room.session, room.tools.evidence, LOOKS["dark"])
    qtbot.addWidget(panel)
    panel.show()
    assert panel.sentence.text().startswith("Judge at least 5")
    assert not panel.apply_button.isEnabled()
    judge(room, [Verdict.NOT_AN_ARTIFACT] * 4 + [Verdict.ARTIFACT] * 8)
    panel.refresh()
    assert panel.heading.remark == "from 12 verdicts"
    assert "For at least 95% precision on click: threshold 0.46 (n = 8, interval 68% to 100%)" in panel.sentence.text()
    assert "recall is too high" in panel.recall.text()
    panel.target.setValue(70)
    panel.refresh()
    assert "threshold 0.31" in panel.sentence.text()
    QTest.mouseClick(panel.apply_button, Qt.MouseButton.LeftButton)
    assert room.session.rules.for_type("click").threshold == 0.31
    assert "0.31 for 70%" in panel.chosen.text()
    assert "precision" in panel.plot.words_at(200)
    saved = QSignalSpy(panel.save_requested)
    panel.save_button.click()
    assert saved.count() == 1


def test_the_queue_shows_order_and_progress(room: ReviewRoom, qtbot: QtBot) -> None:
    panel = QueuePanel(room.session, room.tools.queue, room.library.marks)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.words["Job"].text() == "0 of 12"
    judge(room, [Verdict.ARTIFACT] * 4)
    panel.refresh()
    assert panel.words["File"].text().startswith("4 of 12")
    choose(panel.order, Order.RANDOM)
    panel.sample_size.setValue(3)
    assert panel.words["Sample"].text().endswith("of 3") or "of 3 ·" in panel.words["Sample"].text()
    drawn = list(room.tools.queue._sample)
    panel.draw_button.click()
    assert room.tools.queue._sample != drawn
    room.library.marks.put_progress("job", {"a": (1, 2)})
    assert room.library.marks.progress() == (1, 2)
    assert room.library.marks.progress(without_job="job") == (0, 0)


def test_an_import_is_looked_at_before_it_happens(room: ReviewRoom, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "labels.txt"
    path.write_text("1.000000\t1.006000\tclick 0.35 [artifact]\n70.0\t71.0\tlip smack\nnonsense\n")
    preview = catalogue.read_markers(path, None, catalogue.Audio("a.wav"))
    dialog = ImportDialog("labels.txt", preview, room.files, room.files[0])
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.words.text() == (
        "Audacity labels: 2 markers understood. Verdict taken over: 1, Added by hand: 1, There already: 0."
    )
    assert dialog.rows.rowCount() == 2
    assert "One line was" in dialog.skipped_words.text()
    assert len(room.session.visible_rows()) == 12, "nothing has happened yet"
    dialog.verdicts.setChecked(False)
    dialog.additions.setChecked(False)
    assert not dialog.import_button.isEnabled()
    dialog.additions.setChecked(True)
    accepted = QSignalSpy(dialog.accepted_plan)
    dialog.import_button.click()
    plan, verdicts, additions = accepted.at(0)
    assert (plan.count("add"), verdicts, additions) == (1, False, True)


def test_reviewers_are_compared_and_a_line_leads_to_its_sound(room: ReviewRoom, qtbot: QtBot) -> None:
    room.review.set_reviewer("Ann", is_blind=True)
    judge(room, [Verdict.ARTIFACT] * 6)
    room.review.set_reviewer("Ben", is_blind=True)
    judge(room, [Verdict.ARTIFACT] * 4 + [Verdict.UNSURE] * 2)
    room.review.set_reviewer("Cid", is_blind=False)
    dialog = AgreementDialog(room.session, room.review, room.library.verdicts)
    qtbot.addWidget(dialog)
    dialog.show()
    assert [dialog.first.currentText(), dialog.second.currentText()] == ["Ann", "Ben"]
    cells = [dialog.numbers.item(0, column).text() for column in range(3)]
    assert cells == ["click", "6", "4 (67%)"]
    assert dialog.list.rowCount() == 2
    wanted = QSignalSpy(dialog.row_wanted)
    dialog.list.cellDoubleClicked.emit(0, 0)
    assert wanted.at(0) == [room.files[0], 4]
    room.session.select_row(4)
    room.review.judge(Verdict.ARTIFACT, go_on=False)
    assert dialog.list.item(0, 5).text() == "Artifact"


def test_another_run_is_compared_and_its_verdicts_carried_over(room: ReviewRoom, qtbot: QtBot) -> None:
    library = room.library
    library.put_job(StoredJob("old", "embedded", "m0", "older", "completed"))
    library.put_files("old", [StoredFile("x", None, "a.wav")])
    library.results.put("old", "x", table(("click", 1_010, 1_016, 0.9), ("click", 90_000, 90_005, 0.8)), 600.0)
    library.verdicts.add("old", "x", [JudgedSpan("click", 1_010, 1_016, Verdict.NOT_AN_ARTIFACT, "Ann")])
    dialog = ComparisonDialog(room.session, room.review, library)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.words.text() == "Only here: 11, Only there: 1, Other bounds: 1, Other confidence: 0, The same: 0"
    dialog.kind.setCurrentIndex(dialog.kind.findData(Kind.ONLY_SECOND))
    assert dialog.list.rowCount() == 1
    wanted = QSignalSpy(dialog.stretch_wanted)
    dialog.list.cellDoubleClicked.emit(dialog.list.rowCount() - 1, 0)
    assert wanted.at(0) == [90_000, 90_005, None]
    dialog.carry_button.click()
    span = room.review.deciding_span(room.files[0], 1)
    assert span is not None
    assert (span.verdict, span.reviewer, span.start_ms) == (Verdict.NOT_AN_ARTIFACT, "Ann", 1_000)
    assert room.session.undo_stack.undoText() == "Carry 1 verdict over"
    dialog.carry_button.click()
    assert "No verdict of the other run fits" in dialog.words.text()
