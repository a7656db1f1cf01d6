"""Lengths of time, units counted off, sets of times, and words too vague to name any."""

from __future__ import annotations

import re

from timeline.dates import words
from timeline.dates.content import Content, Duration, Every, Nth, Unit, Vague
from timeline.dates.patterns import Builder, Found, Rule
from timeline.dates.timex import SEASONS, duration_value

# --- lengths ---------------------------------------------------------------------------------------------------------

_LONGEST = 100_000  # a number above this in front of a unit is something else


def amount_of(found: Found) -> float | None:
    """The number labelled n, 1 for "a" and "an", None where the words leave it open or the pattern has no number."""
    if "n" not in found.match.re.groupindex:
        return None
    return float(found.get("n")) or None if found.has("n") else 1.0


def _is_recording(found: Found, unit: Unit) -> bool:
    """As in "75 hours of video": what something holds, not a time that passes."""
    return unit.is_clock and found.after == "of" and found.written(2).lower() in words.RECORDED


def _duration(found: Found) -> Duration | None:
    if found.first_word == "last" and found.before in words.BEFORE_VERBS:
        return None
    amount, unit = amount_of(found), found.get("u")
    if _is_recording(found, unit) or (amount is not None and amount > _LONGEST) or _is_age(found):
        return None
    is_part = found.first_word in {"the", "first", "last", "final"}  # "the first three quarters of 2012"
    if unit == Unit.QUARTER and found.after in {"of", "-", "full", "finalist"} and not is_part:
        return None
    return Duration(unit, amount)


def _is_age(found: Found) -> bool:
    """As in "A 36-year-old", "nineteen years old", "two years of age"."""
    behind = found.text[found.end : found.end + 8].lower()
    return re.match(r"[\s-]?(?:olds?\b|of\sage\b)", behind) is not None


def _bare_units(found: Found) -> Duration | None:
    """As in "For decades", "months of talks"; not "working hours" or "days old"."""
    unit = found.get("u")
    if unit == Unit.MINUTE and (found.before == "the" or (found.words[0].isupper() and found.after in {"of", ":"})):
        return None  # "the minutes of the meeting"
    if _is_age(found) or (unit == Unit.HOUR and found.before in words.NO_LENGTH_HOURS) or unit == Unit.QUARTER:
        return None
    if _is_recording(found, unit):
        return None
    return Duration(unit, None) if unit not in {Unit.SECOND, Unit.WEEKEND} else None


def _one(found: Found) -> Content | None:
    """As in "A year": a length of time, or a rate after a number: "$5 million a year", "five days a week"."""
    unit, before = found.get("u"), found.neighbour(-1)
    if _is_age(found) or (found.after == "-" and found.written(2).lower() in {"on", "over"}):
        return None  # "a year-on-year rise"
    is_money = found.before[:1] in {"$", "£", "€", "¥"}
    is_number = before is not None and isinstance(before.value, float | int | Unit)
    if is_money or is_number or found.before in words.RATED:
        return Every(duration_value(unit, 1.0))
    return None if unit in {Unit.WEEKEND, Unit.QUARTER} else Duration(unit, 1.0)


_COUNTED_OFF = frozenset({Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.DECADE})


def _nth_running(found: Found) -> Nth | None:
    """As in "The third straight day"."""
    return Nth(found.get("o"), found.get("u")) if found.get("u") in _COUNTED_OFF else None


def _nth(found: Found) -> Nth | None:
    """As in "The sixth day of ...", or "on the sixth day"."""
    unit = found.get("u")
    number = found.get("o") if found.has("o") else -1
    if found.after in {"of", "in"} and unit in _COUNTED_OFF:
        return Nth(number, unit)
    alone = unit == Unit.DAY and found.has("o") and found.before in {"on", "by", "until", "of"}
    return Nth(number, unit) if alone else None


_QUALITY = "full|whole|long|more|bloody|consecutive|straight|short|additional|extra|calendar|working|business"


def _and_a_half(found: Found) -> Duration:
    """As in "A year and a half"."""
    return Duration(found.get("u"), 1.5)


