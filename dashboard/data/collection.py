"""The events that an app serves, with what search and filters need. Nothing in it changes, so threads may share it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np

from dashboard.data.facets import Facet, Rows
from dashboard.data.filters import Filters
from dashboard.data.similar import Similarity
from timeline import Event, EventMention, Source, Timeline, main_events
from timeline.charts import Flags, Index, Window
from timeline.curation import Correction, Unapplied

DOUBTFUL = 0.6  # confidence below which an event is worth a look
_STATUS_ORDER = ("occurred", "planned", "claimed", "possible", "denied")

CONFIRMED = "confirmed"  # the state of a review

FACETS = ("sources", "participants", "places", "statuses", "bases")
"""The fields of the filters that list values."""


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """The dated events that can be in view: an index of them, and which of these the filters leave (None: all).

    `rows` flags them among the dated events of the collection. `index.window` is what "all dates" means.
    """

    index: Index
    shown: Flags | None
    rows: Flags


class Collection:
    """A timeline, and its events by id and by row.

    An event's row is its place among all events, from 0: the dated ones in order of time, then the others. What takes
    long with many events is built when it is first asked for: the first view needs no more than the main events.

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
        self.events: dict[str, Event] = {event.id: event for event in timeline.events}
        for event in timeline.events:
            for alias in event.aliases:
                self.events.setdefault(alias, event)
        self.sources: dict[str, Source] = {source.document.id: source for source in timeline.sources}
        dated = [event for event in timeline.events if event.when is not None]
        self.rows: tuple[Event, ...] = (*dated, *(event for event in timeline.events if event.when is None))
        self.row: dict[str, int] = {event.id: row for row, event in enumerate(self.rows)}
        self.dated = len(dated)
        self.confidence = np.array([event.confidence for event in self.rows], dtype=np.float64)
        self.main: Flags = np.array([event.main for event in self.rows], dtype=np.bool_)
        self.others = int((~self.main).sum())
        self._kept = lru_cache(maxsize=64)(self._find)
        self._part = lru_cache(maxsize=4)(self._taken)
        self._order = lru_cache(maxsize=None)(self._sorted)

    @cached_property
    def main_index(self) -> Index:
        """The dated main events as arrays."""
        return Index.of(main_events(self.timeline)) if self.others else self.index

    @cached_property
    def index(self) -> Index:
        """All dated events as arrays."""
        return Index.of(self.timeline)

    @cached_property
    def facets(self) -> dict[str, Facet]:
        """The facets by the fields of the filters."""
        rows = self.rows
        return {
            "sources": Facet.of(((each.document for each in event.mentions) for event in rows), label=self.source_name),
            "participants": Facet.of(event.participants for event in rows),
            "places": Facet.of(event.places for event in rows),
            "statuses": Facet.of((event.status.value,) for event in rows),
            "bases": Facet.of((mention.date.basis.value for mention in event.mentions) for event in rows),
        }

    @cached_property
    def similarity(self) -> Similarity:
        """What finds events that are like another one; built when it is first asked for."""
        return Similarity(self.timeline.events)

    def prepare(self) -> None:
        """Build what takes long and would else be built when a person waits for it."""
        _ = self.facets, self._texts, self.index, self.similarity

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

    def leaves_out(self, filters: Filters) -> bool:
        """Whether filters leave events out for being no main ones."""
        return self.others > 0 and not filters.takes_all

    def beside(self, filters: Filters) -> int:
        """The number of events that filters leave out for being no main ones alone."""
        if not self.leaves_out(filters):
            return 0
        return int((self.kept(replace(filters, events="all")) & ~self.main).sum())

    def found(self, filters: Filters) -> list[Event]:
        """The events that have what the filters ask for: the dated ones in order of time, then the others."""
        return [self.rows[row] for row in np.flatnonzero(self.kept(filters)).tolist()]

    def scene(self, filters: Filters, chosen: str | None = None) -> Scene:
        """The dated events that can be in view, and which of them are.

        These are the main events, or all; with a search the main events and what it finds, so that the axis stays while
        a person types. The event with the id `chosen` is shown although it is no main one, if the filters leave it.
        """
        kept = self.kept(filters)[: self.dated]
        row = self.row.get(chosen, -1) if chosen is not None else -1
        beside = 0 <= row < self.dated and not kept[row] and self.kept(replace(filters, events="all"))[row]
        if filters.events == "all":
            index, rows = self._whole
        else:
            index, rows = self._part(filters.words if filters.takes_all else (), row if beside else -1)
        shown = kept[rows]
        if beside:
            shown[np.count_nonzero(rows[:row])] = True
        return Scene(index, None if shown.all() else shown, rows)

    def span(self, event_id: str | None) -> Window | None:
        """The days of a dated event, as an index has them; None for any other, and for none."""
        event = self.events.get(event_id) if event_id is not None else None
        if event is None:
            return None
        return (self.main_index if event.main else self.index).span(event.id)

    def undated(self, filters: Filters) -> int:
        """The number of events without a date that a person wants to see."""
        return int(self.kept(filters)[self.dated :].sum())

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

    def extent_in_words(self, window: Window, filters: Filters) -> str:
        """The numbers of events in view, of those before and after it, and of those without a date."""
        scene = self.scene(filters)
        index, shown, undated = scene.index, scene.shown, self.undated(filters)
        chosen = np.ones(len(index.events), dtype=np.bool_) if shown is None else shown
        in_view = len(index.in_view(window, shown))
        earlier, later = (
            int((chosen & (index.end <= window[0])).sum()),
            int((chosen & (index.start >= window[1])).sum()),
        )
        kind = "main " if self.leaves_out(filters) else ""
        parts = [f"{in_view:,} of {int(chosen.sum()):,} dated {kind}events in view"]
        parts += [f"{earlier:,} earlier"] * bool(earlier) + [f"{later:,} later"] * bool(later)
        return " · ".join(parts + [f"{undated:,} undated, in the table"] * bool(undated))

    @cached_property
    def _texts(self) -> list[str]:
        return [_searchable(event) for event in self.rows]

    def _find(self, filters: Filters) -> Flags:
        found = self.confidence >= filters.confidence
        if not filters.takes_all:
            found &= self.main
        for name in FACETS:
            if values := getattr(filters, name):
                found &= self.facets[name].having(values)
        if filters.words:
            found &= self._having(filters.words)
        found.flags.writeable = False  # threads share it
        return found

    @cached_property
    def _whole(self) -> tuple[Index, Flags]:
        """The index of all events, and flags for them."""
        return self.index, np.ones(self.dated, dtype=np.bool_)

    def _taken(self, words: tuple[str, ...], chosen: int) -> tuple[Index, Flags]:
        """The index of the main events with those that hold some words and the chosen row (-1: none).

        With it come flags for its events among all dated ones.
        """
        rows = self.main[: self.dated].copy()
        if words:
            rows |= self._having(words)[: self.dated]
        if chosen >= 0:
            rows[chosen] = True
        rows.flags.writeable = False  # threads share it
        if rows.all():
            return self.index, rows
        return (self.index.part(rows) if words or chosen >= 0 else self.main_index), rows

    def _having(self, words: tuple[str, ...]) -> Flags:
        """Which rows hold all of some words."""
        found = (all(word in text for word in words) for text in self._texts)
        return np.fromiter(found, dtype=np.bool_, count=len(self._texts))

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
