"""Dates that hold below: a heading, an entry or a letter head with a date dates what stands under it, until the next.

The parts of such dates add up: under "1916" and "July 1st" the entry "2nd." is of 2 July 1916.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import groupby, pairwise

from timeline.dates import words
from timeline.dates.arithmetic import in_reach
from timeline.dates.candidate import Above, Candidate
from timeline.dates.content import Calendar, Clock, Content, Modified, Numeric
from timeline.dates.resolving.numeric import DEFAULT_ORDER, likely_order, numeric_day, order_of
from timeline.model import DateType, Quote
from timeline.structure import FURNITURE, Block, Role, blocks
from timeline.timespan import Day, Granularity, TimeSpan, is_day

FEWEST = 2
"""The fewest dated lines that make a diary, a log or a chronology; a single one below a title is the publication's."""

_OPENING = re.compile(r"[\s*_~\[(\"“‘'—–-]*(?:(?:day|week)\s\d{1,4}[\s:,.–—-]+)?", re.IGNORECASE)
"""What may stand between the beginning of a block and its date."""

_ORDINAL = re.compile(r"(?P<day>[12]?\d|3[01])(?:st|nd|rd|th|d)\b")
"""The day of an entry whose month stands above it: "2nd. Rain all day."."""

_BARE = re.compile(r"[\s*_]*(?P<day>[12]\d|3[01]|[1-9])(?!\d|[,.:]\d)")
"""The same by its number alone: "**24** - The guns began.", "24. Rain."."""

_BARE_YEAR = re.compile(r"[\s*_\[(]*(?P<year>1[0-9]\d\d|20\d\d)(?![\d/-])")
"""A year at the head of what it dates: "1916", "1983 - The strike begins."."""

_BARE_MONTH = re.compile(rf"[\s*_]*(?P<month>{'|'.join(words.MONTHS)})\b", re.IGNORECASE)
"""A month at the head of what it dates; in other places "May" and "June" need more to be one."""

_HOURS = re.compile(r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?:\s?(?:h|hrs|hours|Z)\b)?(?=[\s:.,–—-])")
"""The time of an entry of a log as soldiers and sailors write it: "0400 Wind W.S.W."."""

_DOTTED = re.compile(
    r"\b(?i:at|until|till|about|around)\s(?P<time>(?P<hour>1?\d|2[0-3])\.(?P<minute>[0-5]\d))"
    r"(?=\s*(?:[.,;:!?)\]–—]|$)|\s(?:in|on|this|that|we|he|she|they|I|it|and|but|when|with|by|from|sharp|was|were|had|\w{3,}ed)\b)"
)
"""The time of day as the British write it, with nothing behind it that it could be a number of: "at 7.30 we left"."""

_STOPS, _WORDS = re.compile(r"[.;!?\n]\s"), re.compile(r"[a-z]+")
_PRICED = 60  # code points in front of a time in which a word may say that it is a price or a measure

_FIRST_CENTURY, _LAST_CENTURY = "10", "20"  # hours that with their minutes look like years: "1955 Dived"
_WROTE = re.compile(r"\bwrote:$")
"""What ends the line over a mail that is answered: "On 11 June 2010 at 16:40, Ann wrote:"."""

_ASIDE = r"(?:\s*[,(]?\s*(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?\.?\s*\)?)?"
_BEHIND = re.compile(
    rf"{_ASIDE}[\s*_~\])\"”]*(?:[.:;|]+|[–—]+|--+|(?<=\s)-(?=\s)|\t|,?\s*\n)[\s*_.–—-]*(?=\S)", re.IGNORECASE
)
"""What parts a date from its entry: a stop, a colon, a dash, a bar, a line break."""

_GOES_ON = re.compile(r"\s+[A-Z\"“]")
_CLOSED = re.compile(rf"{_ASIDE}[\s*_~\])\"”.:,;–—-]*", re.IGNORECASE)
"""What may stand behind a date on a line of its own."""

_BESIDE = FURNITURE - {Role.MAIL_HEAD, Role.FRONT_MATTER}
"""Roles of furniture that says nothing of the text's own time."""

