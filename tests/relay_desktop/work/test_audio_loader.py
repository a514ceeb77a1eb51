from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from relay_desktop.audio.clip import AudioClip
from relay_desktop.audio.peaks import PeakPyramid
from relay_desktop.session.review_file import ReviewFile
from relay_desktop.work.audio_loader import AudioLoader
from relay_desktop.work.tasks import Tasks
from tests.relay_desktop.work.desk_room import a_wav


class Ears:
    """Notes what a loader tells, in order."""

    def __init__(self, loader: AudioLoader) -> None:
        self.news: list[tuple[str, ReviewFile | None, object]] = []
        self.errors: list[BaseException] = []
        loader.clip_ready.connect(lambda file, clip: self.news.append(("clip", file, clip)))
        loader.clip_gone.connect(lambda: self.news.append(("gone", None, None)))
        loader.peaks_grew.connect(lambda file, peaks: self.news.append(("peaks", file, peaks)))
        loader.failed.connect(lambda file, sentence: self.news.append(("failed", file, sentence)))

    def kinds(self) -> list[str]:
        return [kind for kind, _file, _what in self.news]


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    errors: list[BaseException] = []
    tasks = Tasks(errors.append)
    yield tasks
    tasks.close()
    assert not errors


@pytest.fixture
def loader(tasks: Tasks, tmp_path: Path) -> Iterator[AudioLoader]:
    loader = AudioLoader(tasks, tmp_path / "cache")
    yield loader
    loader.close()


def a_file(path: Path) -> ReviewFile:
    return ReviewFile(path=path, name=path.name)


def test_the_clip_comes_before_its_peaks_and_they_become_complete(
    loader: AudioLoader, qtbot: QtBot, tmp_path: Path
) -> None:
    ears, file = Ears(loader), a_file(a_wav(tmp_path / "a.wav", seconds=3, channels=2))
    loader.show(file)
    qtbot.waitUntil(lambda: loader.peaks is not None and loader.peaks.is_complete and "peaks" in ears.kinds())
    assert ears.kinds()[0] == "clip"
    assert set(ears.kinds()[1:]) == {"peaks"}
    assert all(told is file for _kind, told, _what in ears.news)
    clip, peaks = ears.news[0][2], ears.news[-1][2]
    assert isinstance(clip, AudioClip)
    assert isinstance(peaks, PeakPyramid)
    assert (clip.info.channels, peaks.channels, peaks.frames) == (2, 2, 24_000)


def test_only_the_last_of_many_requests_is_shown_and_old_clips_are_closed(
    loader: AudioLoader, qtbot: QtBot, tmp_path: Path
) -> None:
    ears = Ears(loader)
    files = [a_file(a_wav(tmp_path / f"{number}.wav", seconds=2)) for number in range(8)]
    for file in files[:4]:
        loader.show(file)
    qtbot.waitUntil(lambda: "clip" in ears.kinds())
    for file in files[4:]:
        loader.show(file)
    qtbot.waitUntil(lambda: any(kind == "clip" and file is files[7] for kind, file, _ in ears.news))
    shown = [file for kind, file, _ in ears.news if kind == "clip"]
    assert shown == [files[3], files[7]]
    clips = [clip for kind, _, clip in ears.news if kind == "clip"]
    assert isinstance(clips[0], AudioClip)
    assert not clips[0].is_open


def test_a_file_that_cannot_be_opened_is_told_once(loader: AudioLoader, qtbot: QtBot, tmp_path: Path) -> None:
    ears, file = Ears(loader), a_file(tmp_path / "nowhere.wav")
    loader.show(file)
    qtbot.waitUntil(lambda: "failed" in ears.kinds())
    qtbot.waitUntil(lambda: not loader._tasks.running_count)
    assert ears.kinds() == ["gone", "failed"]
    assert "not there" in str(ears.news[-1][2])


def test_nothing_to_show_closes_what_was_open(loader: AudioLoader, qtbot: QtBot, tmp_path: Path) -> None:
    ears = Ears(loader)
    loader.show(a_file(a_wav(tmp_path / "a.wav")))
    qtbot.waitUntil(lambda: "clip" in ears.kinds())
    clip = ears.news[0][2]
    loader.show(None)
    assert ears.kinds()[-1] == "gone"
    assert isinstance(clip, AudioClip)
    assert not clip.is_open
    loader.show(ReviewFile(path=None, name="of a remote job.wav"))
    assert ears.kinds()[-1] == "gone"


def test_closing_stops_a_long_build(tasks: Tasks, qtbot: QtBot, tmp_path: Path) -> None:
    loader = AudioLoader(tasks, None)
    ears = Ears(loader)
    loader.show(a_file(a_wav(tmp_path / "long.wav", seconds=1200, rate_hz=8000)))
    qtbot.waitUntil(lambda: "clip" in ears.kinds())
    clip = next(what for kind, _, what in ears.news if kind == "clip")
    loader.close()
    assert isinstance(clip, AudioClip)
    assert not clip.is_open


def test_peaks_of_the_click_view_come_only_while_they_are_looked_at(
    loader: AudioLoader, tasks: Tasks, qtbot: QtBot, tmp_path: Path
) -> None:
    told: list[tuple[ReviewFile, PeakPyramid]] = []
    loader.clicks_grew.connect(lambda file, pyramid: told.append((file, pyramid)))
    first, second = (ReviewFile(path=a_wav(tmp_path / name), name=name) for name in ("a.wav", "b.wav"))
    loader.show(first)
    qtbot.waitUntil(lambda: tasks.running_count == 0, timeout=20_000)
    assert told == []
    loader.want_clicks(True)
    qtbot.waitUntil(lambda: bool(told) and told[-1][1].is_complete, timeout=20_000)
    loader.show(second)
    qtbot.waitUntil(lambda: told[-1][0] is second and told[-1][1].is_complete, timeout=20_000)
    loader.want_clicks(False)
    qtbot.waitUntil(lambda: tasks.running_count == 0, timeout=20_000)
    before = len(told)
    loader.show(first)
    qtbot.waitUntil(lambda: tasks.running_count == 0, timeout=20_000)
    assert len(told) == before
