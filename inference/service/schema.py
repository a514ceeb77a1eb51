"""The tables of the service's SQLite database and how it is opened."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    Column,
    Connection,
    Engine,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    create_engine,
    event,
)

metadata = MetaData()

jobs = Table(
    "jobs",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("model_id", String, nullable=False),
    Column("status", String, nullable=False),
    Column("error_message", String),
    Column("created_at", String, nullable=False),
    Column("threshold", Float, nullable=False),
    Column("merge_window_ms", Integer, nullable=False),
    Column("min_duration_ms", Integer, nullable=False),
    # Confirmed files, and those of them that are completed or failed; kept in step inside each transaction.
    Column("total_files", Integer, nullable=False, default=0),
    Column("processed_files", Integer, nullable=False, default=0),
    # Turn number of the last file started: the job that waited longest goes first.
    Column("last_turn", Integer, nullable=False, default=0),
    Index("jobs_by_status", "status", "last_turn"),
    Index("jobs_by_model", "model_id"),
)

files = Table(
    "files",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("job_id", String, ForeignKey("jobs.id"), nullable=False),
    Column("original_filename", String, nullable=False),
    Column("stored_name", String, nullable=False),
    Column("content_type", String, nullable=False),
    Column("size_bytes", Integer, nullable=False),
    Column("status", String, nullable=False),
    Column("error_message", String),
    Column("detection_count", Integer),
    Column("audio_seconds", Float),
    Column("device", String),
    Column("speed", Float),
    # Worker deaths while at this file, and service deaths while at it: each has its own limit.
    Column("attempts", Integer, nullable=False, default=0),
    Column("interruptions", Integer, nullable=False, default=0),
    Column("ticket_until", Float, nullable=False),
    Column("sha256", String),
    Index("files_by_job", "job_id", "status", "seq"),
    Index("files_in_order", "job_id", "seq"),
    Index("files_by_status", "status"),
)

results = Table(
    "results",
    metadata,
    Column("file_id", String, ForeignKey("files.id"), primary_key=True),
    Column("raw", LargeBinary, nullable=False),
    Column("scores", LargeBinary, nullable=False),
)

# Creations that named a key of their own, so that one repeated after a lost answer makes no second job.
creations = Table(
    "creations",
    metadata,
    Column("creation_key", String, primary_key=True),
    Column("job_id", String, nullable=False, index=True),
)

keys = Table(
    "api_keys",
    metadata,
    Column("name", String, primary_key=True),
    Column("key_hash", String, nullable=False, unique=True),
    Column("created_at", String, nullable=False),
    Column("revoked_at", String),
)

secrets_table = Table(
    "secrets",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", LargeBinary, nullable=False),
)


def open_database(path: Path) -> Engine:
    """Open (and make where missing) the database at `path`, in WAL mode, each commit flushed to the disk."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)), connect_args={"timeout": 30.0, "check_same_thread": False}
    )
    event.listen(engine, "connect", _prepare_connection)
    event.listen(engine, "begin", _begin)
    metadata.create_all(engine)
    _add_missing_columns(engine)
    return engine


def _add_missing_columns(engine: Engine) -> None:
    """A database of an older service gets the columns that came since; they are all ones that may be empty."""
    with engine.connect() as plain, plain.execution_options(immediate=True).begin():
        for table in metadata.sorted_tables:
            known = {str(row[1]) for row in plain.exec_driver_sql(f"PRAGMA table_info({table.name})")}
            for column in table.columns:
                if column.name not in known:
                    kind = column.type.compile(engine.dialect)
                    plain.exec_driver_sql(f"ALTER TABLE {table.name} ADD COLUMN {column.name} {kind}")


def _prepare_connection(connection: Any, _record: Any) -> None:
    # The driver's own transaction handling is switched off so that BEGIN IMMEDIATE below is the only one.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=30000"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
