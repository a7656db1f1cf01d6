"""Clues to a text's publication in the dates that it tells itself. Weights are natural logarithms, at most 0."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from timeline.dates.candidate import Candidate, Direction
from timeline.dates.content import Calendar
from timeline.dates.dateline import partial
from timeline.dating.published.clue import Clue, calendar_of
from timeline.model import DateMention, Document, Quote
from timeline.timespan import Day, Granularity, TimeSpan, days_in_month
from timeline.why import Why

MISREAD = 2.0
"""The cost (a weight with the sign turned) of taking what is told as past for something to come, or the reverse."""

_NONE_NEAR = 365  # days to the nearest day named, where neither the year nor its neighbours have such a day

_WEEKDAY_WEIGHTS = (0.35, 0.32, 0.14, 0.1, 0.05, 0.02, 0.02)
"""The share of weekdays in news that lie 0 to 6 days back: of 200 weekdays in dated English news, smoothed."""

_FRESH = re.compile(r"\b(?:overnight|last\snight|this\s(?:morning|afternoon|evening)|today|tonight)\b", re.IGNORECASE)

_CAPTION_BEFORE = re.compile(r"[A-Z][\w'’.-]*, $")
_CAPTION_AFTER = re.compile(r"\s*(?:\.|$|\n|[-–—] |\()")


def is_complete(candidate: Candidate, mention: DateMention) -> bool:
    """Whether a date is written out in full and has both ends."""
    return candidate.is_complete and mention.when is not None and not mention.when.is_open


def clues_of(document: Document, candidates: Sequence[Candidate], mentions: Sequence[DateMention]) -> Iterator[Clue]:
    """The clues in a text itself; `mentions` are its dates as they are without a publication date, one a candidate."""
    dateline = partial(document.text, candidates)
    if dateline is not None and (calendar := calendar_of(dateline.candidate.content)) is not None:
        yield _dateline(dateline.candidate, calendar)
    complete = [
        (c, m.when) for c, m in zip(candidates, mentions, strict=True) if is_complete(c, m) and m.when is not None
    ]
    told = [(c, when) for c, when in complete if c.direction != Direction.FUTURE and when.last is not None]
    if told and not any(_is_caption(document.text, c.quote) for c, _ in told):
        candidate, when = max(told, key=lambda pair: (pair[1].first or Day(0, 1, 1), pair[0].quote.start))
        yield _latest(candidate, when)
    for candidate, when in complete:
        if when.granularity == Granularity.YEAR:
            yield _bare_year(candidate, when)
        elif candidate.direction == Direction.FUTURE:
            yield _still_to_come(candidate, when)
        elif when.granularity == Granularity.DAY and _is_caption(document.text, candidate.quote):
            yield _caption(candidate, when)
    yield from _yearless(candidates)


def _yearless(candidates: Sequence[Candidate]) -> Iterator[Clue]:
    """The clues in dates without a year: weekdays, days and months."""
    past: list[tuple[Candidate, Calendar]] = []
    for candidate in candidates:
        calendar = calendar_of(candidate.content)
        if calendar is None or calendar.year is not None or calendar.which is not None or calendar.within is not None:
            continue
        if calendar.weekday is not None and calendar.day is None:
            yield _weekday(candidate, calendar.weekday)
        elif calendar.month is not None and candidate.direction == Direction.FUTURE:
            yield _yearless_ahead(candidate, calendar)
        elif calendar.month is not None:
            past.append((candidate, calendar))
            if calendar.day is not None and _FRESH.search(candidate.quote.text):
                yield _fresh(candidate, calendar)
    if past:
        yield _yearless_past(past)


def _is_caption(text: str, quote: Quote) -> bool:
    """Whether a date ends the caption of a picture: "... in Izmir, Turkey, 3 May 2019."."""
    before, after = text[max(0, quote.start - 40) : quote.start], text[quote.end : quote.end + 3]
    return bool(_CAPTION_BEFORE.search(before) and _CAPTION_AFTER.match(after))


def _dateline(candidate: Candidate, calendar: Calendar) -> Clue:
    """A dateline without a year allows one day of each year."""

    def weigh(day: int) -> float:
        _, month, day_of_month = Day.from_ordinal(day)
        return 0.0 if (month, day_of_month) == (calendar.month, calendar.day) else -8.0

    return Clue(weigh, Why("dateline-says", (candidate.quote.text,)), candidate.quote, strong=True)


def _latest(candidate: Candidate, when: TimeSpan) -> Clue:
    """The latest date told as past is near: a day weighs the less, the farther behind it lies for the date's length."""
    last = when.last or Day(0, 1, 1)
    scale = max(1.0, when.length_or(1) / 4)

    def weigh(day: int) -> float:
        return -math.log1p(max(0, day - last.ordinal) / scale)

    return Clue(weigh, Why("latest-told", (candidate.quote.text,)), candidate.quote)


def _still_to_come(candidate: Candidate, when: TimeSpan) -> Clue:
    """A date that is to come lies behind publication."""
    last = when.last or Day(9999, 1, 1)

    def weigh(day: int) -> float:
        return 0.0 if day <= last.ordinal else -4.0

    return Clue(weigh, Why("still-to-come", (candidate.quote.text,)), candidate.quote)


