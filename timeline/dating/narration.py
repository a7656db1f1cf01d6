"""The dates of reports that have none of their own, from the reports around them.

A report can tell a dated event again, share the time of another event of its sentence, or go on from what was told
before it. Most such reports only add a further quote to the dated event (`part_of`); a past fact that goes on from the
news of its text is an event of its own.

The "news" of a text is what its headline or lead tells.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from timeline.dating.headlines import MAX_NEWS_DAYS, date_below
from timeline.dating.likeness import LIKE_WORDS, party_words, trigger_likeness
from timeline.events import Draft, Telling, brings_about, on_publication, words
from timeline.language.lexicon import event_verb
from timeline.language.stems import stem
from timeline.model import Basis, DateMention, DateType, Extent, Position, Published, Quote, Status
from timeline.timespan import TimeSpan
from timeline.why import Why

DEFINITE_NOUN_LIKENESS = 0.7
"""The least likeness (0 to 1) of a definite noun to the verb that it refers back to: "unveiled", "the announcement".
Other words must reach `LIKE_WORDS`."""

MIN_SUMMED = 0.6
"""The least share of a headline's words (by their stems) that stands in the lead which it sums up."""

HEADLINE_STEM_LETTERS = 4
"""The letters by which a word of a headline is found in the lead, whatever its form."""

MIN_COMMON = 3
"""The words that a headline and a sentence must share to tell of one event by the same word, without a party."""

NEAR_REPORT_CHARS = 500
"""Code points behind a report within which its event is told again; the news of a text is told again anywhere in it."""

MOST_NEWS = 200
"""The reports of the day of the news, on either side of a draft, that are checked for telling of the same event."""

MAX_EVENT_DAYS = 3
"""The longest span, in days, that counts as the day of an event, on which others can have happened."""

NEWS_AGE_DAYS = 7
"""The most days that the news of a text lies before its publication."""

SUMS_UP = "sums-up"
"""The kind of reason of a headline that has its date from the lead below it."""

HAPPENED = (Status.OCCURRED, Status.CLAIMED)
"""The statuses of what is told as having happened."""


@dataclass(frozen=True, slots=True)
class Told:
    """A draft with its date, and the days of its event (`when`, `extent`); None where these are not known.

    `part_of` is the trigger of the report whose event this one only adds to, as in `EventMention`.
    """

    draft: Draft
    date: DateMention
    when: TimeSpan | None
    extent: Extent
    part_of: Quote | None = None


