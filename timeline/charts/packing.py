"""Rows of marks and labels without overlap: each event's row, the position of its mark, and the length of its label.

All lengths are in pixels, counted from the left end of the view. Nothing here knows of Plotly.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from timeline.charts.index import Floats, Index, Indices
from timeline.charts.linked import OtherDate, other_dates
from timeline.charts.text import one_line, shorten, width
from timeline.charts.ticks import Window
from timeline.wording import date_in_words

# In pixels, if nothing else is said.
MARK = 12.0  # width of a mark
LABEL = 290.0  # the longest label of a landmark, a bucket and another date of the chosen event
LABELS = (470.0, LABEL, 180.0, 110.0)  # the longest labels that are tried in turn; shorter ones let more events stay
CROWDED_LABELS = (LABEL, 180.0)  # the same where many events have no label anyway
WIDEST_LABEL = 620.0  # the greatest length of a label that takes the room left over in its row
SHORT_LABEL = 44.0  # a label cut to less than this is left out
ARROW = 9.0  # width of an open end's arrow
SIGN = 5.0  # the width of the sign at a mark that lies outside it
GAP = 5.0  # between a mark and its label
APART = 10.0  # between two items of a row
MORE = 70.0  # width of a "+12 more"
_WIDE = 0.7  # share of the view from which on a span goes into a bucket with others like it
_BUCKET_WIDTH = 24.0  # narrower spans are drawn as marks and need no bucket


@dataclass(frozen=True, slots=True)
class Item:
    """What is drawn as one: an event, several events of one coarse date, or another date of the chosen event (`link`).

    `events` are their indices. The span goes from `x0` to `x1`, clipped to the view; the mark stands at `x`, in the row
    `y`, or, once a view is laid out, at `y` pixels from the bottom. `left` to `right` is the whole with its label,
    which starts at `label_x` and is as much of `title` as fits, "" for none. `inside` says that the label stands on the
    band of the span; `indent` is the width left free there for the arrow of an open start. `minor` is an event dated by
    publication alone.
    """

    events: tuple[int, ...]
    x0: float
    x1: float
    x: float
    left: float
    right: float
    y: float = 0.0
    title: str = ""
    label: str = ""
    label_x: float = 0.0
    inside: bool = False
    indent: float = 0.0
    minor: bool = False
    link: OtherDate | None = None

    @property
    def is_bucket(self) -> bool:
        """Whether it stands for several events."""
        return len(self.events) > 1

    @property
    def is_band(self) -> bool:
        """Whether the span is wider than a mark, and drawn as a band."""
        return self.x1 - self.x0 > MARK


@dataclass(frozen=True, slots=True)
class Slot:
    """An item to be given a row: `labelled` are its forms with a label, the best first; `bare` is that without.

    The greater the `weight`, the earlier it chooses its row.
    """

    labelled: tuple[Item, ...]
    bare: Item
    weight: float


@dataclass(frozen=True, slots=True)
class Packed:
    """Items with their row's number as `y` (0 is the uppermost), those without room, and the number of rows."""

    items: list[Item]
    left_over: list[Item]
    rows: int


