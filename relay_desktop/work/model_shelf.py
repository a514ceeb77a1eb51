"""The models installed on this computer: which there are, which one new jobs use, what its card advises."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from inference.contract import ModelCard
from inference.tuning import TuningRules
from relay_desktop.problems import Problem, ProblemDesk
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.settings import Settings
from relay_desktop.work.service_link import ServiceLink

PROBLEM_KEY = "models"


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

    def advise(self, model_id: str | None) -> None:
        """A reset of the tuning goes back to what this model's card says (the chosen one for None)."""
        card = self.card(model_id) if model_id else self.chosen
        if card is not None:
            self._session.set_default_rules(TuningRules.from_card(card), card.types)

    def _on_models(self, cards: list[ModelCard]) -> None:
        self.cards = cards
        if cards:
            self._problems.clear(PROBLEM_KEY)
        else:
            self._tell_of_none()
        job = self._session.job
        self.advise(job.model_id if job is not None else None)
        self.changed.emit()

    def _on_error(self, error: BaseException) -> None:
        self._problems.report_error(error, retry=self.load, key=PROBLEM_KEY)

    def _tell_of_none(self) -> None:
        self._problems.report(
            Problem(
                "No detection model is installed.",
                advice="Put a model's folder into the models folder of this program, then try again.",
                retry=self.load,
                key=PROBLEM_KEY,
            )
        )
