"""The queue: in which order detections come, how far file, job and everything are, how long the rest takes."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from inference.sentences import sentence
from relay_desktop.panels.heading import PanelHeading, rule, toned
from relay_desktop.panels.wording import length
from relay_desktop.session.mark_store import MarkStore
from relay_desktop.session.review_queue import SAMPLES, Order, Progress, ReviewQueue
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.translation import said, spoken

_SOON_MS: Final = 150
_BARS: Final = {
    "Sample": sentence("Sample"),
    "File": sentence("File"),
    "Job": sentence("Job"),
    "All": sentence("All jobs"),
}
_ORDER_WORDS: Final = {
    Order.TIME: (sentence("In order of time"), sentence("From the selected one on, then the next files.")),
    Order.UNCERTAIN: (
        sentence("Most uncertain first"),
        sentence("Those with a confidence nearest to {half:.1f}, over all files.", half=0.5),
    ),
    Order.CONFIDENT: (
        sentence("Most confident first"),
        sentence("Those the model is surest of, over all files."),
    ),
    Order.STRATIFIED: (
        sentence("Sample of every confidence"),
        sentence("So many of each type from each tenth of confidence: the best ground for thresholds."),
    ),
    Order.RANDOM: (sentence("Random sample"), sentence("So many detections drawn by lot over all files.")),
}


class QueuePanel(QWidget):
    """A page of the right side."""

    def __init__(self, session: ReviewSession, queue: ReviewQueue, store: MarkStore) -> None:
        super().__init__()
        self._session, self._queue, self._store = session, queue, store
        self.setObjectName("queuePanel")
        self.setAccessibleName(self.tr("Review queue"))
        self.setProperty("surface", "panel")
        self.heading = PanelHeading(self.tr("What comes next"))
        self.order = QComboBox()
        self.help = toned("", "muted")
        self.sample_size = _number(said("Detections in the sample"), 1, 100_000)
        self.per_bin = _number(said("Detections per type and tenth"), 1, 1000)
        self.draw_button = QPushButton(self.tr("Draw another sample"))
        self.progress_heading = PanelHeading(self.tr("Progress"))
        self.bars = {name: QProgressBar() for name in _BARS}
        self.words = {name: toned("", "muted") for name in self.bars}
        self.pace = toned("", "faint")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._dress()
        self._lay_out()
        self._wire()
        self._show_plan()

    def refresh(self) -> None:
        """Count anew; a page nobody sees counts nothing."""
        if not self.isVisible():
            return
        queue, current = self._queue, self._session.current
        job = queue.of_job()
        self._show("Sample", queue.of_sample())
        self._show("File", queue.of_file(current) if current is not None else Progress())
        self._show("Job", job)
        others = self._store.progress(without_job=self._session.job.job_id if self._session.job else "")
        self._show("All", Progress(others[0] + job.settled, others[1] + job.total))
        pace = queue.pace_s
        words = (
            said("Your pace: one verdict in {pace:.1f} s.", pace=pace)
            if pace
            else said("Your pace shows after some verdicts.")
        )
        self.pace.setText(words)

    def showEvent(self, event: QShowEvent) -> None:
        """Count what changed while nobody looked."""
        super().showEvent(event)
        self.refresh()

    def _show(self, name: str, progress: Progress | None) -> None:
        self._form.setRowVisible(self._rows[name], progress is not None)
        if progress is None:
            return
        self.bars[name].setMaximum(max(1, progress.total))
        self.bars[name].setValue(progress.settled)
        self.words[name].setText(progress_words(progress, self._queue.pace_s))

    def _dress(self) -> None:
        self.order.setObjectName("queueOrder")
        self.order.setAccessibleName(self.tr("Order of the queue"))
        for order, (words, _help) in _ORDER_WORDS.items():
            self.order.addItem(spoken(words), order)
        self.help.setWordWrap(True)
        self.sample_size.setObjectName("queueSize")
        self.per_bin.setObjectName("queuePerBin")
        self.draw_button.setObjectName("queueDraw")
        self.draw_button.setAccessibleName(self.tr("Draw another sample"))
        for name, bar in self.bars.items():
            bar.setTextVisible(False)
            bar.setAccessibleName(said("Progress: {what}", what=spoken(_BARS[name])))
            bar.setFixedHeight(6)

    def _lay_out(self) -> None:
        self._choices = QFormLayout()
        self._choices.setContentsMargins(14, 2, 14, 10)
        self._choices.addRow(self.order)
        self._choices.addRow(self.help)
        self._choices.addRow(self.tr("Detections"), self.sample_size)
        self._choices.addRow(self.tr("Per type and tenth"), self.per_bin)
        self._choices.addRow(self.draw_button)
        self._form = QFormLayout()
        self._form.setContentsMargins(14, 2, 14, 10)
        self._form.setHorizontalSpacing(12)
        self._rows = {name: _stacked(self.bars[name], self.words[name]) for name in self.bars}
        for name, row in self._rows.items():
            self._form.addRow(spoken(_BARS[name]), row)
        pace = QHBoxLayout()
        pace.setContentsMargins(14, 0, 14, 10)
        pace.addWidget(self.pace)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addLayout(self._choices)
        column.addWidget(rule())
        column.addWidget(self.progress_heading)
        column.addLayout(self._form)
        column.addLayout(pace)
        column.addStretch(1)

    def _wire(self) -> None:
        self._soon.timeout.connect(self.refresh)
        self.order.activated.connect(lambda _place: self._plan(order=Order(self.order.currentData())))
        self.sample_size.valueChanged.connect(lambda size: self._plan(size=size))
        self.per_bin.valueChanged.connect(lambda per_bin: self._plan(per_bin=per_bin))
        self.draw_button.clicked.connect(lambda: self._plan(seed=self._queue.plan.seed + 1))
        self._queue.changed.connect(self._refresh_soon)
        for signal in (self._session.counts_changed, self._session.types_changed, self._session.desk_changed):
            signal.connect(self._refresh_soon)
        self._session.current_file_changed.connect(lambda _file: self._refresh_soon())

    def _refresh_soon(self) -> None:
        if self.isVisible():
            self._soon.start()

    def _plan(self, **changes: object) -> None:
        self._queue.set_plan(replace(self._queue.plan, **changes))  # type: ignore[arg-type]
        self._show_plan()
        self.refresh()

    def _show_plan(self) -> None:
        plan = self._queue.plan
        self.order.setCurrentIndex(self.order.findData(plan.order))
        self.help.setText(spoken(_ORDER_WORDS[plan.order][1]))
        for box, value in ((self.sample_size, plan.size), (self.per_bin, plan.per_bin)):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)
        self._choices.setRowVisible(self.sample_size, plan.order is Order.RANDOM)
        self._choices.setRowVisible(self.per_bin, plan.order is Order.STRATIFIED)
        self._choices.setRowVisible(self.draw_button, plan.order in SAMPLES)


def progress_words(progress: Progress, pace_s: float | None) -> str:
    """ "37 of 412 · 12:05 left at your pace"."""
    words = said("{place:,} of {total:,}", place=progress.settled, total=progress.total)
    if progress.total and progress.left == 0:
        return f"{words} · {said('nothing left')}"
    if not pace_s or not progress.left:
        return words
    left = said("{time} left at your pace", time=length(max(1.0, progress.left * pace_s)))
    return f"{words} · {left}"


def _stacked(bar: QWidget, words: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 4, 0, 2)
    column.setSpacing(3)
    column.addWidget(bar)
    column.addWidget(words)
    return holder


def _number(name: str, least: int, most: int) -> QSpinBox:
    box = QSpinBox()
    box.setAccessibleName(name)
    box.setRange(least, most)
    return box
