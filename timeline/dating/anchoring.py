"""Dates that count from an event: "a week after the vote" gets its days once the vote has a date.

The words behind "after" are the anchor ("the vote"). The event that it means is looked for in the anchor itself ("the 3
May vote"), then in the same document, then in the others. A date stays open rather than wrong: the event must be named
by the same word or one derived from it, with all the names that the anchor holds; and where several reports fit, their
dates must agree. Only "the vote" may mean the vote told last before it. Each round can use the dates found in the round
before: "two days after the vote" needs "the vote came a week after the march".
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
from timeline.language.stems import stem
from timeline.model import DateMention, Extent, Published, Role, Status
from timeline.timespan import Granularity, TimeSpan
from timeline.why import Why

ANCHOR_ROUNDS = 4
"""The longest chain of events that count from each other: one that is more steps than this away from an event with a
date of its own stays undated."""

ANCHOR_LIKENESS = 0.93
"""The least likeness (0 to 1, `lexicon.similarity`) of the words for the anchor and for the event that it may mean: the
same word, or one derived from it, but no synonym."""

MAX_ANCHOR_DAYS = 366
"""Dates are counted from events whose span is at most this many days long."""

MAX_AGREEING_REPORTS = 200
"""The reports of an event that are checked for agreeing dates; once this many agree, the rest is not looked at."""

MAX_REPORTS_ASKED = 1000
"""The reports of other documents, the surest first, that are searched for one that tells of an anchor's event."""

NEAR_ANCHOR_CHARS = 1000
"""Code points between an anchor and a report in its document up to which the event may lie years back. Farther apart
the anchor must name someone, or the event must be within `RECENT_DAYS` of publication."""

RECENT_DAYS = 366
"""Days between an event and the publication of a document up to which the document may mean it without naming anyone,
or by a report of another document."""

NAMED_EVENT = 0.6
"""The least probability (`lexicon.event_noun`) that a noun names events for a name beside it to stand for the event:
"Hastings" for "the Battle of Hastings"."""

MIN_ATTACHMENT = 0.75
"""The least `Draft.attachment` (0 to 1) of a date to its event for other dates to count from that event."""

NAMED = ""
"""The concept under which a named event is listed, to be found by its name alone ("weeks after Hastings")."""

_MARKS = ".,:;!?()[]\"'“”‘’"
_POSSESSIVE = re.compile(r"['’]s?\b")
_PASSIVE = re.compile(r"\b(?:was|were|been|being)\b", re.IGNORECASE)
_DETAIL_STEM_LETTERS = 5  # letters by which a detail of an anchor is found in a report, whatever its form
_ANOTHER = r"\b(?:a|an|another|second|third|new|further|fresh)\s+(?:\w+\s+){0,2}"


@dataclass(frozen=True, slots=True)
class _DatedDraft:
    """A draft whose event has a date that others can count from.

    `number` is its index among all of these; `when` the event's span, `days` long; `words` those of its sentence and of
    its parties, in small letters, in which the names of an anchor are looked for.
    """

    number: int
    draft: Draft
    date: DateMention
    when: TimeSpan
    days: int
    extent: Extent
    words: frozenset[str]

    @property
    def concepts(self) -> tuple[str, ...]:
        """The words, as lemma/POS, for the event and for the one that caused it on the same date ("the blast")."""
        return *self.draft.concepts, *self.draft.cause

    @property
    def rank(self) -> tuple[int, bool, str, int, int]:
        """A key to sort by, the surest date first: the shortest span, then an exact one; the rest only settles ties."""
        return self.days, self.when.approximate, self.draft.document, self.draft.trigger.start, self.number


def anchored(
    analyses: Sequence[Analysis], published: Mapping[str, Published], *, date_order: str | None = None
) -> dict[str, tuple[DateMention, ...]]:
    """The dates of all documents, with those placed that count from an event of the collection.

    Args:
        analyses: the documents, in an order that does not depend on that of the files.
        published: when each document was published, by its id.
        date_order: "DMY" or "MDY" for dates such as 01/03/2008; None lets each text decide.

    Returns:
        By the document's id, a `DateMention` for each of its candidates, in the same order. `when` stays None where no
        event is found for sure.

    Raises:
        DocumentError: the first document that cannot be worked on.

    >>> from timeline.dating.crossdating import publication_dates
    >>> from timeline.model import Document
    >>> document = Document(id="a", text="It closed on 3 May 2021.")
    >>> one = Analysis(document, dates.find(document.text), ())
    >>> [str(mention.when) for mention in anchored([one], publication_dates([one]))["a"]]
    ['2021-05-03']

    """
    result: dict[str, tuple[DateMention, ...]] = {}
    for one in analyses:
        placed = dates_of(one, published[one.document.id], date_order=date_order)
        with guarded(one.document.id, Stage.DATING):
            result[one.document.id] = dates.anchored_inside(one.document.text, one.candidates, placed)
    waiting = [(one, draft) for one in analyses for draft in one.drafts if _waits(draft, result)]
    for _ in range(ANCHOR_ROUNDS):
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
    """Whether a draft's date counts from an event and has no days yet; `placed` are the dates by the document's id."""
    if draft.anchor is None or draft.candidate is None:
        return False
    return placed[draft.document][draft.candidate].when is None


