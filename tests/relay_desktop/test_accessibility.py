"""The whole window for people who do not use a mouse or do not see well: names and roles through QAccessible, the way
of the keyboard, a focus that can be seen, and contrast measured on pictures of the window in every look."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from relay_desktop.look import LOOKS
from relay_desktop.main_window import MainWindow
from relay_desktop.timeline.overview import Overview
from relay_desktop.timeline.painted_access import announce
from tests.relay_desktop.test_main_window import audio, controls, window  # noqa: F401

LEAST_CONTRAST = 4.5
_MEANINGLESS = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Grouping}


def interfaces(of: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """An object and everything below it, as a screen reader goes through them."""
    yield of
    for place in range(of.childCount()):
        child = of.child(place)
        if child is not None and child.isValid():
            yield from interfaces(child)


def test_everything_that_takes_the_keyboard_has_a_name_and_a_role(window: MainWindow) -> None:  # noqa: F811
    root = QAccessible.queryAccessibleInterface(window)
    nameless, roleless = [], []
    for found in interfaces(root):
        state = found.state()
        # Rows and cells belong to their table, which has a name; they speak for themselves by their text.
        widget = found.object()
        if not state.focusable or state.invisible or not isinstance(widget, QWidget):
            continue
        if not widget.isVisible() or widget.objectName().startswith("qt_"):
            continue
        words = f"{type(widget).__name__} {widget.objectName()}"
        if not found.text(QAccessible.Text.Name):
            nameless.append(words)
        if found.role() in _MEANINGLESS and not isinstance(widget, QTabWidget):  # tabs speak by their bar
            roleless.append(words)
    assert nameless == []
    assert roleless == []


def test_the_timeline_and_the_overview_say_what_they_show(
    window: MainWindow,  # noqa: F811
    qtbot: QtBot,
) -> None:
    window.session.select_row(window.session.visible_rows()[0])
    qtbot.waitUntil(lambda: "Selected" in window.timeline.accessibleDescription())
    timeline = QAccessible.queryAccessibleInterface(window.timeline)
    assert timeline.role() == QAccessible.Role.Chart
    assert timeline.text(QAccessible.Text.Name) == "Timeline"
    words = timeline.text(QAccessible.Text.Value)
    count = len(window.session.visible_rows())
    assert re.fullmatch(rf"[a-z ]+ at 00:00:\d\d\.\d\d\d, confidence \d\.\d\d, 1 of {count}", words), words
    overview = QAccessible.queryAccessibleInterface(window.timeline.findChild(Overview))
    assert overview.role() == QAccessible.Role.ScrollBar
    assert re.fullmatch(r"[\d:.]+ to [\d:.]+ of [\d:.]+", overview.text(QAccessible.Text.Description))
    assert overview.state().focusable
    assert timeline.indexOfChild(overview) >= 0
    assert overview.parent().object() is window.timeline


def test_a_selection_is_announced_where_no_list_says_it(
    window: MainWindow,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    heard: list[str] = []
    monkeypatch.setattr("relay_desktop.timeline_desk.announce", lambda _view, words: heard.append(words))
    window.timeline.setFocus()
    window.session.select_row(window.session.visible_rows()[1])
    assert len(heard) == 1
    assert f"2 of {len(window.session.visible_rows())}" in heard[0]
    window.table.setFocus()
    window.session.select_row(window.session.visible_rows()[0])
    assert len(heard) == 1, "the table says its row itself"


def test_an_announcement_reaches_qt(window: MainWindow) -> None:  # noqa: F811
    was_active = QAccessible.isActive()
    QAccessible.setActive(True)
    try:
        announce(window.timeline, "click at 00:00:01.000")
    finally:
        QAccessible.setActive(was_active)


def test_tab_reaches_every_control_and_comes_back(window: MainWindow) -> None:  # noqa: F811
    wanted = {
        w
        for w in controls(window)
        if w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()
    }
    reached: list[QWidget] = []
    start = QApplication.focusWidget()
    for _ in range(4 * len(wanted)):
        window.focusNextPrevChild(True)
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused is start:
            break
        reached.append(focused)
    assert QApplication.focusWidget() is start, "the way comes back to where it began"
    proxies = {w.focusProxy() or w for w in reached} | {start}
    # Of buttons that exclude each other one stands for all; the arrows go on from there.
    missed = [w for w in wanted if w not in proxies and not _shares_a_group(w, proxies)]
    assert [f"{type(w).__name__} {w.objectName()} {w.accessibleName()}" for w in missed] == []


def _shares_a_group(widget: QWidget, reached: set[QWidget]) -> bool:
    is_exclusive = isinstance(widget, QAbstractButton) and (
        widget.autoExclusive() or widget.group() is not None
    )
    return is_exclusive and any(
        isinstance(w, QAbstractButton) and w.parent() is widget.parent() for w in reached
    )


def test_the_focus_can_be_seen(window: MainWindow) -> None:  # noqa: F811
    unseen = []
    for widget in controls(window):
        if not widget.isEnabled() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        window.setFocus()
        QApplication.processEvents()
        before = _pixels(widget.grab().toImage())
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if not widget.hasFocus():
            continue
        after = _pixels(widget.grab().toImage())
        if before.shape == after.shape and np.array_equal(before, after):
            unseen.append(f"{type(widget).__name__} {widget.objectName()} {widget.accessibleName()}")
    assert unseen == []


@pytest.mark.parametrize("look", LOOKS)
def test_words_stand_out_in_every_look(window: MainWindow, look: str) -> None:  # noqa: F811
    assert weak_words(window, look) == []


def weak_words(window: MainWindow, look: str) -> list[str]:  # noqa: F811
    """Words of the window that do not stand out from their ground in a look."""
    window.choose_look(look)
    window.repaint()
    picture = _pixels(window.grab().toImage())
    weak = []
    for widget in window.findChildren(QWidget):
        words = _words_of(widget)
        if not words or not widget.isEnabled() or not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        area = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()) & window.rect()
        contrast = measured_contrast(picture[area.top() : area.bottom() + 1, area.left() : area.right() + 1])
        if contrast < LEAST_CONTRAST:
            weak.append(f"{contrast:.1f} {type(widget).__name__} {widget.objectName()} “{words}”")
    window.choose_look("dark")
    return weak


def test_the_measure_itself() -> None:
    grey = np.full((20, 60, 3), 255, dtype=np.uint8)
    grey[8:12, 10:50] = 0x77
    assert measured_contrast(grey) == pytest.approx(4.48, abs=0.02)


def _words_of(widget: QWidget) -> str:
    if isinstance(widget, (QLabel, QAbstractButton, QLineEdit)):
        return widget.text() if any(letter.isalnum() for letter in widget.text()) else ""
    return widget.currentText() if isinstance(widget, QComboBox) else ""


def measured_contrast(area: NDArray[np.uint8]) -> float:
    """The contrast of the strongest pixels of a picture with its commonest colour: of words with their ground."""
    flat = area.reshape(-1, 3)
    if len(flat) == 0:
        return 21.0
    ground = np.array(Counter(map(tuple, flat.tolist())).most_common(1)[0][0], dtype=np.uint8)
    ours, theirs = _luminance(flat), _luminance(ground[None])[0]
    high, low = np.maximum(ours, theirs), np.minimum(ours, theirs)
    # Edges of letters are mixed with the ground; the heart of a stroke has the colour of the words.
    return float(np.quantile((high + 0.05) / (low + 0.05), 0.999))


def _luminance(colours: NDArray[np.uint8]) -> NDArray[np.float64]:
    part = colours.astype(np.float64) / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def _pixels(image: QImage) -> NDArray[np.uint8]:
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), dtype=np.uint8).reshape(plain.height(), plain.bytesPerLine())
    # A copy: the picture's memory goes with it.
    return rows[:, : plain.width() * 3].reshape(plain.height(), plain.width(), 3).copy()
