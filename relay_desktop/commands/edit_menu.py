"""The menu Edit: taking back, tuning, types."""

from __future__ import annotations

from typing import Final

from relay_desktop.commands.command import Command, define

EDIT: Final[tuple[Command, ...]] = (
    define("undo", "Undo", "Ctrl+Z", "session.undo_stack.undo", "Edit",
           help="Take back the last change."),
    define("redo", "Redo", "Ctrl+Shift+Z Ctrl+Y", "session.undo_stack.redo", "Edit",
           help="Do again what was taken back."),
    define("reset_tuning", "Reset tuning", "Ctrl+Shift+R", "session.reset_tuning", "Edit",
           help="Back to the model's own values for all three sliders and every type.", icon="reset",
           starts_group=True),
    define("show_all_types", "Show every type", "Ctrl+Shift+A", "show_all_types", "Edit",
           help="Make all hidden types visible again."),
    define("settings", "Settings…", "Ctrl+,", "dialogs.show_settings", "Edit",
           help="Defaults, appearance, shortcuts, caches, privacy. What is changed applies at once.",
           starts_group=True),
)  # fmt: skip
