"""Judges a detector as the benchmark does, on sources and injectors that training never uses.

``evaluate(detect, root, corpus, part)`` returns the figures; ``table`` makes the text a person reads. Choose by
"validation"; look at "test" once.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from inference.detections import DetectionTable
from inference.training import scoring
from inference.training.artifacts.catalogue import ARTIFACT_TYPES, SUSTAINED
from inference.training.corpus import Corpus, open_corpus
from inference.training.evaluation_set import Item, evaluation_items
from inference.training.recall_by_exposure import recall_by_exposure
from inference.training.scoring import Heard, Interval

Detect = Callable[[Path], DetectionTable]
Figures = dict[str, Any]
THRESHOLD = 0.5
_BANDS = (0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


def evaluate(
    detect: Detect, root: Path, corpus: Corpus, part: str, threshold: float = THRESHOLD, every: int = 1
) -> Figures:
    """All figures of one part. ``detect`` gives the raw table of a file (confidences from about 0.02 up).

    ``every``: 3 hears each third file only, for a quick look.
    """
    items = evaluation_items(root, corpus, part)[::every]
    began = time.monotonic()
    heard = [_hear(detect, item) for item in items]
    elapsed = time.monotonic() - began
    seconds = sum(item.seconds for item in items)
    return {
        "part": part, "threshold": threshold, "files": len(items), "hours": seconds / 3600,
        "times_real_time": seconds / max(elapsed, 1e-6), **figures(items, heard, threshold),
        "recall_by_exposure": recall_by_exposure(items, [one.above(threshold) for one in heard]),
    }  # fmt: skip


def _hear(detect: Detect, item: Item) -> Heard:
    table = detect(Path(item.file))
    rows = table.to_rows()
    detected = tuple(
        Interval(r["artifact_type"], r["start_ms"] / 1000, r["end_ms"] / 1000, r["confidence"]) for r in rows
    )
    truth = tuple(Interval(e.artifact_type, e.start_s, e.end_s) for e in item.events)
    return Heard(item.file, item.seconds, truth, detected)


def figures(items: Sequence[Item], heard: Sequence[Heard], threshold: float) -> Figures:
    """The figures of items already heard."""
    of = {group: [n for n, i in enumerate(items) if i.group == group] for group in ("damaged", "real", "clean")}
    damaged = [heard[n] for n in of["damaged"]]
    clear = [one.above(threshold) for one in damaged]
    real, untouched = ([(items[n], heard[n].above(threshold)) for n in of[group]] for group in ("real", "clean"))
    all_heard = [*damaged, *(heard[n] for n in of["clean"])]
    out: Figures = {
        "event": scoring.event_scores(clear, ARTIFACT_TYPES, scoring.EVENT_COLLAR_S),
        "loose": {k: scoring.event_scores(clear, [k], c)[k] for k, c in scoring.LOOSE_COLLAR_S.items()},
        "segment": scoring.segment_scores(clear, sorted(SUSTAINED)),
        "average_precision": {k: scoring.average_precision(damaged, k) for k in ARTIFACT_TYPES},
        "best_threshold": {k: scoring.best_threshold(damaged, k) for k in ARTIFACT_TYPES},
        "micro_f1_by_rate": _micro_by(items, of["damaged"], clear, lambda item: str(item.rate_hz)),
        "micro_f1_by_kind": _micro_by(items, of["damaged"], clear, lambda item: item.kind),
        "micro_f1_by_storage": _micro_by(items, of["damaged"], clear, lambda item: item.storage),
        "recall_by_mechanism": _by_mechanism([items[n] for n in of["damaged"]], clear),
        "reliability": {
            **{k: scoring.reliability(all_heard, [k], _BANDS) for k in ARTIFACT_TYPES},
            "all": scoring.reliability(all_heard, ARTIFACT_TYPES, _BANDS),
        },
    }
    headline = [(out["loose"] if k in SUSTAINED else out["event"])[k]["f1"] for k in ARTIFACT_TYPES]
    out["macro_f1"] = sum(headline) / len(headline)
    out["real"] = real_figures(real)
    out["false_alarms"] = false_alarms(untouched)
    return out


def _micro_by(
    items: Sequence[Item], numbers: Sequence[int], clear: Sequence[Heard], key: Callable[[Item], str]
) -> dict[str, float]:
    groups: dict[str, list[Heard]] = defaultdict(list)
    for number, one in zip(numbers, clear, strict=True):
        groups[key(items[number])].append(one)
    return {
        name: scoring.event_scores(group, ARTIFACT_TYPES, scoring.EVENT_COLLAR_S)["micro"]["f1"]
        for name, group in sorted(groups.items(), key=lambda pair: (len(pair[0]), pair[0]))
    }


def _by_mechanism(items: Sequence[Item], heard: Sequence[Heard]) -> dict[str, dict[str, float]]:
    """Recall per mechanism by each type's headline rule, and how much was found under any type's name."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for item, one in zip(items, heard, strict=True):
        found = {n for k in ARTIFACT_TYPES for n in scoring.matched(one, k, scoring.collar_of(k))[0]}
        for number, event in enumerate(item.events):
            touched = any(scoring.overlaps(one.truth[number], d) for d in one.detected)
            row = counts[f"{event.artifact_type}: {event.mechanism}"]
            row[0], row[1], row[2] = row[0] + 1, row[1] + (number in found), row[2] + touched
    return {name: {"events": n, "recall": f / n, "touched": t / n} for name, (n, f, t) in sorted(counts.items())}


