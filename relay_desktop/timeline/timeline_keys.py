"""What the keys do while the timeline itself has the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from relay_desktop.timeline.zoomable_view import ZoomableView

Verb = Callable[[], None]

_SCROLL_PART = 0.1


def verb_of(event: QKeyEvent, view: ZoomableView, more: dict[Qt.Key, Verb]) -> Verb | None:
    """Arrows scroll, + and - zoom, Home and End go to the ends, Page keys by a page; None for other keys."""
    harmless = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    if event.modifiers() & ~harmless:
        return None
    key, duration = Qt.Key, view.picture.view.duration_s
    verbs = {
        key.Key_Left: lambda: view.scroll_pages(-_SCROLL_PART),
        key.Key_Right: lambda: view.scroll_pages(_SCROLL_PART),
        key.Key_PageUp: lambda: view.scroll_pages(-0.9),
        key.Key_PageDown: lambda: view.scroll_pages(0.9),
        key.Key_Home: lambda: view.scroll_by(-duration),
        key.Key_End: lambda: view.scroll_by(duration),
        key.Key_Plus: view.zoom_in,
        key.Key_Equal: view.zoom_in,
        key.Key_Minus: view.zoom_out,
        key.Key_Underscore: view.zoom_out,
    }
    return {**verbs, **more}.get(key(event.key()))
