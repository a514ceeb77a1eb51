"""What a screen reader meets where a widget paints everything it shows: a role, a value, and news of the selection.

Qt sees such widgets as panes without any meaning. One that has `ACCESSIBLE_ROLE` and `accessible_value()` is told by
them, beside its accessible name and description. The factory is asked only while assistive technology listens.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface, QAccessibleObject
from PySide6.QtWidgets import QWidget


class PaintedAccess(QAccessibleObject):
    """One painted widget, with the widgets that lie in it as its children."""

    def __init__(self, widget: Any) -> None:
        super().__init__(widget)
        self._widget = widget

    def role(self) -> QAccessible.Role:
        """What kind of thing it is."""
        role: QAccessible.Role = self._widget.ACCESSIBLE_ROLE
        return role

    def text(self, kind: QAccessible.Text) -> str:
        """Name, description and value; "" for everything else. Without a description the value is one."""
        widget = self._widget
        if kind == QAccessible.Text.Name:
            return str(widget.accessibleName())
        if kind == QAccessible.Text.Description:
            return str(widget.accessibleDescription() or widget.accessible_value())
        return str(widget.accessible_value()) if kind == QAccessible.Text.Value else ""

    def state(self) -> QAccessible.State:
        """Whether it can have the keyboard, has it, is there at all."""
        state = QAccessible.State()
        widget = self._widget
        state.focusable = int(bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus))
        state.focused = int(widget.hasFocus())
        state.invisible = int(not widget.isVisible())
        state.disabled = int(not widget.isEnabled())
        return state

    def rect(self) -> QRect:
        """Where it is on the screen."""
        return QRect(self._widget.mapToGlobal(QPoint(0, 0)), self._widget.size())

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The part of the window it lies in."""
        return QAccessible.queryAccessibleInterface(self._widget.parent())

    def childCount(self) -> int:
        """How many widgets lie in it."""
        return len(self._children())

    def child(self, place: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """A widget that lies in it."""
        children = self._children()
        return QAccessible.queryAccessibleInterface(children[place]) if 0 <= place < len(children) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Where a widget comes among them; -1 when it does not lie in it."""
        found = child.object()
        children: list[QObject] = [*self._children()]
        return children.index(found) if found in children else -1

    def _children(self) -> list[QWidget]:
        found = self._widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [child for child in found if not child.isWindow()]


class _Factory:
    is_installed = False


def install_painted_access() -> None:
    """Have painted widgets told by their role and value; once for the program."""
    if not _Factory.is_installed:
        _Factory.is_installed = True
        QAccessible.installFactory(_painted)


def _painted(_key: str, found: QObject | None) -> QAccessibleInterface | None:
    return PaintedAccess(found) if hasattr(found, "ACCESSIBLE_ROLE") else None


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say something that did not change where the keyboard is."""
    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
