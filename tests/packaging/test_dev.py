"""packaging/dev.py as a newcomer meets it: started as a program, in a checkout whose environment is a stand-in
that writes down what it is asked to do."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")


def script(path: Path, body: str) -> Path:
    """An executable shell script."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with a prepared environment: `python` and `relay-desktop` write their arguments to a file."""
    place = tmp_path / "check out"
    shutil.copytree(CHECKOUT / "packaging", place / "packaging", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(CHECKOUT / "pyproject.toml", place)
    (place / "resources" / "demo").mkdir(parents=True)
    (place / "resources" / "demo" / "demo.flac").touch()
    (place / "resources" / "demo" / "LICENCE.txt").touch()
    log = place / "asked.txt"
    failing = '[ "$FAILING" = "$2" ] && exit 1; exit 0'
    script(place / ".venv/bin/python", f'[ "$1" = -c ] && exit 0; echo "$@" >> "{log}"; {failing}')
    script(place / ".venv/bin/relay-desktop", f'echo "$QT_QPA_PLATFORM|$@" >> "{log}"')
    stamp = (
        "import environment, json, pathlib; c = pathlib.Path(r'{0}');"
        "(c / '.venv' / environment.STAMP).write_text(json.dumps({{'fingerprint': environment.fingerprint(c)}}))"
    )
    subprocess.run([sys.executable, "-c", stamp.format(place)], cwd=place / "packaging", check=True)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    tools = tmp_path / "tools"
    script(tools / "dpkg-query", 'shift 2; for name in "$@"; do echo "$name installed"; done')
    script(tools / "apt-get", "exit 1")
    monkeypatch.setenv("PATH", str(tools), prepend=os.pathsep)
    return place


def dev(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run dev.py and give back how it ended."""
    command = [sys.executable, str(checkout / "packaging" / "dev.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def asked(checkout: Path) -> list[str]:
    """What the stand-ins were asked to do."""
    return (checkout / "asked.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there always is a display")
def test_run_without_a_display_works_off_screen_on_the_demo(checkout: Path) -> None:
    finished = dev(checkout, "run")
    assert finished.returncode == 0, finished.stderr
    demo = checkout / "resources/demo/demo.flac"
    picture = checkout / "build/relay-desktop.png"
    assert asked(checkout) == [f"offscreen|gui {demo} --screenshot {picture} --print-table"]
    assert "no display" in finished.stderr


def test_run_with_a_display_opens_the_window_on_the_files(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":7")
    assert dev(checkout, "run", "my take.wav", "more").returncode == 0
    assert asked(checkout) == ["|gui my take.wav more"]


def test_run_without_a_demo_says_so(checkout: Path) -> None:
    (checkout / "resources/demo/demo.flac").unlink()
    finished = dev(checkout, "run")
    assert finished.returncode == 2
    assert "demo recording is missing" in finished.stderr


def test_test_lints_checks_types_then_tests(checkout: Path) -> None:
    assert dev(checkout, "test", "-k", "tuning").returncode == 0
    *checks, tests = asked(checkout)
    assert checks == ["-m ruff check .", "-m mypy"]
    assert re.fullmatch(r"-m pytest --ignore=tests/bench -n [2-4] --dist loadfile -k tuning", tests)


@pytest.mark.parametrize("argument", ["--pdb", "-n0", "-s"])
def test_tests_run_in_one_process_when_the_person_says_so(checkout: Path, argument: str) -> None:
    assert dev(checkout, "test", argument).returncode == 0
    assert asked(checkout)[-1] == f"-m pytest --ignore=tests/bench {argument}"


def test_test_fails_when_a_check_does_but_still_tests(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAILING", "mypy")
    finished = dev(checkout, "test")
    assert finished.returncode == 1
    assert asked(checkout)[-1].startswith("-m pytest")
    assert "Not clean, see above: mypy" in finished.stderr


def test_test_fails_when_pytest_does(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAILING", "pytest")
    assert dev(checkout, "test").returncode == 1


def test_an_unknown_command_is_refused(checkout: Path) -> None:
    assert dev(checkout, "tset").returncode == 2


def old_python(checkout: Path, path: str) -> subprocess.CompletedProcess[str]:
    """Start dev.py as Python 3.9 would."""
    start = (
        "import sys, runpy; sys.version_info = (3, 9, 2); sys.version = '3.9.2 (main)';"
        f"sys.argv = ['dev.py', 'run', 'x.wav']; runpy.run_path(r'{checkout}/packaging/dev.py', run_name='__main__')"
    )
    return subprocess.run(
        [sys.executable, "-c", start], capture_output=True, text=True, env={"PATH": path}, check=False
    )


def test_an_old_python_says_what_is_needed(checkout: Path, tmp_path: Path) -> None:
    finished = old_python(checkout, str(tmp_path))
    assert finished.returncode == 2
    assert "needs Python 3.11 or newer; this is Python 3.9.2" in finished.stderr


def test_an_old_python_hands_over_to_a_newer_one(checkout: Path, tmp_path: Path) -> None:
    script(tmp_path / "bin/python3.12", 'echo "newer: $@"; exit 5')
    finished = old_python(checkout, f"{tmp_path}/bin:/usr/bin:/bin")
    assert finished.returncode == 5
    assert finished.stdout == f"newer: {checkout}/packaging/dev.py run x.wav\n"


def test_an_old_python_can_read_the_file() -> None:
    ast.parse((CHECKOUT / "packaging/dev.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_continuous_integration_calls_the_test_command_alone() -> None:
    lines = (CHECKOUT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith(("#", "set ", "cd "))]
    assert commands == ["exec python3 packaging/dev.py test"]
    assert os.access(CHECKOUT / ".ci" / "run", os.X_OK)
