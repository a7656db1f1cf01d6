"""What leaves the page: exports and charts of all events or of those that a link shows, a link, a piece of HTML."""

from __future__ import annotations

import html as markup
from collections.abc import Iterator
from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard import ids
from dashboard.attributes import aria, data
from dashboard.data.collection import Collection
from dashboard.data.filters import NO_FILTERS
from dashboard.data.state import View, write_link
from timeline import Event, Timeline, charts, export

KINDS = {
    "json": "application/json",
    "csv": "text/csv",
    "html": "text/html",
}

# The most events on a page of its own: each comes with its quotes, and a browser must lay them out.
MOST_ON_A_PAGE = 5_000

_SCOPES = {"all": "Everything", "filtered": "What the filters leave", "view": "What is in view"}


def shown(collection: Collection, view: View) -> Timeline:
    """The part of a timeline that a view shows, in its order: its filters, and its window where it has one.

    Undated events are in no window. Only sources that these events come from are part of it; the whole stays whole.
    """
    if view.window is None and not view.filters:
        return collection.timeline
    events = collection.index.events
    places = collection.index.in_view(view.window or collection.index.window, collection.shown(view.filters))
    undated = collection.undated(view.filters) if view.window is None else []
    wanted = {event.id for event in (*(events[int(place)] for place in places), *undated)}
    return _of(collection.timeline, [event for event in collection.timeline.events if event.id in wanted])


def _of(timeline: Timeline, events: list[Event]) -> Timeline:
    told = {mention.document for event in events for mention in event.mentions}
    sources = tuple(source for source in timeline.sources if source.document.id in told)
    return Timeline(sources, tuple(events), timeline.generator)


def written(timeline: Timeline, kind: str, *, title: str) -> Iterator[str]:
    """An export, piece by piece; `kind` is one of `KINDS`."""
    if kind != "html":
        return export.chunks(timeline, format=kind)
    return iter((charts.page(timeline, title=title),))


def scoped(view: View, scope: str) -> View:
    """The part of a view that a scope leaves: "view" all of it, "filtered" its filters, "all" nothing.

    >>> scoped(View(window=(0.0, 9.0), selected="e1"), "filtered") == View()
    True
    """
    return View(
        window=view.window if scope == "view" else None,
        filters=view.filters if scope != "all" else NO_FILTERS,
    )


def parts() -> list[Any]:
    """The dialog."""
    return [
        dmc.Modal(
            html.Div(
                [
                    html.Section(
                        [
                            html.H3("Events"),
                            dmc.RadioGroup(
                                dmc.Stack(
                                    [dmc.Radio(label, value=scope, size="sm") for scope, label in _SCOPES.items()],
                                    gap=6,
                                ),
                                id=ids.SHARE_SCOPE,
                                value="all",
                                **aria(label="Which events"),
                            ),
                            html.Div(id=ids.SHARE_FILES),
                        ]
                    ),
                    html.Section(
                        [
                            html.H3("The chart as it is drawn now"),
                            html.Div(
                                [
                                    html.Button(kind.upper(), type="button", className="button", **data(draw_as=kind))
                                    for kind in ("svg", "png")
                                ],
                                className="actions",
                            ),
                        ]
                    ),
                    html.Section(
                        [
                            html.H3("A link to this view"),
                            _copied(ids.SHARE_LINK, "Link to this view", rows=1),
                        ]
                    ),
                    html.Section(
                        [
                            html.H3("In another page"),
                            _copied(ids.SHARE_EMBED, "HTML to embed this view", rows=3),
                            html.P(
                                "It shows this view while this server runs, and changes nothing. Whoever gets this "
                                "HTML and can reach the server can look at the timeline. The page above stands on its "
                                "own.",
                                className="dim",
                            ),
                        ]
                    ),
                ],
                className="share",
            ),
            id=ids.SHARE,
            title="Export and share",
            size="lg",
            closeButtonProps={"aria-label": "Close"},
        )
    ]


def _copied(name: str, label: str, *, rows: int) -> Any:
    return html.Div(
        [
            dmc.Textarea(id=name, readOnly=True, autosize=True, minRows=rows, maxRows=rows, **aria(label=label)),
            html.Button("Copy", type="button", className="button", **data(copy=name)),
        ],
        className="copied",
    )


def files(collection: Collection, view: View, scope: str) -> Any:
    """How many events a scope holds, and the files to be had of them."""
    part = scoped(view, scope)
    timeline = shown(collection, part)
    events, sources = len(timeline.events), len(timeline.sources)
    link = write_link(part)
    labels = {"json": "JSON", "csv": "CSV", "html": "Page with all quotes"}
    offered = [kind for kind in KINDS if kind != "html" or events <= MOST_ON_A_PAGE]
    return [
        html.P(
            f"{events:,} event{'s' * (events != 1)} from {sources:,} source{'s' * (sources != 1)}"
            + (f"; a page holds up to {MOST_ON_A_PAGE:,} events" if "html" not in offered else ""),
            className="dim",
        ),
        html.Div(
            [
                html.A(labels[kind], href=f"/timeline.{kind}{link}", className="button", download=f"timeline.{kind}")
                for kind in offered
            ],
            className="actions",
        ),
    ]


def snippet(address: str, title: str) -> str:
    """A piece of HTML that shows a page in another.

    >>> snippet("http://127.0.0.1:8050/embed?q=a&status=planned", 'The "mill"').splitlines()[0]
    '<iframe src="http://127.0.0.1:8050/embed?q=a&amp;status=planned" title="The &quot;mill&quot;"'
    """
    return (
        f'<iframe src="{markup.escape(address)}" title="{markup.escape(title)}"\n'
        '  width="100%" height="560" style="border: 1px solid #ccc" loading="lazy"\n'
        '  sandbox="allow-scripts allow-same-origin"></iframe>'
    )
