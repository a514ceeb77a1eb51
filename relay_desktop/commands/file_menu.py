"""The menu File: files in and out."""

from __future__ import annotations

from typing import Final

from relay_desktop.commands.command import Command, define

FILE: Final[tuple[Command, ...]] = (
    define("open_files", "Open files…", "Ctrl+O", "dialogs.ask_for_files", "File",
           help="Choose audio files to review.", icon="open"),
    define("open_folder", "Open folder…", "Ctrl+Shift+O", "dialogs.ask_for_folder", "File",
           help="Choose a folder; every audio file below it is added."),
    define("save_review", "Save review…", "Ctrl+S", "review_dialogs.save_review", "File",
           help="Write the open job with its verdicts into one .relay file to hand on. Your own work is saved already;"
           " this is a copy.", starts_group=True),
    define("save_review_with_audio", "Save review with audio…", "Ctrl+Shift+S", "review_dialogs.save_review_with_audio",
           "File", help="The same, with the recordings in it, for somebody who does not have them."),
    define("import_markers", "Import markers…", "Ctrl+Shift+E", "review_dialogs.choose_markers", "File",
           help="Read markers of other programs (Audacity, REAPER, Praat and more) or an export of ours, see what would"
           " happen, then take it over."),
    define("export", "Export…", "Ctrl+E", "dialogs.show_export", "File",
           help="Write detections and verdicts as markers, tables, reports or clips, for other programs and people."),
    define("remove_files", "Remove from the list", "Del", "file_panel.remove_chosen", "File",
           help="Take the chosen files off this list. The files on the disk stay as they are.", context="files",
           starts_group=True),
    define("retry_file", "Try the file again", "Ctrl+T", "file_panel.retry_chosen", "File",
           help="Send the chosen files through detection again.", context="files", icon="retry"),
    define("cancel_file", "Stop sending the file", "", "file_panel.cancel_chosen", "File",
           help="Stop the upload of the chosen files; the others go on.", context="files"),
    define("locate_file", "Locate the file…", "", "file_panel.locate_chosen", "File",
           help="Say where a missing file lies now.", context="files"),
    define("quit", "Quit", "Ctrl+Q", "close", "File",
           help="Close the window. Jobs and results are kept.", starts_group=True),
)  # fmt: skip
