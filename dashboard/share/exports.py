"""Files of the main events, or of those that a link shows."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.data.collection import Collection
from dashboard.data.filters import Filters
from dashboard.data.state import View
from timeline import Event, Timeline, charts, export, main_events

KINDS = {
    "json": "application/json",
    "csv": "text/csv",
    "html": "text/html",
}

# The most events on a page of its own: each comes with its quotes, and a browser must lay them out.
MOST_ON_A_PAGE = 5_000


def shown(collection: Collection, view: View) -> Timeline:
    """The part of a timeline that a view shows, in its order: its filters, and its window where it has one.

    Undated events are in no window. Only sources that these events come from are part of it; all main events, and all
    events, come with all sources.
    """
    if view.window is None and not view.filters:
        return collection.timeline if view.filters.takes_all else main_events(collection.timeline)
    if view.window is None:
        found = collection.found(view.filters)
    else:
        scene = collection.scene(view.filters)
        found = [scene.index.events[i] for i in scene.index.in_view(view.window, scene.shown).tolist()]
    wanted = {event.id for event in found}
    return _of(collection.timeline, [event for event in collection.timeline.events if event.id in wanted])


def _of(timeline: Timeline, events: list[Event]) -> Timeline:
    told = {mention.document for event in events for mention in event.mentions}
    sources = tuple(source for source in timeline.sources if source.document.id in told)
    return Timeline(sources, tuple(events), timeline.generator)


def written(timeline: Timeline, kind: str, *, title: str) -> Iterator[str]:
    """An export of all events of a timeline, piece by piece; `kind` is one of `KINDS`."""
    if kind != "html":
        return export.chunks(timeline, format=kind, all_events=True)
    return iter((charts.page(timeline, title=title, all_events=True),))


def scoped(view: View, scope: str) -> View:
    """The part of a view that a scope leaves: "view" all of it, "filtered" its filters, "all" nothing.

    Whether it holds main events or all, the view says in any case.

    >>> scoped(View(window=(0.0, 9.0), selected="e1"), "filtered") == View()
    True
    """
    return View(
        window=view.window if scope == "view" else None,
        filters=view.filters if scope != "all" else Filters.of({"events": view.filters.events}),
    )
