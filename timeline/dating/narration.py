"""The dates of reports that have none of their own, from the reports around them.

A report can tell a dated event again, share the time of another event of its sentence, or go on from what was told
before it. What none of this dates is bounded by when its text was written.

The "news" of a text is what its headline or lead tells.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from timeline.dating.bounded import bounded
from timeline.dating.headlines import MAX_NEWS_DAYS, date_below
from timeline.dating.likeness import LIKE_WORDS, is_said, party_words, trigger_likeness, word_likeness
from timeline.events import Draft, Telling, brings_about, on_publication, words
from timeline.language.stems import stem
from timeline.model import Basis, DateMention, DateType, Extent, Position, Published, Status
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
    """A draft with its date, and the days of its event (`when`, `extent`); None where these are not known."""

    draft: Draft
    date: DateMention
    when: TimeSpan | None
    extent: Extent


def narrated(drafts: Sequence[Draft], told: Sequence[Told], published: Published) -> Iterator[Told]:
    """Date the drafts of a document that have no date, from what is told around them.

    Args:
        drafts: those without a date, in the order of the text.
        told: the reports of the document that have one.
        published: when the document was published.

    Yields:
        Each draft. What a headline or lead is about has the date of the text below it, else that of publication; what
        nothing dates has none of its own, and the days that its text leaves it.

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
    left = (draft for clause in waiting if clause not in done for draft in clause.members)
    yield from (_bounded(draft, published) for draft in left)


def _bounded(draft: Draft, published: Published) -> Told:
    """A draft that nothing dates, with the days that its text leaves it."""
    date, when = bounded(draft, published)
    return Told(draft, date, when, Extent.WITHIN)


class _Known:
    """The reports of a document that have a date, found by the offset (code points) of their trigger; those that can be
    told again also by the words for their event, with their days or without.

    `told` holds all in the order in which they were added.
    """

    def __init__(self, told: Iterable[Told]) -> None:
        self.told: list[Told] = []
        self._at: defaultdict[int, list[Told]] = defaultdict(list)
        self._starts: list[int] = []
        self._with: defaultdict[str, list[int]] = defaultdict(list)
        self._of: defaultdict[tuple[str, TimeSpan | None], list[int]] = defaultdict(list)
        self._like: dict[str, tuple[int, list[str]]] = {}
        self.add(told)

    def add(self, told: Iterable[Told]) -> None:
        """Add further reports."""
        for one in told:
            start = one.draft.trigger.start
            if start not in self._at:
                insort(self._starts, start)
            self._at[start].append(one)
            self.told.append(one)
            for concept in one.draft.concepts if _can_be_told_again(one) else ():
                for starts in (self._with[concept], self._of[concept, one.when]):
                    if start not in starts[-1:]:
                        insort(starts, start)

    def at(self, start: int) -> Told | None:
        """The report that was added first of those whose trigger starts at an offset; None where none does."""
        return self._at[start][0] if start in self._at else None

    def last_before(self, start: int) -> Told | None:
        """The report whose trigger starts last before an offset; None where none does."""
        index = bisect_left(self._starts, start)
        return self._at[self._starts[index - 1]][0] if index else None

    def near(self, draft: Draft) -> list[Told]:
        """The reports in like words no more than `NEAR_REPORT_CHARS` before a draft, the nearest first."""
        start = draft.trigger.start
        found: set[int] = set()
        for concept in self._like_words(draft):
            starts = self._with[concept]
            found.update(starts[bisect_left(starts, start - NEAR_REPORT_CHARS) : bisect_left(starts, start)])
        return self._standing_at(sorted(found, reverse=True))

    def of(self, when: TimeSpan | None, draft: Draft) -> list[Told]:
        """The reports of some days in like words: those before a draft, the nearest first, then the others, in order.

        For each word they are the `MOST_NEWS` nearest on either side.
        """
        before: set[int] = set()
        behind: set[int] = set()
        for concept in self._like_words(draft):
            starts = self._of.get((concept, when), [])
            middle = bisect_left(starts, draft.trigger.start)
            before.update(starts[max(0, middle - MOST_NEWS) : middle])
            behind.update(starts[middle : middle + MOST_NEWS])
        found = self._standing_at([*sorted(before, reverse=True), *sorted(behind)])
        return [one for one in found if one.when == when]

    def _standing_at(self, starts: Iterable[int]) -> list[Told]:
        """The reports at some offsets that can be told again."""
        return [
            one
            for start in starts
            for one in sorted(self._at[start], key=lambda one: one.draft.trigger)
            if _can_be_told_again(one)
        ]

    def _like_words(self, draft: Draft) -> Iterator[str]:
        """The words for known events that are like those of a draft: as like as a noun that refers back to a verb."""
        for concept in draft.concepts:
            seen, found = self._like.get(concept, (0, []))
            if seen < len(self._with):
                further = islice(self._with, seen, None)
                found += [o for o in further if word_likeness(*sorted((concept, o))) >= DEFINITE_NOUN_LIKENESS]
                self._like[concept] = (len(self._with), found)
            yield from found


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
                yield _derived(whole, top, Why("goes-with", (top.draft.trigger.text,)))


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
        return _derived(same, lead, Why(SUMS_UP, (lead.draft.trigger.text,)))
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
        return _derived(draft, source, Why("tells-again", (source.draft.trigger.text,)))
    if draft.telling == Telling.STORY and draft.status == Status.OCCURRED:
        frame = _frame(draft, known, news) if news is not None or draft.candidate is not None else None
        if frame is None:
            return None
        return _derived(draft, frame, Why("told-with", (frame.draft.trigger.text,)))
    return _now(draft, published) if draft.telling == Telling.NOW and news is not None else None


