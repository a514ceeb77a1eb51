"""Times, lengths, counts and states as a person reads them; the same words in every panel."""

from __future__ import annotations

from typing import Final

from inference.sentences import sentence
from relay_desktop.session.verdicts import State
from relay_desktop.translation import number, said, spoken

# What a status of the wire or of the desk means to a person; another word is shown as it came.
STATUS_WORDS: Final = {
    "waiting": sentence("waiting"),
    "uploading": sentence("uploading"),
    "confirming": sentence("handing over"),
    "missing": sentence("missing"),
    "pending": sentence("pending"),
    "queued": sentence("queued"),
    "processing": sentence("listening"),
    "completed": sentence("done"),
    "failed": sentence("failed"),
    "cancelled": sentence("cancelled"),
    "cancelling": sentence("cancelling"),
}


def clock(ms: int) -> str:
    """A moment of a recording: 2467312 -> "00:41:07.312"."""
    seconds, rest = divmod(max(0, ms), 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"


def clock_s(seconds: float) -> str:
    """A moment in float seconds, to the millisecond."""
    return clock(round(seconds * 1000))


def length(seconds: float | None) -> str:
    """How long a recording is: 3764.9 -> "1:02:44", 48.2 -> "0:48", 0.4 -> "400 ms"; "" when unknown."""
    if seconds is None:
        return ""
    if seconds < 1:
        return f"{round(seconds * 1000)} ms"
    whole = int(seconds)
    if whole < 3600:
        return f"{whole // 60}:{whole % 60:02}"
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def duration(ms: int) -> str:
    """How long a detection lasts: 250 -> "250 ms", 1100 -> "1.10 s", 94000 -> "1:34"."""
    if ms < 1000:
        return f"{ms} ms"
    if ms < 60_000:
        return f"{number(ms / 1000, '.2f')} s"
    return length(ms / 1000)


def status_word(status: str) -> str:
    """A status as a person reads it; one we do not know is shown as it came."""
    return spoken(STATUS_WORDS.get(status, status))


def rate(sample_rate_hz: int | None) -> str:
    """48000 -> "48 kHz", 44100 -> "44.1 kHz"; "" when unknown."""
    return "" if not sample_rate_hz else f"{number(sample_rate_hz / 1000, 'g')} kHz"


def channel_words(channels: int | None) -> str:
    """1 -> "mono", 2 -> "stereo", 6 -> "6 channels"; "" when unknown."""
    if not channels:
        return ""
    if channels == 1:
        return said("mono")
    return said("stereo") if channels == 2 else said("{n} channels", n=channels)


# How a shown detection's review state is told, in words and in the look's tones: never by colour alone.
STATE_WORDS: Final = {
    State.UNREVIEWED: "",
    State.ARTIFACT: sentence("Artifact"),
    State.NOT_AN_ARTIFACT: sentence("Not one"),
    State.UNSURE: sentence("Unsure"),
    State.MIXED: sentence("Mixed"),
}
STATE_TONES: Final = {
    State.ARTIFACT: "success",
    State.NOT_AN_ARTIFACT: "danger",
    State.UNSURE: "warning",
    State.MIXED: "warning",
}
