"""`timeline export`: a project file -> files for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from timeline import export as exporting
from timeline.commands.options import STANDARD_STREAM, AllOption, ProjectArgument, named_path
from timeline.commands.program import command
from timeline.commands.projects import keep_apart, read_timeline, say_further
from timeline.commands.speaking import write


@command(epilog="Example: timeline export case.timeline --format csv -o case.csv")
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
        Path, typer.Option("--output", "-o", parser=named_path, metavar="FILE", help="Where to; - is standard output.")
    ] = STANDARD_STREAM,
    all_events: AllOption = False,
) -> None:
    """Write the main events of a timeline for other programs."""
    timeline = read_timeline(project)
    if output == STANDARD_STREAM:
        for chunk in exporting.chunks(timeline, format=format or "json", all_events=all_events):
            write(chunk)
    else:
        keep_apart(project, output)
        exporting.write(timeline, output, format=format, all_events=all_events)
    if not all_events:
        say_further(timeline)
