"""Packets of Opus through the system's libopus: real concealment of lost packets, real starvation of bits.

ffmpeg and libsndfile do not let a packet be lost in between; libopus does, so it is called directly.
"""

from __future__ import annotations

import ctypes
import ctypes.util
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from inference.training.artifacts.canvas import Samples

RATE_HZ = 48_000
_AUDIO, _VOIP = 2049, 2048
_SET_BITRATE, _GET_LOOKAHEAD = 4002, 4027
_SET_COMPLEXITY, _SET_FEC, _SET_LOSS, _SET_DTX = 4010, 4012, 4014, 4016


class OpusMissing(Exception):
    """libopus is not installed (Debian: libopus0)."""


@lru_cache(maxsize=1)
def _library() -> ctypes.CDLL:
    name = ctypes.util.find_library("opus")
    if name is None:
        raise OpusMissing("libopus is not installed; on Debian: apt-get install libopus0")
    library = ctypes.CDLL(name)
    for create in (library.opus_encoder_create, library.opus_decoder_create):
        create.restype = ctypes.c_void_p
    return library


class OpusError(Exception):
    """libopus refused a setting or a packet."""


def _checked(status: int) -> int:
    if status < 0:
        raise OpusError(f"libopus answered {status}")
    return status


@dataclass(frozen=True)
class Repair:
    """What the encoder does against loss: redundancy in the next packet for this expected loss, silence not sent."""

    expected_loss: int = 0
    sends_silence: bool = True
    complexity: int = 9


def encode_packets(
    samples: Samples, bits_per_second: int, packet_s: float, voice: bool, repair: Repair | None = None
) -> tuple[list[bytes], int]:
    """Packets of 48 kHz samples (frames, channels), and the encoder's look-ahead in frames."""
    library, error, channels = _library(), ctypes.c_int(), samples.shape[1]
    mode = _VOIP if voice else _AUDIO
    encoder = ctypes.c_void_p(library.opus_encoder_create(RATE_HZ, channels, mode, ctypes.byref(error)))
    _checked(error.value)
    try:
        _checked(library.opus_encoder_ctl(encoder, _SET_BITRATE, ctypes.c_int(bits_per_second)))
        if repair is not None:
            _prepare_repair(library, encoder, repair)
        lookahead = ctypes.c_int()
        _checked(library.opus_encoder_ctl(encoder, _GET_LOOKAHEAD, ctypes.byref(lookahead)))
        size = round(packet_s * RATE_HZ)
        padded = np.concatenate([samples, np.zeros((size + lookahead.value, channels), np.float32)])
        starts = range(0, len(padded) - size + 1, size)
        return [_packet(library, encoder, padded[s : s + size]) for s in starts], lookahead.value
    finally:
        library.opus_encoder_destroy(encoder)


def _prepare_repair(library: ctypes.CDLL, encoder: ctypes.c_void_p, repair: Repair) -> None:
    for request, value in (
        (_SET_COMPLEXITY, repair.complexity),
        (_SET_FEC, int(repair.expected_loss > 0)),
        (_SET_LOSS, repair.expected_loss),
        (_SET_DTX, int(not repair.sends_silence)),
    ):
        _checked(library.opus_encoder_ctl(encoder, request, ctypes.c_int(value)))


def _packet(library: ctypes.CDLL, encoder: ctypes.c_void_p, block: Samples) -> bytes:
    pcm = np.ascontiguousarray(block, dtype=np.float32)
    out = ctypes.create_string_buffer(4000)
    pointer = pcm.ctypes.data_as(ctypes.c_void_p)
    count = _checked(library.opus_encode_float(encoder, pointer, len(pcm), out, 4000))
    return out.raw[:count]


def decode_packets(
    packets: Sequence[bytes | None], packet_s: float, channels: int, lookahead: int, *, repairs: bool = False
) -> Samples:
    """Decoded samples without the look-ahead; None is a lost packet, which the decoder conceals.

    ``repairs``: from the redundancy in the packet after it, where there is one.
    """
    library, error = _library(), ctypes.c_int()
    decoder = ctypes.c_void_p(library.opus_decoder_create(RATE_HZ, channels, ctypes.byref(error)))
    _checked(error.value)
    size = round(packet_s * RATE_HZ)
    blocks: list[Samples] = []
    try:
        for number, packet in enumerate(packets):
            following = packets[number + 1] if number + 1 < len(packets) else None
            spare = following if repairs and packet is None else None
            data = packet if packet is not None else spare
            pcm = np.zeros((size, channels), np.float32)
            pointer = pcm.ctypes.data_as(ctypes.c_void_p)
            count = 0 if data is None else len(data)
            _checked(library.opus_decode_float(decoder, data, count, pointer, size, int(spare is not None)))
            blocks.append(pcm)
    finally:
        library.opus_decoder_destroy(decoder)
    return np.concatenate(blocks)[lookahead:]
