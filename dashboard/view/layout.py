"""The timeline on the page: the dates in view, lanes and zoom, the overview, the drawing."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard import ids
from dashboard.attributes import aria
from dashboard.data import state
from dashboard.data.collection import Collection
from timeline.charts import CONFIG

STORES: tuple[str, ...] = (
    ids.WINDOW,
    ids.SELECTED,
    ids.SIZE,
    ids.CLICKED,
    ids.PICKED,
    ids.ZOOMED,
    ids.ADDRESS,
    ids.DATED,
    ids.KEY,
    ids.LINK,
    ids.EFFECT,
    ids.DRAWING,
    ids.DRAWN,
)
"""What the page keeps for this feature."""

_KEYS = "Timeline. Arrow keys choose the next event, plus and minus zoom, 0 shows all. The table holds the same."
_LANES = {"none": "No lanes", "source": "By source", "participant": "By participant"}
_LANES |= {"place": "By place", "status": "By status"}
_CONFIG: Any = dict(CONFIG)


def drawing(collection: Collection) -> Any:
    """The timeline with all that changes what of it is in view."""
    return html.Section(
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
    )


def _window_tools(collection: Collection) -> Any:
    """The dates in view as fields, lanes, and zoom."""
    first, last = state.ends(collection.main_index.window)
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
