"""Days of the calendar: written out in every order, in figures, as ranges of days, as holidays."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.dates import words
from timeline.dates.content import Calendar, Numeric, Origin, Range, Shift, Unit
from timeline.dates.grammar.kinds import Spanned
from timeline.dates.patterns import Builder, Found, Rule
from timeline.timespan import is_day

_LEAP_YEAR = 2000  # a year that has every day
_NEW_STYLE = 1760  # from then on no English document counts its years from March


def full_year(value: int) -> int:
    """A year of two digits: up to 40 of this century, else of the last.

    >>> full_year(8), full_year(98), full_year(1914)
    (2008, 1998, 1914)
    """
    if not 0 <= value < 100:
        return value
    return value + (2000 if value <= 40 else 1900)


def calendar(found: Found) -> Calendar | None:
    """A date whose labelled parts are w(eekday), m(onth), d(ay), y(ear), s(hort year)."""
    month, day, year = found.get("m"), found.get("d"), found.get("y")
    if found.has("s"):
        year = full_year(found.get("s"))
    if (month, day, year) == (9, 11, None) and found.after in words.OF_NINE_ELEVEN:
        year = 2001
    if day is not None and not is_day(_LEAP_YEAR if year is None else year, month, day):
        return None
    return Calendar(year=year, month=month, day=day, weekday=found.get("w"))


def _day_range(found: Found) -> Range | None:
    """As in "1-2 September": from d to e of a month."""
    month, year, first, last = found.get("m"), found.get("y"), found.get("d"), found.get("e")
    checked = _LEAP_YEAR if year is None else year
    if not (is_day(checked, month, first) and is_day(checked, month, last)) or first >= last:
        return None
    return Range(Calendar(year=year, month=month, day=first), Calendar(year=year, month=month, day=last), joined=True)


def _month_range(found: Found) -> Spanned | None:
    """As in "May-August 1950": the year stands once for both."""
    first, last, year = found.get("a"), found.get("b"), found.get("y")
    months = Range(Calendar(year=year - (first > last), month=first), Calendar(year=year, month=last))
    return Spanned(months, found.span("a"), (found.span("b")[0], found.end))


_VERSIONS = frozenset({"version", "v", "release", "build"})


def _numeric(found: Found) -> Numeric | None:
    return Numeric(found.words) if _is_plausible(found.words) and found.before not in _VERSIONS else None


def _compact(found: Found) -> Calendar | None:
    """As in "20210816", "16AUG2021"; not "case 20210816"."""
    year, month, day = found.get("c")
    if not is_day(full_year(year), month, day) or found.before in words.NUMBERED or found.before in words.NUMBERING:
        return None
    return Calendar(year=full_year(year), month=month, day=day)


def _is_plausible(written: str) -> bool:
    """Whether three numbers can be a date in some order."""
    parts = re.findall(r"[0-9]+", written)[:3]
    first, second, third = map(int, parts)
    if len(parts[0]) == 4:
        return 1 <= second <= 12 and 1 <= third <= 31 and len(parts[2]) <= 2
    if len(parts[0]) > 2 or len(parts[2]) == 3 or (len(parts[2]) == 2 and "/" not in written):
        return False
    return 1 <= first <= 31 and 1 <= second <= 31 and (first <= 12 or second <= 12)


def _is_whole(found: Found) -> bool:
    """Whether no more of a date follows: not "channel 4 August 16, 2011", not "summit 2005 June 6, 2005".

    Four figures with a 0 in front are no year: "16 October, 0600".
    """
    behind = found.text[found.end : found.end + 24]
    return re.match(r"\s[0-9]{1,2}\b(?![:.][0-9]|\s(?:people|[a-z]+s)\b)|,?\s[1-9][0-9]{3}\b", behind) is None


def _unless_stopped(build: Builder) -> Builder:
    """Refuses a full stop behind a month that is not shortened: "It came in March. 2 men died"."""
    return lambda found: None if _STOPPED.match(found.words) else build(found)


_STOPPED = re.compile(rf"(?:{'|'.join(month for month in words.MONTHS if len(month) > 4)})\s*\.", re.I)


def _unless_counting(build: Builder) -> Builder:
    """Refuses a last number that counts something: "In May 12 people"."""
    return lambda found: None if found.after in words.COUNTED else build(found)


def _if_whole(found: Found) -> Calendar | None:
    return calendar(found) if _is_whole(found) else None


def _in_words(found: Found) -> Calendar | None:
    """As in "the third of March"."""
    return calendar(found) if found.get("d") <= 31 else None


def _in_words_alone(found: Found) -> Calendar | None:
    """As in "Old Bailey, Ninth April 1829"; not "the second March 1917 strike"."""
    return _in_words(found) if found.before not in _OF_NOUNS else None


_OF_NOUNS = frozenset({"a", "an", "her", "his", "its", "the", "their"})


def _in_words_if_alone(found: Found) -> Calendar | None:
    """As in "on April the ninth, ..."; not "in April the ninth ship sailed"."""
    return _in_words(found) if _GOES_ON.match(found.text, found.end, found.end + 40) is not None else None


_MOVES = frozenset({"on", "since", "until", "till", "by", "before", "after", "from", "to"})
_OF_NIGHTS = frozenset(words.PARTS_OF_DAY)
# Behind "on the 14th" a clause goes on; a noun would be counted off: "on the 14th floor".
_GOES_ON = re.compile(
    r"(?!\s(?:and|to)\s(?:the\s)?[0-9]{1,2}(?:st|nd|rd|th)\s(?:centur|day|floor|grade|hour|minute|month|place|week|year))"
    r"\s*(?:[,.;:)–—]|$|\n\s*\n|\s(?:and|at|he|her|his|i|in|it|its|of\sthis\smonth|our|she|that|the|their|there|they|to|we"
    r"|after|all|another|as|before|both|but|for|from|had|has|is|neither|no|nothing|one|or|some|was|were|when|where|which"
    r"|who|will|with|would)\b)"
)


def _day_alone(found: Found) -> Calendar | None:
    """As in "On the 14th, the army ...", "the night of the 3rd"; not "on the 14th floor", "the 14th of them"."""
    of = found.written(-2).lower() if found.before == "of" else ""
    led = found.before in _MOVES or of in _OF_NIGHTS or of in words.LETTERS
    goes_on = led and _GOES_ON.match(found.text, found.end, found.end + 40) is not None
    return Calendar(day=found.get("d")) if goes_on and found.words[-1].isalpha() else None


def _dual(found: Found) -> Calendar | None:
    """As in "11 February 1731/2", "24 March 1660/61": where the year began in March, the later of the two is ours."""
    year, later = found.get("y"), found.written_label("n")
    is_dual = (
        year < _NEW_STYLE and str(year + 1).endswith(later) and " " not in found.text[found.span("y")[0] : found.end]
    )
    date = calendar(found) if is_dual else None
    return replace(date, year=year + 1) if date is not None else None


def _short(found: Found) -> Calendar | None:
    """As in "10 Nov 11"; before a word only in capitals or joined by marks, "10 NOV 11", "10-Nov-11"."""
    if len(re.findall(r"[-/]", found.words)) == 2:
        return calendar(found)
    is_year = found.get("s") <= 40 and (found.words.isupper() or not found.after.isalpha())
    return calendar(found) if is_year else None


def _nine_eleven(found: Found) -> Calendar | None:
    return Calendar(year=2001, month=9, day=11) if (found.get("a"), found.get("b")) == (9, 11) else None


def _weekday_listed(found: Found) -> Calendar | None:
    """As in "Monday 20, Tuesday 21 and Wednesday 22 April": the month stands with the last of a list."""
    joined, following = found.after in {",", "and", "or"}, found.written(2).lower()
    in_list = joined and (following in words.WEEKDAYS or following in words.SHORT_WEEKDAYS)
    return Calendar(weekday=found.get("w"), day=found.get("d")) if in_list else None


# Behind "following" another clause begins: what is followed is not named.
_NO_EVENT = frozenset(
    {"and", "at", "but", "he", "i", "in", "it", "on", "or", "she", "they", "to", "was", "we", "were", "when"}
)


def _following(found: Found) -> Calendar | None:
    """As in "the 14th of October following": the next after what was told; not "on 3 May following heavy rain"."""
    named = found.after[:1].isalnum() and found.after not in _NO_EVENT
    date = calendar(found)
    return replace(date, which=1, told=True) if date is not None and not named else None


def _of_that_year(found: Found) -> Calendar | None:
    """As in "11 June of that year": in the year told last."""
    date = calendar(found)
    return replace(date, within=Shift(Unit.YEAR, 0.0, Origin.TOLD)) if date is not None else None


def _weekday_and_day(found: Found) -> Calendar | None:
    """As in "On Sunday the 6th, the army ..."."""
    goes_on = _GOES_ON.match(found.text, found.end, found.end + 40) is not None and found.words[-1].isalpha()
    return Calendar(weekday=found.get("w"), day=found.get("d")) if goes_on else None


DAYS: tuple[Rule, ...] = (
    Rule("nine-eleven", "a:DAY / b:DAY", _nine_eleven),
    Rule("numeric-date", "n:NUMERIC", _numeric),
    Rule("compact-date", "c:COMPACT", _compact),
    Rule("day-and-month-following", "the? d:DAY of? m:ANY_MONTH .? ,? then|next? following|ensuing", _following),
    Rule("month-and-day-following", "m:ANY_MONTH .? d:DAY ,? then|next? following|ensuing", _following),
    Rule("day-and-month-of-that-year", "the? d:DAY of? m:ANY_MONTH of|in that same? year", _of_that_year),
    Rule("weekday-day-month-year", "w:ANY_WEEKDAY .? ,? the? d:DAY of? m:ANY_MONTH .? ,? y:YEAR", calendar),
    Rule("weekday-month-day-year", "w:ANY_WEEKDAY .? ,? m:ANY_MONTH .? d:DAY ,|-? y:YEAR", calendar),
    Rule("month-day-range-year", "m:ANY_MONTH .? d:DAY -|to|and|through|until|& e:DAY ,? y:YEAR", _day_range),
    Rule(
        "day-range-month-year",
        "the? d:DAY -|/|to|and|or|through|until|& the? e:DAY of? m:ANY_MONTH .? ,? y:YEAR",
        _day_range,
    ),
    Rule("day-month-year-in-brackets", "the? d:DAY of? m:ANY_MONTH .? ,? OPEN y:FULL_YEAR CLOSE", calendar),
    Rule("month-day-year-in-brackets", "m:ANY_MONTH .? d:DAY ,? OPEN y:FULL_YEAR CLOSE", calendar),
    Rule("day-month-dual-year", "the? d:DAY of? m:ANY_MONTH .? ,? y:FULL_YEAR / n:NUMBER", _dual),
    Rule("month-day-dual-year", "m:ANY_MONTH .? d:DAY ,? y:FULL_YEAR / n:NUMBER", _dual),
    Rule("year-month-day-joined", "y:FULL_YEAR -|/ m:ANY_MONTH -|/ d:DAY", calendar),
    Rule("month-day-year", "m:ANY_MONTH .? the? d:DAY ,|-? of? y:FULL_YEAR", calendar),
    Rule("day-month-year", "the? d:DAY of|-|/? m:ANY_MONTH .|-|/? ,? of? y:FULL_YEAR", calendar),
    Rule("numbered-day-of-month-and-year", "the? d:DAY day of m:ANY_MONTH ,|in? y:FULL_YEAR", calendar),
    Rule("worded-day-of-month-and-year", "the? d:ORDINAL day of m:ANY_MONTH ,|in? y:FULL_YEAR", _in_words),
    Rule("worded-day-of-month", "the? d:ORDINAL day of m:ANY_MONTH", _in_words),
    Rule("day-month-short-year", "d:DAY m:ANY_MONTH s:SHORT_YEAR", calendar),
    Rule("day-month-two-digits", "d:DAY -|/? m:SHORT_MONTH -|/? s:TWO_DIGITS", _short),
    Rule("month-day-short-year", "m:ANY_MONTH d:DAY ,? s:SHORT_YEAR", calendar),
    Rule("year-month-day", "y:YEAR ,? m:MONTH d:DAY", _if_whole),
    Rule("month-day-range", "m:ANY_MONTH .? d:DAY -|to|and|through|until|& e:DAY", _unless_counting(_day_range)),
    Rule("month-day-list-year", "m:ANY_MONTH .? d:DAY , DAY ,? and|or e:DAY ,? y:YEAR", _day_range),
    Rule("month-day-list", "m:ANY_MONTH .? d:DAY , DAY ,? and|or e:DAY", _unless_counting(_day_range)),
    Rule("day-list-month-year", "the? d:DAY , DAY ,? and|or e:DAY of? m:ANY_MONTH .? ,? y:YEAR", _day_range),
    Rule("day-list-month", "the? d:DAY , DAY ,? and|or e:DAY of? m:ANY_MONTH", _day_range),
    Rule("day-range-month", "the? d:DAY -|/|to|and|or|through|until|& the? e:DAY of? m:ANY_MONTH", _day_range),
    Rule("weekday-day-month", "w:ANY_WEEKDAY .? ,? the? d:DAY of? m:ANY_MONTH", calendar),
    Rule("weekday-month-day", "w:ANY_WEEKDAY .? ,? m:ANY_MONTH .? d:DAY", calendar),
    Rule("month-term-year", "m:MONTH term ,? y:FULL_YEAR", calendar),
    Rule("month-and-year", "m:ANY_MONTH .? ,|of|in|-? y:FULL_YEAR", calendar),
    Rule("month-and-short-year", "m:ANY_MONTH .? s:SHORT_YEAR", calendar),
    Rule("year-and-month", "y:YEAR m:MONTH", lambda f: None if f.after[:1].isdigit() else calendar(f)),
    Rule("day-and-month", "d:DAY of? m:ANY_MONTH", _if_whole),
    Rule("the-day-and-month", "the d:DAY of? m:ANY_MONTH", calendar),
    Rule("worded-day-month-and-year", "d:ORDINAL m:MONTH ,? y:FULL_YEAR", _in_words_alone),
    Rule("month-worded-day-and-year", "m:MONTH the d:ORDINAL ,? y:FULL_YEAR|WORDED_YEAR", _in_words),
    Rule("month-and-worded-day", "m:MONTH the d:ORDINAL", _in_words_if_alone),
    Rule("worded-day-and-month-year", "the d:ORDINAL of m:MONTH ,? y:YEAR", _in_words),
    Rule("worded-day-and-month", "the d:ORDINAL of m:MONTH", _in_words),
    Rule("month-and-day", "m:ANY_MONTH .? the? d:DAY", _unless_stopped(_unless_counting(calendar))),
    Rule("day-alone", "the d:DAY", _day_alone),
    Rule("weekday-and-numbered-day", "w:ANY_WEEKDAY .? ,? the d:DAY", _weekday_and_day),
    Rule("weekday-and-day-of-list", "w:ANY_WEEKDAY .? ,? the? d:DAY", _weekday_listed),
    Rule("month-range-year", "a:ANY_MONTH .? -|to|and|through|until|/ b:ANY_MONTH .? ,? y:FULL_YEAR", _month_range),
)


def _holidays() -> tuple[Rule, ...]:
    fixed = {name: (month, day) for name, month, day in words.FIXED_HOLIDAYS}
    moving = [row[0] for row in words.WEEKDAY_HOLIDAYS] + [row[0] for row in words.EASTER_HOLIDAYS]
    longest_first = sorted([*fixed, *moving], key=lambda name: (-len(name.split()), name))
    rules: list[Rule] = []
    for name in longest_first:
        build = _holiday(name, fixed.get(name))
        called = name.replace(" ", "-")  # marks stay: "st-stephen-'s-day" and "st-.-stephen-'s-day" are two rules
        rules += (Rule(f"{called}-of-year", f"{name} ,? of|in? y:FULL_YEAR", build), Rule(called, name, build))
    return tuple(rules)


def _holiday(name: str, day: tuple[int, int] | None) -> Builder:
    def build(found: Found) -> Calendar | None:
        if not found.words[0].isupper() or found.after in words.OF_HOLIDAYS:
            return None
        year = found.get("y")
        return Calendar(year=year, month=day[0], day=day[1]) if day else Calendar(year=year, holiday=name)

    return build


HOLIDAYS = _holidays()
