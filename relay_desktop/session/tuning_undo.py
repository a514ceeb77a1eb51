"""Undo steps for tuning: one per drag, each named after what it changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from inference.tuning import TuningRules


class TuningStep(QUndoCommand):
    """From one set of rules to another. Its first redo does nothing: the new rules hold already."""

    def __init__(self, before: TuningRules, after: TuningRules, apply: Callable[[TuningRules], None]) -> None:
        super().__init__(describe_change(before, after))
        self._before, self._after, self._apply = before, after, apply
        self._is_first = True

    def redo(self) -> None:
        """Put the later rules back."""
        if not self._is_first:
            self._apply(self._after)
        self._is_first = False

    def undo(self) -> None:
        """Put the earlier rules back."""
        self._apply(self._before)


def describe_change(before: TuningRules, after: TuningRules) -> str:
    """A name for an undo step: which value went where, or which type got its own values."""
    changes = []
    ours, theirs = before.config, after.config
    if ours.threshold != theirs.threshold:
        changes.append(f"threshold to {theirs.threshold:.2f}")
    if ours.merge_window_ms != theirs.merge_window_ms:
        changes.append(f"merge window to {theirs.merge_window_ms} ms")
    if ours.min_duration_ms != theirs.min_duration_ms:
        changes.append(f"minimum duration to {theirs.min_duration_ms} ms")
    types = {*before.by_type, *after.by_type}
    own = sorted(name for name in types if before.by_type.get(name) != after.by_type.get(name))
    if own:
        changes.append("own values of " + ", ".join(own))
    return "Set " + ", ".join(changes) if changes else "Set tuning"
