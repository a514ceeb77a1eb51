"""Worker → found → lane → poll → job_news → session: a person judges the beginning while the model hears the rest."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from relay_desktop.app.places import DEMO
from relay_desktop.session.verdicts import State
from tests.walks.program import Program

pytestmark = pytest.mark.walk
TIMES = 40


@pytest.fixture
def long_recording(tmp_path: Path) -> Path:
    """The demo again and again, 24 minutes."""
    samples, rate_hz = soundfile.read(DEMO, dtype="int16")
    path = tmp_path / "long.wav"
    soundfile.write(path, np.tile(samples, TIMES), rate_hz)
    return path


def test_the_first_detection_is_judged_while_the_model_goes_on(
    start: Callable[..., Program], long_recording: Path
) -> None:
    program = start(long_recording)
    session, review = program.session, program.desktop.review
    program.until(lambda: session.current is not None and session.current.is_partial and len(session.visible_rows()))
    file = session.current
    assert file is not None
    assert file.status == "processing"
    early = session.shown
    assert early is not None
    program.window.actions_table["next"].trigger()
    program.window.actions_table["judge_artifact"].trigger()
    program.until(lambda: review.states(file).state[0] == State.ARTIFACT)
    assert file.is_partial, "the verdict was given before the end"
    program.until_detected()
    assert not file.is_partial
    shown = session.shown
    assert shown is not None
    known, joinable_ms = shown.to_rows(), int(early.end_ms.max()) - 1000
    assert all(row in known for row in early.to_rows() if row["end_ms"] < joinable_ms), "it is shown as it was"
    assert len(shown) > len(early)
    states = review.states(file)
    assert states is not None
    assert np.flatnonzero(states.state == State.ARTIFACT).tolist() == [0]
    assert not program.told
