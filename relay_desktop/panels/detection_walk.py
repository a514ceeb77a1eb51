"""From one detection to the next, across the files of the desk: one continuous queue."""

from __future__ import annotations

from relay_desktop.session.review_file import ReviewFile
from relay_desktop.session.review_session import ReviewSession


class DetectionWalk:
    """Next and previous over detections and over files."""

    def __init__(self, session: ReviewSession) -> None:
        self._session = session

    def next(self) -> bool:
        """The next visible detection, in a later file if need be; False at the very end."""
        return self._session.select_next() or self._enter_file(+1)

    def previous(self) -> bool:
        """The visible detection before, in an earlier file if need be; False at the very beginning."""
        return self._session.select_previous() or self._enter_file(-1)

    def next_file(self) -> bool:
        """Open the file after this one."""
        return self._open_beside(+1)

    def previous_file(self) -> bool:
        """Open the file before this one."""
        return self._open_beside(-1)

    def _open_beside(self, step: int) -> bool:
        files, current = self._session.files, self._session.current
        place = files.index(current) + step if current in files else 0
        if not 0 <= place < len(files):
            return False
        self._session.open_file(files[place])
        return True

    def _enter_file(self, step: int) -> bool:
        files, current = self._session.files, self._session.current
        if current is None:
            return False
        start = files.index(current)
        beyond: list[ReviewFile] = files[start + 1 :] if step > 0 else files[:start][::-1]
        for file in beyond:
            file.retune(self._session.rules)
            rows = self._session.visible_rows_of(file)
            if len(rows):
                self._session.open_file(file)
                self._session.select_row(int(rows[0] if step > 0 else rows[-1]))
                return True
        return False
