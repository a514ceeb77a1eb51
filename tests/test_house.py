"""The arrows of the house, measured: who imports whom, where Qt and torch stand, how long things are.

Imports are read from the source with `ast`, so that deferred ones and those under TYPE_CHECKING count too.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
PACKAGES = ("inference", "relay_desktop")
LONGEST_FUNCTION = 60
LONGEST_FILE = 400

# The lightest parts of the contract: words and numbers that need no machinery.
WORDS = {"inference.statuses", "inference.tuning_config", "inference.audio_info", "inference.sentences"}
CORE = WORDS | {
    "inference.contract",
    "inference.detections",
    "inference.tuning",
    "inference.audio_file",
    "inference.frame_scores",
}
TORCH_FREE_ENGINE = {"inference.engine.model_folder"}
SEEN_BY_VIEWS = CORE | {
    "relay_desktop.session",
    "relay_desktop.session.exporters",
    "relay_desktop.errors",
    "relay_desktop.accounts",
    "relay_desktop.diagnostics",
    "relay_desktop.look",
    "relay_desktop.type_mark",
    "relay_desktop.problems",
    "relay_desktop.settings",
    "relay_desktop.translation",
}

# Room -> the rooms it may import besides itself. A module belongs to the room with the longest fitting name.
ARROWS: dict[str, set[str]] = {
    "inference": set(),
    "inference.sentences": set(),
    "inference.detections": set(),
    "inference.statuses": set(),
    "inference.tuning_config": set(),
    "inference.contract": WORDS | {"inference.detections"},
    "inference.tuning": WORDS | {"inference.detections", "inference.contract"},
    "inference.audio_info": set(),
    "inference.audio_file": {"inference.audio_info", "inference.sentences"},
    "inference.frame_scores": set(),
    "inference.engine.model_folder": WORDS | {"inference.contract"},
    "inference.engine": CORE | TORCH_FREE_ENGINE,
    "inference.training": CORE | TORCH_FREE_ENGINE | {"inference.engine"},
    "inference.service": CORE | TORCH_FREE_ENGINE,
    "inference.service.worker": CORE | TORCH_FREE_ENGINE | {"inference.service", "inference.engine"},
    # One program, two processes: it becomes the service or, when told so, the worker.
    "inference.service.__main__": CORE | {"inference.service", "inference.service.worker"},
    "relay_desktop": set(),
    "relay_desktop.errors": {"inference.sentences"},
    "relay_desktop.accounts": {"inference.sentences"},
    "relay_desktop.backend": WORDS | {"inference.contract", "relay_desktop.errors", "relay_desktop.accounts"},
    "relay_desktop.audio": {
        "inference.audio_file", "inference.audio_info", "inference.sentences", "relay_desktop.errors",
    },
    "relay_desktop.session": CORE
    | {
        "relay_desktop.audio",
        "relay_desktop.errors",
        "relay_desktop.accounts",
        "relay_desktop.session.exporters",
        "relay_desktop.translation",
    },
    "relay_desktop.session.exporters": CORE | {"relay_desktop.errors"},
    "relay_desktop.look": {"relay_desktop.translation"},
    "relay_desktop.diagnostics": set(),
    "relay_desktop.crash_watch": set(),
    "relay_desktop.single_instance": set(),
    "relay_desktop.type_mark": {"relay_desktop.look"},
    "relay_desktop.settings": WORDS,
    "relay_desktop.problems": {"inference.sentences", "relay_desktop.errors", "relay_desktop.translation"},
    "relay_desktop.work": CORE
    | {
        "relay_desktop.session",
        "relay_desktop.backend",
        "relay_desktop.audio",
        "relay_desktop.errors",
        "relay_desktop.accounts",
        "relay_desktop.problems",
        "relay_desktop.settings",
        "relay_desktop.translation",
    },
    "relay_desktop.timeline": SEEN_BY_VIEWS | {"relay_desktop.audio"},
    "relay_desktop.panels": SEEN_BY_VIEWS
    | {"relay_desktop.actions", "relay_desktop.commands", "relay_desktop.keymap"},
    "relay_desktop.commands": set(),
    "relay_desktop.keymap": {"relay_desktop.commands", "relay_desktop.settings", "relay_desktop.translation"},
    "relay_desktop.translation": {"inference.sentences"},
    "relay_desktop.actions": SEEN_BY_VIEWS | {"relay_desktop.commands"},
    "relay_desktop.timeline_desk": SEEN_BY_VIEWS | {"relay_desktop.timeline", "relay_desktop.actions"},
    "relay_desktop.main_window": SEEN_BY_VIEWS
    | {
        "relay_desktop.panels",
        "relay_desktop.timeline",
        "relay_desktop.timeline_desk",
        "relay_desktop.actions",
        "relay_desktop.commands",
        "relay_desktop.keymap",
    },
    "relay_desktop.command_line": CORE
    | TORCH_FREE_ENGINE
    | {
        "relay_desktop",
        "relay_desktop.accounts",
        "relay_desktop.backend",
        "relay_desktop.errors",
        "relay_desktop.session.exporters",
    },
    "relay_desktop.__main__": {"relay_desktop", "relay_desktop.command_line", "relay_desktop.app"},
}
# A review as it is kept: no Qt in it, so that the command line reads what the window wrote.
RECORDS = {
    f"relay_desktop.session.{name}"
    for name in (
        "agreement", "comparison", "evidence", "file_snapshot", "hand_made", "hand_made_store", "job_ids",
        "kept_review", "library", "library_schema", "mark_store", "portable", "result_store", "row_criteria",
        "sampling", "verdict_store", "verdicts",
    )
}  # fmt: skip
ARROWS |= {
    room: CORE | RECORDS | {"relay_desktop.errors", "relay_desktop.session.exporters"} for room in RECORDS
}
for room, allowed in ARROWS.items():
    if "relay_desktop.session" in allowed or room in ("relay_desktop.session", "relay_desktop.command_line"):
        allowed.update(RECORDS)

SEES_EVERY_ROOM = "relay_desktop.app"

NO_QT = (
    "inference",
    "relay_desktop.backend",
    "relay_desktop.audio",
    "relay_desktop.command_line",
    "relay_desktop.session.exporters",
    *RECORDS,
)
NO_QT_FILES = ("relay_desktop.errors", "relay_desktop.accounts", "relay_desktop.__main__")
QT = ("PySide6", "pyqtgraph", "shiboken6")
TORCH_ROOMS = ("inference.engine", "inference.training")


def name_of(path: Path) -> str:
    """Dotted module name of a source file of the checkout."""
    parts = path.relative_to(CHECKOUT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def modules() -> dict[str, ast.Module]:
    """Module name -> parsed source, for everything we ship."""
    paths = [path for package in PACKAGES for path in sorted((CHECKOUT / package).rglob("*.py"))]
    return {name_of(path): ast.parse(path.read_text(encoding="utf-8"), str(path)) for path in paths}


def imported_names(module: str) -> Iterator[str]:
    """Every dotted name a module imports anywhere; `from a import b` gives `a.b`."""
    is_package = (CHECKOUT / Path(*module.split("."))).is_dir()
    for node in ast.walk(modules()[module]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = module.split(".")[: len(module.split(".")) - node.level + is_package]
                base = ".".join([*above, *filter(None, [node.module])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


@cache
def imports(module: str) -> frozenset[str]:
    """The modules of ours that a module imports."""
    found = {_our_module(name) for name in imported_names(module)}
    return frozenset(other for other in found if other and other != module)


def _our_module(name: str) -> str | None:
    for candidate in (name, name.rpartition(".")[0]):
        if candidate in modules():
            return candidate
    return None


def room_of(module: str) -> str:
    """The room a module belongs to."""
    if _is_in(module, (SEES_EVERY_ROOM,)):
        return SEES_EVERY_ROOM
    fitting = [room for room in ARROWS if module == room or module.startswith(f"{room}.")]
    return max(fitting, key=len)


def test_every_arrow_is_one_of_the_plan() -> None:
    broken = [
        f"{module} imports {other}"
        for module in modules()
        if not _is_in(module, (SEES_EVERY_ROOM,))
        for other in imports(module)
        if room_of(other) != room_of(module) and room_of(other) not in ARROWS[room_of(module)]
    ]
    assert broken == []


def test_every_module_has_a_room_of_its_own() -> None:
    """A new file directly in a package must be given its arrows above."""
    homeless = [m for m in modules() if room_of(m) in PACKAGES and m not in PACKAGES]
    assert homeless == []


def test_no_circle() -> None:
    """No module reaches itself by imports."""
    finished: set[str] = set()

    def circle_from(module: str, path: tuple[str, ...]) -> tuple[str, ...]:
        if module in path:
            return (*path[path.index(module) :], module)
        if module in finished:
            return ()
        for other in sorted(imports(module)):
            if found := circle_from(other, (*path, module)):
                return found
        finished.add(module)
        return ()

    circles = [" -> ".join(found) for module in modules() if (found := circle_from(module, ()))]
    assert circles == []


def _importers_of(foreign: tuple[str, ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for module in modules():
        names = [name for name in imported_names(module) if name.split(".")[0] in foreign]
        if names:
            found[module] = names
    return found


def _is_in(module: str, rooms: tuple[str, ...]) -> bool:
    return any(module == room or module.startswith(f"{room}.") for room in rooms)


def test_no_qt_below_the_session() -> None:
    assert [m for m in _importers_of(QT) if _is_in(m, NO_QT) or m in NO_QT_FILES] == []


def test_no_widgets_in_the_session() -> None:
    importers = _importers_of(QT)
    allowed = ("PySide6.QtCore", "PySide6.QtGui")
    wrong = {m: [n for n in names if not n.startswith(allowed)] for m, names in importers.items()}
    assert {m: names for m, names in wrong.items() if _is_in(m, ("relay_desktop.session",)) and names} == {}


def test_torch_in_the_engine_alone() -> None:
    importers = _importers_of(("torch", "safetensors"))
    assert [m for m in importers if not _is_in(m, TORCH_ROOMS) or m in TORCH_FREE_ENGINE] == []


def _loaded_after(statements: str) -> set[str]:
    """Top-level names in sys.modules of a fresh interpreter after `statements`."""
    report = "import sys; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    program = f"{statements}\n{report}"
    finished = subprocess.run(
        [sys.executable, "-c", program], cwd=CHECKOUT, capture_output=True, text=True, check=False
    )
    assert finished.returncode == 0, finished.stderr
    return set(finished.stdout.split())


def test_torch_is_not_in_the_process_of_the_window() -> None:
    """With every module of the window's process imported, not only those that a start happens to need."""
    names = [m for m in modules() if m.startswith("relay_desktop.") and not m.endswith("__main__")]
    loaded = _loaded_after("\n".join(f"import {name}" for name in names))
    assert "PySide6" in loaded
    assert loaded & {"torch", "fastapi", "sqlalchemy", "scipy"} == set()


def test_the_command_line_loads_no_qt_and_no_torch() -> None:
    names = [m for m in modules() if _is_in(m, ("relay_desktop.command_line", "relay_desktop.__main__"))]
    loaded = _loaded_after("\n".join(f"import {name}" for name in names))
    assert "relay_desktop" in loaded
    assert loaded & {*QT, "torch"} == set()


def test_the_service_loads_no_torch_before_its_worker() -> None:
    names = [m for m in modules() if room_of(m) == "inference.service" and not m.endswith("__main__")]
    assert "torch" not in _loaded_after("\n".join(f"import {name}" for name in names))


def _functions() -> Iterator[tuple[str, int]]:
    for module, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{module}.{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_function_is_too_long_to_be_read() -> None:
    assert [f"{name}: {lines} lines" for name, lines in _functions() if lines > LONGEST_FUNCTION] == []


@pytest.mark.parametrize("folder", [*PACKAGES, "packaging"])
def test_no_file_is_too_long_to_be_read(folder: str) -> None:
    lengths = {p: p.read_text(encoding="utf-8").count("\n") for p in (CHECKOUT / folder).rglob("*.py")}
    assert {str(path.relative_to(CHECKOUT)): n for path, n in lengths.items() if n > LONGEST_FILE} == {}
