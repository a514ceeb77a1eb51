"""The worker process: the only program of the service that imports torch.

`python -m inference.service worker` is started by the service, never by a person. It loads a model at once,
so that the first file does not wait for it, says so, and then runs one file after the other.
"""

from __future__ import annotations

import argparse
import logging
import os
import queue
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from inference.audio_file import UnreadableAudio, probe_audio
from inference.service.frames import Frame, read_frame, write_frame
from inference.service.table_bytes import table_to_bytes

if TYPE_CHECKING:
    from inference.engine.detector import Detector, DetectorResult

log = logging.getLogger(__name__)

PROGRESS_INTERVAL_S = 0.1


class Post:
    """Both directions of talk with the service."""

    def __init__(self, receive: BinaryIO, send: BinaryIO) -> None:
        self._receive = receive
        self._send = send
        self._sending = threading.Lock()
        self._orders: queue.Queue[Frame] = queue.Queue()
        self._cancelled: set[str] = set()
        threading.Thread(target=self._listen, name="orders", daemon=True).start()

    def next_order(self) -> Frame:
        """Wait for the next file to run."""
        return self._orders.get()

    def is_cancelled(self, file_id: str) -> bool:
        """Whether the service has asked to stop the work at this file."""
        return file_id in self._cancelled

    def say(self, kind: str, *parts: bytes, **header: object) -> None:
        """Tell the service; ends this process when nobody listens any more."""
        try:
            with self._sending:
                write_frame(self._send, {"kind": kind, **header}, parts)
        except BrokenPipeError:
            os._exit(0)

    def _listen(self) -> None:
        try:
            while (frame := read_frame(self._receive)) is not None:
                if frame.kind == "cancel":
                    self._cancelled.add(str(frame.header["file_id"]))
                else:
                    self._orders.put(frame)
        finally:
            # The service has ended or wants this process to; native code of the model would not notice.
            os._exit(0)


class Engine:
    """The detectors of this process; keeps the model used last in memory."""

    def __init__(self, device: str, folders: Sequence[Path]) -> None:
        self._device = device
        self._folders = list(folders) or None
        self._detector: Detector | None = None

    def warm(self) -> str:
        """Import torch and load the first model; returns the device's description."""
        from inference.engine.detector import Detector
        from inference.engine.device import choose_device, describe
        from inference.engine.model_folder import BadModel, installed_models

        device = describe(choose_device(self._device))
        for model in installed_models(self._folders):
            try:
                self._detector = Detector.load(model, self._device)
                return self._detector.device_name
            except BadModel as error:
                # A job that names it fails with this sentence; other models still work.
                log.warning("%s", error)
        return device

    def detector(self, model_id: str) -> Detector:
        """The detector of a model. Raises BadModel, DeviceUnavailable."""
        from inference.engine.detector import Detector
        from inference.engine.model_folder import find_model

        if self._detector is None or self._detector.card.id != model_id:
            self._detector = None
            self._detector = Detector.load(find_model(model_id, self._folders), self._device)
        return self._detector


def run_order(post: Post, engine: Engine, order: Frame) -> None:
    """Run one file and tell the service how it ended; every fault becomes a sentence."""
    from inference.engine.detector import Cancelled
    from inference.engine.device import DeviceUnavailable
    from inference.engine.model_folder import BadModel

    file_id = str(order.header["file_id"])
    try:
        _check_length(order)
        detector = engine.detector(str(order.header["model_id"]))
        result = _detect(post, detector, order)
    except Cancelled:
        post.say("cancelled", file_id=file_id)
    except UnreadableAudio as error:
        post.say("file-failed", message=str(error))
    except (BadModel, DeviceUnavailable) as error:
        post.say("job-failed", message=str(error))
    except MemoryError:
        post.say("file-failed", message="There was not enough memory to run the detection on this file.")
    except Exception as error:
        log.exception("the engine failed at file %s", file_id)
        fault = type(error).__name__
        post.say(
            "file-failed",
            message=f"The detection engine had a fault at this file ({fault}). The log says more.",
        )
    else:
        _send_result(post, detector, result)


def _check_length(order: Frame) -> None:
    """Refuse what says it is longer than the service decodes. Raises UnreadableAudio.

    What is declared bounds what is read: a file that holds more than it says is heard up to there only.
    """
    limit = order.header.get("max_audio_s")
    if limit is None:
        return
    path = Path(str(order.header["path"]))
    seconds, most = probe_audio(path).duration_s, float(str(limit))
    if seconds > most:
        raise UnreadableAudio(
            path, f"The recording lasts {seconds / 3600:,.1f} hours; at most {most / 3600:,.1f} are taken here."
        )


def _detect(post: Post, detector: Detector, order: Frame) -> DetectorResult:
    file_id = str(order.header["file_id"])
    return detector.detect(
        Path(str(order.header["path"])),
        on_progress=_thinned(lambda done: post.say("progress", file_id=file_id, done=done)),
        is_cancelled=lambda: post.is_cancelled(file_id),
        on_found=lambda found, heard_s: post.say(
            "found", table_to_bytes(found), file_id=file_id, heard_s=heard_s
        ),
    )


def _send_result(post: Post, detector: Detector, result: DetectorResult) -> None:
    post.say(
        "done",
        table_to_bytes(result.detections),
        result.scores.to_bytes(),
        audio_seconds=result.info.duration_s,
        elapsed_s=result.elapsed_s,
        device=detector.device_name,
    )


def _thinned(say: Callable[[float], None]) -> Callable[[int, int], None]:
    """Progress in frames to parts of the whole, at most ten times a second."""
    last = 0.0

    def on_progress(done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= PROGRESS_INTERVAL_S:
            last = now
            say(min(1.0, done / total) if total else 0.0)

    return on_progress


def _own_stdout() -> BinaryIO:
    """The pipe to the service, kept from everything else that prints: such output goes to stderr instead."""
    sys.stdout.flush()
    pipe = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return pipe


def main(arguments: Sequence[str]) -> int:
    """Run the worker until its stdin ends."""
    parser = argparse.ArgumentParser(prog="python -m inference.service worker")
    parser.add_argument("--device", default="auto")
    parser.add_argument("--models-dir", action="append", type=Path, default=[])
    parser.add_argument("--background", action="store_true")
    options = parser.parse_args(arguments)
    if options.background and hasattr(os, "nice"):
        # A person works at this computer: the window and the sound go first.
        os.nice(5)
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(levelname)s %(message)s")
    post = Post(sys.stdin.buffer, _own_stdout())
    engine = Engine(options.device, options.models_dir)
    try:
        device = engine.warm()
    except Exception as error:
        log.exception("the engine does not start")
        post.say("broken", message=_why_broken(error))
        return 1
    post.say("ready", device=device)
    while True:
        run_order(post, engine, post.next_order())


def _why_broken(error: Exception) -> str:
    if isinstance(error, ImportError):
        return f"The detection engine cannot be loaded ({error}). Install the program with its engine."
    return f"The detection engine does not start: {error}"
