"""What leaves the page: files, a link, a piece of HTML."""

from __future__ import annotations

from typing import Any

import flask
from dash import Dash, Input, Output, State
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.data import state
from dashboard.data.desk import Desk
from dashboard.data.filters import Filters
from dashboard.share import embed, layout, routes


def register(app: Dash, desk: Desk) -> None:
    """Wire up the dialog; add the addresses of exports and of the embedded view."""
    routes.register(app.server, desk)

    @app.callback(
        Output(ids.SHARE, "opened"),
        Output(ids.SHARE_SCOPE, "value"),
        Input(ids.SHARE_OPEN, "n_clicks"),
        State(ids.FILTERS, "data"),
        prevent_initial_call=True,
    )
    def open_dialog(_: int | None, filters: dict[str, Any] | None) -> tuple[bool, str]:
        """What a person narrowed down to is what they want, as a rule."""
        return True, "filtered" if Filters.of(filters) else "all"

    @app.callback(
        Output(ids.SHARE_FILES, "children"),
        Output(ids.SHARE_LINK, "value"),
        Output(ids.SHARE_EMBED, "value"),
        Input(ids.SHARE, "opened"),
        Input(ids.SHARE_SCOPE, "value"),
        Input(ids.MARK, "data"),
        State(ids.LINK, "data"),
    )
    def offer(opened: Any, scope: str | None, _mark: str | None, link: str | None) -> tuple[Any, str, str]:
        """What can be had of the view that is looked at."""
        if not opened:
            raise PreventUpdate
        collection, base = desk.collection, flask.request.host_url.rstrip("/")
        files = layout.files(collection, state.read_link(link), scope or "all")
        frame = embed.address(base, link or "", desk.embed_key)
        return files, f"{base}/{link or ''}", embed.snippet(frame, collection.title)
