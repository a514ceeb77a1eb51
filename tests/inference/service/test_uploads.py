from __future__ import annotations

import errno
import json
import os
import socket
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlparse

import pytest
import requests

from inference.service.inbox import Inbox
from inference.service.refusals import Refusal
from inference.service.signing import Signer
from tests.inference.service.living_service import LivingService, until


def _parts(service: LivingService) -> list[Path]:
    return list((service.data_dir / "inbox").glob("*.part"))


def test_an_upload_of_another_size_than_announced_is_refused(service: LivingService) -> None:
    job_id = service.create_job()
    for announced, status in ((10, 413), (1000, 400)):
        ticket = service.ticket(job_id, "a.wav", announced)
        answer = requests.post(ticket["upload_url"], files={"file": b"x" * 500}, timeout=10)
        assert answer.status_code == status
        assert "announced" in answer.json()["detail"]
        assert service.confirm(job_id, ticket["file_id"]).status_code == 409
    assert _parts(service) == []


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({}, b"not a form"),
        ({"Content-Type": "multipart/form-data"}, b"x"),
        ({"Content-Type": "multipart/form-data; boundary=b"}, b"nonsense"),
        ({"Content-Type": "multipart/form-data; boundary=b"}, b"--b\r\n\r\nx\r\n--b--\r\n"),
        (
            {"Content-Type": "multipart/form-data; boundary=b"},
            b'--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n12',
        ),
    ],
)
def test_a_body_that_is_no_whole_form_is_refused(
    service: LivingService, headers: dict[str, str], body: bytes
) -> None:
    ticket = service.ticket(service.create_job(), "a.wav", 2)
    answer = requests.post(ticket["upload_url"], headers=headers, data=body, timeout=10)
    assert answer.status_code == 400
    assert _parts(service) == []


def test_a_connection_cut_in_mid_upload_leaves_nothing(service: LivingService) -> None:
    ticket = service.ticket(service.create_job(), "a.wav", 2_000_000)
    address = urlparse(ticket["upload_url"])
    head = (
        f"POST {address.path} HTTP/1.1\r\nHost: {address.netloc}\r\nContent-Length: 2000200\r\n"
        "Content-Type: multipart/form-data; boundary=b\r\n\r\n"
        '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
    ).encode()
    with socket.create_connection((address.hostname, address.port)) as connection:
        connection.sendall(head + b"x" * 1_000_000)
        until(lambda: _parts(service), bool)
    until(lambda: _parts(service), lambda parts: not parts)


def test_a_forged_or_expired_link_opens_nothing(
    service: LivingService, start_service: Callable[..., LivingService]
) -> None:
    ticket = service.ticket(service.create_job(), "a.wav", 2)
    url = ticket["upload_url"]
    swapped = url[:-1] + ("A" if url[-1] != "A" else "B")
    for wrong in (swapped, url.rsplit("/", 1)[0] + "/!!", url.replace("/uploads/", "/downloads/")):
        method = "GET" if "/downloads/" in wrong else "POST"
        answer = requests.request(method, wrong, files={"file": b"{}"}, timeout=10)
        assert answer.status_code == 403
        assert "Ask for a new one" in answer.json()["detail"]
    other = start_service(settings={"ticket_lifetime_s": -10.0})
    late = other.ticket(other.create_job(), "a.wav", 2)
    answer = requests.post(late["upload_url"], files={"file": b"{}"}, timeout=10)
    assert (answer.status_code, "expired" in answer.json()["detail"]) == (403, True)


def test_a_signature_holds_for_one_purpose_file_and_time() -> None:
    now = [1000.0]
    signer = Signer(b"secret", lambda: now[0])
    token = signer.sign("upload", "file-1", 60)
    assert signer.file_id("upload", token) == "file-1"
    with pytest.raises(Refusal):
        signer.file_id("download", token)
    with pytest.raises(Refusal):
        Signer(b"other", lambda: now[0]).file_id("upload", token)
    now[0] = 1061.0
    with pytest.raises(Refusal, match="expired"):
        signer.file_id("upload", token)


