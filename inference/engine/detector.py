"""The detector the service uses: a file in, raw detections and frame scores out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from inference.audio_file import AudioInfo, AudioReader, Samples, open_audio
from inference.contract import ModelCard
from inference.detections import DetectionTable
from inference.engine.checkpoint import load_decoder, load_network
from inference.engine.decoder import Decoder, Evidence
from inference.engine.device import choose_device, describe
from inference.engine.frame_grid import FrameGrid
from inference.engine.model_folder import InstalledModel, read_model
from inference.engine.network import Network
from inference.engine.pool import Pool, in_order
from inference.engine.stream import Confidences, Framer, Judge, Windows, witness_channels
from inference.frame_scores import FrameScores

BLOCK_S = 5.0
CORE_FRAMES = 6000
LARGEST_BLOCK_SAMPLES = 2_000_000
LARGEST_CORE_CHANNEL_FRAMES = 24_000

OnProgress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]


class Cancelled(Exception):
    """The person, or the service, asked to stop."""


@dataclass(frozen=True)
class DetectorResult:
    """What was found in one file.

    ``detections``: raw, every segment with a confidence of 0.02 or more. ``scores``: frame confidences. ``elapsed_s``:
    wall time. ``non_finite_samples``: NaN or Inf that were heard as silence. ``notes``: sentences for a person.
    """

    detections: DetectionTable
    scores: FrameScores
    info: AudioInfo
    elapsed_s: float
    non_finite_samples: int = 0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class FrameConfidences:
    """Of a whole file, before any decoding: confidence float16 (types, T) and the evidence beside it."""

    confidence: NDArray[np.float16]
    evidence: Evidence
    info: AudioInfo
    hop_s: float
    non_finite_samples: int
    notes: tuple[str, ...]


class Detector:
    """A loaded model on a device. Not thread-safe; one file at a time."""

    def __init__(
        self, card: ModelCard, network: Network, decoder: Decoder, device: str = "auto"
    ) -> None:
        self.card = card
        self._network = network.eval()
        self._decoder = decoder
        self._device = choose_device(device)
        self._threads = max(1, torch.get_num_threads())

    @classmethod
    def load(cls, model: InstalledModel | Path, device: str = "auto") -> Detector:
        """From an installed model or its folder. Raises BadModel and DeviceUnavailable with a sentence."""
        installed = read_model(model) if isinstance(model, Path) else model
        return cls(installed.card, load_network(installed), load_decoder(installed.card), device)

    @property
    def device_name(self) -> str:
        """The device as a person reads it."""
        return describe(self._device)

    def detect(
        self,
        path: Path,
        on_progress: OnProgress | None = None,
        is_cancelled: IsCancelled | None = None,
        *,
        block_s: float = BLOCK_S,
        core_frames: int = CORE_FRAMES,
    ) -> DetectorResult:
        """Detect in one file, block by block.

        ``on_progress`` hears (sample frames done, of the file) after each block, ``is_cancelled`` is asked as often.
        ``block_s`` and ``core_frames`` change speed and memory, never the result. Raises :class:`Cancelled` and
        UnreadableAudio.
        """
        began = time.perf_counter()
        heard = self.hear(path, _Hearing(on_progress, is_cancelled, block_s), core_frames)
        detections = self._decoder.decode(heard.confidence, heard.evidence, heard.hop_s, heard.info.duration_s)
        scores = FrameScores.from_dense(heard.confidence, self._decoder.types, 1000 * heard.hop_s)
        elapsed_s = time.perf_counter() - began
        return DetectorResult(
            detections, scores, heard.info, elapsed_s, heard.non_finite_samples, heard.notes
        )

    def hear(
        self, path: Path, hearing: _Hearing | None = None, core_frames: int = CORE_FRAMES
    ) -> FrameConfidences:
        """The frame confidences of one file, before decoding; raises as :meth:`detect` does."""
        hearing = hearing or _Hearing(None, None, BLOCK_S)
        with open_audio(path) as audio:
            blocks = self._judge_file(audio, hearing, core_frames)
            broken = audio.non_finite_samples
        confidence = np.concatenate([block.confidence for block in blocks], axis=1)
        evidence = Evidence(
            np.concatenate([block.evidence.spikes for block in blocks]),
            np.concatenate([block.evidence.levels for block in blocks]),
        )
        hop_s = FrameGrid.for_rate(audio.info.sample_rate_hz).hop_s
        return FrameConfidences(confidence, evidence, audio.info, hop_s, broken, tuple(hearing.notes))

    def _judge_file(self, audio: AudioReader, hearing: _Hearing, core_frames: int) -> list[Confidences]:
        """Reader, front end and network in step: each stage a few blocks ahead of the next, all in order."""
        info = audio.info
        grid = FrameGrid.for_rate(info.sample_rate_hz)
        framer = Framer(grid, info.channels)
        judge = Judge(self._network, self._device)
        core = max(400, min(core_frames, LARGEST_CORE_CHANNEL_FRAMES // info.channels))
        windows = Windows(judge.halo_frames, core)
        with Pool(self._threads) as pool:
            stretches = _stretches(hearing.blocks(audio, grid), framer)
            witnessed = in_order(pool, lambda stretch: witness_channels(stretch, grid), stretches)
            fed = (window for witnesses in witnessed for window in windows.feed(witnesses))
            judging = pool if self._device.type == "cpu" else None
            found = list(in_order(judging, lambda window: judge.judge(window, grid), fed))
            rest = windows.finish(max(1, framer.frames))
            found += in_order(judging, lambda window: judge.judge(window, grid), rest)
        self._device = judge.device
        hearing.notes += judge.notes
        return found


@dataclass
class _Hearing:
    """Who is told of progress, who may stop it, and what there is to say afterwards."""

    on_progress: OnProgress | None
    is_cancelled: IsCancelled | None
    block_s: float
    notes: list[str] = field(default_factory=list)

    def blocks(self, audio: AudioReader, grid: FrameGrid) -> Iterator[Samples]:
        """The file's blocks. Raises :class:`Cancelled`."""
        info = audio.info
        size = max(
            grid.hop, min(int(self.block_s * info.sample_rate_hz), LARGEST_BLOCK_SAMPLES // info.channels)
        )
        done = 0
        for block in audio.blocks(size):
            if self.is_cancelled is not None and self.is_cancelled():
                raise Cancelled(f"Stopped after {done / info.sample_rate_hz:.1f} s of the recording.")
            done += len(block)
            yield block
            if self.on_progress is not None:
                self.on_progress(min(done, info.frames), info.frames)


def _stretches(blocks: Iterator[Samples], framer: Framer) -> Iterator[Samples]:
    for block in blocks:
        stretch = framer.feed(block)
        if stretch is not None:
            yield stretch
    last = framer.finish()
    if last is not None:
        yield last
