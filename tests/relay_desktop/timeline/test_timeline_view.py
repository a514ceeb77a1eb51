"""The timeline as a person uses it: mouse, wheel, keys; and what lies on the screen then."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from inference.detections import DetectionTable
from inference.tuning import retune
from inference.tuning_config import TuningConfig
from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.peak_builder import build_peaks
from relay_desktop.audio.peaks import PeakPyramid
from relay_desktop.look import LOOKS, type_colour
from relay_desktop.timeline.display import AmplitudeScale
from relay_desktop.timeline.overview import Overview
from relay_desktop.timeline.picture import ScoreCurve
from relay_desktop.timeline.region_index import RegionIndex, drawn_extent
from relay_desktop.timeline.ruler import TimeUnit
from relay_desktop.timeline.score_lane import confidence_columns
from relay_desktop.timeline.timeline_view import TimelineView
from relay_desktop.timeline.tracks import Tracks
from relay_desktop.timeline.view_range import ViewRange
from tests.relay_desktop.timeline.conftest import DURATION_S, RATE_HZ, ROWS, retuned, row_of, wheel

LEFT = Qt.MouseButton.LeftButton


def _tracks(view: TimelineView) -> Tracks:
    found = view.findChild(Tracks)
    assert found is not None
    return found


def _sound_y(view: TimelineView) -> int:
    return round(_tracks(view).tracks().waveform.center().y())


def _lane_y(view: TimelineView, artifact_type: str) -> int:
    rect = _tracks(view).tracks().lane_rect(artifact_type)
    assert rect is not None
    return round(rect.center().y())


def _at(view: TimelineView, seconds: float, y: int) -> QPoint:
    return QPoint(round(view.picture.view.x(seconds)), y)


def _image(view: TimelineView) -> QImage:
    return _tracks(view).grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def _pixels(view: TimelineView) -> np.ndarray:
    image = _image(view)
    return np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width()).copy()


# Mouse ------------------------------------------------------------------------------------------------


def test_a_click_on_a_region_in_its_lane_tells_its_row(timeline: TimelineView, qtbot: QtBot) -> None:
    row = row_of(timeline, "dropout", 5_000)
    with qtbot.waitSignal(timeline.region_clicked) as clicked, qtbot.assertNotEmitted(timeline.seek_requested):
        QTest.mouseClick(_tracks(timeline), LEFT, pos=_at(timeline, 5.3, _lane_y(timeline, "dropout")))
    assert clicked.args == [row]


def test_over_the_sound_the_shortest_region_is_meant_and_the_place_is_sought(
    timeline: TimelineView, qtbot: QtBot
) -> None:
    row = row_of(timeline, "click", 2_000)
    with qtbot.waitSignal(timeline.region_clicked) as clicked, qtbot.waitSignal(timeline.seek_requested) as sought:
        QTest.mouseClick(_tracks(timeline), LEFT, pos=_at(timeline, 2.05, _sound_y(timeline)))
    assert clicked.args == [row]
    assert sought.args == pytest.approx([2.05], abs=DURATION_S / 1000)


def test_a_double_click_activates(timeline: TimelineView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(timeline.region_activated) as activated:
        QTest.mouseDClick(_tracks(timeline), LEFT, pos=_at(timeline, 12.5, _lane_y(timeline, "noise_burst")))
    assert activated.args == [row_of(timeline, "noise_burst", 12_000)]


def test_hidden_types_are_neither_drawn_nor_hit(timeline: TimelineView, qtbot: QtBot) -> None:
    timeline.set_visible_types({"click"})
    assert [name for name, _ in _tracks(timeline).tracks().lanes] == ["click"]
    with qtbot.assertNotEmitted(timeline.region_clicked), qtbot.waitSignal(timeline.seek_requested):
        QTest.mouseClick(_tracks(timeline), LEFT, pos=_at(timeline, 12.5, _sound_y(timeline)))
    timeline.set_visible_types(None)
    assert len(_tracks(timeline).tracks().lanes) == 4


def test_dragging_over_the_sound_selects_a_span(timeline: TimelineView, qtbot: QtBot) -> None:
    tracks, y = _tracks(timeline), _sound_y(timeline)
    with qtbot.waitSignal(timeline.span_selected) as selected, qtbot.assertNotEmitted(timeline.seek_requested):
        QTest.mousePress(tracks, LEFT, pos=_at(timeline, 8.0, y))
        QTest.mouseMove(tracks, _at(timeline, 7.0, y))
        QTest.mouseMove(tracks, _at(timeline, 4.0, y))
        QTest.mouseRelease(tracks, LEFT, pos=_at(timeline, 4.0, y))
    assert selected.args == pytest.approx([4.0, 8.0], abs=DURATION_S / 1000)
    assert timeline.span_s == pytest.approx((4.0, 8.0), abs=DURATION_S / 1000)
    with qtbot.waitSignal(timeline.span_selected) as cleared:
        QTest.keyClick(timeline, Qt.Key.Key_Escape)
    assert cleared.args is not None
    assert cleared.args[0] == cleared.args[1]
    assert timeline.span_s is None


def test_dragging_the_ruler_pans(timeline: TimelineView) -> None:
    timeline.set_view_range_s(5.0, 15.0)
    tracks = _tracks(timeline)
    QTest.mousePress(tracks, LEFT, pos=QPoint(500, 10))
    QTest.mouseMove(tracks, QPoint(550, 10))
    QTest.mouseMove(tracks, QPoint(600, 10))
    QTest.mouseRelease(tracks, LEFT, pos=QPoint(600, 10))
    assert timeline.view_range_s() == pytest.approx((4.0, 14.0), abs=0.02)


def test_the_wheel_zooms_at_the_pointer(timeline: TimelineView) -> None:
    before = timeline.picture.view.seconds(300)
    wheel(_tracks(timeline), 300, 100, 3)
    view = timeline.picture.view
    assert view.span_s == pytest.approx(DURATION_S * 0.8**3)
    assert view.seconds(300) == pytest.approx(before)
    wheel(_tracks(timeline), 300, 100, -3)
    assert timeline.view_range_s() == pytest.approx((0, DURATION_S))


@pytest.mark.parametrize("sideways", [False, True])
def test_shift_or_sideways_pans(timeline: TimelineView, sideways: bool) -> None:
    timeline.set_view_range_s(5.0, 10.0)
    modifier = Qt.KeyboardModifier.NoModifier if sideways else Qt.KeyboardModifier.ShiftModifier
    wheel(_tracks(timeline), 300, 100, -2, modifier, sideways=sideways)
    start, stop = timeline.view_range_s()
    assert start > 5.5
    assert stop - start == pytest.approx(5.0)


def test_hovering_says_what_it_is(timeline: TimelineView, qtbot: QtBot) -> None:
    QTest.mouseMove(_tracks(timeline), _at(timeline, 12.5, _lane_y(timeline, "noise_burst")))
    qtbot.waitUntil(QToolTip.isVisible)
    text = QToolTip.text()
    for part in ("noise burst", "0.70", "00:00:12.000", "00:00:12.900", "900 ms"):
        assert part in text
    QToolTip.hideText()


def test_a_joined_region_says_of_how_many() -> None:
    raw = DetectionTable.from_columns(["click"] * 3, [0, 100, 200], [10, 110, 210], [0.9, 0.8, 0.7])
    view = TimelineView(LOOKS["dark"])
    view.set_detections(retune(raw, TuningConfig(threshold=0.5, merge_window_ms=200, min_duration_ms=0)), raw=raw)
    from relay_desktop.timeline.region_text import describe_row

    assert "joined from 3 detections" in describe_row(view.picture, 0)


# Keys -------------------------------------------------------------------------------------------------


def test_keys_move_and_zoom(timeline: TimelineView) -> None:
    timeline.set_view_range_s(5.0, 15.0)
    QTest.keyClick(timeline, Qt.Key.Key_Right)
    assert timeline.view_range_s() == pytest.approx((6.0, 16.0))
    QTest.keyClick(timeline, Qt.Key.Key_Left)
    QTest.keyClick(timeline, Qt.Key.Key_Plus)
    assert timeline.view_range_s() == pytest.approx((7.5, 12.5))
    QTest.keyClick(timeline, Qt.Key.Key_Minus)
    assert timeline.view_range_s() == pytest.approx((5.0, 15.0))
    QTest.keyClick(timeline, Qt.Key.Key_Home)
    assert timeline.view_range_s() == pytest.approx((0.0, 10.0))
    QTest.keyClick(timeline, Qt.Key.Key_End)
    assert timeline.view_range_s() == pytest.approx((10.0, 20.0))
    QTest.keyClick(timeline, Qt.Key.Key_PageUp)
    assert timeline.view_range_s() == pytest.approx((1.0, 11.0))


def test_keys_with_control_are_left_to_the_window(timeline: TimelineView) -> None:
    timeline.set_view_range_s(5.0, 15.0)
    QTest.keyClick(timeline, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert timeline.view_range_s() == (5.0, 15.0)


def test_enter_activates_the_selected_region(timeline: TimelineView, qtbot: QtBot) -> None:
    timeline.set_selected(2)
    with qtbot.waitSignal(timeline.region_activated) as activated:
        QTest.keyClick(timeline, Qt.Key.Key_Return)
    assert activated.args == [2]


def test_zooming_keeps_the_selected_region_in_place(timeline: TimelineView) -> None:
    timeline.set_selected(row_of(timeline, "noise_burst", 12_000))
    for _ in range(6):
        timeline.zoom_in()
    start, stop = timeline.view_range_s()
    assert start < 12.45 < stop


def test_history_goes_back_and_forward(timeline: TimelineView) -> None:
    timeline.set_view_range_s(0, 10)
    timeline.zoom_to_row(row_of(timeline, "dropout", 5_000))
    close = timeline.view_range_s()
    assert close == pytest.approx((4.6, 5.8))
    timeline.zoom_back()
    assert timeline.view_range_s() == (0, 10)
    timeline.zoom_back()
    assert timeline.view_range_s() == (0, DURATION_S)
    timeline.zoom_back()
    assert timeline.view_range_s() == (0, DURATION_S)
    timeline.zoom_forward()
    timeline.zoom_forward()
    assert timeline.view_range_s() == close


# What is painted --------------------------------------------------------------------------------------


def test_the_loud_sample_is_painted_in_its_column_and_channel(timeline: TimelineView) -> None:
    timeline.set_detections(None)
    timeline.set_playhead(19.0)
    waveform = _tracks(timeline).tracks().waveform
    look, pixels = LOOKS["dark"], _pixels(timeline)
    upper_part = pixels[int(waveform.top() + waveform.height() / 10) : int(waveform.top() + waveform.height() / 8)]
    inked = np.flatnonzero(~np.isin(upper_part, [look.sunken.rgb(), look.grid.rgb()]).any(axis=0))
    assert inked.tolist() == [500, 950]  # the sample at 10 s and the playhead


def test_regions_are_painted_where_they_are(timeline: TimelineView) -> None:
    timeline.set_detections(retuned([("glitch", 4_000, 8_000, 1.0)]))
    y = _lane_y(timeline, "glitch")
    image, colour = _image(timeline), type_colour("glitch", LOOKS["dark"])

    def is_bar(seconds: float) -> bool:
        pixel = QColor(image.pixel(_at(timeline, seconds, y + 5)))
        return abs(pixel.red() - colour.red()) < 25 and abs(pixel.green() - colour.green()) < 25

    assert [is_bar(at) for at in (3.9, 4.1, 6.5, 7.9, 8.1)] == [False, True, True, True, False]


def test_a_click_of_a_millisecond_is_three_pixels_wide(timeline: TimelineView) -> None:
    timeline.set_detections(retuned([("click", 10_000, 10_001, 1.0)]))
    rows = _pixels(timeline)
    lane = rows[_lane_y(timeline, "click")]
    colour = type_colour("click", LOOKS["dark"])
    close = [QColor(int(pixel)) for pixel in lane]
    inked = [x for x, pixel in enumerate(close) if abs(pixel.red() - colour.red()) < 40 and pixel.green() > 120]
    inked = [x for x in inked if x > 200]  # beside the name of the lane, which has the colour too
    assert len(inked) == 3
    assert abs(np.mean(inked) + 0.5 - timeline.picture.view.x(10.0)) < 1


def test_a_lanes_name_hides_no_narrow_region_at_the_left_edge(timeline: TimelineView) -> None:
    colour = type_colour("click", LOOKS["dark"])

    def inked_near(seconds: float) -> int:
        timeline.set_detections(retuned([("click", round(seconds * 1000), round(seconds * 1000) + 1, 1.0)]))
        lane = _pixels(timeline)[_lane_y(timeline, "click")]
        x = round(timeline.picture.view.x(seconds))
        pixels = [QColor(int(pixel)) for pixel in lane[x - 1 : x + 3]]
        return sum(abs(one.red() - colour.red()) < 12 and abs(one.green() - colour.green()) < 12 for one in pixels)

    assert inked_near(1.0) == inked_near(10.0) == 3


def test_what_the_model_has_not_heard_is_hatched_in_the_lanes(timeline: TimelineView) -> None:
    rows = retuned([("click", 1_000, 1_001, 1.0)])
    timeline.set_detections(rows)
    y, before = _lane_y(timeline, "click"), _pixels(timeline)
    timeline.set_detections(rows, unheard_from_s=10.0)
    changed = np.flatnonzero((_pixels(timeline) != before)[y - 6 : y + 6].any(axis=0))
    at = timeline.picture.view.x(10.0)
    assert changed.min() >= at - 1
    assert changed.max() > timeline.picture.view.x(19.0)
    timeline.set_detections(rows)
    assert (_pixels(timeline) == before).all()


def test_many_and_few_regions_cover_the_same_columns(timeline: TimelineView) -> None:
    """Bars one by one and rows of pixels agree on where a region lies."""
    few = [("dropout", 2_000 + 1_000 * at, 2_300 + 1_000 * at, 0.9) for at in range(10)]
    lane_of = {}
    for name, rows in (("few", few), ("many", few + [("click", at, at, 0.9) for at in range(15_000, 16_000)])):
        timeline.set_detections(retuned(rows))
        line = _pixels(timeline)[_lane_y(timeline, "dropout") + 4]
        lane_of[name] = np.array([QColor(int(pixel)).blue() > 140 for pixel in line])
    assert np.count_nonzero(lane_of["few"] != lane_of["many"]) <= 2 * len(few) * 1
    assert lane_of["few"].sum() > 100


def test_the_selected_region_is_unmistakable(timeline: TimelineView) -> None:
    before = _pixels(timeline)
    row = row_of(timeline, "dropout", 5_000)
    timeline.set_selected(row)
    changed = np.flatnonzero((_pixels(timeline) != before).any(axis=0))
    view = timeline.picture.view
    assert changed.min() == pytest.approx(view.x(5.0), abs=5)
    assert changed.max() == pytest.approx(view.x(5.4), abs=5)
    assert len(changed) >= 20
    timeline.set_selected(None)
    np.testing.assert_array_equal(_pixels(timeline), before)


def test_selecting_out_of_view_brings_it_in(timeline: TimelineView) -> None:
    timeline.set_view_range_s(0, 2)
    timeline.set_selected(row_of(timeline, "noise_burst", 12_000))
    start, stop = timeline.view_range_s()
    assert start < 12.45 < stop
    assert stop - start == pytest.approx(2)


def test_the_playhead_repaints_a_strip_only(timeline: TimelineView) -> None:
    tracks = _tracks(timeline)
    _pixels(timeline)
    kept = tracks._sound_picture.cacheKey(), tracks._whole_picture.cacheKey()
    timeline.set_playhead(10.0)
    pixels = _pixels(timeline)
    assert (tracks._sound_picture.cacheKey(), tracks._whole_picture.cacheKey()) == kept
    column = round(timeline.picture.view.x(10.0))
    assert (pixels[30:, column] == LOOKS["dark"].playhead.rgb()).all()


def test_the_view_follows_the_running_playhead(timeline: TimelineView) -> None:
    timeline.set_view_range_s(0, 2)
    timeline.set_playhead(1.99)
    timeline.set_playhead(2.01)
    start, stop = timeline.view_range_s()
    assert start < 2.01 < stop
    assert start == pytest.approx(2.01 - 0.04)
    timeline.set_following(False)
    timeline.set_playhead(stop + 0.1)
    assert timeline.view_range_s() == (start, stop)


def test_a_close_look_shows_single_samples(timeline: TimelineView, qtbot: QtBot) -> None:
    """The pyramid's stand-in is replaced by the samples as soon as they have come."""
    timeline.set_detections(None)
    timeline.set_view_range_s(9.999, 10.001)
    detail = timeline.picture.detail
    assert detail is not None
    qtbot.waitUntil(lambda: detail.samples(79_000, 80_100) is not None)
    pixels = _pixels(timeline)
    waveform = _tracks(timeline).tracks().waveform
    lane_height = waveform.height() / 2
    x = round(timeline.picture.view.x(10.0))
    y = round(waveform.top() + lane_height / 2 * (1 - 0.9))
    dot = pixels[y - 4 : y + 5, x - 4 : x + 5]
    assert (dot == LOOKS["dark"].waveform_rms.rgb()).any()


