"""Tuning: threshold, then merge, then minimum duration.

One pure function for the sliders, the service and the command line. Per file and artifact type: keep
`confidence >= threshold`; join rows whose gap to the greatest end so far is at most the merge window (start of
the first, greatest end, greatest confidence); keep what lasts at least the minimum duration. The order and the
inclusive comparisons follow the documentation of the Relay inference API.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.contract import ModelCard, TuningConfig
from inference.detections import DetectionTable

Rows = NDArray[np.int64]

# Distance between the time axes of two types, beyond every gap that a merge window (5,000 ms at most) bridges.
_BEYOND_ANY_WINDOW_MS = 5001


@dataclass(frozen=True)
class TypeTuning:
    """Own values of one artifact type; None follows the common value."""

    threshold: float | None = None
    merge_window_ms: int | None = None
    min_duration_ms: int | None = None

    def over(self, config: TuningConfig) -> TuningConfig:
        """`config` with this type's own values. Raises pydantic.ValidationError outside the API's ranges."""
        own = {name: value for name, value in vars(self).items() if value is not None}
        return TuningConfig.model_validate({**config.model_dump(), **own}) if own else config


@dataclass(frozen=True)
class TuningRules:
    """The common three numbers and the own values of some types."""

    config: TuningConfig = field(default_factory=TuningConfig)
    by_type: Mapping[str, TypeTuning] = field(default_factory=dict)

    def for_type(self, artifact_type: str) -> TuningConfig:
        """The numbers that hold for one type."""
        own = self.by_type.get(artifact_type)
        return own.over(self.config) if own else self.config

    def with_type(self, artifact_type: str, own: TypeTuning | None) -> TuningRules:
        """The same rules with other own values for one type; None or an empty TypeTuning removes them."""
        by_type = {name: value for name, value in self.by_type.items() if name != artifact_type}
        if own is not None and own != TypeTuning():
            by_type[artifact_type] = own
        return TuningRules(self.config, by_type)

    @classmethod
    def from_card(cls, card: ModelCard, config: TuningConfig | None = None) -> TuningRules:
        """The card's values per type wherever they differ from the common ones."""
        common = config or TuningConfig()
        by_type = {}
        for artifact_type, advised in card.tuning.items():
            ours, theirs = common.model_dump(), advised.model_dump()
            own = {name: value for name, value in theirs.items() if value != ours[name]}
            if own:
                by_type[artifact_type] = TypeTuning(**own)
        return cls(common, by_type)

    def to_json(self) -> dict[str, Any]:
        """As plain JSON values; own values of a type only where it has them."""
        own = {
            name: {key: value for key, value in vars(tuning).items() if value is not None}
            for name, tuning in self.by_type.items()
        }
        return {**self.config.model_dump(), "by_type": own}

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> TuningRules:
        """What `to_json` gave. Raises ValueError (pydantic.ValidationError, TypeError) when it is something else."""
        by_type = {str(name): TypeTuning(**own) for name, own in value.get("by_type", {}).items()}
        rules = cls(TuningConfig.model_validate(value), by_type)
        for name in by_type:
            rules.for_type(name)
        return rules


@dataclass(frozen=True)
class Retuned:
    """What the rules leave of a raw table of n rows, and what they hide.

    `shown` has m rows ordered by start, end, type. `hidden_by_threshold` counts raw rows per type,
    `hidden_by_min_duration` merged rows per type; types with nothing hidden are left out.
    """

    shown: DetectionTable
    raw_count: int
    hidden_by_threshold: dict[str, int]
    hidden_by_min_duration: dict[str, int]
    _kept_rows: Rows = field(repr=False)
    _first_member: Rows = field(repr=False)
    _member_count: Rows = field(repr=False)

    @cached_property
    def member_offsets(self) -> Rows:
        """int64 (m + 1,): row i of `shown` was joined from member_rows[offsets[i]:offsets[i + 1]]."""
        return np.concatenate(([0], np.cumsum(self._member_count)))

    @cached_property
    def member_rows(self) -> Rows:
        """int64: rows of the raw table, grouped by shown row, each group in time order."""
        if len(self.shown) == 0:
            return np.zeros(0, dtype=np.int64)
        shift = np.repeat(self._first_member - self.member_offsets[:-1], self._member_count)
        return self._kept_rows[np.arange(self.member_offsets[-1]) + shift]

    def members(self, row: int) -> Rows:
        """The raw rows that were joined into one shown row, in time order."""
        first = int(self._first_member[row])
        return self._kept_rows[first : first + int(self._member_count[row])]

    def is_merged(self, row: int) -> bool:
        """Whether a shown row was joined from more than one raw row."""
        return int(self._member_count[row]) > 1


