"""The far end of a presigned upload: a multipart body streamed to the disk as it comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request

from inference.service.inbox import Arrival
from inference.service.job_desk import JobDesk
from inference.service.refusals import Refusal

if TYPE_CHECKING:
    from python_multipart.multipart import MultipartCallbacks

PORTION_BYTES = 512 * 1024
FORM_BYTES = 64 * 1024
"""How much a body may hold besides the file itself: fields, headers, boundaries."""


class FilePart:
    """Finds the part called `file` in a multipart body and writes it to an arrival."""

    def __init__(self, boundary: bytes, arrival: Arrival, announced_bytes: int) -> None:
        self._arrival = arrival
        self._limit = announced_bytes
        self._name = bytearray()
        self._value = bytearray()
        self._in_file = False
        self.has_file = False
        self.is_whole = False
        callbacks: MultipartCallbacks = {
            "on_part_begin": self._on_part_begin,
            "on_part_data": self._on_part_data,
            "on_header_field": self._on_header_field,
            "on_header_value": self._on_header_value,
            "on_header_end": self._on_header_end,
            "on_end": self._on_end,
        }
        self._parser = MultipartParser(boundary, callbacks)

    def feed(self, data: bytes) -> None:
        """Take the next bytes of the body. Raises Refusal 400, 413 or 507."""
        try:
            self._parser.write(data)
        except MultipartParseError as error:
            raise Refusal(400, "The upload is not a valid multipart form.") from error

    def _on_part_begin(self) -> None:
        self._in_file = False

    def _on_header_field(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]

    def _on_header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _on_header_end(self) -> None:
        if bytes(self._name).lower() == b"content-disposition":
            _, options = parse_options_header(bytes(self._value))
            self._in_file = options.get(b"name") == b"file" and not self.has_file
            self.has_file = self.has_file or self._in_file
        self._name.clear()
        self._value.clear()

    def _on_part_data(self, data: bytes, start: int, end: int) -> None:
        if not self._in_file:
            return
        if self._arrival.size + end - start > self._limit:
            raise Refusal(413, f"The upload is larger than the {self._limit:,} bytes that were announced.")
        self._arrival.write(memoryview(data)[start:end])

    def _on_end(self) -> None:
        self.is_whole = True


async def receive_upload(desk: JobDesk, token: str, request: Request) -> None:
    """Take a presigned upload. Raises Refusal 400, 403, 404, 409, 413 or 507; nothing is kept of a failed one."""
    file, arrival = await run_in_threadpool(desk.begin_upload, token)
    try:
        part = FilePart(_boundary(request), arrival, file.size_bytes)
        await _feed(part, request, file.size_bytes + FORM_BYTES)
        if not (part.has_file and part.is_whole):
            raise Refusal(400, "The upload has no part called 'file', or ends before it is complete.")
        await run_in_threadpool(desk.end_upload, file, arrival)
    except ClientDisconnect as error:
        raise Refusal(400, "The connection ended before the upload was complete.") from error
    finally:
        await run_in_threadpool(arrival.discard)


async def _feed(part: FilePart, request: Request, limit: int) -> None:
    waiting = bytearray()
    total = 0
    async for chunk in request.stream():
        waiting += chunk
        total += len(chunk)
        if total > limit:
            raise Refusal(413, "The upload is larger than was announced.")
        if len(waiting) >= PORTION_BYTES:
            await run_in_threadpool(part.feed, bytes(waiting))
            waiting.clear()
    await run_in_threadpool(part.feed, bytes(waiting))


def _boundary(request: Request) -> bytes:
    kind, options = parse_options_header(request.headers.get("content-type"))
    boundary = options.get(b"boundary")
    if kind != b"multipart/form-data" or not boundary:
        raise Refusal(400, "The upload must be a multipart form with the file in a part called 'file'.")
    return boundary
