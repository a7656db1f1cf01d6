"""The drawer of the documents and its dialogs, as they stand before anything is in them."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard import ids
from dashboard.attributes import aria, data
from dashboard.data.desk import Desk
from dashboard.sources import uploads
from dashboard.sources.building import Builder

_LOOK = 400  # milliseconds between two looks at a build that is running

_GIVEN = (
    "This timeline was handed to the page as it is, not as a project file, so its documents can be looked at here but "
    "not changed. Build a project to work on: timeline build FOLDER -o NAME.timeline"
)


def parts(desk: Desk, builder: Builder | None) -> list[Any]:
    """The drawer and its dialogs."""
    return [
        *(dcc.Store(id=name) for name in (ids.SOURCE_ASKED, ids.UPLOADED, ids.BUILD_ASKED, ids.BUILT)),
        dcc.Interval(id=ids.BUILD_CLOCK, interval=_LOOK, disabled=True),
        dmc.Drawer(
            html.Div(
                [
                    html.P(_GIVEN, className="hint", hidden=builder is not None),
                    _adding(desk, builder),
                    html.Div(id=ids.BUILD, className="build", role="status"),
                    html.Div(id=ids.REFUSED, className="build", role="status"),
                    html.Div(
                        [
                            dmc.TextInput(
                                id=ids.SOURCE_SEARCH,
                                placeholder="Search these documents",
                                debounce=200,
                                size="xs",
                                **aria(label="Search these documents"),
                            ),
                            dmc.Pagination(id=ids.SOURCE_PAGE, total=1, value=1, size="xs", hideWithOnePage=True),
                            html.Button(
                                "Build again",
                                id=ids.REBUILD,
                                type="button",
                                className="button",
                                title="Work out the events of these documents again",
                                hidden=builder is None,
                            ),
                        ],
                        className="source-tools",
                    ),
                    html.Div(id=ids.SOURCE_LIST),
                ],
                className="sources",
            ),
            id=ids.SOURCES,
            position="right",
            size="min(46rem, 94vw)",
            title="Sources",
            closeButtonProps={"aria-label": "Close the sources"},
        ),
        _date_dialog(),
        _removal_dialog(),
    ]


def _adding(desk: Desk, builder: Builder | None) -> Any:
    return html.Section(
        [
            html.Div(
                [
                    html.Button("Choose files", id="choose-files", type="button", className="button primary"),
                    html.Span("or drop them here"),
                    html.Span(f"texts and JSON lines, up to {uploads.LARGEST >> 20} MB each", className="dim"),
                ],
                id="drop",
                className="drop",
                **data(largest=str(uploads.LARGEST)),
            ),
            html.Div(
                [
                    dmc.TextInput(
                        id=ids.PATH,
                        placeholder="A file or folder on this machine, such as ~/letters",
                        debounce=True,
                        size="sm",
                        **aria(label="Path of a file or folder on this machine"),
                    ),
                    html.Button("Add", id=ids.PATH_ADD, type="button", className="button"),
                ],
                className="path",
                hidden=not desk.local,
            ),
        ],
        hidden=builder is None,
        **aria(label="Add documents"),
    )


def _date_dialog() -> Any:
    return dmc.Modal(
        html.Div(
            [
                html.P(id=ids.DATE_OF),
                dmc.TextInput(
                    id=ids.DATE,
                    label="Published",
                    placeholder="6 May 2021, May 2021, 2021-05-06, 2021-05~",
                    description='What "yesterday" and "last year" in it are counted from.',
                    debounce=200,
                    **data(autofocus="true"),
                ),
                html.P(id=ids.DATE_READ, className="date-read", role="status"),
                html.Div(
                    [
                        html.Button("Set and build", id=ids.DATE_SET, type="button", className="button primary"),
                        html.Button("Take back", id=ids.DATE_FORGET, type="button", className="button", hidden=True),
                        html.Button("Cancel", id=ids.DATE_CANCEL, type="button", className="button"),
                    ],
                    className="actions",
                ),
            ],
            className="dialog",
        ),
        id=ids.DATE_DIALOG,
        title="When was it published?",
        closeButtonProps={"aria-label": "Close"},
    )


def _removal_dialog() -> Any:
    return dmc.Modal(
        html.Div(
            [
                html.P(id=ids.REMOVE_WHAT),
                html.Div(
                    [
                        html.Button("Remove and build", id=ids.REMOVE, type="button", className="button grave"),
                        html.Button("Keep it", id=ids.REMOVE_CANCEL, type="button", className="button"),
                    ],
                    className="actions",
                ),
            ],
            className="dialog",
        ),
        id=ids.REMOVE_DIALOG,
        title="Remove this document?",
        closeButtonProps={"aria-label": "Close"},
    )


def opener() -> Any:
    """The button that opens the drawer; while a build is running it says the share of documents done."""
    return html.Button("Sources", id=ids.SOURCES_OPEN, type="button", className="button")
