"""Dates in figures: 01/03/2008, and the order that a text keeps in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.dates import timex
from timeline.dates.candidate import Candidate
from timeline.dates.content import Clock, Content, Numeric
from timeline.dates.resolving.state import Resolved, State
from timeline.model import Basis
from timeline.timespan import Day, TimeSpan, is_day

_DEFAULT_ORDER = "MDY"
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
    """The order that a text's numeric dates keep, where one of them can be read in one way only, or falls on the day
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
    day = numeric_day(content.written, state.order or _DEFAULT_ORDER)
    if day is None:
        return Resolved("XXXX-XX-XX", None, Basis.STATED, state.why("no-such-day"))
    why = state.why("month-first" if state.order is None and is_ambiguous(content.written) else "written-out")
    clock = _CLOCK.search(content.written)
    value = timex.day_value(day) + (f"T{clock[1]}{clock[2]}" if clock else "")
    return Resolved(value, TimeSpan.on(day), Basis.STATED, why)


def _numbers(written: str) -> tuple[int, int]:
    """The first two numbers; a year in front comes as it is."""
    first, second = re.findall(r"[0-9]+", written)[:2]
    return int(first), int(second)
