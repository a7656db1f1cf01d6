"""What commands do with a project file: find its place, read it, bring it up to date and say what came of it."""

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

MOST_NAMED = 5  # documents in one sentence


def beside(path: str) -> Path:
    """The project file for documents that lie at a path: of the same name, beside them."""
    there = Path(path) if Path(path).name not in ("", "..") else Path(path).resolve()
    return there.parent / f"{there.name if there.is_dir() else there.stem}.timeline"


def read_timeline(project: Path) -> Timeline:
    """The timeline of a project with all corrections; says which of them find nothing to correct."""
    from timeline.project import open_project

    with open_project(project) as opened:
        curated = opened.curated()
    say_unapplied(curated.unapplied)
    return curated.timeline


def say_unapplied(unapplied: Sequence[Unapplied]) -> None:
    """List the corrections that find nothing to correct, if there are any."""
    from timeline.curation import described

    if unapplied:
        say(f"{counted(len(unapplied), 'correction')} could not be applied:")
    for one in unapplied:
        correction = one.correction
        say(f"{correction.number}: {described(correction.decision)}, by {correction.signed}: {one.reason}")


def keep_apart(project: Path, output: Path) -> None:
    """Refuse to write an output over the project that it is made of."""
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
    """Bring a project up to date with some paths and say what came of it. Returns what could not be read."""
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
    """Say what could not be read, what was passed over, and what was read in an unusual way."""
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
    """Write what could not be read, files of unknown formats included, as JSON lines."""
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
    undated = sum(event.when is None for event in timeline)
    events = counted(len(timeline.events), "event") + f" ({undated:,} undated)" * (undated > 0)
    reports = counted(sum(len(event.reports) for event in timeline), "report")
    counts = {"new": update.added, "changed": update.changed, "removed": update.removed, "failed": failed}
    changes = ", ".join(f"{count:,} {change}" for change, count in counts.items() if count) or "none of them new"
    return f"{where}: {events} in {reports} from {counted(len(timeline.sources), 'document')} ({changes})"


def say_languages(documents: Iterable[Document]) -> None:
    """Say which documents were taken for which other language than English, if any were."""
    from timeline.language import is_english, language_name

    others = [f"{one.id} ({language_name(one.language)})" for one in documents if not is_english(one.language)]
    if others:
        more = f" and {len(others) - MOST_NAMED:,} more" if len(others) > MOST_NAMED else ""
        whole = counted(len(others), "document") + " not in English: "
        say(f"{whole}{', '.join(others[:MOST_NAMED])}{more}; only their dates in figures are read, and no events")
