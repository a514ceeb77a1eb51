"""Player: sound from a clip, sample-exact, seamless in loops, with the place that is heard right now.

Three threads meet here. The caller leaves letters (never a wait). A reader thread decodes ahead of time into a
ring buffer. The device's callback only copies from the ring.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from inference.audio_info import UnreadableAudio
from inference.sentences import sentence, words_of
from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.listening import Listening
from relay_desktop.audio.play_order import PlayOrder
from relay_desktop.audio.play_source import PLAIN, Playable, PlaySource
from relay_desktop.audio.ring_buffer import RingBuffer
from relay_desktop.audio.silent_output import SilentOutput
from relay_desktop.audio.sound_output import DEFAULT_OUTPUT, OutputChoice, SoundOutput
from relay_desktop.errors import FileProblem, NoSoundDevice, RelayError

log = logging.getLogger(__name__)

_RING_S = 1.0
# How far back the meters can look: longer than the device's latency and the window's longest pause together.
_HISTORY_S = 1.0
_BLOCK_FRAMES = 4096
_LOOK_EVERY_S = 0.01
# The device is let go to sleep when nothing was played for this long; waking it takes a moment.
_IDLE_S = 20.0


class _Letter:
    """The latest wish of the caller: an order, or None for silence.

    `is_cut`: what sounds may sound on until then. `goes_on`: from the very frame that is next, where the order has it.
    """

    def __init__(self, order: PlayOrder | None, *, is_cut: bool = False, goes_on: bool = False) -> None:
        self.order = order
        self.is_cut = is_cut
        self.goes_on = is_cut and goes_on


# A ring, a frame of it and the stream time at which that is heard.
_Heard = tuple[RingBuffer | None, int, float]


@dataclass
class _Run:
    """An order on its way through a ring of its own, so that nothing of an older order is ever heard again."""

    order: PlayOrder
    source: PlaySource
    ring: RingBuffer
    pending: NDArray[np.float32]
    scale: float = 1.0  # frames of what is read for one of the clip's: 1 unless another recording stands in
    end: int | None = None
    skipped: int = 0  # frames that the run before had played already when this one took over
    # The run that this one goes on from, and when which of its frames was heard: until the first of its own are.
    before: tuple[_Run, _Heard] | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether there is nothing to do until frames were taken."""
        return len(self.pending) > 0 or self.source.is_exhausted

    def pump(self) -> None:
        """Moves one block towards the ring. Raises UnreadableAudio."""
        if len(self.pending) == 0 and not self.source.is_exhausted:
            self.pending = self.source.next_block(_BLOCK_FRAMES)
        self.pending = self.pending[self.ring.write(self.pending) :]
        if self.source.is_exhausted and len(self.pending) == 0 and self.end is None:
            self.end = self.ring.written

    def frame_after(self, heard_frames: float) -> float:
        """The place in the file after so many frames of the ring."""
        gap_frames = round(self.source.gap_frames / self.scale)
        return self.order.frame_after(heard_frames / self.source.ratio / self.scale, gap_frames)