@dataclass(frozen=True, slots=True)
class Frame:
    """What is packed: a window of an index, `pixels` wide, and the index of the chosen event, if there is one."""

    index: Index
    window: Window
    pixels: float
    chosen: int | None

    def extents(self, indices: Indices) -> tuple[Floats, Floats]:
        """The left and right ends of events' spans, clipped to the view."""
        return self._clipped(self.index.start[indices], self.index.end[indices])

    def _clipped(self, start: Floats, end: Floats) -> tuple[Floats, Floats]:
        """The left and right ends of spans of days, clipped to the view. A single day is a point, at noon."""
        low, high = self.index.window
        scale = self.pixels / (self.window[1] - self.window[0])
        noon = np.where(end - start == 1, 0.5, 0.0)
        x0 = (np.where(np.isfinite(start), start, low) + noon - self.window[0]) * scale
        x1 = (np.where(np.isfinite(end), end, high) - noon - self.window[0]) * scale
        return np.clip(x0, 0.0, self.pixels), np.clip(x1, 0.0, self.pixels)

    def slots(self, indices: Sequence[int], longest: float = LABEL) -> list[Slot]:
        """A slot for each event, and for each other date of the chosen one; labels are at most `longest`."""
        found = []
        starts, ends = self.extents(np.array(indices, dtype=np.intp))
        for i, x0, x1 in zip(indices, starts.tolist(), ends.tolist(), strict=True):
            event = self.index.events[i]
            when = event.when
            sign = "~ " if when is not None and when.approximate else ""
            title = sign + (one_line(event.title) or "untitled")
            is_wide = when is not None and (when.approximate or when.is_open)
            is_signed = self.index.moved[i] or self.index.differs[i]
            half = MARK if is_wide else MARK / 2 + SIGN * bool(is_signed)
            bare = self._bare(
                (i,),
                (x0, x1),
                title,
                half=half,
                indent=ARROW if self.index.start[i] == -np.inf else 0.0,
                minor=bool(self.index.minor[i]),
            )
            weight = np.inf if i == self.chosen else float(self.index.salience[i])
            labelled = _labelled(bare, self.pixels, longest)
            found.append(Slot(labelled, bare, weight))
            if i == self.chosen:
                found += self._linked(i, bare.x)
        return found

    def bucket(self, bucket: Bucket) -> Slot:
        """The slot of several events; it chooses before single ones."""
        starts, ends = self.extents(bucket.indices)
        extent = float(starts.min()), float(ends.max())
        bare = self._bare(tuple(bucket.indices.tolist()), extent, bucket.title)
        return Slot(_labelled(bare, self.pixels, LABEL), bare, np.inf)

    def _linked(self, i: int, x: float) -> list[Slot]:
        """The slots of an event's other dates that are in view, labelled away from the event's mark at `x`."""
        found = []
        for other in other_dates(self.index.events[i]):
            start = np.array([other.when.first.ordinal if other.when.first else -np.inf])
            end = np.array([other.when.last.ordinal + 1 if other.when.last else np.inf])
            if start[0] < self.window[1] and end[0] > self.window[0]:
                x0, x1 = self._clipped(start, end)
                bare = self._bare((i,), (float(x0[0]), float(x1[0])), other.words, link=other)
                options = _labelled(bare, self.pixels, LABEL)
                if len(options) > 1 and (options[0].label_x < bare.x) != (bare.x < x):
                    options = options[::-1]
                found.append(Slot(options, bare, np.inf))
        return found

    def _bare(
        self,
        indices: tuple[int, ...],
        extent: tuple[float, float],
        title: str,
        *,
        half: float = MARK / 2,
        **fields: Any,
    ) -> Item:
        """An item without a label; `half` is half of its mark's width."""
        x0, x1 = extent
        x = min(max((x0 + x1) / 2, MARK / 2), self.pixels - MARK / 2)
        return Item(indices, x0, x1, x, min(x0, x - half), max(x1, x + half), title=title, **fields)


def in_order(slots: Iterable[Slot]) -> list[Slot]:
    """Slots by falling weight; of equal ones the earlier event first, and an event before its other dates."""
    return sorted(slots, key=lambda slot: (-slot.weight, slot.bare.events, slot.bare.link is not None))


def _labelled(item: Item, pixels: float, longest: float) -> tuple[Item, ...]:
    """The item with its label on its band; or, where that is too short, to the right and to the left, the better side
    first. None where no side has room for `SHORT_LABEL`.
    """
    title = item.title
    inner = item.x1 - item.x0 - item.indent - MARK - 3 * GAP
    needed = width(title)
    if item.is_band and inner >= min(needed, longest):
        start = item.x0 + item.indent + GAP + MARK
        return (replace(item, x=start - MARK / 2, label=shorten(title, inner), label_x=start + GAP, inside=True),)
    right, left = pixels - item.right - GAP, item.left - GAP
    wanted = min(needed, longest)
    found = []
    for to_left in (True, False) if wanted > right and (wanted <= left or left > right) else (False, True):
        length = min(wanted, left if to_left else right)
        label = shorten(title, length) if length >= min(needed, SHORT_LABEL) else ""
        if label:
            found.append(_beside(item, label, to_left=to_left))
    return tuple(found)


def _beside(item: Item, label: str, *, to_left: bool) -> Item:
    """A bare item with a label to its left or right."""
    if to_left:
        start = item.left - GAP - width(label)
        return replace(item, label=label, label_x=start, left=start)
    start = item.right + GAP
    return replace(item, label=label, label_x=start, right=start + width(label))


