"""A timeline -> files for other programs. A format is a module with a function `chunks`, and a row of `FORMATS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from timeline.errors import ExportError
from timeline.model import Timeline, main_events
from timeline.writing import replacing

FORMATS: dict[str, str] = {
    "csv": "timeline.export.csv",
    "json": "timeline.export.json",
}
"""The modules of the formats by their names; loaded at first use, as importing pydantic for JSON takes .2 seconds."""


def chunks(timeline: Timeline, *, format: str, all_events: bool = False) -> Iterator[str]:  # noqa: A002  the option's name
    """The export in pieces, so that that of a large timeline need not be in memory as a whole.

    `format` is one of `FORMATS`. Without `all_events` it holds the main events alone; its sources are always all.
    Raises ExportError for an unknown format.

    >>> len("".join(chunks(Timeline(), format="csv")).splitlines())
    1
    """
    if format not in FORMATS:
        raise ExportError(f"{format!r} is not a format that can be written; these are: {', '.join(sorted(FORMATS))}")
    write: Callable[[Timeline], Iterator[str]] = import_module(FORMATS[format]).chunks
    return write(timeline if all_events else main_events(timeline))


def dumps(timeline: Timeline, *, format: str = "json", all_events: bool = False) -> str:  # noqa: A002
    """The export as one text that ends in a line feed; the same timeline always gives the same text.

    The arguments are those of `chunks`. Raises ExportError for an unknown format.

    >>> dumps(Timeline(), format="csv").split(",")[0]
    'id'
    """
    return "".join(chunks(timeline, format=format, all_events=all_events))


def write(timeline: Timeline, path: str | Path, *, format: str | None = None, all_events: bool = False) -> None:  # noqa: A002
    """Write an export to a file in UTF-8, whole or not at all.

    Args:
        timeline: what to write.
        path: the file.
        format: one of `FORMATS`; None for that of the path's suffix.
        all_events: whether to write all events; else the main ones alone.

    Raises:
        ExportError: the format is unknown, or the file cannot be written.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write(Timeline(), Path(folder, "a.csv"))
    ...     [path.name for path in Path(folder).iterdir()]
    ['a.csv']

    """
    kind = format or Path(path).suffix.removeprefix(".").lower()
    pieces = chunks(timeline, format=kind, all_events=all_events)
    with replacing(path) as file:
        file.writelines(piece.encode() for piece in pieces)