class Player:
    """Plays one clip at a time. Orders return at once; only the first `play` opens the sound device.

    `underruns` counts the times the device wanted sound that was not there. `on_finished()` is called after the
    last frame was heard, `on_problem(error)` when sound or file are lost meanwhile; both in the player's thread.
    """

    def __init__(self, choice: OutputChoice = DEFAULT_OUTPUT) -> None:
        self.underruns = 0
        self.on_finished: Callable[[], None] | None = None
        self.on_problem: Callable[[RelayError], None] | None = None
        self._choice = choice
        self._clip: AudioClip | None = None
        self._stand_in: Playable | None = None
        self._output: SoundOutput | SilentOutput | None = None
        self._reader: threading.Thread | None = None
        self._device_lock = threading.Lock()  # never taken by the callback
        self._wake = threading.Event()
        self._is_closing = False
        self._is_output_lost = False
        # Caller to reader: the newest letter; `_answered` is the one whose sound is in the ring.
        self._letter = self._answered = _Letter(None)
        # Written by the reader thread alone.
        self._run: _Run | None = None
        # Written by the callback alone.
        self._heard: _Heard = (None, 0, 0.0)
        self._metered: tuple[RingBuffer | None, int] = (None, 0)
        self._resting_frame = 0.0
        self._listening = PLAIN

    # Orders -------------------------------------------------------------------------------------

    def load(self, clip: AudioClip | None) -> None:
        """Takes another clip (the caller keeps and closes it); stops what plays."""
        self.close()
        self._clip, self._stand_in = clip, None
        self._resting_frame = 0.0

    def play(self, start_frame: int, stop_frame: int | None = None, loop: bool = False) -> None:
        """Plays start_frame..stop_frame (the end for None), again and again with `loop`. Raises NoSoundDevice."""
        if self._clip is not None:
            stop = self._clip.frames if stop_frame is None else stop_frame
            self.play_order(PlayOrder(start_frame, start_frame, stop, loop))

    def play_order(self, order: PlayOrder, *, goes_on: bool = False) -> None:
        """Plays an order, cut to the clip; what plays is cut over to it without a hole.

        With `goes_on` it begins with the frame that is next now, where the order has that, else at its start.
        Raises NoSoundDevice with a sentence; everything else keeps working.
        """
        if self._clip is None:
            return
        start = min(max(0, order.start_frame), self._clip.frames - 1)
        stop = min(max(start + 1, order.stop_frame), self._clip.frames)
        first = min(max(start, order.first_frame), stop if order.is_backwards else stop - 1)
        output = self._open_output(self._clip)
        with self._device_lock:
            output.start()
            self._send(replace(order, first_frame=first, start_frame=start, stop_frame=stop), goes_on=goes_on)
        self._ensure_reader()

    def stop(self) -> None:
        """Silence at once; the place stays where it was heard last."""
        if self.is_playing:
            self._resting_frame = self.position_frames()
            self._send(None)

    def seek(self, frame: int) -> None:
        """Goes on from another frame without a pause; outside the played span it plays on to the file's end."""
        if self._clip is None:
            return
        frame = min(max(0, frame), self._clip.frames - 1)
        order = self._current_order()
        self._resting_frame = float(frame)
        if order is None:
            return
        if order.contains(frame) or order.is_backwards:
            self._send(replace(order, first_frame=frame))
        else:
            self._send(PlayOrder(frame, frame, self._clip.frames, shuttle=order.shuttle))

    @property
    def listening(self) -> Listening:
        """How it is heard: gain, channels, band, speed."""
        return self._listening

    def set_listening(self, listening: Listening) -> None:
        """Changes how it is heard, at once while it plays."""
        if listening != self._listening:
            self._listening = listening
            self._go_on()

    def set_stand_in(self, clip: Playable | None) -> None:
        """Another recording is heard instead of the clip, at the same times, until None; at once while playing."""
        if clip is not self._stand_in:
            self._stand_in = clip
            self._go_on()

    def _go_on(self) -> None:
        order, place = self._current_order(), round(self.position_frames())
        if order is not None:
            self._send(replace(order, first_frame=min(place, order.stop_frame - 1)), goes_on=True)

    def set_output(self, choice: OutputChoice) -> None:
        """Another device; takes effect with the next `play`. Stops what plays."""
        self.close()
        self._choice = choice

    def close(self) -> None:
        """Stops, gives the sound device back, ends the reader thread. The player can be used again."""
        self.stop()
        self._is_closing = True
        self._wake.set()
        if self._reader is not None:
            self._reader.join()
        if self._output is not None:
            self._output.close()
        self._output, self._reader, self._run = None, None, None
        self._letter = self._answered = _Letter(None)
        self._is_closing = self._is_output_lost = False

    def _send(self, order: PlayOrder | None, *, goes_on: bool = False) -> None:
        is_cut = order is not None and self.is_playing
        # A place that was asked for and is not reached yet is where to go on from.
        is_awaited = self._letter is not self._answered and not self._letter.goes_on
        self._letter = _Letter(order, is_cut=is_cut, goes_on=goes_on and not is_awaited)
        self._wake.set()

    def _open_output(self, clip: AudioClip) -> SoundOutput | SilentOutput:
        if self._is_output_lost:
            self.close()
        if self._output is None:
            wanted_hz = clip.sample_rate_hz
            if self._choice.is_silent:
                self._output = SilentOutput(wanted_hz, self._fill)
            else:
                self._output = SoundOutput(wanted_hz, self._fill, self._choice)
        return self._output

    def _ensure_reader(self) -> None:
        if self._reader is None:
            self._reader = threading.Thread(target=self._read_ahead, name="player-reader", daemon=True)
            self._reader.start()

    # What is heard ------------------------------------------------------------------------------

    @property
    def is_playing(self) -> bool:
        """True from `play` until `stop` or until the last frame was heard."""
        return self._current_order() is not None

    def _current_order(self) -> PlayOrder | None:
        letter, run = self._letter, self._run
        if letter is not self._answered:
            return letter.order
        return run.order if run else None

    @property
    def device_name(self) -> str | None:
        """The open device, as its driver calls it."""
        return self._output.device_name if self._output else None

    @property
    def rate_hz(self) -> int | None:
        """The open device's rate."""
        return self._output.rate_hz if self._output else None

    def position_frames(self) -> float:
        """The frame of the file that is heard now: frames delivered minus what the device still holds back."""
        letter, run = self._letter, self._run
        is_answered = letter is self._answered or letter.goes_on
        if not is_answered and letter.order is not None:
            return float(letter.order.first_frame)
        if not is_answered or run is None:
            return self._resting_frame
        heard = self._frames_of(run, self._heard)
        if heard <= 0 and run.before is not None:
            old, last = run.before
            return old.frame_after(max(0.0, self._frames_of(old, last)))
        return run.frame_after(max(0.0, heard))

    def heard_samples(self) -> NDArray[np.float32]:
        """What was heard since the last call, float32 (frames, loudspeakers) at the device's rate, a second at most."""
        run = self._run
        if run is None:
            return np.zeros((0, self._output.channels if self._output else 0), dtype=np.float32)
        stop = int(self._heard_frames(run))
        start = self._metered[1] if self._metered[0] is run.ring else run.skipped
        self._metered = (run.ring, stop)
        return run.ring.peek(start, stop)

    def _heard_frames(self, run: _Run) -> float:
        """How many of the run's frames, at the device's rate, have reached the air."""
        return max(0.0, self._frames_of(run, self._heard))

    def _frames_of(self, run: _Run, heard: _Heard) -> float:
        """The same; zero or less before the first of them is heard."""
        output, (ring, frame, at_s) = self._output, heard
        if output is None or ring is not run.ring:
            return 0.0
        if at_s <= 0.0:  # a driver without a clock
            place = run.ring.taken - output.latency_s * output.rate_hz
        else:
            place = min(frame + (output.time_s - at_s) * output.rate_hz, float(run.ring.taken))
        return place if place > run.skipped else 0.0

    # The device's callback: copies, nothing else --------------------------------------------------

    def _fill(self, out: NDArray[np.float32], heard_at_s: float, ran_dry: bool) -> None:
        count, run, letter = 0, self._run, self._letter
        is_current = letter is self._answered
        if run is not None and (is_current or letter.is_cut):
            count = run.ring.take(out)
            if count:
                self._heard = (run.ring, run.ring.taken - count, heard_at_s)
            if (count < len(out) and run.end is None and is_current) or ran_dry:
                self.underruns += 1
        out[count:] = 0

    # The reader thread ----------------------------------------------------------------------------

    def _read_ahead(self) -> None:
        letter = self._answered
        idle_s = 0.0
        while not self._is_closing:
            try:
                if letter is not self._letter:
                    letter, idle_s = self._letter, 0.0
                    # The new run sounds from here on; the old one sounded until now.
                    self._run, self._answered = self._begin(letter), letter
                elif self._run is not None:
                    self._run.pump()
            except (UnreadableAudio, OSError) as error:
                self._answered = letter
                self._break_off(FileProblem(self._clip.path if self._clip else "", words_of(error)))
            self._watch(letter)
            run = self._run
            if run is None:
                idle_s += _LOOK_EVERY_S
                self._rest(letter, idle_s)
            if run is None or run.is_waiting:
                self._wake.wait(_LOOK_EVERY_S if idle_s < _IDLE_S else None)
                self._wake.clear()

    def _begin(self, letter: _Letter) -> _Run | None:
        """The run of a letter, with its first samples in the ring."""
        clip, output, order, old = self._clip, self._output, letter.order, self._run
        if order is None or clip is None or output is None:
            return None
        taken = old.ring.taken if old is not None else 0
        if letter.goes_on and old is not None:
            place = round(old.frame_after(taken))
            is_inside = order.contains(place) or order.is_backwards
            order = replace(order, first_frame=place if is_inside else order.start_frame)
        read = self._stand_in or clip
        scale = read.info.sample_rate_hz / clip.info.sample_rate_hz
        source = PlaySource(read, order.at_rate(scale), output.rate_hz, output.channels, self._listening)
        ring = RingBuffer(int(_RING_S * output.rate_hz), output.channels, int(_HISTORY_S * output.rate_hz))
        run = _Run(order, source, ring, np.zeros((0, output.channels), dtype=np.float32), scale)
        while run.ring.written == 0 and run.end is None and letter is self._letter:
            run.pump()
        if letter.goes_on and old is not None:
            # Frames that the old run played meanwhile are not played again.
            run.before = (replace(old, before=None), self._heard)
            run.skipped = ring.taken = min(old.ring.taken - taken, ring.written)
        return run

    def _watch(self, letter: _Letter) -> None:
        """Notices the end of the run and the loss of the device."""
        run = self._run
        if run is None or self._output is None or letter is not self._letter:
            return
        if run.end is not None and self._heard_frames(run) >= run.end:
            self._resting_frame = run.frame_after(float(run.end) + run.source.ratio)
            self._run = None
            if self.on_finished is not None:
                self.on_finished()
        elif not self._output.is_running:
            self._is_output_lost = True
            self._break_off(
                NoSoundDevice(
                    sentence("The sound device stopped answering."),
                    sentence("Check it, then press play again."),
                )
            )

    def _break_off(self, problem: RelayError) -> None:
        log.warning("playback ended: %s", problem)
        self._resting_frame = self.position_frames()
        self._run = None
        if self.on_problem is not None:
            self.on_problem(problem)

    def _rest(self, letter: _Letter, idle_s: float) -> None:
        """Lets the device sleep after a while without sound."""
        with self._device_lock:
            if idle_s > _IDLE_S and self._output is not None and letter is self._letter:
                self._output.pause()
