"""What is where on the page: each feature draws its parts, and here they get their room."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard import ids
from dashboard.attributes import data
from dashboard.curate import layout as curate
from dashboard.data.collection import Collection
from dashboard.data.desk import Desk
from dashboard.data.filters import NO_FILTERS
from dashboard.event import layout as event
from dashboard.find import layout as find
from dashboard.page import keys
from dashboard.server import errors
from dashboard.share import layout as share
from dashboard.sources import layout as sources
from dashboard.sources.building import Builder
from dashboard.view import layout as view
from dashboard.wording import counted_events

_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

_STORES = (ids.MARK, ids.THEME)
_LOOK = 4  # seconds between two looks at the project file


def page(desk: Desk, builder: Builder | None) -> Any:
    """The whole page of what an app works on, as it is now."""
    collection = desk.collection
    return dmc.MantineProvider(
        [
            dcc.Location(id=ids.LOCATION, refresh=False),
            dcc.Interval(id=ids.CLOCK, interval=_LOOK * 1000),
            *(dcc.Store(id=name) for name in (*_STORES, *view.STORES, *event.STORES, *find.STORES)),
            html.A("Skip to the table of events", href="#list", className="skip"),
            html.Div(
                [
                    _header(collection),
                    find.tools(collection),
                    html.Main(
                        [view.drawing(collection), event.panel(collection), find.table(collection), _empty(collection)],
                        id=ids.BODY,
                        className=body_class(collection),
                    ),
                ],
                className="page",
            ),
            keys.dialog(),
            *(curate.parts() if collection.editable else ()),
            event.text(collection),
            *sources.parts(desk, builder),
            *share.parts(),
            errors.notice(),
        ],
        id=ids.PROVIDER,
        defaultColorScheme="auto",
        theme={"fontFamily": _FONT, "headings": {"fontFamily": _FONT}, "primaryColor": "blue"},
    )


def body_class(collection: Collection) -> str:
    """The class of what stands below the tools: the events, or how to get some."""
    return "columns" if collection.timeline.events else "columns bare"


def _header(collection: Collection) -> Any:
    return html.Header(
        [
            html.Div([html.H1(collection.title), html.P(counts(collection), id=ids.COUNTS, className="dim")]),
            html.Div(
                [
                    sources.opener(),
                    share.opener(),
                    *(curate.openers() if collection.editable else ()),
                    html.Button(
                        "Keys", type="button", className="button", title="What the keys do (?)", **data(key="?")
                    ),
                    html.Button("Dark", id=ids.THEME_TOGGLE, type="button", className="button"),
                ],
                className="actions",
            ),
        ],
        className="top",
    )


def counts(collection: Collection) -> str:
    """The numbers of events, of sources, and of events without a date, for the head of the page.

    Where some are no main events, the main ones are counted, beside the number of all.
    """
    events, sources = len(collection.rows) - collection.others, len(collection.timeline.sources)
    undated = collection.undated(NO_FILTERS)
    parts = [
        counted_events(events, main=collection.others > 0),
        *([f"{len(collection.rows):,} in all"] if collection.others else []),
        f"{sources:,} source{'s' * (sources != 1)}",
    ]
    return " · ".join(parts + [f"{undated:,} undated"] * (undated > 0))


def _empty(collection: Collection) -> Any:
    add = html.Button("Add documents", type="button", className="button primary", **data(open_sources="yes"))
    return html.Section(
        [
            html.H2("No events yet"),
            html.P([add, " or build a timeline of a folder, then open it:"])
            if collection.editable
            else html.P("Build a timeline of your documents, then open it:"),
            html.Pre("timeline build FOLDER -o NAME.timeline\ntimeline serve NAME.timeline"),
            html.P("Events come from sentences with a date, and from headlines."),
        ],
        className="empty",
    )
