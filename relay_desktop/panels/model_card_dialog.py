"""What a model says of itself: types, advised values, training, measured quality, licence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from inference.contract import ModelCard
from inference.tuning_config import TuningConfig
from relay_desktop.look import Look, type_label
from relay_desktop.panels.heading import readable, rule, toned
from relay_desktop.panels.quality_table import quality_tables
from relay_desktop.translation import card_words, number, said
from relay_desktop.type_mark import type_icon


def plain_lines(value: object, name: str = "", depth: int = 0) -> list[str]:
    """Nested JSON as indented lines of plain words."""
    indent, title = "    " * depth, name.replace("_", " ")
    if isinstance(value, Mapping):
        inner = [
            line for key, item in value.items() for line in plain_lines(item, str(key), depth + bool(name))
        ]
        return [f"{indent}{title}:", *inner] if name else inner
    if isinstance(value, list) and any(isinstance(item, (Mapping, list)) for item in value):
        inner = [line for item in value for line in plain_lines(item, "", depth + bool(name))]
        return [f"{indent}{title}:", *inner] if name else inner
    words = ", ".join(map(_number, value)) if isinstance(value, list) else _number(value)
    return [f"{indent}{title}: {words}" if name else f"{indent}{words}"]


def _number(value: object) -> str:
    return number(value, ".4g") if isinstance(value, float) else str(value)


class ModelCardDialog(QDialog):
    """A card to read; text can be selected and copied."""

    def __init__(self, card: ModelCard, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("modelCardDialog")
        self.setWindowTitle(self.tr("About the model"))
        self.setAccessibleName(said("About the model {name}", name=card.title or card.id))
        self.resize(760, 640)
        page = QWidget()
        page.setProperty("surface", "panel")
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 12, 0)
        inside.setSpacing(8)
        inside.addWidget(
            readable(
                said("{name} · version {version}", name=card.title or card.id, version=card.version), "title"
            )
        )
        if card.description:
            inside.addWidget(readable(card_words(card.description), "muted"))
        inside.addWidget(_types(card, look))
        tables, other_figures = quality_tables(card.quality, look)
        if card.quality:
            inside.addWidget(rule())
            inside.addWidget(toned(self.tr("Measured quality").upper(), "heading"))
            inside.addWidget(tables)
            note = card_words(str(other_figures.pop("note", "")))
            for words in filter(None, (note, "\n".join(plain_lines(other_figures)))):
                inside.addWidget(readable(words, ""))
        for title, facts in _parts(card).items():
            if facts:
                inside.addWidget(rule())
                inside.addWidget(toned(title.upper(), "heading"))
                inside.addWidget(readable("\n".join(plain_lines(facts)), ""))
        inside.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        scroll.setAccessibleName(self.tr("Model card"))
        # Never narrower than its tables: a column of figures that is cut off is read wrongly.
        bar = scroll.verticalScrollBar().sizeHint().width()
        scroll.setMinimumWidth(page.minimumSizeHint().width() + bar + 2 * scroll.frameWidth())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.addWidget(scroll, 1)
        column.addWidget(buttons)


def _parts(card: ModelCard) -> dict[str, Mapping[str, Any]]:
    rate = f"{card.sample_rate_hz} Hz" if card.sample_rate_hz else said("the file's own")
    made = {
        said("id"): card.id,
        said("architecture"): card.architecture,
        said("sample rate"): rate,
        said("frame"): f"{number(card.hop_ms, 'g')} ms",
    }
    files = {said("weights"): card.weights, "sha256": card.weights_sha256, said("licence"): card.licence}
    made, files = ({key: value for key, value in facts.items() if value} for facts in (made, files))
    return {
        said("Training"): card.training,
        said("Model"): made,
        said("Files and licence"): files,
    }


def _types(card: ModelCard, look: Look) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 4, 0, 4)
    grid.setHorizontalSpacing(10)
    grid.setColumnStretch(2, 1)
    for place, name in enumerate(card.types):
        mark = toned("", "")
        mark.setPixmap(type_icon(name, look).pixmap(13, 13))
        grid.addWidget(mark, place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(toned(type_label(name), "strong"), place, 1, Qt.AlignmentFlag.AlignTop)
        lines = [line for line in (card_words(card.type_help.get(name, "")), _advice(card.tuning.get(name))) if line]
        grid.addWidget(readable("\n".join(lines), "muted"), place, 2)
    return box


def _advice(advised: TuningConfig | None) -> str:
    if advised is None:
        return ""
    return said(
        "advised: threshold {threshold:g}, merge window {merge} ms, minimum duration {least} ms",
        threshold=advised.threshold,
        merge=advised.merge_window_ms,
        least=advised.min_duration_ms,
    )
