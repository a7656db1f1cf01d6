"""The years of a story: a history says "in March" and leaves the year to the dates around it.

Each date without a year gets the one that makes the telling run most evenly, from the dates with a year before and
after it: stories move forward in small steps, step back now and then, and leap seldom. The cheapest course through
all dates is found by dynamic programming (Viterbi).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nsmallest
from math import inf, log1p

# Measured on histories of wars; other values near these give much the same years.
_BACK = 0.3  # what a step back costs more than one forward ...
_NO_WAY_BACK = 3.0  # ... and where the words lead on
_FAR = 24  # months from which on a leap costs no more
_BEFORE, _AFTER = 3, 2  # how many told years on either side a date may take its year from, or the year next to it
_ASIDE = 0.6  # what it costs to go on from the date before a year alone, as if that were not told
_KEPT = 32  # courses that are followed at a time, the cheapest

_Position = tuple[int, int, float]  # of the story: year, month (0 where the words leave it out), weight

_COST = tuple(log1p(months) for months in range(_FAR + 1))


@dataclass(frozen=True, slots=True)
class StoryDate:
    """A date in the order of telling: its year, None where the words leave it out, and its month where told.

    `weight` from 0 to 1 says how surely it is part of the story: a year alone may be an aside, "as in 1945".
    `onward` is true where the words lead on from the date before it: "from March, ... by December".
    """

    year: int | None
    month: int | None
    weight: float = 1.0
    onward: bool = False


def years(story: Sequence[StoryDate]) -> tuple[int | None, ...]:
    """A year for each date; None for all that have none where the story tells no year at all.

    >>> years([StoryDate(1861, 4), StoryDate(None, 7), StoryDate(None, 1), StoryDate(1862, 3)])
    (1861, 1861, 1862, 1862)
    """
    options = _options(story)
    if not options or not all(options):
        return tuple(told.year for told in story)
    costs: dict[_Position, float] = {(year, story[0].month or 0, story[0].weight): 0.0 for year in options[0]}
    choices = [{position: (position[0], position) for position in costs}]  # its year, and the one before it
    for here, possible in zip(story[1:], options[1:], strict=True):
        reached: dict[_Position, float] = {}
        chosen: dict[_Position, tuple[int, _Position]] = {}
        for year in possible:
            position = (year, here.month or 0, here.weight)
            cost, last = min((cost + _step(last, position, onward=here.onward), last) for last, cost in costs.items())
            reached[position], chosen[position] = cost, (year, last)
        if here.weight < 1 and here.year is not None:  # perhaps an aside: the story stays where it was
            for last, cost in costs.items():
                if cost + _ASIDE < reached.get(last, inf):
                    reached[last], chosen[last] = cost + _ASIDE, (here.year, last)
        costs = dict(nsmallest(_KEPT, reached.items(), key=lambda kept: kept[::-1]))
        choices.append(chosen)
    position = min(costs, key=lambda position: (costs[position], position))
    course = []
    for chosen in reversed(choices):
        year, position = chosen[position]
        course.append(year)
    return tuple(reversed(course))


def _options(story: Sequence[StoryDate]) -> list[list[int]]:
    """The years that each date can have."""
    before: list[list[int]] = []
    seen: list[int] = []
    for told in story:
        before.append(seen[-_BEFORE:])
        if told.year is not None:
            seen.append(told.year)
    after: list[list[int]] = []
    seen = []
    for told in reversed(story):
        after.append(seen[-_AFTER:])
        if told.year is not None:
            seen.append(told.year)
    after.reverse()
    return [
        [told.year] if told.year is not None else sorted({near + step for near in (*b, *a) for step in (-1, 0, 1)})
        for told, b, a in zip(story, before, after, strict=True)
    ]


def _step(last: _Position, here: _Position, *, onward: bool) -> float:
    """What it costs to go from one date to the next, by the months between them."""
    (year, month, weight), (next_year, next_month, next_weight) = last, here
    start = year * 12
    stop = next_year * 12
    forward = stop + (next_month or 1) - start - (month or 12)
    if forward > 0:
        return weight * next_weight * _COST[min(forward, _FAR)]
    back = start + (month or 1) - stop - (next_month or 12)
    if back <= 0:
        return 0.0
    return weight * next_weight * ((_NO_WAY_BACK if onward else _BACK) + _COST[min(back, _FAR)])
