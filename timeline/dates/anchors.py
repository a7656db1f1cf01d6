"""Expressions that count from an event: "a week after the report", "the sixth day of fighting"."""

from __future__ import annotations

from timeline.dates.arithmetic import can_step, period, step
from timeline.dates.candidate import Candidate, anchored_part
from timeline.dates.content import Nth, Unit
from timeline.timespan import Granularity, TimeSpan

_COARSE = {Granularity.MONTH: Unit.MONTH, Granularity.YEAR: Unit.YEAR}


def resolve_anchored(candidate: Candidate, anchor: TimeSpan) -> TimeSpan | None:
    """The days of an anchored expression, given those of the event it counts from.

    None where it is not anchored, does not say by how much, or an end of the anchor is open.

    >>> from timeline.dates.find import find
    >>> text = "His words came a week after the report."
    >>> str(resolve_anchored(find(text)[0], TimeSpan.day(2021, 7, 27)))
    '2021-08-03~'
    """
    return _moved(candidate, anchor, reverse=False)


def anchor_from(candidate: Candidate, when: TimeSpan) -> TimeSpan | None:
    """The other way round: the days of the event that is counted from, given those that the expression names.

    >>> from timeline.dates.find import find
    >>> text = "They left four months later than the deadline."
    >>> str(anchor_from(find(text)[0], TimeSpan.day(2021, 8, 30)))
    '2021-04-30~'
    """
    return _moved(candidate, when, reverse=True)


def lasting(candidate: Candidate, day: TimeSpan) -> TimeSpan | None:
    """How long an event has lasted on its so-manieth day: from its beginning to that day.

    None where the expression counts off no days from the beginning of an event, or `day` is not one day.

    >>> from timeline.dates.find import find
    >>> text = "On the sixth day of heavy fighting, the town was cut off."
    >>> str(lasting(find(text)[0], TimeSpan.day(2021, 8, 3)))
    '2021-07-29/2021-08-03'
    """
    content = anchored_part(candidate.content)
    if not isinstance(content, Nth) or content.number < 1 or day.first is None or day.first != day.last:
        return None
    if not can_step(day.first, content.unit, content.number):
        return None
    return TimeSpan.days(step(day.first, content.unit, 1.0 - content.number), day.first)


def _moved(candidate: Candidate, span: TimeSpan, *, reverse: bool) -> TimeSpan | None:
    content = anchored_part(candidate.content)
    if content is None or span.first is None or span.last is None:
        return None
    amount = float(content.number - 1) if isinstance(content, Nth) else content.amount
    if amount is None or (amount < 0 and isinstance(content, Nth)):
        return None
    if content.unit.is_clock:
        return span.about()
    amount = -amount if reverse else amount
    if not (can_step(span.first, content.unit, amount) and can_step(span.last, content.unit, amount)):
        return None
    first, last = step(span.first, content.unit, amount), step(span.last, content.unit, amount)
    coarse = _COARSE.get(span.granularity)
    moved = period(coarse, first) if coarse is not None else TimeSpan.days(first, last)
    exact = (isinstance(content, Nth) or content.unit == Unit.DAY) and not span.approximate
    return moved if exact else moved.about()
