"""Expressions that count from the day of writing, from the date told last, or from an event."""

from __future__ import annotations

from timeline.dates.content import Calendar, Clock, Content, Origin, Shift, Stretch, Unit, Vague
from timeline.dates.grammar.lengths import amount_of
from timeline.dates.patterns import Builder, Found, Rule

# --- "last month", "the next day" ------------------------------------------------------------------------------------

_PAST = "last|past|previous|preceding|prior"
_NEXT = "next|following|coming|upcoming|ensuing|subsequent|succeeding"
_SAME = "this|current|that|same"
_STEPS = {
    **dict.fromkeys(_PAST.split("|"), -1),
    **dict.fromkeys(_NEXT.split("|"), 1),
    **dict.fromkeys(_SAME.split("|"), 0),
}
# These count from the date told last; so does "the next", while "next" counts from the day of writing.
_FROM_TOLD = frozenset(
    {"that", "same", "previous", "preceding", "prior", "following", "ensuing", "subsequent", "succeeding"}
)


def _origin(found: Found) -> Origin:
    word = found.word("k")
    told = word in _FROM_TOLD or (word == "next" and found.first_word == "the")
    return Origin.TOLD if told else Origin.PUBLICATION


# "The last quarter" is the calendar's, "the last year" a length of time.
_CALENDARS_OWN = frozenset({Unit.QUARTER, Unit.WEEKEND})


def _unit(found: Found) -> Content | None:
    """As in "Last year", "the same day", "the past decade"."""
    word, unit = found.word("k"), found.get("u")
    if unit == Unit.DAY and word in {"last", "past", "current"}:
        return None
    if word == "past" or (word == "last" and found.first_word == "the" and unit not in _CALENDARS_OWN):
        return Stretch(unit, 1.0, -1)
    return Shift(unit, float(_STEPS[word]), _origin(found))


def _units(found: Found) -> Stretch:
    """As in "The past two decades", "the coming months"."""
    amount = float(found.get("n")) or None if found.has("n") else None
    return Stretch(found.get("u"), amount, _STEPS[found.word("k")], _origin(found))


def _part_of_day(found: Found) -> Clock:
    """As in "This morning", "last night", "the next evening"."""
    return Clock(found.get("p"), Shift(Unit.DAY, float(_STEPS[found.word("k")]), _origin(found)))


def _named(found: Found) -> Calendar:
    """As in "Last August", "this spring", "next Tuesday"."""
    return Calendar(month=found.get("m"), weekday=found.get("w"), season=found.get("s"), which=_STEPS[found.word("k")])


def _weekday_before_last(found: Found) -> Shift:
    return Shift(Unit.DAY, -7.0, Calendar(weekday=found.get("w"), which=-1))


def _last_weekday(found: Found) -> Calendar:
    """As in "the last Friday in May"."""
    return Calendar(weekday=found.get("w"), nth=-1, within=Calendar(month=found.get("m"), year=found.get("y")))


def _weekday_of_week(found: Found) -> Calendar:
    """As in "Tuesday last week"."""
    week = Shift(Unit.WEEK, float(_STEPS[found.word("k")]), Origin.PUBLICATION)
    return Calendar(weekday=found.get("w"), within=week)


def _day_of_month(found: Found) -> Calendar:
    """As in "the 5th of next month"."""
    return Calendar(day=found.get("d"), within=Shift(Unit.MONTH, float(_STEPS[found.word("k")]), _origin(found)))


_PERIODS_A_YEAR = {Unit.WEEK: 52.0, Unit.MONTH: 12.0, Unit.QUARTER: 4.0}
_YEAR_BEFORE = (
    "(a year ago|before|earlier | last|previous year | in|of|from? the|a? last|previous|preceding|prior|year year"
    " | of the year before|earlier)"
)


def _year_before(found: Found) -> Shift | None:
    """As in "the same quarter a year ago", "the year-earlier month": the one before by a year."""
    unit = found.get("u")
    return Shift(unit, -_PERIODS_A_YEAR[unit], Origin.TOLD) if unit in _PERIODS_A_YEAR else None


