"""How a text tells time, by the dates it holds: as news or as a history; and the years of a history's dates."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.dates import story
from timeline.dates.candidate import Bound, Candidate, Direction, is_complete
from timeline.dates.content import Calendar, Clock, Content, Modified, Origin, Range, Shift
from timeline.model import Genre
from timeline.timespan import TimeSpan
from timeline.why import Why

_ENTRIES = 3  # dated lines that make a diary
_ENTRY = re.compile(r"\s*(?:[.:–—-]|,?\s*\n)")
_HEAD = 6  # dates that count as the head of a text
# Past years told from which on a text may be a history: more of them where nothing says that they are past, and some
# word points at a day of writing.
_ENOUGH, _ENOUGH_UNDATED = 4, 6
# The same where no word points at a day of writing, the first full date tells its day, month or season, and this many
# dates leave out their year.
_ENOUGH_OPENED, _WITHOUT_YEAR = 2, 2
_TO_ONE_DEICTIC = 2.5  # past years for each "Tuesday" or "last month" that a history may hold
_SHARE = 0.2  # of all dates that past years make up in a history


def is_diary(text: str, candidates: Sequence[Candidate]) -> bool:
    r"""Whether a text is made of dated entries: several lines begin with a day, and go on behind a full stop or so.

    >>> from timeline.dates.find import find
    >>> text = "2 June 1926. Left at six.\n\n11 June. First ice.\n\n28 June: The ship is beset."
    >>> is_diary(text, find(text)), is_diary(text[:30], find(text[:30]))
    (True, False)
    """
    entries = 0
    for candidate in candidates:
        content, start, end = core(candidate.content), candidate.quote.start, candidate.quote.end
        names_day = isinstance(content, Calendar) and content.day is not None and content.month is not None
        begins = start == 0 or text[start - 1] == "\n"
        entries += names_day and begins and bool(_ENTRY.match(text, end))
    return entries >= _ENTRIES


def choose_genre(candidates: Sequence[Candidate], published: TimeSpan | None, *, text: str = "") -> Genre:
    """News or narrative, by the dates that a text holds; `text` is what they stand in, to know a diary.

    A history names many past years and hardly a weekday, "today" or "last month"; news is the other way round, has
    such words near its head, or is headed by a date.
    """
    return judged_genre(candidates, published, text=text)[0]


def judged_genre(candidates: Sequence[Candidate], published: TimeSpan | None, *, text: str = "") -> tuple[Genre, Why]:
    """The genre of a text as `choose_genre` gives it, and on what evidence.

    >>> from timeline.dates.find import find
    >>> judged_genre(find("They met on Tuesday."), None)
    (<Genre.NEWS: 'news'>, Why(kind='genre-deictic', parts=('Tuesday', 6), counts_from=<CountsFrom.NOTHING: ''>))
    """
    if text and is_diary(text, candidates):
        return Genre.NARRATIVE, Why("genre-diary", (_ENTRIES,))
    reference = published.last.year if published is not None and published.last is not None else None
    candidates = [candidate for candidate in candidates if not candidate.apart]
    past = deictic = recent = 0
    years: set[int] = set()
    for index, candidate in enumerate(candidates):
        content = core(candidate.content)
        if isinstance(content, Calendar) and content.year is not None:
            if reference is None or content.year < reference - 1:
                past += 1
                years.add(content.year)
            elif index == 0 and content.day is not None:
                return Genre.NEWS, Why("genre-headed", (candidate.quote.text,))
            else:
                recent += 1
        elif _is_deictic(content):
            deictic += 1
            if index < _HEAD:
                return Genre.NEWS, Why("genre-deictic", (candidate.quote.text, _HEAD))
    needed = _ENOUGH_UNDATED if reference is None and deictic else _ENOUGH
    if reference is None and not deictic and _sets_scene(candidates):
        needed = _ENOUGH_OPENED
    enough = past >= needed and len(years) >= min(needed, 3)
    is_share = past >= len(candidates) * _SHARE or needed == _ENOUGH_OPENED
    mostly = past > _TO_ONE_DEICTIC * deictic and past > recent and is_share
    is_history = enough and mostly
    kind = "genre-history" if is_history else "genre-no-history"
    return Genre.NARRATIVE if is_history else Genre.NEWS, Why(kind, (past, len(years), deictic, recent, needed))


def _sets_scene(candidates: Sequence[Candidate]) -> bool:
    """Whether a text tells a day, month or season with its year first, and then leaves the years out: "The siege began
    in the spring of 1644. On 12 April ... on 1 May ...".
    """
    told = [content for c in candidates if isinstance(content := core(c.content), Calendar)]
    opening = next((content for content in told if is_complete(content)), None)
    finer = opening is not None and (opening.month is not None or opening.season is not None)
    days = [content for content in told if content.month is not None or content.day is not None]
    without = [content for content in days if content.year is None and content.within is None]
    return finer and len(without) >= _WITHOUT_YEAR


def _is_deictic(content: Content | None) -> bool:
    """Whether words point at the time from the day of writing: "Tuesday", "last month", "today"."""
    if isinstance(content, Calendar):
        return (content.which is not None and not content.told) or (content.weekday is not None and content.day is None)
    return isinstance(content, Shift) and content.origin == Origin.PUBLICATION


def core(content: Content | None) -> Content | None:
    """The date inside parts, times of day and ranges."""
    match content:
        case Modified():
            return core(content.of)
        case Clock():
            return core(content.on)
        case Range():
            return core(content.first)
    return content


def story_years(text: str, candidates: Sequence[Candidate]) -> dict[int, int]:
    """The years that a story gives to the candidates that leave them out, by the candidates' indices."""
    indices: list[int] = []
    told: list[story.StoryDate] = []
    for index, candidate in enumerate(candidates):
        content = core(candidate.content)
        if not isinstance(content, Calendar) or content.within is not None or content.which is not None:
            continue
        if candidate.apart:
            continue
        month = _month(content)
        if content.year is not None or month is not None:
            indices.append(index)
            onward = candidate.bound in (Bound.BY, Bound.UNTIL) and len(indices) > 1
            onward = onward and _is_one_sentence(text, candidates[indices[-2]], candidate)
            told.append(story.StoryDate(content.year, month, _weight(text, candidate, month), onward))
    return {index: year for index, year in zip(indices, story.years(told), strict=True) if year is not None}


