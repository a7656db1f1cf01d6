"""Which documents tell one story: those whose beginnings share rare words.

A report gives its news first, so a story is known by the top of its text. `matter` asks less: whether two documents are
about the same people and places at all.
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from timeline.events.words import SMALL_WORDS

TOP_CHARS = 600
"""So much of a text tells what it is about."""

SAME_STORY = 0.05
"""The mean likeness (cosine) of the documents of one story is at least this.

The F1 of pairs of documents in ECB+, whose topics hold two stories each, is .95 over the odd topics and .90 over the
even ones; at .04 it is .83 and .88, at .06 .90 and .84.
"""

MAX_PARTNERS = 40
"""A document is compared with so many others, those that share its rarest words first."""

MAX_HOLDERS = 200
"""A word that more documents hold than this brings none of them together."""

MIN_LETTERS, STEM = 3, 6
"""Words of fewer letters are left out, longer ones are told by these first letters."""

_WORD = re.compile(r"[^\W_]+")


def stories(texts: Mapping[str, str]) -> dict[str, str]:
    """The story of each document, by its id: the smallest id of the documents that tell it.

    >>> found = stories({
    ...     "a": "The ferry Aurora sank off Samos, and divers found the wreck.",
    ...     "b": "Divers search the wreck of the ferry Aurora.",
    ...     "c": "A bank in Oslo was robbed by three masked men.",
    ...     "d": "Masked men robbed the bank, said a policeman in Oslo.",
    ... })
    >>> found["a"] == found["b"], found["c"] == found["d"], found["a"] == found["c"]
    (True, True, False)
    """
    weights = _weights({id_: _stems(texts[id_][:TOP_CHARS]) for id_ in sorted(texts)})
    home = {id_: id_ for id_ in weights}
    members = {id_: [id_] for id_ in weights}
    total: dict[str, dict[str, float]] = {}  # of a story of several documents: their sum
    for _, one, other in sorted(_likenesses(weights), key=lambda found: (-found[0], *found[1:])):
        a, b = sorted((home[one], home[other]))
        if a == b:
            continue
        likeness = _product(total.get(a, weights[a]), total.get(b, weights[b]))
        if likeness < SAME_STORY * len(members[a]) * len(members[b]):
            continue
        home.update(dict.fromkeys(members[b], a))
        members[a] += members.pop(b)
        if a not in total:
            total[a] = dict(weights[a])
        for word, weight in total.pop(b, weights[b]).items():
            total[a][word] = total[a].get(word, 0.0) + weight
    return home


def _stems(text: str) -> frozenset[str]:
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(sys.intern(word[:STEM]) for word in words if len(word) >= MIN_LETTERS and word not in SMALL_WORDS)


def _weights(stems: Mapping[str, frozenset[str]]) -> dict[str, dict[str, float]]:
    """Each document as a vector of length 1: its words, the rarer the heavier."""
    counts = Counter(word for words in stems.values() for word in words)
    weight = {word: math.log((len(stems) + 1) / (count + 0.5)) for word, count in counts.items()}
    found = {}
    for id_, words in stems.items():
        length = math.sqrt(math.fsum(weight[word] ** 2 for word in words))
        found[id_] = {word: weight[word] / length for word in sorted(words)} if length else {}
    return found


def _likenesses(weights: Mapping[str, Mapping[str, float]]) -> Iterator[tuple[float, str, str]]:
    """Pairs of documents that share some of their rarest words, with their likeness."""
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for id_, vector in weights.items():
        for word in vector:
            holders[word].append(id_)
    pairs = {
        (min(id_, partner), max(id_, partner))
        for id_, vector in weights.items()
        for partner in _partners(id_, vector, holders)
    }
    for one, other in sorted(pairs):
        likeness = _product(weights[one], weights[other])
        if likeness >= SAME_STORY:
            yield likeness, one, other


def _partners(id_: str, vector: Mapping[str, float], holders: Mapping[str, Sequence[str]]) -> Iterator[str]:
    shared = (word for word in vector if 1 < len(holders[word]) <= MAX_HOLDERS)
    partners: dict[str, None] = {}
    for word in sorted(shared, key=lambda word: (len(holders[word]), word)):
        partners.update(dict.fromkeys(holders[word]))
        if len(partners) > MAX_PARTNERS:
            break
    partners.pop(id_, None)
    yield from list(partners)[:MAX_PARTNERS]


def _product(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return math.fsum(one[word] * other[word] for word in one.keys() & other.keys())  # exact, so in any order
