"""A view's marks, spans and labels as Plotly's traces and shapes.

An event of a day is a mark. One that lies within a longer span is a pale band on a bracket, one that lasted throughout
it a full band on a line. Open ends fade and carry an arrow; approximate dates are dotted, and "~" stands before their
label. A small sign at a mark says that the event was planned for other days, or that its reports differ on its date;
when the event is chosen, these days are drawn as hollow marks, joined to it by dots.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from timeline.charts.bars import bars, levels, number_in_words, targets, unit_in_words
from timeline.charts.index import Index
from timeline.charts.linked import Relation, other_dates
from timeline.charts.packing import MARK, MORE, Item
from timeline.charts.palette import (
    DIFFERS,
    LASTING,
    MOVED,
    STATUS_LOOKS,
    WITHIN,
    Look,
    Theme,
    ThemeName,
    translucent,
)
from timeline.charts.text import FONT_SIZE, harmless, one_line, shorten, width
from timeline.charts.views import Histogram, Strip, View
from timeline.model import Event, Extent, Status
from timeline.timespan import TimeSpan
from timeline.wording import date_in_words

_BAND = 0.76  # height of a span's band, as a share of its row
_SIGN = 7.5  # pixels from a mark's middle to its sign, both to the right and up
_PUBLISHED = "told on the day of publication, not dated otherwise"
_PUBLISHED_NAME = "told on the day of publication"
_NOTE = 38  # pixels from the axis down to a note below its labels
_NAME_LINES = 2  # the most lines of a lane's name
_LINE = 15.0  # pixels: height of such a line
_BOLD = 1.12  # the width of bold letters, as a multiple of plain ones
_FADE = (0.75, 0.5, 0.25)  # the steps in which a band fades towards an open end, as shares of its opacity
_FADE_WIDTH = 48.0  # pixels: the greatest length of these steps together
_FAINTEST = 0.6  # opacity (0 to 1) of a mark of confidence 0; confidence 1 gives 1
_HOVER_DATES = 4  # the most other dates shown at the pointer
_HOVER_EVENTS = 6  # the most events of a bucket shown at the pointer
_HOVER_CHARS = 140  # the most characters of a title shown at the pointer


@dataclass
class Drawing:
    """The traces, shapes and annotations of one view, once `draw` has been called."""

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

    def draw(self, selected: str | None, *, undated: int = 0, gutter: float = 0.0) -> None:
        """Fill `traces`, `shapes` and `annotations`.

        `selected` is the id of the event to highlight; `undated` the number of events without a date that a note tells;
        `gutter` the width, in pixels, of the names of lanes to the left of the plot.
        """
        if self.view.histograms:
            self.traces += bars(self.view.histograms, self.theme, self.theme_name, pixels=self.view.pixels)
            self.traces.append(targets(self.view.histograms))
        for drawn in self.view.histograms:
            self._draw_scale(drawn)
        for item in self.view.items:
            if item.is_bucket:
                self._draw_bucket(item)
            elif item.is_band:
                self._draw_band(item)
            else:
                self._draw_point(item)
        chosen = [item for item in self.view.items if not item.is_bucket and self._event(item).id == selected]
        self._join(chosen)
        self._flush()
        self._draw_marks()
        self._draw_signs()
        self.shapes += [self._halo(item) for item in chosen if item.link is None]
        self._draw_labels()
        for number, strip in enumerate(self.view.strips):
            self._draw_strip(strip, number, gutter)
        self._draw_notes(undated)

    def _event(self, item: Item) -> Event:
        """The event of an item, of several the first."""
        return self.index.events[item.events[0]]

    def _when(self, item: Item) -> TimeSpan | None:
        """The date of an item: its event's, or one of the other dates."""
        return item.link.when if item.link is not None else self._event(item).when

    def _look(self, item: Item) -> Look:
        """The look of an item's status; a date that was planned has that of a plan."""
        if item.link is not None and item.link.relation == Relation.PLAN:
            return STATUS_LOOKS[Status.PLANNED]
        return STATUS_LOOKS[self._event(item).status]

    def _colour(self, item: Item) -> str:
        return self._look(item).colour(self.theme_name)

    def _draw_scale(self, drawn: Histogram) -> None:
        """Lines at round counts behind a histogram, with these counts and the unit."""
        if drawn.minor:
            return
        named = any(strip.name for strip in self.view.strips)
        scale = drawn.top / drawn.highest if drawn.highest else 0.0
        for level in levels(drawn.highest)[-1 if named else 0 :]:
            y = drawn.base + level * scale
            self.shapes.append(self._rule(y, self.theme.grid))
            words = number_in_words(level)
            if named:  # beside the plot, below the line, out of the way of a lane's name and landmarks
                beside = {"xanchor": "right", "xshift": -4}
                self.annotations.append(self._annotation(words, y, "top") | beside)
            else:
                is_high = drawn.top - level * scale < 2 * FONT_SIZE
                paper = translucent(self.theme.paper, 0.75)
                self._note(words, y, "top" if is_high else "bottom", bgcolor=paper)
        if not named:
            self._note(unit_in_words(drawn), drawn.base + drawn.top + 2, "bottom")

    def _draw_band(self, item: Item) -> None:
        """The span of an event that is wide enough to be seen."""
        colour = self._colour(item)
        if item.link is not None:
            self._draw_other_span(item, colour)
            return
        lasting = self._event(item).extent == Extent.THROUGHOUT
        opacity = LASTING if lasting else WITHIN
        half = self.view.row * _BAND / 2
        low, high = item.y - half, item.y + half
        when = self._when(item)
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

    def _draw_other_span(self, item: Item, colour: str) -> None:
        """Another date's span: thin whiskers, unlike an event's own span."""
        half = self.view.row * _BAND / 4
        for x0, x1, y0, y1 in (
            (item.x0, item.x1, item.y, item.y),
            (item.x0, item.x0, item.y - half, item.y + half),
            (item.x1, item.x1, item.y - half, item.y + half),
        ):
            self._lines[colour, "solid", 1.0].append([(x0, y0), (x1, y1)])

    def _draw_point(self, item: Item) -> None:
        """What stands beside the mark of a date too short for a band: dots if approximate, a line to an open end."""
        when = self._when(item)
        x = item.x
        if when is not None and when.approximate:
            self._lines[self._colour(item), "dot", 1.5].append([(x - MARK, item.y), (x + MARK, item.y)])
        if when is not None and when.is_open:
            tip = MARK if when.last is None else -MARK
            self._lines[self._colour(item), "solid", 1.5].append([(x, item.y), (x + tip, item.y)])

    def _draw_bucket(self, item: Item) -> None:
        """The span that several events share."""
        half = self.view.row * 0.4
        self._fills[translucent(self.theme.muted, 0.16)].append((item.x0, item.x1, item.y - half, item.y + half))
        for x in (item.x0, item.x1):
            if 0 < x < self.view.pixels:
                self._lines[self.theme.muted, "solid", 1.0].append([(x, item.y - half), (x, item.y + half)])

    def _join(self, chosen: list[Item]) -> None:
        """Dots from the chosen event to its other dates, in each lane that it stands in."""
        own = [item for item in chosen if item.link is None]
        for item in chosen:
            if item.link is not None and own:
                nearest = min(own, key=lambda each: (abs(each.y - item.y), each.y))
                self._lines[self._colour(item), "dot", 1.5].append([(nearest.x, nearest.y), (item.x, item.y)])

    def _flush(self) -> None:
        """Add the polygons and lines that were collected, those of one look as one trace."""
        for colour, boxes in self._fills.items():
            xs: list[float | None] = []
            ys: list[float | None] = []
            for x0, x1, y0, y1 in boxes:
                xs += [self._day(x0), self._day(x1), self._day(x1), self._day(x0), None]
                ys += [y0, y0, y1, y1, None]
            self._trace(x=xs, y=ys, mode="none", fill="toself", fillcolor=colour, hoveron="points")
        for (colour, dash, thickness), lines in self._lines.items():
            xs, ys = [], []
            for line in lines:
                xs += [*(self._day(x) for x, _ in line), None]
                ys += [*(y for _, y in line), None]
            self._trace(x=xs, y=ys, mode="lines", line={"color": colour, "width": thickness, "dash": dash})

    def _draw_marks(self) -> None:
        """The marks of all events: filled, and hollow for other dates and dates of publication."""
        marked = [item for item in self.view.items if not item.is_bucket]
        hollow = [item.minor or item.link is not None for item in marked]
        looks = [self._look(item) for item in marked]
        colours = [self._colour(item) for item in marked]
        self._trace(
            x=[self._day(item.x) for item in marked],
            y=[item.y for item in marked],
            mode="markers",
            marker={
                # Filled with the paper, so that no line is seen through a hollow mark
                "symbol": [look.symbol for look in looks],
                "color": [
                    self.theme.paper if is_hollow else colour for is_hollow, colour in zip(hollow, colours, strict=True)
                ],
                "size": [9 if is_hollow else 11 for is_hollow in hollow],
                "opacity": [
                    1.0 if is_hollow else round(_FAINTEST + (1 - _FAINTEST) * self._event(item).confidence, 2)
                    for item, is_hollow in zip(marked, hollow, strict=True)
                ],
                "line": {
                    "width": [1.6 if is_hollow else 0.6 for is_hollow in hollow],
                    "color": [
                        colour if is_hollow else self.theme.edge
                        for is_hollow, colour in zip(hollow, colours, strict=True)
                    ],
                },
            },
        )

    def _draw_signs(self) -> None:
        """The signs at the upper right of marks: planned for other days, or dated differently by the reports."""
        for flags, sign in ((self.index.moved & ~self.index.differs, MOVED), (self.index.differs, DIFFERS)):
            signed = [
                item for item in self.view.items if not item.is_bucket and item.link is None and flags[item.events[0]]
            ]
            if signed:
                self._trace(
                    x=[self._day(item.x + _SIGN) for item in signed],
                    y=[item.y + _SIGN - 1 for item in signed],
                    mode="markers",
                    marker=sign.marker(self.theme, self.theme_name),
                )

    def _halo(self, item: Item) -> dict[str, Any]:
        """The box behind the chosen event and its label."""
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
        """The labels, and the targets at which the pointer shows an event and a click chooses it."""
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
                (more.x, more.x + MORE - 4, more.y, self._titles(more.events), self._zoom(more.events))
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

    def _draw_strip(self, strip: Strip, number: int, gutter: float) -> None:
        """A strip's line above it, name beside it, and caption in the lowest one; `number` counts from the top."""
        if number:
            self.shapes.append(self._rule(strip.top, self.theme.muted if strip.minor else self.theme.grid, gutter))
        if strip.minor:
            self.shapes.append(self._shade(strip, gutter))
        if strip.minor and not gutter:
            self._note(_PUBLISHED, strip.top - 2, "top")
        elif gutter:
            room = int((strip.top - strip.bottom - 4) / _LINE)
            pixels = gutter - 12
            if strip.minor:
                lines = _lines(_PUBLISHED_NAME, pixels, room, FONT_SIZE - 1)
            else:
                lines = _lines(strip.name, pixels / _BOLD, max(1, min(_NAME_LINES, room - 1)), FONT_SIZE)
                notes = _lines(strip.note, pixels, max(1, room - len(lines)), FONT_SIZE - 2)
                small = f"font-size:{FONT_SIZE - 2}px;color:{self.theme.muted}"
                lines = [f"<b>{line}</b>" for line in lines] + [
                    f'<span style="{small}">{note}</span>' for note in notes
                ]
            colour = self.theme.muted if strip.minor else self.theme.text
            self.annotations.append(
                self._annotation("<br>".join(lines), strip.top - 3, "top")
                | {"xshift": -gutter, "align": "left", "font": {"size": FONT_SIZE - strip.minor, "color": colour}}
            )

    def _draw_notes(self, undated: int) -> None:
        """A note of the number of events without a date."""
        if undated:
            words = f"{undated:,} event{'s' * (undated != 1)} without a date, not drawn"
            self.annotations.append(self._annotation(words, 0, "top") | {"yref": "paper", "yshift": -_NOTE})

    def _rule(self, y: float, colour: str, gutter: float = 0.0) -> dict[str, Any]:
        """A line across the plot and the names of lanes."""
        line = {"color": colour, "width": 1}
        return {"type": "line", "layer": "below", "y0": y, "y1": y, "line": line} | self._across(gutter)

    def _shade(self, strip: Strip, gutter: float) -> dict[str, Any]:
        """A strip's grey background."""
        shade = {"fillcolor": translucent(self.theme.muted, 0.07), "line": {"width": 0}}
        return {"type": "rect", "layer": "below", "y0": strip.bottom, "y1": strip.top} | shade | self._across(gutter)

    def _across(self, gutter: float) -> dict[str, Any]:
        """The ends of a shape that goes across the plot and the names of lanes."""
        return {"xref": "paper", "x0": -gutter / self.view.pixels, "x1": 1}

    def _note(self, words: str, y: float, anchor: str, **looks: str) -> None:
        """A note at the left edge of the plot."""
        self.annotations.append(self._annotation(words, y, anchor) | looks)

    def _annotation(self, words: str, y: float, anchor: str) -> dict[str, Any]:
        """Words at the left edge of the plot, as Plotly's annotation; `anchor` is the side of them that is at `y`."""
        return {
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

    def _hover(self, item: Item) -> str:
        """What the pointer shows at an item."""
        if item.is_bucket:
            return f"{item.label or len(item.events)}<br>{self._titles(item.events)}"
        event = self._event(item)
        if item.link is not None:
            return f"<b>{harmless(item.link.words)}</b><br>{_hover_title(event)}"
        sources = len({mention.document for mention in event.mentions})
        reports = f"{sources} source" + ("s" if sources != 1 else "")
        return "<br>".join(
            (
                f"<b>{_hover_title(event)}</b>",
                harmless(date_in_words(event.when, event.extent)),
                f"{event.status.value} · {reports} · confidence {event.confidence:.0%}",
                *(harmless(other.words) for other in other_dates(event)[:_HOVER_DATES]),
            )
        )

    def _titles(self, indices: tuple[int, ...]) -> str:
        """The titles of the first of some events, and the number of the others."""
        first = [_hover_title(self.index.events[i]) for i in indices[:_HOVER_EVENTS]]
        rest = [f"and {len(indices) - _HOVER_EVENTS:,} more"] if len(indices) > _HOVER_EVENTS else []
        return "<br>".join([*first, *rest])

    def _action(self, item: Item) -> list[str | float]:
        """What a click on an item does: choose its event, or zoom in on several."""
        return self._zoom(item.events) if item.is_bucket else ["event", self._event(item).id]

    def _zoom(self, indices: tuple[int, ...]) -> list[str | float]:
        """A click that zooms in on some events, with a margin of a twentieth of their span or a day."""
        chosen = list(indices)
        left, right = float(self.index.left[chosen].min()), float(self.index.right[chosen].max())
        margin = max((right - left) * 0.05, 1.0)
        return ["window", left - margin, right + margin]

    def _day(self, x: float) -> float:
        """The time (days since 1 January 1970) at `x` pixels from the left of the plot."""
        return round(self.view.day(x), 3)

    def _trace(self, **trace: Any) -> None:
        """Add a scatter trace that neither the pointer nor the legend shows."""
        self.traces.append({"type": "scatter", "hoverinfo": "skip", "showlegend": False} | trace)


def _hover_title(event: Event) -> str:
    title = one_line(event.title) or "untitled"
    return harmless(title if len(title) <= _HOVER_CHARS else title[: _HOVER_CHARS - 1] + "…")


def _lines(words: str, pixels: float, most: int, size: int) -> list[str]:
    """Words in at most `most` lines that are `pixels` wide, in letters of `size` pixels; the last line may be cut."""
    lines: list[str] = []
    left = words.split()
    while left and len(lines) < most:
        taken = len(left)
        while taken > 1 and len(lines) < most - 1 and width(" ".join(left[:taken]), size=size) > pixels:
            taken -= 1
        lines.append(harmless(shorten(" ".join(left[:taken]), pixels, size=size)))
        left = left[taken:]
    return lines
