"""Scores of detections against truth: the public sed_eval package for the headline, own matching for the rest."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

EVENT_COLLAR_S = 0.05
LOOSE_COLLAR_S = {"clipping": 0.2, "distortion": 0.2, "hum": 0.5}
SEGMENT_S = 0.1


@dataclass(frozen=True)
class Interval:
    """A labelled or detected stretch of one file, in seconds."""

    artifact_type: str
    start_s: float
    end_s: float
    confidence: float = 1.0


@dataclass(frozen=True)
class Heard:
    """Truth and detections of one file."""

    file: str
    seconds: float
    truth: tuple[Interval, ...]
    detected: tuple[Interval, ...]

    def above(self, threshold: float) -> Heard:
        kept = tuple(d for d in self.detected if d.confidence >= threshold)
        return Heard(self.file, self.seconds, self.truth, kept)


def _events(intervals: Iterable[Interval], file: str, kinds: Sequence[str]) -> list[dict[str, Any]]:
    return [
        {"event_label": i.artifact_type, "event_onset": i.start_s, "event_offset": max(i.end_s, i.start_s + 1e-3),
         "file": file, "scene_label": "any"}
        for i in intervals if i.artifact_type in kinds
    ]  # fmt: skip


def _sed_eval() -> Any:
    with warnings.catch_warnings():  # dcase_util warns of its own imports
        warnings.simplefilter("ignore")
        import sed_eval
    return sed_eval


def _fed(metric: Any, heard: Iterable[Heard], kinds: Sequence[str]) -> Any:
    import dcase_util

    for one in heard:
        truth, detected = _events(one.truth, one.file, kinds), _events(one.detected, one.file, kinds)
        metric.evaluate(
            reference_event_list=dcase_util.containers.MetaDataContainer(truth),
            estimated_event_list=dcase_util.containers.MetaDataContainer(detected),
            **({"evaluated_length_seconds": one.seconds} if hasattr(metric, "time_resolution") else {}),
        )
    return metric


def event_scores(heard: Sequence[Heard], kinds: Sequence[str], collar_s: float) -> dict[str, dict[str, float]]:
    """Per type: f1, precision, recall by sed_eval's event rule (offset: collar or half the length); "micro" too."""
    metric = _sed_eval().sound_event.EventBasedMetrics(
        event_label_list=list(kinds), t_collar=collar_s, percentage_of_length=0.5
    )
    return _table(_fed(metric, heard, kinds), kinds)


def segment_scores(heard: Sequence[Heard], kinds: Sequence[str]) -> dict[str, dict[str, float]]:
    """The same by 100 ms segments."""
    metric = _sed_eval().sound_event.SegmentBasedMetrics(event_label_list=list(kinds), time_resolution=SEGMENT_S)
    return _table(_fed(metric, heard, kinds), kinds)


def _table(metric: Any, kinds: Sequence[str]) -> dict[str, dict[str, float]]:
    whole = {kind: metric.results_class_wise_metrics()[kind]["f_measure"] for kind in kinds}
    whole["micro"] = metric.results_overall_metrics()["f_measure"]
    names = {"f1": "f_measure", "precision": "precision", "recall": "recall"}
    return {
        kind: {short: _number(scores[name]) for short, name in names.items()} for kind, scores in whole.items()
    }


def _number(value: Any) -> float:
    return 0.0 if value is None or np.isnan(value) else float(value)


def fits(truth: Interval, detected: Interval, collar_s: float) -> bool:
    """sed_eval's rule for one pair."""
    room = max(collar_s, 0.5 * (truth.end_s - truth.start_s))
    return abs(truth.start_s - detected.start_s) <= collar_s and abs(truth.end_s - detected.end_s) <= room


def matched(one: Heard, kind: str, collar_s: float) -> tuple[list[int], list[bool]]:
    """For one type of one file: indices (into ``truth``) that were found, and for each detection of the type,
    by falling confidence, whether it is right. Each truth is used once."""
    truths = [(n, t) for n, t in enumerate(one.truth) if t.artifact_type == kind]
    found: list[int] = []
    right: list[bool] = []
    for detection in sorted(_of(one, kind), key=lambda d: -d.confidence):
        free = [n for n, t in truths if n not in found and fits(t, detection, collar_s)]
        found += free[:1]
        right.append(bool(free))
    return found, right


def _of(one: Heard, kind: str) -> list[Interval]:
    return [d for d in one.detected if d.artifact_type == kind]


def collar_of(kind: str) -> float:
    """The collar by which a type is headlined: loose for the sustained ones."""
    return LOOSE_COLLAR_S.get(kind, EVENT_COLLAR_S)


def average_precision(heard: Sequence[Heard], kind: str) -> float:
    """Area under the precision-recall steps over all thresholds."""
    confidence, right, total = ranked(heard, kind)
    if not total or not len(confidence):
        return 0.0
    order = np.argsort(-confidence, kind="stable")
    hits = np.cumsum(right[order])
    precision = hits / np.arange(1, len(hits) + 1)
    return float(np.sum(precision * right[order]) / total)


def ranked(heard: Sequence[Heard], kind: str) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_], int]:
    """Confidences of all detections of a type, whether each is right, and how many truths there are."""
    confidence: list[float] = []
    right: list[bool] = []
    for one in heard:
        confidence += sorted((d.confidence for d in _of(one, kind)), reverse=True)
        right += matched(one, kind, collar_of(kind))[1]
    total = sum(t.artifact_type == kind for one in heard for t in one.truth)
    return np.array(confidence), np.array(right, dtype=bool), total


def best_threshold(heard: Sequence[Heard], kind: str) -> tuple[float, float]:
    """(threshold, f1) of the highest F1 over thresholds; for validation only."""
    confidence, right, total = ranked(heard, kind)
    if not len(confidence) or not total:
        return 0.5, 0.0
    order = np.argsort(-confidence, kind="stable")
    hits = np.cumsum(right[order])
    f1 = 2 * hits / (np.arange(1, len(hits) + 1) + total)
    at = int(np.argmax(f1))
    return float(confidence[order][at]), float(f1[at])


def reliability(heard: Sequence[Heard], kinds: Sequence[str], edges: Sequence[float]) -> list[dict[str, float]]:
    """Per band of confidence: how many detections, their mean confidence, the share that touches an artifact of
    their type (the meaning of the confidence; the collars of the event rule are another matter)."""
    confidence, touches = [], []
    for one in heard:
        for d in one.detected:
            if d.artifact_type in kinds:
                confidence.append(d.confidence)
                touches.append(any(t.artifact_type == d.artifact_type and overlaps(t, d) for t in one.truth))
    values, right = np.array(confidence), np.array(touches, dtype=bool)
    rows = []
    for low, high in pairwise(edges):
        chosen = (values >= low) & (values < high) if len(values) else np.zeros(0, dtype=bool)
        if np.any(chosen):
            rows.append({"from": low, "to": high, "count": int(chosen.sum()),
                         "confidence": float(values[chosen].mean()), "right": float(right[chosen].mean())})  # fmt: skip
    return rows


def overlaps(truth: Interval, detected: Interval, slack_s: float = EVENT_COLLAR_S) -> bool:
    return detected.start_s <= truth.end_s + slack_s and detected.end_s >= truth.start_s - slack_s
