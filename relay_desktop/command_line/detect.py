"""`relay-desktop detect`: find artifacts in files and folders, print them, judge by them."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from inference.audio_file import find_audio, probe_audio
from inference.detections import DetectionTable
from inference.tuning import TuningRules, retune
from inference.tuning_config import RAW_CAPTURE, TuningConfig
from relay_desktop.command_line import backends, formats, gate, options, output
from relay_desktop.command_line.job_run import FileResult, JobRun, UnknownModel, choose_model
from relay_desktop.command_line.private_service import private_service
from relay_desktop.command_line.progress import Progress
from relay_desktop.errors import RelayError

EPILOG = """\
Tuning: without numbers the model's own advice per artifact type applies; a number given here applies to every
type. The JSON answer says under "config" what was applied ("by_type": what differs for single types).
--raw prints what the model heard, untuned (threshold 0.05, nothing joined, nothing dropped); it can be tuned
afterwards with `relay-desktop tune`.

Formats: json is one object for all files. csv has one row per detection, with several files a first column
"file". audacity is a label track; with several files --output must name a folder, which gets one label file
per recording.

On a server (--backend remote) the numbers of the API hold for every type unless given: 0.5, 200 and 50. The key
comes from RELAY_API_KEY, the address from --base-url or RELAY_BASE_URL.

