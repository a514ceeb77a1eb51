"""Service route → client → job_watcher → job_news → review_session → retune → timeline → painted region."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QTableView

from inference.tuning import Retuned
from relay_desktop.look import LOOKS
from tests.walks.program import Program, changed_columns

pytestmark = pytest.mark.walk


def test_the_demo_is_opened_detected_painted_and_listed(start: Callable[..., Program]) -> None:
    program = start()
    session = program.session
    assert [file.name for file in session.files] == ["announcement.flac"]
    program.until_drawn()
    without = program.timeline_picture()
    program.until_detected()
    [file] = session.files
    assert isinstance(file.retuned, Retuned)
    shown = file.retuned.shown
    assert len(shown) > 3
    assert {"distortion", "noise_burst"} <= {shown.artifact_type(row) for row in range(len(shown))}
    _regions_are_painted_where_they_are(program, without)
    table = program.part(QTableView, "detectionTable")
    assert table.model().rowCount() == len(shown)
    assert not program.told
    assert program.window.transport_bar.device_chip.text().startswith(file.device or "?")


def _regions_are_painted_where_they_are(program: Program, without: QImage) -> None:
    shown = program.session.shown
    assert shown is not None
    timeline = program.window.timeline
    with_regions = program.timeline_picture()
    changed = changed_columns(without, with_regions)
    begin, end = timeline.view_range_s()
    width = with_regions.width()

    def column(ms: float) -> float:
        return (ms / 1000 - begin) / (end - begin) * width

    wide = [row for row in range(len(shown)) if shown.artifact_type(row) == "distortion"]
    assert wide
    left, right = column(shown.start_ms[wide[0]]), column(shown.end_ms[wide[0]])
    inside = range(round(left) + 6, round(right) - 6)
    assert inside
    assert set(inside) <= set(changed)
    # In the middle of the region its own colour is to be found, in some lane.
    colour = LOOKS["dark"].types["distortion"]
    middle = inside[len(inside) // 2]
    near = [
        y
        for y in range(with_regions.height())
        if abs((pixel := with_regions.pixelColor(middle, y)).hsvHue() - colour.hsvHue()) < 12
        and pixel.saturation() > 60
    ]
    assert len(near) > 5
