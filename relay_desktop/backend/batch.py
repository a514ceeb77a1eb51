"""Many files to one job, several at a time; what is wrong with one file does not stop the others."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from relay_desktop.backend.client import RelayClient
from relay_desktop.backend.transfer import IsCancelled, upload_file
from relay_desktop.errors import RelayError

AT_ONCE = 5
"""As many as the API's documentation shows."""


@dataclass(frozen=True)
class Sent:
    """How one file of a batch ended: with its id, or with an error."""

    path: Path
    file_id: str | None = None
    error: RelayError | None = None


def upload_files(
    client: RelayClient,
    job_id: str,
    paths: Iterable[Path],
    *,
    at_once: int = AT_ONCE,
    on_progress: Callable[[Path, int, int], None] = lambda path, done, total: None,
    on_sent: Callable[[Sent], None] = lambda sent: None,
    is_cancelled: IsCancelled = lambda: False,
) -> list[Sent]:
    """Send files to a job, `at_once` side by side; in the order of `paths`, when all have ended.

    Callbacks come from the sending threads: `on_progress` with bytes done and in all, `on_sent` once per file.
    A cancel ends every transfer under way and those still to come with TransferCancelled as their error.
    """

    given_up = threading.Event()

    def send(path: Path) -> Sent:
        try:
            file_id = upload_file(
                client,
                job_id,
                path,
                lambda done, total: on_progress(path, done, total),
                lambda: given_up.is_set() or is_cancelled(),
            )
            sent = Sent(path, file_id)
        except RelayError as error:
            sent = Sent(path, error=error)
        on_sent(sent)
        return sent

    with ThreadPoolExecutor(max_workers=at_once, thread_name_prefix="upload") as pool:
        try:
            return list(pool.map(send, paths))
        except BaseException:  # Ctrl-C: what is under way ends at once, the rest does not begin
            given_up.set()
            pool.shutdown(wait=False, cancel_futures=True)
            raise
