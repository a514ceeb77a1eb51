from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from relay_desktop.backend.batch import Sent, upload_files
from relay_desktop.backend.client import RelayClient
from relay_desktop.errors import FileProblem, TransferCancelled
from tests.inference.service.living_service import KEY, MODEL, LivingService, stand_in_models


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LivingService]:
    folder = tmp_path_factory.mktemp("batch")
    with LivingService(folder / "data", models=stand_in_models(folder / "models")) as living:
        yield living


@pytest.fixture
def client(service: LivingService) -> Iterator[RelayClient]:
    with RelayClient(service.url, KEY, trust_env=False) as made:
        yield made


def test_a_batch_arrives_over_http_and_one_bad_file_stops_no_other(
    service: LivingService, client: RelayClient, tmp_path: Path
) -> None:
    paths = [tmp_path / f"take {n}.wav" for n in range(12)]
    for path in paths:
        path.write_text('{"detections": 1}')
    paths.insert(4, tmp_path / "gone.wav")
    job = client.create_job(MODEL)
    ended: list[Sent] = []
    progress: dict[Path, int] = {}
    sent = upload_files(
        client,
        job.id,
        paths,
        at_once=5,
        on_progress=lambda path, done, _total: progress.__setitem__(path, done),
        on_sent=ended.append,
    )
    assert [one.path for one in sent] == paths
    assert isinstance(sent[4].error, FileProblem)
    good = [one for one in sent if one.error is None]
    assert {one.path for one in ended} == set(paths)
    assert progress == {one.path: 17 for one in good}
    done = service.until_job(job.id, "completed")
    names = {file["file_id"]: file["original_filename"] for file in done["files"]}
    assert names == {one.file_id: one.path.name for one in good}


def test_a_cancel_ends_the_whole_batch(client: RelayClient, tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.wav" for n in range(8)]
    for path in paths:
        with path.open("wb") as file:
            file.truncate(30_000_000)
    stop = threading.Event()
    job = client.create_job(MODEL)
    sent = upload_files(
        client,
        job.id,
        paths,
        at_once=3,
        on_progress=lambda _path, done, _total: stop.set() if done else None,
        is_cancelled=stop.is_set,
    )
    assert all(isinstance(one.error, TransferCancelled) for one in sent)
    assert client.get_job(job.id).total_files == 0
