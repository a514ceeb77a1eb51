"""The detector the service uses: a file in, raw detections and frame scores out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from inference.audio_file import AudioInfo, AudioReader, open_audio
from inference.contract import ModelCard
from inference.detections import DetectionTable
from inference.engine.checkpoint import load_decoder, load_network
from inference.engine.decoder import Decoder, Evidence
from inference.engine.device import choose_device, describe
from inference.engine.frame_grid import FrameGrid
from inference.engine.model_folder import InstalledModel, read_model
from inference.engine.network import WitnessNetwork
from inference.engine.scores import FrameScores
from inference.engine.stream import Confidences, ConfidenceStream, WitnessStream

BLOCK_S = 4.0
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


class Detector:
    """A loaded model on a device. Not thread-safe; one file at a time."""

    def __init__(self, card: ModelCard, network: WitnessNetwork, decoder: Decoder, device: str = "auto") -> None:
        self.card = card
        self._network = network.eval()
        self._decoder = decoder
        self._device = choose_device(device)

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
        with open_audio(path) as audio:
            grid = FrameGrid.for_rate(audio.info.sample_rate_hz)
            notes: list[str] = []
            blocks = list(self._blocks(audio, grid, on_progress, is_cancelled, block_s, core_frames, notes))
            confidence = np.concatenate([block.confidence for block in blocks], axis=1)
            evidence = Evidence(
                np.concatenate([block.evidence.spike_at for block in blocks]),
                np.concatenate([block.evidence.envelope for block in blocks]),
            )
            duration_s = audio.info.duration_s
            detections = self._decoder.decode(confidence, evidence, grid.hop_s, duration_s)
            scores = FrameScores.from_dense(confidence, self._decoder.types, 1000 * grid.hop_s)
            elapsed_s = time.perf_counter() - began
            return DetectorResult(detections, scores, audio.info, elapsed_s, audio.non_finite_samples, tuple(notes))

    def _blocks(
        self,
        audio: AudioReader,
        grid: FrameGrid,
        on_progress: OnProgress | None,
        is_cancelled: IsCancelled | None,
        block_s: float,
        core_frames: int,
        notes: list[str],
    ) -> Iterator[Confidences]:
        channels, total = audio.info.channels, audio.info.frames
        block_frames = max(grid.hop, min(int(block_s * grid.rate_hz), LARGEST_BLOCK_SAMPLES // channels))
        core = max(400, min(core_frames, LARGEST_CORE_CHANNEL_FRAMES // channels))
        witnesses = WitnessStream(grid, channels)
        confidences = ConfidenceStream(self._network, grid, self._device, core)
        done = 0
        for block in audio.blocks(block_frames):
            if is_cancelled is not None and is_cancelled():
                raise Cancelled(f"Stopped after {done / grid.rate_hz:.1f} s of the recording.")
            yield from confidences.feed(witnesses.feed(block))
            done += len(block)
            if on_progress is not None:
                on_progress(min(done, total), total)
        yield from confidences.feed(witnesses.finish())
        yield from confidences.finish(max(1, witnesses.frames))
        self._device = confidences.device
        notes += confidences.notes
