"""What can go wrong, as exceptions with one clear sentence each.

    TimelineError
    ├── InputError      a file or document that cannot be read; names it and says why
    ├── DateError       a date that a person gave (not one found in a text) which cannot be understood
    ├── ModelError      a language pipeline that is missing or lacks needed parts
    ├── ProjectError    a project file that is no project file, is damaged or is in use
    ├── ExportError     an output that cannot be written
    └── CurationError   a correction that makes no sense
        └── StaleError  a correction of what another one changed meanwhile

Text that holds no date is no error: functions that look for something return None or nothing.
"""


class TimelineError(Exception):
    """The root of all errors of this package. ``str()`` is a sentence fit to be shown to a person."""


class InputError(TimelineError):
    """A file or document that cannot be read."""


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
