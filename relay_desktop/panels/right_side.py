"""The right side of the window: tuning, evidence and queue share one place, selection and verdict stay in view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QScrollArea, QStyle, QTabWidget, QVBoxLayout, QWidget

from inference.sentences import Sentence, sentence
from relay_desktop.look import scaled
from relay_desktop.panels.heading import rule
from relay_desktop.panels.layout import settle
from relay_desktop.translation import spoken

_NARROWEST_PX: Final = 340
_WIDEST_PX: Final = 470
_TITLES: Final = (sentence("Tuning"), sentence("Evidence"), sentence("Queue"))


class RightSide(QWidget):
    """Pages that scroll where the window is low, over parts that stay."""

    def __init__(self, pages: Sequence[QWidget], *below: QWidget) -> None:
        super().__init__()
        self._pages, self._below = tuple(pages), below
        self.setObjectName("rightSide")
        self.tabs = QTabWidget()
        self.tabs.setObjectName("rightTabs")
        self.tabs.setAccessibleName(self.tr("Tuning, evidence, queue"))
        self.tabs.setDocumentMode(True)
        for title, page in zip(_TITLES, pages, strict=True):
            self.tabs.addTab(_scrolling(title, page), spoken(title))
        for page in self._pages:
            page.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs, 1)
        for part in below:
            column.addWidget(rule())
            column.addWidget(part)

    def make_room(self) -> None:
        """Wide enough that no page and no part is cut, whatever the language and the size of the words."""
        for page in self._pages:
            settle(page)
        self._fit()

    def _fit(self) -> None:
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent) + 2
        pages = [page.minimumSizeHint().width() + bar for page in self._pages]
        needed = max(*pages, *(part.minimumSizeHint().width() for part in self._below))
        least = max(_NARROWEST_PX, needed)
        self.setMaximumWidth(max(least, scaled(_WIDEST_PX)))
        self.setMinimumWidth(least)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A page has other words: it may need another width."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def show_page(self, title: str) -> None:
        """Bring a page to the front, by its English title."""
        self.tabs.setCurrentIndex(_TITLES.index(title))


def _scrolling(title: Sentence, page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setObjectName(f"{title.lower()}Area")
    area.setAccessibleName(spoken(title))
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
