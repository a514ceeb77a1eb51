from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from relay_desktop.backend.audio_cache import AudioCache, safe_name
from relay_desktop.backend.client import RelayClient
from relay_desktop.backend.retry import ONCE
from relay_desktop.errors import ServiceUnreachable
from tests.relay_desktop.backend.unruly_server import Asked, Say, UnrulyServer


class Server:
    """Gives out originals of 1,000 bytes; `cut` bytes of them do not arrive."""

    def __init__(self) -> None:
        self.cut = 0
        self.downloads = 0
        self.http = UnrulyServer(self._answer)
        self.client = RelayClient(self.http.url, "key", trust_env=False, retry=ONCE)

    def _answer(self, asked: Asked) -> Say:
        if asked.path.endswith("download-url"):
            return Say(200, {"url": f"{self.http.url}/audio"})
        self.downloads += 1
        return Say(200, b"x" * 1000, cut=self.cut)


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.client.close()
    made.http.close()


def test_a_file_is_fetched_once_and_kept_under_its_name(server: Server, tmp_path: Path) -> None:
    cache = AudioCache(tmp_path / "cache")
    first = cache.fetch(server.client, "j", "f", "../../etc/take one.wav")
    assert (first.name, first.read_bytes()) == ("take one.wav", b"x" * 1000)
    assert first.is_relative_to(tmp_path / "cache")
    assert cache.fetch(server.client, "j", "f", "../../etc/take one.wav") == first
    assert server.downloads == 1
    assert cache.fetch(server.client, "j", "other", "take one.wav") != first
    assert cache.size_bytes() == 2000
    cache.clear()
    assert cache.size_bytes() == 0


def test_what_did_not_arrive_whole_is_not_kept(server: Server, tmp_path: Path) -> None:
    cache = AudioCache(tmp_path / "cache")
    server.cut = 10
    with pytest.raises(ServiceUnreachable):
        cache.fetch(server.client, "j", "f", "a.wav")
    assert cache.size_bytes() == 0
    server.cut = 0
    assert cache.fetch(server.client, "j", "f", "a.wav").stat().st_size == 1000


def test_the_longest_unused_make_room(server: Server, tmp_path: Path) -> None:
    cache = AudioCache(tmp_path / "cache", limit_bytes=2500)
    old = cache.fetch(server.client, "j", "old", "a.wav")
    used = cache.fetch(server.client, "j", "used", "a.wav")
    os.utime(old, (1, 1))
    os.utime(used, (2, 2))
    new = cache.fetch(server.client, "j", "new", "a.wav")
    assert (old.exists(), used.exists(), new.exists()) == (False, True, True)
    tiny = AudioCache(tmp_path / "tiny", limit_bytes=10)
    assert tiny.fetch(server.client, "j", "f", "a.wav").exists(), "what was just asked for stays"


def test_two_who_want_the_same_file_share_one_download(server: Server, tmp_path: Path) -> None:
    cache = AudioCache(tmp_path / "cache")
    threads = [
        threading.Thread(target=cache.fetch, args=(server.client, "j", "f", "a.wav")) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert server.downloads == 1


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("..", "audio"),
        ("", "audio"),
        ("C:\\x\\con?.wav", "con_.wav"),
        ("a/b\n.wav", "b.wav"),
        ("é" * 300 + ".wav", "é" * 58 + ".wav"),
    ],
)
def test_names_from_a_server_are_names(name: str, kept: str) -> None:
    assert safe_name(name) == kept
