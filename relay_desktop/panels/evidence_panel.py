"""Evidence for a threshold: precision by threshold from verdicts, and the threshold that reaches a precision."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

from inference.sentences import sentence
from relay_desktop.look import Look, type_colour, type_label
from relay_desktop.panels.heading import PanelHeading, toned
from relay_desktop.panels.precision_plot import BINS, PrecisionPlot
from relay_desktop.session.evidence import FEWEST, Proposal, Samples, by_verdict, together
from relay_desktop.session.evidence_desk import EvidenceDesk
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.translation import number, said, said_many, spoken
from relay_desktop.type_mark import type_icon

_SOON_MS: Final = 120
HELP: Final = sentence(
    "Every verdict is one sample. Precision: how many of the verdicts at or above a threshold said artifact.\n"
    "The band is the 95 % interval (Wilson). Judge a sample of every confidence or a random one for an unbiased\n"
    "picture: verdicts on the most uncertain ones alone say little about the rest."
)


class EvidencePanel(QWidget):
    """A page of the right side; it follows the type that is selected or tuned alone."""

    save_requested = Signal()

    def __init__(self, session: ReviewSession, evidence: EvidenceDesk, look: Look) -> None:
        super().__init__()
        self._session, self._evidence, self._look = session, evidence, look
        self.setObjectName("evidencePanel")
        self.setAccessibleName(self.tr("Evidence for thresholds"))
        self.setProperty("surface", "panel")
        self.heading = PanelHeading(self.tr("Precision by threshold"))
        self.types = QComboBox()
        self.types.setAccessibleName(self.tr("Type the evidence is about"))
        self.plot = PrecisionPlot(look)
        self.plot.setToolTip(spoken(HELP))
        self.target = QSpinBox()
        self.sentence = _words("strong")
        self.recall = _words("muted")
        self.chosen = _words("faint")
        self.apply_button = QPushButton(self.tr("Apply"))
        self.save_button = QPushButton(self.tr("Save as a table…"))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._dress()
        self._lay_out()
        self._wire()
        self.refresh()

    @property
    def artifact_type(self) -> str | None:
        """The type that is shown."""
        name: str | None = self.types.currentData()
        return name

    def set_look(self, look: Look) -> None:
        """Paint in another look."""
        self._look = look
        self.plot.set_look(look)
        for place in range(self.types.count()):
            self.types.setItemIcon(place, type_icon(self.types.itemData(place), look))
        self.refresh()

    def show_type(self, artifact_type: str | None) -> None:
        """Show the evidence of one type, if it is on the desk."""
        place = self.types.findData(artifact_type)
        if place >= 0 and place != self.types.currentIndex():
            self.types.setCurrentIndex(place)

    def refresh(self) -> None:
        """Show everything anew; a page nobody sees works nothing out."""
        self._fill_types()
        if not self.isVisible():
            return
        name = self.artifact_type
        total = sum(len(samples) for samples in self._evidence.samples().values())
        self.heading.set_remark(said_many("from {n:,} verdict", "from {n:,} verdicts", total))
        if name is None:
            self.sentence.setText(self.tr("Open a file with detections first."))
            self.apply_button.setEnabled(False)
            return
        samples = self._evidence.samples().get(name) or together([])
        proposal = self._evidence.proposal(name)
        self.plot.show_evidence(
            self._evidence.curve(name), by_verdict(samples, BINS), type_colour(name, self._look),
            target=self._evidence.target, proposed=proposal.threshold,
        )  # fmt: skip
        self._show_threshold()
        self.sentence.setText(proposal_words(name, proposal))
        self.recall.setText(recall_words(samples, proposal))
        self.chosen.setText(self._chosen_words(name))
        self.apply_button.setEnabled(proposal.threshold is not None)

    def showEvent(self, event: QShowEvent) -> None:
        """Work out what was left while nobody looked."""
        super().showEvent(event)
        self.refresh()
        self._follow_selection()

    def _dress(self) -> None:
        self.types.setObjectName("evidenceType")
        self.target.setObjectName("evidenceTarget")
        self.target.setAccessibleName(self.tr("Precision to reach"))
        self.target.setRange(50, 99)
        self.target.setSuffix(" %")
        self.target.setValue(round(self._evidence.target * 100))
        self.apply_button.setObjectName("evidenceApply")
        self.apply_button.setAccessibleName(self.tr("Give the type this threshold"))
        self.apply_button.setToolTip(
            self.tr("Give this type the proposed threshold as its own; the numbers are kept with the review.")
        )
        self.save_button.setObjectName("evidenceSave")
        self.save_button.setAccessibleName(self.tr("Save the evidence as a table"))
        self.save_button.setToolTip(
            self.tr("Precision, recall and their intervals of every type at every threshold, as CSV.")
        )

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.types, 1)
        row.addWidget(toned(self.tr("at least"), "muted"))
        row.addWidget(self.target)
        buttons = QHBoxLayout()
        buttons.addWidget(self.apply_button)
        buttons.addStretch(1)
        buttons.addWidget(self.save_button)
        inside = QVBoxLayout()
        inside.setContentsMargins(14, 2, 14, 12)
        inside.setSpacing(6)
        inside.addLayout(row)
        words = QVBoxLayout()
        words.setContentsMargins(14, 4, 14, 12)
        words.setSpacing(6)
        for part in (self.sentence, self.recall, self.chosen):
            words.addWidget(part)
        words.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addLayout(inside)
        column.addWidget(self.plot)
        column.addLayout(words)
        column.addStretch(1)

    def _wire(self) -> None:
        session = self._session
        self._soon.timeout.connect(self.refresh)
        self._evidence.changed.connect(self._refresh_soon)
        session.types_changed.connect(self._refresh_soon)
        session.desk_changed.connect(self._refresh_soon)
        session.detections_changed.connect(
            lambda _file: self._refresh_soon() if not self.types.count() else None
        )
        session.tuning_changed.connect(self._show_threshold)
        session.selection_changed.connect(self._follow_selection)
        self.types.currentIndexChanged.connect(lambda _place: self.refresh())
        self.target.valueChanged.connect(lambda percent: self._evidence.set_target(percent / 100))
        self.apply_button.clicked.connect(self._apply)
        self.save_button.clicked.connect(self.save_requested)

    def _refresh_soon(self) -> None:
        if self.isVisible():
            self._soon.start()

    def _follow_selection(self) -> None:
        row, shown = self._session.selected_row, self._session.shown
        if self.isVisible() and row is not None and shown is not None and row < len(shown):
            self.show_type(shown.artifact_type(row))

    def _show_threshold(self) -> None:
        if self.artifact_type is not None:
            self.plot.show_threshold(self._session.rules.for_type(self.artifact_type).threshold)

    def _fill_types(self) -> None:
        names = self._session.artifact_types()
        if names == [self.types.itemData(place) for place in range(self.types.count())]:
            return
        kept = self.artifact_type
        self.types.blockSignals(True)
        self.types.clear()
        for name in names:
            self.types.addItem(type_icon(name, self._look), type_label(name), name)
        self.types.setCurrentIndex(max(0, self.types.findData(kept)))
        self.types.blockSignals(False)

    def _apply(self) -> None:
        if self.artifact_type is not None and self._evidence.apply(self.artifact_type):
            self.refresh()

    def _chosen_words(self, name: str) -> str:
        chosen = [one for one in self._evidence.chosen() if one.artifact_type == name]
        if not chosen:
            return ""
        last, numbers = chosen[-1], chosen[-1].numbers
        return said(
            "Applied {day} by {person}: {threshold:.2f} for {target:.0%} (n = {decided:,}).",
            day=last.chosen_at[:10],
            person=last.chosen_by,
            threshold=numbers.get("threshold", 0),
            target=numbers.get("target", 0),
            decided=numbers.get("decided", 0),
        )


def proposal_words(artifact_type: str, proposal: Proposal) -> str:
    """The proposal as a sentence with its numbers."""
    label, target = type_label(artifact_type), number(proposal.target, ".0%")
    if proposal.decided < FEWEST and math.isnan(proposal.precision):
        return said(
            "Judge at least {fewest} detections of {type} for a proposal; {so_far} so far.",
            fewest=FEWEST,
            type=label,
            so_far=proposal.decided,
        )
    numbers = said(
        "n = {decided:,}, interval {low:.0%} to {high:.0%}",
        decided=proposal.decided,
        low=proposal.low,
        high=proposal.high,
    )
    if proposal.threshold is None:
        return said(
            "No threshold reaches {target} on {type} yet. The best is {precision:.0%} at {best:.2f} ({numbers}).",
            target=target,
            type=label,
            precision=proposal.precision,
            best=proposal.best_threshold,
            numbers=numbers,
        )
    proposed = said(
        "For at least {target} precision on {type}: threshold {threshold:.2f} ({numbers}).",
        target=target,
        type=label,
        threshold=proposal.threshold,
        numbers=numbers,
    )
    return proposed if proposal.is_sure else f"{proposed} {said('More verdicts would narrow it.')}"


def recall_words(samples: Samples, proposal: Proposal) -> str:
    """What such a threshold would still find, as far as it is known."""
    if math.isnan(proposal.recall):
        return ""
    missed = (
        said("{n:,} added by hand", n=samples.missed)
        if samples.missed
        else said("nothing added by hand, so recall is too high")
    )
    return said(
        "It keeps {recall:.0%} of the artifacts that were found ({missed}).",
        recall=proposal.recall,
        missed=missed,
    )


def _words(tone: str) -> QLabel:
    label = toned("", tone)
    label.setWordWrap(True)
    return label
