"""What a service process is told at its start, as one value."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class ServiceSettings:
    """Settings of one service process; `api_key` never shows in `repr`.

    `data_dir` holds the database, the uploaded audio and the log. Times are seconds, sizes bytes.
    `file_tickets` lets a client on this computer hand a file over by hard link instead of by HTTP.
    `gpus` names one CUDA device per worker (`workers` is then their number).
    `max_audio_s`: a recording that says it is longer is not decoded (a few kilobytes may say they are a year).
    `worker_command` replaces the program that runs the model (another interpreter, a wrapper).
    """

    data_dir: Path
    host: str = "127.0.0.1"
    port: int = 0
    device: str = "auto"
    models_dirs: tuple[Path, ...] = ()
    api_key: str | None = field(default=None, repr=False)
    parent_watch: bool = False
    file_tickets: bool = False
    workers: int = 1
    gpus: tuple[str, ...] = ()
    public_url: str | None = None
    worker_command: tuple[str, ...] | None = None
    max_file_bytes: int = 64 * 1024**3
    max_open_files: int = 50_000
    max_body_bytes: int = 1024 * 1024
    ticket_lifetime_s: float = 3600.0
    file_time_limit_s: float = 6 * 3600.0
    max_audio_s: float | None = None
    cancel_grace_s: float = 10.0

    @property
    def database(self) -> Path:
        """The SQLite file with jobs, files and results."""
        return self.data_dir / "service.db"

    @property
    def inbox(self) -> Path:
        """The folder that uploaded audio lies in, one file per id."""
        return self.data_dir / "inbox"

    @property
    def log_file(self) -> Path:
        """Where the log is kept besides stderr."""
        return self.data_dir / "service.log"

    @property
    def endpoint_file(self) -> Path:
        """Where a second window finds the service of the first: address and key, readable by the owner only."""
        return self.data_dir / "endpoint.json"

    @property
    def lock_file(self) -> Path:
        """Locked while a service uses `data_dir`."""
        return self.data_dir / "service.lock"
