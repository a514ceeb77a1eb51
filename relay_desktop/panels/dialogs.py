"""Windows that open over the window: choosing files, shortcuts, the model's card, about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from inference.audio_info import AUDIO_SUFFIXES
from relay_desktop.commands import COMMANDS, Command
from relay_desktop.diagnostics import program_version
from relay_desktop.look import Look
from relay_desktop.problems import Problem, ProblemDesk
from relay_desktop.session.review import Review
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.settings import Settings
from relay_desktop.translation import said

if TYPE_CHECKING:
    from inference.contract import ModelCard
    from relay_desktop.panels.settings_pages.page import SettingsPage

_ENDINGS: Final = " ".join(f"*{suffix}" for suffix in (*sorted(AUDIO_SUFFIXES), ".relay"))

# The parts add their pages as they are built; a person looks for them in this order, others come last.
_PAGES: Final = ("General", "Appearance", "Sound", "Review", "Accounts", "Shortcuts", "Caches", "Privacy")


def _place_of_page(title: str) -> int:
    return _PAGES.index(title) if title in _PAGES else len(_PAGES)


class Dialogs(QObject):
    """Opens them without stopping the window; each is gone when it is closed."""

    paths_chosen = Signal(list)  # list[Path]
    export_requested = Signal(object)  # ExportRequest
    tour_wished = Signal()

    def __init__(self, window: QWidget, settings: Settings, problems: ProblemDesk, look: Look) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._problems = problems
        self._look = look
        self._card: ModelCard | None = None
        self._open: dict[str, QDialog] = {}
        self._desk: tuple[ReviewSession, Review] | None = None
        self._filter_words: Callable[[], str] = lambda: ""
        self._settings_pages: dict[str, Callable[[], SettingsPage]] = {}
        self._facts: Callable[[], Sequence[tuple[str, str]]] = lambda: ()
        self._commands: Callable[[], Sequence[Command]] = lambda: COMMANDS

    def set_look(self, look: Look) -> None:
        """Draw what opens from now on in another look."""
        self._look = look

    def set_desk(
        self, session: ReviewSession, review: Review, filter_words: Callable[[], str] = lambda: ""
    ) -> None:
        """What `show_export` takes its detections and verdicts from, and how it names the filter in force."""
        self._desk = session, review
        self._filter_words = filter_words

    @property
    def log_path(self) -> Path | None:
        """The program's log file."""
        return self._problems.log_path

    def set_facts(self, facts: Callable[[], Sequence[tuple[str, str]]]) -> None:
        """What About says beside the versions."""
        self._facts = facts

    def set_commands(self, commands: Callable[[], Sequence[Command]]) -> None:
        """Where the sheet of shortcuts finds the keys in force."""
        self._commands = commands

    def add_settings_page(self, title: str, make: Callable[[], SettingsPage]) -> None:
        """A page of the settings, made anew each time they open; a second one of the same title replaces it."""
        self._settings_pages[title] = make

    def show_settings(self, title: str = "") -> None:
        """The settings, on the page of this title or the first one."""
        from relay_desktop.panels.settings_dialog import SettingsDialog

        titles = sorted(self._settings_pages, key=_place_of_page)
        pages = [self._settings_pages[title]() for title in titles]
        dialog = SettingsDialog(pages, self._window)
        dialog.show_page(title)
        self.show_dialog("settings", dialog)

    def set_model(self, card: ModelCard | None) -> None:
        """The model `show_model_card` is about."""
        self._card = card

    def ask_for_files(self) -> None:
        """Let the person choose audio files."""
        self._ask(said("Open audio files"), QFileDialog.FileMode.ExistingFiles)

    def ask_for_folder(self) -> None:
        """Let the person choose a folder of audio."""
        self._ask(said("Open a folder of audio"), QFileDialog.FileMode.Directory)

    def ask_where(self, name: str, on_chosen: Callable[[Path], None]) -> None:
        """Let the person say where a missing file lies now."""
        dialog = self._file_dialog(said("Where is {name}?", name=name), QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: on_chosen(Path(path)))
        self.show_dialog("files", dialog)

    def tell(self, text: str, advice: str = "") -> None:
        """A short note over the window."""
        self._problems.report(Problem(text, advice, is_note=True, key="note"))

    def show_export(self) -> None:
        """Choose a format, which detections and where to; shows the first lines before anything is written."""
        from relay_desktop.panels.export_dialog import ExportDialog
        from relay_desktop.session.export_snapshot import take_snapshot

        if self._desk is None or self._desk[0].retuned is None:
            nothing = Problem(
                said("There is nothing to export yet."),
                said("Open a file and let it be heard."),
                is_note=True,
            )
            self._problems.report(nothing)
            return
        session, review = self._desk
        files = [session.current] if session.current else []
        words = self._filter_words()
        one = take_snapshot(session, review, files, program_version(), words)
        everything = take_snapshot(session, review, session.files, program_version(), words)
        folder = self._settings.last_folder or Path.home()
        dialog = ExportDialog(one, everything, folder, self._window)
        dialog.requested.connect(self.export_requested)
        self.show_dialog("export", dialog)

    def show_shortcuts(self) -> None:
        """The sheet of shortcuts."""
        from relay_desktop.panels.shortcut_sheet import (
            ShortcutSheet,
        )  # the window is shown before it is needed

        self.show_dialog("shortcuts", ShortcutSheet(self._commands(), self._window))

    def show_model_card(self) -> None:
        """What the chosen model says of itself."""
        from relay_desktop.panels.model_card_dialog import ModelCardDialog

        if self._card is None:
            self._problems.report(
                Problem(
                    said("No model is known yet."),
                    advice=said("Wait until the detection engine is ready."),
                    is_note=True,
                )
            )
            return
        self.show_dialog("model", ModelCardDialog(self._card, self._look, self._window))

    def show_about(self) -> None:
        """Version, what it runs on, licences, diagnostics to copy."""
        from relay_desktop.panels.about_dialog import AboutDialog

        self.show_dialog("about", AboutDialog(self._facts(), self._problems.log_path, self._window))

    def show_help(self) -> None:
        """What the sliders do, formats, keys."""
        from relay_desktop.panels.help_dialog import HelpDialog

        self.show_dialog("help", HelpDialog(self._commands(), self._window))

    def show_tour(self) -> None:
        """The tour of the first start, again."""
        self.tour_wished.emit()

    def show_log(self) -> None:
        """Open the folder of the log file in the system's file manager."""
        path = self._problems.log_path
        if path is None or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))):
            where = said("It is {path}.", path=path) if path is not None else said("This window writes none.")
            self._problems.report(Problem(said("The log could not be opened."), where, is_note=True))

    def confirm(self, title: str, text: str, button: str, on_yes: Callable[[], None]) -> None:
        """Ask before something is lost."""
        box = QMessageBox(QMessageBox.Icon.Question, title, title, parent=self._window)
        box.setObjectName("confirmDialog")
        box.setInformativeText(text)
        yes = box.addButton(button, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(yes)
        box.buttonClicked.connect(lambda clicked: on_yes() if clicked is yes else None)
        self.show_dialog("confirm", box)

    def _ask(self, title: str, mode: QFileDialog.FileMode) -> None:
        dialog = self._file_dialog(title, mode)
        dialog.filesSelected.connect(self._on_chosen)
        self.show_dialog("files", dialog)

    def _file_dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        folder = self._settings.last_folder
        kinds = said("Audio and reviews ({endings});;All files (*)", endings=_ENDINGS)
        dialog = QFileDialog(self._window, title, str(folder) if folder else "", kinds)
        dialog.setFileMode(mode)
        dialog.setObjectName("openDialog")
        return dialog

    def _on_chosen(self, names: list[str]) -> None:
        paths = [Path(name) for name in names]
        if paths:
            self._settings.last_folder = paths[0].parent
            self.paths_chosen.emit(paths)

    def show_dialog(self, key: str, dialog: QDialog) -> None:
        """One of each kind; an older one gives way."""
        old = self._open.pop(key, None)
        if old is not None:
            old.close()
        self._open[key] = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _code: self._forget(key, dialog))
        dialog.open()

    def _forget(self, key: str, dialog: QDialog) -> None:
        if self._open.get(key) is dialog:
            del self._open[key]
