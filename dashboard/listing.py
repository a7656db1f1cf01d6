"""The list of events: the same content as the drawing, for reading straight through and for screen readers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import numpy as np
from dash import html

from dashboard.attributes import aria, data
from dashboard.detail import in_one_line
from timeline import Event
from timeline.charts import Index, Places, date_in_words, year_in_words

PAGE = 40  # events on a page


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """The events of the list in order: places in the index, which may be very many, then undated ones."""

    index: Index
    places: Places
    undated: Sequence[Event]

    def __len__(self) -> int:
        return len(self.places) + len(self.undated)

    def __getitem__(self, position: int) -> Event:
        if position < len(self.places):
            return self.index.events[int(self.places[position])]
        return self.undated[position - len(self.places)]

    @property
    def pages(self) -> int:
        """Number of pages, at least one."""
        return max(1, -(-len(self) // PAGE))

    def page(self, number: int) -> list[Event]:
        """The events of a page, counted from 1."""
        return [self[position] for position in range((number - 1) * PAGE, min(number * PAGE, len(self)))]

    def position(self, event_id: str | None) -> int | None:
        """Where an event stands; None where it is not listed."""
        place = self.index.place.get(event_id) if event_id is not None else None
        if place is None:
            found = (number for number, event in enumerate(self.undated) if event.id == event_id)
            return next((len(self.places) + number for number in found), None)
        position = int(np.searchsorted(self.places, place))
        return position if position < len(self.places) and self.places[position] == place else None

    def page_of(self, event_id: str | None) -> int | None:
        """The page that holds an event; None where it is not listed."""
        position = self.position(event_id)
        return None if position is None else position // PAGE + 1

    def neighbour(self, event_id: str | None, step: int) -> str | None:
        """The event so many steps further; the first or last where the given one is not listed."""
        if not len(self):
            return None
        position = self.position(event_id)
        wanted = (0 if step > 0 else len(self) - 1) if position is None else position + step
        return self[min(max(wanted, 0), len(self) - 1)].id


def entries(events: Sequence[Event], *, selected: str | None) -> Any:
    """A page of events, a heading for each year.

    An entry is one button: date and status stand in attributes that the style sheet shows, as Dash takes time for each
    component on a page, at every change.
    """
    if not events:
        return html.P("No event here. Widen the view, or clear the search.", className="hint")
    parts: list[Any] = []
    for year, group in groupby(events, key=_year):
        parts += [html.H3(year), html.Ol([html.Li(_entry(event, selected)) for event in group])]
    return html.Div(parts, className="listing")


def _year(event: Event) -> str:
    if event.when is None:
        return "Undated"
    day = event.when.first or event.when.last
    return year_in_words(day.year) if day is not None else "Undated"


def _entry(event: Event, selected: str | None) -> Any:
    count = len({mention.document for mention in event.mentions})
    sources = f"{count} source{'s' * (count != 1)}"
    return html.Button(
        event.title or "Untitled event",
        type="button",
        className=f"entry status-{event.status.value}",
        **data(
            event=event.id, when=date_in_words(event.when, event.extent), status=event.status.value, sources=sources
        ),
        **aria(
            label=f"{in_one_line(event)}, {sources}",
            pressed="true" if event.id == selected else "false",
        ),
    )