Status: 0 when every file was answered, 1 when a file or the whole failed, 2 for wrong usage, 3 when a recording
does not pass --max-detections or --max-per-minute, 130 after Ctrl-C.
"""


class Ended(BaseException):
    """The system asked the command to end (SIGTERM)."""


def main(arguments: Sequence[str]) -> int:
    """Entry of the command; returns the exit status."""
    parsed = read_options(arguments)
    end_cleanly_when_told()
    try:
        return detect(parsed)
    except UnknownModel as problem:
        return _say(str(problem), 2)
    except output.OutputProblem as problem:
        return _say(str(problem), 1)
    except RelayError as problem:
        return _say(f"{problem.title} {problem.advice}", 1)
    except KeyboardInterrupt:
        return _say("stopped.", 130)
    except Ended:
        return _say("ended.", 143)


def read_options(arguments: Sequence[str]) -> argparse.Namespace:
    """The checked options, with the found files as `files`. Ends with status 2 when they make no sense."""
    made = parser()
    parsed = made.parse_args(arguments)
    parsed.files = find_audio(parsed.paths)
    if not parsed.files:
        made.error("no audio files were found in " + ", ".join(map(str, parsed.paths)))
    if parsed.backend == backends.REMOTE and not parsed.model:
        made.error("--backend remote needs --model-id")
    if parsed.raw and options.given_numbers(parsed):
        made.error("--raw is untuned; it cannot go together with tuning numbers")
    if parsed.format == "audacity" and len(parsed.files) > 1:
        if parsed.output is None or parsed.output.is_file():
            made.error("--format audacity with several files needs --output FOLDER")
    else:
        try:
            output.check_writable(parsed.output)
        except output.OutputProblem as problem:
            made.error(str(problem))
    return parsed


def parser() -> argparse.ArgumentParser:
    """The options of the command."""
    made = argparse.ArgumentParser(
        prog="relay-desktop detect",
        description="Find artifacts in audio files, on this computer or on a server; folders are walked.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="audio files and folders")
    made.add_argument(
        "--backend",
        choices=(backends.EMBEDDED, backends.REMOTE),
        default=backends.EMBEDDED,
        help="where it runs: on this computer (unless given) or on a server",
    )
    made.add_argument(
        "--model",
        "--model-id",
        metavar="ID",
        help="which installed model (see `relay-desktop models`), or a model of the server",
    )
    backends.add_server(made)
    made.add_argument(
        "--device", choices=("auto", "cpu", "cuda", "mps"), default="auto", help="where the model runs"
    )
    options.add_tuning(made, "the model's advice unless given")
    made.add_argument("--raw", action="store_true", help="print everything the model heard, untuned")
    made.add_argument(
        "--format", choices=("json", "csv", "audacity"), default="json", help="json unless given"
    )
    gate.add_gate(made)
    made.add_argument("--output", metavar="FILE", type=Path, help="write there, not to standard output")
    return made


def detect(parsed: argparse.Namespace) -> int:
    """Run the job and write the answer; 1 when a file failed, 3 when a recording does not pass the gate.

    Raises RelayError when the whole fails, UnknownModel, output.OutputProblem.
    """
    started = time.monotonic()
    progress = Progress(len(parsed.files))
    detect_there = _detect_remotely if parsed.backend == backends.REMOTE else _detect_here
    found = detect_there(parsed, progress)
    rules, results = found.rules, found.results
    answer = formats.Answer(
        model_id=found.model_id,
        config=(rules or TuningRules(RAW_CAPTURE)).to_json(),
        device=next((result.device for result in results if result.device), None),
        audio_seconds=sum(result.audio_seconds for result in results),
        elapsed_seconds=time.monotonic() - started,
        files=[tuned(result, rules) for result in results],
    )
    write(answer, parsed.format, parsed.output)
    return _judged(parsed, answer)


@dataclass(frozen=True)
class Found:
    """What a run brought, and the rules it is shown with; None: untuned."""

    model_id: str
    rules: TuningRules | None
    results: Sequence[FileResult]


def _detect_here(parsed: argparse.Namespace, progress: Progress) -> Found:
    progress.note("Starting the detection engine")
    with private_service(parsed.device) as service:
        card = choose_model(service, parsed.model)
        rules = None if parsed.raw else options.rules_for_card(card, parsed)
        run = JobRun(service, parsed.files, progress)
        run.run(card.id, capture_for(rules))
    return Found(card.id, rules, run.results)


def _detect_remotely(parsed: argparse.Namespace, progress: Progress) -> Found:
    """A server's models have no card here: the API's defaults hold for every type unless numbers are given."""
    rules = None if parsed.raw else TuningRules(TuningConfig(**options.given_numbers(parsed)))
    with backends.server(parsed.base_url) as remote:
        progress.note(f"Sending to {remote.client.base_url}")
        run = JobRun(remote, parsed.files, progress)
        run.run(parsed.model, capture_for(rules))
    for result in run.results:
        if not result.audio_seconds and result.status == "completed":
            result.audio_seconds = probe_audio(result.path).duration_s
    return Found(parsed.model, rules, run.results)


def _judged(parsed: argparse.Namespace, answer: formats.Answer) -> int:
    reasons = gate.reasons(parsed, answer.files)
    for reason in reasons:
        _say(reason, gate.EXIT_NOT_PASSED)
    if any(file.status != "completed" for file in answer.files):
        return 1
    return gate.EXIT_NOT_PASSED if reasons else 0


def capture_for(rules: TuningRules | None) -> TuningConfig:
    """A raw capture whose floor lies under every threshold that will be applied to it."""
    if rules is None:
        return RAW_CAPTURE
    thresholds = [rules.config.threshold, *(rules.for_type(name).threshold for name in rules.by_type)]
    return RAW_CAPTURE.with_values(**{"threshold": min(RAW_CAPTURE.threshold, *thresholds)})


def tuned(result: FileResult, rules: TuningRules | None) -> formats.FileAnswer:
    """What is told about one file under the rules; without rules, the raw detections in time order."""
    raw = DetectionTable.empty() if result.raw is None else result.raw
    shown = retune(raw, rules).shown if rules else raw.sorted()
    return formats.FileAnswer(
        result.path, result.status, shown, result.error_message, result.audio_seconds
    )


def write(answer: formats.Answer, form: str, place: Path | None) -> None:
    """The answer in its form to its place. Raises output.OutputProblem."""
    if form == "audacity":
        formats.write_labels(answer, place)
    else:
        output.write(formats.as_csv(answer) if form == "csv" else formats.as_json(answer), place)


def end_cleanly_when_told() -> None:
    """Let SIGTERM unwind like Ctrl-C does, so that the child process and its folder go too."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, _raise_ended)


def _raise_ended(number: int, frame: FrameType | None) -> None:
    raise Ended


def _say(sentence: str, status: int) -> int:
    print(f"relay-desktop detect: {sentence}", file=sys.stderr)
    return status
