"""The events that an app serves, with what search and filters need. Nothing in it changes, so threads may share it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np

from timeline import Event, Source, Status, Timeline, open_project
from timeline.charts import STATUSES, Flags, Index, Window


class Collection:
    """A timeline, its index, and its events by id.

    >>> Collection(Timeline()).title
    'Timeline'
    """

    def __init__(self, timeline: Timeline, *, title: str = "Timeline") -> None:
        self.timeline = timeline
        self.title = title
        self.index = Index.of(timeline)
        self.events: dict[str, Event] = {event.id: event for event in timeline.events}
        for event in timeline.events:
            for alias in event.aliases:
                self.events.setdefault(alias, event)
        self.sources: dict[str, Source] = {source.document.id: source for source in timeline.sources}
        self._words = [_searchable(event) for event in self.index.events]
        self._shown = lru_cache(maxsize=32)(self._find)

    @classmethod
    def open(cls, source: Path | str | Timeline) -> Collection:
        """A timeline as it is, or the one in a project file. Raises ProjectError where that cannot be read."""
        if isinstance(source, Timeline):
            return cls(source)
        path = Path(source)
        with open_project(path) as project:
            return cls(project.timeline(), title=path.stem)

    @property
    def statuses(self) -> dict[Status, int]:
        """The statuses that occur, with their numbers of events."""
        counts = dict.fromkeys(Status, 0)
        for event in self.timeline.events:
            counts[event.status] += 1
        return {status: count for status, count in counts.items() if count}

    def shown(self, query: str = "", statuses: tuple[str, ...] = ()) -> Flags | None:
        """Which events of the index hold every word of a query and have one of the statuses; None for all."""
        words = tuple(query.casefold().split())
        return self._shown(words, tuple(sorted(statuses))) if words or statuses else None

    def undated(self, query: str = "", statuses: tuple[str, ...] = ()) -> list[Event]:
        """The events without a date, searched and filtered likewise."""
        words = query.casefold().split()
        return [
            event
            for event in self.index.undated
            if (not statuses or event.status.value in statuses)
            and (not words or all(word in text for text in [_searchable(event)] for word in words))
        ]

    def extent_in_words(self, window: Window | None, shown: Flags | None, undated: int) -> str:
        """How many events are in view, and how many are elsewhere."""
        index = self.index
        window = window or index.window
        chosen = np.ones(len(index.events), dtype=np.bool_) if shown is None else shown
        in_view = len(index.in_view(window, shown))
        earlier, later = (
            int((chosen & (index.end <= window[0])).sum()),
            int((chosen & (index.start >= window[1])).sum()),
        )
        parts = [f"{in_view:,} of {int(chosen.sum()):,} dated events in view"]
        parts += [f"{earlier:,} earlier"] * bool(earlier) + [f"{later:,} later"] * bool(later)
        return " · ".join(parts + [f"{undated:,} undated, in the list"] * bool(undated))

    def _find(self, words: tuple[str, ...], statuses: tuple[str, ...]) -> Flags:
        found = np.ones(len(self.index.events), dtype=np.bool_)
        if statuses:
            codes = [code for code, status in enumerate(STATUSES) if status.value in statuses]
            found &= np.isin(self.index.status, codes)
        for word in words:
            found &= np.fromiter((word in text for text in self._words), dtype=np.bool_, count=len(self._words))
        return found


def _searchable(event: Event) -> str:
    """What a search looks through: the title, its quotes, who and where."""
    parts = [event.title, *event.participants, *event.places, *(mention.quote.text for mention in event.mentions)]
    return "\n".join(parts).casefold()