def narrated(drafts: Sequence[Draft], told: Sequence[Told], published: Published) -> Iterator[Told]:
    """Date the drafts of a document that have no date, from what is told around them.

    Args:
        drafts: those without a date, in the order of the text.
        told: the reports of the document that have one.
        published: when the document was published.

    Yields:
        Each draft that something dates; the others are left out. What a headline or lead is about is always there: it
        has the date of the text below it, else that of publication.

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
    for clause in (*waiting, *above):  # what a headline or lead mentions may be dated by the text below it
        found = list(clause.dated(known, news, published)) if clause not in done else []
        if found:
            done.add(clause)
        known.add(found)
        yield from found


class _Known:
    """The reports of a document that have a date, found by the offset (code points) of their trigger, or by their days.

    `told` holds them in the order in which they were added; `headline` is the headline's own report, None without one.
    """

    def __init__(self, told: Iterable[Told]) -> None:
        self.told: list[Told] = []
        self._at: defaultdict[int, list[Told]] = defaultdict(list)
        self._starts: list[int] = []
        self._of: defaultdict[TimeSpan | None, list[int]] = defaultdict(list)
        self.headline: Told | None = None
        self.add(told)

    def add(self, told: Iterable[Told]) -> None:
        """Add further reports."""
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
        """The report that was added first of those whose trigger starts at an offset; None where none does."""
        return self._at[start][0] if start in self._at else None

    def last_before(self, start: int) -> Told | None:
        """The report whose trigger starts last before an offset; None where none does."""
        index = bisect_left(self._starts, start)
        return self._at[self._starts[index - 1]][0] if index else None

    def near(self, start: int) -> Iterator[Told]:
        """The reports no more than `NEAR_REPORT_CHARS` before an offset, the nearest first."""
        low, high = bisect_left(self._starts, start - NEAR_REPORT_CHARS), bisect_left(self._starts, start)
        for index in reversed(range(low, high)):
            yield from sorted(self._at[self._starts[index]], key=lambda one: one.draft.trigger)

    def of(self, when: TimeSpan | None, start: int) -> Iterator[Told]:
        """The reports of the same days: those before an offset, the nearest first, then those behind it, in order.

        On either side they come from the `MOST_NEWS` nearest offsets.
        """
        starts = self._of.get(when, [])
        middle = bisect_left(starts, start)
        before = reversed(range(max(0, middle - MOST_NEWS), middle))
        for index in chain(before, range(middle, min(len(starts), middle + MOST_NEWS))):
            ours = (one for one in self._at[starts[index]] if one.when == when)
            yield from sorted(ours, key=lambda one: one.draft.trigger)


@dataclass(frozen=True, slots=True)
class _Clause:
    """Drafts that share the time of one trigger: that which starts at the offset `leader`, and may be one of them."""

    leader: int
    members: tuple[Draft, ...]

    def dated(self, known: _Known, news: Told | None, published: Published) -> Iterator[Told]:
        """The members with the date of the leader, or else with the one that a member gets by itself; none without.

        `known` are the dated reports of the document, `news` what its headline or lead tells.
        """
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
    """The drafts grouped by the trigger whose time they share, in the order of these triggers."""
    groups: defaultdict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        groups[draft.trigger.start if draft.beside is None else draft.beside].append(draft)
    return [_Clause(leader, tuple(members)) for leader, members in sorted(groups.items())]


def _headline(draft: Draft, told: Sequence[Told], published: Published) -> Told:
    """The report of a headline or lead, dated by the same event in the text below it, by the lead that it sums up, or
    by publication.
    """
    below = date_below(draft, [(one.draft, one.date) for one in told], news=published.when is not None)
    if below is not None:
        source, date = below
        when, extent = next((one.when, one.extent) for one in told if one.draft is source)
        return Told(draft, date, when, extent)
    lead = _lead(draft, told) if published.when is not None else None
    if lead is not None:
        same = replace(draft, concepts=(*draft.concepts, *lead.draft.concepts[:1]))  # so that the two are joined
        return _derived(same, lead, Why(SUMS_UP, (lead.draft.trigger.text,)), part=False)
    date = on_publication(published)
    return Told(draft, date, date.when, Extent.WITHIN)


def _lead(headline: Draft, told: Sequence[Told]) -> Told | None:
    """The report of the lead that a headline sums up: `MIN_SUMMED` of the headline's words stand in its sentence.

    None where there is no such report with a day, or more than one.
    """
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
    """The stems of the words in a draft's sentence."""
    return frozenset(stem(word, letters=HEADLINE_STEM_LETTERS) for word in words(draft.quote.text))


def _news(known: Sequence[Told], published: Published) -> Told | None:
    """The news of a text: the report of its headline or lead that is of a day at most `NEWS_AGE_DAYS` old.

    One with a date in the text goes before one dated by publication. None where there is none, or where publication is
    not known to `MAX_NEWS_DAYS`.
    """
    day = published.when
    if day is None or day.first is None or day.last is None or day.is_longer_than(MAX_NEWS_DAYS):
        return None
    first, last = day.first.ordinal - NEWS_AGE_DAYS, day.last.ordinal
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
    """Whether a span is short enough to be the day of an event (`MAX_EVENT_DAYS`); False for None and an open span."""
    return when is not None and when.is_at_most(MAX_EVENT_DAYS)


def _dated(draft: Draft, known: _Known, news: Told | None, published: Published) -> Told | None:
    """A draft with the date of the event that it tells again, goes on from or comments on; None where it has no such.

    `known` are the dated reports of the document, `news` what its headline or lead tells.
    """
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
    """A draft of what is said, is going on or has just happened at the time of writing: dated by publication.

    What is said becomes a part of what the headline tells.
    """
    about = known.headline or news
    reason = Why("told-now", (published.reason,))
    date = DateMention(None, DateType.DATE, str(published.when), published.when, Basis.PUBLICATION, reason)
    return Told(draft, date, published.when, Extent.WITHIN, _home(about) if _is_said(draft) else None)


def _told_before(draft: Draft, known: _Known, news: Told | None) -> Told | None:
    """The dated report that a draft tells again: with a like word, and a party in common or a definite noun.

    The news of a text is told again anywhere in it, other events only within `NEAR_REPORT_CHARS`. None where no report
    fits.
    """
    if _is_common(draft):
        return None
    start = draft.trigger.start
    again = known.of(news.when, start) if news is not None else ()
    return next((one for one in chain(again, known.near(start)) if _is_known(draft, one)), None)


