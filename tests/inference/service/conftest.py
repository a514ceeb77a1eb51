"""Services for tests: one shared by a module where a test does not harm it, fresh ones where it does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.inference.service.living_service import LivingService, stand_in_models


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LivingService]:
    """A service with the stand-in worker, shared by the tests of a module."""
    folder = tmp_path_factory.mktemp("service")
    with LivingService(folder / "data", models=stand_in_models(folder / "models")) as living:
        yield living


@pytest.fixture
def start_service(tmp_path: Path) -> Iterator[Callable[..., LivingService]]:
    """Start services on the same data folder, one after the other; each is stopped at the end."""
    models = stand_in_models(tmp_path / "models")
    started: list[LivingService] = []

    def start(**options: Any) -> LivingService:
        started.append(LivingService(tmp_path / "data", models=models, **options))
        return started[-1]

    yield start
    for living in started:
        living.stop()
