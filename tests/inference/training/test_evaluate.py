from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("sed_eval", reason="judging needs the training extra")

from inference.detections import DetectionTable
from inference.training import evaluation_set
from inference.training.corpus import Corpus
from inference.training.evaluate import evaluate, table
from inference.training.evaluation_set import evaluation_items, merged
from inference.training.injection import Event
from inference.training.scoring import (
    Heard,
    Interval,
    average_precision,
    best_threshold,
    event_scores,
    matched,
    reliability,
    segment_scores,
)  # fmt: skip

KINDS = ("click", "dropout", "hum")


def _heard(truth: list[Interval], detected: list[Interval]) -> Heard:
    return Heard("a.wav", 10.0, tuple(truth), tuple(detected))


def test_own_matching_agrees_with_sed_eval_at_the_edges_of_the_rule() -> None:
    truth = [Interval("dropout", 1.0, 2.0)]
    for start, end, right in [(1.049, 2.0, True), (1.06, 2.0, False), (1.0, 2.49, True), (1.0, 2.6, False)]:
        one = _heard(truth, [Interval("dropout", start, end, 0.9)])
        assert event_scores([one], KINDS, 0.05)["dropout"]["f1"] == float(right)
        assert matched(one, "dropout", 0.05) == ([0] if right else [], [right])


def test_a_truth_is_found_once_and_types_do_not_mix() -> None:
    one = _heard(
        [Interval("click", 1.0, 1.001)],
        [Interval("click", 1.0, 1.001, 0.9), Interval("click", 1.01, 1.02, 0.8), Interval("dropout", 1.0, 1.001)],
    )
    scores = event_scores([one], KINDS, 0.05)
    assert scores["click"] == {"f1": pytest.approx(2 / 3), "precision": 0.5, "recall": 1.0}
    assert scores["dropout"]["precision"] == 0.0


def test_segments_of_hum_count_time() -> None:
    one = _heard([Interval("hum", 0.0, 4.0)], [Interval("hum", 0.0, 2.0)])
    assert segment_scores([one], ("hum",))["hum"]["recall"] == pytest.approx(0.5, abs=0.02)


def test_average_precision_and_best_threshold_by_hand() -> None:
    truth = [Interval("click", t, t + 0.001) for t in (1.0, 2.0)]
    detected = [Interval("click", t, t + 0.001, c) for t, c in ((1.0, 0.9), (5.0, 0.8), (2.0, 0.7))]
    assert average_precision([_heard(truth, detected)], "click") == pytest.approx((1 + 2 / 3) / 2)
    assert best_threshold([_heard(truth, detected)], "click") == (0.7, pytest.approx(0.8))
    assert average_precision([_heard([], [])], "click") == 0.0


def test_reliability_counts_what_touches_an_artifact() -> None:
    truth = [Interval("hum", 1.0, 2.0)]
    detected = [Interval("hum", 1.2, 1.4, 0.85), Interval("hum", 5.0, 6.0, 0.85), Interval("hum", 8.0, 9.0, 0.1)]
    rows = reliability([_heard(truth, detected)], ["hum"], (0.0, 0.5, 1.0))
    assert [(r["count"], r["right"]) for r in rows] == [(1, 0.0), (2, 0.5)]


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, pieces in (("_DAMAGED", 5), ("_REAL", 1), ("_CLEAN", 3)):
        monkeypatch.setattr(evaluation_set, name, dict.fromkeys(evaluation_set.VERSIONS, pieces))
    for name, value in (("_CLIP_S", 4.0), ("_CLEAN_S", 5.0)):
        monkeypatch.setattr(evaluation_set, name, value)


def test_a_perfect_detector_is_perfect_and_a_silent_one_is_not(small: None, corpus: Corpus, tmp_path: Path) -> None:
    items = {item.file: item for item in evaluation_items(tmp_path, corpus, "validation")}
    assert {item.group for item in items.values()} >= {"damaged", "clean"}

    def perfect(path: Path) -> DetectionTable:
        events = items[str(path)].events
        starts = [round(e.start_s * 1000) for e in events]
        ends = [max(round(e.end_s * 1000), s + 1) for e, s in zip(events, starts, strict=True)]
        return DetectionTable.from_columns([e.artifact_type for e in events], starts, ends, [1.0] * len(events))

    best = evaluate(perfect, tmp_path, corpus, "validation")
    present = {e.artifact_type for i in items.values() if i.group == "damaged" for e in i.events}
    assert all(best["event"][kind]["f1"] == 1.0 for kind in present)
    assert best["false_alarms"]["per_hour"] == 0.0
    assert best["real"]["recall"] == 1.0
    assert "false alarms per hour: 0.0" in table(best)
    assert best["recall_by_exposure"]
    assert all(f"  {name:12} from " in table(best) for name in best["recall_by_exposure"])
    assert all(row["recall"] == 1.0 for rows in best["recall_by_exposure"].values() for row in rows)
    silent = evaluate(lambda path: DetectionTable.empty(), tmp_path, corpus, "validation")
    assert silent["macro_f1"] == 0.0
    assert silent["real"]["recall"] == 0.0


def test_the_set_is_the_same_whenever_it_is_made(small: None, corpus: Corpus, tmp_path: Path) -> None:
    first, second = (evaluation_items(tmp_path / name, corpus, "test") for name in "ab")
    assert [item.events for item in first] == [item.events for item in second]
    for a, b in zip(first, second, strict=True):
        if Path(a.file).suffix in (".wav", ".flac", ".mp3"):  # Ogg carries a random serial number
            assert Path(a.file).read_bytes() == Path(b.file).read_bytes()


def test_hums_that_overlap_are_one_hum_and_other_types_stay_apart() -> None:
    spans = [("hum", 1.0, 3.0), ("click", 1.5, 1.6), ("hum", 2.0, 5.0), ("hum", 4.0, 4.5), ("hum", 5.0, 6.0)]
    found = merged([Event(kind, a, b, kind) for kind, a, b in spans])
    assert [(e.artifact_type, e.start_s, e.end_s) for e in found] == [
        ("hum", 1.0, 5.0), ("click", 1.5, 1.6), ("hum", 5.0, 6.0),
    ]  # fmt: skip


def test_validation_and_test_differ(small: None, corpus: Corpus, tmp_path: Path) -> None:
    parts = [evaluation_items(tmp_path, corpus, part) for part in ("validation", "test")]
    assert [i.events for i in parts[0]] != [i.events for i in parts[1]]


def test_false_alarms_are_counted_per_hour(small: None, corpus: Corpus, tmp_path: Path) -> None:
    alarm = DetectionTable.from_columns(["click", "click"], [10, 500], [12, 502], [0.9, 0.3])
    result = evaluate(lambda path: alarm, tmp_path, corpus, "validation")
    assert result["false_alarms"]["per_hour"] == pytest.approx(3 / (15 / 3600))
    assert np.isclose(result["false_alarms"]["by_type"]["click"], 720)
