"""When what is told without a date was: on the day of the event that it tells again, belongs to or goes on from.

Most of it only adds to an event that has a date, as a further quote (`part_of`); a past fact of a news text that goes
on from its news is an event of its own.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from timeline.dating.headlines import MAX_NEWS_DAYS, date_below
from timeline.dating.likeness import party_words, trigger_likeness
from timeline.events import Draft, Telling, brings_about, on_publication, words
from timeline.language.lexicon import event_verb
from timeline.model import Basis, DateMention, DateType, Extent, Position, Published, Quote, Status
from timeline.timespan import TimeSpan
from timeline.why import Why

MIN_LIKENESS = 0.85
"""An event is told again by the same word, one derived from it or its closest synonym."""

MIN_NOUN = 0.7
"""A definite noun stands for what a verb of wider meaning told before, too: "unveiled", "the announcement"."""

MIN_SUMMED, STEM = 0.6, 4
"""So great a part of a headline's words, by their first letters, stands in the lead that it sums up."""

MIN_COMMON = 3
"""So many words in common tie a headline to a sentence that tells of its event by the same word."""

NEAR_CHARS = 500
"""What is not the news of a text is told again only so soon behind it."""

MOST_NEWS = 200
"""The news of a text is told again where so many reports of its day that stand nearest before or behind tell of it."""

MAX_DAY = 3
"""Spans up to so many days are the day of an event, on which others can have happened."""

NEWS_DAYS = 7
"""The news of a text is of so many days up to its publication."""

SUMS_UP = "sums-up"
"""The kind of reason of a headline that has its date from the lead below it."""

_TOLD = (Status.OCCURRED, Status.CLAIMED)


@dataclass(frozen=True, slots=True)
class Told:
    """A draft with its date and the span that this makes of its event; `part_of` as in an event mention."""

    draft: Draft
    date: DateMention
    when: TimeSpan | None
    extent: Extent
    part_of: Quote | None = None


def narrated(drafts: Sequence[Draft], told: Sequence[Told], published: Published) -> Iterator[Told]:
    """The drafts without a date, each with the one that the text around it gives; the others are left out.

    `drafts` are those of one document that have none; `told` its others. What a headline or lead is about is dated by
    publication where no text below tells of it.
    """
    whole = [one for one in told if one.when is not None and not one.when.is_open and one.extent == Extent.WITHIN]
    known = _Known(whole)
    below = list(told)
    dated = {one.draft.quote for one in whole}
    waiting: list[_Clause] = []
    for clause in _clauses(draft for draft in drafts if draft.telling != Telling.OWN):
        found = list(clause.dated(known, None, published)) if clause.members[0].quote in dated else []
        known.add(found)
        below += found
        yield from found
        if not found:
            waiting.append(clause)
    for draft in drafts:
        if draft.telling == Telling.OWN:
            one = _headline(draft, below, published)
            known.add([one])
            yield one
    news = _news(known.told, published)
    above = [clause for clause in waiting if clause.members[0].position != Position.BODY]
    done: set[_Clause] = set()
    for clause in (*waiting, *above):  # what a headline or lead brings in may be told in full below
        found = list(clause.dated(known, news, published)) if clause not in done else []
        if found:
            done.add(clause)
        known.add(found)
        yield from found


class _Known:
    """The reports of a document whose dates are known so far, in the order in which they came, to be found by place."""

    def __init__(self, told: Iterable[Told]) -> None:
        self.told: list[Told] = []
        self._at: defaultdict[int, list[Told]] = defaultdict(list)
        self._starts: list[int] = []
        self._of: defaultdict[TimeSpan | None, list[int]] = defaultdict(list)
        self.headline: Told | None = None
        self.add(told)

    def add(self, told: Iterable[Told]) -> None:
        """Put further reports behind the others."""
        for one in told:
            start = one.draft.trigger.start
            if start not in self._at:
                insort(self._starts, start)
            if all(other.when != one.when for other in self._at[start]):
                insort(self._of[one.when], start)
            self._at[start].append(one)
            self.told.append(one)
            if self.headline is None and one.draft.position == Position.HEADLINE and one.draft.telling == Telling.OWN:
                self.headline = one

    def at(self, start: int) -> Told | None:
        """The first report whose trigger starts at an offset."""
        return self._at[start][0] if start in self._at else None

    def last_before(self, start: int) -> Told | None:
        """The report told last before an offset, the first of those that start together."""
        place = bisect_left(self._starts, start)
        return self._at[self._starts[place - 1]][0] if place else None

    def near(self, start: int) -> Iterator[Told]:
        """The reports no more than `NEAR_CHARS` before an offset, the nearest first."""
        low, high = bisect_left(self._starts, start - NEAR_CHARS), bisect_left(self._starts, start)
        for place in reversed(range(low, high)):
            yield from sorted(self._at[self._starts[place]], key=lambda one: one.draft.trigger)

    def of(self, when: TimeSpan | None, start: int) -> Iterator[Told]:
        """The reports of a time, those before an offset first, nearest first; at most `MOST_NEWS` on either side."""
        starts = self._of.get(when, [])
        place = bisect_left(starts, start)
        before = reversed(range(max(0, place - MOST_NEWS), place))
        for at in chain(before, range(place, min(len(starts), place + MOST_NEWS))):
            ours = (one for one in self._at[starts[at]] if one.when == when)
            yield from sorted(ours, key=lambda one: one.draft.trigger)


