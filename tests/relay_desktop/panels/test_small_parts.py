"""The small parts: words, marks, the walk through detections, the selection's facts, sheet and card, status."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from inference.engine.model_folder import installed_models
from inference.tuning_config import TuningConfig
from relay_desktop.actions import all_keys
from relay_desktop.commands import COMMANDS, command
from relay_desktop.look import Look
from relay_desktop.panels import wording
from relay_desktop.panels.detection_walk import DetectionWalk
from relay_desktop.panels.drop_zone import dropped_paths
from relay_desktop.panels.heading import LiveLabel
from relay_desktop.panels.model_card_dialog import ModelCardDialog, plain_lines
from relay_desktop.panels.shortcut_sheet import ShortcutSheet, sheet_sections
from relay_desktop.panels.status_strip import StatusStrip, engine_words, file_facts
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.type_mark import type_shape
from tests.relay_desktop.panels.desks import CARD, TYPES, desk, raw_table


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (wording.clock(2_467_312), "00:41:07.312"),
        (wording.clock(-5), "00:00:00.000"),
        (wording.clock_s(0.0996), "00:00:00.100"),
        (wording.length(3764.9), "1:02:44"),
        (wording.length(48.2), "0:48"),
        (wording.length(0.4), "400 ms"),
        (wording.length(None), ""),
        (wording.duration(250), "250 ms"),
        (wording.duration(1100), "1.10 s"),
        (wording.duration(94_000), "1:34"),
        (wording.rate(44_100), "44.1 kHz"),
        (wording.rate(None), ""),
        (wording.channel_words(2), "stereo"),
        (wording.channel_words(6), "6 channels"),
        (wording.status_word("quarantined"), "quarantined"),
    ],
)
def test_words(made: str, words: str) -> None:
    assert made == words


def test_known_types_have_shapes_of_their_own() -> None:
    known = ("click", "glitch", "dropout", "clipping", "distortion", "noise_burst", "hum")
    shapes = [type_shape(name) for name in known]
    assert all(shapes[a] != shapes[b] for a in range(7) for b in range(a))
    assert type_shape("pop") == type_shape("click")
    assert type_shape("mouth noise") == type_shape("Mouth Noise")


def test_the_walk_crosses_files_and_skips_those_with_nothing(qapp: object) -> None:
    session = desk((raw_table(), raw_table((("click", 1, 2, 0.01),)), None, raw_table()))
    walk = DetectionWalk(session)
    assert [walk.next() for _ in range(3)] == [True] * 3
    assert session.current is session.files[0]
    assert walk.next()
    assert (session.current, session.selected_row) == (session.files[3], 0)
    assert walk.previous()
    assert (session.current, session.selected_row) == (session.files[0], 2)
    session.open_file(session.files[3])
    assert [walk.next() for _ in range(4)] == [True, True, True, False]
    assert session.selected_row == 2


def test_the_walk_over_files(qapp: object) -> None:
    session = desk((None, None))
    walk = DetectionWalk(session)
    assert walk.next_file()
    assert session.current is session.files[1]
    assert not walk.next_file()
    assert walk.previous_file()
    assert not walk.previous_file()
    assert not DetectionWalk(ReviewSession()).next()


def test_only_local_files_of_a_drop_are_taken() -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/audio/ä 1.wav"), QUrl("https://example.org/x.wav")])
    assert dropped_paths(mime) == [Path("/audio/ä 1.wav")]


def test_every_command_with_a_key_is_on_the_sheet_once(qtbot: QtBot, qapp: object) -> None:
    listed = [c.id for commands in sheet_sections(COMMANDS).values() for c in commands]
    assert sorted(listed) == sorted(c.id for c in COMMANDS if c.keys)
    sheet = ShortcutSheet(COMMANDS)
    qtbot.addWidget(sheet)
    sheet.show()
    assert words_in(sheet) >= {"Play or pause", *all_keys(command("play"))}
    sheet.find_box.setText("loop")
    assert "Loop" in words_in(sheet)
    assert "Play or pause" not in words_in(sheet)


def words_in(widget: QWidget) -> set[str]:
    return {label.text() for label in widget.findChildren(QLabel) if label.isVisible()}


def test_the_model_card_shows_everything_a_card_holds(qtbot: QtBot, qapp: object, look: Look) -> None:
    dialog = ModelCardDialog(CARD, look)
    qtbot.addWidget(dialog)
    dialog.show()
    words = "\n".join(words_in(dialog))
    for part in (
        "Relay artifacts · version 1.2",
        "One to some hundred samples.",
        "0.6123",
        "festvox-ru",
        "MIT",
    ):
        assert part in words
    assert "minimum duration 0 ms" in words


def test_the_shipped_models_figures_are_tables(qtbot: QtBot, qapp: object, look: Look) -> None:
    (shipped, *_) = installed_models()
    dialog = ModelCardDialog(shipped.card, look)
    qtbot.addWidget(dialog)
    dialog.show()
    test = shipped.card.quality["test"]
    words = words_in(dialog)
    dropout, hum = test["types"]["dropout"], test["types"]["hum"]
    assert {f"{100 * dropout['recall']:.0f} %", f"{dropout['f1']:.2f}"} <= words
    # What lasts is judged by the loose rule.
    assert {f"{100 * hum['loose_recall']:.0f} %", f"{hum['loose_f1']:.2f}", f"{hum['segment_f1']:.2f}"} <= words
    assert f"{dropout['false_alarms_per_hour']:.1f}" in words, "one in two hours is not none"
    assert f"On recordings it never met (macro F1 {test['macro_f1']:.2f})" in words
    everything = "\n".join(words)
    assert f"{100 * test['real_faults_recall']:.0f} % found" in everything
    assert "real faults recall" not in everything, "nothing is told twice"


def test_nested_facts_become_plain_lines() -> None:
    facts = {"per_type": {"click": {"f1": 0.81234}}, "sources": ["a", "b"], "runs": [{"seed": 1}]}
    assert plain_lines(facts) == [
        "per type:", "    click:", "        f1: 0.8123", "sources: a, b", "runs:", "    seed: 1",
    ]  # fmt: skip


def test_status_strip_says_what_is_here(qtbot: QtBot, qapp: object) -> None:
    session = desk((raw_table(),))
    strip = StatusStrip(session)
    qtbot.addWidget(strip)
    file = session.current
    assert file is not None
    session.update_file(file, sample_rate_hz=48_000, channels=2, sample_format="WAV PCM_24")
    assert strip.file_label.text() == "48 kHz · stereo · WAV PCM 24 · 1:00"
    assert strip.count_label.text() == "3 detections here"
    session.select_rows([0, 1])
    assert strip.count_label.text() == "3 detections here · 2 selected"
    session.set_tuning(TuningConfig(threshold=1.0))
    assert strip.count_label.text() == "0 detections here"
    strip.set_view(1.0, 2.5)
    assert strip.view_label.text() == "View 00:00:01.000 – 00:00:02.500"
    strip.set_service("down")
    assert strip.service_label.text() == "Engine: not running"
    session.open_file(None)
    assert (strip.file_label.text(), strip.view_label.text(), strip.count_label.text()) == ("", "", "")


def test_engine_and_file_facts_leave_out_what_is_unknown() -> None:
    file = ReviewFile(path=None, name="a.wav")
    assert (engine_words(None), engine_words(file), file_facts(file), file_facts(None)) == ("", "", "", "")
    file.device = "CPU"
    assert engine_words(file) == "CPU"
    file.speed = 2140.4
    assert engine_words(file) == "CPU · 2,140× real time"


def test_live_labels_never_ask_for_another_layout(qtbot: QtBot, qapp: object) -> None:
    label = LiveLabel("1", width=40)
    qtbot.addWidget(label)
    before = label.sizeHint()
    label.setText("1,234,567 and much more")
    assert label.sizeHint() == before
    assert label.accessibleName() == label.toolTip() == label.text()


def test_type_vocabulary_of_the_tests_is_that_of_the_card() -> None:
    assert CARD.types == TYPES
