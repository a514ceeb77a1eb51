"""From what HTTP gave to a value or to a RelayError that a person can act on."""

from __future__ import annotations

import email.utils
import json
import time
from datetime import UTC, datetime

import httpx

from inference.sentences import sentence
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
    ServiceRefused,
    ServiceUnreachable,
)

LONGEST_DETAIL = 400

_BY_STATUS: dict[int, type[ServiceRefused]] = {
    401: KeyRejected,
    403: KeyRejected,
    404: JobNotFound,
    409: JobConflict,
    410: JobNotFound,
    408: ServiceBroken,
    429: RateLimited,
    507: ServiceFull,
}


def error_of(response: httpx.Response, body: bytes, now: float | None = None) -> RelayError:
    """The error for an answer that is not 2xx; `now` is seconds since 1970, for dates in Retry-After."""
    status = response.status_code
    if 300 <= status < 400:
        target = response.headers.get("location", "")
        host = httpx.URL(target).host if _is_url(target) else ""
        return Redirected(
            sentence("The server points to another address ({host}).", host=host) if host else None
        )
    kind = _BY_STATUS.get(status) or (ServiceBroken if status >= 500 else RequestRejected)
    detail = _detail(body)
    title = (
        sentence("{title} It says: {detail}", title=kind.title, detail=detail)
        if detail
        else sentence("{title} (status {status})", title=kind.title, status=status)
    )
    return kind(title, status=status, retry_after_s=retry_after_s(response.headers, now))


def retry_after_s(headers: httpx.Headers, now: float | None = None) -> float | None:
    """Retry-After in seconds: a number, or a date compared with the server's own clock where it says its time."""
    value = headers.get("retry-after", "").strip()
    if not value:
        return None
    if value.isdigit():
        return float(value)
    until = _date(value)
    if until is None:
        return None
    server_now = _date(headers.get("date", ""))
    reference = server_now if server_now is not None else (time.time() if now is None else now)
    return max(0.0, until - reference)


def json_of(body: bytes) -> object:
    """The JSON value of a 2xx answer. Raises BadAnswer."""
    try:
        value: object = json.loads(body)
    except (ValueError, RecursionError) as error:
        if body.lstrip()[:1] == b"<":
            raise BadAnswer(
                sentence("The service gave an answer that could not be understood (a web page).")
            ) from error
        raise BadAnswer(
            sentence("The service gave an answer that could not be understood (not JSON).")
        ) from error
    return value


def unreachable(error: Exception) -> ServiceUnreachable:
    """The error for a call that got no whole answer."""
    if isinstance(error, httpx.TimeoutException):
        return ServiceUnreachable(sentence("The service did not answer in time."))
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol):
        wrong = ServiceUnreachable(
            sentence("The server address is not valid."), sentence("Check the address of this account.")
        )
        wrong.is_temporary = False
        return wrong
    if isinstance(error, httpx.RemoteProtocolError | httpx.ReadError | httpx.WriteError):
        return ServiceUnreachable(sentence("The connection to the service broke off."))
    if isinstance(error, httpx.ProxyError):
        return ServiceUnreachable(
            sentence("The proxy does not let the call through."),
            sentence("Check the proxy settings of this account."),
        )
    return ServiceUnreachable()


def was_never_sent(error: BaseException) -> bool:
    """Whether the server cannot have acted on the call, so that repeating it is safe even for creating."""
    return isinstance(error.__cause__, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout)


def _detail(body: bytes) -> str | None:
    """The sentence in an error's JSON: `detail`, `message` or `error`, also as FastAPI lists them."""
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict):
        return None
    found = next((value[name] for name in ("detail", "message", "error") if value.get(name)), None)
    if isinstance(found, list) and found and isinstance(found[0], dict):
        found = found[0].get("msg")
    if isinstance(found, dict):
        found = found.get("message")
    return _one_line(found) if isinstance(found, str) else None


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    line = line if len(line) <= LONGEST_DETAIL else line[: LONGEST_DETAIL - 1] + "…"
    return line if line.endswith((".", "!", "?", "…")) else line + "."


def _date(value: str) -> float | None:
    try:
        moment = email.utils.parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return (moment - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds()


def _is_url(value: str) -> bool:
    try:
        return bool(httpx.URL(value).host)
    except httpx.InvalidURL:
        return False
