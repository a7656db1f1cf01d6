"""The Dash app of a timeline."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import flask
from dash import Dash

from dashboard import callbacks, safety
from dashboard.collection import Collection
from dashboard.page import page
from timeline import Timeline, export

# As Dash's own, without its footer's room for a renderer's inline script to differ, and with an icon that is no file.
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
{%metas%}
<title>{%title%}</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath \
d='M1 12h14' stroke='%23616e7c' stroke-width='1.5'/%3E%3Ccircle cx='4' cy='8' r='2.4' fill='%230072B2'/%3E%3Crect \
x='8' y='4' width='6' height='4' fill='%23E69F00'/%3E%3C/svg%3E">
{%css%}
</head>
<body>
{%app_entry%}
<footer>{%config%}{%scripts%}{%renderer%}</footer>
</body>
</html>"""


def create_app(source: Path | str | Timeline, *, hosts: Iterable[str] = safety.LOOPBACK) -> Dash:
    """The app of a timeline or of a project file.

    `hosts` are the names by which a browser may call it. Raises ProjectError where the file cannot be read.

    >>> create_app(Timeline()).title
    'Timeline'
    """
    collection = Collection.open(source)
    app = Dash(
        "dashboard",
        title=collection.title,
        update_title="",
        index_string=_PAGE,
        serve_locally=True,
        enable_mcp=False,
        add_log_handler=False,
        suppress_callback_exceptions=False,
    )
    app.layout = page(collection)
    callbacks.register(app, collection)
    safety.protect(app.server, hosts=hosts, script_hashes=app.csp_hashes)
    app.server.add_url_rule("/timeline.json", "timeline_json", lambda: _download(collection))
    return app


def _download(collection: Collection) -> flask.Response:
    response = flask.Response(export.chunks(collection.timeline, format="json"), mimetype="application/json")
    response.headers["Content-Disposition"] = 'attachment; filename="timeline.json"'
    return response
