"""The Relay API as Python calls: any server of it, remote or this computer's own."""

from __future__ import annotations

import ssl
import threading
import time
import uuid
from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar
from urllib.parse import quote

import httpx

from inference.contract import (
    AudioFile,
    ContractError,
    InferenceJob,
    ModelCard,
    UploadTicket,
    parse_card,
    parse_each,
    parse_file,
    parse_job,
    parse_jobs,
    parse_ticket,
)
from inference.sentences import sentence
from inference.tuning_config import TuningConfig
from relay_desktop.backend.answers import error_of, json_of, unreachable, was_never_sent
from relay_desktop.backend.open_sockets import OpenSockets
from relay_desktop.backend.retry import RetryPolicy
from relay_desktop.errors import BadAnswer, KeyRejected, RateLimited, RelayError

Parsed = TypeVar("Parsed")

FILE_TICKET_HEADER = "X-Relay-File-Ticket"
JOBS = "/api/v1/inference-jobs"
CONNECT_TIMEOUT_S = 10.0
WHOLE_ANSWER_LIMIT_S = 300.0


def _is_temporary(error: RelayError) -> bool:
    return error.is_temporary


class RelayClient:
    """One server and one key. Blocking, thread-safe; every call raises RelayError and nothing else.

    The key goes to `base_url` only: redirects are not followed, and presigned addresses are called by a second
    client that has no key (`presigned`). `file_ticket_root` is set for this computer's own service: the folder
    in which a ticket may ask for a file to be put instead of uploaded.
    """

    def __init__(
        self,
        base_url: str,
        api_key: str,
        *,
        trust_env: bool = True,
        timeout_s: float = 30.0,
        ca_bundle: Path | None = None,
        proxy: str | None = None,
        file_ticket_root: Path | None = None,
        retry: RetryPolicy | None = None,
    ) -> None:
        self.file_ticket_root = file_ticket_root
        self.retry = retry or RetryPolicy()
        # Files that were sent and whose confirmation got no answer: see transfer.upload_file.
        self.unconfirmed: dict[Hashable, str] = {}
        self._timeout = httpx.Timeout(timeout_s, connect=min(CONNECT_TIMEOUT_S, timeout_s))
        self._trust_env = trust_env
        self._proxy = proxy
        self._tls = _tls(ca_bundle, trust_env)
        self._lock = threading.Lock()
        self._base_url = ""
        self._http = self.presigned()
        self._sockets = OpenSockets()
        self.readdress(base_url, api_key)

    def __repr__(self) -> str:
        return f"RelayClient({self._base_url!r})"

    @property
    def base_url(self) -> str:
        """The server's address."""
        return self._base_url

    def readdress(self, base_url: str, api_key: str) -> None:
        """Go on with the same server at another address or with another key. Raises RelayError."""
        fresh = self.presigned()
        try:
            fresh.base_url = base_url.rstrip("/")
        except httpx.InvalidURL as error:
            raise unreachable(error) from None
        fresh.headers["X-API-Key"] = _checked_key(api_key)
        if self.file_ticket_root is not None:
            fresh.headers[FILE_TICKET_HEADER] = "1"
        with self._lock:
            old, self._http, self._base_url = self._http, fresh, base_url.rstrip("/")
            old_sockets, self._sockets = self._sockets, OpenSockets()
        old_sockets.shut()
        old.close()

    def presigned(self) -> httpx.Client:
        """A new HTTP client without the key, for addresses that carry their own permission."""
        return httpx.Client(
            timeout=self._timeout,
            trust_env=self._trust_env,
            verify=self._tls,
            proxy=self._proxy,
            follow_redirects=False,
            limits=httpx.Limits(max_connections=32, max_keepalive_connections=16),
        )

    def close(self) -> None:
        """Close the connections; calls under way fail with ServiceUnreachable, at once."""
        self._sockets.shut()
        self._http.close()

    def __enter__(self) -> RelayClient:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Jobs

    def create_job(
        self, model_id: str, config: TuningConfig | None = None, creation_key: str | None = None
    ) -> InferenceJob:
        """Make a job. Tried again only when the server cannot have made it the first time.

        This computer's own service answers a creation key that it knows with the job it made for it, so there a
        lost answer is asked for again; a caller that keeps the key may itself call again.
        """
        body: dict[str, Any] = {"model_id": model_id}
        if config is not None:
            body["config"] = config.to_json()
        headers = {"Idempotency-Key": creation_key or uuid.uuid4().hex}
        may_retry = _is_temporary if self.file_ticket_root is not None else _may_create_again
        return self._call("POST", JOBS, parse_job, json=body, headers=headers, may_retry=may_retry)

    def list_jobs(self, model_id: str | None = None, status: str | None = None) -> list[InferenceJob]:
        """The jobs of this key, by model and status where given."""
        wanted = {"model_id": model_id, "status": status}
        params = {name: value for name, value in wanted.items() if value is not None}
        return self._call("GET", JOBS, parse_jobs, params=params)

    def get_job(self, job_id: str, include_detections: bool = True) -> InferenceJob:
        """A job with its files. Without detections the answer of our own service is small and quick."""
        params = {} if include_detections else {"include_detections": "false"}
        return self._call("GET", _job_path(job_id), parse_job, params=params)

    def cancel_job(self, job_id: str) -> None:
        """Cancel a pending or processing job; a later `get_job` says when it has happened."""
        self._call("DELETE", _job_path(job_id), lambda _value: None, needs_json=False)

    def forget_job(self, job_id: str) -> None:
        """Remove a job with its results and audio for good; a call of our own service only."""
        self._call("DELETE", f"{_job_path(job_id)}/data", lambda _value: None, needs_json=False)

    # Files

    def request_upload(self, job_id: str, filename: str, content_type: str, size: int) -> UploadTicket:
        """Announce a file of `size` bytes and learn where to send it."""
        # A name from a disk need not be valid Unicode; JSON must be.
        told = filename.encode("utf-8", "replace").decode("utf-8")
        body = {"filename": told, "content_type": content_type, "file_size_bytes": size}
        return self._call("POST", f"{_job_path(job_id)}/files/upload-url", parse_ticket, json=body)

    def confirm_upload(self, job_id: str, file_id: str) -> str:
        """Say that a file has arrived; the file's status. Repeating it is harmless."""
        path = f"{_job_path(job_id)}/files/confirm"
        return self._call("POST", path, _status_of, json={"file_id": file_id})

    def get_file(self, job_id: str, file_id: str) -> AudioFile:
        """One file with its detections."""
        return self._call("GET", _file_path(job_id, file_id), parse_file)

    def download_url(self, job_id: str, file_id: str) -> str:
        """Where the original audio can be fetched without the key."""
        return self._call("GET", f"{_file_path(job_id, file_id)}/download-url", _url_of)

    # Of our own service

    def scores(self, job_id: str, file_id: str) -> bytes:
        """The engine's frame confidences of a completed file."""
        path = f"{_file_path(job_id, file_id)}/scores"
        return self.retry.run(lambda: self._exchange("GET", path))

    def models(self) -> list[ModelCard]:
        """The models that jobs may name."""
        return self._call(
            "GET", "/api/v1/models", lambda value: parse_each(value, parse_card, "list of models")
        )

    def health(self) -> dict[str, Any]:
        """What the service says of itself; tried once."""
        value = json_of(self._exchange("GET", "/health"))
        return value if isinstance(value, dict) else {}

    # One exchange

    def _call(
        self,
        method: str,
        path: str,
        parse: Callable[[object], Parsed],
        *,
        json: Mapping[str, Any] | None = None,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        needs_json: bool = True,
        may_retry: Callable[[RelayError], bool] = _is_temporary,
    ) -> Parsed:
        body = self.retry.run(
            lambda: self._exchange(method, path, json=json, params=params, headers=headers),
            may_retry=may_retry,
        )
        value = json_of(body) if needs_json else None
        try:
            return parse(value)
        except ContractError as error:
            raise BadAnswer(str(error)) from error

    def _exchange(
        self,
        method: str,
        path: str,
        *,
        json: Mapping[str, Any] | None = None,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> bytes:
        """Send one request and read the whole answer. Raises RelayError."""
        deadline = time.monotonic() + WHOLE_ANSWER_LIMIT_S
        try:
            with self._lock:
                http, extensions = self._http, self._sockets.extensions
            with http.stream(
                method, path, json=json, params=params, headers=headers, extensions=extensions
            ) as response:
                body = read_whole(response, deadline)
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            raise unreachable(error) from error
        except RuntimeError as error:
            # httpx says so when another thread has closed the client.
            raise unreachable(error) from error
        if not response.is_success:
            raise error_of(response, body)
        return body


def read_whole(response: httpx.Response, deadline: float) -> bytes:
    """The body, given up at `deadline` (monotonic seconds) however steadily it drips. Raises httpx errors."""
    pieces = []
    for piece in response.iter_bytes():
        pieces.append(piece)
        if time.monotonic() > deadline:
            raise httpx.ReadTimeout("the answer takes too long")
    return b"".join(pieces)


def _may_create_again(error: RelayError) -> bool:
    return isinstance(error, RateLimited) or was_never_sent(error)


def _job_path(job_id: str) -> str:
    return f"{JOBS}/{quote(job_id, safe='')}"


def _file_path(job_id: str, file_id: str) -> str:
    return f"{_job_path(job_id)}/files/{quote(file_id, safe='')}"


def _status_of(value: object) -> str:
    return str(value.get("status", "queued")) if isinstance(value, dict) else "queued"


def _url_of(value: object) -> str:
    url = value.get("url") if isinstance(value, dict) else None
    if not isinstance(url, str):
        raise ContractError("The server's download link could not be read: there is no url.")
    return url


@lru_cache(maxsize=8)
def _tls(ca_bundle: Path | None, trust_env: bool) -> ssl.SSLContext:
    context = httpx.create_ssl_context(trust_env=trust_env)
    if ca_bundle is not None:
        context.load_verify_locations(cafile=str(ca_bundle))
    return context


def _checked_key(api_key: str) -> str:
    """The key as it can stand in a header; the error of a wrong one does not repeat it."""
    key = api_key.strip()
    if not key or not key.isascii() or not key.isprintable() or " " in key:
        raise KeyRejected(sentence("The API key is empty or holds characters that no key has."), status=401)
    return key
