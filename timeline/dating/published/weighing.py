"""From the weights of days to a span of days."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from timeline.dates.candidate import Candidate, Direction
from timeline.dates.content import Calendar
from timeline.dating.published.clue import MISFIT, Clue, calendar_of
from timeline.timespan import Day, TimeSpan, is_day

MASS = 0.95
"""The share of the weight that the answer must hold."""

NEGLIGIBLE = 0.15
"""Days with less than this share of the weight may be left out of an answer for a reason."""


def weighed(own: Sequence[Clue], elsewhere: Sequence[Clue], window: range) -> dict[int, float]:
    """The weights of the days that all strong clues speak for; of all days where no day has them all.

    `own` are the clues of the text itself; `elsewhere` those of its links, which weigh `MISFIT` on all days that they
    do not speak for.
    """
    supports = [clue.support for clue in (*own, *elsewhere) if clue.support]
    first = max((days.start for days in supports), default=window.start)
    last = min((days.stop for days in supports), default=window.stop)
    days = range(max(first, window.start), min(last, window.stop)) or window
    weigh = [clue.weigh for clue in own]
    misfits = _uncovered([clue.support for clue in elsewhere], days)
    return {day: sum([one(day) for one in weigh]) + MISFIT * n for day, n in zip(days, misfits, strict=True)}


def _uncovered(runs: Sequence[range], days: range) -> Iterator[int]:
    """How many of some runs of days do not hold a day, for one day after another."""
    opens = Counter(max(run.start, days.start) for run in runs)
    closes = Counter(max(run.stop, days.start) for run in runs)
    without = len(runs)
    for day in days:
        without += closes[day] - opens[day]
        yield without


def heaviest(weights: Mapping[int, float]) -> TimeSpan:
    """The shortest run of days that holds `MASS` of the weight."""
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
    """The span from the latest day in it that the text tells as past, unless much weight lies before it."""
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
    """The day that a date without a year names in each of some years, where it names one there."""
    for year in range(first, last + 1) if calendar.month is not None and calendar.day is not None else ():
        if is_day(year, calendar.month or 0, calendar.day or 0):
            yield Day(year, calendar.month or 0, calendar.day or 0).ordinal


def telling(clue: Clue, span: TimeSpan, window: range) -> float:
    """How much a clue prefers the chosen days to the days of the window at large, on average."""
    if span.first is None or span.last is None:
        return 0.0
    inside = [clue.weigh(day) for day in range(span.first.ordinal, span.last.ordinal + 1)]
    everywhere = [clue.weigh(day) for day in window[:: max(1, len(window) // 60)]]
    return sum(inside) / len(inside) - sum(everywhere) / len(everywhere)
