"""What is looked at, and how it stands in the address: pure functions, no Dash.

A window is `[first, last]` in days since 1970, or None for the whole timeline.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlencode

from dashboard.data.filters import NO_FILTERS, Filters
from timeline import Day
from timeline.charts import CALENDAR, Window

SHORTEST = 2.0  # days
_MOST_FIELDS = 500  # of an address; a longer one is no link of ours

# The filters that list values, as the address names them.
_LISTS = {
    "statuses": "status",
    "sources": "source",
    "participants": "who",
    "places": "where",
    "bases": "basis",
}

LANES = ("source", "participant", "place", "status")
SCOPES = ("view", "all", "undated", "review")
SORTS = ("date", "title", "status", "sources", "confidence", "salience")


@dataclass(frozen=True, slots=True)
class View:
    """All that a link holds."""

    window: Window | None = None
    selected: str | None = None
    filters: Filters = NO_FILTERS
    everything: bool = False  # the whole was asked for, where the first view would be a part of it
    lanes: str = ""  # one of `LANES`
    scope: str = "view"  # one of `SCOPES`: which events the table holds
    sort: str = ""  # one of `SORTS`, with a minus before it when turned round; nothing for the scope's own


def read_link(search: str | None) -> View:
    """The view that an address asks for; what cannot be read is left out.

    >>> view = read_link("?from=2021-08-01&to=2021-08-31&event=e1&q=mill&status=planned&confidence=.5")
    >>> view.window, view.selected, view.filters.data()
    ((18840, 18871), 'e1', {'query': 'mill', 'statuses': ('planned',), 'confidence': 0.5})
    >>> read_link("?from=yesterday") == View()
    True
    """
    try:
        fields = parse_qs((search or "").removeprefix("?"), max_num_fields=_MOST_FIELDS)
    except ValueError:
        fields = {}

    def first(name: str) -> str:
        return fields.get(name, [""])[0]

    try:
        window = limited(Day.parse(first("from")).ordinal, Day.parse(first("to")).ordinal + 1)
    except ValueError:
        window = None
    try:
        confidence = float(first("confidence"))
    except ValueError:
        confidence = 0.0
    lists = {name: fields.get(key, []) for name, key in _LISTS.items()}
    filters = Filters.of({"query": first("q"), "confidence": confidence, "events": first("events"), **lists})
    return View(
        window=window,
        selected=first("event") or None,
        filters=filters,
        everything=first("view") == "all",
        lanes=first("lanes") if first("lanes") in LANES else "",
        scope=first("rows") if first("rows") in SCOPES else "view",
        sort=first("sort") if first("sort").removeprefix("-") in SORTS else "",
    )


def asked(address: Mapping[str, Any] | None) -> View:
    """The view of an address as the page's store holds it.

    >>> asked({"search": "?event=e1"}).selected, asked(None) == View()
    ('e1', True)
    """
    return read_link((address or {}).get("search"))


def write_link(view: View) -> str:
    """The part of an address that leads to a view again.

    >>> write_link(View(window=(18840.0, 18871.0), filters=Filters(query="mill fire")))
    '?from=2021-08-01&to=2021-08-31&q=mill+fire'
    >>> write_link(View(filters=Filters(events="all"))), write_link(View())
    ('?events=all', '')
    """
    fields: list[tuple[str, str]] = []
    if view.window is not None:
        fields += zip(("from", "to"), ends(view.window), strict=True)
    elif view.everything:
        fields.append(("view", "all"))
    if view.selected:
        fields.append(("event", view.selected))
    filters = view.filters
    if filters.query:
        fields.append(("q", filters.query))
    for name, key in _LISTS.items():
        fields += [(key, value) for value in getattr(filters, name)]
    if filters.confidence:
        fields.append(("confidence", f"{filters.confidence:g}"))
    if filters.events:
        fields.append(("events", filters.events))
    if view.lanes:
        fields.append(("lanes", view.lanes))
    if view.scope != "view":
        fields.append(("rows", view.scope))
    if view.sort:
        fields.append(("sort", view.sort))
    return "?" + urlencode(fields) if fields else ""


def ends(window: Window) -> tuple[str, str]:
    """The first and the last day of a window, in EDTF.

    >>> ends((18840.0, 18871.0))
    ('2021-08-01', '2021-08-31')
    """
    first, last = (round(end) for end in window)
    return str(Day.from_ordinal(first)), str(Day.from_ordinal(max(first, last - 1)))


def as_window(data: Sequence[float] | None) -> Window | None:
    """A window as a page's store holds it."""
    return (float(data[0]), float(data[1])) if data else None


def limited(first: float, last: float) -> Window:
    """A window of at least `SHORTEST` days, inside the years that have dates.

    >>> limited(10.0, 10.5)
    (9.25, 11.25)
    """
    low, high = CALENDAR
    first, last = min(first, last), max(first, last)
    if last - first < SHORTEST:
        middle = (first + last) / 2
        first, last = middle - SHORTEST / 2, middle + SHORTEST / 2
    first, last = max(first, low), min(last, high)
    return (first, last) if last - first >= SHORTEST else (low, low + SHORTEST)
