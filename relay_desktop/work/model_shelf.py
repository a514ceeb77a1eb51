"""The models installed on this computer: which there are, which one new jobs use, what its card advises."""

from __future__ import annotations

import logging
from typing import Final

from PySide6.QtCore import QObject, Signal

from inference.contract import ModelCard
from inference.tuning import TuningRules
from inference.tuning_config import TuningConfig
from relay_desktop.problems import Problem, ProblemDesk
from relay_desktop.session.job_ids import EMBEDDED
from relay_desktop.session.review_file import DeskJob
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.settings import Settings
from relay_desktop.translation import said
from relay_desktop.work.link import Link
from relay_desktop.work.service_link import ServiceLink

log = logging.getLogger(__name__)
PROBLEM_KEY: Final = "models"
EVERYTHING: Final = TuningConfig(threshold=0.0, merge_window_ms=0, min_duration_ms=0)


class ModelShelf(QObject):
    """Asks the service for its models whenever it comes up."""

    changed = Signal()  # the list of models, or the chosen one

    def __init__(
        self,
        session: ReviewSession,
        link: ServiceLink,
        settings: Settings,
        problems: ProblemDesk,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._link = link
        self._settings = settings
        self._problems = problems
        self.cards: list[ModelCard] = []
        self._elsewhere: dict[str, list[ModelCard]] = {}  # by backend, of servers that tell their models
        link.ready.connect(self.load)

    @property
    def chosen(self) -> ModelCard | None:
        """The model new jobs are made with; None until the service has told its models."""
        return self.card(self._settings.model_id) or (self.cards[0] if self.cards else None)

    def card(self, model_id: str | None) -> ModelCard | None:
        """The card of an installed model."""
        return next((card for card in self.cards if card.id == model_id), None)

    def load(self) -> None:
        """Ask again which models there are."""
        self._link.call(lambda client, token: client.models(), self._on_models, self._on_error, name="models")

    def choose(self, model_id: str) -> None:
        """New jobs use this model."""
        self._settings.model_id = model_id
        self.changed.emit()

    def follow(self, link: Link) -> None:
        """Learn the models of a server whenever it comes up, if it tells them."""
        link.ready.connect(lambda: self._ask_elsewhere(link))

    def model_ids(self, backend: str) -> list[str]:
        """The models that a backend is known to have."""
        cards = self.cards if backend == EMBEDDED else self._elsewhere.get(backend, [])
        return [card.id for card in cards]

    def advise(self, job: DeskJob | None) -> None:
        """A reset of the tuning goes back to what fits a job: its own config where it is no raw capture, else what
        its model's card says. None: the chosen model of this computer."""
        card = self._card_of(job)
        if job is not None and not job.is_raw:
            # What its server found, unchanged.
            own = TuningRules(job.config or EVERYTHING)
            self._session.set_default_rules(own, card.types if card is not None else ())
        elif card is not None:
            self._session.set_default_rules(TuningRules.from_card(card), card.types)
        elif job is not None and job.is_remote:
            self._session.set_default_rules(TuningRules())

    def _card_of(self, job: DeskJob | None) -> ModelCard | None:
        if job is None:
            return self.chosen
        if job.is_remote:
            cards = self._elsewhere.get(job.backend, [])
            return next((card for card in cards if card.id == job.model_id), None)
        return self.card(job.model_id) if job.model_id else self.chosen

    def _ask_elsewhere(self, link: Link) -> None:
        """Not of the documented API: a server without it is none the worse."""

        def learn(cards: list[ModelCard]) -> None:
            self._elsewhere[link.backend] = cards
            job = self._session.job
            if job is not None and job.backend == link.backend:
                self.advise(job)

        link.call(
            lambda client, token: client.models(),
            learn,
            lambda error: log.info("%s does not tell its models: %s", link.backend, error),
            name="models",
        )

    def _on_models(self, cards: list[ModelCard]) -> None:
        self.cards = cards
        if cards:
            self._problems.clear(PROBLEM_KEY)
        else:
            self._tell_of_none()
        self.advise(self._session.job)
        self.changed.emit()

    def _on_error(self, error: BaseException) -> None:
        self._problems.report_error(error, retry=self.load, key=PROBLEM_KEY)

    def _tell_of_none(self) -> None:
        self._problems.report(
            Problem(
                said("No detection model is installed."),
                advice=said("Put a model's folder into the models folder of this program, then try again."),
                retry=self.load,
                key=PROBLEM_KEY,
            )
        )
