"""What the shipped model's card says: types for people, tuning to begin with, where the training audio came from."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from typing import Any

from inference.training.dataset import TYPES
from inference.training.sources import PACKAGES

MODEL_ID = "relay-artifacts-1"

TYPE_HELP = {
    "click": "An impulsive click or pop of one to some hundred samples that is not part of the programme.",
    "glitch": "A digital buffer fault: a repeated, skipped, stuttered, shuffled or stale piece, or a hard jump.",
    "dropout": "The programme falls to silence, or nearly, for 2 ms to 1.5 s and comes back.",
    "clipping": "Tops cut off, hard or soft, at any level: also what was clipped and turned down later.",
    "distortion": "Bit reduction, sample hold, aliasing, overflow, mush of a starved codec, robotic loss concealment.",
    "noise_burst": "A short burst of noise, static or radio interference over the programme.",
    "hum": "Mains hum at 50 or 60 Hz with its harmonics over half a second or more.",
}
TUNING = {
    "click": {"threshold": 0.5, "merge_window_ms": 0, "min_duration_ms": 0},
    "glitch": {"threshold": 0.5, "merge_window_ms": 0, "min_duration_ms": 0},
    "dropout": {"threshold": 0.5, "merge_window_ms": 0, "min_duration_ms": 0},
    "clipping": {"threshold": 0.5, "merge_window_ms": 200, "min_duration_ms": 0},
    "distortion": {"threshold": 0.5, "merge_window_ms": 200, "min_duration_ms": 0},
    "noise_burst": {"threshold": 0.5, "merge_window_ms": 20, "min_duration_ms": 0},
    "hum": {"threshold": 0.5, "merge_window_ms": 500, "min_duration_ms": 200},
}
assert set(TYPE_HELP) == set(TUNING) == set(TYPES)


QUALITY_NOTE = (
    "Calibrated on pieces of the calibration and validation sources with thirteen hours of untouched programme, on "
    "noise alone and on faults that come over and over; what real decoders make of damage may be called glitch, "
    "distortion or noise burst there. How many false alarms each type may cost, what counts for a confidence and how "
    "far the network moved when it learned on was settled with the figures of both parts in view; nothing else was "
    "chosen by the test part. About half of the false alarms in its four hours of untouched programme are faults of "
    "the recordings themselves: mains hum, and loops of effects that do not close."
)
"""What the card says of its figures; a person wrote it."""


def card_fields(version: str, training: dict[str, Any], quality: dict[str, Any]) -> dict[str, Any]:
    """The card but for what the weights decide."""
    return {
        "id": MODEL_ID,
        "version": version,
        "title": "Relay artifacts",
        "description": (
            "Finds clicks, buffer glitches, dropouts, clipping, distortion, noise bursts and mains hum in speech, "
            "music and effects at any sample rate. Runs on this computer."
        ),
        "sample_rate_hz": None,
        "hop_ms": 10.0,
        "licence": "MIT",
        "tuning": TUNING,
        "type_help": TYPE_HELP,
        "training": {**training, "data": training_data()},
        "quality": quality,
    }


def measured_quality(result: dict[str, Any]) -> dict[str, Any]:
    """What the card keeps of an evaluation: per type, per kind of programme, false alarms, real faults, reliability."""
    types = {}
    for name, row in result["event"].items():
        if name not in TYPES:
            continue
        types[name] = {key: round(row[key], 3) for key in ("f1", "precision", "recall")}
        types[name]["average_precision"] = round(result["average_precision"][name], 3)
        types[name]["false_alarms_per_hour"] = round(result["false_alarms"]["by_type"][name], 2)
        if name in result["loose"]:
            loose = result["loose"][name]
            types[name] |= {f"loose_{key}": round(loose[key], 3) for key in ("f1", "precision", "recall")}
            types[name]["segment_f1"] = round(result["segment"][name]["f1"], 3)
    alarms, real = result["false_alarms"], result["real"]
    return {
        "macro_f1": round(result["macro_f1"], 3),
        "types": types,
        "false_alarms_per_hour": round(alarms["per_hour"], 2),
        "untouched_hours": round(alarms["hours"], 2),
        "false_alarms_per_hour_by_kind": rounded(alarms["by_kind"]),
        "real_faults_recall": round(real["recall"], 3),
        "real_faults_precision": round(real["precision"], 3),
        "micro_f1_by_rate": rounded(result["micro_f1_by_rate"]),
        "micro_f1_by_kind": rounded(result["micro_f1_by_kind"]),
        "reliability": [
            {key: round(row[key], 3) for key in ("from", "to", "count", "confidence", "right")}
            for row in result["reliability"]["all"]
        ],
    }


def rounded(values: dict[str, float]) -> dict[str, float]:
    """The same to two digits."""
    return {name: round(value, 2) for name, value in values.items()}


def training_data() -> list[dict[str, str]]:
    """The packages learnt from, with the licences that their copyright files state."""
    return [
        {"debian_package": package.name, "licence": package.licence, "kind": package.kind}
        for package in PACKAGES
    ]


def source_commit(arguments: Sequence[str] = ("git", "rev-parse", "--short=12", "HEAD")) -> str:
    """The commit this was run from, "unknown" outside a checkout."""
    try:
        return subprocess.run(
            arguments, capture_output=True, text=True, check=True, timeout=10
        ).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return "unknown"
