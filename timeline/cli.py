"""The commands. The sole place that prints and exits: data on standard output, everything else on standard error.

Exit status: 0 done, 1 some or all inputs could not be read, 2 wrong usage or nothing that can be worked on,
130 stopped by Ctrl-C, 143 by SIGTERM, 129 by SIGHUP, 70 an error in this program.
"""

# Whatever takes long to import is imported where it is used: `timeline --help` must answer at once.

from __future__ import annotations

import inspect
import io
import json
import logging
import os
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import asdict, dataclass, fields, replace
from enum import IntEnum, StrEnum
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO, NoReturn

import typer
from typer.core import TyperGroup

from timeline import export as exporting
from timeline.errors import (
    CurationError,
    DateError,
    DocumentError,
    ExportError,
    InputError,
    ProjectError,
    TimelineError,
)
from timeline.model import DateMention, Document, Event, PublishedBasis, Timeline
from timeline.reading import Failure, Notice, find, jsonl, load, text
from timeline.reading.table import read_table
from timeline.sight import visible
from timeline.timespan import TimeSpan
from timeline.writing import write_whole

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress
    from rich.table import Table

    from timeline.curation import Unapplied
    from timeline.pipeline import Options
    from timeline.store import Project, Update

UNREADABLE, USAGE, STOPPED, BROKEN_PIPE, INTERNAL = 1, 2, 130, 141, 70

STANDARD_STREAM = Path("-")

STOPPED_SENTENCE = "timeline: stopped"

DEBUG = "TIMELINE_DEBUG"

MOST_NAMED = 5  # documents in one sentence

PATIENCE = 1.0  # seconds without a word before progress is shown

SIGNALS = ("SIGTERM", "SIGHUP")  # that stop a command as Ctrl-C does; no system has both for sure


class Level(IntEnum):
    """How much is said on standard error."""

    ERRORS = 0  # --quiet: what went wrong, what could not be read
    OUTCOME = 1  # and what came of it
    DETAILS = 2  # --verbose: and each file and document
    TRACEBACKS = 3  # --debug: and where in the code an error was


_level: ContextVar[Level] = ContextVar("_level", default=Level.OUTCOME)


class Stopped(BaseException):
    """A signal came that ends the program. No error of anything: what is open is closed on the way out."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(number)


class DateOrder(StrEnum):
    """How a date in figures is read where its document does not tell."""

    DMY = "DMY"
    MDY = "MDY"


class Reading(StrEnum):
    """How a text tells time."""

    NEWS = "news"
    NARRATIVE = "narrative"


class DatesFormat(StrEnum):
    """What `dates` writes."""

    TABLE = "table"
    JSONL = "jsonl"
    TIMEML = "timeml"


class Theme(StrEnum):
    """Colours of a chart."""

    LIGHT = "light"
    DARK = "dark"


class Lanes(StrEnum):
    """What sets events apart in a chart."""

    SOURCE = "source"
    PARTICIPANT = "participant"
    PLACE = "place"
    STATUS = "status"


class _Commands(TyperGroup):
    """The commands, with one line for each way to fail."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except TimelineError as error:
            _say_traceback(error)
            _say(f"timeline: {error}", level=Level.ERRORS)
            raise typer.Exit(UNREADABLE if isinstance(error, InputError) else USAGE) from error
        except KeyboardInterrupt as error:
            _say(STOPPED_SENTENCE, level=Level.ERRORS)
            raise typer.Exit(STOPPED) from error


def _path(value: str | Path) -> Path:
    """A path as a person names it, or a default; an empty one would be this folder."""
    if not str(value).strip():
        raise typer.BadParameter("an empty name names no file")
    return Path(value)


def _folder(value: str) -> Path:
    path = _path(value)
    if not path.is_dir():
        raise typer.BadParameter(f"there is no folder {value}")
    return path


