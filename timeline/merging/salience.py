"""What a person would put on a short timeline: which events stand out of a collection.

An event stands out that many sources tell, in headlines, with a date of its own, of the parties and of the kind that
the collection is about, and that is a deed rather than words about one, under a title that can be read alone. What lies
far from the story's time is background, and what only says again what another event says stands back behind it. The
weights are plain numbers, set by hand.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.dating.likeness import agree, party_words, trigger_likeness
from timeline.events import cost
from timeline.language.lexicon import event_verb
from timeline.model import Basis, Event, EventMention, Position, Status
from timeline.timespan import Granularity, TimeSpan

SOURCES, PARTIES, THEME, PLACE, DATE, DEED = 0.35, 0.2, 0.1, 0.1, 0.15, 0.1
"""What the number of sources, the parties, the word for it, its place in the text, the date and the deed count for; one
together."""

MANY_SOURCES = 4
"""Told by so many sources is told by all; of a smaller collection, by all of its sources."""

MENTION = 0.25
"""What one more report by the same source counts for, as against one by another source."""

POSITIONS = {Position.HEADLINE: 1.0, Position.LEAD: 0.6, Position.BODY: 0.0}

UNDATED_PLACE, UNDATED_DATE = 0.2, 0.3
"""What is left of a headline's place, and of its date, where it has none but that of the publication: it may sum up
what happened rather than tell it."""

EXACTNESS = ((1, 1.0), (7, 0.9), (31, 0.7), (92, 0.5), (366, 0.3))
"""How much a date says by its greatest length in days; a longer one little."""
VAGUE = 0.1

DEEDS = {"": 1.0, "aspect": 0.7, "light": 0.5, "intention": 0.4, "report": 0.3, "state": 0.2}
"""How much of a deed a verb names, by its class; a noun names one."""

STATUSES = {Status.OCCURRED: 1.0, Status.PLANNED: 0.95, Status.CLAIMED: 0.9, Status.DENIED: 0.8, Status.POSSIBLE: 0.7}

NAMELESS = 0.8
"""What is left of an event that names no one: nobody can tell what it is about."""

FAULT, LEGIBLE = 0.05, 0.6
"""What each point of its title's faults takes from an event, and what is left at least: a line says who did what."""

BACKGROUND, FENCE, LEAST_FENCE = 0.6, 3.0, 366
"""What is left of an event that lies farther outside the middle half of all events than so many times the length of
that half (J. W. Tukey's outer fence), in days at least the last number."""

REPEATED, SAME_SENTENCE = 0.5, 0.7
"""What is left of an event that another one says already, and of one that a sentence tells beside another."""

ALIKE, LOOSELY_ALIKE = 0.6, 0.4
"""From which likeness of their words two events of one time say the same; the second where one is but a headline."""

NEAR_DAYS = 3
"""Events no farther apart may be one, told twice."""

MOST_MONTHS, MOST_REPORTS, MOST_AHEAD = 6, 8, 24
"""Limits to the search for what says the same: months that an event is looked for in, reports of it that are compared,
and events of one month and party that it is compared with, those that stand out most."""


def with_salience(events: Sequence[Event], voices: Mapping[str, str] | None = None) -> list[Event]:
    """The events, in the same order, each with its salience from 0 to 1.

    `voices` are the first of the documents that carry the same text by each document's id: they count as one source.
    """
    collection = _Collection.of(events, voices or {})
    order = sorted((-_alone(event, collection), event.id, place) for place, event in enumerate(events))
    ahead = _Ahead(collection)
    found: dict[int, float] = {}
    for negative, _, place in order:
        found[place] = round(-negative * ahead.leaves_of(events[place]), 3)
        ahead.add(events[place])
    return [replace(event, salience=found[place]) for place, event in enumerate(events)]


