"""`relay-desktop watch`: recordings that appear in a folder are detected, one result file per recording."""

from __future__ import annotations

import argparse
import contextlib
import sqlite3
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from inference.audio_file import find_audio
from inference.tuning import TuningRules
from inference.tuning_config import TuningConfig
from relay_desktop.backend.watch_folder import STABLE_S, FolderScan, Ledger
from relay_desktop.command_line import backends, options, output
from relay_desktop.command_line.detect import Ended, capture_for, end_cleanly_when_told
from relay_desktop.command_line.job_run import UnknownModel, choose_model
from relay_desktop.command_line.private_service import PrivateService
from relay_desktop.command_line.progress import Progress
from relay_desktop.command_line.watch_run import ENDINGS, WatchPlan, WatchRun
from relay_desktop.errors import RelayError

EPILOG = """\
A recording is taken when its size and time have not changed for --settle seconds. What was taken is noted in
OUTPUT/.relay-watch before it is sent: a restart, or a kill, goes on where it was and sends nothing twice. A recording
that is changed later counts as a new one. Results lie below OUTPUT as the recordings lie below FOLDER.

It runs until it is stopped (Ctrl-C, or the signal TERM); with --once it ends when everything that is there is done.
Status: 0 after --once, 1 when the whole failed, 2 for wrong usage, 130 after Ctrl-C, 143 after TERM.
"""


def main(arguments: Sequence[str]) -> int:
    """Entry of the command; returns the exit status."""
    made = parser()
    parsed = made.parse_args(arguments)
    if parsed.backend == backends.REMOTE and not parsed.model:
        made.error("--backend remote needs --model-id")
    if parsed.raw and options.given_numbers(parsed):
        made.error("--raw is untuned; it cannot go together with tuning numbers")
    if not parsed.folder.is_dir():
        made.error(f"there is no folder {parsed.folder}")
    end_cleanly_when_told()
    try:
        return watch(parsed)
    except UnknownModel as problem:
        return _say(str(problem), 2)
    except (output.OutputProblem, OSError, sqlite3.Error) as problem:
        return _say(str(problem), 1)
    except RelayError as problem:
        return _say(f"{problem.title} {problem.advice}", 1)
    except KeyboardInterrupt:
        return _say("stopped; what is unfinished goes on at the next start.", 130)
    except Ended:
        return _say("ended; what is unfinished goes on at the next start.", 143)


def parser() -> argparse.ArgumentParser:
    """The options of the command."""
    made = argparse.ArgumentParser(
        prog="relay-desktop watch",
        description="Detect in every recording that appears in a folder; write one result file for each.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("folder", metavar="FOLDER", type=Path, help="the folder to watch, with all below it")
    made.add_argument("--output", metavar="DIR", type=Path, required=True, help="folder for the results")
    made.add_argument(
        "--backend",
        choices=(backends.EMBEDDED, backends.REMOTE),
        default=backends.EMBEDDED,
        help="where it runs: on this computer (unless given) or on a server",
    )
    made.add_argument("--model", "--model-id", metavar="ID", help="which installed model, or a model of the server")
    made.add_argument(
        "--device", choices=("auto", "cpu", "cuda", "mps"), default="auto", help="where the model runs"
    )
    backends.add_server(made)
    options.add_tuning(made, "the model's advice unless given; on a server the API's defaults")
    made.add_argument("--raw", action="store_true", help="write everything the model heard, untuned")
    made.add_argument("--format", choices=tuple(ENDINGS), default="json", help="json unless given")
    made.add_argument(
        "--settle", metavar="S", type=_seconds, default=STABLE_S, help="seconds without a change (default: %(default)s)"
    )
    made.add_argument(
        "--every", metavar="S", type=_seconds, default=2.0, help="look this often (default: %(default)s)"
    )
    made.add_argument("--once", action="store_true", help="end when everything that is there now is done")
    return made


def _seconds(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 86_400:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds from 0 to 86400")
    return value


def watch(parsed: argparse.Namespace) -> int:
    """Watch until stopped, or once. Raises RelayError, output.OutputProblem, OSError, UnknownModel."""
    parsed.folder, parsed.output = parsed.folder.absolute(), parsed.output.absolute()
    inside = parsed.output / ".relay-watch"
    with contextlib.closing(Ledger(inside / "ledger.sqlite")) as ledger:
        scan = FolderScan(parsed.folder, ledger, find=find_audio, stable_s=parsed.settle)
        with _backend(parsed, inside / "service") as (backend, plan):
            progress = Progress(None)
            progress.note(f"Watching {parsed.folder}")
            _look_until_told(parsed, scan, WatchRun(backend, ledger, plan, progress), progress)
    return 0


def _look_until_told(
    parsed: argparse.Namespace, scan: FolderScan, run: WatchRun, progress: Progress
) -> None:
    last_trouble = ""
    while True:
        took, trouble = 0, ""
        try:
            run.go_on()
            took = run.take(scan)
        except RelayError as error:
            trouble = f"{error.title} {error.advice}"
            if parsed.once or not error.is_temporary:
                raise
        except FileNotFoundError as error:
            trouble = str(error)
        if trouble and trouble != last_trouble:
            progress.note(f"{trouble} It is tried again.")
        last_trouble = trouble
        if parsed.once and not took and not scan.is_waiting:
            return
        if not took:
            time.sleep(parsed.every)


@contextlib.contextmanager
def _backend(
    parsed: argparse.Namespace, folder: Path
) -> Iterator[tuple[backends.JobBackend, WatchPlan]]:
    """The backend and what is to be done with it."""
    if parsed.backend == backends.REMOTE:
        rules = None if parsed.raw else TuningRules(TuningConfig(**options.given_numbers(parsed)))
        with backends.server(parsed.base_url) as remote:
            yield remote, _plan(parsed, parsed.model, rules)
        return
    service = PrivateService(folder, parsed.device)
    try:
        service.start()
        card = choose_model(service, parsed.model)
        rules = None if parsed.raw else options.rules_for_card(card, parsed)
        yield service, _plan(parsed, card.id, rules)
    finally:
        service.stop()


def _plan(parsed: argparse.Namespace, model_id: str, rules: TuningRules | None) -> WatchPlan:
    return WatchPlan(parsed.folder, parsed.output, model_id, rules, capture_for(rules), parsed.format)


def _say(sentence: str, status: int) -> int:
    print(f"relay-desktop watch: {sentence}", file=sys.stderr)
    return status