def _caption(candidate: Candidate, when: TimeSpan) -> Clue:
    """A caption's picture was taken on the day of publication, or a few days before it."""
    first = when.first or Day(0, 1, 1)

    def weigh(day: int) -> float:
        return -2.5 * math.log1p(max(0, day - first.ordinal - 1) / 2) if day >= first.ordinal else -4.0

    return Clue(weigh, Why("caption", (candidate.quote.text,)), candidate.quote, strong=True)


def _weekday(candidate: Candidate, weekday: int) -> Clue:
    """A weekday (0 is Monday) lies less than a week back, or ahead if it is told as to come."""
    ahead = candidate.direction == Direction.FUTURE

    def weigh(day: int) -> float:
        today = (day + 3) % 7
        distance = (weekday - today) % 7 if ahead else (today - weekday) % 7
        return math.log(_WEEKDAY_WEIGHTS[distance] / _WEEKDAY_WEIGHTS[0])

    return Clue(weigh, Why("still-to-come" if ahead else "just-past", (candidate.quote.text,)), candidate.quote)


def _yearless_past(told: Sequence[tuple[Candidate, Calendar]]) -> Clue:
    """Dates without a year are near, the nearest above all: each further one counts half as much as the one before."""
    days = [(_Yearly(calendar), candidate.direction) for candidate, calendar in told]

    def weigh(day: int) -> float:
        costs = sorted([yearly.cost(day, direction) for yearly, direction in days])
        return -sum([cost * 0.5**rank for rank, cost in enumerate(costs)])

    words = dict.fromkeys(Why("quoted", (candidate.quote.text,)) for candidate, _ in told[:4])
    return Clue(weigh, Why("near-without-year", (Why("each-of", tuple(words)),)), told[0][0].quote)


def _fresh(candidate: Candidate, calendar: Calendar) -> Clue:
    """A day without a year that is told with "overnight" or "this morning" is only just past."""
    yearly = _Yearly(calendar)

    def weigh(day: int) -> float:
        return -3 * math.log1p(yearly.distances(day)[0] / 3)

    return Clue(weigh, Why("only-just-past", (candidate.quote.text,)), candidate.quote)


def _yearless_ahead(candidate: Candidate, calendar: Calendar) -> Clue:
    """A date without a year that is told as to come is near, but that says half as much as of one that is past."""
    yearly = _Yearly(calendar)

    def weigh(day: int) -> float:
        return -yearly.cost(day, candidate.direction) / 2

    return Clue(weigh, Why("ahead-without-year", (candidate.quote.text,)), candidate.quote)


class _Yearly:
    """The days that a date without a year names, a run in each year: a day, or the days of a month.

    A year in which the date would fall on another weekday than it is told with has no run. The runs around one year are
    kept, since a caller asks for one day after another. All days are in days since 1 January 1970.
    """

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar
        self._unit = 1 if calendar.day is not None else 30
        self._year = range(0)  # the days of the year that was asked for last, and the runs in it and beside it
        self._runs: list[tuple[int, int]] = []

    def cost(self, day: int, direction: Direction) -> float:
        """The cost (a weight with the sign turned) of a day of publication, by the distance to the nearest day named.

        The direction may have been misread, so the other side costs more and is not ruled out; the past tense is the
        surer sign.
        """
        back, ahead = (self._distance_cost(distance) for distance in self.distances(day))
        if direction == Direction.FUTURE:
            return min(ahead, back + MISREAD)
        return min(back, ahead + (2 * MISREAD if direction == Direction.PAST else MISREAD / 2))

    def _distance_cost(self, distance: int) -> float:
        """The cost of a distance in days.

        Fitted to the 45 dated English news texts with such a date (see `lags`): half of the nearest days named lie
        within three weeks, nine in ten within two months, and a few farther back than a year; hence the cap.
        """
        return min(0.7 * math.log1p(distance / self._unit) + distance / 150, 6.0)

    def distances(self, day: int) -> tuple[int, int]:
        """The days from a day back to the nearest day named, and ahead to the nearest; both 0 on a day named."""
        if day not in self._year:
            self._turn_to(Day.from_ordinal(day).year)
        back = ahead = _NONE_NEAR
        for start, end in self._runs:  # in order
            if end < day:
                back = day - end
            elif start <= day:
                return 0, 0
            else:
                ahead = start - day
                break
        return back, ahead

    def _turn_to(self, year: int) -> None:
        """Keep the runs of a year and its two neighbours."""
        self._year = range(Day(year, 1, 1).ordinal, Day(year + 1, 1, 1).ordinal)
        runs = (self._run(near) for near in (year - 1, year, year + 1))
        self._runs = [run for run in runs if run is not None]

    def _run(self, year: int) -> tuple[int, int] | None:
        """The first and last day named in a year; None where the weekday does not fit."""
        month, day = self._calendar.month or 1, self._calendar.day
        first = Day(year, month, min(day or 1, days_in_month(year, month)))
        if self._calendar.weekday is not None and day is not None and first.weekday != self._calendar.weekday:
            return None
        length = 1 if day is not None else days_in_month(year, month)
        return first.ordinal, first.ordinal + length - 1


def _bare_year(candidate: Candidate, when: TimeSpan) -> Clue:
    """News calls the current year "this year", so one called by its number is mostly over, or still to come."""
    first, last = (end or Day(0, 1, 1) for end in (when.first, when.last))

    def weigh(day: int) -> float:
        return -2.3 if first.ordinal <= day <= last.ordinal else 0.0

    return Clue(weigh, Why("not-this-year", (candidate.quote.text,)), candidate.quote)
