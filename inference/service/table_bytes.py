"""A DetectionTable as bytes and back: how results lie in the database and travel from the worker."""

from __future__ import annotations

import io

import numpy as np

from inference.detections import DetectionTable


def table_to_bytes(table: DetectionTable) -> bytes:
    """The columns as an uncompressed npz archive; nothing is rounded."""
    buffer = io.BytesIO()
    np.savez(
        buffer,
        types=np.array(table.types, dtype=np.str_),
        type_codes=table.type_codes,
        start_ms=table.start_ms,
        end_ms=table.end_ms,
        confidence=table.confidence,
    )
    return buffer.getvalue()


def table_from_bytes(data: bytes) -> DetectionTable:
    """What `table_to_bytes` gave. Raises ValueError for anything else."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as archive:
            return DetectionTable(
                [str(name) for name in archive["types"]],
                archive["type_codes"],
                archive["start_ms"],
                archive["end_ms"],
                archive["confidence"],
            )
    except (KeyError, OSError, EOFError) as error:
        raise ValueError(f"these bytes hold no detections: {error}") from error
