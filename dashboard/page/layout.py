"""What is where on the page."""

from __future__ import annotations

import json
from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard import ids
from dashboard.attributes import aria, data
from dashboard.curate import editor, history
from dashboard.data.collection import Collection
from dashboard.data.filters import NO_FILTERS
from dashboard.event import detail
from dashboard.find import listing, menus
from dashboard.page import keys
from timeline import Day
from timeline.charts import CONFIG

_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

_LOOK = 4  # seconds between two looks at the project file

_KEYS = "Timeline. Arrow keys choose the next event, plus and minus zoom, 0 shows all. The table holds the same."
_LANES = {"none": "No lanes", "source": "By source", "participant": "By participant"}
_LANES |= {"place": "By place", "status": "By status"}
_CONFIG: Any = dict(CONFIG)


def page(collection: Collection, *parts: Any) -> Any:
    """The whole page of a collection; `parts` are drawers and dialogs that stand by themselves."""
    return dmc.MantineProvider(
        [
            dcc.Location(id=ids.LOCATION, refresh=False),
            dcc.Interval(id=ids.CLOCK, interval=_LOOK * 1000),
            *(
                dcc.Store(id=name)
                for name in (
                    ids.FILTERS,
                    ids.MARK,
                    ids.WINDOW,
                    ids.SELECTED,
                    ids.THEME,
                    ids.SIZE,
                    ids.CLICKED,
                    ids.PICKED,
                    ids.ZOOMED,
                    ids.READING,
                    ids.NARROWED,
                    ids.ADDRESS,
                    ids.MENU,
                    ids.DATED,
                    ids.SORT,
                    ids.SORTED,
                    ids.TURNED,
                    ids.LIST_PAGE,
                    ids.ROWS,
                    ids.KEY,
                    ids.LINK,
                    ids.EFFECT,
                    ids.DRAWING,
                    ids.DRAWN,
                )
            ),
            html.A("Skip to the table of events", href="#list", className="skip"),
            html.Div(
                [
                    _header(collection),
                    _tools(collection),
                    html.Main([*_main(collection), _empty(collection)], id=ids.BODY, className=body_class(collection)),
                ],
                className="page",
            ),
            keys.dialog(),
            *((*editor.forms(), history.drawer()) if collection.editable else ()),
            dmc.Drawer(
                [
                    html.Div(id=ids.DOCUMENT_TEXT, className="full-text", tabIndex=0),
                    editor.adding() if collection.editable else None,
                ],
                id=ids.DOCUMENT,
                position="right",
                size="min(46rem, 94vw)",
                title="",
                closeButtonProps={"aria-label": "Close the text"},
            ),
            *parts,
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
                    html.Button("Sources", id=ids.SOURCES_OPEN, type="button", className="button"),
                    html.Button("Export", id=ids.SHARE_OPEN, type="button", className="button"),
                    *(_correcting() if collection.editable else ()),
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


def _correcting() -> tuple[Any, ...]:
    """What was put right, and taking the last of it back."""
    undo = {"action": "undo"}
    return (
        html.Button("Corrections", id=ids.LOG_OPEN, type="button", className="button"),
        html.Button(
            "Undo",
            id=ids.UNDO,
            type="button",
            className="button",
            disabled=True,
            title="Take the last correction back",
            **data(correct=json.dumps(undo)),
        ),
    )


def counts(collection: Collection) -> str:
    """How much there is."""
    timeline = collection.timeline
    events, sources, undated = len(timeline.events), len(timeline.sources), len(collection.index.undated)
    parts = [f"{events:,} event{'s' * (events != 1)}", f"{sources:,} source{'s' * (sources != 1)}"]
    return " · ".join(parts + [f"{undated:,} undated"] * (undated > 0))


def _tools(collection: Collection) -> Any:
    return html.Div(
        [
            html.Div(
                [
                    dmc.TextInput(
                        id=ids.SEARCH,
                        placeholder="Search titles and quotes",
                        debounce=250,
                        size="sm",
                        **aria(label='Search titles and quotes; "words in quotes" stand together'),
                    ),
                    menus.bar(),
                ],
                className="tools",
            ),
            html.Div(
                [
                    html.P(menus.result(collection, NO_FILTERS), id=ids.RESULT, role="status"),
                    html.Div(id=ids.TAGS, className="tags", role="group", **aria(label="What is asked")),
                ],
                className="asked",
            ),
        ],
        id=ids.TOOLS,
        role="search",
        hidden=not collection.timeline.events,
    )


def _window_tools(collection: Collection) -> Any:
    """The dates in view as fields, lanes, and zoom."""
    first, last = (str(Day.from_ordinal(round(end))) for end in collection.index.window)
    fields = (
        dmc.TextInput(
            id=name,
            placeholder=end,
            size="xs",
            autoComplete="off",
            className="date-field",
            inputProps=aria(describedby=ids.DATES_NOTE),
            **aria(label=label),
        )
        for name, end, label in ((ids.FROM, first, "First day in view"), (ids.TO, last, "Last day in view"))
    )
    begin, end = fields
    return html.Div(
        [
            html.Div([begin, html.Span("to", className="dim"), end], className="dates", role="group"),
            html.P(id=ids.DATES_NOTE, className="wrong", role="alert"),
            dmc.Select(
                id=ids.LANES,
                data=[{"label": label, "value": value} for value, label in _LANES.items()],
                value="none",
                size="xs",
                allowDeselect=False,
                className="lanes",
                **aria(label="Set events apart"),
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
        className="window-tools",
    )


def _main(collection: Collection) -> list[Any]:
    return [
        html.Section(
            [
                _window_tools(collection),
                dcc.Graph(id=ids.OVERVIEW, config=_CONFIG),
                html.Div(
                    dcc.Graph(id=ids.TIMELINE, config=_CONFIG),
                    id=ids.FRAME,
                    tabIndex=0,
                    role="group",
                    **aria(label=_KEYS),
                ),
                html.Div(id=ids.NOTHING, className="nothing"),
                html.P(id=ids.NOTE, className="dim note", role="status"),
            ],
            className="drawing",
        ),
        html.Aside(
            [
                html.P(id=ids.SPOKEN, className="unseen", role="status"),
                html.Div(detail.nothing_chosen(collection), id=ids.DETAIL),
                html.Div(id=ids.ALIKE),
            ],
            className="panel",
            tabIndex=-1,
            **aria(label="The chosen event"),
        ),
        html.Section(
            [
                html.Div(
                    [
                        html.H2("Events"),
                        dmc.SegmentedControl(
                            id=ids.LIST_SCOPE, data=listing.scopes(collection), value="view", size="xs"
                        ),
                    ],
                    className="list-head",
                ),
                html.Div(id=ids.LIST, tabIndex=-1),
            ],
            className="list",
            **aria(label="Table of events"),
        ),
    ]


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
