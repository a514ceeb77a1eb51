"""Another file to compare with: chosen, switched to, given back; a broken one is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from pytestqt.qtbot import QtBot

from relay_desktop.session.other_file import OtherFile
from relay_desktop.session.transport import Transport
from tests.relay_desktop.session.deaf_player import DeafPlayer


@pytest.fixture
def transport(qtbot: QtBot) -> Iterator[Transport]:
    transport = Transport(DeafPlayer())
    yield transport
    transport.close()


def test_heard_at_once_then_to_and_fro(transport: Transport, tmp_path: Path) -> None:
    soundfile.write(tmp_path / "mix 2.wav", np.zeros((100, 1)), 8000)
    other, player = OtherFile(transport), transport.player
    assert isinstance(player, DeafPlayer)
    other.set_heard(True)
    assert not other.is_heard, "none was chosen yet"
    other.compare_with(str(tmp_path / "mix 2.wav"))
    assert (other.name, other.is_heard) == ("mix 2.wav", True)
    other.set_heard(False)
    other.set_heard(True)
    other.close()
    assert [order for order in player.orders if order[0] == "stand in"] == [
        ("stand in", True), ("stand in", False), ("stand in", True), ("stand in", False),
    ]  # fmt: skip
    assert other.name is None


def test_a_file_that_is_no_audio_is_said(transport: Transport, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no sound here")
    other, told = OtherFile(transport), []
    other.remarked.connect(told.append)
    other.compare_with(str(tmp_path / "notes.txt"))
    assert other.name is None
    assert len(told) == 1
