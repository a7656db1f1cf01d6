"""What only a browser can do: functions of the scripts."""

from __future__ import annotations

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State

from dashboard import ids
from dashboard.data.desk import Desk


def register(app: Dash, _: Desk) -> None:
    """Wire up colours, sizes, clicks and the address."""
    clicks = (Output(ids.CLICKED, "data"), Output(ids.TIMELINE, "clickData"))
    call(app, "click", clicks, Input(ids.TIMELINE, "clickData"))
    call(app, "settle", Output(ids.TIMELINE, "figure"), Input(ids.DRAWING, "data"))
    theme = Output(ids.THEME, "data")
    call(app, "toggleTheme", theme, Input(ids.THEME_TOGGLE, "n_clicks"), State(ids.THEME, "data"))
    call(app, "paint", Output(ids.PROVIDER, "forceColorScheme"), Input(ids.THEME, "data"))
    call(app, "observe", Output(ids.SIZE, "data"), Input(ids.LOCATION, "pathname"))
    call(app, "list", Output(ids.LIST, "data-drawn"), Input(ids.ROWS, "data"))
    call(app, "point", Output(ids.LIST, "data-shown"), Input(ids.SELECTED, "data"))
    call(app, "arrive", Output(ids.ADDRESS, "data"), Input(ids.LOCATION, "pathname"))
    call(app, "remember", Output(ids.EFFECT, "data"), Input(ids.LINK, "data"))
    call(app, "reveal", Output(ids.DOCUMENT_TEXT, "data-shown"), Input(ids.DOCUMENT_TEXT, "children"))


def call(app: Any, function: str, output: Any, *inputs: Any) -> None:
    """Let a function of a script give an output."""
    app.clientside_callback(ClientsideFunction("timeline", function), output, *inputs)
