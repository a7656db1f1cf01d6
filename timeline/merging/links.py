"""Which drafts, in whatever documents, speak of one event, before anybody knows when it was.

Used to date one document by another, so it is stricter than merging: the words that name the event must be the same or
derived from each other, and the parties must agree.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.events import Draft
from timeline.merging.compare import (
    Rarity,
    party_likeness,
    party_words,
    quoted,
    shared_names,
    trigger_likeness,
    word_likeness,
)

MIN_TRIGGER, MIN_PARTIES = 0.85, 0.5

MAX_REPEATED = 8
"""Of drafts of one document with the same words and parties so many are looked at."""


@dataclass(frozen=True, slots=True)
class DraftLink:
    """Two drafts of one event; `event` says in words what they share."""

    first: Draft
    second: Draft
    event: str


def links(drafts: Sequence[Draft]) -> tuple[DraftLink, ...]:
    """The pairs of drafts with dates in words that speak of one event, each once."""
    rarity = Rarity.of(drafts)
    found = []
    for one, other in _pairs(drafts):
        likeness, pair = trigger_likeness(one, other)
        if likeness < MIN_TRIGGER or "start" in (one.phase, other.phase):
            continue
        shared = shared_names(one, other)
        if any(_is_name(name) for name in shared) and party_likeness(one, other, rarity) >= MIN_PARTIES:
            found.append(DraftLink(one, other, f"the {quoted(pair)} with {', '.join(shared)}"))
    return tuple(found)


def _pairs(drafts: Sequence[Draft]) -> Iterator[tuple[Draft, Draft]]:
    by_concept: defaultdict[str, list[int]] = defaultdict(list)
    told: Counter[object] = Counter()
    for i, draft in enumerate(drafts):
        content = (draft.document, draft.concepts, party_words(draft))
        told[content] += 1
        if draft.candidate is not None and told[content] <= MAX_REPEATED:
            for concept in draft.concepts:
                by_concept[concept].append(i)
    concepts = sorted(by_concept)
    seen: set[tuple[int, int]] = set()
    for position, one in enumerate(concepts):
        for other in concepts[position:]:
            if one != other and word_likeness(one, other) < MIN_TRIGGER:
                continue
            for i in by_concept[one]:
                for j in by_concept[other]:
                    pair = (min(i, j), max(i, j))
                    if pair not in seen and not _same_date(drafts[i], drafts[j]):
                        seen.add(pair)
                        yield drafts[pair[0]], drafts[pair[1]]


def _is_name(name: str) -> bool:
    """Whether a party is named, not only described: "Vale", but not "the company"."""
    return any(word[:1].isupper() for word in name.split())


def _same_date(one: Draft, other: Draft) -> bool:
    return one.document == other.document and one.candidate == other.candidate