@dataclass(frozen=True, slots=True)
class _Clause:
    """The drafts that are of one time with the trigger that starts at `leader`, which may be one of them."""

    leader: int
    members: tuple[Draft, ...]

    def dated(self, known: _Known, news: Told | None, published: Published) -> Iterator[Told]:
        """The members with their date: that of the leader, or that which one of them has by itself."""
        top = known.at(self.leader)
        first = None
        for draft in sorted(self.members, key=lambda d: d.trigger.start != self.leader):
            if top is None and (draft.trigger.start == self.leader or _is_verb(draft)):
                top = first = _dated(draft, known, news, published)
        if first is not None:
            yield first
        for draft in self.members:
            if top is not None and (first is None or draft is not first.draft):
                whole = draft if _is_verb(draft) else replace(draft, phase=top.draft.phase)  # "the siege began"
                yield _derived(whole, top, Why("goes-with", (top.draft.trigger.text,)), part=True)


def _clauses(drafts: Iterator[Draft]) -> list[_Clause]:
    """The drafts by the trigger whose time they share, in the order of these."""
    groups: defaultdict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        groups[draft.trigger.start if draft.beside is None else draft.beside].append(draft)
    return [_Clause(leader, tuple(members)) for leader, members in sorted(groups.items())]


def _headline(draft: Draft, told: Sequence[Told], published: Published) -> Told:
    """What a headline or lead is about: dated by the text below it, else by publication."""
    below = date_below(draft, [(one.draft, one.date) for one in told], news=published.when is not None)
    if below is not None:
        source, date = below
        when, extent = next((one.when, one.extent) for one in told if one.draft is source)
        return Told(draft, date, when, extent)
    lead = _lead(draft, told) if published.when is not None else None
    if lead is not None:
        same = replace(draft, concepts=(*draft.concepts, *lead.draft.concepts[:1]))  # so that the two are joined
        return _derived(same, lead, Why(SUMS_UP, (lead.draft.trigger.text,)), part=False)
    return Told(draft, on_publication(published), published.when, Extent.WITHIN)


def _lead(headline: Draft, told: Sequence[Told]) -> Told | None:
    """The one dated event of a lead that a headline sums up: most of the headline's words stand in that sentence."""
    if headline.position != Position.HEADLINE:
        return None
    ours = _stems(headline)
    found = [
        one
        for one in told
        if one.draft.position == Position.LEAD
        and one.draft.telling == Telling.OWN
        and one.draft.status == Status.OCCURRED
        and _is_day(one.when)
        and len(ours & _stems(one.draft)) >= MIN_SUMMED * len(ours)
    ]
    return found[0] if len(found) == 1 else None


def _stems(draft: Draft) -> frozenset[str]:
    return frozenset(word[:STEM] for word in words(draft.quote.text))


def _news(known: Sequence[Told], published: Published) -> Told | None:
    """What the headline or lead tells, whose day is that of the news; a date in the text goes before publication."""
    day = published.when
    if day is None or day.first is None or day.last is None or (day.length or 0) > MAX_NEWS_DAYS:
        return None
    first, last = day.first.ordinal - NEWS_DAYS, day.last.ordinal
    recent = [
        one
        for one in known
        if one.draft.position != Position.BODY
        and one.draft.status == Status.OCCURRED
        and one.when is not None
        and one.when.last is not None
        and _is_day(one.when)
        and first <= one.when.last.ordinal <= last
    ]
    return min(recent, key=lambda one: (one.date.basis == Basis.PUBLICATION, one.draft.trigger), default=None)


def _is_day(when: TimeSpan | None) -> bool:
    return when is not None and when.length is not None and when.length <= MAX_DAY


def _dated(draft: Draft, known: _Known, news: Told | None, published: Published) -> Told | None:
    """The date of a draft by what it tells again, goes on from, or is said about; None where nothing gives it one."""
    source = _told_before(draft, known, news)
    if source is not None:
        return _derived(draft, source, Why("tells-again", (source.draft.trigger.text,)), part=True)
    if draft.telling == Telling.STORY and draft.status == Status.OCCURRED:
        frame = _frame(draft, known, news) if news is not None or draft.candidate is not None else None
        if frame is None:
            return None
        return _derived(draft, frame, Why("told-with", (frame.draft.trigger.text,)), part=False)
    return _now(draft, known, news, published) if draft.telling == Telling.NOW and news is not None else None