def _period_before(_: Found) -> Shift:
    """As in "the same period last year", "the year-ago period"."""
    return Shift(Unit.YEAR, -1.0, Origin.TOLD)


def _latest(found: Found) -> Shift | None:
    """As in "the latest quarter": the last that is over."""
    unit = found.get("u")
    return Shift(unit, -1.0, Origin.PUBLICATION) if unit in _PERIODS_A_YEAR else None


RELATIVE: tuple[Rule, ...] = (
    Rule(f"the? same|corresponding|comparable|equivalent u:UNIT {_YEAR_BEFORE}", _year_before),
    Rule(f"the? same|corresponding|comparable|equivalent period|time {_YEAR_BEFORE}", _period_before),
    Rule("the|a? year - earlier|ago u:UNIT", _year_before),
    Rule("the|a? year - earlier|ago period", _period_before),
    Rule("the|a year - earlier|ago", _period_before),
    Rule("the|its latest u:UNIT", _latest),
    Rule("the day before yesterday", lambda _: Shift(Unit.DAY, -2.0, Origin.PUBLICATION)),
    Rule("the day after tomorrow", lambda _: Shift(Unit.DAY, 2.0, Origin.PUBLICATION)),
    Rule("d:DAY_WORD", lambda f: Shift(Unit.DAY, float(f.get("d")), Origin.PUBLICATION)),
    Rule("tonight", lambda _: Clock("TNI", Shift(Unit.DAY, 0.0, Origin.PUBLICATION))),
    Rule("overnight", lambda _: Clock("TNI")),
    Rule(f"the|that|this? very? k:same|that|this|{_PAST}|{_NEXT} p:PART", _part_of_day),
    Rule(f"k:this|{_PAST}|{_NEXT} m:MONTH", _named),
    Rule("the last w:WEEKDAY of|in m:MONTH ,? y:FULL_YEAR", _last_weekday),
    Rule("the last w:WEEKDAY of|in m:MONTH", _last_weekday),
    Rule(f"this? k:this|{_PAST}|{_NEXT} w:WEEKDAY", _named),
    Rule(f"the? k:this|{_PAST}|{_NEXT} s:SEASON", _named),
    Rule("(that | the|that same) s:SEASON", lambda f: Calendar(season=f.get("s"))),
    Rule("w:WEEKDAY k:last|this|next week", _weekday_of_week),
    Rule("the d:DAY of the|that? k:last|this|next|that|same|following|previous month", _day_of_month),
    Rule("w:WEEKDAY k:last|next", _named),
    Rule("the|these? recent UNITS", lambda _: Vague("PAST_REF")),
    Rule("these UNITS", lambda _: Vague("PRESENT_REF")),
    Rule(f"the? n:AMOUNT k:{_PAST}|{_NEXT} u:UNITS", _units),
    Rule(f"the|these? k:{_PAST}|{_NEXT} n:AMOUNT (or so)? u:UNITS", _units),
    Rule(f"the? k:{_PAST}|{_NEXT} u:UNITS", _units),
    Rule(f"the|that|this? very? k:{_SAME}|{_PAST}|{_NEXT} u:UNIT", _unit),
    Rule("the day following", lambda _: Shift(Unit.DAY, 1.0, Origin.TOLD)),
    Rule("the p:PART before last", lambda f: Clock(f.get("p"), Shift(Unit.DAY, -2.0, Origin.PUBLICATION))),
    Rule("the w:WEEKDAY before last", _weekday_before_last),
    Rule("the u:UNIT before last", lambda f: Shift(f.get("u"), -2.0, Origin.PUBLICATION)),
    Rule("the p:PART before", lambda f: Clock(f.get("p"), Shift(Unit.DAY, -1.0, Origin.TOLD))),
)

# --- "three days ago", "a week after" --------------------------------------------------------------------------------


def _counted(sign: int, origin: Origin) -> Builder:
    """An amount of units counted back or forth. "The year before" is the calendar's, "a year before" a length."""

    def build(found: Found) -> Shift:
        the = found.first_word == "the"
        amount = 1.0 if the and not found.has("n") else amount_of(found)
        return Shift(found.get("u"), None if amount is None else sign * amount, origin, counted=not the, sign=sign)

    return build


