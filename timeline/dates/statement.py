"""A date that a text states of itself."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.dates.candidate import Candidate
from timeline.dates.content import Calendar, Clock, Content, Numeric
from timeline.why import Why


@dataclass(frozen=True, slots=True)
class Stated:
    """A date that a text states of itself, complete or not; `weight` says how plainly, 1 to 9."""

    candidate: Candidate
    weight: int
    reason: Why


def names_day(content: Content, *, month: bool = True) -> bool:
    """Whether a date names a day, or the month of an issue."""
    if isinstance(content, Clock):
        return content.on is not None and names_day(content.on, month=month)
    if isinstance(content, Calendar):
        return content.day is not None or (month and content.month is not None and content.year is not None)
    return isinstance(content, Numeric)


def squeezed(words: str) -> str:
    r"""Words with one blank for each run of white space.

    >>> squeezed("3\n May")
    '3 May'
    """
    return " ".join(words.split())
