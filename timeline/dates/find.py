"""Every expression of time in a text: where it stands and what it says.

Regular expressions and word lists alone: pure, linear in the length of the text, no trained model.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from timeline.dates.candidate import Bound, Candidate, Direction, type_of
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
from timeline.dates.grammar import LEVELS, PLAIN_LEVELS
from timeline.dates.grammar.built import with_year_of
from timeline.dates.grammar.kinds import MADE, Spanned, kind
from timeline.dates.patterns import Level, Symbol, words_of
from timeline.dates.tense import direction
from timeline.dates.tokens import Lexicon
from timeline.model import Quote

FROM_NOW, SHARED_YEAR = "length-from-now", "year-of-the-next-date"
"""The names of what is done to an expression when the rules are through: "in two weeks", told as to come, counts from
now; in "the summer and autumn of 1943" the year belongs to both."""

_CONTENTS = (Calendar, Clock, Duration, Every, Nth, Numeric, Modified, Range, Shift, CountedPeriod, Vague, Spanned)

_LEXICON = Lexicon(
    {word for level in LEVELS for rule in level for word in words_of(rule.pattern)},
    MADE.values(),
)
_MADE = {name: _LEXICON.alphabet.char(shape) for name, shape in MADE.items()}
_LEVELS = tuple(Level(rules, _LEXICON.alphabet) for rules in LEVELS)
_PLAIN, _BUILT = _LEVELS[:PLAIN_LEVELS], _LEVELS[PLAIN_LEVELS:]
# Words that may stand together in an expression, and what the plain levels made of some.
_TOGETHER = re.compile(f"[^{_LEXICON.outside}]+")
_ANY_MADE = re.compile(f"[{re.escape(''.join(_MADE.values()))}]")


def find(text: str) -> tuple[Candidate, ...]:
    """All expressions of time of a text, in order; none overlaps another.

    >>> [c.quote.text for c in find("Talks began on 27 July and ended three days later.")]
    ['27 July', 'three days later']
    """
    symbols = _LEXICON.symbols(text)
    for level in _PLAIN:
        symbols = level.reduce(symbols, text, _char)
    found: list[Candidate] = []
    for group in _TOGETHER.finditer("".join([symbol.char for symbol in symbols])):
        if _ANY_MADE.search(group.group()) is None:
            continue
        built = symbols[group.start() : group.end()]
        for level in _BUILT:
            built = level.reduce(built, text, _char)
        found += [_candidate(text, symbol) for symbol in built if isinstance(symbol.value, _CONTENTS)]
    return _sharing_years(text, found)


_JOINED = re.compile(r",?\s+(?:and|or|and\s+in|or\s+in|and\s+on)\s+(?:the\s+|in\s+)?", re.IGNORECASE)


def _sharing_years(text: str, found: list[Candidate]) -> tuple[Candidate, ...]:
    """As in "the summer and autumn of 1943", "late July or early August 1941": the year behind belongs to both."""
    _share_months(text, found)
    _share_days(text, found)
    _carry_years(text, found)
    _answer_questions(text, found)
    for index in range(len(found) - 1, 0, -1):
        first, last = found[index - 1], found[index]
        if not isinstance(first.content, Calendar | Modified) or not isinstance(last.content, Calendar | Modified):
            continue
        if _JOINED.fullmatch(text, first.quote.end, last.quote.start) is not None:
            content = with_year_of(first.content, last.content)
            if content is not first.content:
                found[index - 1] = replace(first, content=content, rules=(SHARED_YEAR, *first.rules))
    return tuple(found)


_LISTED = re.compile(r",\s?|,?\s(?:and|or)\s(?:on\s)?", re.IGNORECASE)


def _share_months(text: str, found: list[Candidate]) -> None:
    """As in "Monday 20, Tuesday 21 and Wednesday 22 April 2009": the month behind belongs to all."""
    for index in range(len(found) - 1, 0, -1):
        first, last = found[index - 1].content, found[index].content
        if not isinstance(first, Calendar) or not isinstance(last, Calendar) or first.weekday is None:
            continue
        days = first.day is not None and last.day is not None and last.month is not None
        alone = first == Calendar(weekday=first.weekday, day=first.day)
        if days and alone and _LISTED.fullmatch(text, found[index - 1].quote.end, found[index].quote.start):
            month = last.month - ((first.day or 0) > (last.day or 0)) if last.month is not None else None
            if month:
                found[index - 1] = replace(found[index - 1], content=replace(first, month=month, year=last.year))


_TWO_TIMES = re.compile(r"\s(?:and|to|until|till|or)\s(?:at\s|about\s)?|\s?[-–—]\s?", re.IGNORECASE)


def _share_days(text: str, found: list[Candidate]) -> None:
    """As in "between 9 a.m. and 11 a.m. on 12 May": the day said with the second time is that of the first."""
    for index in range(len(found) - 1, 0, -1):
        first, last = found[index - 1].content, found[index].content
        if not isinstance(first, Clock) or not isinstance(last, Clock) or first.on is not None or last.on is None:
            continue
        if _TWO_TIMES.fullmatch(text, found[index - 1].quote.end, found[index].quote.start):
            found[index - 1] = replace(found[index - 1], content=replace(first, on=last.on))


_YEAR_FIRST = re.compile(r"(?:^|[.!?;:,\n(]\s*)(?:in|during)\s$", re.IGNORECASE)
_YEAR_GOES_ON = re.compile(
    r",?\s(?:(?:on|from|in|between|by|until|during|after|before|about|around|the)\s){1,3}", re.IGNORECASE
)


def _carry_years(text: str, found: list[Candidate]) -> None:
    """As in "In 2018 from February to December", "In 1914, on 4 August": the year that a sentence opens with."""
    for index, (first, last) in enumerate(pairwise(found)):
        year = first.content
        if not isinstance(year, Calendar) or year != Calendar(year=year.year):
            continue
        opens = _YEAR_FIRST.search(text, max(0, first.quote.start - 20), first.quote.start)
        if opens and _YEAR_GOES_ON.fullmatch(text, first.quote.end, last.quote.start):
            ends = tuple(replace(end, content=_of_year(end.content, year)) for end in last.ends)
            found[index + 1] = replace(last, content=_of_year(last.content, year), ends=ends)


_ANSWER = re.compile(
    r"[^.?!\n]{0,80}\?[\"”]?"  # the rest of the question
    r"\s*(?:[-–—]\s*)?[\"“]?"
    r"(?:(?:[A-Z][\w.' ]{0,30}|\*\*[^*\n]{1,30}\*\*)[.:]\**\s+)?"  # who answers
    r"(?:(?:yes|no|well|oh|i\sthink|it\swas)[,.]?\s+)?(?:(?:on|in|about|around)\s(?:the\s)?)?",
    re.IGNORECASE,
)


_TURNS = ("\n", ":", ". ", "-", "–", "—", '"', "“")
"""What parts a question from the answer of somebody else; without it the asker goes on: "Was it 1998? In March ..."."""


def _answer_questions(text: str, found: list[Candidate]) -> None:
    """As in "You left in August of 2004? - August 16th.", "And last year? - In October.".

    The year of a question is that of the answer that begins with a day or month.
    """
    for index, (question, answer) in enumerate(pairwise(found)):
        year = _year_asked(question.content)
        between = text[question.quote.end : answer.quote.start]
        is_turn = any(mark in between for mark in _TURNS) and answer.direction != Direction.FUTURE
        if year is None or not is_turn or _ANSWER.fullmatch(between) is None:
            continue
        if isinstance(year, Calendar):
            content = _of_year(answer.content, year)
        elif isinstance(answer.content, Calendar) and answer.content == Calendar(month=answer.content.month):
            content = replace(answer.content, within=year)
        else:
            continue
        found[index + 1] = replace(answer, content=content)


def _year_asked(content: Content) -> Calendar | Shift | None:
    """The year that a question names: "2004", "August of 2004", "last year"."""
    if isinstance(content, Calendar):
        return content if content.year is not None and content.day is None else None
    return content if isinstance(content, Shift) and content.unit == Unit.YEAR and not content.counted else None


def _of_year(content: Content, year: Calendar) -> Content:
    """A day or month without a year, or a range of two such, in a year."""
    if isinstance(content, Modified):
        return replace(content, of=_of_year(content.of, year))
    if isinstance(content, Range):
        return replace(content, first=_of_year(content.first, year), last=_of_year(content.last, year))
    if isinstance(content, Clock) and content.on is not None:
        return replace(content, on=_of_year(content.on, year))
    is_open = isinstance(content, Calendar) and content.month is not None and content.year is None
    if isinstance(content, Calendar) and is_open and content.within is None and content.which is None:
        return replace(content, year=year.year)
    return content


def ends_apart(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The expressions as TIMEX3 counts them: a range gives way to its two ends, but for two weekdays side by side.

    >>> [c.quote.text for c in ends_apart(find("He ruled from 1862 to 1890, and fought on 1-2 September."))]
    ['1862', '1890', '1', '2 September']
    """
    return tuple(part for candidate in candidates for part in (candidate.ends or (candidate,)))


