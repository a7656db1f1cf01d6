"""What is said of events and sources in more than one place."""

from __future__ import annotations

from timeline import Event, Source
from timeline.charts import date_in_words


def in_one_line(event: Event) -> str:
    """An event as it is spoken."""
    return f"{date_in_words(event.when, event.extent)}: {event.title or 'Untitled event'}, {event.status.value}"


def counted(event: Event) -> str:
    """How many reports in how many sources."""
    sources = len({mention.document for mention in event.mentions})
    count = len(event.reports)
    return f"{count} report{'s' * (count != 1)} in {sources} source{'s' * (sources != 1)}"


def published_day(source: Source) -> int | None:
    """The first day on which a source can have been published, in days since 1970; None where nothing is known."""
    when = source.published.when
    day = (when.first or when.last) if when is not None else None
    return day.ordinal if day is not None else None
