"""Expressions that count from the day of writing, from the date told last, or from an event."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.dates import words
from timeline.dates.content import Calendar, Clock, Content, CountedPeriod, Origin, Shift, Unit, Vague
from timeline.dates.grammar.lengths import FINER, amount_of
from timeline.dates.patterns import Builder, Found, Rule
from timeline.timespan import is_day

_LEAP_YEAR = 2000  # a year that has every day

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


# "It ruled for the next decade", "over the next year": behind these, lengths of time from then on.
_LASTING = frozenset({"for", "over", "throughout"})
_WINTER = 4
# "The last quarter" is the calendar's, "the last year" a length of time.
_CALENDARS_OWN = frozenset({Unit.QUARTER, Unit.WEEKEND})


# "The same day that the report came out" is that event's, whatever day was told last.
_SAME_AS = frozenset({"as", "that"})


def _unit(found: Found) -> Content | None:
    """As in "Last year", "the same day", "the past decade"."""
    word, unit = found.word("k"), found.get("u")
    if unit == Unit.DAY and word in {"last", "past", "current"}:
        return None
    if word == "past" or (word == "last" and found.first_word == "the" and unit not in _CALENDARS_OWN):
        return CountedPeriod(unit, 1.0, -1)
    if word == "next" and found.first_word == "the" and found.before in _LASTING and unit not in _CALENDARS_OWN:
        return CountedPeriod(unit, 1.0, 1, _origin(found))
    origin = Origin.EVENT if word == "same" and found.after in _SAME_AS else _origin(found)
    return Shift(unit, float(_STEPS[word]), origin)


def _units(found: Found) -> CountedPeriod | None:
    """As in "The past two decades", "the coming months"; not "may last six weeks"."""
    if found.first_word == "last" and found.before in words.BEFORE_VERBS:
        return None
    amount = float(found.get("n")) or None if found.has("n") else None
    return CountedPeriod(found.get("u"), amount, _STEPS[found.word("k")], _origin(found))


def _part_of_day(found: Found) -> Clock:
    """As in "This morning", "last night", "the next evening"."""
    return Clock(found.get("p"), Shift(Unit.DAY, float(_STEPS[found.word("k")]), _origin(found)))


def _named(found: Found) -> Calendar:
    """As in "Last August", "this spring", "next Tuesday"."""
    month, weekday, season = found.get("m"), found.get("w"), found.get("s")
    told = _origin(found) == Origin.TOLD
    return Calendar(month=month, weekday=weekday, season=season, which=_STEPS[found.word("k")], told=told)


def _that_month(found: Found) -> Calendar:
    """As in "That June": in the year told last."""
    return Calendar(month=found.get("m"), within=Shift(Unit.YEAR, 0.0, Origin.TOLD))


def _same_season(found: Found) -> Calendar:
    """As in "That same spring": in the year told last; a winter is the one that this was told in, or that followed."""
    season = found.get("s")
    if season == _WINTER:
        return Calendar(season=season, told=True)
    return Calendar(season=season, within=Shift(Unit.YEAR, 0.0, Origin.TOLD))


def _named_day(found: Found) -> Calendar | None:
    """As in "last August 21"; not "last August 21 people"."""
    if found.after in words.COUNTED or not is_day(_LEAP_YEAR, found.get("m"), found.get("d")):
        return None
    return replace(_named(found), day=found.get("d"))


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


def _same_of_year(found: Found) -> Calendar:
    """As in "the same quarter of 2012": the period told last, in that year."""
    return Calendar(year=found.get("y"), told=True)


def _period_before(_: Found) -> Shift:
    """As in "the same period last year", "the year-ago period"."""
    return Shift(Unit.YEAR, -1.0, Origin.TOLD)


def _latest(found: Found) -> Shift | None:
    """As in "the latest quarter": the last that is over."""
    unit = found.get("u")
    return Shift(unit, -1.0, Origin.PUBLICATION) if unit in _PERIODS_A_YEAR else None


_PROGRAMMES = frozenset({"programme", "program", "show"})


def _day_word(found: Found) -> Shift | None:
    """As in "today", "yesterday"; not "Science Today", "the Today programme"."""
    is_title = found.words[0].isupper() and (found.after in _PROGRAMMES or found.before in words.PAPERS_OF_TODAY)
    if is_title:
        return None
    return Shift(Unit.DAY, float(found.get("d")), Origin.PUBLICATION)


# As letters abbreviate "of this month", "of the month past", "of the month to come".
_IN_LETTERS = {"inst": 0, "instant": 0, "ult": -1, "ultimo": -1, "prox": 1, "proximo": 1}


def _in_letters(found: Found) -> Calendar:
    """As in "the 14th inst."."""
    month = Shift(Unit.MONTH, float(_IN_LETTERS[found.word("x")]), Origin.PUBLICATION)
    return Calendar(day=found.get("d"), within=month)


def _weekday_after(found: Found) -> Calendar | None:
    """As in "the Monday after", where nothing is named that it comes after."""
    named = found.after[:1].isalnum() and found.after not in _NO_EVENT
    return None if named else Calendar(weekday=found.get("w"), which=1, told=True)


_CLOSED = re.compile(r"\s*(?:[.,;:!?)”\"–—]|$|(?:and|but|or|when|while|as|he|she|it|we|they|I|the|his|her|their)\b)")
"""What may stand behind "on the Saturday": neither "match" nor "in question", of which it would be."""


def _weekday_told(found: Found) -> Calendar | None:
    """As in "they met on the Thursday and parted on the Saturday": that of the days told of."""
    alone = found.before == "on" and _CLOSED.match(found.text, found.end)
    return Calendar(weekday=found.get("w"), told=True) if alone else None


def _weekday_week(found: Found) -> Shift | None:
    """As in British "Tuesday week": a week after the coming Tuesday; not "the Friday week-end"."""
    if found.first_word == found.words or found.after in {"-", "long"} or found.before in {"the", "last"}:
        return None
    return Shift(Unit.DAY, 7.0, Calendar(weekday=found.get("w"), which=1))


def _weeks_from(found: Found) -> Shift | None:
    """As in "a week last Tuesday", "two weeks next Friday"."""
    amount = amount_of(found)
    if amount is None or found.get("u") not in {Unit.WEEK, Unit.FORTNIGHT, Unit.DAY}:
        return None
    way = _STEPS[found.word("k")]
    day = Calendar(weekday=found.get("w"), which=way)
    return Shift(found.get("u"), way * amount, day, counted=True, sign=way, precision=Unit.DAY)


_HAS_COME = re.compile(r"\s(?:has|is)\s(?:now\s|finally\s|at\slast\s)?(?:come|arrived|here)\b", re.IGNORECASE)


def _day_come(found: Found) -> Vague | None:
    """As in "That day has come": the day of the telling."""
    return Vague("PRESENT_REF") if _HAS_COME.match(found.text, found.end, found.end + 30) else None


_TO_COME = re.compile(r"\b(?:if|until|till|will|would|shall|should|may|might)\b[^.;!?\n]*$", re.IGNORECASE)
_CLAUSE = 60  # characters looked at in front of "a day when"


def _day_when(found: Found) -> Vague | None:
    """As in "If there comes a day when ...": not a length of a day, and no day that is known."""
    if found.after != "when":
        return None
    is_to_come = _TO_COME.search(found.text, max(0, found.start - _CLAUSE), found.start) is not None
    return Vague("FUTURE_REF" if is_to_come else "XXXX-XX-XX")


RELATIVE: tuple[Rule, ...] = (
    Rule("that-day-has-come", "that day", _day_come),
    Rule("a-day-when", "a day", _day_when),
    Rule(
        "same-unit-a-year-before", f"the? same|corresponding|comparable|equivalent u:UNIT {_YEAR_BEFORE}", _year_before
    ),
    Rule(
        "same-period-a-year-before",
        f"the? same|corresponding|comparable|equivalent period|time {_YEAR_BEFORE}",
        _period_before,
    ),
    Rule(
        "same-unit-of-year",
        "the? same|corresponding|comparable|equivalent UNIT|period of|in y:FULL_YEAR",
        _same_of_year,
    ),
    Rule("year-earlier-unit", "the|a? year - earlier|ago|prior u:UNIT", _year_before),
    Rule("prior-year-unit-hyphened", "the|a? prior|previous|preceding|last - year u:UNIT", _year_before),
    Rule("prior-year-period-hyphened", "the|a? prior|previous|preceding|last - year period", _period_before),
    Rule("prior-year-unit", "the|a? prior|previous year u:UNIT", _year_before),
    Rule("prior-year-period", "the|a? prior|previous year period", _period_before),
    Rule("year-earlier-period", "the|a? year - earlier|ago period", _period_before),
    Rule("a-year-earlier", "the|a year - earlier|ago", _period_before),
    Rule("latest-unit", "the|its latest u:UNIT", _latest),
    Rule("day-before-yesterday", "the day before yesterday", lambda _: Shift(Unit.DAY, -2.0, Origin.PUBLICATION)),
    Rule("day-after-tomorrow", "the day after tomorrow", lambda _: Shift(Unit.DAY, 2.0, Origin.PUBLICATION)),
    Rule("day-word", "d:DAY_WORD", _day_word),
    Rule("tonight", "tonight|to-night", lambda _: Clock("TNI", Shift(Unit.DAY, 0.0, Origin.PUBLICATION))),
    Rule("overnight", "overnight", lambda _: Clock("TNI")),
    Rule("this-part-of-day", f"the|that|this? very? k:same|that|this|{_PAST}|{_NEXT} p:PART", _part_of_day),
    Rule("last-month-and-day", f"k:this|{_PAST}|{_NEXT} m:MONTH d:DAY", _named_day),
    Rule("last-named-month", f"k:this|{_PAST}|{_NEXT} m:MONTH", _named),
    Rule("the-following-month", "the k:previous|preceding|following|next|ensuing|succeeding m:MONTH", _named),
    Rule("last-weekday-of-month-and-year", "the last w:WEEKDAY of|in m:MONTH ,? y:FULL_YEAR", _last_weekday),
    Rule("last-weekday-of-month", "the last w:WEEKDAY of|in m:MONTH", _last_weekday),
    Rule("last-named-weekday", f"this? k:this|{_PAST}|{_NEXT} w:WEEKDAY", _named),
    Rule("the-following-weekday", "the k:previous|preceding|following|next|ensuing|succeeding w:WEEKDAY", _named),
    Rule("last-named-season", f"the? k:this|{_PAST}|{_NEXT} s:SEASON", _named),
    Rule("that-season", "(that | the|that same) s:SEASON", _same_season),
    Rule("that-month", "(that | that same) m:MONTH", _that_month),
    Rule("weekday-of-week", "w:WEEKDAY k:last|this|next week", _weekday_of_week),
    Rule(
        "day-of-last-month", "the d:DAY of the|that? k:last|this|next|that|same|following|previous month", _day_of_month
    ),
    Rule("weekday-last", "w:WEEKDAY k:last|next", _named),
    Rule("day-of-month-in-letters", "the d:DAY x:inst|instant|ult|ultimo|prox|proximo .?", _in_letters),
    Rule("weekday-week", "w:WEEKDAY week", _weekday_week),
    Rule("weekday-after", "the w:WEEKDAY after|following", _weekday_after),
    Rule(
        "weekday-fortnight",
        "w:WEEKDAY fortnight",
        lambda f: Shift(Unit.DAY, 14.0, Calendar(weekday=f.get("w"), which=0)),
    ),
    Rule("unit-last-weekday", "(a|an | n:AMOUNT) u:ANY_UNIT ago? k:last|next w:WEEKDAY", _weeks_from),
    Rule("unit-on-weekday", "(a|an | n:AMOUNT) u:ANY_UNIT on w:WEEKDAY", lambda f: _from_weekday(f)),
    Rule("recent-units", "the|these? recent UNITS", lambda _: Vague("PAST_REF")),
    Rule("these-units", "these UNITS", lambda _: Vague("PRESENT_REF")),
    Rule("amount-of-last-units", f"the? n:AMOUNT k:{_PAST}|{_NEXT} u:UNITS", _units),
    Rule("last-amount-of-units", f"the|these? k:{_PAST}|{_NEXT} n:AMOUNT (or so)? u:UNITS", _units),
    Rule("last-units", f"the? k:{_PAST}|{_NEXT} u:UNITS", _units),
    Rule("last-unit", f"the|that|this? very? k:{_SAME}|{_PAST}|{_NEXT} u:UNIT", _unit),
    Rule("day-following", "the day following", lambda _: Shift(Unit.DAY, 1.0, Origin.TOLD)),
    Rule(
        "part-of-day-before-last",
        "the p:PART before last",
        lambda f: Clock(f.get("p"), Shift(Unit.DAY, -2.0, Origin.PUBLICATION)),
    ),
    Rule("weekday-before-last", "the w:WEEKDAY before last", _weekday_before_last),
    Rule("the-weekday", "the w:WEEKDAY", _weekday_told),
    Rule("unit-before-last", "the u:UNIT before last", lambda f: Shift(f.get("u"), -2.0, Origin.PUBLICATION)),
    Rule("part-of-day-before", "the p:PART before", lambda f: Clock(f.get("p"), Shift(Unit.DAY, -1.0, Origin.TOLD))),
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


# Verbs whose subject stands further in front: "the toll of the quake a day before rose to ten".
_VERBS = frozenset(
    {"are", "became", "began", "came", "did", "died", "fell", "had", "has", "have", "is", "rose", "said", "was", "were"}
)


def _from_event(sign: int) -> Builder:
    """As in "A week after ...": counted from the event that follows, or from the date told last where nothing does."""

    def build(found: Found) -> Shift:
        named = found.after[:1].isalnum() and found.after not in _NO_EVENT and found.after not in _VERBS
        shift: Shift = _counted(sign, Origin.EVENT if named else Origin.TOLD)(found)
        return shift

    return build


def _eve(found: Found) -> Shift | None:
    return Shift(Unit.DAY, -1.0, Origin.EVENT, counted=True, sign=-1) if found.after == "of" else None


# "Just two weeks", "more than a year": the front of everything counted.
_ABOUT = "(only|just|almost|about|nearly|over|roughly|exactly | less|more|fewer than)?"
_COUNT = f"{_ABOUT} (a|an | n:AMOUNT) full|whole|long|short|more? u:ANY_UNIT"


def _brief(found: Found) -> Shift:
    """As in "2h ago"."""
    amount, unit = found.get("b")
    return Shift(unit, -amount, Origin.PUBLICATION, counted=True, sign=-1)


def _and_a_half(sign: int, origin: Origin) -> Builder:
    """As in "a year and a half ago": counted in months where a half is no number of these."""

    def build(found: Found) -> Shift:
        unit, amount = found.get("u"), 1.5
        if unit == Unit.YEAR:
            unit, amount = Unit.MONTH, 18.0
        return Shift(unit, sign * amount, origin, counted=True, sign=sign)

    return build


def _composed(sign: int, origin: Origin) -> Builder:
    """As in "two years and three months ago": counted in the finer unit."""

    def build(found: Found) -> Shift | None:
        unit, finer = found.get("u"), found.get("v")
        amount, more = (float(found.get(label)) if found.has(label) else 1.0 for label in ("n", "m"))
        parts = FINER.get((unit, finer))
        if parts is None or not 0 < more < parts or not amount:
            return None
        return Shift(finer, sign * (amount * parts + more), origin, counted=True, sign=sign)

    return build


_LENGTHS = "(a|an | n:AMOUNT) u:ANY_UNIT ,? and? (a|an | m:AMOUNT) v:ANY_UNIT"

_PLANNED = frozenset(
    {
        "announced",
        "expected",
        "first",
        "hoped",
        "initially",
        "intended",
        "originally",
        "planned",
        "previously",
        "promised",
        "scheduled",
    }
)


def _than(sign: int) -> Builder:
    """As in "on 11 May, three days later than planned": no other day than the one it stands beside."""
    from_event = _counted(sign, Origin.EVENT)

    def build(found: Found) -> Content | None:
        ahead = found.neighbour(-2)
        is_beside = found.before == "," and ahead is not None and isinstance(ahead.value, int)
        if is_beside and found.after in _PLANNED:
            return Shift(Unit.DAY, 0.0, Origin.TOLD)
        built: Content | None = from_event(found)
        return built

    return build


def _nights(found: Found) -> Clock | None:
    """As in "three nights later", "two mornings ago"."""
    way = 1 if found.word("k") in {"later", "after"} else -1
    amount = amount_of(found)
    if amount is None or (found.word("k") in {"after", "before"} and found.after[:1].isalnum()):
        return None
    origin = Origin.PUBLICATION if found.word("k") == "ago" else Origin.TOLD
    return Clock(found.get("p"), Shift(Unit.DAY, way * amount, origin))


COUNTED: tuple[Rule, ...] = (
    Rule("parts-of-day-later", "(a|an | n:AMOUNT) p:PART k:later|earlier|ago|before|after", _nights),
    Rule("two-units-ago", f"{_LENGTHS} ago", _composed(-1, Origin.PUBLICATION)),
    Rule("two-units-earlier", f"{_LENGTHS} earlier", _composed(-1, Origin.TOLD)),
    Rule("two-units-later", f"{_LENGTHS} later", _composed(1, Origin.TOLD)),
    Rule("brief-unit-ago", "b:BRIEF ago", _brief),
    Rule("unit-and-a-half-ago", f"{_ABOUT} a|one u:UNIT and a half ago", _and_a_half(-1, Origin.PUBLICATION)),
    Rule("unit-and-a-half-earlier", f"{_ABOUT} a|one u:UNIT and a half earlier", _and_a_half(-1, Origin.TOLD)),
    Rule("unit-and-a-half-later", f"{_ABOUT} a|one u:UNIT and a half later", _and_a_half(1, Origin.TOLD)),
    Rule(
        "unit-ago-to-the-day", "exactly? (a|an | n:AMOUNT) u:ANY_UNIT ago (today | to the day)", _to_the(-1, Unit.DAY)
    ),
    Rule("exactly-unit-ago", "exactly (a|an | n:AMOUNT) u:ANY_UNIT ago", _to_the(-1, Unit.DAY)),
    Rule("exactly-unit-from-now", "exactly (a|an | n:AMOUNT) u:ANY_UNIT from now|today", _to_the(1, Unit.DAY)),
    Rule("unit-ago-this-week", "(a|an | n:AMOUNT) u:ANY_UNIT ago this week", _to_the(-1, Unit.WEEK)),
    Rule("unit-ago-this-month", "(a|an | n:AMOUNT) u:ANY_UNIT ago this month", _to_the(-1, Unit.MONTH)),
    Rule("unit-ago", f"{_COUNT} 's? ago", _counted(-1, Origin.PUBLICATION)),
    Rule("unit-later-than", f"{_COUNT} later than", _than(1)),
    Rule("unit-earlier-than", f"{_COUNT} earlier|sooner than", _than(-1)),
    Rule("unit-earlier", f"{_COUNT} earlier|beforehand|previously|back", _counted(-1, Origin.TOLD)),
    Rule("unit-later", f"{_COUNT} later|afterwards|afterward", _counted(1, Origin.TOLD)),
    Rule("unit-before", f"{_COUNT} (before | prior to | ahead of)", _from_event(-1)),
    Rule("unit-after", f"{_COUNT} after|following|into", _from_event(1)),
    Rule("unit-from-now", "(a|an | n:AMOUNT) u:ANY_UNIT from now|today", _counted(1, Origin.PUBLICATION)),
    Rule("unit-from-weekday", "(a|an | n:AMOUNT) u:ANY_UNIT from w:WEEKDAY", _from_weekday),
    Rule("units-time", "(a|an | n:AMOUNT) u:ANY_UNIT 's? '? time", _counted(1, Origin.PUBLICATION)),
    Rule("bare-units-ago", "just|only|mere? u:UNITS ago", _counted(-1, Origin.PUBLICATION)),
    Rule("bare-units-earlier", "just|only|mere? u:UNITS earlier", _counted(-1, Origin.TOLD)),
    Rule("bare-units-later", "just|only|mere? u:UNITS later", _counted(1, Origin.TOLD)),
    Rule("bare-units-before", "just|only|mere? u:UNITS before", _counted(-1, Origin.EVENT)),
    Rule("bare-units-after", "just|only|mere? u:UNITS after", _counted(1, Origin.EVENT)),
    Rule("the-unit-before", "the u:UNIT before|earlier", _from_event(-1)),
    Rule("the-unit-after", "the u:UNIT after|afterwards|later|following", _from_event(1)),
    Rule("the-eve", "the eve", _eve),
)
