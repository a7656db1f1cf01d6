"""When was a document published? Told by metadata, a person or its byline; else worked out from all that bears on it.

What a text says makes some days of publication likelier than others: news tells of days just past, "on Tuesday" means
the Tuesday nearest to it, what is told as past lies before it, and "a year ago" of something that is dated elsewhere
points straight at it. Each such clue weighs every day of a window; the days that hold four fifths of the weight are
the answer, with the clues that count most as its reason. Where nothing decides, the answer stays wide or unknown.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from timeline.dates.candidate import Candidate, Direction
from timeline.dates.content import Calendar, Clock, Content, Part, Range
from timeline.dates.dateline import partial, stated
from timeline.dates.resolve import resolve
from timeline.model import DateMention, Document, Published, PublishedBasis, Quote
from timeline.timespan import Day, Granularity, TimeSpan, days_in_month

WINDOW_DAYS = 3 * 366
"""How long after the latest date that it tells a document may have been published, where nothing else is known."""

MASS = 0.8
"""The share of the weight that the answer must hold."""

NEGLIGIBLE = 0.15
"""Days with less than this share of the weight may be left out of an answer for a reason."""

WIDEST_DAYS = 2 * 366
"""An answer wider than this says too little to be given."""

TELLING = 0.7
"""How strongly a clue must tell the chosen days from the rest of the window to be named in the reason."""

MAX_REASONS = 3
"""So many clues are named, the most telling first."""

LATEST = "the latest full date it tells as past"

MISFIT = -6.0
"""The weight of a day on which an expression would not name the date that its event has elsewhere.