app = typer.Typer(
    cls=_Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

ProjectArgument = Annotated[
    Path, typer.Argument(parser=_path, metavar="NAME.timeline", help="A project file.", show_default=False)
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", parser=_path, metavar="NAME.timeline", help="The project file (beside PATH if left out)."
    ),
]
ModelOption = Annotated[
    str | None, typer.Option(metavar="NAME-OR-PATH", help="Another spaCy pipeline than the one that is shipped.")
]
OrderOption = Annotated[
    DateOrder | None, typer.Option(help="How to read 01/03/2008 where its document does not tell.", show_default=False)
]
ReadingOption = Annotated[
    Reading | None,
    typer.Option(
        help="Read dates from the day of writing (news), or along the story (narrative); else each text decides.",
        show_default=False,
    ),
]
PublishedOption = Annotated[
    list[str] | None,
    typer.Option(
        "--published",
        metavar="FILE=DATE|TABLE",
        help="When a document was published, as you know it, or a CSV table of files and dates. May be repeated.",
    ),
]
FailuresOption = Annotated[
    Path | None,
    typer.Option(
        "--failures",
        parser=_path,
        metavar="FILE",
        help="Write what could not be read as JSON lines: path, document, stage, reason.",
        show_default=False,
    ),
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but what went wrong.")]
VerboseOption = Annotated[bool, typer.Option("--verbose", "-v", help="Say what becomes of each file and document.")]
DebugOption = Annotated[bool, typer.Option("--debug", help="As --verbose, and show where in the code an error was.")]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; always ends in SystemExit."""
    _prepare_output()
    _level.set(Level.TRACEBACKS if os.environ.get(DEBUG) else Level.OUTCOME)
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
        _say(f"timeline: {error}", level=Level.ERRORS)
        sys.exit(USAGE)
    except KeyboardInterrupt:
        _say(STOPPED_SENTENCE, level=Level.ERRORS)
        sys.exit(STOPPED)
    except Stopped as stopped:
        _say(STOPPED_SENTENCE, level=Level.ERRORS)
        sys.exit(128 + stopped.number)
    except Exception as error:
        _say_traceback(error)
        where = "" if _level.get() >= Level.TRACEBACKS else " (--debug shows where)"
        _say(f"timeline: an error in this program: {type(error).__name__}: {error}{where}", level=Level.ERRORS)
        sys.exit(INTERNAL)


def _command(*, epilog: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A command of the program, with the options that all of them have: how much to say."""
    common = {"quiet": QuietOption, "verbose": VerboseOption, "debug": DebugOption}

    def registered(function: Callable[..., None]) -> Callable[..., None]:
        @wraps(function)
        def run(*arguments: Any, quiet: bool, verbose: bool, debug: bool, **options: Any) -> None:
            if quiet and (verbose or debug):
                raise typer.BadParameter("--quiet excludes --verbose and --debug")
            if quiet or verbose or debug:
                _level.set(Level.ERRORS if quiet else Level.TRACEBACKS if debug else Level.DETAILS)
            with _told_details():
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
    """Turn signals that would kill the program into an exception, so that finished work is kept.

    One that is ignored already (`nohup`) stays so.
    """

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


@contextmanager
def _told_details() -> Iterator[None]:
    """Send what the packages log to standard error, if it was asked for."""
    if _level.get() < Level.DETAILS:
        yield
        return
    handler = _Details()
    loggers = [logging.getLogger(name) for name in ("timeline", "dashboard")]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(logging.DEBUG if _level.get() >= Level.TRACEBACKS else logging.INFO)
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeHandler(handler)
            logger.setLevel(logging.NOTSET)


class _Details(logging.Handler):
    """Says what is logged, on one line each, without what a terminal takes for commands."""

    def emit(self, record: logging.LogRecord) -> None:
        _echo(_one_line(record.getMessage()))


def _prepare_output() -> None:
    """Data is UTF-8 wherever it goes, and a terminal of another encoding shows what it can."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8")


def _flush() -> None:
    if sys.stdout is not None:
        with _standard_output():
            sys.stdout.flush()


def _drop_output() -> None:
    """Let what is still buffered go nowhere, so that it does not fail again at exit."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def _standard_output() -> Iterator[None]:
    """Turn what standard output refuses into one sentence; a reader that has gone is no error."""
    if sys.stdout is None:
        raise ExportError("standard output is closed")
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ExportError(f"standard output cannot be written: {(error.strerror or str(error)).lower()}") from error


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
        from importlib import metadata

        typer.echo(f"timeline {metadata.version('event-timeline')}")
        raise typer.Exit


@_command(epilog="Example: timeline build letters news.jsonl -o case.timeline")
def build(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH",
            help="Files, folders, JSON lines of documents. Left out: what the project holds is built anew.",
            show_default=False,
        ),
    ] = None,
    *,
    output: OutputOption = None,
    published: PublishedOption = None,
    sync: Annotated[bool, typer.Option("--sync", help="Also remove documents that are gone from PATH.")] = False,
    model: ModelOption = None,
    date_order: OrderOption = None,
    reading: ReadingOption = None,
    failures: FailuresOption = None,
) -> None:
    """Read documents, extract their events and merge them into a project file.

    Adds to what is there and reads again only what changed.
    """
    if not paths and output is None:
        raise typer.BadParameter("name documents to read, or a project with -o", param_hint="PATH")
    where = output or _beside((paths or [])[0])
    asked = _asked(model=model, date_order=date_order, reading=reading)
    if _build(where, paths or [], published=published, asked=asked, sync=sync, failures_file=failures):
        raise typer.Exit(UNREADABLE)


