"""How alike two reports are: in the words for the event, its parties and places, its days.

Dating asks this to find the date of one report in another, merging to find the reports of one event. All likenesses run
from 0 (nothing in common) to 1 (the same).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from timeline.events import words
from timeline.language.lexicon import blocks, event_verb, similarity
from timeline.model import Participant, Place
from timeline.timespan import Granularity, TimeSpan

LIKE_WORDS = 0.85
"""The least likeness (0 to 1, `lexicon.similarity`) of two words that can name one event: the same word, one derived
from it, or its closest synonym."""

SECONDARY = 0.9
"""The factor for the likeness of a word beside the trigger ("withdrawal" in "withdrawal deal")."""

APPROXIMATE_DAYS = 3
"""The least number of days by which an approximate date may be off."""

UNKNOWN_PARTIES = 0.35
"""The likeness (0 to 1) of the parties where one of two reports names none, or they have none in common."""


class Report(Protocol):
    """The fields that an `events.Draft` and a `model.EventMention` share."""

    @property
    def document(self) -> str:
        """The id of its document."""

    @property
    def concepts(self) -> tuple[str, ...]:
        """The words that name the event, as lemma/POS ("sign/VERB"), the trigger's first."""

    @property
    def participants(self) -> tuple[Participant, ...]:
        """Who takes part in the event."""

    @property
    def places(self) -> tuple[Place, ...]:
        """Where the event happened."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """How much it says that two reports share a word of a name: the fewer documents have the word, the more.

    `weights` are the weights of such words, in small letters: log(1 + documents / documents with the word); a word that
    is not there weighs 1. `stories` are the stories that documents tell, by the documents' ids; a document that is not
    there tells a story of its own.
    """

    weights: Mapping[str, float]
    stories: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, mentions: Iterable[Report], stories: Mapping[str, str] | None = None) -> Rarity:
        """Weigh the words in the names of parties and places by the number of documents that have them."""
        seen = {(mention.document, word) for mention in mentions for word in party_words(mention)}
        documents = len({document for document, _ in seen})
        counts = Counter(word for _, word in seen)
        return cls({word: math.log(1 + documents / n) for word, n in sorted(counts.items())}, stories or {})

    def total(self, words: Iterable[str]) -> float:
        """The sum of the weights of some words, the same to the last bit in whatever order they come."""
        return math.fsum(self.weights.get(word, 1.0) for word in words)

    def story(self, mention: Report) -> str:
        """The id of the story that a report's document tells."""
        return self.stories.get(mention.document, mention.document)

    def one_story(self, a: Report, b: Report) -> bool:
        """Whether two reports stand in one document, or in documents that tell one story."""
        return self.story(a) == self.story(b)


def shared_names(a: Report, b: Report) -> tuple[str, ...]:
    """The names of parties and places that both reports have, sorted; where they share no whole name, the words of
    names that both have, in small letters.
    """
    names = set(_names(a)) & set(_names(b))
    return tuple(sorted(names or party_words(a) & party_words(b)))


def agree(a: TimeSpan, b: TimeSpan) -> bool:
    """Whether two spans can be the same date: they share a day, or do once approximate ones are widened (see `reach`).

    >>> agree(TimeSpan.day(2021, 4, 30).about(), TimeSpan.day(2021, 5, 1))
    True
    >>> agree(TimeSpan.year(2019), TimeSpan.year(2020))
    False
    """
    return reach(a).overlaps(reach(b))


