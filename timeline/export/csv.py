"""Events as a table for spreadsheets: a line of headings, then a row for each event."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from timeline.model import Event, Timeline

COLUMNS = (
    "id",
    "edtf",
    "start",
    "end",
    "granularity",
    "approximate",
    "status",
    "title",
    "participants",
    "places",
    "sources",
    "quote",
    "source",
    "time",
    "main",
)

DATE_COLUMNS = frozenset({"edtf", "start", "end"})
"""Columns of dates, which are never escaped: they hold no words of documents, and begin with "-" before the common era.
"""

SEPARATOR = "; "  # between several names in one cell

# A spreadsheet runs a cell that begins with one of these as a formula; an apostrophe before it makes it a text.
# https://owasp.org/www-community/attacks/CSV_Injection
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def chunks(timeline: Timeline) -> Iterator[str]:
    """The line of headings, then a row for each event, whether it is a main one or not.

    `sources` is their number; `quote` that of the first report, from the document with the id `source`; `time` is the
    clock time as told, "" where none is; `main` is "yes" or "no".
    """
    yield _line(COLUMNS)
    for event in timeline.events:
        cells = zip(COLUMNS, _row(event), strict=True)
        yield _line(tuple(text if column in DATE_COLUMNS else _cell(text) for column, text in cells))


def _row(event: Event) -> tuple[str, ...]:
    """The cells of an event, in the order of `COLUMNS`."""
    when, first = event.when, event.mentions[0]
    return (
        event.id,
        str(when) if when else "",
        str(when.first) if when and when.first else "",
        str(when.last) if when and when.last else "",
        when.granularity.value if when else "",
        "yes" if when and when.approximate else "no",
        event.status.value,
        event.title,
        SEPARATOR.join(event.participants),
        SEPARATOR.join(event.places),
        str(len({mention.document for mention in event.mentions})),
        first.quote.text,
        first.document,
        event.time,
        "yes" if event.main else "no",
    )


def _cell(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula.

    >>> _cell("=1+1"), _cell("1+1")
    ("'=1+1", '1+1')
    """
    return f"'{text}" if text.startswith(FORMULA) else text


def _line(cells: tuple[str, ...]) -> str:
    """A row as CSV, with a line feed."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()
