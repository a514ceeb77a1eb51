"""Markers taken over: a verdict where they lie on a detection, a detection where they lie on none, one undo for all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from relay_desktop.session.export_snapshot import take_snapshot
from relay_desktop.session.exporters import catalogue
from relay_desktop.session.exporters.document import ExportRow
from relay_desktop.session.library import Library
from relay_desktop.session.marker_import import MarkerImport, plan_import
from relay_desktop.session.verdicts import Verdict
from tests.relay_desktop.session.review_room import ReviewRoom, table

HEARD = table(("click", 100, 110, 0.9), ("click", 300, 310, 0.4), ("hum", 1_000, 4_000, 0.8))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "library.sqlite")
    yield library
    library.close()


@pytest.fixture
def room(library: Library, qtbot: QtBot) -> ReviewRoom:
    return ReviewRoom(library, (HEARD,))


def importer(room: ReviewRoom) -> MarkerImport:
    return MarkerImport(room.session, room.review, room.library.hand_made, room.session)


ROWS = (
    ExportRow("click", 101, 111, verdict="artifact", severity="issue", note="lip smack"),
    ExportRow("click", 300, 310),
    ExportRow("glitch", 5_000, 5_010, verdict="not an artifact"),
    ExportRow("hum", 9_000, 9_900),
)


def test_each_marker_has_its_fate(room: ReviewRoom) -> None:
    plan = plan_import(room.files[0], ROWS)
    assert [(one.fate, one.on) for one in plan.rows] == [("verdict", 0), ("known", 1), ("add", None), ("add", None)]


def test_what_was_taken_over_is_kept_and_one_undo_takes_it_back(room: ReviewRoom) -> None:
    assert importer(room).take(plan_import(room.files[0], ROWS))
    again = ReviewRoom(room.library, (HEARD,))
    file = again.files[0]
    shown, states = again.session.shown, again.review.states(file)
    assert shown is not None
    assert states is not None
    said = [(shown.artifact_type(row), int(states.state[row])) for row in range(len(shown))]
    assert said == [("click", 1), ("click", 0), ("hum", 0), ("glitch", 2), ("hum", 0)]
    span = again.review.deciding_span(file, 0)
    assert span is not None
    assert (span.note, span.severity, span.start_ms) == ("lip smack", "issue", 100)
    assert room.session.undo_stack.undoText() == "Import 3 markers into a.wav"
    room.session.undo_stack.undo()
    assert len(room.session.visible_rows()) == 3
    assert room.review.reviewed_count(room.files[0]) == 0
    room.session.undo_stack.redo()
    assert len(room.session.visible_rows()) == 5
    assert room.review.reviewed_count(room.files[0]) == 2


def test_only_what_was_wanted_is_taken(room: ReviewRoom) -> None:
    plan = plan_import(room.files[0], ROWS)
    assert importer(room).take(plan, additions=False)
    assert len(room.session.visible_rows()) == 3
    assert not importer(room).take(plan_import(room.files[0], ROWS[1:2])), "nothing to take"


@pytest.mark.parametrize("key", [k for k in catalogue.IMPORTABLE if k not in ("wav", "parquet")])
def test_our_own_export_changes_nothing_when_it_is_read_back(room: ReviewRoom, key: str, tmp_path: Path) -> None:
    room.session.select_row(0)
    room.review.judge(Verdict.ARTIFACT, go_on=False)
    room.files[0].sample_rate_hz = 48_000
    snapshot = take_snapshot(room.session, room.review, room.files, "1")
    form = catalogue.format_of(key)
    (path,) = catalogue.export(snapshot.document("shown"), form, tmp_path / f"x{form.ending}")
    audio = catalogue.Audio("a.wav", sample_rate_hz=48_000)
    preview = catalogue.read_markers(path, None, audio)
    plan = plan_import(room.files[0], preview.document.files[0].rows)
    assert plan.count("add") == 0
    assert len(plan.rows) == 3
