"""What a drawing holds, without a browser."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import charts
from timeline.charts.bars import bars
from timeline.charts.index import Index, spread
from timeline.charts.lanes import LaneKind, Lanes
from timeline.charts.linked import OtherDate, Relation, other_dates
from timeline.charts.packing import MARK
from timeline.charts.palette import STATUS_LOOKS, THEMES
from timeline.charts.text import width
from timeline.charts.views import Mode, View, histogram, view
from timeline.errors import ExportError
from timeline.model import (
    Account,
    Basis,
    DateMention,
    DateType,
    Disagreement,
    Document,
    Event,
    EventMention,
    Extent,
    Published,
    PublishedBasis,
    Quote,
    Source,
    Status,
    Timeline,
)
from timeline.timespan import Day, Granularity, TimeSpan
from timeline.why import text as because

HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(2)><a href="https://example.org">$x$</a>'


def event(name: str, when: TimeSpan | None, **fields: Any) -> Event:
    basis = fields.pop("basis", Basis.STATED)
    text = f"The {name} happened."
    mention = EventMention(
        document="a",
        quote=Quote(0, len(text), text),
        trigger=Quote(len(text) - 9, len(text) - 1, "happened"),
        date=DateMention(None, DateType.DATE, "", when, basis, because("told on the day")),
        when=when,
        title=name,
    )
    known: dict[str, Any] = {
        "id": name,
        "title": name,
        "when": when,
        "extent": Extent.WITHIN,
        "status": Status.OCCURRED,
        "mentions": (mention,),
    }
    return Event(**(known | fields))


def timeline(*events: Event) -> Timeline:
    source = Source(Document(id="a", text="The mill happened."), Published(None, PublishedBasis.UNKNOWN, because("")))
    return Timeline((source,), events)


def days(count: int, *, step: int = 1, **fields: Any) -> list[Event]:
    first = Day(2021, 1, 1)
    return [event(f"event {number}", TimeSpan.on(first.plus(number * step)), **fields) for number in range(count)]


def arranged(*events: Event, **options: Any) -> View:
    index = Index.of(timeline(*events))
    return view(index, **({"window": index.window, "pixels": 900.0, "height": 400.0} | options))


@pytest.mark.parametrize("basis", [Basis.STATED, Basis.PUBLICATION], ids=["dated", "published"])
def test_few_events_stand_in_the_middle(basis: Basis) -> None:
    heights = [item.y for item in arranged(*days(3, step=90, basis=basis)).items]
    assert (min(heights) + max(heights)) / 2 == pytest.approx(200)


def traces(figure: Any, kind: str) -> list[Any]:
    return [trace for trace in figure.data if trace.type == kind]


spans = st.one_of(
    st.none(),
    st.builds(
        lambda first, length, granularity, about: TimeSpan(
            Day.from_ordinal(first), Day.from_ordinal(first + length), granularity, about
        ),
        st.integers(18_000, 18_400),
        st.sampled_from([0, 0, 0, 6, 30, 90, 364]),
        st.sampled_from(list(Granularity)),
        st.booleans(),
    ),
    st.builds(
        lambda day, is_start: TimeSpan(
            Day.from_ordinal(day) if is_start else None, None if is_start else Day.from_ordinal(day), Granularity.DAY
        ),
        st.integers(18_000, 18_400),
        st.booleans(),
    ),
)


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    found = draw(st.lists(spans, max_size=60))
    found *= draw(st.sampled_from([1, 1, 1, 3, 9]))  # the same dates again: crowds and buckets
    return timeline(
        *(
            event(
                f"e{number}" + " tells a longer story" * (number % 4),
                when,
                id=str(number),
                status=list(Status)[number % len(Status)],
                extent=list(Extent)[number % 3 % 2],
                salience=(number * 7 % 11) / 11,
                basis=Basis.PUBLICATION if number % 5 == 0 else Basis.STATED,
                participants=tuple(f"party {party}" for party in range(number % 4)),
                places=("Norwick",) if number % 2 else (),
            )
            for number, when in enumerate(found)
        )
    )


@settings(max_examples=150, deadline=None)
@given(
    timelines(),
    st.one_of(st.none(), st.tuples(st.integers(17_900, 18_500), st.sampled_from([3, 20, 200, 3_000]))),
    st.sampled_from([300.0, 900.0, 2500.0]),
    st.sampled_from([60.0, 400.0]),
    st.booleans(),
    st.sampled_from([None, None, "source", "participant", "place", "status"]),
)
def test_nothing_overlaps_and_nothing_is_lost(
    collection: Timeline,
    start_length: tuple[int, int] | None,
    pixels: float,
    height: float,
    room: bool,
    lanes: LaneKind | None,
) -> None:
    index = Index.of(collection)
    window = (float(start_length[0]), float(sum(start_length))) if start_length else index.window
    found = view(index, window=window, pixels=pixels, height=height, room=room, lanes=lanes)
    boxes = [(item.left, item.right, item.y, item) for item in found.items]
    for number, (left, right, y, item) in enumerate(boxes):
        assert right >= left
        if item.label:
            assert item.label_x >= -0.01
            assert item.label_x + width(item.label) <= pixels + 0.01
            assert left <= item.label_x
            assert item.label_x + width(item.label) <= right + 0.01
        for other_left, other_right, other_y, _ in boxes[number + 1 :]:
            assert right <= other_left or other_right <= left or abs(y - other_y) >= 16
        if lanes is None:
            assert 0 <= y <= found.height + 0.01
    for more in found.more:
        assert all(abs(more.y - item.y) >= 16 for item in found.items)
    drawn = [place for item in found.items for place in item.events]
    told = [place for more in found.more for place in more.events]
    counted = [int(place) for bars in found.histograms for place in in_bars(found, index, minor=bars.minor)]
    assert set(drawn + told + counted) <= set(found.in_view.tolist())
    if lanes is None:
        assert set(drawn + told + counted) == set(found.in_view.tolist())
        shown = sorted(drawn + told) if found.mode != Mode.HISTOGRAM else []
        assert len(shown) == len(set(shown))
    assert len(index.events) + len(index.undated) == len(collection.events)


def in_bars(found: View, index: Index, *, minor: bool) -> Any:
    """The events that a histogram counts."""
    bucketed = [place for item in found.items if item.is_bucket for place in item.events]
    counted = np.setdiff1d(found.in_view, bucketed)
    apart = index.minor & (~index.minor).any()
    counted = counted[apart[counted] == minor]
    bars = next(bars for bars in found.histograms if bars.minor == minor)
    inside = (index.left[counted] >= bars.edges[0]) & (index.right[counted] <= bars.edges[-1])
    assert len(found.strips) > 2 or bars.counts.sum() >= inside.sum() - 0.01
    return counted


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(1, 30)), min_size=1, max_size=40))
def test_spread_events_add_up(pairs: list[tuple[int, int]]) -> None:
    left = np.array([first for first, _ in pairs], dtype=np.float64)
    right = left + np.array([length for _, length in pairs])
    counts = spread(left, right, np.arange(0.0, 130.0, 10.0))
    assert counts.sum() == pytest.approx(len(pairs))


def test_a_year_makes_no_peak_in_january() -> None:
    year = TimeSpan.year(2021)
    assert year.first is not None
    edges = np.array([Day(2021, month, 1).ordinal for month in range(1, 13)], dtype=np.float64)
    counts = spread(np.array([edges[0]]), np.array([edges[0] + 365]), edges)
    assert counts.max() == pytest.approx(31 / 365)


@pytest.mark.parametrize(
    ("count", "mode"),
    [
        pytest.param(0, Mode.LABELS, id="none"),
        pytest.param(90, Mode.LABELS, id="labels"),
        pytest.param(91, Mode.MARKS, id="marks"),
        pytest.param(300, Mode.MARKS, id="most-marks"),
        pytest.param(301, Mode.HISTOGRAM, id="histogram"),
    ],
)
def test_what_is_shown_depends_on_how_much_is_in_view(count: int, mode: Mode) -> None:
    assert arranged(*days(count)).mode == mode


def test_at_most_so_many_labels() -> None:
    found = arranged(*days(300, step=30), pixels=2500.0, height=900.0)
    assert sum(bool(item.label) for item in found.items) <= 90


def test_the_chosen_event_is_never_crowded_out() -> None:
    events = days(280, salience=0.9)
    events[140] = replace(events[140], salience=0.0)
    unchosen = arranged(*events, height=60.0)
    chosen = arranged(*events, height=60.0, chosen=140)
    assert not any(140 in item.events and item.label for item in unchosen.items)
    assert any(item.events == (140,) and item.label for item in chosen.items)


def test_a_day_is_a_point_and_a_month_as_wide_as_it_is() -> None:
    found = arranged(
        event("day", TimeSpan.day(2021, 6, 15)),
        event("month", TimeSpan.month(2021, 3)),
        event("y", TimeSpan.year(2021)),
    )
    day, month, year = sorted(found.items, key=lambda item: item.x1 - item.x0)
    scale = found.pixels / (found.window[1] - found.window[0])
    assert day.x1 - day.x0 == 0
    assert month.x1 - month.x0 == pytest.approx(31 * scale)
    assert year.x1 - year.x0 == pytest.approx(365 * scale)


def test_crowded_coarse_dates_share_a_bucket_that_says_how_many() -> None:
    found = arranged(*days(120), *(event(f"m{number}", TimeSpan.month(2021, 2)) for number in range(7)))
    buckets = [item for item in found.items if item.is_bucket]
    assert [item.label for item in buckets] == ["7, sometime in February 2021"]
    assert len(buckets[0].events) == 7


def test_what_is_wider_than_the_view_does_not_keep_it_crowded() -> None:
    years = [event(f"y{number}", TimeSpan.year(2021)) for number in range(500)]
    index = Index.of(timeline(*days(30), *years))
    start = float(Day(2021, 1, 1).ordinal)
    found = view(index, window=(start, start + 20), pixels=900.0, height=400.0)
    assert found.mode == Mode.LABELS
    assert "500 with dates that span most of this view" in [item.label for item in found.items]


def test_events_dated_by_publication_only_stand_in_a_band_of_their_own() -> None:
    found = arranged(*days(5), event("headline", TimeSpan.day(2021, 1, 3), basis=Basis.PUBLICATION))
    minor = [item for item in found.items if item.minor]
    assert [found_item.label for found_item in minor] == ["headline"]
    apart = next(strip for strip in found.strips if strip.minor)
    assert all((item.y < apart.top) == item.minor for item in found.items)
    figure = charts.figure(timeline(*days(2), event("h", TimeSpan.day(2021, 1, 3), basis=Basis.PUBLICATION)))
    assert any("publication" in annotation.text for annotation in figure.layout.annotations)


def test_many_events_dated_by_publication_only_are_counted_in_their_band() -> None:
    found = arranged(*days(5), *(replace(each, id=f"p{each.id}") for each in days(200, basis=Basis.PUBLICATION)))
    (counted,) = found.histograms
    assert counted.minor
    assert counted.counts.sum() == pytest.approx(200)
    assert found.mode == Mode.LABELS
    assert sum(not item.minor for item in found.items) == 5


def test_a_few_events_dated_by_publication_only_take_little_room() -> None:
    found = arranged(*days(5), *(replace(each, id=f"p{each.id}") for each in days(3, basis=Basis.PUBLICATION)))
    apart = next(strip for strip in found.strips if strip.minor)
    assert apart.top - apart.bottom < 0.2 * found.height


def test_where_nothing_else_gives_dates_there_is_no_band_apart() -> None:
    found = arranged(*days(5, basis=Basis.PUBLICATION))
    assert [strip.minor for strip in found.strips] == [False]
    names = [trace.get("name") for trace in charts.drawing(timeline(*days(5, basis=Basis.PUBLICATION)))["data"]]
    assert "told on the day of publication" in names


@pytest.mark.parametrize(
    ("options", "told"),
    [
        pytest.param({}, ["2 events without a date, not drawn"], id="all"),
        pytest.param({"undated": 1}, ["1 event without a date, not drawn"], id="as-said"),
        pytest.param({"undated": 0}, [], id="none"),
        pytest.param({"shown": np.array([True])}, [], id="filtered"),
    ],
)
def test_undated_events_are_mentioned(options: dict[str, Any], told: list[str]) -> None:
    collection = timeline(event("x", TimeSpan.day(2021, 3, 1)), event("u", None), event("v", None))
    drawn = charts.drawing(collection, **options)
    assert [note["text"] for note in drawn["layout"]["annotations"] if "without" in note["text"]] == told


def lane_events() -> list[Event]:
    first, second, third, fourth = days(4)
    return [
        replace(first, participants=("Ann", "Bo"), places=("Norwick",)),
        replace(second, participants=("Bo",), status=Status.PLANNED),
        replace(third, participants=("Bo", "Cy"), mentions=(replace(third.mentions[0], document="b"),)),
        fourth,
    ]


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        pytest.param("participant", {"Bo": 3, "Ann": 1, "Cy": 1, "no one named": 1}, id="participant"),
        pytest.param("source", {"a": 3, "b": 1}, id="source"),
        pytest.param("place", {"Norwick": 1, "no place named": 3}, id="place"),
        pytest.param("status", {"occurred": 3, "planned": 1}, id="status"),
    ],
)
def test_lanes_hold_each_event_wherever_it_belongs_the_largest_first(kind: LaneKind, names: dict[str, int]) -> None:
    found = arranged(*lane_events(), lanes=kind)
    assert [strip.name for strip in found.strips] == list(names)
    for strip, count in zip(found.strips, names.values(), strict=True):
        assert sum(strip.bottom < item.y < strip.top for item in found.items) == count
        assert strip.note == f"{count} event{'s' * (count != 1)}"
    assert found.strips[0].top == pytest.approx(found.height)
    assert found.strips[-1].bottom == pytest.approx(0)


def test_lanes_without_room_are_one() -> None:
    events = [replace(each, participants=(f"party {number // 2:02}",)) for number, each in enumerate(days(40))]
    found = arranged(*events, lanes="participant")
    assert found.strips[-1].name == "all others"
    assert found.strips[0].name == "party 00"
    named = len(found.strips) - 1
    assert found.strips[-1].note.startswith(f"{20 - named} more, {40 - 2 * named} events")


def test_lanes_keep_their_order_while_the_view_moves() -> None:
    events = [replace(each, participants=("Ann",) if number < 20 else ("Bo",)) for number, each in enumerate(days(50))]
    index = Index.of(timeline(*events))
    start = float(Day(2021, 1, 1).ordinal)
    found = view(index, window=(start + 10, start + 22), pixels=900.0, height=400.0, lanes="participant")
    assert [strip.name for strip in found.strips] == ["Bo", "Ann"]


def test_lanes_of_a_source_carry_its_title() -> None:
    source = Source(
        Document(id="a", text="", title="The mill\n news"), Published(None, PublishedBasis.UNKNOWN, because(""))
    )
    index = Index.of(Timeline((source,), (event("x", TimeSpan.day(2021, 3, 1)),)))
    assert Lanes.of(index, "source").names == ("The mill news",)
    assert Lanes.of(index, "source") is Lanes.of(index, "source")


@pytest.mark.parametrize(("count", "mode"), [(30, Mode.LABELS), (250, Mode.MARKS), (600, Mode.HISTOGRAM)], ids=str)
def test_lanes_work_at_every_level(count: int, mode: Mode) -> None:
    events = [replace(each, participants=("Ann", "Bo")[: 1 + number % 2]) for number, each in enumerate(days(count))]
    found = arranged(*events, lanes="participant")
    assert found.mode == mode
    assert [strip.name for strip in found.strips] == ["Ann", "Bo"]
    assert len(found.histograms) == (2 if mode == Mode.HISTOGRAM else 0)
    for strip in found.strips:
        assert any(item.label and strip.bottom < item.y < strip.top for item in found.items)
    if mode == Mode.HISTOGRAM:
        assert sorted(round(bars.counts.sum()) for bars in found.histograms) == [300, 600]
    figure = charts.figure(timeline(*events), lanes="participant")
    assert sum("<b>Ann</b>" in note.text for note in figure.layout.annotations) == 1


def test_a_lane_says_what_finds_no_room() -> None:
    crowd = [event(f"c{number}", TimeSpan.day(2021, 1, 5), status=Status.PLANNED) for number in range(5)]
    found = arranged(*days(3), *crowd, lanes="status", height=120.0)
    note = found.strips[0].note
    drawn = sum(len(item.events) for item in found.items if item.y > found.strips[0].bottom)
    assert note == f"5 events, {5 - drawn} without room"
    assert found.mode == Mode.LABELS


def test_lanes_that_cannot_hold_most_of_their_events_count_them() -> None:
    found = arranged(
        *(event(f"c{number}", TimeSpan.day(2021, 1, number % 3 + 1)) for number in range(60)),
        lanes="status",
        height=150.0,
    )
    assert found.mode == Mode.HISTOGRAM
    assert found.histograms[0].counts.sum() == pytest.approx(60)


def reported(when: TimeSpan, *others: tuple[TimeSpan, Status], **fields: Any) -> Event:
    known = event("mill", when, **fields)
    (first,) = known.mentions
    return replace(known, mentions=(first, *(replace(first, when=other, status=status) for other, status in others)))


OUTCOME = TimeSpan.day(2021, 8, 30)
AUGUST, MAY = TimeSpan.month(2021, 8), TimeSpan.month(2021, 5)
DIFFERS = (Disagreement("date", (Account("2021-08-30", (0,)), Account("2021-05", (1, 2)))),)


@pytest.mark.parametrize(
    ("known", "others"),
    [
        pytest.param(reported(OUTCOME), (), id="none"),
        pytest.param(reported(OUTCOME, (OUTCOME, Status.PLANNED)), (), id="as-planned"),
        pytest.param(reported(OUTCOME, (MAY, Status.OCCURRED)), (), id="told-wider"),
        pytest.param(
            reported(OUTCOME, (AUGUST, Status.PLANNED), (MAY, Status.PLANNED)),
            (OtherDate(Relation.PLAN, MAY, 1), OtherDate(Relation.PLAN, AUGUST, 1)),
            id="plans-in-order",
        ),
        pytest.param(
            reported(OUTCOME, (MAY, Status.OCCURRED), (MAY, Status.PLANNED), disagreements=DIFFERS),
            (OtherDate(Relation.ACCOUNT, MAY, 2),),
            id="accounts",
        ),
        pytest.param(
            reported(OUTCOME, (MAY, Status.OCCURRED), disagreements=(replace(DIFFERS[0], about="number"),)),
            (),
            id="differ-on-a-number",
        ),
    ],
)
def test_other_dates_of_an_event(known: Event, others: tuple[OtherDate, ...]) -> None:
    assert other_dates(known) == others


@pytest.mark.parametrize("lanes", [None, "status"])
@pytest.mark.parametrize("far", [0, 400], ids=["labels", "histogram"])
def test_a_plan_that_moved_is_drawn_with_its_event_when_that_is_chosen(lanes: LaneKind | None, far: int) -> None:
    moved = reported(OUTCOME, (MAY, Status.PLANNED))
    collection = timeline(*days(far), moved)
    plain = charts.drawing(collection, window=(18_720.0, 18_900.0), lanes=lanes)
    chosen = charts.drawing(collection, window=(18_720.0, 18_900.0), lanes=lanes, selected="mill")

    def texts(drawn: dict[str, Any]) -> list[str]:
        return [text for trace in drawn["data"] for text in trace.get("text", ())]

    assert "planned: May 2021" not in texts(plain)
    assert "planned: May 2021" in texts(chosen)
    planned = STATUS_LOOKS[Status.PLANNED].colour("light")
    dotted = [
        trace
        for trace in chosen["data"]
        if trace.get("line", {}).get("dash") == "dot" and planned in str(trace["line"])
    ]
    assert len(dotted) == 1
    (mark,) = [
        trace for trace in chosen["data"] if trace.get("mode") == "markers" and trace.get("hoverinfo") == "skip"
    ][:1]
    assert THEMES["light"].paper in mark["marker"]["color"]
    clicks = [click for trace in chosen["data"] for click in trace.get("customdata", ()) if click == ["event", "mill"]]
    assert len(clicks) == 2


@pytest.mark.parametrize(
    ("known", "sign"),
    [
        pytest.param(reported(OUTCOME), None, id="plain"),
        pytest.param(reported(OUTCOME, (MAY, Status.PLANNED)), "square", id="moved"),
        pytest.param(reported(OUTCOME, (MAY, Status.OCCURRED), disagreements=DIFFERS), "diamond-tall", id="differs"),
    ],
)
def test_an_event_with_other_dates_carries_a_sign(known: Event, sign: str | None) -> None:
    drawn = charts.drawing(timeline(known, event("end", TimeSpan.day(2021, 12, 1))))
    signs = [
        trace["marker"]["symbol"]
        for trace in drawn["data"]
        if trace.get("mode") == "markers" and isinstance(trace["marker"]["symbol"], str) and trace["x"] != [None]
    ]
    assert signs == ([sign] if sign else [])
    legend = {trace.get("name") for trace in drawn["data"]} & {"planned for other days", "dates differ"}
    assert len(legend) == bool(sign)
    hover = " ".join(text for trace in drawn["data"] for text in trace.get("hovertext", ()))
    assert ("May 2021" in hover) == bool(sign)


def test_a_label_takes_the_room_that_is_left() -> None:
    long = "a title that is longer than labels are as a rule, since it goes on " * 2
    found = arranged(event(long, TimeSpan.day(2021, 1, 1)), event("end", TimeSpan.year(2021)), pixels=2000.0)
    label = next(item.label for item in found.items if item.title.startswith("a title"))
    assert width(label) > 500
    assert label.endswith("…")


def test_wide_buckets_stand_below_all_else() -> None:
    events = [event(f"y{number}", TimeSpan.year(2021)) for number in range(5)]
    index = Index.of(timeline(*days(80), *events))
    start = float(Day(2021, 1, 1).ordinal)
    found = view(index, window=(start, start + 40), pixels=900.0, height=120.0)
    bucket = next(item for item in found.items if item.is_bucket)
    assert bucket.y == min(item.y for item in found.items)


def test_bars_are_one_trace_a_status_and_no_wider_than_they_must() -> None:
    index = Index.of(timeline(*days(6), *(replace(each, status=Status.PLANNED) for each in days(6))))
    counted = histogram(index, index.in_view(index.window), index.window, 1000.0, 100.0)
    drawn = bars([counted, counted], THEMES["light"], "light", pixels=1000.0)
    assert [trace["name"] for trace in drawn] == ["occurred", "planned"]
    xs = drawn[0]["x"]
    day = 1000.0 / (index.window[1] - index.window[0])
    assert len(xs) == 2 * 6 * 5
    assert (xs[2] - xs[1]) * day < 60
    assert max(y for y in drawn[1]["y"] if y is not None) == pytest.approx(100.0)


def test_the_two_extents_look_different() -> None:
    within = charts.drawing(timeline(event("x", TimeSpan.month(2021, 3)), event("y", TimeSpan.year(2022))))
    lasting = charts.drawing(
        timeline(event("x", TimeSpan.month(2021, 3), extent=Extent.THROUGHOUT), event("y", TimeSpan.year(2022)))
    )
    fills = [[trace["fillcolor"] for trace in drawn["data"] if "fillcolor" in trace] for drawn in (within, lasting)]
    assert len(fills[0]) == 1
    assert len(fills[1]) == 2


@pytest.mark.parametrize(
    ("plain", "marked"),
    [
        pytest.param(TimeSpan.day(2021, 3, 5), TimeSpan.day(2021, 3, 5).about(), id="day"),
        pytest.param(TimeSpan.month(2021, 3), TimeSpan.month(2021, 3).about(), id="month"),
    ],
)
def test_approximate_dates_are_dotted_and_say_so(plain: TimeSpan, marked: TimeSpan) -> None:
    for when, dotted in ((plain, False), (marked, True)):
        drawn = charts.drawing(timeline(event("mill", when), event("end", TimeSpan.day(2021, 5, 1))))
        dashes = {trace["line"].get("dash") for trace in drawn["data"] if "line" in trace}
        texts = [text for trace in drawn["data"] for text in trace.get("text", ())]
        assert ("dot" in dashes) == dotted
        assert ("~ mill" in texts) == dotted


def test_open_ends_fade() -> None:
    closed = event("mill", TimeSpan.parse("2021-03-01/2021-06-30"), extent=Extent.THROUGHOUT)
    opened = replace(closed, when=TimeSpan.parse("2021-03-01/.."))
    other = event("end", TimeSpan.day(2021, 6, 30))

    def fills(which: Event) -> int:
        return sum("fillcolor" in trace for trace in charts.drawing(timeline(which, other))["data"])

    assert fills(opened) > fills(closed)


def test_statuses_differ_in_shape_and_colour() -> None:
    events = [
        event(status.value, TimeSpan.day(2021, 3, number + 1), status=status) for number, status in enumerate(Status)
    ]
    marker = next(
        trace.marker for trace in traces(charts.figure(timeline(*events)), "scatter") if trace.mode == "markers"
    )
    assert len(set(marker.symbol)) == len(Status)
    assert len(set(marker.color)) == len(Status)


def test_low_confidence_stays_readable() -> None:
    figure = charts.figure(timeline(event("x", TimeSpan.day(2021, 3, 1), confidence=0.0)))
    marker = next(trace.marker for trace in traces(figure, "scatter") if trace.mode == "markers")
    assert min(marker.opacity) >= 0.6


@pytest.mark.parametrize("count", [1, 100, 400], ids=["labels", "marks", "histogram"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_figure_fits_the_schema_of_plotly(count: int, theme: str) -> None:
    figure = charts.figure(timeline(*days(count)), theme=theme, selected="event 0")
    assert figure.layout.width == 1000
    assert json.loads(figure.to_json())["layout"]["height"] == 440


def test_nothing_a_document_says_is_markup_in_a_figure() -> None:
    events = [event(HOSTILE, TimeSpan.day(2021, 3, number + 1), id=f"e{number}") for number in range(5)]
    events += [event(HOSTILE, TimeSpan.month(2021, 3), id=f"m{number}") for number in range(120)]
    for pixels in (300, 2000):
        drawn = charts.drawing(timeline(*events), width=pixels)
        texts = [text for trace in drawn["data"] for name in ("text", "hovertext") for text in trace.get(name, ())]
        texts += [annotation["text"] for annotation in drawn["layout"]["annotations"]]
        assert texts
        for text in texts:
            for tag in ("<script", "<img", "<a ", "$"):
                assert tag not in text.replace("<b>", "").replace("<br>", "").replace("</b>", "")


@pytest.mark.parametrize(
    "when", [TimeSpan.day(-489, 9, 12), TimeSpan.year(-9999), TimeSpan.year(9999), TimeSpan.century(0)], ids=str
)
def test_every_year_can_be_drawn(when: TimeSpan) -> None:
    drawn = charts.drawing(timeline(event("far", when)))
    assert ["event", "far"] in [action for trace in drawn["data"] for action in trace.get("customdata", ())]


def test_a_crowd_at_the_ends_of_the_calendar_can_be_drawn() -> None:
    ends = [TimeSpan.year(-9999), TimeSpan.year(9999)]
    drawn = charts.drawing(timeline(*(event(f"e{number}", ends[number % 2]) for number in range(700))))
    assert any("350" in text for trace in drawn["data"] for text in trace.get("hovertext", ()))


@pytest.mark.parametrize(
    ("events", "focused"),
    [
        pytest.param([*days(30), event("far", TimeSpan.year(1850))], True, id="one-far-off"),
        pytest.param(
            [*days(30), event("far", TimeSpan.year(2400)), event("open", TimeSpan.parse("1700/.."))], True, id="two"
        ),
        pytest.param(days(30), False, id="close-together"),
        pytest.param(days(30, step=400), False, id="evenly-spread"),
        pytest.param([*days(5), event("far", TimeSpan.year(1850))], False, id="few"),
        pytest.param([], False, id="none"),
    ],
)
def test_the_first_view_is_where_most_events_are(events: list[Event], focused: bool) -> None:
    index = Index.of(timeline(*events))
    focus = index.focus
    assert (focus is not None) == focused
    if focus is not None:
        assert focus[0] < Day(2021, 1, 1).ordinal < Day(2021, 1, 30).ordinal < focus[1]
        assert focus[1] - focus[0] < 60


def test_the_overview_marks_the_window() -> None:
    drawn = charts.overview(timeline(*days(10)), window=(18_630.0, 18_635.0))
    box = drawn["layout"]["selections"][0]
    assert (box["x0"], box["x1"]) == (18_630.0, 18_635.0)
    assert charts.overview(timeline(*days(10)))["layout"]["selections"] == []


@pytest.mark.parametrize(
    ("setting", "value"),
    [("showSendToCloud", False), ("displaylogo", False), ("plotlyServerURL", ""), ("topojsonURL", "")],
)
def test_no_figure_offers_to_send_anything_away(setting: str, value: object) -> None:
    assert charts.CONFIG[setting] == value


class TestPage:
    def test_holds_every_event_with_its_quote_and_source(self) -> None:
        page = charts.page(timeline(event("mill fire", TimeSpan.day(2021, 3, 1)), event("no date", None)))
        body = page.rpartition("</script>")[2]
        assert "<blockquote>The mill fire <mark" in body
        assert "1 March 2021" in body
        assert "Undated" in body
        assert "told on the day" in body

    def test_loads_nothing_and_forbids_to(self) -> None:
        page = charts.page(timeline(*days(3)))
        assert "default-src 'none'" in page
        assert "src=" not in page.rpartition("</script>")[2]
        assert '"showSendToCloud": false' in page

    def test_shows_hostile_text_as_text(self) -> None:
        hostile = event(HOSTILE, TimeSpan.day(2021, 3, 1), id='"><script>x', title=HOSTILE)
        page = charts.page(timeline(hostile), title=HOSTILE)
        scripts = page.lower().count("<script")
        assert scripts == charts.page(timeline(event("x", TimeSpan.day(2021, 3, 1)))).lower().count("<script")
        assert "<img src=x" not in page

    def test_is_the_same_each_time(self) -> None:
        assert charts.page(timeline(*days(3))) == charts.page(timeline(*days(3)))


class TestWrite:
    def test_a_page(self, tmp_path: Path) -> None:
        charts.write(timeline(*days(3)), tmp_path / "chart.html", title="Mills & more")
        assert "<h1>Mills &amp; more</h1>" in (tmp_path / "chart.html").read_text(encoding="utf-8")

    @pytest.mark.parametrize("name", ["chart", "chart.txt", "chart.jpeg"])
    def test_another_suffix(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(ExportError, match=r"\.html, \.png, \.svg or \.pdf"):
            charts.write(timeline(), tmp_path / name)

    def test_a_folder_that_is_missing(self, tmp_path: Path) -> None:
        with pytest.raises(ExportError, match="cannot be written: no such file"):
            charts.write(timeline(), tmp_path / "missing" / "chart.html")

    def test_an_image_without_kaleido(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "kaleido", None)
        monkeypatch.setattr("timeline.charts.report.find_spec", lambda name: None)
        with pytest.raises(ExportError, match=r"sourced-timeline\[images\]"):
            charts.write(timeline(), tmp_path / "chart.png")

    def test_an_image_is_as_high_as_its_events_need(self) -> None:
        few, many = (charts.report_figure(timeline(*days(count))) for count in (3, 200))
        assert few.layout.height < many.layout.height
        labels = next(trace for trace in traces(many, "scatter") if trace.mode == "text")
        assert len(labels.text) == 200

    def test_lanes_have_all_the_room_they_need(self) -> None:
        events = [replace(each, participants=(f"party {number % 9}",)) for number, each in enumerate(days(90))]
        figure = charts.report_figure(timeline(*events), lanes="participant")
        notes = [note.text for note in figure.layout.annotations]
        assert sum("<b>party" in note for note in notes) == 9
        assert not any("without room" in note for note in notes)

    def test_an_image_names_its_sources(self) -> None:
        figure = charts.report_figure(timeline(*days(3)))
        assert "3 events from 1 source: a" in [annotation.text for annotation in figure.layout.annotations]


class TestMainEvents:
    SOME = timeline(*(replace(each, main=number == 1) for number, each in enumerate(days(3))))

    @pytest.mark.parametrize(
        ("all_events", "count", "told"),
        [
            pytest.param(False, 1, "1 main event of 3 from 1 source", id="main"),
            pytest.param(True, 3, "3 events from 1 source", id="all"),
        ],
    )
    def test_a_file_holds_them_alone_unless_more_is_asked(
        self, tmp_path: Path, all_events: bool, count: int, told: str
    ) -> None:
        charts.write(self.SOME, tmp_path / "chart.html", all_events=all_events)
        page = (tmp_path / "chart.html").read_text(encoding="utf-8")
        assert page.count("<article") == count
        assert told in page
        figure = charts.report_figure(self.SOME, all_events=all_events)
        labels = next(trace for trace in traces(figure, "scatter") if trace.mode == "text")
        assert len(labels.text) == count
        assert any(told in annotation.text for annotation in figure.layout.annotations)
        assert f"{count} event" in figure.layout.title.text

    def test_a_figure_draws_what_it_is_given(self) -> None:
        labels = next(trace for trace in traces(charts.figure(self.SOME), "scatter") if trace.mode == "text")
        assert len(labels.text) == 3


def test_marks_have_room() -> None:
    found = arranged(*days(2, step=20_000))
    assert all(MARK / 2 <= item.x <= found.pixels - MARK / 2 for item in found.items)