# Units that stand together in one length, and how many of the second make one of the first.
FINER: dict[tuple[Unit, Unit], int] = {
    (Unit.YEAR, Unit.MONTH): 12,
    (Unit.YEAR, Unit.DAY): 365,
    (Unit.WEEK, Unit.DAY): 7,
    (Unit.DAY, Unit.HOUR): 24,
    (Unit.HOUR, Unit.MINUTE): 60,
    (Unit.MINUTE, Unit.SECOND): 60,
}


def _composed(found: Found) -> Duration | None:
    """As in "Two years and three months", "two hours ten minutes"; not "five days, two weeks"."""
    unit, finer = found.get("u"), found.get("v")
    amount, more = (float(found.get(label)) if found.has(label) else 1.0 for label in ("n", "m"))
    if (unit, finer) not in FINER or not 0 < more < FINER[unit, finer] or not amount or _is_age(found):
        return None
    return Duration(unit, amount, Duration(finer, more))


LENGTHS: tuple[Rule, ...] = (
    Rule("length-of-two-units", "(a|an | n:AMOUNT) u:ANY_UNIT ,? and? (a|an | m:AMOUNT) v:ANY_UNIT", _composed),
    Rule("unit-and-a-half", "a|an|one u:UNIT and a half", _and_a_half),
    Rule("nth-straight-unit", "a|an|the? o:ORDINAL straight|consecutive|successive u:UNIT", _nth_running),
    Rule("nth-unit", "the? (o:ORDINAL | last|final) u:UNIT", _nth),
    Rule("first-amount-of-units", "the? first|last|final n:AMOUNT u:UNITS", _duration),
    Rule("more-than-length", "less|more|fewer than (a|an | n:AMOUNT) full|whole|long? u:ANY_UNIT", _duration),
    Rule("hyphened-length", "n:AMOUNT - u:ANY_UNIT (- long)?", _duration),
    Rule("length", f"the|a|an? n:AMOUNT {_QUALITY}? u:ANY_UNIT", _duration),
    Rule("quarter-century", "a|the? quarter -? century", lambda _: Duration(Unit.YEAR, 25.0)),
    Rule("half-a-unit", "half -? a|an? u:UNIT", lambda f: Duration(f.get("u"), 0.5)),
    Rule("a-half-unit", "a|an half -? u:UNIT", lambda f: Duration(f.get("u"), 0.5)),
    Rule("one-unit", "a|an full|whole|entire? u:UNIT", _one),
    Rule("unit-long", "u:UNIT - long", lambda f: Duration(f.get("u"), 1.0)),
    Rule("units-long", "u:UNITS - long", _bare_units),
    Rule("bare-units", "u:UNITS", _bare_units),
)

# --- sets ------------------------------------------------------------------------------------------------------------

_EVERY: dict[Unit, str] = {
    Unit.SECOND: "XXXX-XX-XXTXX:XX:XX",
    Unit.MINUTE: "XXXX-XX-XXTXX:XX",
    Unit.HOUR: "XXXX-XX-XXTXX",
    Unit.DAY: "XXXX-XX-XX",
    Unit.WEEKEND: "XXXX-WXX-WE",
    Unit.WEEK: "XXXX-WXX",
    Unit.FORTNIGHT: "P2W",
    Unit.MONTH: "XXXX-XX",
    Unit.QUARTER: "XXXX-QX",
    Unit.YEAR: "XXXX",
    Unit.DECADE: "XXX",
    Unit.CENTURY: "XX",
}


def _each(found: Found) -> Every | None:
    value = _EVERY.get(found.get("u"))
    return Every(value) if value else None


def _frequency(found: Found) -> Every | None:
    """As in "daily"; not "the Daily News"."""
    neighbours = found.written(1)[:1] + found.written(-1)[:1]
    is_name = found.words[0].isupper() and any(letter.isupper() for letter in neighbours)
    return None if is_name else Every(found.get("f"))


def _weekday_of_months(found: Found) -> Every | None:
    """As in "the first Monday of each month"; "of the month" only where no month was told."""
    return Every(f"XXXX-WXX-{found.get('w') + 1}") if not found.words.lower().endswith("the month") else None


def _weekday_parts(found: Found) -> Every:
    """As in "on Saturday mornings"."""
    part = words.PARTS_OF_DAY[found.words.lower().split()[-1]]
    return Every(f"XXXX-WXX-{found.get('w') + 1}{part}")


