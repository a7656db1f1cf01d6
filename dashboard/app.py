"""The Dash app of a timeline."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from dash import Dash

from dashboard import features
from dashboard.data.desk import Desk
from dashboard.page.layout import page
from dashboard.server import access, calls, errors, safety
from dashboard.share import embed
from dashboard.sources.building import builder_of
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
    token: str | None = None,
    allow: Iterable[Path | str] | None = None,
) -> Dash:
    """The app of a timeline or of a project file.

    Its `server` is for any WSGI server of one process, whose threads share the builds of a project.

    Args:
        source: what to show.
        hosts: the names by which a browser may call it; where all of them mean this machine, documents may be added by
            their paths.
        token: what every request must bring, in the address, a cookie or as a bearer. None answers everybody: for those
            who mount the app behind a door of their own.
        allow: the folders below which documents may be added by their paths; None is the folder of the project and
            those of its documents.

    Raises:
        ProjectError: the file cannot be read.
        TimelineError: a style sheet or script of the page is missing.

    >>> create_app(Timeline()).title
    'Timeline'

    """
    hosts = tuple(hosts)
    key = None if token is None else access.key_of(token)
    desk = Desk(source, local=safety.is_local(hosts), embed_key=key)
    builder = builder_of(desk, allow)
    app = Dash(
        "dashboard",
        title=desk.collection.title,
        update_title="",
        index_string=_PAGE,
        serve_locally=True,
        assets_folder=os.devnull,  # Dash serves all that lies in its folder; ours are named in `features`
        include_assets_files=False,
        enable_mcp=False,
        add_log_handler=False,
        suppress_callback_exceptions=False,
        on_error=lambda problem: errors.told_in_page(problem, desk.path),
    )
    app.layout = lambda: page(desk, builder)
    features.register(app, desk, builder)
    errors.register(app.server, desk.path)
    safety.protect(app.server, hosts=hosts, script_hashes=app.csp_hashes, framed=embed.PATH)
    if token is not None:
        access.guard(app.server, token=token, framed=embed.is_part)
    calls.check(app)  # after whoever asks was let in
    return app
