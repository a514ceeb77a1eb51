"""What Help needs to know: the facts of About, and the tour of the first start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relay_desktop.app.places import Places
from relay_desktop.main_window import MainWindow
from relay_desktop.translation import said

if TYPE_CHECKING:
    from relay_desktop.panels.tour import Stop, Tour

TOUR_KEY = "window/has_toured"


def wire_help(window: MainWindow, places: Places) -> None:
    """About and the tour."""
    window.dialogs.set_facts(lambda: _facts(window, places))
    window.dialogs.tour_wished.connect(lambda: start_tour(window))


def offer_tour(window: MainWindow) -> None:
    """Start the tour if this person has never seen or skipped it."""
    if not window.settings.flag(TOUR_KEY, False):
        start_tour(window)


def start_tour(window: MainWindow) -> Tour:
    """The tour, from its first stop."""
    from relay_desktop.panels.tour import Tour

    tour = Tour(window, _stops(window), window.appearance.look)
    tour.ended.connect(lambda: window.settings.write(TOUR_KEY, True))
    tour.start()
    return tour


def _facts(window: MainWindow, places: Places) -> list[tuple[str, str]]:
    strip = window.status_strip
    return [
        (said("Engine"), strip.service_label.text().partition(": ")[2] or "?"),
        (said("Device"), window.settings.device),
        (said("Model"), window.settings.model_id or said("the newest installed one")),
        (said("Data"), str(places.data)),
        (said("Log"), str(window.dialogs.log_path or "")),
    ]


def _stops(window: MainWindow) -> list[Stop]:
    from relay_desktop.panels.tour import Stop

    return [
        Stop(
            lambda: window.stage,
            said("A recording with faults in it"),
            said(
                "The engine on this computer listens to it now. Coloured regions are what it found; each "
                "type has its colour, its mark and its lane. N and P go from one to the next."
            ),
        ),
        Stop(
            lambda: window.transport_bar,
            said("Hear it"),
            said(
                "Return plays the selected detection with a little around it, Space plays from the "
                "playhead, L repeats."
            ),
        ),
        Stop(
            lambda: window.tuning_panel,
            said("Three numbers decide what you see"),
            said(
                "Threshold, merge window, minimum duration. Drag them: everything follows at once, and "
                "Reset brings the model's own values back."
            ),
        ),
        Stop(
            lambda: window.verdict_panel,
            said("Judge with one key"),
            said(
                "A: an artifact. X: not one. U: unsure. Each verdict is on the disk before the next key, "
                "and Ctrl+Z takes it back."
            ),
        ),
        Stop(
            lambda: window.file_panel,
            said("Now your own recordings"),
            said(
                "Drop files or folders anywhere in the window. File > Export… hands on what you decided. "
                "Help says more about everything."
            ),
        ),
    ]
