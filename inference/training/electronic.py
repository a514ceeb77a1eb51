"""Electronic music made from nothing: what most resembles a fault and is none.

Square waves and chiptunes (flat tops, hard edges), bass notes at 50 and 60 Hz, tremolo and gates (nearly
dropouts), noise drums (nearly bursts), sine tones, key clicks and castanets.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.signal import butter, sosfilt

from inference.training.artifacts.canvas import Samples, log_uniform, peak, ramp_window

_STRUCK_EDGES_S = ((4e-4, 0.006), (0.004, 0.08))
"""Attack of a hammer, release of a damper."""

Wave = npt.NDArray[np.float64]


def electronic_programme(rng: np.random.Generator, frames: int, rate_hz: int, channels: int) -> Samples:
    """A clean piece of (frames, channels) at the given rate, peak at most 0.9."""
    mono = _MAKERS[int(rng.integers(len(_MAKERS)))](rng, frames, rate_hz)
    mono *= 0.9 / max(float(np.max(np.abs(mono))), 1e-6)
    if channels == 1:
        return mono.astype(np.float32)[:, None]
    delay = int(rng.integers(0, max(1, rate_hz // 400)))
    other = np.roll(mono, delay) * rng.uniform(0.4, 1.0)
    return np.stack([mono, other], axis=1).astype(np.float32)


def mixed(rng: np.random.Generator, frames: int, rate_hz: int) -> Wave:
    """Bass, melody and drums together."""
    parts = [synth_bass, chiptune if rng.random() < 0.5 else pads, percussion]
    return np.asarray(sum(part(rng, frames, rate_hz) * rng.uniform(0.3, 1.0) for part in parts))


def _oscillate(rng: np.random.Generator, phase: Wave, shape: str) -> Wave:
    turn = phase % 1.0
    if shape == "square":
        return np.where(turn < 0.5, 1.0, -1.0)
    if shape == "pulse":
        return np.where(turn < rng.choice([0.125, 0.25, 0.75]), 1.0, -1.0)
    if shape == "saw":
        return 2.0 * turn - 1.0
    if shape == "triangle":
        return 4.0 * np.abs(turn - 0.5) - 1.0
    return np.sin(2 * np.pi * turn)


def _envelope(rng: np.random.Generator, frames: int, rate_hz: int, shortest_s: float = 0.002) -> Wave:
    """Attack and release of at least 2 ms, at times with a decay in between."""
    rise = max(1, round(rate_hz * log_uniform(rng, shortest_s, 0.03)))
    fall = max(1, round(rate_hz * log_uniform(rng, shortest_s, 0.15)))
    window = ramp_window(frames, rise, fall)[:, 0].astype(np.float64)
    if rng.random() < 0.6:
        window *= np.exp(-rng.uniform(0.5, 5.0) * np.arange(frames) / frames)
    return window


def chiptune(rng: np.random.Generator, frames: int, rate_hz: int) -> Wave:
    """One or two voices of square, pulse, saw or triangle notes; rests between them; hard or soft notes."""
    out = np.zeros(frames)
    for _ in range(int(rng.integers(1, 3))):
        shape = str(rng.choice(["square", "square", "pulse", "saw", "triangle"]))
        step = round(rate_hz * log_uniform(rng, 0.06, 0.4))
        root, legato = log_uniform(rng, 60.0, 600.0), rng.random() < 0.4
        phase = 0.0
        for start in range(0, frames - 8, step):
            if rng.random() < 0.15 and not legato:
                continue
            length = min(step if legato else round(step * rng.uniform(0.4, 1.0)), frames - start)
            pitch = root * 2 ** (rng.choice([0, 2, 4, 5, 7, 9, 12, 14]) / 12)
            course = phase + np.arange(length) * pitch / rate_hz
            phase = float(course[-1] % 1.0)
            note = _oscillate(rng, course, shape)
            out[start : start + length] += note if legato else note * _envelope(rng, length, rate_hz)
    return out


def synth_bass(rng: np.random.Generator, frames: int, rate_hz: int) -> Wave:
    """Plucked or held bass notes, many of them near 50 and 60 Hz, which is no hum."""
    out = np.zeros(frames)
    start = 0
    while start < frames - 64:
        length = min(round(rate_hz * log_uniform(rng, 0.12, 1.2)), frames - start)
        pitch = float(rng.choice([41.2, 49.0, 50.0, 55.0, 58.27, 60.0, 61.74, 65.4, 82.4, 98.0, 110.0]))
        note = _oscillate(rng, np.arange(length) * pitch / rate_hz, str(rng.choice(["sine", "saw", "triangle"])))
        if rng.random() < 0.4:
            note = np.tanh(note * rng.uniform(1.0, 3.0))
        out[start : start + length] += note * _envelope(rng, length, rate_hz, 0.004)
        start += round(length * rng.uniform(0.8, 1.5))
    return out


def game_sounds(rng: np.random.Generator, frames: int, rate_hz: int) -> Wave:
    """Jumps, shots and explosions of old games: sliding pulses, 4-bit waves, arpeggios, clocked noise."""
    out = np.zeros(frames)
    start = 0
    while start < frames - 64:
        length = min(round(rate_hz * log_uniform(rng, 0.04, 0.6)), frames - start)
        time = np.arange(length) / rate_hz
        pitch = log_uniform(rng, 80.0, 1500.0) * 2 ** (rng.uniform(-4, 4) * time / max(time[-1], 1e-3))
        choice = rng.random()
        if choice < 0.3:
            table = rng.integers(-8, 8, 32) / 8.0
            wave = table[(np.cumsum(pitch) / rate_hz * 32).astype(int) % 32]
        elif choice < 0.55:
            clock = np.cumsum(np.full(length, log_uniform(rng, 500.0, 0.5 * rate_hz))) / rate_hz
            wave = np.where(rng.random(int(clock[-1]) + 2) < 0.5, 1.0, -1.0)[clock.astype(int)]
        elif choice < 0.8:
            chord = rng.choice([[0, 4, 7], [0, 3, 7], [0, 12, 0]])
            steps = 2 ** (chord[(time * rng.uniform(15, 60)).astype(int) % 3] / 12)
            wave = _oscillate(rng, np.cumsum(pitch[0] * steps) / rate_hz, str(rng.choice(["square", "pulse"])))
        else:
            wave = _oscillate(rng, np.cumsum(pitch) / rate_hz, str(rng.choice(["square", "pulse", "triangle"])))
        volume = np.ceil(15 * _envelope(rng, length, rate_hz, 0.001)) / 15
        out[start : start + length] += wave * (volume if rng.random() < 0.5 else _envelope(rng, length, rate_hz, 0.001))
        start += length + round(rate_hz * (0.0 if rng.random() < 0.3 else log_uniform(rng, 0.005, 0.5)))
    return out


def weather(rng: np.random.Generator, frames: int, rate_hz: int) -> Wave:
    """Rain, surf, steam, applause: noise that swells, dies away, or is made of many small strokes."""
    noise = rng.standard_normal(frames)
    if rng.random() < 0.4:  # hands or drops
        strokes = (rng.random(frames) < log_uniform(rng, 15.0, 400.0) / rate_hz) * rng.exponential(size=frames)
        tail = np.exp(-np.arange(round(0.03 * rate_hz)) / (log_uniform(rng, 0.001, 0.006) * rate_hz))
        noise *= np.convolve(strokes, tail)[:frames] + rng.uniform(0.0, 0.2)
    high = min(0.9, log_uniform(rng, 1000.0, 12_000.0) * 2 / rate_hz)
    noise = sosfilt(butter(2, [min(0.5 * high, 200.0 / rate_hz), high], "bandpass", output="sos"), noise)
    knots = np.arange(0.0, frames / rate_hz + 1.0, log_uniform(rng, 0.06, 2.0))
    swell = np.interp(np.arange(frames) / rate_hz, knots, rng.random(len(knots)) ** rng.choice([0.3, 1.0, 3.0]))
    return np.asarray(noise * swell)


def plucked(rng: np.random.Generator, frames: int, rate_hz: int) -> Wave:
    """Pianos, harps, electric pianos, key clicks: struck partials that die away, dampers within 5 to 80 ms."""
    out = np.zeros(frames)
    root, damps = log_uniform(rng, 55.0, 440.0), rng.random() < 0.6
    steps, knock = rng.choice([0, 2, 3, 5, 7, 9, 10, 12, 15, 19], 6), rng.uniform(0.0, 0.5)
    bend, fall = rng.uniform(0, 6e-4), log_uniform(rng, 0.5, 8.0)
    start = int(rng.integers(0, rate_hz // 2))
    while start < frames - 64:
        pitch = root * 2 ** (rng.choice(steps) / 12)
        held = round(rate_hz * log_uniform(rng, 0.06, 1.5))
        length = min(held if damps else 3 * held, frames - start)
        time = np.arange(length) / rate_hz
        note = np.zeros(length)
        for n in range(1, min(12, int(0.45 * rate_hz / pitch)) + 1):
            partial = pitch * n * np.sqrt(1 + bend * n * n)
            strength = rng.uniform(0.3, 1.0) / n ** rng.uniform(0.8, 1.6)
            note += strength * np.sin(2 * np.pi * partial * time + rng.uniform(0, 6)) * np.exp(-fall * n**0.5 * time)
        note += knock * rng.standard_normal(length) * np.exp(-time * rng.uniform(80, 500))
        rise, drop = (max(1, round(rate_hz * log_uniform(rng, *range_s))) for range_s in _STRUCK_EDGES_S)
        out[start : start + length] += note * ramp_window(length, rise, drop)[:, 0] * rng.uniform(0.3, 1.0)
        start += round(held * rng.choice([0.5, 1.0, 1.0, 1.3, 2.0]))
    return out


def pads(rng: np.random.Generator, frames: int, rate_hz: int) -> Wave:
    """Chords of detuned partials under tremolo (down to silence, smoothly)."""
    time = np.arange(frames) / rate_hz
    out = np.zeros(frames)
    root = log_uniform(rng, 80.0, 400.0)
    for step in rng.choice([0, 3, 4, 7, 10, 12], 4):
        pitch = root * 2 ** (step / 12)
        for number in range(1, int(rng.integers(2, 6))):
            out += np.sin(2 * np.pi * pitch * number * time * (1 + rng.uniform(-2e-3, 2e-3))) / number**1.5
    if rng.random() < 0.6:
        depth = rng.uniform(0.3, 1.0)
        out *= 1 - depth * (0.5 + 0.5 * np.sin(2 * np.pi * rng.uniform(1.0, 9.0) * time)) ** rng.choice([1, 2, 4])
    return out


def tones(rng: np.random.Generator, frames: int, rate_hz: int) -> Wave:
    """Test tones, beeps and sweeps, with pauses; switched with ramps of 3 ms and more."""
    time = np.arange(frames) / rate_hz
    choice = rng.random()
    if choice < 0.35:
        return np.sin(2 * np.pi * log_uniform(rng, 40.0, 0.4 * rate_hz) * time) * ramp_window(frames, 500, 500)[:, 0]
    if choice < 0.55:
        course = np.cumsum(np.geomspace(log_uniform(rng, 40, 300), 0.42 * rate_hz, frames)) / rate_hz
        return np.sin(2 * np.pi * course)
    out = np.zeros(frames)
    step = round(rate_hz * log_uniform(rng, 0.12, 0.8))
    for start in range(0, frames - step, step):
        length = round(step * rng.uniform(0.3, 0.9))
        wave = np.sin(2 * np.pi * log_uniform(rng, 200.0, min(3500.0, 0.4 * rate_hz)) * time[:length])
        out[start : start + length] = wave * _envelope(rng, length, rate_hz, 0.003)
    return out


def percussion(rng: np.random.Generator, frames: int, rate_hz: int) -> Wave:
    """Kicks, noise snares, hats, castanets, wood blocks, keys of a keyboard, on a grid or at random."""
    out = np.zeros(frames)
    kinds = [(_kick, 1.0), (_snare, 0.8), (_hat, 0.5), (_block, 0.7), (_key, 0.6)]
    chosen = [kinds[i] for i in rng.choice(len(kinds), int(rng.integers(1, 4)), replace=False)]
    for hit, gain in chosen:
        step = round(rate_hz * log_uniform(rng, 0.09, 0.7))
        irregular = rng.random() < 0.4
        sound = hit(rng, rate_hz)
        start = int(rng.integers(0, step))
        while start < frames:
            length = min(len(sound), frames - start)
            out[start : start + length] += sound[:length] * gain * rng.uniform(0.4, 1.0)
            start += round(step * rng.uniform(0.5, 2.0)) if irregular else step
    return out


def plain(rng: np.random.Generator, frames: int, rate_hz: int, channels: int) -> Samples:
    """What test benches play: silence, a constant, noise of any colour and level, one endless tone."""
    level = float(10 ** rng.uniform(-4.0, -0.3))
    shape = str(rng.choice(["silence", "constant", "white", "white", "red", "sine", "square"]))
    made = np.zeros((frames, channels))
    if shape == "constant":
        made[:] = level * rng.choice([-1, 1])
    elif shape in ("white", "red"):
        noise = rng.standard_normal((frames, channels))
        made = 0.3 * level * noise if shape == "white" else 0.3 * level * _red(noise, rng.uniform(0.3, 0.98))
    elif shape in ("sine", "square"):
        pitch = float(np.exp(rng.uniform(np.log(40.0), np.log(0.4 * rate_hz))))
        wave = np.sin(2 * np.pi * pitch * np.arange(frames) / rate_hz + rng.uniform(0, 6))
        made[:] = (level * (np.sign(wave) if shape == "square" else wave))[:, None]
    return np.clip(made, -1.0, 1.0).astype(np.float32)


def coloured_noise(rng: np.random.Generator, frames: int, rate_hz: int) -> Samples:
    """Noise (frames, 1) alone, from white to brown, at any level; brown the oftenest: it wanders like programme."""
    slope, peak = rng.uniform(0.0, 1.0) ** 0.4, 10 ** rng.uniform(-1.5, -0.05)
    hertz = np.fft.rfftfreq(frames, 1 / rate_hz)
    spectrum = rng.standard_normal(len(hertz)) + 1j * rng.standard_normal(len(hertz))
    wave = np.fft.irfft(spectrum / np.maximum(hertz, 20.0) ** slope, frames)
    return np.asarray(wave * (peak / np.abs(wave).max()), np.float32)[:, None]


def _red(noise: Wave, pole: float) -> Wave:
    from scipy.signal import lfilter

    return np.asarray(lfilter([1.0 - pole], [1.0, -pole], noise, axis=0) / np.sqrt((1 - pole) / (1 + pole)))


def _time(seconds: float, rate_hz: int) -> Wave:
    return np.arange(round(seconds * rate_hz)) / rate_hz


def _kick(rng: np.random.Generator, rate_hz: int) -> Wave:
    time = _time(rng.uniform(0.15, 0.4), rate_hz)
    pitch = rng.uniform(45, 60) + rng.uniform(60, 250) * np.exp(-time * rng.uniform(20, 60))
    return np.asarray(np.sin(2 * np.pi * np.cumsum(pitch) / rate_hz) * np.exp(-time * rng.uniform(8, 20)))


def _snare(rng: np.random.Generator, rate_hz: int) -> Wave:
    time = _time(rng.uniform(0.12, 0.3), rate_hz)
    body = np.sin(2 * np.pi * rng.uniform(150, 260) * time) * np.exp(-time * 25)
    return np.asarray(body + rng.standard_normal(len(time)) * np.exp(-time * rng.uniform(12, 40)) * 0.6)


def _hat(rng: np.random.Generator, rate_hz: int) -> Wave:
    time = _time(rng.uniform(0.04, 0.35), rate_hz)
    noise = np.diff(rng.standard_normal(len(time) + 2), 2)
    return np.asarray(noise * np.exp(-time * log_uniform(rng, 12, 90)) * 0.3)


def _block(rng: np.random.Generator, rate_hz: int) -> Wave:
    """Castanets and wood blocks: two or three damped resonances and a short room."""
    time = _time(rng.uniform(0.06, 0.2), rate_hz)
    out = np.zeros(len(time))
    for _ in range(3):
        pitch = log_uniform(rng, 700.0, min(4500.0, 0.42 * rate_hz))
        out += np.sin(2 * np.pi * pitch * time) * np.exp(-time * rng.uniform(60, 180))
    tail = rng.standard_normal(len(time)) * np.exp(-time * rng.uniform(25, 60)) * rng.uniform(0.01, 0.06)
    return np.asarray(out + tail)


def _key(rng: np.random.Generator, rate_hz: int) -> Wave:
    """A key of a typewriter or computer: contact, bottom, a little room; 20 to 80 ms in all."""
    time = _time(rng.uniform(0.04, 0.1), rate_hz)
    out = np.zeros(len(time))
    for delay in (0.0, rng.uniform(0.006, 0.03)):
        at = round(delay * rate_hz)
        rest = time[: len(time) - at]
        noise = rng.standard_normal(len(rest)) * np.exp(-rest * rng.uniform(150, 500))
        body = np.sin(2 * np.pi * log_uniform(rng, 300, 0.3 * rate_hz) * rest) * np.exp(-rest * rng.uniform(90, 250))
        out[at:] += (noise * 0.5 + body) * rng.uniform(0.4, 1.0)
    return np.asarray(out + rng.standard_normal(len(time)) * np.exp(-time * 60) * 0.01)


def normalised(samples: Samples, top: float) -> Samples:
    """Scaled so that the peak is ``top``."""
    return np.asarray(samples * (top / max(peak(samples), 1e-6)), dtype=np.float32)


_MAKERS = (
    chiptune, chiptune, game_sounds, plucked, plucked, plucked, weather, synth_bass, tones, percussion, percussion,
    pads, mixed, mixed,
)  # fmt: skip