As if one such link in ten were wrong: a tenth spread over the window's thousand days, against the rest on one month.
"""

MISREAD = 2.0
"""What it costs to take what is told as past for something to come, or the other way round."""

_WEEKDAY_WEIGHTS = (0.35, 0.32, 0.14, 0.1, 0.05, 0.02, 0.02)
"""How often news names a weekday 0 to 6 days back: of 200 weekdays in dated English news, smoothed."""

_CAPTION_BEFORE = re.compile(r"[A-Z][\w'’.-]*, $")
_CAPTION_AFTER = re.compile(r"\s*(?:\.|$|\n|[-–—] |\()")


@dataclass(frozen=True, slots=True)
class Link:
    """A date candidate of one document that tells of an event which is dated elsewhere.

    `candidate` is its index; `when` the event's span as `where` (a document, in words) gives it; `event` names it.
    """

    candidate: int
    when: TimeSpan
    where: str
    event: str


@dataclass(frozen=True, slots=True)
class _Clue:
    """The weight (a natural logarithm, at most 0) that something in the text gives to each day, and what it says.

    Only a `strong` clue ties publication to one stretch of time; the others tell days in it apart.
    """

    weigh: Callable[[int], float]
    reason: str
    quote: Quote
    strong: bool = False


def known(document: Document, candidates: Sequence[Candidate], *, date_order: str | None = None) -> Published | None:
    """The publication date as a person, metadata or the text itself states it, None where nothing does."""
    if document.published is not None:
        how = "a person gave it" if document.published_basis == PublishedBasis.GIVEN else "the file or record says so"
        return Published(document.published, document.published_basis, f"{document.published}: {how}")
    found = stated(document.text, candidates, date_order=date_order)
    return found if found is not None and found.when is not None else None


def infer(
    document: Document, candidates: Sequence[Candidate], links: Sequence[Link] = (), *, date_order: str | None = None
) -> Published:
    """Work out the publication date of a document that does not state it.

    `links` tie its date candidates to events that are dated elsewhere. The result has the basis `inferred`, with the
    words that it rests on as evidence, or `unknown`. Where the text only shows what it cannot be older than, the span's
    end is open: of dated news whose day was hidden, a third lie within a year of the latest full date that they tell.
    """
    mentions = resolve(document.text, candidates, published=None, date_order=date_order)
    window = _window(candidates, mentions, links)
    if window is None:
        return Published(None, PublishedBasis.UNKNOWN, "the text holds no date that could tell")
    clues = [*_clues(document, candidates, mentions), *_link_clues(document, candidates, links, window, date_order)]
    if not any(clue.strong for clue in clues):
        return _not_before(window, clues)
    weights = {day: sum(clue.weigh(day) for clue in clues) for day in window}
    span = _after_what_is_told(_heaviest(weights), candidates, weights)
    telling = [(_telling(clue, span, window), clue) for clue in clues]
    telling.sort(key=lambda pair: (-pair[0], pair[1].quote))
    reasons = [clue for strength, clue in telling[:MAX_REASONS] if strength >= TELLING]
    if span.length is None or span.length > WIDEST_DAYS or not reasons:
        return Published(None, PublishedBasis.UNKNOWN, "what the text says fits too many days")
    said = "; ".join(dict.fromkeys(clue.reason for clue in reasons))
    evidence = tuple(sorted({clue.quote for clue in reasons}))
    return Published(span.about(), PublishedBasis.INFERRED, f"worked out from the text: {said}", evidence)


def _not_before(window: range, clues: Sequence[_Clue]) -> Published:
    """All that can be said without a strong clue: the text is no older than the latest date that it tells as past."""
    latest = next((clue for clue in clues if clue.weigh(window[0]) == 0.0 and LATEST in clue.reason), None)
    if latest is None:
        return Published(None, PublishedBasis.UNKNOWN, "nothing in the text ties it to a day")
    first = Day.from_ordinal(window[0])
    when = TimeSpan(first, None, Granularity.DAY, approximate=True)
    return Published(when, PublishedBasis.INFERRED, f"not before {first}: {latest.reason}", (latest.quote,))


def _window(candidates: Sequence[Candidate], mentions: Sequence[DateMention], links: Sequence[Link]) -> range | None:
    """The days that publication may lie on: from the latest complete date told as past, or around linked events."""
    past = [
        mention.when.first.ordinal
        for candidate, mention in zip(candidates, mentions, strict=True)
        if _is_complete(candidate, mention)
        and candidate.direction != Direction.FUTURE
        and mention.when
        and mention.when.first
    ]
    linked = [link.when.first.ordinal for link in links if link.when.first is not None]
    if past:
        first = max(past)
        last = max([first, *linked])
        return range(first, last + WINDOW_DAYS)
    if linked:
        return range(min(linked) - 366, max(linked) + WINDOW_DAYS)
    return None


def _is_complete(candidate: Candidate, mention: DateMention) -> bool:
    return candidate.is_complete and mention.when is not None and not mention.when.is_open


def _clues(document: Document, candidates: Sequence[Candidate], mentions: Sequence[DateMention]) -> Iterator[_Clue]:
    dateline = partial(document.text, candidates)
    if dateline is not None and (calendar := _calendar(dateline.candidate.content)) is not None:
        yield _dateline(dateline.candidate, calendar)
    complete = [
        (c, m.when) for c, m in zip(candidates, mentions, strict=True) if _is_complete(c, m) and m.when is not None
    ]
    told = [(c, when) for c, when in complete if c.direction != Direction.FUTURE and when.last is not None]
    if told and not any(_is_caption(document.text, c.quote) for c, _ in told):
        candidate, when = max(told, key=lambda pair: (pair[1].first or Day(0, 1, 1), pair[0].quote.start))
        yield _latest(candidate, when)
    for candidate, when in complete:
        if when.granularity == Granularity.YEAR:
            yield _bare_year(candidate, when)
        elif candidate.direction == Direction.FUTURE:
            yield _still_to_come(candidate, when)
        elif when.granularity == Granularity.DAY and _is_caption(document.text, candidate.quote):
            yield _caption(candidate, when)
    past: list[tuple[Candidate, Calendar]] = []
    for candidate in candidates:
        calendar = _calendar(candidate.content)
        if calendar is None or calendar.year is not None or calendar.which is not None or calendar.within is not None:
            continue
        if calendar.weekday is not None and calendar.day is None:
            yield _weekday(candidate, calendar.weekday)
        elif calendar.month is not None and candidate.direction == Direction.FUTURE:
            yield _yearless_ahead(candidate, calendar)
        elif calendar.month is not None:
            past.append((candidate, calendar))
    if past:
        yield _yearless_past(past)


def _calendar(content: Content) -> Calendar | None:
    """The calendar parts in an expression; a range's are those of its end."""
    while isinstance(content, (Part, Clock, Range)):
        inner = content.of if isinstance(content, Part) else content.on if isinstance(content, Clock) else content.last
        if inner is None:
            return None
        content = inner
    return content if isinstance(content, Calendar) else None


def _is_caption(text: str, quote: Quote) -> bool:
    """Whether a date closes a picture's caption: "... in Herat, Afghanistan, 1 August 2021."."""
    before, after = text[max(0, quote.start - 40) : quote.start], text[quote.end : quote.end + 3]
    return bool(_CAPTION_BEFORE.search(before) and _CAPTION_AFTER.match(after))