SETS: tuple[Rule, ...] = (
    Rule("weekday-of-months", "the? ORDINAL|last w:WEEKDAY of|in every|each|the month", _weekday_of_months),
    Rule("weekday-parts-of-day", "w:WEEKDAY mornings|afternoons|evenings|nights", _weekday_parts),
    Rule(
        "every-amount-of-units",
        "every|each n:AMOUNT u:UNITS",
        lambda f: Every(duration_value(f.get("u"), float(f.get("n")) or None)),
    ),
    Rule("every-other-unit", "every|each other u:UNIT", lambda f: Every(duration_value(f.get("u"), 2.0))),
    Rule("every-unit", "every|each u:UNIT", _each),
    Rule("every-other-weekday", "every|each other w:WEEKDAY", lambda f: Every(f"XXXX-WXX-{f.get('w') + 1}")),
    Rule(
        "every-weekday-part-of-day",
        "every|each w:WEEKDAY p:PART",
        lambda f: Every(f"XXXX-WXX-{f.get('w') + 1}{f.get('p')}"),
    ),
    Rule("every-weekday", "every|each w:WEEKDAY", lambda f: Every(f"XXXX-WXX-{f.get('w') + 1}")),
    Rule("every-month-name", "every|each m:MONTH", lambda f: Every(f"XXXX-{f.get('m'):02d}")),
    Rule("every-season", "every|each s:SEASON", lambda f: Every(f"XXXX-{SEASONS[f.get('s') - 1]}")),
    Rule("every-part-of-day", "every|each p:PART", lambda f: Every(f"XXXX-XX-XX{f.get('p')}")),
    Rule("per-unit", "per u:UNIT", _each),
    Rule("once-a-unit", "once|twice a|every|each u:UNIT", lambda f: Every(duration_value(f.get("u"), 1.0))),
    Rule("semi-annual", "semi -? annual|annually", lambda _: Every("P6M")),
    Rule("bi-weekly", "bi -? weekly", lambda _: Every("P2W")),
    Rule("bi-monthly", "bi -? monthly", lambda _: Every("P2M")),
    Rule("times-of-frequency", "once|twice|thrice f:FREQUENCY", _frequency),
    Rule("frequency", "f:FREQUENCY", _frequency),
)

# --- too vague for the calendar --------------------------------------------------------------------------------------


def _always(value: str) -> Builder:
    return lambda _: Vague(value)


def _future(found: Found) -> Vague | None:
    return Vague("FUTURE_REF") if found.first_word in {"the", "near"} or found.before in {"in", "near"} else None


def _the_past(found: Found) -> Vague | None:
    ends = not found.after[:1].isalpha() or found.after in {"and", "but"}
    return Vague("PAST_REF") if ends else None


_BEFORE_NOW = frozenset({"will", "would", "shall", "should", "can", "could", "may", "might", "must"})


def _vague(found: Found) -> Vague | None:
    """As in "Now", but not "now that ...", "now-defunct", or "will now ...", which tells of what is to come."""
    if found.first_word == "now" and found.before in _BEFORE_NOW:
        return None
    if found.before == "as" and found.after == "as":
        return None  # "as recently as last week"
    return None if found.after in {"that", "-", "defunct"} else Vague(found.get("v"))


# "Some" is an amount by now, as an earlier level made it.
VAGUE: tuple[Rule, ...] = (
    Rule("the-past", "the past", _the_past),
    Rule("a-later-date", "a|AMOUNT later date|time|day|point", _always("XXXX-XX-XX")),
    Rule("the-future", "the? near|foreseeable? future", _future),
    Rule("the-present", "the? present day|time|moment", _always("PRESENT_REF")),
    Rule("long-ago", "long ago", _always("PAST_REF")),
    Rule("a-time-ago", "(a long | AMOUNT | a short) time ago", _always("PAST_REF")),
    Rule("a-while-ago", "(a little? while | AMOUNT? moments) ago", _always("PAST_REF")),
    Rule("at-present", "at present", _always("PRESENT_REF")),
    Rule("at-the-moment", "at the moment", _always("PRESENT_REF")),
    Rule("right-now", "right now", _always("PRESENT_REF")),
    Rule("the-time-being", "the time being", _always("PRESENT_REF")),
    Rule("more-recently", "more recently", _always("PAST_REF")),
    Rule("vague-word", "v:VAGUE", _vague),
)
