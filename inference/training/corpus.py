"""The corpus: fetched by Debian package name, decoded once, screened, and split so that no source leaks.

On disk under the root: ``unpacked/`` (packages and rendered programme), ``decoded/`` (int16 .npy, memory
mapped) and ``index.json``. Nothing of it is committed or shipped.
"""

from __future__ import annotations

import hashlib
import json
import logging
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import soundfile

from inference.training.crew import crew
from inference.training.rendering import render_all
from inference.training.screening import screen
from inference.training.sources import PACKAGES, PARTS, RawSource, find_sources, unpack_archives

Samples = npt.NDArray[np.float32]
log = logging.getLogger(__name__)
PROGRAMS = ("apt-get", "dpkg", "ffmpeg", "fluidsynth", "espeak-ng")


class CorpusMissing(Exception):
    """The corpus is not on this disk; the sentence says how to get it."""


@dataclass(frozen=True)
class Source:
    """One decoded, screened recording. ``gain`` is what was taken off so that decoder overshoot fits int16."""

    identity: str
    package: str
    kind: str
    group: str
    part: str
    rate_hz: int
    channels: int
    frames: int
    decoded: str
    gain: float
    rms: float
    reason: str

    @property
    def duration_s(self) -> float:
        return self.frames / self.rate_hz