def reach(span: TimeSpan) -> TimeSpan:
    """The days on which another date can lie and still agree with a span.

    Of an open span it is the end that is known: "since May 1968" agrees with what began in May 1968, not with all that
    followed. An approximate span is widened on both sides by a quarter of its length, at least by `APPROXIMATE_DAYS`.
    """
    if span.is_open:
        span = _known_end(span)
    if not span.approximate:
        return span
    slack = max(APPROXIMATE_DAYS, span.length_or(APPROXIMATE_DAYS) // 4)
    first = span.first.plus(-slack) if span.first is not None else None
    last = span.last.plus(slack) if span.last is not None else None
    return TimeSpan(first, last, Granularity.RANGE, approximate=True)


def _known_end(span: TimeSpan) -> TimeSpan:
    """The known end of an open span: the day, or the whole month or year if it was told as one."""
    day = span.first if span.first is not None else span.last
    if day is None:
        return span
    whole = {Granularity.MONTH: TimeSpan.month(day.year, day.month), Granularity.YEAR: TimeSpan.year(day.year)}
    end = whole.get(span.granularity, TimeSpan.on(day))
    return end.about() if span.approximate else end


def named_words(names: Iterable[str]) -> frozenset[str]:
    """The words, in small letters, of those names that have a word with a capital: "Rui Costa", not "the minister"."""
    return _words_of_proper(tuple(names))


@lru_cache(maxsize=1 << 11)  # each report is compared with many
def _words_of_proper(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for name in names if any(w[:1].isupper() for w in name.split()) for word in words(name))


def trigger_likeness(a: Report, b: Report) -> tuple[float, tuple[str, str]]:
    """The likeness (0 to 1) of the words that name two events, and the pair of concepts that are most alike.

    The pair is ("", "") where nothing is alike.
    """
    return _concepts_likeness(a.concepts, b.concepts)


@lru_cache(maxsize=1 << 18)  # the same words come in many reports
def _concepts_likeness(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[float, tuple[str, str]]:
    best, pair = 0.0, ("", "")
    for i, one in enumerate(ours):
        for j, other in enumerate(theirs):
            likeness = SECONDARY ** ((i > 0) + (j > 0)) * word_likeness(*_ordered(one, other))
            if likeness > best:
                best, pair = likeness, (one, other)
    return best, pair


def party_likeness(a: Report, b: Report, rarity: Rarity) -> float:
    """How far the parties and places of two reports agree, 0 to 1; at most 0.5 where they share no name with a capital.

    It is the weight of the words that both have, as a share of the lighter report's words; `UNKNOWN_PARTIES` where they
    share none.
    """
    ours, theirs = party_words(a), party_words(b)
    if not ours or not theirs:
        return UNKNOWN_PARTIES
    shared = ours & theirs
    if not shared:
        return UNKNOWN_PARTIES
    part = min(1.0, rarity.total(shared) / min(rarity.total(ours), rarity.total(theirs)))
    return part if shared & named_words(_names(a)) & named_words(_names(b)) else part / 2


def is_said(report: Report) -> bool:
    """Whether the trigger of a report is a verb of saying."""
    lemma, _, pos = report.concepts[0].rpartition("/") if report.concepts else ("", "", "")
    return pos == "VERB" and event_verb(lemma) == "report"


def party_words(mention: Report) -> frozenset[str]:
    """The words, in small letters, of the names of an event's parties and places."""
    return _words_of(tuple(_names(mention)))


@lru_cache(maxsize=1 << 11)
def _words_of(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for name in names for word in words(name))


def _names(mention: Report) -> list[str]:
    return [*(p.name for p in mention.participants), *(p.name for p in mention.places)]


def quoted(pair: tuple[str, str]) -> str:
    """The lemmas of two concepts in quotation marks, one of them where they are the same: "‘sign’ and ‘signature’"."""
    return " and ".join(f"‘{word}’" for word in sorted({concept.rpartition("/")[0] for concept in pair}))


def _ordered(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)


def like_concepts(ones: Iterable[str], others: Iterable[str], *, least: float) -> list[tuple[str, str]]:
    """The pairs of a concept of `ones` and one of `others` whose likeness is at least `least` (0 to 1), sorted.

    Only concepts that share a mark of `lexicon.blocks` are compared, so the work does not grow with all pairs.
    """
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
    """The likeness (0 to 1) of two concepts, as lemma/POS."""
    return similarity(_pair(one), _pair(other))


def _pair(concept: str) -> tuple[str, str]:
    """The lemma and the part of speech of a concept."""
    lemma, _, pos = concept.rpartition("/")
    return lemma, pos
