"""What open detectors find on our evaluation: `python -m tests.bench.bench_peers CORPUS`.

Four of Essentia's detectors, where the `essentia` package can be imported: each with the settings that find most on
the validation part (by event F1), judged on the test part. One tool's figures on two benchmarks say which is harder.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
from numpy.typing import NDArray

from inference.training.corpus import open_corpus
from inference.training.evaluation_set import Item, evaluation_items
from inference.training.scoring import EVENT_COLLAR_S, Heard, Interval, event_scores

Samples = NDArray[np.float32]
Settings = dict[str, float]


@dataclass(frozen=True)
class Peer:
    """One of Essentia's detectors, the type of artifact it looks for, and the settings that are tried.

    ``apart_s``: what it finds closer together than this is one.
    """

    name: str
    artifact_type: str
    frame: int
    settings: tuple[Settings, ...]
    apart_s: float = 0.001
    gives_places: bool = False

    def find(self, samples: Samples, rate_hz: int, settings: Settings) -> list[tuple[float, float]]:
        """Start and end in seconds of what it finds in mono samples."""
        import essentia.standard as es

        hop = self.frame // 2
        rate = {} if self.gives_places else {"sampleRate": rate_hz}
        detector = getattr(es, self.name)(frameSize=self.frame, hopSize=hop, **rate, **settings)
        frames = es.FrameGenerator(samples, frameSize=self.frame, hopSize=hop, startFromZero=True)
        found: list[tuple[float, float]] = []
        for number, frame in enumerate(frames):
            if self.gives_places:
                places = [(number * hop + float(at)) / rate_hz for at in detector(frame)[0]]
                found += [(at, at + 0.002) for at in places]
            else:
                found += [(float(start), float(end)) for start, end in zip(*detector(frame), strict=True)]
        return list(_joined(sorted(found), self.apart_s))


def _joined(found: Sequence[tuple[float, float]], apart_s: float) -> Iterator[tuple[float, float]]:
    last: tuple[float, float] | None = None
    for start, end in found:
        if last is not None and start - last[1] < apart_s:
            last = (last[0], max(last[1], end))
            continue
        if last is not None:
            yield last
        last = (start, end)
    if last is not None:
        yield last


def _grid(**choices: Sequence[float]) -> tuple[Settings, ...]:
    return tuple(dict(zip(choices, values, strict=True)) for values in product(*choices.values()))


PEERS = (
    Peer("ClickDetector", "click", 512, _grid(detectionThreshold=(30, 36, 42, 50))),
    Peer("DiscontinuityDetector", "glitch", 512, _grid(detectionThreshold=(8, 15, 25)), gives_places=True),
    Peer(
        "GapsDetector", "dropout", 2048,
        _grid(silenceThreshold=(-50, -60, -70), prepowerThreshold=(-30, -40), minimumTime=(3, 5, 10)),
    ),
    Peer(
        "SaturationDetector", "clipping", 512,
        _grid(energyThreshold=(-1, -6, -12, -20), differentialThreshold=(0.001, 0.01)), apart_s=0.4,
    ),
)  # fmt: skip


def main() -> None:
    """Print a line per detector."""
    try:
        import essentia
    except ImportError:
        print("essentia is not installed: nothing to compare with")
        return
    essentia.log.warningActive = essentia.log.infoActive = False
    root = Path(sys.argv[1])
    parts = {part: _read(evaluation_items(root, open_corpus(root), part)) for part in ("validation", "test")}
    for peer in PEERS:
        chosen = max(peer.settings, key=lambda settings: _scores(peer, settings, parts["validation"])["f1"])
        scores = _scores(peer, chosen, parts["test"])
        alarms = _false_per_hour(peer, chosen, parts["test"])
        print(
            f"{peer.name} {chosen} -> {peer.artifact_type}: event F1 {scores['f1']:.2f}, precision "
            f"{scores['precision']:.2f}, {alarms:,.0f} false alarms an hour of untouched programme",
            flush=True,
        )


@dataclass(frozen=True)
class _Piece:
    item: Item
    samples: Samples


def _read(items: Sequence[Item]) -> list[_Piece]:
    pieces = []
    for item in items:
        if item.group != "real":
            samples = soundfile.read(item.file, dtype="float32", always_2d=True)[0]
            pieces.append(_Piece(item, np.ascontiguousarray(samples.mean(1))))
    return pieces


def _scores(peer: Peer, settings: Settings, pieces: Sequence[_Piece]) -> dict[str, Any]:
    heard = _heard(peer, settings, pieces, lambda item: item.group == "damaged")
    return event_scores(heard, [peer.artifact_type], EVENT_COLLAR_S)[peer.artifact_type]


def _false_per_hour(peer: Peer, settings: Settings, pieces: Sequence[_Piece]) -> float:
    heard = _heard(peer, settings, pieces, lambda item: item.group == "clean")
    return sum(len(one.detected) for one in heard) / (sum(one.seconds for one in heard) / 3600)


def _heard(
    peer: Peer, settings: Settings, pieces: Sequence[_Piece], is_asked: Callable[[Item], bool]
) -> list[Heard]:
    heard = []
    for piece in pieces:
        item = piece.item
        if is_asked(item):
            found = peer.find(piece.samples, item.rate_hz, settings)
            truth = tuple(Interval(e.artifact_type, e.start_s, e.end_s) for e in item.events)
            detected = tuple(Interval(peer.artifact_type, *span, 1.0) for span in found)
            heard.append(Heard(item.file, item.seconds, truth, detected))
    return heard


if __name__ == "__main__":
    main()
