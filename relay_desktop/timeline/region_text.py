"""Regions in words: the tooltip and what a screen reader says."""

from __future__ import annotations

from html import escape

from relay_desktop.look import type_label
from relay_desktop.timeline.picture import TimelinePicture
from relay_desktop.timeline.time_format import format_duration, format_time


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
    return f"{name}, {format_time(start)} to {format_time(stop)}, {_length_and_members(picture, row)}, " + (
        "made by hand" if picture.is_by_hand(row) else f"confidence {picture.table.confidence[row]:.2f}"
    )


def say_view(picture: TimelinePicture) -> str:
    """What the timeline shows, for assistive technology."""
    if picture.info is None:
        return "No recording is open."
    view = picture.view
    text = (
        f"Showing {format_time(view.start_s)} to {format_time(view.stop_s)} of {format_time(view.duration_s)}; "
        f"{len(picture.table)} detections."
    )
    row = picture.selected_row
    return text if row is None else f"{text} Selected: {say_row(picture, row)}."


def _sure(picture: TimelinePicture, row: int) -> str:
    return "by hand" if picture.is_by_hand(row) else f"{picture.table.confidence[row]:.2f}"


def _length_and_members(picture: TimelinePicture, row: int) -> str:
    start, stop = picture.row_extent_s(row)
    text = format_duration(stop - start)
    if picture.retuned is not None and picture.retuned.is_merged(row):
        return f"{text}, joined from {len(picture.retuned.members(row))} detections"
    return text
