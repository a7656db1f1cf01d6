"""`timeline dates`: the dates of a text, without a project."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.commands.explaining import date_lines, explanation_fields, named_lines, text_lines
from timeline.commands.options import DatesFormat, OrderOption, ReadingOption, asked_options
from timeline.commands.program import UNREADABLE, command
from timeline.commands.projects import say_languages
from timeline.commands.speaking import (
    Level,
    add_row,
    echo,
    one_line,
    opened,
    printable,
    say,
    say_of,
    say_traceback,
    show_table,
    write,
)
from timeline.errors import DocumentError, InputError
from timeline.model import DateMention, Document, PublishedBasis
from timeline.reading import Failure, Notice, find, jsonl, load, text
from timeline.timespan import TimeSpan
from timeline.why_words import sentence

if TYPE_CHECKING:
    from rich.console import RenderableType

    from timeline.pipeline import Options


@command(epilog="Example: timeline dates letter.txt --published 2021-05-06")
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
    explain: Annotated[
        bool, typer.Option("--explain", help="Say of each date which rule found it, and how it was read.")
    ] = False,
    date_order: OrderOption = None,
    reading: ReadingOption = None,
) -> None:
    """Find the dates of a text and say what they mean. No events, no project file."""
    from timeline.dates import written_date
    from timeline.pipeline import Options

    if lines and format not in (None, DatesFormat.JSONL):
        raise typer.BadParameter(f"--jsonl and --format {format} exclude each other")
    if explain and format == DatesFormat.TIMEML:
        raise typer.BadParameter("--explain and --format timeml exclude each other")
    given = written_date(published, date_order=date_order and date_order.value) if published else None
    options = Options(**asked_options(date_order=date_order, reading=reading))
    if lines or format == DatesFormat.JSONL:
        _dates_of_lines(file, given, options, explain=explain)
    elif format == DatesFormat.TIMEML:
        _dates_in_tags(file, given, options)
    else:
        _dates_of_text(file, given, options, show=_explained if explain else _table)


def _table(document: Document, options: Options) -> list[RenderableType]:
    """The dates of a document as a table: words, type, value, days, reason."""
    from rich.table import Table

    from timeline.pipeline import find_dates

    table = Table.grid(padding=(0, 2, 0, 0))
    for mention in find_dates(document, options=options):
        add_row(table, *_cells(mention), sentence(mention.reason))
    return [table]


def _explained(document: Document, options: Options) -> list[RenderableType]:
    """The dates of a document one below the other, each with how it came to be read as it is."""
    from rich.table import Table

    from timeline.pipeline import explain_dates

    published, found = explain_dates(document, options=options)
    shown: list[RenderableType] = [named_lines(text_lines(published, (one for _, one in found)), indent=0)]
    for mention, one in found:
        row = Table.grid(padding=(0, 2, 0, 0))
        add_row(row, *_cells(mention))
        shown += ["", row, named_lines(date_lines(mention, one))]
    return shown


def _cells(mention: DateMention) -> tuple[str, str, str, str]:
    """The words of a date, its type, its value and its days."""
    words = mention.quote.text if mention.quote else ""
    said = mention.value + (f" {mention.mod}" if mention.mod else "")
    return words, mention.type.value, said, str(mention.when) if mention.when else ""


def _dates_of_text(
    file: str, given: TimeSpan | None, options: Options, *, show: Callable[[Document, Options], list[RenderableType]]
) -> None:
    documents, failures = _documents(file)
    say_languages(documents)
    for document in documents:
        try:
            shown = show(_published(document, given, PublishedBasis.GIVEN), options)
        except DocumentError as error:
            say_traceback(error)
            failures.append(Failure.of(error, document))
            continue
        if len(documents) > 1:
            show_table(printable(document.id))
        for part in shown:
            show_table(part)
    _end_with(failures)


def _dates_in_tags(file: str, given: TimeSpan | None, options: Options) -> None:
    from timeline.export import timeml
    from timeline.pipeline import find_dates

    documents, failures = _documents(file)
    if len(documents) > 1:
        raise typer.BadParameter(f"TimeML holds one document; {file} holds {len(documents)}", param_hint="--format")
    say_languages(documents)
    for document in documents:
        dated = _published(document, given, PublishedBasis.GIVEN)
        write(timeml.dumps(dated, find_dates(dated, options=options)))
    _end_with(failures)


def _end_with(failures: Sequence[Failure]) -> None:
    """Say what could not be read and exit accordingly; go on where all could be."""
    for failure in failures:
        echo(one_line(f"timeline: {failure}"))
    if failures:
        raise typer.Exit(UNREADABLE)


def _documents(file: str) -> tuple[list[Document], list[Failure]]:
    """The documents of a file or of standard input, and what of them could not be read."""
    from timeline.language import in_its_language

    if file == "-":
        with opened(file) as stream:
            decoded = text.checked(text.decode(stream.read()))
        for words in decoded.notices:
            say_of(Notice("standard input", words))
        return [in_its_language(Document(id="-", text=decoded.text))], []
    finding = find([file])
    loaded = [load(found) for found in finding.files]
    for notice in (*finding.notices, *(notice for one in loaded for notice in one.notices)):
        say_of(notice)
    failures = [*finding.failures, *(failure for one in loaded for failure in one.failures)]
    documents = []
    for document in (entry.document for one in loaded for entry in one.entries):
        try:
            documents.append(in_its_language(document))
        except DocumentError as error:
            say_traceback(error)
            failures.append(Failure.of(error, document))
    return documents, failures


def _dates_of_lines(file: str, given: TimeSpan | None, options: Options, *, explain: bool) -> None:
    from timeline.language import in_its_language, is_english

    fields = _explained_fields if explain else _fields
    failed, others = False, []
    with opened(file) as stream:
        for record in jsonl.read(stream):
            if isinstance(record, InputError):
                failed = True
                say(f"timeline: {record}", level=Level.ERRORS)
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
                found = fields(document, options)
            except DocumentError as error:
                failed = True
                say_traceback(error)
                say(f"timeline: line {record.place}: {error}", level=Level.ERRORS)
                continue
            write(json.dumps({"id": document.id, "dates": found}, ensure_ascii=False) + "\n")
    say_languages(others)
    if failed:
        raise typer.Exit(UNREADABLE)


def _published(document: Document, when: TimeSpan | None, basis: PublishedBasis) -> Document:
    return document if when is None else replace(document, published=when, published_basis=basis)


def _fields(document: Document, options: Options) -> list[dict[str, object]]:
    from timeline.pipeline import find_dates

    return [_date_fields(mention) for mention in find_dates(document, options=options)]


def _explained_fields(document: Document, options: Options) -> list[dict[str, object]]:
    from timeline.pipeline import explain_dates

    _, found = explain_dates(document, options=options)
    return [_date_fields(mention) | {"explain": explanation_fields(mention, one)} for mention, one in found]


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
        "reason": sentence(mention.reason),
    }
