"""Dates that hold below: a heading, an entry or a letter head with a date dates what stands under it, until the next.

The parts of such dates add up: under "1916" and "July 1st" the entry "2nd." is of 2 July 1916.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from timeline.dates.arithmetic import in_reach
from timeline.dates.candidate import Above, Candidate
from timeline.dates.content import Calendar, Clock, Content, Numeric
from timeline.dates.resolving.numeric import DEFAULT_ORDER, likely_order, numeric_day, order_of
from timeline.model import DateType, Quote
from timeline.structure import Block, Role, blocks
from timeline.timespan import Day, TimeSpan, is_day

FEWEST = 2
"""So many dated lines make a diary, a log or a chronology; a single one below a title is the publication's."""

_OPENING = re.compile(r"[\s*_~\[(\"“‘'—–-]*(?:(?:day|week)\s\d{1,4}[\s:,.–—-]+)?", re.IGNORECASE)
"""What may stand between the beginning of a block and its date."""

_ORDINAL = re.compile(r"(?P<day>[12]?\d|3[01])(?:st|nd|rd|th|d)\b")
"""The day of an entry whose month stands above it: "2nd. Rain all day."."""

_ASIDE = r"(?:\s*[,(]?\s*(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?\.?\s*\)?)?"
_BEHIND = re.compile(rf"{_ASIDE}[\s*_~\])\"”]*(?:[.:;|]+|[–—-]+|\t|,?\s*\n)[\s*_.–—-]*(?=\S)", re.IGNORECASE)
"""What parts a date from its entry: a stop, a colon, a dash, a bar, a line break."""

_CLOSED = re.compile(rf"{_ASIDE}[\s*_~\])\"”.:,;–—-]*", re.IGNORECASE)
"""What may stand behind a date on a line of its own."""

_BRACKET = re.compile(r"\s*\]\s*")
_NEAR = 3  # characters between a head and its day of the week
_YEAR = re.compile(r"(?<![\d-])(?:1[0-9]|20)\d\d(?![\d-])")
_LOCATED = re.compile(r"[\s*_]*(?:[A-Z][\w.'’-]*[ ,]+(?:of |the |de |on )?){1,5}")
"""A place in front of the date of a letter: "Port Stanley, November 20th, 1791."."""


class _Kind(IntEnum):
    """How a date stands in its block, the higher the farther down it reaches."""

    LABELLED = 1  # among other words of a heading
    OWN_LINE = 2
    RUN_IN = 3  # in front of the entry's own words


@dataclass(frozen=True, slots=True)
class _Head:
    """A date that may hold below. `number` is its candidate's index, None for a bare "2nd."."""

    block: Block
    quote: Quote
    parts: Calendar
    kind: _Kind
    number: int | None

    @property
    def rank(self) -> tuple[int, int]:
        """The lower, the farther it reaches: headings by their level, then years, months, days."""
        fineness = 3 if self.parts.day is not None or self.parts.weekday is not None else 2 if self.parts.month else 1
        return (self.block.level if self.block.level and self.kind == _Kind.LABELLED else 7, fineness)


def under_headings(
    text: str, candidates: Sequence[Candidate], *, date_order: str | None = None
) -> tuple[Candidate, ...]:
    r"""The candidates, each with the date of the heading or entry that it stands under.

    `date_order` ("DMY", "MDY") settles dates in figures that the text leaves open, as for `resolve`.

    >>> from timeline.dates.find import find
    >>> text = "Diary, 1916\n\nJuly 1st. At noon we left.\n\n2nd. Rain. In the evening Hart came."
    >>> [(c.quote.text, str(c.above.when)) for c in under_headings(text, find(text)) if c.above]
    [('July 1st', '1916-07-01'), ('noon', '1916-07-01'), ('2nd', '1916-07-02'), ('the evening', '1916-07-02')]
    """
    if "\n" not in text or not candidates:
        return tuple(candidates)
    layout = blocks(text)
    aboves = _dates_above(text, layout, candidates, date_order)
    if not aboves:
        return tuple(candidates)
    openings = {_begin(text, block) for block in layout}
    everything = sorted([*candidates, *_unfound(candidates, aboves)], key=lambda each: each.quote.start)
    found = []
    following = 0
    current: Above | None = None
    for candidate in everything:
        while following < len(aboves) and aboves[following].start <= candidate.quote.start:
            current = aboves[following]
            following += 1
        holds = current is not None and candidate.quote.start < current.end
        opens = candidate.quote.start in openings and isinstance(candidate.content, Clock)
        found.append(_under(candidate, current, opens=opens) if holds and current is not None else candidate)
    return tuple(found)


