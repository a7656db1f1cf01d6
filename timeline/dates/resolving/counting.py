"""What is counted from a day or period: "last month", "three days ago", "the past decade", "the sixth day"."""

from __future__ import annotations

from dataclasses import replace

from timeline.dates import timex
from timeline.dates.arithmetic import can_step, counted, period, step
from timeline.dates.candidate import is_length
from timeline.dates.content import Content, CountedPeriod, Nth, Origin, Shift, Unit
from timeline.dates.resolving.state import Resolved, State
from timeline.model import Basis, Genre
from timeline.timespan import Day, Granularity, TimeSpan
from timeline.why import CountsFrom, Why

_TODAY = Shift(Unit.DAY, 0.0, Origin.PUBLICATION)

# The value of a unit whose days are not known.
_OPEN = {
    Unit.DAY: "XXXX-XX-XX",
    Unit.WEEKEND: "XXXX-WXX-WE",
    Unit.WEEK: "XXXX-WXX",
    Unit.FORTNIGHT: "XXXX-WXX",
    Unit.MONTH: "XXXX-XX",
    Unit.SEASON: "XXXX",
    Unit.QUARTER: "XXXX-QX",
    Unit.YEAR: "XXXX",
    Unit.DECADE: "XXX",
    Unit.CENTURY: "XX",
}
_UNITS = {Granularity.MONTH: Unit.MONTH, Granularity.YEAR: Unit.YEAR}


def base_of(origin: Origin, state: State) -> Resolved | None:
    """What words count from: its days, with a reason that says what it is. None where it is not known."""
    from_publication = origin == Origin.PUBLICATION and state.tells_from_publication
    if origin != Origin.EVENT and not from_publication and state.told is not None:
        return Resolved("", state.told, Basis.RELATIVE, Why("reference", (), CountsFrom.TOLD_LAST))
    publication = origin == Origin.PUBLICATION or (origin == Origin.TOLD and state.is_news)
    if publication and state.reference is not None:
        return Resolved("", TimeSpan.on(state.reference), Basis.RELATIVE, Why("reference", (), state.reference_is))
    return None


def resolve_shift(content: Shift, base: Resolved | None, state: State) -> Resolved:
    """As in "Last year", "three days later"; `base` is what it counts from."""
    if state.genre == Genre.NARRATIVE and content == _TODAY and not state.is_diary:
        return Resolved("PRESENT_REF", None, Basis.RELATIVE, state.why("time-of-telling"))
    if content.amount is None:
        return _by_how_much(content, base, state)
    start = base.when.first if base is not None and base.when is not None else None
    if base is None or base.when is None or start is None:
        return _from_where(content, content.amount, base, state)
    if not can_step(start, content.unit, content.amount):
        return Resolved("XXXX", None, base.basis, state.why("beyond-calendar"))
    to_the_day = base.when.granularity == Granularity.DAY
    read = ("read-from", str(start)) if to_the_day else ("read-from-span", str(base.when))
    why = state.why(*read, counts_from=base.reason.counts_from)
    if is_comparison(content) and content.origin == Origin.TOLD and base.when.granularity in _COMPARED:
        period_before = _years_off(base.when, int(content.amount))
        return Resolved(timex.span_value(period_before), period_before, base.basis, why)
    if content.unit == Unit.DAY and not content.counted and not to_the_day:
        return _day_unknown(content, base, state)
    if base.when.granularity == Granularity.SEASON and base.when.last is not None:
        start = base.when.last  # a winter's year is the one that two of its three months lie in
    value, when = _counted_off(content, start, base.when) if content.counted else _stepped(content, start)
    return Resolved(value, when, base.basis, why)


_COMPARED = (Granularity.QUARTER, Granularity.HALF, Granularity.MONTH)


def is_comparison(content: Content) -> bool:
    """Whether words compare with what was some years before: "a year earlier", "the year-ago period", "a year ago"."""
    return (
        isinstance(content, Shift)
        and content.unit == Unit.YEAR
        and (content.origin == Origin.TOLD or content.counted)
        and content.amount is not None
        and content.amount < 0
    )


def _years_off(span: TimeSpan, years: int) -> TimeSpan:
    """The same period of another year."""
    first, last = span.first, span.last
    if first is None or last is None:
        return span
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return replace(
        TimeSpan.months(first.year + years, first.month, months, span.granularity), approximate=span.approximate
    )


def _day_unknown(content: Shift, base: Resolved, state: State) -> Resolved:
    """As in "That same day", where only the month was told: a day of that month; "the next day" may lie behind it."""
    if content.amount == 0 and base.when is not None and base.when.granularity == Granularity.MONTH:
        why = state.why("day-of-span", str(base.when), counts_from=base.reason.counts_from)
        return Resolved(_open_day(base.when), base.when, base.basis, why)
    return Resolved(_OPEN[Unit.DAY], None, base.basis, state.why("from-unknown-day", counts_from=_day_awaited(state)))