def _is_known(draft: Draft, one: Told) -> bool:
    """Whether a draft without a date can take that of a dated report: one of the same event, no longer than a month."""
    if one.draft.status not in HAPPENED or one.draft.phase not in ("", draft.phase):
        return False
    vague = one.when is None or one.when.is_longer_than(MAX_NEWS_DAYS)
    return not vague and _is_same(draft, one.draft)


def _is_same(draft: Draft, other: Draft) -> bool:
    """Whether a draft without a date tells of the event of another draft in its document."""
    likeness, (own, its) = trigger_likeness(draft, other)
    if not (_names(draft, own) and _names(other, its)):
        return False
    noun = own.endswith("/NOUN") and draft.telling == Telling.AGAIN
    nouns = own.endswith("/NOUN") and its.endswith("/NOUN")
    wide = noun and not nouns and other.telling == Telling.OWN and other.trigger.start < draft.trigger.start
    if likeness < (DEFINITE_NOUN_LIKENESS if wide else LIKE_WORDS):
        return False
    return wide or nouns or _shares(draft, other)


def _names(draft: Draft, concept: str) -> bool:
    """Whether a concept names the draft's event: its first one, or what its verb brings about ("signed a deal")."""
    verb, _, pos = draft.concepts[0].rpartition("/")
    return concept == draft.concepts[0] or (pos == "VERB" and brings_about(verb))


def _is_common(draft: Draft) -> bool:
    """Whether a draft's verb says too little to tell events apart: "said". In a headline even that is the news."""
    return draft.position == Position.BODY and _is_said(draft)


def _is_verb(draft: Draft) -> bool:
    """Whether a draft's trigger is a verb."""
    return draft.concepts[0].endswith("/VERB")


def _shares(one: Draft, other: Draft) -> bool:
    """Whether the sentence of one draft names a party of the other; or one is a headline, and they share `MIN_COMMON`
    words.
    """
    ours, theirs = words(one.quote.text), words(other.quote.text)
    if Position.HEADLINE in (one.position, other.position) and len(ours & theirs) >= MIN_COMMON:
        return True
    return not party_words(one).isdisjoint(theirs) or not party_words(other).isdisjoint(ours)


def _frame(draft: Draft, known: _Known, news: Told | None) -> Told | None:
    """The event whose day a past fact shares: the news, if they have a party in common, else the event told last.

    The event told last must be of a day, the same as the news if there is any. None where neither fits, and behind what
    somebody said, since what he told of has a day of its own ("testified on Monday. He was hiding a gun").
    """
    if news is not None and not _is_said(news.draft) and not party_words(draft).isdisjoint(party_words(news.draft)):
        return news
    last = known.last_before(draft.trigger.start)
    if last is None or not _is_day(last.when) or last.draft.status != Status.OCCURRED or _is_said(last.draft):
        return None
    return last if news is None or last.when == news.when else None


def _is_said(draft: Draft) -> bool:
    """Whether a draft's trigger is a verb of saying."""
    return _is_verb(draft) and event_verb(draft.concepts[0].rpartition("/")[0]) == "report"


def _derived(draft: Draft, source: Told, way: Why, *, part: bool) -> Told:
    """A draft with the date of a dated report, as a part of its event or not; `way` says why.

    The words of the date go with it only where the draft's sentence holds them.
    """
    date, words_of_date = source.date, source.date.quote
    held = words_of_date is not None and draft.quote.holds(words_of_date)
    if not held:
        basis = date.basis if date.basis == Basis.PUBLICATION else Basis.ANCHORED
        reason = Why("derived", (way, _plain(date.reason)))
        date = replace(date, quote=None, type=DateType.DATE, basis=basis, reason=reason)
    return Told(draft, date, source.when, source.extent, _home(source) if part else None)


def _plain(reason: Why) -> Why:
    """The reason of a date, without the step by which it was taken from another report, so that steps do not pile up.

    The step from a lead to its headline stays: nothing else says that another sentence dates the headline.
    """
    match reason:
        case Why("derived", (Why(way), Why() as own)) if way != SUMS_UP:
            return own
    return reason


def _home(source: Told) -> Quote:
    """The trigger of the report that a part of this one's event belongs to: its own, or that which it is a part of."""
    return source.part_of or source.draft.trigger