def test_a_full_disk_is_said_and_survived(start_service: Callable[..., LivingService]) -> None:
    service = start_service(settings={"largest_file": 300_000})
    job_id = service.create_job()
    ticket = service.ticket(job_id, "big.wav", 1_000_000)
    answer = requests.post(ticket["upload_url"], files={"file": b"x" * 1_000_000}, timeout=10)
    assert answer.status_code == 507
    assert "disk of the service is full" in answer.json()["detail"]
    assert _parts(service) == []
    service.upload_script(job_id)
    assert service.until_job(job_id, "completed")["processed_files"] == 1


def test_a_full_disk_under_the_database_is_said_too(start_service: Callable[..., LivingService]) -> None:
    service = start_service(settings={"largest_file": 200_000})
    refused = until(
        lambda: service.call("POST", "/inference-jobs", json={"model_id": "stand-in"}),
        lambda answer: answer.status_code != 201,
    )
    assert refused.status_code == 507, refused.text
    assert "disk" in refused.json()["detail"]
    assert service.health()["status"] == "ok"


def test_a_file_too_large_or_one_too_many_is_refused(start_service: Callable[..., LivingService]) -> None:
    service = start_service(settings={"max_file_bytes": 100, "max_open_files": 2})
    job_id = service.create_job()
    path = f"/inference-jobs/{job_id}/files/upload-url"
    answer = service.call("POST", path, json={"filename": "a", "file_size_bytes": 101})
    assert (answer.status_code, "at most 100" in answer.json()["detail"]) == (413, True)
    service.ticket(job_id, "a", 1)
    service.ticket(job_id, "b", 1)
    answer = service.call("POST", path, json={"filename": "c", "file_size_bytes": 1})
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "30")


def test_only_a_client_that_asks_gets_a_place_on_the_disk(
    start_service: Callable[..., LivingService],
) -> None:
    service = start_service(arguments=("--parent-watch",))
    job_id = service.create_job()
    data = json.dumps({"detections": 2}).encode()
    assert service.ticket(job_id, "a.wav", 5)["upload_url"].startswith("http://")
    service.http.headers["X-Relay-File-Ticket"] = "1"
    ticket = service.ticket(job_id, "../a.wav", len(data))
    place = Path(urlparse(ticket["upload_url"]).path)
    assert place.parent == service.data_dir / "inbox"
    assert place.name == ticket["file_id"] + ".wav"
    place.write_bytes(data[:-1])
    answer = service.confirm(job_id, ticket["file_id"])
    assert (answer.status_code, "announced" in answer.json()["detail"]) == (409, True)
    place.write_bytes(data)
    assert service.confirm(job_id, ticket["file_id"]).ok
    service.until_job(job_id, "completed")


def test_what_nobody_refers_to_is_swept_once_it_is_old(tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    inbox = Inbox(folder)
    for name in ("known.wav", "orphan.wav", "old.part", "fresh.part"):
        (folder / name).touch()
    for name in ("known.wav", "orphan.wav", "old.part"):
        os.utime(folder / name, (1.0, 1.0))
    inbox.sweep({"known.wav"})
    assert sorted(path.name for path in folder.iterdir()) == ["fresh.part", "known.wav"]


def test_an_announcement_that_nobody_followed_up_goes(start_service: Callable[..., LivingService]) -> None:
    service = start_service(settings={"ticket_lifetime_s": 0.0})
    job_id = service.create_job()
    service.ticket(job_id, "a.wav", 1)
    service.stop()
    assert start_service().job(job_id)["files"] == []


def test_an_arrival_is_whole_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inbox = Inbox(tmp_path / "inbox")
    arrival = inbox.arrival("a.wav")
    arrival.write(b"12")
    assert inbox.size("a.wav") is None
    arrival.discard()
    assert list((tmp_path / "inbox").iterdir()) == []
    whole = inbox.arrival("a.wav")
    whole.write(b"123")
    whole.finish()
    whole.discard()
    assert inbox.size("a.wav") == 3
    full = OSError(errno.ENOSPC, "No space left on device")
    monkeypatch.setattr("os.replace", lambda *_paths: (_ for _ in ()).throw(full))
    late = inbox.arrival("b.wav")
    with pytest.raises(Refusal) as refusal:
        late.finish()
    assert refusal.value.status == 507
