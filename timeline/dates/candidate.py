"""An expression of time where it stands in a text, understood but not yet resolved to days."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from timeline.dates.content import (
    Calendar,
    Clock,
    Content,
    CountedPeriod,
    Duration,
    Every,
    Modified,
    Nth,
    Numeric,
    Origin,
    Range,
    Shift,
    Unit,
    Vague,
)
from timeline.model import DateType, Quote
from timeline.timespan import Day, Granularity, TimeSpan


class Bound(StrEnum):
    """What the words in front of an expression add to it. NONE stands for none, and for "on", "in" and "at"."""

    NONE = ""
    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    FROM = "from"
    BETWEEN = "between"
    DURING = "during"
    THROUGHOUT = "throughout"
    FOR = "for"
    WITHIN = "within"
    AS_OF = "as of"


class Direction(StrEnum):
    """Whether the clause tells of what was or of what is to come, by its tense and cue words."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Above:
    """The date that a heading, an entry or a letter head gives to what stands under it.

    `when` is a day, month or year; `quote` its words; it holds for the code points from `start` up to `end`.
    """

    when: TimeSpan
    quote: Quote
    start: int
    end: int

    @property
    def day(self) -> Day | None:
        """The day, None for a month or year."""
        return self.when.first if self.when.granularity == Granularity.DAY else None


@dataclass(frozen=True, slots=True)
class Candidate:
    """One expression of time. `quote` has its whole extent without preposition; `cue` holds the words of `bound`.

    `ends` are the two ends of a range where each can be told apart ("2009" and "2011" in "from 2009 to 2011", "4" and
    "5 May" in "on 4 and 5 May"); empty for all else. `rules` are the names of the rules that found it, the last one
    first, then those that found what it is built of: `("part-of-day-of-day", "part-of-day", "day-and-month")` for "the
    morning of 27 July". Two candidates that say the same are equal whichever rules found them.
    `above` is the date that holds where it stands, or that it gives to what stands below; `opens` says that it begins
    an entry under that: "09:10 Police closed the bridge". One that is `apart` stands beside the text, in a citation, a
    note, a caption or a page head: no date of the text counts from it.
    """

    quote: Quote
    type: DateType
    content: Content
    bound: Bound = Bound.NONE
    cue: Quote | None = None
    direction: Direction = Direction.UNKNOWN
    ends: tuple[Candidate, ...] = ()
    rules: tuple[str, ...] = field(default=(), compare=False)
    above: Above | None = None
    opens: bool = False
    apart: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether it names its days without any reference: "27 July 2021", "the 1990s", but not "27 July"."""
        return is_complete(self.content)

    @property
    def is_anchored(self) -> bool:
        """Whether it counts from an event that the words name: "a week after the report"."""
        return anchored_part(self.content) is not None


def is_complete(content: Content) -> bool:
    """Whether a content names its days without any reference."""
    match content:
        case Calendar():
            if content.within is not None:
                return is_complete(content.within)
            if content.decade is not None and content.decade < 100:
                return False
            return content.year is not None or content.decade is not None or content.century is not None
        case Numeric():
            return True
        case Modified():
            return is_complete(content.of)
        case Clock():
            return content.on is not None and is_complete(content.on)
        case Range():
            return is_complete(content.first) and is_complete(content.last)
        case Nth():
            return content.of is not None and is_complete(content.of)
        case Shift():
            return not isinstance(content.origin, Origin) and is_complete(content.origin)
    return False


def anchored_part(content: Content) -> Shift | Nth | None:
    """The part of a content that counts from a named event, None where there is none."""
    match content:
        case Shift() if content.origin == Origin.EVENT:
            return content
        case Nth() if content.of is None:
            return content
        case Modified():
            return anchored_part(content.of)
        case Clock() if content.on is not None:
            return anchored_part(content.on)
    return None


def is_length(content: Shift) -> bool:
    """Whether TIMEX3 sees but a length of time in words counted from an event: "five years after its launch"."""
    return (
        content.origin == Origin.EVENT
        and content.counted
        and (content.unit, content.sign * (content.amount or 0)) != (Unit.DAY, 1)
    )


def type_of(content: Content) -> DateType:
    """TIMEX3's type."""
    match content:
        case Clock():
            return DateType.TIME
        case Shift():
            # "Five years after its launch" is a length of time to TIMEX3, "the day after" a date
            if is_length(content):
                return DateType.DURATION
            return DateType.TIME if content.unit.is_clock else DateType.DATE
        case CountedPeriod() | Duration():
            return DateType.DURATION
        case Every():
            return DateType.SET
        case Modified():
            return type_of(content.of)
        case Range():
            return type_of(content.first)
        case Numeric():
            return DateType.TIME if ":" in content.written else DateType.DATE
        case Nth():
            return DateType.DATE if content.of is not None or content.unit == Unit.DAY else DateType.DURATION
        case Calendar() | Vague():
            return DateType.DATE
