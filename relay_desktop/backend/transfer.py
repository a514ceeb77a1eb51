"""One file to a service and back: ticket, presigned POST or hard link, confirm; progress and cancel throughout."""

from __future__ import annotations

import errno
import mimetypes
import os
import secrets
import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlparse
from urllib.request import url2pathname

import httpx

from inference.contract import UploadTicket
from inference.sentences import sentence
from relay_desktop.backend.answers import error_of, unreachable
from relay_desktop.backend.client import RelayClient
from relay_desktop.backend.open_sockets import OpenSockets
from relay_desktop.errors import (
    DiskFull,
    DownloadFailed,
    FileProblem,
    JobConflict,
    JobNotFound,
    RelayError,
    ServiceUnreachable,
    TransferCancelled,
    UploadFailed,
)

OnProgress = Callable[[int, int], None]
"""Called with bytes done and bytes in all."""
IsCancelled = Callable[[], bool]


@dataclass(frozen=True)
class Watch:
    """Who looks on at a transfer: told of progress, asked whether to stop."""

    on_progress: OnProgress = lambda done, total: None
    is_cancelled: IsCancelled = lambda: False

    def stop_if_cancelled(self) -> None:
        """Raise TransferCancelled when the person wants to stop."""
        if self.is_cancelled():
            raise TransferCancelled


CHUNK_BYTES = 256 * 1024
COPY_CHUNK_BYTES = 4 * 1024 * 1024
CANCEL_CHECK_S = 0.05


def upload_file(
    client: RelayClient,
    job_id: str,
    path: Path,
    on_progress: OnProgress = lambda done, total: None,
    is_cancelled: IsCancelled = lambda: False,
) -> str:
    """Send a file to a job and confirm it; the file's id.

    Tries again with a fresh ticket each time, as a presigned address may be spent. When only the answer to the
    confirmation is missing, the next call for the same file asks for it again and sends nothing, so that no file
    is processed twice. Raises FileProblem, DiskFull, UploadFailed, TransferCancelled or what the client raises.
    """
    watch = Watch(on_progress, is_cancelled)
    parcel = (job_id, path, *_facts(path))
    file_id = client.unconfirmed.get(parcel)
    if file_id is not None and _is_confirmed(client, job_id, file_id):
        client.unconfirmed.pop(parcel, None)
        return file_id
    file_id = client.retry.run(lambda: _send(client, job_id, path, watch), is_cancelled=is_cancelled)
    client.unconfirmed[parcel] = file_id
    client.confirm_upload(job_id, file_id)
    client.unconfirmed.pop(parcel, None)
    return file_id


def _send(client: RelayClient, job_id: str, path: Path, watch: Watch) -> str:
    """One try: a ticket and the bytes; the file's id."""
    size, changed_ns = _facts(path)
    watch.stop_if_cancelled()
    ticket = client.request_upload(job_id, path.name, content_type_of(path), size)
    if ticket.upload_url.lower().startswith("file:"):
        _place(_granted_place(client, ticket), path, watch)
    else:
        _post(client, ticket, path, size, watch)
    if _facts(path) != (size, changed_ns):
        raise FileProblem(
            path,
            sentence("The file changed while it was being sent."),
            sentence("Try again when it is finished."),
        )
    return ticket.file_id


def _is_confirmed(client: RelayClient, job_id: str, file_id: str) -> bool:
    """Confirm what was sent before; False when the service has nothing of it and it must be sent anew."""
    try:
        client.confirm_upload(job_id, file_id)
    except (JobNotFound, JobConflict):
        return False
    return True


def download_file(
    client: RelayClient,
    job_id: str,
    file_id: str,
    target: Path,
    *,
    expected_bytes: int | None = None,
    on_progress: OnProgress = lambda done, total: None,
    is_cancelled: IsCancelled = lambda: False,
) -> Path:
    """Fetch the original audio of a file to `target`, whole and of the expected size, or not at all.

    Raises DownloadFailed, DiskFull, FileProblem, TransferCancelled or what the client raises.
    """

    watch = Watch(on_progress, is_cancelled)

    def attempt() -> Path:
        watch.stop_if_cancelled()
        url = client.download_url(job_id, file_id)
        part = target.with_name(f"{target.name}.{secrets.token_hex(4)}.part")
        try:
            _fetch(client, url, part, watch)
            _check_size(part, expected_bytes)
            os.replace(part, target)
        except OSError as error:
            raise _disk_error(target, error) from error
        finally:
            part.unlink(missing_ok=True)
        return target

    return client.retry.run(attempt, is_cancelled=is_cancelled)


