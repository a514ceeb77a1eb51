"""Help > Help: what the sliders do, how to look, listen and judge, formats and keys, inside the program.

Pages are Markdown files below `resources/help/<language>`; `{command_id}` in them is the key of a command as it is
now. Formats and keys are made from the tables that the program itself uses, so that they cannot go out of date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from inference.audio_file import AUDIO_SUFFIXES, MAX_CHANNELS
from relay_desktop.actions import all_keys, shown_key
from relay_desktop.commands import Command
from relay_desktop.look import RESOURCES
from relay_desktop.panels.shortcut_sheet import section_title, sheet_sections
from relay_desktop.session.exporters.catalogue import all_formats
from relay_desktop.translation import current, said, spoken

HELP = RESOURCES / "help"
_KEY = re.compile(r"\{([a-z_0-9]+)\}")


class HelpDialog(QDialog):
    """Topics at the left, the chosen one beside them."""

    def __init__(self, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("helpDialog")
        self.setWindowTitle(self.tr("Help"))
        self.setAccessibleName(self.tr("Help"))
        self.resize(900, 640)
        self.pages = help_pages(commands)
        self.topics = QListWidget()
        self.topics.setObjectName("helpTopics")
        self.topics.setAccessibleName(self.tr("Topics"))
        self.topics.setFixedWidth(220)
        for title, _ in self.pages:
            item = QListWidgetItem(title)
            item.setSizeHint(QSize(0, self.topics.fontMetrics().height() + 12))
            self.topics.addItem(item)
        self.reader = QTextBrowser()
        self.reader.setObjectName("helpReader")
        self.reader.setAccessibleName(self.tr("Text of the topic"))
        self.reader.setOpenExternalLinks(True)
        self.reader.document().setDocumentMargin(14)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.topics)
        row.addWidget(self.reader, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 12)
        column.addLayout(row, 1)
        column.addWidget(buttons)
        self.topics.currentRowChanged.connect(self._show)
        self.topics.setCurrentRow(0)

    def _show(self, place: int) -> None:
        self.reader.setMarkdown(self.pages[place][1])
        self.reader.moveCursor(self.reader.textCursor().MoveOperation.Start)


def help_pages(commands: Sequence[Command], language: str | None = None) -> list[tuple[str, str]]:
    """(title, Markdown) of every topic, in the language of the window where it is there, else in English."""
    folder = HELP / (language or current())
    texts = [
        path.read_text(encoding="utf-8")
        for path in sorted((folder if folder.is_dir() else HELP / "en").glob("*.md"))
    ]
    pages = [_with_keys(text, commands) for text in texts]
    pages.insert(4, _formats())
    pages.append(_keys(commands))
    return [(page.splitlines()[0].removeprefix("# "), page) for page in pages]


def _with_keys(text: str, commands: Sequence[Command]) -> str:
    keys = {item.id: shown_key(item) or item.text for item in commands}
    return _KEY.sub(lambda found: keys[found[1]], text)


def _formats() -> str:
    endings = ", ".join(sorted(suffix.removeprefix(".") for suffix in AUDIO_SUFFIXES))
    lines = [
        f"# {said('Formats')}",
        "",
        said(
            "**Audio that can be opened:** {endings}; any sample rate from 8 to 384 kHz, up to {most} channels. "
            "AAC and WMA cannot be read; convert them to FLAC or WAV first.",
            endings=endings,
            most=MAX_CHANNELS,
        ),
        "",
        said("**What can be written** (File > Export…):"),
        "",
        f"| {said('format')} | {said('ending')} | |",
        "|---|---|---|",
    ]
    lines += [f"| {spoken(form.title)} | {form.ending} | {spoken(form.help)} |" for form in all_formats()]
    return "\n".join(lines)


def _keys(commands: Sequence[Command]) -> str:
    lines = [f"# {said('Keys')}", "", said("They can be changed in *Settings > Shortcuts*."), ""]
    for title, items in sheet_sections(commands).items():
        lines += [f"## {section_title(title)}", "", "| | |", "|---|---|"]
        lines += [f"| {item.text.rstrip('…')} | {_cell(', '.join(all_keys(item)))} |" for item in items]
        lines.append("")
    return "\n".join(lines)


def _cell(keys: str) -> str:
    """A key may be a sign of Markdown itself."""
    return re.sub(r"([|\\`*_\[\]])", r"\\\1", keys)
