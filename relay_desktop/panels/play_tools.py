"""The tools beside the time: speed, pre- and post-roll, help for the ear, meters. Their words say what is in force."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QToolButton, QWidget

from relay_desktop.actions import Actions
from relay_desktop.look import Look
from relay_desktop.panels.audition_panel import AuditionPanel
from relay_desktop.panels.ear_panel import EarPanel, channel_choice_words
from relay_desktop.panels.heading import retone
from relay_desktop.panels.level_strip import LevelStrip
from relay_desktop.panels.pop_up import PopUpButton
from relay_desktop.session.audition import Audition, Voice
from relay_desktop.session.ear import SPEEDS, Channels, Ear
from relay_desktop.session.level_watch import LevelWatch
from relay_desktop.session.other_file import OtherFile
from relay_desktop.session.transport import Transport
from relay_desktop.translation import number, said


class PlayTools(QWidget):
    """Stands in the transport bar."""

    def __init__(
        self,
        transport: Transport,
        audition: Audition,
        ear: Ear,
        other_file: OtherFile,
        actions: Actions,
        look: Look,
    ) -> None:
        super().__init__()
        self._other_file = other_file
        self._transport, self._audition, self._ear, self._actions = transport, audition, ear, actions
        self.speed_button = QToolButton()
        self.roll_button = PopUpButton(self.tr("Playing a detection"), "rollButton")
        self.ear_button = PopUpButton(self.tr("For the ear only"), "earButton")
        self.meters = LevelStrip(LevelWatch(transport, self), look)
        self.audition_panel = AuditionPanel(self, audition, actions)
        self.ear_panel = EarPanel(self, ear, other_file, actions)
        self.roll_button.set_panel(self.audition_panel)
        self.ear_button.set_panel(self.ear_panel)
        self._make_speed_menu()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        for tool in (self.speed_button, self.roll_button, self.ear_button, self.meters):
            row.addWidget(tool)
        self._wire()
        self.refresh()

    def set_look(self, look: Look) -> None:
        """Draw in another look."""
        self.meters.set_look(look)

    def _make_speed_menu(self) -> None:
        menu = QMenu(self)
        self._speeds = QActionGroup(menu)
        for speed in reversed(SPEEDS):
            action = menu.addAction(f"{number(speed, 'g')}×")
            action.setData(speed)
            action.setCheckable(True)
            self._speeds.addAction(action)
        menu.addSeparator()
        for command_id in ("keep_pitch", "slower", "faster"):
            menu.addAction(self._actions[command_id])
        self.speed_button.setObjectName("speedButton")
        self.speed_button.setMenu(menu)
        self.speed_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.speed_button.setFocusPolicy(self.roll_button.focusPolicy())

    def _wire(self) -> None:
        self._speeds.triggered.connect(lambda action: self._ear.set(speed=action.data()))
        self.ear_panel.other_file_wanted.connect(self.ask_for_other_file)
        self._ear.changed.connect(self.refresh)
        self._audition.choices_changed.connect(self.refresh)
        self._audition.voice_changed.connect(self.refresh)
        self._other_file.changed.connect(self.refresh)
        self._transport.shuttle_changed.connect(lambda _speed: self.refresh())

    def refresh(self) -> None:
        """Say and tick what is in force."""
        self._show_speed()
        choices = self._audition.choices
        self.roll_button.setText(f"−{number(choices.pre_roll_s, 'g')} +{number(choices.post_roll_s, 'g')} s")
        self.roll_button.setToolTip(
            said(
                "A detection is played with {before:g} s before it and {after:g} s after it.",
                before=choices.pre_roll_s,
                after=choices.post_roll_s,
            )
        )
        words = self.ear_words()
        # The bar has room for one; the tooltip has all of them.
        more = f" +{len(words) - 1}" if len(words) > 1 else ""
        self.ear_button.setText(f"{words[0]}{more}" if words else self.tr("Ear"))
        help = self.tr("Gain, channels, a band of frequencies, comparing: for the ear only, the file stays as it is.")
        self.ear_button.setToolTip("\n".join([*words, help]))
        retone(self.ear_button, "kind", "active" if words else "")
        for command_id, voice in (("bridged", Voice.BRIDGED), ("neighbour", Voice.NEIGHBOUR)):
            self._tick(command_id, self._audition.voice is voice)
        for command_id, is_on in (
            ("play_on_selection", choices.plays_on_selection),
            ("return_to_start", choices.returns_to_start),
            ("keep_pitch", self._ear.listening.keeps_pitch),
            ("other_file", self._other_file.is_heard),
        ):
            self._tick(command_id, is_on)

    def _show_speed(self) -> None:
        speed, shuttle = self._ear.listening.speed, self._transport.shuttle_speed
        keeps = self._ear.listening.keeps_pitch and speed < 1
        text = f"{number(speed * shuttle if shuttle else speed, 'g')}×"
        self.speed_button.setText(text.replace("-", "−"))
        self.speed_button.setAccessibleName(self.tr("Speed: {speed}").format(speed=text))
        self.speed_button.setToolTip(
            self.tr("How fast it is played. Slow without its pitch kept is right for clicks.")
        )
        retone(self.speed_button, "kind", "active" if speed != 1 or shuttle or keeps else "")
        for action in self._speeds.actions():
            action.setChecked(action.data() == speed)

    def ear_words(self) -> list[str]:
        """What is not heard as it is, each in few words; empty when everything is."""
        listening, parts = self._ear.listening, []
        if self._audition.voice is not Voice.ITSELF:
            bridged = self._audition.voice is Voice.BRIDGED
            parts.append(self.tr("Bridged") if bridged else self.tr("Neighbour"))
        if self._other_file.is_heard:
            parts.append(self.tr("Other file"))
        if listening.gain_db:
            parts.append(f"{number(listening.gain_db, '+g')} dB")
        if (listening.channels, listening.solo) != (Channels.ALL, None):
            words = channel_choice_words(listening.channels, listening.solo, self._ear.channels)
            parts.append(words.split(" (")[0])
        if listening.band is not None:
            parts.append(
                f"{number(listening.band.low_hz, 'g')}–{number(listening.band.high_hz or 0, 'g')} Hz"
            )
        return parts

    def ask_for_other_file(self) -> None:
        """Choose a file to compare with."""
        here = self._transport.clip_path
        path, _ = QFileDialog.getOpenFileName(
            self.window(), self.tr("Compare with"), str(here.parent if here is not None else Path.home())
        )
        if path:
            self._other_file.compare_with(path)

    def _tick(self, command_id: str, is_on: bool) -> None:
        action = self._actions[command_id]
        if action.isChecked() != is_on:
            action.setChecked(is_on)
