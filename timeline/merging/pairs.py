"""How probable it is that two reports of one story tell of one event: a logistic regression over named features.

The weights (`pair_weights.tsv`) are made by `timeline.training.pairs` of stories in which people marked the
reports of one event. They hold no words: what two words have to do with each other comes from `language.lexicon`.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from timeline import tables
from timeline.dating.likeness import Rarity, named_words, party_words, trigger_likeness, word_likeness
from timeline.language.lexicon import concept, event_verb
from timeline.merging.nearness import Nearness
from timeline.merging.stories import stems
from timeline.model import EventMention, Position, Role

NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen",
           "hundred", "thousand", "million")  # fmt: skip
"""Numbers in words."""

WEAK_VERBS = frozenset({"light", "aspect", "state"})
"""Classes of verbs (`lexicon.event_verb`) that say little of what happened."""

_NUMBER = re.compile(rf"\b(?:\d[\d.,]*\d|\d|{'|'.join(NUMBERS)})\b")


@dataclass(frozen=True, slots=True)
class _Told:
    """What is compared of a report. `places`, `agents` and `patients` are the words of such names."""

    head: str
    stem: str
    kind: str
    parties: frozenset[str]
    agents: frozenset[str]
    patients: frozenset[str]
    places: frozenset[str]


class Pairs:
    """The reports of a collection, to be compared by their indices."""

    def __init__(self, mentions: Sequence[EventMention], rarity: Rarity, nearness: Nearness) -> None:
        self._mentions = mentions
        self._rarity = rarity
        self._nearness = nearness
        self._told: dict[int, _Told] = {}
        self._sentences: dict[str, tuple[dict[str, float], frozenset[str]]] = {}
        self._weights = _weights()

    @cached_property
    def _holders(self) -> Mapping[str, int]:
        """The number of sentences that have each stem."""
        sentences = dict.fromkeys(mention.quote.text for mention in self._mentions)
        return Counter(word for text in sentences for word in stems(text))

    def probability(self, i: int, j: int) -> float:
        """How probable it is (0 to 1) that two reports are of one event."""
        weights = self._weights
        total = weights["bias"]
        for name, value in self.features(i, j):
            total += weights.get(name, 0.0) * value
        return round(1.0 / (1.0 + math.exp(-total)), 4)

    def features(self, i: int, j: int) -> Iterator[tuple[str, float]]:
        """The features of a pair of reports by their names, each with its value; those of 0 are left out."""
        a, b = self._mentions[i], self._mentions[j]
        ours, theirs = self._of(i), self._of(j)
        near = self._nearness.between(a.document, b.document)
        alike, _ = trigger_likeness(a, b)
        yield "triggers alike", word_likeness(*sorted((ours.head, theirs.head)))
        yield "words alike", alike
        yield "documents near", near
        if ours.stem == theirs.stem:
            yield "same concept", 1.0
            yield "same concept, documents near", near
        yield from self._of_parties(ours, theirs)
        yield from self._of_sentences(a, b)
        yield from _of_dates(a, b)
        headlines = (a.position == Position.HEADLINE) + (b.position == Position.HEADLINE)
        yield "in headlines", headlines / 2
        yield "in headlines or leads", ((a.position != Position.BODY) + (b.position != Position.BODY)) / 2
        if ours.kind in WEAK_VERBS or theirs.kind in WEAK_VERBS:
            yield "weak verb", 1.0
        if ours.head.endswith("/VERB") and theirs.head.endswith("/VERB"):
            yield "both verbs", 1.0
        if a.phase != b.phase:
            yield "phases differ", 1.0

    def _of_parties(self, ours: _Told, theirs: _Told) -> Iterator[tuple[str, float]]:
        shared = ours.parties & theirs.parties
        if shared:
            lighter = min(self._rarity.total(ours.parties), self._rarity.total(theirs.parties))
            yield "parties shared", self._rarity.total(shared) / max(lighter, 0.1)
        elif ours.parties and theirs.parties:
            yield "parties differ", 1.0
        for name, one, other in (
            ("agents", ours.agents, theirs.agents),
            ("patients", ours.patients, theirs.patients),
            ("places", ours.places, theirs.places),
        ):
            if one and other:
                yield f"{name} shared" if one & other else f"{name} differ", 1.0

    def _of_sentences(self, a: EventMention, b: EventMention) -> Iterator[tuple[str, float]]:
        (ours, our_numbers), (theirs, their_numbers) = self._sentence(a), self._sentence(b)
        if a.document == b.document and a.quote == b.quote:
            yield "same sentence", 1.0
        elif ours and theirs:
            yield "sentences alike", math.fsum(ours[word] * theirs[word] for word in ours.keys() & theirs.keys())
        if our_numbers and their_numbers:
            yield "numbers shared" if our_numbers & their_numbers else "numbers differ", 1.0

    def _of(self, i: int) -> _Told:
        found = self._told.get(i)
        if found is None:
            found = self._told[i] = _told(self._mentions[i])
        return found

    def _sentence(self, mention: EventMention) -> tuple[dict[str, float], frozenset[str]]:
        """The stems of a sentence as a vector of length 1, and the numbers in it."""
        text = mention.quote.text
        found = self._sentences.get(text)
        if found is None:
            count = 1 + len(self._mentions)
            weights = {word: 1 + math.log(count / (1 + self._holders[word])) for word in stems(text)}
            length = math.sqrt(math.fsum(weight**2 for weight in weights.values()))
            vector = {word: weight / length for word, weight in sorted(weights.items())}
            found = self._sentences[text] = vector, frozenset(_NUMBER.findall(text.lower()))
        return found


def _of_dates(a: EventMention, b: EventMention) -> Iterator[tuple[str, float]]:
    """How the dates of two reports lie, where both have one."""
    if not (a.is_placed and b.is_placed) or a.when is None or b.when is None:
        return
    if (a.when.first, a.when.last) == (b.when.first, b.when.last):
        yield "days same", 1.0
    elif not a.when.overlaps(b.when):
        yield "days differ", 1.0


def _told(mention: EventMention) -> _Told:
    head = mention.concepts[0] if mention.concepts else f"{mention.trigger.text.lower()}/VERB"
    lemma, _, pos = head.rpartition("/")
    return _Told(
        head=head,
        stem=concept(lemma, pos),
        kind=event_verb(lemma) if pos == "VERB" else "",
        parties=party_words(mention),
        agents=named_words(p.name for p in mention.participants if p.role == Role.AGENT),
        patients=named_words(p.name for p in mention.participants if p.role == Role.PATIENT),
        places=named_words(p.name for p in mention.places),
    )


@cache
def _weights() -> dict[str, float]:
    return {name: weight.weight for name, weight in tables.read_weights(__package__, "pair_weights.tsv").items()}
