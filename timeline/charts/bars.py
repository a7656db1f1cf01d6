"""A histogram as Plotly's traces: stacked bars of statuses, and what each bin tells at the pointer."""

from __future__ import annotations

from typing import Any

import numpy as np

from timeline.charts.index import STATUSES, Floats
from timeline.charts.packing import Histogram
from timeline.charts.palette import STATUS_LOOKS, Theme, ThemeName
from timeline.charts.ticks import CALENDAR
from timeline.charts.words import date_in_words
from timeline.model import Extent
from timeline.timespan import Day, TimeSpan


def bars(drawn: Histogram, theme: Theme, theme_name: ThemeName) -> list[dict[str, Any]]:
    """Stacked bars, one trace a status, scaled to the histogram's height."""
    highest = float(drawn.counts.sum(axis=0).max(initial=0.0))
    scale = drawn.top / highest if highest else 0.0
    widths = np.diff(drawn.edges)
    base = np.zeros(len(widths))
    traces = []
    for status, counts in zip(STATUSES, drawn.counts, strict=True):
        if counts.any():
            look = STATUS_LOOKS[status]
            marker = {
                "color": look.colour(theme_name),
                "line": {"width": 0.5, "color": theme.paper},
                "pattern": {"shape": look.hatch, "fillmode": "overlay", "size": 6, "solidity": 0.2},
            }
            traces.append(_bar(drawn, counts * scale, base * scale) | {"marker": marker, "name": status.value})
        base = base + counts
    return traces


def _bar(drawn: Histogram, heights: Floats, base: Floats) -> dict[str, Any]:
    widths = np.diff(drawn.edges)
    return {
        "type": "bar",
        "x": np.round(drawn.edges[:-1] + widths / 2, 1).tolist(),
        "width": widths.tolist(),
        "y": np.round(heights, 2).tolist(),
        "base": np.round(base, 2).tolist(),
        "hoverinfo": "skip",
        "showlegend": False,
    }


def targets(drawn: Histogram) -> dict[str, Any]:
    """Invisible bars over whole bins: what each holds, and a click zooms in."""
    nothing = np.zeros(len(drawn.edges) - 1)
    return _bar(drawn, nothing + drawn.top, nothing) | {
        "marker": {"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        "hoverinfo": "text",
        "hovertext": [_text(drawn, column) for column in range(len(nothing))],
        "customdata": [
            ["window", float(left), float(right)] for left, right in zip(drawn.edges[:-1], drawn.edges[1:], strict=True)
        ],
        "name": "bins",
    }


def _text(drawn: Histogram, column: int) -> str:
    counts = drawn.counts[:, column]
    days = _days(drawn.edges[column], drawn.edges[column + 1])
    lines = [f"<b>{_number(float(counts.sum()))} events</b>, {days}"]
    lines += [
        f"{_number(float(count))} {status.value}" for status, count in zip(STATUSES, counts, strict=True) if count
    ]
    return "<br>".join(lines)


def scale_in_words(drawn: Histogram) -> str:
    """What the height of the bars means."""
    unit = f"{drawn.step.count:,} {drawn.step.unit}s" if drawn.step.count > 1 else drawn.step.unit
    return f"events per {unit}, at most {_number(float(drawn.counts.sum(axis=0).max(initial=0.0)))}"


def _days(start: float, end: float) -> str:
    """The days from one edge to another, as far as the calendar goes."""
    low, high = CALENDAR
    first = Day.from_ordinal(int(min(max(start, low), high - 1)))
    last = Day.from_ordinal(int(min(max(end, low + 1), high)) - 1)
    return date_in_words(TimeSpan.days(first, last), Extent.THROUGHOUT).removeprefix("from ")


def _number(count: float) -> str:
    """A count, of which coarse dates may give parts."""
    return f"{count:,.0f}" if count >= 9.5 or count == round(count) else f"{count:,.1f}"