def _check_size(part: Path, expected_bytes: int | None) -> None:
    size = part.stat().st_size
    if expected_bytes is not None and size != expected_bytes:
        raise DownloadFailed(
            sentence(
                "{size:,} bytes arrived, but the server speaks of {expected_bytes:,}.",
                size=size,
                expected_bytes=expected_bytes,
            )
        )


def content_type_of(path: Path) -> str:
    """The MIME type by the name's suffix."""
    own = {".wav": "audio/wav", ".flac": "audio/flac", ".aif": "audio/aiff", ".aiff": "audio/aiff"}
    suffix = path.suffix.lower()
    return own.get(suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"


# Presigned POST


def _post(client: RelayClient, ticket: UploadTicket, path: Path, size: int, watch: Watch) -> None:
    """Send the form: every upload field first, the file last, as storages demand."""
    form = _Form(ticket.upload_fields, path.name, content_type_of(path))
    headers = {"Content-Type": form.content_type, "Content-Length": str(form.length(size))}
    with _opened(path) as file, client.presigned() as http, _breakable(watch) as extensions:
        content = form.body(_read_chunks(file, path, size, watch))
        try:
            response = http.post(ticket.upload_url, content=content, headers=headers, extensions=extensions)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            watch.stop_if_cancelled()
            raise unreachable(error) from error
    if not response.is_success:
        raise _upload_error(response)


def _upload_error(response: httpx.Response) -> RelayError:
    error = error_of(response, response.content)
    if error.is_temporary:
        return error
    status = response.status_code
    # 403 is how storages say that a ticket has expired or is spent: a fresh one may work.
    title = (
        error.title
        if status in {400, 409, 413, 507}
        else sentence("The storage refused the file (status {status}).", status=status)
    )
    return UploadFailed(title, is_temporary=status in {400, 403, 404})


class _Form:
    """A multipart/form-data body with known length."""

    def __init__(self, fields: Mapping[str, str], filename: str, content_type: str) -> None:
        boundary = secrets.token_hex(16)
        self.content_type = f"multipart/form-data; boundary={boundary}"
        parts = [
            f'--{boundary}\r\nContent-Disposition: form-data; name="{_quoted(name)}"\r\n\r\n{value}\r\n'
            for name, value in fields.items()
        ]
        parts.append(
            f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{_quoted(filename)}"\r\n'
            f"Content-Type: {content_type}\r\n\r\n"
        )
        self._head = "".join(parts).encode("utf-8", "surrogateescape")
        self._tail = f"\r\n--{boundary}--\r\n".encode()

    def length(self, file_bytes: int) -> int:
        """Bytes of the whole body around a file of this size."""
        return len(self._head) + file_bytes + len(self._tail)

    def body(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        """The body in pieces."""
        yield self._head
        yield from chunks
        yield self._tail


def _quoted(text: str) -> str:
    # As HTML5 prescribes for multipart names.
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


def _read_chunks(file: BinaryIO, path: Path, size: int, watch: Watch) -> Iterator[bytes]:
    """The file from the disk piece by piece; a cancel makes the read raise, which breaks the POST off."""
    done = 0
    watch.on_progress(0, size)
    while done < size:
        watch.stop_if_cancelled()
        try:
            chunk = file.read(min(CHUNK_BYTES, size - done))
        except OSError as error:
            raise FileProblem(
                path, sentence("The file cannot be read: {error}.", error=error.strerror)
            ) from error
        if not chunk:
            raise FileProblem(path, sentence("The file became shorter while it was being sent."))
        yield chunk
        done += len(chunk)
        watch.on_progress(done, size)


@contextmanager
def _breakable(watch: Watch) -> Iterator[dict[str, Any]]:
    """Request extensions with which a cancel breaks the connection even while it waits for a silent server."""
    sockets = OpenSockets()
    finished = threading.Event()

    def wait() -> None:
        while not finished.wait(CANCEL_CHECK_S):
            if watch.is_cancelled():
                sockets.shut()
                return

    watcher = threading.Thread(target=wait, name="transfer-cancel", daemon=True)
    watcher.start()
    try:
        yield sockets.extensions
    finally:
        finished.set()
        watcher.join()


# File tickets of this computer's own service


def _granted_place(client: RelayClient, ticket: UploadTicket) -> Path:
    """Where a `file:` ticket wants the file. Raises UploadFailed for any place outside the service's folder."""
    place = Path(url2pathname(urlparse(ticket.upload_url).path))
    root = client.file_ticket_root
    if root is None or not place.resolve().is_relative_to(root.resolve()):
        raise UploadFailed(
            sentence("The server asked for a file to be put where it has no right to."),
            sentence("Check the server address of this account."),
            is_temporary=False,
        )
    return place


def _place(place: Path, path: Path, watch: Watch) -> None:
    """Put the file there by hard link, else by copy; complete under its name or not there at all."""
    part = place.with_name(f"{place.name}.{secrets.token_hex(4)}.part")
    try:
        try:
            os.link(path.resolve(strict=True), part)
        except FileNotFoundError as error:
            raise _missing(path, part) from error
        except OSError:
            _copy(path, part, watch)
        size = part.stat().st_size
        os.replace(part, place)
    except OSError as error:
        raise _disk_error(place, error) from error
    finally:
        part.unlink(missing_ok=True)
    watch.on_progress(size, size)


def _missing(path: Path, part: Path) -> RelayError:
    if path.exists():
        return ServiceUnreachable(
            sentence("The folder of the detection engine is gone ({parent}).", parent=part.parent)
        )
    return FileProblem(path, sentence("The file is no longer there."))


def _copy(path: Path, part: Path, watch: Watch) -> None:
    total, done = _facts(path)[0], 0
    with _opened(path) as source, part.open("xb") as target:
        while chunk := source.read(COPY_CHUNK_BYTES):
            watch.stop_if_cancelled()
            target.write(chunk)
            done += len(chunk)
            watch.on_progress(done, max(done, total))
    shutil.copystat(path, part)


# Download


def _fetch(client: RelayClient, url: str, part: Path, watch: Watch) -> None:
    with client.presigned() as http, _breakable(watch) as extensions:
        http.follow_redirects = True
        try:
            with http.stream("GET", url, extensions=extensions) as response:
                if not response.is_success:
                    response.read()
                    error = error_of(response, response.content)
                    raise error if error.is_temporary else DownloadFailed(error.title, is_temporary=False)
                _save(response, part, watch)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            watch.stop_if_cancelled()
            raise unreachable(error) from error


def _save(response: httpx.Response, part: Path, watch: Watch) -> None:
    announced = response.headers.get("content-length", "")
    total = int(announced) if announced.isdigit() and "content-encoding" not in response.headers else None
    done = 0
    with part.open("xb") as file:
        for chunk in response.iter_bytes(CHUNK_BYTES):
            watch.stop_if_cancelled()
            file.write(chunk)
            done += len(chunk)
            watch.on_progress(done, total if total is not None else done)
    if total is not None and done != total:
        raise DownloadFailed(
            sentence("Only {done:,} of {total:,} bytes of the file arrived.", done=done, total=total)
        )


# Small parts


def _facts(path: Path) -> tuple[int, int]:
    """Size in bytes and time of the last change in ns. Raises FileProblem."""
    try:
        if not path.is_file():
            if path.is_dir():
                raise FileProblem(path, sentence("{name} is a folder.", name=path.name))
            raise FileProblem(path, sentence("{name} is no longer there.", name=path.name))
        facts = path.stat()
        return facts.st_size, facts.st_mtime_ns
    except OSError as error:
        raise FileProblem(
            path, sentence("{name} cannot be read: {error}.", name=path.name, error=error.strerror)
        ) from error


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise FileProblem(
            path, sentence("{name} cannot be read: {error}.", name=path.name, error=error.strerror)
        ) from error


def _disk_error(path: Path, error: OSError) -> FileProblem:
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return DiskFull(path)
    return FileProblem(
        path,
        sentence("The file cannot be written: {error}.", error=error.strerror),
        sentence("Check the folder's permissions."),
    )
