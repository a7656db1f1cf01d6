"""What is said and shown: data on standard output, everything else on standard error."""

from __future__ import annotations

import logging
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import typer

from timeline.errors import ExportError, InputError
from timeline.reading import Failure, Notice
from timeline.sight import visible

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.progress import Progress
    from rich.table import Table

DEBUG = "TIMELINE_DEBUG"

PATIENCE = 1.0  # seconds without a word before progress is shown


class Level(IntEnum):
    """How much is said on standard error."""

    ERRORS = 0  # --quiet: what went wrong, what could not be read
    OUTCOME = 1  # and what came of it
    DETAILS = 2  # --verbose: and each file and document
    TRACEBACKS = 3  # --debug: and where in the code an error was


LEVEL: ContextVar[Level] = ContextVar("_level", default=Level.OUTCOME)


@contextmanager
def told_details() -> Iterator[None]:
    """Send what the packages log to standard error, if it was asked for."""
    if LEVEL.get() < Level.DETAILS:
        yield
        return
    handler = _Details()
    loggers = [logging.getLogger(name) for name in ("timeline", "dashboard")]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(logging.DEBUG if LEVEL.get() >= Level.TRACEBACKS else logging.INFO)
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeHandler(handler)
            logger.setLevel(logging.NOTSET)


class _Details(logging.Handler):
    """Says what is logged, on one line each, without what a terminal takes for commands."""

    def emit(self, record: logging.LogRecord) -> None:
        echo(one_line(record.getMessage()))


@contextmanager
def standard_output() -> Iterator[None]:
    """Turn what standard output refuses into one sentence; a reader that has gone is no error."""
    if sys.stdout is None:
        raise ExportError("standard output is closed")
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ExportError(f"standard output cannot be written: {(error.strerror or str(error)).lower()}") from error


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "event"), counted(1200, "event")
    ('1 event', '1,200 events')
    """
    return f"{number:,} {noun}" + "s" * (number != 1)


@contextmanager
def progress_shown() -> Iterator[ProgressBar]:
    """A progress bar that is gone when the block ends."""
    progress = ProgressBar()
    try:
        yield progress
    finally:
        progress.stop()


class ProgressBar:
    """A bar on a terminal for whatever takes longer than a moment; nothing where standard error is none."""

    def __init__(self) -> None:
        self._shown = sys.stderr is not None and sys.stderr.isatty() and LEVEL.get() > Level.ERRORS
        self._begin = time.monotonic()
        self._bar: Progress | None = None

    def __call__(self, stage: str, done: int, of: int) -> None:
        """Show how far a stage has come: how many are done, of how many."""
        if not self._shown or time.monotonic() - self._begin < PATIENCE:
            return
        if self._bar is None:
            from rich.progress import Progress

            self._bar = Progress(console=console(stderr=True), transient=True)
            self._bar.add_task(stage)
            self._bar.start()
        self._bar.update(self._bar.task_ids[0], description=stage, completed=done, total=of)

    def stop(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()


def console(*, stderr: bool = False) -> Console:
    """Where tables are shown; nothing in them is taken for markup."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)


def show_table(content: RenderableType) -> None:
    """Show a table, or a line, on standard output."""
    with standard_output():
        console().print(content)


def add_row(table: Table, *cells: str) -> None:
    """Add a row of plain words to a table."""
    from rich.text import Text

    table.add_row(*(Text(printable(cell)) for cell in cells))


def printable(words: str) -> str:
    """Words of a document, without what a terminal takes for commands."""
    return " ".join("".join(char if char.isprintable() else " " for char in visible(words)).split())


def write(data: str) -> None:
    """Write data to standard output. Raises ExportError where it takes none."""
    with standard_output():
        sys.stdout.write(data)


def say(sentence: str, *, level: Level = Level.OUTCOME) -> None:
    """Say a sentence on standard error, if as much as its level was asked for."""
    if level <= LEVEL.get():
        echo(printable(sentence))


def say_of(told: Failure | Notice, *, level: Level = Level.OUTCOME) -> None:
    """Say what is to be said of a path, on one line; the path is whole, with all its blanks."""
    if level <= LEVEL.get():
        echo(one_line(str(told)))


def one_line(sentence: str) -> str:
    """A sentence on one line with all its blanks; what a terminal takes for commands becomes U+FFFD."""
    return "".join(char if char.isprintable() else "\ufffd" for char in sentence)


def say_traceback(error: BaseException) -> None:
    """Show where in the code an error was, if that was asked for."""
    if LEVEL.get() >= Level.TRACEBACKS:
        echo("".join(traceback.format_exception(error)).rstrip())


def echo(line: str) -> None:
    """Write a line to standard error."""
    with suppress(OSError):  # standard error is full or gone: there is nobody to tell, and the work goes on
        typer.echo(line, err=True)


@contextmanager
def opened(file: str) -> Iterator[BinaryIO]:
    """A file opened for reading bytes; "-" is standard input. Raises InputError where it cannot be read."""
    if file == "-":
        if sys.stdin is None:
            raise InputError("standard input is closed")
        yield sys.stdin.buffer
        return
    try:
        with Path(file).open("rb") as stream:
            yield stream
    except OSError as error:
        raise InputError(f"{file}: it cannot be read: {(error.strerror or str(error)).lower()}") from error
