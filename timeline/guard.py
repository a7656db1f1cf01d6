"""Whatever fails while one document is worked on is that document's failure, and names it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from timeline.errors import DocumentError, Stage, TimelineError


@contextmanager
def guarded(document: str, stage: Stage) -> Iterator[None]:
    """Turn any error of the block into a DocumentError of this document (its id) at this stage.

    Errors of this package pass as they are: they are about something else (the model, the project file) and say so.

    >>> with guarded("letter", Stage.DATES):
    ...     [].pop()
    Traceback (most recent call last):
    timeline.errors.DocumentError: letter: its dates could not be read, by an error in this program: IndexError: pop ...
    """
    try:
        yield
    except TimelineError:
        raise
    except Exception as error:
        raise DocumentError(document, stage, error) from error
