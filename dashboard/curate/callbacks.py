"""Curation: what a person puts right goes into the project's log, and the page follows."""

from __future__ import annotations

import base64
import binascii
from typing import Any

import flask
from dash import Dash, Input, Output, State, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.curate import curating, editor, history
from dashboard.data.collection import Collection
from dashboard.data.desk import Desk
from dashboard.data.filters import Filters
from dashboard.server.errors import sentence
from timeline import Event, TimelineError
from timeline.curation import Action, Correction, dumps, loads

_OFFERED = 8  # events to merge with


def register(app: Dash, desk: Desk) -> None:
    """Wire up the forms, the log and the buttons that correct."""
    if desk.path is None:
        return
    _register_name_form(app)
    _register_editor(app, desk)
    _register_merger(app, desk)
    _register_adder(app)
    _register_log(app, desk)
    _register_corrections(app, desk)


def _register_name_form(app: Dash) -> None:
    """The form that asks who corrects."""

    @app.callback(
        Output(ids.WHO, "data"),
        Output(ids.WHO_FORM, "opened", allow_duplicate=True),
        Output(ids.CORRECTING, "data", allow_duplicate=True),
        Input(ids.WHO_SAVE, "n_clicks"),
        Input(ids.WHO_FIELD, "n_submit"),
        State(ids.WHO_FIELD, "value"),
        State(ids.PENDING, "data"),
        prevent_initial_call=True,
    )
    def name(_clicks: int | None, _submit: int | None, field: str | None, pending: dict[str, Any] | None) -> Any:
        """Keep the name, and do what waited for it."""
        who = " ".join((field or "").split())
        if not who:
            raise PreventUpdate
        return who, False, pending or no_update


def _register_editor(app: Dash, desk: Desk) -> None:
    """The form for the fields of an event."""

    @app.callback(
        Output(ids.EDITOR, "opened"),
        Output(ids.EDIT_TITLE, "value"),
        Output(ids.EDIT_DATE, "value"),
        Output(ids.EDIT_STATUS, "value"),
        Output(ids.EDIT_NOTE, "value"),
        Output(ids.SEEN, "data"),
        Input(ids.EDITING, "data"),
        State(ids.MARK, "data"),
        prevent_initial_call=True,
    )
    def edit(asked: dict[str, Any] | None, mark: str | None) -> tuple[Any, ...]:
        """Open the form with what the event has now; what others change from here on makes it stale."""
        event = desk.collection.events.get((asked or {}).get("event", ""))
        if event is None:
            raise PreventUpdate
        when = str(event.when) if event.when is not None else ""
        return True, event.title, when, event.status.value, "", {"event": event.id, "mark": mark}

    @app.callback(
        Output(ids.CORRECTING, "data", allow_duplicate=True),
        Input(ids.EDIT_SAVE, "n_clicks"),
        State(ids.EDIT_TITLE, "value"),
        State(ids.EDIT_DATE, "value"),
        State(ids.EDIT_STATUS, "value"),
        State(ids.EDIT_NOTE, "value"),
        State(ids.SEEN, "data"),
        prevent_initial_call=True,
    )
    def save(clicks: int, title: str, date: str, status: str, note: str, seen: dict[str, Any]) -> Any:
        """What the form says, as a wish; the click's number makes it a new one each time."""
        return seen | {
            "action": "edit",
            "title": title,
            "date": date,
            "status": status,
            "note": note,
            "click": clicks,
        }


def _register_merger(app: Dash, desk: Desk) -> None:
    """The form that offers events to merge with."""

    @app.callback(
        Output(ids.MERGER, "opened"),
        Output(ids.MERGE_FOUND, "children"),
        Input(ids.MERGING, "data"),
        Input(ids.MERGE_SEARCH, "value"),
        prevent_initial_call=True,
    )
    def merge(asked: dict[str, Any] | None, query: str | None) -> tuple[Any, Any]:
        """Offer like events, or those that a search finds."""
        collection = desk.collection
        event = collection.events.get((asked or {}).get("event", ""))
        if event is None:
            raise PreventUpdate
        return True, editor.candidates(event, _mergeable(collection, event, query or ""))


def _register_adder(app: Dash) -> None:
    """The form for an event that was missed in a source's text."""

    @app.callback(
        Output(ids.ADDER, "opened"),
        Output(ids.ADD_WORDS, "children"),
        Output(ids.ADD_TITLE, "value"),
        Output(ids.ADD_DATE, "value"),
        Input(ids.SELECTION, "data"),
        prevent_initial_call=True,
    )
    def add(selection: dict[str, Any] | None) -> tuple[Any, ...]:
        """Open the form for the selected words."""
        if not selection:
            raise PreventUpdate
        return True, selection.get("text", ""), "", ""

    @app.callback(
        Output(ids.CORRECTING, "data", allow_duplicate=True),
        Input(ids.ADD_SAVE, "n_clicks"),
        State(ids.ADD_TITLE, "value"),
        State(ids.ADD_DATE, "value"),
        State(ids.SELECTION, "data"),
        prevent_initial_call=True,
    )
    def save_added(clicks: int, title: str, date: str, selection: dict[str, Any] | None) -> Any:
        """What the form says, as a wish."""
        return (selection or {}) | {"action": Action.ADD.value, "title": title, "date": date, "click": clicks}


