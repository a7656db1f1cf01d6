"""Spans of time as tables: what a constructor covers, how it is written, and what is refused."""

import pytest

from timeline.timespan import Day, Granularity, TimeSpan, days_in_month, is_day


@pytest.mark.parametrize(
    ("span", "edtf", "first", "last"),
    [
        pytest.param(TimeSpan.day(2021, 8, 30), "2021-08-30", "2021-08-30", "2021-08-30", id="day"),
        pytest.param(TimeSpan.month(2020, 2), "2020-02", "2020-02-01", "2020-02-29", id="month of a leap year"),
        pytest.param(TimeSpan.month(1900, 2), "1900-02", "1900-02-01", "1900-02-28", id="1900 was no leap year"),
        pytest.param(TimeSpan.year(2021), "2021", "2021-01-01", "2021-12-31", id="year"),
        pytest.param(TimeSpan.year(79), "0079", "0079-01-01", "0079-12-31", id="year of two digits"),
        pytest.param(TimeSpan.year(0), "0000", "0000-01-01", "0000-12-31", id="1 BC"),
        pytest.param(TimeSpan.year(-48), "-0048", "-0048-01-01", "-0048-12-31", id="49 BC"),
        pytest.param(TimeSpan.day(-489, 9, 12), "-0489-09-12", "-0489-09-12", "-0489-09-12", id="day in 490 BC"),
        pytest.param(TimeSpan.decade(1990), "199X", "1990-01-01", "1999-12-31", id="decade"),
        pytest.param(TimeSpan.decade(-490), "-0490/-0481", "-0490-01-01", "-0481-12-31", id="decade BC is a range"),
        pytest.param(TimeSpan.century(1900), "19XX", "1900-01-01", "1999-12-31", id="century"),
        pytest.param(TimeSpan.season(2020, 1), "2020-21", "2020-03-01", "2020-05-31", id="spring"),
        pytest.param(TimeSpan.season(2019, 4), "2019-24", "2019-12-01", "2020-02-29", id="winter ends next year"),
        pytest.param(TimeSpan.quarter(2021, 4), "2021-36", "2021-10-01", "2021-12-31", id="quarter"),
        pytest.param(TimeSpan.half(2021, 2), "2021-41", "2021-07-01", "2021-12-31", id="half"),
        pytest.param(TimeSpan.week(Day(2021, 1, 1)), "2020-12-28/2021-01-03", "2020-12-28", "2021-01-03", id="week"),
        pytest.param(TimeSpan.day(2021, 8, 30).about(), "2021-08-30~", "2021-08-30", "2021-08-30", id="about a day"),
        pytest.param(TimeSpan.year(2020).about(), "2020~", "2020-01-01", "2020-12-31", id="about a year"),
        pytest.param(
            TimeSpan.days(Day(2021, 8, 21), Day(2021, 8, 31)),
            "2021-08-21/2021-08-31",
            "2021-08-21",
            "2021-08-31",
            id="days",
        ),
        pytest.param(
            TimeSpan.days(Day(2021, 8, 1), Day(2021, 8, 1)), "2021-08-01", "2021-08-01", "2021-08-01", id="one day"
        ),
        pytest.param(
            TimeSpan.between(TimeSpan.month(2021, 3), TimeSpan.month(2021, 5)),
            "2021-03/2021-05",
            "2021-03-01",
            "2021-05-31",
            id="months",
        ),
        pytest.param(
            TimeSpan.between(TimeSpan.year(2001), TimeSpan.year(2021)),
            "2001/2021",
            "2001-01-01",
            "2021-12-31",
            id="years",
        ),
        pytest.param(
            TimeSpan.between(TimeSpan.year(2001).about(), TimeSpan.year(2021)),
            "2001~/2021~",
            "2001-01-01",
            "2021-12-31",
            id="about some years",
        ),
        pytest.param(
            TimeSpan.between(TimeSpan.month(2020, 2), None), "2020-02/..", "2020-02-01", None, id="since a month"
        ),
        pytest.param(
            TimeSpan.between(TimeSpan.day(2020, 2, 1), None), "2020-02-01/..", "2020-02-01", None, id="since a day"
        ),
        pytest.param(TimeSpan.between(None, TimeSpan.year(2021)), "../2021", None, "2021-12-31", id="until a year"),
        pytest.param(
            TimeSpan.between(None, TimeSpan.month(2021, 2).about()), "../2021-02~", None, "2021-02-28", id="until about"
        ),
        pytest.param(
            TimeSpan.between(TimeSpan.decade(1990), None), "1990-01-01/..", "1990-01-01", None, id="since a decade"
        ),
    ],
)
def test_what_a_span_covers_and_how_it_is_written(span, edtf, first, last):
    assert str(span) == edtf
    assert (span.first and str(span.first), span.last and str(span.last)) == (first, last)
    read = TimeSpan.parse(edtf)
    assert (read.first, read.last, read.approximate) == (span.first, span.last, span.approximate)


