"""A clue to when a document was published."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from timeline.dates.content import Calendar, Clock, Content, Modified, Range
from timeline.model import Quote
from timeline.why import Why

MISFIT = -6.0
"""The weight of a day on which an expression would not name the date that its event has elsewhere.

As if one such link in ten were wrong: a tenth spread over the window's thousand days, against the rest on one month.
"""


@dataclass(frozen=True, slots=True)
class Clue:
    """The weight (a natural logarithm, at most 0) that something in the text gives to each day, and what it says.

    Only a `strong` clue ties publication to one stretch of time; the others tell days in it apart. `support` are the
    days that a strong clue speaks for, empty where it but prefers some to others.
    """

    weigh: Callable[[int], float]
    reason: Why
    quote: Quote
    strong: bool = False
    support: range = range(0)


def calendar_of(content: Content) -> Calendar | None:
    """The calendar parts in an expression; a range's are those of its end."""
    while isinstance(content, (Modified, Clock, Range)):
        inner = (
            content.of if isinstance(content, Modified) else content.on if isinstance(content, Clock) else content.last
        )
        if inner is None:
            return None
        content = inner
    return content if isinstance(content, Calendar) else None
