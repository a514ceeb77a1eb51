"""relay-desktop detect: options that make no sense, and the whole way with the shipped model."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from relay_desktop.command_line import detect

CHECKOUT = Path(__file__).resolve().parents[3]
DEMO = next((CHECKOUT / "resources" / "demo").glob("*.flac"))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "the following arguments are required: PATH"),
        (["{folder}"], "no audio files were found in"),
        (["{demo}", "--threshold", "2"], "is not a number from 0.0 to 1.0"),
        (["{demo}", "--raw", "--threshold", "0.5"], "--raw is untuned"),
        (["{demo}", "--device", "abacus"], "invalid choice: 'abacus'"),
        (["{demo}", "--output", "{folder}/none/out.json"], "folder of the output file is not there"),
        (["{demo}", "{folder}/x.wav", "--format", "audacity"], "needs --output FOLDER"),
        (["{demo}", "{folder}/x.wav", "--format", "audacity", "--output", "{demo}"], "needs --output FOLDER"),
    ],
)
def test_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        detect.main([argument.format(folder=tmp_path, demo=DEMO) for argument in arguments])
    assert ended.value.code == 2
    assert sentence in capsys.readouterr().err


def test_a_model_that_is_not_installed(capfd: pytest.CaptureFixture[str]) -> None:
    assert detect.main([str(DEMO), "--model", "none-such"]) == 2
    assert "There is no model 'none-such' on this computer. Installed: " in capfd.readouterr().err


@pytest.mark.walk
def test_the_demo_recording_and_a_broken_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The real engine, from the folder to the printed answer."""
    shutil.copy(DEMO, tmp_path / "take one.flac")
    (tmp_path / "notes.wav").write_text("not audio", encoding="utf-8")
    assert detect.main([str(tmp_path), "--device", "cpu"]) == 1
    out, err = capfd.readouterr()
    answer = json.loads(out)
    broken, good = answer["files"]
    assert broken["status"] == "failed"
    assert "not really an audio file" in broken["error_message"]
    assert good["status"] == "completed"
    assert good["detection_count"] == len(good["detections"]) > 0
    assert len({row["artifact_type"] for row in good["detections"]}) > 1
    assert 20 <= answer["audio_seconds"] <= 40
    assert answer["device"]
    assert answer["config"]["by_type"]["click"]["min_duration_ms"] == 0
    assert "take one.flac completed" in err
