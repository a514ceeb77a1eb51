"""relay-desktop: which command runs, and what each start loads."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from relay_desktop import __main__ as entry

# Runs the program and reports on stderr which of the heavy packages it loaded.
SPY = """
import sys
from relay_desktop.__main__ import main
try:
    status = main(sys.argv[1:])
except SystemExit as ended:
    status = ended.code
heavy = {"PySide6", "pyqtgraph", "torch", "httpx", "soundfile"} & {name.split(".")[0] for name in sys.modules}
print("heavy:", *sorted(heavy), file=sys.stderr)
sys.exit(status)
"""


def heavy_of(*arguments: object, status: int = 0) -> set[str]:
    """The heavy packages that a start with these arguments loads."""
    command = [sys.executable, "-c", SPY, *map(str, arguments)]
    finished = subprocess.run(command, capture_output=True, text=True, check=False)
    assert finished.returncode == status, finished.stderr
    return set(finished.stderr.rpartition("heavy:")[2].split())


def test_help_and_version_load_nothing_heavy() -> None:
    assert heavy_of("--help") == set()
    assert heavy_of("--version") == set()
    assert heavy_of("--no-such-option", status=2) == set()


def test_tune_and_models_load_neither_qt_nor_torch_nor_the_network(tmp_path: Path) -> None:
    (tmp_path / "raw.json").write_text("[]", encoding="utf-8")
    assert heavy_of("tune", tmp_path / "raw.json") == set()
    assert heavy_of("models") == set()


def test_detect_loads_neither_qt_nor_torch(tmp_path: Path) -> None:
    assert heavy_of("detect", tmp_path, status=2) & {"PySide6", "pyqtgraph", "torch"} == set()


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert entry.main(["version"]) == 0
    assert capsys.readouterr().out == f"relay-desktop {entry.version()}\n"


def test_the_window_is_the_default() -> None:
    parse = entry.window_parser().parse_args
    options = parse(["a.wav", "folder", "--screenshot", "o.png", "--print-table", "--data-dir", "d"])
    assert options.paths == [Path("a.wav"), Path("folder")]
    assert (options.screenshot, options.print_table, options.data_dir) == (Path("o.png"), True, Path("d"))
    assert parse([]).paths == []


def test_as_a_module(tmp_path: Path) -> None:
    rows = [{"artifact_type": "hum", "start_ms": 0, "end_ms": 900, "confidence": 0.8}]
    command = [sys.executable, "-m", "relay_desktop", "tune", "-"]
    finished = subprocess.run(command, input=json.dumps(rows), capture_output=True, text=True, check=True)
    assert json.loads(finished.stdout) == rows
