"""What a command is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MENUS: Final = ("File", "Edit", "View", "Play", "Review", "Jobs", "Help")
CONTEXTS: Final = {
    "window": "Everywhere",
    "timeline": "In the timeline",
    "table": "In the table of detections",
    "files": "In the list of files",
    "jobs": "In the list of jobs",
}


@dataclass(frozen=True)
class Command:
    """One thing the program can do. `keys` are in Qt's portable spelling, the first one is shown."""

    id: str
    text: str  # as in a menu, "…" when more questions follow
    keys: tuple[str, ...]
    verb: str
    menu: str  # one of MENUS, "" for none
    help: str
    context: str = "window"
    icon: str = ""
    is_checkable: bool = False
    starts_group: bool = False
    submenu: str = ""  # its name, inside the menu


def define(id: str, text: str, keys: str, verb: str, menu: str, **more: str | bool) -> Command:
    """A command with its keys in one string, parted by spaces."""
    return Command(id, text, tuple(keys.split()), verb, menu, **more)  # type: ignore[arg-type]
