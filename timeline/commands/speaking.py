"""Output: data on standard output, everything else on standard error."""

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

PATIENCE_SECONDS = 1.0  # the time before progress is shown


class Level(IntEnum):
    """How much is written to standard error; each level includes those before it."""

    ERRORS = 0  # --quiet: errors, and what could not be read
    OUTCOME = 1  # the default: also the results
    DETAILS = 2  # --verbose: also each file and document
    TRACEBACKS = 3  # --debug: also where in the code an error was


LEVEL: ContextVar[Level] = ContextVar("_level", default=Level.OUTCOME)


@contextmanager
def told_details() -> Iterator[None]:
    """Write what the packages log to standard error inside the block, from the level DETAILS on."""
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
    """Writes what is logged, each on one line, without a terminal's control characters."""

    def emit(self, record: logging.LogRecord) -> None:
        echo(one_line(record.getMessage()))


@contextmanager
def standard_output() -> Iterator[None]:
    """Turn errors of standard output into an ExportError of one sentence; BrokenPipeError passes as it is."""
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
    """A progress bar on a terminal, shown after `PATIENCE_SECONDS`; nothing where standard error is no terminal."""

    def __init__(self) -> None:
        self._shown = sys.stderr is not None and sys.stderr.isatty() and LEVEL.get() > Level.ERRORS
        self._begin = time.monotonic()
        self._bar: Progress | None = None

    def __call__(self, stage: str, done: int, of: int) -> None:
        """Show that `done` of `of` documents have been through a stage."""
        if not self._shown or time.monotonic() - self._begin < PATIENCE_SECONDS:
            return
        if self._bar is None:
            from rich.progress import Progress

            self._bar = Progress(console=console(stderr=True), transient=True)
            self._bar.add_task(stage)
            self._bar.start()
        self._bar.update(self._bar.task_ids[0], description=stage, completed=done, total=of)

    def stop(self) -> None:
        """Remove the bar."""
        if self._bar is not None:
            self._bar.stop()


def console(*, stderr: bool = False) -> Console:
    """A console for tables, which takes nothing in them for markup."""
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
    """Words on one line, with single spaces and without a terminal's control characters."""
    return " ".join("".join(char if char.isprintable() else " " for char in visible(words)).split())


def write(data: str) -> None:
    """Write data to standard output. Raises ExportError where that fails."""
    with standard_output():
        sys.stdout.write(data)


def say(sentence: str, *, level: Level = Level.OUTCOME) -> None:
    """Write a sentence to standard error, if its level was asked for."""
    if level <= LEVEL.get():
        echo(printable(sentence))


def say_of(told: Failure | Notice, *, level: Level = Level.OUTCOME) -> None:
    """Write a failure or notice to standard error, on one line, with all blanks of its path."""
    if level <= LEVEL.get():
        echo(one_line(str(told)))


def one_line(sentence: str) -> str:
    """A sentence on one line with all its blanks; each control character becomes U+FFFD."""
    return "".join(char if char.isprintable() else "\ufffd" for char in sentence)


def say_traceback(error: BaseException) -> None:
    """Write the traceback of an error to standard error, at the level TRACEBACKS."""
    if LEVEL.get() >= Level.TRACEBACKS:
        echo("".join(traceback.format_exception(error)).rstrip())


def echo(line: str) -> None:
    """Write a line to standard error."""
    with suppress(OSError):  # standard error is full or closed: the work goes on
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
