"""The window, the chosen event, the drawing, and the address that leads back to them."""

from __future__ import annotations

from typing import Any, get_args

from dash import Dash, Input, Output, Patch, State, ctx, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.clientside import call
from dashboard.data import state
from dashboard.data.collection import Collection
from dashboard.data.desk import Desk
from dashboard.data.filters import Filters
from dashboard.find import listing, menus
from dashboard.view import zoom
from dashboard.view.typed import read_window
from timeline import charts
from timeline.charts import LaneKind, ThemeName, Window

_LANES: dict[str, LaneKind] = {kind: kind for kind in get_args(LaneKind)}


def register(app: Dash, desk: Desk) -> None:
    """Wire up the timeline and the address."""
    clicks = (Output(ids.CLICKED, "data"), Output(ids.TIMELINE, "clickData"))
    call(app, "click", clicks, Input(ids.TIMELINE, "clickData"))
    call(app, "settle", Output(ids.TIMELINE, "figure"), Input(ids.DRAWING, "data"))
    call(app, "observe", Output(ids.SIZE, "data"), Input(ids.LOCATION, "pathname"))
    call(app, "arrive", Output(ids.ADDRESS, "data"), Input(ids.LOCATION, "pathname"))
    call(app, "remember", Output(ids.EFFECT, "data"), Input(ids.LINK, "data"))
    wiring = _Wiring(desk)
    _register_window(app, wiring)
    _register_choice(app, wiring)
    _register_drawing(app, wiring)
    _register_address(app, wiring)
    _register_dates(app, wiring)


def _register_window(app: Dash, wiring: _Wiring) -> None:
    """Whatever moves or zooms the timeline."""
    app.callback(
        Output(ids.WINDOW, "data"),
        Input(ids.ADDRESS, "data"),
        Input(ids.TIMELINE, "relayoutData"),
        Input(ids.ZOOMED, "data"),
        Input(ids.CLICKED, "data"),
        Input(ids.OVERVIEW, "relayoutData"),
        Input(ids.ZOOM_ALL, "n_clicks"),
        Input(ids.ZOOM_IN, "n_clicks"),
        Input(ids.ZOOM_OUT, "n_clicks"),
        Input(ids.KEY, "data"),
        Input(ids.PICKED, "data"),
        Input(ids.DATED, "data"),
        Input(ids.NARROWED, "data"),
        State(ids.WINDOW, "data"),
        State(ids.FILTERS, "data"),
    )(wiring.navigate)


def _register_choice(app: Dash, wiring: _Wiring) -> None:
    """Whatever chooses an event."""
    app.callback(
        Output(ids.SELECTED, "data"),
        Input(ids.ADDRESS, "data"),
        Input(ids.CLICKED, "data"),
        Input(ids.PICKED, "data"),
        Input(ids.KEY, "data"),
        State(ids.SELECTED, "data"),
        State(ids.WINDOW, "data"),
        State(ids.FILTERS, "data"),
    )(wiring.select)


def _register_drawing(app: Dash, wiring: _Wiring) -> None:
    """The timeline, the line below it, and the strip above it."""
    look = (Input(ids.THEME, "data"), Input(ids.SIZE, "data"))
    filtered = (Input(ids.FILTERS, "data"), Input(ids.MARK, "data"))
    app.callback(
        Output(ids.DRAWING, "data"),
        Output(ids.NOTE, "children"),
        Output(ids.DRAWN, "data"),
        Output(ids.NOTHING, "children"),
        Input(ids.WINDOW, "data"),
        Input(ids.SELECTED, "data"),
        *filtered,
        *look,
        Input(ids.LANES, "value"),
    )(wiring.draw)
    app.callback(Output(ids.OVERVIEW, "figure"), Input(ids.DRAWN, "data"), *filtered, *look)(wiring.draw_overview)


def _register_address(app: Dash, wiring: _Wiring) -> None:
    """The address that leads back to this view, and the lanes that an address asks for."""
    app.callback(
        Output(ids.LINK, "data"),
        Input(ids.WINDOW, "data"),
        Input(ids.SELECTED, "data"),
        Input(ids.FILTERS, "data"),
        Input(ids.LANES, "value"),
        Input(ids.LIST_SCOPE, "value"),
        Input(ids.SORT, "data"),
    )(wiring.link)
    app.callback(Output(ids.LANES, "value"), Input(ids.ADDRESS, "data"))(wiring.restore_lanes)


