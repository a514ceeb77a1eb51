"""`relay-desktop jobs`: the jobs of a server, without the window."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from inference.contract import AudioFile, InferenceJob
from inference.tuning_config import RAW_CAPTURE, TuningConfig
from relay_desktop.backend.audio_cache import safe_name
from relay_desktop.backend.batch import AT_ONCE, Sent, upload_files
from relay_desktop.backend.client import RelayClient
from relay_desktop.backend.transfer import download_file
from relay_desktop.command_line import backends, options, output
from relay_desktop.command_line.progress import Progress, printable
from relay_desktop.errors import FileProblem, RelayError

EPILOG = """\
The key comes from RELAY_API_KEY, or from the keyring when the window has an account of the server; the address from
--base-url, RELAY_BASE_URL, or it is that of Relay. With RELAY_BASE_URL at a service of your own
(`relay-desktop service`) everything works the same.

Status: 0 when all was done, 1 when the server or a file refused, 2 for wrong usage, 130 after Ctrl-C.
"""


def main(arguments: Sequence[str]) -> int:
    """Entry of the command; returns the exit status."""
    parsed = parser().parse_args(arguments)
    try:
        with backends.server(parsed.base_url) as remote:
            return VERBS[parsed.verb](remote.client, parsed)
    except (RelayError, output.OutputProblem) as problem:
        advice = getattr(problem, "advice", "")
        print(f"relay-desktop jobs: {problem} {advice}".rstrip(), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("relay-desktop jobs: stopped.", file=sys.stderr)
        return 130


def parser() -> argparse.ArgumentParser:
    """The verbs and their options."""
    made = argparse.ArgumentParser(
        prog="relay-desktop jobs",
        description="List, make, fill, stop and fetch the jobs of a server.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verbs = made.add_subparsers(dest="verb", required=True, metavar="VERB")
    listing = _verb(verbs, "list", "show the jobs, the newest first as the server gives them")
    listing.add_argument("--model-id", metavar="ID", help="jobs of this model only")
    listing.add_argument("--status", metavar="STATUS", help="jobs with this status only, such as completed")
    showing = _verb(verbs, "show", "show one job with its files and detections")
    showing.add_argument("job", metavar="JOB", help="its id")
    for verb in (listing, showing):
        verb.add_argument("--format", choices=("text", "json"), default="text", help="text unless given")
    making = _verb(verbs, "create", "make an empty job; its id is printed")
    making.add_argument("--model-id", metavar="ID", required=True, help="the model it uses")
    making.add_argument("--raw", action="store_true", help="keep everything, so that it can be tuned afterwards")
    options.add_tuning(making, "the server's default unless given")
    sending = _verb(verbs, "upload", "send files to a job; their ids are printed")
    sending.add_argument("job", metavar="JOB", help="its id")
    sending.add_argument("files", metavar="FILE", nargs="+", type=Path, help="audio files")
    sending.add_argument(
        "--at-once", metavar="N", type=_few, default=AT_ONCE, help="uploads side by side, 1 to 32 (%(default)s)"
    )
    stopping = _verb(verbs, "cancel", "stop a pending or processing job")
    stopping.add_argument("job", metavar="JOB", help="its id")
    fetching = _verb(verbs, "download", "fetch the recordings of a job; nothing is overwritten")
    fetching.add_argument("job", metavar="JOB", help="its id")
    fetching.add_argument("--output", metavar="DIR", type=Path, default=Path(), help="folder (default: this one)")
    return made


def _verb(verbs: Any, name: str, text: str) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = verbs.add_parser(name, help=text, description=f"{text}.".capitalize())
    backends.add_server(made)
    return made


def _few(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 32:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to 32")
    return int(text)


# Verbs


def list_jobs(client: RelayClient, parsed: argparse.Namespace) -> int:
    """One line per job, or a list of objects."""
    jobs = client.list_jobs(parsed.model_id, parsed.status)
    if parsed.format == "json":
        output.write(output.as_json([job_value(job) for job in jobs]), None)
    elif jobs:
        output.write("\n".join(job_line(job) for job in jobs), None)
    return 0


def show_job(client: RelayClient, parsed: argparse.Namespace) -> int:
    """The job, then its files; detections in JSON only."""
    job = client.get_job(parsed.job)
    if parsed.format == "json":
        value = job_value(job) | {"files": [file_value(file) for file in job.files]}
        output.write(output.as_json(value), None)
    else:
        lines = [job_line(job), *([job.error_message] if job.error_message else [])]
        output.write("\n".join([*lines, *(f"  {file_line(file)}" for file in job.files)]), None)
    return 0


def create_job(client: RelayClient, parsed: argparse.Namespace) -> int:
    """Prints the id of the new job."""
    given = options.given_numbers(parsed)
    base = RAW_CAPTURE if parsed.raw else TuningConfig()
    config = base.with_values(**given) if given or parsed.raw else None
    output.write(client.create_job(parsed.model_id, config).id, None)
    return 0


def upload(client: RelayClient, parsed: argparse.Namespace) -> int:
    """Prints id and name of every file that arrived; 1 when one did not."""
    progress = Progress(len(parsed.files))

    def told(sent: Sent) -> None:
        error = sent.error
        words = None if error is None else f"{error.title} {error.advice}"
        progress.finished(sent.path, "queued" if error is None else "failed", words)

    sent = upload_files(
        client,
        parsed.job,
        parsed.files,
        at_once=parsed.at_once,
        on_progress=lambda path, done, total: progress.sending(path, done / total if total else 1.0),
        on_sent=told,
    )
    arrived = [f"{one.file_id}\t{printable(one.path.name)}" for one in sent if one.file_id is not None]
    if arrived:
        output.write("\n".join(arrived), None)
    return int(len(arrived) < len(sent))


def cancel_job(client: RelayClient, parsed: argparse.Namespace) -> int:
    """Prints what the job is afterwards."""
    client.cancel_job(parsed.job)
    output.write(client.get_job(parsed.job, include_detections=False).status, None)
    return 0


def download(client: RelayClient, parsed: argparse.Namespace) -> int:
    """Prints where each recording was put; 1 when one did not come."""
    try:
        parsed.output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise output.OutputProblem(f"The folder {parsed.output} cannot be made: {error.strerror}.") from error
    files = client.get_job(parsed.job, include_detections=False).files
    progress, failed = Progress(len(files)), 0
    for file in files:
        target = free_place(parsed.output, file.original_filename)
        try:
            download_file(
                client,
                parsed.job,
                file.file_id,
                target,
                expected_bytes=file.file_size_bytes,
                on_progress=lambda done, total, path=target: progress.receiving(  # type: ignore[misc]
                    path, done / total if total else 0.0
                ),
            )
        except (RelayError, FileProblem) as error:
            failed += 1
            progress.finished(target, "failed", f"{error.title} {error.advice}")
        else:
            output.write(str(target), None)
    return int(failed > 0)


def free_place(folder: Path, name: str) -> Path:
    """A path in the folder for a server's file name, that nothing has yet: take.wav, take-2.wav, ..."""
    plain = Path(safe_name(name))
    place, number = folder / plain, 1
    while place.exists():
        number += 1
        place = folder / f"{plain.stem}-{number}{plain.suffix}"
    return place


