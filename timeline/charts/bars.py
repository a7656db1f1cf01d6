"""A histogram as Plotly's traces: stacked bars, one part for each status, and a text for each bin.

The bars of a status are one outline: Plotly draws that in a tenth of the time that it takes for bars of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import numpy as np

from timeline.charts.index import STATUSES, Floats
from timeline.charts.palette import STATUS_LOOKS, Look, Theme, ThemeName, translucent
from timeline.charts.ticks import CALENDAR
from timeline.charts.views import Histogram
from timeline.model import Extent
from timeline.timespan import Day, TimeSpan
from timeline.wording import date_in_words

Boxes: TypeAlias = tuple[Floats, Floats, Floats, Floats]
"""Bars as arrays: left and right sides (days since 1 January 1970), feet and heads (pixels)."""

_WIDEST = 44.0  # pixels: the greatest width of a bar
_APART = 1.0  # pixels between two bars
_LOWEST = 0.05  # pixels: bars lower than this are not drawn
_PUBLISHED = "published"  # the name of the trace of events without a date of their own
_THIN = 5.0  # pixels: bars up to this width touch each other


def bars(drawn: Sequence[Histogram], theme: Theme, theme_name: ThemeName, *, pixels: float) -> list[dict[str, Any]]:
    """Stacked bars: a trace for each status, for all histograms together.

    `pixels` is the width of a histogram; the bars of each are scaled to its height.
    """
    boxes: dict[str, list[Boxes]] = {}
    for each in drawn:
        scale = each.top / each.highest if each.highest else 0.0
        left, right = _sides(each, pixels)
        foot = np.full(len(left), each.base)
        if each.minor:
            boxes.setdefault(_PUBLISHED, []).append((left, right, foot, foot + each.counts.sum(axis=0) * scale))
            continue
        for status, counts in zip(STATUSES, each.counts, strict=True):
            head = foot + counts * scale
            if counts.any():
                boxes.setdefault(status.value, []).append((left, right, foot, head))
            foot = head
    fills = {status.value: _fill(STATUS_LOOKS[status], theme, theme_name) for status in STATUSES}
    fills[_PUBLISHED] = {"fillcolor": translucent(theme.muted, 0.45)}
    return [_outline(boxes[name]) | fill | {"name": name} for name, fill in fills.items() if name in boxes]


def _fill(look: Look, theme: Theme, theme_name: ThemeName) -> dict[str, Any]:
    """A status' colour and hatch, as fields of a trace."""
    colour = look.colour(theme_name)
    if not look.hatch:
        return {"fillcolor": colour}
    pattern = {
        "shape": look.hatch,
        "fillmode": "overlay",
        "bgcolor": colour,
        "fgcolor": theme.paper,
        "fgopacity": 0.42,
        "size": 7,
        "solidity": 0.18,
    }
    return {"fillcolor": colour, "fillpattern": pattern}


def _sides(drawn: Histogram, pixels: float) -> tuple[Floats, Floats]:
    """The left and right sides of a histogram's bars; a bar narrower than its bin stands in the middle of it."""
    widths = np.diff(drawn.edges)
    a_pixel = (drawn.edges[-1] - drawn.edges[0]) / max(pixels, 1.0)
    gap = np.where(widths > _THIN * a_pixel, _APART * a_pixel, 0.0)
    half = np.minimum(widths - gap, _WIDEST * a_pixel) / 2
    middle = drawn.edges[:-1] + widths / 2
    return middle - half, middle + half


def _outline(boxes: Iterable[Boxes]) -> dict[str, Any]:
    """Boxes as one filled line; those lower than `_LOWEST` are left out."""
    left, right, foot, head = (np.concatenate(sides) for sides in zip(*boxes, strict=True))
    tall = head - foot > _LOWEST
    xs = np.full((int(tall.sum()), 5), np.nan)
    ys = np.full(xs.shape, np.nan)
    xs[:, 0] = xs[:, 1] = left[tall]
    xs[:, 2] = xs[:, 3] = right[tall]
    ys[:, 0] = ys[:, 3] = foot[tall]
    ys[:, 1] = ys[:, 2] = head[tall]
    return {
        "type": "scatter",
        "mode": "none",
        "x": _plain(xs.round(2)),
        "y": _plain(ys.round(1)),
        "fill": "toself",
        "hoveron": "points",
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _plain(table: Floats) -> list[float | None]:
    """The numbers of a table, row by row, with None for NaN."""
    return [None if value != value else value for value in table.ravel().tolist()]


def targets(drawn: Sequence[Histogram]) -> dict[str, Any]:
    """Invisible bars over whole bins, which show what a bin holds at the pointer and zoom into it on a click."""
    bins = [(each, column) for each in drawn for column in np.flatnonzero(each.counts.any(axis=0)).tolist()]
    sides = [(float(each.edges[column]), float(each.edges[column + 1])) for each, column in bins]
    days = {side: _days(*side) for side in dict.fromkeys(sides)}
    return {
        "type": "bar",
        "x": [round((left + right) / 2, 1) for left, right in sides],
        "width": [right - left for left, right in sides],
        "y": [round(each.top, 1) for each, _ in bins],
        "base": [round(each.base, 1) for each, _ in bins],
        "showlegend": False,
        "marker": {"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        "hoverinfo": "text",
        "hovertext": [_text(each, column, days[side]) for (each, column), side in zip(bins, sides, strict=True)],
        "customdata": [["window", left, right] for left, right in sides],
        "name": "bins",
    }


def _text(drawn: Histogram, column: int, days: str) -> str:
    """The text of a bin: its number of events, in all and by status; `days` are its days in words."""
    counts = drawn.counts[:, column].tolist()
    total = sum(counts)
    told = " told on the day of publication" if drawn.minor else ""
    lines = [f"<b>{number_in_words(total)} event{'s' * (total != 1)}</b>{told}, {days}"]
    lines += [
        f"{number_in_words(count)} {status.value}" for status, count in zip(STATUSES, counts, strict=True) if count
    ]
    return "<br>".join(lines)


def unit_in_words(drawn: Histogram) -> str:
    """The unit of the bars' heights in words: "events per month"."""
    unit = f"{drawn.step.count:,} {drawn.step.unit}s" if drawn.step.count > 1 else drawn.step.unit
    return f"events per {unit}"


def levels(highest: float) -> list[float]:
    """Round counts to draw lines at: the largest that is not above the highest bar, and its half if that is whole.

    >>> levels(1645.0), levels(58.0), levels(1.0), levels(0.4)
    ([500.0, 1000.0], [25.0, 50.0], [1.0], [])
    """
    if highest < 1:
        return []
    power = 10.0 ** int(np.floor(np.log10(highest)))
    top = next(step * power for step in (5, 2, 1) if step * power <= highest)
    return [top / 2, top] if (top / 2) % 1 == 0 else [top]


def _days(start: float, end: float) -> str:
    """The days from one edge of a bin to the other in words, cut at the ends of the calendar."""
    low, high = CALENDAR
    first = Day.from_ordinal(int(min(max(start, low), high - 1)))
    last = Day.from_ordinal(int(min(max(end, low + 1), high)) - 1)
    return date_in_words(TimeSpan.days(first, last), Extent.THROUGHOUT).removeprefix("from ")


def number_in_words(count: float) -> str:
    """A count in figures, with one decimal if it has a fraction: an event of a year counts .08 in each of its months.

    >>> number_in_words(1234.0), number_in_words(2.34)
    ('1,234', '2.3')
    """
    return f"{count:,.0f}" if count >= 9.5 or count == round(count) else f"{count:,.1f}"
