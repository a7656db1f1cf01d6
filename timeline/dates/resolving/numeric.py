"""Dates in figures: 01/03/2008, and the order that a text keeps in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from timeline.dates import timex
from timeline.dates.candidate import Candidate
from timeline.dates.content import Calendar, Clock, Content, Numeric
from timeline.dates.resolving.state import Resolved, State
from timeline.model import Basis
from timeline.timespan import Day, TimeSpan, is_day

DEFAULT_ORDER = "MDY"
_FAR_CLOSER = 5  # times
_DOTTED = re.compile(r"[0-9]{1,2}\.\s?[0-9]{1,2}\.")
"""Full stops stand between day, month and year in countries that write the day first."""
_SHORT_YEAR = re.compile(r"^[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2}(?![0-9])")
_DAY_FIRST = re.compile(
    r"^\W*(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\W+)?(?:the\s)?[0-9]{1,2}(?![0-9:])",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)[0-9.]*\s?(Z?)")


# Of a year in two figures: up to here of this century, else of the last. POSIX reads `%y` so.
_LAST_SHORT_YEAR = 68


def numeric_day(written: str, order: str) -> Day | None:
    """The day that figures name in an order of writing, "DMY" or "MDY"; None where there is none.

    Figures that make no day in that order are read in the other; a year of four figures in front comes with the month
    behind it in any case.

    >>> str(numeric_day("01/03/2008", "DMY")), str(numeric_day("01/03/2008", "MDY")), str(numeric_day("13/3/08", "MDY"))
    ('2008-03-01', '2008-01-03', '2008-03-13')
    """
    figures = re.findall(r"[0-9]+", written)[:3]
    first, second, third = map(int, figures)
    if len(figures[0]) == 4:
        return Day(first, second, third) if is_day(first, second, third) else None
    year = third if len(figures[2]) > 2 else third + (2000 if third <= _LAST_SHORT_YEAR else 1900)
    days = [Day(year, month, day) for day, month in ((first, second), (second, first)) if is_day(year, month, day)]
    if not days:
        return None
    return days[0] if order == "DMY" else days[-1]


def order_of(candidates: Sequence[Candidate], published: Day | None = None) -> str | None:
    """The order that a text's numeric dates keep: where one of them can be read in one way only, or falls on the day
    of publication or beside it in one way only.
    """
    written = [_inner(candidate.content) for candidate in candidates]
    numeric = [content.written for content in written if isinstance(content, Numeric)]
    for figures in numeric:
        first, second = _numbers(figures)
        if 12 < first <= 31:
            return "DMY"
        if second > 12 and first <= 12:
            return "MDY"
    for figures in numeric if published is not None else ():
        near = [order for order in ("DMY", "MDY") if is_ambiguous(figures) and _falls_on(figures, order, published)]
        if len(near) == 1:
            return near[0]
    return None


def likely_order(candidates: Sequence[Candidate]) -> str | None:
    """The order of a text none of whose numeric dates settles it: as it writes dates in words, "1 July" or "July 1";
    else the one that brings its numeric dates far closer together.
    """
    written = [content.written for c in candidates if isinstance(content := _inner(c.content), Numeric)]
    if not any(map(is_ambiguous, written)):
        return None
    return _order_in_words(candidates) or _closer_order(written)


def _closer_order(numeric: Sequence[str]) -> str | None:
    """The order that brings the dates of a text, one after the other, far closer together; None where neither does."""
    apart = {}
    for order in ("DMY", "MDY"):
        days = [day.ordinal for figures in numeric if (day := numeric_day(figures, order)) is not None]
        apart[order] = sum(abs(last - first) for first, last in pairwise(days))
    near, far = sorted(apart, key=lambda order: apart[order])
    return near if len(numeric) > 1 and apart[near] * _FAR_CLOSER <= apart[far] else None


def _order_in_words(candidates: Sequence[Candidate]) -> str | None:
    """Whether a text writes the day in front of the month or behind it; None where it does both, or neither."""
    orders = set()
    for candidate in candidates:
        content = _inner(candidate.content)
        if isinstance(content, Calendar) and content.day is not None and content.month is not None:
            orders.add("DMY" if _DAY_FIRST.match(candidate.quote.text) else "MDY")
    return orders.pop() if len(orders) == 1 else None


def _inner(content: Content) -> Content | None:
    """The date beside a time of day: "13:26 14/09/2013"."""
    return content.on if isinstance(content, Clock) else content


def _falls_on(figures: str, order: str, published: Day | None) -> bool:
    day = numeric_day(figures, order)
    return day is not None and published is not None and abs(day.ordinal - published.ordinal) <= 1


def is_ambiguous(written: str) -> bool:
    """Whether a numeric date can be read in two orders.

    >>> is_ambiguous("01/03/2008"), is_ambiguous("13/03/2008"), is_ambiguous("2008-03-01")
    (True, False, False)
    """
    first, second = _numbers(written)
    return first <= 12 and second <= 12 and first != second


def resolve_numeric(content: Numeric, state: State) -> Resolved:
    """A date in figures, in the order of the text or the one that was given."""
    order = state.order or ("DMY" if _DOTTED.match(content.written) else DEFAULT_ORDER)
    day = numeric_day(content.written, order)
    if day is None:
        return Resolved("XXXX-XX-XX", None, Basis.STATED, state.why("no-such-day"))
    if _SHORT_YEAR.search(content.written):
        day = _of_century(day, state)
    in_doubt = state.order is None and is_ambiguous(content.written)
    kind = ("day-first" if order == "DMY" else "month-first") if in_doubt else "written-out"
    why = state.why(kind)
    clock = _CLOCK.search(content.written)
    value = timex.day_value(day) + (f"T{clock[1]}{clock[2]}" if clock else "")
    return Resolved(value, TimeSpan.on(day), Basis.STATED, why)


def _of_century(day: Day, state: State) -> Day:
    """A day whose year has two digits in the century that brings it nearest to what is told around it.

    From a known day of publication it is the last such day; a date up to a year behind that may be a plan.
    """
    if state.reference is not None:
        latest = state.reference.year + 1
        year = latest - (latest - day.year) % 100
    elif state.year is not None or state.years_told:
        near = state.year if state.year is not None else state.years_told[0]
        year = near + 50 - (near + 50 - day.year) % 100
    else:
        return day
    return Day(year, day.month, day.day) if is_day(year, day.month, day.day) else day


def _numbers(written: str) -> tuple[int, int]:
    """The first two numbers; a year in front comes as it is."""
    first, second = re.findall(r"[0-9]+", written)[:2]
    return int(first), int(second)