def test_blocks_appear_as_they_are_ready(timeline: TimelineView) -> None:
    """Half of the peaks: half of the waveform, and nothing that was not read."""
    timeline.set_detections(None)
    frames = int(DURATION_S * RATE_HZ)
    pyramid = PeakPyramid(frames, 2, is_int16=True, base_frames=32)
    assert pyramid.chunks > 3
    for chunk in range(pyramid.chunks // 2):
        pyramid.fill_chunk(chunk, np.full((pyramid.chunk_frames, 2), 15_000, dtype=np.int16))
    timeline.set_peaks(pyramid)
    waveform = _tracks(timeline).tracks().waveform
    y = round(waveform.top() + waveform.height() / 4 - waveform.height() / 4 * 0.45)
    line = _pixels(timeline)[y]
    known = pyramid.chunks // 2 * pyramid.chunk_frames / frames * timeline.picture.view.width
    inked = np.flatnonzero(line == LOOKS["dark"].waveform.rgb())
    assert len(inked) or (line != LOOKS["dark"].sunken.rgb()).any()
    beyond = line[int(known) + 2 :]
    assert set(beyond.tolist()) <= {LOOKS["dark"].sunken.rgb(), LOOKS["dark"].grid.rgb()}


def test_amplitude_zoom_and_decibels_change_the_height(timeline: TimelineView) -> None:
    timeline.set_detections(None)

    def inked() -> int:
        return int(np.count_nonzero(_pixels(timeline) != LOOKS["dark"].sunken.rgb()))

    plain = inked()
    timeline.zoom_amplitude(4)
    assert inked() > 1.5 * plain
    timeline.zoom_amplitude(1 / 4)
    assert inked() == plain
    timeline.change_display(amplitude_scale=AmplitudeScale.DECIBEL)
    assert inked() > 2 * plain


def test_the_look_switches_at_once(timeline: TimelineView) -> None:
    timeline.set_look(LOOKS["light"])
    assert QColor(int(_pixels(timeline)[200, 3])).lightness() > 200 or (
        np.count_nonzero(_pixels(timeline) == LOOKS["light"].sunken.rgb()) > 1000
    )
    assert np.count_nonzero(_pixels(timeline) == LOOKS["dark"].sunken.rgb()) == 0


def test_the_score_curve_has_a_lane_of_its_own(timeline: TimelineView) -> None:
    times = np.arange(0, DURATION_S, 0.01)
    values = np.where((times > 12) & (times < 12.9), 0.95, 0.02)
    timeline.set_scores(ScoreCurve(times, values.astype(np.float32), 0.5, "noise_burst"))
    lane = _tracks(timeline).tracks().score
    assert lane.height() > 30
    pixels = _pixels(timeline)
    y = round(lane.bottom() - 3 - 0.8 * (lane.height() - 7))
    line = pixels[y]
    different = np.flatnonzero((line != line[450]) & (np.arange(len(line)) % 100 > 0))
    assert abs(different.min() - timeline.picture.view.x(12.0)) < 3
    timeline.set_scores(None)
    assert _tracks(timeline).tracks().score.isEmpty()
    with pytest.raises(ValueError, match="as many times as values"):
        ScoreCurve(times, values[:-1].astype(np.float32), 0.5, "hum")


@given(
    rows=st.lists(st.tuples(st.integers(0, 19_000), st.integers(0, 900), st.floats(0.03125, 1, width=32)), max_size=12),
    start=st.floats(0, 15),
    span=st.floats(0.01, 20),
)
@example(rows=[(277, 0, 1.0)], start=1.0, span=19.625)  # just outside, but drawn three pixels wide
def test_the_bars_of_the_score_are_as_high_as_the_confidences(
    rows: list[tuple[int, int, float]], start: float, span: float
) -> None:
    """Every column against every row, one by one."""
    table = DetectionTable.from_columns(
        ["click"] * len(rows), [at for at, _, _ in rows], [at + long for at, long, _ in rows], [c for *_, c in rows]
    ).sorted()
    view = ViewRange(0, 20, 200, 20).showing(start, start + span)
    expected = np.zeros(200, dtype=np.float32)
    left, right = drawn_extent(table, np.arange(len(table)), view)
    for row, (x0, x1) in enumerate(zip(np.rint(left).tolist(), np.rint(right).tolist(), strict=True)):
        part = expected[max(0, int(x0)) : max(0, int(x1))]
        np.maximum(part, np.float32(table.confidence[row]), out=part)
    np.testing.assert_array_equal(confidence_columns(RegionIndex(table), view), expected)


def _lane_ink(view: TimelineView, artifact_type: str, seconds: float) -> int:
    """How far a lane's pixel is from the ground beside it."""
    y = _lane_y(view, artifact_type) + 2
    image = _image(view)
    here, ground = (QColor(image.pixel(_at(view, at, y))) for at in (seconds, 19.5))
    return abs(here.red() - ground.red()) + abs(here.green() - ground.green()) + abs(here.blue() - ground.blue())


def test_candidates_below_the_threshold_are_shown_faintly_on_demand(timeline: TimelineView) -> None:
    raw = DetectionTable.from_columns(["dropout"] * 2, [2_000, 8_000], [4_000, 12_000], [0.9, 0.3])
    shown = retune(raw, TuningConfig(threshold=0.5, merge_window_ms=0, min_duration_ms=0))
    timeline.set_detections(shown, raw=raw)
    assert _lane_ink(timeline, "dropout", 10.5) == 0
    timeline.change_display(shows_candidates=True)
    assert 10 < _lane_ink(timeline, "dropout", 10.5) < _lane_ink(timeline, "dropout", 3.7) / 2
    timeline.change_display(shows_candidates=False)
    assert _lane_ink(timeline, "dropout", 10.5) == 0


def test_the_selected_joined_region_unfolds_into_its_members(timeline: TimelineView) -> None:
    raw = DetectionTable.from_columns(["click"] * 2, [5_000, 5_800], [5_100, 6_000], [0.9, 0.8])
    timeline.set_detections(retune(raw, TuningConfig(merge_window_ms=1000, min_duration_ms=0)), raw=raw)
    timeline.set_selected(0)
    lane = _tracks(timeline).tracks().lane_rect("click")
    assert lane is not None
    line = _pixels(timeline)[round(lane.bottom()) - 3]
    white = LOOKS["dark"].text.rgb()
    view = timeline.picture.view
    assert [line[round(view.x(at))] == white for at in (5.05, 5.5, 5.9)] == [True, False, True]


# Files and life ---------------------------------------------------------------------------------------


def test_another_recording_starts_afresh(timeline: TimelineView, recording: Path, qtbot: QtBot) -> None:
    timeline.set_view_range_s(3, 4)
    timeline.set_selected(1)
    timeline.set_span(3.1, 3.2)
    with AudioClip(recording) as clip, qtbot.waitSignal(timeline.view_changed):
        timeline.set_clip(clip)
    assert timeline.view_range_s() == (0, DURATION_S)
    assert timeline.span_s is None
    assert timeline.picture.selected_row is None
    assert len(timeline.picture.table) == 0
    timeline.zoom_back()
    assert timeline.view_range_s() == (0, DURATION_S)


def test_without_a_recording_everything_is_harmless(qtbot: QtBot) -> None:
    view = TimelineView(LOOKS["light"])
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_Escape):
        QTest.keyClick(view, key)
    with qtbot.assertNotEmitted(view.seek_requested):
        QTest.mouseClick(_tracks(view), LEFT, pos=QPoint(100, 100))
        QTest.mouseClick(view.findChild(object, "overview"), LEFT, pos=QPoint(100, 20))  # type: ignore[call-overload]
    view.set_peaks(None)
    view.set_playhead(3.0)
    view.grab()
    view.hide()


