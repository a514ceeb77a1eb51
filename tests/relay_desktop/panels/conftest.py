"""Looks and desks for the tests of panels."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from relay_desktop.look import LOOKS, Look
from relay_desktop.session.library import Library
from relay_desktop.session.review_session import ReviewSession
from tests.relay_desktop.panels.desks import desk, raw_table


@pytest.fixture
def look() -> Look:
    """The dark one."""
    return LOOKS["dark"]


@pytest.fixture
def session(qapp: object) -> ReviewSession:
    """One file with the eight raw detections of `desks.ROWS`."""
    return desk((raw_table(),))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library on disk, empty."""
    library = Library(tmp_path / "library.sqlite")
    yield library
    library.close()
