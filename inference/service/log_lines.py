"""The log of a service for programs: one JSON object per line, with the id of the request it belongs to."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime

from inference.service.gate import REQUEST_ID


class JsonLines(logging.Formatter):
    """time, level, logger, message; of a request its facts; of a fault its traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, object] = {
            "time": moment.replace("+00:00", "Z"),
            "level": record.levelname,
            "logger": record.name,
        }
        facts = getattr(record, "facts", None)
        line |= facts if isinstance(facts, dict) else {"message": record.getMessage()}
        request_id = REQUEST_ID.get()
        if request_id is not None:
            line.setdefault("request_id", request_id)
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)