def _now(draft: Draft, known: _Known, news: Told, published: Published) -> Told:
    """What is said or has just happened when a text was written; what is said adds to what its headline tells."""
    about = known.headline or news
    reason = Why("told-now", (published.reason,))
    date = DateMention(None, DateType.DATE, str(published.when), published.when, Basis.PUBLICATION, reason)
    return Told(draft, date, published.when, Extent.WITHIN, _home(about) if _is_said(draft) else None)


def _told_before(draft: Draft, known: _Known, news: Told | None) -> Told | None:
    """The dated report that a draft tells again: like words, and a party in common or a definite noun.

    The news of a text is told again anywhere in it, other events only soon behind them.
    """
    if _is_common(draft):
        return None
    start = draft.trigger.start
    again = known.of(news.when, start) if news is not None else ()
    return next((one for one in chain(again, known.near(start)) if _is_known(draft, one)), None)


def _is_known(draft: Draft, one: Told) -> bool:
    """Whether a report with a date is one that a draft without a date can take it from."""
    if one.draft.status not in _TOLD or one.draft.phase not in ("", draft.phase):
        return False
    vague = one.when is None or (one.when.length or 0) > MAX_NEWS_DAYS
    return not vague and _is_same(draft, one.draft)


def _is_same(draft: Draft, other: Draft) -> bool:
    """Whether a draft without a date tells of another's event."""
    likeness, (own, its) = trigger_likeness(draft, other)
    if not (_names(draft, own) and _names(other, its)):
        return False
    noun = own.endswith("/NOUN") and draft.telling == Telling.AGAIN
    nouns = own.endswith("/NOUN") and its.endswith("/NOUN")
    wide = noun and not nouns and other.telling == Telling.OWN and other.trigger.start < draft.trigger.start
    if likeness < (MIN_NOUN if wide else MIN_LIKENESS):
        return False
    return wide or nouns or _shares(draft, other)


def _names(draft: Draft, concept: str) -> bool:
    """Whether a word names a draft's own event: its first, or the noun that its verb makes happen ("signed a deal")."""
    verb, _, pos = draft.concepts[0].rpartition("/")
    return concept == draft.concepts[0] or (pos == "VERB" and brings_about(verb))


def _is_common(draft: Draft) -> bool:
    """Whether a verb says too little to tell events apart: "said". A headline has it for its news."""
    return draft.position == Position.BODY and _is_said(draft)


def _is_verb(draft: Draft) -> bool:
    return draft.concepts[0].endswith("/VERB")


def _shares(one: Draft, other: Draft) -> bool:
    """Whether a party of one report is named in the sentence of the other, or a headline has words of the other."""
    ours, theirs = words(one.quote.text), words(other.quote.text)
    if Position.HEADLINE in (one.position, other.position) and len(ours & theirs) >= MIN_COMMON:
        return True
    return not party_words(one).isdisjoint(theirs) or not party_words(other).isdisjoint(ours)


def _frame(draft: Draft, known: _Known, news: Told | None) -> Told | None:
    """The event that a past fact goes on from: the news, if it is about its parties, else what was told last.

    What was told last must be of a day, and that of the news. Behind what somebody said stands what he told of, which
    has a day of its own ("testified on Monday. He was hiding a gun").
    """
    if news is not None and not _is_said(news.draft) and not party_words(draft).isdisjoint(party_words(news.draft)):
        return news
    last = known.last_before(draft.trigger.start)
    if last is None or not _is_day(last.when) or last.draft.status != Status.OCCURRED or _is_said(last.draft):
        return None
    return last if news is None or last.when == news.when else None


def _is_said(draft: Draft) -> bool:
    return _is_verb(draft) and event_verb(draft.concepts[0].rpartition("/")[0]) == "report"


def _derived(draft: Draft, source: Told, way: Why, *, part: bool) -> Told:
    """A draft with the date of another; the words of this stand for it only where the draft's sentence holds them."""
    date, words_of_date = source.date, source.date.quote
    held = words_of_date is not None and draft.quote.holds(words_of_date)
    if not held:
        basis = date.basis if date.basis == Basis.PUBLICATION else Basis.ANCHORED
        reason = Why("derived", (way, _plain(date.reason)))
        date = replace(date, quote=None, type=DateType.DATE, basis=basis, reason=reason)
    return Told(draft, date, source.when, source.extent, _home(source) if part else None)


def _plain(reason: Why) -> Why:
    """A reason without what it says of the way to the date, so that long ways do not pile up.

    What a headline sums up is told: nothing else says that another sentence dates it.
    """
    match reason:
        case Why("derived", (Why(way), Why() as own)) if way != SUMS_UP:
            return own
    return reason


def _home(source: Told) -> Quote:
    """The trigger of the event that a part of a report belongs to."""
    return source.part_of or source.draft.trigger
