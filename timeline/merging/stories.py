"""Which documents tell one story: those whose first `TOP_CHARS` code points share rare words.

A news report tells its news first, so these are enough. `dating.matter` asks less: whether two documents are about the
same people and places at all.
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from timeline.events.words import SMALL_WORDS
from timeline.language.stems import stem

TOP_CHARS = 600
"""The code points at the beginning of a text that are compared."""

SAME_STORY = 0.05
"""The least mean likeness (cosine, 0 to 1) of the documents of one story.

Chosen on ECB+, whose topics hold two stories each: F1 of pairs of documents is .95 over the odd topics and .90 over the
even ones; at .04 it is .83 and .88, at .06 .90 and .84.
"""

MAX_DOCUMENTS_COMPARED = 40
"""The most documents that one is compared with; those that share its rarest words come first."""

MAX_HOLDERS = 200
"""The most documents that may hold a word for it to bring two of them to be compared."""

MIN_LETTERS = 3
"""The fewest letters of a word that counts."""

STORY_STEM_LETTERS = 6
"""The letters by which two words count as one, whatever their form."""

_WORD = re.compile(r"[^\W_]+")


def stories(texts: Mapping[str, str]) -> dict[str, str]:
    """The story of each document, by its id: the smallest id of the documents that tell it, in order of ids.

    `texts` are the documents' texts by their ids.

    >>> found = stories({
    ...     "a": "The ferry Aurora sank off Samos, and divers found the wreck.",
    ...     "b": "Divers search the wreck of the ferry Aurora.",
    ...     "c": "A bank in Oslo was robbed by three masked men.",
    ...     "d": "Masked men robbed the bank, said a policeman in Oslo.",
    ... })
    >>> found["a"] == found["b"], found["c"] == found["d"], found["a"] == found["c"]
    (True, True, False)
    """
    weights = _weights({id_: stems(texts[id_][:TOP_CHARS]) for id_ in sorted(texts)})
    home = {id_: id_ for id_ in weights}
    members = {id_: [id_] for id_ in weights}
    total: dict[str, dict[str, float]] = {}  # the sum of the vectors, for each story of several documents
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


def stems(text: str) -> frozenset[str]:
    """The stems of the words of a text that count, in small letters."""
    words = (word.lower() for word in _WORD.findall(text))
    counted = (word for word in words if len(word) >= MIN_LETTERS and word not in SMALL_WORDS)
    return frozenset(sys.intern(stem(word, letters=STORY_STEM_LETTERS)) for word in counted)


def _weights(told: Mapping[str, frozenset[str]]) -> dict[str, dict[str, float]]:
    """Each document, by its id, as a vector of length 1: the weights of its stems, the higher the fewer documents have
    one. A document without words has an empty vector.
    """
    counts = Counter(word for words in told.values() for word in words)
    weight = {word: math.log((len(told) + 1) / (count + 0.5)) for word, count in counts.items()}
    found = {}
    for id_, words in told.items():
        length = math.sqrt(math.fsum(weight[word] ** 2 for word in words))
        found[id_] = {word: weight[word] / length for word in sorted(words)} if length else {}
    return found


def _likenesses(weights: Mapping[str, Mapping[str, float]]) -> Iterator[tuple[float, str, str]]:
    """The likeness (cosine, `SAME_STORY` to 1) and the ids of each pair of documents that share rare words."""
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
    """The ids of the documents to compare one with; `holders` are the documents that have each stem."""
    shared = (word for word in vector if 1 < len(holders[word]) <= MAX_HOLDERS)
    partners: dict[str, None] = {}
    for word in sorted(shared, key=lambda word: (len(holders[word]), word)):
        partners.update(dict.fromkeys(holders[word]))
        if len(partners) > MAX_DOCUMENTS_COMPARED:
            break
    partners.pop(id_, None)
    yield from list(partners)[:MAX_DOCUMENTS_COMPARED]


def _product(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The scalar product of two vectors."""
    return math.fsum(one[word] * other[word] for word in one.keys() & other.keys())  # exact, so in any order
