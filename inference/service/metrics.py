"""Counters for Prometheus, in its text format."""

from __future__ import annotations

import threading
from collections import Counter

from inference.service.job_desk import JobDesk


class Metrics:
    """Requests by method and status since the start; thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: Counter[tuple[str, int]] = Counter()
        self._seconds = 0.0

    def count_request(self, method: str, status: int, seconds: float) -> None:
        """Note one answered request."""
        with self._lock:
            self._requests[method, status] += 1
            self._seconds += seconds

    def text(self, desk: JobDesk) -> str:
        """Everything, as a Prometheus server reads it."""
        with self._lock:
            requests, seconds = dict(self._requests), self._seconds
        lines = ["# TYPE relay_requests_total counter"]
        for (method, status), count in sorted(requests.items()):
            lines.append(f'relay_requests_total{{method="{_label(method)}",status="{status}"}} {count}')
        lines += ["# TYPE relay_request_seconds_total counter", f"relay_request_seconds_total {seconds:.6f}"]
        lines.append("# TYPE relay_files gauge")
        for name, count in sorted(desk.store.counts_by_status().items()):
            lines.append(f'relay_files{{status="{name}"}} {count}')
        up = int(desk.dispatcher.state in {"ready", "busy"})
        lines += ["# TYPE relay_worker_up gauge", f"relay_worker_up {up}"]
        lines += ["# TYPE relay_start_time_seconds gauge", f"relay_start_time_seconds {desk.started_at:.3f}"]
        return "\n".join(lines) + "\n"


def _label(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())[:16]
