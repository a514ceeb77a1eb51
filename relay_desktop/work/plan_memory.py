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
    if plan == JobPlan():
        settings.write(_KEY, "")
        return
    words = {"backend": plan.backend, "model_id": plan.model_id, "config": plan.config.to_json()}
    settings.write(_KEY, json.dumps(words))


def recalled_plan(settings: Settings) -> JobPlan:
    """The plan that was kept, else that of every desk on this computer."""
    try:
        words = json.loads(settings.text(_KEY) or "{}")
        config = TuningConfig.from_json(words["config"])
        return JobPlan(str(words["backend"]), words["model_id"] and str(words["model_id"]), config)
    except (ValueError, KeyError, TypeError):
        return JobPlan()
