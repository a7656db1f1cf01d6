"""Dates and statuses in plain words: for reasons, hover texts, panels and lists."""

from __future__ import annotations

from timeline.model import Event, Extent, Status
from timeline.timespan import Day, Granularity, TimeSpan, days_in_month

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""The names of the months; `strftime` would speak the language of whoever runs the program."""

SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
"""The seasons by their first month."""

STATUS_IN_WORDS = {
    Status.OCCURRED: "told as fact",
    Status.PLANNED: "planned or expected when written",
    Status.CLAIMED: "rests on the word of a party to it",
    Status.DENIED: "said not to have happened",
    Status.POSSIBLE: "conditional, feared or demanded",
}


def year_in_words(year: int) -> str:
    """An astronomical year as people write it.

    >>> year_in_words(2021), year_in_words(79), year_in_words(0), year_in_words(-489)
    ('2021', 'AD 79', '1 BC', '490 BC')
    """
    if year <= 0:
        return f"{1 - year} BC"
    return str(year) if year >= 1000 else f"AD {year}"


def day_in_words(day: Day) -> str:
    """A day as people write it.

    >>> day_in_words(Day(2021, 8, 30))
    '30 August 2021'
    """
    return f"{day.day} {month_in_words(day)}"


def month_in_words(day: Day) -> str:
    """The month that holds a day.

    >>> month_in_words(Day(2021, 8, 30))
    'August 2021'
    """
    return f"{MONTHS[day.month - 1]} {year_in_words(day.year)}"


def date_in_words(when: TimeSpan | None, extent: Extent = Extent.WITHIN) -> str:
    """A span in words, None as "undated"; `extent` decides between "between ... and ..." and "from ... to ...".

    >>> date_in_words(TimeSpan.parse("2021-08-21/2021-08-31"))
    'between 21 and 31 August 2021'
    >>> date_in_words(TimeSpan.parse("2021-08-21/2021-08-31"), Extent.THROUGHOUT)
    'from 21 to 31 August 2021'
    >>> date_in_words(TimeSpan.parse("2020-02/.."), Extent.THROUGHOUT), date_in_words(TimeSpan.parse("../2020-02"))
    ('since February 2020', 'by February 2020')
    >>> date_in_words(TimeSpan.parse("-0489").about()), date_in_words(None)
    ('about 490 BC', 'undated')
    """
    if when is None:
        return "undated"
    about = "about " if when.approximate else ""
    lasting = extent == Extent.THROUGHOUT
    if when.first is None or when.last is None:
        return _open_in_words(when, about, lasting=lasting)
    if when.granularity == Granularity.RANGE:
        joints = ("from ", " to ") if lasting else ("between ", " and ")
        return joints[0] + about + joints[1].join(_ends(when.first, when.last))
    return about + _unit_in_words(when.first, when.last, when.granularity)


def moment_in_words(event: Event) -> str:
    """When an event was, in words, with its clock time where one is told.

    >>> moment_in_words(Event("e1", "Bridge opened", TimeSpan.year(1970), Extent.WITHIN, Status.OCCURRED, ()))
    '1970'
    """
    said = date_in_words(event.when, event.extent)
    universal = event.time.endswith("Z")
    return f"{said}, {event.time.rstrip('Z')}{' UTC' if universal else ''}" if event.time else said


def _open_in_words(when: TimeSpan, about: str, *, lasting: bool) -> str:
    """A span with an open end in words; `about` is "about " or ""."""
    end = when.first or when.last
    if end is None:  # a TimeSpan has at least one end
        return "undated"
    if when.granularity == Granularity.YEAR:
        known = year_in_words(end.year)
    elif when.granularity == Granularity.MONTH:
        known = month_in_words(end)
    else:
        known = day_in_words(end)
    if when.last is None:
        return f"since {about}{known}" if lasting else f"from {about}{known} on"
    return f"until {about}{known}" if lasting else f"by {about}{known}"


def _unit_in_words(first: Day, last: Day, granularity: Granularity) -> str:
    """A calendar unit in words: "August 2021", "the 1990s"."""
    year = year_in_words(first.year)
    match granularity:
        case Granularity.WEEK:
            return f"the week of {day_in_words(first)}"
        case Granularity.MONTH:
            return month_in_words(first)
        case Granularity.SEASON if first.month in SEASONS:
            return f"{SEASONS[first.month]} {year}" + (f"–{last.year % 100:02d}" if last.year != first.year else "")
        case Granularity.QUARTER:
            return f"{('first', 'second', 'third', 'fourth')[(first.month - 1) // 3]} quarter of {year}"
        case Granularity.HALF:
            return f"{'first' if first.month == 1 else 'second'} half of {year}"
        case Granularity.YEAR:
            return year
        case Granularity.DECADE if first.year > 0:
            return f"the {first.year}s"
        case Granularity.CENTURY if first.year > 0:
            return f"the {_ordinal(first.year // 100 + 1)} century"
        case Granularity.DAY:
            return day_in_words(first)
        case _:
            return " to ".join(_ends(first, last))


def _ends(first: Day, last: Day) -> tuple[str, str]:
    """Both ends of a range in words; the first one without the month or year that the second one has as well."""
    whole_months = first.day == 1 and last.day == days_in_month(last.year, last.month)
    if whole_months and first.month == 1 and last.month == 12:
        return year_in_words(first.year), year_in_words(last.year)
    if whole_months and first[:2] != last[:2]:
        start = MONTHS[first.month - 1] if first.year == last.year else month_in_words(first)
        return start, month_in_words(last)
    if first[:2] == last[:2]:
        return str(first.day), day_in_words(last)
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]}", day_in_words(last)
    return day_in_words(first), day_in_words(last)


def _ordinal(number: int) -> str:
    """An ordinal number in figures: "21st"."""
    suffix = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"
