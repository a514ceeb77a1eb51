"""The menu Jobs: detection and its jobs."""

from __future__ import annotations

from typing import Final

from relay_desktop.commands.command import Command, define

JOBS: Final[tuple[Command, ...]] = (
    define("run", "Run detection", "Ctrl+Return", "run_requested.emit", "Jobs",
           help="Listen to every file of the list with the chosen model, on this computer.", icon="run"),
    define("new_job", "New job", "Ctrl+N", "new_job_requested.emit", "Jobs",
           help="Begin with an empty list of files. The job that is open now stays in the list of jobs.",
           icon="plus"),
    define("cancel_job", "Cancel the job", "Ctrl+Shift+X", "job_panel.cancel_chosen", "Jobs",
           help="Stop the job that is open. What is finished is kept.", icon="cancel", starts_group=True),
    define("retry_job", "Try failed files again", "Ctrl+Shift+T", "job_panel.retry_chosen", "Jobs",
           help="Send the failed files of the open job through detection again.", icon="retry"),
    define("forget_job", "Forget the job…", "Del", "job_panel.forget_chosen", "Jobs",
           help="Take the job and its results off this computer's list. Your audio files are not touched.",
           context="jobs", icon="forget"),
    define("model_card", "About the model…", "Ctrl+I", "dialogs.show_model_card", "Jobs",
           help="What the chosen model was trained on, how well it hears, its licence.", icon="model",
           starts_group=True),
)  # fmt: skip
