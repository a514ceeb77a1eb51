"""Regions in words: the tooltip and what a screen reader says."""

from __future__ import annotations

from html import escape

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
    sure = (
        said("made by hand")
        if picture.is_by_hand(row)
        else said("confidence {confidence:.2f}", confidence=picture.table.confidence[row])
    )
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


def _sure(picture: TimelinePicture, row: int) -> str:
    return said("by hand") if picture.is_by_hand(row) else number(picture.table.confidence[row], ".2f")


def _length_and_members(picture: TimelinePicture, row: int) -> str:
    start, stop = picture.row_extent_s(row)
    text = format_duration(stop - start)
    if picture.retuned is not None and picture.retuned.is_merged(row):
        members = len(picture.retuned.members(row))
        return said("{length}, joined from {members:,} detections", length=text, members=members)
    return text
