"""The documents: adding, removing and dating them, and building again."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import flask
from dash import Dash, Input, Output, State, ctx, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.data.collection import Collection
from dashboard.data.desk import Desk
from dashboard.sources import documents, progress, routes, uploads
from dashboard.sources.building import Builder, Change
from timeline import DateError, Source, TimeSpan, open_project, written_date
from timeline.charts import date_in_words


def register(app: Dash, desk: Desk, builder: Builder | None) -> None:
    """Wire up the drawer, its dialogs and the builds; add the address that takes files."""
    routes.register(app.server, builder)
    wiring = _Wiring(desk, builder)
    _register_drawer(app, wiring)
    _register_dialogs(app, wiring)
    _register_changes(app, wiring)
    _register_progress(app, wiring)


def _register_drawer(app: Dash, wiring: _Wiring) -> None:
    """The button that opens the drawer, and the documents in it."""
    app.callback(Output(ids.SOURCES, "opened"), Input(ids.SOURCES_OPEN, "n_clicks"), prevent_initial_call=True)(
        lambda _: True
    )
    app.callback(
        Output(ids.SOURCE_LIST, "children"),
        Output(ids.SOURCE_PAGE, "total"),
        Output(ids.SOURCE_PAGE, "value"),
        Input(ids.SOURCES, "opened"),
        Input(ids.MARK, "data"),
        Input(ids.SOURCE_SEARCH, "value"),
        Input(ids.SOURCE_PAGE, "value"),
    )(wiring.list_documents)


def _register_dialogs(app: Dash, wiring: _Wiring) -> None:
    """The dialogs of one document: to date it, and to remove it."""
    app.callback(
        Output(ids.DATE_DIALOG, "opened"),
        Output(ids.DATE_OF, "children"),
        Output(ids.DATE, "value"),
        Output(ids.DATE_FORGET, "hidden"),
        Output(ids.REMOVE_DIALOG, "opened"),
        Output(ids.REMOVE_WHAT, "children"),
        Input(ids.SOURCE_ASKED, "data"),
        Input(ids.DATE_CANCEL, "n_clicks"),
        Input(ids.REMOVE_CANCEL, "n_clicks"),
        Input(ids.BUILD_ASKED, "data"),
        prevent_initial_call=True,
    )(wiring.ask)
    app.callback(
        Output(ids.DATE_READ, "children"),
        Output(ids.DATE, "error"),
        Output(ids.DATE_SET, "disabled"),
        Input(ids.DATE, "value"),
    )(wiring.read_date)


def _register_changes(app: Dash, wiring: _Wiring) -> None:
    """Whatever adds, dates or removes a document, or builds again."""
    app.callback(
        Output(ids.BUILD_ASKED, "data"),
        Output(ids.PATH, "value"),
        Output(ids.REFUSED, "children"),
        Input(ids.UPLOADED, "data"),
        Input(ids.PATH_ADD, "n_clicks"),
        Input(ids.PATH, "n_submit"),
        Input(ids.DATE_SET, "n_clicks"),
        Input(ids.DATE, "n_submit"),
        Input(ids.DATE_FORGET, "n_clicks"),
        Input(ids.REMOVE, "n_clicks"),
        Input(ids.REBUILD, "n_clicks"),
        State(ids.PATH, "value"),
        State(ids.SOURCE_ASKED, "data"),
        State(ids.DATE, "value"),
        State(ids.BUILD_ASKED, "data"),
        prevent_initial_call=True,
    )(wiring.build)


def _register_progress(app: Dash, wiring: _Wiring) -> None:
    """How far the build is, on the page and on the button of the drawer."""
    app.callback(
        Output(ids.BUILD, "children"),
        Output(ids.SOURCES_OPEN, "children"),
        Output(ids.BUILD_CLOCK, "disabled"),
        Output(ids.BUILT, "data"),
        Input(ids.BUILD_CLOCK, "n_intervals"),
        Input(ids.CLOCK, "n_intervals"),
        Input(ids.BUILD_ASKED, "data"),
        State(ids.BUILT, "data"),
        State(ids.BUILD_CLOCK, "disabled"),
    )(wiring.tell)


class _Wiring:
    """The callbacks of one desk."""

    def __init__(self, desk: Desk, builder: Builder | None) -> None:
        self.desk = desk
        self.builder = builder
        self._rows = lru_cache(maxsize=1)(_rows)

    def list_documents(
        self, opened: Any, _mark: str | None, query: str | None, page: int | None
    ) -> tuple[Any, int, int]:
        """A page of the documents."""
        if not opened:
            raise PreventUpdate
        everything = self._rows(self.desk.collection)
        found = documents.found(everything, query or "")
        pages = max(1, -(-len(found) // documents.PAGE))
        page = min(max(page or 1, 1), pages) if ctx.triggered_id != ids.SOURCE_SEARCH else 1
        shown = found[(page - 1) * documents.PAGE : page * documents.PAGE]
        return documents.listed(shown, total=len(everything), editable=self.builder is not None), pages, page

    def ask(self, asked: dict[str, Any] | None, *_: Any) -> tuple[Any, ...]:
        """Open the dialog that was asked for, or close both."""
        source = self._asked(asked)
        if ctx.triggered_id != ids.SOURCE_ASKED or source is None:
            return False, no_update, no_update, no_update, False, no_update
        if (asked or {}).get("what") == "remove":
            return (
                False,
                no_update,
                no_update,
                no_update,
                True,
                documents.consequences(source, ours=self._is_ours(source)),
            )
        when = source.published.when
        return True, documents.of_document(source), str(when or ""), not documents.is_given(source), False, no_update

    def read_date(self, written: str | None) -> tuple[str, str | None, bool]:
        """What a date is read as, and why where it cannot be."""
        if not (written or "").strip():
            return "", None, True
        try:
            when = self._date(written)
        except DateError as problem:
            return "", str(problem), True
        return f"{date_in_words(when)} ({when})", None, False

    def build(
        self,
        uploaded: dict[str, Any] | None,
        _add: int | None,
        _path_entered: int | None,
        _set: int | None,
        _date_entered: int | None,
        _forget: int | None,
        _remove: int | None,
        _rebuild: int | None,
        path: str | None,
        asked: dict[str, Any] | None,
        written: str | None,
        count: int | None,
    ) -> tuple[Any, Any, Any]:
        """Change what a person asked for, and build."""
        builder, source = self.builder, self._asked(asked)
        if builder is None:
            raise PreventUpdate
        refused: Any = None
        left: Any = no_update
        change: Change | None = None
        match ctx.triggered_id:
            case ids.UPLOADED:
                change, refused = _uploaded(builder, uploaded or {})
            case ids.PATH_ADD | ids.PATH if self._may_name_paths() and (path or "").strip():
                named = _expanded((path or "").strip())
                if reason := builder.reach.refusal(named):
                    refused = progress.refused([(named, reason)])
                else:
                    change, left = Change(paths=(named,)), ""
            case ids.DATE_SET | ids.DATE if source is not None:
                try:
                    change = Change(published={source.document.id: self._date(written)})
                except DateError:
                    raise PreventUpdate from None  # the dialog says so already
            case ids.DATE_FORGET if source is not None:
                change = Change(published={source.document.id: None})
            case ids.REMOVE if source is not None:
                change = Change(removed=(source.document.id,))
            case ids.REBUILD:
                change = Change()
        if change is None:
            if refused is None:
                raise PreventUpdate
            return no_update, left, refused
        builder.ask(change)
        return (count or 0) + 1, left, refused

    def tell(
        self, _tick: int | None, _clock: int | None, _asked: int | None, built: int | None, resting: Any
    ) -> tuple[Any, ...]:
        """The progress of a running build, whoever began it, or what came of the last."""
        builder = self.builder
        if builder is None:
            raise PreventUpdate
        state = builder.state
        if ctx.triggered_id == ids.CLOCK and resting and not state.running and state.ended == built:
            raise PreventUpdate
        ended = no_update if state.ended == built else state.ended
        return progress.progress(state), progress.progress_in_short(state), not state.running, ended

    def _asked(self, asked: dict[str, Any] | None) -> Source | None:
        return self.desk.collection.sources.get((asked or {}).get("source", ""))

    def _date(self, written: str | None) -> TimeSpan:
        """A date in any way of writing, in the order of days and months that the project was built with."""
        order = None
        if self.desk.path is not None:
            with open_project(self.desk.path) as project:
                order = project.options.get("date_order")
        return written_date(written or "", date_order=order)

    def _is_ours(self, source: Source) -> bool:
        return self.builder is not None and self.builder.keeps(source.document.path)

    def _may_name_paths(self) -> bool:
        """Whether whoever asks sits at this machine: nobody else may have its files read."""
        address = flask.request.remote_addr or ""
        try:
            return self.desk.local and ip_address(address).is_loopback
        except ValueError:
            return False


def _rows(collection: Collection) -> list[documents.Row]:
    return documents.rows(collection.timeline)


def _expanded(path: str) -> str:
    """A path with `~` as the folder that it means."""
    try:
        return str(Path(path).expanduser())
    except RuntimeError:  # of nobody
        return path


def _uploaded(builder: Builder, uploaded: dict[str, Any]) -> tuple[Change | None, Any]:
    """What to read of the files that were sent, and the list of those that were refused."""
    paths = [uploads.kept(builder.kept, str(name)) for name in uploaded.get("kept") or ()]
    found = tuple(str(path) for path in paths if path is not None)
    refused = [(str(each.get("name")), str(each.get("reason"))) for each in uploaded.get("refused") or ()]
    return (Change(paths=found) if found else None), progress.refused(refused)
