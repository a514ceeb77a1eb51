"""Trying again: which errors, how often, after how long. Time comes in as parameters, so that tests do not wait."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from relay_desktop.errors import RelayError, ServiceRefused, TransferCancelled

Result = TypeVar("Result")

CANCEL_CHECK_S = 0.1


@dataclass(frozen=True)
class RetryPolicy:
    """`attempts` tries in all; pauses from `first_pause_s` doubling to `longest_pause_s`, with jitter.

    A server's Retry-After is followed up to `longest_retry_after_s`. `wait` sleeps that many seconds; `chance`
    gives a number in 0-1.
    """

    attempts: int = 4
    first_pause_s: float = 0.5
    longest_pause_s: float = 30.0
    longest_retry_after_s: float = 120.0
    wait: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random

    def pause_s(self, failures: int, error: RelayError) -> float:
        """Seconds to wait after so many failures (1 and up)."""
        backoff = min(self.longest_pause_s, self.first_pause_s * 2.0 ** (failures - 1))
        # Between half and all of it, so that many clients do not come back together.
        backoff *= 0.5 + 0.5 * self.chance()
        asked = error.retry_after_s if isinstance(error, ServiceRefused) else None
        return backoff if asked is None else max(backoff, min(asked, self.longest_retry_after_s))

    def run(
        self,
        call: Callable[[], Result],
        *,
        may_retry: Callable[[RelayError], bool] = lambda error: error.is_temporary,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> Result:
        """Call until it succeeds, an error may not be retried, or tries run out. Raises TransferCancelled too."""
        failures = 0
        while True:
            try:
                return call()
            except RelayError as error:
                failures += 1
                if failures >= self.attempts or not may_retry(error):
                    raise
                self._rest(self.pause_s(failures, error), is_cancelled)

    def _rest(self, seconds: float, is_cancelled: Callable[[], bool]) -> None:
        left = seconds
        while left > 0:
            if is_cancelled():
                raise TransferCancelled
            self.wait(min(left, CANCEL_CHECK_S))
            left -= CANCEL_CHECK_S
        if is_cancelled():
            raise TransferCancelled


ONCE = RetryPolicy(attempts=1)
"""No second try."""
