"""Times of the clock, parts of the day, and the days they belong to."""

from __future__ import annotations

from dataclasses import replace

from timeline.dates.content import Clock, Content, Part
from timeline.dates.patterns import Found, Rule
from timeline.dates.timex import clock_value


def _clock(found: Found) -> Clock | None:
    value = clock_value(found.words)
    return Clock(value) if value is not None else None


def _full_hour(found: Found) -> Clock | None:
    """As in "Five o'clock"."""
    hour = int(found.get("n"))
    return Clock(f"T{hour:02d}:00") if 1 <= hour <= 12 else None


def _part(found: Found) -> Clock | None:
    """A part of the day alone; with a capital it is a name, unless it begins a sentence. "Good morning" is none."""
    greeting = found.before == "good"
    if greeting or (found.before == "-" and found.written(-2).lower() == "pre"):
        return None
    begins = found.before.strip() in {"", ".", "”", '"', ":"} or found.first_word == "the"
    return Clock(found.get("p")) if begins or not found.words[0].isupper() else None


CLOCK: tuple[Rule, ...] = (
    Rule("c:CLOCK NAME? NAME time", _clock),
    Rule("c:CLOCK", _clock),
    Rule("n:AMOUNT o ' clock PART?", _full_hour),
    Rule("the? p:PART", _part),
)


def _on_day(found: Found) -> Clock | None:
    """A time labelled t with its day, labelled d: "Tuesday night", "6:40 p.m. on 27 July"."""
    time: Clock = found.get("t")
    day: Content = found.get("d")
    return replace(time, on=day.of if isinstance(day, Part) else day) if time.on is None else None


def _same_day(found: Found) -> Clock | None:
    """As in "About 6am on Sunday morning": the clock says more than the part of the day."""
    clock, part = found.get("c"), found.get("d")
    return replace(clock, on=part.on) if clock.on is None and part.on is not None else None


_AT = "(at|around|about | shortly after)?"

TIMES: tuple[Rule, ...] = (
    Rule("the? early|late? hours|part of|on t:PART_TIME", lambda f: f.get("t")),
    Rule("the? early|late|very? t:PART_TIME hours? of|on|,|-? d:DAYS", _on_day),
    Rule("the? early|late? t:PART_TIME hours? of|on|,|-|between|from? d:DAY_RANGE", _on_day),
    Rule("the? early|late? t:PART_TIME of|on d:NTH", _on_day),
    Rule("the? early|late|wee|small hours of|on d:DAYS PART_TIME?", lambda f: Clock("TMO", f.get("d"))),
    Rule("c:CLOCK_TIME on|,|-? d:PART_OF_DAY", _same_day),
    Rule("t:CLOCK_TIME on|,|-|in|/? the? d:DAYS PART_TIME?", _on_day),
    Rule(f"d:PART_OF_DAY ,? {_AT} c:CLOCK_TIME", _same_day),
    Rule(f"early|late? d:DAYS ,|-? early|late|at|about|around? PART_TIME ,|-? {_AT} t:CLOCK_TIME", _on_day),
    Rule(
        "early|late? d:DAYS (,|-|@|on | ,? last? updated at|on?)? (early|late|at|about|around | in the)? t:ANY_TIME",
        _on_day,
    ),
    Rule("early|late d:PART_OF_DAY", lambda f: f.get("d")),
)
