"""What the rules make, as the patterns of later levels call it."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.dates.content import (
    Calendar,
    Clock,
    CountedPeriod,
    Duration,
    Modified,
    Nth,
    Numeric,
    Origin,
    Range,
    Shift,
    Unit,
)

# For each thing made, the names by which patterns may call it.
MADE: dict[str, tuple[str, ...]] = {
    "AMOUNT": ("AMOUNT",),
    "ORDINAL": ("ORDINAL",),
    "ERA_YEAR": ("ERA_YEAR", "FULL_YEAR"),
    "WORDED_YEAR": ("YEAR", "FULL_YEAR", "WORDED_YEAR"),
    "DAYS": ("POINT", "DAYS"),
    "PERIODS": ("POINT", "PERIODS"),
    "YEARS": ("POINT", "YEARS"),
    "WEEKEND": ("POINT", "WEEKEND"),
    "DAY_RANGE": ("DAY_RANGE",),
    "NTH": ("NTH",),
    "SHIFT": ("SHIFT",),
    "LENGTH": ("LENGTH",),
    "STRETCH": ("STRETCH",),
    "TIME": ("TIME",),
    "PART_OF_DAY": ("PART_OF_DAY",),
    "PART_TIME": ("PART_TIME", "ANY_TIME"),
    "CLOCK_TIME": ("CLOCK_TIME", "ANY_TIME"),
    "OTHER_TIME": ("OTHER_TIME",),
}


@dataclass(frozen=True, slots=True)
class Spanned:
    """A range whose two ends are expressions of their own, and where these stand in the text.

    `whole` is what both say together where that is no range: "the nine months" + "Sept. 30" in "the nine months ended
    Sept. 30".
    """

    range: Range
    first: tuple[int, int]
    last: tuple[int, int]
    whole: CountedPeriod | None = None


def kind(content: object) -> str:
    """What is made, a key of MADE, by the content that a rule built.

    >>> kind(Calendar(month=7, day=27)), kind(Clock("TMO")), kind(Duration(Unit.DAY, 2.0))
    ('DAYS', 'PART_TIME', 'LENGTH')
    """
    match content:
        case Modified():
            return kind(content.of)
        case Calendar():
            return _of_calendar(content)
        case Numeric():
            return "DAYS"
        case Clock():
            return _of_clock(content)
        case Shift():
            return _of_shift(content)
        case Range():
            return "DAY_RANGE" if content.joined else "OTHER_TIME"
        case Nth():
            return "NTH"
        case Duration():
            return "LENGTH"
        case CountedPeriod():
            return "STRETCH"
    return "OTHER_TIME"


def _of_calendar(content: Calendar) -> str:
    if content.day is not None or content.weekday is not None or content.holiday:
        return "DAYS"
    if content.weekend:
        return "WEEKEND"
    finer = (content.month, content.season, content.quarter, content.half, content.week)
    return "YEARS" if content.year is not None and finer == (None,) * 5 else "PERIODS"


def _of_clock(content: Clock) -> str:
    named = content.time[1:2].isalpha() or content.time in {"T12:00", "T24:00"}
    if content.on is not None:
        return "PART_OF_DAY" if named else "TIME"
    return "PART_TIME" if named else "CLOCK_TIME"


def _of_shift(content: Shift) -> str:
    if content.origin == Origin.EVENT:
        return "SHIFT"
    if content.unit == Unit.DAY:
        return "DAYS"
    if content.unit.is_clock:
        return "TIME"
    return "YEARS" if content.unit == Unit.YEAR else "PERIODS"
