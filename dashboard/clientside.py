"""Outputs that a function of a script gives: what only a browser can do."""

from __future__ import annotations

from typing import Any

from dash import ClientsideFunction


def call(app: Any, function: str, output: Any, *inputs: Any) -> None:
    """Let a function of `window.dash_clientside.timeline`, where each script puts its own, give an output."""
    app.clientside_callback(ClientsideFunction("timeline", function), output, *inputs)
