"""Calendar arithmetic: periods around a day, steps from one to another, thirds, holidays that move."""

from __future__ import annotations

from timeline.dates.content import Modifier, Unit
from timeline.timespan import MAX_YEAR, MIN_YEAR, Day, Granularity, TimeSpan, days_in_month

# Days and months that a unit is long; a unit counts in one of the two.
_DAYS = {Unit.DAY: 1, Unit.WEEKEND: 7, Unit.WEEK: 7, Unit.FORTNIGHT: 14}
_MONTHS = {
    Unit.MONTH: 1,
    Unit.SEASON: 3,
    Unit.QUARTER: 3,
    Unit.HALF: 6,
    Unit.YEAR: 12,
    Unit.DECADE: 120,
    Unit.CENTURY: 1200,
    Unit.MILLENNIUM: 12000,
}
# What a counted-back length of time is precise to: "a year ago" names a month, about; "a month ago" a day, about.
_PRECISE_TO = {
    Unit.DAY: Unit.DAY,
    Unit.WEEKEND: Unit.DAY,
    Unit.WEEK: Unit.DAY,
    Unit.FORTNIGHT: Unit.DAY,
    Unit.MONTH: Unit.MONTH,
    Unit.SEASON: Unit.MONTH,
    Unit.QUARTER: Unit.MONTH,
    Unit.HALF: Unit.MONTH,
    Unit.YEAR: Unit.MONTH,
    Unit.DECADE: Unit.YEAR,
    Unit.CENTURY: Unit.DECADE,
    Unit.MILLENNIUM: Unit.CENTURY,
}


def in_reach(year: int) -> bool:
    """Whether a year can be written, with room for the arithmetic around it."""
    return MIN_YEAR + 200 <= year <= MAX_YEAR - 200


