"""Files of review (whole reviews, markers, tables of evidence), read and written away from the GUI thread."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from relay_desktop.app.notices import about_unsaved
from relay_desktop.diagnostics import program_version
from relay_desktop.main_window import MainWindow
from relay_desktop.problems import Problem
from relay_desktop.session.exporters.catalogue import read_markers
from relay_desktop.session.exporters.placing import write_whole
from relay_desktop.session.exporters.preview import Audio
from relay_desktop.session.marker_import import ImportPlan, MarkerImport
from relay_desktop.translation import said
from relay_desktop.work.crew import Crew


def wire_review_files(window: MainWindow, crew: Crew, importer: MarkerImport) -> None:
    """Files of review that are read or written away from the GUI thread."""
    dialogs, session, problems = window.review_dialogs, crew.session, crew.problems

    def save(path: Path, with_audio: bool) -> None:
        if session.job is not None:
            crew.keeper.keep_tuning_now()
            crew.reviews.save_review(
                session.job.job_id, path, with_audio=with_audio, app_version=program_version()
            )

    def read(path: Path) -> None:
        problems.clear("import")
        file = session.current
        audio = Audio(
            file.name if file else "", sample_rate_hz=file.sample_rate_hz if file else None,
            channels=file.channels if file else None,
        )  # fmt: skip
        crew.tasks.run(
            lambda token: read_markers(path, None, audio),
            lambda preview: dialogs.show_import(path.name, preview),
            lambda error: problems.report_error(error, key="import"),
            lane="export",
            name="read markers",
        )

    def take(plan: ImportPlan, verdicts: bool, additions: bool) -> None:
        if importer.take(plan, verdicts=verdicts, additions=additions):
            problems.report(
                Problem(said("The markers are taken over. Undo takes them back."), is_note=True, key="import")
            )

    def save_text(path: Path, text: str) -> None:
        problems.clear("evidence")
        crew.tasks.run(
            lambda token: write_whole(path, lambda stream: _write_text(stream, text), overwrite=True),
            lambda _done: problems.report(
                Problem(said("Saved {name}.", name=path.name), is_note=True, key="evidence")
            ),
            lambda error: problems.report_error(error, key="evidence"),
            lane="export",
            name="save evidence",
        )

    dialogs.review_save_wanted.connect(save)
    dialogs.markers_chosen.connect(read)
    dialogs.import_wanted.connect(take)
    dialogs.text_save_wanted.connect(save_text)
    importer.save_failed.connect(lambda sentence: problems.report(about_unsaved(sentence)))


def _write_text(stream: BinaryIO, text: str) -> None:
    stream.write(text.encode())
