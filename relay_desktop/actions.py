"""The QActions of a window, made from the table of commands: menus, tooltips, keys, verbs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from operator import attrgetter

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from relay_desktop.commands import COMMANDS, MENUS, Command
from relay_desktop.look import Look, icon
from relay_desktop.translation import translated


def shown_key(item: Command) -> str:
    """The first key of a command as this system writes it ("Ctrl+O", "⌘O"); empty when it has none."""
    return _native(item.keys[0]) if item.keys else ""


def all_keys(item: Command) -> list[str]:
    """Every key of a command as this system writes it."""
    return [_native(keys) for keys in item.keys]


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def tooltip(item: Command) -> str:
    """What the command does and its key."""
    name, key = item.text.rstrip("…"), shown_key(item)
    return f"{name} ({key})\n{item.help}" if key else f"{name}\n{item.help}"


def find_verb(window: object, path: str) -> Callable[..., object]:
    """The verb at a path from the window, "timeline.scroll_pages(-0.1)" with its number bound.

    Raises AttributeError where there is none.
    """
    name, _, number = path.rstrip(")").partition("(")
    verb: Callable[..., object] = attrgetter(name)(window)
    return partial(verb, float(number)) if number else verb


class Actions(QObject):
    """The QActions of a window, one per command, each calling the window's verb of that name.

    `homes` names the widget of every context other than "window". Raises KeyError where a context has
    no home.
    """

    keys_changed = Signal()

    def __init__(
        self,
        window: QWidget,
        homes: Mapping[str, QWidget],
        look: Look,
        commands: Sequence[Command] = COMMANDS,
    ) -> None:
        super().__init__(window)
        self.commands = tuple(commands)
        self._by_id = {item.id: self._make(item, window, homes) for item in self.commands}
        self.set_look(look)

    def __getitem__(self, command_id: str) -> QAction:
        return self._by_id[command_id]

    def set_keys(self, commands: Sequence[Command]) -> None:
        """The same commands with other keys."""
        self.commands = tuple(commands)
        for item in self.commands:
            _give_keys(self._by_id[item.id], item)
        self.keys_changed.emit()

    def set_look(self, look: Look) -> None:
        """Draw the icons again in the colours of a look."""
        for item in self.commands:
            if item.icon:
                self._by_id[item.id].setIcon(icon(item.icon, look))

    def fill(self, bar: QMenuBar) -> dict[str, QMenu]:
        """Make the menus in their order; returns them by name so that choices can be added."""
        menus = {}
        for name in MENUS:
            menu = bar.addMenu("&" + translated("Commands", name))
            menu.setToolTipsVisible(True)
            self._fill_menu(menu, [item for item in self.commands if item.menu == name])
            menus[name] = menu
        return menus

    def _fill_menu(self, menu: QMenu, items: Sequence[Command]) -> None:
        submenus: dict[str, QMenu] = {}
        for item in items:
            if item.starts_group:
                menu.addSeparator()
            if item.submenu and item.submenu not in submenus:
                submenus[item.submenu] = menu.addMenu(item.submenu)
                submenus[item.submenu].setToolTipsVisible(True)
            submenus.get(item.submenu, menu).addAction(self._by_id[item.id])

    def follow_undo(self, stack: QUndoStack) -> None:
        """Undo and redo are possible when the stack says so, and name what they would change."""
        undo, redo = self._by_id["undo"], self._by_id["redo"]
        undo.setEnabled(stack.canUndo())
        redo.setEnabled(stack.canRedo())
        stack.canUndoChanged.connect(undo.setEnabled)
        stack.canRedoChanged.connect(redo.setEnabled)
        # Methods of this object, not closures: Qt lets go of them when the window is gone before the stack.
        stack.undoTextChanged.connect(self._name_undo)
        stack.redoTextChanged.connect(self._name_redo)

    def _name_undo(self, what: str) -> None:
        self._by_id["undo"].setText(self.tr("Undo: {what}").format(what=what) if what else self.tr("Undo"))

    def _name_redo(self, what: str) -> None:
        self._by_id["redo"].setText(self.tr("Redo: {what}").format(what=what) if what else self.tr("Redo"))

    def _make(self, item: Command, window: QWidget, homes: Mapping[str, QWidget]) -> QAction:
        action = QAction(item.text, self)
        action.setObjectName(f"action_{item.id}")
        _give_keys(action, item)
        action.setStatusTip(item.help)
        action.setCheckable(item.is_checkable)

        def call(*state: bool) -> None:
            find_verb(window, item.verb)(*state)

        if item.is_checkable:
            action.toggled.connect(call)
        else:
            action.triggered.connect(lambda _checked=False: call())
        if item.context == "window":
            window.addAction(action)
        else:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            homes[item.context].addAction(action)
        return action


def _give_keys(action: QAction, item: Command) -> None:
    action.setShortcuts([QKeySequence(keys) for keys in item.keys])
    action.setToolTip(tooltip(item))
