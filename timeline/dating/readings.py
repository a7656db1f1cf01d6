"""What one date of a text names, read from one day of publication after another, without reading the whole text anew.

To find out when a document was published, its dates are tried on many days. In news an expression such as "last month"
or "on Tuesday" counts from that day alone, so it is resolved alone. What counts from a date told before it ("the next
day") needs a pass over the whole text, and of these passes there are but a few.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.dates.arithmetic import in_reach
from timeline.dates.candidate import Candidate
from timeline.dates.content import (
    Calendar,
    Clock,
    Content,
    CountedPeriod,
    Modified,
    Modifier,
    Nth,
    Numeric,
    Origin,
    Range,
    Shift,
)
from timeline.dates.genre import choose_genre
from timeline.dates.resolve import days_with_year, resolve
from timeline.dates.resolving.expression import resolve_content
from timeline.dates.resolving.state import State
from timeline.model import Genre
from timeline.timespan import Day, TimeSpan

MAX_PASSES = 64
"""On so many days of publication, and no more, a text is read as a whole."""


class Readings:
    """The dates of one text, read from days of publication. `genre` and `date_order` are as for `resolve`.

    >>> from timeline.dates.find import find
    >>> text = "Talks will resume next month."
    >>> readings = Readings(text, find(text))
    >>> str(readings.when(0, TimeSpan.day(2021, 8, 4).first.ordinal))
    '2021-09'
    """

    def __init__(
        self,
        text: str,
        candidates: Sequence[Candidate],
        *,
        genre: Genre | None = None,
        date_order: str | None = None,
    ) -> None:
        self._text = text
        self._candidates = candidates
        self._genre = genre
        self._date_order = date_order
        self._by_itself = [not leans_on_others(candidate.content) for candidate in candidates]
        self._days_with_year = days_with_year(candidates)
        self._chosen: dict[int, Genre] = {}
        self._passes: dict[int, tuple[TimeSpan | None, ...]] = {}
        self._lengths: dict[tuple[int, int], int | None] = {}

    def when(self, index: int, day: int) -> TimeSpan | None:
        """The days that a candidate names in a text published on a day, which comes as its ordinal number.

        None where it names none, and where the text has been read as a whole `MAX_PASSES` times.
        """
        date = Day.from_ordinal(day)
        if not in_reach(date.year) or not self._by_itself[index] or self._how(date) != Genre.NEWS:
            return self._in_pass(index, date)
        candidate = self._candidates[index]
        state = State(date, Genre.NEWS, self._date_order)
        state.days_with_year = self._days_with_year
        state.direction, state.words = candidate.direction, candidate.quote.text
        return resolve_content(candidate.content, state).when

    def length(self, index: int, day: int) -> int | None:
        """How many days a candidate names in a text published on a day, None as for `when`; kept."""
        if (index, day) not in self._lengths:
            when = self.when(index, day)
            self._lengths[index, day] = when.length if when is not None else None
        return self._lengths[index, day]

    def _how(self, date: Day) -> Genre:
        """How the text tells time if it was published on a day; nothing but the year of that bears on it."""
        if date.year not in self._chosen:
            chosen = self._genre or choose_genre(self._candidates, TimeSpan.on(date), text=self._text)
            self._chosen[date.year] = chosen
        return self._chosen[date.year]

    def _in_pass(self, index: int, date: Day) -> TimeSpan | None:
        day = date.ordinal
        if day not in self._passes:
            if len(self._passes) >= MAX_PASSES:
                return None
            read = resolve(
                self._text,
                self._candidates,
                published=TimeSpan.on(date),
                genre=self._genre,
                date_order=self._date_order,
            )
            self._passes[day] = tuple(mention.when for mention in read)
        return self._passes[day][index]


def leans_on_others(content: Content) -> bool:
    """Whether what an expression names in news can depend on the other dates of its text, not on publication alone.

    >>> leans_on_others(Calendar(weekday=1)), leans_on_others(Calendar(day=14))
    (False, True)
    """
    match content:
        case Calendar():
            if content.within is not None:
                return leans_on_others(content.within)
            return content.told or content == Calendar(day=content.day)
        case Numeric():
            return True  # the order of its figures
        case Shift() | CountedPeriod():
            if isinstance(content.origin, Origin):
                return content.origin == Origin.TOLD
            return leans_on_others(content.origin)
        case Nth():
            return content.of is not None and leans_on_others(content.of)
        case Modified():
            return content.modifier in (Modifier.EARLIER, Modifier.LATER) or leans_on_others(content.of)
        case Clock():
            return content.on is None or leans_on_others(content.on)
        case Range():
            return leans_on_others(content.first) or leans_on_others(content.last)
    return False
