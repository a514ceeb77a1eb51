"""What went wrong with the whole program: title, text, advice, "Try again", dismiss. One at a time, newest first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from relay_desktop.look import Look, icon
from relay_desktop.panels.heading import retone, toned
from relay_desktop.problems import Problem, ProblemDesk
from relay_desktop.translation import said


class ProblemBar(QWidget):
    """Between the tools and the rest of the window; takes no room while there is nothing to say."""

    shown = Signal(object)  # Problem | None

    def __init__(self, desk: ProblemDesk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._problems: list[Problem] = []
        self.setObjectName("problemBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sign = QLabel()
        self.title = toned("", "strong")
        self.text = toned("", "")
        self.counted = toned("", "muted")
        self.retry_button = QPushButton(self.tr("Try again"))
        self.dismiss_button = QToolButton()
        self._lay_out()
        self.retry_button.clicked.connect(self._retry)
        self.dismiss_button.clicked.connect(self._dismiss)
        desk.reported.connect(self.show_problem)
        desk.cleared.connect(self._on_cleared)
        for problem in desk.open_problems.values():
            self.show_problem(problem)
        self._show()

    @property
    def current(self) -> Problem | None:
        """The problem on the bar."""
        return self._problems[-1] if self._problems else None

    def set_look(self, look: Look) -> None:
        """Draw in another look."""
        self._look = look
        self._show()

    def show_problem(self, problem: Problem) -> None:
        """Put a problem on the bar, in place of an older one about the same matter."""
        self._problems = [old for old in self._problems if not _is_same(old, problem)]
        self._problems.append(problem)
        self._show()

    def _lay_out(self) -> None:
        self.setAccessibleName(self.tr("Problems"))
        self.retry_button.setObjectName("problemRetryButton")
        self.retry_button.setAccessibleName(self.tr("Try again"))
        self.dismiss_button.setObjectName("problemDismissButton")
        self.dismiss_button.setProperty("kind", "quiet")
        self.dismiss_button.setAccessibleName(self.tr("Dismiss this message"))
        self.dismiss_button.setToolTip(self.tr("Dismiss this message"))
        for button in (self.retry_button, self.dismiss_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for label in (self.title, self.text):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title)
        words.addWidget(self.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 10, 7)
        row.setSpacing(10)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.counted)
        row.addWidget(self.retry_button)
        row.addWidget(self.dismiss_button)

    def _retry(self) -> None:
        problem = self._take()
        if problem is not None and problem.retry is not None:
            problem.retry()

    def _dismiss(self) -> None:
        self._take()

    def _take(self) -> Problem | None:
        problem = self._problems.pop() if self._problems else None
        if problem is not None and problem.key:
            self._desk.clear(problem.key)
        self._show()
        return problem

    def _on_cleared(self, key: str) -> None:
        self._problems = [problem for problem in self._problems if problem.key != key]
        self._show()

    def _show(self) -> None:
        problem = self.current
        self.setVisible(problem is not None)
        if problem is not None:
            self._fill(problem)
        self.shown.emit(problem)

    def _fill(self, problem: Problem) -> None:
        look = self._look
        retone(self, "surface", "note" if problem.is_note else "problem")
        tint = look.accent if problem.is_note else look.danger
        self.sign.setPixmap(icon("info" if problem.is_note else "warning", look, tint).pixmap(18, 18))
        self.title.setText(problem.title)
        sentence = " ".join(part for part in (problem.text, problem.advice) if part and part != problem.title)
        self.text.setText(sentence)
        self.text.setVisible(bool(sentence))
        words = problem.retry_words or said("Try again")
        self.retry_button.setText(words)
        self.retry_button.setAccessibleName(words)
        self.retry_button.setVisible(problem.retry is not None)
        self.dismiss_button.setIcon(icon("cancel", look))
        others = len(self._problems) - 1
        self.counted.setText(said("and {n:,} more", n=others) if others else "")
        self.setAccessibleDescription(f"{problem.title} {sentence}")


def _is_same(old: Problem, new: Problem) -> bool:
    return old.key == new.key if new.key else (old.title, old.text) == (new.title, new.text)
