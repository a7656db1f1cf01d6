"""The legend: entries that say what the marks mean."""

from __future__ import annotations

from typing import Any

import numpy as np

from timeline.charts.index import STATUSES, Index
from timeline.charts.palette import (
    DIFFERS,
    LASTING,
    MOVED,
    STATUS_LOOKS,
    THEMES,
    WITHIN,
    Look,
    ThemeName,
    translucent,
)
from timeline.charts.text import width
from timeline.model import Status

_LINE = 21.0  # height of a line, pixels
_MARK = 46.0  # width of an entry besides its words, pixels


def entries(index: Index, theme: ThemeName) -> list[dict[str, Any]]:
    """The entries as Plotly's traces, for all that the timeline holds, so that they stay as the view changes."""
    present = {STATUSES[code] for code in np.unique(index.status)}
    found = [_mark(status.value, STATUS_LOOKS[status], theme) for status in Status if status in present]
    neutral = THEMES[theme].muted
    spans = np.isfinite(index.start) & np.isfinite(index.end) & (index.end - index.start > 1)
    if (spans & ~index.lasting).any():
        found.append(_box("sometime within", translucent(neutral, WITHIN), neutral, 1.5))
    if index.lasting.any():
        found.append(_box("lasted throughout", translucent(neutral, LASTING), neutral, 0))
    if index.minor.any() and index.minor.all():  # else they stand apart, with a caption
        hollow = {"symbol": "circle", "size": 9, "color": THEMES[theme].paper, "line": {"color": neutral, "width": 1.6}}
        found.append(_entry("told on the day of publication", hollow))
    signs = [(MOVED, index.moved & ~index.differs), (DIFFERS, index.differs)]
    found += [_entry(sign.words, sign.marker(THEMES[theme], theme)) for sign, flags in signs if flags.any()]
    return found


def height(names: list[str], pixels: float) -> float:
    """The height, in pixels, of a legend with these names that is `pixels` wide; 0 without any.

    Where one line is too short, Plotly sets it in columns of equal width.
    """
    if not names:
        return 0.0
    widths = [_MARK + width(name) for name in names]
    columns = len(names) if sum(widths) <= pixels else max(1, int(pixels / max(widths)))
    return _LINE * -(-len(names) // columns) + 6


def _mark(name: str, look: Look, theme: ThemeName) -> dict[str, Any]:
    """The entry of a status' mark."""
    line = {"width": 0.6, "color": THEMES[theme].edge}
    return _entry(name, {"symbol": look.symbol, "color": look.colour(theme), "size": 11, "line": line})


def _entry(name: str, marker: dict[str, Any]) -> dict[str, Any]:
    """The entry of a marker."""
    return {"type": "scatter", "x": [None], "y": [None], "mode": "markers", "marker": marker, "name": name}


def _box(name: str, fill: str, line: str, thickness: float) -> dict[str, Any]:
    """The entry of a span; `thickness` of its outline in pixels."""
    marker = {"color": fill, "line": {"color": line, "width": thickness}}
    return {"type": "bar", "x": [None], "y": [None], "marker": marker, "name": name}
