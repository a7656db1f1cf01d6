"""A clue to when a document was published: a weight for each day that it could have been."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from timeline.dates.content import Calendar, Clock, Content, Modified, Range
from timeline.model import Quote
from timeline.why import Why

MISFIT = -6.0
"""The weight (a natural logarithm) of a day on which an expression would not name the known date of its event.

It holds one link in ten for wrong: a probability of .1 spread over the window's thousand days or so, against .9 on the
thirty days of one month, is e to the power of -5.7.
"""


@dataclass(frozen=True, slots=True)
class Clue:
    """What something in a text says about each day on which the text can have been published.

    `weigh` takes a day (days since 1 January 1970) and gives its weight: a natural logarithm of at most 0, which is 0
    for the likeliest days. `reason` and `quote` say what the clue is. Only a `strong` clue can tie publication to a
    span; the others only compare the days in it. `support` are the days that a strong clue allows, empty where it
    allows all.
    """

    weigh: Callable[[int], float]
    reason: Why
    quote: Quote
    strong: bool = False
    support: range = range(0)


def calendar_of(content: Content) -> Calendar | None:
    """The calendar parts (year, month, day, weekday) in an expression, of a range those of its end; None without any.

    >>> calendar_of(Range(Calendar(year=2019), Calendar(year=2021))).year
    2021
    """
    while isinstance(content, (Modified, Clock, Range)):
        inner = (
            content.of if isinstance(content, Modified) else content.on if isinstance(content, Clock) else content.last
        )
        if inner is None:
            return None
        content = inner
    return content if isinstance(content, Calendar) else None
