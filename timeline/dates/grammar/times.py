"""Times of the clock, parts of the day, and the days they belong to."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.dates import words
from timeline.dates.content import Calendar, Clock, Content, Modified, Origin, Shift, Unit
from timeline.dates.patterns import Found, Rule
from timeline.dates.timex import clock_value
from timeline.timespan import is_day


def _clock(found: Found) -> Clock | None:
    ahead = found.text[max(0, found.start - 12) : found.start]
    if _is_verse(found) or (":" in found.words and (_NO_CLOCK.search(ahead) or _LEFT.match(found.text, found.end))):
        return None
    value = clock_value(found.words)
    return Clock(value) if value is not None else None


def _system_time(found: Found) -> Clock | None:
    """As in "Mon Oct  5 09:12:44 2020", as computers write it."""
    value = clock_value(found.written_label("c"))
    month, day, year = found.get("m"), found.get("d"), found.get("y")
    if value is None or not is_day(year, month, day):
        return None
    return Clock(value, Calendar(year=year, month=month, day=day))


def _full_hour(found: Found) -> Clock | None:
    """As in "Five o'clock"."""
    hour = int(found.get("n"))
    return Clock(f"T{hour:02d}:00") if 1 <= hour <= 12 else None


def _of_part(hour: int, part: str) -> int:
    """The hour of the day, of twelve, in a part of the day: "six in the evening".

    >>> _of_part(6, "TEV"), _of_part(2, "TMO"), _of_part(2, "TNI"), _of_part(11, "TNI")
    (18, 2, 2, 23)
    """
    late = part in {"TAF", "TEV"} or (part == "TNI" and hour >= 6)
    return hour % 12 + (12 if late else 0)


_BEFORE_HOURS = frozenset({"at", "by", "until", "till", "about", "around", "from", "to", "before", "after"})


def _hour_of_part(found: Found) -> Clock | None:
    """As in "At six in the evening", "two o'clock in the morning"."""
    hour = int(found.get("n"))
    says_hour = "clock" in found.words or found.before in _BEFORE_HOURS
    if not 1 <= hour <= 12 or not says_hour or not found.get("p")[1:2].isalpha():
        return None
    return Clock(f"T{_of_part(hour, found.get('p')):02d}:00")


_TO_THE_HOUR = {"half": 30, "quarter": 15}


def _past_hour(found: Found) -> Clock | None:
    """As in "Half past three", "a quarter to nine"."""
    hour, minutes = int(found.get("n")), _TO_THE_HOUR[found.word("m")]
    if not 1 <= hour <= 12:
        return None
    if found.word("k") == "to":
        hour, minutes = (hour - 2) % 12 + 1, 60 - minutes
    return Clock(f"T{hour:02d}:{minutes:02d}")


def _minutes_past(found: Found) -> Clock | None:
    """As in "ten minutes past three"."""
    hour, minutes = int(found.get("n")), int(found.get("m"))
    return Clock(f"T{hour:02d}:{minutes:02d}") if 1 <= hour <= 12 and minutes < 60 else None


# "Won in 2:05:30", "a time of 3:43", "a ratio of 3:10": a length or a ratio, not a time of the clock.
_NO_CLOCK = re.compile(r"\b(?:in|(?:ratio|scale|time|record|best|odds)\s(?:of|is|was))\s$", re.IGNORECASE)


# "With 7:41 to go": what is left of a game.
_LEFT = re.compile(r"\s(?:left|remaining|to\s(?:play|go))\b")


def _is_verse(found: Found) -> bool:
    """As in "John 3:16"."""
    return found.before in words.BOOKS and found.written(-1)[:1].isupper()


def _part(found: Found) -> Clock | None:
    """A part of the day alone; with a capital it is a name, unless it begins a sentence. "Good morning" is none."""
    greeting = found.before == "good"
    if greeting or (found.before == "-" and found.written(-2).lower() == "pre"):
        return None
    begins = found.before.strip() in {"", ".", "”", '"', ":"} or found.first_word == "the"
    return Clock(found.get("p")) if begins or not found.words[0].isupper() else None


SYSTEM_TIMES: tuple[Rule, ...] = (
    Rule("system-time", "(ANY_WEEKDAY ,?)? m:ANY_MONTH d:DAY c:CLOCK NAME? y:FULL_YEAR", _system_time),
)

CLOCK: tuple[Rule, ...] = (
    Rule("clock-of-place", "c:CLOCK NAME? NAME time", _clock),
    Rule("clock", "c:CLOCK", _clock),
    Rule("hour-in-part-of-day", "n:AMOUNT (o ' clock)? in the p:PART", _hour_of_part),
    Rule("hour-at-part-of-day", "n:AMOUNT (o ' clock)? at p:PART", _hour_of_part),
    Rule("full-hour", "n:AMOUNT o ' clock PART?", _full_hour),
    Rule("half-past", "m:half k:past n:AMOUNT", _past_hour),
    Rule("quarter-past", "a? m:quarter k:past|to n:AMOUNT", _past_hour),
    Rule("minutes-past", "m:AMOUNT minutes past n:AMOUNT", _minutes_past),
    Rule("part-of-day", "the? p:PART", _part),
)


def _on_day(found: Found) -> Clock | None:
    """A time labelled t with its day, labelled d: "Tuesday night", "6:40 p.m. on 27 July"."""
    time: Clock = found.get("t")
    day: Content = found.get("d")
    return replace(time, on=day.of if isinstance(day, Modified) else day) if time.on is None else None


def _same_day(found: Found) -> Clock | None:
    """As in "About 6am on Sunday morning": the clock says more than the part of the day."""
    clock, part = found.get("c"), found.get("d")
    return replace(clock, on=part.on) if clock.on is None and part.on is not None else None


_AT = "(at|around|about | shortly after)?"


def _stated_beside(found: Found) -> Content | None:
    """As in "today (20 October 2011)", "Thursday night (June 13)": the date in brackets says which day is meant."""
    day, stated = found.get("a"), found.get("b")
    named = day.on if isinstance(day, Clock) else day
    if not isinstance(stated, Calendar) or stated.day is None or stated.month is None or stated.within is not None:
        return None
    if isinstance(named, Calendar):
        if named.weekday is None or named.day is not None or named.nth is not None:
            return None
        stated = replace(stated, weekday=named.weekday)
    elif not isinstance(named, Shift) or named.unit != Unit.DAY or named.origin != Origin.PUBLICATION:
        return None
    return replace(day, on=stated) if isinstance(day, Clock) else stated


def _two_clocks(found: Found) -> Clock | None:
    """As in "at 1353 (1023 GMT) on Monday", "10:52 GMT (18:52 HKT)": one time, in universal time where that is told."""
    one, other = found.get("t"), found.get("u")
    if one.on is not None or other.on is not None:
        return None
    time: Clock = next((clock for clock in (one, other) if clock.time.endswith("Z")), one)
    day = found.get("d")
    return replace(time, on=day.of if isinstance(day, Modified) else day)


TIMES: tuple[Rule, ...] = (
    Rule("day-and-date-in-brackets", "a:DAYS|PART_OF_DAY|TIME OPEN b:DAYS CLOSE", _stated_beside),
    Rule("two-clocks-and-day", "t:CLOCK_TIME OPEN u:CLOCK_TIME CLOSE? on|,|-? d:DAYS", _two_clocks),
    Rule("two-clocks", "t:CLOCK_TIME OPEN u:CLOCK_TIME CLOSE?", _two_clocks),
    Rule("hours-of-part-of-day", "the? early|late? hours|part of|on t:PART_TIME", lambda f: f.get("t")),
    Rule("part-of-day-of-day", "the? early|late|very? t:PART_TIME hours? of|on|,|-? d:DAYS", _on_day),
    Rule("part-of-day-of-days", "the? early|late? t:PART_TIME hours? of|on|,|-|between|from? d:DAY_RANGE", _on_day),
    Rule("part-of-day-of-nth", "the? early|late? t:PART_TIME of|on d:NTH", _on_day),
    Rule(
        "small-hours-of-day",
        "the? early|late|wee|small hours of|on d:DAYS PART_TIME?",
        lambda f: Clock("TMO", f.get("d")),
    ),
    Rule("clock-and-part-of-day", "c:CLOCK_TIME on|,|-? d:PART_OF_DAY", _same_day),
    Rule("clock-and-day", "t:CLOCK_TIME on|,|-|in|/? the? d:DAYS PART_TIME?", _on_day),
    Rule("part-of-day-and-clock", f"d:PART_OF_DAY ,? {_AT} c:CLOCK_TIME", _same_day),
    Rule(
        "day-part-and-clock",
        f"early|late? d:DAYS ,|-? early|late|at|about|around? PART_TIME ,|-? {_AT} t:CLOCK_TIME",
        _on_day,
    ),
    Rule(
        "day-and-clock",
        "early|late? d:DAYS (,|-|@|on | ,? last? updated at|on?)? (early|late|at|about|around | in the)? t:ANY_TIME",
        _on_day,
    ),
    Rule("early-part-of-day", "early|late d:PART_OF_DAY", lambda f: f.get("d")),
)
