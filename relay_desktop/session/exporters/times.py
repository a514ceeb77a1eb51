"""Times of rows in every notation the formats ask for, in integer arithmetic so that no sample is lost."""

from __future__ import annotations

import re

from inference.sentences import sentence
from relay_desktop.session.exporters.document import ExportFile, ExportRow

_CLOCK = re.compile(r"(?:(?:(\d+):)?(\d+):)?(\d+)(?:[.,](\d*))?")


def span_us(row: ExportRow, file: ExportFile) -> tuple[int, int]:
    """Start and end in microseconds: from the exact frames where the row has them, else from milliseconds.

    A frame lasts more than a microsecond up to 500 kHz, so microseconds tell frames apart.
    """
    rate = file.sample_rate_hz
    start, end = row.start_frame, row.end_frame
    return (
        row.start_ms * 1000 if start is None or not rate else frames_to_us(start, rate),
        row.end_ms * 1000 if end is None or not rate else frames_to_us(end, rate),
    )


def span_frames(row: ExportRow, sample_rate_hz: int) -> tuple[int, int]:
    """Start and end in sample frames, the nearest to the milliseconds where the row has no frames."""
    start, end = row.start_frame, row.end_frame
    return (
        ms_to_frames(row.start_ms, sample_rate_hz) if start is None else start,
        ms_to_frames(row.end_ms, sample_rate_hz) if end is None else end,
    )


def frames_to_us(frames: int, sample_rate_hz: int) -> int:
    """Nearest microsecond."""
    return (frames * 2_000_000 + sample_rate_hz) // (2 * sample_rate_hz)


def ms_to_frames(ms: int, sample_rate_hz: int) -> int:
    """Nearest frame."""
    return (ms * sample_rate_hz * 2 + 1000) // 2000


def us_to_frames(us: int, sample_rate_hz: int) -> int:
    """Nearest frame."""
    return (us * sample_rate_hz * 2 + 1_000_000) // 2_000_000


def us_to_ms(us: int) -> int:
    """Nearest millisecond."""
    return (us + 500) // 1000


def seconds_text(us: int) -> str:
    """`12.345678`."""
    return f"{us // 1_000_000}.{us % 1_000_000:06d}"


def clock_text(us: int, *, decimals: int = 3, hour_digits: int = 1, separator: str = ".") -> str:
    """`H:MM:SS.mmm` with 3 or 6 decimals; `hour_digits` 2 gives `HH:`."""
    ticks = us if decimals == 6 else us_to_ms(us)
    whole, part = divmod(ticks, 10**decimals)
    minutes, seconds = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:0{hour_digits}d}:{minutes:02d}:{seconds:02d}{separator}{part:0{decimals}d}"


def short_clock_text(us: int) -> str:
    """`M:SS.mmm` below an hour, `H:MM:SS.mmm` from there on."""
    text = clock_text(us)
    return text[2:].removeprefix("0") if text.startswith("0:") else text


def parse_time_us(text: str) -> int:
    """Microseconds of `[[H:]M:]S[.fraction]`, comma allowed as the point. Raises ValueError."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        raise ValueError(sentence("“{strip}” is not a time", strip=text.strip()[:40]))
    hours, minutes, seconds, fraction = found.groups()
    if minutes is not None and int(seconds) > 59:
        raise ValueError(sentence("“{strip}” is not a time", strip=text.strip()[:40]))
    digits = (fraction or "")[:7].ljust(7, "0")
    whole = (int(hours or 0) * 60 + int(minutes or 0)) * 60 + int(seconds)
    return whole * 1_000_000 + (int(digits) + 5) // 10


def parse_seconds_us(text: str) -> int:
    """Microseconds of a plain number of seconds, exponents and a decimal comma allowed. Raises ValueError."""
    try:
        return parse_time_us(text)
    except ValueError:
        seconds = float(text.strip().replace(",", "."))
    if not 0.0 <= seconds < 1e9:
        raise ValueError(sentence("“{strip}” is not a time on this recording", strip=text.strip()[:40]))
    return round(seconds * 1_000_000)
