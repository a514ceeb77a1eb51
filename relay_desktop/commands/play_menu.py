"""The menu Play: hearing."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from relay_desktop.commands.command import Command, define

COMPARE: Final = "Compare"
EAR: Final = "Speed and help for the ear"
MOVE: Final = "Move the playhead"


def _with_media_key(item: Command, *names: str) -> Command:
    """Keys of keyboards and headsets, whose names have spaces in them."""
    return replace(item, keys=(*item.keys, *names))


PLAY: Final[tuple[Command, ...]] = (
    _with_media_key(
        define("play", "Play or pause", "Space", "transport.play_pause", "Play",
               help="Play from the playhead, or pause. With a stretch selected: play that stretch.", icon="play"),
        "Toggle Media Play/Pause", "Media Play"),
    define("play_detection", "Play the selected detection", "Return Enter Shift+Space", "hearing.audition.play", "Play",
           help="Play the selected detection with a little before and after it, from the beginning each time."),
    define("loop", "Loop", "L", "transport.set_looping", "Play",
           help="Play the same stretch again and again.", icon="loop", is_checkable=True),
    _with_media_key(
        define("stop", "Stop", "Esc", "stop", "Play",
               help="Stop playing. Pressed again: let go of the selected stretch.", icon="stop"),
        "Media Stop"),
    define("sprint", "Play all shown detections in a row", "Shift+Return", "hearing.audition.set_sprinting", "Play",
           help="Play every shown detection from the selected one on, and nothing of what lies between them.",
           is_checkable=True, starts_group=True),
    define("play_on_selection", "Play a detection when it is selected", "Ctrl+Shift+Space",
           "hearing.audition.set_plays_on_selection", "Play",
           help="Hear each detection as soon as you come to it, also after a verdict.", is_checkable=True),
    define("return_to_start", "Return to where playing began", "", "hearing.audition.set_returns_to_start", "Play",
           help="After stopping, the playhead goes back to where it was; off: it stays where you stopped.",
           is_checkable=True),
    define("follow_playhead", "View follows the playhead", "Shift+F", "follow_playhead", "Play",
           help="Scroll on when the playhead runs out of the view.", is_checkable=True),
    define("bridged", "Hear it bridged", "B", "hearing.audition.set_bridged", "Play", submenu=COMPARE,
           help="The selected detection is replaced by what its surroundings suggest, to hear whether it is "
                "what disturbs.", is_checkable=True, starts_group=True),
    define("neighbour", "Hear a clean neighbour", "Shift+B", "hearing.audition.set_neighbour", "Play", submenu=COMPARE,
           help="As much sound from nearby without any detection, to compare with.", is_checkable=True),
    define("other_file", "Hear the other file", "O", "hearing.other_file.set_heard", "Play", submenu=COMPARE,
           help="Switch to the file you compare with, at the same place, and back.", is_checkable=True),
    define("compare_with", "Compare with another file…", "Ctrl+Shift+C", "hearing.tools.ask_for_other_file", "Play",
           submenu=COMPARE, help="Choose another file or version, to switch between the two while listening."),
    define("slower", "Slower", "[", "hearing.ear.step_speed(-1)", "Play", submenu=EAR,
           help="Half, a quarter, a tenth of the speed."),
    define("faster", "Faster", "]", "hearing.ear.step_speed(1)", "Play", submenu=EAR,
           help="Back towards full speed."),
    define("keep_pitch", "Keep the pitch when slow", "\\", "hearing.ear.set_keeps_pitch", "Play", submenu=EAR,
           help="Slow sound stays as high as it was. Off: lower, like a slow tape, and clicks stay clicks.",
           is_checkable=True),
    define("louder", "Louder for the ear", "Alt+Up", "hearing.ear.gain_by(3)", "Play", submenu=EAR,
           help="3 dB louder, up to 40; a soft limiter keeps it below full scale. The file stays as it is."),
    define("quieter", "Quieter for the ear", "Alt+Down", "hearing.ear.gain_by(-3)", "Play", submenu=EAR,
           help="3 dB quieter. The file stays as it is."),
    define("heard_channels", "Next choice of channels", "M", "hearing.ear.next_channels", "Play", submenu=EAR,
           help="All channels, mono, mid, side, then each one alone."),
    define("plain_ear", "Hear it as it is", "Shift+M", "hearing.ear.reset", "Play", submenu=EAR,
           help="No gain, all channels, all frequencies, full speed."),
    define("shuttle_back", "Shuttle back", "J", "transport.shuttle(-1)", "Play", submenu=MOVE,
           help="Play backwards; each further press twice as fast."),
    define("shuttle_stop", "Shuttle stop", "K", "transport.shuttle(0)", "Play", submenu=MOVE,
           help="Stop shuttling."),
    define("shuttle_on", "Shuttle on", "Shift+L", "transport.shuttle(1)", "Play", submenu=MOVE,
           help="Play on; each further press twice as fast. The key L alone is the loop; the settings can swap them."),
    _with_media_key(
        define("back_a_bit", "Back one second", ",", "seek_by(-1)", "Play", submenu=MOVE,
               help="Move the playhead one second earlier."),
        "Media Rewind"),
    _with_media_key(
        define("on_a_bit", "On one second", ".", "seek_by(1)", "Play", submenu=MOVE,
               help="Move the playhead one second later."),
        "Media Fast Forward"),
    define("nudge_back", "Nudge back", "Shift+Left Alt+,", "seek_by(-0.01)", "Play", submenu=MOVE,
           help="Move the playhead a hundredth of a second earlier."),
    define("nudge_on", "Nudge on", "Shift+Right Alt+.", "seek_by(0.01)", "Play", submenu=MOVE,
           help="Move the playhead a hundredth of a second later."),
    define("to_start", "To the start of the file", "Ctrl+Home", "transport.seek_s(0)", "Play", submenu=MOVE,
           help="Put the playhead at the start."),
    define("to_end", "To the end of the file", "Ctrl+End", "to_end", "Play", submenu=MOVE,
           help="Put the playhead at the end."),
)  # fmt: skip
