"""OtherFile: another file or version, to switch to while listening, at the same times."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from inference.audio_info import UnreadableAudio
from relay_desktop.audio.stand_in import StandIn
from relay_desktop.session.transport import Transport
from relay_desktop.translation import error_said


class OtherFile(QObject):
    """The file that is compared with the one on the desk. It stays chosen until another is, and closed by `close`."""

    changed = Signal()
    remarked = Signal(str)  # a sentence: why it is not heard

    def __init__(self, transport: Transport, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._transport = transport
        self._stand_in: StandIn | None = None
        self._is_heard = False
        transport.clip_changed.connect(lambda _clip: self.set_heard(False))

    @property
    def name(self) -> str | None:
        """The name of the file; None: none was chosen."""
        return self._stand_in.path.name if self._stand_in is not None else None

    @property
    def is_heard(self) -> bool:
        """Whether it is what sounds."""
        return self._is_heard

    def compare_with(self, path: str) -> None:
        """Take this file; it is heard at once. One that cannot be read is told by `remarked`."""
        try:
            stand_in = StandIn(path)
        except UnreadableAudio as error:
            self.remarked.emit(error_said(error))
            return
        self.close()
        self._stand_in = stand_in
        self.set_heard(True)

    def set_heard(self, is_on: bool) -> None:
        """Hear it, or the file on the desk; what plays goes on at the same place."""
        is_on = is_on and self._stand_in is not None
        if is_on != self._is_heard:
            self._is_heard = is_on
            self._transport.set_stand_in(self._stand_in if is_on else None)
        self.changed.emit()

    def close(self) -> None:
        """Compare with no other file any more."""
        if self._stand_in is not None:
            self.set_heard(False)
            stand_in, self._stand_in = self._stand_in, None
            stand_in.close()
            self.changed.emit()
