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
_STEP = 0.25  # of the view, that an arrow key moves it
_CLOSER, _WIDER = 0.5, 2.0
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
_LARGEST_FIRST = ("sources", "confidence", "salience")


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
    filters = Filters.of({"query": first("q"), "confidence": confidence, **lists})
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
    >>> write_link(View())
    ''
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


def scaled(window: Window, factor: float) -> Window:
    """A window around the same middle.

    >>> scaled((0.0, 100.0), 0.5)
    (25.0, 75.0)
    """
    middle, half = (window[0] + window[1]) / 2, (window[1] - window[0]) / 2 * factor
    return limited(middle - half, middle + half)


def moved(window: Window, share: float) -> Window:
    """A window further on by a share of its length.

    >>> moved((0.0, 100.0), -0.25)
    (-25.0, 75.0)
    """
    step = (window[1] - window[0]) * share
    return limited(window[0] + step, window[1] + step)


def showing(window: Window, span: Window) -> Window:
    """The window where it shows something of a span; else one as long around the span's middle.

    >>> showing((0.0, 100.0), (90.0, 120.0)), showing((0.0, 100.0), (200.0, 220.0))
    ((0.0, 100.0), (160.0, 260.0))
    """
    if span[0] < window[1] and span[1] > window[0]:
        return window
    middle, half = (span[0] + span[1]) / 2, (window[1] - window[0]) / 2
    return limited(middle - half, middle + half)


def zoomed(window: Window | None, whole: Window, *, closer: bool) -> Window | None:
    """One step closer or wider; the whole once nothing more is to be seen."""
    found = scaled(window or whole, _CLOSER if closer else _WIDER)
    return None if found[0] <= whole[0] and found[1] >= whole[1] else found


def after_key(key: str, window: Window | None, whole: Window) -> Window | None:
    """The window after a key: + and - zoom, 0 shows all, shift and an arrow moves."""
    match key:
        case "+" | "=":
            return zoomed(window, whole, closer=True)
        case "-":
            return zoomed(window, whole, closer=False)
        case "0":
            return None
        case "Shift+ArrowLeft" | "Shift+ArrowRight":
            return moved(window or whole, -_STEP if key.endswith("Left") else _STEP)
        case _:
            return window


def after_relayout(change: Mapping[str, Any] | None, window: Window | None) -> Window | None:
    """The window after a person zoomed or dragged a figure, from Plotly's report.

    >>> after_relayout({"xaxis.range[0]": 3, "xaxis.range[1]": 30}, None)
    (3.0, 30.0)
    >>> after_relayout({"xaxis.autorange": True}, (3.0, 30.0)) is None
    True
    """
    if not change:
        return window
    if change.get("xaxis.autorange"):
        return None
    ends = change.get("xaxis.range") or [change.get("xaxis.range[0]"), change.get("xaxis.range[1]")]
    return _window(ends) or window


def after_brush(change: Mapping[str, Any] | None, window: Window | None) -> Window | None:
    """The window after a person drew, moved or removed the box on the overview.

    >>> after_brush({"selections": [{"x0": 9, "x1": 4}]}, None)
    (4.0, 9.0)
    >>> after_brush({"selections[0].x0": 5, "selections[0].x1": 9}, None)
    (5.0, 9.0)
    >>> after_brush({"selections": []}, (3.0, 30.0)) is None
    True
    """
    if not change:
        return window
    if "selections" in change:
        boxes = change["selections"]
        return _window([boxes[-1].get("x0"), boxes[-1].get("x1")]) if boxes else None
    if "selections[0].x0" in change or "selections[0].x1" in change:
        known: Sequence[float | None] = window or (None, None)
        return _window([change.get("selections[0].x0", known[0]), change.get("selections[0].x1", known[1])]) or window
    return window


def _window(ends: Sequence[Any]) -> Window | None:
    if len(ends) == 2 and all(isinstance(end, int | float) for end in ends):
        return limited(float(ends[0]), float(ends[1]))
    return None
