"""Dates that count from an event ("a week after the vote"), once it is known when that was.

The event is looked for in the words themselves ("the 3 May vote"), then in the document, then in the others. Rather
open than wrong: it must be named by the same word or one derived from it, with all the names that the words hold, and
where several reports fit, their dates must agree; only "the vote" may be the vote told last before it. What is found in
one round may date another in the next ("two days after the vote", "the vote came a week after the march").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import count, islice

from timeline import dates
from timeline.dating.crossdating import Analysis, dates_of
from timeline.dating.dated import date_of, span_of
from timeline.dating.likeness import agree, like_concepts, party_words
from timeline.errors import Stage
from timeline.events import DEATHS, Anchor, Draft, contradicts, words
from timeline.guard import guarded
from timeline.language.lexicon import event_noun
from timeline.model import DateMention, Extent, Published, Role, Status
from timeline.timespan import Granularity, TimeSpan
from timeline.why import Why

ROUNDS = 4
"""An event farther than this from one with a date of its own stays open."""

MIN_LIKENESS = 0.93
"""The words for the two events must be the same, or derived from each other."""

MAX_ANCHOR_DAYS = 366
"""An event that is known no better than this lends its date to no other."""

MAX_REPORTS = 200
"""Where so many reports of an event agree, no more are asked."""

MAX_ASKED = 1000
"""So many reports of other documents, the surest first, are looked at for one that tells of an event."""

NEAR_CHARS = 1000
"""So far from its words an event may lie years back; farther off it must be named, or recent when told."""

RECENT_DAYS = 366
"""What a document tells of without a name, or finds dated elsewhere, lies no farther from its publication."""

NAMED_EVENT = 0.6
"""How surely a noun must name events for a name beside it to stand for the event."""

MIN_ATTACHMENT = 0.75
"""How surely a date must belong to an event for others to count from it."""

NAMED = ""
"""The concept under which events are found by their name alone ("weeks after Hastings")."""

_MARKS = ".,:;!?()[]\"'“”‘’"
_POSSESSIVE = re.compile(r"['’]s?\b")
_PASSIVE = re.compile(r"\b(?:was|were|been|being)\b", re.IGNORECASE)
_STEM = 5  # letters in which a word and its other forms agree
_ANOTHER = r"\b(?:a|an|another|second|third|new|further|fresh)\s+(?:\w+\s+){0,2}"


@dataclass(frozen=True, slots=True)
class _DatedDraft:
    """A dated draft: its event's days, and the words that a name may be found in. `number` tells it from the others."""

    number: int
    draft: Draft
    date: DateMention
    when: TimeSpan
    extent: Extent
    words: frozenset[str]

    @property
    def concepts(self) -> tuple[str, ...]:
        """What names the event, or the one behind it that has the same date."""
        return *self.draft.concepts, *self.draft.cause

    @property
    def rank(self) -> tuple[int, bool, str, int, int]:
        """The surest first: the shortest span, then an exact one; the rest only settles the order."""
        return self.when.length or 0, self.when.approximate, self.draft.document, self.draft.trigger.start, self.number


def anchored(
    analyses: Sequence[Analysis], published: Mapping[str, Published], *, date_order: str | None = None
) -> dict[str, tuple[DateMention, ...]]:
    """The dates of all documents by their ids, those included that an event of the collection dates.

    `analyses` come in an order that does not depend on the files'; `published` are the publication dates by document.
    Raises DocumentError for the first document that something fails on.
    """
    result: dict[str, tuple[DateMention, ...]] = {}
    for one in analyses:
        placed = dates_of(one, published[one.document.id], date_order=date_order)
        with guarded(one.document.id, Stage.DATING):
            result[one.document.id] = dates.anchored_inside(one.document.text, one.candidates, placed)
    waiting = [(one, draft) for one in analyses for draft in one.drafts if _waits(draft, result)]
    for _ in range(ROUNDS):
        if not waiting:
            break
        pool = _Pool([anchor for _, draft in waiting if (anchor := draft.anchor)], analyses, result)
        found: dict[tuple[str, int], DateMention] = {}
        for one, draft in waiting:
            known = published[one.document.id]
            with guarded(one.document.id, Stage.DATING):
                date = _resolved(one, draft, pool, result[one.document.id], known)
                misread = date is not None and date.when is not None and contradicts(draft, date.when, known)
            if date is not None and draft.candidate is not None and not misread:
                found.setdefault((one.document.id, draft.candidate), date)
        if not found:
            break
        for document in sorted({document for document, _ in found}):
            result[document] = tuple(found.get((document, i), date) for i, date in enumerate(result[document]))
        waiting = [(one, draft) for one, draft in waiting if _waits(draft, result)]
    return result


