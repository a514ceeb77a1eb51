"""Every format that opens is played: through the whole chain, over a device that is silent."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from inference.audio_file import open_audio
from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.play_order import PlayOrder
from relay_desktop.audio.play_source import PlaySource

RATE_HZ = 48_000


@pytest.mark.parametrize(
    ("kind", "subtype"),
    [
        ("WAV", "PCM_16"), ("WAV", "PCM_24"), ("WAV", "FLOAT"), ("WAV", "ULAW"), ("RF64", "PCM_16"), ("W64", "PCM_24"),
        ("AIFF", "PCM_16"), ("CAF", "FLOAT"), ("AU", "PCM_16"), ("FLAC", "PCM_24"), ("OGG", "VORBIS"), ("OGG", "OPUS"),
        ("MP3", "MPEG_LAYER_III"),
    ],
)  # fmt: skip
def test_what_is_played_is_what_the_file_holds(tmp_path: Path, kind: str, subtype: str) -> None:
    """The samples that detection and painting see, from the middle on and over a loop's seam."""
    path = tmp_path / f"take.{kind.lower()}"
    tone = 0.4 * np.sin(2 * np.pi * 330 * np.arange(RATE_HZ) / RATE_HZ)
    soundfile.write(path, np.stack([tone, -tone], axis=1), RATE_HZ, format=kind, subtype=subtype)
    with open_audio(path) as reader:
        whole = reader.read(reader.info.frames)
    with AudioClip(path) as clip:
        once = PlaySource(clip, PlayOrder(20_000, 20_000, clip.frames), RATE_HZ, 2)
        parts = [once.next_block(4096)]
        while not once.is_exhausted:
            parts.append(once.next_block(4096))
        np.testing.assert_array_equal(np.concatenate(parts), whole[20_000:])
        loop = PlaySource(clip, PlayOrder(30_000, 10_000, 31_000, is_loop=True), RATE_HZ, 2)
        heard = np.concatenate([loop.next_block(700) for _ in range(4)])
        np.testing.assert_array_equal(heard, np.concatenate([whole[30_000:31_000], whole[10_000:11_800]]))
