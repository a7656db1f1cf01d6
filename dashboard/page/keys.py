"""What the keys do, as a dialog; keys.js does it."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard import ids

_KEYS = (
    ("/", "search"),
    ("← →", "choose the event before or after"),
    ("↑ ↓", "in the table: the row above or below"),
    ("Page Up, Page Down", "in the table: another page"),
    ("Enter", "open the chosen event"),
    ("Esc", "close, or go back to where you were"),
    ("+  −", "closer, wider"),
    ("0", "all dates"),
    ("Shift ← →", "earlier, later"),
    ("?", "this list"),
)


def dialog() -> Any:
    """The list of keys, closed."""
    rows = [html.Tr([html.Th([*_caps(names)], scope="row"), html.Td(meaning)]) for names, meaning in _KEYS]
    return dmc.Modal(
        html.Table(html.Tbody(rows), className="keys"),
        id=ids.KEYS,
        title="Keys",
        size="auto",
        closeButtonProps={"aria-label": "Close the list of keys"},
    )


def _caps(names: str) -> list[Any]:
    if ", " in names:
        return [html.Kbd(name) for name in names.split(", ")]
    return [html.Kbd(name) for name in names.split()]