def _waits(draft: Draft, placed: Mapping[str, tuple[DateMention, ...]]) -> bool:
    if draft.anchor is None or draft.candidate is None:
        return False
    return placed[draft.document][draft.candidate].when is None


class _Pool:
    """The dated drafts of a collection, to be found by the words for their events and the names they hold."""

    def __init__(
        self,
        anchors: Sequence[Anchor],
        analyses: Sequence[Analysis],
        placed: Mapping[str, tuple[DateMention, ...]],
    ) -> None:
        self._of_document: defaultdict[tuple[str, str], list[_DatedDraft]] = defaultdict(list)
        self._by_name: defaultdict[tuple[str, str], list[_DatedDraft]] = defaultdict(list)
        wanted = {concept for anchor in anchors for concept in anchor.concepts[:1]}
        told = list(_dated(analyses, placed))
        self._like: defaultdict[str, list[str]] = defaultdict(list)
        for one, other in like_concepts(wanted, {c for t in told for c in t.concepts}, least=MIN_LIKENESS):
            self._like[one].append(other)
        self._deaths = sorted({c for t in told for c in t.draft.concepts[:1] if _lemma(c) in DEATHS})
        useful = {other for others in self._like.values() for other in others} | set(self._deaths)
        for t in told:
            named = (NAMED,) if _is_named(t.draft) else ()
            for concept in (*useful.intersection(t.concepts), *named):
                self._of_document[t.draft.document, concept].append(t)
                for word in t.words:
                    self._by_name[concept, word].append(t)
        for listed in self._by_name.values():
            listed.sort(key=lambda t: t.rank)

    def inside(self, document: str, anchor: Anchor) -> list[_DatedDraft]:
        """The reports of a document whose words are like those of an anchor, in the order of the text."""
        found = {t.number: t for c in self._concepts(anchor) for t in self._of_document[document, c]}
        return sorted(found.values(), key=lambda t: (t.draft.trigger, t.rank))

    def elsewhere(self, document: str, anchor: Anchor, names: Iterable[str]) -> Iterator[_DatedDraft]:
        """Those of all other documents that hold one of some names, the surest first."""
        lists = [self._by_name[c, name] for c in self._concepts(anchor) for name in names if (c, name) in self._by_name]
        last = -1
        for told in merge(*lists, key=lambda t: t.rank):
            if told.number != last and told.draft.document != document:
                yield told
            last = told.number

    def _concepts(self, anchor: Anchor) -> list[str]:
        like = self._like[anchor.concepts[0]] if anchor.concepts else []
        if _dead(anchor):
            like = sorted({*like, *self._deaths})
        return [*like, NAMED] if anchor.is_name else like


def _dated(analyses: Sequence[Analysis], placed: Mapping[str, tuple[DateMention, ...]]) -> Iterator[_DatedDraft]:
    """The drafts whose date is known well enough to count from."""
    numbers = count()
    for one in analyses:
        for draft in one.drafts:
            sure = draft.attachment >= MIN_ATTACHMENT or draft.anchor_to is not None
            if draft.candidate is None or not sure or draft.status in (Status.DENIED, Status.POSSIBLE):
                continue
            date = date_of(one, draft, placed[one.document.id])
            when, extent = span_of(one, draft, date)
            if when is not None and when.length is not None and when.length <= MAX_ANCHOR_DAYS:
                known = words(_POSSESSIVE.sub("", draft.quote.text)) | party_words(draft)
                yield _DatedDraft(next(numbers), draft, date, when, extent, known)


def _resolved(
    one: Analysis, draft: Draft, pool: _Pool, placed: Sequence[DateMention], published: Published
) -> DateMention | None:
    """The date of a draft that waits for its anchor; None where the anchor is not found, or not for sure."""
    anchor, index = draft.anchor, draft.candidate
    if anchor is None or index is None:
        return None
    candidate, waiting = one.candidates[index], placed[index]
    here = [t for t in pool.inside(one.document.id, anchor) if _is_other(draft, t) and _edge(candidate, anchor, t)]
    inside = [t for t in here if anchor.quote.holds(t.draft.trigger)]
    if inside:
        return _counted(candidate, waiting, anchor, _surest(inside), Why("same-words-date"))
    if _is_of_its_kind(anchor, draft):
        return None
    here = [t for t in here if _is_meant(anchor, t) and _is_near(anchor, t, published) and _is_told_apart(draft, t)]
    if here:
        return _counted(candidate, waiting, anchor, *_in_document(one.document.text, anchor, here))
    names = _to_look_for(draft, anchor, published)
    there = islice(pool.elsewhere(one.document.id, anchor, names), MAX_ASKED)
    surest = _agreed(t for t in there if _is_meant(anchor, t) and _edge(candidate, anchor, t))
    if surest is None or not (_dead(anchor) or _is_recent(surest.when, published)):
        return None
    return _counted(candidate, waiting, anchor, surest, Why("other-document-dates", (surest.draft.document,)))


