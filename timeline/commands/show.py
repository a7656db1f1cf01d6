"""`timeline show`: a timeline in the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from timeline.commands.options import AllOption, ProjectArgument
from timeline.commands.program import command
from timeline.commands.projects import read_timeline, say_further
from timeline.commands.speaking import add_row, show_table
from timeline.model import Event, main_events


@command(epilog="Example: timeline show case.timeline --top 10")
def show(
    project: ProjectArgument,
    *,
    top: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Only the N that stand out most.", show_default=False)
    ] = None,
    all_events: AllOption = False,
) -> None:
    """Print the main events of a timeline: date, title, number of sources, status."""
    from rich.table import Table

    timeline = read_timeline(project)
    events: Iterable[Event] = (timeline if all_events else main_events(timeline)).events
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
        when = f"{event.when} {event.time}".rstrip() if event.when else "undated"
        add_row(table, when, event.title, counted, event.status.value)
    show_table(table)
    if not all_events:
        say_further(timeline)
