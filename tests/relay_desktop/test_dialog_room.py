"""Every dialog in longer words, in German and in larger letters: nothing is cut and nothing is pushed out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QHeaderView,
    QLabel,
    QScrollArea,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from relay_desktop.main_window import MainWindow
from relay_desktop.panels.about_dialog import AboutDialog
from relay_desktop.panels.accounts_page import AccountsPage
from relay_desktop.panels.agreement_dialog import AgreementDialog
from relay_desktop.panels.comparison_dialog import ComparisonDialog
from relay_desktop.panels.export_dialog import ExportDialog
from relay_desktop.panels.help_dialog import HelpDialog
from relay_desktop.panels.import_dialog import ImportDialog
from relay_desktop.panels.model_card_dialog import ModelCardDialog
from relay_desktop.panels.new_job_dialog import NewJobDialog
from relay_desktop.panels.settings_dialog import SettingsDialog
from relay_desktop.panels.settings_pages.appearance import AppearancePage
from relay_desktop.panels.settings_pages.general import GeneralPage
from relay_desktop.panels.settings_pages.privacy import PrivacyPage
from relay_desktop.panels.settings_pages.review import ReviewPage
from relay_desktop.panels.settings_pages.shortcuts import ShortcutsPage
from relay_desktop.panels.settings_pages.sound import SoundPage
from relay_desktop.panels.shortcut_sheet import ShortcutSheet
from relay_desktop.panels.watch_dialog import WatchDialog
from relay_desktop.session.account_desk import AccountDesk
from relay_desktop.session.export_snapshot import take_snapshot
from relay_desktop.session.exporters import catalogue
from relay_desktop.session.job_ids import EMBEDDED
from relay_desktop.session.job_plan import JobPlace
from relay_desktop.session.watch_desk import WatchDesk
from relay_desktop.translation import install, install_pseudo, remove
from tests.relay_desktop.panels.desks import CARD
from tests.relay_desktop.test_accessibility import weak_words
from tests.relay_desktop.test_main_window import audio, window  # noqa: F401

LONGER, GERMAN = "longer", "de"


@pytest.fixture(params=[(LONGER, 100), (GERMAN, 100), (GERMAN, 150)], ids=["longer", "german", "german-150"])
def spoken_window(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[MainWindow]:
    """The window in another language and size of words; both are put back."""
    language, percent = request.param
    pseudo = install_pseudo(qapp) if language == LONGER else None
    installed = [] if language == LONGER else install(qapp, language)
    try:
        made: MainWindow = request.getfixturevalue("window")
        made.appearance.set_font_percent(percent)
        yield made
        made.appearance.set_font_percent(100)
    finally:
        if pseudo is not None:
            qapp.removeTranslator(pseudo)
        remove(qapp, installed)


def dialogs_of(window: MainWindow, folder: Path) -> Iterator[QDialog]:  # noqa: F811
    """One of every kind, as the window makes them."""
    places = (JobPlace(EMBEDDED, "This computer", ("relay-1",)), JobPlace("studio", "Studio", ("m1",)))
    session, settings, look = window.session, window.settings, window.appearance.look
    commands = window.keymap.commands
    everything = take_snapshot(session, None, session.files, "0.1.0")
    markers = folder / "labels.txt"
    markers.write_text("1.000000\t1.006000\tclick 0.35 [artifact]\n70.0\t71.0\tlip smack\nnonsense\n")
    preview = catalogue.read_markers(markers, None, catalogue.Audio("a.wav"))
    pages = (
        GeneralPage(settings, lambda device: None),
        AppearancePage(settings, window.appearance),
        SoundPage(window.hearing.sound, window.hearing.audition),
        ReviewPage(settings, "Ada"),
        AccountsPage(AccountDesk()),
        ShortcutsPage(window.keymap),
        PrivacyPage([("Logs", folder)], lambda path: None),
    )
    makers: Sequence[Callable[[], QDialog]] = (
        lambda: SettingsDialog(pages, window),
        lambda: ExportDialog(everything, everything, folder, window),
        lambda: ImportDialog("labels.txt", preview, session.files, session.current, window),
        lambda: AgreementDialog(session, window.review, window.tools.library.verdicts, window),
        lambda: ComparisonDialog(session, window.review, window.tools.library, window),
        lambda: NewJobDialog(places, "studio", None, window),
        lambda: WatchDialog(WatchDesk(), places, window),
        lambda: ShortcutSheet(commands, window),
        lambda: ModelCardDialog(CARD, look, window),
        lambda: AboutDialog([("Device", "cpu · 2 threads")], None, window),
        lambda: HelpDialog(commands, window),
    )
    for make in makers:
        yield make()


def test_no_dialog_cuts_its_words(spoken_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    found: list[str] = []
    for dialog in dialogs_of(spoken_window, tmp_path):
        dialog.show()
        found += complaints(dialog)
        if isinstance(dialog, SettingsDialog):
            for place in range(dialog.list.count()):
                dialog.list.setCurrentRow(place)
                found += complaints(dialog)
        dialog.close()
        dialog.deleteLater()
    assert found == []


def test_words_stand_out_in_the_strong_look_too(spoken_window: MainWindow) -> None:
    spoken_window.resize(1280, 800)
    assert weak_words(spoken_window, "contrast") == []


def test_no_heading_of_a_table_is_cut(spoken_window: MainWindow) -> None:
    spoken_window.resize(1280, 800)
    QApplication.processEvents()
    assert cut_headings(spoken_window.table) == []
    assert spoken_window.width() == 1280, "the window fits a small screen"


def complaints(dialog: QDialog) -> list[str]:
    """What is cut, too narrow or outside, in words."""
    QApplication.processEvents()
    name = dialog.objectName()
    hint = dialog.minimumSizeHint()
    found = []
    if hint.width() > 1280 or hint.height() > 800:
        found.append(f"{name} needs {hint.width()} x {hint.height()}")
    for widget in dialog.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        words = (
            f"{name}: {type(widget).__name__} {widget.objectName()} {getattr(widget, 'text', str)()!r:.60}"
        )
        if isinstance(widget, QAbstractButton) and widget.text():
            if widget.width() < widget.minimumSizeHint().width():
                found.append(f"cut {words}")
        elif isinstance(widget, QLabel) and type(widget) is QLabel and widget.text():
            if not widget.wordWrap() and widget.width() < widget.minimumSizeHint().width():
                found.append(f"cut {words}")
        elif isinstance(widget, QTableView):
            found += [f"{name}: heading {heading}" for heading in cut_headings(widget)]
        parent = widget.parentWidget()
        is_in_page = parent is not None and not widget.isWindow() and not _scrolls_sideways(parent)
        if parent is not None and is_in_page and widget.geometry().right() > parent.rect().right() + 1:
            found.append(f"outside {words}")
    return found


def _scrolls_sideways(parent: QWidget) -> bool:
    """What lies on a page that scrolls may be wider than what is seen of it, if it can be scrolled to."""
    area = parent.parentWidget()
    return (
        isinstance(area, QScrollArea)
        and area.viewport() is parent
        and area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        and area.horizontalScrollBar().maximum() > 0
    )


def cut_headings(table: QTableView) -> list[str]:
    """Columns whose heading has no room for its words."""
    header: QHeaderView = table.horizontalHeader()
    model = table.model()
    if model is None or not header.isVisible():
        return []
    words = [
        str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for column in range(model.columnCount())
    ]
    return [
        text
        for column, text in enumerate(words)
        if not header.isSectionHidden(column)
        and header.fontMetrics().horizontalAdvance(text) + 10 > header.sectionSize(column)
    ]
