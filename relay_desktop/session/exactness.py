"""Whether what is shown of a job is exactly what its model found under the present tuning, or only close to it."""

from __future__ import annotations

from inference.sentences import sentence
from inference.tuning import TuningRules
from inference.tuning_config import shows_exactly
from relay_desktop.session.review_file import DeskJob


def is_exact(job: DeskJob | None, rules: TuningRules) -> bool:
    """False where the job left out something that these rules would need, or where it is not known whether it did."""
    if job is None:
        return True
    floor = job.config
    if floor is None:
        return False
    wanted = [rules.config, *(rules.for_type(name) for name in rules.by_type)]
    return all(shows_exactly(floor, config) for config in wanted)


def floor_words(job: DeskJob) -> str:
    """What a job that is no raw capture was made with, as a sentence."""
    floor = job.config
    if floor is None:
        return sentence(
            "The server does not say how this job was made: what the sliders would need may be missing."
        )
    return sentence(
        "This job was made with threshold {threshold:g}, merge window {merge} ms and minimum duration {least} ms;"
        " what it left out (hatched on the sliders) cannot be shown.",
        threshold=floor.threshold,
        merge=floor.merge_window_ms,
        least=floor.min_duration_ms,
    )
