"""Which part of the page follows from which. The work is done elsewhere; here it is wired."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import dash
from dash import ClientsideFunction, Dash, Input, Output, Patch, State, ctx, no_update

from dashboard import detail, ids, listing, state
from dashboard.collection import Collection
from dashboard.document import full_text
from timeline import charts
from timeline.charts import ThemeName, Window


def register(app: Dash, collection: Collection) -> None:
    """Wire up the page of a collection."""
    _register_browser(app)
    if not collection.timeline.events:
        return
    clicks = (Output(ids.CLICKED, "data"), Output(ids.TIMELINE, "clickData"))
    _browser(app, "click", clicks, Input(ids.TIMELINE, "clickData"))
    _browser(app, "settle", Output(ids.TIMELINE, "figure"), Input(ids.DRAWING, "data"))
    wiring = _Wiring(collection)
    filters = (Input(ids.SEARCH, "value"), Input(ids.STATUSES, "value"))
    look = (Input(ids.THEME, "data"), Input(ids.SIZE, "data"))
    app.callback(
        Output(ids.SEARCH, "value"),
        Output(ids.STATUSES, "value"),
        Input(ids.LOCATION, "search"),
    )(wiring.restore)
    app.callback(
        Output(ids.WINDOW, "data"),
        Input(ids.LOCATION, "search"),
        Input(ids.TIMELINE, "relayoutData"),
        Input(ids.ZOOMED, "data"),
        Input(ids.CLICKED, "data"),
        Input(ids.OVERVIEW, "relayoutData"),
        Input(ids.ZOOM_ALL, "n_clicks"),
        Input(ids.ZOOM_IN, "n_clicks"),
        Input(ids.ZOOM_OUT, "n_clicks"),
        Input(ids.KEY, "data"),
        Input(ids.PICKED, "data"),
        State(ids.WINDOW, "data"),
    )(wiring.navigate)
    app.callback(
        Output(ids.SELECTED, "data"),
        Input(ids.LOCATION, "search"),
        Input(ids.CLICKED, "data"),
        Input(ids.PICKED, "data"),
        Input(ids.KEY, "data"),
        State(ids.SELECTED, "data"),
        State(ids.WINDOW, "data"),
        State(ids.SEARCH, "value"),
        State(ids.STATUSES, "value"),
    )(wiring.select)
    app.callback(
        Output(ids.DRAWING, "data"),
        Output(ids.NOTE, "children"),
        Output(ids.DRAWN, "data"),
        Input(ids.WINDOW, "data"),
        Input(ids.SELECTED, "data"),
        *filters,
        *look,
    )(wiring.draw)
    app.callback(Output(ids.OVERVIEW, "figure"), Input(ids.DRAWN, "data"), *filters, *look)(wiring.draw_overview)
    app.callback(
        Output(ids.DETAIL, "children"),
        Output(ids.SPOKEN, "children"),
        Input(ids.SELECTED, "data"),
    )(wiring.explain)
    app.callback(
        Output(ids.LIST, "children"),
        Output(ids.LIST_PAGE, "total"),
        Output(ids.LIST_PAGE, "value"),
        Input(ids.DRAWN, "data"),
        Input(ids.SELECTED, "data"),
        *filters,
        Input(ids.LIST_SCOPE, "value"),
        Input(ids.LIST_PAGE, "value"),
    )(wiring.list_events)
    app.callback(
        Output(ids.DOCUMENT, "opened"),
        Output(ids.DOCUMENT, "title"),
        Output(ids.DOCUMENT_TEXT, "children"),
        Input(ids.READING, "data"),
        prevent_initial_call=True,
    )(wiring.read)
    app.callback(
        Output(ids.LINK, "data"),
        Input(ids.WINDOW, "data"),
        Input(ids.SELECTED, "data"),
        *filters,
    )(wiring.link)


def _register_browser(app: Dash) -> None:
    """What every page needs of its browser."""
    _browser(
        app, "toggleTheme", Output(ids.THEME, "data"), Input(ids.THEME_TOGGLE, "n_clicks"), State(ids.THEME, "data")
    )
    _browser(app, "paint", Output(ids.PROVIDER, "forceColorScheme"), Input(ids.THEME, "data"))
    _browser(app, "observe", Output(ids.SIZE, "data"), Input(ids.LOCATION, "pathname"))
    _browser(app, "remember", Output(ids.EFFECT, "data"), Input(ids.LINK, "data"))
    _browser(app, "reveal", Output(ids.DOCUMENT_TEXT, "data-shown"), Input(ids.DOCUMENT_TEXT, "children"))


def _browser(app: Any, function: str, output: Any, *inputs: Any) -> None:
    """Let a function of assets/dashboard.js give an output."""
    app.clientside_callback(ClientsideFunction("timeline", function), output, *inputs)


class _Wiring:
    """The callbacks of one collection."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection

    def restore(self, search: str | None) -> tuple[str, list[str]]:
        """Search and filter from the address."""
        view = state.read_link(search)
        return view.query, list(view.statuses)

    def navigate(
        self,
        search: str | None,
        relayout: dict[str, Any] | None,
        zoomed: dict[str, Any] | None,
        click: dict[str, Any] | None,
        brush: dict[str, Any] | None,
        _all: int | None,
        _in: int | None,
        _out: int | None,
        key: dict[str, Any] | None,
        picked: dict[str, Any] | None,
        known: list[float] | None,
    ) -> Any:
        """The window after whatever a person did."""
        window = _as_window(known)
        whole = self.collection.index.window
        match ctx.triggered_id:
            case ids.TIMELINE:
                found = state.after_relayout(relayout, window)
            case ids.ZOOMED:
                found = state.after_relayout((zoomed or {}).get("change"), window)
            case ids.CLICKED:
                action = _action(click)
                found = state.limited(*action[1:]) if action and action[0] == "window" else window
            case ids.OVERVIEW:
                found = state.after_brush(brush, window)
            case ids.ZOOM_ALL:
                found = None
            case ids.ZOOM_IN:
                found = state.zoomed(window, whole, closer=True)
            case ids.ZOOM_OUT:
                found = state.zoomed(window, whole, closer=False)
            case ids.KEY:
                found = state.after_key((key or {}).get("key", ""), window, whole)
            case ids.PICKED:
                span = self.collection.index.span((picked or {}).get("event", ""))
                found = state.showing(window, span) if window and span else window
            case _:
                asked = state.read_link(search)
                return asked.window or (None if asked.everything else self.collection.index.focus)
        return no_update if found == window else found

    def select(
        self,
        search: str | None,
        click: dict[str, Any] | None,
        picked: dict[str, Any] | None,
        key: dict[str, Any] | None,
        selected: str | None,
        window: list[float] | None,
        query: str | None,
        statuses: list[str] | None,
    ) -> Any:
        """The chosen event after whatever a person did."""
        match ctx.triggered_id:
            case ids.CLICKED:
                action = _action(click)
                return action[1] if action and action[0] == "event" else no_update
            case ids.PICKED:
                return (picked or {}).get("event", no_update)
            case ids.KEY:
                pressed = (key or {}).get("key", "")
                if pressed not in ("ArrowLeft", "ArrowRight"):
                    return no_update
                listed = self._listed("view", _as_window(window), query, statuses)
                return listed.neighbour(selected, 1 if pressed == "ArrowRight" else -1) or no_update
            case _:
                asked = state.read_link(search).selected
                event = self.collection.events.get(asked) if asked else None
                return event.id if event is not None else None

    def draw(
        self,
        window: list[float] | None,
        selected: str | None,
        query: str | None,
        statuses: list[str] | None,
        theme: ThemeName | None,
        size: dict[str, int] | None,
    ) -> tuple[Any, str, Any]:
        """The timeline, and a line that says how much of it is in view."""
        if not size or not theme:
            raise dash.exceptions.PreventUpdate
        collection = self.collection
        shown = collection.shown(query or "", tuple(statuses or ()))
        figure = charts.drawing(
            collection.index,
            window=_as_window(window),
            width=size["width"],
            height=size["height"],
            theme=theme,
            selected=selected,
            shown=shown,
        )
        undated = len(collection.undated(query or "", tuple(statuses or ())))
        return figure, collection.extent_in_words(_as_window(window), shown, undated), {"window": window}

    def draw_overview(
        self,
        drawn: dict[str, Any] | None,
        query: str | None,
        statuses: list[str] | None,
        theme: ThemeName | None,
        size: dict[str, int] | None,
    ) -> Any:
        """The strip above the timeline; where only the window changed, only its mark."""
        if not drawn or not size or not theme:
            raise dash.exceptions.PreventUpdate
        window = _as_window(drawn["window"])
        if set(ctx.triggered_prop_ids.values()) == {ids.DRAWN}:
            change = Patch()
            change["layout"]["selections"] = charts.selections(window)
            return change
        return charts.overview(
            self.collection.index,
            window=window,
            width=size["width"],
            theme=theme,
            shown=self.collection.shown(query or "", tuple(statuses or ())),
        )

    def explain(self, selected: str | None) -> tuple[Any, str]:
        """The panel of the chosen event, and what a screen reader says."""
        event = self.collection.events.get(selected) if selected else None
        if event is None:
            return detail.nothing_chosen(self.collection), ""
        return detail.panel(self.collection, event), detail.in_one_line(event)

    def list_events(
        self,
        drawn: dict[str, Any] | None,
        selected: str | None,
        query: str | None,
        statuses: list[str] | None,
        scope: str,
        page: int,
    ) -> tuple[Any, int, int]:
        """A page of the list: the one asked for, or the one with the event just chosen."""
        if drawn is None:
            raise dash.exceptions.PreventUpdate
        listed = self._listed(scope, _as_window(drawn["window"]), query, statuses)
        if ctx.triggered_id != ids.LIST_PAGE:
            page = listed.page_of(selected) or (page if ctx.triggered_id == ids.SELECTED else 1)
        page = min(max(page, 1), listed.pages)
        return listing.entries(listed.page(page), selected=selected), listed.pages, page

    def read(self, asked: dict[str, Any] | None) -> tuple[Any, Any, Any]:
        """A source's text, opened at a quote."""
        event = self.collection.events.get((asked or {}).get("event", ""))
        number = int((asked or {}).get("mention", 0))
        if event is None or not 0 <= number < len(event.mentions):
            raise dash.exceptions.PreventUpdate
        mention = event.mentions[number]
        source = self.collection.sources.get(mention.document)
        if source is None:
            raise dash.exceptions.PreventUpdate
        return True, source.document.title or source.document.id, full_text(source, mention)

    def link(
        self, window: list[float] | None, selected: str | None, query: str | None, statuses: list[str] | None
    ) -> str:
        """The address of this view."""
        everything = window is None and self.collection.index.focus is not None
        return state.write_link(
            state.View(_as_window(window), selected, query or "", tuple(statuses or ()), everything)
        )

    def _listed(
        self, scope: str, window: Window | None, query: str | None, statuses: list[str] | None
    ) -> listing.Listed:
        collection, chosen = self.collection, tuple(statuses or ())
        undated = collection.undated(query or "", chosen)
        if scope == "undated":
            return listing.Listed(collection.index, collection.index.in_view((0, 0))[:0], undated)
        whole = window is None or scope == "all"
        span = collection.index.window if whole or window is None else window
        places = collection.index.in_view(span, collection.shown(query or "", chosen))
        return listing.Listed(collection.index, places, undated if whole else [])


def _as_window(known: Sequence[float] | None) -> Window | None:
    return (float(known[0]), float(known[1])) if known else None


def _action(click: dict[str, Any] | None) -> Any:
    """What a clicked point of a figure asks for."""
    return (click or {}).get("action")
