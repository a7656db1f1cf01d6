"""What people are told when something goes wrong: a sentence. What programmers need goes to the log."""

from __future__ import annotations

import html as markup
import logging
from pathlib import Path
from typing import Any

import dash
import flask
from dash import html
from dash.exceptions import DependencyException
from werkzeug.exceptions import HTTPException, NotFound

from dashboard import ids
from dashboard.server import access
from dashboard.wording import without_folders
from timeline import TimelineError

logger = logging.getLogger(__name__)

_SENTENCES = {
    400: "This request cannot be understood.",
    404: "There is no such page here.",
    405: "That cannot be done here.",
    413: "That is more than this server takes at once.",
    415: "This server cannot read that.",
    500: "This did not work, because of an error in this program.",
}
_OURS = (403, 421)  # with a sentence of our own

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Timeline</title>
<style>:root {{ color-scheme: light dark; }}
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem; }}</style></head>
<body><h1>Timeline</h1><p>{sentence}</p><p>{way_on}</p></body>
</html>
"""
_BACK = '<a href="/">Back to the timeline</a>'
# A browser keeps the cookie back where a link in another site's page led here, and sends it from this page.
_AGAIN = 'If you have opened it in this browser already, and a link led you here: <a href="{address}">try again</a>.'


def notice() -> Any:
    """Where a page says what went wrong; a click puts it away."""
    return html.Div(id=ids.COMPLAINT, className="complaint", role="alert")


def told_in_page(problem: Exception, path: Path | None) -> None:
    """Say in the page why a callback failed; everything else in it stays as it is."""
    if not isinstance(problem, TimelineError):
        logger.error("a callback failed", exc_info=problem)
    dash.set_props(ids.COMPLAINT, {"children": sentence(problem, path)})


def sentence(problem: Exception, path: Path | None) -> str:
    """What to say of an error: nothing of where files are or how the program is made."""
    if isinstance(problem, TimelineError):
        said = without_folders(problem, path) if path is not None else str(problem)
        return f"{said[:1].upper()}{said[1:].rstrip('.')}."
    if isinstance(problem, HTTPException):
        code = problem.code or 500
        return (problem.description if code in _OURS else None) or _SENTENCES.get(code, _SENTENCES[500])
    return _SENTENCES[500]


def register(server: flask.Flask, path: Path | None) -> None:
    """Answer every failed request with a sentence: a page for people, JSON for the page's own script."""

    def answer(problem: Exception, code: int) -> flask.Response:
        said = sentence(problem, path)
        if flask.request.method not in ("GET", "HEAD"):
            response = flask.jsonify({"error": said})
        else:
            page = _PAGE.format(sentence=markup.escape(said), way_on=_BACK if code != 403 else _again(flask.request))
            response = flask.Response(page, mimetype="text/html")
        response.status_code = code
        return response

    def of_request(problem: HTTPException) -> flask.Response:
        return answer(problem, problem.code or 500)

    def of_project(problem: TimelineError) -> flask.Response:
        return answer(problem, 503)

    def of_part(_: DependencyException) -> flask.Response:
        return answer(NotFound(), 404)

    server.register_error_handler(HTTPException, of_request)
    server.register_error_handler(DependencyException, of_part)  # a file that Dash does not serve
    server.register_error_handler(TimelineError, of_project)


def _again(request: flask.Request) -> str:
    return _AGAIN.format(address=markup.escape(access.without_token(request)))
