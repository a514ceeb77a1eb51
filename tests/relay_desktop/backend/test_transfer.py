from __future__ import annotations

import errno
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from relay_desktop.backend.client import RelayClient
from relay_desktop.backend.retry import RetryPolicy
from relay_desktop.backend.transfer import download_file, upload_file
from relay_desktop.errors import (
    DiskFull,
    DownloadFailed,
    FileProblem,
    ServiceUnreachable,
    TransferCancelled,
    UploadFailed,
)
from tests.relay_desktop.backend.unruly_server import Asked, Say, UnrulyServer

KEY = "secret-key-42"
QUICK = RetryPolicy(wait=lambda _seconds: None)


class Storage:
    """An API and a storage host, two servers as in life; `stored` answers the presigned POSTs in turn."""

    def __init__(self, *stored: Say) -> None:
        self._stored = list(stored) or [Say(204, b"")]
        self.tickets = 0
        self.confirmed: list[bytes] = []
        self.api = UnrulyServer(self._on_api)
        self.host = UnrulyServer(self._on_storage)
        self.client = RelayClient(self.api.url, KEY, trust_env=False, retry=QUICK)

    def _on_api(self, asked: Asked) -> Say:
        if asked.path.endswith("upload-url"):
            self.tickets += 1
            url = f"{self.host.url}/bucket/{self.tickets}"
            fields = {"key": f"k{self.tickets}", "policy": "p"}
            return Say(200, {"upload_url": url, "upload_fields": fields, "file_id": f"f{self.tickets}"})
        if asked.path.endswith("download-url"):
            return Say(200, {"url": f"{self.host.url}/original"})
        self.confirmed.append(asked.body)
        return Say(200, {"status": "queued"})

    def _on_storage(self, _asked: Asked) -> Say:
        return self._stored.pop(0) if len(self._stored) > 1 else self._stored[0]

    def close(self) -> None:
        self.client.close()
        self.api.close()
        self.host.close()


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    path = tmp_path / 'a "quoted"\nname 🎵.wav'
    path.write_bytes(os.urandom(1_000_003))
    return path


@pytest.fixture
def storage() -> Iterator[Storage]:
    made = Storage()
    yield made
    made.close()


def test_fields_come_first_and_the_file_last_and_whole(storage: Storage, recording: Path) -> None:
    seen: list[tuple[int, int]] = []
    file_id = upload_file(storage.client, "j", recording, lambda done, total: seen.append((done, total)))
    posted = storage.host.asked[0]
    boundary = posted.headers["Content-Type"].partition("boundary=")[2].encode()
    parts = posted.body.split(b"--" + boundary)
    names = [part.partition(b'name="')[2].partition(b'"')[0] for part in parts[1:-1]]
    assert names == [b"key", b"policy", b"file"]
    assert parts[-2].partition(b"\r\n\r\n")[2][:-2] == recording.read_bytes()
    assert b'filename="a %22quoted%22%0Aname' in parts[-2]
    assert seen[0] == (0, 1_000_003)
    assert seen[-1] == (1_000_003, 1_000_003)
    assert (file_id, storage.confirmed) == ("f1", [b'{"file_id":"f1"}'])


def test_the_key_never_reaches_the_storage_host(storage: Storage, recording: Path, tmp_path: Path) -> None:
    upload_file(storage.client, "j", recording)
    storage.host.answer = lambda _asked: Say(200, b"audio")
    download_file(storage.client, "j", "f1", tmp_path / "back.wav")
    for asked in storage.host.asked:
        assert KEY.encode() not in asked.body
        assert all(KEY not in value for value in asked.headers.values())
        assert "X-API-Key" not in asked.headers


@pytest.mark.parametrize("first", [Say(403, b"<Error>expired"), Say(503), Say(reset=True), Say(500)])
def test_a_retried_upload_asks_for_a_fresh_ticket(recording: Path, first: Say) -> None:
    storage = Storage(first, Say(204, b""))
    try:
        assert upload_file(storage.client, "j", recording) == "f2"
        assert [asked.path for asked in storage.host.asked] == ["/bucket/1", "/bucket/2"]
        assert storage.confirmed == [b'{"file_id":"f2"}']
    finally:
        storage.close()