def _dateline(candidate: Candidate, calendar: Calendar) -> _Clue:
    """A dateline without a year leaves one day of each year."""

    def weigh(day: int) -> float:
        _, month, day_of_month = Day.from_ordinal(day)
        return 0.0 if (month, day_of_month) == (calendar.month, calendar.day) else -8.0

    return _Clue(weigh, f"the dateline says ‘{candidate.quote.text}’", candidate.quote, strong=True)


def _latest(candidate: Candidate, when: TimeSpan) -> _Clue:
    last = when.last or Day(0, 1, 1)
    scale = max(1.0, (when.length or 1) / 4)

    def weigh(day: int) -> float:
        return -math.log1p(max(0, day - last.ordinal) / scale)

    return _Clue(weigh, f"{LATEST} is ‘{candidate.quote.text}’", candidate.quote)


def _still_to_come(candidate: Candidate, when: TimeSpan) -> _Clue:
    last = when.last or Day(9999, 1, 1)

    def weigh(day: int) -> float:
        return 0.0 if day <= last.ordinal else -4.0

    return _Clue(weigh, f"‘{candidate.quote.text}’ is still to come", candidate.quote)


def _caption(candidate: Candidate, when: TimeSpan) -> _Clue:
    first = when.first or Day(0, 1, 1)

    def weigh(day: int) -> float:
        return -2 * math.log1p(max(0, day - first.ordinal - 1) / 2) if day >= first.ordinal else -4.0

    return _Clue(weigh, f"a picture's caption is dated ‘{candidate.quote.text}’", candidate.quote, strong=True)


def _weekday(candidate: Candidate, weekday: int) -> _Clue:
    ahead = candidate.direction == Direction.FUTURE

    def weigh(day: int) -> float:
        today = (day + 3) % 7
        distance = (weekday - today) % 7 if ahead else (today - weekday) % 7
        return math.log(_WEEKDAY_WEIGHTS[distance] / _WEEKDAY_WEIGHTS[0])

    side = "still to come" if ahead else "just past"
    return _Clue(weigh, f"‘{candidate.quote.text}’ is {side}", candidate.quote)


def _yearless_past(told: Sequence[tuple[Candidate, Calendar]]) -> _Clue:
    """Dates without a year are near, the nearest of them above all: each farther one counts half of the last."""

    def weigh(day: int) -> float:
        costs = sorted(_cost(calendar, day, candidate.direction) for candidate, calendar in told)
        return -sum(cost * 0.5**rank for rank, cost in enumerate(costs))

    words = " and ".join(dict.fromkeys(f"‘{candidate.quote.text}’" for candidate, _ in told[:4]))
    return _Clue(weigh, f"{words}, told without a year, lie not far back", told[0][0].quote)


def _yearless_ahead(candidate: Candidate, calendar: Calendar) -> _Clue:
    def weigh(day: int) -> float:
        return -_cost(calendar, day, candidate.direction) / 2

    return _Clue(weigh, f"‘{candidate.quote.text}’, without a year, is still to come", candidate.quote)


def _cost(calendar: Calendar, day: int, direction: Direction) -> float:
    """What it costs to take a day for the day of publication, by the distance to the nearest such day or month.

    The direction may have been misread, so the other side is not ruled out; the past tense is the surer sign.
    """
    back, ahead = _distance_cost(calendar, day, ahead=False), _distance_cost(calendar, day, ahead=True)
    if direction == Direction.FUTURE:
        return min(ahead, back + MISREAD)
    return min(back, ahead + (2 * MISREAD if direction == Direction.PAST else MISREAD / 2))


def _distance_cost(calendar: Calendar, day: int, *, ahead: bool) -> float:
    """The cost of the distance from a day back, or ahead, to the nearest of the days that a date without a year names.

    In dated English news half of the latest such days lie within a week, most others within two months, and one in
    ten farther back than a year; hence the cap.
    """
    month, day_of_month = calendar.month or 1, calendar.day
    year = Day.from_ordinal(day).year
    distances = []
    for near in (year - 1, year, year + 1):
        first = Day(near, month, min(day_of_month or 1, days_in_month(near, month))).ordinal
        last = first if day_of_month is not None else first + days_in_month(near, month) - 1
        if first <= day <= last:
            return 0.0
        distances.append(first - day if ahead else day - last)
    distance = min((d for d in distances if d >= 0), default=365)
    unit = 1 if day_of_month is not None else 15
    return min(math.log1p(distance / unit) + distance / 90, 6.0)


