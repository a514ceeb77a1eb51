"""Everything about hearing in the window: the parts of the session for it, their tools, and the timeline's share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QMenu, QWidget

from relay_desktop.actions import Actions
from relay_desktop.look import Look
from relay_desktop.panels.play_tools import PlayTools
from relay_desktop.panels.sound_menu import SoundMenu
from relay_desktop.panels.transport_bar import TransportBar
from relay_desktop.session.audition import Audition
from relay_desktop.session.ear import Ear
from relay_desktop.session.other_file import OtherFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.sound_devices import SoundDevices
from relay_desktop.session.sounding import Sounding
from relay_desktop.session.transport import Stretch, Transport


class _Timeline(Protocol):
    bounds_dragged: SignalInstance

    def set_span(self, start_s: float, stop_s: float) -> None: ...

    def mark_heard(self, stretch_s: Stretch | None, sounding_row: int | None) -> None: ...


class Hearing(QObject):
    """What is highlighted is what is heard: both sides of it are the transport's state."""

    def __init__(self, session: ReviewSession, transport: Transport, owner: QWidget) -> None:
        super().__init__(owner)
        self._transport = transport
        self.audition = Audition(session, transport, self)
        self.ear = Ear(transport, self)
        self.other_file = OtherFile(transport, self)
        self.sound = SoundDevices(transport, self)
        self._sounding = Sounding(session, transport, self)

    def make_tools(self, actions: Actions, bar: TransportBar, look: Look) -> None:
        """The tools in the transport bar."""
        self.tools = PlayTools(self._transport, self.audition, self.ear, self.other_file, actions, look)
        bar.hold_tools(self.tools)
        self.audition.sprint_changed.connect(actions["sprint"].setChecked)

    def make_menu(self, owner: QWidget) -> QMenu:
        """The menu of sound devices."""
        return SoundMenu(self.sound, owner)

    def show_on(self, timeline: _Timeline, say: Callable[[str], None]) -> None:
        """The timeline marks what is heard; `say` shows a sentence for a while."""
        transport = self._transport
        transport.span_changed.connect(lambda span: timeline.set_span(*(span or (0.0, 0.0))))
        transport.heard_changed.connect(lambda heard: timeline.mark_heard(heard, self._sounding.row))
        self._sounding.changed.connect(lambda row: timeline.mark_heard(transport.heard_s, row))
        timeline.bounds_dragged.connect(self.audition.follow_drag)
        self.audition.remarked.connect(say)
        self.other_file.remarked.connect(say)