@pytest.mark.parametrize("frames", [1, 2, 50])
@pytest.mark.parametrize("channels", [1, 64])
def test_tiny_files_and_many_channels(qtbot: QtBot, tmp_path: Path, frames: int, channels: int) -> None:
    import soundfile

    path = tmp_path / "tiny.wav"
    soundfile.write(path, np.full((frames, channels), 0.5), 48_000, subtype="PCM_16")
    view = TimelineView(LOOKS["dark"])
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show()
    with AudioClip(path) as clip:
        view.set_clip(clip)
        view.set_peaks(build_peaks(path))
        view.set_detections(retuned([("click", 0, 1, 0.9)]))
        view.grab()
        view.zoom_in()
        view.grab()
        assert len(view.picture.channels) == min(channels, 8)
        view.set_clip(None)
    view.hide()


@pytest.mark.parametrize("size", [(60, 40), (300, 121), (2560, 1440)])
def test_any_size(timeline: TimelineView, size: tuple[int, int]) -> None:
    timeline.setMinimumSize(0, 0)
    timeline.resize(*size)
    timeline.grab()
    layout = _tracks(timeline).tracks()
    rects = [layout.axis, layout.waveform, *(rect for _, rect in layout.lanes)]
    assert all(rect.height() >= 0 and rect.width() >= 0 for rect in rects)


