"""ZoomableView: moving and zooming over a recording, with the way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from relay_desktop.timeline.painted_access import install_painted_access
from relay_desktop.timeline.picture import TimelinePicture
from relay_desktop.timeline.region_text import say_selected
from relay_desktop.timeline.view_history import ViewHistory
from relay_desktop.timeline.view_range import ViewRange, whole_file

_ZOOM_STEP = 0.5
# A short region is shown with at least this much around it.
_LEAST_CONTEXT_S = 0.05


class ZoomableView(QWidget):
    """The part of the timeline that knows which stretch of time is visible."""

    view_changed = Signal(float, float)
    ACCESSIBLE_ROLE = QAccessible.Role.Chart

    def __init__(self, picture: TimelinePicture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        install_painted_access()
        self._picture = picture
        self._history = ViewHistory()
        self._silent_s = 1.0

    @property
    def picture(self) -> TimelinePicture:
        """What is drawn now; to be read only."""
        return self._picture

    def accessible_value(self) -> str:
        """The selected detection, for assistive technology."""
        return say_selected(self._picture)

    def view_range_s(self) -> tuple[float, float]:
        """What is visible: start and end in seconds."""
        return self._picture.view.start_s, self._picture.view.stop_s

    def set_silent_length(self, duration_s: float) -> None:
        """How long the view is while there are detections but no recording to show."""
        self._silent_s = max(1.0, duration_s)
        picture = self._picture
        if picture.info is None and picture.view.duration_s != self._silent_s:
            self._show(whole_file(self._silent_s, picture.view.width))

    def set_view_range_s(self, start_s: float, stop_s: float) -> None:
        """Shows a stretch, brought into the file."""
        self._show(self._picture.view.showing(start_s, stop_s))

    def zoom_to(self, start_s: float, stop_s: float) -> None:
        """Shows a stretch with as much again on both sides, as one step of the zoom history."""
        around = max(stop_s - start_s, _LEAST_CONTEXT_S)
        self._show(self._picture.view.showing(start_s - around, stop_s + around))

    def zoom_to_row(self, row: int) -> None:
        """Shows one region with context."""
        self.zoom_to(*self._picture.row_extent_s(row))

    def zoom_to_span(self) -> None:
        """Shows the selected stretch edge to edge."""
        if self._picture.span_s is not None:
            self.set_view_range_s(*self._picture.span_s)

    def zoom_whole(self) -> None:
        """Shows the whole recording."""
        self.set_view_range_s(0.0, self._picture.view.duration_s)

    def zoom_in(self) -> None:
        """Twice as close, about what a person looks at."""
        self._zoom_at(_ZOOM_STEP, self._point_of_interest())

    def zoom_out(self) -> None:
        """Half as close."""
        self._zoom_at(1 / _ZOOM_STEP, self._point_of_interest())

    def zoom_back(self) -> None:
        """The view before the last zoom."""
        self._go_through_history(self._history.back)

    def zoom_forward(self) -> None:
        """The view that `zoom_back` left."""
        self._go_through_history(self._history.forward)

    def scroll_by(self, seconds: float) -> None:
        """Moves the view."""
        self._show(self._picture.view.moved(seconds), is_step=False)

    def scroll_pages(self, pages: float) -> None:
        """Moves the view by parts of its own length."""
        self.scroll_by(pages * self._picture.view.span_s)

    def centre_on(self, seconds: float) -> None:
        """Moves the view so that a time lies in its middle."""
        view = self._picture.view
        self.scroll_by(seconds - (view.start_s + view.stop_s) / 2)

    def _zoom_at(self, factor: float, at_s: float) -> None:
        self._show(self._picture.view.zoomed(factor, at_s))

    def _point_of_interest(self) -> float:
        """The selected region, else the playhead, else the middle; whichever is in view."""
        picture, view = self._picture, self._picture.view
        row = picture.selected_row
        places = [] if row is None else [sum(picture.row_extent_s(row)) / 2]
        places += [] if picture.playhead_s is None else [picture.playhead_s]
        inside = (at for at in places if view.start_s <= at <= view.stop_s)
        return next(inside, (view.start_s + view.stop_s) / 2)

    def _go_through_history(self, step: Callable[[tuple[float, float]], tuple[float, float] | None]) -> None:
        found = step(self.view_range_s())
        if found is not None:
            self._show(self._picture.view.showing(*found), is_step=False)

    def _show(self, view: ViewRange, *, is_step: bool = True) -> None:
        if view == self._picture.view:
            return
        if is_step:
            self._history.leave(self.view_range_s())
        self._picture.view = view
        self._view_moved()
        self.view_changed.emit(*self.view_range_s())

    def _view_moved(self) -> None:
        """Called when `picture.view` has changed, before the signal."""