@dataclass(frozen=True, eq=False)
class SourcePool:
    """The sources of one part of the corpus, drawn by kind of programme; each pool is equal to itself alone."""

    root: Path
    sources: tuple[Source, ...]
    _kinds: dict[str, tuple[tuple[Source, ...], npt.NDArray[np.float64]]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        kinds = sorted({source.kind for source in self.sources})
        object.__setattr__(self, "_kinds", {kind: _weighted(self.sources, kind) for kind in kinds})

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(self._kinds)

    def pick(self, rng: np.random.Generator, kind: str) -> Source:
        """A source of this kind; long files come oftener, but no package drowns the others."""
        sources, cumulated = self._kinds[kind]
        return sources[int(np.searchsorted(cumulated, rng.random(), side="right").clip(0, len(sources) - 1))]

    def siblings(self, source: Source) -> tuple[Source, ...]:
        """All sources of the same kind and group (a speaker's other sentences, a kit's other drums)."""
        return _siblings(self, source.kind, source.group)

    def read(self, source: Source, start: int = 0, frames: int | None = None) -> Samples:
        """Samples (frames, channels) float32 of a source from ``start``; a private copy."""
        data = _mapped(str(self.root / source.decoded))
        stop = source.frames if frames is None else min(source.frames, start + frames)
        return data[start:stop].astype(np.float32) * np.float32(1 / 32768)


def _weighted(
    sources: Iterable[Source], kind: str
) -> tuple[tuple[Source, ...], npt.NDArray[np.float64]]:
    chosen = tuple(source for source in sources if source.kind == kind)
    weights = np.array([min(source.duration_s, 300.0) ** 0.5 for source in chosen])
    packages = np.array([source.package for source in chosen])
    for package in np.unique(packages):
        mine = packages == package
        weights[mine] /= weights[mine].sum() ** 0.5
    return chosen, np.cumsum(weights / weights.sum())


@lru_cache(maxsize=4096)
def _siblings(pool: SourcePool, kind: str, group: str) -> tuple[Source, ...]:
    return tuple(s for s in pool.sources if s.kind == kind and s.group == group)


@lru_cache(maxsize=256)
def _mapped(path: str) -> npt.NDArray[np.int16]:
    data: npt.NDArray[np.int16] = np.load(path, mmap_mode="r")
    return data


@dataclass(frozen=True)
class Corpus:
    """Three pools without a common speaker, package, kit or tune."""

    train: SourcePool
    validation: SourcePool
    test: SourcePool

    def part(self, name: str) -> SourcePool:
        return {"train": self.train, "validation": self.validation, "test": self.test}[name]


def open_corpus(root: Path) -> Corpus:
    """Open a fetched corpus. Raises CorpusMissing with a sentence when it has not been fetched."""
    index = root / "index.json"
    if not index.is_file():
        raise CorpusMissing(f"There is no corpus in {root}. Run: python -m inference.training fetch")
    sources = [Source(**row) for row in json.loads(index.read_text())]
    clean = [source for source in sources if not source.reason]
    pools = (SourcePool(root, tuple(s for s in clean if s.part == part)) for part in PARTS)
    return Corpus(*pools)


def fetch_corpus(root: Path, workers: int = 2) -> None:
    """Download, unpack, render, decode and screen; what is already there is kept.

    Raises CorpusMissing when a program that this needs is not installed, subprocess.CalledProcessError when a
    package cannot be fetched or a renderer fails.
    """
    absent = [program for program in PROGRAMS if shutil.which(program) is None]
    if absent:
        raise CorpusMissing(f"The corpus cannot be made without {', '.join(absent)}: install them and run this again.")
    unpacked = root / "unpacked"
    for package in PACKAGES:
        if not (unpacked / package.name).is_dir():
            _fetch_package(package.name, root / "packages", unpacked / package.name)
    unpack_archives(unpacked)
    render_all(unpacked)
    index_corpus(root, workers)


def _fetch_package(name: str, downloads: Path, target: Path) -> None:
    downloads.mkdir(parents=True, exist_ok=True)
    subprocess.run(["apt-get", "download", "-q", name], cwd=downloads, check=True, capture_output=True)
    (archive,) = downloads.glob(f"{name}_*.deb")
    part = target.with_name(target.name + ".part")
    part.mkdir(parents=True, exist_ok=True)  # dpkg makes the last folder of a path only
    subprocess.run(["dpkg", "-x", str(archive), str(part)], check=True, capture_output=True)
    part.rename(target)
    archive.unlink()


def index_corpus(root: Path, workers: int) -> None:
    """Decode and screen every source found, then write the index (whole, or not at all)."""
    raw = find_sources(root / "unpacked")
    (root / "decoded").mkdir(parents=True, exist_ok=True)
    with crew(workers) as processes:
        rows = list(processes.map(_prepare, [root] * len(raw), raw, chunksize=8))
    kept = [asdict(row) for row in rows if row is not None]
    part = root / "index.json.part"
    part.write_text(json.dumps(kept, indent=0))
    part.rename(root / "index.json")


def _prepare(root: Path, raw: RawSource) -> Source | None:
    """Decode one source to int16 and screen it; a card beside the decoded file spares the second time."""
    place = raw.path.relative_to(root).as_posix()
    name = hashlib.sha256(place.encode()).hexdigest()[:20]
    target = root / "decoded" / f"{name}.npy"
    card = target.with_suffix(".json")
    if card.is_file() and target.is_file():
        known = Source(**json.loads(card.read_text()))
        return Source(**{**asdict(known), "part": raw.part, "kind": raw.kind, "group": raw.group})
    try:
        samples, rate = decode(raw.path)
    except (soundfile.LibsndfileError, subprocess.CalledProcessError) as error:
        log.warning("left out, cannot be decoded: %s (%s)", place, error)
        return None
    seen = screen(samples, rate)
    gain = min(1.0, 0.98 / seen.peak) if seen.peak > 0 else 1.0
    np.save(target, np.round(samples * (gain * 32767)).astype(np.int16))
    source = Source(
        raw.identity, raw.package, raw.kind, raw.group, raw.part, rate, samples.shape[1], len(samples),
        f"decoded/{name}.npy", gain, seen.rms, seen.reason,
    )  # fmt: skip
    card.write_text(json.dumps(asdict(source)))
    return source


def decode(path: Path) -> tuple[Samples, int]:
    """Samples (frames, 1 or 2 channels) float32 and rate of any file that libsndfile or ffmpeg reads."""
    if path.suffix.lower() == ".g722":
        return _decode_by_ffmpeg(path, ["-f", "g722"], 16_000, 1)
    try:
        samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    except soundfile.LibsndfileError:
        return _decode_by_ffmpeg(path, [], 44_100, 2)
    return np.ascontiguousarray(samples[:, :2]), int(rate)


def _decode_by_ffmpeg(path: Path, options: list[str], rate: int, channels: int) -> tuple[Samples, int]:
    command = ["ffmpeg", "-v", "error", *options, "-i", str(path), "-vn", "-f", "f32le", "-ac", str(channels)]
    done = subprocess.run([*command, "-ar", str(rate), "-"], check=True, capture_output=True, timeout=300)
    return np.frombuffer(done.stdout, dtype=np.float32).reshape(-1, channels), rate
