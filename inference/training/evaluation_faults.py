"""Artifacts for judging, written apart from those that training uses: other formulas, other parameters.

Sharing code with the training injectors would only show that the network knows its teacher.
"""

from __future__ import annotations

import numpy as np
from scipy.signal import butter, istft, lfilter, sosfilt, stft

from inference.training.artifacts.canvas import Apply, Canvas, Mechanism, Samples, Span
from inference.training.artifacts.clipping import events_of


def _top(canvas: Canvas, start: int, length: int, margin_s: float = 0.05) -> float:
    near = np.abs(canvas.around(start, length, margin_s))
    return max(float(near.max(initial=0.0)), 0.01)


def _level(samples: Samples) -> float:
    return float(np.sqrt(np.mean(np.square(samples, dtype=np.float64)) + 1e-20))


def _at_least_1ms(canvas: Canvas, start: int, length: int) -> list[Span]:
    return [(start, min(canvas.frames, start + max(length, canvas.rate_hz // 1000)))]


def filtered_impulse(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """An impulse through a band-pass: a click behind a microphone or a loudspeaker."""
    size = round(rng.uniform(0.0008, 0.004) * canvas.rate_hz)
    low = rng.uniform(0.05, 0.5)
    sos = butter(2, [low, min(0.98, low + rng.uniform(0.2, 0.45))], "bandpass", output="sos")
    shape = sosfilt(sos, np.eye(1, size)[0])
    shape = shape / np.abs(shape).max() * _top(canvas, start, size) * 10 ** rng.uniform(-0.7, 0.25)
    canvas.view(start, size)[:] += shape[: len(canvas.view(start, size)), None].astype(np.float32)
    return _at_least_1ms(canvas, start, size)


def spike(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """One or two samples set to a fixed value."""
    size = int(rng.integers(1, 3))
    value = np.float32(rng.choice([-1, 1]) * min(1.0, _top(canvas, start, size) * 10 ** rng.uniform(-0.35, 0.4)))
    canvas.view(start, size)[:] = value
    return _at_least_1ms(canvas, start, size)


def record_pop(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """Two overlapping decays with grit: a scratched record."""
    size = round(rng.uniform(0.001, 0.005) * canvas.rate_hz)
    time = np.arange(size) / size
    shape = np.exp(-8 * time) - rng.uniform(0.3, 1.2) * np.exp(-3.5 * time)
    shape = lfilter([1.0], [1.0, -rng.uniform(0.0, 0.7)], shape + 0.2 * rng.standard_normal(size) * np.exp(-6 * time))
    shape *= (1 - time) / np.abs(shape).max() * _top(canvas, start, size) * 10 ** rng.uniform(-0.6, 0.3)
    canvas.view(start, size)[:] += shape[: len(canvas.view(start, size)), None].astype(np.float32)
    return _at_least_1ms(canvas, start, size)


def _differs(a: Samples, b: Samples) -> bool:
    return _level(a - b) > max(0.4 * _level(a), 1e-3)


def lost_buffer(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """A whole buffer is missing: the rest moves up."""
    size = int(rng.choice([128, 240, 256, 441, 480, 512, 960, 1024, 2048, 4096]))
    size = min(size, canvas.rate_hz // 4)
    near = canvas.rate_hz // 200
    if not _differs(canvas.samples[start : start + near], canvas.samples[start + size : start + size + near]):
        return []
    moved = canvas.samples[start + size :].copy()
    canvas.samples[start : start + len(moved)] = moved
    canvas.frames -= size
    return [canvas.splice_span(start)]


def doubled_buffer(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """A buffer comes twice, the rest moves back."""
    size = min(int(rng.choice([240, 256, 441, 480, 882, 1024, 2048])), start, canvas.rate_hz // 6)
    near = min(size, canvas.rate_hz // 200)
    again = canvas.samples[start - size : start].copy()
    if not _differs(canvas.samples[start : start + near], again[:near]):
        return []
    canvas.samples[start + size :] = canvas.samples[start : len(canvas.samples) - size].copy()
    canvas.samples[start : start + size] = again
    return [canvas.splice_span(start)]


def stuck_buffer(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """The sound card plays the same buffer until the program wakes up."""
    size = max(8, round(rng.uniform(0.003, 0.07) * canvas.rate_hz))
    count = max(3, length // size)
    if start < size or start + count * size > canvas.frames:
        return []
    again = np.concatenate([canvas.samples[start - size : start]] * count)
    view = canvas.view(start, count * size)
    if not _differs(view, again):
        return []
    view[:] = again
    return [(start, start + count * size)]


def swapped_buffers(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """Neighbouring buffers change places."""
    size = round(rng.uniform(0.004, 0.04) * canvas.rate_hz)
    pairs = max(1, length // (2 * size))
    view = canvas.view(start, pairs * 2 * size)
    if len(view) < pairs * 2 * size:
        return []
    new = view.reshape(pairs, 2, size, -1)[:, ::-1].reshape(view.shape).copy()
    if not _differs(view, new):
        return []
    view[:] = new
    return [(start, start + len(view))]


def stale_stretch(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """What was heard 0.3 to 2 seconds ago sounds again in place of the programme."""
    back = round(rng.uniform(0.3, 2.0) * canvas.rate_hz) + length
    if start < back:
        return []
    old = canvas.samples[start - back : start - back + length].copy()
    view = canvas.view(start, length)
    if len(view) < length or not _differs(view, old):
        return []
    view[:] = old
    return [(start, start + length)]


def silence(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """The programme is off: nothing, or a residue 35 to 65 dB down; edges of up to 3 ms."""
    edge = round(rng.choice([0, 0, 0.0005, 0.003]) * canvas.rate_hz)
    view = canvas.view(start, length)
    sides = np.concatenate([canvas.view(start - 200, 200), canvas.view(start + length, 200)])
    if len(view) < length or length < 2 * edge + 4 or min(_level(view), _level(sides)) < 4e-3:
        return []
    residue = 0.0 if rng.random() < 0.6 else 10 ** rng.uniform(-3.25, -1.75)
    gain = np.full(length, residue)
    if edge:
        gain[:edge] = np.linspace(1, residue, edge)
        gain[-edge:] = np.linspace(residue, 1, edge)
    view *= gain[:, None].astype(np.float32)
    return [(start, start + length)]


def switched_off(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """Dies away within a few milliseconds, comes back at once."""
    view = canvas.view(start, length)
    if len(view) < length or min(_level(view), _level(canvas.view(start + length, 200))) < 4e-3:
        return []
    time = np.arange(length) / canvas.rate_hz
    view *= np.exp(-time / rng.uniform(0.0005, 0.004)).astype(np.float32)[:, None]
    return [(start, start + length)]


def _clip_stretch(canvas: Canvas, start: int, length: int, ceiling: float, soft: bool, keep: float) -> list[Span]:
    view = canvas.view(start, length)
    flags = np.any(np.abs(view) > ceiling, axis=1)
    spans = [s for s in events_of(flags, canvas.rate_hz) if np.count_nonzero(flags[slice(*s)]) >= 4]
    if not spans or ceiling < 5e-3:
        return []
    for first, last in spans:
        piece = view[first:last]
        if soft:
            piece[:] = ceiling * 2 / np.pi * np.arctan(piece / ceiling * np.pi / 2)
        else:
            piece[:] = piece.clip(-ceiling, ceiling * keep)
    return [(start + a, start + b) for a, b in spans]


def driven_hard(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """3 to 16 dB over the ceiling, then back to the old level; some with one side higher."""
    ceiling = _top(canvas, start, length, 0.0) * 10 ** (-rng.uniform(3, 16) / 20)
    return _clip_stretch(canvas, start, length, ceiling, False, float(rng.choice([1.0, 1.0, 0.7])))


def driven_soft(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """An arctangent shaper 8 to 20 dB in."""
    ceiling = _top(canvas, start, length, 0.0) * 10 ** (-rng.uniform(8, 20) / 20)
    return _clip_stretch(canvas, start, length, ceiling, True, 1.0)


def _process(canvas: Canvas, start: int, length: int, wet: Samples) -> list[Span]:
    view = canvas.view(start, length)
    if _level(view) < 4e-3 or _level(wet - view) < 0.04 * _level(view):
        return []
    edge = min(len(view) // 4, round(0.008 * canvas.rate_hz))
    mix = np.ones(len(view), np.float32)
    mix[:edge] = np.linspace(0, 1, edge)
    mix[len(view) - edge :] = np.linspace(1, 0, edge)
    view += mix[:, None] * (wet[: len(view)].astype(np.float32) - view)
    return [(start, start + len(view))]


def crushed(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """Truncated to 2 to 5 bits of the peak."""
    view = canvas.view(start, length)
    step = 2 * _top(canvas, start, length, 0.0) / 2 ** int(rng.integers(2, 6))
    return _process(canvas, start, length, np.trunc(view / step) * step)


def slow_clock(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """Held samples with a clock that is not a whole fraction of the rate."""
    view = canvas.view(start, length)
    step = canvas.rate_hz / rng.uniform(1800, min(8000, canvas.rate_hz * 0.45))
    at = (np.floor(np.arange(len(view)) / step) * step).astype(int)
    return _process(canvas, start, length, view[at])


def folded(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """Through a sine: loud samples come back down."""
    view = canvas.view(start, length)
    top = _top(canvas, start, length, 0.0)
    return _process(canvas, start, length, np.sin(view / top * rng.uniform(3.0, 9.0)) * top * 0.6)


def few_bins(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """Only the strongest bins of each short spectrum survive: a starved codec."""
    view = canvas.view(start, length)
    size = 1 << int(np.log2(0.03 * canvas.rate_hz))
    if len(view) < 4 * size:
        return []
    _, _, spectrum = stft(view.T, nperseg=size)
    keep = max(3, int(spectrum.shape[1] * rng.uniform(0.02, 0.1)))
    floor = np.sort(np.abs(spectrum), axis=1)[:, -keep][:, None, :]
    _, back = istft(np.where(np.abs(spectrum) >= floor, spectrum, 0), nperseg=size)
    return _process(canvas, start, length, back.T[: len(view)])


def patched_packets(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """Every lost packet is the one before it once more, cross-faded and fading."""
    view = canvas.view(start, length)
    packet = round(float(rng.choice([0.015, 0.02, 0.03])) * canvas.rate_hz)
    wet, lost = view.copy(), 0
    window = np.minimum(1.0, np.minimum(np.arange(packet), np.arange(packet)[::-1]) / (0.1 * packet))[:, None]
    for place in range(packet, len(view) - packet, packet):
        lost = lost + 1 if rng.random() < 0.5 else 0
        if lost:
            old = wet[place - packet : place] * 0.85**lost
            wet[place : place + packet] = window * old + (1 - window) * wet[place : place + packet]
    return _process(canvas, start, length, wet.astype(np.float32))


def _burst(rng: np.random.Generator, canvas: Canvas, start: int, length: int, noise: np.ndarray) -> list[Span]:
    view = canvas.view(start, length)
    if len(view) < length or length < 8:
        return []
    level = max(_level(canvas.around(start, length, 0.05)), 0.006) * 10 ** rng.uniform(-0.35, 0.7)
    edge = np.minimum(1.0, np.minimum(np.arange(length) + 1, np.arange(length, 0, -1)) / (0.002 * canvas.rate_hz))
    shape = noise * edge / max(float(np.std(noise)), 1e-9) * min(level, 0.4)
    view += shape[:, None].astype(np.float32)
    return [(start, start + length)]


def gated_noise(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """Uniform noise, at times lightly filtered."""
    noise = rng.uniform(-1, 1, length)
    return _burst(rng, canvas, start, length, lfilter([1.0], [1.0, -rng.uniform(-0.6, 0.8)], noise))


def crackling(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """Irregular discharges in bunches."""
    strength = np.cumsum(rng.standard_normal(length)) / np.sqrt(length)
    gate = rng.random(length) < 0.02 + 0.2 * np.clip(strength, 0, 1)
    noise = lfilter([1.0, -0.5], [1.0], rng.laplace(size=length) * gate)
    return _burst(rng, canvas, start, length, noise + 0.01 * rng.standard_normal(length))


def telephone_buzz(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """Time slots of a telephone (4.615 ms apart, an eighth of it long)."""
    time = np.arange(length) / canvas.rate_hz
    slots = ((time % 0.004615) < 0.000577).astype(np.float64)
    return _burst(rng, canvas, start, length, np.diff(slots, prepend=0) + 0.3 * slots * rng.standard_normal(length))


def _mains(rng: np.random.Generator, canvas: Canvas, start: int, length: int, wave: np.ndarray) -> list[Span]:
    view = canvas.view(start, length)
    if len(view) < length:
        return []
    block = canvas.rate_hz // 20
    parts = np.abs(view[: length // block * block]).mean(axis=1).reshape(-1, block).mean(axis=1)
    level = max(float(np.median(parts)), 0.004) * 10 ** rng.uniform(-0.5, 0.4)
    edge = round(float(rng.choice([0.01, 0.1, 0.25])) * canvas.rate_hz)
    gain = np.minimum(1.0, np.minimum(np.arange(length), np.arange(length)[::-1]) / edge)
    view += (wave * gain * min(level, 0.15) / max(float(np.std(wave)), 1e-9))[:, None].astype(np.float32)
    return [(start, start + length)]


def harmonic_hum(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """Eight partials of 50 or 60 Hz with random strengths."""
    time, mains = np.arange(length) / canvas.rate_hz, float(rng.choice([50, 60]))
    parts = [
        rng.uniform(0.1, 1) / n ** rng.uniform(0.3, 1.3) * np.sin(2 * np.pi * (mains * n * time + rng.random()))
        for n in range(1, 9)
    ]
    return _mains(rng, canvas, start, length, np.sum(parts, axis=0))


def saturated_hum(rng: np.random.Generator, canvas: Canvas, start: int, length: int) -> list[Span]:
    """A sine of the mains, bent and rectified in part: odd and even harmonics."""
    wave = np.sin(2 * np.pi * rng.choice([50, 60]) * np.arange(length) / canvas.rate_hz + rng.uniform(0, 6))
    return _mains(rng, canvas, start, length, np.tanh(rng.uniform(1.5, 8) * (wave + rng.uniform(-0.4, 0.4))))


def _family(kind: str, *entries: tuple[str, Apply, float, float], needs: bool = True) -> tuple[Mechanism, ...]:
    moving = {"lost buffer", "doubled buffer"}
    return tuple(
        Mechanism(name, kind, apply, low, high, needs_programme=needs, moves_time=name in moving)
        for name, apply, low, high in entries
    )


MECHANISMS: dict[str, tuple[Mechanism, ...]] = {
    "click": _family(
        "click", ("filtered impulse", filtered_impulse, 0.001, 0.004), ("spike", spike, 0.0001, 0.0002),
        ("record pop", record_pop, 0.001, 0.005), needs=False,
    ),
    "glitch": _family(
        "glitch", ("lost buffer", lost_buffer, 0.01, 0.02), ("doubled buffer", doubled_buffer, 0.01, 0.02),
        ("stuck buffer", stuck_buffer, 0.03, 0.8), ("swapped buffers", swapped_buffers, 0.03, 0.4),
        ("stale stretch", stale_stretch, 0.02, 0.5),
    ),
    "dropout": _family("dropout", ("silence", silence, 0.003, 1.2), ("switched off", switched_off, 0.02, 0.8)),
    "clipping": _family("clipping", ("driven hard", driven_hard, 0.2, 4.0), ("driven soft", driven_soft, 0.2, 4.0)),
    "distortion": _family(
        "distortion", ("crushed", crushed, 0.1, 4.0), ("slow clock", slow_clock, 0.1, 4.0),
        ("folded", folded, 0.1, 3.0), ("few bins", few_bins, 0.3, 4.0), ("patched packets", patched_packets, 0.2, 2.5),
    ),
    "noise_burst": _family(
        "noise_burst", ("gated noise", gated_noise, 0.008, 0.45), ("crackling", crackling, 0.02, 0.45),
        ("telephone buzz", telephone_buzz, 0.04, 0.45), needs=False,
    ),
    "hum": _family(
        "hum", ("harmonic hum", harmonic_hum, 0.7, 10.0), ("saturated hum", saturated_hum, 0.7, 10.0), needs=False,
    ),
}  # fmt: skip


_TYPES = ("click", "glitch", "dropout", "clipping", "distortion", "noise_burst", "hum")
_SHARES = (0.18, 0.22, 0.17, 0.12, 0.13, 0.13, 0.05)


def draw_evaluation_mechanism(rng: np.random.Generator) -> Mechanism:
    """A type by a share of its own, so that the evaluation stays when training changes; then any mechanism of it."""
    choices = MECHANISMS[str(rng.choice(_TYPES, p=_SHARES))]
    return choices[int(rng.integers(len(choices)))]