def _open_day(span: TimeSpan) -> str:
    """The value of some day of a month or year.

    >>> _open_day(TimeSpan.month(1943, 7)), _open_day(TimeSpan.year(1913))
    ('1943-07-XX', '1913-XX-XX')
    """
    return timex.span_value(span) + ("-XX" if span.granularity == Granularity.MONTH else "-XX-XX")


def _counted_off(content: Shift, start: Day, base: TimeSpan) -> tuple[str, TimeSpan | None]:
    """Value and days of a length counted from a day: about, unless the words say what it is precise to."""
    day = step(start, content.unit, content.amount or 0)
    to_the_day = base.granularity == Granularity.DAY
    if content.precision is not None and to_the_day:
        exact = period(content.precision, day)
        return timex.span_value(exact), exact
    days = _counted_days(content, day, base)
    is_coarse = days is not None and days.granularity in (Granularity.MONTH, Granularity.YEAR)
    if is_coarse and days is not None and content.unit in (Unit.DAY, Unit.WEEK, Unit.FORTNIGHT):
        return (f"{timex.year_value(day.year)}-WXX" if content.unit != Unit.DAY else _open_day(days)), days
    return _counted_value(content, day, to_the_day=to_the_day), days


_MIDDLE = 45  # days from the beginning of a quarter to its middle, which says whose quarter it is nearest to


def _stepped(content: Shift, start: Day) -> tuple[str, TimeSpan]:
    """Value and days of the calendar's period that lies the content's amount of units away from a day."""
    day = step(start, content.unit, content.amount or 0)
    if content.unit == Unit.WEEK and content.sign != 0:
        when = TimeSpan.days(day, day.plus(6)) if content.sign > 0 else TimeSpan.days(day.plus(-6), day)
        return timex.week_value(TimeSpan.week(day.plus(3 * content.sign))), when
    if content.unit == Unit.QUARTER and content.sign < 0:
        first = step(day.plus(1), Unit.QUARTER, -1.0)
        return timex.span_value(period(Unit.QUARTER, first.plus(_MIDDLE))), TimeSpan.days(first, day)
    when = period(content.unit, day)
    is_weekend = content.unit == Unit.WEEKEND
    return (f"{timex.week_value(TimeSpan.week(day))}-WE" if is_weekend else timex.span_value(when)), when


def _by_how_much(content: Shift, base: Resolved | None, state: State) -> Resolved:
    """As in "A few days later": the way is known, the length is not; "a few hours later" keeps to the day."""
    if content.origin == Origin.EVENT:
        why = state.why("event-length-unsaid")
        return Resolved(timex.duration_value(content.unit, None), None, Basis.ANCHORED, why)
    when = base.when if base is not None else None
    if content.unit.is_clock and base is not None and when is not None and when.granularity == Granularity.DAY:
        why = state.why("keeps-to-day", counts_from=base.reason.counts_from)
        return Resolved(f"{timex.span_value(when)}TXX:XX", when.about(), base.basis, why)
    value = "PAST_REF" if content.sign < 0 else "FUTURE_REF"
    keeps_to_day = content.unit.is_clock and (state.awaits_day is not False or content.origin != Origin.TOLD)
    awaited = _awaited(content.origin, base, state) if keeps_to_day else CountsFrom.NOTHING
    return Resolved(value, None, Basis.RELATIVE, state.why("length-unsaid", counts_from=awaited))


def _from_where(content: Shift, amount: float, base: Resolved | None, state: State) -> Resolved:
    """The length is known, what it counts from is not."""
    value = _OPEN.get(content.unit, _OPEN[Unit.DAY])
    if is_length(content):
        value = timex.duration_value(content.unit, abs(amount))
    if content.origin == Origin.EVENT:
        return Resolved(value, None, Basis.ANCHORED, state.why("from-event"))
    return Resolved(
        value, None, Basis.RELATIVE, state.why("from-unknown-date", counts_from=_awaited(content.origin, base, state))
    )


def _awaited(origin: Origin | Content, base: Resolved | None, state: State) -> CountsFrom:
    """Whether words whose reference gives no day would have one if the publication date were known."""
    if base is not None:
        return _day_awaited(state) if base.when is not None else base.reason.counts_from
    return CountsFrom.AWAITED if origin == Origin.PUBLICATION else state.awaited


def _day_awaited(state: State) -> CountsFrom:
    return CountsFrom.AWAITED if state.awaits_day else CountsFrom.NOTHING


