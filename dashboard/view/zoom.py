"""The window after what a person did: keys, buttons, a zoom or drag of the drawing, a box on the overview.

Pure functions. A window is `[first, last]` in days since 1970, or None for the whole timeline.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.data.state import limited
from timeline.charts import Window

_STEP = 0.25  # of the view, that an arrow key moves it
_CLOSER, _WIDER = 0.5, 2.0


def scaled(window: Window, factor: float) -> Window:
    """A window around the same middle.

    >>> scaled((0.0, 100.0), 0.5)
    (25.0, 75.0)
    """
    middle, half = (window[0] + window[1]) / 2, (window[1] - window[0]) / 2 * factor
    return limited(middle - half, middle + half)


def moved(window: Window, share: float) -> Window:
    """A window further on by a share of its length.

    >>> moved((0.0, 100.0), -0.25)
    (-25.0, 75.0)
    """
    step = (window[1] - window[0]) * share
    return limited(window[0] + step, window[1] + step)


def showing(window: Window, span: Window) -> Window:
    """The window where it shows something of a span; else one as long around the span's middle.

    >>> showing((0.0, 100.0), (90.0, 120.0)), showing((0.0, 100.0), (200.0, 220.0))
    ((0.0, 100.0), (160.0, 260.0))
    """
    if span[0] < window[1] and span[1] > window[0]:
        return window
    middle, half = (span[0] + span[1]) / 2, (window[1] - window[0]) / 2
    return limited(middle - half, middle + half)


def zoomed(window: Window | None, whole: Window, *, closer: bool) -> Window | None:
    """One step closer or wider; the whole once nothing more is to be seen."""
    found = scaled(window or whole, _CLOSER if closer else _WIDER)
    return None if found[0] <= whole[0] and found[1] >= whole[1] else found


def after_key(key: str, window: Window | None, whole: Window) -> Window | None:
    """The window after a key: + and - zoom, 0 shows all, shift and an arrow moves."""
    match key:
        case "+" | "=":
            return zoomed(window, whole, closer=True)
        case "-":
            return zoomed(window, whole, closer=False)
        case "0":
            return None
        case "Shift+ArrowLeft" | "Shift+ArrowRight":
            return moved(window or whole, -_STEP if key.endswith("Left") else _STEP)
        case _:
            return window


def after_relayout(change: Mapping[str, Any] | None, window: Window | None) -> Window | None:
    """The window after a person zoomed or dragged a figure, from Plotly's report.

    >>> after_relayout({"xaxis.range[0]": 3, "xaxis.range[1]": 30}, None)
    (3.0, 30.0)
    >>> after_relayout({"xaxis.autorange": True}, (3.0, 30.0)) is None
    True
    """
    if not change:
        return window
    if change.get("xaxis.autorange"):
        return None
    ends = change.get("xaxis.range") or [change.get("xaxis.range[0]"), change.get("xaxis.range[1]")]
    return _window(ends) or window


def after_brush(change: Mapping[str, Any] | None, window: Window | None) -> Window | None:
    """The window after a person drew, moved or removed the box on the overview.

    >>> after_brush({"selections": [{"x0": 9, "x1": 4}]}, None)
    (4.0, 9.0)
    >>> after_brush({"selections[0].x0": 5, "selections[0].x1": 9}, None)
    (5.0, 9.0)
    >>> after_brush({"selections": []}, (3.0, 30.0)) is None
    True
    """
    if not change:
        return window
    if "selections" in change:
        boxes = change["selections"]
        return _window([boxes[-1].get("x0"), boxes[-1].get("x1")]) if boxes else None
    if "selections[0].x0" in change or "selections[0].x1" in change:
        known: Sequence[float | None] = window or (None, None)
        return _window([change.get("selections[0].x0", known[0]), change.get("selections[0].x1", known[1])]) or window
    return window


def _window(ends: Sequence[Any]) -> Window | None:
    if len(ends) == 2 and all(isinstance(end, int | float) for end in ends):
        return limited(float(ends[0]), float(ends[1]))
    return None
