"""A player without a sound device, for what stands above it."""

from __future__ import annotations

from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.play_order import PlayOrder
from relay_desktop.audio.play_source import Playable
from relay_desktop.audio.player import Player
from relay_desktop.audio.sound_output import OutputChoice
from relay_desktop.errors import NoSoundDevice


class DeafPlayer(Player):
    """A player whose orders are noted and whose sound device is this test: it says where it is and when it ends."""

    def __init__(self) -> None:
        super().__init__()
        self.orders: list[tuple[object, ...]] = []
        self.full_orders: list[PlayOrder] = []
        self.at_frame = 0.0
        self.frames = 0
        self.has_device = True
        self.is_on = False

    @property
    def is_playing(self) -> bool:
        return self.is_on

    def load(self, clip: AudioClip | None) -> None:
        self.orders.append(("load", clip))
        self.frames = clip.frames if clip is not None else 0

    def play_order(self, order: PlayOrder, *, goes_on: bool = False) -> None:
        if not self.has_device:
            raise NoSoundDevice
        self.full_orders.append(order)
        self.orders.append(("play", order.start_frame, order.stop_frame, order.is_loop))
        if order.first_frame != order.start_frame:
            self.orders.append(("from", order.first_frame))
        self.at_frame, self.is_on = float(order.first_frame), True

    def set_output(self, choice: OutputChoice) -> None:
        self.orders.append(("output", choice))
        self.has_device = True

    def stop(self) -> None:
        self.orders.append(("stop",))
        self.is_on = False

    def seek(self, frame: int) -> None:
        self.orders.append(("seek", frame))
        self.at_frame = float(frame)
        if self.is_on and not self.full_orders[-1].contains(frame):
            self.full_orders.append(PlayOrder(frame, frame, self.frames))

    def set_stand_in(self, clip: Playable | None) -> None:
        self.orders.append(("stand in", clip is not None))

    def finish(self) -> None:
        """The last frame was heard."""
        self.is_on = False
        self.at_frame = float(self.full_orders[-1].stop_frame)
        assert self.on_finished is not None
        self.on_finished()

    def position_frames(self) -> float:
        return self.at_frame
