"""Undo steps for tuning: one per drag, each named after what it changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from inference.tuning import TuningRules
from relay_desktop.translation import said, type_words


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
        changes.append(said("threshold to {value:.2f}", value=theirs.threshold))
    if ours.merge_window_ms != theirs.merge_window_ms:
        changes.append(said("merge window to {value} ms", value=theirs.merge_window_ms))
    if ours.min_duration_ms != theirs.min_duration_ms:
        changes.append(said("minimum duration to {value} ms", value=theirs.min_duration_ms))
    types = {*before.by_type, *after.by_type}
    own = sorted(name for name in types if before.by_type.get(name) != after.by_type.get(name))
    if own:
        changes.append(said("own values of {types}", types=", ".join(map(type_words, own))))
    return said("Set {changes}", changes=", ".join(changes)) if changes else said("Set tuning")
