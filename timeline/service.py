"""Building a project anew from the documents that it holds, as both the commands and the dashboard do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from timeline.errors import DocumentError, ProjectError
from timeline.model import Timeline
from timeline.pipeline import Options, Progress, build
from timeline.project import Project
from timeline.reading import Failure


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a build: the timeline that was saved, and the documents that failed.

    `timeline` is None where all documents failed; then nothing was saved, and the timeline before is still there.
    """

    timeline: Timeline | None
    failures: tuple[Failure, ...] = ()


def rebuild(
    project: Project,
    *,
    options: Mapping[str, Any] | None = None,
    progress: Progress | None = None,
    on_failure: Callable[[DocumentError], object] | None = None,
) -> Outcome:
    """Build the timeline of a project and save it there with its documents.

    Args:
        project: an open project, its documents up to date.
        options: the fields of `Options` to change from the build before, by name.
        progress: called after each document with the stage, the number of documents done, and that of all.
        on_failure: called with the error of each document that cannot be worked on, at once. The outcome lists them.

    Raises:
        ModelError: the language pipeline cannot be used.
        ProjectError: the project cannot be written, or another program changed it meanwhile.

    >>> import tempfile
    >>> from timeline import Document, Entry, open_project
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with open_project(f"{folder}/a.timeline", create=True) as project:
    ...         project.add([Entry(Document(id="note", text="The bridge was opened on 3 May 2021."))])
    ...         [event.title for event in rebuild(project).timeline]
    ['Bridge was opened']

    """
    documents = {document.id: document for document in project.documents()}
    chosen = known_options(project.options | dict(options or {}))
    failures: list[Failure] = []

    def fail(error: DocumentError) -> None:
        failures.append(Failure.of(error, documents[error.document]))
        if on_failure is not None:
            on_failure(error)

    timeline = build(
        documents.values(),
        options=chosen,
        cache=project.cache,
        previous=_previous(project),
        progress=progress,
        on_failure=fail,
    )
    if documents and not timeline.sources:
        return Outcome(None, tuple(failures))
    project.save(timeline, options=asdict(chosen))
    return Outcome(timeline, tuple(failures))


def known_options(values: Mapping[str, Any]) -> Options:
    """The options of some values by name; names that are no options are ignored, as those of another version.

    >>> known_options({"date_order": "DMY", "of_long_ago": 1}).date_order
    'DMY'
    """
    known = {field.name for field in fields(Options)}
    return Options(**{name: value for name, value in values.items() if name in known})


def _previous(project: Project) -> Timeline | None:
    """The timeline of the build before; None where there is none, or where it is damaged: this build replaces it."""
    try:
        return project.timeline()
    except ProjectError:
        return None
