"""What a view shows: how the height is shared out, and whether events are counted, marked or labelled.

From the top: the events, in one strip or in lanes; then, in a strip of their own, those that only a publication date
places. The origin of all pixels is the lower left corner, just above the axis. Nothing here knows of Plotly.

What is shown depends on how many events are in view (semantic zoom): up to 90 get a mark and, where there is room, a
label; up to 300 a mark, and the 90 most salient a label; above that, a histogram with some 40 labelled landmarks.
What finds no room is counted at its place. Lanes, which have less room, are counted sooner.
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

MOST_LABELS = 90
MOST_MARKS = 300
LANDMARKS = 40

ROW = 18.0  # least height of a row
PRINTED_ROW = 22.0  # where the height is free
TALL_ROW = 32.0  # where there is room for it
LANE_PAD = 18.0  # height of a lane besides its rows
BIN = 8.0  # least width of a histogram's bin
LANE_BIN = 16.0  # of a lane's histogram, so that many lanes are drawn as quickly as one
CAPTION = 16.0  # height of the lowest strip's caption
_MOST_LANES = 20  # where the height is free
_PUBLISHED_ROWS = 4  # most rows of the lowest strip
_PUBLISHED_SHARE = 5  # of the rows: the lowest strip has no more than one in so many
_PUBLISHED_MARKS = 60  # more than so many are counted there
_PUBLISHED_BARS = 24.0  # height of their bars
_HISTOGRAM = 0.38  # of the height, where there is one
_LANE_HISTOGRAM = 0.55  # of a lane's
_LANDMARKS_OF_LANE = 4  # labels of a lane where more would leave no room for marks
_MOST_LEFT_OVER = 0.4  # of the events in lanes: if more find no room, they are counted


class Mode(StrEnum):
    """How the events in view are shown."""

    LABELS = "labels"
    MARKS = "marks"
    HISTOGRAM = "histogram"


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
    """Events per calendar unit: `counts[status, bin]`, a status as in `STATUSES`.

    It stands at `base` and is `top` pixels high at a count of `highest`.
    `minor` is that of the events which only a publication date places.
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
    """A part of the height: all, a lane with its `name`, or (`minor`) what only a publication date places."""

    bottom: float
    top: float
    name: str = ""
    note: str = ""
    minor: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """All that a figure shows of a window. `items` are landmarks where there is a histogram, which counts all."""

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
        """The time at so many pixels from the left."""
        return self.window[0] + x * (self.window[1] - self.window[0]) / self.pixels


@dataclass(frozen=True, slots=True)
class _Lane:
    """A strip to be filled."""

    name: str
    note: str
    indices: Indices


@dataclass(frozen=True, slots=True)
class _Content:
    """What fills a part of the height, and that height."""

    height: float
    items: tuple[Item, ...] = ()
    more: tuple[More, ...] = ()
    histograms: tuple[Histogram, ...] = ()
    strips: tuple[Strip, ...] = ()

    def raised(self, by: float) -> _Content:
        """The same, higher up."""
        return _Content(
            self.height,
            tuple(replace(item, y=item.y + by) for item in self.items),
            tuple(replace(more, y=more.y + by) for more in self.more),
            tuple(replace(bars, base=bars.base + by) for bars in self.histograms),
            tuple(replace(strip, bottom=strip.bottom + by, top=strip.top + by) for strip in self.strips),
        )

    def above(self, lower: _Content) -> _Content:
        """Both, the other below."""
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
    """Arrange the events in a window of so many pixels.

    `shown` leaves out events that a search or filter excludes; `chosen` is the one that must not be crowded out;
    `room` takes up every event, for a page whose height follows its content (`View.height` says what was needed);
    `lanes` gives each source, participant, place or status a lane, the largest first.
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
        chosen_lanes = _lanes(index, lanes, major, shown, most)
        marked = None
        if mode != Mode.HISTOGRAM:
            labels = len(major) if room else MOST_LABELS
            marked = _marked_lanes(frame, chosen_lanes, free, labels, room=room) or _marked_lanes(
                frame, chosen_lanes, free, _LANDMARKS_OF_LANE, room=room
            )
        if marked is None:
            mode = Mode.HISTOGRAM
            marked = _counted_lanes(frame, chosen_lanes, max(free, len(chosen_lanes) * 60.0) if room else free)
        main = marked
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
    """Count events by status and calendar unit, each spread over its span; units are so many pixels apart, or more."""
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
    """Whether any event has a date besides that of publication; where none has, a strip of its own says nothing."""
    dated = ~index.minor
    return bool((dated if shown is None else dated & shown).any())


def _published(frame: Frame, indices: Indices, height: float, *, room: bool) -> _Content:
    """The lowest strip: few rows, or low bars where there are many."""
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
    """Rows go down as time goes on, and what found no room is told in the lowest one."""
    return _Content(
        height,
        tuple(replace(item, y=(packed.rows - item.y - 0.5) * row) for item in packed.items),
        tuple(More(x, row / 2, events) for x, events in counted(packed.left_over, frame.pixels)),
    )


def _overview(frame: Frame, indices: Indices, grouped: Grouped, height: float) -> _Content:
    """A histogram, landmarks above it, and in between a bucket for what is wider than the view."""
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
    """The landmarks among events: the most salient that are no wider than a quarter of the view, and the chosen one."""
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
    """Labelled events in so many rows, numbered from the top."""
    slots = in_order(frame.slots([i for i in indices if i is not None]))
    return fit(slots, rows, len(slots), frame.pixels, bare=False)[0]


def _lanes(index: Index, kind: LaneKind, indices: Indices, shown: Flags | None, most: int) -> list[_Lane]:
    """The largest lanes, and one for all that stands in none of them."""
    found, rest, further = Lanes.of(index, kind).chosen(indices, shown, most)
    lanes = [_Lane(name, f"{len(there):,} event{'s' * (len(there) != 1)}", there) for name, there in found]
    if len(rest):
        note = f"{len(rest):,} event{'s' * (len(rest) != 1)}"
        others = _Lane("all others", f"{further:,} more, {note}", rest)
        lanes.append(others if further else _Lane(NONE[kind], note, rest))
    return lanes


def _stacked(contents: Iterator[tuple[_Lane, _Content]]) -> _Content:
    """Lanes from the top down."""
    whole = _Content(0.0)
    for lane, content in reversed(list(contents)):
        strip = Strip(0.0, content.height, lane.name, lane.note)
        whole = replace(content, strips=(strip,)).above(whole)
    return whole


def _counted_lanes(frame: Frame, lanes: list[_Lane], height: float) -> _Content:
    """Lanes with landmarks, and below them a histogram: each to its own scale, so that small lanes are seen, too."""
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
    """Lanes with marks and so many labels each; a lane is as high as its rows need, as far as there is room.

    None where so many find no room that counts say more.
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
    """Rows for each lane: all that it wants, or as many as the others have; one at least.

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
