"""Where things are kept for this person."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import platformdirs

from relay_desktop.look import RESOURCES

APP_NAME: Final = "relay-desktop"
DEMO: Final = RESOURCES / "demo" / "announcement.flac"


@dataclass(frozen=True)
class Places:
    """Where things are kept for this person."""

    data: Path
    cache: Path

    @classmethod
    def of_user(cls, data_dir: Path | None) -> Places:
        """The system's folders for this program, or everything below `data_dir`."""
        if data_dir is not None:
            return cls(data_dir.expanduser().absolute(), data_dir.expanduser().absolute() / "cache")
        data = platformdirs.user_data_dir(APP_NAME, appauthor=False)
        return cls(Path(data), Path(platformdirs.user_cache_dir(APP_NAME, appauthor=False)))

    @property
    def library(self) -> Path:
        """Jobs, files, tuning."""
        return self.data / "library.sqlite"

    @property
    def settings(self) -> Path:
        """Look, device, window shape."""
        return self.data / "settings.ini"

    @property
    def accounts(self) -> Path:
        """Servers the person uses; their keys are not here."""
        return self.data / "accounts.json"

    @property
    def watch_ledger(self) -> Path:
        """What was taken from the watched folder."""
        return self.data / "watch.sqlite"

    @property
    def service(self) -> Path:
        """What the service on this computer keeps: results, its lock, its log."""
        return self.data / "service"

    @property
    def logs(self) -> Path:
        """The program's own log."""
        return self.data / "logs"
