"""What the server answers beside the page: files that are sent to a project."""

from __future__ import annotations

import flask

from dashboard.sources import uploads
from dashboard.sources.building import Builder
from timeline import InputError


def register(server: flask.Flask, builder: Builder | None) -> None:
    """Add the address that takes files."""

    def take() -> tuple[flask.Response, int]:
        """Keep a file that is sent as the body of a request; its name stands in the address."""
        request = flask.request
        if builder is None:
            return flask.jsonify({"error": "this timeline is no project: it takes no files"}), 409
        request.max_content_length = uploads.LARGEST
        try:
            path = uploads.keep(builder.kept, request.args.get("name", ""), request.stream)
        except InputError as problem:
            return flask.jsonify({"error": str(problem)}), 200  # a request like any other, of a file like some
        return flask.jsonify({"name": path.name}), 201

    server.add_url_rule("/sources/files", "take_file", take, methods=["POST"])
