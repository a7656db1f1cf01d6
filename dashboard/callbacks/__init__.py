"""Which part of the page follows from which. The work is done elsewhere; here it is wired, a module for each part:

    browser  what only a browser can do
    find     search and filters
    view     the window, the chosen event, the drawing, the address
    event    the panel of the chosen event, a source's text
    table    the table of events
    curate   what a person puts right
    sources  the documents: adding, removing, dating, building again
    share    exports, a link, a piece of HTML
    follow   what changed in the project meanwhile

A module's `register(app, desk)` wires its part. A view follows `ids.MARK`, which changes with the project; `desk`
gives the events as they are.
"""

from __future__ import annotations

from dash import Dash

from dashboard.callbacks import browser, curate, event, find, follow, share, sources, table, view
from dashboard.desk import Desk


def register(app: Dash, desk: Desk) -> None:
    """Wire up the page."""
    for part in (browser, find, view, event, table, curate, sources, share, follow):
        part.register(app, desk)