def _counted_days(content: Shift, day: Day, base: TimeSpan) -> TimeSpan | None:
    """The days that a length of time leads to, no finer than what it was counted from."""
    unit = content.unit
    if base.granularity == Granularity.DAY:
        return counted(day, unit)
    if base.granularity == Granularity.RANGE:
        return _counted_range(content, day, base)
    if unit.is_clock:
        return None
    coarse = _UNITS.get(base.granularity)
    fine_unit = unit in (Unit.DAY, Unit.WEEK, Unit.FORTNIGHT, Unit.MONTH, Unit.YEAR)
    return period(coarse, day).about() if coarse is not None and fine_unit else counted(day, unit)


def _counted_range(content: Shift, first: Day, base: TimeSpan) -> TimeSpan | None:
    """As in "Three days later", told after "1-5 May": from the first day so counted to the last."""
    if base.last is None or content.amount is None or not can_step(base.last, content.unit, content.amount):
        return None
    last = step(base.last, content.unit, content.amount)
    return TimeSpan(first, last, Granularity.RANGE, approximate=True)


def _counted_value(content: Shift, day: Day, *, to_the_day: bool) -> str:
    unit = content.unit
    if unit in (Unit.DAY, Unit.WEEK, Unit.FORTNIGHT) or unit.is_clock:
        if not to_the_day:
            return _OPEN[Unit.DAY]
        is_week = unit != Unit.DAY and not unit.is_clock and content.sign < 0
        return timex.week_value(TimeSpan.week(day)) if is_week else timex.day_value(day)
    return timex.span_value(period(Unit.DECADE if unit == Unit.CENTURY else unit, day))


def resolve_stretch(content: CountedPeriod, base: Resolved | None, state: State) -> Resolved:
    """As in "The past two decades": from then to the day counted from, or from that on."""
    value = timex.duration_value(content.unit, content.amount)
    when = base.when if base is not None else None
    edge = None if when is None else when.last if content.sign < 0 else when.first
    if content.amount is None or base is None or edge is None or content.unit.is_clock:
        is_known = content.amount is not None and not content.unit.is_clock
        awaited = _awaited(content.origin, base, state) if is_known else CountsFrom.NOTHING
        return Resolved(value, None, Basis.RELATIVE, state.why("length-of-time", counts_from=awaited))
    if not can_step(edge, content.unit, content.amount):
        return Resolved(value, None, base.basis, state.why("beyond-calendar"))
    other = step(edge, content.unit, content.sign * content.amount)
    span = TimeSpan(min(edge, other), max(edge, other), Granularity.RANGE, approximate=True)
    return Resolved(value, span, base.basis, state.why("read-from", str(edge), counts_from=base.reason.counts_from))


def resolve_part(content: CountedPeriod, whole: Resolved, state: State) -> Resolved:
    """As in "the first six months of 1989": a length of time from the beginning of a period, or up to its end."""
    value = timex.duration_value(content.unit, content.amount)
    first, last = (whole.when.first, whole.when.last) if whole.when is not None else (None, None)
    if first is None or last is None or content.amount is None or not can_step(first, content.unit, content.amount):
        return Resolved(value, None, whole.basis, whole.reason)
    if content.sign > 0:
        last = min(last, step(first, content.unit, content.amount).plus(-1))
    else:
        begin = step(last.plus(1), content.unit, -content.amount)
        # The nine months ended on a day are no part of it
        is_part = step(first, content.unit, content.amount) <= last.plus(1)
        first = max(first, begin) if is_part else begin
    if last < first:
        return Resolved(value, None, whole.basis, state.why("no-such"))
    return Resolved(value, TimeSpan(first, last, Granularity.RANGE), whole.basis, whole.reason)


def resolve_nth(content: Nth, outer: Resolved | None, state: State) -> Resolved:
    """As in "the first week of May"; "the sixth day of fighting" (`outer` None) waits for its event."""
    open_value = _OPEN.get(content.unit, _OPEN[Unit.DAY])
    if outer is None:
        value = open_value if content.unit == Unit.DAY else timex.duration_value(content.unit, 1.0)
        return Resolved(value, None, Basis.ANCHORED, state.why("from-beginning"))
    if outer.when is None or outer.when.first is None or outer.when.last is None:
        return Resolved(open_value, None, outer.basis, outer.reason)
    first, last = outer.when.first, outer.when.last
    from_end = content.number < 0
    day = step(last, content.unit, content.number + 1) if from_end else step(first, content.unit, content.number - 1)
    if not first <= day <= last:
        return Resolved(open_value, None, outer.basis, state.why("no-such"))
    if content.unit == Unit.WEEK:
        span = TimeSpan.days(max(day.plus(-6), first), day) if from_end else TimeSpan.days(day, min(day.plus(6), last))
        within = day if from_end else day.plus(3)  # "the first week" from a Sunday on is the calendar's next
        return Resolved(timex.week_value(TimeSpan.week(within)), span, outer.basis, outer.reason)
    span = period(content.unit, day)
    return Resolved(timex.span_value(span), span, outer.basis, outer.reason)
