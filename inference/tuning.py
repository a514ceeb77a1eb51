"""Tuning: threshold, then merge, then minimum duration.

One pure function for the sliders, the service and the command line. Per file and artifact type: keep
`confidence >= threshold`; join rows whose gap to the greatest end so far is at most the merge window (start of
the first, greatest end, greatest confidence); keep what lasts at least the minimum duration. The order and the
inclusive comparisons follow the documentation of the Relay inference API.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from inference.detections import DetectionTable
from inference.tuning_config import TuningConfig

if TYPE_CHECKING:
    from inference.contract import ModelCard

Rows = NDArray[np.int64]

# Distance between the time axes of two types, beyond every gap that a merge window (5,000 ms at most) bridges.
_BEYOND_ANY_WINDOW_MS = 5001
_STEPS_BEFORE_REDUCEAT = 8


@dataclass(frozen=True)
class TypeTuning:
    """Own values of one artifact type; None follows the common value."""

    threshold: float | None = None
    merge_window_ms: int | None = None
    min_duration_ms: int | None = None

    def over(self, config: TuningConfig) -> TuningConfig:
        """`config` with this type's own values. Raises ValueError outside the API's ranges."""
        own = {name: value for name, value in vars(self).items() if value is not None}
        return TuningConfig.from_json({**config.to_json(), **own}) if own else config


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
            ours, theirs = common.to_json(), advised.to_json()
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
        return {**self.config.to_json(), "by_type": own}

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> TuningRules:
        """What `to_json` gave. Raises ValueError or TypeError when it is something else."""
        by_type = {str(name): TypeTuning(**own) for name, own in value.get("by_type", {}).items()}
        rules = cls(TuningConfig.from_json(value), by_type)
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
    _find_members: Callable[[], tuple[Rows, Rows, Rows]] = field(repr=False)
    by_hand: Rows = field(default_factory=lambda: np.zeros(0, dtype=np.int64))

    def is_by_hand(self, row: int) -> bool:
        """Whether a person put this row there (`by_hand`, ascending); no rule hides it and no model is sure of it."""
        place = int(np.searchsorted(self.by_hand, row))
        return place < len(self.by_hand) and int(self.by_hand[place]) == row

    @cached_property
    def _members(self) -> tuple[Rows, Rows, Rows]:
        """Raw rows in groups, first place and length of every shown row's group; asked for by few, so late."""
        return self._find_members()

    @cached_property
    def member_offsets(self) -> Rows:
        """int64 (m + 1,): row i of `shown` was joined from member_rows[offsets[i]:offsets[i + 1]]."""
        return np.concatenate(([0], np.cumsum(self._members[2])))

    @cached_property
    def member_rows(self) -> Rows:
        """int64: rows of the raw table, grouped by shown row, each group in time order."""
        grouped, first, count = self._members
        shift = np.repeat(first - self.member_offsets[:-1], count)
        rows: Rows = grouped[np.arange(self.member_offsets[-1]) + shift]
        return rows

    def members(self, row: int) -> Rows:
        """The raw rows that were joined into one shown row, in time order."""
        grouped, first, count = self._members
        return grouped[int(first[row]) : int(first[row]) + int(count[row])]

    def is_merged(self, row: int) -> bool:
        """Whether a shown row was joined from more than one raw row."""
        return int(self._members[2][row]) > 1


class _TypeAxes:
    """A raw table of n rows made ready to be retuned often.

    "Places" count rows by type, within a type by start and end; "times" count them by start, end, type over all
    types. Every type has a stretch of one common time axis to itself, too far from the next for any merge window,
    so that one pass over all places never joins two types.
    """

    def __init__(self, raw: DetectionTable) -> None:
        self.raw = raw
        in_time = np.lexsort((raw.type_ranks[raw.type_codes], raw.end_ms, raw.start_ms))
        self.in_time = raw.select(in_time)
        self.time_of = np.argsort(self.in_time.type_codes, kind="stable")
        self.rows = in_time[self.time_of]
        codes = raw.type_codes[self.rows]
        self.bounds = np.searchsorted(codes, np.arange(len(raw.types) + 1))
        shift = np.arange(len(raw.types), dtype=np.int64) * _stride_ms(raw)
        self.shift = shift
        self.start = raw.start_ms[self.rows] + shift[codes]
        self.end = raw.end_ms[self.rows] + shift[codes]
        self.confidence = raw.confidence[self.rows]
        self.duration_in_time = self.in_time.duration_ms()
        # Where rows of a type never overlap, the running greatest end is the end itself at every threshold, and
        # no selection of rows has a smaller gap than all of them have.
        self.is_disjoint = bool(np.all(self.end[1:] >= self.end[:-1]))
        gaps = self.start[1:] - self.end[:-1]
        self.least_gap_ms = int(gaps.min()) if self.is_disjoint and len(gaps) else 0
        self.has_ties = bool(np.any(self.in_time.start_ms[1:] == self.in_time.start_ms[:-1]))


