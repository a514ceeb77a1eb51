"""From the file on the desk to its sound: loader, timeline, transport."""

from __future__ import annotations

from relay_desktop.audio.clip import AudioClip
from relay_desktop.main_window import MainWindow
from relay_desktop.problems import ProblemDesk
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.session.review_session import ReviewSession
from relay_desktop.session.transport import Transport
from relay_desktop.work.audio_loader import AudioLoader


def wire_audio(
    loader: AudioLoader,
    *,
    session: ReviewSession,
    transport: Transport,
    window: MainWindow,
    problems: ProblemDesk,
) -> None:
    """Whatever file is shown is opened for eye and ear."""

    def give(clip: AudioClip | None) -> None:
        transport.set_clip(clip)
        window.show_clip(clip)

    def on_failed(file: ReviewFile, sentence: str) -> None:
        if file.problem is None:
            session.update_file(file, problem=sentence)

    session.current_file_changed.connect(loader.show)
    loader.clip_ready.connect(lambda _file, clip: give(clip))
    loader.clip_gone.connect(lambda: give(None))
    loader.peaks_grew.connect(lambda _file, pyramid: window.show_peaks(pyramid))
    loader.clicks_grew.connect(lambda _file, pyramid: window.timeline.set_click_peaks(pyramid))
    window.timeline.display_changed.connect(lambda display: loader.want_clicks(display.shows_clicks))
    loader.want_clicks(window.timeline.display.shows_clicks)
    loader.failed.connect(on_failed)
    transport.problem.connect(lambda error: problems.report_error(error, key="sound"))
