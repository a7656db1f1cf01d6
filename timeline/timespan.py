"""A span of calendar days as a source tells it: first day, last day, and how finely it was told.

Proleptic Gregorian calendar with astronomical years (490 BC is -489), so it is not built on `datetime.date`, which
starts in year 1. Days are counted with the algorithms of Howard Hinnant, "chrono-Compatible Low-Level Date
Algorithms" (public domain).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Self

MIN_YEAR, MAX_YEAR = -9999, 9999
"""The first and the last year (astronomical) that EDTF writes with four digits."""


class Granularity(StrEnum):
    """How finely a date was told; `RANGE` is a span with two ends of its own."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"


class Day(NamedTuple):
    """One calendar day: astronomical `year`, `month` 1 to 12, `day` 1 to 31. Compares and sorts in order of time.

    >>> Day(2021, 8, 30) < Day(2021, 9, 1)
    True
    >>> str(Day(-489, 9, 12))
    '-0489-09-12'
    """

    year: int
    month: int
    day: int

    def __str__(self) -> str:
        return f"{edtf_year(self.year)}-{self.month:02d}-{self.day:02d}"

    @property
    def ordinal(self) -> int:
        """Days since 1 January 1970.

        >>> Day(1970, 1, 1).ordinal, Day(2021, 8, 30).ordinal
        (0, 18869)
        """
        year = self.year - (self.month <= 2)
        era, year_of_era = divmod(year, 400)
        day_of_year = (153 * ((self.month + 9) % 12) + 2) // 5 + self.day - 1
        return era * 146097 + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - 719468

    @property
    def weekday(self) -> int:
        """0 for Monday to 6 for Sunday.

        >>> Day(2021, 8, 30).weekday
        0
        """
        return (self.ordinal + 3) % 7

    @classmethod
    def from_ordinal(cls, ordinal: int) -> Self:
        """The day that is `ordinal` days after 1 January 1970.

        >>> Day.from_ordinal(18869)
        Day(year=2021, month=8, day=30)
        """
        era, day_of_era = divmod(ordinal + 719468, 146097)
        year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
        day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
        shifted = (5 * day_of_year + 2) // 153
        month = shifted + 3 if shifted < 10 else shifted - 9
        return cls(year_of_era + era * 400 + (month <= 2), month, day_of_year - (153 * shifted + 2) // 5 + 1)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `YYYY-MM-DD`. Raises ValueError for anything else and for days that do not exist.

        >>> Day.parse("2021-08-30")
        Day(year=2021, month=8, day=30)
        """
        found = re.fullmatch(r"(-?\d{4})-(\d\d)-(\d\d)", text, re.ASCII)
        if not found:
            raise ValueError(f"not a day of the form YYYY-MM-DD: {text!r}")
        year, month, day = map(int, found.groups())
        if not is_day(year, month, day):
            raise ValueError(f"there is no such day: {text!r}")
        return cls(year, month, day)

    def plus(self, days: int) -> Day:
        """The day that is `days` days later, earlier for a negative number; within `FIRST_DAY` and `LAST_DAY`.

        >>> str(Day(2020, 2, 28).plus(2)), str(Day(9999, 12, 30).plus(2))
        ('2020-03-01', '9999-12-31')
        """
        return Day.from_ordinal(min(max(self.ordinal + days, FIRST_DAY), LAST_DAY))

    def plus_months(self, months: int) -> Day:
        """The same day `months` months later, or that month's last day where it is shorter; earlier for a negative
        number. Within `FIRST_DAY` and `LAST_DAY`.

        >>> str(Day(2021, 8, 31).plus_months(-6))
        '2021-02-28'
        """
        year, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        if not MIN_YEAR <= year <= MAX_YEAR:
            return Day.from_ordinal(FIRST_DAY if year < MIN_YEAR else LAST_DAY)
        return Day(year, month + 1, min(self.day, days_in_month(year, month + 1)))


FIRST_DAY, LAST_DAY = Day(MIN_YEAR, 1, 1).ordinal, Day(MAX_YEAR, 12, 31).ordinal
"""The first and the last day that can be written, in days since 1 January 1970."""


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """From `first` to `last`, both days included; None is an open end. At least one end is known.

    `granularity` is that of the words ("in 2020" is a year, "from 1 January to 31 December 2020" a range); an open
    span has the granularity of its known end. `approximate` stands for "about", "circa", a counted-back "a year ago".

    `str()` is EDTF (ISO 8601-2). What EDTF has no word for (a week, "late August") is written as the range it is.

    >>> span = TimeSpan.month(2020, 2)
    >>> str(span), str(span.first), str(span.last)
    ('2020-02', '2020-02-01', '2020-02-29')
    >>> str(TimeSpan.between(span, None)), str(span.about())
    ('2020-02/..', '2020-02~')
    """

    first: Day | None
    last: Day | None
    granularity: Granularity
    approximate: bool = False

    def __post_init__(self) -> None:
        if self.first is None and self.last is None:
            raise ValueError("a span needs at least one end")
        if self.first is not None and self.last is not None and self.last < self.first:
            raise ValueError(f"a span cannot end ({self.last}) before it begins ({self.first})")
        for end in (self.first, self.last):
            if end is not None and not MIN_YEAR <= end.year <= MAX_YEAR:
                raise ValueError(f"years run from {MIN_YEAR} to {MAX_YEAR}, not {end.year}")
            if end is not None and not is_day(*end):
                raise ValueError(f"there is no such day: {end}")

    @classmethod
    def day(cls, year: int, month: int, day: int) -> TimeSpan:
        """One day. Raises ValueError where it does not exist.

        >>> str(TimeSpan.day(2021, 5, 3))
        '2021-05-03'
        """
        if not is_day(year, month, day):
            raise ValueError(f"there is no such day: {year}-{month}-{day}")
        return cls.on(Day(year, month, day))

    @classmethod
    def on(cls, day: Day) -> TimeSpan:
        """One day, given as such.

        >>> str(TimeSpan.on(Day(2021, 5, 3)))
        '2021-05-03'
        """
        return cls(day, day, Granularity.DAY)

    @classmethod
    def week(cls, day: Day) -> TimeSpan:
        """The week, Monday to Sunday, that holds a day.

        >>> str(TimeSpan.week(Day(2021, 8, 4)))
        '2021-08-02/2021-08-08'
        """
        monday = day.plus(-day.weekday)
        return cls(monday, monday.plus(6), Granularity.WEEK)

    @classmethod
    def months(cls, year: int, month: int, count: int, granularity: Granularity) -> TimeSpan:
        """A span of `count` whole months from one on; `month` is 1 to 12.

        >>> str(TimeSpan.months(2021, 5, 2, Granularity.RANGE))
        '2021-05/2021-06'
        """
        end_year, end_month = divmod(year * 12 + month - 1 + count - 1, 12)
        last = Day(end_year, end_month + 1, days_in_month(end_year, end_month + 1))
        return cls(Day(year, month, 1), last, granularity)

    @classmethod
    def month(cls, year: int, month: int) -> TimeSpan:
        """One month. Raises ValueError where `month` is not 1 to 12.

        >>> str(TimeSpan.month(2021, 5))
        '2021-05'
        """
        if not 1 <= month <= 12:
            raise ValueError(f"there is no month {month}")
        return cls.months(year, month, 1, Granularity.MONTH)

    @classmethod
    def season(cls, year: int, season: int) -> TimeSpan:
        """1 spring (from March), 2 summer, 3 autumn, 4 winter (from December into the next year).

        >>> str(TimeSpan.season(2020, 4)), str(TimeSpan.season(2020, 4).last)
        ('2020-24', '2021-02-28')
        """
        return cls.months(year, season * 3, 3, Granularity.SEASON)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> TimeSpan:
        """One quarter of a calendar year, 1 to 4.

        >>> str(TimeSpan.quarter(2021, 2)), str(TimeSpan.quarter(2021, 2).first)
        ('2021-34', '2021-04-01')
        """
        return cls.months(year, quarter * 3 - 2, 3, Granularity.QUARTER)

    @classmethod
    def half(cls, year: int, half: int) -> TimeSpan:
        """One half of a calendar year, 1 or 2.

        >>> str(TimeSpan.half(2021, 2)), str(TimeSpan.half(2021, 2).first)
        ('2021-41', '2021-07-01')
        """
        return cls.months(year, half * 6 - 5, 6, Granularity.HALF)

    @classmethod
    def year(cls, year: int) -> TimeSpan:
        """One calendar year, astronomical (0 is 1 BC).

        >>> str(TimeSpan.year(-489))
        '-0489'
        """
        return cls.years(year, 1, Granularity.YEAR)

    @classmethod
    def years(cls, first: int, count: int, granularity: Granularity) -> TimeSpan:
        """A span of `count` whole years from one on.

        >>> str(TimeSpan.years(2021, 2, Granularity.RANGE))
        '2021/2022'
        """
        return cls(Day(first, 1, 1), Day(first + count - 1, 12, 31), granularity)

    @classmethod
    def decade(cls, first_year: int) -> TimeSpan:
        """The ten years from `first_year` on, which ends in 0.

        >>> str(TimeSpan.decade(1990))
        '199X'
        """
        return cls.years(first_year, 10, Granularity.DECADE)

    @classmethod
    def century(cls, first_year: int) -> TimeSpan:
        """The hundred years from `first_year` on, which ends in 00: the 20th century is 1900 to 1999, EDTF's 19XX.

        >>> str(TimeSpan.century(1900))
        '19XX'
        """
        return cls.years(first_year, 100, Granularity.CENTURY)

    @classmethod
    def between(cls, start: TimeSpan | None, end: TimeSpan | None) -> TimeSpan:
        """From the beginning of one span to the end of another; None leaves an end open, ValueError for both.

        >>> str(TimeSpan.between(TimeSpan.month(2021, 5), None))
        '2021-05/..'
        """
        if start is None and end is None:
            raise ValueError("a span needs at least one end")
        known = [span for span in (start, end) if span is not None]
        granularity = Granularity.RANGE if len(known) == 2 else known[0].granularity
        return cls(
            start.first if start else None,
            end.last if end else None,
            granularity,
            any(span.approximate for span in known),
        )

    @classmethod
    def days(cls, first: Day, last: Day) -> TimeSpan:
        """A range from one day to another; a range of one day is that day.

        >>> str(TimeSpan.days(Day(2021, 5, 3), Day(2021, 5, 4)))
        '2021-05-03/2021-05-04'
        """
        return cls(first, last, Granularity.DAY if first == last else Granularity.RANGE)

    @classmethod
    def parse(cls, edtf: str) -> TimeSpan:
        """Read the EDTF that `str()` writes (levels 0 and 1, and 33-36 quarters, 40-41 halves).

        Raises ValueError for anything else.

        >>> TimeSpan.parse("2021-08-21/2021-08-31").granularity
        <Granularity.RANGE: 'range'>
        >>> str(TimeSpan.parse("2020-02~/..")), str(TimeSpan.parse("-0489"))
        ('2020-02~/..', '-0489')
        """
        if "/" not in edtf:
            return _parse_one(edtf)
        start, _, end = edtf.partition("/")
        return cls.between(
            None if start in ("..", "") else _parse_one(start),
            None if end in ("..", "") else _parse_one(end),
        )

    def about(self) -> TimeSpan:
        """The same span, approximate.

        >>> str(TimeSpan.month(2021, 5).about())
        '2021-05~'
        """
        return TimeSpan(self.first, self.last, self.granularity, approximate=True)

    @property
    def is_open(self) -> bool:
        """Whether the first or the last day is unknown.

        >>> TimeSpan.between(TimeSpan.month(2021, 5), None).is_open
        True
        """
        return self.first is None or self.last is None

    @property
    def length(self) -> int | None:
        """Number of days; None where an end is open.

        >>> TimeSpan.month(2020, 2).length
        29
        """
        if self.first is None or self.last is None:
            return None
        return self.last.ordinal - self.first.ordinal + 1

    def length_or(self, open_days: int) -> int:
        """Number of days; `open_days` where an end is open.

        >>> TimeSpan.month(2020, 2).length_or(366), TimeSpan.between(TimeSpan.year(2020), None).length_or(366)
        (29, 366)
        """
        return open_days if self.length is None else self.length

    def is_longer_than(self, days: int) -> bool:
        """Whether the span has more than `days` days. An open span has no length, so it is longer than nothing.

        >>> TimeSpan.year(2020).is_longer_than(31), TimeSpan.between(TimeSpan.year(2020), None).is_longer_than(31)
        (True, False)
        """
        return self.length is not None and self.length > days

    def is_at_most(self, days: int) -> bool:
        """Whether the span has at most `days` days. An open span has no length, so this is False for it, too.

        >>> TimeSpan.day(2020, 2, 3).is_at_most(31), TimeSpan.between(TimeSpan.day(2020, 2, 3), None).is_at_most(31)
        (True, False)
        """
        return self.length is not None and self.length <= days

    def overlaps(self, other: TimeSpan) -> bool:
        """Whether at least one day lies in both.

        >>> TimeSpan.month(2021, 5).overlaps(TimeSpan.day(2021, 5, 31))
        True
        """
        return not (
            (self.last is not None and other.first is not None and self.last < other.first)
            or (other.last is not None and self.first is not None and other.last < self.first)
        )

    def contains(self, other: TimeSpan) -> bool:
        """Whether every day of the other lies in this one.

        >>> TimeSpan.year(2020).contains(TimeSpan.day(2020, 2, 29))
        True
        """
        return (self.first is None or (other.first is not None and self.first <= other.first)) and (
            self.last is None or (other.last is not None and other.last <= self.last)
        )

    def intersection(self, other: TimeSpan) -> TimeSpan | None:
        """The days in both, None where there are none. The narrower of two nested spans comes back as it is.

        >>> str(TimeSpan.parse("2021-05-01/2021-05-09").intersection(TimeSpan.parse("2021-05-05/2021-05-20")))
        '2021-05-05/2021-05-09'
        """
        if not self.overlaps(other):
            return None
        if self.contains(other):
            return other
        if other.contains(self):
            return self
        first = max((end for end in (self.first, other.first) if end is not None), default=None)
        last = min((end for end in (self.last, other.last) if end is not None), default=None)
        return TimeSpan(first, last, Granularity.RANGE, self.approximate or other.approximate)

    @property
    def sort_key(self) -> tuple[int, int]:
        """A key to sort by: first day (an open start first), then last day (an open end last), as ordinals.

        >>> TimeSpan.month(2021, 5).sort_key
        (18748, 18778)
        """
        return (
            self.first.ordinal if self.first is not None else FIRST_DAY,
            self.last.ordinal if self.last is not None else LAST_DAY,
        )

    def __str__(self) -> str:
        mark = "~" if self.approximate else ""
        if self.first is None or self.last is None:
            unit = _open_unit(self.first, self.last, self.granularity)
            return f"{_edge(self.first, unit, mark)}/{_edge(self.last, unit, mark)}"
        write = _WRITERS.get(self.granularity)
        if write is not None and (written := write(self.first)) is not None and _same_days(written, self):
            return written + mark
        if self.first == self.last:
            return str(self.first) + mark
        finest = _finest_common(self.first, self.last)
        return f"{_edge(self.first, finest, mark)}/{_edge(self.last, finest, mark)}"


def is_day(year: int, month: int, day: int) -> bool:
    """Whether there is such a day in the calendar.

    >>> is_day(2021, 2, 29), is_day(2020, 2, 29)
    (False, True)
    """
    return 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)


def days_in_month(year: int, month: int) -> int:
    """The number of days in a month, 28 to 31; `month` is 1 to 12."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def edtf_year(year: int) -> str:
    """An astronomical year in EDTF: four digits, with a minus sign before the common era.

    >>> edtf_year(-489), edtf_year(79)
    ('-0489', '0079')
    """
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


def _same_days(edtf: str, span: TimeSpan) -> bool:
    """Whether a date in EDTF names the days of a span."""
    read = _parse_one(edtf)
    return (read.first, read.last) == (span.first, span.last)


def _truncated_year(first: Day, digits: int) -> str | None:
    """A decade (one digit) or century (two) in EDTF, 199X or 19XX; None where it begins otherwise, or before AD 1."""
    step = 10**digits
    return edtf_year(first.year)[: 4 - digits] + "X" * digits if first.year >= 0 and first.year % step == 0 else None


_WRITERS: dict[Granularity, Callable[[Day], str | None]] = {
    Granularity.DAY: str,
    Granularity.MONTH: lambda first: f"{edtf_year(first.year)}-{first.month:02d}",
    Granularity.SEASON: lambda first: f"{edtf_year(first.year)}-{20 + first.month // 3}" if first.month >= 3 else None,
    Granularity.QUARTER: lambda first: f"{edtf_year(first.year)}-{33 + (first.month - 1) // 3}",
    Granularity.HALF: lambda first: f"{edtf_year(first.year)}-{40 + (first.month - 1) // 6}",
    Granularity.YEAR: lambda first: edtf_year(first.year),
    Granularity.DECADE: lambda first: _truncated_year(first, 1),
    Granularity.CENTURY: lambda first: _truncated_year(first, 2),
}


def _finest_common(first: Day, last: Day) -> Granularity:
    """The coarsest unit in which both ends of a range can be written without changing its days."""
    if last.day != days_in_month(last.year, last.month) or first.day != 1:
        return Granularity.DAY
    if first.month == 1 and last.month == 12 and first.year != last.year:
        return Granularity.YEAR
    return Granularity.MONTH if (first.year, first.month) != (last.year, last.month) else Granularity.DAY


def _open_unit(first: Day | None, last: Day | None, granularity: Granularity) -> Granularity:
    """The unit in which the known end of an open span can be written: its own, if that names the same day."""
    if granularity in (Granularity.MONTH, Granularity.YEAR):
        whole_month = (first is None or first.day == 1) and (last is None or last.day == days_in_month(*last[:2]))
        whole_year = whole_month and (first is None or first.month == 1) and (last is None or last.month == 12)
        if whole_year or (whole_month and granularity == Granularity.MONTH):
            return granularity
    return Granularity.DAY


def _edge(day: Day | None, granularity: Granularity, mark: str) -> str:
    """An end of a range in EDTF, ".." for None; `mark` is "~" or ""."""
    if day is None:
        return ".."
    if granularity == Granularity.YEAR:
        return edtf_year(day.year) + mark
    if granularity == Granularity.MONTH:
        return f"{edtf_year(day.year)}-{day.month:02d}{mark}"
    return str(day) + mark


def _parse_one(text: str) -> TimeSpan:
    """A date in EDTF that is no range. Raises ValueError for anything else."""
    found = re.fullmatch(r"(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d))?(?:-(\d\d))?([~?%]?)", text, re.ASCII)
    if not found:
        raise ValueError(f"not a date in EDTF: {text!r}")
    year_text, second, third, mark = found.groups()
    if "X" in year_text:
        if second:
            raise ValueError(f"not a date in EDTF: {text!r}")
        digits = year_text.count("X")
        first_year = int(year_text.replace("X", "0"))
        span = TimeSpan.decade(first_year) if digits == 1 else TimeSpan.century(first_year)
    else:
        span = _parse_parts(int(year_text), second and int(second), third and int(third), text)
    return span.about() if mark else span


def _parse_parts(year: int, second: int | str | None, third: int | str | None, text: str) -> TimeSpan:
    """The span of a year and the numbers behind it in EDTF: a month or the number of another unit, and a day."""
    if not isinstance(second, int):
        return TimeSpan.year(year)
    if isinstance(third, int):
        return TimeSpan.day(year, second, third)
    if 1 <= second <= 12:
        return TimeSpan.month(year, second)
    if 21 <= second <= 24:
        return TimeSpan.season(year, second - 20)
    if 33 <= second <= 36:
        return TimeSpan.quarter(year, second - 32)
    if 40 <= second <= 41:
        return TimeSpan.half(year, second - 39)
    raise ValueError(f"not a date in EDTF: {text!r}")
