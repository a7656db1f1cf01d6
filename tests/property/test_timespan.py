"""Laws of the calendar and of spans, whatever the days."""

import datetime

from hypothesis import example, given
from hypothesis import strategies as st

from timeline.timespan import MAX_YEAR, MIN_YEAR, Day, Granularity, TimeSpan

days = st.dates().map(lambda date: Day(date.year, date.month, date.day))
ordinals = st.integers(Day(MIN_YEAR, 1, 1).ordinal, Day(MAX_YEAR, 12, 31).ordinal)
all_days = ordinals.map(Day.from_ordinal)
ends = st.tuples(all_days, all_days).map(sorted)
years = st.integers(MIN_YEAR, MAX_YEAR - 1)  # winter reaches into the next year
units = st.one_of(
    all_days.map(TimeSpan.on),
    st.builds(TimeSpan.month, years, st.integers(1, 12)),
    st.builds(TimeSpan.season, years, st.integers(1, 4)),
    st.builds(TimeSpan.quarter, years, st.integers(1, 4)),
    st.builds(TimeSpan.half, years, st.integers(1, 2)),
    st.builds(TimeSpan.year, years),
    st.builds(TimeSpan.decade, st.integers(MIN_YEAR, MAX_YEAR - 9)),
    st.builds(TimeSpan.century, st.integers(MIN_YEAR, MAX_YEAR - 99)),
    st.integers(Day(MIN_YEAR, 1, 8).ordinal, Day(MAX_YEAR, 12, 24).ordinal).map(Day.from_ordinal).map(TimeSpan.week),
)
ranges = ends.map(lambda pair: TimeSpan.days(*pair))
odd = st.builds(lambda pair, granularity: TimeSpan(*pair, granularity), ends, st.sampled_from(Granularity))
closed = st.one_of(units, ranges, odd)
opened = st.one_of(
    closed.map(lambda span: TimeSpan.between(span, None)), closed.map(lambda span: TimeSpan.between(None, span))
)
spans = st.one_of(closed, opened).flatmap(lambda span: st.sampled_from([span, span.about()]))


@given(st.dates())
def test_days_are_counted_as_datetime_counts(date):
    day = Day(date.year, date.month, date.day)
    assert day.ordinal == date.toordinal() - datetime.date(1970, 1, 1).toordinal()
    assert day.weekday == date.weekday()
    assert str(day) == date.isoformat()


@given(ordinals)
def test_ordinal_and_back(ordinal):
    day = Day.from_ordinal(ordinal)
    assert day.ordinal == ordinal
    assert Day.parse(str(day)) == day
    assert Day.from_ordinal(ordinal + 1) > day


@given(all_days, st.integers(-1000, 1000))
def test_months_later_is_the_same_day_or_the_last(day, months):
    later = day.plus_months(months)
    if not MIN_YEAR * 12 <= day.year * 12 + day.month - 1 + months < (MAX_YEAR + 1) * 12:
        assert later in (Day(MIN_YEAR, 1, 1), Day(MAX_YEAR, 12, 31))
        return
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and later.plus(1).day == 1)


@given(all_days, st.integers(-(10**8), 10**8))
def test_days_later_stay_among_those_that_can_be_written(day, number):
    later = day.plus(number)
    assert Day(MIN_YEAR, 1, 1) <= later <= Day(MAX_YEAR, 12, 31)
    assert later.ordinal - day.ordinal == number or later in (Day(MIN_YEAR, 1, 1), Day(MAX_YEAR, 12, 31))


@given(spans)
@example(TimeSpan(Day(1970, 1, 1), Day(1970, 1, 1), Granularity.SEASON))  # a season begins in no such month
def test_writing_and_reading_keeps_the_days(span):
    read = TimeSpan.parse(str(span))
    assert (read.first, read.last, read.approximate) == (span.first, span.last, span.approximate)
    assert str(read) == str(span)


@given(units)
def test_units_keep_their_granularity(span):
    written = str(span)
    if "/" not in written:
        assert TimeSpan.parse(written).granularity == span.granularity


@given(spans, spans)
def test_overlap_and_intersection_agree(one, other):
    common = one.intersection(other)
    assert one.overlaps(other) == other.overlaps(one) == (common is not None)
    if common is not None:
        assert one.contains(common)
        assert other.contains(common)
        turned = other.intersection(one)
        assert (common.first, common.last) == (turned.first, turned.last)


@given(closed, closed)
def test_overlap_is_a_day_in_both(one, other):
    first, last = max(one.first, other.first), min(one.last, other.last)
    assert one.overlaps(other) == (first <= last)


@given(spans, spans, spans)
def test_containing_is_an_order(one, two, three):
    assert one.contains(one)
    if one.contains(two) and two.contains(three):
        assert one.contains(three)
    if one.contains(two) and two.contains(one):
        assert (one.first, one.last) == (two.first, two.last)


@given(closed)
def test_length_counts_the_days(span):
    assert span.first.plus(span.length - 1) == span.last


@given(st.lists(spans))
def test_sorting_goes_by_first_day(many):
    firsts = [span.first for span in sorted(many, key=lambda span: span.sort_key)]
    known = [day for day in firsts if day is not None]
    assert known == sorted(known)