_NEAR = 3  # characters between a head and its day of the week
_YEAR = re.compile(r"(?<![\d-])(?:1[0-9]|20)\d\d(?![\d-])")
_LOCATED = re.compile(r"[\s*_]*(?:(?:[A-Z][\w.'’-]*[ ,]+(?:of |the |de |on )?){1,5}|[\w.'’@-]{2,30},\s*)")
"""A place in front of the date of a letter, a name in front of that of a comment: "Port Stanley, November 20th, 1791.",
"tramfan, 5 Feb 2015"."""
_TITLE = 160  # code points that a title may have
_OF_ITS_YEAR = re.compile(
    r"\b(?:account|annals|calendar|chronicle|diary|journal|log|proceedings|register|report|returns|review|transactions)\b"
    r"[^\n]*?(?:\b(?:for|of|during|year),?\s(?:the\s)?(?:(?:calendar|season|whole)\s)?(?:year\s)?|,\s)"
    r"(?P<year>1[0-9]\d\d|20\d\d)[\s*_.:]*",
    re.IGNORECASE,
)
"""A title of what tells of one year: "Report of the Harbour Master for the year 1870", "Farm diary, 1908"."""


class _Kind(IntEnum):
    """How a date stands in its block, the higher the farther down it reaches."""

    LABELLED = 1  # among other words of a heading
    OWN_LINE = 2
    RUN_IN = 3  # in front of the entry's own words


@dataclass(frozen=True, slots=True)
class _Head:
    """A date that may hold below. `number` is its candidate's index, None for what is a date but as a head: "2nd.".

    `is_bare` for a day by its number alone, which may as well count the items of a list.
    """

    block: Block
    quote: Quote
    parts: Calendar
    kind: _Kind
    number: int | None
    is_bare: bool = False


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
    openings = {_begin(text, block) for block in layout if not block.is_furniture}
    candidates = tuple(_told_apart(layout, candidates))
    hours = tuple(_hours(text, openings, candidates))
    timed = [c.quote.start for c in (*candidates, *hours) if _is_time(c.content) and c.quote.start in openings]
    aboves = _dates_above(text, layout, candidates, timed, date_order)
    if not aboves:
        return tuple(candidates)
    dotted = _dotted(text, candidates)
    starts = [above.start for above in aboves]
    at_hours = [c for c in (*hours, *dotted) if _day_over(c, aboves, starts)]
    taken = {c.quote.start for c in at_hours}
    others = (c for c in (*candidates, *_unfound(candidates, aboves)) if c.quote.start not in taken)
    everything = sorted([*others, *at_hours], key=lambda each: each.quote.start)
    found = []
    following = 0
    current: Above | None = None
    for candidate in everything:
        while following < len(aboves) and aboves[following].start <= candidate.quote.start:
            current = aboves[following]
            following += 1
        holds = current is not None and candidate.quote.start < current.end
        opens = candidate.quote.start in openings and _is_time(candidate.content)
        found.append(_under(candidate, current, opens=opens) if holds and current is not None else candidate)
    return tuple(found)


