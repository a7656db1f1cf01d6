"""Dates of the calendar: complete, without their year, weekdays, and periods inside others."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.dates import timex, words
from timeline.dates.arithmetic import easter, in_reach, month_after, nth_weekday
from timeline.dates.candidate import Direction
from timeline.dates.content import Calendar
from timeline.dates.resolving.state import Resolved, State
from timeline.model import Basis, Genre
from timeline.timespan import Day, Granularity, TimeSpan, is_day
from timeline.why import CountsFrom, Why

_WINTER = 4
_YEARS_AROUND = 2  # from the reference: enough to meet what every year has
_MANY_YEARS_AROUND = 8  # enough to meet any 29 February
_AHEAD = 30  # years by which one of two figures may lie ahead: '40 in 2021
_DECADE_AHEAD = 10  # years by which a decade told without its century may still be to come
_BACKWARD = 3  # times that a day before the one told last counts as farther off than one behind it
_AGAINST_TENSE = 100  # the same for a day that the tense speaks against
_SIGNS = {Direction.PAST: -1, Direction.FUTURE: 1, Direction.UNKNOWN: 0}
_YEAR = 366  # days
_SOON, _LONG_AGO = 75, 270  # days up to a date to come, and from the last such day
_FAR = 180  # days off from which on the next such day is told as to come only if the last was far as well


def resolve_calendar(content: Calendar, state: State) -> Resolved:
    """A date that is not told inside another period."""
    if content.century is not None:
        return _stated(TimeSpan.century(content.century), content, state)
    if content.decade is not None:
        return _decade(content, content.decade, state)
    content = _in_its_century(content, state)
    if content.year is not None and content.told:
        return _same_of_year(content, content.year, state)
    if content.year is not None:
        return _stated(span_of(content, content.year), content, state)
    if content.day is not None and content == Calendar(day=content.day, weekday=content.weekday):
        return _day_alone(content, state)
    if content.weekday is not None and content.month is None:
        return _weekday(content, content.weekday, state)
    if content.weekend:
        return _weekend(state)
    return _without_year(content, state)


_OF_TWO_FIGURES = re.compile(r"['’]\d\d$")


def _in_its_century(content: Calendar, state: State) -> Calendar:
    """As in "in '34": no later than some years after the text was written, or after the latest year that it tells."""
    if content.year is None or not _OF_TWO_FIGURES.search(state.words):
        return content
    others = [year for year in state.years_told if year != content.year]
    near = state.reference.year if state.reference is not None else max(others, default=content.year)
    return replace(content, year=content.year - 100) if content.year > near + _AHEAD else content


def _same_of_year(content: Calendar, year: int, state: State) -> Resolved:
    """As in "the same quarter of 2012": the period told last, in that year."""
    told = state.told
    if told is None or told.first is None or told.last is None or not in_reach(year):
        return _stated(span_of(content, year), content, state)
    first, last = (day.plus_months(12 * (year - told.first.year)) for day in (told.first, told.last))
    span = TimeSpan(first, last, told.granularity, told.approximate)
    why = state.why("read-from-span", str(told), counts_from=CountsFrom.TOLD_LAST)
    return Resolved(_value(content, span), span, Basis.RELATIVE, why)


def _day_alone(content: Calendar, state: State) -> Resolved:
    """As in "on the 14th", "Sunday the 6th": the day of that number nearest to the one told last, or in the month told
    last.

    A text goes forward sooner than back; from the publication date, tense says which way.
    """
    number = content.day or 1
    told_month = state.told if state.told is not None and state.told.granularity == Granularity.MONTH else None
    near, source = told_month.first if told_month is not None else state.told_day, CountsFrom.TOLD_LAST
    if _counts_from_reference(near, state):
        near, source = state.reference, state.reference_is
    if near is None or not in_reach(near.year):
        return Resolved("XXXX-XX-XX", None, Basis.INFERRED, state.why("month-unknown", counts_from=state.awaited))
    steps = (0,) if told_month is not None else (-1, 0, 1)
    months = [month_after(near, months) for months in steps]
    days = [Day(*month, number) for month in months if is_day(*month, number)]
    days = [day for day in days if content.weekday in (None, day.weekday)] or days
    if not days:
        return Resolved("XXXX-XX-XX", None, Basis.INFERRED, state.why("no-such"))
    way, against = (1, _BACKWARD) if source == CountsFrom.TOLD_LAST else (_SIGNS[state.direction], _AGAINST_TENSE)
    day = min(days, key=lambda option: _way(near, option, way, against))
    span = TimeSpan.on(day)
    why = state.why("month-beside", f"{day.year}-{day.month:02d}", str(near), counts_from=source)
    return Resolved(timex.span_value(span), span, Basis.INFERRED, why)


def _counts_from_reference(near: Day | None, state: State) -> bool:
    """Whether it is the day of writing: the one told last is the same, or to come where the past is told."""
    if not state.is_news or near is None or state.reference is None:
        return state.is_news
    return near == state.reference or (near > state.reference and state.direction == Direction.PAST)


def _way(near: Day, day: Day, way: int, against: int) -> int:
    """How many days off a day is; a day against the way of the telling (1 onward, -1 back, 0 neither) counts as
    `against` times as many.
    """
    distance = day.ordinal - near.ordinal
    return abs(distance) * (against if distance * way < 0 else 1)


def resolve_within(content: Calendar, holder: Resolved, state: State) -> Resolved:
    """As in "February last year", "Tuesday of last week": inside a period that is resolved already."""
    if holder.when is None or holder.when.first is None or holder.when.last is None:
        return Resolved(_open_value(content), None, holder.basis, holder.reason)
    first, last = holder.when.first, holder.when.last
    span: TimeSpan | None
    if holder.when.granularity in (Granularity.DECADE, Granularity.CENTURY):
        return replace(holder, when=_fraction(content, first.year, last.year + 1))
    if content.weekday is not None and content.nth is not None:
        day = nth_weekday(first.year, first.month, content.weekday, content.nth)
        span = TimeSpan.on(day) if first <= day <= last else None
    elif content.weekday is not None and content.month is None:
        day = first.plus((content.weekday - first.weekday) % 7)
        span = TimeSpan.on(day) if day <= last else None
    elif content.month is None and content.day is not None:
        exists = is_day(first.year, first.month, content.day)
        span = TimeSpan.day(first.year, first.month, content.day) if exists else None
    else:
        span = span_of(content, first.year)
    if span is None:
        return Resolved(_open_value(content), None, holder.basis, state.why("no-such"))
    return Resolved(_value(content, span), span, holder.basis, holder.reason)


def _fraction(content: Calendar, first: int, end: int) -> TimeSpan:
    """As in "the second quarter of the 18th century": its years."""
    number, count = (content.half, 2) if content.half is not None else (content.quarter, 4)
    bounds = [first + (end - first) * part // count for part in ((number or 1) - 1, number or 1)]
    return TimeSpan.years(bounds[0], bounds[1] - bounds[0], Granularity.RANGE)


def span_of(content: Calendar, year: int) -> TimeSpan | None:
    """The days of a date in a year; None where that year has no such day.

    >>> str(span_of(Calendar(season=4), 2020)), span_of(Calendar(month=2, day=29), 2021)
    ('2020-24', None)
    """
    if not in_reach(year):
        return None
    if content.holiday:
        return TimeSpan.on(_holiday(content.holiday, year))
    if content.month is not None and content.day is not None:
        return TimeSpan.day(year, content.month, content.day) if is_day(year, content.month, content.day) else None
    if content.month is not None:
        return TimeSpan.month(year, content.month)
    if content.season is not None:
        return TimeSpan.season(year, content.season)
    if content.week is not None:
        span = TimeSpan.week(Day(year, 1, 4).plus(7 * (content.week - 1)))  # 4 January is in week 1
        return span if content.week < 53 or timex.week_value(span).endswith("53") else None
    if content.quarter is not None:
        span = TimeSpan.quarter(year, content.quarter)
    elif content.half is not None:
        span = TimeSpan.half(year, content.half)
    else:
        span = TimeSpan.year(year)
    return span.about() if content.fiscal else span


def _holiday(name: str, year: int) -> Day:
    for holiday, month, weekday, number in words.WEEKDAY_HOLIDAYS:
        if holiday == name:
            return nth_weekday(year, month, weekday, number)
    return easter(year).plus(dict(words.EASTER_HOLIDAYS)[name])


def _value(content: Calendar, span: TimeSpan) -> str:
    year_alone = content.quarter is None and content.half is None
    return f"FY{timex.span_value(span)}" if content.fiscal and year_alone else timex.span_value(span)


def _open_value(content: Calendar) -> str:
    """The value of a date whose year is unknown."""
    if content.month is not None:
        return f"XXXX-{content.month:02d}" + (f"-{content.day:02d}" if content.day is not None else "")
    if content.season is not None:
        return f"XXXX-{timex.SEASONS[content.season - 1]}"
    if content.quarter is not None:
        return f"XXXX-Q{content.quarter}"
    if content.half is not None:
        return f"XXXX-H{content.half}"
    if content.week is not None:
        return f"XXXX-W{content.week:02d}"
    if content.weekday is not None:
        return f"XXXX-WXX-{content.weekday + 1}"
    if content.decade is not None:
        return f"XX{content.decade // 10 % 10}X"
    return "XXXX" if content.fiscal else "XXXX-XX-XX"


def _stated(span: TimeSpan | None, content: Calendar, state: State) -> Resolved:
    if span is None:
        return Resolved(_open_value(content), None, Basis.STATED, state.why("no-such"))
    return Resolved(_value(content, span), span, Basis.STATED, state.why("written-out"))


def _decade(content: Calendar, decade: int, state: State) -> Resolved:
    """As in "the 1990s", or "the nineties": the latest, or the one at hand."""
    if decade >= 100 or decade < 0:
        return _stated(TimeSpan.decade(decade), content, state)
    near = state.reference.year if state.is_news and state.reference is not None else state.year
    if near is None:
        return Resolved(
            _open_value(content), None, Basis.INFERRED, state.why("century-unknown", counts_from=state.awaited)
        )
    this_century = near - near % 100 + decade
    span = TimeSpan.decade(this_century if this_century <= near + _DECADE_AHEAD else this_century - 100)
    return Resolved(timex.span_value(span), span, Basis.INFERRED, state.why("latest-decade", near))


def _weekday(content: Calendar, weekday: int, state: State) -> Resolved:
    """The nearest such day not after publication; where told as to come, the nearest not before.

    A story goes forward: there it is the nearest not before the date told last. A diary looks back from each entry.
    """
    reference, source = _of_days_told(weekday, state) if content.told and content.which is None else (None, None)
    if reference is None or source is None:
        reference, source = state.here(told=content.told and content.which is not None)
    if reference is None:
        return Resolved(
            _open_value(content), None, Basis.RELATIVE, state.why("no-reference", counts_from=CountsFrom.AWAITED)
        )
    back, ahead = (reference.weekday - weekday) % 7, (weekday - reference.weekday) % 7
    to_come = state.direction == Direction.FUTURE or (content.which == 0 and state.direction != Direction.PAST)
    if content.which == -1:
        day, kind = reference.plus(-(back or 7)), "weekday-before"
    elif content.which == 1:
        day, kind = reference.plus(ahead or 7), "weekday-after"
    elif to_come:
        day, kind = reference.plus(ahead), "weekday-to-come"
    elif source == CountsFrom.TOLD_LAST and not state.is_diary:
        day, kind = reference.plus(ahead), "weekday-onward"
    else:
        day, kind = reference.plus(-back), "weekday-up-to"
    span = TimeSpan.on(day)
    why = state.why(kind, str(reference), counts_from=source)
    return Resolved(timex.span_value(span), span, Basis.RELATIVE, why)


def _of_days_told(weekday: int, state: State) -> tuple[Day | None, CountsFrom | None]:
    """What "the Saturday" counts from where days were told: the last of them, unless that makes the past to come."""
    told, news = state.told_day, state.reference if state.is_news else None
    if told is None or state.is_diary:
        return None, None
    is_to_come = news is not None and told.plus((weekday - told.weekday) % 7) > news
    return (None, None) if is_to_come and state.direction != Direction.FUTURE else (told, CountsFrom.TOLD_LAST)


def _weekend(state: State) -> Resolved:
    """As in "At the weekend": the latest one that has begun, the next where told as to come."""
    reference, source = state.here()
    if reference is None:
        return Resolved("XXXX-WXX-WE", None, Basis.RELATIVE, state.why("no-reference", counts_from=CountsFrom.AWAITED))
    saturday = reference.plus(-((reference.weekday - 5) % 7))
    if state.direction == Direction.FUTURE and reference.weekday < 5:
        saturday = saturday.plus(7)
    span = TimeSpan.days(saturday, saturday.plus(1))
    why = state.why("read-from", str(reference), counts_from=source)
    return Resolved(f"{timex.week_value(TimeSpan.week(saturday))}-WE", span, Basis.RELATIVE, why)


def _without_year(content: Calendar, state: State) -> Resolved:
    """As in "27 July", "in March", "the summer", "last August", "the third quarter"."""
    if content.which is None:
        if state.year_above is not None:
            return _inferred(content, span_of(content, state.year_above), Why("year-above"), state)
        if _is_in_month_told(content, state) and state.told is not None and state.told.first is not None:
            return _inferred(content, span_of(content, state.told.first.year), Why("year-in-text"), state)
        going_on = _going_on(content, state)
        if going_on is not None:
            return _inferred(
                content, going_on, Why("year-first-after", (str(state.told_day),), CountsFrom.TOLD_LAST), state
            )
        told_with = state.days_with_year.get((content.month or 0, content.day or 0))
        if told_with is not None and state.genre == Genre.NEWS and state.direction != Direction.FUTURE:
            span = span_of(content, told_with)
            return _inferred(content, span, Why("year-in-text"), state)
        if state.story_year is not None:
            return _in_story(content, state.story_year, state)
    reference, source = state.here(told=content.told)
    if reference is None:
        return Resolved(
            _open_value(content), None, Basis.INFERRED, state.why("year-unknown", counts_from=CountsFrom.AWAITED)
        )
    chosen, kind = _chosen(content, reference, state)
    resolved = _inferred(content, chosen, Why(kind, (str(reference),), source), state)
    if content.which is None:
        return resolved
    return Resolved(resolved.value, resolved.when, Basis.RELATIVE, resolved.reason)


def _is_in_month_told(content: Calendar, state: State) -> bool:
    """As in "The board met in May 2019. On 12 May it ...": a day of the very month that was told last, in full."""
    told = state.told if state.is_told_in_full and state.genre == Genre.NEWS else None
    if told is None or told.first is None or told.granularity != Granularity.MONTH:
        return False
    return content.day is not None and content.month == told.first.month and state.direction != Direction.FUTURE


def _going_on(content: Calendar, state: State) -> TimeSpan | None:
    """As in "on 14 January 2006 she complained, and again in March": the first behind a day told of an earlier year."""
    told, news = state.told_day, state.reference if state.is_news else None
    if (
        not state.goes_on
        or told is None
        or news is None
        or told.year >= news.year
        or state.direction == Direction.FUTURE
    ):
        return None
    spans = (span_of(content, told.year + step) for step in (0, 1))
    return next(
        (span for span in spans if span is not None and min(_after(span, told), _before(span, news)) >= 0), None
    )


def _chosen(content: Calendar, reference: Day, state: State) -> tuple[TimeSpan | None, str]:
    """Which of the years around the reference is meant, and the kind of reason for it."""
    in_each = content.weekday is None and content.week is None and (content.month, content.day) != (2, 29)
    years = _YEARS_AROUND if in_each else _MANY_YEARS_AROUND
    around = (span_of(content, reference.year + step) for step in range(-years, years + 1))
    options = [span for span in around if span is not None and _fits_weekday(content, span)]
    begun = [span for span in options if _before(span, reference) >= 0]
    over = [span for span in options if _after(span, reference) < 0]
    to_come = [span for span in options if _before(span, reference) < 0]
    not_over = [span for span in options if _after(span, reference) >= 0]
    if content.which == -1 and over:
        return over[-1], "year-over-by"
    if content.which == 1 and to_come:
        return to_come[0], "year-first-after"
    if content.which == 0:
        return span_of(content, reference.year), "year-same"
    if content.told and not_over:
        return not_over[0], "year-first-after"
    if state.direction == Direction.PAST and begun:
        if to_come and _is_to_come(content, begun[-1], to_come[0], reference, state):
            return to_come[0], "year-coming-soon"
        return begun[-1], "year-latest-past"
    if state.direction == Direction.FUTURE and not_over and not _is_far(not_over[0], begun, reference):
        return not_over[0], "year-next"
    return min(options, key=lambda span: _distance(span, reference), default=None), "year-nearest"


def _is_to_come(content: Calendar, gone: TimeSpan, coming: TimeSpan, reference: Day, state: State) -> bool:
    """Whether a date told among words of the past is to come all the same: "declared a dividend payable Dec. 1".

    So are days with their weekday that come soon, and fell on it years ago: "resolved to close on Wednesday the 4th of
    February"; and days that come soon and were last a long time ago, but for those that open their sentence: "On March
    1, he said ..."; of 12 such in news that was looked at 10 were to come. Months only behind an infinitive: "agreed to
    close the mill in September".
    """
    if content.weekday is not None:
        return _distance(gone, reference) > _YEAR and _distance(coming, reference) <= _SOON
    if state.fronted or (content.day is None and not state.to_do):
        return False
    return _distance(coming, reference) <= _SOON and _distance(gone, reference) >= _LONG_AGO


def _before(span: TimeSpan, day: Day) -> int:
    """Days from the beginning of a span to a day."""
    return day.ordinal - span.first.ordinal if span.first is not None else 0


def _after(span: TimeSpan, day: Day) -> int:
    """Days from a day to the end of a span."""
    return span.last.ordinal - day.ordinal if span.last is not None else 0


def _distance(span: TimeSpan, day: Day) -> int:
    return max(-_before(span, day), -_after(span, day), 0)


def _is_far(coming: TimeSpan, begun: list[TimeSpan], reference: Day) -> bool:
    """Whether the next such day is more than `_FAR` days off and the last one less than half as many: the future tense
    then belongs to other words.
    """
    return bool(begun) and _distance(coming, reference) > _FAR > 2 * _distance(begun[-1], reference)


def _fits_weekday(content: Calendar, span: TimeSpan) -> bool:
    return content.weekday is None or span.first is None or span.first.weekday == content.weekday


def _inferred(content: Calendar, span: TimeSpan | None, why: Why, state: State) -> Resolved:
    if span is None or span.first is None:
        return Resolved(_open_value(content), None, Basis.INFERRED, state.why("no-such"))
    return Resolved(_value(content, span), span, Basis.INFERRED, state.why("year-is", span.first.year, why))


def _in_story(content: Calendar, year: int, state: State) -> Resolved:
    """The year that the story gives; a day that this year lacks (29 February) belongs to the nearest that has it."""
    near = sorted(range(year - 4, year + 5), key=lambda option: (abs(option - year), -option))
    span = next((span for option in near if (span := span_of(content, option)) is not None), None)
    resolved = _inferred(content, span, Why("year-in-story"), state)
    if content.season != _WINTER or span is None or span.first is None:
        return resolved
    # The year of a winter that the text leaves out is the one that two of its three months lie in
    return replace(resolved, value=f"{timex.year_value(span.first.year + 1)}-{timex.SEASONS[_WINTER - 1]}")