def _register_log(app: Dash, desk: Desk) -> None:
    """The drawer with the log, its file to download and a file to apply."""
    app.server.add_url_rule("/corrections.json", "corrections_json", lambda: _download(desk))

    @app.callback(
        Output(ids.LOG, "opened"),
        Input(ids.LOG_OPEN, "n_clicks"),
        prevent_initial_call=True,
    )
    def open_log(_: int | None) -> bool:
        """Show the log."""
        return True

    @app.callback(
        Output(ids.LOG_ENTRIES, "children"),
        Output(ids.LOG_OPEN, "children"),
        Output(ids.UNDO, "disabled"),
        Input(ids.MARK, "data"),
    )
    def show(_: str | None) -> tuple[Any, str, bool]:
        """The log as it is now."""
        collection = desk.collection
        count = len(collection.log)
        label = f"Corrections {count:,}" if count else "Corrections"
        return history.entries(collection), label, curating.last_in_force(collection.log) is None

    @app.callback(
        Output(ids.NOTICES, "sendNotifications", allow_duplicate=True),
        Output(ids.MARK, "data", allow_duplicate=True),
        Input(ids.LOG_UPLOAD, "contents"),
        prevent_initial_call=True,
    )
    def apply(contents: str | None) -> tuple[Any, Any]:
        """Enter the corrections of a file."""
        if not contents:
            raise PreventUpdate
        try:
            applied = desk.apply(loads(base64.b64decode(contents.partition(",")[2], validate=True)))
        except (TimelineError, binascii.Error) as error:
            return [_refused(sentence(error, desk.path))], no_update
        count = len(applied.added)
        said = f"{count:,} correction{'s' * (count != 1)} applied"
        if applied.unapplied:
            said += f"; {len(applied.unapplied):,} of them have no effect here"
        return [_done(said)], desk.mark


def _register_corrections(app: Dash, desk: Desk) -> None:
    """Every wish to correct, from a form or a button."""

    @app.callback(
        Output(ids.NOTICES, "sendNotifications"),
        Output(ids.MARK, "data", allow_duplicate=True),
        Output(ids.SELECTED, "data", allow_duplicate=True),
        Output(ids.EDITOR, "opened", allow_duplicate=True),
        Output(ids.MERGER, "opened", allow_duplicate=True),
        Output(ids.ADDER, "opened", allow_duplicate=True),
        Output(ids.WHO_FORM, "opened", allow_duplicate=True),
        Output(ids.PENDING, "data"),
        Input(ids.CORRECTING, "data"),
        State(ids.WHO, "data"),
        State(ids.MARK, "data"),
        prevent_initial_call=True,
    )
    def correct(wanted: dict[str, Any] | None, who: str | None, mark: str | None) -> tuple[Any, ...]:
        """Enter what is wanted into the log; without a name, ask for it first. A form stays open if it is refused."""
        if not wanted:
            raise PreventUpdate
        stay = (no_update,) * 3
        if not who:
            return no_update, no_update, no_update, *stay, True, wanted
        try:
            made = curating.correct(desk, wanted, who=who, mark=wanted.get("mark") or mark or "")
        except TimelineError as error:
            return [_refused(sentence(error, desk.path))], desk.mark, no_update, *stay, no_update, None
        notice = _done("; ".join(history.told(correction.decision, desk.collection.log) for correction in made))
        return [notice], desk.mark, _chosen(desk, made[-1]), False, False, False, no_update, None


def _download(desk: Desk) -> flask.Response:
    response = flask.Response(dumps(desk.collection.log), mimetype="application/json")
    response.headers["Content-Disposition"] = 'attachment; filename="corrections.json"'
    return response


def _mergeable(collection: Collection, event: Event, query: str) -> list[Event]:
    """What an event may be merged with: those that the query finds, main events first; without one those like it."""
    if query.strip():
        found = sorted(collection.found(Filters(query=query)), key=lambda other: not other.main)
    else:
        found = [each.event for each in collection.similarity.to(event)]
    return [other for other in found if other.id != event.id][:_OFFERED]


def _chosen(desk: Desk, made: Correction) -> Any:
    """The event to look at next: one that was added or that is back, none after one was rejected, else the same."""
    collection = desk.collection
    match made.decision.action:
        case Action.ADD:
            found = (event.id for event in collection.timeline.events if _made_by(event, made.number))
            return next(found, no_update)
        case Action.REJECT:
            return None
        case Action.UNDO:
            undone = next(
                (each.decision for each in collection.log if each.number == made.decision.undoes), made.decision
            )
            back = collection.events.get(undone.event) if undone.action == Action.REJECT else None
            return back.id if back is not None else no_update
        case _:
            return no_update


def _made_by(event: Event, number: int) -> bool:
    return event.review is not None and number in event.review.corrections


def _done(text: str) -> dict[str, Any]:
    return {"action": "show", "message": f"{text[:1].upper()}{text[1:]}.", "color": "blue", "autoClose": 5000}


def _refused(text: str) -> dict[str, Any]:
    return {"action": "show", "title": "Not done", "message": text, "color": "red", "autoClose": False}
