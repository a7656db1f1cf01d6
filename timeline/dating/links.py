"""Which drafts, in whatever documents, speak of one event, before anybody knows when it was.

Used to date one document by another, so it is stricter than merging: the words that name the event must be the same or
derived from each other, and a party that both name must agree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from timeline.dating.likeness import (
    Rarity,
    like_concepts,
    party_likeness,
    party_words,
    quoted,
    shared_names,
    trigger_likeness,
)
from timeline.events import Draft

T = TypeVar("T")

MIN_TRIGGER, MIN_PARTIES = 0.85, 0.5

MAX_PARTNERS = 40
"""A draft is compared with so many others, those that share its rarest names first."""


@dataclass(frozen=True, slots=True)
class DraftLink:
    """Two drafts of one event; `event` says in words what they share."""

    here: Draft
    there: Draft
    event: str


Kept = dict[tuple[int, int], DraftLink | None]
"""What pairs of drafts, by their identities, were found to share."""


def links(
    waiting: Sequence[Draft], known: Sequence[Draft], rarity: Rarity, kept: Kept | None = None
) -> tuple[DraftLink, ...]:
    """The pairs of a draft that waits for a date and a known one that speak of one event, in order of the former.

    `kept` takes what was found for each pair, and gives it when more is known; the drafts must outlive it.
    """
    kept = {} if kept is None else kept
    found = []
    for one, other in _pairs(waiting, known, rarity):
        pair = id(one), id(other)
        if pair not in kept:
            kept[pair] = _link(one, other, rarity)
        found.append(kept[pair])
    return tuple(link for link in found if link is not None)


def _link(one: Draft, other: Draft, rarity: Rarity) -> DraftLink | None:
    """What ties two drafts together, None where they do not speak of one event."""
    likeness, pair = trigger_likeness(one, other)
    if likeness < MIN_TRIGGER or "start" in (one.phase, other.phase):
        return None
    shared = shared_names(one, other)
    if not any(_is_name(name) for name in shared) or party_likeness(one, other, rarity) < MIN_PARTIES:
        return None
    return DraftLink(one, other, f"the {quoted(pair)} with {', '.join(shared)}")


def _pairs(waiting: Sequence[Draft], known: Sequence[Draft], rarity: Rarity) -> Iterator[tuple[Draft, Draft]]:
    """Each waiting draft with the known ones that have a like concept and a word of a party in common."""
    by_both: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for i, draft in enumerate(known):
        for concept in draft.concepts:
            for word in party_words(draft):
                by_both[concept, word].append(i)
    like: defaultdict[str, list[str]] = defaultdict(list)
    concepts = ([c for draft in drafts for c in draft.concepts] for drafts in (waiting, known))
    for one, other in like_concepts(*concepts, least=MIN_TRIGGER):
        like[one].append(other)
    for draft in waiting:
        rarest_first = sorted(party_words(draft), key=lambda word: (-rarity.total([word]), word))
        shared = (
            i
            for word in rarest_first
            for concept in draft.concepts
            for other in like[concept]
            for i in by_both.get((other, word), ())
        )
        for i in first_of(shared, MAX_PARTNERS):
            if not _same_date(draft, known[i]):
                yield draft, known[i]


def first_of(things: Iterable[T], count: int) -> list[T]:
    """The first so many different ones of some things, which may be very many more.

    >>> first_of([3, 1, 3, 2, 5], 3)
    [3, 1, 2]
    """
    found: dict[T, None] = {}
    for thing in things:
        found[thing] = None
        if len(found) == count:
            break
    return list(found)


def _is_name(name: str) -> bool:
    """Whether a party is named, not only described: "Vale", but not "the company"."""
    return any(word[:1].isupper() for word in name.split())


def _same_date(one: Draft, other: Draft) -> bool:
    return one.document == other.document and one.candidate == other.candidate
