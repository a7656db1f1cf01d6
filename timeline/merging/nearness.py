"""How near two documents are: the share of the names and numbers, and of the words, that both hold (cosines, 0 to 1).

Documents are vectors of their terms, each weighted by how often the document has it and how few documents do. A term of
a single document brings none together and is left out.
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence

MOST_TERMS = 128
"""The most terms of a document that are kept, those of the largest weights."""

_NAMES = re.compile(r"(?<=[a-z,;\"'“‘”’] )[^\W\d_][\w’'-]+|\b\d[\d.,]*\d\b|\b\d+\b")
"""A number; or a word behind one in small letters, of which those with a capital are parts of names."""


class Nearness:
    """The names and numbers of each document, by its id, as a vector of length 1."""

    def __init__(self, vectors: Mapping[str, Mapping[str, float]]) -> None:
        self._vectors = vectors
        self._known: dict[tuple[str, str], float] = {}

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> Nearness:
        """Compare documents by their texts, by their ids.

        >>> near = Nearness.of({"a": "the ferry Aurora sank off Samos", "b": "divers found the Aurora off Samos"})
        >>> near.between("a", "b"), near.between("a", "c"), near.between("a", "a")
        (1.0, 0.0, 1.0)
        """
        terms = {id_: Counter(_terms(text)) for id_, text in sorted(texts.items())}
        holders = Counter(term for counts in terms.values() for term in counts)
        return cls({id_: _vector(counts, holders, len(terms)) for id_, counts in terms.items()})

    def between(self, one: str, other: str) -> float:
        """The likeness of two documents, 0 to 1; 1 for a document and itself, 0 where one is not known."""
        if one == other:
            return 1.0
        pair = (one, other) if one < other else (other, one)
        if pair not in self._known:
            ours, theirs = self._vectors.get(one, {}), self._vectors.get(other, {})
            shared = math.fsum(ours[term] * theirs[term] for term in ours.keys() & theirs.keys())
            self._known[pair] = round(min(shared, 1.0), 4)
        return self._known[pair]


def _terms(text: str) -> Sequence[str]:
    found = _NAMES.findall(text)
    return [sys.intern(term) for term in found if not term[0].islower()]


def _vector(counts: Mapping[str, int], holders: Mapping[str, int], documents: int) -> dict[str, float]:
    weights = {
        term: (1 + math.log(count)) * (1 + math.log((1 + documents) / (1 + holders[term])))
        for term, count in counts.items()
        if holders[term] > 1
    }
    heaviest = sorted(weights, key=lambda term: (-weights[term], term))[:MOST_TERMS]
    length = math.sqrt(math.fsum(weights[term] ** 2 for term in heaviest))
    return {term: weights[term] / length for term in sorted(heaviest)}