def _char(makes: str, value: object) -> str:
    return _MADE[makes or kind(value)]


def _candidate(text: str, symbol: Symbol) -> Candidate:
    value = symbol.value
    ends: tuple[Candidate, ...] = ()
    content: Content
    if isinstance(value, Spanned):
        content = value.whole or value.range
        ends = (
            _one(text, value.range.first, *value.first, symbol.rules),
            _one(text, value.range.last, *value.last, symbol.rules),
        )
    else:
        content = value
        if isinstance(content, Range):
            ends = _days_apart(text, content, symbol)
    return _one(text, content, symbol.start, symbol.end, symbol.rules, ends)


# "May 4 and 5", "13-15 April": each end with its number.
_TWO_DAYS = re.compile(
    r"(?P<first>[^0-9]*[0-9]{1,2}(?:st|nd|rd|th)?)\s?(?:to|and|or|through|until|[&/–—−‐‑-])\s?"
    r"(?P<last>(?:the\s)?[0-9].*)",
    re.IGNORECASE | re.DOTALL,
)


def _days_apart(text: str, days: Range, symbol: Symbol) -> tuple[Candidate, ...]:
    """The ends of days that share their month; none where no number tells them: "Wednesday and Thursday"."""
    found = _TWO_DAYS.fullmatch(text, symbol.start, symbol.end)
    if found is None:
        return ()
    return (
        _one(text, days.first, *found.span("first"), symbol.rules),
        _one(text, days.last, *found.span("last"), symbol.rules),
    )


