from __future__ import annotations

import json
from pathlib import Path

import pytest
import soundfile

from inference.training.demo import PLAN, make_demo

ROOT = Path(__file__).parents[3]
DEMO = ROOT / "resources" / "demo"
CORPUS = ROOT / "corpus"


def test_the_demo_is_small_long_enough_and_names_its_licence() -> None:
    truth = json.loads((DEMO / "demo.json").read_text())
    recording = DEMO / truth["file"]
    assert recording.stat().st_size < 1_000_000
    assert 20 <= soundfile.info(recording).duration <= 40
    readme = (DEMO / "README.txt").read_text()
    assert "creativecommons.org/licenses/by-sa/3.0" in readme
    assert "Allison Smith" in readme


def test_the_demo_has_all_seven_types_where_the_truth_says() -> None:
    truth = json.loads((DEMO / "demo.json").read_text())
    seconds = soundfile.info(DEMO / truth["file"]).duration
    assert {e["artifact_type"] for e in truth["events"]} == {planned.artifact_type for planned in PLAN}
    assert len({e["artifact_type"] for e in truth["events"]}) == 7
    assert all(0 <= e["start_ms"] < e["end_ms"] <= seconds * 1000 for e in truth["events"])


def test_the_zeros_of_the_truth_are_zeros_in_the_recording() -> None:
    truth = json.loads((DEMO / "demo.json").read_text())
    samples, rate = soundfile.read(DEMO / truth["file"])
    (gap,) = (e for e in truth["events"] if e["mechanism"] == "zeros")
    inside = samples[gap["start_ms"] * rate // 1000 + 16 : gap["end_ms"] * rate // 1000 - 16]
    assert not inside.any()


@pytest.mark.skipif(not (CORPUS / "unpacked").is_dir(), reason="the corpus has not been fetched")
def test_the_committed_demo_comes_out_of_the_script(tmp_path: Path) -> None:
    made = make_demo(CORPUS, tmp_path)
    for name in (made.name, "demo.json", "README.txt"):
        assert (tmp_path / name).read_bytes() == (DEMO / name).read_bytes()
