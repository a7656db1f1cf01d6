"""Candidates and a reference date into dates: what days an expression names, how that is known, and why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.dates.arithmetic import in_reach
from timeline.dates.candidate import Above, Bound, Candidate, Direction
from timeline.dates.content import Calendar
from timeline.dates.genre import choose_genre, is_aside, is_diary, story_years
from timeline.dates.resolving.expression import remember, resolve_content
from timeline.dates.resolving.numeric import likely_order, order_of
from timeline.dates.resolving.state import State
from timeline.model import Basis, DateMention, Genre
from timeline.timespan import Day, Granularity, TimeSpan
from timeline.why import CountsFrom, Why

WIDEST_HULL = 732
"""A relative date read from a wide reference stands as the hull of its readings up to this many days."""


_FRONTED = re.compile(r"(?:^|[.!?:]['\"”’)\]]*\s|\n\s*\n)\s*[\"“‘']?(?:(?:\w+\s){1,3})?$")
"""A date with up to three words in front of it opens its sentence: "On March 1, ...", "As early as June ..."."""


_JOINED = re.compile(
    r"(?:\b(?:and|then|but)(?:\s(?:then|later|finally|once\smore))?|\bagain)\s(?:in|on|by|from|until)\s(?:the\s)?$",
    re.IGNORECASE,
)
"""What joins a date to the one told before: "and in March", "again on 3 May"."""

_BREAK = re.compile(r"[.;:!?]\s|\n\s*\n")


_TO_DO = re.compile(r"\bto\s(?!the\b|an?\b|his\b|her\b|its\b|their\b)[a-z]{2,}\b[^.;:!?\n]*$")


def resolve(
    text: str,
    candidates: Sequence[Candidate],
    *,
    published: TimeSpan | None,
    genre: Genre | None = None,
    date_order: str | None = None,
) -> tuple[DateMention, ...]:
    """One mention for each candidate, in order.

    `published` may be a day, a wider span or None. From a wide one, relative dates are read for its first and last
    day: equal results stand, else the date is the hull of both, or open (`when` None) where that is wider than about
    two years. `genre` forces news or narrative; by default the text decides. `date_order` ("DMY", "MDY") settles
    numeric dates that the text leaves open: none of them can be read in one way only, or falls on the day of
    publication in one.

    >>> from timeline.dates.find import find
    >>> text = "Talks will resume next month, said the minister on Tuesday."
    >>> for mention in resolve(text, find(text), published=TimeSpan.day(2021, 8, 4)):
    ...     print(mention.quote.text, mention.value, mention.basis, mention.when)
    next month 2021-09 relative 2021-09
    Tuesday 2021-08-03 relative 2021-08-03
    """
    how = genre or choose_genre(candidates, published, text=text)
    diary = how == Genre.NARRATIVE and is_diary(text, candidates)
    day = published.first if published is not None and published.granularity == Granularity.DAY else None
    order = order_of(candidates, day) or date_order or likely_order(candidates)
    ends = (published.first, published.last) if published is not None else ()
    days: list[Day | None] = [*sorted({day for day in ends if day is not None and in_reach(day.year)})] or [None]
    passes = [_read(text, candidates, State(day, how, order, is_diary=diary)) for day in days]
    if len(passes) == 1:
        return passes[0]
    return tuple(_joined(first, last, published) for first, last in zip(*passes, strict=True))


def _read(text: str, candidates: Sequence[Candidate], state: State) -> tuple[DateMention, ...]:
    """One pass over the dates of a text, in order, so that each may count from those before it."""
    top = state
    top.days_with_year = days_with_year(candidates)
    own = (candidate.content for candidate in candidates if not candidate.apart)
    top.years_told = tuple(c.year for c in own if isinstance(c, Calendar) and c.year is not None)
    years = story_years(text, candidates) if state.genre == Genre.NARRATIVE else {}
    below: dict[Above, State] = {}
    mentions = []
    for index, candidate in enumerate(candidates):
        above = candidate.above
        state = below.setdefault(above, _below(above, top)) if above is not None and _holds(above, top) else top
        if candidate.apart:
            state = replace(state)  # what is told beside the text leads nowhere in it
        state.opens = candidate.opens
        state.fronted = opens_sentence(text, candidate)
        state.to_do = tells_what_to_do(text, candidate)
        state.goes_on = index > 0 and goes_on(text, candidates[index - 1], candidate)
        if index and "\n" in text[candidates[index - 1].quote.end : candidate.quote.start]:
            state.told_time = ""
        state.story_year = years.get(index)
        is_since = candidate.bound == Bound.SINCE and candidate.direction == Direction.UNKNOWN
        state.direction = Direction.PAST if is_since else candidate.direction
        state.words = candidate.quote.text
        resolved = resolve_content(candidate.content, state)
        if state.genre == Genre.NEWS or not is_aside(candidate):
            remember(candidate.content, resolved, state)
        if above is not None and above.quote == candidate.quote:
            resolved = replace(resolved, basis=Basis.STATED, reason=state.why("heads-below", str(above.when)))
        mentions.append(
            DateMention(
                quote=candidate.quote,
                type=candidate.type,
                value=resolved.value,
                when=resolved.when,
                basis=resolved.basis,
                reason=resolved.reason,
                mod=resolved.mod,
                evidence=(above.quote,) if above is not None and _rests_on_heading(resolved.reason) else (),
            )
        )
    return tuple(mentions)


def _rests_on_heading(reason: Why) -> bool:
    return reason.rests_on(CountsFrom.HEADING) or reason.is_of("year-above")


def opens_sentence(text: str, candidate: Candidate) -> bool:
    """Whether an expression stands at the beginning of its sentence, with up to three words in front of it."""
    return _FRONTED.search(text, max(0, candidate.quote.start - 30), candidate.quote.start) is not None


def tells_what_to_do(text: str, candidate: Candidate) -> bool:
    """Whether an infinitive stands in front of an expression: "agreed to close the mill in September"."""
    return _TO_DO.search(text, max(0, candidate.quote.start - 80), candidate.quote.start) is not None


def goes_on(text: str, before: Candidate, candidate: Candidate) -> bool:
    """Whether a date is told as the next of one story, in one sentence: "sold in May 2006 and let again in June"."""
    between = text[max(before.quote.end, candidate.quote.start - 200) : candidate.quote.start]
    return _JOINED.search(between) is not None and _BREAK.search(between) is None


def _holds(above: Above, top: State) -> bool:
    """Whether a heading settles what stands below it. In a story its year or month is but a date like others: the
    chapter "1941" may begin in December 1940 and end in 1942.
    """
    return above.day is not None or top.genre == Genre.NEWS


def _below(above: Above, top: State) -> State:
    """What is known under a heading: its day is what words count from, its year that of dates without one."""
    if above.day is None:
        year = above.when.first.year if above.when.first is not None else None
        state = replace(top, told=above.when, told_day=None, year=year, year_above=year)
    else:
        state = State(above.day, Genre.NEWS, top.order, reference_is=CountsFrom.HEADING)
        state.told, state.told_day, state.year = above.when, above.day, above.day.year
    state.days_with_year, state.years_told = top.days_with_year, top.years_told
    return state


def days_with_year(candidates: Sequence[Candidate]) -> dict[tuple[int, int], int]:
    """Days that the text names with their year somewhere: the same day without one is that day.

    But for the one that stands for its attacks whatever else happens on it.
    """
    found: dict[tuple[int, int], int] = {}
    for candidate in candidates:
        content = candidate.content
        if candidate.apart or not isinstance(content, Calendar):
            continue
        if content.year is not None and content.month and content.day:
            found.setdefault((content.month, content.day), content.year)
    found.pop((9, 11), None)
    return found


def _joined(first: DateMention, last: DateMention, published: TimeSpan | None) -> DateMention:
    """What two readings of one expression, from the first and last possible day of publication, have in common."""
    if (first.when, first.value) == (last.when, last.value):
        return first
    value = _common(first.value, last.value)
    reason = Why("published-within", (first.reason, str(published)), CountsFrom.PUBLICATION)
    if first.when is None or last.when is None:
        return replace(first, when=None, value=value, reason=reason)
    earlier, later = sorted((first.when, last.when), key=lambda span: span.sort_key)
    hull = TimeSpan.between(earlier, later)
    if hull.length is None or hull.length > WIDEST_HULL:
        return replace(first, when=None, value=value, reason=Why("published-too-widely", (reason,), CountsFrom.AWAITED))
    return replace(first, when=hull, value=value, reason=reason)


def _common(first: str, last: str) -> str:
    """Two values with X where they differ.

    >>> _common("2021-07-27", "2021-08-03")
    '2021-0X-XX'
    """
    if len(first) != len(last):
        return "XXXX-XX-XX"
    return "".join(a if a == b else "X" for a, b in zip(first, last, strict=True))