def _register_dates(app: Dash, wiring: _Wiring) -> None:
    """The fields with the first and the last day in view."""
    app.callback(
        Output(ids.FROM, "value"),
        Output(ids.TO, "value"),
        Output(ids.FROM, "placeholder"),
        Output(ids.TO, "placeholder"),
        Output(ids.DATES_NOTE, "children"),
        Input(ids.DRAWN, "data"),
        Input(ids.DATED, "data"),
        State(ids.FILTERS, "data"),
    )(wiring.tell_dates)


class _Wiring:
    """The callbacks of one desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def navigate(
        self,
        address: dict[str, Any] | None,
        relayout: dict[str, Any] | None,
        zoomed: dict[str, Any] | None,
        click: dict[str, Any] | None,
        brush: dict[str, Any] | None,
        _all: int | None,
        _in: int | None,
        _out: int | None,
        key: dict[str, Any] | None,
        picked: dict[str, Any] | None,
        dated: dict[str, Any] | None,
        narrowed: dict[str, Any] | None,
        known: list[float] | None,
        data: dict[str, Any] | None,
    ) -> Any:
        """The window after whatever a person did."""
        window, filters, collection = state.as_window(known), Filters.of(data), self.desk.collection
        whole = collection.scene(filters).index.window
        match ctx.triggered_id:
            case ids.TIMELINE:
                found = zoom.after_relayout(relayout, window)
            case ids.ZOOMED:
                found = zoom.after_relayout((zoomed or {}).get("change"), window)
            case ids.CLICKED:
                action = _action(click)
                found = state.limited(*action[1:]) if action and action[0] == "window" else window
            case ids.OVERVIEW:
                found = zoom.after_brush(brush, window)
            case ids.ZOOM_ALL:
                found = None
            case ids.ZOOM_IN:
                found = zoom.zoomed(window, whole, closer=True)
            case ids.ZOOM_OUT:
                found = zoom.zoomed(window, whole, closer=False)
            case ids.KEY:
                found = zoom.after_key((key or {}).get("key", ""), window, whole)
            case ids.PICKED:
                found = _showing(window, whole, collection.span((picked or {}).get("event")))
            case ids.DATED:
                typed = _typed(dated, whole)
                found = window if isinstance(typed, str) else typed
            case ids.NARROWED:
                found = _held(collection, narrowed) if window is None else window
            case _:
                return _first_window(collection, state.asked(address))
        return no_update if found == window else found

    def select(
        self,
        address: dict[str, Any] | None,
        click: dict[str, Any] | None,
        picked: dict[str, Any] | None,
        key: dict[str, Any] | None,
        selected: str | None,
        window: list[float] | None,
        filters: dict[str, Any] | None,
    ) -> Any:
        """The chosen event after whatever a person did."""
        collection = self.desk.collection
        match ctx.triggered_id:
            case ids.CLICKED:
                action = _action(click)
                return action[1] if action and action[0] == "event" else no_update
            case ids.PICKED:
                found = (picked or {"event": selected}).get("event")
                return no_update if found == selected else found
            case ids.KEY:
                pressed = (key or {}).get("key", "")
                if pressed not in ("ArrowLeft", "ArrowRight"):
                    return no_update
                listed = listing.listed(collection, "view", state.as_window(window), Filters.of(filters))
                return listed.neighbour(selected, 1 if pressed == "ArrowRight" else -1) or no_update
            case _:
                wanted = state.asked(address).selected
                event = collection.events.get(wanted) if wanted else None
                return event.id if event is not None else None

    def draw(
        self,
        window: list[float] | None,
        selected: str | None,
        filters: dict[str, Any] | None,
        _mark: str | None,
        theme: ThemeName | None,
        size: dict[str, int] | None,
        lanes: str | None,
    ) -> tuple[Any, str, Any, Any]:
        """The timeline, a line that says how many events are in view, and what to do where nothing is."""
        if not size or not theme or filters is None:
            raise PreventUpdate
        collection, asked = self.desk.collection, Filters.of(filters)
        scene = collection.scene(asked, selected)
        shown = state.as_window(window) or collection.scene(asked).index.window
        figure = charts.drawing(
            scene.index,
            window=shown,
            width=size["width"],
            height=size["height"],
            theme=theme,
            selected=selected,
            shown=scene.shown,
            lanes=_LANES.get(lanes or ""),
            undated=0,  # the line below the timeline says how many
        )
        note = collection.extent_in_words(shown, asked)
        drawn = no_update if set(ctx.triggered_prop_ids.values()) == {ids.SELECTED} else {"window": window}
        return figure, note, drawn, menus.ways_out(collection, asked, shown, selected)

    def draw_overview(
        self,
        drawn: dict[str, Any] | None,
        filters: dict[str, Any] | None,
        _mark: str | None,
        theme: ThemeName | None,
        size: dict[str, int] | None,
    ) -> Any:
        """The strip above the timeline; where only the window changed, only its mark."""
        if not drawn or not size or not theme:
            raise PreventUpdate
        window = state.as_window(drawn.get("window"))
        if set(ctx.triggered_prop_ids.values()) == {ids.DRAWN}:
            change = Patch()
            change["layout"]["selections"] = charts.selections(window)
            return change
        scene = self.desk.collection.scene(Filters.of(filters))
        return charts.overview(
            scene.index,
            window=window,
            width=size["width"],
            theme=theme,
            shown=scene.shown,
        )

    def link(
        self,
        window: list[float] | None,
        selected: str | None,
        filters: dict[str, Any] | None,
        lanes: str | None,
        scope: str | None,
        sort: str | None,
    ) -> str:
        """The address of this view."""
        asked = Filters.of(filters)
        view = state.View(
            window=state.as_window(window),
            selected=selected,
            filters=asked,
            everything=window is None and self.desk.collection.scene(asked).index.focus is not None,
            lanes=lanes if lanes in state.LANES else "",
            scope=scope or "view",
            sort=sort or "",
        )
        return state.write_link(view)

    def restore_lanes(self, address: dict[str, Any] | None) -> str:
        """The lanes that the address asks for."""
        return state.asked(address).lanes or "none"

    def tell_dates(
        self, drawn: dict[str, Any] | None, dated: dict[str, Any] | None, filters: dict[str, Any] | None
    ) -> tuple[Any, ...]:
        """The first and the last day in view, and those of all; or what is wrong with those that were typed."""
        whole = self.desk.collection.scene(Filters.of(filters)).index.window
        if ctx.triggered_id == ids.DATED:
            typed = _typed(dated, whole)
            if isinstance(typed, str):
                return *(no_update,) * 4, typed
        if drawn is None:
            raise PreventUpdate
        window = state.as_window(drawn.get("window"))
        return *(state.ends(window) if window else ("", "")), *state.ends(whole), ""


def _first_window(collection: Collection, asked: state.View) -> Window | None:
    """What an address shows: the dates that it names; else all or where most stands, with the chosen event."""
    index = collection.scene(asked.filters).index
    if asked.window:
        return asked.window
    return _showing(None if asked.everything else index.focus, index.window, collection.span(asked.selected))


def _showing(window: Window | None, whole: Window, span: Window | None) -> Window | None:
    """The window where it shows something of a span, or there is none; else one as long around the span's middle.

    None is the whole, outside which an event that is no main one may lie.
    """
    found = zoom.showing(window or whole, span) if span else window
    return None if window is None and found == whole else found


def _held(collection: Collection, narrowed: dict[str, Any] | None) -> Window | None:
    """The days in view, where a person turns from all dates of the main events to all events: their days stay in view.

    All events may reach much further, by one date read wrong.
    """
    if (narrowed or {}).get("field") != "events" or (narrowed or {}).get("value") != "all":
        return None
    main = collection.main_index.window
    return main if main != collection.index.window else None


def _typed(dated: dict[str, Any] | None, whole: Window) -> Window | str | None:
    """The window of the typed dates, or what is wrong with them."""
    first, last = (str((dated or {}).get(end) or "") for end in ("from", "to"))
    return read_window(first, last, whole)


def _action(click: dict[str, Any] | None) -> Any:
    """What a clicked point of a figure asks for."""
    return (click or {}).get("action")