def _to_the(sign: int, precision: Unit) -> Builder:
    """As in "exactly two years ago", "three years ago this week"; a clock has no days to be exact to."""

    def build(found: Found) -> Shift | None:
        unit, amount = found.get("u"), amount_of(found)
        if unit.is_clock or amount is None:
            return None
        return Shift(unit, sign * amount, Origin.PUBLICATION, counted=True, sign=sign, precision=precision)

    return build


def _from_weekday(found: Found) -> Shift:
    """As in "a week from Tuesday"."""
    coming = Calendar(weekday=found.get("w"), which=0)
    return Shift(found.get("u"), amount_of(found), coming, counted=True, sign=1, precision=Unit.DAY)


# Words that begin another clause: what is counted from is not named.
_NO_EVENT = frozenset({"and", "but", "or", "in", "at", "on"})


def _from_event(sign: int) -> Builder:
    """As in "A week after ...": counted from the event that follows, or from the date told last where nothing does."""

    def build(found: Found) -> Shift:
        named = found.after[:1].isalnum() and found.after not in _NO_EVENT
        shift: Shift = _counted(sign, Origin.EVENT if named else Origin.TOLD)(found)
        return shift

    return build


def _eve(found: Found) -> Shift | None:
    return Shift(Unit.DAY, -1.0, Origin.EVENT, counted=True, sign=-1) if found.after == "of" else None


# "Just two weeks", "more than a year": the front of everything counted.
_ABOUT = "(only|just|almost|about|nearly|some|over|roughly|exactly | less|more|fewer than)?"
_COUNT = f"{_ABOUT} (a|an | n:AMOUNT) full|whole|long|short|more? u:ANY_UNIT"

COUNTED: tuple[Rule, ...] = (
    Rule("exactly? (a|an | n:AMOUNT) u:ANY_UNIT ago (today | to the day)", _to_the(-1, Unit.DAY)),
    Rule("exactly (a|an | n:AMOUNT) u:ANY_UNIT ago", _to_the(-1, Unit.DAY)),
    Rule("exactly (a|an | n:AMOUNT) u:ANY_UNIT from now|today", _to_the(1, Unit.DAY)),
    Rule("(a|an | n:AMOUNT) u:ANY_UNIT ago this week", _to_the(-1, Unit.WEEK)),
    Rule("(a|an | n:AMOUNT) u:ANY_UNIT ago this month", _to_the(-1, Unit.MONTH)),
    Rule(f"{_COUNT} 's? ago", _counted(-1, Origin.PUBLICATION)),
    Rule(f"{_COUNT} earlier|beforehand|previously than", _counted(-1, Origin.EVENT)),
    Rule(f"{_COUNT} later than", _counted(1, Origin.EVENT)),
    Rule(f"{_COUNT} earlier|beforehand|previously|back", _counted(-1, Origin.TOLD)),
    Rule(f"{_COUNT} later|afterwards|afterward", _counted(1, Origin.TOLD)),
    Rule(f"{_COUNT} (before | prior to | ahead of)", _from_event(-1)),
    Rule(f"{_COUNT} after|following|into", _from_event(1)),
    Rule("(a|an | n:AMOUNT) u:ANY_UNIT from now|today", _counted(1, Origin.PUBLICATION)),
    Rule("(a|an | n:AMOUNT) u:ANY_UNIT from w:WEEKDAY", _from_weekday),
    Rule("(a|an | n:AMOUNT) u:ANY_UNIT 's? '? time", _counted(1, Origin.PUBLICATION)),
    Rule("just|only|mere? u:UNITS ago", _counted(-1, Origin.PUBLICATION)),
    Rule("just|only|mere? u:UNITS earlier", _counted(-1, Origin.TOLD)),
    Rule("just|only|mere? u:UNITS later", _counted(1, Origin.TOLD)),
    Rule("just|only|mere? u:UNITS before", _counted(-1, Origin.EVENT)),
    Rule("just|only|mere? u:UNITS after", _counted(1, Origin.EVENT)),
    Rule("the u:UNIT before|earlier", _from_event(-1)),
    Rule("the u:UNIT after|afterwards|later|following", _from_event(1)),
    Rule("the eve", _eve),
)
