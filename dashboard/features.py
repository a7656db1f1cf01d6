"""Which features there are: what of each the browser loads, and what is wired.

A feature is a folder with its layout, its callbacks, its script and its style sheet. `page.layout` gives its parts
their room on the page; here it is told to the app.
"""

from __future__ import annotations

from pathlib import Path

from dash import Dash

from dashboard.curate import callbacks as curate
from dashboard.data.desk import Desk
from dashboard.event import callbacks as event
from dashboard.find import callbacks as find
from dashboard.page import callbacks as page
from dashboard.server import files
from dashboard.share import callbacks as share
from dashboard.sources import callbacks as sources
from dashboard.sources.building import Builder
from dashboard.view import callbacks as view

FOLDER = Path(__file__).parent

# As the browser gets them: of two rules that weigh the same, the later one holds.
STYLES = (
    "page/page.css",
    "view/view.css",
    "event/event.css",
    "find/find.css",
    "find/table.css",
    "curate/curate.css",
    "sources/sources.css",
    "share/share.css",
    "page/print.css",
)

SCRIPTS = (
    "page/page.js",
    "view/view.js",
    "view/address.js",
    "event/event.js",
    "find/find.js",
    "find/table.js",
    "curate/curate.js",
    "sources/sources.js",
    "share/share.js",
    "page/focus.js",
    "page/keys.js",  # after all others: a key that one of them answered is none of its
)


def register(app: Dash, desk: Desk, builder: Builder | None) -> None:
    """Wire up the page and its features, and let the page load its files.

    A view follows `ids.MARK`, which changes with the project; `desk` gives the events as they are, `builder` builds the
    project again where there is one.
    """
    files.register(app, FOLDER, styles=STYLES, scripts=SCRIPTS)
    for part in (page, find, view, event, curate, share):
        part.register(app, desk)
    sources.register(app, desk, builder)