@_command(epilog="Example: timeline serve case.timeline")
def serve(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="NAME.timeline|PATH", help="A project, or documents to build one.", show_default=False),
    ],
    *,
    output: OutputOption = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="On this machine (8050 or the next free one if left out).")
    ] = None,
    browser: Annotated[bool, typer.Option(help="Open a browser window.")] = True,
    allow: Annotated[
        list[Path] | None,
        typer.Option(
            parser=_folder,
            metavar="DIR",
            help="A folder whose documents may be added in the page (may be given again; the folders of the project "
            "and of its documents if left out).",
            show_default=False,
        ),
    ] = None,
    token: Annotated[
        bool,
        typer.Option(
            help="Answer only who opens the address that is printed. Without it every user of this machine can read "
            "and change the timeline."
        ),
    ] = True,
    published: PublishedOption = None,
    model: ModelOption = None,
    date_order: OrderOption = None,
    reading: ReadingOption = None,
    failures: FailuresOption = None,
) -> None:
    """Show a timeline as a dashboard in the browser, on this machine only."""
    dashboard = _extension("serve")
    failed: Sequence[Failure] = ()
    if len(paths) == 1 and _is_meant_as_project(paths[0]):
        if output or published or model or date_order or reading or failures:
            raise typer.BadParameter("that is a project already: use `timeline build` to build it anew")
        where = Path(paths[0])
        _read_timeline(where)
    else:
        where = output or _writable(_beside(paths[0]))
        asked = _asked(model=model, date_order=date_order, reading=reading)
        failed = _build(where, paths, published=published, asked=asked, failures_file=failures)
    dashboard(
        where,
        port=port,
        open_browser=browser,
        token=token,
        allow=allow or None,
        on_ready=lambda url: _say(f"Showing {where} at {url}", level=Level.ERRORS),  # without it nobody gets in
    )
    if failed:
        raise typer.Exit(UNREADABLE)


@_command(epilog="Example: timeline export case.timeline --format csv -o case.csv")
def export(
    project: ProjectArgument,
    *,
    format: Annotated[  # noqa: A002  the option's name
        str | None,
        typer.Option(
            "--format", "-f", help=f"{' or '.join(sorted(exporting.FORMATS))} (by the suffix if left out, else json)"
        ),
    ] = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", parser=_path, metavar="FILE", help="Where to; - is standard output.")
    ] = STANDARD_STREAM,
) -> None:
    """Write a timeline for other programs."""
    timeline = _read_timeline(project)
    if output == STANDARD_STREAM:
        for chunk in exporting.chunks(timeline, format=format or "json"):
            _write(chunk)
        return
    _keep_apart(project, output)
    exporting.write(timeline, output, format=format)


