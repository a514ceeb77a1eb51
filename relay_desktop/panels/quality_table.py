"""What a model's card says was measured, as tables for a person: how much it finds, how often it is right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from relay_desktop.look import Look, type_label
from relay_desktop.panels.heading import readable, toned
from relay_desktop.translation import card_words, number, said
from relay_desktop.type_mark import type_icon


class _TypeFigures(BaseModel):
    """Of one type, 0-1 but the last; what it is not judged by is None.

    What lasts is judged by the loose figures, where the card has all of them: its ends fade in and out.
    """

    recall: float
    precision: float
    f1: float
    loose_f1: float | None = None
    loose_precision: float | None = None
    loose_recall: float | None = None
    segment_f1: float | None = None
    average_precision: float | None = None
    false_alarms_per_hour: float

    @property
    def judged(self) -> tuple[float, float, float]:
        """Found, right and F1 by the one rule that this type is judged by."""
        if self.loose_recall is None or self.loose_precision is None or self.loose_f1 is None:
            return self.recall, self.precision, self.f1
        return self.loose_recall, self.loose_precision, self.loose_f1


class _Reliability(BaseModel):
    confidence: float
    right: float


class _Figures(BaseModel):
    """Of one part of an evaluation, as `python -m inference.training` writes them into the card."""

    macro_f1: float
    types: dict[str, _TypeFigures]
    false_alarms_per_hour: float
    untouched_hours: float
    false_alarms_per_hour_by_kind: dict[str, float]
    real_faults_recall: float
    real_faults_precision: float
    micro_f1_by_rate: dict[str, float]
    micro_f1_by_kind: dict[str, float]
    reliability: list[_Reliability]


def quality_tables(quality: Mapping[str, Any], look: Look) -> tuple[QWidget, dict[str, Any]]:
    """A table for each part of an evaluation, the strictest first; beside it what is of another form in the card."""
    parts = {name: read for name, figures in quality.items() if (read := _figures(figures)) is not None}
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    if any(one.judged[2] != one.f1 for figures in parts.values() for one in figures.types.values()):
        column.addWidget(readable(_what_found_means(), "muted"))
    for name in sorted(parts, key=lambda name: name != "test"):
        column.addWidget(toned(_title(name, parts[name]), "strong"))
        column.addWidget(_by_type(parts[name].types, look))
        column.addWidget(readable("\n".join(_lines(parts[name])), "muted"))
    return box, {name: value for name, value in quality.items() if name not in parts}


def _what_found_means() -> str:
    return said(
        "Found means: begins within 50 ms of where it should, clipping and distortion within 0.2 s, "
        "hum within 0.5 s."
    )


def _figures(value: object) -> _Figures | None:
    """A card may come from anybody: what has not these figures is shown plainly."""
    try:
        return _Figures.model_validate(value)
    except ValidationError:
        return None


def _title(part: str, figures: _Figures) -> str:
    known = {
        "test": said("On recordings it never met"),
        "validation": said("On recordings it was adjusted by"),
    }
    return said("{title} (macro F1 {macro:.2f})", title=known.get(part, part), macro=figures.macro_f1)


def _by_type(types: Mapping[str, _TypeFigures], look: Look) -> QWidget:
    """A row per type."""
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 2, 0, 2)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(3)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
    for row, (name, figures) in enumerate(types.items(), 1):
        mark = toned("", "")
        mark.setPixmap(type_icon(name, look).pixmap(13, 13))
        grid.addWidget(mark, row, 0)
        grid.addWidget(toned(type_label(name), ""), row, 1)
        for place, (title, words) in enumerate(_columns(figures).items(), 2):
            grid.addWidget(toned(words, ""), row, place, right)
            if row == 1:
                grid.addWidget(toned(title, "faint"), 0, place, right)
                grid.setColumnStretch(place, 1)
    return box


def _columns(figures: _TypeFigures) -> dict[str, str]:
    found, right, f1 = figures.judged
    return {
        said("found"): _share(found),
        said("right"): _share(right),
        "F1": _ratio(f1),
        said("100 ms F1"): _ratio(figures.segment_f1),
        said("average precision"): _ratio(figures.average_precision),
        said("false alarms/h"): _rate(figures.false_alarms_per_hour),
    }


def _lines(figures: _Figures) -> Iterator[str]:
    """The figures that are of no type."""
    yield said(
        "Real damage by decoders and devices: {found} found, {right} of what it says there is right.",
        found=_share(figures.real_faults_recall),
        right=_share(figures.real_faults_precision),
    )
    yield said(
        "False alarms in an hour of untouched programme: {count} ({hours:.1f} h heard); by kind: {kinds}.",
        count=_rate(figures.false_alarms_per_hour),
        hours=figures.untouched_hours,
        kinds=_list(figures.false_alarms_per_hour_by_kind, _rate),
    )
    yield said("F1 by kind: {kinds}.", kinds=_list(figures.micro_f1_by_kind, _ratio))
    yield said("F1 by sample rate in Hz: {rates}.", rates=_list(figures.micro_f1_by_rate, _ratio))
    pairs = (f"{_ratio(row.confidence)} → {_share(row.right)}" for row in figures.reliability)
    yield said("Confidence, and how often it is right: {pairs}.", pairs=", ".join(pairs))


def _list(values: Mapping[str, float], shown: Callable[[float], str]) -> str:
    # A name and its number stay on one line.
    return ", ".join(f"{card_words(name)}\N{NO-BREAK SPACE}{shown(value)}" for name, value in values.items())


def _share(value: float) -> str:
    return f"{number(100 * value, '.0f')} %"


def _ratio(value: float | None) -> str:
    return "–" if value is None else number(value, ".2f")


def _rate(value: float) -> str:
    # One in two hours is not none.
    return number(value, ".1f")