# Words


def job_line(job: InferenceJob) -> str:
    """Id, status, files, model and date, separated by tabs."""
    done = f"{job.processed_files}/{job.total_files}"
    return "\t".join((job.id, job.status, done, job.model_id or "", job.created_at or ""))


def file_line(file: AudioFile) -> str:
    """Id, status, number of detections and name, separated by tabs; what went wrong at the end."""
    count = file.detection_count
    if count is None and file.detections is not None:
        count = len(file.detections)
    words = ("" if count is None else str(count), printable(file.original_filename), file.error_message or "")
    return "\t".join((file.file_id, file.status, *words)).rstrip()


def job_value(job: InferenceJob) -> dict[str, Any]:
    """A job as JSON, without its files."""
    value: dict[str, Any] = job.model_dump(mode="json", exclude={"files"})
    return value | {"config": None if job.config is None else job.config.to_json()}


def file_value(file: AudioFile) -> dict[str, Any]:
    """A file as JSON, with its detections."""
    value: dict[str, Any] = file.model_dump(mode="json")
    return value


VERBS: Mapping[str, Callable[[RelayClient, argparse.Namespace], int]] = {
    "list": list_jobs,
    "show": show_job,
    "create": create_job,
    "upload": upload,
    "cancel": cancel_job,
    "download": download,
}