@_command(epilog="Example: timeline chart case.timeline -o case.svg")
def chart(
    project: ProjectArgument,
    *,
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", parser=_path, metavar="FILE", help="chart.html, .png, .svg or .pdf", show_default=False
        ),
    ],
    title: Annotated[str | None, typer.Option(help="A heading for the chart.")] = None,
    theme: Annotated[Theme, typer.Option(help="Its colours.")] = Theme.LIGHT,
    lanes: Annotated[
        Lanes | None, typer.Option(help="Set the events of each of these apart, the largest first.", show_default=False)
    ] = None,
) -> None:
    """Draw a timeline for a report."""
    from timeline import charts

    timeline = _read_timeline(project)
    _keep_apart(project, output)
    charts.write(timeline, output, title=title, theme=theme.value, lanes=lanes.value if lanes else None)


@_command(epilog="Example: timeline dates letter.txt --published 2021-05-06")
def dates(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A text; standard input if left out.", show_default=False)
    ] = "-",
    *,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help='When the text was published: what "yesterday" counts from.')
    ] = None,
    format: Annotated[  # noqa: A002  the option's name
        DatesFormat | None,
        typer.Option(help="A table (the default), JSON lines, or the text with TIMEX3 tags.", show_default=False),
    ] = None,
    lines: Annotated[
        bool, typer.Option("--jsonl", help="As --format jsonl. In: id, text, published a line. Out: id, dates.")
    ] = False,
    date_order: OrderOption = None,
    reading: ReadingOption = None,
) -> None:
    """Find the dates of a text and say what they mean. No events, no project file."""
    from timeline.dates import written_date

    if lines and format not in (None, DatesFormat.JSONL):
        raise typer.BadParameter(f"--jsonl and --format {format} exclude each other")
    given = written_date(published, date_order=date_order and date_order.value) if published else None
    options = _options(_asked(date_order=date_order, reading=reading))
    if lines or format == DatesFormat.JSONL:
        _dates_of_lines(file, given, options)
    elif format == DatesFormat.TIMEML:
        _dates_in_tags(file, given, options)
    else:
        _dates_of_text(file, given, options)


@_command(epilog="Example: timeline show case.timeline --top 10")
def show(
    project: ProjectArgument,
    *,
    top: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Only the N that stand out most.", show_default=False)
    ] = None,
) -> None:
    """Print a timeline: date, title, number of sources, status."""
    from rich.table import Table

    timeline = _read_timeline(project)
    events: Iterable[Event] = timeline.events
    if top is not None:
        chosen = {event.id for event in sorted(events, key=lambda event: -event.salience)[:top]}
        events = (event for event in events if event.id in chosen)
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column("date", no_wrap=True)
    table.add_column("title", ratio=1)
    table.add_column("sources", no_wrap=True, justify="right")
    table.add_column("status", no_wrap=True)
    for event in events:
        sources = len({mention.document for mention in event.mentions})
        counted = "1 source" if sources == 1 else f"{sources} sources"
        _add(table, str(event.when) if event.when else "undated", event.title, counted, event.status.value)
    _print(table)


@_command(epilog="Example: timeline corrections case.timeline -o corrections.json")
def corrections(
    project: ProjectArgument,
    *,
    output: Annotated[
        Path, typer.Option("--output", "-o", parser=_path, metavar="FILE", help="Where to; - is standard output.")
    ] = STANDARD_STREAM,
) -> None:
    """Write what persons corrected in a project, for `timeline correct`."""
    from timeline import curation
    from timeline.store import open_project

    with open_project(project) as opened:
        log = curation.dumps(opened.corrections())
    if output == STANDARD_STREAM:
        _write(log)
        return
    _keep_apart(project, output)
    write_whole(output, log)


@_command(epilog="Example: timeline correct case.timeline corrections.json")
def correct(
    project: ProjectArgument,
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="What `timeline corrections` wrote; - is standard input.")
    ],
) -> None:
    """Apply another project's corrections to this one, made of the same documents.

    Those that are here already are not applied twice.
    """
    from timeline import curation
    from timeline.store import open_project

    with _stream(file) as stream:
        content = stream.read()
    try:
        log = curation.loads(content)
    except CurationError as error:
        raise InputError(f"{file}: {error}") from error
    with open_project(project) as opened:
        applied = opened.apply(log)
    there = f"; {applied.known:,} of the file were there before" if applied.known else ""
    _say(f"{project}: applied {_count(len(applied.added) - len(applied.unapplied), 'correction')}{there}")
    _say_unapplied(applied.unapplied)
    if applied.unapplied:
        raise typer.Exit(UNREADABLE)


