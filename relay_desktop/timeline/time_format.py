"""Times and lengths in words."""

from __future__ import annotations

from relay_desktop.translation import number


def format_time(seconds: float, decimals: int = 3, *, with_hours: bool = True) -> str:
    """hh:mm:ss.mmm, rounded as a whole so that 59.9996 never reads 60.000."""
    units = 10**decimals
    total = round(abs(seconds) * units)
    whole, part = divmod(total, units)
    minutes, second = divmod(whole, 60)
    hours, minute = divmod(minutes, 60)
    text = f"{hours:02d}:{minute:02d}:{second:02d}" if with_hours or hours else f"{minute:02d}:{second:02d}"
    sign = "-" if seconds < 0 and total else ""
    return f"{sign}{text}.{part:0{decimals}d}" if decimals else sign + text


def format_duration(seconds: float) -> str:
    """A length as a person says it: 3 ms, 1.10 s, 2:05 min."""
    if seconds < 0.001:
        return f"{seconds * 1e6:.0f} µs"
    if seconds < 0.9995:
        return f"{seconds * 1000:.0f} ms"
    if seconds < 59.995:
        return f"{number(seconds, '.2f')} s"
    if seconds < 3599.5:
        minutes, rest = divmod(round(seconds), 60)
        return f"{minutes}:{rest:02d} min"
    return format_time(seconds, 0)
