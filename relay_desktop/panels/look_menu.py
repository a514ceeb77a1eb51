"""View > Look: the same choice as in the settings, one press away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from relay_desktop.look import LOOK_CHOICES, LOOK_NAMES
from relay_desktop.translation import translated


class LookMenu(QMenu):
    """`choose` gets one of `LOOK_CHOICES`; `current` says which is on whenever the menu opens."""

    def __init__(self, current: Callable[[], str], choose: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Look"))
        self._current = current
        group = QActionGroup(self)
        self._choices: dict[str, QAction] = {}
        for choice in LOOK_CHOICES:
            action = self.addAction(translated("Look", LOOK_NAMES[choice]))
            action.setCheckable(True)
            action.setData(choice)
            group.addAction(action)
            self._choices[choice] = action
        group.triggered.connect(lambda action: choose(action.data()))
        self.aboutToShow.connect(self._check)
        self._check()

    def _check(self) -> None:
        self._choices[self._current()].setChecked(True)
