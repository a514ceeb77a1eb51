from __future__ import annotations

import pytest

from relay_desktop.backend.retry import RetryPolicy
from relay_desktop.errors import JobNotFound, RateLimited, RelayError, ServiceBroken, TransferCancelled


class Trial:
    """A call that fails in prepared ways, and a clock that only counts."""

    def __init__(self, *errors: RelayError) -> None:
        self.errors = list(errors)
        self.calls = 0
        self.waited_s = 0.0

    def __call__(self) -> str:
        self.calls += 1
        if self.errors:
            raise self.errors.pop(0)
        return "done"

    def wait(self, seconds: float) -> None:
        self.waited_s += seconds

    def policy(self, attempts: int = 4) -> RetryPolicy:
        return RetryPolicy(attempts=attempts, wait=self.wait, chance=lambda: 1.0)


def test_a_passing_fault_is_tried_again_after_a_pause_that_doubles() -> None:
    trial = Trial(ServiceBroken(), ServiceBroken(), ServiceBroken())
    assert trial.policy().run(trial) == "done"
    assert (trial.calls, trial.waited_s) == (4, pytest.approx(0.5 + 1.0 + 2.0))


def test_a_lasting_fault_is_not_tried_again() -> None:
    trial = Trial(JobNotFound(), ServiceBroken())
    with pytest.raises(JobNotFound):
        trial.policy().run(trial)
    assert (trial.calls, trial.waited_s) == (1, 0.0)


def test_tries_run_out() -> None:
    trial = Trial(*(ServiceBroken(status=503 + n) for n in range(3)))
    with pytest.raises(ServiceBroken):
        trial.policy(attempts=3).run(trial)
    assert trial.calls == 3


def test_retry_after_is_followed_but_not_for_ever() -> None:
    trial = Trial(RateLimited(retry_after_s=7), RateLimited(retry_after_s=1e6))
    trial.policy().run(trial)
    assert trial.waited_s == pytest.approx(7 + 120, abs=0.2)


def test_jitter_takes_up_to_half_of_a_pause_away() -> None:
    least, most = RetryPolicy(chance=lambda: 0.0), RetryPolicy(chance=lambda: 1.0)
    error = ServiceBroken()
    assert [least.pause_s(n, error) for n in (1, 2, 3)] == [0.25, 0.5, 1.0]
    assert [most.pause_s(n, error) for n in (1, 2, 3, 20)] == [0.5, 1.0, 2.0, 30.0]


def test_a_cancel_ends_the_waiting() -> None:
    trial = Trial(RateLimited(retry_after_s=100))
    with pytest.raises(TransferCancelled):
        trial.policy().run(trial, is_cancelled=lambda: trial.waited_s > 1.0)
    assert trial.waited_s < 1.5
