"""A second start hands its files to the window that is there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from relay_desktop.single_instance import SingleInstance, socket_name

CHECKOUT = Path(__file__).resolve().parents[2]
_SECOND_START = """
import sys
from pathlib import Path
from relay_desktop import single_instance
single_instance.ANSWER_LIMIT_MS = int(sys.argv[1])
sys.exit(not single_instance.hand_over(Path(sys.argv[2]), [Path(word) for word in sys.argv[3:]]))
"""


def handed_over(data: Path, paths: list[Path], qtbot: QtBot, limit_ms: int = 1500) -> bool:
    """Whether a second start, a process of its own, finds somebody who takes its files."""
    words = [str(limit_ms), str(data), *map(str, paths)]
    second = subprocess.Popen([sys.executable, "-c", _SECOND_START, *words], cwd=CHECKOUT)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    return second.returncode == 0


def test_files_arrive_in_the_window_that_is_there(tmp_path: Path, qtbot: QtBot) -> None:
    window = SingleInstance(tmp_path)
    opened: list[list[Path]] = []
    window.opened.connect(opened.append)
    assert handed_over(tmp_path, [tmp_path / "a.wav", Path("b.wav")], qtbot)
    assert handed_over(tmp_path, [], qtbot)
    assert opened == [[tmp_path / "a.wav", CHECKOUT / "b.wav"], []]
    window.close()


def test_without_a_window_nobody_takes_them(tmp_path: Path, qtbot: QtBot) -> None:
    assert not handed_over(tmp_path, [tmp_path / "a.wav"], qtbot)


def test_another_data_folder_is_another_window(tmp_path: Path, qtbot: QtBot) -> None:
    window = SingleInstance(tmp_path / "one")
    assert not handed_over(tmp_path / "two", [], qtbot)
    window.close()


def test_a_window_that_hangs_does_not_hold_up_a_second_one(tmp_path: Path, qtbot: QtBot) -> None:
    server = QLocalServer()
    assert server.listen(socket_name(tmp_path))
    assert not handed_over(tmp_path, [], qtbot, limit_ms=100)
    server.close()


@pytest.mark.parametrize("words", [b"nonsense\n", b"[1, null]\n", b'{"a": 1}\n'])
def test_nonsense_opens_nothing(tmp_path: Path, qtbot: QtBot, words: bytes) -> None:
    window = SingleInstance(tmp_path)
    opened: list[list[Path]] = []
    window.opened.connect(opened.append)
    socket = QLocalSocket()
    socket.connectToServer(socket_name(tmp_path))
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.ConnectedState)
    socket.write(words)
    qtbot.waitUntil(
        lambda: socket.bytesAvailable() > 0 or socket.state() != QLocalSocket.LocalSocketState.ConnectedState
    )
    assert [path for paths in opened for path in paths if path.suffix] == []
    socket.abort()
    window.close()
