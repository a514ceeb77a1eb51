"""ONE table of commands: it makes the menus, the tooltips, the shortcuts and the sheet of shortcuts.

A command names the verb it calls as a path from the main window: "timeline.zoom_in", or with a number "seek_by(-1)";
the verb of a checkable command takes the new state. Its keys work in a context: "window" everywhere, "timeline",
"table", "files" or "jobs" only while that part has the keyboard.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from relay_desktop.look import Look, icon

MENUS: Final = ("File", "Edit", "View", "Play", "Review", "Jobs", "Help")
CONTEXTS: Final = {
    "window": "Everywhere",
    "timeline": "In the timeline",
    "table": "In the table of detections",
    "files": "In the list of files",
    "jobs": "In the list of jobs",
}


@dataclass(frozen=True)
class Command:
    """One thing the program can do. `keys` are in Qt's portable spelling, the first one is shown."""

    id: str
    text: str  # as in a menu, "…" when more questions follow
    keys: tuple[str, ...]
    verb: str
    menu: str  # one of MENUS, "" for none
    help: str
    context: str = "window"
    icon: str = ""
    is_checkable: bool = False
    starts_group: bool = False


def _c(id: str, text: str, keys: str, verb: str, menu: str, **more: str | bool) -> Command:
    return Command(id, text, tuple(keys.split()), verb, menu, **more)  # type: ignore[arg-type]


