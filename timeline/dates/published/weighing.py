"""From the weights of days to a span of days."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from timeline.dates.candidate import Candidate, Direction
from timeline.dates.published.clue import Clue, calendar_of
from timeline.timespan import Day, TimeSpan

MASS = 0.95
"""The share of the weight that the answer must hold."""

NEGLIGIBLE = 0.15
"""Days with less than this share of the weight may be left out of an answer for a reason."""


def supported(weights: Mapping[int, float], clues: Sequence[Clue]) -> dict[int, float]:
    """The weights of the days that all strong clues speak for; of all days where no day has them all."""
    days = set(weights)
    for clue in clues:
        if clue.support:
            days &= clue.support
    return {day: weight for day, weight in weights.items() if day in days} if days else dict(weights)


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
    first = span.first.ordinal
    for candidate in candidates:
        calendar = calendar_of(candidate.content)
        if calendar is None or candidate.direction != Direction.PAST or calendar.year is not None:
            continue
        for day in days:
            _, month, day_of_month = Day.from_ordinal(day)
            if first < day and (month, day_of_month) == (calendar.month, calendar.day):
                before = sum(shares.get(d, 0.0) for d in range(first, day))
                first = day if before <= NEGLIGIBLE * sum(shares.values()) else first
    return TimeSpan.days(Day.from_ordinal(first), span.last)


def telling(clue: Clue, span: TimeSpan, window: range) -> float:
    """How much a clue prefers the chosen days to the days of the window at large, on average."""
    if span.first is None or span.last is None:
        return 0.0
    inside = [clue.weigh(day) for day in range(span.first.ordinal, span.last.ordinal + 1)]
    everywhere = [clue.weigh(day) for day in window[:: max(1, len(window) // 60)]]
    return sum(inside) / len(inside) - sum(everywhere) / len(everywhere)
