"""The command line of the service: `python -m inference.service --data-dir DIR`, `… keys add NAME --data-dir DIR`.

Nothing heavy is imported before the arguments are read and the data folder is locked.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from inference.service.folder_lock import FolderInUse, FolderLock
from inference.service.parent_watch import ParentWatch
from inference.service.settings import ServiceSettings

KEY_VARIABLE = "RELAY_SERVICE_KEY"
EXIT_USAGE = 2
EXIT_FAILED = 1
EXIT_FOLDER_IN_USE = 75
LOCK_PATIENCE_S = 5.0
DEFAULT_AUDIO_HOURS = 24


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve, manage keys, or be the worker; returns the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == ["worker"]:
        from inference.service.worker import main as worker_main

        return worker_main(words[1:])
    if words[:1] == ["keys"]:
        from inference.service.keys_command import main as keys_main

        return keys_main(words[1:])
    return _serve(words)


def _serve(words: Sequence[str]) -> int:
    settings = read_settings(words)
    parent = ParentWatch() if settings.parent_watch else None
    lock = FolderLock(settings.lock_file)
    try:
        settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        _acquire(lock)
    except FolderInUse:
        return _refuse(f"Another service is using {settings.data_dir}.", EXIT_FOLDER_IN_USE)
    except OSError as error:
        return _refuse(f"The folder {settings.data_dir} cannot be used: {error.strerror}.")
    status = _run(settings, parent)
    lock.release()
    return status


def _acquire(lock: FolderLock) -> None:
    """Take the lock; a service that is just ending is waited for."""
    deadline = time.monotonic() + LOCK_PATIENCE_S
    while True:
        try:
            lock.acquire()
            return
        except FolderInUse:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def _run(settings: ServiceSettings, parent: ParentWatch | None) -> int:
    from inference.service.server import CannotServe, serve

    try:
        serve(settings, parent)
    except CannotServe as error:
        return _refuse(str(error))
    return 0


def _refuse(sentence: str, status: int = EXIT_FAILED) -> int:
    print(sentence, file=sys.stderr)
    return status


def read_settings(words: Sequence[str]) -> ServiceSettings:
    """The settings of a command line and of the environment; the key is taken out of the environment."""
    options = _parser().parse_args(words)
    gpus = tuple(name.strip() for name in options.gpus.split(",") if name.strip())
    return ServiceSettings(
        data_dir=options.data_dir.expanduser().resolve(),
        host=options.host,
        port=options.port,
        device=options.device,
        models_dirs=tuple(folder.expanduser().resolve() for folder in options.models_dir),
        # Taken out so that no child of this process inherits it.
        api_key=os.environ.pop(KEY_VARIABLE, None) or None,
        parent_watch=options.parent_watch,
        file_tickets=options.parent_watch,
        workers=len(gpus) or options.workers,
        gpus=gpus,
        public_url=options.public_url,
        **_limits(options),
    )


def _limits(options: argparse.Namespace) -> dict[str, Any]:
    """What protects a service that others call; one that a window started for its person has no need of most."""
    given = {
        "max_file_bytes": options.max_file_mb and options.max_file_mb * 1_000_000,
        "max_open_files": options.max_queued,
        "max_audio_s": options.max_audio_hours and options.max_audio_hours * 3600,
        "file_time_limit_s": options.max_file_minutes and options.max_file_minutes * 60,
    }
    limits = {name: value for name, value in given.items() if value is not None}
    if not options.parent_watch:
        limits.setdefault("max_audio_s", DEFAULT_AUDIO_HOURS * 3600)
    return limits


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="relay-desktop service",
        description="Serve the Relay inference API, for this computer or a team. Also: python -m inference.service.",
        epilog=f"The API key is read from the environment ({KEY_VARIABLE}); named keys are made by "
        "'keys add NAME --data-dir DIR', listed and revoked by 'keys list' and 'keys revoke'.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen at (default: %(default)s)")
    parser.add_argument("--port", type=int, default=0, help="port to listen at (default: a free one)")
    parser.add_argument("--data-dir", type=Path, required=True, help="folder for jobs, results and audio")
    parser.add_argument("--device", default="auto", choices=("auto", "cpu", "cuda", "mps"))
    parser.add_argument(
        "--models-dir", type=Path, action="append", default=[], help="folder of model folders"
    )
    parser.add_argument(
        "--workers", type=_at_least_one, default=1, help="worker processes (default: %(default)s)"
    )
    parser.add_argument("--gpus", default="", metavar="0,1", help="one worker for each of these CUDA devices")
    parser.add_argument(
        "--public-url", help="address that clients use, where a proxy stands before the service"
    )
    limits = parser.add_argument_group("limits, for a service that others call")
    limits.add_argument("--max-file-mb", type=_at_least_one, metavar="N", help="largest upload, megabytes (68719)")
    limits.add_argument("--max-queued", type=_at_least_one, metavar="N", help="files waiting over all jobs (50000)")
    limits.add_argument(
        "--max-audio-hours",
        type=_at_least_one,
        metavar="N",
        help=f"longest recording, whatever its size in bytes ({DEFAULT_AUDIO_HOURS})",
    )
    limits.add_argument(
        "--max-file-minutes", type=_at_least_one, metavar="N", help="time the model may take for a file (360)"
    )
    parser.add_argument("--parent-watch", action="store_true", help="end when stdin ends")
    return parser


def _at_least_one(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError("it must be a whole number of at least 1")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
