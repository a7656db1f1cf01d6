"""What is said of events and sources in more than one feature."""

from __future__ import annotations

from pathlib import Path

from timeline import Basis, Event, PublishedBasis, Source, TimelineError
from timeline.charts import date_in_words

BASIS_IN_WORDS = {
    Basis.STATED: "stated in the text",
    Basis.RELATIVE: "counted from another date",
    Basis.INFERRED: "a part was filled in",
    Basis.ANCHORED: "counted from another event",
    Basis.PUBLICATION: "no date in the text; the day of publication",
}

PUBLISHED_IN_WORDS = {
    PublishedBasis.STATED: "stated in the text",
    PublishedBasis.METADATA: "from the file's metadata",
    PublishedBasis.GIVEN: "given by a person",
    PublishedBasis.INFERRED: "inferred from what the texts say",
    PublishedBasis.UNKNOWN: "unknown",
}


def in_one_line(event: Event) -> str:
    """An event as it is spoken."""
    return f"{date_in_words(event.when, event.extent)}: {event.title or 'Untitled event'}, {event.status.value}"


def counted_events(count: int, *, main: bool = False) -> str:
    """A number of events, or of main events.

    >>> counted_events(1), counted_events(1200, main=True)
    ('1 event', '1,200 main events')
    """
    return f"{count:,} {'main ' if main else ''}event{'s' * (count != 1)}"


def all_of(count: int) -> str:
    """What chooses all events, whose number it says.

    >>> all_of(1200)
    'All 1,200 events'
    """
    return f"All {counted_events(count)}"


def counted(event: Event) -> str:
    """The number of reports of an event and of the sources that they stand in."""
    sources = len({mention.document for mention in event.mentions})
    count = len(event.reports)
    return f"{count} report{'s' * (count != 1)} in {sources} source{'s' * (sources != 1)}"


def published_day(source: Source) -> int | None:
    """The first day on which a source can have been published, in days since 1970; None where nothing is known."""
    when = source.published.when
    day = (when.first or when.last) if when is not None else None
    return day.ordinal if day is not None else None


def without_folders(problem: TimelineError, path: Path) -> str:
    """An error's sentence, with the project's name instead of the folders that lead to it.

    >>> from timeline import ProjectError
    >>> without_folders(ProjectError("/home/me/a.timeline is in use"), Path("/home/me/a.timeline"))
    'a.timeline is in use'
    """
    return str(problem).replace(str(path), path.name)
