"""Everybody who works on the jobs of a window, built in the order in which they need each other."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from relay_desktop.accounts import AccountBook
from relay_desktop.backend.audio_cache import AudioCache
from relay_desktop.problems import ProblemDesk
from relay_desktop.session.library import Library
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.settings import Settings
from relay_desktop.work.audio_fetcher import AudioFetcher
from relay_desktop.work.desk_keeper import DeskKeeper
from relay_desktop.work.desks import Desks
from relay_desktop.work.file_opener import FileOpener
from relay_desktop.work.file_sender import FileSender
from relay_desktop.work.job_shelf import JobShelf
from relay_desktop.work.job_watcher import JobWatcher
from relay_desktop.work.link import Link
from relay_desktop.work.links import Links
from relay_desktop.work.model_shelf import ModelShelf
from relay_desktop.work.review_keeper import ReviewKeeper
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
    links: Links
    keeper: DeskKeeper
    desks: Desks
    opener: FileOpener
    sender: FileSender
    watcher: JobWatcher
    shelf: JobShelf
    models: ModelShelf
    fetcher: AudioFetcher
    reviews: ReviewKeeper

    def follow(self, link: Link) -> None:
        """Listen to one more backend."""
        for part in (self.watcher, self.sender, self.shelf):
            part.follow(link)
        if link is not self.link:
            self.models.follow(link)

    def close(self) -> None:
        """Write what waits to be written, stop timers, join threads, stop the service. Blocks until it is so."""
        self.watcher.close()
        self.shelf.close()
        self.sender.close()
        self.fetcher.close()
        self.desks.recount()
        self.keeper.flush()
        self.tasks.cancel_all()
        self.links.close()  # ends a start and calls that are under way, so that their threads can be joined
        self.tasks.close()
        self.links.close()  # a start that had slipped through


def assemble(
    *,
    session: ReviewSession,
    library: Library,
    make_service: MakeService,
    book: AccountBook,
    audio_cache: AudioCache,
    settings: Settings,
    problems: ProblemDesk,
    parent: QObject,
) -> Crew:
    """Build the crew of a window; nothing is started yet."""
    tasks = Tasks(problems.report_error, parent)
    link = ServiceLink(make_service, tasks, problems, parent)
    keeper = DeskKeeper(session, library, problems, parent)
    links = Links(link, book, tasks, problems, parent)
    desks = Desks(session, keeper, parent)
    watcher = JobWatcher(links, parent=parent)
    crew = Crew(
        session=session,
        settings=settings,
        problems=problems,
        tasks=tasks,
        link=link,
        links=links,
        keeper=keeper,
        desks=desks,
        opener=FileOpener(desks, tasks, parent),
        sender=FileSender(links, desks, parent),
        watcher=watcher,
        shelf=JobShelf(
            session=session, links=links, watcher=watcher, library=library, problems=problems, parent=parent
        ),
        models=ModelShelf(session, link, settings, problems, parent),
        fetcher=AudioFetcher(links, desks, audio_cache, tasks, parent),
        reviews=ReviewKeeper(library, tasks, problems, library.path.parent / "reviews", parent),
    )
    links.appeared.connect(crew.follow)
    crew.follow(link)
    return crew
