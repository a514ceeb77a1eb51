"""Documents that hypothesis makes: awkward text, overlapping rows, exact frames."""

from __future__ import annotations

from hypothesis import strategies as st

from inference.tuning import TuningRules, TypeTuning
from inference.tuning_config import TuningConfig
from relay_desktop.session.exporters import times
from relay_desktop.session.exporters.document import (
    REASONS,
    SCOPES,
    SEVERITIES,
    VERDICTS,
    ExportDocument,
    ExportFile,
    ExportRow,
    Member,
)

RATE_HZ = 44_100
RATES = (8_000, 22_050, 44_100, 48_000, 96_000, 192_000)

AWKWARD = (
    'a "quoted" tab\there',
    "line one\nline two\r\nthree",
    "مقطع صوتي \u200f(RTL)",
    "😀🎧 click",
    "click 0.91",
    "a [unsure]",
    "x ; y",
    "{blocker}",
    "back\\slash\\n",
    "<b>&amp;</b> -->",
    "a,b;c|d",
    "=1+1",
    "\u2028separator\x85 \ufeff",
    '"',
    "'",
    "1",
    "R1",
    "\\",
)
any_text = st.one_of(st.sampled_from(AWKWARD), st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
# A type is a name: it is there and has no blank ends (every format trims them).
type_names = st.one_of(st.sampled_from(("click", "noise_burst", "hum")), any_text.map(str.strip).filter(bool))
confidences = st.none() | st.integers(0, 100).map(lambda part: part / 100)
exact_confidences = st.none() | st.floats(0, 1)


@st.composite
def rows(draw: st.DrawFn, rate: int = RATE_HZ, *, exact: bool = True) -> ExportRow:
    """One row; with `exact` its confidence has all digits."""
    start, length = draw(st.integers(0, 4_000_000)), draw(st.integers(0, 5_000))
    return ExportRow(
        draw(type_names),
        start,
        start + length,
        draw(exact_confidences if exact else confidences),
        draw(st.sampled_from((None, *VERDICTS))),
        draw(st.sampled_from((None, *SEVERITIES))),
        draw(st.sampled_from(("", *REASONS)) | any_text),
        draw(any_text),
    )


@st.composite
def framed_rows(draw: st.DrawFn, rate: int) -> ExportRow:
    """A row at exact frames, milliseconds rounded from them."""
    row = draw(rows(exact=False))
    first = draw(st.integers(0, 3600 * rate))
    last = first + draw(st.integers(0, 3 * rate))
    (start_ms, start), (end_ms, end) = _rounded(first, rate), _rounded(last, rate)
    return ExportRow(
        row.artifact_type, start_ms, end_ms, row.confidence, row.verdict, row.severity, row.reason, row.note,
        start_frame=start, end_frame=end,
    )  # fmt: skip


def _rounded(frame: int, rate: int) -> tuple[int, int | None]:
    ms = times.us_to_ms(times.frames_to_us(frame, rate))
    return ms, None if times.ms_to_frames(ms, rate) == frame else frame


def in_order(found: list[ExportRow], rate: int = RATE_HZ) -> tuple[ExportRow, ...]:
    """In time order, as every document is."""
    return tuple(sorted(found, key=lambda row: (*times.span_frames(row, rate), row.artifact_type, row.note)))


@st.composite
def files(draw: st.DrawFn, *, exact: bool = False) -> ExportFile:
    """One recording with rows in whole milliseconds."""
    rate = draw(st.sampled_from(RATES))
    made = in_order(draw(st.lists(rows(exact=exact), max_size=4)), rate)
    return ExportFile("take.wav", "/audio/take.wav", rate, 2, 5_000 * rate, rows=made)


@st.composite
def framed_files(draw: st.DrawFn) -> ExportFile:
    """One recording with rows at exact frames."""
    rate = draw(st.sampled_from(RATES))
    made = in_order(draw(st.lists(framed_rows(rate), max_size=4)), rate)
    return ExportFile("take.wav", "/audio/take.wav", rate, 2, 5_000 * rate, rows=made)


@st.composite
def documents(draw: st.DrawFn) -> ExportDocument:
    """Everything a document can hold."""
    config = TuningConfig(threshold=draw(st.floats(0, 1)), merge_window_ms=draw(st.integers(0, 5000)))
    rules = TuningRules(config, {"click": TypeTuning(min_duration_ms=0)})
    made = [draw(_whole_files(number)) for number in range(draw(st.integers(1, 3)))]
    maybe_text = st.none() | any_text
    return ExportDocument(
        tuple(made),
        draw(st.sampled_from(SCOPES)),
        draw(maybe_text),
        draw(maybe_text),
        draw(st.none() | st.just(rules)),
        draw(maybe_text),
        "0.1.0",
        "2026-11-23T12:00:00+00:00",
    )


@st.composite
def _whole_files(draw: st.DrawFn, number: int) -> ExportFile:
    members = st.lists(
        st.builds(Member, st.integers(0, 99), st.integers(100, 999), st.floats(0, 1)), max_size=3
    )
    found = []
    for row in draw(st.lists(rows(), max_size=4)):
        frames = draw(st.none() | st.integers(0, 10**9))
        found.append(
            ExportRow(*(getattr(row, name) for name in _PLAIN), tuple(draw(members)), frames, frames)
        )
    return ExportFile(
        f"{number} {draw(any_text)}",
        draw(st.none() | st.just(f"/audio/{number}")),
        draw(st.none() | st.sampled_from(RATES)),
        draw(st.none() | st.integers(1, 64)),
        draw(st.none() | st.integers(1, 2**40)),
        draw(st.none() | st.floats(0, 1e6)),
        draw(st.none() | st.just("0" * 64)),
        in_order(found),
    )


_PLAIN = ("artifact_type", "start_ms", "end_ms", "confidence", "verdict", "severity", "reason", "note")
