"""A timeline -> files for other programs. One module a format, each with a function `chunks`, and the table here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from timeline.errors import ExportError
from timeline.model import Timeline
from timeline.writing import replacing

# Loaded at first use: the JSON contract needs pydantic, which takes a while to import.
FORMATS: dict[str, str] = {
    "csv": "timeline.export.csv",
    "json": "timeline.export.json",
}


def chunks(timeline: Timeline, *, format: str) -> Iterator[str]:  # noqa: A002  the option's name
    """The export piece by piece, for large timelines. Raises ExportError for an unknown format."""
    if format not in FORMATS:
        raise ExportError(f"{format!r} is not a format that can be written; these are: {', '.join(sorted(FORMATS))}")
    write: Callable[[Timeline], Iterator[str]] = import_module(FORMATS[format]).chunks
    return write(timeline)


def dumps(timeline: Timeline, *, format: str = "json") -> str:  # noqa: A002
    """The export as one text that ends in a line feed; the same timeline always gives the same text.

    >>> dumps(Timeline(), format="csv").split(",")[0]
    'id'
    """
    return "".join(chunks(timeline, format=format))


def write(timeline: Timeline, path: str | Path, *, format: str | None = None) -> None:  # noqa: A002
    """Write an export to a file in UTF-8, whole or not at all; the format is that of the suffix unless given.

    Raises ExportError where the format is unknown or the file cannot be written.
    """
    pieces = chunks(timeline, format=format or Path(path).suffix.removeprefix(".").lower())
    with replacing(path) as file:
        file.writelines(piece.encode() for piece in pieces)
