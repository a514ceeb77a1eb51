"""The menu Review: going through detections and judging them."""

from __future__ import annotations

from typing import Final

from relay_desktop.commands.command import Command, define

REVIEW: Final[tuple[Command, ...]] = (
    define("next", "Next detection", "N", "walk.next", "Review",
           help="Select the next shown detection; after the last one, the first of the next file.",
           icon="next"),
    define("previous", "Previous detection", "P", "walk.previous", "Review",
           help="Select the shown detection before this one; before the first, the last of the file before.",
           icon="previous"),
    define("next_unreviewed", "Next without a verdict", "Shift+N", "review.select_next_unreviewed", "Review",
           help="Select the next shown detection that still needs a verdict."),
    define("judge_artifact", "It is an artifact", "A", "review.judge_artifact", "Review",
           help="Judge the selected detections: this is an artifact. Saved at once.", starts_group=True),
    define("judge_not_artifact", "It is not an artifact", "X", "review.judge_not_artifact", "Review",
           help="Judge the selected detections: nothing is wrong here. Saved at once."),
    define("judge_unsure", "Unsure", "U", "review.judge_unsure", "Review",
           help="Judge the selected detections: somebody else should decide. Saved at once."),
    define("next_file", "Next file", "Ctrl+PgDown", "walk.next_file", "Review",
           help="Open the next file of the list.", starts_group=True),
    define("previous_file", "Previous file", "Ctrl+PgUp", "walk.previous_file", "Review",
           help="Open the file before this one."),
    define("zoom_row", "Go to the detection", "Return", "zoom_to_selection", "",
           help="Zoom the timeline to the selected detection.", context="table"),
    define("clear_selection", "Select nothing", "Shift+Esc", "clear_selection", "Review",
           help="Let go of the selected detection.", starts_group=True),
    define("copy_rows", "Copy the selected rows", "Ctrl+C", "table.copy_selected", "Review",
           help="Copy the selected detections as a table (tabs between the columns).", context="table"),
)  # fmt: skip
