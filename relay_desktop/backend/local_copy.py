"""Is a file on this disk the audio that a server has? By size, by hash where the server tells one, else by samples.

Samples are three pieces of the server's file, asked for by range, compared byte by byte.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Final

import httpx

from inference.sentences import sentence
from relay_desktop.backend.answers import error_of, unreachable
from relay_desktop.backend.client import RelayClient
from relay_desktop.errors import FileProblem, TransferCancelled

PIECE_BYTES: Final = 64 * 1024
_BLOCK_BYTES: Final = 4 * 1024 * 1024


class NotTheSame(FileProblem):
    """The file is another recording than the server's."""

    title = sentence("This is another recording.")
    advice = sentence("Choose the file that was sent to the server, or download it.")


def check_copy(
    client: RelayClient,
    job_id: str,
    file_id: str,
    path: Path,
    *,
    size_bytes: int | None,
    sha256: str | None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Compare the file at `path` with a file of a job. Raises NotTheSame, FileProblem, RelayError."""
    try:
        size = path.stat().st_size
        if size_bytes is not None and size != size_bytes:
            raise NotTheSame(
                path,
                sentence(
                    "{name} has {size:,} bytes, the server's file {expected:,}.",
                    name=path.name,
                    size=size,
                    expected=size_bytes,
                ),
            )
        if sha256 is not None:
            if _sha256(path, is_cancelled) != sha256.lower():
                raise NotTheSame(
                    path, sentence("{name} has the right size but other content.", name=path.name)
                )
            return
        _compare_pieces(client, job_id, file_id, path, size)
    except OSError as error:
        raise FileProblem(
            path, sentence("{name} cannot be read: {error}.", name=path.name, error=error.strerror)
        ) from error


def _sha256(path: Path, is_cancelled: Callable[[], bool]) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK_BYTES):
            if is_cancelled():
                raise TransferCancelled
            digest.update(block)
    return digest.hexdigest()


def _compare_pieces(client: RelayClient, job_id: str, file_id: str, path: Path, size: int) -> None:
    url = client.download_url(job_id, file_id)
    starts = sorted({0, max(0, size // 2 - PIECE_BYTES // 2), max(0, size - PIECE_BYTES)})
    with client.presigned() as http, path.open("rb") as file:
        for start in starts if size else ():
            file.seek(start)
            own = file.read(PIECE_BYTES)
            theirs, total = _piece(http, url, start, len(own))
            if (total is not None and total != size) or theirs != own:
                raise NotTheSame(
                    path, sentence("{name} has other content than the server's file.", name=path.name)
                )


def _piece(http: httpx.Client, url: str, start: int, length: int) -> tuple[bytes, int | None]:
    """A piece of the server's file and the file's size; a server without ranges is read up to the piece's end."""
    headers = {"Range": f"bytes={start}-{start + length - 1}"}
    try:
        with http.stream("GET", url, headers=headers, follow_redirects=True) as response:
            if not response.is_success:
                response.read()
                raise error_of(response, response.content)
            skip = 0 if response.status_code == httpx.codes.PARTIAL_CONTENT else start
            piece = _first_bytes(response, skip + length)[skip:]
            return piece, _total(response, skip == 0)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise unreachable(error) from error


def _first_bytes(response: httpx.Response, count: int) -> bytes:
    got = bytearray()
    for chunk in response.iter_bytes(PIECE_BYTES):
        got += chunk
        if len(got) >= count:
            break
    return bytes(got[:count])


def _total(response: httpx.Response, is_part: bool) -> int | None:
    said = response.headers.get("content-range", "").rpartition("/")[2]
    if not said and not is_part:
        said = response.headers.get("content-length", "")
    return int(said) if said.isdigit() else None
