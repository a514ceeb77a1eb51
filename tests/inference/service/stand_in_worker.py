"""A worker program for tests of the life cycle: its files are JSON scripts that say what is to happen.

{"detections": n, "seed": n}      the result: random rows
{"note": path}                    append the process id to this file when the work starts
{"hold": path}                    report half of the progress, then wait until this file exists, or for a cancel
{"die": n, "note": path}          kill this process at the first n tries
{"deaf": true, "hold": path}      do not listen to a cancel
Anything else is an unreadable file.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from pathlib import Path
from typing import Any

import numpy as np

from inference.audio_file import UnreadableAudio
from inference.detections import DetectionTable
from inference.service.frames import Frame
from inference.service.table_bytes import table_to_bytes
from inference.service.worker import Post, _own_stdout

TYPES = ("click", "dropout", "hum")


def random_table(count: int, seed: int) -> DetectionTable:
    """Raw detections as an engine gives them: rows of one type never touch."""
    chance = np.random.default_rng(seed)
    tables = []
    for name in TYPES:
        gaps, lengths = chance.integers(1, 400, count), chance.integers(0, 300, count)
        start = np.cumsum(gaps + np.concatenate(([0], lengths[:-1])))
        confidence = np.round(chance.uniform(0.02, 1.0, count), 4)
        tables.append(([name] * count, start, start + lengths, confidence))
    names = [name for table in tables for name in table[0]]
    columns = [np.concatenate([table[index] for table in tables]) for index in (1, 2, 3)]
    return DetectionTable.from_columns(names, *columns)


def _script(path: Path) -> dict[str, Any]:
    try:
        script = json.loads(path.read_bytes())
    except ValueError as error:
        raise UnreadableAudio(path, f"{path.name} is not an audio file.") from error
    if not isinstance(script, dict):
        raise UnreadableAudio(path, f"{path.name} is not an audio file.")
    return script


def _note(script: dict[str, Any]) -> int:
    if "note" not in script:
        return 0
    with Path(script["note"]).open("a") as note:
        note.write(f"{os.getpid()}\n")
    return len(Path(script["note"]).read_text().splitlines())


def _hold(post: Post, file_id: str, script: dict[str, Any]) -> bool:
    """Wait; True when cancelled."""
    pause = threading.Event()
    while not Path(script["hold"]).exists():
        if post.is_cancelled(file_id) and not script.get("deaf"):
            return True
        pause.wait(0.01)
    return False


def run(post: Post, order: Frame) -> None:
    """Do what the file says."""
    file_id = str(order.header["file_id"])
    try:
        script = _script(Path(str(order.header["path"])))
    except UnreadableAudio as error:
        post.say("file-failed", message=str(error))
        return
    if 0 < _note(script) <= script.get("die", 0):
        os.kill(os.getpid(), signal.SIGKILL)
    post.say("progress", file_id=file_id, done=0.5)
    if "hold" in script and _hold(post, file_id, script):
        post.say("cancelled", file_id=file_id)
        return
    table = random_table(int(script.get("detections", 3)), int(script.get("seed", 0)))
    post.say("done", table_to_bytes(table), b"scores", audio_seconds=2.0, elapsed_s=0.5, device="stand-in")


def main() -> None:
    """Say ready at once, then serve."""
    post = Post(sys.stdin.buffer, _own_stdout())
    post.say("ready", device=os.environ.get("CUDA_VISIBLE_DEVICES", "stand-in"))
    while True:
        run(post, post.next_order())


if __name__ == "__main__":
    main()