# Access -----------------------------------------------------------------------------------------------


def test_names_and_focus_for_screen_readers(timeline: TimelineView, qtbot: QtBot) -> None:
    overview = timeline.findChild(object, "overview")  # type: ignore[call-overload]
    assert timeline.objectName() == "timeline"
    for widget in (timeline, overview):
        assert widget.focusPolicy() == Qt.FocusPolicy.StrongFocus
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    timeline.set_selected(row_of(timeline, "dropout", 5_000))
    qtbot.waitUntil(lambda: "Selected: dropout" in timeline.accessibleDescription())
    said = timeline.accessibleDescription()
    assert f"{len(ROWS)} detections" in said
    assert "confidence 0.80" in said


def test_the_keyboards_frame_is_a_frame_and_covers_nothing(timeline: TimelineView, qtbot: QtBot) -> None:
    timeline.set_playhead(10.0)
    timeline.set_view_range_s(5, 15)
    overview = timeline.findChild(Overview)
    assert overview is not None
    for widget, part in ((timeline, _tracks(timeline)), (overview, overview)):
        before = part.grab().toImage()
        widget.setFocus()
        qtbot.waitUntil(widget.hasFocus)
        after = part.grab().toImage()
        assert after.pixel(0, 40) != before.pixel(0, 40)
        inside = [(x, y) for x in range(2, part.width() - 2, 7) for y in range(2, part.height() - 2, 5)]
        assert all(after.pixel(x, y) == before.pixel(x, y) for x, y in inside)


