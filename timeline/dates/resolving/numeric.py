"""Dates in figures: 01/03/2008, and the order that a text keeps in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.dates import timex
from timeline.dates.candidate import Candidate
from timeline.dates.content import Clock, Content, Numeric
from timeline.dates.dateparsing import parse_numeric
from timeline.dates.resolving.state import Resolved, State
from timeline.model import Basis
from timeline.timespan import Day, TimeSpan

_DEFAULT_ORDER = "MDY"
_CLOCK = re.compile(r"[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)[0-9.]*\s?(Z?)")


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
    day = parse_numeric(figures, order)
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
    day = parse_numeric(content.written, state.order or _DEFAULT_ORDER)
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
