"""The window: its parts, where they lie, and how they hear of each other.

It stands above the session and knows no backend: a wish that needs one (run, cancel, open files) is a signal that
the composition root connects. Verbs of the table of commands are methods here or of the parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inference.sentences import sentence
from relay_desktop.actions import Actions
from relay_desktop.keymap import Keymap
from relay_desktop.look import Appearance, Look, program_icon
from relay_desktop.panels.detection_table import DetectionTable
from relay_desktop.panels.detection_walk import DetectionWalk
from relay_desktop.panels.dialogs import Dialogs
from relay_desktop.panels.drop_zone import DropZone
from relay_desktop.panels.empty_desk import EmptyDesk
from relay_desktop.panels.evidence_panel import EvidencePanel
from relay_desktop.panels.field_keys import is_key_of_focus
from relay_desktop.panels.file_panel import FilePanel
from relay_desktop.panels.filter_bar import FilterBar
from relay_desktop.panels.hearing import Hearing
from relay_desktop.panels.job_panel import JobPanel
from relay_desktop.panels.layout import FocusRing, LayoutMemory, row_of_parts, settle, stacked
from relay_desktop.panels.look_menu import LookMenu
from relay_desktop.panels.problem_bar import ProblemBar
from relay_desktop.panels.queue_panel import QueuePanel
from relay_desktop.panels.remote_parts import RemoteParts
from relay_desktop.panels.review_dialogs import ReviewDialogs
from relay_desktop.panels.right_side import RightSide
from relay_desktop.panels.selection_panel import SelectionPanel
from relay_desktop.panels.status_strip import StatusStrip, engine_words
from relay_desktop.panels.transport_bar import TransportBar
from relay_desktop.panels.tuning_panel import TuningPanel
from relay_desktop.panels.verdict_panel import VerdictPanel
from relay_desktop.problems import ProblemDesk
from relay_desktop.session.review import Review
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.review_tools import ReviewTools
from relay_desktop.session.transport import Transport
from relay_desktop.settings import Settings
from relay_desktop.timeline.timeline_view import TimelineView
from relay_desktop.timeline_desk import TimelineDesk
from relay_desktop.translation import said, spoken

if TYPE_CHECKING:
    from inference.contract import ModelCard

STARTING_WORDS: Final = sentence(
    "The detection engine is starting; the first time this takes some seconds.\n"
    "Files wait in line for it, everything else works already."
)
DOWN_WORDS: Final = sentence("The detection engine is not running. Press Try again in the message above.")
_SAID_MS: Final = 6000
_SIZE: Final = (1440, 900)
_SIDES_PX: Final = (250, 820, 340)
_HEIGHTS_PX: Final = {"left": (245, 500), "middle": (560, 240)}


class MainWindow(QMainWindow):
    """Shown before the engine is up; everything that is not known yet says so in its place."""

    run_requested = Signal()
    new_job_requested = Signal()
    open_requested = Signal(list)  # list[Path]: files and folders
    open_job_requested = Signal(str)
    cancel_job_requested = Signal(str)
    retry_job_requested = Signal(str)
    forget_job_requested = Signal(str)
    retry_file_requested = Signal(object)  # ReviewFile
    locate_file_requested = Signal(object, object)  # ReviewFile, Path
    model_chosen = Signal(str)
    device_chosen = Signal(str)
    closing = Signal()

    def __init__(
        self,
        session: ReviewSession,
        review: Review,
        transport: Transport,
        problem_desk: ProblemDesk,
        settings: Settings,
        tools: ReviewTools,
    ) -> None:
        appearance = _appearance(settings)  # first: a widget is born with the font that is set
        super().__init__()
        self.session, self.review, self.transport, self.settings = session, review, transport, settings
        self.tools = tools
        self.appearance = appearance
        appearance.setParent(self)
        look = self.appearance.look
        self.walk = DetectionWalk(session)
        self.hearing = Hearing(session, transport, self)
        self.dialogs = Dialogs(self, settings, problem_desk, look)
        self.dialogs.set_desk(session, review, tools.filter.words)
        self.review_dialogs = ReviewDialogs(self, self.dialogs, session, review, tools, settings)
        self.job_panel = JobPanel(session, look)
        self.file_panel = FilePanel(session, look)
        self.timeline = TimelineView(look)
        self.timeline_desk = TimelineDesk(self.timeline, session, review, transport, settings)
        self.table = DetectionTable(session, review, look)
        self.filter_bar = FilterBar(session, tools.filter, tools.marks)
        self.tuning_panel = TuningPanel(session, look)
        self.evidence_panel = EvidencePanel(session, tools.evidence, look)
        self.queue_panel = QueuePanel(session, tools.queue, tools.library.marks)
        self.problem_bar = ProblemBar(problem_desk, look)
        threshold = self.tuning_panel.rows["threshold"].slider
        self.ring = FocusRing(
            self, (self.job_panel.list, self.file_panel.list, self.timeline, self.table, threshold)
        )
        homes = {"timeline": self.timeline, "table": self.table}
        homes |= {"files": self.file_panel.list, "jobs": self.job_panel.list}
        self.keymap = Keymap(settings, parent=self)
        self.actions_table = Actions(self, homes, look, self.keymap.commands)
        self.timeline_desk.take_actions(self.actions_table)
        self.selection_panel = SelectionPanel(session, self.actions_table, look)
        self.verdict_panel = VerdictPanel(session, review, self.actions_table, look)
        self.transport_bar = TransportBar(self.actions_table, transport, look)
        self.hearing.make_tools(self.actions_table, self.transport_bar, look)
        self.empty_desk = EmptyDesk(self.actions_table, look)
        self.status_strip = StatusStrip(session)
        self.drop_zone = DropZone(self, look)
        self.remote = RemoteParts(self, session, settings, self.dialogs)
        self.remote.length_told.connect(self.timeline.set_silent_length)
        self.remote.place_told.connect(self.transport_bar.show_elsewhere)
        self.setObjectName("mainWindow")
        self.setWindowIcon(program_icon())
        self._lay_out()
        self._make_menus()
        self._wire()
        self._restore_layout()
        self._show_file(session.current)

    # -- told by the composition root --------------------------------------------------------------------------

    def set_service_state(self, state: str) -> None:
        """How the engine is: "starting", "ready" or "down"."""
        self.status_strip.set_service(state)
        words = spoken({"starting": STARTING_WORDS, "down": DOWN_WORDS}.get(state, ""))
        self.table.set_service_words(words)
        self.empty_desk.state.setText(words)
        self._show_engine()

    def set_models(self, cards: Sequence[ModelCard], chosen: ModelCard | None) -> None:
        """The installed models, and the one new jobs use."""
        self.transport_bar.set_models(cards, chosen.id if chosen is not None else None)
        self.tuning_panel.set_model(chosen)
        self.dialogs.set_model(chosen)

    def show_clip(self, clip: Any | None) -> None:
        """Another recording (an `AudioClip`) is open for eye and ear, or none; whoever opened it closes it."""
        self.timeline.set_clip(clip)
        self.timeline_desk.feed()

    def show_peaks(self, pyramid: Any) -> None:
        """The peaks of the recording (a `PeakPyramid`), again and again while they grow."""
        self.timeline.set_peaks(pyramid)

    # -- layout ------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.left_side = row_of_parts("left", Qt.Orientation.Vertical, self.job_panel, self.file_panel)
        self.stage = QStackedWidget()
        self.stage.addWidget(self.empty_desk)
        self.stage.addWidget(self.timeline)
        self.table_side = stacked(self.filter_bar, self.table)
        self.middle = row_of_parts("middle", Qt.Orientation.Vertical, self.stage, self.table_side)
        pages = (self.tuning_panel, self.evidence_panel, self.queue_panel)
        self.right_side = RightSide(pages, self.selection_panel, self.verdict_panel)
        sides = (self.left_side, self.middle, self.right_side)
        self.sides = row_of_parts("sides", Qt.Orientation.Horizontal, *sides)
        for splitter, place in ((self.sides, 1), (self.middle, 0), (self.left_side, 1)):
            splitter.setStretchFactor(place, 1)
        self.middle.setMinimumWidth(360)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.transport_bar)
        column.addWidget(self.problem_bar)
        column.addWidget(self.remote.notice)
        column.addWidget(self.sides, 1)
        self.setCentralWidget(page)
        self.setStatusBar(self.status_strip)
        self.appearance.dress()
        self._make_room_for_words()
        for field in self.findChildren(QLineEdit):
            field.setAcceptDrops(False)  # a file dropped on a field is meant for the window

    def _make_menus(self) -> None:
        menus = self.actions_table.fill(self.menuBar())
        menus["Jobs"].insertMenu(self.actions_table["model_card"], self.transport_bar.model_menu)
        menus["Jobs"].insertMenu(self.actions_table["model_card"], self.transport_bar.device_menu)
        menus["Play"].addMenu(self.hearing.make_menu(self))
        menus["View"].addSeparator()
        menus["View"].addMenu(LookMenu(lambda: self.appearance.choice, self.choose_look, self))
        for command_id in ("toggle_left", "toggle_right", "toggle_table"):
            self.actions_table[command_id].setChecked(True)
        self.actions_table["follow_playhead"].setChecked(self.settings.flag("play/follow", True))

    def _wire(self) -> None:
        session, timeline = self.session, self.timeline
        self.appearance.look_changed.connect(self._set_look)
        session.current_file_changed.connect(self._show_file)
        session.files_added.connect(lambda _files: self._show_file(session.current))
        session.file_changed.connect(lambda file: self._show_engine() if file is session.current else None)
        session.types_changed.connect(self._show_types)
        self.actions_table.follow_undo(session.undo_stack)
        self.filter_bar.stretch_wanted.connect(self._use_stretch)
        self.evidence_panel.save_requested.connect(self.review_dialogs.save_evidence)
        self.keymap.changed.connect(lambda: self.actions_table.set_keys(self.keymap.commands))
        self.dialogs.set_commands(lambda: self.keymap.commands)
        timeline.view_changed.connect(self.status_strip.set_view)
        self.timeline_desk.said.connect(self._say)
        self.hearing.show_on(timeline, self._say)
        self.table.activated_row.connect(lambda _row: self.zoom_to_selection())
        self._wire_wishes()
        self._give_context_menus()

    def _say(self, sentence: str) -> None:
        self.status_strip.showMessage(sentence, _SAID_MS)

    def _give_context_menus(self) -> None:
        for command_id in ("cancel_job", "retry_job"):
            self.job_panel.list.addAction(self.actions_table[command_id])
        for command_id in ("play_detection", "zoom_to_selection"):
            self.table.addAction(self.actions_table[command_id])
        for part in (self.job_panel.list, self.file_panel.list, self.table):
            part.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _wire_wishes(self) -> None:
        jobs = self.job_panel
        jobs.open_requested.connect(self.open_job_requested)
        jobs.new_requested.connect(self.new_job_requested)
        jobs.cancel_requested.connect(self.cancel_job_requested)
        jobs.retry_requested.connect(self.retry_job_requested)
        jobs.forget_requested.connect(self._confirm_forgetting)
        self.file_panel.retry_requested.connect(self.retry_file_requested)
        self.file_panel.locate_requested.connect(self._ask_where)
        self.dialogs.paths_chosen.connect(self.open_requested)
        self.drop_zone.dropped.connect(self.open_requested)
        self.transport_bar.model_chosen.connect(self.model_chosen)
        self.transport_bar.device_chosen.connect(self._choose_device)

    # -- what the session says ---------------------------------------------------------------------------------

    def _show_file(self, file: ReviewFile | None) -> None:
        self.stage.setCurrentWidget(self.empty_desk if file is None else self.timeline)
        self.setWindowTitle(f"{file.name} — Relay Desktop" if file is not None else "Relay Desktop")
        self.timeline_desk.feed()
        self._show_engine()

    def _show_types(self) -> None:
        self.actions_table["show_all_types"].setEnabled(bool(self.session.hidden_types))

    def _show_engine(self) -> None:
        words = engine_words(self.session.current)
        self.transport_bar.set_device_words(
            words, said("What the detection of this file ran on, and how fast.")
        )

    def _set_look(self, look: Look) -> None:
        for part in (
            self.actions_table, self.dialogs, self.job_panel, self.file_panel, self.timeline, self.table,
            self.empty_desk, self.tuning_panel, self.problem_bar, self.selection_panel, self.verdict_panel,
            self.hearing.tools, self.transport_bar, self.evidence_panel,
        ):  # fmt: skip
            part.set_look(look)
        self.drop_zone.frame.look = look
        self._make_room_for_words()

    def _make_room_for_words(self) -> None:
        """The sides are as wide as their words need."""
        self.right_side.make_room()
        settle(self.left_side)
        self.left_side.setMinimumWidth(max(190, self.left_side.minimumSizeHint().width()))

    # -- verbs -------------------------------------------------------------------------------------------------

    def choose_look(self, choice: str) -> None:
        """Dark, light or like the system; at once and for the next start."""
        self.settings.look = choice
        self.appearance.set_choice(choice)

    def show_all_types(self) -> None:
        """Hide no type."""
        self.session.set_hidden_types(())

    def zoom_to_selection(self) -> None:
        """Fill the view with the selected detection and what is around it."""
        if self.session.selected_row is not None:
            self.timeline.zoom_to_row(self.session.selected_row)

    def view_to_start(self) -> None:
        """Scroll to the start."""
        self.timeline.scroll_by(-self.transport.duration_s)

    def view_to_end(self) -> None:
        """Scroll to the end."""
        self.timeline.scroll_by(self.transport.duration_s)

    def stop(self) -> None:
        """Stop playing; when nothing plays, let go of the selected stretch."""
        if self.transport.is_playing:
            self.transport.stop()
        else:
            self.timeline.clear_span()

    def follow_playhead(self, is_on: bool) -> None:
        """Whether the view scrolls on with the sound; remembered."""
        self.settings.write("play/follow", is_on)
        self.timeline.set_following(is_on)

    def seek_by(self, seconds: float) -> None:
        """Move the playhead."""
        self.transport.seek_s(self.transport.position_s + seconds)

    def to_end(self) -> None:
        """Playhead to the end."""
        self.transport.seek_s(self.transport.duration_s)

    def clear_selection(self) -> None:
        """Select nothing."""
        self.session.select_row(None)

    def _use_stretch(self, use: str) -> None:
        """The stretch that was selected by dragging: seen alone, or left out."""
        span = self.transport.span_s
        if span is None:
            self.dialogs.tell(said("No stretch is selected."), said("Drag over the waveform to select one."))
            return
        start_ms, end_ms = (round(seconds * 1000) for seconds in span)
        if use == "exclude":
            self.tools.marks.exclude(start_ms, end_ms)
        else:
            self.filter_bar.show_only(start_ms, end_ms)

    def _confirm_forgetting(self, job_id: str) -> None:
        self.dialogs.confirm(
            said("Forget this job?"),
            said("Its results leave this computer's list. Your audio files are not touched."),
            said("Forget"),
            lambda: self.forget_job_requested.emit(job_id),
        )

    def _ask_where(self, file: ReviewFile) -> None:
        self.dialogs.ask_where(file.name, lambda path: self.locate_file_requested.emit(file, path))

    def _choose_device(self, device: str) -> None:
        self.settings.device = device
        self.device_chosen.emit(device)

    # -- Qt ----------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Space presses the button that has the keyboard, Enter ends a field; everywhere else they play."""
        if is_key_of_focus(event):
            event.accept()
            return True
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the layout, then tell that the window goes."""
        self.settings.window_geometry = self.saveGeometry()
        self.memory.keep()
        self.closing.emit()
        super().closeEvent(event)

    def _restore_layout(self) -> None:
        self.resize(*_SIZE)
        self.restoreGeometry(self.settings.window_geometry)
        self.sides.setSizes(_SIDES_PX)
        self.left_side.setSizes(_HEIGHTS_PX["left"])
        self.middle.setSizes(_HEIGHTS_PX["middle"])
        splitters = (self.sides, self.left_side, self.middle)
        self.memory = LayoutMemory(self.settings, splitters, self.table.horizontalHeader())
        self.memory.restore()
        self.transport_bar.set_device(self.settings.device)
        self.file_panel.list.setFocus()


def _appearance(settings: Settings) -> Appearance:
    app = QGuiApplication.instance()
    assert isinstance(app, QApplication), "the window needs a QApplication"
    return Appearance(app, settings.look, font_percent=settings.font_percent, dresses_later=True)
