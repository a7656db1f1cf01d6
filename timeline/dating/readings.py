"""The days that a date of a text names if the text was published on a given day: what "Tuesday" is for each such day.

To find out when a document was published, its dates are tried on hundreds of days. In news an expression such as "last
month" or "on Tuesday" counts from that day alone, so it is resolved alone. What counts from a date told before it ("the
next day") needs a reading of the whole text, and at most `MAX_PASSES` of these are made.
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
from timeline.dates.resolve import days_with_year, opens_sentence, resolve, tells_what_to_do
from timeline.dates.resolving.expression import resolve_content
from timeline.dates.resolving.state import State
from timeline.model import Genre
from timeline.timespan import Day, TimeSpan

MAX_PASSES = 64
"""The most days of publication for which the whole text is read."""


class Readings:
    """The dates of one text for any day of publication. `genre` and `date_order` are as for `dates.resolve`.

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
        months = _months_in_full(candidates)
        self._by_itself = [
            candidate.above is None
            and not leans_on_others(candidate.content)
            and not (isinstance(candidate.content, Calendar) and candidate.content.month in months)
            for candidate in candidates
        ]
        self._days_with_year = days_with_year(candidates)
        self._chosen: dict[int, Genre] = {}
        self._passes: dict[int, tuple[TimeSpan | None, ...]] = {}
        self._lengths: dict[tuple[int, int], int | None] = {}

    def when(self, index: int, day: int) -> TimeSpan | None:
        """The days that the candidate at an index names if the text was published on `day` (days since 1 January 1970).

        None where it names none, or where that needs a further reading of the whole text than `MAX_PASSES`.
        """
        date = Day.from_ordinal(day)
        if not in_reach(date.year) or not self._by_itself[index] or self._how(date) != Genre.NEWS:
            return self._in_pass(index, date)
        candidate = self._candidates[index]
        state = State(date, Genre.NEWS, self._date_order)
        state.days_with_year = self._days_with_year
        state.direction, state.words = candidate.direction, candidate.quote.text
        state.fronted, state.to_do = opens_sentence(self._text, candidate), tells_what_to_do(self._text, candidate)
        return resolve_content(candidate.content, state).when

    def length(self, index: int, day: int) -> int | None:
        """The number of days in `when(index, day)`; None where that is None or open. Results are kept."""
        if (index, day) not in self._lengths:
            when = self.when(index, day)
            self._lengths[index, day] = when.length if when is not None else None
        return self._lengths[index, day]

    def _how(self, date: Day) -> Genre:
        """How the text tells time if it was published on a day; kept for each year, since only that matters."""
        if date.year not in self._chosen:
            chosen = self._genre or choose_genre(self._candidates, TimeSpan.on(date), text=self._text)
            self._chosen[date.year] = chosen
        return self._chosen[date.year]

    def _in_pass(self, index: int, date: Day) -> TimeSpan | None:
        """As `when`, by a reading of the whole text, which is kept."""
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


def _months_in_full(candidates: Sequence[Candidate]) -> frozenset[int]:
    """The months that a text tells with their years: a day of one of them may be of that year."""
    contents = [candidate.content for candidate in candidates]
    return frozenset(
        content.month
        for content in contents
        if isinstance(content, Calendar)
        and content.month is not None
        and content.year is not None
        and content.day is None
    )


def leans_on_others(content: Content) -> bool:
    """Whether the days that an expression names in news can depend on other dates of its text, besides publication.

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
