"""`timeline corrections` and `timeline correct`: what persons corrected, from one project to another."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from timeline.commands.options import STANDARD_STREAM, ProjectArgument, named_path
from timeline.commands.program import UNREADABLE, command
from timeline.commands.projects import keep_apart, say_unapplied
from timeline.commands.speaking import counted, opened, say, write
from timeline.errors import CurationError, InputError
from timeline.writing import write_whole


@command(epilog="Example: timeline corrections case.timeline -o corrections.json")
def corrections(
    project: ProjectArgument,
    *,
    output: Annotated[
        Path, typer.Option("--output", "-o", parser=named_path, metavar="FILE", help="Where to; - is standard output.")
    ] = STANDARD_STREAM,
) -> None:
    """Write what persons corrected in a project, for `timeline correct`."""
    from timeline import curation
    from timeline.project import open_project

    with open_project(project) as there:
        log = curation.dumps(there.corrections())
    if output == STANDARD_STREAM:
        write(log)
        return
    keep_apart(project, output)
    write_whole(output, log)


@command(epilog="Example: timeline correct case.timeline corrections.json")
def correct(
    project: ProjectArgument,
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="What `timeline corrections` wrote; - is standard input.")
    ],
) -> None:
    """Apply another project's corrections to this one, made of the same documents.

    Those that are here already are not applied twice.
    """
    from timeline import curation
    from timeline.project import open_project

    with opened(file) as stream:
        content = stream.read()
    try:
        log = curation.loads(content)
    except CurationError as error:
        raise InputError(f"{file}: {error}") from error
    with open_project(project) as there:
        applied = there.apply(log)
    before = f"; {applied.known:,} of the file were there before" if applied.known else ""
    say(f"{project}: applied {counted(len(applied.added) - len(applied.unapplied), 'correction')}{before}")
    say_unapplied(applied.unapplied)
    if applied.unapplied:
        raise typer.Exit(UNREADABLE)
