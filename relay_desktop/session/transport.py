"""Play, stop, seek: the state of playback for the window, in seconds, over a player that counts frames."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.player import Player
from relay_desktop.errors import NoSoundDevice, RelayError
from relay_desktop.session.review_session import ReviewSession

POSITION_EVERY_MS: Final = 16
CONTEXT_S: Final = 0.5  # heard before and after a detection that is played on its own


class Transport(QObject):
    """Playback of the clip on the desk. Its timer runs only while something plays."""

    playing_changed = Signal(bool)
    position_changed = Signal(float)  # seconds from the start of the clip
    loop_changed = Signal(bool)
    span_changed = Signal(object)  # (start_s, end_s) or None
    clip_changed = Signal(object)  # AudioClip or None
    problem = Signal(object)  # RelayError
    _finished = Signal()
    _broke_off = Signal(object)

    def __init__(
        self, session: ReviewSession, player: Player | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._player = player or Player()
        self._clip: AudioClip | None = None
        self._position_s = 0.0
        self._is_looping = False
        self._span_s: tuple[float, float] | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(POSITION_EVERY_MS)
        self._timer.timeout.connect(self._tell_position)
        # The player speaks in its own thread; these signals bring it over to this one.
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._broke_off.connect(self._on_broke_off, Qt.ConnectionType.QueuedConnection)
        self._player.on_finished = self._finished.emit
        self._player.on_problem = self._broke_off.emit

    @property
    def is_playing(self) -> bool:
        """Whether sound is coming out."""
        return self._timer.isActive()

    @property
    def is_looping(self) -> bool:
        """Whether what is played begins again at its end."""
        return self._is_looping

    @property
    def has_clip(self) -> bool:
        """Whether there is anything to play."""
        return self._clip is not None

    @property
    def position_s(self) -> float:
        """The place that is heard now, or where playing would begin."""
        if not self.is_playing or self._clip is None:
            return self._position_s
        return self._player.position_frames() / self._clip.info.sample_rate_hz

    @property
    def duration_s(self) -> float:
        """Length of the clip; 0 without one."""
        return self._clip.info.duration_s if self._clip is not None else 0.0

    @property
    def span_s(self) -> tuple[float, float] | None:
        """The stretch selected on the timeline, which is played instead of everything."""
        return self._span_s

    def set_clip(self, clip: AudioClip | None) -> None:
        """Take another recording (its owner closes it); playing ends, the playhead goes to the start."""
        self.stop()
        self._clip = clip
        self._player.load(clip)
        self.set_span(None)
        self._move_to(0.0)
        self.clip_changed.emit(clip)

    def set_span(self, span_s: tuple[float, float] | None) -> None:
        """Select a stretch in seconds, or none."""
        if span_s is not None:
            start, end = sorted(min(max(0.0, edge), self.duration_s) for edge in span_s)
            span_s = (start, end) if end > start else None
        if span_s != self._span_s:
            self._span_s = span_s
            self.span_changed.emit(span_s)

    def set_looping(self, is_on: bool) -> None:
        """Begin again at the end, or not; what plays goes on from where it is."""
        if is_on == self._is_looping:
            return
        self._is_looping = is_on
        self.loop_changed.emit(is_on)
        if self.is_playing:
            start, end = self._span_s or (0.0, self.duration_s)
            position = self.position_s
            self._play(start, end, from_s=position)

    def play_pause(self) -> None:
        """Stop where it is, or play: the selected stretch if there is one, else from the playhead to the end."""
        if self.is_playing:
            self.stop()
        elif self._span_s is not None:
            self._play(*self._span_s)
        else:
            start = self._position_s if self._position_s < self.duration_s - 0.01 else 0.0
            self._play(0.0 if self._is_looping else start, self.duration_s, from_s=start)

    def play_selection(self, context_s: float = CONTEXT_S) -> None:
        """Play the selected detection with something around it; without one: like `play_pause`."""
        shown, row = self._session.shown, self._session.selected_row
        if shown is None or row is None:
            self.play_pause()
            return
        start, end = int(shown.start_ms[row]) / 1000, int(shown.end_ms[row]) / 1000
        self.play_span(start - context_s, end + context_s)

    def play_span(self, start_s: float, end_s: float) -> None:
        """Play one stretch, cut to the recording's ends."""
        self._play(max(0.0, start_s), min(self.duration_s, end_s))

    def stop(self) -> None:
        """Silence at once; the playhead stays where it was heard last."""
        if not self.is_playing:
            return
        self._player.stop()
        self._rest_at_player()

    def seek_s(self, seconds: float) -> None:
        """Put the playhead somewhere else; what plays goes on from there."""
        if self._clip is None:
            return
        seconds = min(max(0.0, seconds), self.duration_s)
        self._player.seek(self._frame(seconds))
        self._move_to(seconds)

    def close(self) -> None:
        """Give the sound device back and end the player's thread."""
        self._timer.stop()
        self._player.on_finished = self._player.on_problem = None
        self._player.close()

    def _play(self, start_s: float, end_s: float, *, from_s: float | None = None) -> None:
        if self._clip is None or end_s <= start_s:
            return
        was_playing = self.is_playing
        try:
            self._player.play(self._frame(start_s), self._frame(end_s), self._is_looping)
        except NoSoundDevice as error:
            self._stop_timer()
            self.problem.emit(error)
            return
        if from_s is not None and from_s > start_s:
            self._player.seek(self._frame(from_s))
        self._timer.start()
        if not was_playing:
            self.playing_changed.emit(True)

    def _on_finished(self) -> None:
        if not self._player.is_playing:
            self._rest_at_player()

    def _on_broke_off(self, error: RelayError) -> None:
        self._rest_at_player()
        self.problem.emit(error)

    def _rest_at_player(self) -> None:
        self._tell_position()
        self._stop_timer()

    def _stop_timer(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self.playing_changed.emit(False)

    def _tell_position(self) -> None:
        if self._clip is not None:
            self._move_to(self._player.position_frames() / self._clip.info.sample_rate_hz)

    def _move_to(self, seconds: float) -> None:
        if seconds != self._position_s:
            self._position_s = seconds
            self.position_changed.emit(seconds)

    def _frame(self, seconds: float) -> int:
        return round(seconds * self._clip.info.sample_rate_hz) if self._clip is not None else 0
