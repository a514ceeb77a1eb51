"""One export as a person asked for it, ready to be run away from the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from relay_desktop.session.export_snapshot import DeskSnapshot
from relay_desktop.session.exporters import catalogue
from relay_desktop.session.exporters.document import ExportOptions, Scope


@dataclass(frozen=True)
class ExportRequest:
    """One export as a person asked for it."""

    snapshot: DeskSnapshot
    scope: Scope
    format_key: str
    place: Path
    combined: bool
    overwrite: bool
    options: ExportOptions

    def run(
        self,
        on_progress: Callable[[int, int], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> list[Path]:
        """Write the files; their places. Not on the GUI thread. Raises RelayError."""
        return catalogue.export(
            self.snapshot.document(self.scope),
            catalogue.format_of(self.format_key),
            self.place,
            combined=self.combined,
            overwrite=self.overwrite,
            options=self.options,
            on_progress=on_progress,
            is_cancelled=is_cancelled,
        )