def period(unit: Unit, day: Day) -> TimeSpan:
    """The calendar's period that holds a day; clock units give the day.

    >>> str(period(Unit.WEEKEND, Day(2021, 8, 3))), str(period(Unit.QUARTER, Day(2021, 8, 3)))
    ('2021-08-07/2021-08-08', '2021-35')
    """
    match unit:
        case Unit.WEEK:
            return TimeSpan.week(day)
        case Unit.FORTNIGHT:
            week = TimeSpan.week(day).first or day
            return TimeSpan.days(week, week.plus(13))
        case Unit.WEEKEND:
            saturday = day.plus(5 - day.weekday)
            return TimeSpan.days(saturday, saturday.plus(1))
        case Unit.MONTH:
            return TimeSpan.month(day.year, day.month)
        case Unit.SEASON:
            return season_of(day)
        case Unit.QUARTER:
            return TimeSpan.quarter(day.year, (day.month + 2) // 3)
        case Unit.HALF:
            return TimeSpan.half(day.year, 1 if day.month <= 6 else 2)
        case Unit.YEAR:
            return TimeSpan.year(day.year)
        case Unit.DECADE:
            return TimeSpan.decade(_first_year(day.year, 10))
        case Unit.CENTURY:
            return TimeSpan.century(_first_year(day.year, 100))
        case Unit.MILLENNIUM:
            return TimeSpan.years(day.year - day.year % 1000, 1000, Granularity.RANGE)
    return TimeSpan.on(day)


def _first_year(year: int, length: int) -> int:
    """The first year of the decade or century that holds a year: the 470s BC begin in 479 BC, the 5th century in 500.

    >>> _first_year(1998, 10), _first_year(-475, 10), _first_year(-475, 100)
    (1990, -478, -499)
    """
    if year > 0:
        return year - year % length
    before_era = 1 - year
    last = before_era - before_era % 10 if length == 10 else (before_era - 1) // 100 * 100 + 1
    return 2 - last - length


def season_of(day: Day) -> TimeSpan:
    """The season that holds a day.

    >>> str(season_of(Day(2021, 1, 5)))
    '2020-24'
    """
    if day.month < 3:
        return TimeSpan.season(day.year - 1, 4)
    return TimeSpan.season(day.year, day.month // 3)


def step(day: Day, unit: Unit, amount: float) -> Day:
    """The day `amount` units away, back where that is negative; fractions of a month count 30 days a month, rounded.

    >>> str(step(Day(2021, 8, 31), Unit.MONTH, -6)), str(step(Day(2021, 1, 1), Unit.YEAR, 2.5))
    ('2021-02-28', '2023-07-01')
    """
    if unit in _DAYS:
        return day.plus(round(amount * _DAYS[unit]))
    if unit in _MONTHS:
        months = amount * _MONTHS[unit]
        whole = int(months)
        return day.plus_months(whole).plus(round((months - whole) * 30))
    return day


def can_step(day: Day, unit: Unit, amount: float) -> bool:
    """Whether a step stays within the years that can be written."""
    years = abs(amount) * (_MONTHS.get(unit, 0) / 12 + _DAYS.get(unit, 0) / 365)
    return years < 2 * MAX_YEAR and in_reach(day.year - int(years)) and in_reach(day.year + int(years))


def counted(day: Day, unit: Unit) -> TimeSpan:
    """What a counted length of time points at when it leads to a day: that day, or the month or year about it.

    >>> str(counted(Day(2020, 2, 16), Unit.YEAR)), str(counted(Day(2021, 8, 3), Unit.WEEK))
    ('2020-02~', '2021-08-03~')
    """
    span = period(_PRECISE_TO.get(unit, Unit.DAY), day)
    return span if unit == Unit.DAY or unit.is_clock else span.about()


def third(span: TimeSpan, modifier: Modifier) -> TimeSpan:
    """The early, middle or late third: days 1-10, 11-20, 21-end; months 1-4, 5-8, 9-12; years 0-3, 4-6, 7-9;
    centuries 0-32, 33-65, 66-99.

    >>> str(third(TimeSpan.month(2021, 8), Modifier.END)), str(third(TimeSpan.year(2001), Modifier.END))
    ('2021-08-21/2021-08-31', '2001-09/2001-12')
    """
    if modifier == Modifier.APPROX or span.first is None or span.last is None:
        return span.about()
    first, last = span.first, span.last
    which = (Modifier.START, Modifier.MID, Modifier.END).index(modifier)
    if span.granularity == Granularity.DAY:
        return span
    if span.granularity == Granularity.MONTH:
        ends = ((1, 10), (11, 20), (21, days_in_month(first.year, first.month)))[which]
        return TimeSpan.days(Day(first.year, first.month, ends[0]), Day(first.year, first.month, ends[1]))
    if span.granularity in (Granularity.DECADE, Granularity.CENTURY):
        years = (0, 4, 7, 10) if span.granularity == Granularity.DECADE else (0, 33, 66, 100)
        begin, end = Day(first.year + years[which], 1, 1), Day(first.year + years[which + 1] - 1, 12, 31)
        return TimeSpan(begin, end, Granularity.RANGE, span.approximate)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if first.day == 1 and months >= 3:
        begin_month, end_month = months * which // 3, months * (which + 1) // 3
        count = end_month - begin_month
        granularity = Granularity.MONTH if count == 1 else Granularity.RANGE
        made = TimeSpan.months(*month_after(first, begin_month), count, granularity)
        return made.about() if span.approximate else made
    days = last.ordinal - first.ordinal + 1
    begin_day = days * which // 3
    return TimeSpan.days(first.plus(begin_day), first.plus(max(days * (which + 1) // 3 - 1, begin_day)))


def month_after(day: Day, months: int) -> tuple[int, int]:
    """Year and month that lie a number of months after those of a day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return year, month + 1


def easter(year: int) -> Day:
    """Easter Sunday of the western church (the anonymous Gregorian algorithm, Nature, 20 April 1876).

    >>> str(easter(2021)), str(easter(2008))
    ('2021-04-04', '2008-03-23')
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return Day(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> Day:
    """A weekday (0 is Monday) of a month by its number, from 1; -1 is the last.

    >>> str(nth_weekday(2021, 11, 3, 4)), str(nth_weekday(2021, 5, 0, -1))
    ('2021-11-25', '2021-05-31')
    """
    if number > 0:
        first = Day(year, month, 1)
        return first.plus((weekday - first.weekday) % 7 + 7 * (number - 1))
    last = Day(year, month, days_in_month(year, month))
    return last.plus(-((last.weekday - weekday) % 7))
