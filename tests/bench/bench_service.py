"""Service and client under load: `python -m tests.bench.bench_service [files]`.

10,000 files listed in one job, polls beside a file of 100,000 detections, and 200 files of 5 MB uploaded by our
client against a bare requests script doing the same, in turn. The stand-in worker does the detections.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from time import perf_counter

import requests
from sqlalchemy import insert

from inference.service.rows import file_row
from inference.service.schema import files
from inference.service.store import Store
from inference.tuning_config import TuningConfig
from relay_desktop.backend.batch import upload_files
from relay_desktop.backend.client import RelayClient
from tests.inference.service.living_service import KEY, MODEL, LivingService, stand_in_models

FILE_BYTES = 5_000_000
MANY = 10_000


def main() -> None:
    """Print one line per figure."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _fill(folder / "data")
        models = stand_in_models(folder / "models")
        service = LivingService(folder / "data", models=models)
        with service, RelayClient(service.url, KEY, trust_env=False) as client:
            listing(client)
            polls_beside_much(service, client)
            uploads(service, client, folder, count)


def _fill(data_dir: Path) -> None:
    data_dir.mkdir()
    store = Store(data_dir / "service.db")
    store.add_job("many", MODEL, TuningConfig())
    rows = [
        file_row(
            file_id=f"file-{n:06}",
            job_id="many",
            name=f"recording number {n}.wav",
            stored_name=f"file-{n:06}.wav",
            content_type="audio/wav",
            size=1,
            lifetime_s=1e6,
        )._asdict()
        for n in range(MANY)
    ]
    with store.write() as connection:
        connection.execute(insert(files), rows)
    store.close()


def listing(client: RelayClient) -> None:
    """A job of 10,000 files, asked for and read."""
    took = [timed(lambda: client.get_job("many", include_detections=False)) for _ in range(9)]
    print(f"{MANY:,} files listed: median {median(took) * 1000:.0f} ms at the client")


def polls_beside_much(service: LivingService, client: RelayClient) -> None:
    """Polls of a job while another thread fetches its 100,000 detections again and again."""
    job = service.create_job(threshold=0.0, merge_window_ms=0, min_duration_ms=0)
    service.upload_script(job, detections=33_334)
    service.until_job(job, "completed")
    whole = timed(lambda: client.get_job(job))
    stop = threading.Event()

    def fetch() -> None:
        while not stop.is_set():
            client.get_job(job)

    thread = threading.Thread(target=fetch)
    thread.start()
    session = requests.Session()
    session.headers["X-API-Key"] = KEY
    url = f"{service.url}/api/v1/inference-jobs/{job}?include_detections=false"
    took = [timed(lambda: session.get(url, timeout=30).json()) for _ in range(100)]
    stop.set()
    thread.join()
    print(
        f"100,002 detections: {whole * 1000:.0f} ms for all; a poll meanwhile: median {median(took) * 1000:.0f} ms,"
        f" longest {max(took) * 1000:.0f} ms (the fetching client shares this process)"
    )


def uploads(service: LivingService, client: RelayClient, folder: Path, count: int) -> None:
    """Ours and the bare script in turn, each twice; the better time of each."""
    paths = []
    for n in range(count):
        path = folder / f"{n}.wav"
        path.write_bytes(os.urandom(FILE_BYTES))
        paths.append(path)
    ours, bare = [], []
    for _ in range(2):
        bare.append(timed(lambda: _bare(service, paths)))
        job = client.create_job(MODEL)
        ours.append(timed(lambda job=job: upload_files(client, job.id, paths)))
    print(
        f"{count} files of {FILE_BYTES / 1e6:.0f} MB, 5 at a time: ours {min(ours):.1f} s, bare requests "
        f"{min(bare):.1f} s, ratio {min(ours) / min(bare):.2f}"
    )


def _bare(service: LivingService, paths: list[Path]) -> None:
    job = service.create_job()

    def send(path: Path) -> None:
        ticket = service.ticket(job, path.name, FILE_BYTES)
        with path.open("rb") as file:
            requests.post(
                ticket["upload_url"], data=ticket["upload_fields"], files={"file": file}, timeout=60
            ).raise_for_status()
        service.confirm(job, ticket["file_id"]).raise_for_status()

    with ThreadPoolExecutor(5) as pool:
        list(pool.map(send, paths))


def timed(call: object) -> float:
    """Seconds a call takes."""
    began = perf_counter()
    call()  # type: ignore[operator]
    return perf_counter() - began


if __name__ == "__main__":
    main()
