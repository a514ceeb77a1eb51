"""What `dev.py` does once it runs under a Python that is new enough: prepare, then run or test."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import environment
import system_packages

CHECKOUT = Path(__file__).resolve().parent.parent
DEMO_FOLDER = CHECKOUT / "resources" / "demo"
PICTURE = CHECKOUT / "build" / "relay-desktop.png"
AUDIO_SUFFIXES = {".wav", ".flac", ".ogg", ".opus", ".mp3", ".aiff", ".aif"}

CHECKS = ("ruff check .", "mypy")

# Half of the suite waits for services and sound: two workers pay off even on one core.
MOST_WORKERS = 4
OPTIONS_OF_ONE_PROCESS = ("-n", "--dist", "--pdb", "--trace", "-s", "--capture=no")

DESCRIPTION = """\
run [FILE...]        open the window on the demo recording, or on the given audio files and folders;
                     without a display: detect, print the detections, save a picture of the window
test [PYTEST ARGS]   check the code (ruff, mypy), then run the tests
setup                only prepare system libraries and the virtual environment
"""


def main(arguments: Sequence[str]) -> int:
    """Entry of `dev.py`; returns the exit status."""
    parsed, rest = parse(arguments)
    try:
        return COMMANDS[parsed.command](rest)
    except environment.PreparationFailed as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130


def parse(arguments: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    """Split the command from what is handed on to it unread."""
    parser = argparse.ArgumentParser(
        prog="python3 packaging/dev.py",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=sorted(COMMANDS))
    parsed = parser.parse_args(arguments[:1])
    return parsed, list(arguments[1:])


def run(arguments: Sequence[str]) -> int:
    """Open the window on the files among `arguments` (the demo recording when there are none)."""
    python = prepare(system_packages.TO_RUN)
    command = [str(program_of(python)), "gui", *arguments]
    if all(argument.startswith("-") for argument in arguments):
        command.append(str(demo_recording()))
    if has_display(os.environ):
        return become(command)
    say("There is no display here: working off screen.")
    PICTURE.parent.mkdir(exist_ok=True)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return become([*command, "--screenshot", str(PICTURE), "--print-table"])


def test(arguments: Sequence[str]) -> int:
    """Lint, type check, then pytest; its closing line is the last that is printed when all is well."""
    python = prepare(system_packages.TO_RUN)
    system_packages.provide(system_packages.TESTS)
    environment.provide_training(CHECKOUT, python)
    failed = [check for check in CHECKS if call([str(python), "-m", *check.split()])]
    status = call([str(python), "-m", "pytest", "--ignore=tests/bench", *side_by_side(arguments), *arguments])
    if failed:
        say(f"Not clean, see above: {', '.join(failed)}")
    return status or int(bool(failed))


def side_by_side(arguments: Sequence[str]) -> list[str]:
    """Options that run whole files of tests beside each other; none when the person chose, or debugs."""
    if any(argument.startswith(OPTIONS_OF_ONE_PROCESS) for argument in arguments):
        return []
    return ["-n", str(max(2, min(os.cpu_count() or 2, MOST_WORKERS))), "--dist", "loadfile"]


def call(command: Sequence[str]) -> int:
    """Run a command in the checkout to its end; Ctrl-C reaches it too and it ends in its own way."""
    say(f"== {' '.join(command[1:])}")
    with subprocess.Popen(command, cwd=CHECKOUT) as child:
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:
                continue


def become(command: Sequence[str]) -> int:
    """Let the program take this process's place, so that signals and the terminal are its own."""
    if os.name != "nt":
        sys.stdout.flush()
        sys.stderr.flush()
        os.execv(command[0], list(command))
    return subprocess.call(command)


def setup(arguments: Sequence[str]) -> int:
    """Prepare everything that `run` and `test` need, and say where the program is."""
    python = prepare(system_packages.TO_RUN)
    print(f"Ready: {program_of(python)}")
    return 0


def prepare(packages: Sequence[system_packages.SystemPackage]) -> Path:
    """System libraries, then the virtual environment; returns its Python."""
    system_packages.provide([*packages, *environment.system_packages_needed(CHECKOUT)])
    return environment.provide(CHECKOUT)


def has_display(variables: Mapping[str, str]) -> bool:
    """Whether a window can be seen: always on Windows and macOS, elsewhere when X11 or Wayland is named."""
    if variables.get("QT_QPA_PLATFORM") == "offscreen":
        return False
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY"))


def demo_recording() -> Path:
    """The recording that is shipped to try the program on."""
    found = sorted(path for path in DEMO_FOLDER.glob("*") if path.suffix.lower() in AUDIO_SUFFIXES)
    if not found:
        raise environment.PreparationFailed(
            f"The demo recording is missing from {DEMO_FOLDER}. Get a complete checkout, or name a file: "
            "python3 packaging/dev.py run FILE"
        )
    return found[0]


def program_of(python: Path) -> Path:
    """The installed `relay-desktop` beside the interpreter."""
    return python.with_name("relay-desktop.exe" if os.name == "nt" else "relay-desktop")


def say(sentence: str) -> None:
    """Tell the person at the terminal what happens now."""
    print(sentence, file=sys.stderr, flush=True)


COMMANDS = {"run": run, "test": test, "setup": setup}
