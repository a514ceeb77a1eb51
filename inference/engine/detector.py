"""The detector the service uses: a file in, raw detections and frame scores out."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from inference.audio_file import AudioInfo, Samples, open_audio
from inference.contract import ModelCard
from inference.detections import DetectionTable
from inference.engine.channel_groups import Sound, groups_of, merged, readings
from inference.engine.checkpoint import load_decoder, load_inspection, load_network
from inference.engine.decoder import Decoder
from inference.engine.device import choose_device, describe
from inference.engine.evidence import Evidence
from inference.engine.frame_grid import FrameGrid
from inference.engine.inspection import InspectionNetwork
from inference.engine.judge import FEWEST_FRAMES, Confidences, Heard, Judge, joined
from inference.engine.model_folder import InstalledModel, read_model
from inference.engine.network import Network
from inference.engine.pool import Pool, ahead, alone, in_order
from inference.engine.rolling import RollingDecoder
from inference.engine.segments import AROUND_FRAMES
from inference.engine.stream import Framer, Windows
from inference.frame_scores import FrameScores

BLOCK_S = 5.0
CORE_FRAMES = 6000
LARGEST_BLOCK_SAMPLES = 2_000_000
LARGEST_CORE_CHANNEL_FRAMES = 24_000
GPU_LARGEST_SAMPLES = 30_000_000
"""Of all channels together, in one block on a GPU: 5 minutes of stereo at 48 kHz."""
GPU_LARGEST_CHANNEL_FRAMES = 100_000
GPU_BYTES_PER_FRAME, GPU_BYTES_PER_SAMPLE = 64_000, 300
"""What the front end needs at most at a time, for each frame of a channel and each sample of it."""

EARLY_S, EARLY_GROWTH = 0.5, 1.3
"""What is settled is told after half a second and whenever a third more time has passed: some times, for any length."""

OnProgress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]
OnFound = Callable[[DetectionTable, float], None]


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
class BlockSizes:
    """How much is computed at a time: seconds of sound that are read, frames that are judged; None: what fits.

    They change speed and memory, never the result.
    """

    block_s: float | None = None
    core_frames: int | None = None

    def on_cpu(self, info: AudioInfo, grid: FrameGrid) -> tuple[int, int]:
        """Sample frames to read, frames to judge."""
        wanted = int((self.block_s or BLOCK_S) * info.sample_rate_hz)
        block = max(grid.hop, min(wanted, LARGEST_BLOCK_SAMPLES // info.channels))
        core = min(self.core_frames or CORE_FRAMES, LARGEST_CORE_CHANNEL_FRAMES // info.channels)
        return block, max(FEWEST_FRAMES, core)

    def on_gpu(self, info: AudioInfo, grid: FrameGrid, device: torch.device) -> tuple[int, int]:
        """The same for a GPU: as much as its free memory and its indices take."""
        free, _ = torch.cuda.mem_get_info(device)
        frame_bytes = GPU_BYTES_PER_FRAME + GPU_BYTES_PER_SAMPLE * grid.hop
        most = min(free // 2 // frame_bytes, GPU_LARGEST_SAMPLES // grid.hop, GPU_LARGEST_CHANNEL_FRAMES)
        frames = max(FEWEST_FRAMES, most // info.channels)
        block = frames * grid.hop if self.block_s is None else int(self.block_s * info.sample_rate_hz)
        return max(grid.hop, block), max(FEWEST_FRAMES, self.core_frames or frames)


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
        self,
        card: ModelCard,
        network: Network,
        decoder: Decoder,
        device: str = "auto",
        inspection: InspectionNetwork | None = None,
    ) -> None:
        self.card = card
        self._network = network.eval()
        self._inspection = inspection
        self._decoder = decoder
        self._device = choose_device(device)
        self._threads = max(1, torch.get_num_threads())

    @classmethod
    def load(cls, model: InstalledModel | Path, device: str = "auto") -> Detector:
        """From an installed model or its folder. Raises BadModel and DeviceUnavailable with a sentence."""
        installed = read_model(model) if isinstance(model, Path) else model
        network, inspection = load_network(installed), load_inspection(installed)
        return cls(installed.card, network, load_decoder(installed.card), device, inspection)

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
        sizes: BlockSizes | None = None,
        on_found: OnFound | None = None,
        early_s: float = EARLY_S,
    ) -> DetectorResult:
        """Detect in one file, block by block.

        ``on_progress`` hears (sample frames done, of the file) after each block, ``is_cancelled`` is asked as often.
        ``on_found`` hears, from ``early_s`` on and now and then, of the raw detections so far, exactly as they will be
        in the result, and up to which second the file is heard (what lasts beyond that comes when it ends).
        Raises :class:`Cancelled` and UnreadableAudio.
        """
        began = time.perf_counter()
        hearing = Listener(on_progress, is_cancelled)
        with open_audio(path) as audio:
            info = audio.info
            hop_s = FrameGrid.for_rate(info.sample_rate_hz).hop_s
            rolling = RollingDecoder(self._decoder, hop_s, info.duration_s)
            early = None if on_found is None else _EarlyFinds(rolling, hop_s, on_found, early_s)
            with closing(self._judged(audio, hearing, sizes or BlockSizes())) as blocks:
                for block in blocks:
                    rolling.add(block)
                    if early is not None:
                        early.look()
            broken = audio.non_finite_samples // readings(info.channels)
        detections, scores = rolling.finish()
        elapsed_s = time.perf_counter() - began
        return DetectorResult(detections, scores, info, elapsed_s, broken, tuple(hearing.notes))

    def hear(
        self, path: Path, hearing: Listener | None = None, sizes: BlockSizes | None = None
    ) -> FrameConfidences:
        """The frame confidences of one file, before decoding; raises as :meth:`detect` does."""
        hearing = hearing or Listener()
        with open_audio(path) as audio:
            blocks = list(self._judged(audio, hearing, sizes or BlockSizes()))
            broken = audio.non_finite_samples // readings(audio.info.channels)
        return self._heard(blocks, audio.info, broken, hearing)

    def hear_samples(
        self, samples: Samples, sample_rate_hz: int, hearing: Listener | None = None, sizes: BlockSizes | None = None
    ) -> FrameConfidences:
        """The frame confidences of sound held in memory: float32 (n, channels), finite."""
        hearing = hearing or Listener()
        info = AudioInfo(Path(), sample_rate_hz, samples.shape[1], len(samples), "", "")
        sound = _HeldSound(info, samples)
        blocks = list(self._judged(sound, hearing, sizes or BlockSizes()))
        return self._heard(blocks, info, 0, hearing)

    def _heard(
        self, blocks: list[Confidences], info: AudioInfo, broken: int, hearing: Listener
    ) -> FrameConfidences:
        whole, hop_s = joined(blocks), FrameGrid.for_rate(info.sample_rate_hz).hop_s
        return FrameConfidences(whole.confidence, whole.evidence, info, hop_s, broken, tuple(hearing.notes))

    def decode(self, heard: FrameConfidences) -> DetectionTable:
        """The raw detections that these confidences hold."""
        return self._decoder.decode(heard.confidence, heard.evidence, heard.hop_s, heard.info.duration_s)

    def _judged(self, audio: Sound, hearing: Listener, sizes: BlockSizes) -> Generator[Confidences, None, None]:
        """What is heard of all channels; of many, group by group, each from beginning to end."""
        groups = groups_of(audio)
        before: Confidences | None = None
        for number, group in enumerate(groups):
            with closing(self._judged_together(group, hearing.of_reading(number, len(groups)), sizes)) as heard:
                blocks = merged(before, heard)
                if group is groups[-1]:
                    yield from blocks
                else:
                    before = joined(list(blocks))

    def _judged_together(
        self, audio: Sound, hearing: Listener, sizes: BlockSizes
    ) -> Generator[Confidences, None, None]:
        """Reader, front end and network in step, all in order; each a few blocks ahead of the next.

        On the CPU blocks are computed side by side; a GPU gets large ones, one after the other.
        """
        info = audio.info
        grid = FrameGrid.for_rate(info.sample_rate_hz)
        judge = Judge(self._network, self._device, self._inspection)
        side_by_side = not judge.is_on_gpu
        size, core = sizes.on_cpu(info, grid) if side_by_side else sizes.on_gpu(info, grid, self._device)
        framer, windows = Framer(grid, info.channels), Windows(judge.halo_frames, core)
        with alone(), Pool(self._threads if side_by_side else 1) as pool:
            blocks = audio.blocks(size) if side_by_side else ahead(pool, audio.blocks(size))
            stretches = _stretches(hearing.told(blocks, info), framer, judge)
            witnessed = in_order(pool if side_by_side else None, lambda one: judge.witness(one, grid), stretches)
            fed = (window for witnesses in witnessed for window in windows.feed(witnesses))
            judging = pool if self._device.type == "cpu" else None
            yield from _fetched(in_order(judging, lambda window: judge.judge(window, grid), fed))
            rest = windows.finish(max(1, framer.frames))
            yield from _fetched(in_order(judging, lambda window: judge.judge(window, grid), rest))
        self._device = judge.device
        hearing.notes += judge.notes


@dataclass(frozen=True)
class _HeldSound:
    info: AudioInfo
    samples: Samples

    def blocks(self, block_frames: int) -> Iterator[Samples]:
        for at in range(0, len(self.samples), block_frames):
            yield self.samples[at : at + block_frames]


def _fetched(heard: Iterator[Heard]) -> Iterator[Confidences]:
    """Each when the next was begun: a GPU computes on while the one before it is fetched."""
    waiting: Heard | None = None
    for one in heard:
        if waiting is not None:
            yield waiting.fetch()
        waiting = one
    if waiting is not None:
        yield waiting.fetch()


@dataclass
class Listener:
    """Who is told of progress, who may stop it, and what there is to say afterwards."""

    on_progress: OnProgress | None = None
    is_cancelled: IsCancelled | None = None
    notes: list[str] = field(default_factory=list)
    reading: int = 0
    readings: int = 1

    def of_reading(self, number: int, readings: int) -> Listener:
        """The same one, while the file is read once more after ``number`` times, of so many in all."""
        return replace(self, reading=number, readings=readings)

    def told(self, blocks: Iterator[Samples], info: AudioInfo) -> Iterator[Samples]:
        """The blocks; who listens hears of each. Raises :class:`Cancelled`."""
        done = 0
        for block in blocks:
            if self.is_cancelled is not None and self.is_cancelled():
                raise Cancelled(f"Stopped after {done / info.sample_rate_hz:.1f} s of the recording.")
            done += len(block)
            yield block
            if self.on_progress is not None:
                heard = self.reading * info.frames + min(done, info.frames)
                self.on_progress(heard // self.readings, info.frames)


class _EarlyFinds:
    """Tells what is settled of a file when it is time.

    The times between grow with the time that has passed, so that all of it costs a fixed share of the work.
    """

    def __init__(self, rolling: RollingDecoder, hop_s: float, on_found: OnFound, first_s: float) -> None:
        self._rolling, self._hop_s, self._on_found = rolling, hop_s, on_found
        self._began, self._due_s = time.monotonic(), first_s

    def look(self) -> None:
        """Tell if it is time."""
        passed_s = time.monotonic() - self._began
        if passed_s < self._due_s:
            return
        self._due_s = passed_s * EARLY_GROWTH
        self._on_found(self._rolling.settle(), max(0.0, (self._rolling.frames - AROUND_FRAMES) * self._hop_s))


def _stretches(blocks: Iterator[Samples], framer: Framer, judge: Judge) -> Iterator[Tensor]:
    for block in blocks:
        stretch = judge.feed(framer, block)
        if stretch is not None:
            yield stretch
    last = framer.finish()
    if last is not None:
        yield last
