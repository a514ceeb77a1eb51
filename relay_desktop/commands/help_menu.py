"""The menu Help: finding one's way."""

from __future__ import annotations

from typing import Final

from relay_desktop.commands.command import Command, define

HELP: Final[tuple[Command, ...]] = (
    define("help", "Help", "Shift+F1", "dialogs.show_help", "Help",
           help="What each slider does, formats, keys, services."),
    define("tour", "Show the tour", "", "dialogs.show_tour", "Help",
           help="The short tour of the first start."),
    define("shortcuts", "Keyboard shortcuts", "F1 ?", "dialogs.show_shortcuts", "Help",
           help="This sheet.", icon="keyboard"),
    define("show_log", "Show log", "", "dialogs.show_log", "Help",
           help="Open the folder with the program's log file."),
    define("about", "About Relay Desktop", "", "dialogs.show_about", "Help",
           help="Versions, device, licences, and diagnostics to copy.", icon="info", starts_group=True),
)  # fmt: skip
