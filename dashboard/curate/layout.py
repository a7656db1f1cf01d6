"""Putting events right, on the page: two buttons in its head, the forms and the log."""

from __future__ import annotations

import json
from typing import Any

from dash import html

from dashboard import ids
from dashboard.attributes import data
from dashboard.curate import editor, history


def openers() -> tuple[Any, ...]:
    """The buttons in the head of the page: what was put right, and taking the last of it back."""
    undo = {"action": "undo"}
    return (
        html.Button("Corrections", id=ids.LOG_OPEN, type="button", className="button"),
        html.Button(
            "Undo",
            id=ids.UNDO,
            type="button",
            className="button",
            disabled=True,
            title="Take the last correction back",
            **data(correct=json.dumps(undo)),
        ),
    )


def parts() -> list[Any]:
    """The forms and the drawer of the log, closed, and the stores that they work with."""
    return [*editor.forms(), history.drawer()]
