"""Dates in plain words, ticks, labels: tables of cases."""

from __future__ import annotations

import pytest

from timeline.charts.text import harmless, one_line, shorten, width
from timeline.charts.ticks import STEPS, Step, edges, ticks
from timeline.model import Extent
from timeline.timespan import Day, Granularity, TimeSpan
from timeline.wording import date_in_words

WITHIN, THROUGHOUT = Extent.WITHIN, Extent.THROUGHOUT


@pytest.mark.parametrize(
    ("span", "extent", "words"),
    [
        pytest.param(TimeSpan.day(2021, 8, 30), WITHIN, "30 August 2021", id="day"),
        pytest.param(TimeSpan.day(2021, 8, 3).about(), WITHIN, "about 3 August 2021", id="about-day"),
        pytest.param(TimeSpan.week(Day(2021, 8, 4)), WITHIN, "the week of 2 August 2021", id="week"),
        pytest.param(TimeSpan.month(2020, 2), WITHIN, "February 2020", id="month"),
        pytest.param(TimeSpan.season(2020, 1), WITHIN, "spring 2020", id="spring"),
        pytest.param(TimeSpan.season(2020, 4), WITHIN, "winter 2020–21", id="winter"),
        pytest.param(TimeSpan.quarter(2020, 3), WITHIN, "third quarter of 2020", id="quarter"),
        pytest.param(TimeSpan.half(2020, 2), WITHIN, "second half of 2020", id="half"),
        pytest.param(TimeSpan.year(2020).about(), WITHIN, "about 2020", id="about-year"),
        pytest.param(TimeSpan.decade(1990), WITHIN, "the 1990s", id="decade"),
        pytest.param(TimeSpan.century(1900), WITHIN, "the 20th century", id="century"),
        pytest.param(TimeSpan.century(2000), WITHIN, "the 21st century", id="21st"),
        pytest.param(TimeSpan.parse("2021-09-01/2021-09-02"), WITHIN, "between 1 and 2 September 2021", id="days"),
        pytest.param(TimeSpan.parse("2021-07-29/2021-08-03"), THROUGHOUT, "from 29 July to 3 August 2021", id="lasted"),
        pytest.param(TimeSpan.parse("2001-09/2001-12"), WITHIN, "between September and December 2001", id="months"),
        pytest.param(TimeSpan.parse("1998/2003"), THROUGHOUT, "from 1998 to 2003", id="years"),
        pytest.param(
            TimeSpan.parse("2019-12-30/2020-01-02"),
            WITHIN,
            "between 30 December 2019 and 2 January 2020",
            id="new-year",
        ),
        pytest.param(
            TimeSpan.parse("2021-08-02~/2021-08-03~"), WITHIN, "between about 2 and 3 August 2021", id="about-days"
        ),
        pytest.param(TimeSpan.parse("2020-02/.."), THROUGHOUT, "since February 2020", id="since"),
        pytest.param(TimeSpan.parse("2020-02/.."), WITHIN, "from February 2020 on", id="from-on"),
        pytest.param(TimeSpan.parse("../2020"), THROUGHOUT, "until 2020", id="until"),
        pytest.param(TimeSpan.parse("../2020-05-03"), WITHIN, "by 3 May 2020", id="by"),
        pytest.param(TimeSpan.year(-489), WITHIN, "490 BC", id="before-the-common-era"),
        pytest.param(TimeSpan.month(79, 8), WITHIN, "August AD 79", id="early-year"),
        pytest.param(TimeSpan.decade(-10), WITHIN, "11 BC to 2 BC", id="early-decade"),
        pytest.param(None, WITHIN, "undated", id="none"),
    ],
)
def test_a_date_reads_as_people_write_it(span: TimeSpan | None, extent: Extent, words: str) -> None:
    assert date_in_words(span, extent) == words


@pytest.mark.parametrize("granularity", list(Granularity))
def test_every_granularity_has_words(granularity: Granularity) -> None:
    odd = TimeSpan(Day(2021, 2, 3), Day(2021, 6, 7), granularity)
    assert "21" in date_in_words(odd)


@pytest.mark.parametrize(
    ("first", "last", "pixels", "labels"),
    [
        pytest.param("2021-03-01", "2021-03-06", 800, ["1 Mar<br>2021", "2 Mar", "3 Mar", "4 Mar", "5 Mar"], id="days"),
        pytest.param(
            "2020-12-20", "2021-01-12", 400, ["21 Dec<br>2020", "28 Dec", "4 Jan<br>2021", "11 Jan"], id="weeks"
        ),
        pytest.param("2021-02-10", "2021-05-10", 400, ["Mar<br>2021", "Apr", "May"], id="months"),
        pytest.param(
            "2019-05-01", "2021-02-01", 400, ["Jul<br>2019", "Jan<br>2020", "Jul", "Jan<br>2021"], id="halves"
        ),
        pytest.param("2001-01-01", "2008-06-01", 400, ["2002", "2004", "2006", "2008"], id="years"),
        pytest.param("-0510-01-01", "-0478-01-01", 400, ["510 BC", "500 BC", "490 BC", "480 BC"], id="bc"),
        pytest.param("-0012-01-01", "0012-01-01", 500, ["10 BC", "5 BC", "AD 1", "AD 5", "AD 10"], id="across-the-era"),
    ],
)
def test_ticks_stand_at_round_dates(first: str, last: str, pixels: int, labels: list[str]) -> None:
    window = (float(Day.parse(first).ordinal), float(Day.parse(last).ordinal))
    assert [tick.label for tick in ticks(window, pixels) if window[0] <= tick.at < window[1]] == labels


@pytest.mark.parametrize("step", STEPS, ids=lambda step: f"{step.count}-{step.unit}")
@pytest.mark.parametrize("start", [-3_500_000.0, -720_000.5, 0.0, 18_869.3, 2_900_000.0])
def test_units_cover_the_window_without_gaps(step: Step, start: float) -> None:
    window = (start, start + step.days * 5)
    found = edges(window, step)
    assert found == sorted(set(found))
    assert found[0] <= window[0] < found[1]
    assert found[-2] < window[1] <= found[-1]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("two\nlines", "two lines", id="line-break"),
        pytest.param("  wide \t gap ", "wide gap", id="spaces"),
        pytest.param("a\u202eb\u200bc\ufeff", "abc", id="invisible"),
        pytest.param("a\x00b", "ab", id="null"),
        pytest.param("日本語", "日本語", id="ideographs"),
    ],
)
def test_labels_are_one_visible_line(text: str, line: str) -> None:
    assert one_line(text) == line


@pytest.mark.parametrize(
    "text", ["", "i", "The mill burns down in the night", "日本語の題名", "WWWWWWWWWWWW", "e\u0301" * 9]
)
@pytest.mark.parametrize("pixels", [0, 10, 50, 120, 1000])
def test_a_shortened_text_fits(text: str, pixels: int) -> None:
    short = shorten(text, pixels)
    assert width(short) <= pixels
    assert short == text or text.startswith(short.removesuffix("…"))


@pytest.mark.parametrize("text", ["<b>x</b>", '<a href="https://example.org">x</a>', "$x^2$", "&lt;", "a 'quote'"])
def test_plotly_finds_nothing_to_interpret(text: str) -> None:
    assert not set("<>$\"'") & set(harmless(text))
