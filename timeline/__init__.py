"""Dated events out of a pile of documents: merged across sources, each with its quotes.

    reading = timeline.read(["letters"])
    result = timeline.build(reading.documents)
    for event in result:
        print(event.when, event.title, [mention.quote.text for mention in event.mentions])

`open_project` keeps a timeline in a file; `timeline.export` writes it for other programs, `timeline.charts` draws it,
`timeline.curation` corrects it. The public interface is `__all__` here and in these three packages.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from timeline.errors import (
    CurationError,
    DateError,
    DocumentError,
    ExportError,
    InputError,
    ModelError,
    ProjectError,
    Stage,
    StaleError,
    TimelineError,
)
from timeline.model import (
    Account,
    Basis,
    DateMention,
    DateType,
    Disagreement,
    Document,
    Event,
    EventMention,
    Extent,
    Generator,
    Note,
    Participant,
    Place,
    Published,
    PublishedBasis,
    Quote,
    Review,
    Role,
    Source,
    Status,
    Timeline,
    main_events,
)
from timeline.reading import Entry, Failure, Notice, Reading, read
from timeline.timespan import Day, Granularity, TimeSpan
from timeline.why import Why
from timeline.why_words import sentence

if TYPE_CHECKING:
    from timeline.dates import written_date
    from timeline.pipeline import Options, build, find_dates
    from timeline.project import Applied, Project, Update, is_project, open_project
    from timeline.service import Outcome, rebuild

__all__ = [
    "Account",
    "Applied",
    "Basis",
    "CurationError",
    "DateError",
    "DateMention",
    "DateType",
    "Day",
    "Disagreement",
    "Document",
    "DocumentError",
    "Entry",
    "Event",
    "EventMention",
    "ExportError",
    "Extent",
    "Failure",
    "Generator",
    "Granularity",
    "InputError",
    "ModelError",
    "Note",
    "Notice",
    "Options",
    "Outcome",
    "Participant",
    "Place",
    "Project",
    "ProjectError",
    "Published",
    "PublishedBasis",
    "Quote",
    "Reading",
    "Review",
    "Role",
    "Source",
    "Stage",
    "StaleError",
    "Status",
    "TimeSpan",
    "Timeline",
    "TimelineError",
    "Update",
    "Why",
    "build",
    "find_dates",
    "is_project",
    "main_events",
    "open_project",
    "read",
    "rebuild",
    "sentence",
    "written_date",
]

# The modules of names that are loaded when first used, so that `timeline --help` does not load the language pipeline.
_LATER = {
    "Applied": "timeline.project",
    "Options": "timeline.pipeline",
    "Outcome": "timeline.service",
    "Project": "timeline.project",
    "Update": "timeline.project",
    "build": "timeline.pipeline",
    "find_dates": "timeline.pipeline",
    "is_project": "timeline.project",
    "open_project": "timeline.project",
    "rebuild": "timeline.service",
    "written_date": "timeline.dates",
}


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LATER[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