def pack(frame: Frame, indices: list[int], rows: int, labels: int, *, tell: bool = True) -> Packed:
    """Events in rows, with labels as long as leaves room for all of them.

    If there is no room for all, those of one coarse date go in buckets, and the least salient are left over.

    Args:
        frame: the view.
        indices: the events.
        rows: the most rows.
        labels: the most labels.
        tell: whether a row is kept free, if any are left over, to tell how many.

    """
    best: Packed | None = None
    if len(indices) <= labels:
        best, _ = _best(lambda longest: frame.slots(indices, longest), frame, rows, labels, LABELS)
    if best is None or best.left_over:
        grouped = group(frame, np.array(indices, dtype=np.intp))
        buckets = [frame.bucket(bucket) for bucket in grouped.buckets]
        singles: list[int] = grouped.singles.tolist()

        def slots(longest: float) -> list[Slot]:
            return buckets + frame.slots(singles, longest)

        best, longest = _best(slots, frame, rows, labels, CROWDED_LABELS)
        if best.left_over and tell:
            best, _ = _best(slots, frame, rows - 1, labels, (longest,))
            return replace(best, rows=best.rows + 1)
    return best


def _best(
    slots: Callable[[float], list[Slot]], frame: Frame, rows: int, labels: int, lengths: Sequence[float]
) -> tuple[Packed, float]:
    """The slots in rows by the one of some label lengths with which most stay, and most of these have a label; and that
    length. Lengths are tried in their order.
    """
    best, best_length = Packed([], [], 0), 0.0
    for longest in lengths:
        attempt = in_order(slots(longest))
        fitted, left_over = fit(attempt, rows, labels, frame.pixels)
        if not best_length or (-len(left_over), _labels(fitted)) > (-len(best.left_over), _labels(best.items)):
            best, best_length = Packed(fitted, left_over, rows_of(fitted)), longest
        if _labels(fitted) == min(len(attempt), labels):
            break
    return best, best_length


def rows_of(items: Iterable[Item]) -> int:
    """The number of rows of items whose `y` is their row."""
    return int(max((item.y for item in items), default=-1)) + 1


@dataclass(frozen=True, slots=True)
class Bucket:
    """Three or more events that share a coarse date, or whose spans cover most of the view (`wide`)."""

    indices: Indices
    title: str
    wide: bool


@dataclass(frozen=True, slots=True)
class Grouped:
    """Events in buckets, and those that stand alone."""

    buckets: list[Bucket]
    singles: Indices


def without(indices: Indices, buckets: Sequence[Bucket]) -> Indices:
    """Some events without those in buckets."""
    if not buckets or not len(indices):
        return indices
    kept = np.ones(indices[-1] + 1, dtype=np.bool_)
    for bucket in buckets:
        kept[bucket.indices] = False
    return indices[kept[indices]]


def group(frame: Frame, indices: Indices) -> Grouped:
    """Some events, those that share a coarse date or cover most of the view in buckets; never the chosen event."""
    index = frame.index
    x0, x1 = frame.extents(indices)
    alone = indices == (-1 if frame.chosen is None else frame.chosen)
    wide = (x1 - x0 > _WIDE * frame.pixels) & ~alone
    lasting = index.lasting[indices]
    is_closed = np.isfinite(index.start[indices]) & np.isfinite(index.end[indices])
    coarse = (x1 - x0 >= _BUCKET_WIDTH) & is_closed & ~lasting & ~wide & ~alone
    buckets: list[Bucket] = []
    for chosen, words in (
        (wide & lasting, "last through most of this view"),
        (wide & ~lasting, "with dates that span most of this view"),
    ):
        if chosen.sum() > 2:
            buckets.append(Bucket(indices[chosen], f"{chosen.sum():,} {words}", wide=True))
    # One number for each pair of whole days: years have four digits, so days have fewer than seven.
    pairs = index.start[indices[coarse]] * 1e7 + index.end[indices[coarse]]
    _, inverse, counts = np.unique(pairs, return_inverse=True, return_counts=True)
    for pair in np.flatnonzero(counts > 2):
        shared = indices[coarse][inverse == pair]
        buckets.append(Bucket(shared, f"{len(shared):,}, {_within(index, int(shared[0]))}", wide=False))
    return Grouped(buckets, without(indices, buckets))


def _within(index: Index, i: int) -> str:
    """An event's date in words, as a date that others share: "sometime in May 2021"."""
    words = date_in_words(index.events[i].when)
    return words if words.startswith(("between", "from", "by")) else f"sometime in {words.removeprefix('the ')}"