@_command(epilog="Example: timeline schema > timeline.schema.json")
def schema() -> None:
    """Print the JSON Schema of the JSON export."""
    from timeline.export.json import schema

    _write(json.dumps(schema(), indent=2, ensure_ascii=False) + "\n")


def _build(
    where: Path,
    paths: Sequence[str],
    *,
    published: Sequence[str] | None,
    asked: dict[str, str],
    sync: bool = False,
    failures_file: Path | None = None,
) -> Sequence[Failure]:
    """Bring a project up to date with some paths and say what came of it. Returns what could not be read."""
    from timeline.pipeline import build
    from timeline.store import open_project

    if not all(path.strip() for path in paths):
        raise typer.BadParameter("an empty path names nothing", param_hint="PATH")
    given = _given(published or (), asked.get("date_order"))
    new = not where.exists()
    timeline = None
    with open_project(where, create=bool(paths)) as project, _progress() as progress:
        update = project.update(paths, sync=sync, progress=lambda done, of: progress("reading", done, of))
        documents = {document.id: document for document in project.documents()}
        project.give_published(_of_documents(given, list(documents.values())))
        failures = list(update.failures)

        def fail(error: DocumentError) -> None:
            _say_traceback(error)
            failures.append(Failure.of(error, documents[error.document]))

        if documents:
            options = _options(project.options | asked)
            built = build(
                project.documents(),
                options=options,
                cache=project.cache,
                previous=_previous(project),
                progress=progress,
                on_failure=fail,
            )
            if built.sources:  # where all failed, what was built before is worth more
                timeline = built
                project.save(timeline, options=asdict(options))
    _report(update, failures)
    if failures_file is not None:
        _write_failures(failures_file, update, failures)
    if timeline is None:
        if new:
            where.unlink()
        raise typer.Exit(UNREADABLE)
    _say(_summary(timeline, where, update, failed=len(failures) - len(update.failures)))
    _say_languages([source.document for source in timeline.sources])
    return failures


def _previous(project: Project) -> Timeline | None:
    """The timeline before this build; None where there is none, or none that can be read: this build mends it."""
    try:
        return project.timeline()
    except ProjectError:
        return None


def _asked(
    *, model: str | None = None, date_order: DateOrder | None = None, reading: Reading | None = None
) -> dict[str, str]:
    """The options that were named on the command line."""
    named = {"model": model, "date_order": date_order and date_order.value, "reading": reading and reading.value}
    return {name: value for name, value in named.items() if value is not None}


def _options(values: dict[str, Any]) -> Options:
    """How to build; values of other versions' options are passed over."""
    from timeline.pipeline import Options

    known = {field.name for field in fields(Options)}
    return Options(**{name: value for name, value in values.items() if name in known})


@dataclass(frozen=True, slots=True)
class _Given:
    """A publication date as a person gives it: of which document, and in which table, if in one."""

    name: str
    when: TimeSpan
    table: str = ""


def _given(assignments: Sequence[str], date_order: str | None) -> list[_Given]:
    """The publication dates of FILE=DATE options and of tables, in order."""
    found = []
    for assignment in assignments:
        name, equals, date = assignment.rpartition("=")
        if Path(assignment).is_file():
            found += [
                _Given(row.document, _date(row.date, date_order, where=f"{assignment}, line {row.line}: "), assignment)
                for row in read_table(Path(assignment))
            ]
        elif equals:
            found.append(_Given(name, _date(date, date_order)))
        else:
            raise typer.BadParameter(
                f"{assignment!r} is neither of the form FILE=DATE nor a table that exists", param_hint="--published"
            )
    return found


def _date(text: str, date_order: str | None, *, where: str = "") -> TimeSpan:
    """A date that a person gives, in any way of writing."""
    from timeline.dates import written_date

    try:
        return written_date(text, date_order=date_order)
    except DateError as error:
        raise typer.BadParameter(f"{where}{error}", param_hint="--published") from error


