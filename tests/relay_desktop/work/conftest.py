from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.relay_desktop.work.desk_room import DeskRoom, worker_environment


@pytest.fixture
def make_room(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], DeskRoom]]:
    """Makes rooms on the same data folder: the second one is a restart or a second window."""
    for name, value in worker_environment().items():
        monkeypatch.setenv(name, value)
    rooms: list[DeskRoom] = []

    def make() -> DeskRoom:
        rooms.append(DeskRoom(tmp_path / "data", qtbot))
        return rooms[-1]

    yield make
    for room in rooms:
        room.close()


@pytest.fixture
def room(make_room: Callable[[], DeskRoom]) -> DeskRoom:
    return make_room().start()
