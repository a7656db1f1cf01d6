"""The table of events."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, State, ctx, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.clientside import call
from dashboard.data import state
from dashboard.data.desk import Desk
from dashboard.data.filters import Filters
from dashboard.find import listing


def register(app: Dash, desk: Desk) -> None:
    """Wire up the table: what it holds, its order, its pages."""
    call(app, "list", Output(ids.LIST, "data-drawn"), Input(ids.ROWS, "data"))
    call(app, "point", Output(ids.LIST, "data-shown"), Input(ids.SELECTED, "data"))
    _register_scope(app, desk)
    _register_order(app)
    _register_pages(app, desk)


def _register_scope(app: Dash, desk: Desk) -> None:
    """The choice of what the table lists."""

    @app.callback(
        Output(ids.LIST_SCOPE, "value"),
        Input(ids.ADDRESS, "data"),
    )
    def restore(address: dict[str, Any] | None) -> str:
        """What the address lists."""
        return state.asked(address).scope

    @app.callback(
        Output(ids.LIST_SCOPE, "data"),
        Input(ids.MARK, "data"),
        Input(ids.FILTERS, "data"),
        prevent_initial_call=True,
    )
    def offer(_: str | None, data: dict[str, Any] | None) -> list[dict[str, str]]:
        """What can be listed, as the project and the filters change."""
        return listing.scopes(desk.collection, Filters.of(data))


def _register_order(app: Dash) -> None:
    """The headings, which sort."""

    @app.callback(
        Output(ids.SORT, "data"),
        Input(ids.ADDRESS, "data"),
        Input(ids.SORTED, "data"),
        State(ids.SORT, "data"),
        State(ids.LIST_SCOPE, "value"),
    )
    def sort(
        address: dict[str, Any] | None, sorted_: dict[str, Any] | None, known: str | None, scope: str | None
    ) -> str:
        """The order after a click on a heading, or that of the address."""
        if ctx.triggered_id == ids.SORTED:
            return listing.sorted_by((sorted_ or {}).get("column", ""), known or "", scope or "")
        return state.asked(address).sort


def _register_pages(app: Dash, desk: Desk) -> None:
    """The rows, and the buttons that turn their pages."""

    @app.callback(
        Output(ids.ROWS, "data"),
        Output(ids.LIST_PAGE, "data"),
        Input(ids.WINDOW, "data"),
        Input(ids.SELECTED, "data"),
        Input(ids.FILTERS, "data"),
        Input(ids.MARK, "data"),
        Input(ids.LIST_SCOPE, "value"),
        Input(ids.SORT, "data"),
        Input(ids.TURNED, "data"),
        State(ids.LIST_PAGE, "data"),
    )
    def list_events(
        window: list[float] | None,
        selected: str | None,
        data: dict[str, Any] | None,
        _mark: str | None,
        scope: str,
        sort: str | None,
        turned: dict[str, Any] | None,
        page: int | None,
    ) -> tuple[Any, Any]:
        """A page of the table: the one asked for, or the one with the event just chosen."""
        if data is None:
            raise PreventUpdate
        collection, filters = desk.collection, Filters.of(data)
        order = sort or listing.own_sort(scope)
        listed = listing.listed(collection, scope, state.as_window(window), filters, sort=order)
        page = page or 1
        causes = set(ctx.triggered_prop_ids.values())
        if causes == {ids.SELECTED} and listed.page_of(selected) in (None, page):
            return no_update, no_update  # the browser marks its row
        if ids.TURNED in causes:  # it may come together with a choice made before
            page += int((turned or {}).get("step", 0))
        else:
            page = listed.page_of(selected) or 1
        page = min(max(page, 1), listed.pages)
        if not len(listed):
            return listing.nothing(collection, scope, filters), 1
        return listing.table(listed, page, sort=order), page
