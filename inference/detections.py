"""DetectionTable: detections as numpy columns.

A row is one detection: artifact type, start and end in integer milliseconds, confidence 0-1. Columns instead of
objects because a million of them are retuned within one frame of the window.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray


class DetectionTable:
    """Immutable columns of n detections.

    `type_codes` int32 (n,) index into `types`; `start_ms`, `end_ms` int64 (n,); `confidence` float64 (n,).
    Row order is whatever the maker gave; `sorted()` gives start, end, type.
    """

    def __init__(
        self,
        types: Sequence[str],
        type_codes: ArrayLike,
        start_ms: ArrayLike,
        end_ms: ArrayLike,
        confidence: ArrayLike,
    ) -> None:
        """Raises ValueError when columns differ in length or a type code names no type."""
        self.types: tuple[str, ...] = tuple(types)
        self.type_codes: NDArray[np.int32] = _frozen(type_codes, np.int32)
        self.start_ms: NDArray[np.int64] = _frozen(start_ms, np.int64)
        self.end_ms: NDArray[np.int64] = _frozen(end_ms, np.int64)
        self.confidence: NDArray[np.float64] = _frozen(confidence, np.float64)
        lengths = {len(column) for column in self._columns}
        if len(lengths) != 1:
            raise ValueError(f"detection columns differ in length: {sorted(lengths)}")
        if len(self) and not (self.type_codes.min() >= 0 and self.type_codes.max() < len(self.types)):
            raise ValueError("a type code is outside the table's types")

    @property
    def _columns(self) -> tuple[NDArray[Any], ...]:
        return self.type_codes, self.start_ms, self.end_ms, self.confidence

    @classmethod
    def empty(cls, types: Sequence[str] = ()) -> DetectionTable:
        """A table without rows."""
        return cls(types, (), (), (), ())

    @classmethod
    def from_columns(
        cls, artifact_types: Sequence[str], start_ms: ArrayLike, end_ms: ArrayLike, confidence: ArrayLike
    ) -> DetectionTable:
        """From one type name per row beside the other columns."""
        codes: dict[str, int] = {}
        type_codes = [codes.setdefault(name, len(codes)) for name in artifact_types]
        return cls(tuple(codes), type_codes, start_ms, end_ms, confidence)

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, Any]]) -> DetectionTable:
        """From the API's detection objects.

        Raises ValueError with a sentence when a row lacks a field, holds something that is no number, ends
        before it starts or has a confidence outside 0-1.
        """
        rows = list(rows)
        try:
            names = [str(row["artifact_type"]) for row in rows]
            start = np.array([_whole_ms(row["start_ms"]) for row in rows], dtype=np.int64)
            end = np.array([_whole_ms(row["end_ms"]) for row in rows], dtype=np.int64)
            confidence = np.array([float(row["confidence"]) for row in rows], dtype=np.float64)
        except KeyError as error:
            raise ValueError(f"a detection lacks {error.args[0]}") from error
        except (TypeError, OverflowError) as error:
            raise ValueError(f"a detection holds something that is no number: {error}") from error
        if np.any(end < start):
            raise ValueError("a detection ends before it starts")
        if not np.all((confidence >= 0.0) & (confidence <= 1.0)):
            raise ValueError("a detection's confidence is outside 0 to 1")
        return cls.from_columns(names, start, end, confidence)

    def to_rows(self) -> list[dict[str, Any]]:
        """As the API's detection objects, in row order."""
        names = self.types
        columns = (column.tolist() for column in self._columns)
        return [
            {"artifact_type": names[code], "start_ms": start, "end_ms": end, "confidence": confidence}
            for code, start, end, confidence in zip(*columns, strict=True)
        ]

    def __len__(self) -> int:
        return len(self.start_ms)

    def __eq__(self, other: object) -> bool:
        """Equal when the same rows come in the same order; the order of `types` does not matter."""
        if not isinstance(other, DetectionTable):
            return NotImplemented
        return (
            len(self) == len(other)
            and bool(np.array_equal(self.start_ms, other.start_ms))
            and bool(np.array_equal(self.end_ms, other.end_ms))
            and bool(np.array_equal(self.confidence, other.confidence))
            and bool(np.array_equal(self.type_codes, other.recoded(self.types).type_codes))
        )

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"DetectionTable({len(self)} rows of {', '.join(self.types) or 'no type'})"

    def artifact_type(self, row: int) -> str:
        """The type name of one row."""
        return self.types[int(self.type_codes[row])]

    def duration_ms(self) -> NDArray[np.int64]:
        """End minus start of every row, int64 (n,)."""
        return self.end_ms - self.start_ms

    def select(self, rows: ArrayLike) -> DetectionTable:
        """The rows of a boolean mask, a slice of indices or an index array, types kept."""
        index = np.asarray(rows)
        if index.size == 0 and index.dtype != np.bool_:
            index = index.astype(np.int64)
        return DetectionTable(self.types, *(column[index] for column in self._columns))

    def of_type(self, artifact_type: str) -> DetectionTable:
        """The rows of one type."""
        if artifact_type not in self.types:
            return DetectionTable.empty(self.types)
        return self.select(self.type_codes == self.types.index(artifact_type))

    def recoded(self, types: Sequence[str]) -> DetectionTable:
        """The same rows with `types` first in the vocabulary, so that codes of two tables can be compared."""
        vocabulary = tuple(dict.fromkeys((*types, *self.types)))
        if vocabulary == self.types:
            return self
        codes = np.array([vocabulary.index(name) for name in self.types], dtype=np.int32)
        recoded = codes[self.type_codes] if len(self) else self.type_codes
        return DetectionTable(vocabulary, recoded, *self._columns[1:])

    def sorted(self) -> DetectionTable:
        """Ordered by start, end, type name."""
        if self.is_sorted:
            return self
        return self.select(np.lexsort((self.type_ranks[self.type_codes], self.end_ms, self.start_ms)))

    @cached_property
    def is_sorted(self) -> bool:
        """Whether rows already come by start, end, type name."""
        return bool(_ascending(self.start_ms, self.end_ms, self.type_ranks[self.type_codes]))

    @cached_property
    def type_ranks(self) -> NDArray[np.int32]:
        """Place of every type in alphabetical order, int32 (len(types) or 1,)."""
        ranks = np.zeros(max(1, len(self.types)), dtype=np.int32)
        for rank, name in enumerate(sorted(self.types)):
            ranks[self.types.index(name)] = rank
        return ranks

    def counts_by_type(self) -> dict[str, int]:
        """Rows per type, in the order of `types`, zero included."""
        counts = np.bincount(self.type_codes, minlength=len(self.types))
        return {name: int(count) for name, count in zip(self.types, counts, strict=False)}


