"""The command line. Without a command it opens the window.

    relay-desktop [PATH...]                  the window, with these files and folders
    relay-desktop PATH... --screenshot OUT   the same, saves a picture once the detections are there, ends
    relay-desktop detect PATH...             detections without a window
    relay-desktop tune RAW.json              tuning rules applied to raw detections
    relay-desktop export RESULT              results and markers into other programs' formats
    relay-desktop models                     the installed models
    relay-desktop jobs VERB                  the jobs of a server
    relay-desktop watch FOLDER --output DIR  what appears in a folder, one result per recording
    relay-desktop service --data-dir DIR     the inference service, for this computer or a team
    relay-desktop self-test                  does this installation work?

Nothing heavy is imported before it is needed; detect, tune, models, jobs and watch load neither Qt nor torch.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

COMMANDS = {
    "detect": "relay_desktop.command_line.detect",
    "tune": "relay_desktop.command_line.tune",
    "export": "relay_desktop.command_line.export",
    "models": "relay_desktop.command_line.models",
    "jobs": "relay_desktop.command_line.jobs",
    "watch": "relay_desktop.command_line.watch",
    # Also how the frozen program starts its own service and worker.
    "service": "inference.service.__main__",
}

EPILOG = """\
commands:
  detect PATH...   find artifacts, print them as JSON, CSV or Audacity labels
  tune RAW.json    apply threshold, merge window and minimum duration to raw detections
  export RESULT    write results, or markers of other programs, in another format
  models           list the installed models
  jobs VERB        list, show, create, upload, cancel, download the jobs of a server
  watch FOLDER     detect in what appears in a folder, one result file per recording
  service          serve the Relay inference API; service keys add|list|revoke
  self-test        go the whole way once and say whether this installation works
  version          print the version

Each has its own --help. A file that is called like a command is written ./detect.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Entry of `relay-desktop`; returns the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words and words[0] in COMMANDS:
        return command(words[0])(words[1:])
    if words in (["version"], ["--version"]):
        print(f"relay-desktop {version()}")
        return 0
    if words[:1] in (["self-test"], ["--self-test"]):
        return run_self_test(words[1:])
    return open_window(words[1:] if words[:1] == ["gui"] else words)


def command(name: str) -> Callable[[Sequence[str]], int]:
    """The function behind a command; one that says what is missing where a part was not installed."""
    try:
        found: Callable[[Sequence[str]], int] = importlib.import_module(COMMANDS[name]).main
    except ModuleNotFoundError as error:
        missing = error.name
        print(
            f"relay-desktop {name}: this program has no engine of its own ({missing} is missing).",
            file=sys.stderr,
        )
        print("Install the full program, or relay-desktop[embedded] with pip.", file=sys.stderr)
        return lambda words: 2
    return found


def run_self_test(words: Sequence[str]) -> int:
    """Parse what concerns the self-test and run it."""
    parser = argparse.ArgumentParser(
        prog="relay-desktop self-test",
        description="Shows the window, detects the demo recording, plays it into a null device, saves a picture.",
    )
    parser.add_argument(
        "--screenshot", metavar="OUT.png", type=Path, help="keep the picture of the window there"
    )
    parser.add_argument(
        "--data-dir", metavar="DIR", type=Path, help="use this folder instead of one that goes away"
    )
    options = parser.parse_args(words)
    from relay_desktop import app

    return app.run_self_test(options.screenshot, options.data_dir)


def open_window(words: Sequence[str]) -> int:
    """Parse what concerns the window and open it."""
    options = window_parser().parse_args(words)
    try:
        from relay_desktop import app
    except ImportError as error:
        print(f"relay-desktop: the window cannot be opened: {error}", file=sys.stderr)
        print("In a checkout, `python3 packaging/dev.py setup` installs what is missing.", file=sys.stderr)
        return 1
    if options.screenshot is None and not app.has_display():
        print(
            "relay-desktop: there is no display here. Name one (DISPLAY), or work without:", file=sys.stderr
        )
        print("relay-desktop FILE --screenshot OUT.png, or relay-desktop detect FILE", file=sys.stderr)
        return 1
    return app.run(
        options.paths,
        screenshot=options.screenshot,
        print_table=options.print_table,
        data_dir=options.data_dir,
        is_new_window=options.new_window,
    )


def window_parser() -> argparse.ArgumentParser:
    """The options of the window."""
    parser = argparse.ArgumentParser(
        prog="relay-desktop",
        description="Review, retune and sign the artifacts that Relay finds in audio.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("paths", metavar="PATH", nargs="*", type=Path, help="audio files and folders to open")
    parser.add_argument(
        "--screenshot", metavar="OUT.png", type=Path, help="wait for the detections, save the window, end"
    )
    parser.add_argument(
        "--print-table", action="store_true", help="with --screenshot: print the detections as well"
    )
    parser.add_argument(
        "--new-window", action="store_true", help="open another window, not the one that is there"
    )
    parser.add_argument(
        "--data-dir", metavar="DIR", type=Path, help="keep jobs and settings there, not in the user folder"
    )
    return parser


def version() -> str:
    """The installed version of this program."""
    from importlib import metadata

    return metadata.version("relay-desktop")


if __name__ == "__main__":
    sys.exit(main())