def _now(draft: Draft, published: Published) -> Told:
    """A draft of what is said, is going on or has just happened at the time of writing: dated by publication."""
    reason = Why("told-now", (published.reason,))
    date = DateMention(None, DateType.DATE, str(published.when), published.when, Basis.PUBLICATION, reason)
    return Told(draft, date, published.when, Extent.WITHIN)


def _told_before(draft: Draft, known: _Known, news: Told | None) -> Told | None:
    """The dated report that a draft tells again: with a like word, and a party in common or a definite noun.

    The news of a text is told again anywhere in it, other events only within `NEAR_REPORT_CHARS`. None where no report
    fits.
    """
    if _is_common(draft):
        return None
    again = known.of(news.when, draft) if news is not None else []
    return next((one for one in chain(again, known.near(draft)) if _is_known(draft, one)), None)


def _can_be_told_again(one: Told) -> bool:
    """Whether a draft without a date can take that of a report: one of a fact, no longer than a month."""
    return one.draft.status in HAPPENED and one.when is not None and not one.when.is_longer_than(MAX_NEWS_DAYS)


def _is_known(draft: Draft, one: Told) -> bool:
    """Whether a draft without a date tells of the event of a report that can be told again."""
    return one.draft.phase in ("", draft.phase) and _is_same(draft, one.draft)


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
    return wide or (nouns and draft.telling != Telling.PLAIN) or _shares(draft, other)


def _names(draft: Draft, concept: str) -> bool:
    """Whether a concept names the draft's event: its first one, or what its verb brings about ("signed a deal")."""
    verb, _, pos = draft.concepts[0].rpartition("/")
    return concept == draft.concepts[0] or (pos == "VERB" and brings_about(verb))


def _is_common(draft: Draft) -> bool:
    """Whether a draft's verb says too little to tell events apart: "said". In a headline even that is the news."""
    return draft.position == Position.BODY and is_said(draft)


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
    if news is not None and not is_said(news.draft) and not party_words(draft).isdisjoint(party_words(news.draft)):
        return news
    last = known.last_before(draft.trigger.start)
    if last is None or not _is_day(last.when) or last.draft.status != Status.OCCURRED or is_said(last.draft):
        return None
    return last if news is None or last.when == news.when else None


def _derived(draft: Draft, source: Told, way: Why) -> Told:
    """A draft with the date of a dated report; `way` says why.

    The words of the date go with it only where the draft's sentence holds them.
    """
    date, words_of_date = source.date, source.date.quote
    held = words_of_date is not None and draft.quote.holds(words_of_date)
    if not held:
        basis = date.basis if date.basis == Basis.PUBLICATION else Basis.ANCHORED
        reason = Why("derived", (way, _plain(date.reason)))
        date = replace(date, quote=None, type=DateType.DATE, basis=basis, reason=reason)
    return Told(draft, date, source.when, source.extent)


def _plain(reason: Why) -> Why:
    """The reason of a date, without the step by which it was taken from another report, so that steps do not pile up.

    The step from a lead to its headline stays: nothing else says that another sentence dates the headline.
    """
    match reason:
        case Why("derived", (Why(way), Why() as own)) if way != SUMS_UP:
            return own
    return reason
