from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.walks.program import Program


@pytest.fixture
def start(tmp_path: Path, qtbot: QtBot) -> Iterator[Callable[..., Program]]:
    """Starts the program on one data folder: the second start is a restart or a second window."""
    programs: list[Program] = []

    def start_program(*paths: Path) -> Program:
        programs.append(Program(tmp_path / "data", qtbot, paths))
        return programs[-1]

    yield start_program
    for program in programs:
        program.close()
