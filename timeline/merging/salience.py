"""The salience of an event (0 to 1): how much it belongs on a short timeline of its collection.

An event is salient if many sources tell it, in headlines, with a date of its own; if its parties and its kind are those
that the collection is about; if it is an act rather than a statement; and if its title can be read alone. What lies far
from the time of most events is background, and an event that repeats a more salient one loses by it. The weights are
plain numbers, set by hand.
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

SOURCES, PARTIES, THEME, POSITION, DATE, DEED = 0.35, 0.2, 0.1, 0.1, 0.15, 0.1
"""The weights of the number of sources, the parties, the word for the event, its position in the text, its date and how
much of an act it is; 1 together."""

MANY_SOURCES = 16
"""The number of sources from which the weight of `SOURCES` counts in full; in a smaller collection, all its sources."""

MENTION = 0.25
"""The worth of one more report by the same source, as a share of that of a further source."""

POSITIONS = {Position.HEADLINE: 1.0, Position.LEAD: 0.6, Position.BODY: 0.0}
"""The worth (0 to 1) of the position of the best report."""

UNDATED_POSITION, UNDATED_DATE = 0.2, 0.3
"""The factors for the position and the date of a report that is dated by publication alone: its headline may sum up
several events rather than tell one."""

EXACTNESS = ((1, 1.0), (7, 0.9), (31, 0.7), (92, 0.5), (366, 0.3))
"""The worth (0 to 1) of a date by its greatest length in days."""

VAGUE = 0.1
"""The worth (0 to 1) of a longer date, or an open one."""

DEEDS = {"": 1.0, "aspect": 0.7, "light": 0.5, "intention": 0.4, "report": 0.3, "state": 0.2}
"""How much of an act (0 to 1) a verb names, by its class (`lexicon.event_verb`); a noun counts 1."""

STATUS_FACTORS = {
    Status.OCCURRED: 1.0,
    Status.PLANNED: 0.95,
    Status.CLAIMED: 0.9,
    Status.DENIED: 0.8,
    Status.POSSIBLE: 0.7,
}
"""The factors for the status of an event."""

NAMELESS = 0.8
"""The factor for an event that names no one, so that nobody can tell what it is about."""

FAULT, LEGIBLE = 0.05, 0.6
"""What each point of `events.cost` takes from the factor for the title, which begins at 1, and the least factor."""

BACKGROUND, FENCE, LEAST_FENCE_DAYS = 0.6, 3.0, 366
"""The factor for an event outside the fence, and where that is: `FENCE` times the length of the middle half of all
reports before and behind this half (J. W. Tukey's outer fence), at least `LEAST_FENCE_DAYS`."""

REPEATED, SAME_SENTENCE = 0.5, 0.7
"""The factors for an event that a more salient one repeats, and for one told only in sentences of more salient ones."""

MINOR = 0.3
"""The factor for an event that is no main one (`mainly`)."""

ALIKE, LOOSELY_ALIKE = 0.6, 0.4
"""The least likeness (0 to 1) of the words for two events of one time that repeat each other; the second where one is
told in headlines and leads alone, dated by publication."""

NEAR_DAYS = 3
"""The most days between two events that can repeat each other."""

MOST_MONTHS, MOST_REPORTS, MOST_AHEAD = 6, 8, 24
"""Limits to the search for repetitions: the months of an event that are searched, the reports of an event that are
compared, and the events of one month and party, the most salient ones, that it is compared with."""

_MONTH_DAYS = 30  # the months by which events are looked up, counted from 1 January 1970


def with_salience(events: Sequence[Event], voices: Mapping[str, str] | None = None) -> list[Event]:
    """The events, in the same order, each with its salience from 0 to 1.

    `voices` gives, by each document's id, the first document that carries the same text: these count as one source.
    """
    weighed = [_by_its_days(event) for event in events]
    collection = _Collection.of(weighed, voices or {})
    order = sorted((not event.main, -_alone(event, collection), event.id, i) for i, event in enumerate(weighed))
    ahead = _Ahead(collection)
    found: dict[int, float] = {}
    for minor, negative, _, i in order:
        left = MINOR if minor else ahead.leaves_of(weighed[i])
        found[i] = round(-negative * left, 3)
        if not minor:
            ahead.add(weighed[i])
    return [replace(event, salience=found[i]) for i, event in enumerate(events)]


def _by_its_days(event: Event) -> Event:
    """An event with those reports alone that have a date, where there are any: the others only go with these."""
    dated = tuple(mention for mention in event.mentions if mention.is_placed)
    return replace(event, mentions=dated) if dated else event


@dataclass(frozen=True, slots=True)
class _Collection:
    """Figures of all events together.

    `voices` gives the first document that carries the same text, by each document's id; `sources` is the number of
    documents without such copies; `named` the number of reports by the name in them; `told` the number of sources by
    the concept for an event in them; `first` and `last` are the fence (days since 1 January 1970), outside which an
    event is background.
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
        width = max(FENCE * (high - low), LEAST_FENCE_DAYS)
        sources = len({voices.get(m.document, m.document) for m in mentions})
        return cls(voices, sources, named, told, low - width, high + width)

    def sources_of(self, event: Event) -> int:
        """The number of sources that tell of an event."""
        return len({self.voices.get(mention.document, mention.document) for mention in event.mentions})

    def centrality(self, name: str) -> float:
        """How much the collection is about a party, 0 to 1: by its reports, measured by those of the commonest name."""
        return math.log1p(self.named[name]) / math.log1p(max(self.named.values()))

    def theme(self, mention: EventMention) -> float:
        """How much the collection is about this kind of event, 0 to 1: by the other sources that use the same word."""
        others = max((self.told[concept] - 1 for concept in _deeds(mention)), default=0)
        return math.sqrt(others / max(self.sources - 1, 1))


class _Ahead:
    """The events that are more salient than the one at hand, found by month and party; and their sentences."""

    def __init__(self, collection: _Collection) -> None:
        self._collection = collection
        self._told: defaultdict[tuple[int, str], list[Event]] = defaultdict(list)
        self._sentences: set[tuple[str, int]] = set()

    def add(self, event: Event) -> None:
        """Add an event; they come in order of salience."""
        for key in _keys(event):
            if len(self._told[key]) < MOST_AHEAD:
                self._told[key].append(event)
        self._sentences.update((mention.document, mention.quote.start) for mention in event.mentions)

    def leaves_of(self, event: Event) -> float:
        """The factor (0 to 1) that the more salient events leave an event: 1 where none repeats it.

        An event is repeated only by one that as many sources tell.
        """
        others = {other.id: other for key in _keys(event) for other in self._told[key]}
        sources = self._collection.sources_of
        if any(sources(event) <= sources(other) and _says_again(event, other) for other in others.values()):
            return REPEATED
        told = all((mention.document, mention.quote.start) in self._sentences for mention in event.mentions)
        return SAME_SENTENCE if told else 1.0


def _alone(event: Event, collection: _Collection) -> float:
    """The salience of an event (0 to 1) before the others are looked at."""
    sources = collection.sources_of(event)
    told = (sources - 1 + MENTION * (len(event.mentions) - sources)) / max(min(MANY_SOURCES, collection.sources) - 1, 1)
    names = {name for mention in event.mentions for name in _names(mention)}
    central = sorted((collection.centrality(name) for name in names), reverse=True)[:2]
    total = (
        SOURCES * math.sqrt(min(told, 1.0))
        + PARTIES * sum(central) / 2
        + THEME * max(collection.theme(mention) for mention in event.mentions)
        + POSITION * max(_prominence(mention) for mention in event.mentions)
        + DATE * _exactness(event)
        + DEED * max(_deed(mention) for mention in event.mentions)
    )
    middle = _middle(event)
    background = middle is not None and not collection.first <= middle <= collection.last
    left = (1.0 if names else NAMELESS) * (BACKGROUND if background else 1.0)
    left *= max(LEGIBLE, 1 - FAULT * cost(event.title))
    return total * left * STATUS_FACTORS[event.status] * math.sqrt(event.confidence)


def _names(mention: EventMention) -> list[str]:
    """Those names of a report's parties and places that have a word with a capital."""
    names = [*(p.name for p in mention.participants), *(p.name for p in mention.places)]
    return [name for name in names if any(word[:1].isupper() for word in name.split())]


def _prominence(mention: EventMention) -> float:
    """The worth (0 to 1) of a report's position in its text."""
    dated = mention.date.basis != Basis.PUBLICATION
    return POSITIONS[mention.position] * (1.0 if dated else UNDATED_POSITION)


def _exactness(event: Event) -> float:
    """The worth (0 to 1) of an event's date; 0 for an undated one."""
    length = event.when.length if event.when is not None else None
    if event.when is None:
        return 0.0
    said = next((value for days, value in EXACTNESS if length is not None and length <= days), VAGUE)
    return said if any(mention.date.basis != Basis.PUBLICATION for mention in event.mentions) else said * UNDATED_DATE


def _deeds(mention: EventMention) -> list[str]:
    """The concepts for an event, without verbs of saying and the like (`lexicon.event_verb`), which all texts have."""
    return [c for c in mention.concepts if c.endswith("/NOUN") or event_verb(c.rpartition("/")[0]) == ""]


def _deed(mention: EventMention) -> float:
    """How much of an act (0 to 1) the trigger of a report names."""
    lemma, _, pos = mention.concepts[0].rpartition("/") if mention.concepts else ("", "", "")
    governs = any(concept.endswith("/NOUN") for concept in mention.concepts[1:])  # "declared war", "announced a cut"
    return DEEDS.get(event_verb(lemma), 1.0) if pos == "VERB" and not governs else 1.0


def _middle(event: Event) -> float | None:
    """The middle of an event in days since 1 January 1970, of an open one its known end; None for an undated one."""
    if event.when is None:
        return None
    ends = [day.ordinal for day in (event.when.first, event.when.last) if day is not None]
    return sum(ends) / len(ends) if ends else None


def _months(event: Event) -> range:
    """The numbers of the months, of `_MONTH_DAYS` each, that an event touches or is near; none for an undated one.

    For an event of more than `MOST_MONTHS`, and an open one, it is the month of its middle alone.
    """
    if event.when is None or event.when.first is None or event.when.last is None:
        middle = _middle(event)
        month = int(middle) // _MONTH_DAYS if middle is not None else None
        return range(0) if month is None else range(month, month + 1)
    first = (event.when.first.ordinal - NEAR_DAYS) // _MONTH_DAYS
    last = (event.when.last.ordinal + NEAR_DAYS) // _MONTH_DAYS
    return range(first, last + 1) if last - first < MOST_MONTHS else range((first + last) // 2, (first + last) // 2 + 1)


def _keys(event: Event) -> list[tuple[int, str]]:
    """The keys by which an event and one that repeats it find each other: a month with a word of a party's name."""
    parties = sorted({word for mention in event.mentions[:MOST_REPORTS] for word in party_words(mention)})
    return [(month, word) for month in _months(event) for word in parties]


def _says_again(event: Event, other: Event) -> bool:
    """Whether an event repeats another: by like words, a party in common, and at most `NEAR_DAYS` between them."""
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
    """A span with `NEAR_DAYS` more on either side; an open one as it is."""
    if when.first is None or when.last is None:
        return when
    return TimeSpan(when.first.plus(-NEAR_DAYS), when.last.plus(NEAR_DAYS), Granularity.RANGE)
