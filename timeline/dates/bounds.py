"""What a preposition adds to the days of an expression: the span of the event that it dates."""

from __future__ import annotations

from timeline.dates.candidate import Bound, Candidate
from timeline.dates.content import Clock, CountedPeriod, Nth, Range
from timeline.model import DateMention, Extent
from timeline.timespan import TimeSpan


def event_span(mention: DateMention, candidate: Candidate) -> tuple[TimeSpan | None, Extent]:
    """The span of the event that an expression dates, and whether the event lasted all of it.

    >>> from timeline.dates.find import find
    >>> from timeline.dates.resolve import resolve
    >>> text = "Fighting has gone on since February 2020."
    >>> found = find(text)
    >>> span, extent = event_span(resolve(text, found, published=None)[0], found[0])
    >>> str(span), extent.value
    ('2020-02/..', 'throughout')
    """
    when, bound = mention.when, candidate.bound
    if when is None:
        return None, Extent.WITHIN
    if _lasts(candidate):
        return when, Extent.THROUGHOUT
    if isinstance(candidate.content, Clock) and bound in (Bound.BEFORE, Bound.AFTER):
        return when, Extent.WITHIN  # "shortly before dawn on Tuesday" is on Tuesday
    match bound:
        case Bound.SINCE:
            return TimeSpan.between(when, None), Extent.THROUGHOUT
        case Bound.FROM if _begins_sentence(candidate):
            return TimeSpan.between(when, None), Extent.THROUGHOUT
        case Bound.UNTIL:
            return TimeSpan.between(None, when), Extent.THROUGHOUT
        case Bound.BEFORE:
            return TimeSpan.between(None, when), Extent.WITHIN
        case Bound.AFTER:
            return TimeSpan.between(when, None), Extent.WITHIN
    return when, Extent.WITHIN


def _lasts(candidate: Candidate) -> bool:
    """As in "From May to July", "throughout 2020", "for the past two decades", "the sixth day of fighting"."""
    content, bound = candidate.content, candidate.bound
    if bound == Bound.THROUGHOUT:
        return True
    if isinstance(content, CountedPeriod):
        return bound in (Bound.NONE, Bound.FOR)
    if isinstance(content, Nth):
        return content.of is None
    # "1-2 September" with nothing in front is when, not how long
    return isinstance(content, Range) and bound != Bound.BETWEEN and (bound != Bound.NONE or not content.joined)


def _begins_sentence(candidate: Candidate) -> bool:
    """As in "From 2020 ..." tells since when; "a report from 2020" only which."""
    return candidate.cue is not None and candidate.cue.text[:1].isupper()