def concatenate(tables: Sequence[DetectionTable]) -> DetectionTable:
    """All rows of `tables` one after the other under one vocabulary."""
    types = tuple(dict.fromkeys(name for table in tables for name in table.types))
    if not tables:
        return DetectionTable.empty()
    recoded = [table.recoded(types) for table in tables]
    return DetectionTable(
        types,
        np.concatenate([table.type_codes for table in recoded]),
        np.concatenate([table.start_ms for table in recoded]),
        np.concatenate([table.end_ms for table in recoded]),
        np.concatenate([table.confidence for table in recoded]),
    )


def _frozen(values: ArrayLike, dtype: type[Any]) -> NDArray[Any]:
    column = np.ascontiguousarray(values, dtype=dtype)
    if column.ndim != 1:
        raise ValueError("a detection column has one dimension")
    if column is values or column.base is not None:
        column = column.view()
    column.flags.writeable = False
    return column


def _whole_ms(value: Any) -> int:
    """A time as the wire gives it: an integer, or a float or string that stands for one (tolerant in)."""
    if isinstance(value, bool):
        raise TypeError("a time is true or false")
    if isinstance(value, int):
        return value
    number = float(value)
    if not np.isfinite(number):
        raise TypeError(f"{value!r} is no time")
    return round(number)


def _ascending(start: NDArray[Any], end: NDArray[Any], rank: NDArray[Any]) -> np.bool_:
    same_start = start[1:] == start[:-1]
    same_end = same_start & (end[1:] == end[:-1])
    falls = (
        (start[1:] < start[:-1]) | (same_start & (end[1:] < end[:-1])) | (same_end & (rank[1:] < rank[:-1]))
    )
    return np.bool_(not falls.any())