def _is_named(draft: Draft) -> bool:
    """Whether a noun names a draft's event, so that a name beside it may stand for it: "the Battle of Hastings"."""
    lemma, _, pos = draft.concepts[0].rpartition("/") if draft.concepts else ("", "", "")
    return pos == "NOUN" and event_noun(lemma) >= NAMED_EVENT


def _is_other(draft: Draft, told: _DatedDraft) -> bool:
    """Whether a report tells of another event than the draft that waits, and has a date of its own."""
    return told.draft.candidate != draft.candidate and told.draft.trigger != draft.trigger


def _is_of_its_kind(anchor: Anchor, draft: Draft) -> bool:
    """Whether an event counts from one of its own kind, and no name tells the two apart: "a year after the attack on
    the port, attackers struck again": reports of either are found.
    """
    alike = bool(anchor.concepts) and like_concepts(anchor.concepts[:1], draft.concepts, least=MIN_LIKENESS)
    return bool(alike) and all(_last_word(name) <= party_words(draft) for name in anchor.names)


def _is_meant(anchor: Anchor, told: _DatedDraft) -> bool:
    """Whether a report can be of the event that an anchor names: the same word for it, and all that the words hold."""
    dead = _dead(anchor)
    if dead and not _last_word(dead) <= _victims(told.draft):
        return False
    of_clause = bool(anchor.concepts) and anchor.concepts[0].endswith("/VERB")
    known = party_words(told.draft) if anchor.is_name or of_clause else told.words
    if not all(_last_word(name) <= known for name in anchor.names):
        return False
    text = {word.strip(_MARKS).casefold() for word in told.draft.quote.text.split()}
    if not all(any(word.startswith(detail[:_STEM]) for word in text) for detail in anchor.details):
        return False
    return anchor.definite or anchor.whose or bool(anchor.names or anchor.details)


def _dead(anchor: Anchor) -> str:
    """Who has died, where an anchor names a death and a person: "Rui Costa's death", "after Rui Costa was killed".

    Nobody dies twice, so other words for a death tell of the same. Empty where it names none, or the one who killed.
    """
    lemma = _lemma(anchor.concepts[0]) if anchor.concepts else ""
    kills = DEATHS.get(lemma)
    if kills is None or not anchor.names:
        return ""
    active = kills and anchor.concepts[0].endswith("/VERB") and not _PASSIVE.search(anchor.quote.text)
    return "" if active else anchor.names[0]


def _victims(draft: Draft) -> frozenset[str]:
    """The words of the names of those who died, by a report; none where it tells of no death."""
    lemma, _, pos = draft.concepts[0].rpartition("/") if draft.concepts else ("", "", "")
    patients = [p for p in draft.participants if p.role == Role.PATIENT]
    if lemma not in DEATHS:
        return frozenset()
    if not patients and not (DEATHS[lemma] and pos == "VERB"):
        patients = list(draft.participants)
    return frozenset(word for p in patients for word in words(p.name))


def _lemma(concept: str) -> str:
    return concept.rpartition("/")[0]


def _is_told_apart(draft: Draft, told: _DatedDraft) -> bool:
    """Whether a report may mean the anchor of a draft: in its own sentence only where it goes before, and "the" points
    back at it. "A year after opening its first shop it opened a second on 3 May" tells of two, and so may what follows
    in a sentence of its own, where the anchor has neither "the" nor a name.
    """
    anchor = draft.anchor
    if anchor is None or told.draft.trigger.start < anchor.quote.start:
        return anchor is None or told.draft.quote != draft.quote or anchor.definite
    return told.draft.quote != draft.quote and (anchor.definite or bool(anchor.names))


def _is_near(anchor: Anchor, told: _DatedDraft, published: Published) -> bool:
    """Whether words that name nobody can mean an event told in the same document: not one of years ago, far above."""
    distance = abs(told.draft.trigger.start - anchor.quote.start)
    return bool(anchor.names) or distance <= NEAR_CHARS or _is_recent(told.when, published)


