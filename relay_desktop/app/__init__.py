"""The composition root: builds every room, wires them, closes them. The only room that knows them all."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from relay_desktop.app.places import APP_NAME, Places
from relay_desktop.settings import Settings
from relay_desktop.single_instance import hand_over
from relay_desktop.translation import SYSTEM, install


def run(
    paths: Sequence[Path],
    *,
    screenshot: Path | None = None,
    print_table: bool = False,
    data_dir: Path | None = None,
    models_dirs: Sequence[Path] = (),
    is_new_window: bool = False,
) -> int:
    """Open the window with these files and folders; returns the exit status when it was closed.

    Without paths: what was open last, on the first start the demo recording. With `screenshot`: off screen,
    until every detection is there, then the picture of the window is saved and the program ends (1 when a file
    failed). A window that is open already takes the files instead, unless `is_new_window` or the settings say no.
    """
    if screenshot is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    places = Places.of_user(data_dir)
    settings = Settings(places.settings)
    application = _application(settings.language)
    is_shared = screenshot is None and not is_new_window and settings.single_instance
    if is_shared and hand_over(places.data, paths):
        return 0
    with _collecting_later():
        from relay_desktop.app.desktop import Desktop

        desktop = Desktop(places, models_dirs)
    desktop.offers_tour = screenshot is None
    try:
        if screenshot is not None:
            desktop.started.connect(lambda: desktop.take_picture(screenshot, print_table=print_table))
        elif is_shared:
            desktop.answer_later_starts()
        desktop.show(paths)
        return application.exec()
    finally:
        desktop.close()


@contextmanager
def _collecting_later() -> Iterator[None]:
    """Thousands of classes and widgets are made now and none is given up: looking for garbage would only cost time."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def run_self_test(picture: Path | None = None, data_dir: Path | None = None) -> int:
    """Go the whole way once and say how it was; returns 0, or 1 when something does not work."""
    from relay_desktop.app import self_test
    from relay_desktop.app.desktop import Desktop

    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    _application()
    for line in self_test.versions():
        print(line, flush=True)
    return self_test.run(lambda folder: Desktop(Places.of_user(folder)), picture, data_dir)


def has_display() -> bool:
    """Whether a window can be opened here: always on Windows and macOS, elsewhere where a screen is named."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform in {"win32", "darwin"} or any(os.environ.get(name) for name in names)


def _application(language: str = SYSTEM) -> QApplication:
    application = QApplication.instance() or QApplication([APP_NAME])
    assert isinstance(application, QApplication)
    application.setApplicationName(APP_NAME)
    application.setApplicationDisplayName("Relay Desktop")
    application.setDesktopFileName(APP_NAME)
    install(application, language)
    return application
