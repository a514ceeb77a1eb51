"""The line at the bottom: what the file is, what is in view, how many are shown, how the engine is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QStatusBar

from inference.sentences import sentence
from relay_desktop.panels.heading import Chip, LiveLabel
from relay_desktop.panels.wording import channel_words, clock_s, length, rate
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.translation import said, said_many, spoken

SERVICE_WORDS: Final = {
    "starting": sentence("Engine: starting…"),
    "ready": sentence("Engine: ready"),
    "down": sentence("Engine: not running"),
}


def file_facts(file: ReviewFile | None) -> str:
    """ "48 kHz · stereo · WAV PCM_24 · 1:02:44"; "" without a file."""
    if file is None:
        return ""
    form = (file.sample_format or "").replace("_", " ")
    parts = [rate(file.sample_rate_hz), channel_words(file.channels), form, length(file.duration_s)]
    return " · ".join(part for part in parts if part)


def engine_words(file: ReviewFile | None) -> str:
    """ "CUDA · 2,140× real time" for the file's detection; "" when it is not known."""
    if file is None or not file.device:
        return ""
    return (
        said("{device} · {speed:,.0f}× real time", device=file.device, speed=file.speed)
        if file.speed
        else file.device
    )


class StatusStrip(QStatusBar):
    """Facts at the left, counts and engine at the right."""

    def __init__(self, session: ReviewSession) -> None:
        super().__init__()
        self._session = session
        self.setObjectName("statusStrip")
        self.setAccessibleName(self.tr("Status"))
        self.setSizeGripEnabled(False)
        self.file_label = _label(said("Format of the file"))
        self.view_label = _label(said("View"))
        self.count_label = LiveLabel(width=240)
        self.count_label.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.service_label = _label(said("Detection engine"))
        for fact in (self.file_label, self.view_label):
            self.addWidget(fact)
        self.addPermanentWidget(self.count_label)
        self.addPermanentWidget(self.service_label)
        session.current_file_changed.connect(lambda _file: self.refresh())
        session.file_changed.connect(lambda file: self.refresh() if file is session.current else None)
        session.detections_changed.connect(
            lambda file: self._show_count() if file is session.current else None
        )
        session.types_changed.connect(self._show_count)
        session.selection_changed.connect(self._show_count)
        self.set_service("starting")
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Other words need another height; Qt asks for it only when a part is added."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.reformat()

    def set_view(self, start_s: float, stop_s: float) -> None:
        """What the timeline shows."""
        is_open = self._session.current is not None
        self.view_label.setText(
            said("View {start} – {stop}", start=clock_s(start_s), stop=clock_s(stop_s)) if is_open else ""
        )

    def set_service(self, state: str) -> None:
        """How the engine is: "starting", "ready", "down"."""
        self.service_label.setText(spoken(SERVICE_WORDS.get(state, state)))

    def refresh(self) -> None:
        """Show the current file anew."""
        self.file_label.setText(file_facts(self._session.current))
        self.file_label.setToolTip(self.file_label.text())
        if self._session.current is None:
            self.view_label.setText("")
        self._show_count()

    def _show_count(self) -> None:
        file = self._session.current
        shown = self._session.visible_count(file) if file is not None else None
        words = "" if shown is None else said_many("{n:,} detection here", "{n:,} detections here", shown)
        if file is not None and file.is_partial:
            words = said("{found} so far", found=words)
        chosen = len(self._session.selected_rows)
        self.count_label.setText(f"{words} · {said('{n:,} selected', n=chosen)}" if chosen > 1 else words)


def _label(name: str) -> Chip:
    label = Chip("", margins_px=16)
    label.setAccessibleName(name)
    return label
