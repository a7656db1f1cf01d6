"""The contents of a view: whether events are counted, marked or labelled, and at which height each stands.

From the top: the events, in one strip or in lanes; then, in a strip of their own, those that are dated by publication
alone. Lengths are in pixels; the origin is the lower left corner, just above the axis. Nothing here knows of Plotly.

What is shown depends on the number of events in view (semantic zoom): up to `MOST_LABELS` get a mark and, where there
is room, a label; up to `MOST_MARKS` a mark, and the most salient a label; above that, a histogram with some `LANDMARKS`
labelled events. Events without room are counted near where they would stand. Lanes, which have less room, are counted
sooner.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from timeline.charts.index import STATUSES, Flags, Floats, Index, Indices, spread
from timeline.charts.lanes import NONE, LaneKind, Lanes
from timeline.charts.packing import (
    Frame,
    Grouped,
    Item,
    Packed,
    counted,
    fit,
    group,
    in_order,
    pack,
    rows_of,
    without,
)
from timeline.charts.ticks import Step, Window, edges, step_for

MOST_LABELS = 90  # events in view of which each may have a label
MOST_MARKS = 300  # events in view of which each has a mark
LANDMARKS = 40  # labelled events above a histogram

# Pixels:
ROW = 18.0  # least height of a row
PRINTED_ROW = 22.0  # least height of a row where the height is free
TALL_ROW = 32.0  # greatest height of a row
LANE_PAD = 18.0  # height of a lane besides its rows
BIN = 8.0  # least width of a histogram's bin
LANE_BIN = 16.0  # least width of a bin in a lane, so that many lanes are drawn as quickly as one histogram
CAPTION = 16.0  # height of the lowest strip's caption
_PUBLISHED_BARS = 24.0  # height of the lowest strip's bars
_COUNTED_LANE = 60.0  # least height of a lane with a histogram, where the height is free

_MOST_LANES = 20  # lanes where the height is free
_PUBLISHED_ROWS = 4  # most rows of the lowest strip
_PUBLISHED_SHARE = 5  # the lowest strip has at most one row in this many
_PUBLISHED_MARKS = 60  # most events of the lowest strip that are drawn as marks; more are counted
_HISTOGRAM = 0.38  # height of a histogram, as a share of the whole
_LANE_HISTOGRAM = 0.55  # height of a histogram in a lane, as a share of the lane's
_LANDMARKS_OF_LANE = 4  # most labels of a lane where more would leave no room for marks
_MOST_LEFT_OVER = 0.4  # the greatest share of the events in lanes without room; with more, they are counted


class Mode(StrEnum):
    """How most events in view are shown."""

    LABELS = "labels"
    MARKS = "marks"
    HISTOGRAM = "histogram"


@dataclass(frozen=True, slots=True)
class More:
    """Events without room, by their indices, and where their number stands."""

    x: float
    y: float
    events: tuple[int, ...]

    @property
    def label(self) -> str:
        """The number in words: "+12 more"."""
        return f"+{len(self.events):,} more"


@dataclass(frozen=True, slots=True)
class Histogram:
    """Events per calendar unit (`step`): `counts[status, bin]`, statuses in the order of `STATUSES`.

    `edges` are the ends of the bins (days since 1 January 1970), one more than bins. It stands at `base` and is `top`
    pixels high at a count of `highest`. `minor` is the histogram of events dated by publication alone.
    """

    step: Step
    edges: Floats
    counts: Floats
    top: float
    base: float = 0.0
    highest: float = 0.0
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Strip:
    """A part of the height: the whole, a lane with its `name` and a `note`, or (`minor`) the lowest strip."""

    bottom: float
    top: float
    name: str = ""
    note: str = ""
    minor: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """All that a figure shows of a window, `pixels` wide and `height` high.

    `in_view` are the events; `items` those that are drawn, which are landmarks only where a histogram counts all;
    `more` those without room; `row` is the height of a row.
    """

    window: Window
    pixels: float
    height: float
    mode: Mode
    in_view: Indices
    items: tuple[Item, ...]
    more: tuple[More, ...]
    histograms: tuple[Histogram, ...]
    strips: tuple[Strip, ...]
    row: float

    def day(self, x: float) -> float:
        """The time (days since 1 January 1970) at `x` pixels from the left."""
        return self.window[0] + x * (self.window[1] - self.window[0]) / self.pixels


@dataclass(frozen=True, slots=True)
class _Lane:
    """A lane to be filled with its events in view."""

    name: str
    note: str
    indices: Indices


@dataclass(frozen=True, slots=True)
class _Content:
    """The contents of a part of the height, which is `height` pixels high."""

    height: float
    items: tuple[Item, ...] = ()
    more: tuple[More, ...] = ()
    histograms: tuple[Histogram, ...] = ()
    strips: tuple[Strip, ...] = ()

    def raised(self, by: float) -> _Content:
        """The same contents, `by` pixels higher up."""
        return _Content(
            self.height,
            tuple(replace(item, y=item.y + by) for item in self.items),
            tuple(replace(more, y=more.y + by) for more in self.more),
            tuple(replace(bars, base=bars.base + by) for bars in self.histograms),
            tuple(replace(strip, bottom=strip.bottom + by, top=strip.top + by) for strip in self.strips),
        )

    def above(self, lower: _Content) -> _Content:
        """These contents above others."""
        raised = self.raised(lower.height)
        return _Content(
            self.height + lower.height,
            lower.items + raised.items,
            lower.more + raised.more,
            lower.histograms + raised.histograms,
            raised.strips + lower.strips,
        )


def view(
    index: Index,
    *,
    window: Window,
    pixels: float,
    height: float,
    shown: Flags | None = None,
    chosen: int | None = None,
    room: bool = False,
    lanes: LaneKind | None = None,
) -> View:
    """Arrange the events in a window.

    Args:
        index: the dated events.
        window: the first day and the day after the last, in days since 1 January 1970.
        pixels: the width.
        height: the height, in pixels.
        shown: a flag for each event, False for those that a search or filter excludes; None for all.
        chosen: the index of the event that must not be crowded out.
        room: whether every event gets a row; `View.height` is then what was needed.
        lanes: gives each source, participant, place or status a lane, the largest first.

    """
    frame = Frame(index, window, pixels, chosen)
    indices = index.in_view(window, shown)
    minor = index.minor if _has_others(index, shown) else np.zeros(len(index.events), dtype=np.bool_)
    major, published = indices[~minor[indices]], indices[minor[indices]]
    grouped = group(frame, major)
    standing = len(grouped.singles) + len(grouped.buckets)
    mode = Mode.HISTOGRAM if standing > MOST_MARKS else Mode.LABELS if standing <= MOST_LABELS else Mode.MARKS
    low = _published(frame, published, height, room=room)
    free = height - low.height
    if lanes is not None:
        most = _MOST_LANES if room else max(2, int(free / (LANE_PAD + 2 * ROW)))
        labels = len(major) if room else MOST_LABELS
        mode, main = _laned(frame, _lanes(index, lanes, major, shown, most), free, mode, labels, room=room)
    elif mode == Mode.HISTOGRAM:
        main = _overview(frame, major, grouped, free)
    else:
        main = _marked(frame, major, free, room=room)
    whole = main.above(low)
    return View(
        window=window,
        pixels=pixels,
        height=whole.height if room else height,
        mode=mode,
        in_view=indices,
        items=whole.items,
        more=whole.more,
        histograms=whole.histograms,
        strips=whole.strips,
        row=ROW,
    )


def histogram(
    index: Index, indices: Indices, window: Window, pixels: float, top: float, *, apart: float = BIN
) -> Histogram:
    """Count events by status and calendar unit, each event spread over its span.

    The window is `pixels` wide; the histogram `top` pixels high, its bins at least `apart` pixels wide.
    """
    step = step_for(window, pixels, apart=apart)
    bins = np.array(edges(window, step), dtype=np.float64)
    counts = np.array(
        [
            spread(index.left[chosen], index.right[chosen], bins)
            for code in range(len(STATUSES))
            for chosen in [indices[index.status[indices] == code]]
        ]
    )
    return Histogram(step, bins, counts, top, highest=float(counts.sum(axis=0).max(initial=0.0)))


def _has_others(index: Index, shown: Flags | None) -> bool:
    """Whether any shown event has a date of its own; where none has, no strip is set apart for publication dates."""
    dated = ~index.minor
    return bool((dated if shown is None else dated & shown).any())


def _published(frame: Frame, indices: Indices, height: float, *, room: bool) -> _Content:
    """The lowest strip, of events dated by publication alone: a few rows, or low bars where there are many."""
    if not len(indices):
        return _Content(0.0)
    if len(indices) > _PUBLISHED_MARKS and not room:
        bars = replace(histogram(frame.index, indices, frame.window, frame.pixels, _PUBLISHED_BARS), minor=True)
        items = _landmarks(frame, [frame.chosen], 1) if (indices == frame.chosen).any() else []
        top = _PUBLISHED_BARS + (ROW if items else 2.0)
        return _Content(
            top + CAPTION,
            items=tuple(replace(item, y=top - ROW / 2) for item in items),
            histograms=(bars,),
            strips=(Strip(0.0, top + CAPTION, minor=True),),
        )
    rows = len(indices) + 3 if room else max(2, min(_PUBLISHED_ROWS, int(height / ROW / _PUBLISHED_SHARE)))
    packed = pack(frame, indices.tolist(), rows, len(indices) if room else MOST_LABELS)
    top = packed.rows * ROW + CAPTION
    return replace(_in_rows(frame, packed, top, ROW), strips=(Strip(0.0, top, minor=True),))


def _marked(frame: Frame, indices: Indices, height: float, *, room: bool) -> _Content:
    """Marks and labels in one strip."""
    labels = len(indices) if room else MOST_LABELS
    rows = len(indices) + 3 if room else max(1, int(height / ROW))
    packed = pack(frame, indices.tolist(), rows, labels)
    if room:
        height = max(height, packed.rows * PRINTED_ROW)
    row = min(TALL_ROW, max(ROW, height / max(packed.rows, 1)))
    spare = max(0.0, height - packed.rows * row)  # few events stand in the middle
    return replace(_in_rows(frame, packed, height, row).raised(spare / 2), strips=(Strip(0.0, height),))


def _in_rows(frame: Frame, packed: Packed, height: float, row: float) -> _Content:
    """Packed events at their heights: rows go down from the top, and the lowest one tells the number without room."""
    return _Content(
        height,
        tuple(replace(item, y=(packed.rows - item.y - 0.5) * row) for item in packed.items),
        tuple(More(x, row / 2, events) for x, events in counted(packed.left_over, frame.pixels)),
    )


def _overview(frame: Frame, indices: Indices, grouped: Grouped, height: float) -> _Content:
    """A histogram, landmarks above it, and among these the buckets of events that cover most of the view."""
    top = height * _HISTOGRAM
    wide = [bucket for bucket in grouped.buckets if bucket.wide]
    binned = without(indices, wide)
    slots = [frame.bucket(bucket) for bucket in wide] + in_order(frame.slots(_salient(frame, binned, LANDMARKS)))
    fitted, _ = fit(slots, max(1, int((height - top - ROW) / ROW)), len(slots), frame.pixels, bare=False)
    used = rows_of(fitted)
    return _Content(
        height,
        tuple(replace(item, y=top + ROW + (used - item.y - 0.5) * ROW) for item in fitted),
        histograms=(histogram(frame.index, binned, frame.window, frame.pixels, top),),
        strips=(Strip(0.0, height),),
    )


def _salient(frame: Frame, indices: Indices, most: int) -> list[int]:
    """The landmarks among some events, by their indices: the `most` most salient that are narrower than a quarter of
    the view, and the chosen one.
    """
    starts, ends = frame.extents(indices)
    candidates = indices[ends - starts < frame.pixels / 4]
    falling = -frame.index.salience[candidates]
    if len(candidates) > most:  # only these need their order
        kept = falling <= np.partition(falling, most)[most]
        candidates, falling = candidates[kept], falling[kept]
    found: list[int] = candidates[np.lexsort((candidates, falling))[:most]].tolist()
    if frame.chosen is not None and frame.chosen not in found and (indices == frame.chosen).any():
        found.append(frame.chosen)
    return found


def _landmarks(frame: Frame, indices: Sequence[int | None], rows: int) -> list[Item]:
    """Some events with their labels in at most `rows` rows, counted from the top; those without room are left out."""
    slots = in_order(frame.slots([i for i in indices if i is not None]))
    return fit(slots, rows, len(slots), frame.pixels, bare=False)[0]


def _lanes(index: Index, kind: LaneKind, indices: Indices, shown: Flags | None, most: int) -> list[_Lane]:
    """The largest lanes, `most` of them, the last one for all events that stand in none of the others."""
    found, rest, further = Lanes.of(index, kind).chosen(indices, shown, most)
    lanes = [_Lane(name, f"{len(there):,} event{'s' * (len(there) != 1)}", there) for name, there in found]
    if len(rest):
        note = f"{len(rest):,} event{'s' * (len(rest) != 1)}"
        others = _Lane("all others", f"{further:,} more, {note}", rest)
        lanes.append(others if further else _Lane(NONE[kind], note, rest))
    return lanes


def _stacked(contents: Iterator[tuple[_Lane, _Content]]) -> _Content:
    """Lanes with their contents, the first one on top."""
    whole = _Content(0.0)
    for lane, content in reversed(list(contents)):
        strip = Strip(0.0, content.height, lane.name, lane.note)
        whole = replace(content, strips=(strip,)).above(whole)
    return whole


def _laned(
    frame: Frame, lanes: list[_Lane], height: float, mode: Mode, labels: int, *, room: bool
) -> tuple[Mode, _Content]:
    """Lanes with marks and at most `labels` labels, or, where the marks find no room, with histograms; and which."""
    if mode != Mode.HISTOGRAM:
        marked = _marked_lanes(frame, lanes, height, labels, room=room) or _marked_lanes(
            frame, lanes, height, _LANDMARKS_OF_LANE, room=room
        )
        if marked is not None:
            return mode, marked
    return Mode.HISTOGRAM, _counted_lanes(frame, lanes, max(height, len(lanes) * _COUNTED_LANE) if room else height)


def _counted_lanes(frame: Frame, lanes: list[_Lane], height: float) -> _Content:
    """Lanes of equal height with landmarks above a histogram, each to its own scale, so that small lanes are seen."""
    each = height / max(len(lanes), 1)
    top = (each - LANE_PAD / 2) * _LANE_HISTOGRAM
    counts = [histogram(frame.index, lane.indices, frame.window, frame.pixels, top, apart=LANE_BIN) for lane in lanes]

    def filled() -> Iterator[tuple[_Lane, _Content]]:
        for lane, bars in zip(lanes, counts, strict=True):
            rows = int((each - LANE_PAD / 2 - top) / ROW)
            items = _landmarks(frame, _salient(frame, lane.indices, LANDMARKS // len(lanes) + 4), rows) if rows else []
            used = rows_of(items)
            raised = tuple(replace(item, y=top + 1 + (used - item.y - 0.5) * ROW) for item in items)
            yield lane, _Content(each, raised, histograms=(bars,))

    return _stacked(filled())


def _marked_lanes(frame: Frame, lanes: list[_Lane], height: float, labels: int, *, room: bool) -> _Content | None:
    """Lanes with marks and at most `labels` labels each; a lane is as high as its rows need, as far as there is room.

    None where more than `_MOST_LEFT_OVER` of the events find no room.
    """
    most = sum(len(lane.indices) + 2 for lane in lanes) if room else int((height - len(lanes) * LANE_PAD) / ROW)
    packed = [pack(frame, lane.indices.tolist(), most, labels, tell=False) for lane in lanes]
    given = _shared([each.rows for each in packed], most)
    for number, (lane, rows) in enumerate(zip(lanes, given, strict=True)):
        if rows < packed[number].rows:
            packed[number] = pack(frame, lane.indices.tolist(), rows, labels, tell=False)
    without_room = [sum(len(item.events) for item in each.left_over) for each in packed]
    if sum(without_room) > _MOST_LEFT_OVER * sum(len(lane.indices) for lane in lanes):
        return None
    needed = sum(each.rows * ROW + LANE_PAD for each in packed)
    spare = max(0.0, height - needed) / max(len(lanes), 1)

    def filled() -> Iterator[tuple[_Lane, _Content]]:
        for lane, each, left_over in zip(lanes, packed, without_room, strict=True):
            content = _Content(
                each.rows * ROW + LANE_PAD + spare,
                tuple(
                    replace(item, y=(each.rows - item.y - 0.5) * ROW + (LANE_PAD + spare) / 2) for item in each.items
                ),
            )
            yield (replace(lane, note=f"{lane.note}, {left_over:,} without room") if left_over else lane), content

    return _stacked(filled())


def _shared(wanted: Sequence[int], most: int) -> list[int]:
    """Share out rows among lanes: each gets all that it wants, or as many as the others, and one at least.

    `wanted` are the rows that each lane wants, `most` those that there are.

    >>> _shared([1, 5, 9], 9)
    [1, 4, 4]
    """
    given = [1] * len(wanted)
    for _ in range(most - len(wanted)):
        short = [i for i, rows in enumerate(given) if rows < wanted[i]]
        if not short:
            break
        given[min(short, key=lambda i: given[i])] += 1
    return given