COMMANDS: Final[tuple[Command, ...]] = (
    _c("open_files", "Open files…", "Ctrl+O", "dialogs.ask_for_files", "File",
       help="Choose audio files to review.", icon="open"),
    _c("open_folder", "Open folder…", "Ctrl+Shift+O", "dialogs.ask_for_folder", "File",
       help="Choose a folder; every audio file below it is added."),
    _c("export", "Export…", "Ctrl+E", "dialogs.show_export", "File",
       help="Write detections and verdicts as markers, tables, reports or clips, for other programs and people.",
       starts_group=True),
    _c("remove_files", "Remove from the list", "Del", "file_panel.remove_chosen", "File",
       help="Take the chosen files off this list. The files on the disk stay as they are.", context="files",
       starts_group=True),
    _c("retry_file", "Try the file again", "Ctrl+T", "file_panel.retry_chosen", "File",
       help="Send the chosen files through detection again.", context="files", icon="retry"),
    _c("locate_file", "Locate the file…", "", "file_panel.locate_chosen", "File",
       help="Say where a missing file lies now.", context="files"),
    _c("quit", "Quit", "Ctrl+Q", "close", "File",
       help="Close the window. Jobs and results are kept.", starts_group=True),

    _c("undo", "Undo", "Ctrl+Z", "session.undo_stack.undo", "Edit",
       help="Take back the last change."),
    _c("redo", "Redo", "Ctrl+Shift+Z Ctrl+Y", "session.undo_stack.redo", "Edit",
       help="Do again what was taken back."),
    _c("reset_tuning", "Reset tuning", "Ctrl+Shift+R", "session.reset_tuning", "Edit",
       help="Back to the model's own values for all three sliders and every type.", icon="reset",
       starts_group=True),
    _c("show_all_types", "Show every type", "Ctrl+Shift+A", "show_all_types", "Edit",
       help="Make all hidden types visible again."),

    _c("zoom_in", "Zoom in", "+ = Ctrl+=", "timeline.zoom_in", "View",
       help="See a shorter stretch.", icon="zoom-in"),
    _c("zoom_out", "Zoom out", "- Ctrl+-", "timeline.zoom_out", "View",
       help="See a longer stretch.", icon="zoom-out"),
    _c("zoom_to_selection", "Zoom to the selected detection", "Z", "zoom_to_selection", "View",
       help="Fill the view with the selected detection and a little of what is around it."),
    _c("zoom_to_all", "Show the whole file", "F Ctrl+0", "timeline.zoom_whole", "View",
       help="Fit the whole file into the view.", icon="fit"),
    _c("zoom_to_span", "Zoom to the selected stretch", "Shift+Z", "timeline.zoom_to_span", "View",
       help="Fill the view with the stretch that was selected by dragging."),
    _c("zoom_back", "View before this one", "Alt+Left", "timeline.zoom_back", "View",
       help="Go back to the view before the last zoom."),
    _c("zoom_forward", "View after this one", "Alt+Right", "timeline.zoom_forward", "View",
       help="Go forward again after going back."),
    _c("scroll_back", "Scroll back", "Left", "timeline.scroll_pages(-0.1)", "View",
       help="Move the view a little earlier.", context="timeline", starts_group=True),
    _c("scroll_on", "Scroll on", "Right", "timeline.scroll_pages(0.1)", "View",
       help="Move the view a little later.", context="timeline"),
    _c("page_back", "One view back", "PgUp", "timeline.scroll_pages(-0.9)", "View",
       help="Move the view by its whole width, earlier.", context="timeline"),
    _c("page_on", "One view on", "PgDown", "timeline.scroll_pages(0.9)", "View",
       help="Move the view by its whole width, later.", context="timeline"),
    _c("view_to_start", "View the start", "Home", "view_to_start", "View",
       help="Scroll to the start of the file.", context="timeline"),
    _c("view_to_end", "View the end", "End", "view_to_end", "View",
       help="Scroll to the end of the file.", context="timeline"),
    _c("taller", "Taller waveform", "Up", "timeline.zoom_amplitude(1.25)", "View",
       help="Make quiet sound visible: the waveform is drawn higher. What is heard stays the same.",
       context="timeline"),
    _c("lower", "Lower waveform", "Down", "timeline.zoom_amplitude(0.8)", "View",
       help="Draw the waveform less high.", context="timeline"),
    _c("spectrogram", "Spectrogram", "G", "timeline.set_spectrogram_visible", "View",
       help="Show frequencies under the waveform.", is_checkable=True, starts_group=True),
    _c("decibels", "Waveform in decibels", "D", "timeline.set_decibels", "View",
       help="Draw the waveform's height in decibels, so that quiet faults can be seen beside loud sound.",
       is_checkable=True),
    _c("candidates", "Candidates that the rules hide", "H", "timeline.set_candidates_visible", "View",
       help="Show faintly, in the lanes, what threshold and minimum duration keep out.", is_checkable=True),
    _c("next_time_unit", "Next unit of the ruler", "T", "timeline.next_time_unit", "View",
       help="Count in h:m:s, seconds, samples, timecode 24, 25, 29.97 drop or 30."),
    _c("next_part", "Next part of the window", "F6", "ring.step(1)", "View",
       help="Give the keyboard to the next part: jobs, files, timeline, detections, tuning.",
       starts_group=True),
    _c("previous_part", "Previous part of the window", "Shift+F6", "ring.step(-1)", "View",
       help="Give the keyboard to the previous part."),
    _c("toggle_left", "Jobs and files", "F7", "left_side.setVisible", "View",
       help="Show or hide the left side.", is_checkable=True, starts_group=True),
    _c("toggle_right", "Tuning", "F8", "right_side.setVisible", "View",
       help="Show or hide the right side.", is_checkable=True),
    _c("toggle_table", "Table of detections", "F9", "table.setVisible", "View",
       help="Show or hide the table under the timeline.", is_checkable=True),

    _c("play", "Play or pause", "Space", "transport.play_pause", "Play",
       help="Play from the playhead, or pause. With a stretch selected: play that stretch.", icon="play"),
    _c("play_detection", "Play the selected detection", "Shift+Space", "transport.play_selection", "Play",
       help="Play the selected detection with half a second before and after it."),
    _c("loop", "Loop", "L", "transport.set_looping", "Play",
       help="Play the same stretch again and again.", icon="loop", is_checkable=True),
    _c("stop", "Stop", "Esc", "stop", "Play",
       help="Stop playing; the playhead stays where it is. Pressed again: let go of the selected stretch.",
       icon="stop"),
    _c("back_a_bit", "Back one second", ",", "seek_by(-1)", "Play",
       help="Move the playhead one second earlier.", starts_group=True),
    _c("on_a_bit", "On one second", ".", "seek_by(1)", "Play",
       help="Move the playhead one second later."),
    _c("to_start", "To the start of the file", "Ctrl+Home", "transport.seek_s(0)", "Play",
       help="Put the playhead at the start."),
    _c("to_end", "To the end of the file", "Ctrl+End", "to_end", "Play",
       help="Put the playhead at the end."),

    _c("next", "Next detection", "N", "walk.next", "Review",
       help="Select the next shown detection; after the last one, the first of the next file.",
       icon="next"),
    _c("previous", "Previous detection", "P", "walk.previous", "Review",
       help="Select the shown detection before this one; before the first, the last of the file before.",
       icon="previous"),
    _c("next_unreviewed", "Next without a verdict", "Shift+N", "review.select_next_unreviewed", "Review",
       help="Select the next shown detection that still needs a verdict."),
    _c("judge_artifact", "It is an artifact", "A", "review.judge_artifact", "Review",
       help="Judge the selected detections: this is an artifact. Saved at once.", starts_group=True),
    _c("judge_not_artifact", "It is not an artifact", "X", "review.judge_not_artifact", "Review",
       help="Judge the selected detections: nothing is wrong here. Saved at once."),
    _c("judge_unsure", "Unsure", "U", "review.judge_unsure", "Review",
       help="Judge the selected detections: somebody else should decide. Saved at once."),
    _c("next_file", "Next file", "Ctrl+PgDown", "walk.next_file", "Review",
       help="Open the next file of the list.", starts_group=True),
    _c("previous_file", "Previous file", "Ctrl+PgUp", "walk.previous_file", "Review",
       help="Open the file before this one."),
    _c("zoom_row", "Go to the detection", "Return", "zoom_to_selection", "",
       help="Zoom the timeline to the selected detection.", context="table"),
    _c("clear_selection", "Select nothing", "Shift+Esc", "clear_selection", "Review",
       help="Let go of the selected detection.", starts_group=True),
    _c("copy_rows", "Copy the selected rows", "Ctrl+C", "table.copy_selected", "Review",
       help="Copy the selected detections as a table (tabs between the columns).", context="table"),

    _c("run", "Run detection", "Ctrl+Return", "run_requested.emit", "Jobs",
       help="Listen to every file of the list with the chosen model, on this computer.", icon="run"),
    _c("new_job", "New job", "Ctrl+N", "new_job_requested.emit", "Jobs",
       help="Begin with an empty list of files. The job that is open now stays in the list of jobs.",
       icon="plus"),
    _c("cancel_job", "Cancel the job", "Ctrl+Shift+X", "job_panel.cancel_chosen", "Jobs",
       help="Stop the job that is open. What is finished is kept.", icon="cancel", starts_group=True),
    _c("retry_job", "Try failed files again", "Ctrl+Shift+T", "job_panel.retry_chosen", "Jobs",
       help="Send the failed files of the open job through detection again.", icon="retry"),
    _c("forget_job", "Forget the job…", "Del", "job_panel.forget_chosen", "Jobs",
       help="Take the job and its results off this computer's list. Your audio files are not touched.",
       context="jobs", icon="forget"),
    _c("model_card", "About the model…", "Ctrl+I", "dialogs.show_model_card", "Jobs",
       help="What the chosen model was trained on, how well it hears, its licence.", icon="model",
       starts_group=True),

    _c("shortcuts", "Keyboard shortcuts", "F1 ?", "dialogs.show_shortcuts", "Help",
       help="This sheet.", icon="keyboard"),
    _c("show_log", "Show log", "", "dialogs.show_log", "Help",
       help="Open the folder with the program's log file."),
    _c("about", "About Relay Desktop", "", "dialogs.show_about", "Help",
       help="Version and where things are kept.", icon="info", starts_group=True),
)  # fmt: skip


