"""How likely two reports tell of one event: by what they call it, when it was, who was in it and where.

Whole-sentence likeness finds the story, not the event. Documents that tell one story (`stories`) are another matter:
there the same word mostly names the same event, with or without a date. The weights are plain numbers, below; those for
reports of one story were chosen on ECB+ (`tests/benchmarks/merging_ecbplus.py`, which says how).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from timeline.events import OCCURRENCE_VERBS, words
from timeline.events.countries import countries
from timeline.events.words import NAME_PARTICLES
from timeline.language.lexicon import blocks, event_verb, similarity
from timeline.merging.frames import told_of_others
from timeline.model import Basis, EventMention, Extent, Participant, Place, Role, Status
from timeline.timespan import Granularity, TimeSpan

TRIGGER_WEIGHT, PARTIES_WEIGHT, TIME_WEIGHT = 0.5, 0.3, 0.2
JOIN = 0.6
"""Two reports that reach this are taken for one event."""

SECONDARY = 0.9
"""A word beside the trigger ("withdrawal" in "withdrawal deal") counts a little less than the trigger itself."""

MIN_TRIGGER = 0.45
"""Below this likeness of the words no agreement of time and parties makes two reports one event."""

EXACT_DAYS, MONTH_DAYS, MAX_DAYS = 3, 31, 10**7
"""Spans up to these lengths count as a day and as a month; an open one is longer than any."""

APPROXIMATE_DAYS = 3
"""How far off an approximate day may be."""

SAME_WORD = 0.88
"""Reports that share no party must name the event by the same word, or one derived from it."""

UNKNOWN_PARTIES = 0.35
"""What parties count for where one of the reports names none, or each names others than the other."""

SAME_IN_STORY, BESIDE_IN_STORY = 0.3, 0.25
"""Where documents tell one story the same word counts for so much more, and words that stand beside the triggers for so
much less: there is much talk of one fire, and who fought it is another matter."""

UNDATED = 0.5
"""What time counts for where one of two reports of a story has no date, or one of its own."""

NEWS_DAYS = 4
"""So many days before it is told in a headline or lead something can have happened."""


class Report(Protocol):
    """What a draft and a dated mention have in common."""

    @property
    def document(self) -> str:
        """The id of the document that it stands in."""

    @property
    def concepts(self) -> tuple[str, ...]:
        """The words that name the event, as lemma/POS."""

    @property
    def participants(self) -> tuple[Participant, ...]:
        """Its parties."""

    @property
    def places(self) -> tuple[Place, ...]:
        """Where it happened."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """What the collection says of an agreement: that on a word of a name says the more, the fewer documents have it.

    `stories` are what the documents tell, by their ids; a document that is not there tells its own.
    """

    weights: Mapping[str, float]
    stories: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, mentions: Iterable[Report], stories: Mapping[str, str] | None = None) -> Rarity:
        """Count in how many documents each word of the names of parties and places stands; `stories` are as above."""
        seen = {(mention.document, word) for mention in mentions for word in party_words(mention)}
        documents = len({document for document, _ in seen})
        counts = Counter(word for _, word in seen)
        return cls({word: math.log(1 + documents / n) for word, n in sorted(counts.items())}, stories or {})

    def total(self, words: Iterable[str]) -> float:
        """The weight of some words together; the same in whatever order they come."""
        return math.fsum(self.weights.get(word, 1.0) for word in words)

    def story(self, mention: Report) -> str:
        """The story that a report's document tells."""
        return self.stories.get(mention.document, mention.document)

    def one_story(self, a: Report, b: Report) -> bool:
        """Whether two reports stand in one document, or in documents that tell one story."""
        return self.story(a) == self.story(b)


def compare(a: EventMention, b: EventMention, rarity: Rarity) -> float:
    """The likeness of two reports, 0 to 1; 0 where something forbids them to be one event. Symmetric.

    It says how well two reports go together. Whether there is reason to join them, `supported` says.
    """
    in_story = rarity.one_story(a, b)
    time = _time(a, b, in_story=in_story)
    if not time or conflicting(a, b, rarity):
        return 0.0
    likeness, pair = trigger_likeness(a, b)
    if likeness < MIN_TRIGGER:
        return 0.0
    score = TRIGGER_WEIGHT * likeness + PARTIES_WEIGHT * party_likeness(a, b, rarity) + TIME_WEIGHT * time
    if in_story:
        score += SAME_IN_STORY if likeness == 1.0 and not _is_common(a) and not _is_common(b) else 0.0
        score -= BESIDE_IN_STORY if pair != (a.concepts[0], b.concepts[0]) else 0.0
    return round(min(max(score, 0.0), 1.0), 4)