def test_the_ruler_counts_in_every_unit(timeline: TimelineView) -> None:
    before = _pixels(timeline)[:20]
    for unit in list(TimeUnit)[1:]:
        timeline.change_display(time_unit=unit)
        assert (_pixels(timeline)[:20] != before).any()
    timeline.change_display(time_unit=TimeUnit.CLOCK)
    np.testing.assert_array_equal(_pixels(timeline)[:20], before)


def test_growing_peaks_are_painted_soon_and_the_last_ones_at_once(timeline: TimelineView, qtbot: QtBot) -> None:
    timeline.set_detections(None)
    frames = int(DURATION_S * RATE_HZ)
    pyramid = PeakPyramid(frames, 2, is_int16=True, base_frames=32)
    loud = np.full((pyramid.chunk_frames, 2), 15_000, dtype=np.int16)
    loud[::2] *= -1

    def inked() -> int:
        return int(np.count_nonzero(_pixels(timeline) == LOOKS["dark"].waveform_rms.rgb()))

    timeline.set_peaks(pyramid)
    assert inked() < 100
    pyramid.fill_chunk(0, loud)
    timeline.set_peaks(pyramid)
    qtbot.waitUntil(lambda: inked() > 1000)
    some = inked()
    for chunk in range(1, pyramid.chunks):
        pyramid.fill_chunk(chunk, loud[: frames - chunk * pyramid.chunk_frames])
    timeline.set_peaks(pyramid)
    assert inked() > 3 * some
