"""Light and dark, and what changed in the project meanwhile: by this tab, by another, or by a build."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, State, ctx, no_update

from dashboard import ids
from dashboard.clientside import call
from dashboard.data.desk import Desk
from dashboard.page import layout


def register(app: Dash, desk: Desk) -> None:
    """Wire up the colours, and look at the project from time to time."""
    theme = Output(ids.THEME, "data")
    call(app, "toggleTheme", theme, Input(ids.THEME_TOGGLE, "n_clicks"), State(ids.THEME, "data"))
    call(app, "paint", Output(ids.PROVIDER, "forceColorScheme"), Input(ids.THEME, "data"))

    @app.callback(
        Output(ids.MARK, "data"),
        Input(ids.CLOCK, "n_intervals"),
        Input(ids.BUILT, "data"),
        State(ids.MARK, "data"),
    )
    def follow(_clock: int | None, _built: int | None, known: str | None) -> Any:
        """The mark of the project, where it changed; else the moment to get ready what a choice will ask for."""
        mark = desk.mark
        if mark != known:
            return mark
        if ctx.triggered_id == ids.CLOCK:
            desk.collection.prepare()
        return no_update

    @app.callback(
        Output(ids.BODY, "className"),
        Output(ids.TOOLS, "hidden"),
        Output(ids.COUNTS, "children"),
        Input(ids.MARK, "data"),
        prevent_initial_call=True,
    )
    def fill(_: str | None) -> tuple[str, bool, str]:
        """What there is to see: the events, or how to get some."""
        collection = desk.collection
        return layout.body_class(collection), not collection.timeline.events, layout.counts(collection)
