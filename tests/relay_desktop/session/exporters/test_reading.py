"""Reading markers of other programs: what is understood, what is left out and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from relay_desktop.errors import FileProblem
from relay_desktop.session.exporters.catalogue import read_markers
from relay_desktop.session.exporters.document import ExportProblem, ExportRow
from relay_desktop.session.exporters.preview import Audio, ImportPreview

TAKE = Audio("take.wav", "/audio/take.wav", 48_000, 2, 48_000 * 60)


def read(tmp_path: Path, text: str | bytes, key: str | None = None, audio: Audio = TAKE) -> ImportPreview:
    path = tmp_path / "markers"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_markers(path, key, audio)


def spans(preview: ImportPreview) -> list[tuple[str, int, int]]:
    return [(row.artifact_type, row.start_ms, row.end_ms) for row in preview.document.files[0].rows]


def test_audacity_points_frequencies_and_rubbish(tmp_path: Path) -> None:
    text = (
        "1.5\t2.25\tknock\n\\\t60.000000\t240.000000\n3,5\tpoint without end\nnot a time\tx\n"
        "9.0\t8.0\tbackwards\n99.0\t99.5\tfar away\n4\t4\t\n"
    )
    preview = read(tmp_path, text, "audacity")
    assert spans(preview) == [
        ("knock", 1500, 2250),
        ("point without end", 3500, 3500),
        ("marker", 4000, 4000),
    ]
    assert [(skipped.line, skipped.reason) for skipped in preview.skipped] == [
        (4, "it does not begin with a time in seconds"),
        (5, "it ends before it starts"),
        (6, "it begins after the end of the recording (0:01:00.000)"),
    ]
    assert preview.sentence() == "3 rows were understood, 3 left out."


def test_audacity_times_finer_than_milliseconds_keep_their_sample(tmp_path: Path) -> None:
    (row,) = read(tmp_path, "0.000104\t0.100000\tx\n").document.files[0].rows
    assert (row.start_ms, row.start_frame, row.end_frame) == (0, 5, None)


def test_windows_line_ends_and_byte_order_marks(tmp_path: Path) -> None:
    text = "1.0\t2.0\tknock\r\n3.0\t4.0\tknock\r\n"
    for content in (b"\xef\xbb\xbf" + text.encode(), text.encode("utf-16")):
        assert spans(read(tmp_path, content)) == [("knock", 1000, 2000), ("knock", 3000, 4000)]


def test_reaper_with_columns_elsewhere_and_beats(tmp_path: Path) -> None:
    text = (
        '#,Name,Start,End,Length\nM1,Take 2,1:02.500,,\nR1,"Intro, loud",0:00:01.000,,0:00:00.250\n'
        "R2,in beats,17.3.00,18.1.00,0.2.00\n"
    )
    preview = read(tmp_path, text, audio=Audio("take.wav"))
    assert spans(preview) == [("Intro, loud", 1000, 1250), ("Take 2", 62_500, 62_500)]
    assert "minutes:seconds" in preview.skipped[0].reason


def test_audition_in_other_time_formats(tmp_path: Path) -> None:
    text = (
        "Name\tStart\tDuration\tTime Format\tType\tDescription\n"
        "Marker 01\t0:01.500\t0:00.000\tdecimal\tCue\tsome words\n"
        "Marker 02\t0:00:01:12\t0:00:00:00\t25 fps\tCue\t\n"
    )
    preview = read(tmp_path, text)
    assert preview.document.files[0].rows == (ExportRow("Marker 01", 1500, 1500, note="some words"),)
    assert "25 fps" in preview.skipped[0].reason


def test_rx_in_samples(tmp_path: Path) -> None:
    text = "Marker file version: 1\nTime format: Samples\nknock\t48001\t96000\nend\t5\nx\tlater\n"
    preview = read(tmp_path, text)
    assert spans(preview) == [("end", 0, 0), ("knock", 1000, 2000)]
    assert preview.document.files[0].rows[1].start_frame == 48_001
    assert len(preview.skipped) == 1
    with pytest.raises(ExportProblem, match="sample rate"):
        read(tmp_path, text, audio=Audio("take.wav"))


def test_rx_as_it_writes_itself(tmp_path: Path) -> None:
    text = "Marker file version: 1\nTime format: Time\nVerse 1\t00:00:06,36343750\t\t\n"
    (row,) = read(tmp_path, text, audio=Audio("take.wav", sample_rate_hz=48_000)).document.files[0].rows
    assert (row.artifact_type, row.start_ms, row.start_frame) == ("Verse 1", 6363, 305_445)


def test_raven_of_birdnet(tmp_path: Path) -> None:
    text = (
        "Selection\tView\tChannel\tBegin Time (s)\tEnd Time (s)\tLow Freq (Hz)\tHigh Freq (Hz)\tCommon Name\t"
        "Confidence\tBegin Path\tFile Offset (s)\n"
        "1\tSpectrogram 1\t1\t0\t3.0\t0\t15000\tGreat Tit\t0.8141\t/rec/a.wav\t0\n"
        "2\tSpectrogram 1\t1\t63\t66.0\t0\t15000\tGreat Tit\t0.5\tC:\\rec\\b.wav\t3.0\n"
        "3\tSpectrogram 1\t1\tsoon\t66.0\t0\t15000\tGreat Tit\t0.5\tC:\\rec\\b.wav\t3.0\n"
    )
    preview = read(tmp_path, text, audio=Audio())
    assert [(file.name, file.rows[0].start_ms) for file in preview.document.files] == [
        ("a.wav", 0),
        ("b.wav", 3000),
    ]
    assert preview.document.files[0].rows[0].confidence == 0.8141
    assert preview.skipped[0].line == 4


def test_sonic_visualiser_in_frames_and_with_end_times(tmp_path: Path) -> None:
    assert spans(read(tmp_path, "FRAME,VALUE,DURATION,LABEL\n48000,0.5,4800,x\n")) == [("x", 1000, 1100)]
    assert spans(read(tmp_path, "TIME,ENDTIME,LABEL\n1.0,2.5,x\n2.0,2.1\n")) == [
        ("x", 1000, 2500),
        ("region", 2000, 2100),
    ]


def test_a_layer_of_another_rate_is_rescaled(tmp_path: Path) -> None:
    text = (
        '<sv><data><model id="1" sampleRate="44100" type="sparse" dimensions="3" subtype="region" dataset="0"/>'
        '<dataset id="0"><point frame="44100" value="3.5" duration="441" label="x"/><point frame="no"/></dataset>'
        "</data></sv>"
    )
    preview = read(tmp_path, text)
    assert spans(preview) == [("x", 1000, 1010)]
    assert len(preview.skipped) == 1


def test_a_layer_with_entities_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportProblem, match="entities"):
        read(tmp_path, '<!DOCTYPE sv [<!ENTITY a "aaaa">]><sv><data/></sv>', "sonic-visualiser-svl")


def test_a_foreign_textgrid_long_and_short(tmp_path: Path) -> None:
    long = (
        'File type = "ooTextFile"\nObject class = "TextGrid"\n\nxmin = 0\nxmax = 2.5\ntiers? <exists>\nsize = 1\n'
        'item []:\n    item [1]:\n        class = "IntervalTier"\n        name = "words 2"\n        xmin = 0\n'
        "        xmax = 2.5\n        intervals: size = 2\n        intervals [1]:\n            xmin = 0\n"
        '            xmax = 1.25\n            text = "say ""ah"" 3 times"\n        intervals [2]:\n'
        '            xmin = 1.25\n            xmax = 2.5\n            text = ""\n'
    )
    short = (
        'File type = "ooTextFile"\nObject class = "TextGrid"\n\n0\n2.5\n<exists>\n1\n"IntervalTier"\n"words 2"\n'
        '0\n2.5\n2\n0\n1.25\n"say ""ah"" 3 times"\n1.25\n2.5\n""\n'
    )
    expected = (ExportRow("words 2", 0, 1250, note='say "ah" 3 times'),)
    for text in (long, short):
        assert read(tmp_path, text).document.files[0].rows == expected
    with pytest.raises(ExportProblem, match="damaged"):
        read(tmp_path, long[:400])


def test_subtitles_over_several_lines_with_settings(tmp_path: Path) -> None:
    text = "WEBVTT\n\n1\n00:01.000 --> 00:02.000 align:start\nfirst &amp;\nsecond\n\n00:03.000 --> soon\nx\n"
    preview = read(tmp_path, text)
    assert spans(preview) == [("first & second", 1000, 2000)]
    assert len(preview.skipped) == 1


def test_a_plain_table_is_enough_for_csv(tmp_path: Path) -> None:
    text = (
        "Artifact_Type;Start_ms;End_ms;Confidence\n"
        "click;1;2;0.5\nclick;2;1;0.5\nclick;x;1;0.5\n;1;2;0.5\nclick;1;2;7\n"
    )
    preview = read(tmp_path, text)
    assert spans(preview) == [("click", 1, 2)]
    assert preview.document.files[0].path == TAKE.path
    assert [skipped.reason for skipped in preview.skipped] == [
        "it ends before it starts",
        "its start_ms is not a number",
        "it names no artifact type",
        "its confidence is not between 0 and 1",
    ]


def test_json_of_detect_with_a_failed_file_and_bad_rows(tmp_path: Path) -> None:
    text = (
        '{"model_id": "m1", "config": {"threshold": 0.05, "merge_window_ms": 0, "min_duration_ms": 0, "by_type": {}},'
        '"files": [{"path": "/a/x.wav", "original_filename": "x.wav", "status": "completed", "detections": '
        '[{"artifact_type": "click", "start_ms": 1, "end_ms": 2, "confidence": 0.5}, {"start_ms": 1}, 5]},'
        '{"path": "/a/y.wav", "status": "failed", "detections": [], "error_message": "damaged"}]}'
    )
    preview = read(tmp_path, text, audio=Audio())
    assert preview.document.scope == "raw"
    assert [len(file.rows) for file in preview.document.files] == [1, 0]
    assert [skipped.reason for skipped in preview.skipped] == [
        "it names no artifact type",
        "it is not a detection",
        "its detection did not complete: damaged",
    ]


@pytest.mark.parametrize(
    ("key", "text", "sentence"),
    [
        ("json", "{", "not JSON"),
        ("json", "{}", "no detections"),
        ("json", '{"files": [], "config": {"threshold": 7}}', "tuning rules"),
        ("csv", "a,b\n1,2\n", "no columns"),
        ("csv", "", "no columns"),
        ("reaper", "a,b\n", "no REAPER"),
        ("audition", "a\tb\n", "no Audition"),
        ("rx", "Marker file version: 1\nTime format: Timecode\n", "no RX"),
        ("raven", "a\tb\n", "no Raven"),
        ("sonic-visualiser-csv", "a,b\n", "no table of Sonic Visualiser"),
        ("sonic-visualiser-svl", "<sv>", "no layer"),
        ("sonic-visualiser-svl", "<sv/>", "no layer of regions"),
        ("textgrid", "hello", "no Praat"),
        ("wav", "RIFFxxxxWAVE", "does not say its format"),
        ("wav", "hello", "no WAV"),
        ("audacity", b"\xff\xff\x00", "UTF-8"),
        ("parquet", b"PAR1", "Parquet"),
        (None, "hello world", "in no format that can be read"),
        ("edl", "", "can be written only"),
        ("nonsense", "", "no format"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(
    tmp_path: Path, key: str | None, text: str | bytes, sentence: str
) -> None:
    with pytest.raises(ExportProblem, match=sentence):
        read(tmp_path, text, key)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="cannot be read"):
        read_markers(tmp_path / "nowhere.txt")
