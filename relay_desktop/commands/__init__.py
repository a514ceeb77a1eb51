"""ONE table of commands: it makes the menus, the tooltips, the shortcuts and the sheet of shortcuts.

A command names the verb it calls as a path from the main window: "timeline.zoom_in", or with a number "seek_by(-1)";
the verb of a checkable command takes the new state. Its keys work in a context: "window" everywhere, "timeline",
"table", "files" or "jobs" only while that part has the keyboard.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from relay_desktop.commands.command import CONTEXTS, MENUS, Command
from relay_desktop.commands.edit_menu import EDIT
from relay_desktop.commands.file_menu import FILE
from relay_desktop.commands.help_menu import HELP
from relay_desktop.commands.jobs_menu import JOBS
from relay_desktop.commands.play_menu import PLAY
from relay_desktop.commands.review_menu import REVIEW
from relay_desktop.commands.view_menu import VIEW

__all__ = ["COMMANDS", "CONTEXTS", "MENUS", "Command", "command"]

COMMANDS: Final[tuple[Command, ...]] = (*FILE, *EDIT, *VIEW, *PLAY, *REVIEW, *JOBS, *HELP)


def command(command_id: str, commands: Sequence[Command] = COMMANDS) -> Command:
    """The command with this id. Raises KeyError."""
    for found in commands:
        if found.id == command_id:
            return found
    raise KeyError(command_id)