def under_day(candidates: Sequence[Candidate]) -> tuple[tuple[int, int], ...]:
    """The spans of a text that stand under a heading or entry with a day, by its candidates."""
    days = {candidate.above for candidate in candidates if candidate.above is not None and candidate.above.day}
    return tuple(sorted((above.quote.end, above.end) for above in days))


def _unfound(candidates: Sequence[Candidate], aboves: Sequence[Above]) -> Iterator[Candidate]:
    """Heads that are dates only as they stand below another: "2nd."."""
    known = {candidate.quote for candidate in candidates}
    for above in aboves:
        if above.quote not in known:
            yield Candidate(above.quote, DateType.DATE, Calendar(day=above.day.day if above.day is not None else None))


def _under(candidate: Candidate, above: Above, *, opens: bool) -> Candidate:
    candidate = replace(candidate, opens=opens)
    ends = tuple(replace(end, above=above) for end in candidate.ends)
    if candidate.quote == above.quote or _is_beside(candidate, above):
        return replace(candidate, content=_complete(candidate.content, above.when), above=above, ends=ends)
    return replace(candidate, above=above, ends=ends)


def _is_beside(candidate: Candidate, above: Above) -> bool:
    """As in "3rd (Sunday).": the day of the week of a head."""
    content = candidate.content
    weekday = (
        content.weekday if isinstance(content, Calendar) and content == Calendar(weekday=content.weekday) else None
    )
    near = 0 < candidate.quote.start - above.quote.end <= _NEAR
    return near and above.day is not None and above.day.weekday == weekday


def _complete(content: Content, when: TimeSpan) -> Content:
    """The date of a heading with the parts that stand above it."""
    if isinstance(content, Clock) and content.on is not None:
        return replace(content, on=_complete(content.on, when))
    first = when.first
    if not isinstance(content, Calendar) or first is None or content.year is not None:
        return content
    if content.day is not None or content.weekday is not None:
        return replace(content, year=first.year, month=first.month, day=first.day)
    return replace(content, year=first.year)


def _dates_above(
    text: str, layout: Sequence[Block], candidates: Sequence[Candidate], date_order: str | None
) -> tuple[Above, ...]:
    """The dates that hold below, in the order of the text; the spans that they hold for do not overlap."""
    order = order_of(candidates) or date_order or likely_order(candidates) or DEFAULT_ORDER
    heads = _accepted(tuple(_heads(text, layout, candidates, order)))
    if not heads:
        return ()
    year = _year_above(text, layout, heads[0])
    return tuple(_with_scopes(text, layout, heads, _completed(heads, year)))


def _heads(text: str, layout: Sequence[Block], candidates: Sequence[Candidate], order: str) -> Iterator[_Head]:
    first = 0
    for block in layout:
        while first < len(candidates) and candidates[first].quote.end <= block.start:
            first += 1
        if block.is_furniture or block.role == Role.QUOTED:
            continue
        head = _head(text, block, candidates, first, order)
        if head is not None:
            yield head


def _head(text: str, block: Block, candidates: Sequence[Candidate], first: int, order: str) -> _Head | None:
    begin = _begin(text, block)
    number = first if first < len(candidates) and candidates[first].quote.end <= block.end else None
    if number is not None:
        candidate = candidates[number]
        parts = _parts(candidate.content, order)
        if parts is not None and candidate.quote.start <= begin:
            kind = _kind(text, block, candidate.quote.end)
            if kind is not None and not (kind == _Kind.RUN_IN and parts == Calendar(weekday=parts.weekday)):
                return _Head(block, candidate.quote, parts, kind, number)
        located = _LOCATED.fullmatch(text, block.body, candidate.quote.start)
        if parts is not None and parts.day and located and _CLOSED.fullmatch(text, candidate.quote.end, block.end):
            return _Head(block, candidate.quote, parts, _Kind.OWN_LINE, number)
        if block.role == Role.HEADING:
            return _labelled(block, candidates, number, order)
    ordinal = _ORDINAL.match(text, begin, block.end)
    if ordinal is not None:
        kind = _kind(text, block, ordinal.end())
        if kind is not None:
            quote = Quote.of(text, ordinal.start(), ordinal.end())
            return _Head(block, quote, Calendar(day=int(ordinal["day"])), kind, None)
    return None


def _begin(text: str, block: Block) -> int:
    """Where a block's own words begin."""
    opening = _OPENING.match(text, block.body, block.end)
    return opening.end() if opening is not None else block.body


def _labelled(block: Block, candidates: Sequence[Candidate], number: int, order: str) -> _Head | None:
    """The one full day in a heading of other words: "October 21, 2025 - Cache overload"."""
    inside = [n for n in range(number, len(candidates)) if candidates[n].quote.end <= block.end]
    for n in inside:
        parts = _parts(candidates[n].content, order)
        if parts is not None and parts.day is not None and parts.month is not None:
            return _Head(block, candidates[n].quote, parts, _Kind.LABELLED, n)
    return None


