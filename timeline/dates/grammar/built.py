"""What is built of plain expressions: periods inside others, early and late parts, ranges."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.dates import words
from timeline.dates.content import (
    Calendar,
    Clock,
    Content,
    CountedPeriod,
    Duration,
    Modified,
    Modifier,
    Nth,
    Numeric,
    Range,
    Shift,
    Unit,
)
from timeline.dates.grammar.kinds import Spanned
from timeline.dates.patterns import Found, Rule

# --- one period inside another ---------------------------------------------------------------------------------------


def _inside(found: Found) -> Content | None:
    """As in "August of that year", "the third quarter of 2009", "the first week of May", "Tuesday of last week"."""
    inner, outer = found.get("i"), found.get("o")
    if isinstance(inner, Modified):
        content = _within(inner.of, outer)
        return Modified(content, inner.modifier) if content is not None else None
    return _within(inner, outer)


def _within(inner: Content, outer: Content) -> Content | None:
    if isinstance(inner, Nth) and inner.of is None:
        return replace(inner, of=outer)
    if not isinstance(inner, Calendar) or inner.year is not None or inner.within is not None or inner.which is not None:
        return None
    if isinstance(outer, Calendar):
        if outer.century is not None or outer.decade is not None:
            return replace(inner, within=outer) if inner.half is not None or inner.quarter is not None else None
        if outer.year is not None and outer.month is None and outer.decade is None:
            return replace(inner, year=outer.year, fiscal=outer.fiscal)
        if (outer.month is None or inner.day is None) and inner.weekday is None:
            return None
    return replace(inner, within=outer)


_NOUN_BEHIND = re.compile(r"\s(?!(?:and|or|he|she|it|they|we|in|at|on|the|a|an|to|was|were|is|had|has)\b)[a-z]")


def _counted_from(found: Found) -> Shift | None:
    """As in "Two days after 3 May": counted from a date in the words."""
    shift, point = found.get("s"), found.get("p")
    named = found.word("p")
    if named.startswith("the ") and " of " not in named and _NOUN_BEHIND.match(found.text, found.end):
        return None  # "two days after the 3 May vote" counts from the vote, which has a date of its own
    inner = point.of if isinstance(point, Modified) else point
    names_day = isinstance(inner, Numeric) or (
        isinstance(inner, Calendar) and bool(inner.day is not None or inner.weekday is not None or inner.holiday)
    )
    return replace(shift, origin=point) if names_day else None


def _nth_weekday(found: Found) -> Calendar | None:
    """As in "The second Tuesday in November"."""
    number, weekday, month = found.get("o"), found.get("w"), found.get("p")
    is_month = isinstance(month, Calendar) and month.month is not None and month.day is None
    if not is_month or number > 5 or not isinstance(weekday, Calendar) or weekday != Calendar(weekday=weekday.weekday):
        return None
    return Calendar(weekday=weekday.weekday, nth=number, within=month)


def _weekdays(found: Found) -> Range | None:
    """As in "Wednesday and Thursday": one range where the second follows the first."""
    first, last = found.get("a"), found.get("b")
    if not isinstance(first, Calendar) or first.weekday is None or first != Calendar(weekday=first.weekday):
        return None
    return Range(first, last, joined=True) if last == Calendar(weekday=(first.weekday + 1) % 7) else None


def _short_range(found: Found) -> Spanned | None:
    """As in "1914-18", "2019/20"."""
    first, last = found.get("a"), found.get("b")
    if not isinstance(first, Calendar) or first.year is None or first != Calendar(year=first.year):
        return None
    year = first.year - first.year % 100 + last
    return _spanned(found, first, Calendar(year=year)) if first.year < year else None


_ENDS = re.compile(r"(?:the\s)?(first|last|final)\s", re.IGNORECASE)


def _counted_part(found: Found) -> CountedPeriod | Nth | None:
    """As in "the first six months of 1989", "the last week of May"."""
    length, led = found.get("l"), _ENDS.match(found.words)
    if led is None or not isinstance(length, Duration | CountedPeriod) or length.amount is None or length.unit.is_clock:
        return None
    sign = 1 if led[1].lower() == "first" else -1
    if length.amount == 1:
        return Nth(sign, length.unit, found.get("p"))
    return CountedPeriod(length.unit, length.amount, sign, found.get("p"))


# "The year to March", "the nine months ended Sept. 30".
_REPORTED = frozenset({Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.YEAR})


def _ended(found: Found) -> Spanned | None:
    """As in "the nine months ended Sept. 30", "the year to March": a length of time up to the end of what is named."""
    length, point = found.get("l"), found.get("p")
    unit, amount = (found.get("u"), 1.0) if length is None else (length.unit, length.amount)
    if unit not in _REPORTED or amount is None or not found.words.lower().startswith("the "):
        return None
    if unit == Unit.WEEK and amount == 1:
        return None
    names_days = isinstance(point, Numeric) or (isinstance(point, Calendar) and (point.month or point.holiday))
    if not names_days:
        return None
    end = found.span("u" if length is None else "l")[1]
    parts = Range(length or Duration(unit, 1.0), point)
    return Spanned(parts, (found.start, end), found.span("p"), CountedPeriod(unit, amount, -1, point))


def _is_quarter(content: Content) -> bool:
    """As in "its second quarter", "the last quarter": one whose year is not told."""
    if isinstance(content, Shift):
        return content.unit == Unit.QUARTER and not content.counted
    return isinstance(content, Calendar) and content == Calendar(quarter=content.quarter)


def _fiscal_ended(found: Found) -> Spanned | None:
    """As in "the fiscal year ended June 30", "its second quarter ended March 31"."""
    period, point = found.get("f"), found.get("p")
    if not isinstance(point, Calendar) or not point.month:
        return None
    is_year = period in (Calendar(fiscal=True, which=which) for which in (-1, 0, 1))
    if not is_year and not _is_quarter(period):
        return None
    unit = Unit.YEAR if is_year else Unit.QUARTER
    named = period if is_year else Shift(Unit.QUARTER, 0.0, point, sign=-1)  # the three months up to the day
    return Spanned(Range(named, point), found.span("f"), found.span("p"), CountedPeriod(unit, 1.0, -1, point))


def _owned(found: Found) -> Content | None:
    """As in "1989's first quarter", "last year's third quarter"."""
    return _within(found.get("i"), found.get("o"))


INSIDE: tuple[Rule, ...] = (
    Rule("period-of-owning-year", "o:YEARS 's i:POINT", _owned),
    Rule("nth-weekday-of-month", "the? o:ORDINAL w:POINT of|in p:POINT", _nth_weekday),
    Rule("period-of-year", "i:POINT of|in|,? o:YEARS", _inside),
    Rule("nth-of-period", "i:NTH of|in o:POINT", _inside),
    Rule("period-of-period", "i:POINT of o:POINT", _inside),
    Rule("two-weekdays", "a:POINT and b:POINT", _weekdays),
    Rule("year-to-short-year", "a:YEARS -|/ b:TWO_DIGITS", _short_range),
    Rule("length-of-period", "l:STRETCH|LENGTH of p:POINT", _counted_part),
    Rule("last-units-of-period", "STRETCH of p:POINT", lambda f: _part(f.get("p"), Modifier.END)),
    Rule(
        "early-length-of-period", "the? x:EARLY|opening|closing|final|dying LENGTH of p:POINT", lambda f: _named_part(f)
    ),
    Rule("length-ended", "l:LENGTH|STRETCH ended|ending|to|through p:POINT", _ended),
    Rule("unit-ended", "the u:UNIT ended|ending|to|through p:POINT", _ended),
    Rule("fiscal-period-ended", "f:PERIODS (,? that|which)? ended|ending|ends p:POINT", _fiscal_ended),
    Rule("week-of-day", "the? week of p:DAYS", lambda f: Shift(Unit.WEEK, 0.0, f.get("p"))),
    Rule("week-ending", "the? week ending|ended p:DAYS", lambda f: Shift(Unit.WEEK, 0.0, f.get("p"), sign=-1)),
    Rule(
        "week-beginning",
        "the? week beginning|starting|commencing p:DAYS",
        lambda f: Shift(Unit.WEEK, 0.0, f.get("p"), sign=1),
    ),
    Rule("weekend-of-day", "WEEKEND of p:DAYS", lambda f: Shift(Unit.WEEKEND, 0.0, f.get("p"))),
    Rule("weekend-of-days", "WEEKEND of p:DAY_RANGE", lambda f: f.get("p")),
    Rule("length-from-date", "s:SHIFT p:POINT", _counted_from),
)

# --- early, middle and late parts ------------------------------------------------------------------------------------


def _part(content: Content, modifier: Modifier) -> Modified | None:
    return Modified(content, modifier) if isinstance(content, Calendar | Shift) else None


def _named_part(found: Found) -> Modified | None:
    """As in "Late August", "the beginning of the year"."""
    return _part(found.get("p"), Modifier(words.PARTS_OF_PERIODS[found.word("x")]))


def _about(found: Found) -> Modified | None:
    return _part(found.get("p"), Modifier.APPROX)


def _sometime(found: Found) -> Content | None:
    """As in "Later this month", "earlier in May", "sometime in 1951"; not "later two years ago"."""
    content = found.get("p")
    if isinstance(content, Shift):
        if content.amount != 0 or content.counted:
            return None
        return content if found.first_word == "sometime" else Modified(content, Modifier(found.first_word.upper()))
    return content if isinstance(content, Calendar) else None


def _from_part(found: Found) -> Range | None:
    """As in "mid-to-late July", "early to mid 2011"."""
    point = found.get("p")
    first, last = (Modifier(words.PARTS_OF_PERIODS[found.word(label)]) for label in ("x", "y"))
    if not isinstance(point, Calendar | Shift) or first == last:
        return None
    return Range(Modified(point, first), Modified(point, last), joined=True)


def _turn(found: Found) -> Modified | None:
    """As in "the turn of the 20th century": about its first year."""
    point = found.get("p")
    is_century = isinstance(point, Calendar) and point.century is not None and point.century > 0
    return Modified(Calendar(year=point.century), Modifier.APPROX) if is_century else None


PARTS: tuple[Rule, ...] = (
    Rule("turn-of-century", "the? turn of p:POINT", _turn),
    Rule("part-to-part-of-period", "the? x:early|mid -? to|or|and|/ -? y:mid|late -? p:POINT", _from_part),
    Rule("early-period", "the? x:early|late|mid -? in|on? the? p:POINT", _named_part),
    Rule("end-of-period", "x:end|start - (of -)? p:POINT", _named_part),
    Rule("part-noun-of-period", "the? very? early|late? x:PART_NOUN of p:POINT", _named_part),
    Rule("part-noun-in-period", "the very? x:PART_NOUN in p:POINT", _named_part),
    Rule("early-part-of-period", "the? x:EARLY part of p:POINT", _named_part),
    Rule("rest-of-period", "the? rest|remainder|course of p:POINT", lambda f: f.get("p")),
    Rule("about-period", "circa|approximately|around|about|roughly p:POINT", _about),
    Rule("later-in-period", "earlier|later|sometime on? in? p:POINT", _sometime),
)

# --- ranges ----------------------------------------------------------------------------------------------------------

_JOINTS = frozenset({"to", "until", "till", "through", "-", "–", "—", "−", "/"})


def _range(found: Found) -> Spanned | None:
    """Two times joined by "to" or a dash, or by "and" after "between"."""
    joint = found.text[found.span("a")[1] : found.span("b")[0]].strip().lower()
    if joint not in _JOINTS and found.before != "between":
        return None
    return _spanned(found, found.get("a"), found.get("b"))


def _spanned(found: Found, first: Content, last: Content) -> Spanned | None:
    """A range of two expressions, labelled a and b in the pattern."""
    for end in (first, last):
        if not isinstance(end.of if isinstance(end, Modified) else end, Calendar | Numeric | Shift | Clock):
            return None
    return Spanned(Range(with_year_of(first, last), last), found.span("a"), found.span("b"))


def with_year_of(first: Content, last: Content) -> Content:
    """As in "From May to July 1863", "from May to July last year": the first end has the year of the second."""
    if isinstance(first, Modified):
        inner = with_year_of(first.of, last)
        return first if inner is first.of else Modified(inner, first.modifier)
    end = last.of if isinstance(last, Modified) else last
    if not isinstance(first, Calendar) or not isinstance(end, Calendar):
        return first
    if first.year is not None or first.within is not None or first.which is not None:
        return first
    if end.year is None:
        of_year = isinstance(end.within, Shift) and (first.day is None or end.within.unit == Unit.YEAR)
        return replace(first, within=end.within) if first.month is not None and of_year else first
    for part, end_part in ((first.month, end.month), (first.season, end.season), (first.quarter, end.quarter)):
        if part is not None:
            return replace(first, year=end.year - (end_part is not None and part > end_part))
    return first


RANGES: tuple[Rule, ...] = (Rule("range", "a:POINT to|until|till|through|-|/|and b:POINT", _range),)