def test_a_lost_answer_to_the_confirmation_sends_nothing_twice(storage: Storage, recording: Path) -> None:
    plain = storage.api.answer

    def no_confirmation(asked: Asked) -> Say:
        return Say(reset=True) if asked.path.endswith("confirm") else plain(asked)

    storage.api.answer = no_confirmation
    with pytest.raises(ServiceUnreachable):
        upload_file(storage.client, "j", recording)
    storage.api.answer = plain
    assert upload_file(storage.client, "j", recording) == "f1"
    assert (storage.tickets, len(storage.host.asked)) == (1, 1)
    assert upload_file(storage.client, "j", recording) == "f2", "asked for once more it is sent once more"


def test_what_the_service_has_lost_is_sent_anew(storage: Storage, recording: Path) -> None:
    plain = storage.api.answer
    answers = [Say(reset=True)] * 4 + [Say(404, {"detail": "no such file"}), Say(200, {"status": "queued"})]
    storage.api.answer = lambda asked: answers.pop(0) if asked.path.endswith("confirm") else plain(asked)
    with pytest.raises(ServiceUnreachable):
        upload_file(storage.client, "j", recording)
    assert upload_file(storage.client, "j", recording) == "f2"


def test_a_storage_that_never_takes_it_is_an_error(recording: Path) -> None:
    storage = Storage(Say(413, {"detail": "The upload is too large."}))
    try:
        with pytest.raises(UploadFailed, match="too large"):
            upload_file(storage.client, "j", recording)
        assert len(storage.host.asked) == 1
        assert storage.confirmed == []
    finally:
        storage.close()


def test_a_cancel_stops_a_running_post_at_once(storage: Storage, tmp_path: Path) -> None:
    big = tmp_path / "big.wav"
    with big.open("wb") as file:
        file.truncate(400_000_000)
    done_bytes = 0

    def on_progress(done: int, _total: int) -> None:
        nonlocal done_bytes
        done_bytes = done

    with pytest.raises(TransferCancelled):
        upload_file(storage.client, "j", big, on_progress, lambda: done_bytes > 2_000_000)
    assert done_bytes < 4_000_000
    assert (storage.confirmed, storage.tickets) == ([], 1)


def test_a_cancel_stops_waiting_for_a_silent_storage(recording: Path) -> None:
    hold, sent = threading.Event(), threading.Event()
    storage = Storage(Say(204, hold=hold))
    try:
        with pytest.raises(TransferCancelled):
            upload_file(
                storage.client,
                "j",
                recording,
                lambda done, total: sent.set() if done == total else None,
                sent.is_set,
            )
    finally:
        hold.set()
        storage.close()


def test_a_file_that_is_not_there_or_a_folder(storage: Storage, tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="no longer there") as caught:
        upload_file(storage.client, "j", tmp_path / "gone.wav")
    assert caught.value.path == tmp_path / "gone.wav"
    with pytest.raises(FileProblem, match="folder"):
        upload_file(storage.client, "j", tmp_path)
    assert storage.tickets == 0


def test_a_file_that_changes_while_it_is_sent_is_not_confirmed(storage: Storage, recording: Path) -> None:
    def shorten(done: int, _total: int) -> None:
        if done:
            os.truncate(recording, 10)

    with pytest.raises((FileProblem, ServiceUnreachable)):
        upload_file(storage.client, "j", recording, shorten)
    assert storage.confirmed == []


def test_a_download_is_whole_or_not_there(storage: Storage, tmp_path: Path) -> None:
    target = tmp_path / "back.wav"
    data = os.urandom(700_000)
    storage.host.answer = lambda _asked: Say(200, data, cut=1000)
    with pytest.raises(ServiceUnreachable):
        download_file(storage.client, "j", "f", target)
    assert list(tmp_path.iterdir()) == []
    storage.host.answer = lambda _asked: Say(404, b"gone")
    with pytest.raises(DownloadFailed):
        download_file(storage.client, "j", "f", target)
    storage.host.answer = lambda _asked: Say(200, data)
    seen: list[tuple[int, int]] = []
    download_file(
        storage.client, "j", "f", target, on_progress=lambda done, total: seen.append((done, total))
    )
    assert target.read_bytes() == data
    assert seen[-1] == (700_000, 700_000)
    with pytest.raises(TransferCancelled):
        download_file(storage.client, "j", "f", target, is_cancelled=lambda: True)
    assert [path.name for path in tmp_path.iterdir()] == ["back.wav"]


