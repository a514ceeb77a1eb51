"""The menu Play: hearing."""

from __future__ import annotations

from typing import Final

from relay_desktop.commands.command import Command, define

PLAY: Final[tuple[Command, ...]] = (
    define("play", "Play or pause", "Space", "transport.play_pause", "Play",
           help="Play from the playhead, or pause. With a stretch selected: play that stretch.", icon="play"),
    define("play_detection", "Play the selected detection", "Shift+Space", "transport.play_selection", "Play",
           help="Play the selected detection with half a second before and after it."),
    define("loop", "Loop", "L", "transport.set_looping", "Play",
           help="Play the same stretch again and again.", icon="loop", is_checkable=True),
    define("stop", "Stop", "Esc", "stop", "Play",
           help="Stop playing; the playhead stays where it is. Pressed again: let go of the selected stretch.",
           icon="stop"),
    define("back_a_bit", "Back one second", ",", "seek_by(-1)", "Play",
           help="Move the playhead one second earlier.", starts_group=True),
    define("on_a_bit", "On one second", ".", "seek_by(1)", "Play",
           help="Move the playhead one second later."),
    define("to_start", "To the start of the file", "Ctrl+Home", "transport.seek_s(0)", "Play",
           help="Put the playhead at the start."),
    define("to_end", "To the end of the file", "Ctrl+End", "to_end", "Play",
           help="Put the playhead at the end."),
)  # fmt: skip
