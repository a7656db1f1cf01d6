"""What the dates that a text tells say about when it was published."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from timeline.dates.candidate import Candidate, Direction
from timeline.dates.content import Calendar
from timeline.dates.dateline import partial
from timeline.dates.published.clue import Clue, calendar_of
from timeline.model import DateMention, Document, Quote
from timeline.timespan import Day, Granularity, TimeSpan, days_in_month

LATEST = "the latest full date it tells as past"

MISREAD = 2.0
"""What it costs to take what is told as past for something to come, or the other way round."""

_WEEKDAY_WEIGHTS = (0.35, 0.32, 0.14, 0.1, 0.05, 0.02, 0.02)
"""How often news names a weekday 0 to 6 days back: of 200 weekdays in dated English news, smoothed."""

_FRESH = re.compile(r"\b(?:overnight|last\snight|this\s(?:morning|afternoon|evening)|today|tonight)\b", re.IGNORECASE)

_CAPTION_BEFORE = re.compile(r"[A-Z][\w'’.-]*, $")
_CAPTION_AFTER = re.compile(r"\s*(?:\.|$|\n|[-–—] |\()")


def is_complete(candidate: Candidate, mention: DateMention) -> bool:
    """Whether a date is told in full and has both ends."""
    return candidate.is_complete and mention.when is not None and not mention.when.is_open


def clues_of(document: Document, candidates: Sequence[Candidate], mentions: Sequence[DateMention]) -> Iterator[Clue]:
    """The clues of a text alone; `mentions` are its dates as read without any publication date."""
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
    """Whether a date closes a picture's caption: "... in Izmir, Turkey, 3 May 2019."."""
    before, after = text[max(0, quote.start - 40) : quote.start], text[quote.end : quote.end + 3]
    return bool(_CAPTION_BEFORE.search(before) and _CAPTION_AFTER.match(after))


def _dateline(candidate: Candidate, calendar: Calendar) -> Clue:
    """A dateline without a year leaves one day of each year."""

    def weigh(day: int) -> float:
        _, month, day_of_month = Day.from_ordinal(day)
        return 0.0 if (month, day_of_month) == (calendar.month, calendar.day) else -8.0

    return Clue(weigh, f"the dateline says ‘{candidate.quote.text}’", candidate.quote, strong=True)


def _latest(candidate: Candidate, when: TimeSpan) -> Clue:
    last = when.last or Day(0, 1, 1)
    scale = max(1.0, (when.length or 1) / 4)

    def weigh(day: int) -> float:
        return -math.log1p(max(0, day - last.ordinal) / scale)

    return Clue(weigh, f"{LATEST} is ‘{candidate.quote.text}’", candidate.quote)


def _still_to_come(candidate: Candidate, when: TimeSpan) -> Clue:
    last = when.last or Day(9999, 1, 1)

    def weigh(day: int) -> float:
        return 0.0 if day <= last.ordinal else -4.0

    return Clue(weigh, f"‘{candidate.quote.text}’ is still to come", candidate.quote)


def _caption(candidate: Candidate, when: TimeSpan) -> Clue:
    first = when.first or Day(0, 1, 1)

    def weigh(day: int) -> float:
        return -2.5 * math.log1p(max(0, day - first.ordinal - 1) / 2) if day >= first.ordinal else -4.0

    return Clue(weigh, f"a picture's caption is dated ‘{candidate.quote.text}’", candidate.quote, strong=True)


def _weekday(candidate: Candidate, weekday: int) -> Clue:
    ahead = candidate.direction == Direction.FUTURE

    def weigh(day: int) -> float:
        today = (day + 3) % 7
        distance = (weekday - today) % 7 if ahead else (today - weekday) % 7
        return math.log(_WEEKDAY_WEIGHTS[distance] / _WEEKDAY_WEIGHTS[0])

    side = "still to come" if ahead else "just past"
    return Clue(weigh, f"‘{candidate.quote.text}’ is {side}", candidate.quote)


def _yearless_past(told: Sequence[tuple[Candidate, Calendar]]) -> Clue:
    """Dates without a year are near, the nearest of them above all: each farther one counts half of the last."""

    def weigh(day: int) -> float:
        costs = sorted(_cost(calendar, day, candidate.direction) for candidate, calendar in told)
        return -sum(cost * 0.5**rank for rank, cost in enumerate(costs))

    words = " and ".join(dict.fromkeys(f"‘{candidate.quote.text}’" for candidate, _ in told[:4]))
    return Clue(weigh, f"{words}, told without a year, lie not far back", told[0][0].quote)


def _fresh(candidate: Candidate, calendar: Calendar) -> Clue:
    """Beside a day without a year, "overnight" or "this morning" says that it is only just past."""

    def weigh(day: int) -> float:
        return -3 * math.log1p(_distance(calendar, day, ahead=False) / 3)

    return Clue(weigh, f"‘{candidate.quote.text}’ is told as only just past", candidate.quote)


def _yearless_ahead(candidate: Candidate, calendar: Calendar) -> Clue:
    def weigh(day: int) -> float:
        return -_cost(calendar, day, candidate.direction) / 2

    return Clue(weigh, f"‘{candidate.quote.text}’, without a year, is still to come", candidate.quote)


def _cost(calendar: Calendar, day: int, direction: Direction) -> float:
    """What it costs to take a day for the day of publication, by the distance to the nearest such day or month.

    The direction may have been misread, so the other side is not ruled out; the past tense is the surer sign.
    """
    back, ahead = _distance_cost(calendar, day, ahead=False), _distance_cost(calendar, day, ahead=True)
    if direction == Direction.FUTURE:
        return min(ahead, back + MISREAD)
    return min(back, ahead + (2 * MISREAD if direction == Direction.PAST else MISREAD / 2))


def _distance_cost(calendar: Calendar, day: int, *, ahead: bool) -> float:
    """The cost of the distance from a day to the nearest of the days that a date without a year names.

    Fitted to the 45 dated English news texts with such a date (see `lags`): half of the nearest such days lie within
    three weeks, nine in ten within two months, and a few farther back than a year; hence the cap.
    """
    distance = _distance(calendar, day, ahead=ahead)
    unit = 1 if calendar.day is not None else 30
    return min(0.7 * math.log1p(distance / unit) + distance / 150, 6.0)


def _distance(calendar: Calendar, day: int, *, ahead: bool) -> int:
    """Days back from a day, or ahead, to the nearest of the days that a date without a year names; 0 on one of them.

    A year in which the date would fall on another weekday than it is told with is none of its years.
    """
    month, day_of_month = calendar.month or 1, calendar.day
    year = Day.from_ordinal(day).year
    distances = []
    for near in (year - 1, year, year + 1):
        first = Day(near, month, min(day_of_month or 1, days_in_month(near, month)))
        if calendar.weekday is not None and day_of_month is not None and first.weekday != calendar.weekday:
            continue
        start = first.ordinal
        end = start if day_of_month is not None else start + days_in_month(near, month) - 1
        if start <= day <= end:
            return 0
        distances.append(start - day if ahead else day - end)
    return min((d for d in distances if d >= 0), default=365)


def _bare_year(candidate: Candidate, when: TimeSpan) -> Clue:
    """News calls the running year "this year"; one called by its number is mostly over, or still to come."""
    first, last = (end or Day(0, 1, 1) for end in (when.first, when.last))

    def weigh(day: int) -> float:
        return -2.3 if first.ordinal <= day <= last.ordinal else 0.0

    return Clue(weigh, f"‘{candidate.quote.text}’ is not called this year", candidate.quote)
