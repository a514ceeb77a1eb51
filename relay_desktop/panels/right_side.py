"""The right side of the window: tuning, evidence and queue share one place, selection and verdict stay in view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QTabWidget, QVBoxLayout, QWidget

from inference.sentences import Sentence, sentence
from relay_desktop.panels.heading import rule
from relay_desktop.translation import spoken

_TITLES: Final = (sentence("Tuning"), sentence("Evidence"), sentence("Queue"))


class RightSide(QWidget):
    """Pages that scroll where the window is low, over parts that stay."""

    def __init__(self, pages: Sequence[QWidget], *below: QWidget) -> None:
        super().__init__()
        self.setObjectName("rightSide")
        self.setMinimumWidth(340)
        self.setMaximumWidth(460)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("rightTabs")
        self.tabs.setAccessibleName(self.tr("Tuning, evidence, queue"))
        self.tabs.setDocumentMode(True)
        for title, page in zip(_TITLES, pages, strict=True):
            self.tabs.addTab(_scrolling(title, page), spoken(title))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs, 1)
        for part in below:
            column.addWidget(rule())
            column.addWidget(part)

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
