"""What can go wrong, as exceptions with one clear sentence each.

    TimelineError
    ├── InputError      a file or document that cannot be read; names it and says why
    ├── DocumentError   a document that something failed on; names it, the stage and the cause
    ├── DateError       a date that a person gave (not one found in a text) which cannot be understood
    ├── ModelError      a language pipeline that is missing or lacks needed parts
    ├── ProjectError    a project file that is no project file, is damaged or is in use
    ├── ExportError     an output that cannot be written
    └── CurationError   a correction that makes no sense
        └── StaleError  a correction of what another one changed meanwhile

Text that holds no date is no error: functions that look for something return None or nothing.
"""

from enum import StrEnum


class Stage(StrEnum):
    """What is done to a document, in this order."""

    READING = "reading"  # a file -> its text
    LANGUAGE = "language"  # which language it is in
    DATES = "dates"  # the expressions of time in it
    EVENTS = "events"  # its sentences, and the events that they tell
    DATING = "dating"  # when it was published, and when its events were


class TimelineError(Exception):
    """The root of all errors of this package. ``str()`` is a sentence fit to be shown to a person."""


class InputError(TimelineError):
    """A file or document that cannot be read."""


class DocumentError(TimelineError):
    """A document that something failed on after it was read.

    `document` is its id, `reason` a sentence without the id; the error itself is the `__cause__`.
    """

    def __init__(self, document: str, stage: Stage, error: Exception) -> None:
        self.document = document
        self.stage = stage
        self.reason = f"{_FAILED[stage]}{_because(error)}"
        super().__init__(f"{document}: {self.reason}")


_FAILED = {
    Stage.READING: "it could not be read",
    Stage.LANGUAGE: "its language could not be told",
    Stage.DATES: "its dates could not be read",
    Stage.EVENTS: "its events could not be read",
    Stage.DATING: "its events could not be dated",
}


def _because(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return ": it takes more memory than there is"
    return f", by an error in this program: {' '.join(f'{type(error).__name__}: {error}'.split())}"


class DateError(TimelineError):
    """A date given by a person that cannot be understood."""


class ModelError(TimelineError):
    """A language pipeline that cannot be found or used."""


class ProjectError(TimelineError):
    """A project file that cannot be opened, read or written."""


class ExportError(TimelineError):
    """An output that cannot be written."""


class CurationError(TimelineError):
    """A correction by a person that makes no sense or cannot be taken."""


class StaleError(CurationError):
    """A correction of what another one changed meanwhile; says who changed what and when."""