def fit(
    slots: Sequence[Slot], rows: int, labels: int, pixels: float, *, bare: bool = True
) -> tuple[list[Item], list[Item]]:
    """Set items in rows without overlap; -> those with a row, and those without room.

    Args:
        slots: the items, in the order in which they choose.
        rows: the most rows.
        labels: the most items with a label.
        pixels: the width of a row.
        bare: whether an item that has a label may stand without it.

    The first pass finds out which items stay; the second sets these in rows from left to right. Taking intervals by
    their left ends needs no more rows than intervals overlap at any one point, so the second pass always succeeds. Its
    rows go down as time goes on. Labels that were cut then take the room that is left.

    """
    lines: list[list[tuple[float, float]]] = [[] for _ in range(max(rows, 0))]
    stay: list[Item] = []
    left_over: list[Item] = []
    for slot in slots:
        options = list(slot.labelled) if labels > 0 else []
        if bare or not slot.labelled:
            options.append(slot.bare)
        taken = next((option for option in options if _take(lines, option)), None)
        if taken is not None:
            stay.append(taken)
            labels -= bool(taken.label)
        elif slot.bare.link is None:
            left_over.append(slot.bare)
    return _staircase(stay, pixels), left_over


def _labels(items: Iterable[Item]) -> int:
    """The number of items with a label."""
    return sum(bool(item.label) for item in items)


def _take(lines: list[list[tuple[float, float]]], item: Item) -> bool:
    """Take the first line with room for an item; False where there is none. A line is a sorted list of taken spans."""
    extent = (item.left - APART / 2, item.right + APART / 2)
    for line in lines:
        at = bisect_left(line, extent)
        free_left = at == 0 or line[at - 1][1] <= extent[0]
        free_right = at == len(line) or extent[1] <= line[at][0]
        if free_left and free_right:
            insort(line, extent)
            return True
    return False


def _staircase(items: list[Item], pixels: float) -> list[Item]:
    """Items set in rows from left to right, and the rows sorted by their first marks, so that time goes down them."""
    rows: list[list[Item]] = []
    for item in sorted(items, key=lambda item: (item.left, item.right, item.events)):
        free = next((row for row in rows if row[-1].right + APART / 2 <= item.left - APART / 2), None)
        if free is None:
            rows.append([item])
        else:
            free.append(item)
    rows = [_stretched(row, pixels) for row in rows]
    rows.sort(key=lambda row: (_is_wide(row, items), sorted((item.x, item.events) for item in row)))
    return [replace(item, y=float(number)) for number, row in enumerate(_linked_together(rows)) for item in row]


def _stretched(row: list[Item], pixels: float) -> list[Item]:
    """A row's items, from left to right, each label as long as the items beside it leave room for."""
    found: list[Item] = []
    for i, item in enumerate(row):
        if not item.label or item.inside or item.label == item.title:
            found.append(item)
        elif item.label_x < item.x:
            end = item.label_x + width(item.label)
            before = found[-1].right + APART if found else 0.0
            label = shorten(item.title, min(end - before, WIDEST_LABEL))
            found.append(replace(item, label=label, label_x=end - width(label), left=end - width(label)))
        else:
            after = row[i + 1].left - APART if i + 1 < len(row) else pixels
            label = shorten(item.title, min(after - item.label_x, WIDEST_LABEL))
            found.append(replace(item, label=label, right=item.label_x + width(label)))
    return found


def _is_wide(row: list[Item], items: list[Item]) -> bool:
    """Whether a row holds a bucket that is wider than half of all items together; such rows stand below the others."""
    whole = max(item.right for item in items) - min(item.left for item in items)
    return any(item.is_bucket and item.x1 - item.x0 > whole / 2 for item in row)


def _linked_together(rows: list[list[Item]]) -> list[list[Item]]:
    """The rows, those with other dates of the chosen event right below its own, so that the lines between are short."""
    linked = [row for row in rows if any(item.link is not None for item in row)]
    events = {item.events for row in linked for item in row if item.link is not None}
    own = next((row for row in rows if any(item.link is None and item.events in events for item in row)), None)
    if own is None:
        return rows
    moved = [row for row in linked if row is not own]
    found = [row for row in rows if not any(row is other for other in moved)]
    below = next(i for i, row in enumerate(found) if row is own) + 1
    return found[:below] + moved + found[below:]


def counted(items: Iterable[Item], pixels: float) -> list[tuple[float, tuple[int, ...]]]:
    """Items without room as groups of near ones: the left end of each group's "+12 more", and its events' indices."""
    groups: defaultdict[int, list[int]] = defaultdict(list)
    count = max(1, int(pixels / MORE))
    step = pixels / count
    for item in items:
        groups[min(int(item.x / step), count - 1)].extend(item.events)
    return [(group * step, tuple(sorted(events))) for group, events in sorted(groups.items())]