class _Pool:
    """The dated drafts of a collection, found by the word for their event and the names in their sentence.

    `anchors` are those that will be asked for; `placed` the dates of each document by its id.
    """

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
        for one, other in like_concepts(wanted, {c for t in told for c in t.concepts}, least=ANCHOR_LIKENESS):
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
        """The dated drafts of the document with this id whose words are like an anchor's, in the order of the text."""
        found = {t.number: t for c in self._concepts(anchor) for t in self._of_document[document, c]}
        return sorted(found.values(), key=lambda t: (t.draft.trigger, t.rank))

    def elsewhere(self, document: str, anchor: Anchor, names: Iterable[str]) -> Iterator[_DatedDraft]:
        """The dated drafts of all documents but this one that are like an anchor's event and hold one of the `names`.

        The surest date comes first. `names` are single words in small letters.
        """
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
    """The drafts whose event has a date to count from: told as fact, by at most `MAX_ANCHOR_DAYS`, surely its own."""
    numbers = count()
    for one in analyses:
        for draft in one.drafts:
            sure = draft.attachment >= MIN_ATTACHMENT or draft.anchor_to is not None
            if draft.candidate is None or not sure or draft.status in (Status.DENIED, Status.POSSIBLE):
                continue
            date = date_of(one, draft, placed[one.document.id])
            when, extent = span_of(one, draft, date)
            days = when.length if when is not None else None
            if when is not None and days is not None and days <= MAX_ANCHOR_DAYS:
                known = words(_POSSESSIVE.sub("", draft.quote.text)) | party_words(draft)
                yield _DatedDraft(next(numbers), draft, date, when, days, extent, known)


def _resolved(
    one: Analysis, draft: Draft, pool: _Pool, placed: Sequence[DateMention], published: Published
) -> DateMention | None:
    """The date of a draft that counts from an event: the first found inside the anchor's own words, in its document,
    or in another one. None where no report is surely the one meant. `placed` are the dates of the draft's document.
    """
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
    there = islice(pool.elsewhere(one.document.id, anchor, names), MAX_REPORTS_ASKED)
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
    """Whether an event counts from one of its own kind, and no name tells the two apart.

    In "a year after the attack on the port, attackers struck again" a report found may be of either attack.
    """
    alike = bool(anchor.concepts) and like_concepts(anchor.concepts[:1], draft.concepts, least=ANCHOR_LIKENESS)
    return bool(alike) and all(_last_word(name) <= party_words(draft) for name in anchor.names)


def _is_meant(anchor: Anchor, told: _DatedDraft) -> bool:
    """Whether a report can be of the event that an anchor means.

    It must hold all names and details of the anchor; and the anchor must have one of these, or "the", or a "his".
    """
    dead = _dead(anchor)
    if dead and not _last_word(dead) <= _victims(told.draft):
        return False
    of_clause = bool(anchor.concepts) and anchor.concepts[0].endswith("/VERB")
    known = party_words(told.draft) if anchor.is_name or of_clause else told.words
    if not all(_last_word(name) <= known for name in anchor.names):
        return False
    text = {word.strip(_MARKS).casefold() for word in told.draft.quote.text.split()}
    stems = [stem(detail, letters=_DETAIL_STEM_LETTERS) for detail in anchor.details]
    if not all(any(word.startswith(detail) for word in text) for detail in stems):
        return False
    return anchor.definite or anchor.whose or bool(anchor.names or anchor.details)


def _dead(anchor: Anchor) -> str:
    """Who has died, where an anchor names a death and a person: "Rui Costa's death", "after Rui Costa was killed".

    Nobody dies twice, so all words for the death of one person tell of one event. "" where the anchor names no death,
    or names the killer ("after Rui Costa killed him").
    """
    lemma = _lemma(anchor.concepts[0]) if anchor.concepts else ""
    kills = DEATHS.get(lemma)
    if kills is None or not anchor.names:
        return ""
    active = kills and anchor.concepts[0].endswith("/VERB") and not _PASSIVE.search(anchor.quote.text)
    return "" if active else anchor.names[0]


def _victims(draft: Draft) -> frozenset[str]:
    """The words, in small letters, of the names of those who died, as a report has them; none where nobody died."""
    lemma, _, pos = draft.concepts[0].rpartition("/") if draft.concepts else ("", "", "")
    patients = [p for p in draft.participants if p.role == Role.PATIENT]
    if lemma not in DEATHS:
        return frozenset()
    if not patients and not (DEATHS[lemma] and pos == "VERB"):
        patients = list(draft.participants)
    return frozenset(word for p in patients for word in words(p.name))


