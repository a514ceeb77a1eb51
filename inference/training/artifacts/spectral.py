"""What starved codecs leave of a spectrum: few partials, coarse steps, missing bands, a vocoder's envelope."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from scipy.fft import dct, idct
from scipy.signal import istft, stft

from inference.training.artifacts.canvas import Samples, log_uniform, rms

Spectrum = npt.NDArray[np.complex64]


def changed(dry: Samples, rate_hz: int, window_s: float, change: Callable[[Spectrum], Spectrum]) -> Samples:
    """Change the short-time spectrum (channels, bins, frames) and come back to the same length."""
    size = max(64, int(2 ** np.round(np.log2(window_s * rate_hz))))
    size = min(size, int(2 ** np.floor(np.log2(len(dry)))))
    _, _, spectrum = stft(dry.T, nperseg=size, noverlap=size // 2)
    _, back = istft(change(spectrum.astype(np.complex64)), nperseg=size, noverlap=size // 2)
    wet = np.zeros_like(dry)
    count = min(len(dry), back.shape[-1])
    wet[:count] = back.T[:count]
    return wet


def _window_s(rng: np.random.Generator) -> float:
    return log_uniform(rng, 0.008, 0.09)


def energy_share(rng: np.random.Generator, dry: Samples, rate_hz: int) -> Samples:
    """The strongest bins of each frame until most of its energy is covered; the rest is silence."""
    share = 1.0 - log_uniform(rng, 0.01, 0.25)

    def change(spectrum: Spectrum) -> Spectrum:
        power = np.abs(spectrum) ** 2
        ordered = -np.sort(-power, axis=1)
        covered = np.cumsum(ordered, axis=1) / np.maximum(ordered.sum(axis=1, keepdims=True), 1e-12)
        last = np.argmax(covered >= share, axis=1)[:, None]
        floor = np.take_along_axis(ordered, last, axis=1)
        return np.where(power >= floor, spectrum, 0).astype(np.complex64)

    return changed(dry, rate_hz, _window_s(rng), change)


def sparse_peaks(rng: np.random.Generator, dry: Samples, rate_hz: int) -> Samples:
    """Only local maxima of the spectrum with their neighbours, so many in each octave: tinkling partials."""
    keep = int(rng.integers(1, 6))
    edges_hz = np.geomspace(60.0, rate_hz / 2, int(rng.integers(5, 14)))

    def change(spectrum: Spectrum) -> Spectrum:
        size, bins = np.abs(spectrum), spectrum.shape[1]
        out = np.zeros_like(spectrum)
        bounds = np.unique(np.round(edges_hz / (rate_hz / 2) * (bins - 1)).astype(int))
        for low, high in pairwise(bounds):
            band = size[:, low:high]
            floor = -np.sort(-band, axis=1)[:, min(keep, band.shape[1]) - 1][:, None]
            out[:, low:high] = np.where(band >= floor, spectrum[:, low:high], 0)
        return out

    return changed(dry, rate_hz, _window_s(rng), change)


def holes(rng: np.random.Generator, dry: Samples, rate_hz: int) -> Samples:
    """Bands switch off and on from frame to frame: birdies."""
    share, bands = rng.uniform(0.3, 0.75), int(rng.integers(8, 28))
    stays = rng.uniform(0.2, 0.85)

    def change(spectrum: Spectrum) -> Spectrum:
        count, frames = spectrum.shape[1:]
        is_off = rng.random((bands, frames)) < share
        for frame in range(1, frames):
            same = rng.random(bands) < stays
            is_off[same, frame] = is_off[same, frame - 1]
        low = np.geomspace(1.0, count, bands + 1)[:-1]
        number = np.clip(np.searchsorted(low, np.arange(count) + 1.0, side="right") - 1, 0, bands - 1)
        return np.where(is_off[number][None], 0, spectrum).astype(np.complex64)

    return changed(dry, rate_hz, float(rng.choice([0.016, 0.024, 0.048])), change)


def vocoder(rng: np.random.Generator, dry: Samples, rate_hz: int) -> Samples:
    """A few bands' levels on noise or on a buzz: a parametric codec at its end."""
    bands = int(rng.integers(5, 20))
    noisy = rng.random() < 0.5
    pitch = log_uniform(rng, 60.0, 250.0)
    buzz = np.diff(np.floor(np.arange(len(dry) + 1) * pitch / rate_hz))
    carrier = rng.standard_normal(len(dry)) if noisy else buzz - buzz.mean()
    hop_s = float(rng.choice([0.016, 0.032]))

    def change(spectrum: Spectrum) -> Spectrum:
        count = spectrum.shape[1]
        size = (count - 1) * 2
        _, _, wave = stft(carrier, nperseg=size, noverlap=size // 2)
        out = np.zeros_like(spectrum)
        bounds = np.unique(np.round(np.geomspace(1, count, bands + 1)).astype(int))
        for low, high in pairwise(bounds):
            level = np.sqrt(np.mean(np.abs(spectrum[:, low:high]) ** 2, axis=1, keepdims=True))
            own = np.sqrt(np.mean(np.abs(wave[low:high]) ** 2, axis=0, keepdims=True)) + 1e-9
            out[:, low:high] = level * (wave[low:high] / own)[None, :, : spectrum.shape[2]]
        return out

    return changed(dry, rate_hz, hop_s, change)


def smeared(rng: np.random.Generator, dry: Samples, rate_hz: int) -> Samples:
    """The spectrum is renewed only every few frames: a frozen, gliding sound."""
    every = int(rng.integers(2, 8))

    def change(spectrum: Spectrum) -> Spectrum:
        held = np.arange(spectrum.shape[2]) // every * every
        return np.asarray(np.abs(spectrum[:, :, held]) * np.exp(1j * np.angle(spectrum)), dtype=np.complex64)

    return changed(dry, rate_hz, float(rng.choice([0.02, 0.04, 0.06])), change)


def coarse_mdct(rng: np.random.Generator, dry: Samples, rate_hz: int) -> Samples:
    """A transform codec with too few bits: block transforms whose lines are rounded to large steps per band."""
    size = max(32, int(2 ** np.round(np.log2(log_uniform(rng, 0.004, 0.045) * rate_hz))))
    step = log_uniform(rng, 0.8, 4.0)
    bands = int(rng.integers(6, 22))
    cut = rng.uniform(0.15, 0.7) if rng.random() < 0.5 else 1.0
    window = np.sin(np.pi * (np.arange(2 * size) + 0.5) / (2 * size))[:, None]
    padded = np.concatenate([np.zeros((size, dry.shape[1])), dry, np.zeros((3 * size, dry.shape[1]))])
    blocks = np.stack([padded[s : s + 2 * size] * window for s in range(0, len(padded) - 2 * size, size)])
    lines = dct(blocks, type=2, axis=1, norm="ortho")
    bounds = np.unique(np.round(np.geomspace(1, 2 * size + 1, bands + 1)).astype(int) - 1)
    for low, high in pairwise(bounds):
        level = np.sqrt(np.mean(lines[:, low:high] ** 2, axis=1, keepdims=True))
        wide = np.maximum(level * step, 1e-7)
        lines[:, low:high] = np.round(lines[:, low:high] / wide) * wide
    lines[:, int(cut * 2 * size) :] = 0.0
    back = idct(lines, type=2, axis=1, norm="ortho") * window
    out = np.zeros_like(padded)
    for number in range(len(back)):
        out[number * size : number * size + 2 * size] += back[number]
    return out[size : size + len(dry)].astype(np.float32)


def narrowed(rng: np.random.Generator, dry: Samples, rate_hz: int) -> Samples | None:
    """A fall to a far lower band with noise in what remains, as when a call loses its bandwidth."""
    cut = log_uniform(rng, 700.0, 3000.0) / (rate_hz / 2)
    if cut > 0.7:
        return None
    grain = rng.uniform(0.05, 0.4)

    def change(spectrum: Spectrum) -> Spectrum:
        low = spectrum.copy()
        low[:, int(cut * low.shape[1]) :] = 0
        noise = rng.standard_normal(low.shape) + 1j * rng.standard_normal(low.shape)
        return (low + grain * np.abs(low) * noise).astype(np.complex64)

    wet = changed(dry, rate_hz, 0.02, change)
    return wet if rms(wet) > 0.05 * rms(dry) else None