_BREAK = re.compile(r"[.;!?\n]")
_SENTENCE = 200  # characters between two dates of a sentence


def _is_one_sentence(text: str, first: Candidate, last: Candidate) -> bool:
    start, end = first.quote.end, last.quote.start
    return end - start <= _SENTENCE and _BREAK.search(text, start, end) is None


def _month(content: Calendar) -> int | None:
    if content.season is not None:
        return min(content.season * 3 + 1, 12)
    return 4 if content.holiday else content.month


_ASIDES = (Bound.SINCE, Bound.UNTIL, Bound.BEFORE, Bound.AFTER)


def is_aside(candidate: Candidate) -> bool:
    """Whether a year alone leads the story nowhere, so that "the next year" counts from the date before it.

    As in "ruled since 1913", "will leave by 2011".
    """
    content = core(candidate.content)
    if not isinstance(content, Calendar) or content != Calendar(year=content.year):
        return False
    return candidate.bound in _ASIDES or candidate.direction == Direction.FUTURE


_IN_YEAR = re.compile(r"\b(?:in|by|during|throughout|early|late|mid|of|the)[\s-]$", re.IGNORECASE)


# A paragraph that opens with its year: "In 1915 ...".
_OPENING = re.compile(r"(?:^|\n)(?:in|by|during|throughout)\s$", re.IGNORECASE)


def _weight(text: str, candidate: Candidate, month: int | None) -> float:
    """How surely a date is part of the story: "In 1961" is, "since 1945" is likely an aside; a heading is for sure,
    and the year that a paragraph opens with.
    """
    before = text[max(0, candidate.quote.start - 12) : candidate.quote.start]
    if candidate.bound == Bound.AS_OF:
        return 0.25  # when something was counted, not when it happened
    if month is not None or not before or before.endswith("\n") or _OPENING.search(before):
        return 1.0
    if candidate.bound in _ASIDES:
        return 0.25
    return 0.5 if _IN_YEAR.search(before) else 0.35