class Tuner:
    """A raw table made ready to be retuned often: sorted once, one far-apart time axis per type."""

    def __init__(self, raw: DetectionTable) -> None:
        self.raw = raw
        in_time = np.lexsort((raw.type_ranks[raw.type_codes], raw.end_ms, raw.start_ms))
        by_type = np.argsort(raw.type_codes[in_time], kind="stable")
        self._sorted = raw.select(in_time)
        self._place = by_type  # place of every by-type row in time order
        self._rows = in_time[by_type].astype(np.int64)
        codes = raw.type_codes[self._rows].astype(np.int64)
        self._type_bounds = np.searchsorted(codes, np.arange(len(raw.types) + 1))
        self._type_shift = np.arange(len(raw.types), dtype=np.int64) * self._stride()
        self._start = raw.start_ms[self._rows] + self._type_shift[codes]
        self._end = raw.end_ms[self._rows] + self._type_shift[codes]
        self._confidence = raw.confidence[self._rows]
        # Where rows of a type never overlap, the running greatest end is the end itself at every threshold.
        self._is_disjoint = bool(np.all(self._end[1:] >= self._end[:-1]))

    def _stride(self) -> int:
        if len(self.raw) == 0:
            return _BEYOND_ANY_WINDOW_MS
        return int(self.raw.end_ms.max() - self.raw.start_ms.min()) + _BEYOND_ANY_WINDOW_MS

    def retune(self, rules: TuningRules | TuningConfig) -> Retuned:
        """Apply threshold, merge window and minimum duration, in this order."""
        if isinstance(rules, TuningConfig):
            rules = TuningRules(rules)
        configs = [rules.for_type(name) for name in self.raw.types]
        kept, bounds = self._above_threshold([config.threshold for config in configs])
        heads, head_bounds, end = self._merged(kept, bounds, [config.merge_window_ms for config in configs])
        long_enough = self._long_enough(kept, heads, end, head_bounds, [c.min_duration_ms for c in configs])
        shown_bounds = _bounds_within(long_enough, head_bounds)
        count = np.diff(heads, append=_count(kept, self._start))
        confidence = self._greatest_confidence(kept, heads)
        if long_enough is not None:
            heads, end, count, confidence = (part[long_enough] for part in (heads, end, count, confidence))
        shown, order = self._in_time_order(kept, heads, end, confidence)
        return Retuned(
            shown=shown,
            raw_count=len(self.raw),
            hidden_by_threshold=self._lost(self._type_bounds, bounds),
            hidden_by_min_duration=self._lost(head_bounds, shown_bounds),
            _kept_rows=_taken(self._rows, kept),
            _first_member=_taken(heads, order),
            _member_count=_taken(count, order),
        )

    def _above_threshold(self, thresholds: list[float]) -> tuple[Rows | None, Rows]:
        """Kept places (None: all of them) and where each type begins among them."""
        floor = _per_row(np.array(thresholds, dtype=np.float64), self._type_bounds)
        is_kept = self._confidence >= floor
        if is_kept.all():
            return None, self._type_bounds
        kept = np.flatnonzero(is_kept)
        return kept, np.searchsorted(kept, self._type_bounds)

    def _merged(self, kept: Rows | None, bounds: Rows, windows: list[int]) -> tuple[Rows, Rows, Rows]:
        """First member of every joined row, where each type begins among them, and their ends (shifted)."""
        start, end = _taken(self._start, kept), _taken(self._end, kept)
        if len(start) == 0:
            return np.zeros(0, dtype=np.int64), np.zeros(len(bounds), dtype=np.int64), end
        reach = end if self._is_disjoint else np.maximum.accumulate(end)
        window = _per_row(np.array(windows, dtype=np.int64), bounds)
        begins = np.empty(len(start), dtype=np.bool_)
        begins[0] = True
        gap = start[1:] - reach[:-1]
        begins[1:] = gap > (window[1:] if window.ndim else window)
        if begins.all():
            return np.arange(len(start)), bounds, reach
        heads = np.flatnonzero(begins)
        tails = np.append(heads[1:] - 1, len(start) - 1)
        return heads, np.searchsorted(heads, bounds), reach[tails]

    def _long_enough(
        self, kept: Rows | None, heads: Rows, end: Rows, bounds: Rows, minima: list[int]
    ) -> Rows | None:
        """Places among the joined rows that last long enough; None: all of them."""
        if not any(minima):
            return None
        is_long = end - _taken(_taken(self._start, kept), heads) >= _per_row(np.array(minima), bounds)
        return None if is_long.all() else np.flatnonzero(is_long)

    def _greatest_confidence(self, kept: Rows | None, heads: Rows) -> NDArray[np.float64]:
        confidence = _taken(self._confidence, kept)
        if len(heads) == len(confidence):
            return confidence
        return np.maximum.reduceat(confidence, heads)

    def _in_time_order(
        self, kept: Rows | None, heads: Rows, end: Rows, confidence: NDArray[np.float64]
    ) -> tuple[DetectionTable, Rows | None]:
        """The joined rows by start, end, type, and the order that does it.

        A joined row starts where its first member does, so its place in time is that member's: a scatter
        instead of a sort. Only rows that start together need comparing.
        """
        row = heads if kept is None else kept[heads]
        if len(self.raw.types) > 1:
            slot = np.full(len(self.raw), -1, dtype=np.int32)
            slot[self._place[row]] = np.arange(len(row), dtype=np.int32)
            order = slot[slot >= 0].astype(np.int64)
            row, end, confidence = row[order], end[order], confidence[order]
        else:
            order = None
        place = self._place[row]
        codes = self._sorted.type_codes[place]
        start = self._sorted.start_ms[place]
        shown = DetectionTable(self.raw.types, codes, start, end - self._type_shift[codes], confidence)
        if shown.is_sorted:
            return shown, order
        ties = np.lexsort((shown.type_ranks[codes], shown.end_ms, shown.start_ms))
        return shown.select(ties), ties if order is None else order[ties]

    def _lost(self, before: Rows, after: Rows) -> dict[str, int]:
        lost = np.diff(before) - np.diff(after)
        return {name: int(count) for name, count in zip(self.raw.types, lost, strict=False) if count}


def retune(raw: DetectionTable, rules: TuningRules | TuningConfig) -> Retuned:
    """Retune one raw table once. Whoever retunes the same table often keeps a `Tuner`."""
    return Tuner(raw).retune(rules)


def _taken(values: Any, rows: Rows | None) -> Any:
    return values if rows is None else values[rows]


def _count(kept: Rows | None, everything: NDArray[Any]) -> int:
    return len(everything) if kept is None else len(kept)


def _per_row(by_type: NDArray[Any], bounds: Rows) -> NDArray[Any]:
    """One value for all rows where types agree (a 0-d array), else each type's value repeated over its rows."""
    if len(by_type) == 0 or np.all(by_type == by_type[0]):
        return np.array(by_type[0] if len(by_type) else 0)
    return np.repeat(by_type, np.diff(bounds))


def _bounds_within(selected: Rows | None, bounds: Rows) -> Rows:
    return bounds if selected is None else np.searchsorted(selected, bounds)
