"""Errors while one document is worked on, turned into one that names the document and the stage."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from timeline.errors import DocumentError, Stage, TimelineError


@contextmanager
def guarded(document: str, stage: Stage) -> Iterator[None]:
    """Turn any error inside the block into a DocumentError of the document with this id, at this stage.

    Errors of this package pass as they are, since they say already what they are about.

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