def _told_apart(layout: Sequence[Block], candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates, those apart that stand beside the text."""
    beside = [block for block in layout if block.is_aside or block.role in _BESIDE]
    starts = [block.start for block in beside]
    for candidate in candidates:
        last = bisect_right(starts, candidate.quote.start) - 1
        inside = last >= 0 and candidate.quote.start < beside[last].end
        yield replace(candidate, apart=True) if inside else candidate


def under_day(candidates: Sequence[Candidate]) -> tuple[tuple[int, int], ...]:
    """The spans of a text that stand under a heading or entry with a day, by its candidates."""
    days = {candidate.above for candidate in candidates if candidate.above is not None and candidate.above.day}
    return tuple(sorted((above.quote.end, above.end) for above in days))


def _unfound(candidates: Sequence[Candidate], aboves: Sequence[Above]) -> Iterator[Candidate]:
    """Heads that are dates only as heads: "2nd.", "1916"."""
    known = {candidate.quote for candidate in candidates}
    for above in aboves:
        if above.quote in known:
            continue
        first = above.when.first
        if above.day is not None:
            parts = Calendar(day=above.day.day)
        elif above.when.granularity == Granularity.MONTH and first is not None:
            parts = Calendar(month=first.month)
        else:
            parts = Calendar(year=first.year if first is not None else None)
        yield Candidate(above.quote, DateType.DATE, parts)


def _hours(text: str, openings: Set[int], candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Times in four figures that entries begin with; none where but one line begins so, or where all may be years."""
    taken = {candidate.quote.start for candidate in candidates if not _is_year(candidate.content)}
    found = [hours for at in sorted(openings - taken) if (hours := _HOURS.match(text, at)) is not None]
    sure = any(not _FIRST_CENTURY <= hours["hour"] <= _LAST_CENTURY for hours in found)
    for hours in found if sure and len(found) >= FEWEST else ():
        yield Candidate(Quote.of(text, *hours.span()), DateType.TIME, Clock(f"T{hours['hour']}:{hours['minute']}"))


def _day_over(candidate: Candidate, aboves: Sequence[Above], starts: Sequence[int]) -> bool:
    """Whether a day holds where a candidate stands; `starts` are those of `aboves`, in order."""
    above = aboves[max(bisect_right(starts, candidate.quote.start) - 1, 0)]
    return above.day is not None and above.start <= candidate.quote.start < above.end


def _dotted(text: str, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Times of day with a dot that are no prices: "at 7.30"."""
    taken = {at for candidate in candidates for at in range(candidate.quote.start, candidate.quote.end)}
    for found in _DOTTED.finditer(text):
        start, end = found.span("time")
        *_, sentence = _STOPS.split(text[max(0, start - _PRICED) : start])
        if start not in taken and words.VALUED.isdisjoint(_WORDS.findall(sentence.lower())):
            time = f"T{int(found['hour']):02d}:{found['minute']}"
            yield Candidate(Quote.of(text, start, end), DateType.TIME, Clock(time))


def _is_year(content: Content) -> bool:
    """Whether it is a year in figures, or what looks like one: "1955 Dived"."""
    return isinstance(content, Calendar) and content == Calendar(year=content.year)


def _is_time(content: Content) -> bool:
    """Whether it is a clock time that leaves out its day: "21:45", but not "at dawn"."""
    return isinstance(content, Clock) and content.on is None and content.time[1:2].isdigit()


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
    if isinstance(content, Modified):
        return replace(content, of=_complete(content.of, when))
    first = when.first
    if not isinstance(content, Calendar) or first is None or content.year is not None:
        return content
    if content.day is not None or content.weekday is not None:
        return replace(content, year=first.year, month=first.month, day=first.day)
    return replace(content, year=first.year)


def _dates_above(
    text: str,
    layout: Sequence[Block],
    candidates: Sequence[Candidate],
    timed: Sequence[int],
    date_order: str | None,
) -> tuple[Above, ...]:
    """The dates that hold below, in the order of the text; the spans that they hold for do not overlap.

    `timed` are the offsets of the times of day that blocks begin with.
    """
    order = order_of(candidates) or date_order or likely_order(candidates) or DEFAULT_ORDER
    heads = _accepted(_without_counts(tuple(_heads(text, layout, candidates, order))), timed)
    if heads:
        year = _year_above(text, layout, heads[0]) or _year_below(heads)
        below = tuple(_with_scopes(text, layout, heads, _completed(heads, year)))
    else:
        below = tuple(_year_of_title(text, layout, candidates))
    starts = [above.start for above in below]
    answered = (a for a in _answered(text, layout, candidates, order) if not _meets(a, below, starts))
    return tuple(sorted((*below, *answered), key=lambda above: above.start))


def _meets(one: Above, others: Sequence[Above], starts: Sequence[int]) -> bool:
    """Whether a span meets one of others, which come in order and apart, with their starts."""
    last = bisect_left(starts, one.end) - 1
    return last >= 0 and others[last].end > one.start


def _year_of_title(text: str, layout: Sequence[Block], candidates: Sequence[Candidate]) -> Iterator[Above]:
    """The year that the title of a report, a diary or the like gives to all that stands below."""
    title = next((block for block in layout if not block.is_furniture), None)
    if title is None or title.end - title.start > _TITLE:
        return
    found = _OF_ITS_YEAR.search(text, title.body, title.end)
    if found is not None and found.end() == title.end:
        start, end = found.span("year")
        named = (c.quote for c in candidates if c.quote.start <= start and end <= c.quote.end)
        quote = next(named, Quote.of(text, start, end))
        yield Above(TimeSpan.year(int(found["year"])), quote, quote.start, len(text))


def _answered(text: str, layout: Sequence[Block], candidates: Sequence[Candidate], order: str) -> Iterator[Above]:
    """The day that the line over a mail that is answered gives to that mail."""
    starts = [candidate.quote.start for candidate in candidates]
    for line, mail in pairwise(layout):
        if mail.role != Role.QUOTED or not _WROTE.search(text, line.body, line.end):
            continue
        inside = candidates[bisect_left(starts, line.body) : bisect_left(starts, line.end)]
        days = [(c.quote, _parts(c.content, order)) for c in inside]
        full = [(quote, parts) for quote, parts in days if parts is not None and parts.year and parts.day]
        if len(full) == 1:
            quote, parts = full[0]
            when = _day(parts, parts.year, None, None)
            if when is not None:
                yield Above(when, quote, mail.start, mail.end)


def _heads(text: str, layout: Sequence[Block], candidates: Sequence[Candidate], order: str) -> Iterator[_Head]:
    first = 0
    for block in layout:
        while first < len(candidates) and candidates[first].quote.end <= block.start:
            first += 1
        if block.is_furniture or block.is_aside or block.role == Role.QUOTED:
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
            timed = isinstance(candidate.content, Clock)
            kind = _kind(text, block, candidate.quote.end, timed=timed)
            if kind is not None and not (kind == _Kind.RUN_IN and parts == Calendar(weekday=parts.weekday)):
                return _Head(block, candidate.quote, parts, kind, number)
        located = _LOCATED.fullmatch(text, block.body, candidate.quote.start)
        closed = _CLOSED.fullmatch(text, candidate.quote.end, block.end)
        if parts is not None and parts.day and located and closed and block.role != Role.SPOKEN:
            return _Head(block, candidate.quote, parts, _Kind.OWN_LINE, number)
        if block.role == Role.HEADING:
            return _labelled(block, candidates, number, order)
    return _undated(text, block, begin)


def _undated(text: str, block: Block, begin: int) -> _Head | None:
    """A head that is a date but as a head: "2nd. Rain.", "24 - Rain.", "1916"."""
    ordinal = _ORDINAL.match(text, begin, block.end)
    bare = _BARE.match(text, block.start if block.role == Role.ITEM else block.body, block.end)
    year = _BARE_YEAR.match(text, block.body, block.end)
    month = _BARE_MONTH.match(text, block.body, block.end)
    found = ordinal or year or month or bare
    kind = _kind(text, block, found.end()) if found is not None else None
    if found is None or kind is None:
        return None
    if year is not None:
        return _Head(block, Quote.of(text, *year.span("year")), Calendar(year=int(year["year"])), kind, None)
    if month is not None:
        named = Calendar(month=dict(words.MONTHS)[month["month"].lower()])
        return _Head(block, Quote.of(text, *month.span("month")), named, kind, None) if kind == _Kind.OWN_LINE else None
    if ordinal is None and kind == _Kind.OWN_LINE and text[block.start] != "#":
        return None  # a number on a line of its own may be that of a page
    quote = Quote.of(text, found.start("day"), found.end())
    return _Head(block, quote, Calendar(day=int(found["day"])), kind, None, is_bare=ordinal is None)


_FIRST_OF_LIST = 3
"""Numbers one after the other that begin so low count the items of a list, or its paragraphs, rather than days."""


def _without_counts(heads: Sequence[_Head]) -> tuple[_Head, ...]:
    """The heads without the numbers that count the items of a list.

    Numbers are days where they stand below a month and rise, but for a list that counts "1.", "2.", "3.".
    """
    kept: list[_Head] = []
    is_in_month = False
    for is_bare, some in groupby(heads, key=lambda head: head.is_bare):
        run = list(some)
        if not is_bare:
            kept += run
            is_in_month = any(head.parts.month is not None and head.kind != _Kind.LABELLED for head in run)
            continue
        days = [head.parts.day or 0 for head in run]
        counts = days[0] <= _FIRST_OF_LIST and days == list(range(days[0], days[0] + len(days)))
        is_list = counts and all(head.block.role == Role.ITEM for head in run)
        if is_in_month and not is_list and all(one < other for one, other in pairwise(days)):
            kept += run
    return tuple(kept)


def _begin(text: str, block: Block) -> int:
    """Where a block's own words begin."""
    opening = _OPENING.match(text, block.body, block.end)
    return opening.end() if opening is not None else block.body


def _labelled(block: Block, candidates: Sequence[Candidate], number: int, order: str) -> _Head | None:
    """The one full day in a heading of other words: "October 21, 2025 - Cache overload"."""
    for n in range(number, len(candidates)):
        if candidates[n].quote.end > block.end:
            break
        parts = _parts(candidates[n].content, order)
        if parts is not None and parts.day is not None and parts.month is not None:
            return _Head(block, candidates[n].quote, parts, _Kind.LABELLED, n)
    return None


def _kind(text: str, block: Block, end: int, *, timed: bool = False) -> _Kind | None:
    """How a date that ends at `end` stands at the beginning of its block; a day with its time needs no mark behind:
    "Aug. 19, 5 a.m. Left camp".
    """
    if _CLOSED.fullmatch(text, end, block.end):
        return _Kind.OWN_LINE
    if block.role == Role.SPOKEN or _BEHIND.match(text, end, block.end) or (timed and _GOES_ON.match(text, end)):
        return _Kind.LABELLED if block.role == Role.HEADING and block.level < 2 else _Kind.RUN_IN
    return None


def _parts(content: Content | None, order: str) -> Calendar | None:
    """The parts of a date that may stand at the head of an entry."""
    if isinstance(content, Clock):
        return _parts(content.on, order)
    if isinstance(content, Modified):
        parts = _parts(content.of, order)
        return parts if parts is not None and parts.day is None and parts.weekday is None else None
    if isinstance(content, Numeric):
        day = numeric_day(content.written, order)
        return Calendar(year=day.year, month=day.month, day=day.day) if day is not None else None
    if not isinstance(content, Calendar):
        return None
    only = Calendar(year=content.year, month=content.month, day=content.day, weekday=content.weekday)
    return content if content == only else None


def _accepted(heads: tuple[_Head, ...], timed: Sequence[int]) -> tuple[_Head, ...]:
    """Those that make a diary, a log or dated sections; none where a document has but one, unless it stands over the
    times of a log.
    """
    days = [head for head in heads if _names_day(head)]
    coarse = [head for head in heads if not _names_day(head) and _is_coarse(head)]
    own_line = [head for head in coarse if head.kind == _Kind.OWN_LINE]
    marked = [head for head in days if head.block.level == 1 or head.kind == _Kind.LABELLED]
    entries = [head for head in days if head.kind != _Kind.LABELLED]
    kept = [*(entries if len(entries) >= FEWEST else ()), *(marked if len(marked) >= FEWEST else ())]
    years = [head for head in coarse if head.kind == _Kind.RUN_IN and head.parts.month is None]
    if kept or len(own_line) >= FEWEST or len(years) >= FEWEST:
        kept += coarse
    elif len(entries) == 1 and sum(at > entries[0].quote.end for at in timed) >= FEWEST:
        kept = [*entries, *own_line]
    return tuple(sorted(set(kept), key=lambda head: head.quote.start))


def _names_day(head: _Head) -> bool:
    return head.parts.day is not None or head.parts.weekday is not None


def _is_coarse(head: _Head) -> bool:
    """Whether it is a month or a year that what stands below is of: on its own line, or in front of an entry.

    A heading with more words ("490 BC: The first invasion") tells of what led to that as well.
    """
    is_entry = head.kind == _Kind.RUN_IN and head.block.role in (Role.TEXT, Role.ITEM, Role.ROW)
    named = head.parts.month is not None or head.parts.year is not None
    return named and (head.kind == _Kind.OWN_LINE or is_entry)


def _year_above(text: str, layout: Sequence[Block], first: _Head) -> int | None:
    """The year that a title gives to the entries below it."""
    for block in layout:
        if block.start >= first.block.start:
            break
        if block.is_furniture or block.is_aside:
            continue
        years = {int(found.group()) for found in _YEAR.finditer(text, block.start, min(block.end, block.start + 200))}
        if len(years) == 1:
            return years.pop()
    return None


def _year_below(heads: Sequence[_Head]) -> int | None:
    """The year of the first heads where they leave it out: the first one below that tells it says which that is."""
    telling = next((number for number, head in enumerate(heads) if head.parts.year is not None), None)
    if telling is None or heads[telling].parts.month is None:
        return None  # "1865" on a line of its own ends the year of what stands above
    days = [(head.parts.month, head.parts.day or 1) for head in heads[: telling + 1] if head.parts.month is not None]
    return (heads[telling].parts.year or 0) - sum(_begins_year(one, other) for one, other in pairwise(days))


def _begins_year(before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether a month and day, told behind another, are of the next year: far before it, or January after December."""
    backward = (before[0] - after[0]) % 12
    return after < before and (backward > 6 or (before[0], after[0]) == (12, 1))


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
        if parts.year is None and last is not None:
            year += _begins_year((last.month, last.day), (parts.month, number))
        return TimeSpan.day(year, parts.month, number) if is_day(year, parts.month, number) else None
    if year is None or month is None:
        return None
    if last is not None and number < last.day:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return TimeSpan.day(year, month, number) if is_day(year, month, number) else None


def _with_scopes(
    text: str, layout: Sequence[Block], heads: Sequence[_Head], spans: Sequence[TimeSpan | None]
) -> Iterator[Above]:
    marked = [block for block in layout if block.role == Role.HEADING and text[block.start] == "#"]
    starts = [block.start for block in marked]
    for index, (head, when) in enumerate(zip(heads, spans, strict=True)):
        if when is None:
            continue
        end = heads[index + 1].quote.start if index + 1 < len(heads) else len(text)
        if text[head.block.start] == "#":
            below = marked[bisect_left(starts, head.block.start + 1) : bisect_left(starts, end)]
            end = next((block.start for block in below if block.level <= head.block.level), end)
        yield Above(when, head.quote, head.quote.start, end)
