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
from timeline.charts.index import Index, spread
from timeline.charts.packing import MARK, Mode, View, view
from timeline.charts.text import width
from timeline.errors import ExportError
from timeline.model import (
    Basis,
    DateMention,
    DateType,
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

HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(2)><a href="https://example.org">$x$</a>'


def event(name: str, when: TimeSpan | None, **fields: Any) -> Event:
    basis = fields.pop("basis", Basis.STATED)
    text = f"The {name} happened."
    mention = EventMention(
        document="a",
        quote=Quote(0, len(text), text),
        trigger=Quote(len(text) - 9, len(text) - 1, "happened"),
        date=DateMention(None, DateType.DATE, "", when, basis, "told on the day"),
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
    source = Source(Document(id="a", text="The mill happened."), Published(None, PublishedBasis.UNKNOWN, ""))
    return Timeline((source,), events)


def days(count: int, *, step: int = 1, **fields: Any) -> list[Event]:
    first = Day(2021, 1, 1)
    return [event(f"event {number}", TimeSpan.on(first.plus(number * step)), **fields) for number in range(count)]


def arranged(*events: Event, **options: Any) -> View:
    index = Index.of(timeline(*events))
    return view(index, **({"window": index.window, "pixels": 900.0, "height": 400.0} | options))


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
)
def test_nothing_overlaps_and_nothing_is_lost(
    collection: Timeline, start_length: tuple[int, int] | None, pixels: float, height: float, room: bool
) -> None:
    index = Index.of(collection)
    window = (float(start_length[0]), float(sum(start_length))) if start_length else index.window
    found = view(index, window=window, pixels=pixels, height=height, room=room)
    boxes = [(item.left, item.right, item.y, item) for item in found.items]
    for number, (left, right, y, item) in enumerate(boxes):
        assert right >= left
        if item.label:
            assert item.label_x >= -0.01
            assert item.label_x + width(item.label) <= pixels + 0.01
            assert left <= item.label_x
            assert item.label_x + width(item.label) <= right + 0.01
        assert 0 <= y <= found.height + 0.01
        for other_left, other_right, other_y, _ in boxes[number + 1 :]:
            assert right <= other_left or other_right <= left or abs(y - other_y) >= 16
    for more in found.more:
        assert all(abs(more.y - item.y) >= 16 for item in found.items)
    drawn = [place for item in found.items for place in item.events]
    counted = [place for more in found.more for place in more.events]
    if found.histogram is None:
        assert sorted(drawn + counted) == found.in_view.tolist()
    else:
        bucketed = [place for item in found.items if item.is_bucket for place in item.events]
        binned = np.setdiff1d(found.in_view, bucketed)
        closed = binned[np.isfinite(index.start[binned]) & np.isfinite(index.end[binned])]
        inside = closed[(index.start[closed] >= window[0]) & (index.end[closed] <= window[1])]
        assert found.histogram.counts.sum() >= len(inside) - 0.01
    assert len(index.events) + len(index.undated) == len(collection.events)


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
    assert found.minor_top is not None
    assert all(item.y > found.minor_top for item in found.items if not item.minor)
    figure = charts.figure(timeline(*days(2), event("h", TimeSpan.day(2021, 1, 3), basis=Basis.PUBLICATION)))
    assert any("publication" in annotation.text for annotation in figure.layout.annotations)


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
        with pytest.raises(ExportError, match="cannot be written: No such file"):
            charts.write(timeline(), tmp_path / "missing" / "chart.html")

    def test_an_image_without_kaleido(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "kaleido", None)
        monkeypatch.setattr("timeline.charts.report.find_spec", lambda name: None)
        with pytest.raises(ExportError, match=r"event-timeline\[images\]"):
            charts.write(timeline(), tmp_path / "chart.png")

    def test_an_image_is_as_high_as_its_events_need(self) -> None:
        few, many = (charts.report_figure(timeline(*days(count))) for count in (3, 80))
        assert few.layout.height < many.layout.height
        labels = next(trace for trace in traces(many, "scatter") if trace.mode == "text")
        assert len(labels.text) == 80

    def test_an_image_names_its_sources(self) -> None:
        figure = charts.report_figure(timeline(*days(3)))
        assert "3 events from 1 source: a" in [annotation.text for annotation in figure.layout.annotations]


def test_marks_have_room() -> None:
    found = arranged(*days(2, step=20_000))
    assert all(MARK / 2 <= item.x <= found.pixels - MARK / 2 for item in found.items)
