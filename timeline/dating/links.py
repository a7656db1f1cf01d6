"""Which drafts tell of one event, found without their dates, so that the date of one can tell the date of the other.

It is stricter than merging, since a wrong pair gives a whole document a wrong date: the words that name the event must
be the same or derived from each other, and the drafts must share a name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from timeline.dating.likeness import (
    LIKE_WORDS,
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

MIN_LINK_PARTIES = 0.5
"""The least `party_likeness` (0 to 1) of two drafts of one event."""

MAX_DRAFTS_COMPARED = 40
"""The most drafts that one is compared with; those that share its rarest names come first."""


@dataclass(frozen=True, slots=True)
class DraftLink:
    """A draft that waits for a date (`here`), and one of the same event whose date is known (`there`).

    `event` says in words what they share: "the ‘vote’ with Port Hale".
    """

    here: Draft
    there: Draft
    event: str


Kept = dict[tuple[int, int], DraftLink | None]
"""The results of earlier comparisons, by the `id()` of both drafts; None for a pair that is no link."""


def links(
    waiting: Sequence[Draft], known: Sequence[Draft], rarity: Rarity, kept: Kept | None = None
) -> tuple[DraftLink, ...]:
    """The pairs of a waiting draft and a known one that tell of one event, in the order of `waiting`.

    Args:
        waiting: drafts whose date needs another's.
        known: drafts whose date is known.
        rarity: the weights of names in the collection.
        kept: results of earlier calls, which are used again and added to. It goes by `id()`, so the drafts must live as
            long as it is used.

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
    """The link between two drafts, None where they do not tell of one event."""
    likeness, pair = trigger_likeness(one, other)
    if likeness < LIKE_WORDS or "start" in (one.phase, other.phase):
        return None
    shared = shared_names(one, other)
    if not any(_is_name(name) for name in shared) or party_likeness(one, other, rarity) < MIN_LINK_PARTIES:
        return None
    return DraftLink(one, other, f"the {quoted(pair)} with {', '.join(shared)}")


def _pairs(waiting: Sequence[Draft], known: Sequence[Draft], rarity: Rarity) -> Iterator[tuple[Draft, Draft]]:
    """Each waiting draft with the known ones, at most `MAX_DRAFTS_COMPARED`, that have a like concept and share a word
    of a party's name. Those with the same date expression are left out.
    """
    by_both: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for i, draft in enumerate(known):
        for concept in draft.concepts:
            for word in party_words(draft):
                by_both[concept, word].append(i)
    like: defaultdict[str, list[str]] = defaultdict(list)
    concepts = ([c for draft in drafts for c in draft.concepts] for drafts in (waiting, known))
    for one, other in like_concepts(*concepts, least=LIKE_WORDS):
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
        for i in first_of(shared, MAX_DRAFTS_COMPARED):
            if not _same_date(draft, known[i]):
                yield draft, known[i]


def first_of(things: Iterable[T], count: int) -> list[T]:
    """The first `count` different ones of some things; no more of them are read than that takes.

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
    """Whether a word of a name has a capital: "Vale", but not "the company"."""
    return any(word[:1].isupper() for word in name.split())


def _same_date(one: Draft, other: Draft) -> bool:
    """Whether two drafts hang on the same date expression of the same document."""
    return one.document == other.document and one.candidate == other.candidate
