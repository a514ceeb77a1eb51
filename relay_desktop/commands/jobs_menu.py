"""The menu Jobs: detection and its jobs."""

from __future__ import annotations

from typing import Final

from relay_desktop.commands.command import Command, define

JOBS: Final[tuple[Command, ...]] = (
    define("run", "Run detection", "Ctrl+Return", "run_requested.emit", "Jobs",
           help="Listen to every file of the list with the chosen model, on this computer.", icon="run"),
    define("new_job", "New job…", "Ctrl+N", "new_job_requested.emit", "Jobs",
           help="Choose where a job runs, with which model and on which files, or begin with an empty list.",
           icon="plus"),
    define("cancel_job", "Cancel the job", "Ctrl+Shift+X", "job_panel.cancel_chosen", "Jobs",
           help="Stop the job that is open. What is finished is kept.", icon="cancel", starts_group=True),
    define("retry_job", "Try failed files again", "Ctrl+Shift+T", "job_panel.retry_chosen", "Jobs",
           help="Send the failed files of the open job through detection again.", icon="retry"),
    define("forget_job", "Forget the job…", "Del", "job_panel.forget_chosen", "Jobs",
           help="Take the job and its results off this computer's list. Your audio files are not touched.",
           context="jobs", icon="forget"),
    define("run_raw", "Run again raw", "", "remote.notice.raw_button.click", "Jobs",
           help="Run the open job's files again as a job that keeps everything, so that every setting is exact."),
    define("download_audio", "Download the recordings", "", "remote.fetch_all", "Jobs",
           help="Fetch the recordings of the open job from its server, to see and hear them here.",
           starts_group=True),
    define("link_audio", "Look for the recordings in a folder…", "", "remote.ask_for_audio_folder", "Jobs",
           help="Find the recordings of the open job on this computer, by name, size and content."),
    define("watch_folder", "Watch a folder…", "", "remote.show_watch", "Jobs",
           help="Detect in every recording that appears in a folder, here or on a server.", starts_group=True),
    define("refresh_jobs", "Refresh the list of jobs", "F5", "job_panel.refresh_requested.emit", "Jobs",
           help="Ask this computer and the servers for their jobs again."),
    define("accounts", "Accounts…", "", "remote.show_accounts", "Jobs",
           help="Servers on which jobs can run, and their keys."),
    define("model_card", "About the model…", "Ctrl+I", "dialogs.show_model_card", "Jobs",
           help="What the chosen model was trained on, how well it hears, its licence.", icon="model",
           starts_group=True),
)  # fmt: skip