@pytest.mark.parametrize(
    ("edtf", "written"),
    [
        ("2021?", "2021~"),
        ("2021%", "2021~"),
        ("2021/", "2021/.."),
        ("/2021", "../2021"),
        ("2021-08-01/2021-08-31", "2021-08-01/2021-08-31"),
        ("2021-01-01/2021-12-31", "2021-01/2021-12"),
        ("2021-22~", "2021-22~"),
    ],
)
def test_other_notations_are_read(edtf, written):
    assert str(TimeSpan.parse(edtf)) == written


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "soon", "21", "2021-13", "2021-00", "2021-02-29", "2021-08-00", "2021-25", "2021-37", "2021-42",
        "2021-1", "202X-01", "20XX-01-01", "2XXX", "XXXX", "..", "../..", "/", "2021/2020", "2021/2022/2023",
        "2021-08-30T10:00", " 2021", "2021\n", "+2021", "10000", "Y10000", "２０２１", "2021~~", "[2021,2022]",
    ],
)  # fmt: skip
def test_no_edtf(text):
    with pytest.raises(ValueError):  # noqa: PT011  each has its own words
        TimeSpan.parse(text)


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: TimeSpan(None, None, Granularity.DAY), id="no end"),
        pytest.param(lambda: TimeSpan.between(None, None), id="between nothing"),
        pytest.param(lambda: TimeSpan.days(Day(2021, 2, 1), Day(2021, 1, 1)), id="backwards"),
        pytest.param(lambda: TimeSpan(Day(2021, 2, 30), None, Granularity.DAY), id="first day that is none"),
        pytest.param(lambda: TimeSpan(None, Day(2021, 13, 1), Granularity.DAY), id="last day that is none"),
        pytest.param(lambda: TimeSpan.day(2021, 2, 29), id="day"),
        pytest.param(lambda: TimeSpan.month(2021, 0), id="month"),
        pytest.param(lambda: TimeSpan.season(2021, 5), id="season"),
        pytest.param(lambda: TimeSpan.quarter(2021, 5), id="quarter"),
        pytest.param(lambda: TimeSpan.half(2021, 3), id="half"),
        pytest.param(lambda: TimeSpan.year(10_000), id="year too late"),
        pytest.param(lambda: TimeSpan.year(-10_000), id="year too early"),
        pytest.param(lambda: TimeSpan.season(9999, 4), id="winter beyond the last year"),
    ],
)
def test_no_span(make):
    with pytest.raises(ValueError):  # noqa: PT011
        make()


SUMMER, AUGUST, DAY = TimeSpan.season(2021, 2), TimeSpan.month(2021, 8), TimeSpan.day(2021, 8, 30)
SINCE, UNTIL = TimeSpan.between(AUGUST, None), TimeSpan.between(None, AUGUST)


@pytest.mark.parametrize(
    ("one", "other", "common"),
    [
        pytest.param(SUMMER, AUGUST, "2021-08", id="nested"),
        pytest.param(AUGUST, DAY, "2021-08-30", id="day in a month"),
        pytest.param(DAY, TimeSpan.day(2021, 8, 31), None, id="apart"),
        pytest.param(SINCE, UNTIL, "2021-08-01/2021-08-31", id="two open ends"),
        pytest.param(SINCE, TimeSpan.year(2021), "2021-08/2021-12", id="open and closed"),
        pytest.param(SINCE, DAY, "2021-08-30", id="day after an open start"),
        pytest.param(UNTIL, TimeSpan.month(2021, 9), None, id="after the end"),
        pytest.param(
            TimeSpan.days(Day(2021, 8, 1), Day(2021, 8, 10)),
            TimeSpan.days(Day(2021, 8, 5), Day(2021, 8, 20)).about(),
            "2021-08-05~/2021-08-10~",
            id="overlapping, one approximate",
        ),
    ],
)
def test_intersection(one, other, common):
    assert one.overlaps(other) == other.overlaps(one) == (common is not None)
    found = [one.intersection(other), other.intersection(one)]
    assert [span and str(span) for span in found] == [common, common]


@pytest.mark.parametrize(
    ("span", "length"),
    [(DAY, 1), (AUGUST, 31), (TimeSpan.year(2020), 366), (TimeSpan.year(-4), 366), (SINCE, None), (UNTIL, None)],
)
def test_length(span, length):
    assert span.length == length


def test_order_of_time():
    spans = [UNTIL, TimeSpan.year(-48), TimeSpan.year(79), DAY, TimeSpan.day(2021, 9, 1), TimeSpan.month(2021, 9)]
    shuffled = [spans[i] for i in (3, 0, 5, 2, 4, 1)]
    assert sorted(shuffled, key=lambda span: span.sort_key) == spans


@pytest.mark.parametrize(
    ("day", "weekday"), [((1970, 1, 1), 3), ((2021, 8, 30), 0), ((2000, 2, 29), 1), ((1, 1, 1), 0)]
)
def test_weekday(day, weekday):
    assert Day(*day).weekday == weekday


@pytest.mark.parametrize(
    ("day", "months", "result"),
    [
        ((2021, 8, 31), -6, (2021, 2, 28)),
        ((2020, 1, 31), 1, (2020, 2, 29)),
        ((2021, 12, 1), 1, (2022, 1, 1)),
        ((0, 1, 1), -1, (-1, 12, 1)),
        ((9999, 12, 5), 1, (9999, 12, 31)),
        ((-9999, 1, 5), -1, (-9999, 1, 1)),
    ],
)
def test_months_later(day, months, result):
    assert Day(*day).plus_months(months) == result


@pytest.mark.parametrize("text", ["2021-02-30", "2021-2-3", "2021", "", "2021-08-30\n", "２０２１-08-30"])
def test_no_day(text):
    with pytest.raises(ValueError):  # noqa: PT011
        Day.parse(text)


def test_leap_years():
    assert [year for year in (1600, 1700, 1900, 2000, 2020, 2021, 0, -4, -100) if days_in_month(year, 2) == 29] == [
        1600, 2000, 2020, 0, -4,
    ]  # fmt: skip
    assert not is_day(2021, 4, 31)
