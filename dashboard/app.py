"""The Dash app of a timeline."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from dash import Dash

from dashboard import callbacks, calls, errors, routes, safety, share, sources
from dashboard.desk import Desk
from dashboard.page import page
from timeline import Timeline

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


def create_app(
    source: Path | str | Timeline,
    *,
    hosts: Iterable[str] = safety.LOOPBACK,
    allow: Iterable[Path | str] | None = None,
) -> Dash:
    """The app of a timeline or of a project file.

    `hosts` are the names by which a browser may call it; where all of them mean this machine, documents may be added by
    their paths, below the folders in `allow` or else those of the project and its documents. Its `server` is for any WSGI server of one process, whose threads share the builds of a project. Raises
    ProjectError where the file cannot be read.

    >>> create_app(Timeline()).title
    'Timeline'
    """
    hosts = tuple(hosts)
    desk = Desk(source, local=safety.is_local(hosts), allow=allow)
    app = Dash(
        "dashboard",
        title=desk.collection.title,
        update_title="",
        index_string=_PAGE,
        serve_locally=True,
        enable_mcp=False,
        add_log_handler=False,
        suppress_callback_exceptions=False,
        on_error=lambda problem: errors.told_in_page(problem, desk.path),
    )
    app.layout = lambda: page(desk.collection, *sources.parts(desk), *share.parts(), errors.notice())
    callbacks.register(app, desk)
    routes.register(app.server, desk)
    errors.register(app.server, desk.path)
    safety.protect(app.server, hosts=hosts, script_hashes=app.csp_hashes, framed=routes.EMBED)
    calls.check(app)
    return app
