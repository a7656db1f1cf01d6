"""What is drawn where: marks and labels of the events in view, in pixels, without overlap.

The origin is the plot's lower left corner, just above the axis. Nothing here knows of Plotly.

What is shown depends on how many events are in view (semantic zoom): up to 90 get a mark and, where there is room, a
label; up to 300 a mark, and the 90 most salient a label; above that, a histogram with some 40 labelled landmarks.
What finds no room is counted at its place.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from timeline.charts.index import STATUSES, Flags, Floats, Index, Places, spread
from timeline.charts.text import one_line, shorten, width
from timeline.charts.ticks import Step, Window, edges, step_for
from timeline.charts.words import date_in_words

MOST_LABELS = 90
MOST_MARKS = 300
LANDMARKS = 40

ROW = 18.0  # least height of a row
TALL_ROW = 32.0  # where there is room for it
MARK = 12.0  # width of a mark
LABEL = 290.0  # greatest width of a label where it is crowded
LONG_LABEL = 470.0  # where it is not
SHORT_LABEL = 44.0  # a label cut down to less than this says nothing
ARROW = 9.0  # width of an open end's arrow
GAP = 5.0  # between a mark and its label
APART = 10.0  # between two items of a row
BIN = 8.0  # least width of a histogram's bin
_MORE = 70.0  # width of a "+12 more"
_MINOR_ROWS = 4  # greatest height of the lower band
_CAPTION = 16.0  # height of the lower band's caption
_WIDE = 0.7  # of the view: what covers more says little about it
_BUCKET_WIDTH = 24.0  # narrower spans are drawn as marks and need no bucket
_HISTOGRAM = 0.38  # of the height, where there is one


class Mode(StrEnum):
    """How the events in view are shown."""

    LABELS = "labels"
    MARKS = "marks"
    HISTOGRAM = "histogram"


@dataclass(frozen=True, slots=True)
class Item:
    """One event, or several of one coarse date, on the drawing.

    Its span goes from `x0` to `x1`, clipped to the view; its mark stands at `x`, its middle at `y`. `left` to `right`
    is the whole with its label, which starts at `label_x`. `inside` is a label on its span's band, `indent` keeps
    free the arrow of an open start.
    """

    events: tuple[int, ...]
    x0: float
    x1: float
    x: float
    left: float
    right: float
    y: float = 0.0
    label: str = ""
    label_x: float = 0.0
    inside: bool = False
    indent: float = 0.0
    minor: bool = False

    @property
    def is_bucket(self) -> bool:
        """Whether it stands for several events."""
        return len(self.events) > 1

    @property
    def is_band(self) -> bool:
        """Whether it is wide enough to be drawn as a span."""
        return self.x1 - self.x0 > MARK


@dataclass(frozen=True, slots=True)
class More:
    """Events without room, counted where they would be."""

    x: float
    y: float
    events: tuple[int, ...]

    @property
    def label(self) -> str:
        """What is written."""
        return f"+{len(self.events):,} more"


@dataclass(frozen=True, slots=True)
class Histogram:
    """Events per calendar unit: `counts[status, bin]`, a status as in `STATUSES`; `top` is its height in pixels."""

    step: Step
    edges: Floats
    counts: Floats
    top: float


@dataclass(frozen=True, slots=True)
class View:
    """All that a figure shows of a window. `items` are landmarks where there is a histogram, which counts all."""

    window: Window
    pixels: float
    height: float
    mode: Mode
    in_view: Places
    items: tuple[Item, ...]
    more: tuple[More, ...]
    histogram: Histogram | None
    row: float
    minor_top: float | None

    def day(self, x: float) -> float:
        """The time at so many pixels from the left."""
        return self.window[0] + x * (self.window[1] - self.window[0]) / self.pixels


def view(
    index: Index,
    *,
    window: Window,
    pixels: float,
    height: float,
    shown: Flags | None = None,
    chosen: int | None = None,
    room: bool = False,
) -> View:
    """Arrange the events in a window of so many pixels.

    `shown` leaves out events that a search or filter excludes; `chosen` is the one that must not be crowded out;
    `room` takes up every event, for a page whose height follows its content (`View.height` says what was needed).
    """
    frame = _Frame(index, window, pixels, chosen)
    places = index.in_view(window, shown)
    grouped = _group(frame, places)
    if len(grouped.singles) + len(grouped.buckets) > MOST_MARKS:
        return _overview(frame, places, grouped, height)
    mode = Mode.LABELS if len(grouped.singles) <= MOST_LABELS else Mode.MARKS
    if room:
        height = max(height, ROW * (len(places) + 3))
    minor: list[int] = places[index.minor[places]].tolist()
    major: list[int] = places[~index.minor[places]].tolist()
    most_minor = len(minor) if room else min(_MINOR_ROWS, int(height / ROW / 3))
    labels = len(places) if room else MOST_LABELS
    low = _pack(frame, minor, most_minor, labels) if minor else _Packed([], [], 0)
    caption = _CAPTION if minor else 0.0
    high = _pack(frame, major, max(1, int((height - caption) / ROW) - low.rows), labels)
    row = min(TALL_ROW, max(ROW, (height - caption) / max(high.rows + low.rows, 1)))
    low_height = low.rows * row + caption
    # Rows go down as time goes on, and what could not be placed is told in the lowest one.
    items = [replace(item, y=(low.rows - item.y - 0.5) * row, minor=True) for item in low.items]
    items += [replace(item, y=low_height + (high.rows - item.y - 0.5) * row) for item in high.items]
    more = [More(x, row / 2, events) for x, events in low.more]
    more += [More(x, low_height + row / 2, events) for x, events in high.more]
    return View(
        window=window,
        pixels=pixels,
        height=low_height + high.rows * row if room else height,
        mode=mode,
        in_view=places,
        items=tuple(items),
        more=tuple(more),
        histogram=None,
        row=row,
        minor_top=low_height if minor else None,
    )


def histogram(index: Index, places: Places, window: Window, pixels: float, top: float) -> Histogram:
    """Count events by status and calendar unit, each spread over its span."""
    step = step_for(window, pixels, apart=BIN)
    bins = np.array(edges(window, step), dtype=np.float64)
    counts = [
        spread(index.left[chosen], index.right[chosen], bins)
        for code in range(len(STATUSES))
        for chosen in [places[index.status[places] == code]]
    ]
    return Histogram(step, bins, np.array(counts), top)


def _overview(frame: _Frame, places: Places, grouped: _Grouped, height: float) -> View:
    """A histogram, landmarks above it, and in between a bucket for what is wider than the view."""
    index = frame.index
    top = height * _HISTOGRAM
    wide = [bucket for bucket in grouped.buckets if bucket.wide]
    counted = _without(places, wide)
    extents = frame.extents(counted)
    candidates = counted[(extents[1] - extents[0] < frame.pixels / 4) & ~index.minor[counted]]
    order = np.lexsort((candidates, -index.salience[candidates]))
    landmarks = [int(place) for place in candidates[order[:LANDMARKS]]]
    if frame.chosen is not None and (counted == frame.chosen).any() and frame.chosen not in landmarks:
        landmarks.append(frame.chosen)
    slots = frame.in_order([frame.slot(place) for place in landmarks])
    slots = [frame.bucket(bucket) for bucket in wide] + slots
    rows = max(1, int((height - top - ROW) / ROW))
    fitted, _ = _fit(slots, rows, len(slots), bare=False)
    used = int(max((item.y for item in fitted), default=0.0)) + 1
    return View(
        window=frame.window,
        pixels=frame.pixels,
        height=height,
        mode=Mode.HISTOGRAM,
        in_view=places,
        items=tuple(replace(item, y=top + ROW + (used - item.y - 0.5) * ROW) for item in fitted),
        more=(),
        histogram=histogram(index, counted, frame.window, frame.pixels, top),
        row=ROW,
        minor_top=None,
    )


@dataclass(frozen=True, slots=True)
class _Slot:
    """An item to be placed: with its label, and bare."""

    labelled: Item
    bare: Item
    weight: float


@dataclass(frozen=True, slots=True)
class _Packed:
    """Items with a row number as their `y`, what was left over with its places, and the rows taken."""

    items: list[Item]
    more: list[tuple[float, tuple[int, ...]]]
    rows: int


@dataclass(frozen=True, slots=True)
class _Frame:
    """The window that is packed."""

    index: Index
    window: Window
    pixels: float
    chosen: int | None

    def extents(self, places: Places) -> tuple[Floats, Floats]:
        """From where to where events go, clipped to the view, as arrays. A day is a point, at noon."""
        low, high = self.index.window
        scale = self.pixels / (self.window[1] - self.window[0])
        start, end = self.index.start[places], self.index.end[places]
        noon = np.where(end - start == 1, 0.5, 0.0)
        x0 = (np.maximum(start, low) + noon - self.window[0]) * scale
        x1 = (np.minimum(end, high) - noon - self.window[0]) * scale
        return np.clip(x0, 0.0, self.pixels), np.clip(x1, 0.0, self.pixels)

    def slot(self, place: int, longest: float = LABEL) -> _Slot:
        event = self.index.events[place]
        sign = "~ " if event.when is not None and event.when.approximate else ""
        title = sign + (one_line(event.title) or "untitled")
        weight = np.inf if place == self.chosen else float(self.index.salience[place])
        return self._slot((place,), title, weight, longest)

    def bucket(self, bucket: _Bucket) -> _Slot:
        """Several events as one item; never crowded out by others."""
        return self._slot(tuple(bucket.places.tolist()), bucket.title, np.inf, LABEL)

    def _slot(self, places: tuple[int, ...], title: str, weight: float, longest: float) -> _Slot:
        starts, ends = self.extents(np.array(places, dtype=np.intp))
        x0, x1 = float(starts.min()), float(ends.max())
        x = min(max((x0 + x1) / 2, MARK / 2), self.pixels - MARK / 2)
        alone = len(places) == 1
        when = self.index.events[places[0]].when
        half = MARK if alone and when is not None and (when.approximate or when.is_open) else MARK / 2
        indent = ARROW if alone and np.isneginf(self.index.start[places[0]]) else 0.0
        bare = Item(places, x0, x1, x, min(x0, x - half), max(x1, x + half), indent=indent)
        return _Slot(_labelled(bare, title, self.pixels, longest), bare, weight)

    def in_order(self, slots: Iterable[_Slot]) -> list[_Slot]:
        """The most important first; of equal ones the earlier."""
        return sorted(slots, key=lambda slot: (-slot.weight, slot.bare.events))


def _labelled(item: Item, title: str, pixels: float, longest: float) -> Item:
    """The item with its label on the side that has room: on its band, to the right, to the left, or cut short."""
    inner = item.x1 - item.x0 - item.indent - MARK - 3 * GAP
    needed = width(title)
    if item.is_band and inner >= min(needed, longest):
        start = item.x0 + item.indent + GAP + MARK
        return replace(item, x=start - MARK / 2, label=shorten(title, inner), label_x=start + GAP, inside=True)
    right, left = pixels - item.right - GAP, item.left - GAP
    wanted = min(needed, longest)
    to_left = wanted > right and (wanted <= left or left > right)
    length = min(wanted, left if to_left else right)
    label = shorten(title, length) if length >= min(needed, SHORT_LABEL) else ""
    if not label:
        return item
    if to_left:
        start = item.left - GAP - width(label)
        return replace(item, label=label, label_x=start, left=start)
    start = item.right + GAP
    return replace(item, label=label, label_x=start, right=start + width(label))


def _pack(frame: _Frame, places: list[int], rows: int, labels: int) -> _Packed:
    """Events in rows: with long labels, or with shorter ones where that lets more of them stay; if there are still too
    many, coarse dates go in buckets and the least salient are counted.
    """
    slots: list[_Slot] = []
    fitted: list[Item] = []
    left_over: list[Item] = []
    if len(places) <= labels:
        for longest in (LONG_LABEL, LABEL):
            attempt = frame.in_order(frame.slot(place, longest) for place in places)
            found, without = _fit(attempt, rows, labels)
            if not slots or _labels(found) > _labels(fitted):
                slots, fitted, left_over = attempt, found, without
            if _labels(fitted) == len(places):
                break
    if left_over or len(places) > labels:
        slots = frame.in_order(_bucketed(frame, places))
        fitted, left_over = _fit(slots, rows, labels)
    more: list[tuple[float, tuple[int, ...]]] = []
    if left_over:  # the last row tells how many
        fitted, left_over = _fit(slots, rows - 1, labels)
        more = _counted(left_over, frame.pixels)
    used = int(max((item.y for item in fitted), default=-1)) + 1 + bool(more)
    return _Packed(fitted, more, used)


def _bucketed(frame: _Frame, places: list[int]) -> list[_Slot]:
    grouped = _group(frame, np.array(places, dtype=np.intp))
    return [frame.bucket(bucket) for bucket in grouped.buckets] + [frame.slot(int(place)) for place in grouped.singles]


@dataclass(frozen=True, slots=True)
class _Bucket:
    """More than two events that share a coarse date, or whose dates are wider than the view."""

    places: Places
    title: str
    wide: bool


@dataclass(frozen=True, slots=True)
class _Grouped:
    """Events in buckets, and those that stand alone."""

    buckets: list[_Bucket]
    singles: Places


def _without(places: Places, buckets: Sequence[_Bucket]) -> Places:
    """Places, in order, less those in buckets."""
    if not buckets or not len(places):
        return places
    kept = np.ones(places[-1] + 1, dtype=np.bool_)
    for bucket in buckets:
        kept[bucket.places] = False
    return places[kept[places]]


def _group(frame: _Frame, places: Places) -> _Grouped:
    """What shares a coarse date goes in one bucket, as does what covers most of the view; never the chosen event."""
    index = frame.index
    x0, x1 = frame.extents(places)
    alone = places == (-1 if frame.chosen is None else frame.chosen)
    wide = (x1 - x0 > _WIDE * frame.pixels) & ~alone
    lasting = index.lasting[places]
    is_closed = np.isfinite(index.start[places]) & np.isfinite(index.end[places])
    coarse = (x1 - x0 >= _BUCKET_WIDTH) & is_closed & ~lasting & ~wide & ~alone
    buckets: list[_Bucket] = []
    for chosen, words in (
        (wide & lasting, "last through most of this view"),
        (wide & ~lasting, "with dates that span most of this view"),
    ):
        if chosen.sum() > 2:
            buckets.append(_Bucket(places[chosen], f"{chosen.sum():,} {words}", wide=True))
    # One number for each pair of whole days: years have four digits, so days have fewer than seven.
    pairs = index.start[places[coarse]] * 1e7 + index.end[places[coarse]]
    _, inverse, counts = np.unique(pairs, return_inverse=True, return_counts=True)
    for pair in np.flatnonzero(counts > 2):
        shared = places[coarse][inverse == pair]
        buckets.append(_Bucket(shared, f"{len(shared):,}, {_within(index, int(shared[0]))}", wide=False))
    return _Grouped(buckets, _without(places, buckets))


def _within(index: Index, place: int) -> str:
    words = date_in_words(index.events[place].when)
    return words if words.startswith(("between", "from", "by")) else f"sometime in {words.removeprefix('the ')}"


def _fit(slots: Sequence[_Slot], rows: int, labels: int, *, bare: bool = True) -> tuple[list[Item], list[Item]]:
    """Items in rows, and those that find no room, by falling importance.

    Twice over: first the most important choose, to find out who stays; then those who stay are set from left to right.
    Taking intervals by their left end uses as few rows as there are intervals at the fullest place, so the second
    pass always succeeds. Its rows go down as time goes on.
    """
    lines: list[list[tuple[float, float]]] = [[] for _ in range(max(rows, 0))]
    stay: list[Item] = []
    left_over: list[Item] = []
    for slot in slots:
        options = [slot.labelled] if slot.labelled.label and labels > 0 else []
        if bare or not slot.labelled.label:
            options.append(slot.bare)
        taken = next((option for option in options if _take(lines, option)), None)
        if taken is None:
            left_over.append(slot.bare)
        else:
            stay.append(taken)
            labels -= bool(taken.label)
    return _staircase(stay), left_over


def _labels(items: Iterable[Item]) -> int:
    return sum(bool(item.label) for item in items)


def _take(lines: list[list[tuple[float, float]]], item: Item) -> bool:
    """Put an item into the first line with room for it."""
    extent = (item.left - APART / 2, item.right + APART / 2)
    for line in lines:
        place = bisect_left(line, extent)
        free_left = place == 0 or line[place - 1][1] <= extent[0]
        free_right = place == len(line) or extent[1] <= line[place][0]
        if free_left and free_right:
            insort(line, extent)
            return True
    return False


def _staircase(items: list[Item]) -> list[Item]:
    """Rows from left to right, then the rows in the order of their first marks."""
    rows: list[list[Item]] = []
    for item in sorted(items, key=lambda item: (item.left, item.right, item.events)):
        free = next((row for row in rows if row[-1].right + APART / 2 <= item.left - APART / 2), None)
        if free is None:
            rows.append([item])
        else:
            free.append(item)
    rows.sort(key=lambda row: sorted((item.x, item.events) for item in row))
    return [replace(item, y=float(place)) for place, row in enumerate(rows) for item in row]


def _counted(items: Iterable[Item], pixels: float) -> list[tuple[float, tuple[int, ...]]]:
    """Those without room, grouped by where they are: the left end of each group's label, and its events."""
    groups: defaultdict[int, list[int]] = defaultdict(list)
    count = max(1, int(pixels / _MORE))
    step = pixels / count
    for item in items:
        groups[min(int(item.x / step), count - 1)].extend(item.events)
    return [(group * step, tuple(sorted(events))) for group, events in sorted(groups.items())]
