"""What holds for every test: off screen, user folders of its own, and nothing left behind.

After each test no thread, no running QTimer and no child process may remain that was not there before (those
of module and session fixtures were), and no warning may have been logged that the test did not name:

    @pytest.mark.expects_log("the disk is full")     # must appear; every other warning still fails the test

A test that reads the log itself (fixture `caplog`) judges it itself.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from tests.leftovers import LogWatch, Processes, Threads, Timers, adopt_orphans

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
os.environ.pop("RELAY_API_KEY", None)
os.environ.update(LC_ALL="C.UTF-8", LANGUAGE="")  # the window speaks the system's language

hypothesis.settings.register_profile("house", deadline=None, print_blob=True)
hypothesis.settings.load_profile("house")


def pytest_configure(config: pytest.Config) -> None:
    """Declare the house's own marker; let orphaned grandchildren become visible as children."""
    config.addinivalue_line("markers", "expects_log(*patterns): warnings this test causes (expressions)")
    adopt_orphans()


def user_folders(base: Path) -> dict[str, str]:
    """Environment variables that put everything a program keeps for its user below `base`."""
    names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
    folders = {name: base / name.split("_")[1].lower() for name in names}
    for folder in folders.values():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return {name: str(folder) for name, folder in folders.items()}


@pytest.fixture(scope="session", autouse=True)
def _user_folders_of_the_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """User folders for what module and session fixtures start."""
    with pytest.MonkeyPatch.context() as patch:
        for name, folder in user_folders(tmp_path_factory.mktemp("user")).items():
            patch.setenv(name, folder)
        yield


@pytest.fixture(autouse=True)
def _user_folders(
    _user_folders_of_the_run: None, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """User folders that only this test sees."""
    for name, folder in user_folders(tmp_path_factory.mktemp("user")).items():
        monkeypatch.setenv(name, folder)


@pytest.fixture(autouse=True)
def _leaves_nothing_behind(request: pytest.FixtureRequest, _user_folders: None) -> Iterator[None]:
    """Fail the test that leaves a thread, a timer, a child process or an unexpected warning."""
    log = LogWatch(request.node)
    watches = (Threads(), Timers(), Processes())
    with log:
        yield
        left = [sentence for watch in watches for sentence in watch.left_behind()]
    left += log.complaints()
    if left:
        pytest.fail("\n".join(left), pytrace=False)
