"""What is where on the page."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard import detail, ids
from dashboard.attributes import aria
from dashboard.collection import Collection
from timeline.charts import CONFIG

_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

_KEYS = "Timeline. Arrow keys choose the next event, plus and minus zoom, 0 shows all. The list holds the same."
_CONFIG: Any = CONFIG


def page(collection: Collection) -> Any:
    """The whole page of a collection."""
    return dmc.MantineProvider(
        [
            dcc.Location(id=ids.LOCATION, refresh=False),
            *(
                dcc.Store(id=name)
                for name in (
                    ids.WINDOW,
                    ids.SELECTED,
                    ids.THEME,
                    ids.SIZE,
                    ids.CLICKED,
                    ids.PICKED,
                    ids.ZOOMED,
                    ids.READING,
                    ids.KEY,
                    ids.LINK,
                    ids.EFFECT,
                    ids.DRAWING,
                    ids.DRAWN,
                )
            ),
            html.Div(
                [
                    _header(collection),
                    _tools(collection),
                    html.Main(_main(collection) if collection.timeline.events else _empty(), className="columns"),
                ],
                className="page",
            ),
            dmc.Drawer(
                html.Div(id=ids.DOCUMENT_TEXT, className="full-text", tabIndex=0),
                id=ids.DOCUMENT,
                position="right",
                size="min(46rem, 94vw)",
                title="",
                closeButtonProps={"aria-label": "Close the text"},
            ),
        ],
        id=ids.PROVIDER,
        forceColorScheme="light",
        theme={"fontFamily": _FONT, "headings": {"fontFamily": _FONT}, "primaryColor": "blue"},
    )


def _header(collection: Collection) -> Any:
    return html.Header(
        [
            html.Div([html.H1(collection.title), html.P(_counts(collection), className="dim")]),
            html.Div(
                [
                    html.A("Download JSON", href="/timeline.json", className="button", download="timeline.json"),
                    html.Button("Dark", id=ids.THEME_TOGGLE, type="button", className="button"),
                ],
                className="actions",
            ),
        ],
        className="top",
    )


def _counts(collection: Collection) -> str:
    timeline = collection.timeline
    events, sources, undated = len(timeline.events), len(timeline.sources), len(collection.index.undated)
    parts = [f"{events:,} event{'s' * (events != 1)}", f"{sources:,} source{'s' * (sources != 1)}"]
    return " · ".join(parts + [f"{undated:,} undated"] * (undated > 0))


def _tools(collection: Collection) -> Any:
    chips = [
        dmc.Chip(f"{status.value} {count:,}", value=status.value, size="xs", variant="outline")
        for status, count in collection.statuses.items()
    ]
    return html.Div(
        [
            dmc.TextInput(
                id=ids.SEARCH,
                placeholder="Search titles and quotes",
                debounce=250,
                size="sm",
                **aria(label="Search titles and quotes"),
            ),
            html.Div(
                dmc.ChipGroup(chips, id=ids.STATUSES, multiple=True, value=[]),
                className="chips",
                role="group",
                **aria(label="Show only these statuses"),
            ),
            html.Div(
                [
                    html.Button("−", id=ids.ZOOM_OUT, type="button", className="button", title="Wider (-)"),
                    html.Button("+", id=ids.ZOOM_IN, type="button", className="button", title="Closer (+)"),
                    html.Button("All", id=ids.ZOOM_ALL, type="button", className="button", title="All of it (0)"),
                ],
                className="actions",
                role="group",
                **aria(label="Zoom"),
            ),
        ],
        className="tools",
        hidden=not collection.timeline.events,
    )


def _main(collection: Collection) -> list[Any]:
    undated = len(collection.index.undated)
    scopes = [{"label": "In view", "value": "view"}, {"label": "All", "value": "all"}]
    if undated:
        scopes.append({"label": f"Undated ({undated:,})", "value": "undated"})
    return [
        html.Section(
            [
                dcc.Graph(id=ids.OVERVIEW, config=_CONFIG),
                html.Div(
                    dcc.Graph(id=ids.TIMELINE, config=_CONFIG),
                    id=ids.FRAME,
                    tabIndex=0,
                    role="group",
                    **aria(label=_KEYS),
                ),
                html.P(id=ids.NOTE, className="dim note", role="status"),
            ],
            className="drawing",
        ),
        html.Aside(
            [
                html.P(id=ids.SPOKEN, className="unseen", role="status"),
                html.Div(detail.nothing_chosen(collection), id=ids.DETAIL),
            ],
            className="panel",
            **aria(label="The chosen event"),
        ),
        html.Section(
            [
                html.Div(
                    [
                        html.H2("Events"),
                        dmc.SegmentedControl(id=ids.LIST_SCOPE, data=scopes, value="view", size="xs"),
                        dmc.Pagination(id=ids.LIST_PAGE, total=1, value=1, size="xs", siblings=1),
                    ],
                    className="list-head",
                ),
                html.Div(id=ids.LIST),
            ],
            className="list",
            **aria(label="List of events"),
        ),
    ]


def _empty() -> Any:
    return html.Section(
        [
            html.H2("No events yet"),
            html.P("Add documents to this timeline, then open it again:"),
            html.Pre("timeline build FOLDER -o NAME.timeline\ntimeline serve NAME.timeline"),
            html.P("Events come from sentences with a date, and from headlines."),
        ],
        className="empty",
    )