class Tuner:
    """Retunes one raw table as often as a slider moves; made once per table, since it sorts."""

    def __init__(self, raw: DetectionTable) -> None:
        self.raw = raw
        self._axes = _TypeAxes(raw)

    def retune(self, rules: TuningRules | TuningConfig) -> Retuned:
        """Apply threshold, merge window and minimum duration, in this order."""
        if isinstance(rules, TuningConfig):
            rules = TuningRules(rules)
        configs = [rules.for_type(name) for name in self.raw.types]
        thresholds = np.array([config.threshold for config in configs], dtype=np.float64)
        windows = np.array([config.merge_window_ms for config in configs], dtype=np.int64)
        minima = np.array([config.min_duration_ms for config in configs], dtype=np.int64)
        if len(self.raw) == 0 or (self._axes.is_disjoint and windows.max() < self._axes.least_gap_ms):
            return self._select(thresholds, minima)
        return self._join(thresholds, windows, minima)

    def _select(self, thresholds: NDArray[np.float64], minima: Rows) -> Retuned:
        """No two rows can join: what is shown is a selection of the raw rows in their order of time."""
        axes, codes = self._axes, self._axes.in_time.type_codes
        is_kept = axes.in_time.confidence >= _per_code(thresholds, codes)
        is_shown = is_kept & (axes.duration_in_time >= _per_code(minima, codes)) if minima.any() else is_kept
        times = np.flatnonzero(is_shown)
        by_threshold = self._counts(codes[~is_kept]) if not is_kept.all() else {}
        by_duration = self._counts(codes[is_kept & ~is_shown]) if is_shown is not is_kept else {}
        everything = len(times) == len(self.raw)
        shown = axes.in_time if everything else axes.in_time.select(times)

        def members() -> tuple[Rows, Rows, Rows]:
            row_at = np.empty(len(self.raw), dtype=np.int64)
            row_at[axes.time_of] = axes.rows
            return row_at[times], np.arange(len(times)), np.ones(len(times), dtype=np.int64)

        return Retuned(shown, len(self.raw), by_threshold, by_duration, members)

    def _join(self, thresholds: NDArray[np.float64], windows: Rows, minima: Rows) -> Retuned:
        axes = self._axes
        kept = np.flatnonzero(axes.confidence >= _per_place(thresholds, axes.bounds))
        bounds = np.searchsorted(kept, axes.bounds)
        start, reach = axes.start[kept], axes.end[kept]
        if not axes.is_disjoint:
            np.maximum.accumulate(reach, out=reach)
        heads = _heads(start, reach, _per_place(windows, bounds))
        tails = np.append(heads, len(kept))[1:] - 1
        end, count = reach[tails], tails - heads + 1
        head_bounds = np.searchsorted(heads, bounds)
        shown = np.flatnonzero(end - start[heads] >= _per_place(minima, head_bounds))
        shown_bounds = np.searchsorted(shown, head_bounds)
        if len(shown) < len(heads):
            heads, end, count = heads[shown], end[shown], count[shown]
        table, order = self._in_time(
            kept[heads], end, _greatest(axes.confidence[kept], heads, count), shown_bounds
        )

        def members() -> tuple[Rows, Rows, Rows]:
            by_time = order()
            return axes.rows[kept], heads[by_time], count[by_time]

        by_threshold, by_duration = self._lost(axes.bounds, bounds), self._lost(head_bounds, shown_bounds)
        return Retuned(table, len(self.raw), by_threshold, by_duration, members)

    def _in_time(
        self, places: Rows, end: Rows, confidence: NDArray[np.float64], bounds: Rows
    ) -> tuple[DetectionTable, Callable[[], Rows]]:
        """Joined rows by start, end, type, and a function that gives the order which does it.

        A joined row starts where its first member does, so its place in time is that member's: a scatter and no
        sort. Only rows that start together need comparing.
        """
        axes = self._axes
        time_of = axes.time_of[places]
        end -= np.repeat(axes.shift, np.diff(bounds))
        is_head = np.zeros(len(self.raw), dtype=np.bool_)
        is_head[time_of] = True
        times = np.flatnonzero(is_head)
        by_time = _scattered(time_of, times, len(self.raw))
        codes, start = axes.in_time.type_codes[times], axes.in_time.start_ms[times]
        end, confidence = by_time(end), by_time(confidence)
        moves = _tie_moves(codes, start, end, self.raw.type_ranks) if axes.has_ties else None

        def order() -> Rows:
            found: Rows = by_time(np.arange(len(places)))
            if moves is not None:
                found[moves[0]] = found[moves[1]]
            return found

        if moves is not None:
            # They start together, so `start` stays as it is.
            codes[moves[0]] = codes[moves[1]]
            end[moves[0]] = end[moves[1]]
            confidence[moves[0]] = confidence[moves[1]]
        return DetectionTable(self.raw.types, codes, start, end, confidence), order

    def _counts(self, codes: NDArray[np.int32]) -> dict[str, int]:
        counts = np.bincount(codes, minlength=len(self.raw.types))
        return {name: int(count) for name, count in zip(self.raw.types, counts, strict=False) if count}

    def _lost(self, before: Rows, after: Rows) -> dict[str, int]:
        lost = np.diff(before) - np.diff(after)
        return {name: int(count) for name, count in zip(self.raw.types, lost, strict=False) if count}


