"""The panel of the chosen event, and a source's text."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, ctx
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.clientside import call
from dashboard.data.desk import Desk
from dashboard.data.filters import Filters
from dashboard.event import detail
from dashboard.event.document import full_text
from dashboard.wording import in_one_line


def register(app: Dash, desk: Desk) -> None:
    """Wire up the panel and the drawer with the text."""
    call(app, "reveal", Output(ids.DOCUMENT_TEXT, "data-shown"), Input(ids.DOCUMENT_TEXT, "children"))

    @app.callback(
        Output(ids.DETAIL, "children"),
        Output(ids.SPOKEN, "children"),
        Input(ids.SELECTED, "data"),
        Input(ids.MARK, "data"),
        Input(ids.FILTERS, "data"),
    )
    def explain(selected: str | None, _: str | None, filters: dict[str, Any] | None) -> tuple[Any, str]:
        """The panel of the chosen event, and what a screen reader says."""
        collection = desk.collection
        event = collection.events.get(selected) if selected else None
        if event is None:
            return detail.nothing_chosen(collection, Filters.of(filters)), ""
        if set(ctx.triggered_prop_ids.values()) == {ids.FILTERS}:
            raise PreventUpdate
        return detail.panel(collection, event), in_one_line(event)

    @app.callback(
        Output(ids.ALIKE, "children"),
        Input(ids.SELECTED, "data"),
        Input(ids.MARK, "data"),
    )
    def compare(selected: str | None, _: str | None) -> Any:
        """Events like the chosen one; apart from the panel, which need not wait for them."""
        collection = desk.collection
        event = collection.events.get(selected) if selected else None
        return None if event is None else detail.alike(collection.similarity.to(event), event)

    @app.callback(
        Output(ids.DOCUMENT, "opened"),
        Output(ids.DOCUMENT, "title"),
        Output(ids.DOCUMENT_TEXT, "children"),
        Input(ids.READING, "data"),
        prevent_initial_call=True,
    )
    def read(asked: dict[str, Any] | None) -> tuple[Any, Any, Any]:
        """A source's text, opened at a quote."""
        collection = desk.collection
        event = collection.events.get((asked or {}).get("event", ""))
        number = int((asked or {}).get("mention", 0))
        if event is None or not 0 <= number < len(event.mentions):
            raise PreventUpdate
        mention = event.mentions[number]
        source = collection.sources.get(mention.document)
        if source is None:
            raise PreventUpdate
        return (
            True,
            source.document.title or source.document.id,
            full_text(source, mention, collection.told_in[mention.document]),
        )