def real_figures(pairs: Sequence[tuple[Item, Heard]]) -> Figures:
    """Real faults: found under any name (a damaged stream has no one name), and precision likewise."""
    hits = misses = right = wrong = 0
    mechanisms: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for item, one in pairs:
        for event, truth in zip(item.events, one.truth, strict=True):
            found = any(scoring.overlaps(truth, d) for d in one.detected)
            hits, misses = hits + found, misses + (not found)
            row = mechanisms[event.mechanism]
            row[0], row[1] = row[0] + 1, row[1] + found
        for detection in one.detected:
            is_right = any(scoring.overlaps(truth, detection) for truth in one.truth)
            right, wrong = right + is_right, wrong + (not is_right)
    typed = scoring.event_scores([one for _, one in pairs], ARTIFACT_TYPES, 0.2)["micro"]
    return {
        "recall": hits / max(1, hits + misses), "precision": right / max(1, right + wrong), "typed_micro": typed,
        "by_mechanism": {name: {"events": n, "recall": f / n} for name, (n, f) in sorted(mechanisms.items())},
    }  # fmt: skip


def false_alarms(pairs: Sequence[tuple[Item, Heard]]) -> Figures:
    """Detections per hour of untouched programme: in all, by type, by kind of programme."""
    hours = sum(item.seconds for item, _ in pairs) / 3600
    by_type = {k: sum(d.artifact_type == k for _, one in pairs for d in one.detected) / hours for k in ARTIFACT_TYPES}
    by_kind: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for item, one in pairs:
        row = by_kind[item.kind]
        row[0], row[1] = row[0] + len(one.detected), row[1] + item.seconds / 3600
    return {
        "hours": hours, "per_hour": sum(by_type.values()), "by_type": by_type,
        "by_kind": {kind: count / length for kind, (count, length) in sorted(by_kind.items())},
    }  # fmt: skip


def table(result: Figures) -> str:
    """The figures as text."""
    lines = [
        f"{result['part']}: {result['files']} files, {result['hours']:.2f} h, "
        f"{result['times_real_time']:.0f} x real time, threshold {result['threshold']}",
        f"macro F1 {result['macro_f1']:.3f}",
        "type          event   prec recall  loose  segm.     AP     best F1 at  alarms/h",
    ]  # fmt: skip
    for kind in ARTIFACT_TYPES:
        lines.append(_type_line(result, kind))
    alarms, real = result["false_alarms"], result["real"]
    lines += [
        f"false alarms per hour: {alarms['per_hour']:.1f} ({_listed(alarms['by_kind'], 1)})",
        f"real faults: recall {real['recall']:.3f} at precision {real['precision']:.3f}",
        "confidence and share right: "
        + ", ".join(f"{row['confidence']:.2f} {row['right']:.2f}" for row in result["reliability"]["all"]),
        f"micro F1 by rate: {_listed(result['micro_f1_by_rate'], 2)}",
        f"micro F1 by kind: {_listed(result['micro_f1_by_kind'], 2)}",
        f"micro F1 by storage: {_listed(result['micro_f1_by_storage'], 2)}",
        "recall by mechanism (found / touched by any detection):",
        *(_mechanism_line(name, row) for name, row in result["recall_by_mechanism"].items()),
        "real faults by mechanism:",
        *(_mechanism_line(name, row) for name, row in real["by_mechanism"].items()),
        "recall by how far a fault stands out of what prediction leaves around it (events, recall):",
        *(_exposure_line(name, rows) for name, rows in result["recall_by_exposure"].items()),
    ]  # fmt: skip
    return "\n".join(lines)


def _type_line(result: Figures, kind: str) -> str:
    event, (at, best) = result["event"][kind], result["best_threshold"][kind]
    loose = f"{result['loose'][kind]['f1']:6.3f}" if kind in result["loose"] else "     –"
    segment = f"{result['segment'][kind]['f1']:6.3f}" if kind in result["segment"] else "     –"
    return (
        f"{kind:12} {event['f1']:6.3f} {event['precision']:6.3f} {event['recall']:6.3f} {loose} {segment} "
        f"{result['average_precision'][kind]:6.3f} {best:6.3f} at {at:.2f} "
        f"{result['false_alarms']['by_type'][kind]:9.1f}"
    )


def _mechanism_line(name: str, row: dict[str, float]) -> str:
    touched = f" / {row['touched']:.2f}" if "touched" in row else ""
    return f"  {name:34} {row['events']:4} {row['recall']:.2f}{touched}"


def _exposure_line(name: str, rows: Sequence[dict[str, float]]) -> str:
    parts = (f"from {row['from']:g} x: {row['events']:.0f}, {row['recall']:.2f}" for row in rows)
    return f"  {name:12} {'; '.join(parts)}"


def _listed(values: dict[str, float], digits: int) -> str:
    return ", ".join(f"{name} {value:.{digits}f}" for name, value in values.items())


def save(result: Figures, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(result, indent=1) + "\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Judge an installed model folder; prints the table of each part and writes the figures beside the corpus."""
    parser = argparse.ArgumentParser(prog="python -m inference.training evaluate")
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--part", choices=("validation", "test"), action="append")
    parser.add_argument("--device", default="auto")
    parser.add_argument("--every", type=int, default=1, help="3: each third file only, for a quick look")
    options = parser.parse_args(arguments)
    detect = installed_detector(options.model, options.device)
    for part in options.part or ("validation", "test"):
        result = evaluate(detect, options.corpus, open_corpus(options.corpus), part, every=options.every)
        save(result, options.corpus / "evaluation" / f"{options.model.name}-{part}.json")
        print(table(result), flush=True)
    return 0


def installed_detector(folder: Path, device: str = "auto") -> Detect:
    """The raw detections of the model in a folder. Raises BadModel."""
    from inference.engine.detector import Detector

    detector = Detector.load(folder, device)
    return lambda path: detector.detect(path).detections


if __name__ == "__main__":
    sys.exit(main())