def _of_documents(given: Sequence[_Given], documents: Sequence[Document]) -> dict[str, TimeSpan]:
    """The dates by the ids of their documents.

    A name is an id, a path or a file name. One that names no document is a mistake in an option; a table may well
    hold more than is read here, which is said.
    """
    index: dict[str, list[str]] = {}
    loose: dict[str, list[str]] = {}
    for document in documents:
        for name in {document.id, document.path}:
            index.setdefault(name, []).append(document.id)
        for name in {Path(document.path).name, Path(document.path).stem}:
            loose.setdefault(name, []).append(document.id)
    dates, strays = {}, Counter[str]()
    for one in given:
        found = index.get(one.name) or loose.get(one.name) or []
        if len(found) > 1:
            raise typer.BadParameter(f"{one.name!r} may be any of {', '.join(found)}", param_hint="--published")
        if found:
            dates[found[0]] = one.when
        elif one.table:
            strays[one.table] += 1
        else:
            raise typer.BadParameter(f"there is no document {one.name!r}", param_hint="--published")
    for table, count in strays.items():
        _say(f"{table}: passed over {_count(count, 'row')} of documents that are not here")
    return dates


def _beside(path: str) -> Path:
    """The project file for documents that lie at a path: of the same name, beside them."""
    there = Path(path) if Path(path).name not in ("", "..") else Path(path).resolve()
    return there.parent / f"{there.name if there.is_dir() else there.stem}.timeline"


def _writable(where: Path) -> Path:
    """The same place, or one in a temporary folder where that cannot be written."""
    if os.access(where if where.exists() else where.parent, os.W_OK):
        return where
    import tempfile

    elsewhere = Path(tempfile.mkdtemp(prefix="timeline-")) / where.name
    _say(f"{where.parent} cannot be written: building into {elsewhere}")
    return elsewhere


def _is_meant_as_project(path: str) -> bool:
    from timeline.store import is_project

    return is_project(path) or Path(path).suffix == ".timeline"


def _read_timeline(project: Path) -> Timeline:
    from timeline.store import open_project

    with open_project(project) as opened:
        curated = opened.curated()
    _say_unapplied(curated.unapplied)
    return curated.timeline


def _say_unapplied(unapplied: Sequence[Unapplied]) -> None:
    """List the corrections that find nothing to correct, if there are any."""
    from timeline.curation import described

    if unapplied:
        _say(f"{_count(len(unapplied), 'correction')} could not be applied:")
    for one in unapplied:
        correction = one.correction
        _say(f"{correction.number}: {described(correction.draft)}, by {correction.signed}: {one.reason}")


def _keep_apart(project: Path, output: Path) -> None:
    if output.exists() and output.samefile(project):
        raise typer.BadParameter("that is the project itself", param_hint="--output")


def _extension(name: str) -> Any:
    """A command that another package brings: the library knows nothing of the dashboard."""
    from importlib import metadata

    for entry_point in metadata.entry_points(group="timeline.commands", name=name):
        return entry_point.load()
    raise typer.BadParameter(f"no package that is installed brings the command {name!r}")


def _dates_of_text(file: str, given: TimeSpan | None, options: Options) -> None:
    from rich.table import Table

    from timeline.pipeline import find_dates

    documents, failures = _documents(file)
    _say_languages(documents)
    for document in documents:
        try:
            mentions = find_dates(_published(document, given, PublishedBasis.GIVEN), options=options)
        except DocumentError as error:
            _say_traceback(error)
            failures.append(Failure.of(error, document))
            continue
        if len(documents) > 1:
            _print(_printable(document.id))
        table = Table.grid(padding=(0, 2, 0, 0))
        for mention in mentions:
            words = mention.quote.text if mention.quote else ""
            said = mention.value + (f" {mention.mod}" if mention.mod else "")
            _add(table, words, mention.type.value, said, str(mention.when) if mention.when else "", mention.reason)
        _print(table)
    _end_with(failures)


