"""Search and filters."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, State, ctx, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.data import state
from dashboard.data.desk import Desk
from dashboard.data.filters import Filters
from dashboard.find import menus, table_callbacks

_MENUS = tuple(menus.MENUS)


def register(app: Dash, desk: Desk) -> None:
    """Wire up the search field, the menus and the tags, whose values `ids.FILTERS` keeps together; and the table."""
    table_callbacks.register(app, desk)
    _register_filters(app)
    _register_tags(app, desk)
    _register_menus(app, desk)


def _register_filters(app: Dash) -> None:
    """The filters, which the search field, the menus, the tags and the address change."""

    @app.callback(
        Output(ids.FILTERS, "data"),
        Output(ids.SEARCH, "value"),
        Input(ids.ADDRESS, "data"),
        Input(ids.SEARCH, "value"),
        Input(ids.NARROWED, "data"),
        State(ids.FILTERS, "data"),
    )
    def narrow(
        address: dict[str, Any] | None,
        query: str | None,
        narrowed: dict[str, Any] | None,
        known: dict[str, Any] | None,
    ) -> tuple[Any, Any]:
        """The filters after whatever a person did; the field is left alone while it is typed into."""
        filters = Filters.of(known)
        match ctx.triggered_id:
            case ids.SEARCH:
                found = Filters.of({**filters.data(), "query": query})
                return (found.data(), no_update) if found != filters else (no_update, no_update)
            case ids.NARROWED:
                field, value = (str((narrowed or {}).get(key) or "") for key in ("field", "value"))
                found = Filters.of({"events": filters.events}) if field == "all" else filters.toggled(field, value)
                return found.data(), no_update if found.query == filters.query else found.query
            case _ if address:
                found = state.asked(address).filters
                return found.data(), found.query
        raise PreventUpdate


def _register_tags(app: Dash, desk: Desk) -> None:
    """The tags, the line with the number of events, the choice of main events or all, the numbers on the menus."""

    @app.callback(
        Output(ids.TAGS, "children"),
        Output(ids.RESULT, "children"),
        Output(ids.REACH, "hidden"),
        Output(ids.REACH_MAIN, "aria-pressed"),
        Output(ids.REACH_ALL, "aria-pressed"),
        Output(ids.REACH_ALL, "children"),
        *(Output(ids.menu_count(name), "children") for name in _MENUS),
        Input(ids.FILTERS, "data"),
        Input(ids.MARK, "data"),
    )
    def tell(data: dict[str, Any] | None, _: str | None) -> list[Any]:
        """What is asked, how many events match, and whether these are the main events or all."""
        if data is None:
            raise PreventUpdate
        filters, collection = Filters.of(data), desk.collection
        asked = (getattr(filters, name) for name in _MENUS)
        counts = ["" if not values else str(len(values)) if isinstance(values, tuple) else "1" for values in asked]
        result, reached = menus.result(collection, filters), menus.reached(collection, filters)
        return [menus.tags(collection, filters), result, *reached, *counts]


def _register_menus(app: Dash, desk: Desk) -> None:
    """The choices of the menus, made when one is opened."""

    @app.callback(
        [Output(ids.menu_choices(name), "children") for name in _MENUS],
        Input(ids.MENU, "data"),
        Input(ids.FILTERS, "data"),
        Input(ids.MARK, "data"),
        prevent_initial_call=True,
    )
    def offer(menu: dict[str, Any] | None, data: dict[str, Any] | None, _: str | None) -> list[Any]:
        """What the open menu offers."""
        name = (menu or {}).get("name")
        if menu is None or name not in _MENUS:
            raise PreventUpdate
        most = menu.get("most")
        found = menus.choices(
            desk.collection,
            Filters.of(data),
            name,
            words=str(menu.get("words") or ""),
            most=most if isinstance(most, int) and most > 0 else menus.FIRST,
        )
        return [found if each == name else no_update for each in _MENUS]
