"""The work of commands on a project file: its default path, reading it, building it, and reports on standard error."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from timeline.commands.options import STANDARD_STREAM
from timeline.commands.program import UNREADABLE
from timeline.commands.published import dates_by_document, given_dates
from timeline.commands.speaking import Level, counted, progress_shown, say, say_of, say_traceback, write
from timeline.model import Document, Timeline
from timeline.reading import Failure
from timeline.writing import write_whole

if TYPE_CHECKING:
    from timeline.curation import Unapplied
    from timeline.project import Update

MOST_NAMED = 5  # the most documents that one sentence lists


def beside(path: str) -> Path:
    """The default project file for documents at a path: beside that, with the same name and the suffix .timeline."""
    there = Path(path) if Path(path).name not in ("", "..") else Path(path).resolve()
    return there.parent / f"{there.name if there.is_dir() else there.stem}.timeline"


def read_timeline(project: Path) -> Timeline:
    """The timeline of a project with all corrections; those that cannot be applied are listed on standard error."""
    from timeline.project import open_project

    with open_project(project) as opened:
        curated = opened.curated()
    say_unapplied(curated.unapplied)
    return curated.timeline


def say_unapplied(unapplied: Sequence[Unapplied]) -> None:
    """List the corrections that could not be applied, if there are any."""
    from timeline.curation import described

    if unapplied:
        say(f"{counted(len(unapplied), 'correction')} could not be applied:")
    for one in unapplied:
        correction = one.correction
        say(f"{correction.number}: {described(correction.decision)}, by {correction.signed}: {one.reason}")


def say_further(timeline: Timeline) -> None:
    """Say on standard error how many events are no main ones, and how to get them, if there are any."""
    further = sum(not event.main for event in timeline)
    if further:
        say(f"{counted(further, 'further event')} {'is' if further == 1 else 'are'} kept: --all")


def keep_apart(project: Path, output: Path) -> None:
    """Raise BadParameter for an output that is the project which it is made of."""
    if output.exists() and output.samefile(project):
        raise typer.BadParameter("that is the project itself", param_hint="--output")


def bring_up_to_date(
    where: Path,
    paths: Sequence[str],
    *,
    published: Sequence[str] | None,
    asked: dict[str, str],
    sync: bool = False,
    failures_file: Path | None = None,
) -> Sequence[Failure]:
    """Read some paths into a project, build it, and report on standard error.

    Args:
        where: the project file; it is made if there are paths.
        paths: files and folders; none to build the documents that the project has.
        published: the --published options, each FILE=DATE or a table.
        asked: the options of the build that were named, by name.
        sync: whether to remove documents that are gone from the paths.
        failures_file: where to write what could not be read as JSON lines; None for nowhere.

    Returns:
        What could not be read or worked on. Where there is no timeline at all, the program ends with `UNREADABLE`.

    """
    from timeline.project import open_project
    from timeline.service import rebuild

    if not all(path.strip() for path in paths):
        raise typer.BadParameter("an empty path names nothing", param_hint="PATH")
    given = given_dates(published or (), asked.get("date_order"))
    new = not where.exists()
    timeline = None
    with open_project(where, create=bool(paths)) as project, progress_shown() as progress:
        update = project.update(paths, sync=sync, progress=lambda done, of: progress("reading", done, of))
        documents = project.documents()
        project.give_published(dates_by_document(given, documents))
        failures = list(update.failures)
        if documents:
            outcome = rebuild(project, options=asked, progress=progress, on_failure=say_traceback)
            timeline = outcome.timeline
            failures += outcome.failures
    _report(update, failures)
    if failures_file is not None:
        _write_failures(failures_file, update, failures)
    if timeline is None:
        if new:
            where.unlink()
        raise typer.Exit(UNREADABLE)
    say(_summary(timeline, where, update, failed=len(failures) - len(update.failures)))
    say_languages([source.document for source in timeline.sources])
    return failures


def _report(update: Update, failures: Sequence[Failure]) -> None:
    """Report the files of unknown formats, the notices, and what could not be read."""
    if update.skipped:
        suffixes = Counter(Path(path).suffix or "no suffix" for path in update.skipped)
        listed = ", ".join(f"{suffix} ({count})" for suffix, count in sorted(suffixes.items()))
        say(f"Passed over {counted(len(update.skipped), 'file')} of formats that cannot be read: {listed}")
    for notice in update.notices:
        say_of(notice)
    if failures:
        say(f"Could not be read ({len(failures):,}):", level=Level.ERRORS)
    for failure in failures:
        say_of(failure, level=Level.ERRORS)


def _write_failures(path: Path, update: Update, failures: Sequence[Failure]) -> None:
    """Write what could not be read as JSON lines, files of unknown formats included."""
    listed = (*failures, *update.of_other_formats)
    rows = (
        {"path": one.path, "document": one.document or None, "stage": one.stage.value, "reason": one.reason}
        for one in listed
    )
    content = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    if path == STANDARD_STREAM:
        write(content)
    else:
        write_whole(path, content.encode("utf-8", "surrogateescape"))  # a path need not be UTF-8


def _summary(timeline: Timeline, where: Path, update: Update, *, failed: int) -> str:
    """The result of a build in a sentence: its numbers of events, reports and documents, and what changed."""
    undated = sum(event.when is None for event in timeline)
    main = sum(event.main for event in timeline)
    details = [f"{main:,} main"] * (main < len(timeline.events)) + [f"{undated:,} undated"] * (undated > 0)
    events = counted(len(timeline.events), "event") + (f" ({', '.join(details)})" if details else "")
    reports = counted(sum(len(event.reports) for event in timeline), "report")
    counts = {"new": update.added, "changed": update.changed, "removed": update.removed, "failed": failed}
    changes = ", ".join(f"{count:,} {change}" for change, count in counts.items() if count) or "none of them new"
    return f"{where}: {events} in {reports} from {counted(len(timeline.sources), 'document')} ({changes})"


def say_languages(documents: Iterable[Document]) -> None:
    """Report the documents that are not in English, with their languages, if there are any."""
    from timeline.language import is_english, language_name

    others = [f"{one.id} ({language_name(one.language)})" for one in documents if not is_english(one.language)]
    if others:
        more = f" and {len(others) - MOST_NAMED:,} more" if len(others) > MOST_NAMED else ""
        whole = counted(len(others), "document") + " not in English: "
        say(f"{whole}{', '.join(others[:MOST_NAMED])}{more}; only their dates in figures are read, and no events")
