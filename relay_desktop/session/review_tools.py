"""What stands around the verdicts, in one hand: marks, filter, queue, bulk verdicts, evidence."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from relay_desktop.session.bulk_verdicts import BulkVerdicts
from relay_desktop.session.evidence_desk import EvidenceDesk
from relay_desktop.session.file_marks import FileMarks
from relay_desktop.session.filtering import Filtering
from relay_desktop.session.library import Library
from relay_desktop.session.review import Review
from relay_desktop.session.review_queue import ReviewQueue
from relay_desktop.session.review_session import ReviewSession


class ReviewTools(QObject):
    """The parts, made in the order in which they stand on each other."""

    save_failed = Signal(str)  # a sentence
    told = Signal(str)  # a sentence about what was done

    def __init__(
        self, session: ReviewSession, review: Review, library: Library, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.library = library
        self.marks = FileMarks(session, review, library.marks, self)
        self.filter = Filtering(session, review, self.marks, self)
        self.queue = ReviewQueue(session, review, self.marks, self)
        self.bulk = BulkVerdicts(session, review, self)
        self.evidence = EvidenceDesk(session, review, library.marks, self)
        self.bulk.judged.connect(self.told)
        review.overtaken.connect(self.told)
        for part in (self.marks, self.evidence):
            part.save_failed.connect(self.save_failed)
