"""Play, stop, seek: the state of playback for the window, in seconds, over a player that counts frames.

One state for eye and ear: the selected stretch, what is heard (`heard_s`), whether it loops, and the playhead.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.listening import Listening
from relay_desktop.audio.play_order import PlayOrder
from relay_desktop.audio.play_source import Playable
from relay_desktop.audio.player import Player
from relay_desktop.audio.sound_output import OutputChoice
from relay_desktop.errors import NoSoundDevice, RelayError

POSITION_EVERY_MS: Final = 16
# The guard at a loop's seam, out before it and in after it.
SEAM_S: Final = 0.002
FASTEST_SHUTTLE: Final = 8

Stretch = tuple[float, float]


@dataclass(frozen=True)
class Looping:
    """How a loop goes round."""

    gap_s: float = 0.0
    has_soft_seams: bool = True


class Transport(QObject):
    """Playback of the clip on the desk. Its timer runs only while something plays."""

    playing_changed = Signal(bool)
    position_changed = Signal(float)  # seconds from the start of the clip
    loop_changed = Signal(bool)
    span_changed = Signal(object)  # the selected stretch: (start_s, end_s) or None
    heard_changed = Signal(object)  # the stretch that is being played: (start_s, end_s) or None
    shuttle_changed = Signal(int)  # 0 while nothing is shuttled
    listening_changed = Signal()
    clip_changed = Signal(object)  # AudioClip or None
    finished = Signal()  # the last frame of a stretch was heard
    stopped = Signal()  # somebody wanted silence
    problem = Signal(object)  # RelayError
    device_failed = Signal(object)  # NoSoundDevice: the chosen device refused, or went away while it played
    _finished = Signal()
    _broke_off = Signal(object)

    def __init__(self, player: Player | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = player or Player()
        self._clip: AudioClip | None = None
        self._position_s = 0.0
        self._begun_s = 0.0
        self._is_looping = False
        self._loops_now = False
        self._is_through = False  # the file is played, not a stretch of it
        self._looping = Looping()
        self._bridged_s: Stretch | None = None
        self._last_wish: tuple[float, float, bool, Stretch | None] | None = None
        self._span_s: Stretch | None = None
        self._heard_s: Stretch | None = None
        self._shuttle = 0
        self.returns_to_start = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(POSITION_EVERY_MS)
        self._timer.timeout.connect(self._tell_position)
        # The player speaks in its own thread; these signals bring it over to this one.
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._broke_off.connect(self._on_broke_off, Qt.ConnectionType.QueuedConnection)
        self._player.on_finished = self._finished.emit
        self._player.on_problem = self._broke_off.emit

    # -- what there is to know ---------------------------------------------------------------------------------

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
    def clip_path(self) -> Path | None:
        """The file that would be heard."""
        return self._clip.path if self._clip is not None else None

    @property
    def channels(self) -> int:
        """Channels of the clip; 0 without one."""
        return self._clip.info.channels if self._clip is not None else 0

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
    def span_s(self) -> Stretch | None:
        """The stretch selected on the timeline, which is played instead of everything."""
        return self._span_s

    @property
    def heard_s(self) -> Stretch | None:
        """The stretch that is being played; None in silence."""
        return self._heard_s

    @property
    def shuttle_speed(self) -> int:
        """How many times faster than life it is played by J and L, backwards below zero; 0 when it is not."""
        return self._shuttle

    @property
    def player(self) -> Player:
        """For meters: what was heard, at which rate, how often the device ran dry."""
        return self._player

    # -- what is on the desk -----------------------------------------------------------------------------------

    def set_clip(self, clip: AudioClip | None) -> None:
        """Take another recording (its owner closes it); playing ends, the playhead goes to the start."""
        self._halt()
        self._clip, self._last_wish = clip, None
        self._player.load(clip)
        self.set_span(None)
        self._move_to(0.0)
        self.clip_changed.emit(clip)

    def set_span(self, span_s: Stretch | None) -> None:
        """Select a stretch in seconds, or none. While the selected one is played, the sound follows its ends."""
        if span_s is not None:
            start, end = sorted(min(max(0.0, edge), self.duration_s) for edge in span_s)
            span_s = (start, end) if end > start else None
        if span_s == self._span_s:
            return
        was_heard = self._heard_s is not None and self._heard_s == self._span_s
        self._span_s = span_s
        self.span_changed.emit(span_s)
        if was_heard and span_s is not None:
            self.retarget(*span_s)

    def set_looping(self, is_on: bool) -> None:
        """Begin again at the end, or not; what plays goes on from where it is."""
        if is_on == self._is_looping:
            return
        self._is_looping = is_on
        self.loop_changed.emit(is_on)
        if self._heard_s is not None and not self._shuttle:
            start, end = (0.0, self.duration_s) if self._is_through else self._heard_s
            is_through = self._is_through
            place = self.position_s
            self._begin(start, end, from_s=place, is_loop=is_on, bridged_s=self._bridged_s, goes_on=True)
            self._is_through = is_through

    def set_loop_manner(self, looping: Looping) -> None:
        """The gap between two rounds and the guard at the seam, from the next order on."""
        self._looping = looping

    @property
    def listening(self) -> Listening:
        """How it is heard: gain, channels, band, speed."""
        return self._player.listening

    def set_listening(self, listening: Listening) -> None:
        """Change how it is heard, at once."""
        if listening != self._player.listening:
            self._player.set_listening(listening)
            self.listening_changed.emit()

    def set_stand_in(self, other: Playable | None) -> None:
        """Hear another recording at the same times, or (None) the one on the desk again; at once."""
        self._player.set_stand_in(other)

    def set_output(self, choice: OutputChoice) -> None:
        """Another sound device; what plays goes on over it."""
        was_playing = self.is_playing
        self._halt()
        self._player.set_output(choice)
        if was_playing:
            self.resume()

    def resume(self) -> None:
        """Play on what was played last, from the playhead where that lies in it."""
        if self._last_wish is not None:
            start, end, is_loop, bridged_s = self._last_wish
            inside = start <= self._position_s < end
            from_s = self._position_s if inside else start
            self._begin(start, end, from_s=from_s, is_loop=is_loop, bridged_s=bridged_s)

    def release_device(self) -> None:
        """Stop and give the sound device back; the next play opens it again."""
        self._halt()
        self._player.close()

    # -- playing -----------------------------------------------------------------------------------------------

    def play_pause(self) -> None:
        """Stop, or play: the selected stretch if there is one, else from the playhead to the end."""
        if self.is_playing:
            self.stop()
        elif self._span_s is not None:
            self.play_span(*self._span_s)
        else:
            start = self._position_s if self._position_s < self.duration_s - 0.01 else 0.0
            self._begin(
                0.0 if self._is_looping else start, self.duration_s, from_s=start, is_loop=self._is_looping
            )
            self._is_through = True

    def play_span(
        self, start_s: float, end_s: float, *, is_loop: bool | None = None, bridged_s: Stretch | None = None
    ) -> None:
        """Play one stretch, cut to the recording's ends; looped or not as asked or as the switch is.

        `bridged_s`: this part of it is heard as if nothing had happened there.
        """
        start, end = max(0.0, start_s), min(self.duration_s, end_s)
        self._begin(
            start,
            end,
            from_s=start,
            is_loop=self._is_looping if is_loop is None else is_loop,
            bridged_s=bridged_s,
        )

    def retarget(self, start_s: float, end_s: float, bridged_s: Stretch | None = None) -> None:
        """The stretch that is being played has other ends now: go on from where it is, or begin at its start."""
        if self._heard_s is None:
            return
        start, end = max(0.0, start_s), min(self.duration_s, end_s)
        position = self.position_s
        from_s = position if start <= position < end else start
        self._begin(start, end, from_s=from_s, is_loop=self._loops_now, bridged_s=bridged_s, goes_on=True)

    def shuttle(self, direction: float) -> None:
        """J and L: play backwards (-1) or on (1), twice as fast each time it is said again; 0 stops."""
        if direction == 0 or self._clip is None:
            self.stop()
            return
        sign = 1 if direction > 0 else -1
        is_same_way = self._shuttle * sign > 0
        speed = sign * (min(abs(self._shuttle) * 2, FASTEST_SHUTTLE) if is_same_way else 1)
        position = self.position_s
        first, stop = self._frame(position), self._frame(self.duration_s if sign > 0 else position)
        order = PlayOrder(first, first if sign > 0 else 0, max(1, stop), shuttle=float(speed))
        if self._send(
            order, (position, self.duration_s) if sign > 0 else (0.0, position), position, goes_on=True
        ):
            self._set_shuttle(speed)

    def stop(self) -> None:
        """Silence at once; the playhead stays where it was heard last, or returns, as the person prefers."""
        if self.is_playing:
            self._halt()
            if self.returns_to_start:
                self._move_to(self._begun_s)
            self.stopped.emit()

    def _halt(self) -> None:
        if self.is_playing:
            self._player.stop()
            self._rest_at_player()

    def seek_s(self, seconds: float) -> None:
        """Put the playhead somewhere else; what plays goes on from there."""
        if self._clip is None:
            return
        seconds = min(max(0.0, seconds), self.duration_s)
        self._player.seek(self._frame(seconds))
        if self._heard_s is not None and not self._heard_s[0] <= seconds < self._heard_s[1]:
            self._set_heard((0.0, seconds) if self._shuttle < 0 else (seconds, self.duration_s))
            self._loops_now, self._is_through = False, True
        self._begun_s = seconds
        self._move_to(seconds)

    def close(self) -> None:
        """Give the sound device back and end the player's thread."""
        self._timer.stop()
        self._player.on_finished = self._player.on_problem = None
        self._player.close()

    # -- inside ------------------------------------------------------------------------------------------------

    def _begin(
        self,
        start_s: float,
        end_s: float,
        *,
        from_s: float,
        is_loop: bool,
        bridged_s: Stretch | None = None,
        goes_on: bool = False,
    ) -> None:
        if self._clip is None or end_s <= start_s:
            return
        self._last_wish = (start_s, end_s, is_loop, bridged_s)
        order = PlayOrder(
            self._frame(from_s),
            self._frame(start_s),
            self._frame(end_s),
            is_loop,
            gap_s=self._looping.gap_s,
            fade_s=SEAM_S if self._looping.has_soft_seams else 0.0,
            bridged=(self._frame(bridged_s[0]), self._frame(bridged_s[1])) if bridged_s else None,
        )
        if self._send(order, (start_s, end_s), from_s, goes_on=goes_on):
            self._loops_now, self._bridged_s, self._is_through = is_loop, bridged_s, False
            self._set_shuttle(0)

    def _send(self, order: PlayOrder, heard_s: Stretch, from_s: float, *, goes_on: bool = False) -> bool:
        was_playing = self.is_playing
        try:
            self._player.play_order(order, goes_on=goes_on)
        except NoSoundDevice as error:
            self._stop_timer()
            self.device_failed.emit(error)
            return False
        if not was_playing:
            self._begun_s = from_s
        self._timer.start()
        self._set_heard(heard_s)
        if not was_playing:
            self.playing_changed.emit(True)
        return True

    def _on_finished(self) -> None:
        if self.is_playing and not self._player.is_playing:
            self._rest_at_player()
            if self.returns_to_start:
                self._move_to(self._begun_s)
            self.finished.emit()

    def _on_broke_off(self, error: RelayError) -> None:
        self._rest_at_player()
        (self.device_failed if isinstance(error, NoSoundDevice) else self.problem).emit(error)

    def _rest_at_player(self) -> None:
        self._tell_position()
        self._stop_timer()

    def _stop_timer(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._set_shuttle(0)
            self._set_heard(None)
            self.playing_changed.emit(False)

    def _set_heard(self, stretch: Stretch | None) -> None:
        if stretch != self._heard_s:
            self._heard_s = stretch
            self.heard_changed.emit(stretch)

    def _set_shuttle(self, speed: int) -> None:
        if speed != self._shuttle:
            self._shuttle = speed
            self.shuttle_changed.emit(speed)

    def _tell_position(self) -> None:
        if self._clip is not None:
            self._move_to(self._player.position_frames() / self._clip.info.sample_rate_hz)

    def _move_to(self, seconds: float) -> None:
        if seconds != self._position_s:
            self._position_s = seconds
            self.position_changed.emit(seconds)

    def _frame(self, seconds: float) -> int:
        return round(seconds * self._clip.info.sample_rate_hz) if self._clip is not None else 0