def _lemma(concept: str) -> str:
    """The lemma of a concept: "vote" of "vote/NOUN"."""
    return concept.rpartition("/")[0]


def _is_told_apart(draft: Draft, told: _DatedDraft) -> bool:
    """Whether the anchor of a draft may mean the event of a report in the same document, and not a further event.

    A report in the draft's own sentence is meant only if it stands before the anchor, and the anchor has "the": in "A
    year after opening its first shop it opened a second on 3 May" there are two openings. A report in a later sentence
    is meant only if the anchor has "the" or a name.
    """
    anchor = draft.anchor
    if anchor is None or told.draft.trigger.start < anchor.quote.start:
        return anchor is None or told.draft.quote != draft.quote or anchor.definite
    return told.draft.quote != draft.quote and (anchor.definite or bool(anchor.names))


def _is_near(anchor: Anchor, told: _DatedDraft, published: Published) -> bool:
    """Whether an anchor can mean an event that its document tells, by the distance in the text and in time.

    An anchor with a name can; one without a name means what stands within `NEAR_ANCHOR_CHARS`, or is recent.
    """
    distance = abs(told.draft.trigger.start - anchor.quote.start)
    return bool(anchor.names) or distance <= NEAR_ANCHOR_CHARS or _is_recent(told.when, published)


def _is_recent(when: TimeSpan, published: Published) -> bool:
    """Whether a span lies within `RECENT_DAYS` of the publication date; True as well where either has an open end."""
    day = published.when
    if day is None or day.first is None or day.last is None or when.first is None or when.last is None:
        return True
    return day.first.ordinal - RECENT_DAYS <= when.last.ordinal and when.first.ordinal <= day.last.ordinal + RECENT_DAYS


def _to_look_for(draft: Draft, anchor: Anchor, published: Published) -> list[str]:
    """The words, in small letters, by which an anchor's event is looked for in other documents; [] for no search.

    They are those of the anchor's first name. "The vote" without a name is looked for by the names in its sentence, if
    the publication date of its document is known to less than `MAX_ANCHOR_DAYS`.
    """
    if anchor.names:
        return sorted(_last_word(anchor.names[0]))
    when = published.when
    known = when is not None and when.is_at_most(MAX_ANCHOR_DAYS - 1)
    if not known or not anchor.definite or anchor.whose:
        return []
    return sorted({word for entity in draft.entities for word in words(entity.text)})


def _in_document(text: str, anchor: Anchor, here: Sequence[_DatedDraft]) -> tuple[_DatedDraft | None, Why]:
    """Which report of the anchor's document it counts from, and a reason; None where that is not clear.

    `here` are the reports that it may mean, in the order of the text. If their dates agree it is the surest of them;
    if not, "the vote" means the one told last before it.
    """
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
    """Whether another event of the kind is introduced between a report and the anchor: "a second vote"."""
    between = text[told.draft.quote.end : anchor.quote.start]
    head = re.escape(_lemma(anchor.concepts[0]) if anchor.concepts else anchor.quote.text)
    return re.search(f"{_ANOTHER}{head}", between, re.IGNORECASE) is not None


def _surest(told: Iterable[_DatedDraft]) -> _DatedDraft | None:
    """The report with the surest date, if the dates of all agree; None if they do not, or there is none."""
    return _agreed(sorted(told, key=lambda t: t.rank))


def _agreed(told: Iterable[_DatedDraft]) -> _DatedDraft | None:
    """The first of some reports, if the dates of the others agree with its own; they come in order of `rank`.

    None if one does not agree, or there is no report. At most `MAX_AGREEING_REPORTS` are read.
    """
    first: _DatedDraft | None = None
    for one in islice(told, MAX_AGREEING_REPORTS):
        first = first or one
        if not agree(first.when, one.when):
            return None
    return first


def _edge(candidate: dates.Candidate, anchor: Anchor, told: _DatedDraft) -> TimeSpan | None:
    """The days of an event to count from: its first days for what lies before it or counts inside it ("on the sixth day
    of the siege"), its last days for what follows. None where the report tells of the other end alone.
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
    """The date of a candidate counted from a report's days; None without a report, or where no days come out.

    `waiting` is the candidate's date, still without days; `how` says how the report was found.
    """
    edge = _edge(candidate, anchor, told) if told is not None else None
    if told is None or edge is None:
        return None
    words = told.date.quote
    dated_by = Why("in-words", (_plain(words.text),)) if words is not None else Why("in-no-words")
    reason = Why("counted-from", (_plain(candidate.quote.text), _plain(anchor.quote.text), how, str(edge), dated_by))
    date = dates.anchored_mention(candidate, waiting, edge, reason)
    return date if date.when is not None else None


def _last_word(name: str) -> frozenset[str]:
    """The last word of a name, in small letters, which mostly stands for the whole: "Costa", "Horn" of "Cape Horn"."""
    return words(name.split()[-1])


def _plain(text: str) -> str:
    """A text on one line, with single spaces."""
    return " ".join(text.split())
