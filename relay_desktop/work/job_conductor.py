"""The verbs of the job panel and the file list: open, run, cancel, retry, forget, and back after a restart.

Everything here happens on the GUI thread and returns at once; sending, asking and reading are done by the crew.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from relay_desktop.errors import JobConflict
from relay_desktop.session.job_ids import EMBEDDED, wire_id
from relay_desktop.session.job_plan import JobPlan
from relay_desktop.session.library import NO_JOB
from relay_desktop.session.portable import SUFFIX
from relay_desktop.session.review_file import MISSING, WAITING, ReviewFile
from relay_desktop.work.audio_fetcher import AudioSource
from relay_desktop.work.crew import Crew
from relay_desktop.work.job_desk import CANCELLING, UNDER_WAY, JobDesk
from relay_desktop.work.job_maker import JobMaker
from relay_desktop.work.job_news import JobNews
from relay_desktop.work.plan_memory import keep_plan, recalled_plan

log = logging.getLogger(__name__)
CANCEL_KEY: Final = "cancel-job"
AGAIN: Final = frozenset({"failed", "cancelled", MISSING})


class JobConductor(QObject):
    """Knows which desk is in view and what the person wants of it."""

    job_ended = Signal(str)  # job id: every result that will come is here
    job_made = Signal(object, str)  # JobDesk, job id

    def __init__(self, crew: Crew, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._crew = crew
        self._session = crew.session
        self._desks = crew.desks
        self._maker = JobMaker(crew, self)
        self._news = JobNews(crew, self._detect, self)
        self._unproven: set[str] = set()  # keys of files that are detected as soon as their header was read
        crew.session.files_added.connect(self._on_files_added)
        crew.session.files_removed.connect(self._on_files_removed)
        crew.session.desk_changed.connect(self._on_desk_changed)
        crew.opener.readable.connect(self._on_readable)
        crew.opener.unreadable.connect(self._on_unreadable)
        self._news.job_ended.connect(self.job_ended)
        self._maker.job_made.connect(self.job_made)
        crew.reviews.opened.connect(self._on_review_opened)
        crew.fetcher.linked.connect(self._show_audio)
        crew.links.appeared.connect(self._maker.follow)

    @property
    def is_at_work(self) -> bool:
        """Whether anything on the desk is still to be read, sent or detected."""
        desk = self._desks.current
        is_reading = any(file.key in self._unproven for file in desk.files)
        is_counting = self._desks.is_touched(desk)
        return is_reading or is_counting or not desk.is_settled or self._maker.is_waiting(desk)

    def close(self) -> None:
        """Begin nothing more; the crew is closed afterwards."""
        self._maker.close()

    # -- verbs -----------------------------------------------------------------------------------------------

    def restore(self) -> bool:
        """Show the jobs of the library and the desk that was open last; False when there was none."""
        self._crew.shelf.load()
        for job_id in self._crew.shelf.unsent_jobs():
            self.resume_in_background(job_id)
        stored = self._crew.shelf.last_desk()
        if stored is None:
            return False
        job = self._session.jobs.get(stored.job_id)
        if job is None:
            desk = self._crew.shelf.unfinished_desk(stored)
        else:
            desk = self._desks.by_job.get(job.job_id) or self._crew.shelf.desk_of(job)
        if job is None:
            desk.plan = recalled_plan(self._crew.settings)
        self._show(desk)
        current = next((file for file in desk.files if file.key == stored.current_key), None)
        if current is not None:
            self._session.open_file(current)
        if job is None and (self._crew.settings.detect_on_open or desk.plan.backend != EMBEDDED):
            self._detect(file for file in desk.files if file.status == WAITING)
        return True

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Put files and folders on the desk: into the open job if it takes them, else into a new one."""
        reviews = [path for path in paths if path.suffix == SUFFIX and path.is_file()]
        for path in reviews:
            self._crew.reviews.open_review(path)
        if others := [path for path in paths if path not in reviews]:
            self._crew.opener.find(others, self._add_found)

    def start_job(self, plan: JobPlan, paths: Sequence[Path]) -> None:
        """A new job made as planned, with these files and folders; they are sent at once."""
        self._begin(plan)
        self._crew.opener.find(paths, lambda found: self._detect(self._add(found)))

    def start_in_background(self, desk: JobDesk) -> None:
        """Make and fill the job of a desk that is not in view."""
        self._desks.bind(desk)
        self._detect(desk.files)

    def resume_in_background(self, job_id: str) -> bool:
        """Go on with a job of the library that a window before this one began; False when it has ended or is gone."""
        job = self._session.jobs.get(job_id)
        if job is None or job.is_terminal:
            return False
        if job_id not in self._desks.by_job:
            desk = self._crew.shelf.desk_of(job)
            desk.goes_on = True
            self._desks.bind(desk)
        self._crew.watcher.watch(job_id)
        return True

    def let_go(self, job_id: str) -> None:
        """A job in the background has ended: its results are read again when somebody opens it."""
        desk = self._desks.by_job.get(job_id)
        if desk is None or desk is self._desks.current:
            return
        self._desks.recount()
        self._crew.keeper.flush()
        for file in list(desk.files):
            self._desks.unbind(file)
        del self._desks.by_job[job_id]
        self._crew.watcher.forget(job_id)

    def run_again_raw(self, job_id: str) -> None:
        """The same files as a new job of the same model that keeps everything; audio that is not here is fetched."""
        self.open_job(job_id)
        desk = self._desks.by_job.get(job_id)
        if desk is not None and desk.job is not None:
            self._begin_again(desk)

    def run_detection(self, files: Iterable[ReviewFile] | None = None) -> None:
        """Detect in the files without a result; when all have one, in all of them again as a new job."""
        desk = self._desks.current
        chosen = desk.files if files is None else list(files)
        todo = [file for file in chosen if file.status != "completed" and not self._is_under_way(file)]
        if not todo and self.is_at_work:
            return
        if desk.job is not None and not (todo and self._takes_files(desk)):
            self._begin_again(desk)
        else:
            self._detect(todo)

    def cancel_job(self, job_id: str) -> None:
        """Stop a job; what is finished is kept."""
        job, desk = self._session.jobs.get(job_id), self._desks.by_job.get(job_id)
        if job is None or job.is_terminal:
            return
        if desk is not None:
            self._unproven.difference_update(file.key for file in desk.files)
            self._maker.withdraw(desk)
            desk.is_cancelling = True
        self._desks.take_job(replace(job, status=CANCELLING), job)
        self._crew.links.of_job(job_id).call(
            lambda client, token: client.cancel_job(wire_id(job_id)),
            lambda answer: self._crew.watcher.watch(job_id, with_results=desk is not None),
            lambda error: self._on_cancel_failed(job_id, error),
            name="cancel",
        )

    def retry_file(self, file: ReviewFile) -> None:
        """Send one file through detection again."""
        desk = self._desks.of(file)
        if desk is None or self._is_under_way(file):
            return
        if desk.job is not None and not desk.takes_files:
            self._begin_again(desk)
        else:
            self._detect([file])

    def cancel_file(self, file: ReviewFile) -> None:
        """Stop sending one file; what has been confirmed is the job's and ends with it."""
        desk = self._desks.of(file)
        if desk is None or not (self._crew.sender.is_sending(file) or file in desk.outbox):
            return
        self._crew.sender.cancel(file)
        self._desks.change(file, status="cancelled", progress=None)
        self._maker.give_up(file)

    def retry_job(self, job_id: str) -> None:
        """Send the failed files of a job again; a cancelled or failed job is run anew with all its files."""
        self.open_job(job_id)
        desk = self._desks.by_job.get(job_id)
        if desk is None:
            return
        if desk.takes_files:
            self._detect(file for file in desk.files if file.status in AGAIN)
        else:
            self._begin_again(desk)

    def open_job(self, job_id: str) -> None:
        """Put a job of the list on the desk, with its files, its results and its tuning."""
        job, desk = self._session.jobs.get(job_id), self._desks.by_job.get(job_id)
        if job is not None and (desk is None or desk is not self._desks.current):
            self._show(desk or self._crew.shelf.desk_of(job))

    def forget_job(self, job_id: str) -> None:
        """Take a job off the list for good; on this computer with its results, and one that still runs ends."""
        desk, job = self._desks.by_job.pop(job_id, None), self._session.jobs.get(job_id)
        if desk is not None:
            self._maker.withdraw(desk)
        self._crew.watcher.forget(job_id)
        if job is not None and not job.is_remote:
            # A service that cannot do it now keeps the data; the library remembers that nobody wants it.
            self._crew.link.call(
                lambda client, token: client.forget_job(job_id),
                on_error=lambda error: log.info("the service did not forget a job: %s", error),
            )
        self._session.remove_job(job_id)
        self._crew.keeper.forget_job(job_id)

    def locate_file(self, file: ReviewFile, path: Path) -> None:
        """The file was moved: it lies at `path` now. Audio of a server's file is compared with what it has first."""
        desk = self._desks.of(file)
        if file.path is None and desk is not None and desk.job is not None and file.file_id is not None:
            self._crew.fetcher.link(file, AudioSource.of(desk.job, file), path)
            return
        self._desks.change(file, path=path.absolute(), problem=None)
        self._desks.keep(file)
        self._crew.opener.probe([file])
        if file is self._session.current:
            self._session.current_file_changed.emit(file)

    def fetch_audio(self, file: ReviewFile) -> None:
        """Bring the audio of a server's file to this computer."""
        desk = self._desks.of(file)
        if file.path is None and desk is not None and desk.job is not None and file.file_id is not None:
            self._crew.fetcher.fetch(file, AudioSource.of(desk.job, file), on_here=self._show_audio)

    def cancel_audio(self, file: ReviewFile) -> None:
        """Stop bringing it."""
        self._crew.fetcher.cancel(file)

    def link_audio(self, folder: Path) -> None:
        """Find the audio of the open job's files in a folder of this computer, by name, size and content."""
        job = self._desks.current.job
        if job is not None:
            missing = [file for file in self._desks.current.files if file.path is None and file.file_id is not None]
            sources = [(file, AudioSource.of(job, file)) for file in missing]
            self._crew.fetcher.link_folder(sources, folder)

    def _show_audio(self, file: ReviewFile) -> None:
        """The audio of a file has come: its header is read, and it is shown if it is in view."""
        self._desks.keep(file)
        self._crew.opener.probe([file])
        if file is self._session.current:
            self._session.current_file_changed.emit(file)

    def _on_review_opened(self, job_id: str) -> None:
        self._crew.shelf.take_in(job_id)
        self.open_job(job_id)

    # -- desks -----------------------------------------------------------------------------------------------

    def _show(self, desk: JobDesk) -> None:
        self._crew.keeper.flush()
        self._crew.reviews.give_results(desk)
        self._desks.current = desk
        self._desks.bind(desk)
        rules = None if desk.job is None else self._crew.shelf.tuning_of(desk.job.job_id)
        self._session.open_desk(desk.job, desk.files, rules)
        self._crew.opener.probe([file for file in desk.files if file.duration_s is None])
        if desk.job is not None and not (desk.members and desk.is_settled):
            self._crew.watcher.watch(desk.job.job_id)

    def _begin(self, plan: JobPlan) -> None:
        """An empty desk whose job is to be made as planned."""
        self._session.new_desk()
        self._desks.current.plan = plan
        keep_plan(self._crew.settings, plan)

    def _begin_again(self, desk: JobDesk) -> None:
        """The same files as a new job, with the tuning as it is; the old job stays in the list."""
        rules, job = self._session.rules, desk.job
        pairs = [(file, ReviewFile(path=file.path, name=file.name)) for file in desk.files]
        self._begin(JobPlan(job.backend, job.model_id or None) if job is not None and job.is_remote else JobPlan())
        self._session.set_rules(rules)
        self._session.add_review_files([fresh for _old, fresh in pairs])
        self._detect(fresh for _old, fresh in pairs if fresh.path is not None)
        for old, fresh in pairs:
            if fresh.path is None and job is not None and old.file_id is not None:
                source = AudioSource(job.job_id, old.file_id, old.name)
                self._crew.fetcher.fetch(fresh, source, on_here=lambda row: self._detect([row]))

    def _on_desk_changed(self) -> None:
        """The session shows another desk; when the window asked for it, an empty one."""
        job, desk = self._session.job, self._desks.current
        if job is None and (desk.job is not None or desk.files != self._session.files):
            self._crew.keeper.flush()
            self._desks.current = JobDesk(files=list(self._session.files))
            self._crew.keeper.keep_no_desk()
        self._crew.keeper.desk_opened(NO_JOB if job is None else job.job_id)
        self._crew.models.advise(job)

    def _takes_files(self, desk: JobDesk) -> bool:
        """Whether new files join this desk's job: it is open to them and of the model that is chosen now."""
        chosen = self._crew.models.chosen
        is_same_model = chosen is None or desk.job is None or desk.job.model_id == chosen.id
        if desk.job is not None and desk.job.is_remote:
            is_same_model = True
        return desk.takes_files and is_same_model

    # -- files -----------------------------------------------------------------------------------------------

    def _add_found(self, paths: list[Path]) -> None:
        """Files that are opened or dropped stay on this computer: only a job that says so sends them elsewhere."""
        desk = self._desks.current
        is_elsewhere = desk.plan.backend != EMBEDDED or (desk.job is not None and desk.job.is_remote)
        if is_elsewhere or (desk.job is not None and not self._takes_files(desk)):
            self._session.new_desk()
            self._desks.current.plan = JobPlan()
        fresh = self._add(paths)
        if self._crew.settings.detect_on_open:
            self._detect(fresh)
        else:
            self._crew.opener.probe(fresh)

    def _add(self, paths: list[Path]) -> list[ReviewFile]:
        fresh = self._session.add_files(paths)
        if paths:
            # What a person opens is shown, also when it lay on the desk already.
            self._session.open_file(next((f for f in self._session.files if f.path == paths[0]), None))
        return fresh

    def _on_files_added(self, files: list[ReviewFile]) -> None:
        desk = self._desks.current
        desk.files.extend(files)
        self._desks.bind(desk)
        self._crew.keeper.keep_files(NO_JOB if desk.job is None else desk.job.job_id, files)

    def _on_files_removed(self, files: list[ReviewFile]) -> None:
        for file in files:
            self._crew.sender.cancel(file)
            self._crew.fetcher.cancel(file)
            self._unproven.discard(file.key)
            self._desks.unbind(file)
        self._desks.touch(self._desks.current)

    def _is_under_way(self, file: ReviewFile) -> bool:
        is_going = file.status in UNDER_WAY or file.key in self._unproven
        return is_going or self._crew.sender.is_sending(file)

    def _detect(self, files: Iterable[ReviewFile]) -> None:
        """Detect in these files as soon as their headers were read."""
        files = list(files)
        for file in files:
            if file.status in AGAIN:
                self._desks.change(file, status=WAITING, problem=None, progress=None)
        self._unproven.update(file.key for file in files)
        self._crew.opener.probe(files)

    def _on_readable(self, file: ReviewFile) -> None:
        desk, is_wanted = self._desks.of(file), file.key in self._unproven
        self._unproven.discard(file.key)
        if is_wanted and desk is not None and not self._is_under_way(file):
            self._maker.submit(desk, file)

    def _on_unreadable(self, file: ReviewFile) -> None:
        self._unproven.discard(file.key)
        self._maker.give_up(file)

    def _on_cancel_failed(self, job_id: str, error: BaseException) -> None:
        """409: it had ended before; the watcher brings how."""
        desk = self._desks.by_job.get(job_id)
        if desk is not None:
            desk.is_cancelling = False
        if not isinstance(error, JobConflict):
            self._crew.problems.report_error(error, retry=lambda: self.cancel_job(job_id), key=CANCEL_KEY)
        self._crew.watcher.watch(job_id, with_results=desk is not None)
