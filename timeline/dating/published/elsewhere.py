"""What dates that are known say about when a document was published: of events told elsewhere, or put beside it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from timeline.dates.candidate import Candidate, Direction
from timeline.dates.content import Calendar, Clock, Origin, Shift
from timeline.dating.published.clue import MISFIT, Clue, calendar_of
from timeline.dating.readings import Readings
from timeline.model import DateMention, Document
from timeline.timespan import Granularity, TimeSpan
from timeline.why import Why

MAX_DATES = 6
"""An expression that could tell of events on more dates than these is tied to none of them."""


@dataclass(frozen=True, slots=True)
class DateLink:
    """A date candidate of one document that tells of an event which is dated elsewhere.

    `candidate` is its index; `when` the event's span as `where` (a document, in words) gives it; `event` names it. Of
    the words right beside the candidate `where` is "".
    """

    candidate: int
    when: TimeSpan
    where: str
    event: str


_SHORT = 7  # fewer days than this are widened by one on either side

_BESIDE = re.compile(r"\s*(?:[,(–—-]\s*)?(?:(?:on|in|that\sis|i\.e\.),?\s*)?")
"""What may stand between two ways to tell one date: "last month (April 2021)", "a year ago, in 2006"."""


def beside(document: Document, candidates: Sequence[Candidate], mentions: Sequence[DateMention]) -> Iterator[DateLink]:
    """Links from expressions that count from the day of writing to the date in full that stands right beside them."""
    pairs = zip(candidates, candidates[1:], mentions, mentions[1:], strict=False)
    for index, (one, other, date, following) in enumerate(pairs):
        if not _BESIDE.fullmatch(document.text, one.quote.end, other.quote.start):
            continue
        for place, here, there, when in ((index, one, other, following.when), (index + 1, other, one, date.when)):
            if _is_counted(here) and there.is_complete and when is not None and not when.is_open:
                yield DateLink(place, when, "", f"‘{there.quote.text}’")


def _is_counted(candidate: Candidate) -> bool:
    """Whether an expression counts from the day of writing: "last month", "a year ago", "today"."""
    content = candidate.content
    return isinstance(content, Shift) and content.origin == Origin.PUBLICATION and content.amount is not None


def clues_from(
    candidates: Sequence[Candidate],
    links: Sequence[DateLink],
    window: range,
    readings: Readings,
    kept: dict[tuple[int, TimeSpan, range], range],
) -> Iterator[Clue]:
    """What each link says: only on some days of the window does the expression here name that date.

    `links` are `distinct`. `kept` takes the days of a window on which a candidate names a date, and gives them when
    they are asked for again.
    """
    with_year = _told_with_year(candidates)
    for link in links:
        candidate = candidates[link.candidate]
        if _month_of(candidate) in with_year or _is_hour(candidate):
            continue  # the text itself says of which year or day: nothing follows for its publication
        key = (link.candidate, link.when, window)
        if key not in kept:
            kept[key] = _fitting_days(link, window, readings)
        fits = _in_order(candidate, link, _widened(kept[key], window) if link.where else kept[key])
        if not fits or len(fits) == len(window):
            continue
        where = Why("by-document", (link.where,)) if link.where else Why("by-words-beside")
        reason = Why("dated-elsewhere", (candidate.quote.text, link.event, str(link.when), where))
        yield Clue(_fit(fits), reason, candidate.quote, strong=True, support=fits)


def _is_hour(candidate: Candidate) -> bool:
    """Whether a candidate is a time of day alone: "3 p.m."."""
    return isinstance(candidate.content, Clock) and candidate.content.on is None


def _month_of(candidate: Candidate) -> int | None:
    """The month of a date that leaves out its year."""
    calendar = calendar_of(candidate.content)
    return calendar.month if calendar is not None and calendar.year is None else None


def _told_with_year(candidates: Sequence[Candidate]) -> frozenset[int]:
    """The months that a text tells with their year."""
    found = (calendar_of(candidate.content) for candidate in candidates)
    return frozenset(c.month for c in found if isinstance(c, Calendar) and c.year is not None and c.month is not None)


def _in_order(candidate: Candidate, link: DateLink, days: range) -> range:
    """The days that do not lie before what is told as past, nor behind what is told as to come, where that is sharp."""
    first, last = link.when.first, link.when.last
    if first is None or last is None or link.when.granularity == Granularity.YEAR:
        return days
    if candidate.direction == Direction.PAST:
        return range(max(days.start, first.ordinal), days.stop)
    if candidate.direction == Direction.FUTURE:
        return range(days.start, min(days.stop, last.ordinal + 1))
    return days


def _fit(days: range) -> Callable[[int], float]:
    return lambda day: 0.0 if day in days else MISFIT


def distinct(links: Sequence[DateLink]) -> list[DateLink]:
    """One link for each date that a candidate is given elsewhere, in order, however many documents give it.

    None for a candidate that is given too many dates to tell which is meant.
    """
    ordered = sorted(
        links, key=lambda link: (link.candidate, link.when.length or 0, str(link.when), not link.where, link.where)
    )
    distinct = list({(link.candidate, link.when): link for link in reversed(ordered)}.values())[::-1]
    counts = Counter(link.candidate for link in distinct)
    return [link for link in distinct if counts[link.candidate] <= MAX_DATES]


def _fitting_days(link: DateLink, window: range, readings: Readings) -> range:
    """The days of publication on which a candidate names the known date.

    The later a text was published, the later are the days that it names; so they make one run, whose ends are found by
    halving. None where the days at these ends name another date.
    """

    def named(day: int) -> TimeSpan | None:
        return readings.when(link.candidate, day)

    first = bisect_left(window, 1, key=lambda day: _reaches(named(day), link.when))
    end = bisect_left(window, 1, lo=first, key=lambda day: _is_past(named(day), link.when))
    found = window[first:end]
    ends = [named(day) for day in (*found[:1], *found[-1:])]
    if not all(when is not None and when.overlaps(link.when) for when in ends):
        return range(0)
    return found


def _widened(days: range, window: range) -> range:
    """A few days with those about them: what one report tells of a night, another tells of the day before or after."""
    short = 0 < len(days) < _SHORT
    return range(max(days.start - 1, window.start), min(days.stop + 1, window.stop)) if short else days


def _reaches(named: TimeSpan | None, known: TimeSpan) -> bool:
    """Whether the days that an expression names do not all lie before the known date; so too if it names none."""
    return named is None or known.sort_key[0] <= named.sort_key[1]


def _is_past(named: TimeSpan | None, known: TimeSpan) -> bool:
    """Whether the days that an expression names all lie behind the known date; so too if it names none."""
    return named is None or known.sort_key[1] < named.sort_key[0]
