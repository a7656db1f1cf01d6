"""From clues to a span of days: weigh each day, then take the days with most of the weight.

Days are in days since 1 January 1970; the weight of a day is a natural logarithm, so the share that it stands for is
`exp` of that.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from timeline.dates.candidate import Candidate, Direction
from timeline.dates.content import Calendar
from timeline.dating.published.clue import MISFIT, Clue, calendar_of
from timeline.timespan import Day, TimeSpan, is_day

MASS = 0.95
"""The share (0 to 1) of all days' weight that the answer must hold."""

NEGLIGIBLE = 0.15
"""The most weight, as a share of the answer's, of days that are left out since they lie before what is told as past."""


def weighed(own: Sequence[Clue], elsewhere: Sequence[Clue], window: range) -> dict[int, float]:
    """The weight of each day that all strong clues support; of all days of the window where there is no such day.

    `own` are the clues of the text itself; `elsewhere` those of its links, which weigh `MISFIT` on the days that they
    do not support, and 0 on the others.
    """
    supports = [clue.support for clue in (*own, *elsewhere) if clue.support]
    first = max((days.start for days in supports), default=window.start)
    last = min((days.stop for days in supports), default=window.stop)
    days = range(max(first, window.start), min(last, window.stop)) or window
    weigh = [clue.weigh for clue in own]
    misfits = _uncovered([clue.support for clue in elsewhere], days)
    return {day: sum([one(day) for one in weigh]) + MISFIT * n for day, n in zip(days, misfits, strict=True)}


def _uncovered(runs: Sequence[range], days: range) -> Iterator[int]:
    """For each of some days, in order, the number of `runs` that do not hold it."""
    opens = Counter(max(run.start, days.start) for run in runs)
    closes = Counter(max(run.stop, days.start) for run in runs)
    without = len(runs)
    for day in days:
        without += closes[day] - opens[day]
        yield without


def heaviest(weights: Mapping[int, float]) -> TimeSpan:
    """The shortest run of days that holds `MASS` of the weight.

    >>> str(heaviest({0: -9.0, 1: 0.0, 2: 0.0, 3: -9.0}))
    '1970-01-02/1970-01-03'
    """
    top = max(weights.values())
    days = sorted(weights)
    shares = [math.exp(weights[day] - top) for day in days]
    needed = MASS * sum(shares)
    best: tuple[int, int] | None = None
    first, held = 0, 0.0
    for last, share in enumerate(shares):
        held += share
        while held - shares[first] >= needed:
            held -= shares[first]
            first += 1
        if held >= needed and (best is None or days[last] - days[first] < days[best[1]] - days[best[0]]):
            best = (first, last)
    low, high = best if best is not None else (0, len(days) - 1)
    return TimeSpan.days(Day.from_ordinal(days[low]), Day.from_ordinal(days[high]))


def after_what_is_told(span: TimeSpan, candidates: Sequence[Candidate], weights: Mapping[int, float]) -> TimeSpan:
    """The span, begun on the latest day in it that the text tells as past without a year.

    It is left as it is where more than `NEGLIGIBLE` of its weight lies before that day. `weights` has each day's.
    """
    if span.first is None or span.last is None:
        return span
    days = range(span.first.ordinal, span.last.ordinal + 1)
    shares = {day: math.exp(weights[day]) for day in days if day in weights}
    total = sum(shares.values())
    first = span.first.ordinal
    for candidate in candidates:
        calendar = calendar_of(candidate.content)
        if calendar is None or candidate.direction != Direction.PAST or calendar.year is not None:
            continue
        for day in _yearly(calendar, span.first.year, span.last.year):
            if first < day < days.stop:
                before = sum(shares.get(d, 0.0) for d in range(first, day))
                first = day if before <= NEGLIGIBLE * total else first
    return TimeSpan.days(Day.from_ordinal(first), span.last)


def _yearly(calendar: Calendar, first: int, last: int) -> Iterator[int]:
    """The days that a month and a day name in the years from `first` to `last`; none where either is missing."""
    month, day = calendar.month, calendar.day
    if month is None or day is None:
        return
    for year in range(first, last + 1):
        if is_day(year, month, day):
            yield Day(year, month, day).ordinal


def telling(clue: Clue, span: TimeSpan, window: range) -> float:
    """How much a clue prefers the chosen days: its mean weight on them less that on the window, of which 60 days or so
    are taken; 0 for an open span.
    """
    if span.first is None or span.last is None:
        return 0.0
    inside = [clue.weigh(day) for day in range(span.first.ordinal, span.last.ordinal + 1)]
    everywhere = [clue.weigh(day) for day in window[:: max(1, len(window) // 60)]]
    return sum(inside) / len(inside) - sum(everywhere) / len(everywhere)
