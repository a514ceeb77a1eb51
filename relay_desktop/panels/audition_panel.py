"""Pre-roll, post-roll, loop gap, and the switches of what happens by itself."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QFormLayout, QWidget

from relay_desktop.actions import Actions
from relay_desktop.panels.decimal_box import DecimalBox
from relay_desktop.panels.pop_up import PopUp
from relay_desktop.session.audition import GAP_LIMIT_S, ROLL_LIMIT_S, Audition
from relay_desktop.translation import said


class AuditionPanel(PopUp):
    """Opens under the button that names pre- and post-roll."""

    def __init__(self, owner: QWidget, audition: Audition, actions: Actions) -> None:
        super().__init__(owner, said("Playing a detection"))
        self._audition = audition
        form = QFormLayout()
        form.setSpacing(6)
        self.pre_roll = _seconds_box(ROLL_LIMIT_S, self.tr("Pre-roll"))
        self.post_roll = _seconds_box(ROLL_LIMIT_S, self.tr("Post-roll"))
        self.gap = _seconds_box(GAP_LIMIT_S, self.tr("Silence between two rounds of a loop"))
        form.addRow(self.tr("Before it"), self.pre_roll)
        form.addRow(self.tr("After it"), self.post_roll)
        form.addRow(self.tr("Gap in loops"), self.gap)
        self.column.addLayout(form)
        self.soft_seams = QCheckBox(self.tr("Soft seams in loops (2 ms)"))
        self.soft_seams.setToolTip(
            self.tr("Fades for two thousandths of a second where a loop begins again, so that the seam never clicks.")
        )
        self.column.addWidget(self.soft_seams)
        for command_id in ("play_on_selection", "return_to_start", "follow_playhead"):
            self.column.addWidget(_switch(actions, command_id))
        self._wire()
        self.refresh()

    def refresh(self) -> None:
        """Show what is in force."""
        choices = self._audition.choices
        for box, value in (
            (self.pre_roll, choices.pre_roll_s),
            (self.post_roll, choices.post_roll_s),
            (self.gap, choices.loop_gap_s),
        ):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)
        self.soft_seams.setChecked(choices.has_soft_seams)

    def _wire(self) -> None:
        choose = self._audition.choose
        self.pre_roll.valueChanged.connect(lambda seconds: choose(pre_roll_s=seconds))
        self.post_roll.valueChanged.connect(lambda seconds: choose(post_roll_s=seconds))
        self.gap.valueChanged.connect(lambda seconds: choose(loop_gap_s=seconds))
        self.soft_seams.clicked.connect(lambda is_on: choose(has_soft_seams=is_on))
        self._audition.choices_changed.connect(self.refresh)


def _seconds_box(limit_s: float, name: str) -> QDoubleSpinBox:
    box = DecimalBox()
    box.setRange(0.0, limit_s)
    box.setDecimals(2)
    box.setSingleStep(0.1)
    box.setSuffix(" s")
    box.setAccessibleName(name)
    return box


def _switch(actions: Actions, command_id: str) -> QCheckBox:
    """A check box that is a command's."""
    action = actions[command_id]
    switch = QCheckBox(action.text())
    switch.setToolTip(action.toolTip())
    switch.setChecked(action.isChecked())
    switch.clicked.connect(action.setChecked)
    action.toggled.connect(switch.setChecked)
    return switch
