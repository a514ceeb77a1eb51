from __future__ import annotations

import logging
import socket
import threading
import traceback
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from inference.tuning_config import RAW_CAPTURE
from relay_desktop.backend.answers import retry_after_s
from relay_desktop.backend.client import RelayClient
from relay_desktop.backend.retry import ONCE, RetryPolicy
from relay_desktop.errors import (
    BadAnswer,
    JobConflict,
    JobNotFound,
    KeyRejected,
    RateLimited,
    Redirected,
    RelayError,
    RequestRejected,
    ServiceBroken,
    ServiceFull,
    ServiceUnreachable,
)
from tests.relay_desktop.backend.unruly_server import Asked, Say, UnrulyServer, unruly

KEY = "secret-key-42"
JOB = {"id": "j1", "status": "processing"}
QUICK = RetryPolicy(wait=lambda _seconds: None)


def client_of(server: UnrulyServer, retry: RetryPolicy = ONCE, timeout_s: float = 5.0) -> RelayClient:
    return RelayClient(server.url, KEY, trust_env=False, retry=retry, timeout_s=timeout_s)


@pytest.mark.parametrize(
    ("say", "kind", "said"),
    [
        (Say(401, {"detail": "No such key"}), KeyRejected, "No such key."),
        (Say(403, {"message": "not yours"}), KeyRejected, "not yours."),
        (Say(404, {"detail": "no job"}), JobNotFound, "no job."),
        (Say(409, {"detail": "The job is cancelled."}), JobConflict, "The job is cancelled."),
        (Say(422, {"detail": [{"loc": ["body"], "msg": "too loud"}]}), RequestRejected, "too loud."),
        (Say(400, {"error": {"message": "bad"}}), RequestRejected, "bad."),
        (Say(413, b""), RequestRejected, "status 413"),
        (Say(429, {"detail": "slow down"}, {"Retry-After": "3"}), RateLimited, "slow down."),
        (Say(500, b"<html>oops</html>"), ServiceBroken, "status 500"),
        (Say(502, b"<html>Bad gateway</html>"), ServiceBroken, "status 502"),
        (Say(503, {"detail": "restarting"}), ServiceBroken, "restarting."),
        (Say(507, {"detail": "The disk is full."}), ServiceFull, "The disk is full."),
        (Say(418, b"teapot"), RequestRejected, "status 418"),
        (Say(200, b"<!doctype html><p>log in"), BadAnswer, "a web page"),
        (Say(200, b"\xff\xfe"), BadAnswer, "not JSON"),
        (Say(200, b""), BadAnswer, "not JSON"),
        (Say(200, b"[" * 100_000), BadAnswer, "not JSON"),
        (Say(200, {"status": "pending"}), BadAnswer, "id"),
        (Say(200, [1, 2]), BadAnswer, "could not be read"),
        (Say(200, JOB, cut=3), ServiceUnreachable, "broke off"),
        (Say(reset=True), ServiceUnreachable, "broke off"),
        (Say(302, b"", {"Location": "https://evil.example/x"}), Redirected, "evil.example"),
    ],
)
def test_every_fault_of_a_server_is_an_error_a_person_can_read(
    say: Say, kind: type[RelayError], said: str
) -> None:
    with unruly(say) as server, client_of(server) as client, pytest.raises(kind) as caught:
        client.get_job("j1")
    assert type(caught.value) is kind
    assert said in caught.value.title
    assert caught.value.advice
    assert KEY not in "".join(traceback.format_exception(caught.value))


def test_nobody_there_no_such_address_and_silence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    nobody = RelayClient(f"http://127.0.0.1:{port}", KEY, trust_env=False, retry=ONCE)
    with nobody, pytest.raises(ServiceUnreachable, match="does not answer"):
        nobody.list_jobs()
    hold = threading.Event()
    with unruly(Say(200, JOB, hold=hold)) as server, client_of(server, timeout_s=0.2) as client:
        with pytest.raises(ServiceUnreachable, match="in time"):
            client.get_job("j1")
        hold.set()
    nonsense = RelayClient("ftp:/nonsense", KEY, trust_env=False, retry=QUICK)
    with nonsense, pytest.raises(ServiceUnreachable, match="not valid") as caught:
        nonsense.list_jobs()
    assert not caught.value.is_temporary