def _kind(text: str, block: Block, end: int) -> _Kind | None:
    """How a date that ends at `end` stands at the beginning of its block."""
    if _CLOSED.fullmatch(text, end, block.end):
        return _Kind.OWN_LINE
    if block.role == Role.SPOKEN or _BEHIND.match(text, end, block.end):
        return _Kind.LABELLED if block.role == Role.HEADING and block.level < 2 else _Kind.RUN_IN
    return None


def _parts(content: Content | None, order: str) -> Calendar | None:
    """The parts of a date that may stand at the head of an entry."""
    if isinstance(content, Clock):
        return _parts(content.on, order)
    if isinstance(content, Numeric):
        day = numeric_day(content.written, order)
        return Calendar(year=day.year, month=day.month, day=day.day) if day is not None else None
    if not isinstance(content, Calendar):
        return None
    only = Calendar(year=content.year, month=content.month, day=content.day, weekday=content.weekday)
    return content if content == only else None


def _accepted(heads: tuple[_Head, ...]) -> tuple[_Head, ...]:
    """Those that make a diary, a log or dated sections; none where a document has but one."""
    days = [head for head in heads if head.parts.day is not None or head.parts.weekday is not None]
    coarse = [head for head in heads if head not in days and head.kind == _Kind.OWN_LINE]
    marked = [head for head in days if head.block.level == 1 or head.kind == _Kind.LABELLED]
    entries = [head for head in days if head.kind != _Kind.LABELLED]
    kept = [*(entries if len(entries) >= FEWEST else ()), *(marked if len(marked) >= FEWEST else ())]
    if kept:
        kept += coarse
    elif len(coarse) >= FEWEST and all(head.parts.month is not None or head.parts.year is not None for head in coarse):
        kept = coarse
    return tuple(sorted(set(kept), key=lambda head: head.quote.start))


def _year_above(text: str, layout: Sequence[Block], first: _Head) -> int | None:
    """The year that a title gives to the entries below it."""
    for block in layout:
        if block.start >= first.block.start:
            break
        if block.is_furniture:
            continue
        years = {int(found.group()) for found in _YEAR.finditer(text, block.start, min(block.end, block.start + 200))}
        if len(years) == 1:
            return years.pop()
    return None


def _completed(heads: Sequence[_Head], year: int | None) -> list[TimeSpan | None]:
    """What each head names, its missing parts taken from those above it and from the entry before."""
    last: Day | None = None
    month: int | None = None
    found: list[TimeSpan | None] = []
    for head in heads:
        parts = head.parts
        if parts.year is not None:
            year = parts.year
        when: TimeSpan | None = None
        if parts.day is not None:
            when = _day(parts, year, month, last)
        elif parts.weekday is not None:
            when = TimeSpan.on(last.plus((parts.weekday - last.weekday) % 7 or 7)) if last is not None else None
        elif parts.month is not None and year is not None:
            when = TimeSpan.month(year, parts.month)
        elif parts.year is not None and in_reach(parts.year):
            when = TimeSpan.year(parts.year)
        found.append(when)
        if parts.year is not None and parts.month is None:
            month, last = None, None
        elif parts.month is not None and parts.day is None:
            month, last = parts.month, None
        if when is not None and when.first is not None and parts.day is None and parts.weekday is None:
            continue
        if when is not None and when.first is not None:
            last, month, year = when.first, when.first.month, when.first.year
    return found


def _day(parts: Calendar, year: int | None, month: int | None, last: Day | None) -> TimeSpan | None:
    number = parts.day or 1
    if parts.month is not None:
        if year is None:
            return None
        if parts.year is None and last is not None and (parts.month, number) < (last.month, last.day):
            backward = (last.month - parts.month) % 12
            year += backward > 6 or (last.month == 12 and parts.month == 1)
        return TimeSpan.day(year, parts.month, number) if is_day(year, parts.month, number) else None
    if year is None or month is None:
        return None
    if last is not None and number < last.day:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return TimeSpan.day(year, month, number) if is_day(year, month, number) else None


def _with_scopes(
    text: str, layout: Sequence[Block], heads: Sequence[_Head], spans: Sequence[TimeSpan | None]
) -> Iterator[Above]:
    ends = [block for block in layout if block.role == Role.HEADING and text[block.start] == "#"]
    for index, (head, when) in enumerate(zip(heads, spans, strict=True)):
        if when is None:
            continue
        end = heads[index + 1].quote.start if index + 1 < len(heads) else len(text)
        if text[head.block.start] == "#":
            closing = (b.start for b in ends if b.start > head.block.start and b.level <= head.block.level)
            end = min(end, next(closing, end))
        yield Above(when, head.quote, head.quote.start, end)
