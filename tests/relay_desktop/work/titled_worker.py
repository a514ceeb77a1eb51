"""A worker program for tests of the window's work: real audio whose WAV title is a script of what is to happen.

{"detections": n, "seed": n}      the result: random rows (3 without a script)
{"early": n}                      the first n of them are told before it holds
{"note": path}                    append a line to this file when the work starts
{"hold": path}                    report half of the progress, then wait until this file exists, or for a cancel
{"die": n, "note": path}          kill this process at the first n tries
{"fail": sentence}                the file fails with this sentence
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
import soundfile

from inference.frame_scores import FrameScores
from inference.service.frames import Frame
from inference.service.table_bytes import table_to_bytes
from inference.service.worker import Post, _own_stdout
from tests.inference.service.stand_in_worker import random_table


def run(post: Post, order: Frame) -> None:
    """One file."""
    file_id, path = str(order.header["file_id"]), Path(str(order.header["path"]))
    with soundfile.SoundFile(str(path)) as audio:
        seconds = audio.frames / audio.samplerate
        script: dict[str, Any] = json.loads(audio.title or "{}")
    tries = _note(script)
    if tries <= script.get("die", 0) and tries:
        os.kill(os.getpid(), signal.SIGKILL)
    post.say("progress", file_id=file_id, done=0.5)
    table = random_table(int(script.get("detections", 3)), int(script.get("seed", 0)))
    if "early" in script:
        early = table.sorted().select(np.arange(script["early"]))
        post.say("found", table_to_bytes(early), file_id=file_id, heard_s=seconds / 2)
    pause = threading.Event()
    while "hold" in script and not Path(script["hold"]).exists():
        if post.is_cancelled(file_id):
            post.say("cancelled", file_id=file_id)
            return
        pause.wait(0.01)
    if "fail" in script:
        post.say("file-failed", message=script["fail"])
        return
    post.say(
        "done", table_to_bytes(table), _scores(), audio_seconds=seconds, elapsed_s=0.5, device="stand-in"
    )


def _scores() -> bytes:
    """A click in the second of four frames of ten milliseconds."""
    return FrameScores.from_dense(np.array([[0.0, 0.8, 0.0, 0.0]], dtype=np.float32), ("click",), 10.0).to_bytes()


def _note(script: dict[str, Any]) -> int:
    if "note" not in script:
        return 0
    with Path(script["note"]).open("a") as note:
        note.write("tried\n")
    return len(Path(script["note"]).read_text().splitlines())


if __name__ == "__main__":
    here = Post(sys.stdin.buffer, _own_stdout())
    here.say("ready", device="stand-in")
    while True:
        run(here, here.next_order())
