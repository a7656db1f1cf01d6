"""The years of a story: a history says "in March" and leaves the year to the dates around it.

Each date without a year gets the one that makes the telling run most evenly, from the dates with a year before and
after it: stories move forward in small steps, step back now and then, and leap seldom. The cheapest course through
all dates is found by dynamic programming (Viterbi).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p

# Measured on histories of wars; other values near these give much the same years.
_BACK = 0.3  # what a step back costs more than one forward
_FAR = 24  # months from which on a leap costs no more
_BEFORE, _AFTER = 3, 2  # how many told years on either side a date may take its year from, or the year next to it

_COST = tuple(log1p(months) for months in range(_FAR + 1))


@dataclass(frozen=True, slots=True)
class Told:
    """A date in the order of telling: its year, None where the words leave it out, and its month where told.

    `weight` from 0 to 1 says how surely it is part of the story: a year alone may be an aside, "as in 1945".
    """

    year: int | None
    month: int | None
    weight: float = 1.0


def years(story: Sequence[Told]) -> tuple[int | None, ...]:
    """A year for each date; None for all that have none where the story tells no year at all.

    >>> years([Told(1861, 4), Told(None, 7), Told(None, 1), Told(1862, 3)])
    (1861, 1861, 1862, 1862)
    """
    options = _options(story)
    if not options or not all(options):
        return tuple(told.year for told in story)
    costs = dict.fromkeys(options[0], 0.0)
    choices: list[dict[int, int]] = []
    for before, here, possible in zip(story, story[1:], options[1:], strict=False):
        weight = before.weight * here.weight
        reached: dict[int, float] = {}
        chosen: dict[int, int] = {}
        for year in possible:
            cost, chosen[year] = min(
                (cost + weight * _step(last, before.month, year, here.month), last) for last, cost in costs.items()
            )
            reached[year] = cost
        costs = reached
        choices.append(chosen)
    year = min(costs, key=lambda y: (costs[y], y))
    course = [year]
    for chosen in reversed(choices):
        course.append(chosen[course[-1]])
    return tuple(reversed(course))


def _options(story: Sequence[Told]) -> list[list[int]]:
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


def _step(year: int, month: int | None, next_year: int, next_month: int | None) -> float:
    """What it costs to go from one date to the next, by the months between them."""
    start = year * 12
    stop = next_year * 12
    forward = stop + (next_month or 1) - start - (month or 12)
    if forward > 0:
        return _COST[min(forward, _FAR)]
    back = start + (month or 1) - stop - (next_month or 12)
    return _BACK + _COST[min(back, _FAR)] if back > 0 else 0.0
