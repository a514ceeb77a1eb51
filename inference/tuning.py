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
Times = NDArray[np.signedinteger[Any]]

# Distance between the time axes of two types, beyond every gap that a merge window (5,000 ms at most) bridges.
_BEYOND_ANY_WINDOW_MS = 5001
_STEPS_BEFORE_REDUCEAT = 8
_FEW_OF_MANY = 4


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
        # Half the bytes to move wherever all times fit: that is what a tick of a slider costs.
        times = np.int32 if _fits_32_bits(raw) else np.int64
        self.start: Times = (raw.start_ms[self.rows] + shift[codes]).astype(times)
        self.end: Times = (raw.end_ms[self.rows] + shift[codes]).astype(times)
        self.confidence = raw.confidence[self.rows]
        self.type_counts = np.diff(self.bounds)
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
        times = np.flatnonzero(is_kept)
        by_threshold = self._lost(self._counts_without(is_kept, times))
        by_duration: dict[str, int] = {}
        if minima.any():
            kept_codes = codes[times]
            is_long = axes.duration_in_time[times] >= _per_code(minima, kept_codes)
            short_codes = kept_codes[~is_long]
            by_duration = self._lost(np.bincount(short_codes, minlength=len(self.raw.types)))
            times = times[is_long]
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

        by_threshold = self._lost(np.diff(axes.bounds) - np.diff(bounds))
        by_duration = self._lost(np.diff(head_bounds) - np.diff(shown_bounds))
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
        end = end - np.repeat(axes.shift, np.diff(bounds))
        times, by_time = _in_order(time_of, len(self.raw))
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

    def _counts_without(self, is_kept: NDArray[np.bool_], kept: Rows) -> Rows:
        """Rows per type that are not kept, counted over whichever are fewer."""
        axes, types = self._axes, len(self.raw.types)
        if 2 * len(kept) < len(is_kept):
            return axes.type_counts - np.bincount(axes.in_time.type_codes[kept], minlength=types)
        return np.bincount(axes.in_time.type_codes[~is_kept], minlength=types)

    def _lost(self, counts: Rows) -> dict[str, int]:
        return {name: int(count) for name, count in zip(self.raw.types, counts, strict=False) if count}


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


def _fits_32_bits(raw: DetectionTable) -> bool:
    """Whether the common axis of all types, and a merge window beyond it, can be counted in 32 bits."""
    if len(raw) == 0:
        return True
    last = int(raw.end_ms.max()) + len(raw.types) * _stride_ms(raw)
    return last < 2**31 - _BEYOND_ANY_WINDOW_MS and int(raw.start_ms.min()) > -(2**31) + _BEYOND_ANY_WINDOW_MS


def _heads(start: Times, reach: Times, window: NDArray[Any]) -> Rows:
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
    ends, after = end[first], end[first + 1]
    is_wrong = ends > after
    is_equal = ends == after
    is_wrong[is_equal] = type_ranks[codes[first[is_equal]]] > type_ranks[codes[first[is_equal] + 1]]
    if not is_wrong.any():
        return None
    is_tied = np.zeros(len(start), dtype=np.bool_)
    is_tied[:-1] = same
    is_tied[1:] |= same
    tied = np.flatnonzero(is_tied)
    return tied, tied[np.lexsort((type_ranks[codes[tied]], end[tied], start[tied]))]


def _in_order(time_of: Rows, rows: int) -> tuple[Rows, Callable[[NDArray[Any]], NDArray[Any]]]:
    """The `time_of` values ascending, and a function that brings a column into their order.

    They come as one ascending run per type: a stable sort merges few of them faster than a pass over all `rows`
    places finds them; many are scattered over the places and gathered again.
    """
    if len(time_of) < rows // _FEW_OF_MANY:
        order = np.argsort(time_of, kind="stable")
        return time_of[order], lambda column: column[order]
    is_there = np.zeros(rows, dtype=np.bool_)
    is_there[time_of] = True
    times = np.flatnonzero(is_there)

    def by_time(column: NDArray[Any]) -> NDArray[Any]:
        spread = np.empty(rows, dtype=column.dtype)
        spread[time_of] = column
        return spread[times]

    return times, by_time


def _per_place(by_type: NDArray[Any], bounds: Rows) -> NDArray[Any]:
    """One value for all rows where types agree (a 0-d array), else each type's value repeated over its rows."""
    if np.all(by_type == by_type[0]):
        return np.array(by_type[0])
    return np.repeat(by_type, np.diff(bounds))


def _per_code(by_type: NDArray[Any], codes: NDArray[np.int32]) -> NDArray[Any]:
    if len(by_type) == 0 or np.all(by_type == by_type[0]):
        return np.array(by_type[0] if len(by_type) else 0)
    return by_type[codes]
