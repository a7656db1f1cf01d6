"""Events that are like another one and were not merged with it: what a person may want to merge or to tell apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from timeline import Event

_MOST = 5  # offered
_RARE = 400  # events that share a word, at most: commoner words say nothing and cost time
_NEAR = 45.0  # days that count as near
_LEAST = 0.25  # of the likeness of the lesser of two events to itself


@dataclass(frozen=True, slots=True)
class Similar:
    """An event that is like the one asked about, and what both have."""

    event: Event
    shared: tuple[str, ...]


class Similarity:
    """Finds like events: the same words for what happened, the same people and places, and dates that fit.

    >>> from timeline import Extent, Status
    >>> def made(id, title): return Event(id, title, None, Extent.WITHIN, Status.OCCURRED, (), participants=("Ada",))
    >>> events = [made("a", "Ada opens mill"), made("b", "Mill is opened"), made("c", "Bridge falls")]
    >>> [found.event.id for found in Similarity(events).to(events[0])]
    ['b']
    """

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = events
        self._traits: dict[str, dict[str, str]] = {event.id: _traits(event) for event in events}
        self._holders: dict[str, list[int]] = defaultdict(list)
        for number, event in enumerate(events):
            for trait in self._traits[event.id]:
                self._holders[trait].append(number)

    def to(self, event: Event) -> list[Similar]:
        """The likest events, the likest first; those that happened at another time count for less."""
        own = self._traits.get(event.id, {})
        likeness: dict[int, float] = defaultdict(float)
        for trait in own:
            holders = self._holders[trait]
            if len(holders) <= _RARE:
                for number in holders:
                    likeness[number] += self._weight(trait)
        least = self._whole(event) * _LEAST
        found = []
        for number, weight in likeness.items():
            other = self._events[number]
            shared = [name for trait, name in own.items() if trait in self._traits[other.id]]
            happened = any(trait.startswith(_ACT) for trait in own if trait in self._traits[other.id])
            value = weight * _fit(event, other)
            if other.id != event.id and happened and value >= min(least, self._whole(other) * _LEAST):
                found.append((-value, number, Similar(other, tuple(shared))))
        return [similar for *_, similar in sorted(found, key=lambda each: each[:2])[:_MOST]]

    def _whole(self, event: Event) -> float:
        """How like an event is to itself."""
        return sum(map(self._weight, self._traits.get(event.id, {})))

    def _weight(self, trait: str) -> float:
        """Rare traits say more."""
        return log(1.0 + len(self._events) / len(self._holders[trait]))


_ACT = "does "


def _traits(event: Event) -> dict[str, str]:
    """What an event is compared by, each with the word for a person."""
    words: dict[str, str] = {}
    for mention in event.mentions:
        for concept in mention.concepts:
            lemma = concept.partition("/")[0]
            words.setdefault(_ACT + lemma, lemma)
    if not words:
        words = {_ACT + word[:_STEM]: word for word in event.title.casefold().split()}
    return words | {f"has {name.casefold()}": name for name in _names(event)}


_STEM = 4  # letters that tell words apart where there is no lemma


def _names(event: Event) -> Iterable[str]:
    return (*event.participants, *event.places)


def _fit(event: Event, other: Event) -> float:
    """How well two dates go together: 1 where they overlap or one is unknown, less with each day between them."""
    days = gap(event, other)
    return 1.0 if days is None else _NEAR / (_NEAR + days)


def gap(event: Event, other: Event) -> int | None:
    """Days between two events, 0 where their spans overlap; None where one has no date."""
    if event.when is None or other.when is None:
        return None
    ends = [(when.first, when.last) for when in (event.when, other.when)]
    (first, last), (other_first, other_last) = ends
    if last is not None and other_first is not None and last < other_first:
        return other_first.ordinal - last.ordinal
    if other_last is not None and first is not None and other_last < first:
        return first.ordinal - other_last.ordinal
    return 0
