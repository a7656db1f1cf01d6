"""Clues to a document's publication from dates that are known for its expressions.

"Last month" in a document, of an event that another document dates to April 2021, means that the first was published in
May 2021. The known date can also stand right beside the expression: "last month (April 2021)".
"""

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
"""The most dates that links may give to one expression; with more, nothing tells which is meant, and none is used."""


@dataclass(frozen=True, slots=True)
class DateLink:
    """The known date of an event that a date expression of a document tells of.

    `candidate` is the index of the expression; `when` the event's span; `where` says, in words, which documents give
    it, "" where it stands right beside the expression; `event` names the event, in words.
    """

    candidate: int
    when: TimeSpan
    where: str
    event: str


_SHORT_DAYS = 7  # a run of fewer days than this is widened by one day on either side

_BESIDE = re.compile(r"\s*(?:[,(–—-]\s*)?(?:(?:on|in|that\sis|i\.e\.),?\s*)?")
"""The text between two expressions of one date: "last month (April 2021)", "a year ago, in 2006"."""


def beside(document: Document, candidates: Sequence[Candidate], mentions: Sequence[DateMention]) -> Iterator[DateLink]:
    """Links of expressions such as "last month" to the date in full that stands right beside them, if there is one."""
    pairs = zip(candidates, candidates[1:], mentions, mentions[1:], strict=False)
    for index, (one, other, date, following) in enumerate(pairs):
        if not _BESIDE.fullmatch(document.text, one.quote.end, other.quote.start):
            continue
        for at, here, there, when in ((index, one, other, following.when), (index + 1, other, one, date.when)):
            if _is_counted(here) and there.is_complete and when is not None and not when.is_open:
                yield DateLink(at, when, "", f"‘{there.quote.text}’")


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
    """A clue for each link that tells days of publication apart.

    Args:
        candidates: the date expressions of the document.
        links: as `distinct` gives them.
        window: the days of publication that come into question, in days since 1 January 1970.
        readings: the dates of the document for any day of publication.
        kept: results of earlier calls, which are used again and added to: by candidate, known date and window, the days
            of publication on which the candidate names that date.

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
    """The month (1 to 12) of a date that leaves out its year; None for all else."""
    calendar = calendar_of(candidate.content)
    return calendar.month if calendar is not None and calendar.year is None else None


def _told_with_year(candidates: Sequence[Candidate]) -> frozenset[int]:
    """The months (1 to 12) that a text tells with their year."""
    found = (calendar_of(candidate.content) for candidate in candidates)
    return frozenset(c.month for c in found if isinstance(c, Calendar) and c.year is not None and c.month is not None)


def _in_order(candidate: Candidate, link: DateLink, days: range) -> range:
    """Of some days of publication those not before a past event, or not behind one that is to come.

    An event known by its year alone, or with an open end, changes nothing.
    """
    first, last = link.when.first, link.when.last
    if first is None or last is None or link.when.granularity == Granularity.YEAR:
        return days
    if candidate.direction == Direction.PAST:
        return range(max(days.start, first.ordinal), days.stop)
    if candidate.direction == Direction.FUTURE:
        return range(days.start, min(days.stop, last.ordinal + 1))
    return days


def _fit(days: range) -> Callable[[int], float]:
    """Weighs 0 on some days and `MISFIT` on all others."""
    return lambda day: 0.0 if day in days else MISFIT


def distinct(links: Sequence[DateLink]) -> list[DateLink]:
    """The links in order of their candidates, shorter dates first; one for each date, however many documents give it.

    A candidate with more than `MAX_DATES` dates gets none.
    """
    ordered = sorted(
        links, key=lambda link: (link.candidate, link.when.length_or(0), str(link.when), not link.where, link.where)
    )
    distinct = list({(link.candidate, link.when): link for link in reversed(ordered)}.values())[::-1]
    counts = Counter(link.candidate for link in distinct)
    return [link for link in distinct if counts[link.candidate] <= MAX_DATES]


def _fitting_days(link: DateLink, window: range, readings: Readings) -> range:
    """The days of publication in a window on which a link's candidate names the known date.

    The later a text was published, the later are the days that it names; so they make one run, whose ends are found by
    bisection. Empty where the candidate names another date on the days at these ends.
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
    """A run of fewer than `_SHORT_DAYS`, with a day more on either side, inside the window; a longer one as it is.

    Of one night one report names the day before, another the day after.
    """
    short = 0 < len(days) < _SHORT_DAYS
    return range(max(days.start - 1, window.start), min(days.stop + 1, window.stop)) if short else days


def _reaches(named: TimeSpan | None, known: TimeSpan) -> bool:
    """Whether the days that an expression names reach the known date, or lie behind it; True if it names none."""
    return named is None or known.sort_key[0] <= named.sort_key[1]


def _is_past(named: TimeSpan | None, known: TimeSpan) -> bool:
    """Whether all days that an expression names lie behind the known date; True if it names none."""
    return named is None or known.sort_key[1] < named.sort_key[0]