def _one(
    text: str, content: Content, start: int, end: int, rules: tuple[str, ...], ends: tuple[Candidate, ...] = ()
) -> Candidate:
    bound, cue = _bound(text, start)
    told = direction(text, start, end, bound)
    if isinstance(content, Duration) and told == Direction.FUTURE and _is_from_now(text, start):
        counted = _from_now(content)
        rules = rules if counted is content else (FROM_NOW, *rules)
        content = counted
    return Candidate(
        quote=Quote.of(text, start, end),
        type=type_of(content),
        content=content,
        bound=bound,
        cue=cue,
        direction=told,
        ends=ends,
        rules=rules,
    )


_IN = re.compile(r"\bin\s(?:about\s|just\s|around\s)?$", re.IGNORECASE)
# "The second strike in two days", "the worst loss in five years": how often, or for how long.
_RANKED = re.compile(
    r"\b(?:first|second|third|\w+th|[0-9]+(?:st|nd|rd)|only|record|times?|most|least|worst|\w+est)\b[^.;:!?]*$",
    re.IGNORECASE,
)
_RANKED_REACH = 60


def _is_from_now(text: str, start: int) -> bool:
    """Whether a length of time, told as to come, stands behind "in" and ranks nothing."""
    if _IN.search(text, max(0, start - 12), start) is None:
        return False
    return _RANKED.search(text, max(0, start - _RANKED_REACH), start) is None


def _from_now(content: Duration) -> Content:
    """As in "It will open in two weeks": a length of time that counts from now."""
    if content.amount is None or content.unit.is_clock:
        return content
    return Shift(content.unit, content.amount, Origin.PUBLICATION, counted=True, sign=1)


_CUES: tuple[tuple[str, Bound], ...] = (
    ("ever since", Bound.SINCE),
    ("since", Bound.SINCE),
    ("up until", Bound.UNTIL),
    ("until", Bound.UNTIL),
    ("till", Bound.UNTIL),
    ("up to", Bound.UNTIL),
    ("no later than", Bound.BY),
    ("by", Bound.BY),
    ("prior to", Bound.BEFORE),
    ("ahead of", Bound.BEFORE),
    ("before", Bound.BEFORE),
    ("after", Bound.AFTER),
    ("following", Bound.AFTER),
    ("as of", Bound.AS_OF),
    ("from", Bound.FROM),
    ("between", Bound.BETWEEN),
    ("during", Bound.DURING),
    ("throughout", Bound.THROUGHOUT),
    ("over", Bound.FOR),
    ("for", Bound.FOR),
    ("within", Bound.WITHIN),
)
_CUE_BOUNDS = dict(_CUES)
_CUE = re.compile(
    r"\b(" + "|".join(re.escape(words).replace(r"\ ", r"\s") for words, _ in _CUES) + r")"
    r"(?:\s(?:the|at|about|around|roughly|least|as|early|late|on|in|nearly|almost|well|much|most|of)){0,3}\s?$",
    re.IGNORECASE,
)
_CUE_REACH = 40


def _bound(text: str, start: int) -> tuple[Bound, Quote | None]:
    found = _CUE.search(text, max(0, start - _CUE_REACH), start)
    if found is None:
        return Bound.NONE, None
    return _CUE_BOUNDS[re.sub(r"\s", " ", found[1].lower())], Quote.of(text, found.start(1), found.end(1))