def test_a_body_that_drips_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each byte comes in time, the whole never would."""
    monkeypatch.setattr("relay_desktop.backend.client.WHOLE_ANSWER_LIMIT_S", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        stop = threading.Event()

        def drip() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
                while not stop.wait(0.02):
                    try:
                        connection.sendall(b" ")
                    except OSError:
                        return

        thread = threading.Thread(target=drip)
        thread.start()
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        with (
            RelayClient(address, KEY, trust_env=False, retry=ONCE, timeout_s=5.0) as client,
            pytest.raises(ServiceUnreachable, match="in time"),
        ):
            client.list_jobs()
        stop.set()
        thread.join()


def test_a_closed_client_says_so_and_does_not_crash() -> None:
    with unruly(Say(200, [])) as server:
        client = client_of(server)
        client.close()
        with pytest.raises(ServiceUnreachable):
            client.list_jobs()


def test_closing_the_client_ends_a_call_that_waits_for_a_silent_server() -> None:
    hold, waiting, ended = threading.Event(), threading.Event(), threading.Event()

    def silent(_asked: Asked) -> Say:
        waiting.set()
        return Say(200, [], hold=hold)

    def ask(client: RelayClient) -> None:
        with pytest.raises(ServiceUnreachable):
            client.list_jobs()
        ended.set()

    with unruly(silent) as server:
        client = client_of(server, timeout_s=60.0)
        thread = threading.Thread(target=ask, args=(client,))
        thread.start()
        assert waiting.wait(10)
        client.close()
        assert ended.wait(10), "it did not wait for the 60 seconds"
        hold.set()
        thread.join()


def test_passing_faults_are_tried_again() -> None:
    answers = [Say(503), Say(reset=True), Say(429, b"", {"Retry-After": "1"}), Say(200, JOB)]
    with unruly(answers) as server, client_of(server, QUICK) as client:
        assert client.get_job("j1").id == "j1"
        assert len(server.asked) == 4


def test_creating_is_not_repeated_unless_nothing_can_have_happened() -> None:
    for answer in (Say(503), Say(reset=True), Say(200, JOB, cut=2)):
        with unruly(answer) as server, client_of(server, QUICK) as client:
            with pytest.raises(RelayError):
                client.create_job("m")
            assert len(server.asked) == 1
    with unruly([Say(429), Say(201, JOB)]) as server, client_of(server, QUICK) as client:
        assert client.create_job("m", RAW_CAPTURE).id == "j1"
        assert len(server.asked) == 2


def test_this_computers_own_service_is_asked_again_for_the_same_job(tmp_path: Path) -> None:
    with unruly([Say(reset=True), Say(201, JOB, cut=2), Say(201, JOB)]) as server:
        with RelayClient(server.url, KEY, trust_env=False, file_ticket_root=tmp_path, retry=QUICK) as client:
            assert client.create_job("m").id == "j1"
        assert len({asked.headers["Idempotency-Key"] for asked in server.asked}) == 1
        assert len(server.asked) == 3


def test_the_list_may_come_in_either_shape() -> None:
    for body in ([JOB], {"jobs": [JOB], "total": 1}, {"items": [JOB]}):
        with unruly(Say(200, body)) as server, client_of(server) as client:
            assert [job.id for job in client.list_jobs(model_id="m", status="processing")] == ["j1"]
            assert server.asked[0].path == "/api/v1/inference-jobs?model_id=m&status=processing"


def test_unknown_statuses_and_missing_config_are_kept_as_they_came() -> None:
    body = {"id": "j1", "status": "paused", "files": [{"id": "f", "status": "sleeping", "detections": None}]}
    with unruly(Say(200, body)) as server, client_of(server) as client:
        job = client.get_job("j1")
    assert (job.status, job.is_terminal, job.config) == ("paused", False, None)
    assert (job.files[0].status, job.files[0].is_terminal) == ("sleeping", False)


def test_ids_from_a_server_cannot_leave_their_place_in_the_path() -> None:
    with unruly(Say(200, {"file_id": "f"})) as server, client_of(server) as client:
        client.get_file("../../x?y#z", "a/b")
        assert server.asked[0].path == "/api/v1/inference-jobs/..%2F..%2Fx%3Fy%23z/files/a%2Fb"


def test_the_key_does_not_follow_a_redirect() -> None:
    with unruly(Say(200, [])) as thief:
        for status in (301, 302, 303, 307, 308):
            away = Say(status, b"", {"Location": thief.url + "/api/v1/inference-jobs"})
            with unruly(away) as server, client_of(server) as client, pytest.raises(Redirected):
                client.list_jobs()
        assert thief.asked == []


def test_the_key_shows_nowhere(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with unruly([Say(200, []), Say(401, {"detail": "no"})]) as server, client_of(server) as client:
        client.list_jobs()
        with pytest.raises(KeyRejected) as caught:
            client.list_jobs()
        assert server.asked[0].headers["X-API-Key"] == KEY
        shown = [repr(client), str(vars(client)), caplog.text, repr(caught.value), str(caught.value.__dict__)]
    assert all(KEY not in text for text in shown)


@pytest.mark.parametrize("key", ["", "  ", "with space", "line\nbreak-sécret", "schlüssel-geheim"])
def test_a_key_that_cannot_be_one_is_refused_without_being_repeated(key: str) -> None:
    with pytest.raises(KeyRejected) as caught:
        RelayClient("http://127.0.0.1:1", key, trust_env=False)
    assert not key.strip() or key not in "".join(traceback.format_exception(caught.value))


def test_a_proxy_in_the_environment_does_not_swallow_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with unruly(Say(200, [])) as server, client_of(server) as client:
        assert client.list_jobs() == []


def test_the_client_follows_a_service_to_another_address() -> None:
    with unruly(Say(200, [])) as old, unruly(Say(200, [JOB])) as new, client_of(old) as client:
        assert client.list_jobs() == []
        client.readdress(new.url + "/", "other-key")
        assert len(client.list_jobs()) == 1
        assert new.asked[0].headers["X-API-Key"] == "other-key"


def test_many_threads_share_a_client() -> None:
    ids: list[str] = []
    echo = unruly(lambda asked: Say(200, {"id": asked.path.rsplit("/", 1)[1]}))
    with echo as server, client_of(server) as client:
        threads = [
            threading.Thread(target=lambda n=n: ids.append(client.get_job(f"job-{n}").id)) for n in range(20)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(ids) == sorted(f"job-{n}" for n in range(20))


@pytest.mark.parametrize(
    ("value", "date", "seconds"),
    [
        ("12", None, 12.0),
        ("Mon, 23 Nov 2026 12:00:30 GMT", None, 30.0),
        # The server's clock is an hour behind ours: its own Date says what it means.
        ("Mon, 23 Nov 2026 11:00:10 GMT", "Mon, 23 Nov 2026 11:00:00 GMT", 10.0),
        ("Mon, 23 Nov 2026 10:00:00 GMT", None, 0.0),
        ("soon", None, None),
        ("", None, None),
    ],
)
def test_retry_after_in_all_its_forms(value: str, date: str | None, seconds: float | None) -> None:
    headers = httpx.Headers({"Retry-After": value} | ({"Date": date} if date else {}))
    noon = 1795435200.0
    assert retry_after_s(headers, now=noon) == seconds


def test_the_documented_calls_are_made_as_documented() -> None:
    def answer(asked: Asked) -> Say:
        if asked.path.endswith("upload-url"):
            return Say(200, {"upload_url": "https://s/x", "upload_fields": {"k": "v"}, "file_id": "f1"})
        return Say(200, {"id": "j1", "status": "queued", "url": "https://s/y", "file_id": "f1"})

    calls: list[tuple[Callable[[RelayClient], object], str, str, bytes]] = [
        (lambda c: c.create_job("m", RAW_CAPTURE), "POST", "", b'"merge_window_ms":0'),
        (lambda c: c.create_job("m"), "POST", "", b'{"model_id":"m"}'),
        (lambda c: c.get_job("j1"), "GET", "/j1", b""),
        (lambda c: c.cancel_job("j1"), "DELETE", "/j1", b""),
        (
            lambda c: c.request_upload("j1", "a", "audio/wav", 5),
            "POST",
            "/j1/files/upload-url",
            b'"file_size_bytes":5',
        ),
        (lambda c: c.confirm_upload("j1", "f1"), "POST", "/j1/files/confirm", b'{"file_id":"f1"}'),
        (lambda c: c.get_file("j1", "f1"), "GET", "/j1/files/f1", b""),
        (lambda c: c.download_url("j1", "f1"), "GET", "/j1/files/f1/download-url", b""),
    ]
    with unruly(answer) as server, client_of(server) as client:
        for call, method, path, body in calls:
            call(client)
            asked = server.asked[-1]
            assert (asked.method, asked.path) == (method, "/api/v1/inference-jobs" + path)
            assert body in asked.body.replace(b" ", b"")
            assert asked.headers["X-API-Key"] == KEY
