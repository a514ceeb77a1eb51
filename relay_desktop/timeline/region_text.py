"""Regions in words: the tooltip and what a screen reader says."""

from __future__ import annotations

from html import escape

import numpy as np
from numpy.typing import NDArray

from relay_desktop.look import type_label
from relay_desktop.timeline.picture import TimelinePicture
from relay_desktop.timeline.time_format import format_duration, format_time
from relay_desktop.translation import number, said, said_many


def describe_row(picture: TimelinePicture, row: int) -> str:
    """Rich text for a tooltip: type, confidence, times, length, members."""
    name = picture.table.artifact_type(row)
    colour = picture.colour(name).name()
    start, stop = picture.row_extent_s(row)
    lines = [
        f"<b><span style='color:{colour}'>■</span> {escape(type_label(name))}</b>"
        f" &nbsp; {_sure(picture, row)}",
        f"{format_time(start)} – {format_time(stop)}",
        _length_and_members(picture, row),
    ]
    return "<div style='white-space:nowrap'>" + "<br>".join(lines) + "</div>"


def say_row(picture: TimelinePicture, row: int) -> str:
    """One plain sentence."""
    name = type_label(picture.table.artifact_type(row))
    start, stop = picture.row_extent_s(row)
    sure = _how_sure(picture, row)
    return said(
        "{type}, {start} to {stop}, {length}, {sure}",
        type=name,
        start=format_time(start),
        stop=format_time(stop),
        length=_length_and_members(picture, row),
        sure=sure,
    )


def say_view(picture: TimelinePicture) -> str:
    """What the timeline shows, for assistive technology."""
    if picture.info is None:
        return said("No recording is open.")
    view = picture.view
    text = said_many(
        "Showing {start} to {stop} of {length}; {n:,} detection.",
        "Showing {start} to {stop} of {length}; {n:,} detections.",
        len(picture.table),
        start=format_time(view.start_s),
        stop=format_time(view.stop_s),
        length=format_time(view.duration_s),
    )
    row = picture.selected_row
    if row is None:
        return text
    return f"{text} {said('Selected: {what}.', what=say_row(picture, row))}"


def say_selected(picture: TimelinePicture) -> str:
    """The selected detection and its place among those in view: "click at 00:00:12.345, confidence 0.91, 3 of 17"."""
    row = picture.selected_row
    if row is None or row >= len(picture.table):
        return ""
    what = said(
        "{type} at {time}, {sure}",
        type=type_label(picture.table.artifact_type(row)),
        time=format_time(picture.row_extent_s(row)[0]),
        sure=_how_sure(picture, row),
    )
    rows = _rows_drawn(picture)
    place = int(np.searchsorted(rows, row)) + 1
    return f"{what}, {said('{place:,} of {total:,}', place=place, total=len(rows))}"


def say_stretch(picture: TimelinePicture) -> str:
    """Which part of the recording is in view."""
    if picture.info is None:
        return said("No recording is open.")
    view = picture.view
    return said(
        "{start} to {stop} of {length}",
        start=format_time(view.start_s),
        stop=format_time(view.stop_s),
        length=format_time(view.duration_s),
    )


def _rows_drawn(picture: TimelinePicture) -> NDArray[np.int64]:
    """Rows of visible types that the filter lets pass, in the order of time."""
    is_drawn = np.ones(len(picture.table), dtype=np.bool_)
    if (codes := picture.visible_codes()) is not None:
        is_drawn &= np.isin(picture.table.type_codes, codes)
    if picture.index.passing is not None:
        is_drawn &= picture.index.passing
    return np.flatnonzero(is_drawn)


def _how_sure(picture: TimelinePicture, row: int) -> str:
    if picture.is_by_hand(row):
        return said("made by hand")
    return said("confidence {confidence:.2f}", confidence=picture.table.confidence[row])


def _sure(picture: TimelinePicture, row: int) -> str:
    return said("by hand") if picture.is_by_hand(row) else number(picture.table.confidence[row], ".2f")


def _length_and_members(picture: TimelinePicture, row: int) -> str:
    start, stop = picture.row_extent_s(row)
    text = format_duration(stop - start)
    if picture.retuned is not None and picture.retuned.is_merged(row):
        members = len(picture.retuned.members(row))
        return said("{length}, joined from {members:,} detections", length=text, members=members)
    return text
