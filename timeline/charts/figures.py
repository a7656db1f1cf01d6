"""Timeline -> Plotly figures: pure functions of an index, a window and a size.

The time axis is linear, in days since 1 January 1970, with labels of our own, since Plotly's date axes have no "490
BC". Traces are of Plotly's SVG kinds; its WebGL kinds need `eval`, which a strict content security policy forbids.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import plotly.graph_objects as go

from timeline.charts import legend
from timeline.charts.bars import bars
from timeline.charts.index import Flags, Index
from timeline.charts.lanes import LaneKind
from timeline.charts.marks import Drawing
from timeline.charts.palette import THEMES, Theme, ThemeName
from timeline.charts.text import FONT, FONT_SIZE
from timeline.charts.ticks import Window, ticks
from timeline.charts.views import histogram, view
from timeline.model import Timeline

# For every figure of this package, in the dashboard and in files: nothing may leave the machine. Read only, since
# Plotly writes into the settings that it is given: hand it a copy.
CONFIG: Mapping[str, Any] = MappingProxyType(
    {
        "displaylogo": False,
        "showSendToCloud": False,
        "plotlyServerURL": "",
        "topojsonURL": "",
        "displayModeBar": False,
        "scrollZoom": True,
        "doubleClick": "autosize",
    }
)

# All in pixels.
_SIDE = 20  # margin to the left and right
_TOP = 8  # margin above the legend
_BOTTOM = 42  # height of the axis' labels, two lines
_NOTE = 14  # height of a note below these labels
_GUTTER = (104.0, 190.0)  # least and greatest width of the names of lanes
_GUTTER_SHARE = 0.15  # the width of these names as a share of the whole, in between


def figure(
    timeline: Timeline | Index,
    *,
    window: Window | None = None,
    width: int = 1000,
    height: int = 440,
    theme: ThemeName = "light",
    selected: str | None = None,
    shown: Flags | None = None,
    room: bool = False,
    lanes: LaneKind | None = None,
    undated: int | None = None,
) -> go.Figure:
    """The timeline as a figure, checked against Plotly's schema; the options are those of `drawing`.

    >>> figure(Timeline(), height=300).layout.height
    300
    """
    return go.Figure(
        drawing(
            timeline,
            window=window,
            width=width,
            height=height,
            theme=theme,
            selected=selected,
            shown=shown,
            room=room,
            lanes=lanes,
            undated=undated,
        )
    )


def drawing(
    timeline: Timeline | Index,
    *,
    window: Window | None = None,
    width: int = 1000,
    height: int = 440,
    theme: ThemeName = "light",
    selected: str | None = None,
    shown: Flags | None = None,
    room: bool = False,
    lanes: LaneKind | None = None,
    undated: int | None = None,
) -> dict[str, Any]:
    """The timeline as Plotly's JSON. Checking it against Plotly's schema, as `figure` does, takes longer than this.

    Args:
        timeline: the events; an `Index` of them, where several drawings are made.
        window: the first day and the day after the last, in days since 1 January 1970; None for all.
        width: of the whole figure, in pixels.
        height: of the whole figure, in pixels; with `room` the least one.
        theme: "light" or "dark".
        selected: the id of the event to highlight, with its other dates.
        shown: a flag for each of the index's events, False for those to leave out; None for all.
        room: whether the height grows until every event has a row.
        lanes: sets the events of each source, participant, place or status apart, the largest lanes first.
        undated: the number of events without a date that a note tells; None for the timeline's, or none with `shown`.

    Returns:
        `data` and `layout`. Whatever can be clicked has `customdata`: `["event", id]` or `["window", first, end]`.

    >>> drawing(Timeline())["layout"]["height"]
    440

    """
    index = timeline if isinstance(timeline, Index) else Index.of(timeline)
    if undated is None:
        undated = len(index.undated) if shown is None else 0
    gutter = round(min(max(_GUTTER[0], width * _GUTTER_SHARE), _GUTTER[1])) if lanes is not None else 0
    pixels = width - 2 * _SIDE - gutter
    bottom = _BOTTOM + (_NOTE if undated else 0)
    entries = legend.entries(index, theme)
    top = _TOP + round(legend.height([entry["name"] for entry in entries], width - _SIDE))
    arranged = view(
        index,
        window=window or index.window,
        pixels=pixels,
        height=height - top - bottom,
        shown=shown,
        chosen=index.index_of.get(selected) if selected else None,
        room=room,
        lanes=lanes,
    )
    drawn = Drawing(index, arranged, THEMES[theme], theme)
    drawn.draw(selected, undated=undated, gutter=gutter)
    size = width, round(arranged.height) + top + bottom
    margins = _Margins(top, bottom, gutter)
    layout = _layout(arranged.window, size, margins, theme=THEMES[theme], y_range=(0, arranged.height))
    extra = {"showlegend": True, "shapes": drawn.shapes, "annotations": drawn.annotations}
    return {"data": [*drawn.traces, *entries], "layout": layout | extra}


def overview(
    timeline: Timeline | Index,
    *,
    window: Window | None = None,
    width: int = 1000,
    height: int = 76,
    theme: ThemeName = "light",
    shown: Flags | None = None,
) -> dict[str, Any]:
    """A low histogram of the whole timeline to choose a window in, as Plotly's JSON, with `window` marked.

    The arguments are those of `drawing`.

    >>> overview(Timeline())["layout"]["dragmode"]
    'select'
    """
    index = timeline if isinstance(timeline, Index) else Index.of(timeline)
    whole = index.window
    counted = histogram(index, index.in_view(whole, shown), whole, width - 2 * _SIDE, 1.0)
    layout = _layout(whole, (width, height), _Margins(top=4, bottom=22), theme=THEMES[theme], y_range=(0, 1.02))
    text = THEMES[theme].text
    brush = {
        "showlegend": False,
        "dragmode": "select",
        "selectdirection": "h",
        "hovermode": False,
        "selections": selections(window),
        "newselection": {"line": {"color": text, "width": 1, "dash": "solid"}, "mode": "immediate"},
        "activeselection": {"fillcolor": THEMES[theme].accent, "opacity": 0.12},
    }
    counts = bars([counted], THEMES[theme], theme, pixels=width - 2 * _SIDE)
    return {"data": counts, "layout": layout | brush}


def selections(window: Window | None) -> list[dict[str, Any]]:
    """The mark of a window on the overview, as Plotly's selections; none for None, which is the whole.

    >>> selections(None)
    []
    """
    if window is None:
        return []
    box = {"type": "rect", "xref": "x", "yref": "paper", "x0": window[0], "x1": window[1], "y0": 0, "y1": 1}
    return [box | {"line": {"width": 1, "dash": "solid"}}]


class _Margins(NamedTuple):
    """What lies around a plot, in pixels: above it, below it, and to the left for the names of lanes."""

    top: int
    bottom: int
    gutter: int = 0


def _layout(
    window: Window, size: tuple[int, int], margins: _Margins, *, theme: Theme, y_range: tuple[float, float]
) -> dict[str, Any]:
    """The layout of a figure; `size` is width and height in pixels, `y_range` the values at the plot's foot and top."""
    width, height = size
    top, bottom, gutter = margins
    plot = width - 2 * _SIDE - gutter
    return {
        "width": width,
        "height": height,
        "autosize": False,
        "margin": {"l": _SIDE + gutter, "r": _SIDE, "t": top, "b": bottom, "pad": 0, "autoexpand": False},
        "paper_bgcolor": theme.paper,
        "plot_bgcolor": theme.paper,
        "font": {"family": FONT, "size": FONT_SIZE, "color": theme.text},
        "template": {},
        "dragmode": "pan",
        "hovermode": "closest",
        "hoverdistance": 8,
        "hoverlabel": {
            "align": "left",
            "bgcolor": theme.paper,
            "bordercolor": theme.muted,
            "font": {"family": FONT, "size": FONT_SIZE, "color": theme.text},
        },
        "barmode": "overlay",
        "bargap": 0,
        "uirevision": None,
        "xaxis": _time_axis(window, plot, theme, two_lines=bottom >= _BOTTOM),
        "yaxis": {"range": list(y_range), "visible": False, "fixedrange": True},
        "legend": {
            "orientation": "h",
            # Left of the plot, however little: only then Plotly lets it have the whole width
            "x": -max(gutter, 0.01) / plot,
            "xanchor": "left",
            "y": 1,
            "yanchor": "bottom",
            "itemclick": False,
            "itemdoubleclick": False,
            "font": {"size": FONT_SIZE, "color": theme.muted},
            "bgcolor": "rgba(0,0,0,0)",
        },
    }


def _time_axis(window: Window, pixels: int, theme: Theme, *, two_lines: bool) -> dict[str, Any]:
    """The time axis of a plot that is `pixels` wide; its labels take one line or two."""
    labelled = ticks(window, pixels)
    if not two_lines:
        labelled = [tick for tick in labelled if "<br>" in tick.label or not tick.label[0].isalpha()] or labelled
    return {
        "range": list(window),
        "tickvals": [tick.at for tick in labelled],
        "ticktext": [tick.label if two_lines else tick.label.replace("<br>", " ") for tick in labelled],
        "tickangle": 0,
        "ticks": "outside",
        "tickcolor": theme.grid,
        "tickfont": {"color": theme.muted, "size": FONT_SIZE - 1},
        "showgrid": True,
        "gridcolor": theme.grid,
        "zeroline": False,
        "linecolor": theme.muted,
        "showline": True,
    }