@dataclass(frozen=True, slots=True)
class _Collection:
    """What all events show together: the number of sources, how many reports name whom, in how many sources an event is
    called by which word, the days of the story, and which documents speak with one voice.
    """

    voices: Mapping[str, str]
    sources: int
    named: Mapping[str, int]
    told: Mapping[str, int]
    first: float
    last: float

    @classmethod
    def of(cls, events: Sequence[Event], voices: Mapping[str, str]) -> _Collection:
        named = Counter(name for event in events for mention in event.mentions for name in set(_names(mention)))
        mentions = [mention for event in events for mention in event.mentions]
        called = {(voices.get(m.document, m.document), concept) for m in mentions for concept in _deeds(m)}
        told = Counter(concept for _, concept in called)
        days = sorted(day for event in events if (day := _middle(event)) is not None for _ in event.mentions)
        low, high = (days[len(days) // 4], days[3 * len(days) // 4]) if days else (0.0, 0.0)
        width = max(FENCE * (high - low), LEAST_FENCE)
        sources = len({voices.get(m.document, m.document) for m in mentions})
        return cls(voices, sources, named, told, low - width, high + width)

    def sources_of(self, event: Event) -> int:
        """How many sources tell of an event."""
        return len({self.voices.get(mention.document, mention.document) for mention in event.mentions})

    def centrality(self, name: str) -> float:
        """How much a collection is about a party, 0 to 1."""
        return math.log1p(self.named[name]) / math.log1p(max(self.named.values()))

    def theme(self, mention: EventMention) -> float:
        """How many of the sources tell of such an event, 0 to 1: a sinking, in a collection about one."""
        others = max((self.told[concept] - 1 for concept in _deeds(mention)), default=0)
        return math.sqrt(others / max(self.sources - 1, 1))


class _Ahead:
    """The events that stand out more than those to come: by month and party, and by their sentences."""

    def __init__(self, collection: _Collection) -> None:
        self._collection = collection
        self._told: defaultdict[tuple[int, str], list[Event]] = defaultdict(list)
        self._sentences: set[tuple[str, int]] = set()

    def add(self, event: Event) -> None:
        for key in _keys(event):
            if len(self._told[key]) < MOST_AHEAD:
                self._told[key].append(event)
        self._sentences.update((mention.document, mention.quote.start) for mention in event.mentions)

    def leaves_of(self, event: Event) -> float:
        """The share of an event's salience that those ahead leave it; fewer sources say nothing again."""
        others = {other.id: other for key in _keys(event) for other in self._told[key]}
        sources = self._collection.sources_of
        if any(sources(event) <= sources(other) and _says_again(event, other) for other in others.values()):
            return REPEATED
        told = all((mention.document, mention.quote.start) in self._sentences for mention in event.mentions)
        return SAME_SENTENCE if told else 1.0


def _alone(event: Event, collection: _Collection) -> float:
    """What an event has of its own to stand out by."""
    sources = collection.sources_of(event)
    told = (sources - 1 + MENTION * (len(event.mentions) - sources)) / max(min(MANY_SOURCES, collection.sources) - 1, 1)
    names = {name for mention in event.mentions for name in _names(mention)}
    central = sorted((collection.centrality(name) for name in names), reverse=True)[:2]
    total = (
        SOURCES * math.sqrt(min(told, 1.0))
        + PARTIES * sum(central) / 2
        + THEME * max(collection.theme(mention) for mention in event.mentions)
        + PLACE * max(_place(mention) for mention in event.mentions)
        + DATE * _exactness(event)
        + DEED * max(_deed(mention) for mention in event.mentions)
    )
    middle = _middle(event)
    background = middle is not None and not collection.first <= middle <= collection.last
    left = (1.0 if names else NAMELESS) * (BACKGROUND if background else 1.0)
    left *= max(LEGIBLE, 1 - FAULT * cost(event.title))
    return total * left * STATUSES[event.status] * math.sqrt(event.confidence)


def _names(mention: EventMention) -> list[str]:
    """The names proper of a report's parties and places."""
    names = [*(p.name for p in mention.participants), *(p.name for p in mention.places)]
    return [name for name in names if any(word[:1].isupper() for word in name.split())]


def _place(mention: EventMention) -> float:
    dated = mention.date.basis != Basis.PUBLICATION
    return POSITIONS[mention.position] * (1.0 if dated else UNDATED_PLACE)


def _exactness(event: Event) -> float:
    """How much the date says."""
    length = event.when.length if event.when is not None else None
    if event.when is None:
        return 0.0
    said = next((value for days, value in EXACTNESS if length is not None and length <= days), VAGUE)
    return said if any(mention.date.basis != Basis.PUBLICATION for mention in event.mentions) else said * UNDATED_DATE


def _deeds(mention: EventMention) -> list[str]:
    """The words for an event, without the verbs of saying and the like, which are in every text."""
    return [c for c in mention.concepts if c.endswith("/NOUN") or event_verb(c.rpartition("/")[0]) == ""]


def _deed(mention: EventMention) -> float:
    lemma, _, pos = mention.concepts[0].rpartition("/") if mention.concepts else ("", "", "")
    governs = any(concept.endswith("/NOUN") for concept in mention.concepts[1:])  # "declared war", "announced a cut"
    return DEEDS.get(event_verb(lemma), 1.0) if pos == "VERB" and not governs else 1.0


def _middle(event: Event) -> float | None:
    """The middle day of an event as an ordinal, the end that is known of an open one; None for an undated one."""
    if event.when is None:
        return None
    ends = [day.ordinal for day in (event.when.first, event.when.last) if day is not None]
    return sum(ends) / len(ends) if ends else None


def _months(event: Event) -> range:
    """The months that an event touches, about; for one of more than a few, its middle alone."""
    if event.when is None or event.when.first is None or event.when.last is None:
        middle = _middle(event)
        return range(0) if middle is None else range(int(middle) // 30, int(middle) // 30 + 1)
    first, last = (event.when.first.ordinal - NEAR_DAYS) // 30, (event.when.last.ordinal + NEAR_DAYS) // 30
    return range(first, last + 1) if last - first < MOST_MONTHS else range((first + last) // 2, (first + last) // 2 + 1)


def _keys(event: Event) -> list[tuple[int, str]]:
    """The months and the words of parties by which an event is found again."""
    parties = sorted({word for mention in event.mentions[:MOST_REPORTS] for word in party_words(mention)})
    return [(month, word) for month in _months(event) for word in parties]


def _says_again(event: Event, other: Event) -> bool:
    """Whether an event tells what another one told: like words, a party in common, and no more than days apart."""
    if event.when is None or other.when is None or not agree(_widened(event.when), other.when):
        return False
    headline = all(m.position != Position.BODY and m.date.basis == Basis.PUBLICATION for m in event.mentions)
    least = LOOSELY_ALIKE if headline else ALIKE
    return any(
        not party_words(one).isdisjoint(party_words(its)) and trigger_likeness(one, its)[0] >= least
        for one in event.mentions[:MOST_REPORTS]
        for its in other.mentions[:MOST_REPORTS]
    )


def _widened(when: TimeSpan) -> TimeSpan:
    if when.first is None or when.last is None:
        return when
    return TimeSpan(when.first.plus(-NEAR_DAYS), when.last.plus(NEAR_DAYS), Granularity.RANGE)
