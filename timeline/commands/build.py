"""`timeline build`: documents -> a project file."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.commands.options import (
    FailuresOption,
    ModelOption,
    OrderOption,
    OutputOption,
    PublishedOption,
    ReadingOption,
    asked_options,
)
from timeline.commands.program import UNREADABLE, command
from timeline.commands.projects import beside, bring_up_to_date


@command(epilog="Example: timeline build letters news.jsonl -o case.timeline")
def build(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH",
            help="Files, folders, JSON lines of documents. Left out: what the project holds is built anew.",
            show_default=False,
        ),
    ] = None,
    *,
    output: OutputOption = None,
    published: PublishedOption = None,
    sync: Annotated[bool, typer.Option("--sync", help="Also remove documents that are gone from PATH.")] = False,
    model: ModelOption = None,
    date_order: OrderOption = None,
    reading: ReadingOption = None,
    failures: FailuresOption = None,
) -> None:
    """Read documents, extract their events and merge them into a project file.

    Adds to what is there and reads again only what changed.
    """
    if not paths and output is None:
        raise typer.BadParameter("name documents to read, or a project with -o", param_hint="PATH")
    where = output or beside((paths or [])[0])
    asked = asked_options(model=model, date_order=date_order, reading=reading)
    if bring_up_to_date(where, paths or [], published=published, asked=asked, sync=sync, failures_file=failures):
        raise typer.Exit(UNREADABLE)
