"""Timeline -> Plotly figures: pure functions of an index, a window and a size.

The time axis is linear, in days since 1970, with labels of its own: Plotly's date axes know no "490 BC". Plotly's own
SVG traces are used throughout; its WebGL ones need `eval`, which a strict content security policy forbids.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

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

_SIDE = 20  # margin to the left and right, pixels
_TOP = 8  # margin above all
_NOTE = 14  # and for a note below them
_GUTTER, _GUTTER_SHARE = (104.0, 190.0), 0.15  # width of the names of lanes, pixels, and of the whole
_BOTTOM = 42  # room for the axis' labels


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
    """The timeline of a window (days since 1970; all by default) at a size in pixels, as Plotly's JSON.

    `selected` is an event's id; `shown` has a flag for each of the index's events; `room` lets the height grow until
    every event has its place; `lanes` sets the events of each source, participant, place or status apart, the largest
    lanes first; `undated` is how many events to mention that have no date (all of the timeline's by default, none where
    `shown` leaves some out). Each clickable thing carries `customdata`: `["event", id]` or `["window", from, to]`.
    Checking it against Plotly's schema, as `figure` does, takes longer than drawing it.

    >>> drawing(Timeline())["layout"]["height"]
    440
    """
    index = timeline if isinstance(timeline, Index) else Index.of(timeline)
    if undated is None:
        undated = len(index.undated) if shown is None else 0
    gutter = min(max(_GUTTER[0], width * _GUTTER_SHARE), _GUTTER[1]) if lanes is not None else 0.0
    pixels = width - 2 * _SIDE - round(gutter)
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
    drawn.draw(selected, undated=undated, gutter=round(gutter))
    layout = _layout(
        arranged.window,
        width=width,
        height=round(arranged.height) + top + bottom,
        top=top,
        theme=THEMES[theme],
        y_range=(0, arranged.height),
        bottom=bottom,
        gutter=round(gutter),
    )
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
    """A low histogram of the whole timeline to choose a window in, as Plotly's JSON; the present one is marked.

    >>> overview(Timeline())["layout"]["dragmode"]
    'select'
    """
    index = timeline if isinstance(timeline, Index) else Index.of(timeline)
    whole = index.window
    counted = histogram(index, index.in_view(whole, shown), whole, width - 2 * _SIDE, 1.0)
    layout = _layout(whole, width=width, height=height, top=4, bottom=22, theme=THEMES[theme], y_range=(0, 1.02))
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
    """The mark of a window on the overview; none for the whole.

    >>> selections(None)
    []
    """
    if window is None:
        return []
    box = {"type": "rect", "xref": "x", "yref": "paper", "x0": window[0], "x1": window[1], "y0": 0, "y1": 1}
    return [box | {"line": {"width": 1, "dash": "solid"}}]


def _layout(
    window: Window,
    *,
    width: int,
    height: int,
    top: int,
    theme: Theme,
    y_range: tuple[float, float],
    bottom: int = _BOTTOM,
    gutter: int = 0,
) -> dict[str, Any]:
    labelled = ticks(window, width - 2 * _SIDE - gutter)
    if bottom < _BOTTOM:  # one line of labels
        labelled = [tick for tick in labelled if "<br>" in tick.label or not tick.label[0].isalpha()] or labelled
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
        "xaxis": {
            "range": list(window),
            "tickvals": [tick.at for tick in labelled],
            "ticktext": [tick.label.replace("<br>", " ") if bottom < _BOTTOM else tick.label for tick in labelled],
            "tickangle": 0,
            "ticks": "outside",
            "tickcolor": theme.grid,
            "tickfont": {"color": theme.muted, "size": FONT_SIZE - 1},
            "showgrid": True,
            "gridcolor": theme.grid,
            "zeroline": False,
            "linecolor": theme.muted,
            "showline": True,
        },
        "yaxis": {"range": list(y_range), "visible": False, "fixedrange": True},
        "legend": {
            "orientation": "h",
            # Left of the plot, however little: only then Plotly lets it have the whole width
            "x": -max(gutter, 0.01) / (width - 2 * _SIDE - gutter),
            "xanchor": "left",
            "y": 1,
            "yanchor": "bottom",
            "itemclick": False,
            "itemdoubleclick": False,
            "font": {"size": FONT_SIZE, "color": theme.muted},
            "bgcolor": "rgba(0,0,0,0)",
        },
    }
