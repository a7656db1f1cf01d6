"""Swim lanes: the events of each source, participant, place or status. An event can stand in several lanes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from timeline.charts.index import Flags, Index, Indices
from timeline.charts.text import one_line
from timeline.model import Event

LaneKind: TypeAlias = Literal["source", "participant", "place", "status"]

NONE = {"source": "no source", "participant": "no one named", "place": "no place named", "status": "no status"}
"""The name of the lane of events that stand in no other, by the kind of lanes."""


@dataclass(frozen=True, slots=True, eq=False)
class Lanes:
    """All lanes of a kind: pairs of an event's index (`event`) and its lane's number (`lane`), sorted by lane.

    `names` are the names of the lanes by their numbers.
    """

    kind: LaneKind
    names: tuple[str, ...]
    event: Indices
    lane: NDArray[np.intp]

    @classmethod
    def of(cls, index: Index, kind: LaneKind) -> Lanes:
        """The lanes of all events of an index, which keeps them: they take a look at each event."""
        known = index.kept.get(kind)
        if not isinstance(known, cls):
            known = index.kept[kind] = cls._built(index, kind)
        return known

    @classmethod
    def _built(cls, index: Index, kind: LaneKind) -> Lanes:
        """The lanes, worked out."""
        members: defaultdict[str, list[int]] = defaultdict(list)
        for i, event in enumerate(index.events):
            for key in _keys(event, kind):
                members[key].append(i)
        titles = {
            source.document.id: one_line(source.document.title) or source.document.id
            for source in index.timeline.sources
        }
        keys = sorted(members)
        sizes = [len(members[key]) for key in keys]
        return cls(
            kind=kind,
            names=tuple(titles.get(key, key) if kind == "source" else key for key in keys),
            event=np.array([i for key in keys for i in members[key]], dtype=np.intp),
            lane=np.repeat(np.arange(len(keys), dtype=np.intp), sizes),
        )

    def chosen(
        self, indices: Indices, shown: Flags | None, most: int
    ) -> tuple[list[tuple[str, Indices]], Indices, int]:
        """The largest lanes of some events.

        Args:
            indices: the events in view.
            shown: a flag for each event of the index; None for all. A lane's size counts all shown events, in view or
                not, so that the order of lanes stays while the view moves; of equal lanes the first by name goes first.
            most: the greatest number of lanes, that of the other events included.

        Returns:
            The lanes, each with its name and its events in view; the events in view that stand in none of these; and
            the number of lanes that the latter would fill.

        """
        count = len(self.names)
        counted = self.lane if shown is None else self.lane[shown[self.event]]
        sizes = np.bincount(counted, minlength=count)
        alone = np.zeros(max(int(indices.max(initial=-1)), int(self.event.max(initial=-1))) + 1, dtype=np.bool_)
        alone[indices] = True
        seen = alone[self.event]
        event, lane = self.event[seen], self.lane[seen]
        present = np.flatnonzero(np.bincount(lane, minlength=count))
        ranked = present[np.argsort(-sizes[present], kind="stable")]
        alone[event] = False
        if len(ranked) + bool(alone[indices].any()) > most:
            ranked = ranked[: max(most - 1, 1)]
        alone[indices] = True
        found = []
        for number in ranked.tolist():
            first, last = np.searchsorted(lane, [number, number + 1])
            alone[event[first:last]] = False
            found.append((self.names[number], event[first:last]))
        return found, indices[alone[indices]], len(present) - len(ranked)


def _keys(event: Event, kind: LaneKind) -> tuple[str, ...]:
    """The keys of the lanes that an event stands in: the documents' ids, names, or the status."""
    match kind:
        case "source":
            return tuple(dict.fromkeys(mention.document for mention in event.mentions))
        case "participant":
            return tuple(dict.fromkeys(one_line(name) for name in event.participants))
        case "place":
            return tuple(dict.fromkeys(one_line(name) for name in event.places))
        case "status":
            return (event.status.value,)
