"""The documents of a project, in a drawer: what they are, adding and removing them, when they were published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard import ids
from dashboard.attributes import aria, data
from dashboard.data.desk import Desk
from dashboard.event.reports import PUBLISHED_IN_WORDS
from dashboard.sources import uploads
from dashboard.sources.building import State
from dashboard.wording import published_day
from timeline import Document, PublishedBasis, Source, Timeline, sentence
from timeline.charts import date_in_words

PAGE = 25  # documents on a page
_MOST_FAILURES = 40  # listed; a folder of pictures has more
_SHORT = 70  # characters of a reason that is not folded
_LOOK = 400  # milliseconds between two looks at a build that is running

_GIVEN = (
    "This timeline was handed to the page as it is, not as a project file, so its documents can be looked at here but "
    "not changed. Build a project to work on: timeline build FOLDER -o NAME.timeline"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A document as it is listed. `words` are found by white space."""

    source: Source
    events: int
    words: int


def rows(timeline: Timeline) -> list[Row]:
    """All documents: those without a publication date first, as they need a person; then by it.

    >>> rows(Timeline())
    []
    """
    told = Counter(name for event in timeline.events for name in {mention.document for mention in event.mentions})
    return [
        Row(source, told[source.document.id], len(source.document.text.split()))
        for source in sorted(timeline.sources, key=_order)
    ]


def found(all_rows: Sequence[Row], query: str) -> list[Row]:
    """The documents whose title, publisher, author or id holds every word of a query."""
    words = query.casefold().split()
    return [row for row in all_rows if all(word in _named(row.source.document) for word in words)]


def _order(source: Source) -> tuple[bool, int, str]:
    day = published_day(source)
    return (day is not None, day or 0, source.document.id)


def _named(document: Document) -> str:
    return " ".join(filter(None, (document.title, document.publisher, document.author, document.id))).casefold()


def parts(desk: Desk) -> list[Any]:
    """The drawer and its dialogs."""
    return [
        *(dcc.Store(id=name) for name in (ids.SOURCE_ASKED, ids.UPLOADED, ids.BUILD_ASKED, ids.BUILT)),
        dcc.Interval(id=ids.BUILD_CLOCK, interval=_LOOK, disabled=True),
        dmc.Drawer(
            html.Div(
                [
                    html.P(_GIVEN, className="hint", hidden=desk.builder is not None),
                    _adding(desk),
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
                                hidden=desk.builder is None,
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


def _adding(desk: Desk) -> Any:
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
        hidden=desk.builder is None,
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


def listed(shown: Sequence[Row], *, total: int, editable: bool) -> Any:
    """A page of documents."""
    if not total:
        return html.P("No documents yet." + " Add some above." * editable, className="hint")
    if not shown:
        return html.P("No document has these words.", className="hint")
    return html.Ul([_row(row, editable=editable) for row in shown], className="documents")


def _row(row: Row, *, editable: bool) -> Any:
    document = row.source.document
    by = " · ".join(part for part in (document.publisher, document.author) if part)
    events = f"{row.events:,} event{'s' * (row.events != 1)}"
    show: Any = {"type": "button", "className": "pick", "title": "Show only these"}
    return html.Li(
        [
            html.H3(document.title or document.id),
            html.P(by, className="dim") if by else None,
            _published(row.source),
            html.P(
                [
                    html.Button(events, **show, **data(narrow="sources", value=document.id)) if row.events else events,
                    f" · {row.words:,} word{'s' * (row.words != 1)} · {document.id}",
                ],
                className="dim",
            ),
            html.Div(
                [
                    html.Button(
                        "Set date", type="button", className="button", **data(source_ask="date", source=document.id)
                    ),
                    html.Button(
                        "Remove", type="button", className="button", **data(source_ask="remove", source=document.id)
                    ),
                ],
                className="actions",
            )
            if editable
            else None,
        ]
    )


def _published(source: Source) -> Any:
    """The publication date, how it is known, and why so, folded where that takes many words."""
    published = source.published
    if published.when is None:
        known: list[Any] = [html.Strong("No publication date", className="lacking")]
    else:
        known = [
            f"Published {date_in_words(published.when)} ",
            html.Code(str(published.when), title="the date in EDTF", className="edtf"),
        ]
    how, why = PUBLISHED_IN_WORDS[published.basis], sentence(published.reason)
    how = f"{how[:1].upper()}{how[1:]}" if published.when is not None else "Why"
    reason: Any = None
    if len(why) > _SHORT:
        reason = html.Details([html.Summary(how), html.P(why)], className="dim")
    elif published.when is not None or why:
        reason = html.P(f"{how}{f': {why}' if why else ''}", className="dim")
    return html.Div([html.P(known), reason])


def of_document(source: Source) -> str:
    """A document in one line, as the dialogs name it."""
    document = source.document
    return f"{document.title or document.id}{f', {document.publisher}' if document.publisher else ''}"


def consequences(source: Source, *, ours: bool) -> list[Any]:
    """What it means to remove a document; `ours` where the file is one that was given to this page."""
    stays = (
        "The copy of its file that is kept beside the project is deleted too."
        if ours
        else "Its file stays where it is; building from there again brings it back."
    )
    return [html.Strong(of_document(source)), " and what only it tells leave the timeline. ", stays]


def is_given(source: Source) -> bool:
    """Whether a person set the publication date."""
    return source.published.basis == PublishedBasis.GIVEN


def progress(state: State) -> Any:
    """How far a build has come, or what came of the last one; nothing before the first."""
    if state.running:
        far = f" {state.done:,} of {state.of:,}" if state.of else ""
        bar: Any = {"value": str(state.done), "max": str(state.of)} if state.of else {}
        return [
            html.P(f"{state.stage}{far}", className="stage"),
            html.Progress(**bar, **aria(label="Progress of the build")),
            html.P("The page shows the results before it meanwhile.", className="dim"),
        ]
    if not state.ended:
        return None
    return [
        html.P(state.summary, className="outcome failed" if state.failed else "outcome"),
        _failures("Could not be read:", [(failure.path, failure.reason) for failure in state.failures]),
    ]


def refused(files: Sequence[tuple[str, str]]) -> Any:
    """Files that were sent and not taken, each with the reason."""
    return _failures("Not taken:", files)


def _failures(heading: str, files: Sequence[tuple[str, str]]) -> Any:
    if not files:
        return None
    shown = [html.Li([html.Strong(name), f": {reason}"]) for name, reason in files[:_MOST_FAILURES]]
    more = len(files) - _MOST_FAILURES
    return html.Div(
        [html.P(heading), html.Ul(shown + [html.Li(f"and {more:,} more")] * (more > 0))], className="failures"
    )


def progress_in_short(state: State) -> str:
    """The words of the button that opens the drawer."""
    if not state.running:
        return "Sources"
    return f"Building {state.done / state.of:.0%}" if state.of else "Building…"
