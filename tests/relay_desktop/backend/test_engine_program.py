"""Which program runs the engine: the interpreter, the frozen program itself, or an environment installed beside it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from relay_desktop.backend import engine_program
from relay_desktop.errors import NoEngineHere


@pytest.fixture
def light(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The light frozen program with a home of its own and an empty PATH; returns the home."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(engine_program, "has_engine_inside", lambda: False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv(engine_program.PYTHON_VARIABLE, raising=False)
    return tmp_path


def environment_with(folder: Path, exit_status: int) -> Path:
    """A stand-in for an environment's interpreter that answers with an exit status."""
    python = folder / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f"#!/bin/sh\nexit {exit_status}\n")
    python.chmod(0o755)
    return python


def test_an_installed_program_uses_its_own_interpreter() -> None:
    assert engine_program.service_program() == [sys.executable, "-m", "inference.service"]


def test_the_full_frozen_program_is_its_own_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert engine_program.service_program() == [sys.executable, "service"]


def test_the_light_program_says_how_to_get_an_engine(light: Path) -> None:
    with pytest.raises(NoEngineHere) as caught:
        engine_program.service_program()
    assert "relay-desktop[embedded]" in caught.value.advice


def test_the_engine_that_is_offered_is_the_package_that_was_packed(
    light: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheel = light / "program" / "engine" / "relay_desktop-1.2.3-py3-none-any.whl"
    wheel.parent.mkdir(parents=True)
    wheel.touch()
    monkeypatch.setattr(sys, "_MEIPASS", str(light / "program"), raising=False)
    assert engine_program.install_command().endswith(f'pip install "{wheel}[embedded]"')


def test_the_light_program_finds_an_environment_that_has_the_engine(light: Path) -> None:
    environment_with(light / ".local/share/pipx/venvs/relay-desktop", 1)
    tool = environment_with(light / ".local/share/uv/tools/relay-desktop", 0)
    assert engine_program.service_program() == [str(tool), "-m", "inference.service"]


def test_the_named_interpreter_comes_first(light: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environment_with(light / ".local/share/uv/tools/relay-desktop", 0)
    named = environment_with(light / "mine", 0)
    monkeypatch.setenv(engine_program.PYTHON_VARIABLE, str(named))
    assert engine_program.engine_python() == named


def test_this_very_environment_answers_the_question(light: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The question that is asked of an interpreter is one that a real one with the engine answers."""
    monkeypatch.setenv(engine_program.PYTHON_VARIABLE, sys.executable)
    monkeypatch.chdir(Path(__file__).resolve().parents[3])
    assert engine_program.engine_python() == Path(sys.executable)
