"""A review by lot, the same for the same seed, to be killed at any moment: what it had acknowledged must be on disk.

Run as a program it prints a number after each step, once everything of that step is shown as saved.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication

from inference.detections import DetectionTable
from relay_desktop.session.library import Library
from relay_desktop.session.verdicts import Verdict
from tests.relay_desktop.session.review_room import ReviewRoom

DETECTIONS = 300


def steps(path: Path, seed: int) -> Iterator[None]:
    """Judge, note, judge many, undo, redo, mark as done, leave out, add by hand; endlessly, in a library at `path`."""
    rng = np.random.default_rng(seed)
    start = np.arange(DETECTIONS) * 1000
    raw = DetectionTable(("click", "hum"), rng.integers(0, 2, DETECTIONS), start, start + 50, rng.random(DETECTIONS))
    library = Library(path)
    room = ReviewRoom(library, (raw,))
    verbs = (
        lambda: room.review.judge(list(Verdict)[int(rng.integers(3))], go_on=False),
        lambda: room.review.annotate(note=f"note {rng.integers(1000)}", severity="issue"),
        lambda: room.review.judge_rows(rng.integers(0, DETECTIONS, 40).tolist(), Verdict.NOT_AN_ARTIFACT),
        room.session.undo_stack.undo,
        room.session.undo_stack.redo,
        room.tools.marks.toggle_done,
        lambda: room.tools.marks.exclude(int(rng.integers(0, 9)) * 1000, 9_500, "slate"),
        lambda: room.hand_editor.add("glitch", int(rng.integers(0, 10**6)), 10**6),
    )
    while True:
        room.session.select_row(int(rng.integers(0, DETECTIONS)))
        verbs[int(rng.choice(len(verbs), p=(0.4, 0.1, 0.05, 0.15, 0.1, 0.05, 0.05, 0.1)))]()
        yield


def content(path: Path) -> tuple[object, ...]:
    """What holds in the library, without the times of its making. Raises sqlite3.Error when it cannot be read."""
    library = Library(path)
    try:
        assert library.set_aside is None, "the library was taken for damaged"
        with library._read() as db:
            assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        verdicts = library.verdicts.of_file("job", "a")
        said = tuple((s.span_id, s.artifact_type, s.start_ms, str(s.verdict), s.note, s.severity) for s in verdicts)
        made = library.hand_made.of_job("job").get("a", ())
        out = library.marks.exclusions("job").get("a", ())
        return (
            said,
            tuple((one.hand_id, one.start_ms, one.end_ms) for one in made),
            tuple((one.exclusion_id, one.start_ms) for one in out),
            tuple(library.marks.done("job")),
        )
    finally:
        library.close()


def main() -> None:
    """`scripted_review PATH SEED`: until it is killed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QCoreApplication([])
    for number, _ in enumerate(steps(Path(sys.argv[1]), int(sys.argv[2]))):
        print(number, flush=True)
    del application


if __name__ == "__main__":
    main()