def _time(a: EventMention, b: EventMention, *, in_story: bool) -> float:
    """What the dates of two reports say for one event, 0 where they speak against it."""
    if a.when is not None and b.when is not None and agree(a.when, b.when):
        return time_likeness(a.when, b.when)
    ours, theirs = possible_days(a), possible_days(b)
    can_be_one = ours is None or theirs is None or ours.overlaps(theirs)
    return UNDATED if in_story and can_be_one else 0.0


def possible_days(mention: EventMention) -> TimeSpan | None:
    """The days on which the event of a report can have been, None where nothing is known.

    What is told on the day of publication can have been some days before it.
    """
    if mention.when is None or mention.date.basis != Basis.PUBLICATION:
        return reach(mention.when) if mention.when is not None else None
    if mention.when.is_open:
        return mention.when
    days = reach(mention.when)
    first = days.first.plus(-NEWS_DAYS) if days.first is not None else None
    return TimeSpan(first, days.last, Granularity.RANGE, days.approximate)


def supported(a: EventMention, b: EventMention, rarity: Rarity) -> bool:
    """Whether something ties two reports together beside words of one meaning and a date in common."""
    if tied(a, b):
        return True
    agents = _in_role(a, Role.AGENT) and _in_role(b, Role.AGENT)
    others = agents and _is_common(a) and _is_common(b)  # "the coach said", "the mayor said"
    return rarity.one_story(a, b) and not (others or _is_long(a) or _is_long(b))


def tied(a: EventMention, b: EventMention) -> bool:
    """Whether two reports are tied together by themselves, whatever their documents are about."""
    return _share(a, b) or _same_without_parties(a, b, trigger_likeness(a, b)[0])


def _is_long(mention: EventMention) -> bool:
    """Whether the words of a report give so long a span that another in it says little."""
    days = fixed_days(mention)
    return days is not None and (days.length or MAX_DAYS) > MONTH_DAYS


def _share(a: EventMention, b: EventMention) -> bool:
    """Whether two reports have a party, a place or what their verbs govern ("declared the outbreak") in common."""
    governed = {c for c in a.concepts[1:] if c.endswith("/NOUN")} & {c for c in b.concepts[1:] if c.endswith("/NOUN")}
    return bool(governed) or not party_words(a).isdisjoint(party_words(b))


def _same_without_parties(a: EventMention, b: EventMention, likeness: float) -> bool:
    """Whether reports that share no party are one event all the same, by the word for it and the day.

    A verb says too little for that ("died", "returned"), but in one document ("He died", below the headline). A noun
    does if one of the reports gives the day and the other at least the month.
    """
    if a.when is None or b.when is None or likeness < SAME_WORD or _is_common(a) or _is_common(b):
        return False
    shorter, longer = sorted(span.length or MAX_DAYS for span in (a.when, b.when))
    if a.document == b.document:
        return longer <= EXACT_DAYS
    nouns = all(m.concepts[0].endswith("/NOUN") for m in (a, b) if m.concepts)
    return nouns and shorter <= EXACT_DAYS and longer <= MONTH_DAYS


def fixed_days(mention: EventMention) -> TimeSpan | None:
    """The days on which the event of a report must have been, None where its words do not say.

    They are the words' own: a date taken from elsewhere, or from the day of publication, binds no other report.
    """
    free = mention.when is None or mention.date.basis in (Basis.PUBLICATION, Basis.ANCHORED)
    return reach(mention.when) if mention.when is not None and not free else None


def shared_names(a: Report, b: Report) -> tuple[str, ...]:
    """The names of parties and places that two reports share; where they share only parts of names, these."""
    names = set(_names(a)) & set(_names(b))
    return tuple(sorted(names or party_words(a) & party_words(b)))


def agree(a: TimeSpan, b: TimeSpan) -> bool:
    """Whether two spans can be the same date: they share a day, or nearly do where one is only about.

    >>> agree(TimeSpan.day(2021, 4, 30).about(), TimeSpan.day(2021, 5, 1))
    True
    >>> agree(TimeSpan.year(2019), TimeSpan.year(2020))
    False
    """
    return reach(a).overlaps(reach(b))


