"""Expressions that count from an event: "a week after the report", "the sixth day of fighting"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.dates import timex
from timeline.dates.arithmetic import can_step, counted, period, step
from timeline.dates.candidate import Candidate, anchored_part
from timeline.dates.content import Nth, Shift, Unit
from timeline.model import Basis, DateMention, DateType, Quote
from timeline.timespan import Day, Granularity, TimeSpan
from timeline.why import Why

_COARSE = {Granularity.MONTH: Unit.MONTH, Granularity.YEAR: Unit.YEAR}
# Lengths that lead from a month to a month, and from a year to a year.
_NO_FINER = {
    Unit.MONTH: frozenset({Unit.MONTH, Unit.YEAR, Unit.DECADE, Unit.CENTURY}),
    Unit.YEAR: frozenset({Unit.YEAR, Unit.DECADE, Unit.CENTURY}),
}
_FINE = 10  # a length of time is lost in a span that is more than this many times as long
_TO_A_DAY = {Unit.SECOND: 86_400, Unit.MINUTE: 1_440, Unit.HOUR: 24}
_LEADS = re.compile(r"\s+(?:after|before|following|into|prior\s+to|ahead\s+of)$", re.IGNORECASE)


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
    '2021-04~'
    """
    return _moved(candidate, when, reverse=True)


def lasting(candidate: Candidate, day: TimeSpan) -> TimeSpan | None:
    """How long an event has lasted on a day counted off from its beginning ("the sixth day of"): from that beginning
    to that day.

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


def counted_words(candidate: Candidate) -> Quote:
    """The words of an anchored expression without the one that leads to its event: "two days" of "two days after".

    >>> from timeline.dates.find import find
    >>> counted_words(find("It came two days after the vote.")[0]).text
    'two days'
    """
    quote = candidate.quote
    leads = _LEADS.search(quote.text) if candidate.is_anchored else None
    return Quote(quote.start, quote.start + leads.start(), quote.text[: leads.start()]) if leads is not None else quote


def is_back(candidate: Candidate) -> bool:
    """Whether an anchored expression counts back from its event: "two days before the vote", "the eve of the vote"."""
    content = anchored_part(candidate.content)
    return isinstance(content, Shift) and (content.sign if content.amount is None else content.amount) < 0


def counts_inside(candidate: Candidate) -> int:
    """Whether an anchored expression counts inside its event: 1 from its beginning, -1 from its end, 0 for all others.

    "The sixth day of fighting" and "a week into the strike" count from the beginning, "the final day" from the end.
    """
    content = anchored_part(candidate.content)
    if isinstance(content, Nth):
        return 1 if content.number > 0 else -1
    return int(candidate.quote.text.lower().endswith("into"))


def anchored_mention(candidate: Candidate, mention: DateMention, anchor: TimeSpan, reason: Why) -> DateMention:
    """The date of an anchored expression, given the days of its event; as it was where these give it none.

    What TIMEX3 takes for a length of time ("two days after") keeps its value.

    >>> from timeline.dates.find import find
    >>> from timeline.dates.resolve import resolve
    >>> text = "He left the day after the vote."
    >>> (candidate,) = find(text)
    >>> (open_,) = resolve(text, [candidate], published=None)
    >>> anchored_mention(candidate, open_, TimeSpan.day(2021, 5, 31), Why("from-event")).value
    '2021-06-01'
    """
    when = resolve_anchored(candidate, anchor)
    if when is None:
        return mention
    value = mention.value
    if mention.type in (DateType.DATE, DateType.TIME):
        content = anchored_part(candidate.content)
        is_week = isinstance(content, Shift) and content.unit == Unit.WEEK and when.first is not None
        whole = TimeSpan.week(when.first) if is_week and when.first is not None else when
        _, t, time = value.partition("T")
        value = timex.span_value(whole) + (t + time if when.granularity == Granularity.DAY else "")
    return replace(mention, when=when, value=value, basis=Basis.ANCHORED, reason=reason)


def _moved(candidate: Candidate, span: TimeSpan, *, reverse: bool) -> TimeSpan | None:
    content = anchored_part(candidate.content)
    if content is None or span.first is None or span.last is None:
        return None
    if isinstance(content, Nth):
        return _counted_off(content, span.first, span.last, about=span.approximate, reverse=reverse)
    unit, amount = content.unit, content.amount
    if unit.is_clock and (amount is not None or not reverse):
        unit, amount = Unit.DAY, float(int((amount or 0.0) / _TO_A_DAY[unit]))
    if amount is None or not can_step(span.first, unit, amount):
        return None
    amount = -amount if reverse else amount
    if not content.counted and unit != Unit.DAY:
        return _beside(unit, amount, span.first, span.last)
    return _stepped(unit, amount, span.about() if content.unit.is_clock else span)


def _stepped(unit: Unit, amount: float, span: TimeSpan) -> TimeSpan | None:
    """The days that a length of time leads to, no finer than the length and than what it is counted from."""
    if span.first is None or span.last is None:
        return None
    first, last = step(span.first, unit, amount), step(span.last, unit, amount)
    if abs(first.ordinal - span.first.ordinal) * _FINE < (span.length or 0):
        return span.about()
    coarse = _COARSE.get(span.granularity)
    if coarse is not None and unit in _NO_FINER[coarse]:
        return period(coarse, first).about()
    begin, end = counted(first, unit), counted(last, unit)
    moved = begin if begin == end else TimeSpan.between(begin, end)
    return moved if unit == Unit.DAY and not span.approximate else moved.about()


def _beside(unit: Unit, amount: float, first: Day, last: Day) -> TimeSpan:
    """As in "the week before the vote", "the year after the war": seven days, or the calendar's period, about."""
    if unit != Unit.WEEK:
        return period(unit, step(first if amount < 0 else last, unit, amount)).about()
    days = (first.plus(-7), first.plus(-1)) if amount < 0 else (last.plus(1), last.plus(7))
    return TimeSpan.days(*days).about()


def _counted_off(content: Nth, first: Day, last: Day, *, about: bool, reverse: bool) -> TimeSpan | None:
    """As in "the sixth day of the battle", from its first day; "the final day" from its last."""
    number, unit = content.number, content.unit
    if not can_step(first, unit, float(abs(number))):
        return None
    if reverse:
        moved = TimeSpan.days(step(first, unit, 1.0 - number), step(last, unit, 1.0 - number)) if number > 0 else None
    elif number > 0:
        moved = TimeSpan.days(step(first, unit, number - 1.0), step(last, unit, float(number)).plus(-1))
    else:
        moved = TimeSpan.days(step(first, unit, float(number)).plus(1), step(last, unit, number + 1.0))
    exact = moved is None or (unit == Unit.DAY and not about)
    return moved if moved is None or exact else moved.about()
