"""`timeline chart`: a project file -> a drawing for a report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from timeline.commands.options import AllOption, Lanes, ProjectArgument, Theme, named_path
from timeline.commands.program import command
from timeline.commands.projects import keep_apart, read_timeline, say_further


@command(epilog="Example: timeline chart case.timeline -o case.svg")
def chart(
    project: ProjectArgument,
    *,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            parser=named_path,
            metavar="FILE",
            help="chart.html, .png, .svg or .pdf",
            show_default=False,
        ),
    ],
    title: Annotated[str | None, typer.Option(help="A heading for the chart.")] = None,
    theme: Annotated[Theme, typer.Option(help="Its colours.")] = Theme.LIGHT,
    lanes: Annotated[
        Lanes | None, typer.Option(help="Set the events of each of these apart, the largest first.", show_default=False)
    ] = None,
    all_events: AllOption = False,
) -> None:
    """Draw the main events of a timeline for a report."""
    from timeline import charts

    timeline = read_timeline(project)
    keep_apart(project, output)
    charts.write(
        timeline,
        output,
        title=title,
        theme=theme.value,
        lanes=lanes.value if lanes else None,
        all_events=all_events,
    )
    if not all_events:
        say_further(timeline)
