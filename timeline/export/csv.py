"""Events as a table for spreadsheets: one row an event, in UTF-8 with a heading line."""

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
)

OURS = frozenset({"edtf", "start", "end"})
"""Columns that hold no words of documents, and are dates to programs: before the common era they begin with "-"."""

SEPARATOR = "; "  # between several names in one cell

# A spreadsheet takes a cell that begins so for a formula and runs it; an apostrophe before it keeps it text.
# https://owasp.org/www-community/attacks/CSV_Injection
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def chunks(timeline: Timeline) -> Iterator[str]:
    """The heading, then a row for each event. `sources` counts them; `quote` is the first report's, from `source`."""
    yield _line(COLUMNS)
    for event in timeline.events:
        cells = zip(COLUMNS, _row(event), strict=True)
        yield _line(tuple(text if column in OURS else _cell(text) for column, text in cells))


def _row(event: Event) -> tuple[str, ...]:
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
    )


def _cell(text: str) -> str:
    """The text, kept from being taken for a formula.

    >>> _cell("=1+1"), _cell("1+1")
    ("'=1+1", '1+1')
    """
    return f"'{text}" if text.startswith(FORMULA) else text


def _line(cells: tuple[str, ...]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()
