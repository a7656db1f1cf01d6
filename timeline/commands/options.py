"""The options that several commands have, and their possible values."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from timeline.model import Genre

STANDARD_STREAM = Path("-")


class DateOrder(StrEnum):
    """The order of day, month and year in a date in figures that its document leaves open."""

    DMY = "DMY"
    MDY = "MDY"


class DatesFormat(StrEnum):
    """The formats that `dates` writes."""

    TABLE = "table"
    JSONL = "jsonl"
    TIMEML = "timeml"


class Theme(StrEnum):
    """The colours of a chart."""

    LIGHT = "light"
    DARK = "dark"


class Lanes(StrEnum):
    """The lanes of a chart."""

    SOURCE = "source"
    PARTICIPANT = "participant"
    PLACE = "place"
    STATUS = "status"


def named_path(value: str | Path) -> Path:
    """A path as a person names it. Raises BadParameter for an empty one, which Python takes for the current folder."""
    if not str(value).strip():
        raise typer.BadParameter("an empty name names no file")
    return Path(value)


def named_folder(value: str) -> Path:
    """A folder as a person names it. Raises BadParameter where there is none."""
    path = named_path(value)
    if not path.is_dir():
        raise typer.BadParameter(f"there is no folder {value}")
    return path


ProjectArgument = Annotated[
    Path, typer.Argument(parser=named_path, metavar="NAME.timeline", help="A project file.", show_default=False)
]


AllOption = Annotated[bool, typer.Option("--all", help="All events that are kept, not the main ones alone.")]


OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", parser=named_path, metavar="NAME.timeline", help="The project file (beside PATH if left out)."
    ),
]


ModelOption = Annotated[
    str | None, typer.Option(metavar="NAME-OR-PATH", help="Another spaCy pipeline than the one that is shipped.")
]


OrderOption = Annotated[
    DateOrder | None, typer.Option(help="How to read 01/03/2008 where its document does not tell.", show_default=False)
]


ReadingOption = Annotated[
    Genre | None,
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
        parser=named_path,
        metavar="FILE",
        help="Write what could not be read as JSON lines: path, document, stage, reason.",
        show_default=False,
    ),
]


QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but what went wrong.")]


VerboseOption = Annotated[bool, typer.Option("--verbose", "-v", help="Say what becomes of each file and document.")]


DebugOption = Annotated[bool, typer.Option("--debug", help="As --verbose, and show where in the code an error was.")]


def asked_options(
    *, model: str | None = None, date_order: DateOrder | None = None, reading: Genre | None = None
) -> dict[str, str]:
    """The fields of `timeline.Options` that were named on the command line, by name."""
    named = {"model": model, "date_order": date_order and date_order.value, "reading": reading and reading.value}
    return {name: value for name, value in named.items() if value is not None}