def _dates_in_tags(file: str, given: TimeSpan | None, options: Options) -> None:
    from timeline.export import timeml
    from timeline.pipeline import find_dates

    documents, failures = _documents(file)
    if len(documents) > 1:
        raise typer.BadParameter(f"TimeML holds one document; {file} holds {len(documents)}", param_hint="--format")
    _say_languages(documents)
    for document in documents:
        dated = _published(document, given, PublishedBasis.GIVEN)
        _write(timeml.dumps(dated, find_dates(dated, options=options)))
    _end_with(failures)


def _end_with(failures: Sequence[Failure]) -> None:
    """Say what could not be read and exit accordingly; go on where all could be."""
    for failure in failures:
        _echo(_one_line(f"timeline: {failure}"))
    if failures:
        raise typer.Exit(UNREADABLE)


def _documents(file: str) -> tuple[list[Document], list[Failure]]:
    """The documents of a file or of standard input, and what of them could not be read."""
    from timeline.language import in_its_language

    if file == "-":
        with _stream(file) as stream:
            decoded = text.checked(text.decode(stream.read()))
        for words in decoded.notices:
            _say_of(Notice("standard input", words))
        return [in_its_language(Document(id="-", text=decoded.text))], []
    finding = find([file])
    loaded = [load(found) for found in finding.files]
    for notice in (*finding.notices, *(notice for one in loaded for notice in one.notices)):
        _say_of(notice)
    failures = [*finding.failures, *(failure for one in loaded for failure in one.failures)]
    documents = []
    for document in (entry.document for one in loaded for entry in one.entries):
        try:
            documents.append(in_its_language(document))
        except DocumentError as error:
            _say_traceback(error)
            failures.append(Failure.of(error, document))
    return documents, failures


def _dates_of_lines(file: str, given: TimeSpan | None, options: Options) -> None:
    from timeline.language import in_its_language, is_english
    from timeline.pipeline import find_dates

    failed, others = False, []
    with _stream(file) as stream:
        for record in jsonl.read(stream):
            if isinstance(record, InputError):
                failed = True
                _say(f"timeline: {record}", level=Level.ERRORS)
                continue
            document = _published(
                Document(record.id or record.place, record.text, language=record.language),
                record.published or given,
                PublishedBasis.METADATA if record.published else PublishedBasis.GIVEN,
            )
            try:
                document = in_its_language(document)
                if not is_english(document.language):
                    others.append(replace(document, text=""))
                found = [_date_fields(mention) for mention in find_dates(document, options=options)]
            except DocumentError as error:
                failed = True
                _say_traceback(error)
                _say(f"timeline: line {record.place}: {error}", level=Level.ERRORS)
                continue
            _write(json.dumps({"id": document.id, "dates": found}, ensure_ascii=False) + "\n")
    _say_languages(others)
    if failed:
        raise typer.Exit(UNREADABLE)


def _published(document: Document, when: TimeSpan | None, basis: PublishedBasis) -> Document:
    return document if when is None else replace(document, published=when, published_basis=basis)


def _date_fields(mention: DateMention) -> dict[str, object]:
    return {
        "start": mention.quote.start if mention.quote else None,
        "end": mention.quote.end if mention.quote else None,
        "text": mention.quote.text if mention.quote else None,
        "type": mention.type.value,
        "value": mention.value,
        "mod": mention.mod,
        "edtf": str(mention.when) if mention.when else "",
        "basis": mention.basis.value,
        "reason": mention.reason,
    }


@contextmanager
def _stream(file: str) -> Iterator[BinaryIO]:
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


def _report(update: Update, failures: Sequence[Failure]) -> None:
    """Say what could not be read, what was passed over, and what was read in an unusual way."""
    if update.skipped:
        suffixes = Counter(Path(path).suffix or "no suffix" for path in update.skipped)
        listed = ", ".join(f"{suffix} ({count})" for suffix, count in sorted(suffixes.items()))
        _say(f"Passed over {_count(len(update.skipped), 'file')} of formats that cannot be read: {listed}")
    for notice in update.notices:
        _say_of(notice)
    if failures:
        _say(f"Could not be read ({len(failures):,}):", level=Level.ERRORS)
    for failure in failures:
        _say_of(failure, level=Level.ERRORS)


