"""A timeline's dated events as arrays, built once, so that each zoom takes a few vectorised steps."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Self, TypeAlias

import numpy as np
from numpy.typing import NDArray

from timeline.charts.linked import disputed
from timeline.charts.ticks import Window
from timeline.model import Basis, Event, Extent, Status, Timeline

Floats: TypeAlias = NDArray[np.float64]

Flags: TypeAlias = NDArray[np.bool_]
"""One flag for each event of an index."""

Indices: TypeAlias = NDArray[np.intp]
"""Events of an index by their positions in `Index.events`, ascending."""

STATUSES = tuple(Status)
"""The statuses; arrays hold their positions here."""

_MARGIN = 0.03  # margin to the left and right of the first view, as a share of its length
_SHORTEST_DAYS = 10.0  # the least length of the first view

# Of `focus`:
_FEW_EVENTS = 8  # with fewer there is none
_MOST = 0.8  # the share of the events that it must hold
_NEAR = 0.25  # the share of its length that it is widened by on either side, where events lie
_SMALL = 0.4  # the greatest share of the whole window that it may take


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """The dated events of a timeline, an array for each property; `undated` lists the others.

    `start` and `end` are days since 1 January 1970, `end` being the day after the last; infinite where an end is open.
    `left` and `right` are the same, but an open end lies a day from the known one. `status` holds positions in
    `STATUSES`. `minor` flags events dated by publication alone, `moved` those that a report plans for other days,
    `differs` those on whose date the reports disagree. `index_of` gives each event's index by its id. `kept` holds what
    other modules worked out from the index.
    """

    timeline: Timeline
    events: tuple[Event, ...]
    undated: tuple[Event, ...]
    start: Floats
    end: Floats
    left: Floats
    right: Floats
    status: NDArray[np.int8]
    salience: Floats
    lasting: Flags
    minor: Flags
    moved: Flags
    differs: Flags
    index_of: dict[str, int]
    kept: dict[str, Any] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, timeline: Timeline) -> Self:
        """The index of a timeline.

        >>> Index.of(Timeline()).events
        ()
        """
        events = tuple(event for event in timeline.events if event.when is not None)
        spans = [event.when for event in events if event.when is not None]
        start = np.array([when.first.ordinal if when.first else -np.inf for when in spans], dtype=np.float64)
        end = np.array([when.last.ordinal + 1 if when.last else np.inf for when in spans], dtype=np.float64)
        codes = {status: code for code, status in enumerate(STATUSES)}
        return cls(
            timeline=timeline,
            events=events,
            undated=tuple(event for event in timeline.events if event.when is None),
            start=start,
            end=end,
            left=np.where(np.isfinite(start), start, end - 1),
            right=np.where(np.isfinite(end), end, start + 1),
            status=np.array([codes[event.status] for event in events], dtype=np.int8),
            salience=np.array([event.salience for event in events], dtype=np.float64),
            lasting=np.array([event.extent == Extent.THROUGHOUT for event in events], dtype=np.bool_),
            minor=np.array([is_minor(event) for event in events], dtype=np.bool_),
            moved=np.array([_is_moved(event) for event in events], dtype=np.bool_),
            differs=np.array([bool(event.disagreements) and bool(disputed(event)) for event in events], dtype=np.bool_),
            index_of={event.id: i for i, event in enumerate(events)},
        )

    def part(self, chosen: Flags) -> Self:
        """The index of some of the events, with a flag for each; without the undated ones.

        For example, of those that occurred:

            index.part(index.status == STATUSES.index(Status.OCCURRED))
        """
        events = tuple(self.events[i] for i in np.flatnonzero(chosen).tolist())
        return replace(
            self,
            events=events,
            undated=(),
            start=self.start[chosen],
            end=self.end[chosen],
            left=self.left[chosen],
            right=self.right[chosen],
            status=self.status[chosen],
            salience=self.salience[chosen],
            lasting=self.lasting[chosen],
            minor=self.minor[chosen],
            moved=self.moved[chosen],
            differs=self.differs[chosen],
            index_of={event.id: i for i, event in enumerate(events)},
            kept={},
        )

    @property
    def window(self) -> Window:
        """The window of all dated events, with a margin; the year 2000 where there is none.

        >>> Index.of(Timeline()).window
        (10957.0, 11323.0)
        """
        if not self.events:
            return 10957.0, 11323.0
        first, last = float(self.left.min()), float(self.right.max())
        margin = max((last - first) * _MARGIN, (_SHORTEST_DAYS - (last - first)) / 2)
        return first - margin, last + margin

    @property
    def focus(self) -> Window | None:
        """A window of most events that is much shorter than that of all; None where there is no such.

        One event far off, or one date read wrong, leaves all others in a corner of the whole. This is the shortest
        window that holds `_MOST` of the events (by their middles), with those near it.
        """
        count = len(self.events)
        if count < _FEW_EVENTS:
            return None
        middles = np.sort((self.left + self.right) / 2)
        held = int(np.ceil(count * _MOST))
        lengths = middles[held - 1 :] - middles[: count - held + 1]
        first = int(lengths.argmin())
        near = max(float(lengths[first]), _SHORTEST_DAYS) * _NEAR
        inside = middles[(middles >= middles[first] - near) & (middles <= middles[first + held - 1] + near)]
        whole = self.window
        margin = max((inside[-1] - inside[0]) * _MARGIN, _SHORTEST_DAYS / 2)
        window = float(inside[0] - margin), float(inside[-1] + margin)
        return window if window[1] - window[0] < (whole[1] - whole[0]) * _SMALL else None

    def span(self, event_id: str) -> Window | None:
        """The days of an event as `left` and `right` have them; None where it has no date or is not there."""
        i = self.index_of.get(event_id)
        return None if i is None else (float(self.left[i]), float(self.right[i]))

    def in_view(self, window: Window, shown: Flags | None = None) -> Indices:
        """The indices of the shown events (None: all) that have a day in a window.

        An open end reaches to the end of `window`, the one of all dated events.
        """
        low, high = self.window
        touching = (np.maximum(self.start, low) < window[1]) & (np.minimum(self.end, high) > window[0])
        return np.flatnonzero(touching if shown is None else touching & shown)


def is_minor(event: Event) -> bool:
    """Whether all reports of an event are dated by publication alone."""
    return bool(event.mentions) and all(mention.date.basis == Basis.PUBLICATION for mention in event.mentions)


def _is_moved(event: Event) -> bool:
    """Whether a report plans an event for other days than it has."""
    return any(
        mention.status == Status.PLANNED and mention.when is not None and mention.when != event.when
        for mention in event.mentions
    )


def spread(left: Floats, right: Floats, edges: Floats) -> Floats:
    """The number of events in each bin between two edges, each event spread evenly over its span.

    An event of a year counts a twelfth in each month, so that 1 January gets no false peak. Let G(t) be the number of
    events before t, an event in progress counting by the part that is over; a bin holds the difference of G at its
    edges. G is a sum of straight lines, so prefix sums over the sorted starts and ends give it at any t.

    >>> spread(np.array([0.0, 1.0]), np.array([4.0, 2.0]), np.array([0.0, 2.0, 4.0])).tolist()
    [1.5, 0.5]
    """
    if not len(left):
        return np.zeros(max(len(edges) - 1, 0))
    slope = 1.0 / (right - left)
    base = edges[0]  # small numbers keep the sums exact
    over = _ramp(left - base, slope, edges - base) - _ramp(right - base, slope, edges - base)
    return np.clip(np.diff(over), 0.0, None)


def _ramp(begins: Floats, slope: Floats, at: Floats) -> Floats:
    """The sum of `slope * (t - begin)` over all events that have begun, for each t in `at`."""
    order = np.argsort(begins, kind="stable")
    slopes = np.concatenate(([0.0], np.cumsum(slope[order])))
    offsets = np.concatenate(([0.0], np.cumsum((slope * begins)[order])))
    begun = np.searchsorted(begins[order], at, side="right")
    return np.asarray(at * slopes[begun] - offsets[begun], dtype=np.float64)
