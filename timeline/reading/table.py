"""A table of documents and their publication dates, as a person keeps it in a spreadsheet and saves it as CSV."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from timeline.errors import InputError
from timeline.reading import text

_DOCUMENT_HEADINGS = frozenset({"document", "file", "filename", "id", "name", "path", "source"})

_DATE_HEADINGS = frozenset({"date", "pubdate", "publication date", "published", "when"})

_SEPARATORS = "\t;,"


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the document as the table names it, its date as the table has it, and the number of the line, from 1."""

    document: str
    date: str
    line: int


def read_table(path: Path) -> tuple[Row, ...]:
    """The rows of a table with a document and a date each; rows without a date are left out.

    Cells are separated by tabs, semicolons or commas. If the first row has headings, such as "file" and "published",
    they name the two columns; else these are the first two. Raises InputError, which names the file and the line, where
    the file cannot be read or is no such table.
    """
    try:
        content = text.decode(path.read_bytes()).text
    except OSError as error:
        raise InputError(f"{path}: it cannot be read: {(error.strerror or str(error)).lower()}") from error
    except InputError as error:
        raise InputError(f"{path}: {error}") from error
    lines = content.splitlines()
    separator = max(_SEPARATORS, key=(lines[0] if lines else "").count)
    reader = csv.reader(lines, delimiter=separator)
    try:
        rows = [(reader.line_num, [cell.strip() for cell in row]) for row in reader if any(map(str.strip, row))]
    except csv.Error as error:
        raise InputError(f"{path}: line {reader.line_num} is no row of a table: {error}") from error
    document, date = _columns(rows[0][1]) if rows else (0, 1)
    if rows and _is_heading(rows[0][1]):
        del rows[0]
    found = []
    for line, cells in rows:
        if len(cells) <= max(document, date):
            raise InputError(f"{path}: line {line} has no two columns, a document and its date")
        if cells[date]:
            found.append(Row(cells[document], cells[date], line))
    return tuple(found)


def _is_heading(cells: list[str]) -> bool:
    """Whether a row is one of headings: one of its cells names a date."""
    return any(cell.lower() in _DATE_HEADINGS for cell in cells)


def _columns(cells: list[str]) -> tuple[int, int]:
    """The indices of the columns of documents and of dates, by the first row."""
    if not _is_heading(cells):
        return 0, 1
    names = [cell.lower() for cell in cells]
    date = next(i for i, name in enumerate(names) if name in _DATE_HEADINGS)
    document = next((i for i, name in enumerate(names) if name in _DOCUMENT_HEADINGS), 1 if date == 0 else 0)
    return document, date
