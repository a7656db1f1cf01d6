"""Timeline -> Plotly figures: pure functions of an index, a window and a size.

The time axis is linear, in days since 1970, with labels of its own: Plotly's date axes know no "490 BC". Plotly's own
SVG traces are used throughout; its WebGL ones need `eval`, which a strict content security policy forbids.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go

from timeline.charts.index import STATUSES, Flags, Floats, Index
from timeline.charts.packing import MARK, Histogram, Item, View, histogram, view
from timeline.charts.palette import STATUS_LOOKS, THEMES, Look, Theme, ThemeName, translucent
from timeline.charts.text import FONT, FONT_SIZE, harmless, one_line
from timeline.charts.text import width as text_width
from timeline.charts.ticks import Window, ticks
from timeline.charts.words import date_in_words
from timeline.model import Event, Extent, Status, Timeline
from timeline.timespan import Day, TimeSpan

# For every figure of this package, in the dashboard and in files: nothing may leave the machine.
CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "topojsonURL": "",
    "displayModeBar": False,
    "scrollZoom": True,
    "doubleClick": "autosize",
}

_SIDE = 14  # margin to the left and right, pixels
_TOP = 8  # margin above all
_LEGEND_LINE = 21.0
_LEGEND_MARK = 46.0  # width of an entry besides its words
_BOTTOM = 42  # room for the axis' labels
_BAND = 0.62  # height of a span's band, of a row
_LASTING, _WITHIN = 0.42, 0.14  # opacity of what lasted, of what lies within
_FADE = (0.75, 0.5, 0.25)  # towards an open end, of the band's opacity
_FADE_WIDTH = 48.0  # pixels
_FAINTEST = 0.6  # opacity of a mark of confidence 0
_TITLE = 140  # characters of a title shown at the pointer


def figure(timeline: Timeline | Index, **options: Any) -> go.Figure:
    """The timeline as a figure; the options are those of `drawing`.

    >>> figure(Timeline(), height=300).layout.height
    300
    """
    return go.Figure(drawing(timeline, **options))


def drawing(
    timeline: Timeline | Index,
    *,
    window: Window | None = None,
    width: int = 1000,
    height: int = 440,
    theme: ThemeName = "light",
    selected: str | None = None,
    shown: Flags | None = None,
    legend: bool = True,
    room: bool = False,
) -> dict[str, Any]:
    """The timeline of a window (days since 1970; all by default) at a size in pixels, as Plotly's JSON.

    `selected` is an event's id; `shown` has a flag for each of the index's events; `room` lets the height grow until
    every event has its place. Each clickable thing carries `customdata`: `["event", id]` or `["window", from, to]`.
    Checking it against Plotly's schema, as `figure` does, takes longer than drawing it.

    >>> drawing(Timeline())["layout"]["height"]
    440
    """
    index = timeline if isinstance(timeline, Index) else Index.of(timeline)
    entries = _legend(index, theme) if legend else []
    top = _legend_height([entry["name"] for entry in entries], width - 2 * _SIDE)
    arranged = view(
        index,
        window=window or index.window,
        pixels=width - 2 * _SIDE,
        height=height - top - _BOTTOM,
        shown=shown,
        chosen=index.place.get(selected) if selected else None,
        room=room,
    )
    drawing = _Drawing(index, arranged, THEMES[theme], theme)
    drawing.draw(selected)
    layout = _layout(
        arranged.window,
        width=width,
        height=round(arranged.height) + top + _BOTTOM,
        top=top,
        theme=THEMES[theme],
        y_range=(0, arranged.height),
    )
    extra = {"showlegend": legend, "shapes": drawing.shapes, "annotations": drawing.annotations}
    return {"data": [*drawing.traces, *entries], "layout": layout | extra}


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
    bars = _bars(histogram(index, index.in_view(whole, shown), whole, width - 2 * _SIDE, 1.0), THEMES[theme], theme)
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
    return {"data": bars, "layout": layout | brush}


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
) -> dict[str, Any]:
    places = ticks(window, width - 2 * _SIDE)
    if bottom < _BOTTOM:  # one line of labels
        places = [tick for tick in places if "<br>" in tick.label or not tick.label[0].isalpha()] or places
    return {
        "width": width,
        "height": height,
        "autosize": False,
        "margin": {"l": _SIDE, "r": _SIDE, "t": top, "b": bottom, "pad": 0, "autoexpand": False},
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
            "tickvals": [tick.at for tick in places],
            "ticktext": [tick.label.replace("<br>", " ") if bottom < _BOTTOM else tick.label for tick in places],
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
            "x": 0,
            "xanchor": "left",
            "y": 1,
            "yanchor": "bottom",
            "itemclick": False,
            "itemdoubleclick": False,
            "font": {"size": FONT_SIZE, "color": theme.muted},
            "bgcolor": "rgba(0,0,0,0)",
        },
    }


@dataclass
class _Drawing:
    """Collects the traces and shapes of one view."""

    index: Index
    view: View
    theme: Theme
    theme_name: ThemeName

    def __post_init__(self) -> None:
        self.traces: list[dict[str, Any]] = []
        self.shapes: list[dict[str, Any]] = []
        self.annotations: list[dict[str, Any]] = []
        self._fills: defaultdict[str, list[tuple[float, float, float, float]]] = defaultdict(list)
        self._lines: defaultdict[tuple[str, str, float], list[list[tuple[float, float]]]] = defaultdict(list)

    def draw(self, selected: str | None) -> None:
        if self.view.histogram is not None:
            self.traces += _bars(self.view.histogram, self.theme, self.theme_name)
            self.traces.append(_bin_targets(self.view.histogram))
            self._caption(_scale_in_words(self.view.histogram), self.view.histogram.top + 2, "bottom")
        for item in self.view.items:
            if item.is_bucket:
                self._draw_bucket(item)
            elif item.is_band:
                self._draw_band(item)
            elif self._event(item).when is not None:
                self._draw_point(item)
        self._flush()
        self._draw_marks(selected)
        self._draw_labels()
        self._draw_minor_caption()

    def _event(self, item: Item) -> Event:
        return self.index.events[item.events[0]]

    def _colour(self, item: Item) -> str:
        return STATUS_LOOKS[self._event(item).status].colour(self.theme_name)

    def _draw_band(self, item: Item) -> None:
        event, colour = self._event(item), self._colour(item)
        lasting = event.extent == Extent.THROUGHOUT
        opacity = _LASTING if lasting else _WITHIN
        half = self.view.row * _BAND / 2
        low, high = item.y - half, item.y + half
        when = event.when
        left, right = item.x0, item.x1
        opened_left, opened_right = when is not None and when.first is None, when is not None and when.last is None
        fade = min(_FADE_WIDTH, (right - left) / 2)
        step = fade / len(_FADE)
        for part, share in enumerate(_FADE):
            faded = translucent(colour, round(opacity * share, 3))
            if opened_left:
                self._fills[faded].append((left + fade - (part + 1) * step, left + fade - part * step, low, high))
            if opened_right:
                self._fills[faded].append((right - fade + part * step, right - fade + (part + 1) * step, low, high))
        left, right = left + fade * opened_left, right - fade * opened_right
        self._fills[translucent(colour, opacity)].append((left, right, low, high))
        dash = "dot" if when is not None and when.approximate else "solid"
        cap = 0.0 if lasting else half * 0.9
        # A bracket below what lies within, its ends up; a plain line below what lasted.
        line = [(left, low), (right, low)]
        if not opened_left and item.x0 > 0:
            line.insert(0, (left, low + cap))
        if not opened_right and item.x1 < self.view.pixels:
            line.append((right, low + cap))
        self._lines[colour, dash, 3.0 if lasting else 1.5].append(line)
        for is_open, x, tip in ((opened_left, item.x0 + 1, 5), (opened_right, item.x1 - 1, -5)):
            if is_open:
                self._lines[colour, "solid", 1.5].append([(x + tip, item.y + 4), (x, item.y), (x + tip, item.y - 4)])

    def _draw_point(self, item: Item) -> None:
        when = self._event(item).when
        x = item.x
        if when is not None and when.approximate:
            self._lines[self._colour(item), "dot", 1.5].append([(x - MARK, item.y), (x + MARK, item.y)])
        if when is not None and when.is_open:
            tip = MARK if when.last is None else -MARK
            self._lines[self._colour(item), "solid", 1.5].append([(x, item.y), (x + tip, item.y)])

    def _draw_bucket(self, item: Item) -> None:
        half = self.view.row * 0.43
        low, high = item.y - half, item.y + half
        self._fills[translucent(self.theme.muted, 0.12)].append((item.x0, item.x1, low, high))
        outline = [(item.x0, low), (item.x1, low), (item.x1, high), (item.x0, high), (item.x0, low)]
        self._lines[self.theme.muted, "dash", 1.0].append(outline)

    def _flush(self) -> None:
        """Polygons and lines of one look as one trace each."""
        for colour, boxes in self._fills.items():
            xs: list[float | None] = []
            ys: list[float | None] = []
            for x0, x1, y0, y1 in boxes:
                xs += [self._day(x0), self._day(x1), self._day(x1), self._day(x0), None]
                ys += [y0, y0, y1, y1, None]
            self._trace(x=xs, y=ys, mode="lines", fill="toself", fillcolor=colour, line={"width": 0})
        for (colour, dash, thickness), lines in self._lines.items():
            xs, ys = [], []
            for line in lines:
                xs += [*(self._day(x) for x, _ in line), None]
                ys += [*(y for _, y in line), None]
            self._trace(x=xs, y=ys, mode="lines", line={"color": colour, "width": thickness, "dash": dash})

    def _draw_marks(self, selected: str | None) -> None:
        marked = [item for item in self.view.items if not item.is_bucket]
        for item in marked:
            if selected is not None and self._event(item).id == selected:
                self.shapes.append(self._halo(item))
        xs = [self._day(item.x) for item in marked]
        looks = [STATUS_LOOKS[self._event(item).status] for item in marked]
        self._trace(
            x=xs,
            y=[item.y for item in marked],
            mode="markers",
            marker={
                "symbol": [
                    look.symbol + ("-open" if item.minor else "") for item, look in zip(marked, looks, strict=True)
                ],
                "color": [self._colour(item) for item in marked],
                "size": [9 if item.minor else 11 for item in marked],
                "opacity": [round(_FAINTEST + (1 - _FAINTEST) * self._event(item).confidence, 2) for item in marked],
                "line": {
                    "width": [1.5 if item.minor else 0.6 for item in marked],
                    "color": [self._colour(item) if item.minor else self.theme.edge for item in marked],
                },
            },
        )

    def _halo(self, item: Item) -> dict[str, Any]:
        """Behind the chosen event and its label."""
        return {
            "type": "rect",
            "layer": "below",
            "x0": self._day(item.left - 4),
            "x1": self._day(item.right + 4),
            "y0": item.y - self.view.row * 0.47,
            "y1": item.y + self.view.row * 0.47,
            "fillcolor": translucent(self.theme.accent, 0.3),
            "line": {"color": self.theme.accent, "width": 1.5},
        }

    def _draw_labels(self) -> None:
        items = self.view.items
        labelled = [item for item in items if item.label]
        self._trace(
            x=[self._day(item.label_x) for item in labelled] + [self._day(more.x) for more in self.view.more],
            y=[item.y for item in labelled] + [more.y for more in self.view.more],
            text=[harmless(item.label) for item in labelled] + [more.label for more in self.view.more],
            mode="text",
            textposition="middle right",
            textfont={
                "color": [self.theme.muted if item.minor or item.is_bucket else self.theme.text for item in labelled]
                + [self.theme.muted] * len(self.view.more),
                "size": FONT_SIZE,
            },
        )
        # Invisible bars make the mark, its span and its label one thing to point at.
        targets = [
            *((item.left, item.right, item.y, self._hover(item), self._action(item)) for item in items),
            *(
                (more.x, more.x + 66, more.y, self._titles(more.events), self._zoom(more.events))
                for more in self.view.more
            ),
        ]
        self.traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "base": [self._day(left) for left, *_ in targets],
                "x": [self._day(right) - self._day(left) for left, right, *_ in targets],
                "y": [y for _, _, y, *_ in targets],
                "width": [self.view.row * 0.9] * len(targets),
                "hovertext": [text for *_, text, _ in targets],
                "hoverinfo": "text",
                "customdata": [action for *_, action in targets],
                "marker": {"color": "rgba(0,0,0,0)", "line": {"width": 0}},
                "showlegend": False,
                "name": "targets",
            }
        )

    def _draw_minor_caption(self) -> None:
        if self.view.minor_top is None:
            return
        self.shapes.append(
            {
                "type": "line",
                "xref": "paper",
                "x0": 0,
                "x1": 1,
                "y0": self.view.minor_top,
                "y1": self.view.minor_top,
                "line": {"color": self.theme.grid, "width": 1},
                "layer": "below",
            }
        )
        self._caption("placed by publication date only", self.view.minor_top, "top")

    def _caption(self, words: str, y: float, anchor: str) -> None:
        """A note at the left edge."""
        self.annotations.append(
            {
                "xref": "paper",
                "x": 0,
                "xanchor": "left",
                "y": y,
                "yanchor": anchor,
                "text": words,
                "showarrow": False,
                "font": {"size": FONT_SIZE - 1, "color": self.theme.muted},
                "borderpad": 0,
            }
        )

    def _hover(self, item: Item) -> str:
        if item.is_bucket:
            return f"{item.label or len(item.events)}<br>{self._titles(item.events)}"
        event = self._event(item)
        sources = len({mention.document for mention in event.mentions})
        reports = f"{sources} source" + ("s" if sources != 1 else "")
        return "<br>".join(
            (
                f"<b>{_hover_title(event)}</b>",
                harmless(date_in_words(event.when, event.extent)),
                f"{event.status.value} · {reports} · confidence {event.confidence:.0%}",
            )
        )

    def _titles(self, places: tuple[int, ...]) -> str:
        first = [_hover_title(self.index.events[place]) for place in places[:6]]
        rest = [f"and {len(places) - 6:,} more"] if len(places) > 6 else []
        return "<br>".join([*first, *rest])

    def _action(self, item: Item) -> list[str | float]:
        return self._zoom(item.events) if item.is_bucket else ["event", self._event(item).id]

    def _zoom(self, places: tuple[int, ...]) -> list[str | float]:
        chosen = list(places)
        left, right = float(self.index.left[chosen].min()), float(self.index.right[chosen].max())
        margin = max((right - left) * 0.05, 1.0)
        return ["window", left - margin, right + margin]

    def _day(self, x: float) -> float:
        return round(self.view.day(x), 3)

    def _trace(self, **trace: Any) -> None:
        self.traces.append({"type": "scatter", "hoverinfo": "skip", "showlegend": False} | trace)


def _hover_title(event: Event) -> str:
    title = one_line(event.title) or "untitled"
    return harmless(title if len(title) <= _TITLE else title[: _TITLE - 1] + "…")


def _bars(drawn: Histogram, theme: Theme, theme_name: ThemeName) -> list[dict[str, Any]]:
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


def _bin_targets(drawn: Histogram) -> dict[str, Any]:
    """Invisible bars over whole bins: what each holds, and a click zooms in."""
    nothing = np.zeros(len(drawn.edges) - 1)
    return _bar(drawn, nothing + drawn.top, nothing) | {
        "marker": {"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        "hoverinfo": "text",
        "hovertext": [_bin_text(drawn, column) for column in range(len(nothing))],
        "customdata": [
            ["window", float(left), float(right)] for left, right in zip(drawn.edges[:-1], drawn.edges[1:], strict=True)
        ],
        "name": "bins",
    }


def _bin_text(drawn: Histogram, column: int) -> str:
    first = Day.from_ordinal(int(drawn.edges[column]))
    last = Day.from_ordinal(int(drawn.edges[column + 1]) - 1)
    counts = drawn.counts[:, column]
    lines = [f"<b>{_number(float(counts.sum()))} events</b>, {_days(first, last)}"]
    lines += [
        f"{_number(float(count))} {status.value}" for status, count in zip(STATUSES, counts, strict=True) if count
    ]
    return "<br>".join(lines)


def _scale_in_words(drawn: Histogram) -> str:
    """What the height of the bars means."""
    unit = f"{drawn.step.count:,} {drawn.step.unit}s" if drawn.step.count > 1 else drawn.step.unit
    return f"events per {unit}, at most {_number(float(drawn.counts.sum(axis=0).max(initial=0.0)))}"


def _days(first: Day, last: Day) -> str:
    return date_in_words(TimeSpan.days(first, last), Extent.THROUGHOUT).removeprefix("from ")


def _number(count: float) -> str:
    """A count, of which coarse dates may give parts."""
    return f"{count:,.0f}" if count >= 9.5 or count == round(count) else f"{count:,.1f}"


def _legend(index: Index, theme: ThemeName) -> list[dict[str, Any]]:
    """Entries for what the whole timeline holds, so that they stay when the view changes."""
    present = {STATUSES[code] for code in np.unique(index.status)}
    entries = [_legend_mark(status.value, STATUS_LOOKS[status], theme) for status in Status if status in present]
    neutral = THEMES[theme].muted
    spans = np.isfinite(index.start) & np.isfinite(index.end) & (index.end - index.start > 1)
    if (spans & ~index.lasting).any():
        entries.append(_legend_box("sometime within", translucent(neutral, _WITHIN), neutral, 1.5))
    if index.lasting.any():
        entries.append(_legend_box("lasted throughout", translucent(neutral, _LASTING), neutral, 0))
    if index.minor.any():
        look = Look("circle-open", "", neutral, neutral)
        entries.append(_legend_mark("publication date only", look, theme))
    return entries


def _legend_height(names: list[str], pixels: float) -> int:
    """The top margin that the legend needs; where one line is too short, Plotly sets it in columns of equal width."""
    if not names:
        return _TOP
    widths = [_LEGEND_MARK + text_width(name) for name in names]
    columns = len(names) if sum(widths) <= pixels else max(1, int(pixels / max(widths)))
    return round(_TOP + _LEGEND_LINE * -(-len(names) // columns) + 6)


def _legend_mark(name: str, look: Look, theme: ThemeName) -> dict[str, Any]:
    marker = {
        "symbol": look.symbol,
        "color": look.colour(theme),
        "size": 11,
        "line": {"width": 0.6, "color": THEMES[theme].edge},
    }
    return {"type": "scatter", "x": [None], "y": [None], "mode": "markers", "marker": marker, "name": name}


def _legend_box(name: str, fill: str, line: str, thickness: float) -> dict[str, Any]:
    marker = {"color": fill, "line": {"color": line, "width": thickness}}
    return {"type": "bar", "x": [None], "y": [None], "marker": marker, "name": name}
