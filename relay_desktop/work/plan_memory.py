"""How the job of the desk in view was to be made, kept until it is made: a restart goes on as it was planned."""

from __future__ import annotations

import json
from typing import Final

from inference.tuning_config import TuningConfig
from relay_desktop.session.job_plan import JobPlan
from relay_desktop.settings import Settings

_KEY: Final = "desk/plan"


def keep_plan(settings: Settings, plan: JobPlan) -> None:
    """Remember a plan."""
    settings.write(_KEY, "" if plan == JobPlan() else words_of_plan(plan))


def recalled_plan(settings: Settings) -> JobPlan:
    """The plan that was kept, else that of every desk on this computer."""
    return plan_of_words(settings.text(_KEY))


def words_of_plan(plan: JobPlan) -> str:
    """A plan as text."""
    words = {"backend": plan.backend, "model_id": plan.model_id, "config": plan.config.to_json()}
    return json.dumps(words)


def plan_of_words(text: str) -> JobPlan:
    """A plan from its text; that of every desk on this computer where there is none."""
    try:
        words = json.loads(text or "{}")
        config = TuningConfig.from_json(words["config"])
        return JobPlan(str(words["backend"]), words["model_id"] and str(words["model_id"]), config)
    except (ValueError, KeyError, TypeError):
        return JobPlan()
