"""The program: its commands, and its exit status.

Exit status: 0 done, 1 some or all inputs could not be read, 2 wrong usage or nothing that can be worked on,
130 stopped by Ctrl-C, 143 by SIGTERM, 129 by SIGHUP, 70 an error in this program.
"""

from __future__ import annotations

import inspect
import io
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import wraps
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from timeline.commands.options import DebugOption, QuietOption, VerboseOption
from timeline.commands.speaking import DEBUG, LEVEL, Level, say, say_traceback, standard_output, told_details
from timeline.errors import ExportError, InputError, TimelineError
from timeline.release import version

UNREADABLE, USAGE, STOPPED, BROKEN_PIPE, INTERNAL = 1, 2, 130, 141, 70
"""The exit statuses, as above; 141 if whoever read standard output has closed it (128 + SIGPIPE, as shells have it)."""

STOPPED_SENTENCE = "timeline: stopped"

SIGNALS = ("SIGTERM", "SIGHUP")
"""The signals that stop a command as Ctrl-C does; not every system has both."""


class Stopped(BaseException):
    """A signal that ends the program, as an exception, so that open files are closed on the way out."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(number)


class Commands(TyperGroup):
    """The commands; an error of this package ends one with a single sentence."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was named."""
        try:
            return super().invoke(ctx)
        except TimelineError as error:
            say_traceback(error)
            say(f"timeline: {error}", level=Level.ERRORS)
            raise typer.Exit(UNREADABLE if isinstance(error, InputError) else USAGE) from error
        except KeyboardInterrupt as error:
            say(STOPPED_SENTENCE, level=Level.ERRORS)
            raise typer.Exit(STOPPED) from error


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line, with `arguments` for those of the program; always raises SystemExit."""
    _prepare_output()
    LEVEL.set(Level.TRACEBACKS if os.environ.get(DEBUG) else Level.OUTCOME)
    try:
        with _stopped_by_signals():
            try:
                app(arguments)
            finally:
                _flush()
    except BrokenPipeError:  # the reader has gone (`| head`)
        _drop_output()
        sys.exit(BROKEN_PIPE)
    except ExportError as error:  # standard output is full, as the last of it shows
        _drop_output()
        say(f"timeline: {error}", level=Level.ERRORS)
        sys.exit(USAGE)
    except KeyboardInterrupt:
        say(STOPPED_SENTENCE, level=Level.ERRORS)
        sys.exit(STOPPED)
    except Stopped as stopped:
        say(STOPPED_SENTENCE, level=Level.ERRORS)
        sys.exit(128 + stopped.number)
    except Exception as error:
        say_traceback(error)
        where = "" if LEVEL.get() >= Level.TRACEBACKS else " (--debug shows where)"
        say(f"timeline: an error in this program: {type(error).__name__}: {error}{where}", level=Level.ERRORS)
        sys.exit(INTERNAL)


def command(*, epilog: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Make a function a command of the program; it gets the options that all have: --quiet, --verbose, --debug.

    `epilog` is the last line of its help.
    """
    common = {"quiet": QuietOption, "verbose": VerboseOption, "debug": DebugOption}

    def registered(function: Callable[..., None]) -> Callable[..., None]:
        @wraps(function)
        def run(*arguments: Any, quiet: bool, verbose: bool, debug: bool, **options: Any) -> None:
            if quiet and (verbose or debug):
                raise typer.BadParameter("--quiet excludes --verbose and --debug")
            if quiet or verbose or debug:
                LEVEL.set(Level.ERRORS if quiet else Level.TRACEBACKS if debug else Level.DETAILS)
            with told_details():
                function(*arguments, **options)

        signature = inspect.signature(function, eval_str=True)
        more = [
            inspect.Parameter(n, inspect.Parameter.KEYWORD_ONLY, default=False, annotation=a) for n, a in common.items()
        ]
        run.__signature__ = signature.replace(parameters=[*signature.parameters.values(), *more])  # type: ignore[attr-defined]  # what typer reads
        run.__annotations__ = {p.name: p.annotation for p in [*signature.parameters.values(), *more]}
        return app.command(epilog=epilog)(run)

    return registered


@contextmanager
def _stopped_by_signals() -> Iterator[None]:
    """Turn `SIGNALS` into an exception, so that finished work is kept. A signal that is ignored (`nohup`) stays so."""

    def stop(number: int, _: object) -> NoReturn:
        raise Stopped(number)

    found = [getattr(signal, name) for name in SIGNALS if hasattr(signal, name)]
    ours = [number for number in found if signal.getsignal(number) == signal.SIG_DFL]
    try:
        for number in ours:
            signal.signal(number, stop)
    except ValueError:  # not in the main thread, where no signal comes
        ours = []
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


def _prepare_output() -> None:
    """Set standard output to UTF-8; a terminal of another encoding shows "?" for what it cannot."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8")


def _flush() -> None:
    """Write what is buffered of standard output. Raises ExportError where it is full."""
    if sys.stdout is not None:
        with standard_output():
            sys.stdout.flush()


def _drop_output() -> None:
    """Discard what is buffered of standard output, so that writing it does not fail again at exit."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@app.callback()
def _timeline(
    *,
    version: Annotated[
        bool, typer.Option("--version", help="Show the version.", callback=lambda shown: _version(shown), is_eager=True)
    ] = False,
) -> None:
    """What happened when, and who says so: a timeline out of a pile of documents."""


def _version(shown: bool) -> None:  # noqa: FBT001  a callback gets its option's value
    if shown:
        typer.echo(f"timeline {version()}")
        raise typer.Exit
