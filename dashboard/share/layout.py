"""The dialog of what leaves the page: files, the chart, a link, a piece of HTML."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard import ids
from dashboard.attributes import aria, data
from dashboard.data.collection import Collection
from dashboard.data.state import View, write_link
from dashboard.share import exports
from dashboard.wording import all_of, counted_events

_SCOPES = {"all": "Without filters", "filtered": "What the filters leave", "view": "What is in view"}


def parts() -> list[Any]:
    """The dialog."""
    return [
        dmc.Modal(
            html.Div(
                [
                    html.Section(
                        [
                            html.H3("Events"),
                            dmc.RadioGroup(
                                dmc.Stack(
                                    [dmc.Radio(label, value=scope, size="sm") for scope, label in _SCOPES.items()],
                                    gap=6,
                                ),
                                id=ids.SHARE_SCOPE,
                                value="all",
                                **aria(label="Which events"),
                            ),
                            html.Div(id=ids.SHARE_FILES),
                        ]
                    ),
                    html.Section(
                        [
                            html.H3("The chart as it is drawn now"),
                            html.Div(
                                [
                                    html.Button(kind.upper(), type="button", className="button", **data(draw_as=kind))
                                    for kind in ("svg", "png")
                                ],
                                className="actions",
                            ),
                        ]
                    ),
                    html.Section(
                        [
                            html.H3("A link to this view"),
                            _copied(ids.SHARE_LINK, "Link to this view", rows=1),
                        ]
                    ),
                    html.Section(
                        [
                            html.H3("In another page"),
                            _copied(ids.SHARE_EMBED, "HTML to embed this view", rows=3),
                            html.P(
                                "It shows this view while this server runs, and changes nothing. Whoever gets this "
                                "HTML and can reach the server can look at the timeline. The page above stands on its "
                                "own.",
                                className="dim",
                            ),
                        ]
                    ),
                ],
                className="share",
            ),
            id=ids.SHARE,
            title="Export and share",
            size="lg",
            closeButtonProps={"aria-label": "Close"},
        )
    ]


def _copied(name: str, label: str, *, rows: int) -> Any:
    return html.Div(
        [
            dmc.Textarea(id=name, readOnly=True, autosize=True, minRows=rows, maxRows=rows, **aria(label=label)),
            html.Button("Copy", type="button", className="button", **data(copy=name)),
        ],
        className="copied",
    )


def files(collection: Collection, view: View, scope: str) -> Any:
    """How many events a scope holds, and the files to be had of them."""
    part = exports.scoped(view, scope)
    timeline = exports.shown(collection, part)
    events, sources = len(timeline.events), len(timeline.sources)
    link = write_link(part)
    main = collection.leaves_out(part.filters)
    whole = all_of(len(collection.rows))
    labels = {"json": "JSON", "csv": "CSV", "html": "Page with all quotes"}
    offered = [kind for kind in exports.KINDS if kind != "html" or events <= exports.MOST_ON_A_PAGE]
    return [
        html.P(
            f"{counted_events(events, main=main)} from {sources:,} source{'s' * (sources != 1)}"
            + (f"; a page holds up to {exports.MOST_ON_A_PAGE:,} events" if "html" not in offered else ""),
            className="dim",
        ),
        html.P(f"“{whole}” above the timeline adds the others.", className="dim") if main else None,
        html.Div(
            [
                html.A(labels[kind], href=f"/timeline.{kind}{link}", className="button", download=f"timeline.{kind}")
                for kind in offered
            ],
            className="actions",
        ),
    ]


def opener() -> Any:
    """The button that opens the dialog."""
    return html.Button("Export", id=ids.SHARE_OPEN, type="button", className="button")
