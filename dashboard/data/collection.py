"""The events that an app serves, with what search and filters need. Nothing in it changes, so threads may share it."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property, lru_cache

import numpy as np

from dashboard.data.facets import Facet, Rows
from dashboard.data.filters import Filters
from dashboard.data.similar import Similarity
from timeline import Event, EventMention, Source, Timeline
from timeline.charts import Flags, Index, Window
from timeline.curation import Correction, Unapplied

DOUBTFUL = 0.6  # confidence below which an event is worth a look
_STATUS_ORDER = ("occurred", "planned", "claimed", "possible", "denied")

CONFIRMED = "confirmed"  # the state of a review


class Collection:
    """A timeline, its index, and its events by id.

    An event's row is its index among all events, from 0: the dated ones as in the index, then the others.

    >>> Collection(Timeline()).title
    'Timeline'
    """

    def __init__(
        self,
        timeline: Timeline,
        *,
        title: str = "Timeline",
        log: tuple[Correction, ...] = (),
        unapplied: tuple[Unapplied, ...] = (),
        editable: bool = False,
    ) -> None:
        self.timeline = timeline
        self.title = title
        self.log = log
        self.unapplied = unapplied
        self.editable = editable
        self.index = Index.of(timeline)
        self.events: dict[str, Event] = {event.id: event for event in timeline.events}
        for event in timeline.events:
            for alias in event.aliases:
                self.events.setdefault(alias, event)
        self.sources: dict[str, Source] = {source.document.id: source for source in timeline.sources}
        self.rows: tuple[Event, ...] = (*self.index.events, *self.index.undated)
        self.row: dict[str, int] = {event.id: row for row, event in enumerate(self.rows)}
        self.dated = len(self.index.events)
        self.confidence = np.array([event.confidence for event in self.rows], dtype=np.float64)
        self.facets: dict[str, Facet] = {
            "sources": Facet.of(
                ((mention.document for mention in event.mentions) for event in self.rows), label=self.source_name
            ),
            "participants": Facet.of(event.participants for event in self.rows),
            "places": Facet.of(event.places for event in self.rows),
            "statuses": Facet.of((event.status.value,) for event in self.rows),
            "bases": Facet.of((mention.date.basis.value for mention in event.mentions) for event in self.rows),
        }
        self._texts = [_searchable(event) for event in self.rows]
        self._kept = lru_cache(maxsize=64)(self._find)
        self._order = lru_cache(maxsize=None)(self._sorted)

    @cached_property
    def similarity(self) -> Similarity:
        """What finds events that are like another one; built when it is first asked for."""
        return Similarity(self.timeline.events)

    def prepare(self) -> None:
        """Build what takes long and would else be built when a person waits for it."""
        _ = self.similarity

    @cached_property
    def told_in(self) -> dict[str, list[tuple[EventMention, Event]]]:
        """What each source tells, in the order of its text, by the source's id."""
        found: dict[str, list[tuple[EventMention, Event]]] = defaultdict(list)
        for event in self.timeline.events:
            for mention in event.mentions:
                found[mention.document].append((mention, event))
        for told in found.values():
            told.sort(key=lambda each: (each[0].quote.start, each[0].trigger.start))
        return found

    def source_name(self, document_id: str) -> str:
        """What a source is called: its title, else its id."""
        source = self.sources.get(document_id)
        return (source.document.title or document_id) if source is not None else document_id

    def kept(self, filters: Filters) -> Flags:
        """Which rows have what the filters ask for."""
        return self._kept(filters)

    def shown(self, filters: Filters) -> Flags | None:
        """Which events of the index a person wants to see; None for all."""
        return self.kept(filters)[: self.dated] if filters else None

    def undated(self, filters: Filters) -> list[Event]:
        """The events without a date that a person wants to see."""
        kept = self.kept(filters)[self.dated :]
        return [event for event, wanted in zip(self.index.undated, kept, strict=True) if wanted]

    @cached_property
    def doubtful(self) -> Flags:
        """Which rows a person should look at, and has not: their sources differ, or little speaks for them."""
        confirmed = (event.review is not None and event.review.state == CONFIRMED for event in self.rows)
        seen = np.fromiter(confirmed, dtype=np.bool_, count=len(self.rows))
        return (self._differing | (self.confidence < DOUBTFUL)) & ~seen

    def order(self, sort: str) -> Rows:
        """All rows in the order of a sort: "date", "title", "status", "sources", "confidence", "salience" or "review".

        A minus before it turns it round. What is equal stands by date; what has no date stands last.
        """
        return self._order(sort)

    def extent_in_words(self, window: Window | None, shown: Flags | None, undated: int) -> str:
        """The numbers of events in view, of those before and after it, and of those without a date."""
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
        return " · ".join(parts + [f"{undated:,} undated, in the table"] * bool(undated))

    def _find(self, filters: Filters) -> Flags:
        found = self.confidence >= filters.confidence
        for name, facet in self.facets.items():
            if values := getattr(filters, name):
                found &= facet.having(values)
        for word in filters.words:
            found &= np.fromiter((word in text for text in self._texts), dtype=np.bool_, count=len(self._texts))
        found.flags.writeable = False  # threads share it
        return found

    def _sorted(self, sort: str) -> Rows:
        rows = np.arange(len(self.rows))
        key, back = sort.removeprefix("-"), sort.startswith("-")
        if key == "review":
            return np.lexsort((self.confidence, ~self._differing))
        if key not in ("title", "status", "sources", "confidence", "salience"):
            return np.concatenate((rows[: self.dated][::-1], rows[self.dated :])) if back else rows
        if key == "title":
            titles = [event.title.casefold() for event in self.rows]
            ranks = {title: rank for rank, title in enumerate(sorted(set(titles)))}
            values = np.array([ranks[title] for title in titles], dtype=np.float64)
        elif key == "status":
            values = np.array([_STATUS_ORDER.index(event.status.value) for event in self.rows], dtype=np.float64)
        elif key == "sources":
            values = np.array([_sources(event) for event in self.rows], dtype=np.float64)
        elif key == "confidence":
            values = self.confidence
        else:
            values = np.array([event.salience for event in self.rows], dtype=np.float64)
        return np.argsort(-values if back else values, kind="stable")

    @cached_property
    def _differing(self) -> Flags:
        return np.array([bool(event.disagreements) for event in self.rows], dtype=np.bool_)


def _sources(event: Event) -> int:
    return len({mention.document for mention in event.mentions})


def _searchable(event: Event) -> str:
    """What a search looks through: the title, its quotes, who and where."""
    parts = [event.title, *event.participants, *event.places, *(mention.quote.text for mention in event.mentions)]
    return "\n".join(" ".join(part.split()) for part in parts).casefold()