def command(command_id: str, commands: Sequence[Command] = COMMANDS) -> Command:
    """The command with this id. Raises KeyError."""
    for found in commands:
        if found.id == command_id:
            return found
    raise KeyError(command_id)


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

    def set_look(self, look: Look) -> None:
        """Draw the icons again in the colours of a look."""
        for item in self.commands:
            if item.icon:
                self._by_id[item.id].setIcon(icon(item.icon, look))

    def fill(self, bar: QMenuBar) -> dict[str, QMenu]:
        """Make the menus in their order; returns them by name so that choices can be added."""
        menus = {}
        for name in MENUS:
            menu = bar.addMenu(f"&{name}")
            menu.setToolTipsVisible(True)
            for item in (c for c in self.commands if c.menu == name):
                if item.starts_group:
                    menu.addSeparator()
                menu.addAction(self._by_id[item.id])
            menus[name] = menu
        return menus

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
        self._by_id["undo"].setText(f"Undo: {what}" if what else "Undo")

    def _name_redo(self, what: str) -> None:
        self._by_id["redo"].setText(f"Redo: {what}" if what else "Redo")

    def _make(self, item: Command, window: QWidget, homes: Mapping[str, QWidget]) -> QAction:
        action = QAction(item.text, self)
        action.setObjectName(f"action_{item.id}")
        action.setShortcuts([QKeySequence(keys) for keys in item.keys])
        action.setToolTip(tooltip(item))
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
