"""What two reports have in common: the words for the event, its parties and places, its days.

Both steps that look for reports of one event ask this: the dating of what has no date, and the merging.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from timeline.events import words
from timeline.language.lexicon import blocks, similarity
from timeline.model import Participant, Place
from timeline.timespan import Granularity, TimeSpan

SECONDARY = 0.9
"""A word beside the trigger ("withdrawal" in "withdrawal deal") counts a little less than the trigger itself."""

APPROXIMATE_DAYS = 3
"""How far off an approximate day may be."""

UNKNOWN_PARTIES = 0.35
"""What parties count for where one of the reports names none, or each names others than the other."""


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


def named_words(names: Iterable[str]) -> frozenset[str]:
    """The words of names proper: of those with a capital letter."""
    return _words_of_proper(tuple(names))


@lru_cache(maxsize=1 << 11)  # each report is compared with many
def _words_of_proper(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for name in names if any(w[:1].isupper() for w in name.split()) for word in words(name))


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
    return part if shared & named_words(_names(a)) & named_words(_names(b)) else part / 2


def party_words(mention: Report) -> frozenset[str]:
    """The words of the names of an event's parties and places."""
    return _words_of(tuple(_names(mention)))


@lru_cache(maxsize=1 << 11)
def _words_of(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for name in names for word in words(name))


def _names(mention: Report) -> list[str]:
    return [*(p.name for p in mention.participants), *(p.name for p in mention.places)]


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
