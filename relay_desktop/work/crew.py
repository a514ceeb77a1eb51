"""Everybody who works on the jobs of a window, built in the order in which they need each other."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from relay_desktop.problems import ProblemDesk
from relay_desktop.session.library import Library
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.settings import Settings
from relay_desktop.work.desk_keeper import DeskKeeper
from relay_desktop.work.desks import Desks
from relay_desktop.work.file_opener import FileOpener
from relay_desktop.work.file_sender import FileSender
from relay_desktop.work.job_shelf import JobShelf
from relay_desktop.work.job_watcher import JobWatcher
from relay_desktop.work.model_shelf import ModelShelf
from relay_desktop.work.service_link import MakeService, ServiceLink
from relay_desktop.work.tasks import Tasks


@dataclass(frozen=True)
class Crew:
    """The parts by name; `close` ends what they have under way."""

    session: ReviewSession
    settings: Settings
    problems: ProblemDesk
    tasks: Tasks
    link: ServiceLink
    keeper: DeskKeeper
    desks: Desks
    opener: FileOpener
    sender: FileSender
    watcher: JobWatcher
    shelf: JobShelf
    models: ModelShelf

    def close(self) -> None:
        """Write what waits to be written, stop timers, join threads, stop the service. Blocks until it is so."""
        self.watcher.close()
        self.sender.close()
        self.desks.recount()
        self.keeper.flush()
        self.tasks.cancel_all()
        self.link.close()  # ends a start and calls that are under way, so that their threads can be joined
        self.tasks.close()
        self.link.close()  # a start that had slipped through


def assemble(
    *,
    session: ReviewSession,
    library: Library,
    make_service: MakeService,
    settings: Settings,
    problems: ProblemDesk,
    parent: QObject,
) -> Crew:
    """Build the crew of a window; nothing is started yet."""
    tasks = Tasks(problems.report_error, parent)
    link = ServiceLink(make_service, tasks, problems, parent)
    keeper = DeskKeeper(session, library, problems, parent)
    desks = Desks(session, keeper, parent)
    watcher = JobWatcher(link, parent=parent)
    return Crew(
        session=session,
        settings=settings,
        problems=problems,
        tasks=tasks,
        link=link,
        keeper=keeper,
        desks=desks,
        opener=FileOpener(desks, tasks, parent),
        sender=FileSender(link, desks, parent),
        watcher=watcher,
        shelf=JobShelf(
            session=session, link=link, watcher=watcher, library=library, problems=problems, parent=parent
        ),
        models=ModelShelf(session, link, settings, problems, parent),
    )
