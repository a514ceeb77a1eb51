"""What the composition root itself has to tell a person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from relay_desktop.crash_watch import BadEnd
from relay_desktop.problems import Problem
from relay_desktop.translation import said


def about_no_audio(paths: Sequence[Path]) -> Problem:
    """Nothing that was opened is audio."""
    names = ", ".join(path.name for path in paths[:3])
    return Problem(
        said("No audio was found there."),
        said("Nothing in {names} is an audio file this program can read.", names=names),
        said("Choose a folder with WAV, AIFF, FLAC, Ogg, Opus or MP3 files."),
        key="no-audio",
    )


def about_unsaved(sentence: str) -> Problem:
    """A decision did not reach the disk."""
    return Problem(
        said("A verdict could not be saved."),
        sentence,
        said(
            "What you decided before is safe. Free some space on the disk of your home folder, then judge it again."
        ),
        key="verdict-unsaved",
    )


def about_no_library(sentence: str) -> Problem:
    """The library cannot be opened; one in memory stands in."""
    return Problem(
        said("The library of jobs and verdicts cannot be opened."),
        sentence,
        said(
            "You can look and listen, but nothing you decide now is kept. Put this right, then start the program again."
        ),
        key="no-library",
    )


def about_damaged_library(set_aside: Path) -> Problem:
    """A damaged library was set aside."""
    return Problem(
        said("The list of jobs was damaged, a new one was begun."),
        said("The damaged file was kept as {path}.", path=set_aside),
        said("Jobs that the service on this computer still has appear again by themselves."),
        key="library-damaged",
    )


def about_bad_end(end: BadEnd, show_log: Callable[[], None]) -> Problem:
    """The last run did not end in order."""
    if end.fault:
        text = said(
            "A library failed ({fault}). What every part was doing is in {path}.",
            fault=end.fault,
            path=end.report,
        )
    else:
        text = said("It was ended from outside, or the computer lost power.")
    return Problem(
        said("The program ended without being closed the last time."),
        text,
        said(
            "Nothing you decided is lost: every verdict was on the disk before the next key. What was open is open"
            " again."
        ),
        show_log,
        key="bad-end",
        is_note=True,
        retry_words=said("Show the logs"),
    )
