"""Processes that work side by side do not outlive the one that called them."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from inference.training.crew import crew

CALLER = """
import sys
from pathlib import Path
from tests.inference.training.test_crew import hold
from inference.training.crew import crew

if __name__ == "__main__":
    with crew(2) as pool:
        list(pool.map(hold, [Path(sys.argv[1])] * 2))
"""
LONGEST_S = 60.0


def hold(pipe: Path) -> None:
    """Say that work has begun, and keep the pipe open for as long as this process lives."""
    descriptor = os.open(pipe, os.O_WRONLY)
    os.write(descriptor, b"b")
    signal.pause()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_crew_ends_with_a_caller_that_is_killed(tmp_path: Path) -> None:
    pipe, script = tmp_path / "pipe", tmp_path / "caller.py"
    os.mkfifo(pipe)
    script.write_text(CALLER)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[3])}
    caller = subprocess.Popen([sys.executable, str(script), str(pipe)], env=environment, stderr=subprocess.DEVNULL)
    try:
        assert _read(reading) + _read(reading) == b"bb"
        caller.kill()
        caller.wait()
        # A pipe ends when nobody holds it any more.
        assert _read(reading) == b""
    finally:
        caller.kill()
        caller.wait()
        os.close(reading)


def test_each_of_a_crew_has_one_thread_of_its_own() -> None:
    import torch

    with crew(1) as pool:
        assert pool.submit(torch.get_num_threads).result() == 1


def _read(descriptor: int) -> bytes:
    """One byte, or nothing at the pipe's end."""
    ready, _, _ = select.select([descriptor], [], [], LONGEST_S)
    assert ready, "nothing happened"
    return os.read(descriptor, 1)
