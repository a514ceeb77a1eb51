"""Each format byte for byte on one small document, and what each can not hold."""

from __future__ import annotations

import pytest

from inference.detections import DetectionTable
from inference.tuning import TuningRules, retune
from inference.tuning_config import TuningConfig
from relay_desktop.session.exporters.catalogue import FORMATS
from relay_desktop.session.exporters.document import (
    ExportDocument,
    ExportFile,
    ExportOptions,
    ExportProblem,
    ExportRow,
    Member,
    rows_from_raw,
    rows_from_retuned,
)
from relay_desktop.session.exporters.timecode import FRAME_RATES

FILE = ExportFile(
    "take.wav",
    "/audio/take.wav",
    44_100,
    2,
    44_100 * 20,
    rows=(
        ExportRow("click", 1005, 1005, 0.914),
        ExportRow("noise_burst", 12_345, 12_905, 0.5, "artifact", "blocker", "creative intent", 'a, "b"'),
    ),
)
DOCUMENT = ExportDocument((FILE,), "shown", "m1")


def written(key: str, document: ExportDocument = DOCUMENT, **options: object) -> str:
    lines = FORMATS[key].lines
    assert lines is not None
    return "".join(lines(document, ExportOptions(**options)))  # type: ignore[arg-type]


EXPECTED = {
    "audacity": (
        "1.005000\t1.005000\tclick 0.91\n"
        '12.345000\t12.905000\tnoise_burst 0.50 [artifact] {blocker, creative intent} ; a, "b"\n'
    ),
    "reaper": (
        "#,Name,Start,End,Length,Color\n"
        "M1,click 0.91,0:00:01.005,,,B98A00\n"
        'R1,"noise_burst 0.50 [artifact] {blocker, creative intent} ; a, ""b""",'
        "0:00:12.345,0:00:12.905,0:00:00.560,1C9E6B\n"
    ),
    "audition": (
        "Name\tStart\tDuration\tTime Format\tType\tDescription\n"
        "click\t0:01.005\t0:00.000\tdecimal\tCue\t0.91\n"
        'noise_burst\t0:12.345\t0:00.560\tdecimal\tCue\t0.50 [artifact] {blocker, creative intent} ; a, "b"\n'
    ),
    "rx": (
        "Marker file version: 1\nTime format: Time\n"
        "click 0.91\t00:00:01.00500000\n"
        'noise_burst 0.50 [artifact] {blocker, creative intent} ; a, "b"\t00:00:12.34500000\t00:00:12.90500000\n'
    ),
    "sonic-visualiser-csv": (
        "TIME,VALUE,DURATION,LABEL\n"
        "1.005000000,0.914,0.000000000,click 0.91\n"
        "12.345000000,0.5,0.560000000,"
        '"noise_burst 0.50 [artifact] {blocker, creative intent} ; a, ""b"""\n'
    ),
    "srt": (
        "1\n00:00:01,005 --> 00:00:01,005\nclick 0.91\n\n"
        '2\n00:00:12,345 --> 00:00:12,905\nnoise_burst 0.50 [artifact] {blocker, creative intent} ; a, "b"\n\n'
    ),
    "vtt": (
        "WEBVTT\n\nNOTE the detections shown under these rules\n\n"
        "00:00:01.005 --> 00:00:01.005\nclick 0.91\n\n"
        '00:00:12.345 --> 00:00:12.905\nnoise_burst 0.50 [artifact] {blocker, creative intent} ; a, "b"\n\n'
    ),
    "edl": (
        "TITLE: take\nFCM: NON-DROP FRAME\n\n"
        "001  001      V     C        01:00:01:00 01:00:01:01 01:00:01:00 01:00:01:01  \n"
        "0.91 |C:ResolveColorYellow |M:click |D:1\n\n"
        "002  001      V     C        01:00:12:08 01:00:12:09 01:00:12:08 01:00:12:09  \n"
        '0.50 [artifact] {blocker, creative intent} ; a, "b" |C:ResolveColorGreen |M:noise_burst |D:14\n\n'
    ),
    "raven": (
        "Selection\tView\tChannel\tBegin Time (s)\tEnd Time (s)\tLow Freq (Hz)\tHigh Freq (Hz)\tBegin Path\t"
        "File Offset (s)\tAnnotation\tConfidence\tVerdict\tSeverity\tReason\tNote\n"
        "1\tSpectrogram 1\t1\t1.005000\t1.005000\t0\t22050\t/audio/take.wav\t1.005000\tclick\t0.914\t\t\t\t\n"
        "2\tSpectrogram 1\t1\t12.345000\t12.905000\t0\t22050\t/audio/take.wav\t12.345000\tnoise_burst\t0.5\t"
        'artifact\tblocker\tcreative intent\ta, "b"\n'
    ),
    "csv": (
        "file,path,artifact_type,start_ms,end_ms,confidence,verdict,severity,reason,note,start_frame,end_frame,"
        "members,exported,model_id\n"
        "take.wav,/audio/take.wav,click,1005,1005,0.914,,,,,,,,shown,m1\n"
        "take.wav,/audio/take.wav,noise_burst,12345,12905,0.5,artifact,blocker,creative intent,"
        '"a, ""b""",,,,shown,m1\n'
    ),
}


@pytest.mark.parametrize("key", EXPECTED)
def test_to_the_byte(key: str) -> None:
    assert written(key) == EXPECTED[key]


