"""The forms by which a person puts something right: name, edit, merge, add."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard import ids
from dashboard.attributes import data
from dashboard.curate.buttons import correct
from dashboard.wording import counted
from timeline import Event, Review, Status
from timeline.charts import STATUS_IN_WORDS, date_in_words
from timeline.curation import Action

_ABOVE = 400  # forms stand above the drawers, which have 200; the one for the name above all

_FIRST: Any = data(autofocus="true")  # the field that a form opens with
_WHOLE: Any = {"debounce": True}  # sent when it is left or entered: an answer to each letter could undo the next one

_DATE_HELP = "As you write it, or in EDTF: 6 May 2021, 2021-05, 2021~ (about), 2021-05-03/2021-05-07."


def forms() -> list[Any]:
    """All forms, closed, and the stores that they work with."""
    return [
        dcc.Store(id=ids.WHO, storage_type="local"),
        *(
            dcc.Store(id=name)
            for name in (ids.CORRECTING, ids.PENDING, ids.EDITING, ids.MERGING, ids.SELECTION, ids.SEEN)
        ),
        dmc.NotificationContainer(id=ids.NOTICES, position="bottom-center"),
        _modal(
            ids.WHO_FORM,
            "Who corrects?",
            [
                html.P("Each correction keeps who made it and when. The name is remembered in this browser."),
                dmc.TextInput(id=ids.WHO_FIELD, label="Your name", autoComplete="name", **_FIRST, **_WHOLE),
                _save(ids.WHO_SAVE, "Go on"),
            ],
        ),
        _modal(
            ids.EDITOR,
            "Edit the event",
            [
                dmc.Textarea(id=ids.EDIT_TITLE, label="Title", autosize=True, **_FIRST, **_WHOLE),
                dmc.TextInput(id=ids.EDIT_DATE, label="Date", description=_DATE_HELP, **_WHOLE),
                dmc.Select(
                    id=ids.EDIT_STATUS,
                    label="Status",
                    allowDeselect=False,
                    data=[
                        {"value": status.value, "label": f"{status.value}: {STATUS_IN_WORDS[status]}"}
                        for status in Status
                    ],
                ),
                dmc.Textarea(id=ids.EDIT_NOTE, label="Note", autosize=True, minRows=2, **_WHOLE),
                _save(ids.EDIT_SAVE, "Save"),
            ],
        ),
        _modal(
            ids.MERGER,
            "Merge with another event",
            [
                dmc.TextInput(id=ids.MERGE_SEARCH, label="Find the other event", debounce=250, **_FIRST),
                html.Div(id=ids.MERGE_FOUND),
            ],
        ),
        _modal(
            ids.ADDER,
            "Add an event that was missed",
            [
                html.Blockquote(id=ids.ADD_WORDS),
                dmc.TextInput(id=ids.ADD_TITLE, label="Title", **_FIRST, **_WHOLE),
                dmc.TextInput(id=ids.ADD_DATE, label="Date", description=_DATE_HELP, **_WHOLE),
                _save(ids.ADD_SAVE, "Add"),
            ],
        ),
    ]


def reviewed(review: Review | None) -> Any:
    """What persons changed of an event, and their notes."""
    if review is None:
        return None
    parts = [f"{change} by hand" for change in _changes(review)]
    notes = [html.Li([html.Strong(note.who), f" ({note.at[:10]}): {note.text}"]) for note in review.notes]
    return html.Div(
        [
            html.P([html.Span(part, className="by-hand") for part in parts]) if parts else None,
            html.Ul(notes, className="notes") if notes else None,
        ],
        className="reviewed",
    )


_MADE = {"merged": "merged", "split": "split", "added": "added"}  # what is no field


def _changes(review: Review) -> list[str]:
    return [_MADE.get(change, f"{change} set") for change in review.changed]


def candidates(event: Event, others: Sequence[Event]) -> Any:
    """Events that the chosen one may be merged with."""
    if not others:
        return html.P("No event like it was found. Search for words of the other's title or quotes.", className="hint")
    return html.Ul(
        [
            html.Li(
                [
                    html.Div(
                        [
                            html.Div(other.title or "Untitled event"),
                            html.Div(
                                f"{date_in_words(other.when, other.extent)} · {counted(other)}",
                                className="dim",
                            ),
                        ]
                    ),
                    correct("Merge", {"action": Action.MERGE, "event": event.id, "other": other.id}, "They are one"),
                ]
            )
            for other in others
        ],
        className="candidates",
    )


def adding() -> Any:
    """What stands below a source's text: a way to add what was missed in it."""
    return html.Div(
        [
            html.Button(
                "Add an event from the selected words",
                id=ids.ADD_SELECTED,
                type="button",
                className="button",
                disabled=True,
            ),
            html.Span("Select the words that name it, such as “resigned”.", className="dim"),
        ],
        className="text-foot actions",
    )


def _modal(name: str, title: str, children: list[Any]) -> Any:
    return dmc.Modal(
        html.Div(children, className="form"),
        id=name,
        title=title,
        size="lg",
        zIndex=_ABOVE + (name == ids.WHO_FORM),
        closeButtonProps={"aria-label": "Close"},
    )


def _save(name: str, label: str) -> Any:
    return html.Div(html.Button(label, id=name, type="button", className="button primary"), className="form-end")
