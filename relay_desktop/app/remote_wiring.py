"""Accounts and their jobs: wishes of the window, and what comes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from relay_desktop.app.job_notices import JobNotices
from relay_desktop.app.places import Places
from relay_desktop.main_window import MainWindow
from relay_desktop.panels.settings_pages.page import SettingsPage
from relay_desktop.problems import Problem
from relay_desktop.session.account_desk import AccountDesk
from relay_desktop.session.job_ids import EMBEDDED
from relay_desktop.session.job_plan import JobPlace, JobPlan
from relay_desktop.session.watch_desk import WatchDesk
from relay_desktop.translation import said
from relay_desktop.work.account_keeper import AccountKeeper
from relay_desktop.work.crew import Crew
from relay_desktop.work.folder_watcher import FolderWatcher
from relay_desktop.work.job_conductor import JobConductor


def wire_remote(
    crew: Crew, conductor: JobConductor, window: MainWindow, places_on_disk: Places, parent: QObject
) -> Callable[[], None]:
    """Everything about servers and watched folders that the window asks for; returns what ends it."""
    _wire_accounts(crew, window, parent)
    _wire_jobs(crew, conductor, window)
    notices = JobNotices(window, parent)
    conductor.job_ended.connect(notices.on_ended)
    desk = WatchDesk(parent)
    watcher = FolderWatcher(desk, crew, conductor, places_on_disk.watch_ledger, parent=parent)
    window.remote.set_watch(desk)
    window.job_panel.watch_line.set_desk(desk)
    crew.links.load()

    def end() -> None:
        watcher.close()
        notices.close()

    # The jobs of the library are known by then.
    QTimer.singleShot(0, watcher, watcher.restore)
    return end


def _wire_accounts(crew: Crew, window: MainWindow, parent: QObject) -> None:
    desk = AccountDesk(parent)
    AccountKeeper(desk, crew.links, crew.tasks, parent)

    def accounts_page() -> SettingsPage:
        from relay_desktop.panels.accounts_page import AccountsPage

        return AccountsPage(desk)

    window.dialogs.add_settings_page("Accounts", accounts_page)
    crew.links.changed.connect(lambda: crew.session.set_places(crew.links.names()))


def _wire_jobs(crew: Crew, conductor: JobConductor, window: MainWindow) -> None:
    remote, notice = window.remote, window.remote.notice
    remote.set_places(lambda: places(crew))
    remote.job_planned.connect(lambda plan, paths: _start(crew, conductor, plan, paths))
    remote.fetch_requested.connect(conductor.fetch_audio)
    remote.link_folder_requested.connect(conductor.link_audio)
    notice.fetch_cancelled.connect(conductor.cancel_audio)
    notice.link_requested.connect(window.file_panel.locate_requested)
    notice.raw_requested.connect(conductor.run_again_raw)
    window.file_panel.cancel_requested.connect(conductor.cancel_file)
    window.job_panel.refresh_requested.connect(crew.shelf.refresh)
    crew.fetcher.searched.connect(lambda found, wanted: _tell_of_search(crew, found, wanted))


def _start(crew: Crew, conductor: JobConductor, plan: JobPlan, paths: list[Path]) -> None:
    if plan.backend == EMBEDDED and plan.model_id is not None:
        crew.models.choose(plan.model_id)
    conductor.start_job(plan, paths)


def places(crew: Crew) -> list[JobPlace]:
    """Where a job can run, and the models known there: those of earlier jobs first."""
    chosen = crew.models.chosen
    here = ([chosen.id] if chosen is not None else []) + crew.models.model_ids(EMBEDDED)
    made = [JobPlace(EMBEDDED, crew.links.names()[EMBEDDED], tuple(dict.fromkeys(here)))]
    for link in crew.links.accounts:
        of_jobs = [job.model_id for job in crew.session.jobs.values() if job.backend == link.backend]
        known = (*link.account.model_ids, *of_jobs, *crew.models.model_ids(link.backend))
        models = tuple(dict.fromkeys(model for model in known if model))
        made.append(JobPlace(link.backend, link.account.name, models))
    return made


def _tell_of_search(crew: Crew, found: int, wanted: int) -> None:
    words = said(
        "{found:,} of {wanted:,} recordings were found there and linked.", found=found, wanted=wanted
    )
    crew.problems.report(Problem(words, key="audio-search", is_note=True))