def test_svl_counts_in_frames() -> None:
    text = written("sonic-visualiser-svl")
    assert '<point frame="544415" value="0.5" duration="24696" label="noise_burst 0.50' in text
    assert 'sampleRate="44100" start="44321" end="569111" type="sparse" dimensions="3"' in text


def test_a_textgrid_tiles_and_keeps_overlaps_apart() -> None:
    rows = (
        ExportRow("click", 0, 10, 0.5),
        ExportRow("click", 5, 20, 0.6),
        ExportRow("click", 20, 30, 0.7),
        ExportRow("click", 40, 40, 0.8),
    )
    text = written(
        "textgrid", ExportDocument((ExportFile("a.wav", frames=8000, sample_rate_hz=8000, rows=rows),))
    )
    names = [line.strip() for line in text.splitlines() if "name = " in line or "class = " in line]
    assert names == [
        'Object class = "TextGrid"', 'class = "IntervalTier"', 'name = "click"', 'class = "IntervalTier"',
        'name = "click (2)"', 'class = "TextTier"', 'name = "click"',
    ]  # fmt: skip
    first = text.split("item [2]")[0].split("item [1]")[1]
    times = [line.split(" = ")[1].strip() for line in first.splitlines() if "xmin" in line or "xmax" in line][
        2:
    ]
    assert times == [
        "0.000000",
        "0.010000",
        "0.010000",
        "0.020000",
        "0.020000",
        "0.030000",
        "0.030000",
        "1.000000",
    ]


def test_raven_counts_over_the_sequence_and_within_each_file() -> None:
    second = ExportFile("b.wav", "/audio/b.wav", 48_000, rows=(ExportRow("hum", 500, 1500, 0.5),))
    last = written("raven", ExportDocument((FILE, second))).splitlines()[-1].split("\t")
    assert last[3:5] == ["20.500000", "21.500000"]
    assert last[7:9] == ["/audio/b.wav", "0.500000"]


def test_raven_needs_lengths_only_of_what_comes_before() -> None:
    unknown = ExportFile("b.wav", rows=(ExportRow("hum", 500, 1500, 0.5),))
    written("raven", ExportDocument((FILE, unknown)))
    with pytest.raises(ExportProblem, match=r"length of b\.wav is not known"):
        written("raven", ExportDocument((unknown, FILE)))


def test_a_layer_needs_the_sample_rate() -> None:
    with pytest.raises(ExportProblem, match=r"sample rate of b\.wav is not known"):
        written("sonic-visualiser-svl", ExportDocument((ExportFile("b.wav", rows=FILE.rows),)))


@pytest.mark.parametrize("key", [key for key, form in FORMATS.items() if form.lines and not form.combines])
def test_formats_of_one_recording_say_so(key: str) -> None:
    with pytest.raises(ExportProblem, match="one recording per file"):
        written(key, ExportDocument((FILE, FILE)))


@pytest.mark.parametrize("key", [key for key, form in FORMATS.items() if form.lines])
def test_no_detections_is_a_file_without_rows(key: str) -> None:
    empty = ExportDocument((ExportFile("take.wav", sample_rate_hz=44_100),))
    assert isinstance(written(key, empty), str)


@pytest.mark.parametrize(
    ("rate", "frame", "text"),
    [
        ("25", 90_000, "01:00:00:00"),
        ("29.97", 107_892, "00:59:56:12"),
        ("29.97df", 1_799, "00:00:59;29"),
        ("29.97df", 1_800, "00:01:00;02"),
        ("29.97df", 17_981, "00:09:59;29"),
        ("29.97df", 17_982, "00:10:00;00"),
        ("29.97df", 107_892, "01:00:00;00"),
        ("59.94df", 3_600, "00:01:00;04"),
        ("59.94df", 215_784, "01:00:00;00"),
        ("30", 30 * 86_400, "00:00:00:00"),
    ],
)
def test_timecode(rate: str, frame: int, text: str) -> None:
    assert FRAME_RATES[rate].text(frame) == text


@pytest.mark.parametrize("rate", FRAME_RATES)
def test_the_timeline_begins_at_a_full_hour(rate: str) -> None:
    assert FRAME_RATES[rate].text(FRAME_RATES[rate].frames_of_hours(1)).replace(";", ":") == "01:00:00:00"


def test_drop_frame_never_says_what_does_not_exist() -> None:
    rate = FRAME_RATES["29.97df"]
    texts = [rate.text(frame) for frame in range(40_000)]
    assert len(set(texts)) == len(texts)
    assert not [text for text in texts if text[6:] in ("00;00", "00;01") and text[4] != "0"]


def test_an_unknown_frame_rate_is_told() -> None:
    with pytest.raises(ExportProblem, match="26 frames per second"):
        written("edl", frame_rate="26")


def test_rows_of_a_retuned_file_carry_their_members() -> None:
    raw = DetectionTable.from_columns(
        ["glitch", "glitch", "click"], [1000, 1150, 3000], [1100, 1250, 3001], [0.9, 0.6, 0.8]
    )
    rows = rows_from_retuned(raw, retune(raw, TuningRules(TuningConfig())))
    assert rows == (
        ExportRow("glitch", 1000, 1250, 0.9, members=(Member(1000, 1100, 0.9), Member(1150, 1250, 0.6))),
    )
    assert [row.artifact_type for row in rows_from_raw(raw)] == ["glitch", "glitch", "click"]
