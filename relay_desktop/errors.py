"""Every error a person can meet, each with what happened (`title`) and what to do (`advice`).

RelayError
├── ServiceUnreachable        no answer: offline, refused, reset, timed out
├── ServiceRefused            an answer that says no (`status`)
│   ├── KeyRejected           401, 403
│   ├── JobNotFound           404
│   ├── JobConflict           409: the job is in a state that does not allow it
│   ├── RequestRejected       400, 413, 415, 422: what we sent was not accepted
│   ├── RateLimited           429 (`retry_after_s`)
│   ├── ServiceFull           507: no room left where the service keeps its files
│   └── ServiceBroken         500, 502, 503, 504 and other faults of the server (`retry_after_s`)
├── BadAnswer                 an answer that could not be understood: not JSON, cut, against the API
├── Redirected                the server points elsewhere; the key does not follow
├── TransferError             one file on its way
│   ├── UploadFailed
│   ├── DownloadFailed
│   └── TransferCancelled     stopped because the person asked for it
├── LocalServiceFailed        this computer's own engine process does not start or stay up
│   └── NoEngineHere          the light program, without an engine installed beside it
├── FileProblem               about one file (`path`): missing, unreadable, changed
│   └── DiskFull              no room where the file was to be written
└── NoSoundDevice             playback is not possible here

`is_temporary` says whether the same call may succeed later by itself; `backend.retry` acts on it.
"""

from __future__ import annotations

from pathlib import Path

from inference.sentences import sentence


class RelayError(Exception):
    """What happened (`title`, a sentence) and what the person can do about it (`advice`, a sentence)."""

    title: str = sentence("Something went wrong.")
    advice: str = sentence("Try again. If it happens again, send us the log (Help > Show log).")
    is_temporary = False

    def __init__(self, title: str | None = None, advice: str | None = None) -> None:
        self.title = title or type(self).title
        self.advice = advice or type(self).advice
        super().__init__(self.title)


class ServiceUnreachable(RelayError):
    """No answer came: offline, connection refused or reset, timed out, name not found."""

    title = sentence("The service does not answer.")
    advice = sentence(
        "Check the network connection and the server address; the program tries again by itself."
    )
    is_temporary = True


class ServiceRefused(RelayError):
    """The service answered with a status that says no."""

    title = sentence("The service refused the request.")

    def __init__(
        self,
        title: str | None = None,
        advice: str | None = None,
        *,
        status: int = 0,
        retry_after_s: float | None = None,
    ) -> None:
        super().__init__(title, advice)
        self.status = status
        self.retry_after_s = retry_after_s


class KeyRejected(ServiceRefused):
    """401 or 403."""

    title = sentence("The service did not accept the API key.")
    advice = sentence("Check the key of this account; it may have been revoked or belong to another server.")


class JobNotFound(ServiceRefused):
    """404: the job or file does not exist there."""

    title = sentence("The service does not know this job or file.")
    advice = sentence("It may have been removed there, or made on another server. Run the detection again.")


class JobConflict(ServiceRefused):
    """409: the job's state does not allow this."""

    title = sentence("The job is in a state that does not allow this.")
    advice = sentence("Refresh the job list; a cancelled or failed job takes no more files, start a new one.")


class RequestRejected(ServiceRefused):
    """400, 413, 415 or 422: the service understood, and what was sent is not allowed."""

    title = sentence("The service did not accept what was sent.")
    advice = sentence("Check the model, the settings of the job and the size of the file.")


class RateLimited(ServiceRefused):
    """429: too many requests; `retry_after_s` says how long to wait where the server said so."""

    title = sentence("The service asks to slow down.")
    advice = sentence("The program waits and goes on by itself.")
    is_temporary = True


class ServiceFull(ServiceRefused):
    """507: the service has no room left for files or results."""

    title = sentence("The disk of the service is full.")
    advice = sentence("Free space where the service keeps its data, then try again.")


class ServiceBroken(ServiceRefused):
    """5xx: a fault of the server, usually passing."""

    title = sentence("The service has a problem of its own.")
    advice = sentence("The program tries again by itself. If it lasts, tell whoever runs the server.")
    is_temporary = True


class BadAnswer(RelayError):
    """An answer that is not what the API promises: not JSON, cut short, fields missing."""

    title = sentence("The service gave an answer that could not be understood.")
    advice = sentence(
        "Check that the server address is that of a Relay service and nothing in between changes it."
    )


class Redirected(RelayError):
    """The server answered with a redirect, which is not followed so that the key stays where it belongs."""

    title = sentence("The server points to another address.")
    advice = sentence(
        "Enter that address in the account yourself if you trust it; the key is not sent along."
    )


class TransferError(RelayError):
    """One file on its way to or from a service."""

    title = sentence("The file could not be transferred.")


class UploadFailed(TransferError):
    """The storage did not take the file."""

    title = sentence("The file could not be uploaded.")
    advice = sentence("Check the connection, then retry the file.")

    def __init__(
        self, title: str | None = None, advice: str | None = None, *, is_temporary: bool = True
    ) -> None:
        super().__init__(title, advice)
        self.is_temporary = is_temporary


class DownloadFailed(TransferError):
    """The file could not be fetched whole."""

    title = sentence("The file could not be downloaded.")
    advice = sentence("Check the connection, then try again.")

    def __init__(
        self, title: str | None = None, advice: str | None = None, *, is_temporary: bool = True
    ) -> None:
        super().__init__(title, advice)
        self.is_temporary = is_temporary


class TransferCancelled(TransferError):
    """Stopped because the person asked for it."""

    title = sentence("The transfer was cancelled.")
    advice = sentence("Retry the file to send it after all.")


class LocalServiceFailed(RelayError):
    """The engine process of this computer does not start or does not stay up."""

    title = sentence("The detection engine of this computer does not start.")
    advice = sentence(
        "Close other programs to free memory and try again; the log says more (Help > Show log)."
    )


class NoEngineHere(LocalServiceFailed):
    """The light program, and no environment with an engine beside it."""

    title = sentence("This is the light program; it has no detection engine of its own.")


class FileProblem(RelayError):
    """About one file on this computer."""

    title = sentence("The file cannot be used.")
    advice = sentence("Check that the file is still there and may be read.")

    def __init__(self, path: Path | str, title: str | None = None, advice: str | None = None) -> None:
        super().__init__(title, advice)
        self.path = Path(path)


class DiskFull(FileProblem):
    """No room where the file was to be written."""

    title = sentence("The disk is full.")
    advice = sentence("Free some space, then try again.")


class NoSoundDevice(RelayError):
    """Nothing to play sound with."""

    title = sentence("No sound device was found.")
    advice = sentence(
        "Connect or switch on a sound device, then press play again. Or choose Play > Sound > No sound: then the "
        "playhead and everything else go on without it."
    )
