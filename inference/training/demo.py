"""The demo recording of the program: real speech with a free licence, and artifacts of all seven types in it.

``python -m inference.training.demo`` writes ``resources/demo`` again from the fetched corpus, byte for byte.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile

from inference.training.artifacts.canvas import Canvas, Mechanism, Samples, decibels, peak, ramp_window
from inference.training.artifacts.catalogue import MECHANISMS
from inference.training.corpus import decode

NAME = "announcement"
RATE_HZ = 16_000
_SEED = 20
_FOLDER = "unpacked/asterisk-core-sounds-en-g722/usr/share/asterisk/sounds/en_US_f_Allison"
_SENTENCES = ("demo-congrats", "demo-instruct")
_SECONDS = 36.0


@dataclass(frozen=True)
class Planned:
    """A fault of the demo: near which second, how long, by which mechanism."""

    artifact_type: str
    mechanism: str
    near_s: float
    length_s: float


PLAN = (
    Planned("click", "impulse", 2.2, 0.0005),
    Planned("click", "decaying pop", 3.6, 0.003),
    Planned("dropout", "zeros", 5.4, 0.12),
    Planned("glitch", "stutter", 7.6, 0.35),
    Planned("noise_burst", "coloured", 9.8, 0.2),
    Planned("clipping", "overdriven", 11.9, 1.3),
    Planned("glitch", "skip", 14.6, 0.09),
    Planned("distortion", "bit reduction", 16.2, 1.4),
    Planned("dropout", "ramped", 19.4, 0.25),
    Planned("click", "ringing", 21.3, 0.002),
    Planned("click", "impulse", 22.5, 0.0005),
    Planned("hum", "earth loop", 23.6, 5.0),
    Planned("noise_burst", "static", 30.2, 0.15),
    Planned("distortion", "sample hold", 31.4, 0.9),
    Planned("glitch", "old buffer", 33.9, 0.2),
)

README = """Demo recording: announcement.flac

Speech: Allison Smith, "demo-congrats" and "demo-instruct" from the Asterisk core sounds,
Copyright 2003-2010 Allison Smith, financial contributions by Digium, Inc. (Debian package
asterisk-core-sounds-en-g722). Licence: Creative Commons Attribution-ShareAlike 3.0 Unported,
https://creativecommons.org/licenses/by-sa/3.0/

Changes: cut to length, turned down, and artifacts of seven types put in on purpose (demo.json lists
them with their times) by inference/training/demo.py. This changed recording is under the same licence.
"""


def make_demo(corpus: Path, target: Path) -> Path:
    """Write the recording, its truth (demo.json) and its licence; the path of the recording.

    Raises FileNotFoundError when the corpus lacks the package.
    """
    samples = _speech(corpus / _FOLDER)
    canvas = Canvas(samples, RATE_HZ, len(samples))
    rng = np.random.default_rng(_SEED)
    events = [event for planned in PLAN for event in _inject(rng, canvas, planned)]
    target.mkdir(parents=True, exist_ok=True)
    path = target / f"{NAME}.flac"
    kept = canvas.samples[: canvas.frames] * min(1.0, 0.98 / max(peak(canvas.samples), 1e-6))
    soundfile.write(path, kept, RATE_HZ, subtype="PCM_16", compression_level=1.0)
    facts = {"file": path.name, "seconds": len(samples) / RATE_HZ, "events": events}
    (target / "demo.json").write_text(json.dumps(facts, indent=1) + "\n")
    (target / "README.txt").write_text(README)
    return path


def _speech(folder: Path) -> Samples:
    """The sentences one after the other, a pause of half a second between them, at -6 dB."""
    pause = np.zeros((RATE_HZ // 2, 1), np.float32)
    parts: list[Samples] = []
    for name in _SENTENCES:
        words, _ = decode(folder / f"{name}.g722")
        parts += [words * ramp_window(len(words), 80, 80), pause]
    whole = np.concatenate(parts)[: round(_SECONDS * RATE_HZ)]
    whole = whole * ramp_window(len(whole), 80, 8000)
    return np.asarray(whole * np.float32(decibels(-6.0) / peak(whole)), dtype=np.float32)


def _inject(rng: np.random.Generator, canvas: Canvas, planned: Planned) -> list[dict[str, object]]:
    """Apply one fault at the first place from ``near_s`` on where it is heard (a pause has nothing to lose)."""
    mechanism = _mechanism(planned)
    length = canvas.count(planned.length_s)
    for nudge in range(200):
        start = canvas.count(planned.near_s + 0.01 * nudge)
        if mechanism.needs_programme and peak(canvas.view(start, canvas.count(0.02))) < 0.08:
            continue
        spans = mechanism.apply(rng, canvas, start, length)
        if spans:
            return [_row(planned, span[0], span[1]) for span in spans]
    raise ValueError(f"no place was found for {planned.mechanism} near {planned.near_s} s")


def _row(planned: Planned, first: int, last: int) -> dict[str, object]:
    return {
        "artifact_type": planned.artifact_type,
        "start_ms": round(first * 1000 / RATE_HZ),
        "end_ms": max(round(last * 1000 / RATE_HZ), round(first * 1000 / RATE_HZ) + 1),
        "mechanism": planned.mechanism,
    }


def _mechanism(planned: Planned) -> Mechanism:
    (found,) = (m for m in MECHANISMS[planned.artifact_type] if m.name == planned.mechanism)
    return found


if __name__ == "__main__":
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("corpus")
    print(make_demo(root, Path(__file__).parents[2] / "resources" / "demo"))
