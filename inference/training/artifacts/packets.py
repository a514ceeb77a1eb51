"""Packets that were lost and patched by a simple receiver: repeated, faded, cross-faded, muted, or pulled together."""

from __future__ import annotations

import numpy as np

from inference.training.artifacts.canvas import Samples, decibels, log_uniform, ramp_window, rms

_LOST_HEARD = 0.25
_PACKETS_S = (0.0025, 0.005, 0.0075, 0.01, 0.0125, 0.02, 0.02, 0.024, 0.025, 0.04, 0.06)


def packet_frames(rng: np.random.Generator, rate_hz: int) -> int:
    """Packets as telephones and wireless links use them, 2.5 to 60 ms."""
    return max(8, round(rate_hz * float(rng.choice(_PACKETS_S))))


def lost_packets(rng: np.random.Generator, count: int) -> list[bool]:
    """A two-state line: good for a while, then losing most packets for a while; never the first packet."""
    rate, sticks = rng.uniform(0.12, 0.5), rng.uniform(0.1, 0.7)
    lost, state = [False], False
    for _ in range(count - 1):
        state = bool(rng.random() < (sticks if state else rate))
        lost.append(state)
    return lost


def repeated(rng: np.random.Generator, dry: Samples, rate_hz: int) -> Samples | None:
    """Each lost packet is the last good one again, hard or cross-faded, at the same level or fading out."""
    size = packet_frames(rng, rate_hz)
    count = len(dry) // size
    lost = lost_packets(rng, count)
    if count < 3 or not any(lost):
        return None
    fade = decibels(rng.uniform(-9.0, 0.0)) if rng.random() < 0.6 else 1.0
    overlap = round(size * rng.uniform(0.02, 0.45)) if rng.random() < 0.6 else 0
    flips = rng.random() < 0.1
    wet, run, last = dry.copy(), 0, 0
    for number in range(1, count):
        run = run + 1 if lost[number] else 0
        if not run:
            last = number
            continue
        old = dry[last * size : (last + 1) * size] * np.float32(fade**run)
        if flips:
            old = old[::-1]
        place = number * size
        window = ramp_window(size, overlap, overlap)
        wet[place : place + size] = window * old + (1 - window) * wet[place : place + size]
    return wet if rms(wet - dry) > _LOST_HEARD * rms(dry) else None


def lengthened(rng: np.random.Generator, dry: Samples, rate_hz: int) -> Samples | None:
    """A receiver's buffer stretches what it has: grains repeat with overlap, then hurry to catch up."""
    grain = max(32, round(rate_hz * log_uniform(rng, 0.012, 0.05)))
    if len(dry) < 6 * grain:
        return None
    speed = float(rng.choice([0.35, 0.5, 0.6]))
    out = np.zeros((len(dry) + 2 * grain, dry.shape[1]), np.float32)
    window = np.hanning(grain + 1)[:-1].astype(np.float32)[:, None]
    for place in range(0, len(dry), grain // 2):
        turn = place % (8 * grain)
        read = place - turn + (round(turn * speed) if turn < 4 * grain else turn)
        piece = dry[read : read + grain]
        out[place : place + len(piece)] += piece * window[: len(piece)]
    wet = out[: len(dry)]
    return wet if rms(wet - dry) > _LOST_HEARD * rms(dry) else None


def muted_some(rng: np.random.Generator, dry: Samples, rate_hz: int) -> Samples | None:
    """Every other packet or so is silent: a chopped, robotic voice."""
    size = min(packet_frames(rng, rate_hz), round(0.03 * rate_hz))
    count = len(dry) // size
    lost = lost_packets(rng, count)
    if count < 6 or not 0.2 < np.mean(lost) < 0.8:
        return None
    wet = dry.copy()
    edge = round(size * rng.uniform(0.0, 0.2))
    for number in np.flatnonzero(lost):
        wet[number * size : (number + 1) * size] *= 1 - ramp_window(size, edge, edge)
    return wet