class LocalTickets:
    """An API that hands out places on the disk."""

    def __init__(self, root: Path, place: Path) -> None:
        self._place = place
        self.api = UnrulyServer(self._answer)
        self.client = RelayClient(self.api.url, KEY, trust_env=False, retry=QUICK, file_ticket_root=root)

    def _answer(self, asked: Asked) -> Say:
        if asked.path.endswith("upload-url"):
            return Say(200, {"upload_url": self._place.as_uri(), "file_id": "f"})
        return Say(200, {"status": "queued"})

    def close(self) -> None:
        self.client.close()
        self.api.close()


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "in box %20é"
    folder.mkdir()
    return folder


def test_a_place_on_the_disk_is_filled_by_hard_link(inbox: Path, recording: Path) -> None:
    local = LocalTickets(inbox, inbox / "x.wav")
    try:
        assert upload_file(local.client, "j", recording) == "f"
    finally:
        local.close()
    assert (inbox / "x.wav").samefile(recording)
    assert [path.name for path in inbox.iterdir()] == ["x.wav"]


def _no_link(*_arguments: Any, **_options: Any) -> None:
    raise OSError(errno.EXDEV, "Invalid cross-device link")


def test_where_no_link_is_possible_it_is_copied(
    inbox: Path, recording: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.link", _no_link)
    local = LocalTickets(inbox, inbox / "x.wav")
    seen: list[tuple[int, int]] = []
    try:
        upload_file(local.client, "j", recording, lambda done, total: seen.append((done, total)))
        assert (inbox / "x.wav").read_bytes() == recording.read_bytes()
        assert not (inbox / "x.wav").samefile(recording)
        assert seen[-1] == (1_000_003, 1_000_003)
        with pytest.raises(TransferCancelled):
            upload_file(local.client, "j", recording, is_cancelled=iter([False, True]).__next__)
    finally:
        local.close()
    assert [path.name for path in inbox.iterdir()] == ["x.wav"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_disk_that_fills_during_the_copy_is_said(
    inbox: Path, recording: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.link", _no_link)
    plain_open = Path.open

    def onto_full_disk(path: Path, mode: str = "r", *rest: Any, **options: Any) -> Any:
        return (
            plain_open(Path("/dev/full"), "wb", 0)
            if mode == "xb"
            else plain_open(path, mode, *rest, **options)
        )

    monkeypatch.setattr(Path, "open", onto_full_disk)
    local = LocalTickets(inbox, inbox / "x.wav")
    try:
        with pytest.raises(DiskFull, match="disk is full"):
            upload_file(local.client, "j", recording)
    finally:
        local.close()
    assert list(inbox.iterdir()) == []


def test_a_server_cannot_have_files_put_where_it_likes(inbox: Path, recording: Path, tmp_path: Path) -> None:
    for place in (tmp_path / "elsewhere.wav", inbox / ".." / "elsewhere.wav"):
        local = LocalTickets(inbox, place)
        try:
            with pytest.raises(UploadFailed, match="no right"):
                upload_file(local.client, "j", recording)
        finally:
            local.close()
    remote = LocalTickets(inbox, inbox / "x.wav")
    remote.client.file_ticket_root = None
    try:
        with pytest.raises(UploadFailed, match="no right"):
            upload_file(remote.client, "j", recording)
    finally:
        remote.close()
    assert not (tmp_path / "elsewhere.wav").exists()
    assert list(inbox.iterdir()) == []


def test_a_symbolic_link_sends_the_file_it_stands_for(inbox: Path, recording: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.wav"
    link.symlink_to(recording)
    local = LocalTickets(inbox, inbox / "x.wav")
    try:
        upload_file(local.client, "j", link)
    finally:
        local.close()
    assert not (inbox / "x.wav").is_symlink()
    assert (inbox / "x.wav").samefile(recording)
    assert shutil.disk_usage(inbox).free > 0
