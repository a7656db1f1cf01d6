"""What the server answers beside the page: exports and the embedded view."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import flask
from plotly.io.json import to_json_plotly
from plotly.offline import get_plotlyjs

from dashboard.data import state
from dashboard.data.desk import Desk
from dashboard.server import access
from dashboard.server.files import File
from dashboard.share import embed, exports

_WEEK = 7 * 24 * 3600  # seconds


def register(server: flask.Flask, desk: Desk) -> None:
    """Add the addresses; all of them only read."""
    answers = _Answers(desk)
    for kind in exports.KINDS:
        server.add_url_rule(f"/timeline.{kind}", f"timeline_{kind}", answers.export, defaults={"kind": kind})
    server.add_url_rule(embed.PATH, "embed", answers.embed)
    server.add_url_rule(f"{embed.PATH}/figure", "embed_figure", answers.figure)
    server.add_url_rule(f"{embed.PATH}/event", "embed_event", answers.event)
    server.add_url_rule(f"{embed.PATH}/plotly.min.js", "embed_plotly", answers.plotly)
    for name in embed.FILES:
        server.add_url_rule(f"{embed.PATH}/{name}", f"embed_{name}", _answer(File.read(embed.FOLDER, name)))


class _Answers:
    """The answers of one desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def export(self, kind: str) -> flask.Response:
        """The events that the address asks for, the main ones where it asks for nothing, as a file."""
        collection = self.desk.collection
        timeline = exports.shown(collection, state.read_link(flask.request.query_string.decode("ascii", "replace")))
        if kind == "html" and len(timeline.events) > exports.MOST_ON_A_PAGE:
            flask.abort(413)
        response = flask.Response(exports.written(timeline, kind, title=collection.title), mimetype=exports.KINDS[kind])
        name = f"{collection.title}.{kind}"
        response.headers["Content-Disposition"] = (
            f"attachment; filename=\"timeline.{kind}\"; filename*=UTF-8''{quote(name, safe='')}"
        )
        return response

    def embed(self) -> flask.Response:
        """The page for a frame."""
        page = embed.page(self.desk.collection.title, key=flask.request.args.get(access.KEY, ""))
        return flask.Response(page, mimetype="text/html")

    def figure(self) -> flask.Response:
        """The drawing of the embedded view."""
        asked, collection = flask.request.args, self.desk.collection
        search = flask.request.query_string.decode("ascii", "replace")
        found = embed.figure(
            collection,
            embed.view_of(collection, search, asked.get("window", "")),
            width=asked.get("width", 800, type=int),
            height=asked.get("height", 440, type=int),
            theme="dark" if asked.get("theme") == "dark" else "light",
        )
        return flask.Response(to_json_plotly(found), mimetype="application/json")

    def event(self) -> flask.Response:
        """An event of the embedded view with its quotes."""
        collection = self.desk.collection
        event = collection.events.get(flask.request.args.get("event", ""))
        if event is None:
            flask.abort(404)
        return flask.jsonify(embed.told(collection, event))

    def plotly(self) -> flask.Response:
        """The library that draws."""
        response = flask.Response(get_plotlyjs(), mimetype="text/javascript")
        response.headers["Cache-Control"] = f"max-age={_WEEK}"
        return response


def _answer(file: File) -> Callable[[], flask.Response]:
    """The answer with a file of the embedded page."""
    return lambda: flask.Response(file.content, mimetype=file.mimetype)
