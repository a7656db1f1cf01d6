"""Resolves any content: by the function for its kind, with parts, times of day and ranges put around the outcome."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.dates import timex
from timeline.dates.arithmetic import third
from timeline.dates.candidate import Direction
from timeline.dates.content import (
    Calendar,
    Clock,
    Content,
    CountedPeriod,
    Duration,
    Every,
    Modified,
    Modifier,
    Nth,
    Numeric,
    Origin,
    Range,
    Shift,
    Unit,
    Vague,
)
from timeline.dates.resolving.calendar import resolve_calendar, resolve_within, span_of
from timeline.dates.resolving.counting import (
    base_of,
    is_comparison,
    resolve_nth,
    resolve_part,
    resolve_shift,
    resolve_stretch,
)
from timeline.dates.resolving.numeric import resolve_numeric
from timeline.dates.resolving.state import Resolved, State
from timeline.model import Basis, Genre
from timeline.timespan import Day, Granularity, TimeSpan
from timeline.why import CountsFrom, Why

_DAY_VALUE = re.compile(r"(?:BC)?[0-9X]{4}-(?:[0-9X]{2}-[0-9X]{2}|WXX-[1-7])")


def resolve_content(content: Content, state: State) -> Resolved:  # noqa: C901  one case a kind of expression
    """The days that a content names at one point of a text."""
    match content:
        case Calendar():
            if content.within is not None:
                return resolve_within(content, resolve_content(content.within, state), state)
            return resolve_calendar(content, state)
        case Numeric():
            return resolve_numeric(content, state)
        case Shift():
            return resolve_shift(content, _base(_of_now(content, state), state), state)
        case CountedPeriod():
            if not isinstance(content.origin, Origin):
                return resolve_part(content, resolve_content(content.origin, state), state)
            return resolve_stretch(content, base_of(content.origin, state), state)
        case Nth():
            return resolve_nth(content, resolve_content(content.of, state) if content.of is not None else None, state)
        case Modified():
            return _part(content, state)
        case Clock():
            return _clock(content, state)
        case Range():
            return _range(content, state)
        case Duration():
            value = timex.duration_value(content.unit, content.amount)
            if content.rest is not None:
                value = timex.joined_durations(value, timex.duration_value(content.rest.unit, content.rest.amount))
            return Resolved(value, None, Basis.STATED, state.why("length-of-time"))
        case Every():
            return Resolved(content.value, None, Basis.STATED, state.why("set-of-times"))
        case Vague():
            return Resolved(content.value, None, Basis.RELATIVE, state.why("names-no-days"))


def remember(content: Content, resolved: Resolved, state: State) -> None:
    """Keep what later words may count from."""
    if isinstance(content, CountedPeriod):
        return
    if resolved.when is None or resolved.when.first is None:
        if resolved.reason.rests_on(CountsFrom.AWAITED):
            state.awaits_day = _DAY_VALUE.match(resolved.value) is not None
        return
    if state.genre == Genre.NEWS and is_comparison(content):
        return  # "up from 8m a year earlier": what is told of stays where it was
    state.told, state.awaits_day = resolved.when, None
    state.is_told_in_full = resolved.basis == Basis.STATED
    if resolved.when.granularity == Granularity.DAY:
        state.told_day = resolved.when.first
        state.told_time = content.time if isinstance(content, Clock) else ""
    elif state.genre == Genre.NARRATIVE and not _holds_day(resolved.when, state.told_day):
        state.told_day = None  # the story has moved on; in news a year told is but an aside
    if resolved.when.granularity not in (Granularity.DECADE, Granularity.CENTURY):
        state.year = resolved.when.first.year


def _holds_day(span: TimeSpan, day: Day | None) -> bool:
    return day is not None and span.contains(TimeSpan.on(day))


def _base(origin: Origin | Content, state: State) -> Resolved | None:
    if isinstance(origin, Origin):
        return base_of(origin, state)
    beside = resolve_content(origin, state)
    is_awaited = beside.when is None and beside.reason.rests_on(CountsFrom.AWAITED)
    return replace(beside, reason=Why("reference", (), CountsFrom.AWAITED if is_awaited else CountsFrom.BESIDE))


def _of_now(content: Shift, state: State) -> Origin | Content:
    """What a period counts from: "by the end of the week", told in news as to come, is the week of publication."""
    is_period = content.origin == Origin.TOLD and content.amount == 0 and content.unit != Unit.DAY
    return Origin.PUBLICATION if is_period and state.is_news and state.direction == Direction.FUTURE else content.origin


def _part(content: Modified, state: State) -> Resolved:
    inner = resolve_content(content.of, state)
    if content.modifier in (Modifier.EARLIER, Modifier.LATER):
        return replace(inner, when=_on_one_side(content, inner.when, state))
    when = third(inner.when, content.modifier) if inner.when is not None else None
    return replace(inner, when=when, mod=content.modifier.value)


def _on_one_side(content: Modified, span: TimeSpan | None, state: State) -> TimeSpan | None:
    """As in "Later this year", "earlier that month": the part of a period behind or before the day it is told from."""
    from_publication = isinstance(content.of, Shift) and content.of.origin == Origin.PUBLICATION
    day = state.reference if from_publication and state.is_news else state.told_day
    if span is None or day is None or span.granularity == Granularity.DAY or not _holds_day(span, day):
        return span
    later = content.modifier == Modifier.LATER
    return TimeSpan(day if later else span.first, span.last if later else day, Granularity.RANGE, span.approximate)


def _clock(content: Clock, state: State) -> Resolved:
    if content.on is not None:
        day = resolve_content(content.on, state)
        value = day.value.partition("/")[0]
        return replace(day, value=f"{value if _DAY_VALUE.fullmatch(value) else 'XXXX-XX-XX'}{content.time}")
    known, source = _entry_day(content, state) if state.opens else _day_told(content, state)
    if known is None:
        return Resolved(
            f"XXXX-XX-XX{content.time}", None, Basis.RELATIVE, state.why("clock-day-unsaid", counts_from=source)
        )
    why = state.why("clock-day", str(known), counts_from=source)
    return Resolved(timex.day_value(known) + content.time, TimeSpan.on(known), Basis.RELATIVE, why)


_EVENING, _NOON = "T18:00", "T12:00"


def _entry_day(content: Clock, state: State) -> tuple[Day | None, CountsFrom]:
    """The day of an entry that begins with its time: that of the heading, or the next once the clock began anew."""
    day = state.entry_day or state.reference
    if day is not None and is_past_midnight(state.entry_time, content.time):
        day = day.plus(1)
    state.entry_day, state.entry_time = day, content.time
    return day, state.reference_is


def is_past_midnight(before: str, after: str) -> bool:
    """Whether a time told after another must be of the next day: a morning behind an evening.

    >>> is_past_midnight("T23:30", "T04:00"), is_past_midnight("T17:40", "T17:25"), is_past_midnight("", "T04:00")
    (True, False, False)
    """
    return before >= _EVENING and before[1:2].isdigit() and after[1:2].isdigit() and after < _NOON


def _day_told(content: Clock, state: State) -> tuple[Day | None, CountsFrom]:
    """The day of a bare time: the one told last, in news unless that is still to come.

    In a story "at night" may be any night, "the night" is not.
    """
    if state.genre == Genre.NARRATIVE and content.time[1:2].isalpha() and not state.words.lower().startswith("the"):
        return None, CountsFrom.NOTHING
    told = state.told_day
    is_ahead = told is not None and state.is_news and state.reference is not None and told > state.reference
    if told is not None and not (is_ahead and state.direction != Direction.FUTURE):
        late = is_past_midnight(state.told_time, content.time)
        return told.plus(1) if late else told, CountsFrom.TOLD_LAST
    return (state.reference, state.reference_is) if state.is_news else (None, state.awaited)


def _range(content: Range, state: State) -> Resolved:
    first = resolve_content(content.first, state)
    remember(content.first, first, state)
    start, end = content.first, content.last
    if isinstance(start, Calendar) and isinstance(end, Calendar) and state.story_year is not None:
        state.story_year += (end.month or 12) < (start.month or 1)
    last = resolve_content(end, state)
    if isinstance(start, Calendar) and isinstance(end, Calendar) and end.weekday is not None and end.month is None:
        last = _weekday_after(end.weekday, first, last)
    elif (
        isinstance(end, Calendar) and end.month is not None and end == replace(end, year=None, within=None, which=None)
    ):
        last = _not_before(end, first, last)
    value = first.value if first.value == last.value else f"{first.value}/{last.value}"
    basis = last.basis if first.basis == Basis.STATED else first.basis
    if first.when is None or last.when is None or first.when.sort_key[0] > last.when.sort_key[1]:
        is_awaited = all(end.when is not None or end.reason.rests_on(CountsFrom.AWAITED) for end in (first, last))
        awaited = CountsFrom.AWAITED if is_awaited and None in (first.when, last.when) else CountsFrom.NOTHING
        return Resolved(value, None, basis, state.why("no-range", counts_from=awaited))
    return Resolved(value, TimeSpan.between(first.when, last.when), basis, first.reason)


def _not_before(end: Calendar, first: Resolved, last: Resolved) -> Resolved:
    """As in "from June 1 through Sept. 30": the end of a range is in the year of its beginning, or in the next."""
    if first.when is None or first.when.first is None or last.when is None:
        return last
    if first.when.sort_key[0] <= last.when.sort_key[1]:
        return last
    year = first.when.first.year
    for span in (span_of(end, year), span_of(end, year + 1)):
        if span is not None and first.when.sort_key[0] <= span.sort_key[1]:
            return replace(last, when=span, value=timex.span_value(span))
    return last


def _weekday_after(weekday: int, first: Resolved, last: Resolved) -> Resolved:
    """As in "From Friday to Monday": the second day follows the first, whatever the tense said of it alone."""
    if first.when is None or first.when.first is None:
        return last
    day = first.when.first.plus((weekday - first.when.first.weekday) % 7)
    return replace(last, when=TimeSpan.on(day), value=timex.day_value(day))