def _write_failures(path: Path, update: Update, failures: Sequence[Failure]) -> None:
    """Write what could not be read, files of unknown formats included, as JSON lines."""
    listed = [*failures, *(Failure(skipped, "its format cannot be read") for skipped in update.skipped)]
    rows = (
        {"path": one.path, "document": one.document or None, "stage": one.stage.value, "reason": one.reason}
        for one in listed
    )
    content = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    if path == STANDARD_STREAM:
        _write(content)
    else:
        write_whole(path, content.encode("utf-8", "surrogateescape"))  # a path need not be UTF-8


def _summary(timeline: Timeline, where: Path, update: Update, *, failed: int) -> str:
    undated = sum(event.when is None for event in timeline)
    events = _count(len(timeline.events), "event") + f" ({undated:,} undated)" * (undated > 0)
    reports = _count(sum(len(event.reports) for event in timeline), "report")
    counts = {"new": update.added, "changed": update.changed, "removed": update.removed, "failed": failed}
    changes = ", ".join(f"{count:,} {change}" for change, count in counts.items() if count) or "none of them new"
    return f"{where}: {events} in {reports} from {_count(len(timeline.sources), 'document')} ({changes})"


def _say_languages(documents: Iterable[Document]) -> None:
    """Say which documents were taken for which other language than English, if any were."""
    from timeline.language import is_english, language_name

    others = [f"{one.id} ({language_name(one.language)})" for one in documents if not is_english(one.language)]
    if others:
        more = f" and {len(others) - MOST_NAMED:,} more" if len(others) > MOST_NAMED else ""
        whole = _count(len(others), "document") + " not in English: "
        _say(f"{whole}{', '.join(others[:MOST_NAMED])}{more}; only their dates in figures are read, and no events")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + "s" * (number != 1)


@contextmanager
def _progress() -> Iterator[_Progress]:
    progress = _Progress()
    try:
        yield progress
    finally:
        progress.stop()


class _Progress:
    """A bar on a terminal for whatever takes longer than a moment; nothing where standard error is none."""

    def __init__(self) -> None:
        self._shown = sys.stderr is not None and sys.stderr.isatty() and _level.get() > Level.ERRORS
        self._begin = time.monotonic()
        self._bar: Progress | None = None

    def __call__(self, stage: str, done: int, of: int) -> None:
        if not self._shown or time.monotonic() - self._begin < PATIENCE:
            return
        if self._bar is None:
            from rich.progress import Progress

            self._bar = Progress(console=_console(stderr=True), transient=True)
            self._bar.add_task(stage)
            self._bar.start()
        self._bar.update(self._bar.task_ids[0], description=stage, completed=done, total=of)

    def stop(self) -> None:
        if self._bar is not None:
            self._bar.stop()


def _console(*, stderr: bool = False) -> Console:
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)


def _print(content: Table | str) -> None:
    with _standard_output():
        _console().print(content)


def _add(table: Table, *cells: str) -> None:
    from rich.text import Text

    table.add_row(*(Text(_printable(cell)) for cell in cells))


def _printable(words: str) -> str:
    """Words of a document, without what a terminal takes for commands."""
    return " ".join("".join(char if char.isprintable() else " " for char in visible(words)).split())


def _write(data: str) -> None:
    with _standard_output():
        sys.stdout.write(data)


def _say(sentence: str, *, level: Level = Level.OUTCOME) -> None:
    if level <= _level.get():
        _echo(_printable(sentence))


def _say_of(told: Failure | Notice, *, level: Level = Level.OUTCOME) -> None:
    """Say what is to be said of a path, on one line; the path is whole, with all its blanks."""
    if level <= _level.get():
        _echo(_one_line(str(told)))


def _one_line(sentence: str) -> str:
    return "".join(char if char.isprintable() else "\ufffd" for char in sentence)


def _say_traceback(error: BaseException) -> None:
    if _level.get() >= Level.TRACEBACKS:
        _echo("".join(traceback.format_exception(error)).rstrip())


def _echo(line: str) -> None:
    with suppress(OSError):  # standard error is full or gone: there is nobody to tell, and the work goes on
        typer.echo(line, err=True)
