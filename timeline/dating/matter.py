"""What documents are about, by the names in them: those about different things say nothing of each other's dates."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from timeline.dates.words import MONTHS, SHORT_MONTHS, WEEKDAYS

MANY_NAMES = 6
"""Documents that share so many words of names are about one matter."""

MIN_NAMES, MIN_SHARE = 3, 0.12
"""So are those that share this many, if they have this share of the weight of the one with the fewer.

Of 1,173 pairs of English news texts about one event nine in ten share a fifth of the words of names; of 24,310 pairs
about different ones 61 share three words at all (EventStoryLine).
"""

# A word with a capital that does not begin a sentence or a line.
_NAME = re.compile(r"(?<=[\w,;:)’'-] )[\"“‘'(]?([A-Z][\w’'-]+)")
_NO_NAMES = frozenset({*MONTHS, *SHORT_MONTHS, *WEEKDAYS})


@dataclass(frozen=True, slots=True)
class Matter:
    """The words of the names in a document, with their weights: the fewer documents have one, the more it weighs;
    and the `total` of these.
    """

    weights: Mapping[str, float]
    total: float

    def is_that_of(self, other: Matter) -> bool:
        """Whether two documents are about the same matter."""
        shared = self.weights.keys() & other.weights.keys()
        if len(shared) >= MANY_NAMES:
            return True
        least = min(self.total, other.total)
        return len(shared) >= MIN_NAMES and math.fsum(self.weights[word] for word in shared) >= MIN_SHARE * least


def matters(texts: Mapping[str, str]) -> dict[str, Matter]:
    """What each document of a collection is about, by its id.

    >>> found = matters({
    ...     "a": "Police in Port Hale arrested Ivo Bran.",
    ...     "b": "A judge in Port Hale let Ivo Bran go.",
    ...     "c": "The mayor of Tarn met Eva Lind in Port Hale.",
    ... })
    >>> found["a"].is_that_of(found["b"]), found["a"].is_that_of(found["c"])
    (True, False)
    """
    names = {id_: names_in(text) for id_, text in texts.items()}
    counts = Counter(word for words in names.values() for word in words)
    weight = {word: math.log1p(len(names) / count) for word, count in counts.items()}
    return {id_: _matter({word: weight[word] for word in sorted(words)}) for id_, words in names.items()}


def _matter(weights: Mapping[str, float]) -> Matter:
    return Matter(weights, math.fsum(weights.values()))


def names_in(text: str) -> frozenset[str]:
    """The words of names in a text, in small letters; days and months are none."""
    found = {match.group(1).lower().removesuffix("'s").removesuffix("’s") for match in _NAME.finditer(text)}
    return frozenset(found - _NO_NAMES)
