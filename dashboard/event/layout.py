"""The panel of the chosen event, and the drawer with a source's text."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard import ids
from dashboard.attributes import aria
from dashboard.curate import editor
from dashboard.data.collection import Collection
from dashboard.event import detail

STORES: tuple[str, ...] = (ids.READING,)
"""What the page keeps for this feature."""


def panel(collection: Collection) -> Any:
    """The panel, before an event is chosen."""
    return html.Aside(
        [
            html.P(id=ids.SPOKEN, className="unseen", role="status"),
            html.Div(detail.nothing_chosen(collection), id=ids.DETAIL),
            html.Div(id=ids.ALIKE),
        ],
        className="panel",
        tabIndex=-1,
        **aria(label="The chosen event"),
    )


def text(collection: Collection) -> Any:
    """The drawer with a source's text, closed."""
    return dmc.Drawer(
        [
            html.Div(id=ids.DOCUMENT_TEXT, className="full-text", tabIndex=0),
            editor.adding() if collection.editable else None,
        ],
        id=ids.DOCUMENT,
        position="right",
        size="min(46rem, 94vw)",
        title="",
        closeButtonProps={"aria-label": "Close the text"},
    )
