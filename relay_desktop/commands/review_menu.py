"""The menu Review: going through detections and judging them."""

from __future__ import annotations

from typing import Final

from relay_desktop.commands.command import Command, define

_NUMBERS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_BY_HAND: Final = (
    define("start_earlier", "Start earlier", "Ctrl+Left", "timeline_desk.nudge_start(-1)", "Review",
           help="Move the selected detection's start earlier, by a pixel or a millisecond. The model's own stays kept.",
           starts_group=True),
    define("start_later", "Start later", "Ctrl+Right", "timeline_desk.nudge_start(1)", "Review",
           help="Move the selected detection's start later, by a pixel or a millisecond."),
    define("end_earlier", "End earlier", "Ctrl+Shift+Left", "timeline_desk.nudge_end(-1)", "Review",
           help="Move the selected detection's end earlier, by a pixel or a millisecond."),
    define("end_later", "End later", "Ctrl+Shift+Right", "timeline_desk.nudge_end(1)", "Review",
           help="Move the selected detection's end later, by a pixel or a millisecond."),
    define("remove_hand_made", "Remove what was made by hand", "Ctrl+Del", "timeline_desk.remove_hand_made", "Review",
           help="Take the selected hand-made detection away; what it stood for is shown again."),
    *(
        define(f"mark_{number}", f"Mark the stretch as the {word} type", str(number),
               f"timeline_desk.mark({number})", "",
               help=f"Add a detection of the {word} lane's type over the stretch that is selected by dragging.")
        for number, word in enumerate(_NUMBERS, 1)
    ),
)  # fmt: skip

REVIEW: Final[tuple[Command, ...]] = (
    define("next", "Next detection", "N", "walk.next", "Review",
           help="Select the next shown detection; after the last one, the first of the next file.",
           icon="next"),
    define("previous", "Previous detection", "P", "walk.previous", "Review",
           help="Select the shown detection before this one; before the first, the last of the file before.",
           icon="previous"),
    define("next_unreviewed", "Next without a verdict", "Shift+N", "tools.queue.go_on", "Review",
           help="Select the next shown detection that still needs a verdict, in the order of the queue."),
    define("next_of_type", "Next of the same type", "Ctrl+Shift+N", "timeline_desk.next_of_type", "Review",
           help="Select the next shown detection of the selected one's type."),
    define("previous_of_type", "Previous of the same type", "Ctrl+Shift+P", "timeline_desk.previous_of_type",
           "Review", help="Select the shown detection of the selected one's type before it."),
    define("judge_artifact", "It is an artifact", "A", "review.judge_artifact", "Review",
           help="Judge the selected detections: this is an artifact. Saved at once.", starts_group=True),
    define("judge_not_artifact", "It is not an artifact", "X", "review.judge_not_artifact", "Review",
           help="Judge the selected detections: nothing is wrong here. Saved at once."),
    define("judge_unsure", "Unsure", "U", "review.judge_unsure", "Review",
           help="Judge the selected detections: somebody else should decide. Saved at once."),
    define("less_confident_artifact", "This and all less confident of its type: artifacts", "Shift+A",
           "tools.bulk.less_confident_artifact", "Review", starts_group=True,
           help="Judge the selected detection and every one of its type that the model is less sure of and that has"
           " no verdict yet: artifacts. One undo takes it back."),
    define("less_confident_not_artifact", "This and all less confident of its type: not artifacts", "Shift+X",
           "tools.bulk.less_confident_not_artifact", "Review",
           help="The same, but nothing is wrong there."),
    define("less_confident_unsure", "This and all less confident of its type: unsure", "Shift+U",
           "tools.bulk.less_confident_unsure", "Review",
           help="The same, but somebody else should decide."),
    define("all_shown_artifact", "All shown without a verdict: artifacts", "Ctrl+Alt+A",
           "tools.bulk.all_shown_artifact", "Review",
           help="Judge every detection of the table that has no verdict yet: artifacts. One undo takes it back."),
    define("all_shown_not_artifact", "All shown without a verdict: not artifacts", "Ctrl+Alt+X",
           "tools.bulk.all_shown_not_artifact", "Review",
           help="The same, but nothing is wrong there."),
    define("all_shown_unsure", "All shown without a verdict: unsure", "Ctrl+Alt+U",
           "tools.bulk.all_shown_unsure", "Review",
           help="The same, but somebody else should decide."),
    define("toggle_done", "Mark the file as reviewed, or not", "Ctrl+M", "tools.marks.toggle_done", "Review",
           help="Say that the file needs no further look: the queue leaves it out and its row says so.",
           starts_group=True),
    define("compare_reviewers", "Compare reviewers…", "Ctrl+Shift+V", "review_dialogs.compare_reviewers", "Review",
           help="How far two people who judged this job agree, and what they do not agree on."),
    define("compare_runs", "Compare with another run…", "Ctrl+Shift+B", "review_dialogs.compare_runs", "Review",
           help="What another model, setting or version found on the same audio; carry its verdicts over."),
    define("find_in_notes", "Find in notes", "Ctrl+F", "filter_bar.focus_note", "Review",
           help="Show only detections whose note contains a text."),
    define("clear_filter", "Clear the filter", "Ctrl+Shift+F", "filter_bar.clear", "Review",
           help="Show again everything that the rules leave."),
    define("next_file", "Next file", "Ctrl+PgDown", "walk.next_file", "Review",
           help="Open the next file of the list.", starts_group=True),
    define("previous_file", "Previous file", "Ctrl+PgUp", "walk.previous_file", "Review",
           help="Open the file before this one."),
    define("clear_selection", "Select nothing", "Shift+Esc", "clear_selection", "Review",
           help="Let go of the selected detection.", starts_group=True),
    define("copy_rows", "Copy the selected rows", "Ctrl+C", "table.copy_selected", "Review",
           help="Copy the selected detections as a table (tabs between the columns).", context="table"),
    *_BY_HAND,
)  # fmt: skip