def _is_recent(when: TimeSpan, published: Published) -> bool:
    """Whether days are near those of publication, or nothing is known of these."""
    day = published.when
    if day is None or day.first is None or day.last is None or when.first is None or when.last is None:
        return True
    return day.first.ordinal - RECENT_DAYS <= when.last.ordinal and when.first.ordinal <= day.last.ordinal + RECENT_DAYS


def _to_look_for(draft: Draft, anchor: Anchor, published: Published) -> list[str]:
    """Words of names by which to find an anchor's event in other documents.

    "The vote" without a name may be that of another document where this has a publication date, and a name stands
    beside both.
    """
    if anchor.names:
        return sorted(_last_word(anchor.names[0]))
    when = published.when
    known = when is not None and (when.length or MAX_ANCHOR_DAYS) < MAX_ANCHOR_DAYS
    if not known or not anchor.definite or anchor.whose:
        return []
    return sorted({word for entity in draft.entities for word in words(entity.text)})


def _in_document(text: str, anchor: Anchor, here: Sequence[_DatedDraft]) -> tuple[_DatedDraft | None, Why]:
    """Which report of a document tells of the event, and how that is told; None where it is not clear."""
    surest = _surest(here)
    if surest is not None:
        return (surest if not _another_between(text, anchor, surest) else None), Why("document-dates")
    before = [t for t in here if t.draft.trigger.start < anchor.quote.start]
    if not before or not anchor.definite or anchor.whose:
        return None, Why("document-dates")
    last = before[-1]
    near = _surest([t for t in before if t.draft.quote == last.draft.quote])
    if near is None or _another_between(text, anchor, near):
        return None, Why("document-dates")
    return near, Why("told-last-dates")


def _another_between(text: str, anchor: Anchor, told: _DatedDraft) -> bool:
    """Whether another event of the kind is brought in between a report and the words that count from it."""
    between = text[told.draft.quote.end : anchor.quote.start]
    head = re.escape(_lemma(anchor.concepts[0]) if anchor.concepts else anchor.quote.text)
    return re.search(f"{_ANOTHER}{head}", between, re.IGNORECASE) is not None


def _surest(told: Iterable[_DatedDraft]) -> _DatedDraft | None:
    """The report that dates an event best, if the dates of all agree."""
    return _agreed(sorted(told, key=lambda t: t.rank))


def _agreed(told: Iterable[_DatedDraft]) -> _DatedDraft | None:
    """The first of some reports in order of rank, if the dates of the others agree with its own."""
    first: _DatedDraft | None = None
    for one in islice(told, MAX_REPORTS):
        first = first or one
        if not agree(first.when, one.when):
            return None
    return first


def _edge(candidate: dates.Candidate, anchor: Anchor, told: _DatedDraft) -> TimeSpan | None:
    """The days of an event to count from: its first for what lies before it or counts inside it, its last for what
    follows. None where the report tells of the other end alone.
    """
    phase, when = told.draft.phase, told.when
    inside = dates.counts_inside(candidate)
    before = dates.is_back(candidate) and not anchor.phase and not inside
    from_start = before or anchor.phase == "start" or inside > 0
    if told.extent == Extent.THROUGHOUT and when.first is not None and when.last is not None:
        if anchor.phase == "middle":
            return None
        edge = TimeSpan.on(when.first if from_start else when.last)
        exact = when.granularity in (Granularity.DAY, Granularity.RANGE) and not when.approximate
        return edge if exact else edge.about()
    wanted = "start" if from_start else "end"
    if anchor.phase or inside:
        return when if phase == (anchor.phase or wanted) else None
    return when if phase in ("", wanted) else None


def _counted(
    candidate: dates.Candidate, waiting: DateMention, anchor: Anchor, told: _DatedDraft | None, how: Why
) -> DateMention | None:
    """The date that counts from a report's days, and why."""
    edge = _edge(candidate, anchor, told) if told is not None else None
    if told is None or edge is None:
        return None
    words = told.date.quote
    dated_by = Why("in-words", (_plain(words.text),)) if words is not None else Why("in-no-words")
    reason = Why("counted-from", (_plain(candidate.quote.text), _plain(anchor.quote.text), how, str(edge), dated_by))
    date = dates.anchored_mention(candidate, waiting, edge, reason)
    return date if date.when is not None else None


def _last_word(name: str) -> frozenset[str]:
    """The part of a name by which a person goes, and most else: "Rui Costa", "Cape Horn"."""
    return words(name.split()[-1])


def _plain(text: str) -> str:
    return " ".join(text.split())
