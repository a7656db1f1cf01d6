"""What an expression of time says, before it is resolved to days.

A `Content` is a small tree: "the morning of the last day of the war" is a time of day on a day counted from an event.
Nothing in it depends on the publication date, so it can be cached by the text alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """Units of time, from fine to coarse. The values are those of TIMEX3 durations, without the T of the clock."""

    SECOND = "S"
    MINUTE = "MIN"
    HOUR = "H"
    DAY = "D"
    WEEKEND = "WE"
    WEEK = "W"
    FORTNIGHT = "FORTNIGHT"
    MONTH = "M"
    SEASON = "SEASON"
    QUARTER = "Q"
    HALF = "HALF"
    YEAR = "Y"
    DECADE = "DE"
    CENTURY = "CE"
    MILLENNIUM = "ML"

    @property
    def is_clock(self) -> bool:
        """Finer than a day."""
        return self in (Unit.SECOND, Unit.MINUTE, Unit.HOUR)


class Origin(StrEnum):
    """What a relative expression counts from."""

    PUBLICATION = "publication"  # "last month", "three days ago"
    TOLD = "told"  # the date told last: "the next day", "three days later"
    EVENT = "event"  # an event that the words name: "a week after the report"


class Modifier(StrEnum):
    """Which part of a period is meant; the names of TIMEX3's MOD, where it has one."""

    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"
    EARLIER = "EARLIER"  # "earlier this year": up to the day it is told from; no MOD of TIMEX3
    LATER = "LATER"  # "later this year": from that day on; no MOD of TIMEX3


@dataclass(frozen=True, slots=True)
class Calendar:
    """Parts of a date as the words name them; None for what they leave open.

    `year` is astronomical. `weekday` runs from 0 (Monday), `season` from 1 (spring), `decade` and `century` are first
    years; a decade below 100 ("the nineties") leaves its century open. `within` is the period that holds the parts
    where that is told in relative words: "February last year", "Tuesday of next week". `nth` counts off a weekday in
    the month that holds it, -1 for the last: "the second Tuesday of May". `which` counts from the day of writing:
    "last August" -1, "this August" 0, "next August" 1; from the date told last where `told`: "the following August".
    `week` is ISO 8601's number of a week.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    quarter: int | None = None
    half: int | None = None
    week: int | None = None
    decade: int | None = None
    century: int | None = None
    weekend: bool = False
    fiscal: bool = False
    holiday: str = ""
    nth: int | None = None
    which: int | None = None
    told: bool = False
    within: Content | None = None


@dataclass(frozen=True, slots=True)
class Numeric:
    """Three numbers whose order the text must settle: 01/03/2008. Kept as written for the reader of numeric dates."""

    written: str


@dataclass(frozen=True, slots=True)
class Shift:
    """A period `amount` units away from where it is counted: "last year" -1, "this week" 0, "tomorrow" 1.

    `amount` is None where the words leave it open ("a few days later"); `sign` then says which way, as it does where
    the amount is 0: "the week ending 9 July" and "the quarter ended 31 July" -1, "the week beginning 5 July" 1.
    `counted` tells "a year ago" (a length of time, so the day is only approximate) from "last year" (the calendar's).
    `origin` may be a date named in the words: "two days after 3 May". `precision` is what a counted one is precise to
    where the words say so: "exactly two years ago" a day, "three years ago this week" a week.
    """

    unit: Unit
    amount: float | None
    origin: Origin | Content
    counted: bool = False
    sign: int = 0
    precision: Unit | None = None


@dataclass(frozen=True, slots=True)
class CountedPeriod:
    """A length of time that ends or begins where it is counted from: "the past two decades", "the next six months".

    `origin` may be a period whose first or last part it is: "the first six months of 1989" (sign 1), "the last three
    months of 1944" (sign -1).
    """

    unit: Unit
    amount: float | None
    sign: int
    origin: Origin | Content = Origin.PUBLICATION


@dataclass(frozen=True, slots=True)
class Duration:
    """A bare length of time: "two years", "decades" (amount None); with the `rest` of "two years and three months"."""

    unit: Unit
    amount: float | None
    rest: Duration | None = None


@dataclass(frozen=True, slots=True)
class Nth:
    """A unit counted off inside a period or event: "the sixth day of heavy fighting", "the first week of May".

    `number` counts from 1, or from the end with negative numbers. `of` is None where an event is named.
    """

    number: int
    unit: Unit
    of: Content | None = None


@dataclass(frozen=True, slots=True)
class Every:
    """A set of times: "every Tuesday", "annually"; `value` is TIMEX3's."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """PAST_REF, PRESENT_REF or FUTURE_REF; "today" without a day is none of these."""

    value: str


@dataclass(frozen=True, slots=True)
class Modified:
    """The early, middle or late part of a period, or about it."""

    of: Content
    modifier: Modifier


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, on a day told beside it or not at all. `time` is the T part of a TIMEX3 value: T18:00Z, TMO."""

    time: str
    on: Content | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """From one time to another. `joined` ranges share words: "1-2 September", "Wednesday and Thursday"."""

    first: Content
    last: Content
    joined: bool = False


Content = Calendar | Numeric | Shift | CountedPeriod | Duration | Nth | Every | Vague | Modified | Clock | Range