def reach(span: TimeSpan) -> TimeSpan:
    """The days at which a span can agree with another.

    An open span is known at one end: "since May 1968" agrees with what began then, not with all that followed. An
    approximate one gets some days more on either side: a quarter of its length, and three at least.
    """
    if span.is_open:
        span = _known_end(span)
    if not span.approximate:
        return span
    slack = max(APPROXIMATE_DAYS, (span.length or 0) // 4)
    first = span.first.plus(-slack) if span.first is not None else None
    last = span.last.plus(slack) if span.last is not None else None
    return TimeSpan(first, last, Granularity.RANGE, approximate=True)


def _known_end(span: TimeSpan) -> TimeSpan:
    """The day, month or year of the end that an open span has."""
    day = span.first if span.first is not None else span.last
    if day is None:
        return span
    whole = {Granularity.MONTH: TimeSpan.month(day.year, day.month), Granularity.YEAR: TimeSpan.year(day.year)}
    end = whole.get(span.granularity, TimeSpan.on(day))
    return end.about() if span.approximate else end


def conflicting(a: EventMention, b: EventMention, rarity: Rarity) -> bool:
    """Whether two reports cannot be one event although their dates agree: its start and its end, or other people."""
    phases = {a.phase, b.phase}
    if {"start", "end"} <= phases:
        return True
    if "start" in phases and len(phases) > 1 and Status.PLANNED in (a.status, b.status):
        return True
    same_words = a.document == b.document and a.quote == b.quote
    if same_words and a.extent == b.extent == Extent.WITHIN and a.date.quote != b.date.quote:
        return True
    if a.concepts[:1] == b.concepts[:1] and told_of_others(a, b):
        return True
    if a.document == b.document:
        return _others(a, b, patients_alone=True) or _other_names(a, b)
    return not rarity.one_story(a, b) and _others(a, b)


def _others(a: EventMention, b: EventMention, *, patients_alone: bool = False) -> bool:
    """Whether two reports name different ones in the same part: who did it, whom it was done to, or where.

    What one of them names in another part counts as shared, since an account may turn the parts round. Inside a story
    other names say little: three in five such pairs with one trigger are of one event all the same (ECB+), since one
    tells who, the other whose club, house or spokesman it was. So there it forbids nothing, but inside a document what
    was done to different ones does ("arrested Ann ... arrested Bob").
    """
    if not party_words(a).isdisjoint(_named_words(_names(b))) or not party_words(b).isdisjoint(_named_words(_names(a))):
        return False
    roles = (Role.PATIENT,) if patients_alone else (Role.AGENT, Role.PATIENT)
    parts = [(_in_role(a, role), _in_role(b, role)) for role in roles]
    if not patients_alone:
        parts.append(([place.name for place in a.places], [place.name for place in b.places]))
    return any(_named_words(ours) and _named_words(theirs) for ours, theirs in parts)


def _other_names(a: EventMention, b: EventMention) -> bool:
    """Whether two reports tell the same of others by name: "Berg resigned", "Rossi resigned"; "a bomb exploded in
    Kabul", "a bomb exploded in Herat".

    It holds inside a document, too, so it asks for more than `_others`: the same word for the event, and in one part
    proper names alone on both sides, none of which the other report holds anywhere. "Berg" and "the head of the bank"
    may be one; so may a town and its country, and a place and those between which something moved.
    """
    if a.concepts[:1] != b.concepts[:1] or _is_common(a):
        return False
    ours, theirs = party_words(a), party_words(b)
    parts: list[tuple[Sequence[Participant | Place], Sequence[Participant | Place]]]
    parts = [(_parties(a, role), _parties(b, role)) for role in (Role.AGENT, Role.PATIENT)]
    of_countries = {place.name in countries() for place in (*a.places, *b.places)}
    if len(a.places) == len(b.places) == len(of_countries) == 1:
        parts.append((a.places, b.places))
    return any(
        bool(some and others)
        and all(_is_proper(each, a) for each in some)
        and all(_is_proper(each, b) for each in others)
        and theirs.isdisjoint(_named_words(each.name for each in some))
        and ours.isdisjoint(_named_words(each.name for each in others))
        for some, others in parts
    )


def _is_proper(named: Participant | Place, mention: EventMention) -> bool:
    """Whether a name is one by itself, and no description that holds one: "Norsk Hydro", not "the head of Hydro".

    One word that begins the sentence need be no name: "Police", "Officers".
    """
    listed = named.name.split()
    if len(listed) == 1 and named.quote.start == mention.quote.start:
        return False
    return all(word[:1].isupper() or word[:1].isdigit() or not words(word) or word in NAME_PARTICLES for word in listed)


def _parties(mention: EventMention, role: Role) -> tuple[Participant, ...]:
    return tuple(p for p in mention.participants if p.role == role)


def _in_role(mention: EventMention, role: Role) -> list[str]:
    return [p.name for p in mention.participants if p.role == role]


def _named_words(names: Iterable[str]) -> frozenset[str]:
    """The words of names proper: of those with a capital letter."""
    return _words_of_proper(tuple(names))


@lru_cache(maxsize=1 << 11)  # each report is compared with many
def _words_of_proper(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for name in names if any(w[:1].isupper() for w in name.split()) for word in words(name))


def _is_common(mention: EventMention) -> bool:
    """Whether the trigger is a verb of so little content ("said", "came", "began") that it tells no events apart."""
    lemma, _, pos = mention.concepts[0].rpartition("/") if mention.concepts else ("", "", "")
    return pos == "VERB" and (event_verb(lemma) != "" or lemma in OCCURRENCE_VERBS)


def trigger_likeness(a: Report, b: Report) -> tuple[float, tuple[str, str]]:
    """The likeness of the words that name two events (0 to 1), and the two concepts that are most alike."""
    best, pair = 0.0, ("", "")
    for i, one in enumerate(a.concepts):
        for j, other in enumerate(b.concepts):
            likeness = SECONDARY ** ((i > 0) + (j > 0)) * word_likeness(*_ordered(one, other))
            if likeness > best:
                best, pair = likeness, (one, other)
    return best, pair


def party_likeness(a: Report, b: Report, rarity: Rarity) -> float:
    """How far the parties and places of two reports agree, 0 to 1; at most half where they share no name proper."""
    ours, theirs = party_words(a), party_words(b)
    if not ours or not theirs:
        return UNKNOWN_PARTIES
    shared = ours & theirs
    if not shared:
        return UNKNOWN_PARTIES
    part = min(1.0, rarity.total(shared) / min(rarity.total(ours), rarity.total(theirs)))
    return part if shared & _named_words(_names(a)) & _named_words(_names(b)) else part / 2


def party_words(mention: Report) -> frozenset[str]:
    """The words of the names of an event's parties and places."""
    return _words_of(tuple(_names(mention)))


@lru_cache(maxsize=1 << 11)
def _words_of(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for name in names for word in words(name))


def _names(mention: Report) -> list[str]:
    return [*(p.name for p in mention.participants), *(p.name for p in mention.places)]


def time_likeness(a: TimeSpan, b: TimeSpan) -> float:
    """What the agreement of two overlapping spans says: much for two equal days, little for a day and its decade."""
    longer = max((span.length or 36525 for span in (a, b)), default=36525)
    return 1.0 / (1.0 + math.log10(max(longer, 1)) / 1.5)


def quoted(pair: tuple[str, str]) -> str:
    """The lemmas of two concepts in words, one where they are the same."""
    return " and ".join(f"‘{word}’" for word in sorted({concept.rpartition("/")[0] for concept in pair}))


def _ordered(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)


def like_concepts(ones: Iterable[str], others: Iterable[str], *, least: float) -> list[tuple[str, str]]:
    """The pairs of one concept each that are at least so much alike, in order; found by marks, not all with all."""
    marked: defaultdict[str, list[str]] = defaultdict(list)
    for other in sorted(set(others)):
        for mark in blocks(*_pair(other), least=least):
            marked[mark].append(other)
    found: set[tuple[str, str]] = set()
    for one in sorted(set(ones)):
        near = {other for mark in blocks(*_pair(one), least=least) for other in marked.get(mark, ())}
        found.update((one, other) for other in near if one == other or word_likeness(*_ordered(one, other)) >= least)
    return sorted(found)


@lru_cache(maxsize=1 << 18)
def word_likeness(one: str, other: str) -> float:
    """The likeness of two concepts (lemma/POS), 0 to 1."""
    return similarity(_pair(one), _pair(other))


def _pair(concept: str) -> tuple[str, str]:
    lemma, _, pos = concept.rpartition("/")
    return lemma, pos
