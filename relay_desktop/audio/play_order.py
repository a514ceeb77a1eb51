"""PlayOrder: what is to be played, and which place of the file is heard after a while of it."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class PlayOrder:
    """From `first_frame`, inside start_frame..stop_frame (frames of the file), looped or once.

    `gap_s`: silence between two rounds. `fade_s`: the guard at a loop's seam, out before it and in after it.
    `bridged`: a span of frames that is heard as if nothing had happened there. `shuttle`: a factor on the
    speed; a negative one plays backwards, down to `start_frame`, and never loops.
    """

    first_frame: int
    start_frame: int
    stop_frame: int
    is_loop: bool = False
    gap_s: float = 0.0
    fade_s: float = 0.0
    bridged: tuple[int, int] | None = None
    shuttle: float = 1.0

    @property
    def is_backwards(self) -> bool:
        """Whether time runs back."""
        return self.shuttle < 0

    def contains(self, frame: float) -> bool:
        """Whether a frame lies in the span."""
        return self.start_frame <= frame < self.stop_frame

    def frame_after(self, played: float, gap_frames: int = 0) -> float:
        """The place in the file after `played` frames of the order were heard; in a gap it is the end."""
        played = max(0.0, played)
        if self.is_backwards:
            return max(float(self.start_frame), self.first_frame - played)
        beyond = self.first_frame + played - self.stop_frame
        if beyond < 0 or not self.is_loop:
            return self.stop_frame + min(beyond, 0.0)
        place = beyond % (self.stop_frame - self.start_frame + gap_frames)
        return float(self.stop_frame) if place < gap_frames else self.start_frame + place - gap_frames

    def at_rate(self, scale: float) -> PlayOrder:
        """The same times, counted in frames of a recording with `scale` times the sample rate."""
        if scale == 1:
            return self
        start = round(self.start_frame * scale)
        return replace(
            self,
            first_frame=round(self.first_frame * scale),
            start_frame=start,
            stop_frame=max(start + 1, round(self.stop_frame * scale)),
            bridged=(round(self.bridged[0] * scale), round(self.bridged[1] * scale)) if self.bridged else None,
        )
