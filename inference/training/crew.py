"""Processes that work side by side at one step of the training, and end with the one that called them."""

from __future__ import annotations

import os
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait

import torch


def crew(workers: int) -> ProcessPoolExecutor:
    """So many processes, each with one thread of PyTorch's own.

    Fresh ones: one forked from a process in which PyTorch has threads waits for them for ever.
    """
    return ProcessPoolExecutor(workers, get_context("spawn"), _begin)


def end_with_caller() -> None:
    """From now on this process ends when the one that started it has ended, however that was.

    One that is killed can tell nobody to stop: its helpers would work on for an hour, and then wait for ever.
    """
    caller = parent_process()
    if caller is not None:
        threading.Thread(target=_end_after, args=(caller.sentinel,), name="caller-watch", daemon=True).start()


def _begin() -> None:
    torch.set_num_threads(1)
    end_with_caller()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
