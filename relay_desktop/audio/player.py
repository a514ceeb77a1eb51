"""Player: sound from a clip, sample-exact, seamless in loops, with the place that is heard right now.

Three threads meet here. The caller leaves letters (never a wait). A reader thread decodes ahead of time into a
ring buffer. The device's callback only copies from the ring.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from inference.audio_file import UnreadableAudio
from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.listening import Listening
from relay_desktop.audio.play_source import PLAIN, PlayOrder, PlaySource
from relay_desktop.audio.ring_buffer import RingBuffer
from relay_desktop.audio.sound_output import OutputDevice, SoundOutput
from relay_desktop.errors import FileProblem, NoSoundDevice, RelayError

log = logging.getLogger(__name__)

_RING_S = 1.0
_BLOCK_FRAMES = 4096
_LOOK_EVERY_S = 0.01
# The device is let go to sleep when nothing was played for this long; waking it takes a moment.
_IDLE_S = 20.0


class _Letter:
    """The latest wish of the caller: an order, or None for silence."""

    def __init__(self, order: PlayOrder | None) -> None:
        self.order = order


@dataclass(frozen=True)
class _Run:
    """An order on its way through a ring of its own, so that nothing of an older order is ever heard again."""

    order: PlayOrder
    ring: RingBuffer
    ratio: float


class Player:
    """Plays one clip at a time. Orders return at once; only the first `play` opens the sound device.

    `underruns` counts the times the device wanted sound that was not there. `on_finished()` is called after the
    last frame was heard, `on_problem(error)` when sound or file are lost meanwhile; both in the player's thread.
    """

    def __init__(self, device: OutputDevice | None = None) -> None:
        self.device = device
        self.underruns = 0
        self.on_finished: Callable[[], None] | None = None
        self.on_problem: Callable[[RelayError], None] | None = None
        self._clip: AudioClip | None = None
        self._output: SoundOutput | None = None
        self._reader: threading.Thread | None = None
        self._device_lock = threading.Lock()  # never taken by the callback
        self._wake = threading.Event()
        self._is_closing = False
        self._is_output_lost = False
        # Caller to reader: the newest letter; `_answered` is the one whose sound is in the ring.
        self._letter = self._answered = _Letter(None)
        # Written by the reader thread alone.
        self._run: _Run | None = None
        self._end: int | None = None
        # Written by the callback alone: a ring, a frame of it and the stream time at which that is heard.
        self._heard: tuple[RingBuffer | None, int, float] = (None, 0, 0.0)
        self._resting_frame = 0.0
        self._listening = PLAIN

    # Orders -------------------------------------------------------------------------------------

    def load(self, clip: AudioClip | None) -> None:
        """Takes another clip (the caller keeps and closes it); stops what plays."""
        self.close()
        self._clip = clip
        self._resting_frame = 0.0

    def play(self, start_frame: int, stop_frame: int | None = None, loop: bool = False) -> None:
        """Plays start_frame..stop_frame (the end for None), again and again with `loop`.

        Raises NoSoundDevice with a sentence; everything else keeps working.
        """
        if self._clip is None:
            return
        start = min(max(0, start_frame), self._clip.frames - 1)
        stop = self._clip.frames if stop_frame is None else min(max(start + 1, stop_frame), self._clip.frames)
        order = PlayOrder(start, start, stop, loop)
        output = self._open_output(self._clip)
        with self._device_lock:
            output.start()
            self._send(order)
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
        if order.start_frame <= frame < order.stop_frame:
            self._send(PlayOrder(frame, order.start_frame, order.stop_frame, order.is_loop))
        else:
            self._send(PlayOrder(frame, frame, self._clip.frames, False))

    @property
    def listening(self) -> Listening:
        """How it is heard: gain, channels."""
        return self._listening

    def set_listening(self, listening: Listening) -> None:
        """Changes gain and channels, at once while it plays."""
        self._listening = listening
        if self.is_playing:
            self.seek(round(self.position_frames()))

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

    def _send(self, order: PlayOrder | None) -> None:
        self._letter = _Letter(order)
        self._wake.set()

    def _open_output(self, clip: AudioClip) -> SoundOutput:
        if self._is_output_lost:
            self.close()
        if self._output is None:
            self._output = SoundOutput(clip.sample_rate_hz, self._fill, self.device)
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
        if letter is not self._answered and letter.order is not None:
            return float(letter.order.first_frame)
        if letter is not self._answered or run is None:
            return self._resting_frame
        return run.order.frame_after(self._heard_frames(run) / run.ratio)

    def _heard_frames(self, run: _Run) -> float:
        """How many of the run's frames, at the device's rate, have reached the air."""
        output, (ring, frame, at_s) = self._output, self._heard
        if output is None or ring is not run.ring:
            return 0.0
        if at_s <= 0.0:  # a driver without a clock
            return max(0.0, run.ring.taken - output.latency_s * output.rate_hz)
        return min(frame + (output.time_s - at_s) * output.rate_hz, float(run.ring.taken))

    # The device's callback: copies, nothing else --------------------------------------------------

    def _fill(self, out: NDArray[np.float32], heard_at_s: float, ran_dry: bool) -> None:
        count, run = 0, self._run
        if run is not None and self._letter is self._answered:
            count = run.ring.take(out)
            if count:
                self._heard = (run.ring, run.ring.taken - count, heard_at_s)
            if (count < len(out) and self._end is None) or ran_dry:
                self.underruns += 1
        out[count:] = 0

    # The reader thread ----------------------------------------------------------------------------

    def _read_ahead(self) -> None:
        letter, source = self._answered, None
        pending = np.zeros((0, self._ring_channels), dtype=np.float32)
        idle_s = 0.0
        while not self._is_closing:
            if letter is not self._letter:
                letter, pending, idle_s = self._letter, pending[:0], 0.0
                source = self._begin(letter)
            try:
                pending = self._pump(source, pending)
            except (UnreadableAudio, OSError) as error:
                self._break_off(FileProblem(self._clip.path if self._clip else "", str(error)))
            self._answered = letter
            self._watch(letter)
            if self._run is None:
                source, pending, idle_s = None, pending[:0], idle_s + _LOOK_EVERY_S
                self._rest(letter, idle_s)
            if source is None or len(pending) or source.is_exhausted:
                self._wake.wait(_LOOK_EVERY_S if idle_s < _IDLE_S else None)
                self._wake.clear()

    @property
    def _ring_channels(self) -> int:
        return self._output.channels if self._output else 1

    def _begin(self, letter: _Letter) -> PlaySource | None:
        clip, output, order = self._clip, self._output, letter.order
        self._run, self._end = None, None
        if order is None or clip is None or output is None:
            return None
        source = PlaySource(clip, order, output.rate_hz, output.channels, self._listening)
        ring = RingBuffer(int(_RING_S * output.rate_hz), output.channels)
        self._run = _Run(order, ring, source.ratio)
        return source

    def _pump(self, source: PlaySource | None, pending: NDArray[np.float32]) -> NDArray[np.float32]:
        """Moves one block towards the ring; gives what found no room there."""
        run = self._run
        if source is None or run is None:
            return pending
        if len(pending) == 0 and not source.is_exhausted:
            pending = source.next_block(_BLOCK_FRAMES)
        pending = pending[run.ring.write(pending) :]
        if source.is_exhausted and len(pending) == 0 and self._end is None:
            self._end = run.ring.written
        return pending

    def _watch(self, letter: _Letter) -> None:
        """Notices the end of the run and the loss of the device."""
        if self._run is None or self._output is None or letter is not self._letter:
            return
        if self._end is not None and self._heard_frames(self._run) >= self._end:
            self._resting_frame = float(self._run.order.stop_frame)
            self._run = None
            if self.on_finished is not None:
                self.on_finished()
        elif not self._output.is_running:
            self._is_output_lost = True
            self._break_off(
                NoSoundDevice("The sound device stopped answering.", "Check it, then press play again.")
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
