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

from pathlib import Path

from dash import Dash

from dashboard.curate import callbacks as curate
from dashboard.data.desk import Desk
from dashboard.event import callbacks as event
from dashboard.find import callbacks as find
from dashboard.find import table
from dashboard.page import browser
from dashboard.page import callbacks as follow
from dashboard.server import files
from dashboard.share import callbacks as share
from dashboard.sources import callbacks as sources
from dashboard.view import callbacks as view

FOLDER = Path(__file__).parent

# As the browser gets them: of two rules that weigh the same, the later one holds.
STYLES = (
    "curate/curate.css",
    "page/page.css",
    "event/event.css",
    "find/find.css",
    "page/print.css",
    "share/share.css",
    "sources/sources.css",
    "find/table.css",
)

SCRIPTS = (
    "view/address.js",
    "curate/curate.js",
    "view/view.js",
    "event/event.js",
    "find/find.js",
    "page/focus.js",
    "page/keys.js",
    "share/share.js",
    "sources/sources.js",
    "find/table.js",
)


def register(app: Dash, desk: Desk) -> None:
    """Wire up the page, and let it load its files."""
    files.register(app, FOLDER, styles=STYLES, scripts=SCRIPTS)
    for part in (browser, find, view, event, table, curate, sources, share, follow):
        part.register(app, desk)
