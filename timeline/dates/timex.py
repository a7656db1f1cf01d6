"""TIMEX3 values: ISO-TimeML's notation for what a time expression means.

The notation is that of TimeML's annotation guidelines 1.2.1 with the usual additions: `BC0490` for years before the
common era, `XXXX-08-30` for a day of unknown year.
"""

from __future__ import annotations

import re

from timeline.dates.content import Unit
from timeline.timespan import Granularity, TimeSpan

SEASONS = ("SP", "SU", "FA", "WI")


def year_value(year: int) -> str:
    """A year; before the common era as `BC0490`.

    >>> year_value(2021), year_value(-489)
    ('2021', 'BC0490')
    """
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def number(amount: float) -> str:
    """A number without an empty fraction.

    >>> number(2.0), number(2.5)
    ('2', '2.5')
    """
    return str(int(amount)) if amount == int(amount) else str(amount)


def duration_value(unit: Unit, amount: float | None) -> str:
    """P2Y, PT30M, PXD where the amount is open.

    >>> duration_value(Unit.YEAR, 2), duration_value(Unit.MINUTE, 30), duration_value(Unit.DAY, None)
    ('P2Y', 'PT30M', 'PXD')
    """
    if unit == Unit.FORTNIGHT:
        unit, amount = Unit.WEEK, None if amount is None else 2 * amount
    written = "X" if amount is None else number(amount)
    if unit == Unit.WEEKEND:
        return f"P{written}WE"
    return f"PT{written}{unit[0]}" if unit.is_clock else f"P{written}{unit}"


def joined_durations(first: str, last: str) -> str:
    """The value of two lengths together, the longer first.

    >>> joined_durations("P2Y", "P3M"), joined_durations("PT2H", "PT10M"), joined_durations("P1D", "PT6H")
    ('P2Y3M', 'PT2H10M', 'P1DT6H')
    """
    return first + (last[2:] if "T" in first else last[1:])


_CLOCK = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:[:.h]?\s?(?P<minute>[0-9]{2}))?(?::(?P<second>[0-9]{2}))?\s?(?:(?P<half>[ap])(?:\.?\s?m)?\b\.?)?"
    r"\s?\(?(?P<zone>UTC|GMT)?(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)


def clock_value(written: str) -> str | None:
    """The T part of a value for a time of the clock; None where there is no such time.

    >>> clock_value("3:33 a.m."), clock_value("18:00 UTC"), clock_value("5pm"), clock_value("5:30p")
    ('T03:33', 'T18:00Z', 'T17:00', 'T17:30')
    """
    found = _CLOCK.match(written)
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    half = (found["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        half = "" if hour > 12 else half
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    if hour > 24 or minute > 59:
        return None
    second = f":{found['second']}" if found["second"] else ""
    zone = "Z" if found["zone"] and not re.search(r"[+-]\s?[0-9]", found["rest"]) else ""
    return f"T{hour:02d}:{minute:02d}{second}{zone}"


def week_value(span: TimeSpan) -> str:
    """ISO 8601's number of the week that a span begins in.

    >>> week_value(TimeSpan.parse("2021-08-02/2021-08-08"))
    '2021-W31'
    """
    if span.first is None:
        return "XXXX-WXX"
    thursday = span.first.plus(3 - span.first.weekday)
    first = TimeSpan.year(thursday.year).first
    number_of_week = (thursday.ordinal - (first.ordinal if first else 0)) // 7 + 1
    return f"{year_value(thursday.year)}-W{number_of_week:02d}"


def span_value(span: TimeSpan) -> str:
    """The value of a span of days.

    >>> span_value(TimeSpan.month(2021, 8)), span_value(TimeSpan.season(2020, 4)), span_value(TimeSpan.decade(1990))
    ('2021-08', '2020-WI', '199X')
    >>> span_value(TimeSpan.day(-489, 9, 12))
    'BC0490-09-12'
    """
    first, last = span.first, span.last
    if first is None or last is None:
        known = first or last
        return day_value(known) if known else "XXXX"
    year = year_value(first.year)
    match span.granularity:
        case Granularity.DAY:
            return day_value(first)
        case Granularity.WEEK:
            return week_value(span)
        case Granularity.MONTH:
            return f"{year}-{first.month:02d}"
        case Granularity.SEASON:
            return f"{year}-{SEASONS[first.month // 3 - 1]}"
        case Granularity.QUARTER:
            return f"{year}-Q{(first.month + 2) // 3}"
        case Granularity.HALF:
            return f"{year}-H{(first.month + 5) // 6}"
        case Granularity.YEAR:
            return year
        case Granularity.DECADE:
            return year[:-1] + ("X" if first.year > 0 else "")
        case Granularity.CENTURY:
            return year_value(last.year)[:-2]
    return f"{day_value(first)}/{day_value(last)}"


def day_value(day: tuple[int, int, int]) -> str:
    """A day."""
    return f"{year_value(day[0])}-{day[1]:02d}-{day[2]:02d}"
