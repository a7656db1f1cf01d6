"""The table of events: the same content as the drawing, for reading straight through and for screen readers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from dashboard.data.collection import Collection
from dashboard.data.facets import Rows
from dashboard.data.filters import NO_FILTERS, Filters
from dashboard.data.state import SORTS
from timeline import Event, Extent, Granularity
from timeline.charts import Window, date_in_words, is_minor

PAGE = 40  # events on a page

_COLUMNS = {
    "date": "Date",
    "title": "Event",
    "status": "Status",
    "sources": "Sources",
    "confidence": "Confidence",
    "salience": "Prominence",
}
_LARGEST_FIRST = ("sources", "confidence", "salience")


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """The events of the table in order, by their rows in the collection."""

    collection: Collection
    rows: Rows

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, position: int) -> Event:
        return self.collection.rows[int(self.rows[position])]

    @property
    def pages(self) -> int:
        """Number of pages, at least one."""
        return max(1, -(-len(self) // PAGE))

    def page(self, number: int) -> list[Event]:
        """The events of a page, counted from 1."""
        return [self[position] for position in range((number - 1) * PAGE, min(number * PAGE, len(self)))]

    def position(self, event_id: str | None) -> int | None:
        """Where an event stands; None where it is not listed."""
        row = self.collection.row.get(event_id) if event_id is not None else None
        if row is None:
            return None
        found = np.flatnonzero(self.rows == row)
        return int(found[0]) if len(found) else None

    def page_of(self, event_id: str | None) -> int | None:
        """The page that holds an event; None where it is not listed."""
        position = self.position(event_id)
        return None if position is None else position // PAGE + 1

    def neighbour(self, event_id: str | None, step: int) -> str | None:
        """The event `step` rows further, or back where it is negative; the first or last where it is not listed."""
        if not len(self):
            return None
        position = self.position(event_id)
        wanted = (0 if step > 0 else len(self) - 1) if position is None else position + step
        return self[min(max(wanted, 0), len(self) - 1)].id


def sorted_by(column: str, sort: str, scope: str) -> str:
    """The sort after a click on a column: by it, or the other way round where it is the column already.

    >>> sorted_by("title", "", "view"), sorted_by("title", "title", "view"), sorted_by("confidence", "", "view")
    ('title', '-title', '-confidence')
    """
    if column not in SORTS:
        return sort
    now = sort or own_sort(scope)
    if now.removeprefix("-") == column:
        return column if now.startswith("-") else f"-{column}"
    return f"-{column}" if column in _LARGEST_FIRST else column


def own_sort(scope: str) -> str:
    """How a scope stands unless a person sorts it: what is worth a look first, else by date."""
    return "review" if scope == "review" else "date"


def listed(collection: Collection, scope: str, window: Window | None, filters: Filters, *, sort: str = "") -> Listed:
    """What a scope holds, in the order of a sort, the scope's own by default.

    "view" holds what is in the window, "all" everything, "undated" what has no date, "review" what is worth a look.
    """
    held = collection.kept(filters).copy()
    if scope == "undated":
        held[: collection.dated] = False
    elif scope == "review":
        held &= collection.doubtful
    elif scope == "view" and window is not None:
        scene = collection.scene(filters)
        in_view = np.zeros(len(held), dtype=np.bool_)
        in_view[np.flatnonzero(scene.rows)[scene.index.in_view(window)]] = True
        held &= in_view
    order = collection.order(sort or own_sort(scope))
    return Listed(collection, order[held[order]])


def scopes(collection: Collection, filters: Filters = NO_FILTERS) -> list[dict[str, str]]:
    """What can be listed, with how many events of it the filters leave."""
    undated, doubtful = collection.undated(filters), int((collection.doubtful & collection.kept(filters)).sum())
    found = [{"label": "In view", "value": "view"}, {"label": "All dates", "value": "all"}]
    found += [{"label": f"Undated ({undated:,})", "value": "undated"}] * (collection.dated < len(collection.rows))
    return found + [{"label": f"To review ({doubtful:,})", "value": "review"}] * bool(collection.doubtful.any())


def table(listed: Listed, page: int, *, sort: str) -> dict[str, Any]:
    """A page of events and the ways to the other pages, for `table.js` to draw.

    "caption" says which events these are. "headings" are (column, title, `aria-sort`), "rows" an event's id and a cell
    for each heading, "turns" (name, pages to go, whether there are any). All of it is shown as text.
    """
    events, first = listed.page(page), (page - 1) * PAGE + 1
    return {
        "caption": f"{first:,} to {first + len(events) - 1:,} of {len(listed):,} events",
        "headings": [(column, title, _way(column, sort)) for column, title in _COLUMNS.items()],
        "rows": [(event.id, *_cells(event, when_in_words(event))) for event in events],
        "turns": _turns(page, listed.pages),
    }


def _turns(page: int, pages: int) -> list[tuple[str, int, bool]]:
    ways = (("First", 1 - page), ("Previous", -1), ("Next", 1), ("Last", pages - page))
    return [(name, step, 1 <= page + step <= pages and step != 0) for name, step in ways] if pages > 1 else []


def when_in_words(event: Event) -> str:
    """An event's date with what is not known of it: a day that is only a report's, a span that it filled."""
    words = date_in_words(event.when, event.extent)
    if event.when is not None and is_minor(event):
        return f"reported {words}"
    unit = event.when is not None and event.when.granularity not in (Granularity.DAY, Granularity.RANGE)
    closed = event.when is not None and event.when.first is not None and event.when.last is not None
    return f"throughout {words}" if unit and closed and event.extent == Extent.THROUGHOUT else words


def nothing(collection: Collection, scope: str, filters: Filters) -> dict[str, Any]:
    """What stands there instead of a page: why there are no events."""
    if not collection.kept(filters).any():
        words = "No event matches." if filters.takes_all or not collection.others else "No main event matches."
    elif scope == "undated":
        words = "Every event that matches has a date."
    elif scope == "review":
        words = "Nothing that matches needs a look: no sources differ, and none is weakly supported."
    else:
        words = "No event that matches is in view. “All dates” lists the others."
    return {"hint": words}


def _way(column: str, sort: str) -> str:
    if sort.removeprefix("-") != column:
        return "none"
    return "descending" if sort.startswith("-") else "ascending"


def _cells(event: Event, when: str) -> tuple[str, ...]:
    sources = len({mention.document for mention in event.mentions})
    return (
        when,
        event.title or "Untitled event",
        event.status.value,
        f"{sources:,}",
        f"{event.confidence:.0%}",
        f"{event.salience:.0%}",
    )