def retune(raw: DetectionTable, rules: TuningRules | TuningConfig) -> Retuned:
    """Retune one raw table. The order of its rows is worked out once and kept with the table."""
    tuner = raw.__dict__.get("_tuner")
    if tuner is None:
        tuner = raw.__dict__["_tuner"] = Tuner(raw)
    return tuner.retune(rules)


def _stride_ms(raw: DetectionTable) -> int:
    if len(raw) == 0:
        return _BEYOND_ANY_WINDOW_MS
    return int(raw.end_ms.max() - raw.start_ms.min()) + _BEYOND_ANY_WINDOW_MS


def _heads(start: Rows, reach: Rows, window: NDArray[Any]) -> Rows:
    """Where a new event begins: further from everything before it than the merge window."""
    begins = np.ones(len(start), dtype=np.bool_)
    np.greater(start[1:] - reach[:-1], window[1:] if window.ndim else window, out=begins[1:])
    return np.flatnonzero(begins)


def _greatest(values: NDArray[np.float64], heads: Rows, count: Rows) -> NDArray[np.float64]:
    """The greatest value of every run of `count` values from `heads` on.

    Short runs step by step over all of them at once, the few long ones by reduceat, which is slow per run.
    """
    greatest = values[heads]
    longer = np.flatnonzero(count > 1)
    step = 1
    while len(longer) and step < _STEPS_BEFORE_REDUCEAT:
        greatest[longer] = np.maximum(greatest[longer], values[heads[longer] + step])
        step += 1
        longer = longer[count[longer] > step]
    if len(longer):
        edges = np.column_stack((heads[longer], heads[longer] + count[longer])).ravel()
        padded = np.append(values, 0.0)
        greatest[longer] = np.maximum.reduceat(padded, edges)[::2]
    return greatest


def _tie_moves(
    codes: NDArray[np.int32], start: Rows, end: Rows, type_ranks: NDArray[np.int32]
) -> tuple[Rows, Rows] | None:
    """Rows that start together and the rows to put in their places, for end and type to ascend; None: all do."""
    same = start[1:] == start[:-1]
    first = np.flatnonzero(same)
    tied = np.union1d(first, first + 1)
    in_order = tied[np.lexsort((type_ranks[codes[tied]], end[tied], start[tied]))]
    return None if np.array_equal(tied, in_order) else (tied, in_order)


def _scattered(time_of: Rows, times: Rows, rows: int) -> Callable[[NDArray[Any]], NDArray[Any]]:
    """A function that brings a column from the order of places to the order of time."""

    def by_time(column: NDArray[Any]) -> NDArray[Any]:
        spread = np.empty(rows, dtype=column.dtype)
        spread[time_of] = column
        return spread[times]

    return by_time


def _per_place(by_type: NDArray[Any], bounds: Rows) -> NDArray[Any]:
    """One value for all rows where types agree (a 0-d array), else each type's value repeated over its rows."""
    if np.all(by_type == by_type[0]):
        return np.array(by_type[0])
    return np.repeat(by_type, np.diff(bounds))


def _per_code(by_type: NDArray[Any], codes: NDArray[np.int32]) -> NDArray[Any]:
    if len(by_type) == 0 or np.all(by_type == by_type[0]):
        return np.array(by_type[0] if len(by_type) else 0)
    return by_type[codes]
