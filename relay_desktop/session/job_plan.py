"""What a person decides before a job is made: where it runs, with which model, and what it keeps."""

from __future__ import annotations

from dataclasses import dataclass

from inference.tuning_config import RAW_CAPTURE, TuningConfig
from relay_desktop.session.job_ids import EMBEDDED


@dataclass(frozen=True)
class JobPlan:
    """How a job is to be made. Without `model_id`: with the model chosen for this computer."""

    backend: str = EMBEDDED
    model_id: str | None = None
    config: TuningConfig = RAW_CAPTURE


@dataclass(frozen=True)
class JobPlace:
    """Where a job can run: the backend, its name, the models known there, the one used last first."""

    backend: str
    name: str
    model_ids: tuple[str, ...] = ()
