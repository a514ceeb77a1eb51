"""A review in one file: what a colleague opens is what was saved, with and without the audio, or a sentence."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from inference.detections import DetectionTable
from relay_desktop.errors import RelayError
from relay_desktop.session.hand_made import HandMade, Replaced
from relay_desktop.session.kept_review import KeptFile, KeptReview, read_kept, write_kept
from relay_desktop.session.library import Library
from relay_desktop.session.mark_store import Exclusion
from relay_desktop.session.portable import Abandoned, is_review, read_review, write_review
from relay_desktop.session.verdicts import JudgedSpan, Verdict
from tests.relay_desktop.session.review_room import ReviewRoom, table

HEARD = table(("click", 100, 110, 0.9), ("click", 300, 310, 0.4), ("hum", 1_000, 4_000, 0.8))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "library.sqlite")
    yield library
    library.close()


@pytest.fixture
def kept(library: Library, qtbot: QtBot) -> KeptReview:
    """Verdicts with words that hurt, something added by hand, a stretch left out, a chosen threshold, one file done."""
    room = ReviewRoom(library, (HEARD, table(("hum", 0, 9, 0.5))))
    for file in room.files:
        assert file.raw is not None
        library.results.put("job", file.key, file.raw, 600.0)
    room.session.select_row(0)
    room.review.judge(Verdict.ARTIFACT, note='tab\t"quote"\nline 🎧 שלום', severity="blocker", go_on=False)
    room.hand_editor.add("glitch", 5_000, 5_100)
    room.hand_editor.set_bounds(1, 295, 320)
    room.tools.marks.exclude(900, 4_100, "slate")
    room.tools.marks.toggle_done()
    library.put_tuning("job", room.session.rules)
    return read_kept(library, "job")


def without_numbers(kept: KeptReview) -> KeptReview:
    """The same review, whatever library it lies in."""
    files = tuple(
        replace(
            file,
            spans=tuple(replace(span, span_id=None) for span in file.spans),
            hand_made=tuple(replace(made, hand_id=None) for made in file.hand_made),
            exclusions=tuple(replace(one, exclusion_id=None) for one in file.exclusions),
        )
        for file in kept.files
    )
    return replace(kept, files=files, job_id="", created_at="")


def test_a_review_comes_back_whole_in_another_library(kept: KeptReview, tmp_path: Path) -> None:
    path = write_review(kept, tmp_path / "mix", with_audio=False, app_version="1")
    assert path.name == "mix.relay"
    assert is_review(path)
    other = Library(tmp_path / "other.sqlite")
    job_id = write_kept(other, read_review(path))
    again = read_kept(other, job_id)
    assert without_numbers(again) == without_numbers(kept)
    before, after = kept.document("shown"), again.document("shown")
    assert before.files[0].rows == after.files[0].rows
    assert [row.artifact_type for row in after.files[0].rows] == ["click", "click", "glitch"], "the hum is left out"
    assert len(again.document("confirmed").files[0].rows) == 2
    other.close()


def test_the_audio_travels_and_is_put_down_once(kept: KeptReview, tmp_path: Path) -> None:
    sound = tmp_path / "a take.wav"
    soundfile.write(sound, np.zeros(800), 8000)
    files = tuple(replace(file, path=sound, name=sound.name) for file in kept.files)
    path = write_review(replace(kept, files=files), tmp_path / "mix.relay", with_audio=True)
    content = sound.read_bytes()
    sound.unlink()
    again = read_review(path, tmp_path / "audio")
    assert [file.path for file in again.files] == [tmp_path / "audio" / n / "a take.wav" for n in "01"]
    assert again.files[1].path is not None
    assert again.files[1].path.read_bytes() == content
    assert read_review(path, tmp_path / "audio").files[0].path == again.files[0].path
    with pytest.raises(RelayError, match="not at its place"):
        write_review(replace(kept, files=files), tmp_path / "again", with_audio=True)


def test_audio_beside_the_review_is_found(kept: KeptReview, tmp_path: Path) -> None:
    files = (replace(kept.files[0], path=Path("/gone/x.wav"), name="x.wav"),)
    path = write_review(replace(kept, files=files), tmp_path / "there" / "mix.relay", with_audio=False)
    (path.parent / "x.wav").write_bytes(b"")
    assert read_review(path).files[0].path == path.parent / "x.wav"


def test_cancelling_leaves_nothing(kept: KeptReview, tmp_path: Path) -> None:
    sound = tmp_path / "long.wav"
    sound.write_bytes(bytes(1000))
    files = tuple(replace(file, path=sound) for file in kept.files)
    with pytest.raises(Abandoned):
        write_review(replace(kept, files=files), tmp_path / "mix", with_audio=True, is_cancelled=lambda: True)
    assert sorted(path.name for path in tmp_path.iterdir() if "mix" in path.name) == []


def _with_head(path: Path, target: Path, change: dict[str, object]) -> Path:
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            content = source.read(name)
            if name == "review.json":
                content = json.dumps({**json.loads(content), **change}).encode()
            archive.writestr(name, content)
    return target


def test_what_is_damaged_foreign_or_newer_says_so(kept: KeptReview, tmp_path: Path) -> None:
    path = write_review(kept, tmp_path / "mix", with_audio=False)
    newer = _with_head(path, tmp_path / "newer.relay", {"relay_review_version": 2})
    with pytest.raises(RelayError, match="newer version"):
        read_review(newer)
    head = json.loads(zipfile.ZipFile(path).read("review.json"))
    backwards = [{**head["files"][0], "exclusions": [{"start_ms": 9, "end_ms": 1}]}]
    away = [{**head["files"][0], "audio": "audio/../../evil.wav"}]
    for number, files in enumerate((backwards, away, [{}], "nonsense")):
        bad = _with_head(path, tmp_path / f"{number}.relay", {"files": files})
        with pytest.raises(RelayError):
            read_review(bad, tmp_path / "audio")
    assert not (tmp_path / "evil.wav").exists()
    cut = tmp_path / "cut.relay"
    cut.write_bytes(path.read_bytes()[:-40])
    foreign = tmp_path / "foreign.relay"
    foreign.write_text("hello")
    for bad in (cut, foreign, tmp_path / "missing.relay"):
        with pytest.raises(RelayError):
            read_review(bad)
        assert not is_review(bad)


texts = st.text(max_size=12).filter(lambda text: "\x00" not in text)
times = st.tuples(st.integers(0, 2**40), st.integers(0, 2**20)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@settings(max_examples=25)
@given(
    st.lists(st.tuples(texts, times, st.floats(0, 1)), max_size=6),
    st.lists(st.tuples(texts, times, st.sampled_from(list(Verdict)), texts), max_size=5),
    st.lists(st.tuples(texts, times, st.none() | st.tuples(texts, times)), max_size=3),
    texts,
)
def test_any_review_comes_back_equal(
    tmp_path_factory: pytest.TempPathFactory,
    heard: list[tuple[str, tuple[int, int], float]],
    spans: list[tuple[str, tuple[int, int], Verdict, str]],
    made: list[tuple[str, tuple[int, int], tuple[str, tuple[int, int]] | None]],
    name: str,
) -> None:
    rows = DetectionTable.from_columns(
        [row[0] for row in heard], [row[1][0] for row in heard], [row[1][1] for row in heard], [r[2] for r in heard]
    )
    file = KeptFile(
        "k",
        name,
        None,
        None,
        rows,
        tuple(JudgedSpan(kind, *span, verdict, note=note) for kind, span, verdict, note in spans),
        tuple(HandMade(kind, *span, Replaced(old[0], *old[1]) if old else None) for kind, span, old in made),
        (Exclusion(1, 2, name),),
    )
    kept = KeptReview(name, None, (file,))
    path = write_review(kept, tmp_path_factory.mktemp("r") / "x.relay", with_audio=False)
    assert read_review(path) == kept