def _bare_year(candidate: Candidate, when: TimeSpan) -> _Clue:
    """News calls the running year "this year"; one called by its number is mostly over, or still to come."""
    first, last = (end or Day(0, 1, 1) for end in (when.first, when.last))

    def weigh(day: int) -> float:
        return -2.3 if first.ordinal <= day <= last.ordinal else 0.0

    return _Clue(weigh, f"‘{candidate.quote.text}’ is not called this year", candidate.quote)


def _link_clues(
    document: Document, candidates: Sequence[Candidate], links: Sequence[Link], window: range, date_order: str | None
) -> Iterator[_Clue]:
    """What an event that is dated elsewhere says: only on some days does the expression here name that date."""
    if not links:
        return
    by_day: dict[int, tuple[DateMention, ...]] = {}

    def placed(day: int) -> tuple[DateMention, ...]:
        if day not in by_day:
            reference = TimeSpan.on(Day.from_ordinal(day))
            by_day[day] = resolve(document.text, candidates, published=reference, date_order=date_order)
        return by_day[day]

    for link in _distinct(links):
        fits = _fitting_days(link, window, placed)
        if not fits or len(fits) == len(window):
            continue
        candidate = candidates[link.candidate]
        reason = f"‘{candidate.quote.text}’ tells of {link.event}, dated {link.when} by {link.where}"
        yield _Clue(_fit(fits), reason, candidate.quote, strong=True)


def _fit(days: frozenset[int]) -> Callable[[int], float]:
    return lambda day: 0.0 if day in days else MISFIT


def _distinct(links: Sequence[Link]) -> list[Link]:
    """One link for each date that a candidate is given elsewhere, in order, however many documents give it."""
    ordered = sorted(links, key=lambda link: (link.candidate, link.when.length or 0, str(link.when), link.where))
    return list({(link.candidate, link.when): link for link in reversed(ordered)}.values())[::-1]


def _fitting_days(link: Link, window: range, placed: Callable[[int], tuple[DateMention, ...]]) -> frozenset[int]:
    """The days of publication on which a candidate names the known date; sampled by weeks, exact at the edges."""

    def fits(day: int) -> bool:
        when = placed(day)[link.candidate].when
        return when is not None and when.overlaps(link.when)

    step = 7
    found: set[int] = set()
    samples = [(day, fits(day)) for day in window[::step]]
    for (day, here), (following, there) in zip(samples, [*samples[1:], (window[-1] + 1, False)], strict=True):
        if here and there:
            found.update(range(day, following))
        elif here or there:
            found.update(d for d in range(day, following) if fits(d))
    return frozenset(found)


def _heaviest(weights: dict[int, float]) -> TimeSpan:
    """The shortest run of days that holds `MASS` of the weight."""
    top = max(weights.values())
    days = sorted(weights)
    shares = [math.exp(weights[day] - top) for day in days]
    needed = MASS * sum(shares)
    best: tuple[int, int] | None = None
    first, held = 0, 0.0
    for last, share in enumerate(shares):
        held += share
        while held - shares[first] >= needed:
            held -= shares[first]
            first += 1
        if held >= needed and (best is None or last - first < best[1] - best[0]):
            best = (first, last)
    low, high = best if best is not None else (0, len(days) - 1)
    return TimeSpan.days(Day.from_ordinal(days[low]), Day.from_ordinal(days[high]))


def _after_what_is_told(span: TimeSpan, candidates: Sequence[Candidate], weights: dict[int, float]) -> TimeSpan:
    """The span from the latest day in it that the text tells as past, unless much weight lies before it."""
    if span.first is None or span.last is None:
        return span
    shares = {day: math.exp(weights[day]) for day in range(span.first.ordinal, span.last.ordinal + 1)}
    first = span.first.ordinal
    for candidate in candidates:
        calendar = _calendar(candidate.content)
        if calendar is None or candidate.direction != Direction.PAST or calendar.year is not None:
            continue
        for day, share in shares.items():
            _, month, day_of_month = Day.from_ordinal(day)
            if share and first < day and (month, day_of_month) == (calendar.month, calendar.day):
                before = sum(shares[d] for d in range(first, day))
                first = day if before <= NEGLIGIBLE * sum(shares.values()) else first
    return TimeSpan.days(Day.from_ordinal(first), span.last)


def _telling(clue: _Clue, span: TimeSpan, window: range) -> float:
    """How much a clue prefers the chosen days to the days of the window at large, on average."""
    if span.first is None or span.last is None:
        return 0.0
    inside = [clue.weigh(day) for day in range(span.first.ordinal, span.last.ordinal + 1)]
    everywhere = [clue.weigh(day) for day in window[:: max(1, len(window) // 60)]]
    return sum(inside) / len(inside) - sum(everywhere) / len(everywhere)
