"""What a pass over a text knows at one point of it, and the outcome for one expression."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.dates.candidate import Direction
from timeline.model import Basis, Genre
from timeline.timespan import Day, TimeSpan
from timeline.why import CountsFrom, Why


@dataclass(frozen=True, slots=True)
class Resolved:
    """The outcome for one expression. `when` None: it names no days that are known; `value` says what is known."""

    value: str
    when: TimeSpan | None
    basis: Basis
    reason: Why
    mod: str = ""


@dataclass(slots=True)
class State:
    """What is known at one point of a text: the day of publication, and what was told before."""

    reference: Day | None
    genre: Genre
    order: str | None  # of numeric dates: "DMY" or "MDY"
    told: TimeSpan | None = None  # the date told last
    is_told_in_full: bool = False  # whether `told` names its days without any reference
    told_day: Day | None = None  # the last one told to the day
    year: int | None = None  # the last year told
    days_with_year: dict[tuple[int, int], int] = field(default_factory=dict)  # (month, day): the year told with it
    years_told: tuple[int, ...] = ()  # the years that the text tells in full, in order
    to_do: bool = False  # an infinitive stands in front of the expression at hand
    goes_on: bool = False  # the expression at hand goes on from the one before: "on 3 May 2006 and again in June"
    fronted: bool = False  # the expression at hand opens its sentence
    story_year: int | None = None  # the year that the story gives to the expression at hand
    direction: Direction = Direction.UNKNOWN
    words: str = ""  # of the expression at hand
    is_diary: bool = False  # "today" and "on Monday" count from the day of the entry
    reference_is: CountsFrom = CountsFrom.PUBLICATION  # or the heading that `reference` is told in
    year_above: int | None = None  # the year that a heading gives to what stands below it
    opens: bool = False  # the expression at hand begins an entry of its own below a dated heading
    entry_day: Day | None = None  # the day of the entry before, and its time: "T23:40"
    entry_time: str = ""
    told_time: str = ""  # the time of day told last in the same paragraph: "T23:30"
    awaits_day: bool | None = None  # since `told` a date was told that awaits the publication date: whether of a day

    def why(self, kind: str, *parts: str | int | Why, counts_from: CountsFrom = CountsFrom.NOTHING) -> Why:
        """A reason whose first part is the expression at hand."""
        return Why(kind, (" ".join(self.words.split()), *parts), counts_from)

    @property
    def is_news(self) -> bool:
        """Whether relative words count from a known day of publication."""
        return self.genre == Genre.NEWS and self.reference is not None

    @property
    def awaited(self) -> CountsFrom:
        """What words count from that would count from the publication date of news if that were known."""
        return CountsFrom.AWAITED if self.genre == Genre.NEWS and self.reference is None else CountsFrom.NOTHING

    @property
    def tells_from_publication(self) -> bool:
        """Whether "Tuesday" and "last month" count from the publication date alone, and stay open where that is not
        known: not so in a history with a publication date, where they belong to what is told.
        """
        return not self.is_diary and (self.genre == Genre.NEWS or self.reference is None)

    def here(self, *, told: bool = False) -> tuple[Day | None, CountsFrom]:
        """The day that "Tuesday" and "in March" count from, and what it is; with `told`, "the following Tuesday"."""
        if told and self.told is not None and self.told.last is not None:
            return self.told.last, CountsFrom.TOLD_LAST
        if self.tells_from_publication:
            return self.reference, self.reference_is
        if self.told_day is not None:
            return self.told_day, CountsFrom.TOLD_LAST
        if self.told is not None and self.told.first is not None:
            return self.told.first, CountsFrom.TOLD_LAST
        return self.reference, self.reference_is
