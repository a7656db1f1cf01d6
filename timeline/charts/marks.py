"""A view's marks, spans and labels as Plotly's traces and shapes.

A day is a mark. What lies within a longer span is a pale band on a bracket, what lasted throughout a full one on a
line. Open ends fade and carry an arrow; approximate dates are dotted, and "~" stands before their label.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from timeline.charts.bars import bars, scale_in_words, targets
from timeline.charts.index import Index
from timeline.charts.packing import MARK, Item, View
from timeline.charts.palette import LASTING, STATUS_LOOKS, WITHIN, Theme, ThemeName, translucent
from timeline.charts.text import FONT_SIZE, harmless, one_line
from timeline.charts.words import date_in_words
from timeline.model import Event, Extent

_BAND = 0.62  # height of a span's band, of a row
_FADE = (0.75, 0.5, 0.25)  # towards an open end, of the band's opacity
_FADE_WIDTH = 48.0  # pixels
_FAINTEST = 0.6  # opacity of a mark of confidence 0
_TITLE = 140  # characters of a title shown at the pointer


@dataclass
class Drawing:
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
        """Fill `traces`, `shapes` and `annotations`; `selected` is an event's id."""
        if self.view.histogram is not None:
            self.traces += bars(self.view.histogram, self.theme, self.theme_name)
            self.traces.append(targets(self.view.histogram))
            self._caption(scale_in_words(self.view.histogram), self.view.histogram.top + 2, "bottom")
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
        opacity = LASTING if lasting else WITHIN
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
        pointed = [
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
                "base": [self._day(left) for left, *_ in pointed],
                "x": [self._day(right) - self._day(left) for left, right, *_ in pointed],
                "y": [y for _, _, y, *_ in pointed],
                "width": [self.view.row * 0.9] * len(pointed),
                "hovertext": [text for *_, text, _ in pointed],
                "hoverinfo": "text",
                "customdata": [action for *_, action in pointed],
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
