"""The errors of this package, each with one sentence that can be shown to a person.

    TimelineError
    ├── InputError      a file or document cannot be read; names it and says why
    ├── DocumentError   a document cannot be worked on; names it, the stage and the cause
    ├── DateError       a date that a person gave (not one found in a text) cannot be understood
    ├── ModelError      a language pipeline is missing or lacks needed parts
    ├── ProjectError    a project file is none, is damaged or is in use
    ├── ExportError     an output cannot be written
    └── CurationError   a correction makes no sense
        └── StaleError  another correction changed the event meanwhile

A text without dates is no error: functions that look for something return None or nothing.
"""

from enum import StrEnum


class Stage(StrEnum):
    """The steps in which a document is worked on, in this order."""

    READING = "reading"  # its text is read from a file
    LANGUAGE = "language"  # its language is found out
    DATES = "dates"  # its expressions of time are found
    EVENTS = "events"  # its sentences are parsed, and the events in them found
    DATING = "dating"  # its publication and its events are dated


class TimelineError(Exception):
    """The root of all errors of this package. `str()` of one is a sentence that can be shown to a person."""


class InputError(TimelineError):
    """A file or document that cannot be read."""


class DocumentError(TimelineError):
    """A document that cannot be worked on.

    `document` is its id, `stage` the step that failed, `reason` a sentence without the id; the error that was raised
    there is the `__cause__`.

    >>> print(DocumentError("letter", Stage.DATES, MemoryError()))
    letter: its dates could not be read: it takes more memory than there is
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
    """The cause as the end of a sentence."""
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
    """A correction of an event that another one changed meanwhile; the sentence says who changed what and when."""
