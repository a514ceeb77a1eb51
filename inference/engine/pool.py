"""Work of a detection spread over threads, each of which computes by itself.

PyTorch's own threads meet after every small operation, which costs most of their gain and, on a busy machine,
far more; whole blocks side by side do not meet at all.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import TypeVar, cast

import torch

Item = TypeVar("Item")
Made = TypeVar("Made")


class Pool(ThreadPoolExecutor):
    """Threads in which PyTorch uses no further threads."""

    def __init__(self, threads: int) -> None:
        super().__init__(threads, "relay-engine", initializer=partial(torch.set_num_threads, 1))
        self.threads = threads


@contextmanager
def alone() -> Iterator[None]:
    """PyTorch uses no further threads for this one: they would wait for its next small operation, busily."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(threads)


def in_order(pool: Pool | None, work: Callable[[Item], Made], items: Iterable[Item]) -> Iterator[Made]:
    """``work`` of each item, in their order, a few ahead in the pool; without a pool one after the other.

    An error in ``items`` or in ``work`` is raised here; what was begun is waited for by the pool's end.
    """
    if pool is None:
        yield from map(work, items)
        return
    ahead: deque[Future[Made]] = deque()
    for item in items:
        ahead.append(pool.submit(work, item))
        if len(ahead) > pool.threads:
            yield ahead.popleft().result()
    while ahead:
        yield ahead.popleft().result()


def ahead(pool: Pool, items: Iterator[Item]) -> Iterator[Item]:
    """The same items, the next of which is made in the pool meanwhile. Errors of ``items`` are raised here."""
    end = object()
    coming = pool.submit(next, items, end)
    while (item := coming.result()) is not end:
        coming = pool.submit(next, items, end)
        yield cast(Item, item)
