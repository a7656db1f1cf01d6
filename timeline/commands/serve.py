"""`timeline serve`: a project file -> the dashboard."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from timeline.commands.options import (
    FailuresOption,
    ModelOption,
    OrderOption,
    OutputOption,
    PublishedOption,
    ReadingOption,
    asked_options,
    named_folder,
)
from timeline.commands.program import UNREADABLE, command
from timeline.commands.projects import beside, bring_up_to_date, read_timeline
from timeline.commands.speaking import Level, say
from timeline.reading import Failure


@command(epilog="Example: timeline serve case.timeline")
def serve(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="NAME.timeline|PATH", help="A project, or documents to build one.", show_default=False),
    ],
    *,
    output: OutputOption = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="On this machine (8050 or the next free one if left out).")
    ] = None,
    browser: Annotated[bool, typer.Option(help="Open a browser window.")] = True,
    allow: Annotated[
        list[Path] | None,
        typer.Option(
            parser=named_folder,
            metavar="DIR",
            help="A folder whose documents may be added in the page (may be given again; the folders of the project "
            "and of its documents if left out).",
            show_default=False,
        ),
    ] = None,
    token: Annotated[
        bool,
        typer.Option(
            help="Answer only who opens the address that is printed. Without it every user of this machine can read "
            "and change the timeline."
        ),
    ] = True,
    published: PublishedOption = None,
    model: ModelOption = None,
    date_order: OrderOption = None,
    reading: ReadingOption = None,
    failures: FailuresOption = None,
) -> None:
    """Show a timeline as a dashboard in the browser, on this machine only."""
    dashboard = _extension("serve")
    failed: Sequence[Failure] = ()
    if len(paths) == 1 and _is_meant_as_project(paths[0]):
        if output or published or model or date_order or reading or failures:
            raise typer.BadParameter("that is a project already: use `timeline build` to build it anew")
        where = Path(paths[0])
        read_timeline(where)
    else:
        where = output or _writable(beside(paths[0]))
        asked = asked_options(model=model, date_order=date_order, reading=reading)
        failed = bring_up_to_date(where, paths, published=published, asked=asked, failures_file=failures)
    dashboard(
        where,
        port=port,
        open_browser=browser,
        token=token,
        allow=allow or None,
        on_ready=lambda url: say(f"Showing {where} at {url}", level=Level.ERRORS),  # without it nobody gets in
    )
    if failed:
        raise typer.Exit(UNREADABLE)


def _writable(where: Path) -> Path:
    """The path, or one of the same name in a temporary folder where that cannot be written."""
    if os.access(where if where.exists() else where.parent, os.W_OK):
        return where
    import tempfile

    elsewhere = Path(tempfile.mkdtemp(prefix="timeline-")) / where.name
    say(f"{where.parent} cannot be written: building into {elsewhere}")
    return elsewhere


def _is_meant_as_project(path: str) -> bool:
    """Whether a path is that of a project file, by its contents or its suffix."""
    from timeline.project import is_project

    return is_project(path) or Path(path).suffix == ".timeline"


def _extension(name: str) -> Any:
    """The function of a command that another package has, found by its entry point; the library does not import it.

    Raises BadParameter where no installed package has it.
    """
    from importlib import metadata

    for entry_point in metadata.entry_points(group="timeline.commands", name=name):
        return entry_point.load()
    raise typer.BadParameter(f"no package that is installed brings the command {name!r}")
